/**
 * Folding: one plain spelling for the many ways French is typed. Lower case, no accents (œ → oe), `'` for every
 * apostrophe, `-` for every dash, `"` for every quote with no space inside, one ordinary space for any white space.
 * Patterns are then plain ASCII, where JavaScript's `\b` and `\w` tell the truth.
 */
export interface Folded {
  readonly text: string;
  /** Index in the original of each folded unit, and the original's length at the end; undefined when each unit gave one. */
  readonly map: Uint32Array | undefined;
}

const APOSTROPHES = "'’‘ʼ′`´";
const DASHES = '-\u2010\u2011\u2012\u2013\u2014\u2015\u2212';
const QUOTES = '"«»“”„';
const OPENING = '«“„';
/** Arrows lead to an item at the head of a line, and elsewhere from one thing to another: folding keeps them. */
const ARROWS = '→⇒';
/** Marks of the items of a list wherever they stand, as word processors have them. */
export const DOTS =
  '•·◦▪■◼➢✦●○❖➔►‣∙\uf0b7\uf0a7\uf0fc\uf0d8\uf03c\uf0e4\uf06f\uf0a8\uf071\uf0c4\uf0e0\uf0e8\uf09f\uf0de\uf0f0\uf0b2\uf076\uf06c\uf06e\uf075\uf02d\uf02a\uf0f8\uf0a1\uf0ae\ue00c\ue12c';
/** Marks of an item at the head of a line. */
export const BULLETS = DOTS + ARROWS;
const isSpace = (c: string) => /\s/.test(c);

const table = new Map<string, string>();
for (const c of APOSTROPHES) table.set(c, "'");
for (const c of DASHES) table.set(c, '-');
for (const c of DOTS) table.set(c, '-');
table.set('œ', 'oe').set('Œ', 'oe').set('æ', 'ae').set('Æ', 'ae').set('ß', 'ss');
table.set('º', '°').set('…', '...').set('\ufb01', 'fi').set('\ufb02', 'fl').set('\ufb00', 'ff').set('×', 'x');
for (const invisible of ['\u00ad', '\u200b', '\u200c', '\u200d', '\u2060', '\ufeff']) table.set(invisible, '');
for (let code = 0x300; code <= 0x36f; code++) table.set(String.fromCharCode(code), '');

const foldUnit = (c: string): string => {
  const known = table.get(c);
  if (known !== undefined) return known;
  const base = c
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();
  const value = base.length === 1 ? base : c;
  table.set(c, value);
  return value;
};

/** What a unit becomes whatever stands beside it, when that is one unit; 0 for others, 0xffff when not yet known. */
const alone = new Uint16Array(65536).fill(0xffff);
function foldAlone(code: number): number {
  const c = String.fromCharCode(code);
  const folded = isSpace(c) ? ' ' : c === '"' ? c : QUOTES.includes(c) ? '' : foldUnit(c);
  const value = folded.length === 1 ? folded.charCodeAt(0) : 0;
  alone[code] = value;
  return value;
}

const SPACE = 0x20;
const HYPHEN = 0x2d;
/** Units folded at once on the stack. */
const MOST_UNITS = 4096;
const units = new Uint16Array(MOST_UNITS);

/** Folds a text in which each unit gives one: most are such. Undefined for others. */
function foldOneByOne(text: string): string | undefined {
  const { length } = text;
  if (length > MOST_UNITS) return undefined;
  let last = SPACE;
  for (let i = 0; i < length; i++) {
    const code = text.charCodeAt(i);
    let unit = alone[code] as number;
    if (unit === 0xffff) unit = foldAlone(code);
    // Spaces that run together, or begin the text, and a word cut at the end of a line.
    if (unit === 0 || (unit === SPACE && (last === SPACE || (last === HYPHEN && code !== SPACE)))) return undefined;
    units[i] = unit;
    last = unit;
  }
  return String.fromCharCode.apply(null, units.subarray(0, length) as unknown as number[]);
}

/** Folds a text and remembers where each unit came from. */
export function fold(text: string): Folded {
  const even = foldOneByOne(text);
  return even === undefined ? foldUnits(text) : { text: even, map: undefined };
}

function afterSpaces(text: string, start: number): number {
  let end = start + 1;
  while (end < text.length && isSpace(text[end] as string)) end++;
  return end;
}

/** Spaces that stand within quotes, at either end. */
const isInQuotes = (text: string, start: number, end: number): boolean =>
  (start > 0 && OPENING.includes(text[start - 1] as string)) || text[end] === '»' || text[end] === '”';

/** Folds any text, unit by unit. */
export function foldUnits(text: string): Folded & { readonly map: Uint32Array } {
  const map = new Uint32Array(text.length * 3 + 1);
  const parts: string[] = [];
  let n = 0;
  // The last two units are kept apart: reading them back from a text being built costs its length.
  let last = '';
  let lastButOne = '';
  const push = (s: string, at: number) => {
    for (let k = 0; k < s.length; k++) {
      map[n++] = at;
      lastButOne = last;
      last = s[k] as string;
    }
    parts.push(s);
  };
  let i = 0;
  while (i < text.length) {
    const code = text.charCodeAt(i);
    if (code >= 0x61 && code <= 0x7a) {
      push(text[i] as string, i++);
      continue;
    }
    const c = text[i] as string;
    if (code === 0x20 || isSpace(c)) {
      const end = afterSpaces(text, i);
      // A word that a converter cut at the line's end keeps its hyphen and loses the break.
      const cut = last === '-' && n > 1 && /[a-z0-9]/.test(lastButOne) && /[\n\r]/.test(text.slice(i, end));
      if (n > 0 && !cut && !isInQuotes(text, i, end)) push(' ', i);
      i = end;
      continue;
    }
    push(QUOTES.includes(c) ? '"' : foldUnit(c), i++);
  }
  map[n] = text.length;
  return { text: parts.join(''), map: map.slice(0, n + 1) };
}

const MARKS = /[\u0300-\u036f]/g;
/** What folding leaves as it is. */
const FOLDED = /^[a-z0-9'-]+(?: [a-z0-9'-]+)*$/;

/** Folds without a map: for data and for what an author writes. */
export function plain(text: string): string {
  // Of most words that is all, and far sooner done.
  const bare = text.normalize('NFD').replace(MARKS, '').toLowerCase();
  return FOLDED.test(bare) ? bare : fold(text).text.trim();
}
