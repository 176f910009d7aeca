import type { Lexicon } from './lexicon.ts';
import { fingerprint, mix, type Token, tokens } from './tokens.ts';

/**
 * What a text is to the model: fingerprints with their values, in no order. Words and classes make two groups, each of
 * length one before it is weighed, so that a long sentence weighs no more than a short one.
 */
export interface Features {
  readonly keys: Int32Array;
  readonly values: Float32Array;
}

/** Which text of a statement: its own words, its heading, what announces it. */
export type Part = 'text' | 'heading' | 'context';

/** How much a group counts beside the words of the statement itself. */
const WEIGHTS: Readonly<Record<Part, { readonly words: number; readonly classes: number }>> = {
  text: { words: 1, classes: 1.5 },
  heading: { words: 0.15, classes: 0.15 },
  context: { words: 0.3, classes: 0.3 },
};
/** Content words seen together at most so far apart, and classes. */
const WORD_REACH = 4;
const CLASS_REACH = 8;
/** Value of two that stand apart, where a word or a class alone is 1. */
const PAIR = 0.7;

const kind = (name: string) => fingerprint(`kind ${name}`);
const STEM = kind('stem');
const TWO = kind('two');
const THREE = kind('three');
const APART = kind('apart');
const START = kind('start');
const CLASS = kind('class');
const CLASSES = kind('classes');
const HEADING = kind('heading');
const CONTEXT = kind('context');
const NEGATED = kind('negated');
const NEGATION = kind('negation');

/** A group of features: each key once. */
class Group {
  readonly values = new Map<number, number>();
  add(key: number, value: number): void {
    this.values.set(key, value);
  }
  get length(): number {
    let sum = 0;
    for (const value of this.values.values()) sum += value * value;
    return Math.sqrt(sum);
  }
}

/** The features of a folded text in its part. */
export function featuresOf(folded: string, part: Part, lexicon: Lexicon): Features {
  const words = tokens(folded);
  const tags = lexicon.tag(words);
  const [own, classes] = part === 'text' ? ofText(words, tags) : ofNeighbour(words, tags, part);
  const { words: weight, classes: classWeight } = WEIGHTS[part];
  const keys = new Int32Array(own.values.size + classes.values.size);
  const values = new Float32Array(keys.length);
  let n = 0;
  for (const [group, by] of [
    [own, weight / (own.length || 1)],
    [classes, classWeight / (classes.length || 1)],
  ] as const)
    for (const [key, value] of group.values) {
      keys[n] = key;
      values[n++] = value * by;
    }
  return { keys, values };
}

/** Stems, stretches of two and three, stems apart; classes alone and in pairs; each under its negation. */
function ofText(words: readonly Token[], tags: readonly (readonly number[])[]): readonly [Group, Group] {
  const own = new Group();
  const classes = new Group();
  const stems: number[] = [];
  const content: number[] = [];
  const tagged: number[][] = [];
  let negated = false;
  words.forEach((word, i) => {
    const { role } = word;
    if (role === 'end') negated = false;
    const stem = negated && role !== 'empty' ? mix(NEGATED, word.stem) : word.stem;
    stems.push(stem);
    if (role === 'word' || role === 'number' || role === 'negation') content.push(stem);
    const known = (tags[i] as readonly number[]).map((c) => mix(negated ? NEGATED : CLASS, c));
    if (known.length > 0) tagged.push(known);
    else if (role === 'number' || role === 'end') tagged.push([word.stem]);
    if (role === 'negation') {
      negated = true;
      tagged.push([NEGATION]);
    }
  });
  for (const { five, six } of words) {
    if (!five) continue;
    own.add(mix(START, five), 1);
    own.add(mix(START, six), 1);
  }
  for (let i = 0; i < stems.length; i++) {
    const [one, two, three] = [stems[i] as number, stems[i + 1], stems[i + 2]];
    own.add(mix(STEM, one), 1);
    if (two === undefined) continue;
    const pair = mix(one, two);
    own.add(mix(TWO, pair), 1);
    if (three !== undefined) own.add(mix(THREE, mix(pair, three)), 1);
  }
  for (let i = 0; i < content.length; i++) {
    const from = mix(APART, content[i] as number);
    const end = Math.min(content.length, i + 1 + WORD_REACH);
    for (let j = i + 1; j < end; j++) own.add(mix(from, content[j] as number), PAIR);
  }
  for (let i = 0; i < tagged.length; i++) {
    const end = Math.min(tagged.length, i + 1 + CLASS_REACH);
    for (const one of tagged[i] as number[]) {
      classes.add(mix(CLASS, one), 1);
      const from = mix(CLASSES, one);
      for (let j = i + 1; j < end; j++) for (const other of tagged[j] as number[]) classes.add(mix(from, other), PAIR);
    }
  }
  return [own, classes];
}

/** Stems and classes of a heading, or of what announces the statement. */
function ofNeighbour(
  words: readonly Token[],
  tags: readonly (readonly number[])[],
  part: 'heading' | 'context',
): readonly [Group, Group] {
  const own = new Group();
  const classes = new Group();
  const place = part === 'heading' ? HEADING : CONTEXT;
  words.forEach(({ role, stem }, i) => {
    if (role !== 'word' && role !== 'negation') return;
    own.add(mix(place, stem), 1);
    for (const c of tags[i] as readonly number[]) classes.add(mix(place, mix(CLASS, c)), 1);
  });
  return [own, classes];
}
