/**
 * What a regular expression cannot do without: strings of which one stands in whatever it matches. Read off its source,
 * so that a text which holds none of them need not be searched. Whatever is not understood asks for nothing.
 */

/** Every string that a part of an expression may match, when there are few; what any match of it holds, when known. */
interface Part {
  readonly exact: readonly string[] | undefined;
  readonly holds: readonly string[] | undefined;
}

/** Letters in a shorter string stand nearly everywhere; figures and signs do not. */
const SHORTEST = 3;
const TELLING = /[^a-z ,.'-]/;
/** Strings kept while parts are put one after the other. */
const MOST = 32;

const EMPTY: Part = { exact: [''], holds: undefined };
const ANYTHING: Part = { exact: undefined, holds: undefined };

const shortest = (strings: readonly string[]): number => Math.min(...strings.map((s) => s.length));

/** Strings that are worth looking for, or undefined. */
const useful = (strings: readonly string[] | undefined): readonly string[] | undefined =>
  strings?.every((s) => s.length >= SHORTEST || TELLING.test(s)) ? strings : undefined;

/** The more telling of two conditions: the longer strings, then the fewer. */
function better(a: readonly string[] | undefined, b: readonly string[] | undefined): readonly string[] | undefined {
  if (!a || !b) return a ?? b;
  const weigh = (s: readonly string[]) => Math.min(shortest(s), 6) - Math.log2(s.length) / 2;
  return weigh(b) > weigh(a) ? b : a;
}

const REPETITION = /(?:[*+?]|\{(\d+)(?:,\d*)?\})\??/y;
/** Plain characters, without the one that a mark of repetition is about. */
const WORDS = /[a-z ',-]+(?![*+?{])/y;
const OPENING = /\?(?:[:=!]|<[=!]|<\w+>)/y;

class Source {
  private at = 0;
  private readonly text: string;
  constructor(text: string) {
    this.text = text;
  }

  /** Alternatives, up to a closing bracket or the end. */
  alternatives(): Part {
    const parts = [this.sequence()];
    while (this.text[this.at] === '|') {
      this.at++;
      parts.push(this.sequence());
    }
    if (parts.length === 1) return parts[0] as Part;
    const exact = parts.every((p) => p.exact) ? parts.flatMap((p) => p.exact ?? []) : undefined;
    const every = parts.map((p) => useful(p.exact) ?? p.holds);
    const holds = every.every((h) => h !== undefined) ? every.flatMap((h) => h ?? []) : undefined;
    return { exact: exact && exact.length <= MOST ? exact : undefined, holds };
  }

  private sequence(): Part {
    let run: readonly string[] = [''];
    let holds: readonly string[] | undefined;
    let whole = true;
    const cut = () => {
      holds = better(holds, useful(run));
      run = [''];
      whole = false;
    };
    while (this.at < this.text.length && this.text[this.at] !== '|' && this.text[this.at] !== ')') {
      const part = this.repeated();
      holds = better(holds, part.holds);
      if (!part.exact) {
        cut();
        continue;
      }
      if (part.exact.length * run.length > MOST) cut();
      run =
        part.exact.length === 1 && part.exact[0] === ''
          ? run
          : run.flatMap((r) => (part.exact ?? []).map((e) => r + e));
    }
    const last = useful(run);
    return { exact: whole ? run : undefined, holds: better(holds, last) };
  }

  /** One thing with the mark of repetition after it. */
  private repeated(): Part {
    const part = this.one();
    REPETITION.lastIndex = this.at;
    const mark = REPETITION.exec(this.text);
    if (!mark) return part;
    this.at += mark[0].length;
    if (mark[0].startsWith('?')) return { exact: part.exact && [...part.exact, ''], holds: undefined };
    if (mark[0].startsWith('*') || mark[1] === '0') return ANYTHING;
    const times = Number(mark[1] ?? 1);
    const exact = part.exact?.length === 1 ? [(part.exact[0] as string).repeat(Math.min(times, 9))] : part.exact;
    return { exact: undefined, holds: useful(exact) ?? part.holds };
  }

  private one(): Part {
    WORDS.lastIndex = this.at;
    const words = WORDS.exec(this.text)?.[0];
    if (words) {
      this.at += words.length;
      return { exact: [words], holds: undefined };
    }
    const c = this.text[this.at++] as string;
    if (c === '(') return this.group();
    if (c === '[') return this.characters();
    if (c === '^' || c === '$') return EMPTY;
    if (c === '.') return ANYTHING;
    if (c !== '\\') return { exact: [c], holds: undefined };
    const escaped = this.text[this.at++] as string;
    if (escaped === 'b' || escaped === 'B') return EMPTY;
    if (escaped === 'd') return { exact: ['0'], holds: undefined };
    if (!/[a-z0-9]/i.test(escaped)) return { exact: [escaped], holds: undefined };
    if (escaped === 'k') this.at = this.text.indexOf('>', this.at) + 1;
    else if (escaped === 'p' || escaped === 'P') this.at = this.text.indexOf('}', this.at) + 1;
    else if (escaped === 'u' && this.text[this.at] === '{') this.at = this.text.indexOf('}', this.at) + 1;
    else if (escaped === 'u') this.at += 4;
    else if (escaped === 'x') this.at += 2;
    return ANYTHING;
  }

  private group(): Part {
    OPENING.lastIndex = this.at;
    const opening = OPENING.exec(this.text)?.[0] ?? '';
    this.at += opening.length;
    const inner = this.alternatives();
    this.at++;
    if (opening.endsWith('=')) return { exact: EMPTY.exact, holds: useful(inner.exact) ?? inner.holds };
    return opening.endsWith('!') ? EMPTY : inner;
  }

  private characters(): Part {
    const from = this.at;
    while (this.text[this.at] !== ']') this.at += this.text[this.at] === '\\' ? 2 : 1;
    const inner = this.text.slice(from, this.at++);
    if (inner === '0-9' || inner === '1-9' || inner === '\\d') return { exact: ['0'], holds: undefined };
    if (inner.startsWith('^') || /[a-z0-9]-|\\[a-z]/i.test(inner)) return ANYTHING;
    const each = [...inner.replace(/\\/g, '')];
    return { exact: each.length <= 8 ? each : undefined, holds: undefined };
  }
}

/** Digits stand for one another in what is needed. */
export const blur = (text: string): string => text.replace(/[0-9]/g, '0');

/** Those that hold none of the others. */
function shortestOf(strings: readonly string[]): string[] {
  const kept: string[] = [];
  for (const string of [...strings].sort((a, b) => a.length - b.length))
    if (!kept.some((k) => string.includes(k))) kept.push(string);
  return kept;
}

const known = new Map<string, readonly string[] | undefined>();

/**
 * Strings of three units or more, digits blurred, of which a folded text holds one if the expression matches in it;
 * undefined when that cannot be told. Expressions that ignore case are not read.
 */
export function needsOf(pattern: RegExp): readonly string[] | undefined {
  if (/[iv]/.test(pattern.flags)) return undefined;
  const { source } = pattern;
  if (!known.has(source)) {
    const part = new Source(source).alternatives();
    const holds = useful(part.exact) ?? part.holds;
    known.set(source, holds && shortestOf(holds.map(blur)));
  }
  return known.get(source);
}
