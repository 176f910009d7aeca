import { type Decimal, decimal } from '../../kit/decimal.ts';
import type { Passage, Sentence } from '../../kit/draft.ts';
import { AMOUNT_SIGNS, type AmountItem, amounts, endOfSum } from '../../kit/french/amounts.ts';
import { plain } from '../../kit/french/fold.ts';
import { fr } from '../../kit/french/pattern.ts';
import { before } from '../../kit/french/scan.ts';
import type { Consultation, Piece } from '../../kit/piece.ts';
import type { Span } from '../../kit/span.ts';
import { has } from '../../kit/text.ts';
import type { SheetCell } from '../../kit/workbook.ts';
import { lotsAround, onlyLot, withUnit } from '../commun/index.ts';
import { type Place, tableauxDe } from './bordereau.ts';
import { type Tableau, type Total, trancheOf } from './tableau.ts';

/** What an amount is the amount of: the whole contract where nothing is said. */
interface Portee {
  readonly lot: string | undefined;
  readonly tranche: string | undefined;
  /** Of a year, and not of the whole. */
  readonly annual: boolean;
}

/** An amount before tax that a draft gives as the price. */
export interface MontantDit extends Portee {
  readonly value: Decimal;
  readonly at: Span;
}

/** A total of a schedule that has a value. */
export interface TotalDit extends Place, Portee {
  readonly cell: SheetCell & { readonly value: Decimal };
}

/** What an act of engagement calls the price. */
const WHOLE = fr`(?:montant|prix)(?: (?:total|global|forfaitaire|et|de l'offre|du marché|hors|taxes?|ht|estimatif|initial)){1,6}|montant (?:du|de l') ?(?:marché|offre|engagement)|montants? (?:de la tranche|du lot)|prix (?:de la tranche|du lot)`;
/** Heads of a column or a row of prices. */
const HEAD = fr`montants?|prix|total|totaux`;
const PART = fr`maximum|minimum|plafond|unitaires?|avances?|acomptes?|pénalités?|garantie|dédit|attente|estim(?:é|ée|és|ées|ation)|variantes?|options?|prestations? supplémentaires?|rabais|remises?|capital|chiffre d'affaires|par (?:jour|heure|mois|unité|bon)|mensuel(?:le)?s?`;
const YEARLY = fr`par an(?:née)?|annuel(?:le)?s?|chaque année|l'an`;
const NET = fr`h\.?t|hors taxes?`;
const GROSS = fr`ttc|toutes taxes|tva`;
/** The sum that follows is the tax. */
const TAX = /\btva[^,;]*$/;

/** The one sum before tax of some words, beside which there are none but it with the tax, or the tax. */
export function netSum(folded: string): AmountItem | undefined {
  const sums = amounts(folded);
  const [sum, other] = sums.filter((s) => s.tax === 'ht');
  const alone = sums.every((s) => s.value === sum?.value || s.tax === 'ttc' || TAX.test(before(folded, s.from, 30)));
  return other || !alone ? undefined : sum;
}

/** Where a sum stands in a sentence. */
export const placed = (sentence: Sentence, sum: AmountItem): Span =>
  sentence.at({ from: sum.from, to: endOfSum(sentence.folded, sum) });

function dit(sentence: Sentence, said: string, around: string): MontantDit[] {
  const sum = netSum(said);
  const value = sum && decimal(sum.value);
  const lots = lotsAround(sentence);
  if (!sum || !value || has(around, PART) || lots.length > 1) return [];
  return [{ value, at: placed(sentence, sum), lot: lots[0], tranche: trancheOf(around), annual: has(around, YEARLY) }];
}

/** What stands over a cell and beside it. */
const headsOf = (cell: Passage): string =>
  [cell.table?.headerOf(cell), cell.rowLabel === cell ? undefined : cell.rowLabel]
    .map((p) => p?.folded ?? '')
    .join(' ');

function inCell(cell: Passage): MontantDit[] {
  const [sentence, other] = cell.sentences;
  const heads = headsOf(cell);
  if (!sentence || other || cell.cell?.row === 0 || !has(heads, HEAD)) return [];
  const said = withUnit(cell);
  // « Montant HT » over « 350,00 € ».
  const net = has(heads, NET) && !has(heads, GROSS) && amounts(said).every((s) => !s.tax);
  return dit(sentence, net ? `${said.trimEnd()} ht` : said, `${heads} ${cell.folded}`);
}

/** The prices that a draft gives, in sentences and in cells. */
export function montantsDits({ draft }: Piece): readonly MontantDit[] {
  const told = draft
    .sentencesWith(WHOLE)
    .filter((s) => !s.passage.cell && s.has(AMOUNT_SIGNS))
    .flatMap((s) => dit(s, s.folded, s.folded));
  const cells = draft.tables.flatMap((table) => table.rows.flatMap((row) => row.cells.flatMap(inCell)));
  return [...told, ...cells].sort((a, b) => a.at.start - b.at.start);
}

const only = <T>(all: readonly T[]): T | undefined => (new Set(all).size === 1 ? all[0] : undefined);

function scopeOf({ label, row, sort }: Total, { lignes, notes, sheet }: Tableau): Portee | undefined {
  const folded = plain(label.text);
  const own = lignes.filter((l) => l.row.number < row.number);
  const [lots, tranches] = [own.map((l) => l.lot?.id), own.map((l) => l.tranche?.id)];
  const [lot, tranche] = [onlyLot(folded) ?? only(lots), trancheOf(folded) ?? only(tranches)];
  // A part of a lot or of a tranche is no amount of the contract.
  if (sort === 'partiel' && onlyLot(folded) === undefined && trancheOf(folded) === undefined) return undefined;
  return { lot, tranche, annual: has(`${folded} ${notes} ${plain(sheet.name)}`, YEARLY) };
}

/** The totals of the schedules that have a value, those of unit prices apart. */
export const totauxDits = (consultation: Consultation): readonly TotalDit[] =>
  tableauxDe(consultation).flatMap((place) =>
    place.tableau.kind === 'bpu'
      ? []
      : place.tableau.totaux.flatMap((total): TotalDit[] => {
          const { cell, sort } = total;
          const scope = sort === 'taxe' ? undefined : scopeOf(total, place.tableau);
          const { value } = cell ?? {};
          return scope && cell && value && value.units > 0n ? [{ ...place, ...scope, cell: { ...cell, value } }] : [];
        }),
  );

/** The totals that an amount is to be found among. */
export const totauxPour = (montant: MontantDit, all: readonly TotalDit[]): readonly TotalDit[] => {
  const lots = new Set(all.flatMap((t) => t.lot ?? []));
  return all.filter(
    (t) =>
      t.tranche === montant.tranche &&
      t.annual === montant.annual &&
      (t.lot === montant.lot || t.lot === undefined || (montant.lot === undefined && lots.size === 1)),
  );
};
