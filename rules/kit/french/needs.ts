/**
 * What a regular expression cannot do without, read off its source, so that a text which lacks it need not be searched.
 * Whatever is not understood asks for nothing.
 */
import { bare, beginsWord, EDGE, endsWord, isLetter, trimmed, WORD_BEGINS, WORD_ENDS } from './edges.ts';
import { rateOf } from './rarity.ts';

/** Strings of which one stands in whatever an expression matches, with the marks of `edges.ts`. */
export type Clause = readonly string[];

interface Part {
  /** Every string that it may match, when there are few. */
  readonly exact: readonly string[] | undefined;
  /** What any match of it holds one of, when known. */
  readonly holds: Clause | undefined;
  /** True when what it matches never ends in a letter. */
  readonly closes: boolean;
  /** True when it may match nothing, of those that have no `exact`. */
  readonly optional: boolean;
}

/** Letters in a shorter string stand nearly everywhere; whole words, the beginnings of words, figures and signs do not. */
const SHORTEST = 3;
const TELLING = /[^a-z ,.'-]/;
/** Strings kept while parts are put one after the other. */
const MOST_STRINGS = 32;

const exactly = (...exact: readonly string[]): Part => ({ exact, holds: undefined, closes: false, optional: false });
const EMPTY = exactly('');
const anything = (closes: boolean, optional = false): Part => ({
  exact: undefined,
  holds: undefined,
  closes,
  optional,
});
const ANYTHING = anything(false);

const isTelling = (text: string): boolean => {
  const inside = bare(text);
  if (inside.length >= SHORTEST || TELLING.test(inside)) return true;
  return beginsWord(text) && (inside.length === 2 || (inside.length === 1 && endsWord(text)));
};

/** These strings if all are worth looking for. */
function useful(exact: readonly string[] | undefined): Clause | undefined {
  const strings = exact?.map(trimmed);
  return strings?.every(isTelling) ? strings : undefined;
}

/** Of a thousand sentences, in how many one of them stands, roughly. */
const rate = (strings: Clause): number => strings.reduce((sum, s) => sum + rateOf(s), 0);

/** The more telling of two. */
function better(a: Clause | undefined, b: Clause | undefined): Clause | undefined {
  if (!a || !b) return a ?? b;
  return rate(b) < rate(a) ? b : a;
}

/** Whatever holds for a part. */
const clauseOf = ({ exact, holds }: Part): Clause | undefined => better(useful(exact), holds);

/** True when no letter stands before the letters that come after a part; `before`: when none does before those of it. */
function closesAfter({ exact, closes: ends, optional }: Part, before: boolean): boolean {
  if (!exact) return ends && (before || !optional);
  return exact.every((s) => {
    const last = bare(s).at(-1);
    return last === undefined ? before || s.includes(WORD_BEGINS) || s.includes(EDGE) : !isLetter(last);
  });
}

const REPETITION = /(?:[*+?]|\{(\d+)(?:,\d*)?\})\??/y;
/** Plain characters, without the one that a mark of repetition is about. */
const WORDS = /[a-z ',-]+(?![*+?{])/y;
const OPENING = /\?(?:[:=!]|<[=!]|<\w+>)/y;
/** What no letter follows: the end of a word, or something else than a letter. */
const CLOSED = /\(\?!(?:\\w|\[(?:[^\]^\\]|\\.)*(?:a-z|\\w)(?:[^\]\\]|\\.)*\])|\\b|\$|(?:[ ',;:"-]|\\[.()/])(?![*?{])/y;
/** A set of characters with all letters in it. */
const LETTERS = /^(?:\\w|\[(?:[^\]^\\]|\\.)*(?:a-z|\\w)(?:[^\]\\]|\\.)*\])$/;

/** Where each bracket of an expression ends. */
function endsOf(text: string): ReadonlyMap<number, number> {
  const ends = new Map<number, number>();
  const open: number[] = [];
  for (const { 0: mark, index } of text.matchAll(/\\.|\[(?:[^\]\\]|\\.)*\]|[()]/g)) {
    if (mark === '(') open.push(index);
    if (mark === ')') ends.set(open.pop() as number, index);
  }
  return ends;
}

class Source {
  private at = 0;
  private readonly text: string;
  private readonly ends: ReadonlyMap<number, number>;
  constructor(text: string) {
    this.text = text;
    this.ends = endsOf(text);
  }

  /** True when no letter follows what ends at a place; `after`: when none follows the alternative that it is in. */
  private isClosedAt(at: number, after: boolean): boolean {
    const next = this.text[at];
    if (next === undefined || next === '|' || next === ')') return after;
    CLOSED.lastIndex = at;
    return CLOSED.test(this.text);
  }

  /** Alternatives, up to a closing bracket or the end. `before`, `after`: true when no letter stands there. */
  alternatives(before: boolean, after: boolean): Part {
    const parts = [this.sequence(before, after)];
    while (this.text[this.at] === '|') {
      this.at++;
      parts.push(this.sequence(before, after));
    }
    if (parts.length === 1) return parts[0] as Part;
    const clauses = parts.map(clauseOf);
    const exact = parts.every((p) => p.exact) ? parts.flatMap((p) => p.exact ?? []) : undefined;
    return {
      exact: exact && exact.length <= MOST_STRINGS ? exact : undefined,
      holds: clauses.every((c) => c !== undefined) ? clauses.flat() : undefined,
      closes: parts.every((p) => closesAfter(p, false)),
      optional: parts.some((p) => (p.exact ? p.exact.some((s) => bare(s) === '') : p.optional)),
    };
  }

  private sequence(before: boolean, after: boolean): Part {
    let closed = before;
    let run: readonly string[] = [closed ? WORD_BEGINS : ''];
    let holds: Clause | undefined;
    let whole = true;
    let optional = true;
    const cut = () => {
      holds = better(holds, useful(run));
      run = [closed ? WORD_BEGINS : ''];
      whole = false;
    };
    while (this.at < this.text.length && this.text[this.at] !== '|' && this.text[this.at] !== ')') {
      const part = this.repeated(closed, after);
      holds = better(holds, part.holds);
      const { exact } = part;
      if (exact && exact.length * run.length > MOST_STRINGS) cut();
      closed = closesAfter(part, closed);
      if (!exact) cut();
      else if (exact.length !== 1 || exact[0] !== '') run = run.flatMap((r) => exact.map((e) => r + e));
      optional &&= exact ? exact.some((s) => bare(s) === '') : part.optional;
    }
    if (after) run = run.map((r) => r + WORD_ENDS);
    if (whole) return { exact: run, holds, closes: closed, optional };
    return { exact: undefined, holds: better(holds, useful(run)), closes: closed, optional };
  }

  /** One thing with the mark of repetition after it. */
  private repeated(before: boolean, after: boolean): Part {
    const from = this.at;
    const part = this.one(before, after);
    REPETITION.lastIndex = this.at;
    const mark = REPETITION.exec(this.text);
    if (!mark) return part;
    const ends = closesAfter(part, true);
    if (before && !ends && !mark[0].startsWith('?')) {
      // It may stand after itself.
      this.at = from;
      return this.repeated(false, after);
    }
    this.at += mark[0].length;
    if (mark[0].startsWith('?'))
      return part.exact ? { ...part, exact: [...part.exact, ''], holds: undefined } : anything(ends, true);
    if (mark[0].startsWith('*') || mark[1] === '0') return anything(ends, true);
    const times = Number(mark[1] ?? 1);
    const exact = part.exact?.length === 1 ? [(part.exact[0] as string).repeat(Math.min(times, 9))] : part.exact;
    return { ...anything(ends), holds: clauseOf({ ...part, exact }) };
  }

  private one(before: boolean, after: boolean): Part {
    WORDS.lastIndex = this.at;
    const words = WORDS.exec(this.text)?.[0];
    if (words) {
      this.at += words.length;
      return exactly(words);
    }
    const c = this.text[this.at++] as string;
    if (c === '(') return this.group(before, after);
    if (c === '[') return this.characters();
    if (c === '^') return exactly(WORD_BEGINS);
    if (c === '$') return exactly(WORD_ENDS);
    if (c === '.') return ANYTHING;
    return c === '\\' ? this.escaped() : exactly(c);
  }

  private escaped(): Part {
    const escaped = this.text[this.at++] as string;
    if (escaped === 'b') return exactly(EDGE);
    if (escaped === 'B') return EMPTY;
    if (escaped === 'd') return exactly('0');
    if (!/[a-z0-9]/i.test(escaped)) return exactly(escaped);
    if (escaped === 'k') this.at = this.text.indexOf('>', this.at) + 1;
    else if (escaped === 'p' || escaped === 'P') this.at = this.text.indexOf('}', this.at) + 1;
    else if (escaped === 'u' && this.text[this.at] === '{') this.at = this.text.indexOf('}', this.at) + 1;
    else if (escaped === 'u') this.at += 4;
    else if (escaped === 'x') this.at += 2;
    return anything(escaped === 's' || escaped === 'W');
  }

  private group(before: boolean, after: boolean): Part {
    const end = this.ends.get(this.at - 1) as number;
    OPENING.lastIndex = this.at;
    const opening = OPENING.exec(this.text)?.[0] ?? '';
    this.at += opening.length;
    const from = this.at;
    const inner = /^\?<?[=!]/.test(opening)
      ? this.alternatives(before && !opening.includes('<'), false)
      : this.alternatives(before, this.isClosedAt(end + 1, after));
    const text = this.text.slice(from, this.at++);
    if (opening.endsWith('=')) return { ...EMPTY, holds: clauseOf(inner) };
    if (!opening.endsWith('!')) return inner;
    if (!LETTERS.test(text)) return EMPTY;
    return exactly(opening.includes('<') ? WORD_BEGINS : WORD_ENDS);
  }

  private characters(): Part {
    const from = this.at;
    while (this.text[this.at] !== ']') this.at += this.text[this.at] === '\\' ? 2 : 1;
    const inner = this.text.slice(from, this.at++);
    if (inner === '0-9' || inner === '1-9' || inner === '\\d') return exactly('0');
    if (inner.startsWith('^')) return anything(/a-z|\\w/.test(inner));
    if (/[a-z0-9]-|\\[a-z]/i.test(inner)) return anything(/^(?:0-9|\\[ds]|[^a-z\\-])+-?$/i.test(inner));
    const each = [...inner.replace(/\\/g, '')];
    return each.length <= 8 ? exactly(...each) : anything(!/[a-z]/i.test(inner));
  }
}

/** Digits stand for one another in what is needed. */
const blur = (text: string): string => text.replace(/[0-9]/g, '0');

/** Those that hold none of the others. */
function shortestOf(strings: readonly string[]): string[] {
  const kept: string[] = [];
  for (const string of [...strings].sort((a, b) => a.length - b.length))
    if (!kept.some((k) => string.includes(k))) kept.push(string);
  return kept;
}

const known = new Map<string, Clause | undefined>();

/** Of a thousand sentences, in how many a clause stands that is not worth looking for: next to all hold « de », « le », « un »… */
const NEARLY_ALL = 600;

/**
 * Strings of which a folded text in which the expression matches holds one, digits blurred to zeros, with the marks of
 * `edges.ts`; undefined when that cannot be told, or one stands nearly everywhere. Expressions that ignore case are not read.
 */
export function needsOf(pattern: RegExp): Clause | undefined {
  if (/[iv]/.test(pattern.flags)) return undefined;
  const { source } = pattern;
  if (!known.has(source)) {
    const clause = clauseOf(new Source(source).alternatives(false, false));
    known.set(source, clause && rate(clause) < NEARLY_ALL ? shortestOf(clause.map(blur)) : undefined);
  }
  return known.get(source);
}
