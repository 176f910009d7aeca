import { type NumberItem, numbers } from './numbers.ts';
import { before, matchAt, ordered, type Stretch } from './scan.ts';

export type Tax = 'ht' | 'ttc';
export type AmountUnit = 'an' | 'trimestre' | 'mois' | 'semaine' | 'jour' | 'heure' | 'lot' | 'candidat' | 'unite';

/** A sum of money: `value` in euros, exact to the cent. The stretch covers the currency, the tax and the unit after it. */
export interface AmountItem extends Stretch {
  readonly value: number;
  readonly tax?: Tax | undefined;
  readonly words: boolean;
  /** What the sum is paid for: « par an », « annuel », « /jour ». */
  readonly unit?: AmountUnit | undefined;
}

const FACTORS: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, md: 1e9, mds: 1e9 };
const CURRENCY = / ?(?:d')?(k|mds?|m)? ?(?:€(?: ?euros?\b)?|(?:euros?|eur)\b)/y;
const CENTS = /(?: et)? ?(\d{1,2}|[a-z]+(?:-[a-z]+){0,3}) (?:centimes?|cents?)\b|(?<=€)(\d\d)(?!\d| ?\d)/y;
const HT = String.raw`h\.? ?t\.?(?!\w)|htva\b|hors tva\b|hors taxes?\b|hors toutes? taxes?\b`;
const TTC = String.raw`ttc\b|t\. ?t\. ?c\.?(?!\w)|toutes taxes(?: comprises)?\b|(?:tva|taxes) (?:comprises?|incluses?)\b`;
const TAX_AFTER = new RegExp(` ?(?:(\\()|,)? ?(?:(${HT})|(${TTC}))(\\))?`, 'y');
const LINK =
  '(?: ?(?:est|sera|etait))? ?(?:de|d.|a|:|=|est|(?:fixe|estime)(?:e|s|es)? a|(?:maximum|minimum|maximal|minimal) de)? ?$';
const TAX_BEFORE = new RegExp(`\\b(?:(${HT})|(${TTC}))\\)?${LINK}`);
const ANNUAL_BEFORE = new RegExp(
  `\\b(?:montant|maximum|minimum|budget|prix|forfait|maximal|plafond)(?: ht| ttc)? (annuel|mensuel|journalier|trimestriel|horaire)(?: ht| ttc)?${LINK}`,
);

const UNIT_WORDS: readonly (readonly [AmountUnit, string])[] = [
  ['an', 'ans?|annees?'],
  ['trimestre', 'trimestres?'],
  ['mois', 'mois'],
  ['semaine', 'semaines?'],
  ['jour', 'jours?|journees?|j'],
  ['heure', 'heures?|h'],
  ['lot', 'lots?'],
  ['candidat', 'candidats?|concurrents?|soumissionnaires?|laureats?|participants?|equipes?'],
  ['unite', 'unites?'],
];
const UNIT_ADJECTIVES: Readonly<Record<string, AmountUnit>> = {
  annuel: 'an',
  mensuel: 'mois',
  hebdomadaire: 'semaine',
  journalier: 'jour',
  horaire: 'heure',
  trimestriel: 'trimestre',
};
const UNIT = new RegExp(
  ` ?(?:(?:/ ?|par |(?:pour |a )?chaque )(?:${UNIT_WORDS.map(([, words]) => `(${words})`).join('|')})\\b` +
    `|(annuel|mensuel|journalier|horaire|trimestriel|hebdomadaire)(?:le|e)?s?\\b)`,
  'y',
);

interface Tail {
  readonly to: number;
  readonly tax: Tax | undefined;
  readonly unit: AmountUnit | undefined;
}

/** Reads « HT », « par an », in either order, from the end of the currency. */
function readTail(folded: string, start: number): Tail {
  let to = start;
  let tax: Tax | undefined;
  let unit: AmountUnit | undefined;
  for (let turn = 0; turn < 2; turn++) {
    const taxed = tax === undefined ? taxAt(folded, to) : undefined;
    if (taxed) {
      tax = taxed[2] === undefined ? 'ttc' : 'ht';
      // A closing bracket belongs to the amount only when the amount opened it.
      to += taxed[0].length - Number(taxed[4] !== undefined && taxed[1] === undefined);
    }
    const per = unit === undefined ? matchAt(UNIT, folded, to) : undefined;
    if (per) {
      unit = unitOf(per);
      to += per[0].length;
    }
  }
  return { to, tax, unit };
}

/** « HT », « (TTC) »: a bracket that opens there closes. */
function taxAt(folded: string, at: number): RegExpExecArray | undefined {
  const taxed = matchAt(TAX_AFTER, folded, at);
  return taxed && (taxed[1] === undefined || taxed[4] !== undefined) ? taxed : undefined;
}

function unitOf(per: RegExpExecArray): AmountUnit | undefined {
  const index = UNIT_WORDS.findIndex((_, i) => per[i + 1] !== undefined);
  return UNIT_WORDS[index]?.[0] ?? UNIT_ADJECTIVES[per[UNIT_WORDS.length + 1] ?? ''];
}

function taxBefore(folded: string, from: number): Tax | undefined {
  const match = before(folded, from).match(TAX_BEFORE);
  if (match === null) return undefined;
  return match[1] === undefined ? 'ttc' : 'ht';
}

function unitBefore(folded: string, from: number): AmountUnit | undefined {
  return UNIT_ADJECTIVES[before(folded, from, 72).match(ANNUAL_BEFORE)?.[1] ?? ''];
}

const toCents = (value: number) => Math.round(value * 100) / 100;

interface Money {
  readonly to: number;
  readonly factor: number;
  readonly cents: number;
}

/** Reads the currency after a number, and the cents after the currency. */
function readCurrency(folded: string, number: NumberItem): Money | undefined {
  const currency = matchAt(CURRENCY, folded, number.to);
  if (currency === undefined) return undefined;
  const to = number.to + currency[0].length;
  const cents = matchAt(CENTS, folded, to);
  const counted = cents && (cents[2] ?? cents[1] ?? '');
  const read = counted ? numbers(counted, { articles: true })[0] : undefined;
  const factor = FACTORS[currency[1] ?? ''] ?? 1;
  if (cents && read && read.to - read.from === counted?.length)
    return { to: to + cents[0].length, factor, cents: read.value / 100 };
  return { to, factor, cents: 0 };
}

/** A number without currency that is money all the same: « EUR 90 000 », « 90 000 HT ». */
function readBare(folded: string, number: NumberItem, previousEnd: number): Money | undefined {
  const sign = before(folded, number.from, 5).match(/(?:^|[^a-z\d])((?:eur|€) ?)$/)?.[1];
  if (sign !== undefined && number.from - sign.length >= previousEnd && !number.words)
    return { to: number.to, factor: 1, cents: 0 };
  const taxed = matchAt(TAX_AFTER, folded, number.to);
  if (taxed !== undefined && taxed[1] === undefined && number.value >= 1000)
    return { to: number.to, factor: 1, cents: 0 };
  return undefined;
}

function amountOf(folded: string, number: NumberItem, money: Money): AmountItem {
  const tail = readTail(folded, money.to);
  const sign = before(folded, number.from, 4).match(/(?:eur|€) ?$/)?.[0].length ?? 0;
  const signed = money.to === number.to ? sign : 0;
  return {
    from: number.from - signed,
    to: tail.to,
    value: toCents(number.value * money.factor + money.cents),
    tax: tail.tax ?? taxBefore(folded, number.from - signed),
    words: number.words,
    unit: tail.unit ?? unitBefore(folded, number.from - signed),
  };
}

const SCALE_WORDS: Readonly<Record<string, number>> = { mille: 1e3, million: 1e6, milliard: 1e9 };

/** « 3 millions » → 3: the part of a number that « de 2 à 3 millions » shares out. */
function unscaled(number: NumberItem): number {
  const scale = number.text.match(/ (mille|million|milliard)s?$/)?.[1];
  return number.value / (SCALE_WORDS[scale ?? ''] ?? 1);
}

const RANGE = /^ (?:et|a|ou) $|^ ?- ?$/;
const BRACKET = /^ ?\( ?(?:soit )?$/;
const RANGE_OPENING = /\b(?:entre|de|compris(?:e|es)?|varie) (?:les? )?$/;

/** The number just before an amount that shares its currency: « entre 40 000 et 90 000 € », « 12 500 (douze mille…) euros ». */
function sharing(folded: string, number: NumberItem, next: NumberItem, amount: AmountItem): AmountItem | undefined {
  const gap = folded.slice(number.to, next.from);
  const factor = amount.value === 0 ? 1 : amount.value / unscaled(next);
  if (RANGE.test(gap) && RANGE_OPENING.test(before(folded, number.from))) {
    const scaled = number.value < 1000 ? number.value * Math.max(factor, 1) : number.value;
    const value = toCents(scaled);
    return { ...amount, from: number.from, to: number.to, value, words: number.words };
  }
  return undefined;
}

const CLOSED_CURRENCY = / ?\)/y;

/** What words hold when `amounts` finds something in them: to be asked first, being far cheaper. */
export const AMOUNT_SIGNS =
  /€|(?<![a-z])(?:[km]?eur|mds? ?eur|h\.? ?t|t\. ?t|ttc|hors t|toutes t|(?:tva|taxes) (?:comprise|incluse))/;

/**
 * The sums of money of a folded text, in order: « 12 500,00 € ht », « 1,2 m€ », « 50 500€ euros hors taxe »,
 * « quatre cents euros », « eur 90 000 », « 90 000 ht ». A number without currency nor tax is none, but it is
 * one as the lower end of a range (« entre 40 000 et 90 000 € ») and in « quatre cents (400) euros ».
 */
export function amounts(folded: string): AmountItem[] {
  const all = numbers(folded, { articles: true, glued: true });
  const found: AmountItem[] = [];
  let end = 0;
  for (const [index, number] of all.entries()) {
    if (number.from < end) continue;
    const previous = all[index - 1];
    if (isGlued(folded, number.from)) continue;
    const money = readCurrency(folded, number) ?? bracketed(folded, previous, number) ?? readBare(folded, number, end);
    if (money === undefined) continue;
    const amount = amountOf(folded, number, money);
    const other = previous !== undefined && previous.from >= end && otherOf(folded, previous, number, amount);
    if (other) found.push(other);
    found.push(amount);
    end = amount.to;
  }
  return ordered(found);
}

/** « lot90 » is no number, « eur90 » is. */
const isGlued = (folded: string, from: number): boolean =>
  /[a-z]/.test(folded[from - 1] ?? '') && !/(?:^|[^a-z])eur$/.test(before(folded, from, 4));

/** What the number before an amount is in the same currency: the amount in words, or the lower end of a range. */
function otherOf(folded: string, number: NumberItem, next: NumberItem, amount: AmountItem): AmountItem | undefined {
  if (!bracketed(folded, number, next)) return sharing(folded, number, next, amount);
  return { ...amount, from: number.from, to: number.to, value: number.value, words: number.words };
}

/** « quatre cents (400) euros »: the currency stands after the bracket of the second number. */
function bracketed(folded: string, first: NumberItem | undefined, second: NumberItem): Money | undefined {
  if (first === undefined || first.words === second.words) return undefined;
  if (!BRACKET.test(folded.slice(first.to, second.from))) return undefined;
  const closing = matchAt(CLOSED_CURRENCY, folded, second.to);
  if (closing === undefined) return undefined;
  return readCurrency(folded, { ...second, to: second.to + closing[0].length });
}

const SAME = /^[ ,;:=-]*(?:\( ?)?(?:(?:soit|en (?:toutes )?lettres|en chiffres)[ ,:]*)*(?:\( ?)?$/;
/** Said of the amount before it is written again in brackets: « 75 000 € ht au plus (soixante-quinze mille euros) ». */
const SAID_OF =
  /^(?: (?:au (?:plus|moins|maximum|minimum|total)|maximum|minimum|maxi|mini|forfaitaires?|par (?:an|mois|equipe|candidat|projet|lot))){1,2} ?\(/;

/**
 * The couples [words, figures] that write one amount twice, in either order: « quatre cents euros (400 €) »,
 * « 450 € ht, soit quatre cent cinquante euros ». The two values may differ: that is for the caller to see.
 */
export function pairs(folded: string): (readonly [words: AmountItem, figures: AmountItem])[] {
  const found: (readonly [AmountItem, AmountItem])[] = [];
  const items = amounts(folded);
  for (let i = 0; i + 1 < items.length; i++) {
    const [a, b] = [items[i], items[i + 1]];
    if (a === undefined || b === undefined || a.words === b.words || b.from - a.to > 40) continue;
    const gap = folded.slice(a.to, b.from);
    const said = /^ ?\)/.test(folded.slice(b.to)) ? gap.replace(SAID_OF, '(') : gap;
    if (!SAME.test(said) || !/[(=:]|soit|lettres|chiffres/.test(gap)) continue;
    found.push(a.words ? [a, b] : [b, a]);
    i += 1;
  }
  return found;
}

/** Where an amount ends for a reader: the full stop of « 12 000 € HT. » ends the sentence, that of « H.T. » does not. */
export const endOfSum = (folded: string, { from, to }: Stretch): number =>
  /[^.]ht\.$/.test(folded.slice(from, to)) ? to - 1 : Math.min(to, folded.length);
