import type { Lexicon } from './lexicon.ts';
import { fingerprint, mix, type Token } from './tokens.ts';

/**
 * What a text is to the model: fingerprints with their values, in no order. Words alone, words together, classes alone and
 * classes together make four groups, each of length one before it is weighed: a long sentence weighs no more than a short
 * one, and the few words alone are not drowned by the many pairs that they make.
 */
export interface Features {
  readonly keys: Int32Array;
  readonly values: Float32Array;
}

/** Which text of a statement: its own words, the same about one thing in it, its heading, what announces it. */
export type Part = 'text' | 'thing' | 'heading' | 'context';
type Around = 'heading' | 'context';

/** How much each group of the statement counts. */
const OWN = { words: 1.4, together: 1, classes: 1, classesTogether: 1.2 };
/** The same of what is said of one thing: what stands next to it tells more than the words alone, which are with them. */
const OF_THING = { words: 1, classes: 1.5 };
/** How much the words, and the classes, of what stands around it count beside. */
const AROUND: Readonly<Record<Around, number>> = { heading: 0.15, context: 0.3 };
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

/** Words of a statement that are looked at: a longer one is read by its beginning. */
const LONGEST = 150;

/**
 * Features being gathered: each key once in its group. One for all texts, since a text is done before the next begins;
 * a table of stamps spares its clearing.
 */
const SLOTS = 1 << 16;
const slots = new Int32Array(SLOTS);
const stamps = new Int32Array(SLOTS);
let stamp = 0;
/** Slots of the table in use, less one: few for a short text, so that they stay near the processor. */
let mask = SLOTS - 1;
/** Features that a token adds to a group, at most: its classes (four), and each with four of eight others. */
const MOST_OF_TOKEN = 4 + 4 * 4 * CLASS_REACH;
const keys = new Int32Array(SLOTS >> 1);
const values = new Float32Array(SLOTS >> 1);
let gathered = 0;
let squares = 0;

function add(key: number, value: number): void {
  let at = (Math.imul(key, 0x9e3779b1) >>> 16) & mask;
  while (stamps[at] === stamp) {
    if (slots[at] === key) return;
    at = (at + 1) & mask;
  }
  stamps[at] = stamp;
  slots[at] = key;
  keys[gathered] = key;
  values[gathered++] = value;
  squares += value * value;
}

/** The features of a folded text in its part. They are to be used before the next text is asked for: see `featuresOf` for a copy. */
export function gather(folded: string, part: Part, lexicon: Lexicon): Features {
  const all = lexicon.tokenizer.read(folded);
  const words = all.length > LONGEST ? all.slice(0, LONGEST) : all;
  const tags = lexicon.tag(words);
  gathered = 0;
  mask = 2 ** Math.ceil(Math.log2(2 * MOST_OF_TOKEN * (words.length + 1))) - 1;
  if (part === 'heading' || part === 'context') addAround(words, tags, part);
  else addOwn(words, tags, part === 'thing');
  return { keys: keys.subarray(0, gathered), values: values.subarray(0, gathered) };
}

/** The features of a folded text in its part. */
export function featuresOf(folded: string, part: Part, lexicon: Lexicon): Features {
  const { keys, values } = gather(folded, part, lexicon);
  return { keys: keys.slice(), values: values.slice() };
}

/** Features of a kind, each alone. */
function addEach(place: number, keys: readonly number[]): void {
  for (const key of keys) add(mix(place, key), 1);
}

/** Adds the features of some parts as one group, of this weight in all. */
function addGroup(weight: number, parts: readonly (() => void)[]): void {
  const from = gathered;
  squares = 0;
  stamp++;
  for (const addPart of parts) addPart();
  const by = squares > 0 ? weight / Math.sqrt(squares) : 0;
  for (let i = from; i < gathered; i++) values[i] = (values[i] as number) * by;
}

/** The groups of a statement: four, or two of what is said of one thing. */
function addOwn(words: readonly Token[], tags: readonly (readonly number[])[], ofThing: boolean): void {
  const stems = stemsInOrder(words);
  const content = stems.filter((_, i) => isTelling(words[i] as Token));
  const tagged = classesInOrder(words, tags);
  const together = () => {
    addBeginnings(words);
    addStretches(stems);
    addApart(content);
  };
  const classes = () => addEach(CLASS, tagged.flat());
  const classesTogether = () => addClassPairs(tagged);
  const groups: readonly (readonly [number, ...(() => void)[]])[] = ofThing
    ? [
        [OF_THING.words, () => addEach(STEM, stems), together],
        [OF_THING.classes, classes, classesTogether],
      ]
    : [
        [OWN.words, () => addEach(STEM, content)],
        [OWN.together, together],
        [OWN.classes, classes],
        [OWN.classesTogether, classesTogether],
      ];
  for (const [weight, ...parts] of groups) addGroup(weight, parts);
}

const isTelling = ({ role }: Token): boolean => role === 'word' || role === 'number' || role === 'negation';

/** The stem of each word, under its negation. */
function stemsInOrder(words: readonly Token[]): number[] {
  let negated = false;
  return words.map(({ role, stem }) => {
    if (role === 'end') negated = false;
    const own = negated && role !== 'empty' ? mix(NEGATED, stem) : stem;
    if (role === 'negation') negated = true;
    return own;
  });
}

function addBeginnings(words: readonly Token[]): void {
  for (const { five, six } of words) {
    if (!five) continue;
    add(mix(START, five), 1);
    add(mix(START, six), 1);
  }
}

/** Stems with the one or two after them. */
function addStretches(stems: readonly number[]): void {
  for (let i = 0; i < stems.length; i++) {
    const [one, two, three] = [stems[i] as number, stems[i + 1], stems[i + 2]];
    if (two === undefined) continue;
    const pair = mix(one, two);
    add(mix(TWO, pair), 1);
    if (three !== undefined) add(mix(THREE, mix(pair, three)), 1);
  }
}

/** Stems in pairs with those in reach, whatever stands between. */
function addApart(stems: readonly number[]): void {
  for (let i = 0; i < stems.length; i++) {
    const from = mix(APART, stems[i] as number);
    const end = Math.min(stems.length, i + 1 + WORD_REACH);
    for (let j = i + 1; j < end; j++) add(mix(from, stems[j] as number), PAIR);
  }
}

/** What stands among the classes for a word that has none. */
function bareClassOf({ role, stem, size }: Token): readonly number[] | undefined {
  if (role === 'number') return [stem, size];
  return role === 'end' ? [stem] : undefined;
}

/** The classes of each word under its negation; numbers, ends of clauses and negations stand among them. */
function classesInOrder(words: readonly Token[], tags: readonly (readonly number[])[]): (readonly number[])[] {
  const tagged: (readonly number[])[] = [];
  let sign = CLASS;
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as Token;
    const classes = tags[i] as readonly number[];
    if (word.role === 'end') sign = CLASS;
    const own = classes.length > 0 ? classes.map((c) => mix(sign, c)) : bareClassOf(word);
    if (own) tagged.push(own);
    if (word.role !== 'negation') continue;
    sign = NEGATED;
    tagged.push([NEGATION]);
  }
  return tagged;
}

/** Classes in pairs. */
function addClassPairs(tagged: readonly (readonly number[])[]): void {
  for (let i = 0; i < tagged.length; i++) {
    const end = Math.min(tagged.length, i + 1 + CLASS_REACH);
    for (const one of tagged[i] as readonly number[]) {
      const from = mix(CLASSES, one);
      for (let j = i + 1; j < end; j++) for (const other of tagged[j] as readonly number[]) add(mix(from, other), PAIR);
    }
  }
}

/** Stems, and classes, of a heading or of what announces the statement. */
function addAround(words: readonly Token[], tags: readonly (readonly number[])[], part: Around): void {
  const place = part === 'heading' ? HEADING : CONTEXT;
  const isContent = (_: unknown, i: number) => ['word', 'negation'].includes((words[i] as Token).role);
  const stems = words.filter(isContent).map(({ stem }) => stem);
  const classes = tags.filter(isContent).flat();
  addGroup(AROUND[part], [() => addEach(place, stems)]);
  addGroup(AROUND[part], [
    () =>
      addEach(
        place,
        classes.map((c) => mix(CLASS, c)),
      ),
  ]);
}
