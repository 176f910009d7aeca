import type { Element } from 'xast';
import type { Package } from './package.ts';
import type { NumberingPlace } from './styles.ts';
import { at, attribute, childrenOf, val } from './xml.ts';

interface Level {
  readonly start: number;
  /** `decimal`, `lowerLetter`, `bullet`… */
  readonly format: string;
  /** `%1.%2`: the numbers of the levels in their place. */
  readonly text: string;
  /** All the numbers in digits, whatever the outer levels use. */
  readonly legal: boolean;
  /** Levels up to this one (from 1) start it again; 0: none does. */
  readonly restart: number | undefined;
}

/** What Word prints before a paragraph. */
export interface Label {
  readonly bullet: boolean;
  /** Empty for a bullet, or when the level prints nothing. */
  readonly text: string;
  /** The number, when what is printed is that number in digits and one mark (`3.`, `3)`), which Markdown prints too. */
  readonly plain?: number;
  /** Several levels are printed (`2.1.3`), or words (`Article 2`). */
  readonly composed: boolean;
  readonly depth: number;
}

interface List {
  readonly abstract: string;
  readonly levels: ReadonlyMap<number, Level>;
  /** Depths of which it sets the first number itself. */
  readonly own: ReadonlySet<number>;
}

/** Goes on by one at a depth: those above have begun, those below begin again. */
function count(counter: number[], depth: number, levels: ReadonlyMap<number, Level>): void {
  for (let d = 0; d < depth; d++) counter[d] ??= levels.get(d)?.start ?? 1;
  counter[depth] = counter[depth] === undefined ? (levels.get(depth)?.start ?? 1) : counter[depth] + 1;
  for (let d = depth + 1; d <= DEEPEST; d++) if ((levels.get(d)?.restart ?? d) > depth) delete counter[d];
}

/** Counts the paragraphs of numbered lists in the order of the text, as Word does. */
export class Numbering {
  private readonly abstracts = new Map<string, Map<number, Level>>();
  private readonly lists = new Map<string, List>();
  /** Counters by abstract list: lists that share one go on with each other's numbers. */
  private readonly counters = new Map<string, number[]>();
  private readonly started = new Set<string>();

  constructor(source: Package) {
    const path = source.related('numbering');
    const tree = path === undefined ? undefined : source.xml(path);
    const links = new Map<string, string>();
    for (const definition of childrenOf(tree, 'w:abstractNum')) {
      const id = attribute(definition, 'w:abstractNumId') ?? '';
      const link = val(definition, 'w:styleLink');
      if (link !== undefined) links.set(link, id);
      this.abstracts.set(id, levelsOf(definition));
    }
    for (const definition of childrenOf(tree, 'w:abstractNum')) {
      // A list may only name the list style that defines it.
      const target = links.get(val(definition, 'w:numStyleLink') ?? '');
      const levels = target === undefined ? undefined : this.abstracts.get(target);
      if (levels) this.abstracts.set(attribute(definition, 'w:abstractNumId') ?? '', levels);
    }
    for (const list of childrenOf(tree, 'w:num')) this.addList(list);
  }

  private addList(list: Element) {
    const abstract = val(list, 'w:abstractNumId') ?? '';
    const levels = new Map(this.abstracts.get(abstract) ?? []);
    const own = new Set<number>();
    for (const override of childrenOf(list, 'w:lvlOverride')) {
      const depth = Number(attribute(override, 'w:ilvl') ?? 0);
      const level = at(override, 'w:lvl');
      if (level) levels.set(depth, levelOf(level));
      const start = val(override, 'w:startOverride');
      const base = levels.get(depth);
      if (start !== undefined && base) {
        levels.set(depth, { ...base, start: Number(start) });
        own.add(depth);
      }
    }
    this.lists.set(attribute(list, 'w:numId') ?? '', { abstract, levels, own });
  }

  /** The numbers that a list has come to, by depth; those that it sets itself begin with its first paragraph. */
  private counterOf(list: string, { abstract, own }: List): number[] {
    const counter = this.counters.get(abstract) ?? [];
    this.counters.set(abstract, counter);
    if (!this.started.has(list)) {
      this.started.add(list);
      for (const d of own) delete counter[d];
    }
    return counter;
  }

  /** The label of the next paragraph of a list; undefined when the list is not defined. */
  next({ list, depth }: NumberingPlace): Label | undefined {
    const known = this.lists.get(list);
    const level = known?.levels.get(depth);
    if (!known || !level || depth > DEEPEST) return undefined;
    const { levels } = known;
    const counter = this.counterOf(list, known);
    count(counter, depth, levels);
    if (level.format === 'bullet') return { bullet: true, text: '', composed: false, depth };
    const printed = (d: number) =>
      format(counter[d] ?? 1, level.legal && d !== depth ? 'decimal' : (levels.get(d)?.format ?? 'decimal'));
    const text = level.text.replace(/%([1-9])/g, (_, n) => printed(Number(n) - 1)).trim();
    const plain = level.format === 'decimal' && /^%[1-9]\s?[.)]?$/.test(level.text.trim());
    const composed = /%\d.*%\d|\p{L}{2}/su.test(level.text);
    return { bullet: false, text, composed, depth, ...(plain && { plain: counter[depth] }) };
  }
}

const levelsOf = (definition: Element): Map<number, Level> =>
  new Map(childrenOf(definition, 'w:lvl').map((l) => [Number(attribute(l, 'w:ilvl') ?? 0), levelOf(l)]));

function levelOf(level: Element): Level {
  const restart = val(level, 'w:lvlRestart');
  return {
    start: Number(val(level, 'w:start') ?? 0),
    format: val(level, 'w:numFmt') ?? 'decimal',
    text: val(level, 'w:lvlText') ?? '',
    legal: at(level, 'w:isLgl') !== undefined,
    restart: restart === undefined ? undefined : Number(restart),
  };
}

/** Beyond it Word itself stops writing numbers in letters. */
const LARGEST = 3999;
/** Deepest level of a list, from 0. */
const DEEPEST = 8;

const ROMAN: readonly (readonly [number, string])[] = [
  ...([
    [1000, 'm'],
    [900, 'cm'],
    [500, 'd'],
    [400, 'cd'],
    [100, 'c'],
    [90, 'xc'],
  ] as const),
  ...([
    [50, 'l'],
    [40, 'xl'],
    [10, 'x'],
    [9, 'ix'],
    [5, 'v'],
    [4, 'iv'],
    [1, 'i'],
  ] as const),
];

function roman(n: number): string {
  let rest = n;
  return ROMAN.map(([value, sign]) => {
    const times = Math.floor(rest / value);
    rest -= times * value;
    return sign.repeat(times);
  }).join('');
}

/** Word goes on after z with aa, bb. */
const letter = (n: number): string =>
  n < 1 ? '' : String.fromCharCode(97 + ((n - 1) % 26)).repeat(Math.floor((n - 1) / 26) + 1);

/** A number as a format of Word prints it; in digits for the formats that French documents do not use. */
function format(n: number, how: string): string {
  if (n > LARGEST) return String(n);
  switch (how) {
    case 'lowerLetter':
      return letter(n);
    case 'upperLetter':
      return letter(n).toUpperCase();
    case 'lowerRoman':
      return roman(n);
    case 'upperRoman':
      return roman(n).toUpperCase();
    case 'decimalZero':
      return String(n).padStart(2, '0');
    case 'none':
      return '';
    case 'ordinal':
      return n === 1 ? '1er' : `${n}e`;
    default:
      return String(n);
  }
}
