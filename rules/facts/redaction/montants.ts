import type { Draft, Passage, Row, Sentence, Table } from '../../kit/draft.ts';
import { AMOUNT_SIGNS, type AmountItem, amounts, pairs } from '../../kit/french/amounts.ts';
import { parseFigures } from '../../kit/french/numbers.ts';
import { fr } from '../../kit/french/pattern.ts';
import { overlapsAny } from '../../kit/french/scan.ts';
import { shares } from '../../kit/french/shares.ts';
import type { Phrase } from '../../kit/markdown/prose.ts';
import type { Span } from '../../kit/span.ts';
import { find, has } from '../../kit/text.ts';
import { isOfLots } from '../commun/index.ts';

const CENT = 0.0101;

const differ = (a: number, b: number) => Math.abs(a - b) > CENT;

export const euros = (n: number) => {
  const [whole = '', cents = '00'] = n.toFixed(2).split('.');
  return `${whole.replace(/\B(?=(?:\d{3})+$)/g, ' ')}${cents === '00' ? '' : `,${cents}`}`;
};

export interface Fault {
  readonly message: 'lettres' | 'tva' | 'bornes' | 'somme';
  readonly from: number;
  readonly to: number;
  readonly data: Readonly<Record<string, string>>;
  /** The amount to correct and its right value. */
  readonly figure?: { readonly item: AmountItem; readonly value: number };
}

const NOT = "(?:ne|sans) (?:[a-z']+ ){0,3}?";
/** « sans pouvoir dépenser plus de », « ne commandera pas moins de »: a bound, whatever stands between. */
const DENIED = fr`ne|n'|sans|ni|jamais|interdi[a-zé]*|renonc[a-zé]*`;
const NO_LESS = /(?<![a-z])(?:moins d(?:e|')|en deca d(?:e|')|au-dessous d(?:e|')) ?$/;
const NO_MORE = /(?<![a-z])(?:plus d(?:e|')|au-dela d(?:e|')|au-dessus d(?:e|')) ?$/;
const MIN = fr`(?:minimum|minimal|minimale|mini|au moins|plancher|${NOT}(?:inférieure?s?|descend[a-z]*))`;
const MAX = fr`(?:maximum|maximal|maximale|maxi|au plus|plafond|${NOT}(?:supérieure?s?|dépass[a-z]*|excéd[a-z]*))`;
/** What a sum is of: « par sinistre », « de franchise ». */
const WHAT = /^ (?:par|de|d') ?([a-z]+)/;

const BETWEEN =
  /(?:entre|compris(?:e|es)? entre|varie de|fourchette de) (?:un |une )?(?:montant )?(?:minimum |minimal )?(?:de )?$/;

/** Faults within one sentence; at most one of each kind. */
export function faultsIn(phrase: Phrase): Fault[] {
  if (!phrase.has(AMOUNT_SIGNS)) return [];
  const { folded } = phrase;
  const out: Fault[] = [];
  for (const [words, figures] of pairs(folded))
    if (differ(words.value, figures.value)) {
      const [from, to] = [Math.min(words.from, figures.from), Math.max(words.to, figures.to)];
      const close = folded[to] === ')' ? 1 : 0;
      const data = { lettres: euros(words.value), chiffres: euros(figures.value) };
      out.push({ message: 'lettres', from, to: to + close, data, figure: { item: figures, value: words.value } });
    }
  const items = amounts(folded).filter((a) => !overlapsAny(a, out));
  return [...out, ...bounds(folded, items), ...taxes(folded, items)];
}

/** « un minimum de 2 000 € », « ne peut être de moins de 2 000 € », « 2 000 € au minimum » */
const isMinimum = (before: string, after: string): boolean =>
  has(before, MIN) || (has(before, DENIED) && NO_LESS.test(before)) || /^ ?(?:au |de )?minim/.test(after);
/** « un maximum de 2 000 € », « ne peut être de plus de 2 000 € », « 2 000 € au maximum » */
const isMaximum = (before: string, after: string): boolean =>
  has(before, MAX) || (has(before, DENIED) && NO_MORE.test(before)) || /^ ?(?:au |de )?maxim/.test(after);

function bounds(folded: string, items: readonly AmountItem[]): Fault[] {
  let min: AmountItem | undefined;
  for (const [i, item] of items.entries()) {
    const before = folded.slice(Math.max(items[i - 1]?.to ?? 0, item.from - 70), item.from);
    const after = folded.slice(item.to, Math.min(items[i + 1]?.from ?? folded.length, item.to + 26));
    const isMin = isMinimum(before, after);
    const isMax = isMaximum(before, after);
    if (min && !isMin && isMaximumBelow(folded, min, item, isMax)) {
      const data = { min: euros(min.value), max: euros(item.value) };
      return [{ message: 'bornes', from: 0, to: folded.length, data }];
    }
    if ((isMin && !isMax) || BETWEEN.test(before)) min = item;
    else if (isMax) min = undefined;
  }
  return [];
}

/** The sum is the maximum that goes with the minimum, and is lower. */
function isMaximumBelow(folded: string, min: AmountItem, item: AmountItem, isMax: boolean): boolean {
  const isUpper = /^ (?:et|a) (?:de )?$/.test(folded.slice(min.to, item.from));
  if (!isMax && !isUpper) return false;
  if (min.value - item.value <= CENT || min.tax !== item.tax || min.unit !== item.unit) return false;
  return isUpper || WHAT.exec(folded.slice(min.to))?.[1] === WHAT.exec(folded.slice(item.to))?.[1];
}

/** « 2 000 € de TVA », « 2 000 € au titre de la taxe ». */
const VAT_AFTER = /^ (?:de|pour|au titre de) (?:la )?(?:tva|taxe)(?![a-z])/;

/** The sum before tax and the one with it: the only ones, or those that « soit » or a bracket joins. */
function joined(folded: string, items: readonly AmountItem[]): readonly [AmountItem, AmountItem] | undefined {
  const [ht = [], ttc = []] = (['ht', 'ttc'] as const).map((tax) => items.filter((a) => a.tax === tax));
  const [t, other] = ttc;
  if (!t || other) return undefined;
  const before = items[items.indexOf(t) - 1];
  const h =
    ht.length === 1 ? ht[0] : before?.tax === 'ht' && JOINS.test(folded.slice(before.to, t.from)) ? before : undefined;
  return h && [h, t];
}
const JOINS = /^[ ,]*(?:soit(?![a-z])|ou encore|\(|=)/;

/** « 10 000 € HT, soit 12 500 € TTC (TVA 20 %) » : one sum of each tax, and the rate or the sum of the VAT. */
function taxes(folded: string, items: readonly AmountItem[]): Fault[] {
  const vat = items.filter(
    (a) =>
      VAT_AFTER.test(folded.slice(a.to)) ||
      // « hors taxes (10 000 €) » is no sum of the tax.
      /(?<![a-z])(?<!(?:hors|toutes?) )(?:tva|taxe)[a-z' ]{0,24}(?:[\d,. ]{1,6}% ?)?[ :)=(]*(?:soit |de |d'un montant de )?$/.test(
        folded.slice(Math.max(0, a.from - 50), a.from),
      ),
  );
  const net = items.filter((a) => !vat.includes(a));
  const [h, t] = joined(folded, net) ?? [];
  if (!h || !t || h.unit !== t.unit) return [];
  const rates = shares(folded).filter(
    (s) => s.unit === 'percent' && /(?:tva|taxe)/.test(folded.slice(Math.max(0, s.from - 60), s.to + 12)),
  );
  const rate = rates.length === 1 ? rates[0]?.value : undefined;
  const right =
    vat.length === 1 && vat[0] ? h.value + vat[0].value : rate === undefined ? undefined : h.value * (1 + rate / 100);
  if (right === undefined || !differ(right, t.value)) return [];
  // Rounded to the euro, the sum is right.
  if (Number.isInteger(t.value) && rate !== undefined && vat.length === 0 && Math.round(right) === t.value) return [];
  const data = { ht: euros(h.value), ttc: euros(t.value), juste: euros(right) };
  return [
    {
      message: 'tva',
      from: Math.min(h.from, t.from),
      to: Math.max(h.to, t.to),
      data,
      figure: { item: t, value: right },
    },
  ];
}

/** A total with its tax that stands in another sentence than what it is the total of. */
interface TotalFault extends Fault {
  readonly sentence: Sentence;
}

/** « 80 000 € HT. TVA à 20 % : 16 000 €. Soit 98 000 € TTC. »: three sums in a row, of which the second is the tax of the first. */
export function taxesApart(draft: Draft): readonly TotalFault[] {
  const sums = draft
    .sentencesWith(AMOUNT_SIGNS)
    .flatMap((sentence) => amounts(sentence.folded).map((item) => ({ sentence, item })));
  return sums.flatMap(({ sentence, item: t }, i): TotalFault[] => {
    const [net, tax] = [sums[i - 2], sums[i - 1]];
    if (!net || !tax || net.sentence === sentence || t.tax !== 'ttc' || net.item.tax !== 'ht') return [];
    const { value: h } = net.item;
    const right = h + tax.item.value;
    if (!isTaxOf(h, tax.sentence, tax.item) || net.item.unit !== t.unit || !differ(right, t.value)) return [];
    const data = { ht: euros(h), ttc: euros(t.value), juste: euros(right) };
    return [{ sentence, message: 'tva', from: t.from, to: t.to, data, figure: { item: t, value: right } }];
  });
}

/** A sum that its sentence calls a tax, and that is the rate which it gives of another. */
const isTaxOf = (net: number, { folded }: Sentence, { value, tax }: AmountItem): boolean =>
  tax === undefined &&
  has(folded, TAX) &&
  shares(folded).some((s) => s.unit === 'percent' && !differ((net * s.value) / 100, value));
const TAX = fr`t\.?v\.?a|taxe`;

/** The sum of a cell: with its currency, or a bare figure in a column of euros. */
function sumOf(cell: Passage | undefined, inEuros: boolean): number | undefined {
  if (!cell) return undefined;
  const found = amounts(cell.folded);
  if (found.length === 1) return found[0]?.value;
  const [, bare, aside = ''] = BARE.exec(cell.folded) ?? [];
  return inEuros && found.length === 0 && bare && !has(aside, PARTIAL) ? parseFigures(bare.trim()) : undefined;
}
/** « 80 000 », « 80 000 (hors tranche optionnelle) ». */
const BARE = /^[ *]*(\d(?:[\d .]*\d)?(?:,\d{1,2})?)[ *]*(\([^()€%]*[a-z][^()€%]*\))?[ *]*$/;

const TOTAL = fr`(?:total|totale|totaux|ensemble|somme|montant global|enveloppe globale)`;
const PARTIAL = fr`sous-total|sous total|dont|options?|variantes?|pse|unitaire|quantite|taux|pourcentage|rabais|remise|tva|taxe|report|pour memoire|par an|annuel[a-z]*|ans|annees|mois|moyenne`;
/** Bounds of lots make that of the whole; those of years or of orders need not. */
const BOUND = fr`maximum|minimum|maxi|mini`;
const MONEY = fr`€|euros?|h\.?t\.?|t\.?t\.?c\.?|montants?|prix|couts?|budget`;

/** « Chiffre d'affaires minimal », beside the maximum of a lot: asked of the candidates, and no part of its price. */
const OF_FIRMS = fr`chiffres? d'affaires|effectifs?|références?|capacités?|assurances?|garanties?`;

interface RowFault {
  readonly row: Row;
  readonly message: Fault['message'];
  readonly data: Fault['data'];
  readonly cell?: Passage | undefined;
  readonly value?: number;
}

/** « ainsi qu'il suit, en euros hors taxes : », « (montants en €) »: said once, of all the table. */
const IN_EUROS = fr`en (?:milliers d'|millions d')?(?:k?euros?|k?€)|\((?:k?€|euros?)[^)]*\)`;
/** What is counted in anything else. */
const COUNTED = fr`nombres?|nb|n ?°|quantités?|durées?|délais?|rangs?|effectifs?|surfaces?|points?|poids|jours?|mois|heures?|parts?|unités?|coefficients?`;
const saysEuros = ({ lead, header, section }: Table): boolean =>
  [lead, header.cells[0], section.heading].some((said) => said?.has(IN_EUROS));

const isMoney = (words: string) => /€/.test(words) || has(words, MONEY);

export function* rowFaults(table: Table): Iterable<RowFault> {
  const col = (p: RegExp, among: readonly Passage[] = table.header.cells) => {
    const found = among.filter((c) => c.has(p));
    return found.length === 1 ? found[0]?.cell?.column : undefined;
  };
  const at = (row: Row, column: number | undefined) =>
    column === undefined ? undefined : row.cells.find((c) => c.cell?.column === column);
  const [ht, ttc, tva] = [
    col(fr`h\.?t|hors taxes?|hors tva`),
    col(fr`ttc|t\.t\.c|toutes taxes comprises`),
    col(fr`^ ?(?:montant )?(?:de la |de )?(?:t\.?v\.?a|taxe).*`),
  ];
  const letters = col(fr`(?:en )?(?:toutes )?lettres`);
  const ordered = table.header.cells.filter((c) => !c.has(OF_FIRMS));
  const [min, max] = [col(MIN, ordered), col(MAX, ordered)];
  for (const row of table.rows) {
    const [h, t] = [sumOf(at(row, ht), true), sumOf(at(row, ttc), true)];
    const v = at(row, tva);
    const right = h !== undefined && v && ht !== ttc ? withTax(h, v) : undefined;
    if (h !== undefined && t !== undefined && right !== undefined && differ(right, t)) {
      const data = { ht: euros(h), ttc: euros(t), juste: euros(right) };
      yield { row, message: 'tva', data, cell: at(row, ttc), value: right };
      continue;
    }
    const inLetters = letters === undefined ? undefined : lettersFault(table, row, letters);
    if (inLetters) yield inLetters;
    const [lo, hi] = [sumOf(at(row, min), true), sumOf(at(row, max), true)];
    if (lo !== undefined && hi !== undefined && min !== max && lo - hi > CENT)
      yield { row, message: 'bornes', data: { min: euros(lo), max: euros(hi) } };
  }
  yield* totalFault(table);
}

/** « | Maximum | 1 150 000 € | un million cent cinq mille euros | », under « En lettres »: the only figures of the row say another sum. */
function lettersFault(table: Table, row: Row, letters: number): RowFault | undefined {
  const written = row.cells.find((c) => c.cell?.column === letters);
  const [words, ...others] = amounts(written?.folded ?? '');
  const figures = row.cells.filter(
    (c) => c !== written && sumOf(c, isMoney(table.headerOf(c)?.folded ?? '')) !== undefined,
  );
  const [cell] = figures;
  const value = sumOf(cell, true);
  if (!words?.words || others.length > 0 || figures.length !== 1 || value === undefined) return undefined;
  if (!differ(words.value, value)) return undefined;
  return {
    row,
    message: 'lettres',
    data: { lettres: euros(words.value), chiffres: euros(value) },
    cell,
    value: words.value,
  };
}

/** A sum with its tax, by what the cell of the tax gives: its sum, else its rate; undefined where it gives neither. */
function withTax(ht: number, vat: Passage): number | undefined {
  const rate = shares(vat.folded).find((s) => s.unit === 'percent')?.value;
  const sum = sumOf(vat, rate === undefined);
  if (sum !== undefined) return ht + sum;
  return rate === undefined ? undefined : ht * (1 + rate / 100);
}

/** « Estimation HT sur 4 ans » is as much of a sum as « Estimation HT ». */
const OVER_TIME = / sur (?:\d{1,2}|[a-z]+) (?:ans|annees|mois)(?![a-z])/;

/** « Maximum annuel »: its total is by the year too. */
const BY_YEAR = /(?<![a-z])(?:annuel(?:le)?s?|par an(?:nee)?)(?![a-z])/g;

function* totalFault(table: Table): Iterable<RowFault> {
  // « | | Ensemble des lots | 1 500 000 | »: under the numbers of the rows, a blank.
  const label = (row: Row) => row.cells.find((c) => c.folded.trim() !== '')?.folded ?? '';
  const rank = table.rows.findIndex((r) => has(label(r), TOTAL));
  const total = table.rows[rank];
  const parts = table.rows.slice(0, rank);
  if (!total || parts.length < 2 || parts.concat(total).some((r) => has(label(r), PARTIAL) || has(label(r), BOUND)))
    return;
  const allEuros = saysEuros(table);
  for (const header of table.header.cells.slice(1)) {
    const column = header.cell?.column;
    const words = header.folded.replace(OVER_TIME, ' ').replace(BY_YEAR, ' ');
    const cells = [...parts, total].map((r) => r.cells.find((c) => c.cell?.column === column));
    const inEuros = isMoney(words) || (allEuros && !has(words, COUNTED) && !words.includes('%'));
    if (
      has(words, PARTIAL) ||
      (has(words, BOUND) && !isOfLots(table)) ||
      !(inEuros || cells.every((c) => /€|eur/.test(c?.folded ?? '')))
    )
      continue;
    const values = cells.map((c) => sumOf(c, inEuros));
    if (values.some((v) => v === undefined)) continue;
    const written = values.at(-1) as number;
    const right = Math.round(values.slice(0, -1).reduce<number>((s, v) => s + (v as number), 0) * 100) / 100;
    if (differ(right, written)) {
      yield {
        row: total,
        message: 'somme',
        data: { total: euros(written), juste: euros(right) },
        cell: cells.at(-1),
        value: right,
      };
      return;
    }
  }
}

const FIGURES = /\d{1,3}(?:[ .]?\d{3})*(?:,\d{1,2})?/;

/** The figures of a sum in a cell; undefined where there are none. */
export const figuresIn = (cell: Passage): Span | undefined => {
  const found = cell.find(FIGURES);
  return found && cell.at(found);
};

/** The figures of a sum that stands in a sentence. */
export const figuresOf = (sentence: Sentence, { from, to }: AmountItem): Span | undefined => {
  const found = find(sentence.folded.slice(0, to), FIGURES, from);
  return found && sentence.at(found);
};
