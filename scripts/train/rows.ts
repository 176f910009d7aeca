import { readdirSync, readFileSync } from 'node:fs';
import { clauses } from '../../rules/clauses/clauses.ts';
import { skeletons } from '../../rules/clauses/skeletons.ts';
import { rules } from '../../rules/index.ts';
import { Draft, type Sentence } from '../../rules/kit/draft.ts';
import { plain } from '../../rules/kit/french/fold.ts';
import type { Example, Rule } from '../../rules/kit/rule.ts';
import { overlaps, type Span } from '../../rules/kit/span.ts';
import type { Concept, Role } from '../../rules/reading/concept.ts';
import { type Features, featuresOf, type Part } from '../../rules/reading/features.ts';
import { isAudible } from '../../rules/reading/hear.ts';
import type { Lexicon } from '../../rules/reading/lexicon.ts';
import { cutAt, cutAtMark, THINGS, type Thing } from '../../rules/reading/pointed.ts';
import { statementOf } from '../../rules/reading/statement.ts';
import { fingerprint } from '../../rules/reading/tokens.ts';
import { type Ordinary, readConcepts, readHard, readOrdinary, readSaying, readSound } from './concepts.ts';
import { SEEN } from './seen.ts';
import { type Example as Lesson, learn, learnFew, type Machine, random, scoreOf } from './svm.ts';

/** A statement to learn from or to measure on. */
export interface Row {
  readonly features: Features;
  /** How many of them, from the first, are of its own words. */
  readonly own: number;
  /** The concept whose file it stands in, and whether it says it; undefined for ordinary text. */
  readonly concept: string | undefined;
  readonly says: boolean;
  /** Held out with the others of its hand or document. */
  readonly group: string;
  readonly words: number;
  /** It is about one thing in the statement, for the concepts that are said of such; undefined: about the whole. */
  readonly thing: Thing | undefined;
  /** Concepts that ordinary text says for all that. */
  readonly saying?: readonly string[];
}

/** A statement as typed: its own words, its heading, what announces it. */
interface Words {
  readonly text: string;
  readonly heading: string;
  readonly context: string;
}

const wordsIn = (text: string): number => text.split(/\s+/).length;

type Heard = Pick<Row, 'features' | 'own' | 'thing' | 'words'>;

/** A statement as it is heard: as a whole, and about each thing in it. */
const hearings = (lexicon: Lexicon, words: Words): Heard[] => [
  { ...featuresOfStatement(lexicon, words), words: wordsIn(words.text), thing: undefined },
  ...THINGS.flatMap((thing) => hearingsAbout(thing, lexicon, words)),
];

/** A statement about each thing of a kind in it, the first of which counts for its words; about none where it has none. */
function hearingsAbout(thing: Thing, lexicon: Lexicon, words: Words): Heard[] {
  const { text } = words;
  const { find, about } = SEEN[thing];
  const length = wordsIn(text);
  const found = find(text, lexicon).map(({ from, to }, i): Heard => {
    const heard = featuresOfStatement(lexicon, { ...words, text: about(cutAt(text, { from, to }), lexicon) }, 'thing');
    return { ...heard, words: i === 0 ? length : 0, thing };
  });
  return found.length > 0 ? found : [{ features: NO_FEATURES, own: 0, words: length, thing }];
}
const NO_FEATURES: Features = { keys: new Int32Array(), values: new Float32Array() };

/** The parts of a statement in one. */
export function featuresOfStatement(
  lexicon: Lexicon,
  { text, heading, context }: Words,
  own: 'text' | 'thing' = 'text',
): { readonly features: Features; readonly own: number } {
  const parts = (
    [
      [own, text],
      ['heading', heading],
      ['context', context],
    ] as const satisfies readonly (readonly [Part, string])[]
  )
    .filter(([, words]) => words !== '')
    .map(([part, words]) => featuresOf(plain(words), part, lexicon));
  const length = parts.reduce((n, { keys }) => n + keys.length, 0);
  const keys = new Int32Array(length);
  const values = new Float32Array(length);
  let at = 0;
  for (const part of parts) {
    keys.set(part.keys, at);
    values.set(part.values, at);
    at += part.keys.length;
  }
  return { features: { keys, values }, own: parts[0]?.keys.length ?? 0 };
}

/** Begins the group of a rule's examples. */
const EXAMPLE = 'example ';
/** Begins the group of those that a concept learns its own sense from. */
const OWN = 'own example ';

/** Wordings and look-alikes; where none is written before one, half get an ordinary sentence, as in a draft. */
export function labelledRows(lexicon: Lexicon, ordinary: readonly Ordinary[]): Row[] {
  const next = random(1);
  return readConcepts().flatMap(({ id, thing, said, unsaid }) =>
    [said, unsaid].flatMap((wordings, unsaying) =>
      wordings.map((wording): Row => {
        const drawn = next();
        const before = drawn < 0.5 ? (ordinary[Math.floor(drawn * 2 * ordinary.length)]?.text ?? '') : '';
        const { heading, context, hand } = wording;
        const text = thing ? aboutMark(wording.text, thing, lexicon) : wording.text;
        return {
          ...featuresOfStatement(lexicon, { text, heading, context: context || before }, thing && 'thing'),
          thing,
          concept: id,
          says: unsaying === 0,
          group: hand,
          words: wordsIn(wording.text),
        };
      }),
    ),
  );
}

/** A text as it is read about the thing that it marks; the text where it marks none. */
function aboutMark(text: string, thing: Thing, lexicon: Lexicon): string {
  const cut = cutAtMark(text);
  return cut ? SEEN[thing].about(cut, lexicon) : text;
}

/** The group of the texts that the program itself proposes. */
const OURS = 'our texts';
/** The hand of the program's authors: lines written because the like was misread, nearer than what hands think of. */
const AUTHORS = 'auteurs';
/** Begins the group of ordinary sentences that were chosen for being hard. */
const HARD = 'hard ';

/** Sentences of published documents. */
export const ordinaryRows = (lexicon: Lexicon): Row[] => {
  const saying = readSaying();
  return [readOrdinary(), readHard()].flatMap((sentences, hard) =>
    sentences.flatMap(({ document, context, text }) =>
      hearings(lexicon, { text, heading: '', context }).map((heard) => ({
        ...heard,
        concept: undefined,
        says: false,
        group: `${hard ? HARD : ''}${document}`,
        saying: saying.get(text) ?? [],
      })),
    ),
  );
};

const wordsOf = (sentence: Sentence): Words => ({
  text: sentence.text,
  heading: sentence.section.heading?.text ?? '',
  context: sentence.previous?.text ?? sentence.passage.lead?.text ?? '',
});

/** A sentence of a draft as rows of nobody's concept. */
const rowsOf = (lexicon: Lexicon, sentence: Sentence, group: string): Row[] =>
  hearings(lexicon, wordsOf(sentence)).map((heard) => ({ ...heard, concept: undefined, says: false, group }));

const procedureOf = (example: string | Example) => (typeof example === 'string' ? undefined : example.head?.procedure);

const textOf = (example: string | Example): string => (typeof example === 'string' ? example : example.text);

/** Sentences of the lawful examples of rules, with the rules that they are lawful for. */
export const exampleRows = (lexicon: Lexicon): Row[] =>
  rules.flatMap(({ id, examples }) =>
    examples.good.flatMap((example) =>
      new Draft(textOf(example)).sentences.flatMap((sentence) => rowsOf(lexicon, sentence, `${EXAMPLE}${id}`)),
    ),
  );

/** Sentences of the clauses and skeletons that the program proposes, and of its sound sample: no fault is said there. */
export const ourRows = (lexicon: Lexicon): Row[] =>
  [...clauses.map(({ body }) => body), ...skeletons.map(({ body }) => body), ...soundPieces()].flatMap((text) =>
    new Draft(text).sentences.flatMap((sentence) => rowsOf(lexicon, sentence, OURS)),
  );

const SOUND = new URL('../../examples/consultation-conforme/', import.meta.url);
const soundPieces = (): string[] =>
  readdirSync(SOUND)
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => readFileSync(new URL(name, SOUND), 'utf8'));

/** Begins the group of what hands wrote in sound consultations. */
const SOUND_HAND = 'sound ';

/** Statements of whole consultations in which nothing is wrong: no fault is said there, of the statement as a whole. */
export function soundRows(lexicon: Lexicon): Row[] {
  const saying = readSaying();
  return readSound().flatMap(({ hand, text }) =>
    new Draft(text).sentences.filter(isAudible).map((sentence): Row => {
      const words = wordsHeard(sentence);
      return {
        ...featuresOfStatement(lexicon, words),
        words: wordsIn(words.text),
        thing: undefined,
        concept: undefined,
        says: false,
        group: `${SOUND_HAND}${hand}`,
        saying: saying.get(sentence.text) ?? [],
      };
    }),
  );
}

/** A statement as it is heard in a draft: a short cell with the label that it answers. */
function wordsHeard(sentence: Sentence): Words {
  const { heading, context, label } = statementOf(sentence);
  return {
    text: label ? `${label.text} : ${sentence.text}` : sentence.text,
    heading: heading?.text ?? '',
    context: context.map(({ text }) => text).join(' '),
  };
}

/** Rows that a concept is taught and measured by. What is no fault does stand in our own texts, and in sound consultations. */
export const rowsFor = ({ id, role, thing }: Concept, rows: readonly Row[]): readonly Row[] =>
  rows.filter((row) => row.thing === thing && isTeaching(row, id, role));
const isTeaching = ({ group, saying }: Row, id: string, role: Role): boolean =>
  (role === 'faute' || !(group === OURS || group.startsWith(SOUND_HAND))) && !saying?.includes(id);

/**
 * The examples of the rules that rest on a concept: what is marked says it, the lawful ones do not. A lawful one in a
 * procedure that no faulty one has may well say it, and be lawful for that: it is left out. What is no fault is marked in
 * no example.
 */
export function ownExampleRows(lexicon: Lexicon, concepts: readonly Concept[]): Row[] {
  return concepts
    .filter(({ role }) => role === 'faute')
    .flatMap((concept) =>
      rules
        .filter(({ id }) => concept.rules.includes(id))
        .flatMap((rule) => (concept.thing ? examplesAbout : examplesOf)(lexicon, concept, rule)),
    );
}

function examplesOf(lexicon: Lexicon, { id: concept }: Concept, { id, examples }: Rule): Row[] {
  const label = (sentence: Sentence, says: boolean): Row[] =>
    rowsOf(lexicon, sentence, `${OWN}${id}`)
      .filter(({ thing }) => thing === undefined)
      .map((row) => ({ ...row, concept, says }));
  const bad = examples.bad.flatMap((example) => {
    const { text, marks } = unmarked(textOf(example));
    return new Draft(text).sentences.filter(({ span }) => marks.some((mark) => overlaps(mark, span)));
  });
  const procedures = new Set(examples.bad.map(procedureOf));
  const good = examples.good
    .filter((example) => procedures.has(procedureOf(example)))
    .flatMap((example) => new Draft(textOf(example)).sentences);
  return [...bad.flatMap((s) => label(s, true)), ...good.flatMap((s) => label(s, false))];
}

/** The things that faulty examples mark. Of those of lawful ones, many are named as in a faulty one, and made lawful by other words. */
const examplesAbout = (lexicon: Lexicon, { id: concept, thing }: Concept, { id, examples }: Rule): Row[] =>
  examples.bad.flatMap((example) => {
    const { text, marks } = unmarked(textOf(example));
    return new Draft(text).sentences.flatMap((sentence) =>
      marks
        .filter((mark) => overlaps(mark, sentence.span))
        .flatMap((mark): Row[] => {
          const words = wordsOf(sentence);
          const from = words.text.indexOf(text.slice(mark.start, mark.end));
          if (from < 0 || !thing) return [];
          const to = from + mark.end - mark.start;
          const about = SEEN[thing].about(cutAt(words.text, { from, to }), lexicon);
          const heard = featuresOfStatement(lexicon, { ...words, text: about }, 'thing');
          return [{ ...heard, thing, concept, says: true, group: `${OWN}${id}`, words: wordsIn(words.text) }];
        }),
    );
  });

/** The text of an example without its marks, and where they stood. */
function unmarked(marked: string): { readonly text: string; readonly marks: readonly Span[] } {
  const marks: Span[] = [];
  let text = '';
  let start = 0;
  for (const part of marked.split(/([⟦⟧])/)) {
    if (part === '⟦') start = text.length;
    else if (part === '⟧') marks.push({ start, end: text.length });
    else text += part;
  }
  return { text, marks };
}

/** Which of the folds a group is held out in. Hands go one by one, documents as their names fall. */
export const foldOf = (group: string, folds: number): number =>
  /^h\d+$/.test(group) ? Number(group.slice(1)) % folds : (fingerprint(group) >>> 0) % folds;

/** True for rows that teach and are no measure of drafts: the examples of rules, and what was chosen for being hard. */
export const onlyTeaches = ({ group }: Row): boolean =>
  group === AUTHORS || [OWN, EXAMPLE, HARD, OURS].some((begin) => group.startsWith(begin));

const themeOf = (id: string): string => id.slice(0, id.indexOf('/'));

/**
 * False for the lawful examples of rules of the concept's own theme: many of them say it, and are lawful for the
 * procedure or what stands beside them.
 */
export const isFor = (concept: string, { concept: own, group }: Row): boolean =>
  own !== undefined || !group.startsWith(EXAMPLE) || themeOf(group.slice(EXAMPLE.length)) !== themeOf(concept);

/** Begins the name of the hand of things that stand in whole dossiers. */
const DRAWN = 'dossiers-';
export const isDrawn = ({ group, concept }: Row): boolean => concept !== undefined && group.startsWith(DRAWN);

/** What is said of one thing is said of no other way: what others say of such things is no less near than look-alikes. */
export const isRival = (concept: string, row: Row): boolean =>
  row.thing !== undefined && row.concept !== undefined && row.concept !== concept;

/** How dear an error is: on the concept's own lines, on those of others, on ordinary text. */
const COSTS = { own: 2, other: 0.5, ordinary: 0.5 };

/** Lines of other concepts that a machine learns from, at most: more teach it little and take time. */
const MOST_OF_OTHERS = 6_000;

/** What a concept's machine learns from. `trust`: how far those that are not its own lines are believed. */
function lessons(concept: string, rows: readonly Row[], trust = 1): Lesson[] {
  const isOther = (row: Row) => row.concept !== undefined && row.concept !== concept;
  const step = Math.max(1, rows.filter(isOther).length / MOST_OF_OTHERS);
  let others = 0;
  const isDrawn = (row: Row) => !isOther(row) || Math.floor(others++ / step) !== Math.floor(others / step);
  return rows
    .filter((row) => isFor(concept, row) && isDrawn(row))
    .map((row) => ({
      features: row.features,
      says: row.concept === concept && row.says,
      cost:
        row.concept === concept || isRival(concept, row)
          ? COSTS.own
          : trust * (row.concept ? COSTS.other : COSTS.ordinary),
    }));
}

/** How far lines of others are believed when those that may well say the concept are looked for, and in how few passes. */
const DOUBT = { trust: 0.1, passes: 6 };

/**
 * Rows that a concept can be taught by. A fault is said by hardly any line of others, nor by ordinary text. What is no
 * fault may be: those that a machine which doubts them takes for it are left out.
 */
export function credible({ id, role }: Concept, rows: readonly Row[], seed: number): readonly Row[] {
  if (role === 'faute') return rows;
  const doubting = learn(lessons(id, rows, DOUBT.trust), seed, DOUBT.passes);
  return rows.filter((row) => row.concept === id || scoreOf(doubting, row.features) < 0);
}

/** Weights of a concept: so many for each line that it is taught by, within bounds. */
const WEIGHTS = { aLine: 20, least: 6_000, most: 10_000 };
const weightsOf = ({ said, unsaid }: Concept): number =>
  Math.min(WEIGHTS.most, Math.max(WEIGHTS.least, WEIGHTS.aLine * (said.length + unsaid.length)));

/** The machine of a concept, from rows that it can be taught by. */
export const teach = (concept: Concept, rows: readonly Row[], seed: number): Machine =>
  learnFew(lessons(concept.id, rows), seed, weightsOf(concept));
