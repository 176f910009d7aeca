import { before, matchAt, matchesIn, ordered, type Stretch } from './scan.ts';

/** A number read in folded text. `text` is the folded text of the stretch, `words` whether it is spelled out. */
export interface NumberItem extends Stretch {
  readonly value: number;
  readonly text: string;
  readonly words: boolean;
}

export interface OrdinalItem extends Stretch {
  readonly value: number;
}

export interface NumberOptions {
  /** Reads « un » and « une » alone as 1. */
  readonly articles?: boolean;
  /** Reads figures stuck to a word, as converted PDF gives them: « prestations60.0 % ». */
  readonly glued?: boolean;
}

const SMALL: Readonly<Record<string, number>> = {
  zero: 0,
  un: 1,
  une: 1,
  deux: 2,
  trois: 3,
  quatre: 4,
  cinq: 5,
  six: 6,
  sept: 7,
  huit: 8,
  neuf: 9,
  dix: 10,
  onze: 11,
  douze: 12,
  treize: 13,
  quatorze: 14,
  quinze: 15,
  seize: 16,
};
const TENS: Readonly<Record<string, number>> = {
  vingt: 20,
  vingts: 20,
  trente: 30,
  quarante: 40,
  cinquante: 50,
  soixante: 60,
  septante: 70,
  huitante: 80,
  octante: 80,
  nonante: 90,
};
const SCALES: Readonly<Record<string, number>> = {
  cent: 100,
  cents: 100,
  mille: 1e3,
  million: 1e6,
  millions: 1e6,
  milliard: 1e9,
  milliards: 1e9,
};

const WORD = `(?:${[...Object.keys(SMALL), ...Object.keys(TENS), ...Object.keys(SCALES)]
  .sort((a, b) => b.length - a.length)
  .join('|')})\\b`;
const WORD_RUN = new RegExp(`\\b${WORD}(?:[ -](?:et[ -])?${WORD})*`, 'g');

interface Token extends Stretch {
  readonly word: string;
}

/** A reading position in the words of one run. Each `read…` advances only when it succeeds. */
class WordReader {
  constructor(
    private readonly tokens: readonly Token[],
    public index = 0,
  ) {}

  private word(ahead = 0): string {
    return this.tokens[this.index + ahead]?.word ?? '';
  }

  /** 1 to 19, « dix-sept » included. */
  private readSmall(): number | undefined {
    const value = SMALL[this.word()];
    if (value === undefined) return undefined;
    this.index += 1;
    const unit = SMALL[this.word()];
    if (value === 10 && unit !== undefined && unit >= 7 && unit <= 9) {
      this.index += 1;
      return 10 + unit;
    }
    return value;
  }

  /** 0 to 99. */
  private readTens(): number | undefined {
    let tens = TENS[this.word()];
    const eighty = this.word() === 'quatre' && /^vingts?$/.test(this.word(1));
    if (eighty) tens = 80;
    if (tens === undefined) return this.readSmall();
    this.index += eighty ? 2 : 1;
    const start = this.index;
    if (this.word() === 'et') this.index += 1;
    const joined = this.index > start;
    const rest = this.word() === 'quatre' && /^vingts?$/.test(this.word(1)) ? undefined : this.readSmall();
    const limit = eighty || tens === 60 ? 19 : 9;
    if (rest === undefined || rest === 0 || rest > limit || (joined && rest !== 1 && rest !== 11)) {
      this.index = start;
      return tens;
    }
    return tens + rest;
  }

  /** 0 to 999, and « onze cents » to « dix-neuf cents ». */
  private readHundreds(): number | undefined {
    const start = this.index;
    const first = this.word() === 'cent' ? 1 : this.readTens();
    if (first === undefined) return undefined;
    if (!/^cents?$/.test(this.word()) || first > 19 || first === 0 || (first === 1 && this.index > start)) return first;
    this.index += 1;
    const mark = this.index;
    const rest = this.word() === 'et' ? undefined : this.readTens();
    if (rest === undefined || rest === 0 || /^cents?$/.test(this.word())) {
      this.index = mark;
      return first * 100;
    }
    return first * 100 + rest;
  }

  /** The longest number that starts here. */
  read(): number | undefined {
    let total: number | undefined;
    let ceiling = Infinity;
    for (;;) {
      const start = this.index;
      const group = this.word() === 'mille' ? 1 : this.readHundreds();
      const scale = SCALES[this.word()] ?? 0;
      const scaled = group !== undefined && group > 0 && scale >= 1000 && scale < ceiling;
      // A second « mille » multiplies nothing that is left to read.
      const none = !scaled && this.index === start;
      if (group === undefined || none || (total !== undefined && group === 0)) {
        this.index = start;
        return total;
      }
      const before = total ?? 0;
      if (!scaled) return before + group;
      this.index += 1;
      total = before + group * scale;
      ceiling = scale;
      if (this.word() === 'et') return total;
    }
  }
}

const ONE_WORD = /[a-z]+/g;
function tokensOf(run: string, offset: number): Token[] {
  return matchesIn(ONE_WORD, run).map((m) => ({
    word: m[0],
    from: offset + m.index,
    to: offset + m.index + m[0].length,
  }));
}

/**
 * The value of a whole string that is one number in words, « une » included.
 * @returns undefined when anything else stands in it
 */
export function parseWords(folded: string): number | undefined {
  const text = folded.trim();
  if (text.length > 200 || !/^[a-z]+(?:[ -][a-z]+)*$/.test(text)) return undefined;
  const tokens = tokensOf(text, 0);
  const reader = new WordReader(tokens);
  const value = reader.read();
  return reader.index === tokens.length ? value : undefined;
}

const AFTER_NEW = /(?: (?:et|ou|de|du|des|a|en|pour|dans|qui|sur|avec|est|sont|ne|par|au)\b|[.,;:!?"]|$)/y;
const ORDINAL_NEXT = /[ -](?:et[ -])?[a-z]{2,12}ieme\b/y;
const PERCENT = /(?:\d|[a-z]) (?:pour|p\.) ?$/;

/** Words that look like numbers and are none: « remise à neuf », « sept. 2027 », « soixante pour cent », « deux-roues ». */
function isLookalike(folded: string, from: number, to: number): boolean {
  const text = folded.slice(from, to);
  if (folded[from - 1] === '-' && /[a-z]/.test(folded[from - 2] ?? '')) return true;
  if (folded[to] === '-' && /[a-z]/.test(folded[to + 1] ?? '')) return true;
  if (text === 'neuf' && (matchAt(AFTER_NEW, folded, to) || /\b(?:a|etat|tout|flambant) $/.test(before(folded, from))))
    return true;
  if (text === 'sept' && matchAt(/\. /y, folded, to) && matchAt(/\. \d{4}\b/y, folded, to)) return true;
  if (text === 'cent' && PERCENT.test(before(folded, from)) && endsWithNumber(before(folded, from))) return true;
  return matchAt(ORDINAL_NEXT, folded, to) !== undefined && isOrdinalWord(folded, to);
}

const LAST_NUMBER = new RegExp(`(?:\\d|\\b${WORD}) (?:pour|p\\.) ?$`);
const endsWithNumber = (text: string) => LAST_NUMBER.test(text);

function isOrdinalWord(folded: string, index: number): boolean {
  const word = matchAt(ORDINAL_NEXT, folded, index)?.[0].match(/[a-z]+$/)?.[0] ?? '';
  return cardinalOf(word) !== undefined;
}

/** « un » stands alone, not in « l'un », « quelqu'un ». */
const isOwnWord = (folded: string, from: number): boolean => !/(?:\bl'|quelqu')$/.test(before(folded, from));

function* wordNumbers(folded: string, articles: boolean): Generator<NumberItem> {
  for (const run of matchesIn(WORD_RUN, folded)) {
    const tokens = tokensOf(run[0], run.index);
    const reader = new WordReader(tokens);
    while (reader.index < tokens.length) {
      const first = tokens[reader.index];
      const value = reader.read();
      if (value === undefined || first === undefined) {
        reader.index += 1;
        continue;
      }
      const to = tokens[reader.index - 1]?.to ?? first.to;
      const text = folded.slice(first.from, to);
      const isArticle = /^une?$/.test(text) && !(articles && isOwnWord(folded, first.from));
      if (!isArticle && !isLookalike(folded, first.from, to)) yield { from: first.from, to, value, text, words: true };
    }
  }
}

const DIGITS = /\d+/g;
// « Lot 1   480 000 € »: the number of a lot is no part of the sum in the next column.
const FIGURES =
  /(?<!\d|\d[.,]|(?<![a-z])lots? (?:n ?° ?)?)[1-9]\d{0,2}(?: \d{3}){1,4}(?!\d)(?:[.,]\d+)?(?![.,]?\d)|\d+(?:[.,]\d+)*/g;
const SUFFIX = /(?:ers?|eres?|e|es|emes?|iemes?|nde?s?)\b/y;
const SCALE = /[ ]?(mille|millions?|milliards?)\b/y;

/**
 * The value of figures as the French write them. « 12.500 » is 12500, « 60.0 » is 60, « 12,500 » is 12.5.
 * @returns undefined for section numbers and lists (« 4.2.1 », « 1,2,3 »)
 */
export function parseFigures(text: string): number | undefined {
  const compact = text.replaceAll(' ', '');
  const parts = compact.split(/[.,]/);
  const marks = compact.replace(/\d/g, '');
  const grouped = /^[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?$/.test(compact) && !text.includes(' ');
  const english = /^[1-9]\d{0,2}(?:,\d{3}){2,}$/.test(compact);
  let value: number;
  if (grouped) value = Number(compact.replaceAll('.', '').replace(',', '.'));
  else if (english) value = Number(compact.replaceAll(',', ''));
  else if (marks.length > 1) return undefined;
  else value = Number(parts.join('.'));
  return Number.isFinite(value) ? value : undefined;
}

/** Figures with the word after them that multiplies them: « 1,2 million ». */
function scaled(folded: string, from: number, end: number, figures: number): NumberItem {
  const scale = matchAt(SCALE, folded, end);
  const to = end + (scale?.[0].length ?? 0);
  const factor = SCALES[scale?.[1] ?? ''] ?? 1;
  const value = factor === 1 ? figures : Math.round(figures * factor * 100) / 100;
  return { from, to, value, text: folded.slice(from, to), words: false };
}

function* figureNumbers(folded: string, glued: boolean): Generator<NumberItem> {
  for (const match of matchesIn(FIGURES, folded)) {
    const from = match.index;
    if (/[a-z_]/.test(folded[from - 1] ?? '') && !glued) continue;
    if (matchAt(SUFFIX, folded, from + match[0].length)) continue;
    const value = parseFigures(match[0]);
    if (value !== undefined) yield scaled(folded, from, from + match[0].length, value);
    else if (/^\d+(?:,\d+)+$/.test(match[0])) {
      for (const part of matchesIn(DIGITS, match[0])) {
        const start = from + part.index;
        yield { from: start, to: start + part[0].length, value: Number(part[0]), text: part[0], words: false };
      }
    }
  }
}

/**
 * The numbers of a folded text, in figures and in words, in order. « 1,2 million » is one number.
 * Figures stuck to a letter on their left, ordinals and section numbers such as « 4.2.1 » are left out;
 * « 4.2 » cannot be told from a decimal and is read.
 */
export function numbers(folded: string, options: NumberOptions = {}): NumberItem[] {
  return ordered([...figureNumbers(folded, options.glued ?? false), ...wordNumbers(folded, options.articles ?? false)]);
}

const CARDINAL_STEMS: Readonly<Record<string, string>> = { quatr: 'quatre', cinqu: 'cinq', neuv: 'neuf' };

/** « douzieme » → « douze »; undefined for a word that is no ordinal. */
function cardinalOf(word: string): string | undefined {
  const stem = word.match(/^([a-z]+)ieme$/)?.[1];
  if (stem === undefined) return undefined;
  const candidates = [stem, CARDINAL_STEMS[stem] ?? '', `${stem}e`];
  return candidates.find((c) => c in SMALL || c in TENS || c in SCALES);
}

const PREFIX_RUN = new RegExp(`\\b${WORD}(?:[ -](?:et[ -])?${WORD})*[ -](?:et[ -])?$`);
const FIGURE_ORDINAL = /(?<![a-z\d.,_-])(\d{1,4})(?: ?ere?|e|i?eme|nde?)s?\b/g;
const NTH = /\b[a-z]{2,12}ieme\b/g;
const FIRST_SECOND = /\b(?:(premiere?s?)|seconde?|seconds)\b/g;

function* ordinalItems(folded: string): Generator<OrdinalItem> {
  for (const m of matchesIn(FIGURE_ORDINAL, folded))
    yield { from: m.index, to: m.index + m[0].length, value: Number(m[1]) };
  for (const m of matchesIn(FIRST_SECOND, folded)) {
    const isTime = m[1] === undefined && /(?:\d|\bpar|\/) ?$/.test(before(folded, m.index));
    if (!isTime) yield { from: m.index, to: m.index + m[0].length, value: m[1] === undefined ? 2 : 1 };
  }
  for (const m of matchesIn(NTH, folded)) {
    const found = nthAt(folded, m.index, m[0]);
    if (found) yield found;
  }
}

/** « vingt et unieme », from the word that ends it. */
function nthAt(folded: string, at: number, word: string): OrdinalItem | undefined {
  const last = cardinalOf(word);
  if (last === undefined) return undefined;
  const prefix = before(folded, at).match(PREFIX_RUN)?.[0] ?? '';
  const whole = parseWords(prefix + last);
  const value = whole ?? parseWords(last);
  const from = whole === undefined ? at : at - prefix.length;
  return value === undefined ? undefined : { from, to: at + word.length, value };
}

/** Ranks: « premier », « 1er », « deuxieme », « 3e », « seconde », « vingt et unieme ». Plural fractions (« dixiemes ») are none. */
export function ordinals(folded: string): OrdinalItem[] {
  return ordered(ordinalItems(folded));
}

const ROMAN = /^m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/i;
const ROMAN_VALUES: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 };

/** The value of a Roman numeral in its regular form, either case; undefined for anything else (« IIII », ""). */
export function roman(numeral: string): number | undefined {
  if (numeral === '' || !ROMAN.test(numeral)) return undefined;
  const values = [...numeral.toLowerCase()].map((c) => ROMAN_VALUES[c] ?? 0);
  return values.reduce((sum, v, i) => sum + (v < (values[i + 1] ?? 0) ? -v : v), 0);
}
