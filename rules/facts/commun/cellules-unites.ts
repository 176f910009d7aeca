import type { Draft, Passage, Table } from '../../kit/draft.ts';
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
const YEARLY = fr`par an(?:née)?|\/ ?an|annuel(?:le)?s?|chaque année`;
const TIME = new RegExp(
  `${STATED}(?<unit>heures?|jours?|semaines?|mois|ans?|annees?)(?<kind> (?:ouvree?s?|ouvrables?|calendaires?|francs?))?(?![a-z' ]*[a-z])`,
);
const UNIT = /€|(?<![a-z])(?:euros?|eur|heures?|jours?|semaines?|mois|ans?|annees?)(?![a-z])/;

/** The unit that a header or a label gives to the figures it stands over or beside: « k€ ht par an », « mois »; undefined when it gives none. */
export function unitIn(header: string): string | undefined {
  const money = MONEY.exec(header);
  if (money) {
    const factor = money.groups?.factor?.replace(/^milliers.*/, 'k')[0] ?? '';
    const tax = TAX.exec(header);
    return [`${factor}€`, tax && (tax.groups?.ttc ? 'ttc' : 'ht'), YEARLY.test(header) && 'par an']
      .filter(Boolean)
      .join(' ');
  }
  const time = TIME.exec(header)?.groups;
  return time && `${time.unit}${time.kind ?? ''}`;
}

/** The head of a column of sums, whose unit may stand above: « 5 – Montants alloués (€ HT) », « en euros hors taxes : ». */
const SUMS = fr`sommes?|montants?|primes?|dotations?|plafonds?|prix|maximum|minimum|estimations?|valeurs?`;
const IN_EUROS = fr`(?:exprim[a-z]+ )?en (?:k€|€|milliers d'euros|euros?)`;
const unitAbove = ({ section, lead }: Table): string | undefined =>
  unitIn(section.title) ?? (lead?.has(IN_EUROS) ? unitIn(lead.folded) : undefined);

/**
 * What a cell says with the unit of its column, of its row where that is a label, or of the title above for a sum: its own
 * words, and « k€ ht » after a lone figure.
 */
export function withUnit(cell: Passage): string {
  const { folded, table } = cell;
  const read = table && cell.cell?.row !== 0 ? FIGURE.exec(folded)?.groups : undefined;
  if (!table || !read) return folded;
  const label = cell.cell?.column ? table.rowOf(cell)?.cells[0] : undefined;
  const header = table.headerOf(cell)?.folded ?? '';
  const above = has(header, SUMS) ? unitAbove(table) : undefined;
  const unit = unitIn(header) ?? unitIn(label?.folded ?? '') ?? above;
  if (!unit) return folded;
  return `${(read.remark ? read.figure : folded)?.trimEnd()} ${unit}`;
}

/** The cells to which another gives a unit. */
export const measured = (draft: Draft): readonly { readonly cell: Passage; readonly said: string }[] =>
  draft.tables.flatMap((table) =>
    unitAbove(table) || [table.header, ...table.rows].some(({ cells }) => cells.some((c) => c.has(UNIT)))
      ? table.rows.flatMap(({ cells }) =>
          cells.flatMap((cell) => {
            const said = withUnit(cell);
            return said === cell.folded ? [] : [{ cell, said }];
          }),
        )
      : [],
  );
