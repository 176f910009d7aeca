import type { Draft, Passage } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import { has } from '../../kit/text.ts';

/** « 450 », « 1 150,50 »: a figure that its column, or its row, says the unit of. */
const FIGURE = /^[^a-z0-9%€]*\d[\d .,]*[^a-z0-9%€]*$/;
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

/** The head of a column of sums, whose unit may stand in the title above: « 5 – Montants alloués (€ HT) ». */
const SUMS = fr`sommes?|montants?|primes?|dotations?|plafonds?|prix|maximum|minimum`;

/**
 * What a cell says with the unit of its column, of its row where that is a label, or of the title above for a sum: its own
 * words, and « k€ ht » after a lone figure.
 */
export function withUnit(cell: Passage): string {
  const { folded, table } = cell;
  if (!table || cell.cell?.row === 0 || !FIGURE.test(folded)) return folded;
  const label = cell.cell?.column ? table.rowOf(cell)?.cells[0] : undefined;
  const header = table.headerOf(cell)?.folded ?? '';
  const titled = has(header, SUMS) ? unitIn(table.section.title) : undefined;
  const unit = unitIn(header) ?? unitIn(label?.folded ?? '') ?? titled;
  return unit ? `${folded.trimEnd()} ${unit}` : folded;
}

/** The cells to which another gives a unit. */
export const measured = (draft: Draft): readonly { readonly cell: Passage; readonly said: string }[] =>
  draft.tables.flatMap((table) =>
    UNIT.test(table.section.title) || [table.header, ...table.rows].some(({ cells }) => cells.some((c) => c.has(UNIT)))
      ? table.rows.flatMap(({ cells }) =>
          cells.flatMap((cell) => {
            const said = withUnit(cell);
            return said === cell.folded ? [] : [{ cell, said }];
          }),
        )
      : [],
  );
