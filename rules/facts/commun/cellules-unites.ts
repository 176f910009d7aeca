import type { Draft, InPlace, Passage, Sentence, Table } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import { has } from '../../kit/text.ts';

/** « 450 », « 96 000 (deux ans) », « 580 000 hors option »: a figure that its column, or its row, says the unit of. */
const FIGURE =
  /^[^a-z0-9%€(]*(?<figure>\d[\d .,]*)(?<remark> ?\((?![^)]*€)[^)]*\)| hors (?:[a-z]+ ?\d?)| (?:au )?(?:moins|plus|minimum|maximum)| environ)?[^a-z0-9%€]*$/;
/** « (en k€) », « en jours ouvrés », « – mois », « Montant € HT »: what is said of each figure below. */
const STATED =
  "(?:(?:\\(|\\[|[,:-] ?)(?:exprimee?s? )?(?:en |nombre d(?:e |'))?|(?<![a-z])en (?:nombre d(?:e |'))?|(?<![a-z])nombre d(?:e |'))";
const MONEY = /(?<![a-z])(?<factor>k|m|milliers? d'|millions? d')? ?(?:€|euros?|eur)(?![a-z])/;
const TAX = /(?<![a-z])(?:h\.?t|hors taxes?|(?<ttc>t\.?t\.?c|toutes taxes(?: comprises)?))(?![a-z])/;
/** « HT/an » needs its unit: a bar is parted from no letter before it. */
export const YEARLY = fr`par an(?:née)?|annuel(?:le)?s?|(?:chaque|l') ?année|(?:ht|ttc|€)? ?\/ ?an`;
/** « Loyer HT/mois », « Estimation annuelle »: a sum by the time, beside that of the whole. */
export const BY_TIME = fr`${YEARLY}|mensuel(?:le)?s?|trimestriel(?:le)?s?|par (?:mois|trimestre)|(?:ht|ttc|€)? ?\/ ?(?:mois|trimestre)`;
const TIME = new RegExp(
  `${STATED}(?<unit>heures?|jours?|semaines?|mois|ans?|annees?)(?<kind> (?:ouvree?s?|ouvrables?|calendaires?|francs?))?(?![a-z' ]*[a-z])`,
);
const PERCENT = new RegExp(`${STATED}(?:%|pour ?cent|pourcentage)`);

/** The unit that a header or a label gives to the figures it stands over or beside: « k€ ht par an », « mois »; undefined when it gives none. */
export function unitIn(header: string): string | undefined {
  const money = MONEY.exec(header);
  const tax = TAX.exec(header);
  // « Maximum HT »: a sum that is taxed is in euros.
  if (money || (tax && has(header, SUMS))) {
    const factor = money?.groups?.factor?.replace(/^milliers.*/, 'k')[0] ?? '';
    return [`${factor}€`, tax && (tax.groups?.ttc ? 'ttc' : 'ht'), YEARLY.test(header) && 'par an']
      .filter(Boolean)
      .join(' ');
  }
  const time = TIME.exec(header)?.groups;
  if (time) return `${time.unit}${time.kind ?? ''}`;
  return PERCENT.test(header) ? '%' : undefined;
}

/** « Délai | 30 | jours » under « Sujet | Valeur | Unité »: the unit has a column of its own. */
const UNIT_COLUMN = /^[^a-z]*unites?[^a-z]*$/;
const VALUE_COLUMN = /^[^a-z]*(?:valeurs?|taux|niveaux?|seuils?|cibles?|nombres?|durees?|delais?|montants?)[^a-z]*$/;
const BARE_UNIT = /^[^a-z%€]*(?:%|pour ?cent|€|euros?|eur|heures?|jours?|semaines?|mois|ans?|annees?)(?![a-z])[^;:]*$/;
function unitBeside(table: Table, cell: Passage, header: string): string | undefined {
  if (!VALUE_COLUMN.test(header)) return undefined;
  const column = table.header.cells.find((c) => UNIT_COLUMN.test(c.folded))?.cell?.column;
  const unit = table.rowOf(cell)?.cells.find((c) => c.cell?.column === column)?.folded ?? '';
  return BARE_UNIT.test(unit) ? unit : undefined;
}

/** The head of a column of sums, whose unit may stand above: « 5 – Montants alloués (€ HT) », « en euros hors taxes : ». */
const SUMS = fr`sommes?|montants?|primes?|dotations?|plafonds?|prix|maximum|minimum|estimations?|valeurs?|chiffres? d'affaires`;
const LOT_ALONE = /^[^a-z0-9]*lots? (?:n ?° ?)?(?:\d{1,2}|[a-h])[^a-z0-9]*$/;
const IN_EUROS = fr`(?:exprim[a-z]+ )?en (?:k€|€|milliers d'euros|euros?)`;
const unitAbove = ({ section, lead }: Table): string | undefined =>
  unitIn(section.title) ?? (lead?.has(IN_EUROS) ? unitIn(lead.folded) : undefined);

/**
 * What a cell says with the unit of its column, of its row where that is a label, of the cell beside it, or of the title above for a sum: its own
 * words, and « k€ ht » after a lone figure.
 */
export function withUnit(cell: Passage): string {
  const { folded, table } = cell;
  const read = table && cell.cell?.row !== 0 ? FIGURE.exec(folded)?.groups : undefined;
  if (!table || !read) return folded;
  const label = cell.cell?.column ? table.rowOf(cell)?.cells[0] : undefined;
  const header = table.headerOf(cell)?.folded ?? '';
  const above = has(header, SUMS) || LOT_ALONE.test(header) ? unitAbove(table) : undefined;
  const unit = unitIn(header) ?? unitIn(label?.folded ?? '') ?? unitBeside(table, cell, header) ?? above;
  if (!unit) return folded;
  return `${(read.remark ? read.figure : folded)?.trimEnd()} ${unit}`;
}

/** What the cell that a sentence begins says with the unit that another gives it; undefined where none does. */
export function saidWithUnit({ passage: cell, index }: Sentence): string | undefined {
  if (!cell.cell || index > 0) return undefined;
  const said = withUnit(cell);
  return said === cell.folded ? undefined : said;
}

const WITH_UNIT: InPlace<string> = { signs: /\d/, take: saidWithUnit };

/** What the cells to which another gives a unit say with it, by the first sentence of each. */
export const measured = (draft: Draft): ReadonlyMap<Sentence, string> => draft.inPlace(WITH_UNIT);
