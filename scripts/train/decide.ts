import type { Concept, Role } from '../../rules/reading/concept.ts';
import { bucket, NEVER } from '../../rules/reading/model.ts';
import { overRivals } from '../../rules/reading/pointed.ts';
import { foldOf, isDrawn, isFor, isRival, onlyTeaches, type Row, teach } from './rows.ts';
import { type Machine, scoreOf } from './svm.ts';

const FOLDS = 5;

/** Scores by machines that had not seen the hand, or the document, of what they score. */
export interface Held {
  readonly said: readonly number[];
  readonly unsaid: readonly number[];
  readonly ordinary: readonly number[];
  /** Of the ordinary text. */
  readonly words: number;
  /** Of things as they stand in whole dossiers, all read one by one: as rare as they are. */
  readonly drawn: { readonly said: readonly number[]; readonly unsaid: readonly number[] };
}

/** A concept with the rows that it can be taught by. */
export interface Lesson {
  readonly concept: Concept;
  readonly rows: readonly Row[];
}

/**
 * Scores the rows of each concept by machines taught without their fold. Concepts said of one kind of thing exclude each
 * other: that of one goes down with the best of the others.
 */
export function held(family: readonly Lesson[], seed: number): Held[] {
  const out = family.map(
    (): Noted => ({
      said: [],
      unsaid: [],
      ordinary: [],
      words: 0,
      drawn: { said: [], unsaid: [] },
    }),
  );
  for (let fold = 0; fold < FOLDS; fold++) {
    const machines = family.map(({ concept, rows }) =>
      teach(
        concept,
        rows.filter((r) => foldOf(r.group, FOLDS) !== fold),
        seed,
      ),
    );
    family.forEach(({ concept: { id }, rows }, i) => {
      for (const row of rows.filter((r) => foldOf(r.group, FOLDS) === fold && isFor(id, r) && !onlyTeaches(r))) {
        const scores = machines.map((machine) => scoreOf(machine, row.features));
        note(out[i] as Noted, id, row, overRivals(scores, i));
      }
    });
  }
  return out;
}

interface Noted {
  readonly said: number[];
  readonly unsaid: number[];
  readonly ordinary: number[];
  words: number;
  readonly drawn: { readonly said: number[]; readonly unsaid: number[] };
}

/** Keeps the score of a row among those of rows that say as much of the concept: a rival says something else in its place. */
function note(held: Noted, id: string, row: Row, score: number): void {
  const isOwn = row.concept === id;
  if (isDrawn(row)) (isOwn && row.says ? held.drawn.said : held.drawn.unsaid).push(score);
  if (isOwn || isRival(id, row)) (isOwn && row.says ? held.said : held.unsaid).push(score);
  else if (!row.concept) {
    held.ordinary.push(score);
    held.words += row.words;
  }
}

/** A reading is sure where 95 of 100 are right, probable where 80 are, in a mixture as rare in what is sought as drafts. */
const SURE = 0.95;
const PROBABLE = 0.8;
/**
 * That mixture: one look-alike and so many words of ordinary text for each that says it, and the most of the look-alikes,
 * which are nearer here than in drafts. What answers a rule is looked for where it would stand, and taken sooner: what was
 * perhaps answered is not missing.
 */
const MIXTURE: Readonly<Record<Role, { readonly words: number; readonly lookAlikes: number }>> = {
  faute: { words: 3_000, lookAlikes: 0.045 },
  matiere: { words: 1_000, lookAlikes: 0.05 },
  reponse: { words: 500, lookAlikes: 0.1 },
};
/** What is said of one thing in a statement is looked for among such things alone, which are fewer than statements. */
const OF_THINGS = { words: 1_000, lookAlikes: 0.05 };

/** The lowest scores from which readings are right often enough; beyond all scores where none is. */
export function thresholds(
  held: Held,
  { role, thing }: Pick<Concept, 'role' | 'thing'>,
): { sure: number; probable: number } {
  const { said, unsaid, ordinary, words, drawn } = held;
  if (drawn.said.length > 0 && drawn.said.length < ENOUGH)
    return { sure: lowestRare(held, SURE), probable: lowestRare(held, PROBABLE) };
  if (drawn.said.length > 0) {
    // What is sure stands no lower than what was met in whole dossiers.
    const sure = lowestDrawn(drawn, drawn.said, SURE);
    return { sure, probable: lowestDrawn(drawn, [...drawn.said, ...drawn.unsaid], PROBABLE) };
  }
  const lowest = (precision: number, mixture: (typeof MIXTURE)[Role]) => {
    const { words: rarity, lookAlikes } = thing ? OF_THINGS : mixture;
    let best = NEVER;
    for (const from of [...said].sort((a, b) => b - a)) {
      if (over(unsaid, from) > unsaid.length * lookAlikes) break;
      const right = over(said, from) / said.length;
      const wrong = over(unsaid, from) / unsaid.length + (over(ordinary, from) / Math.max(1, words)) * rarity;
      if (right / (right + wrong) >= precision) best = from;
    }
    return best;
  };
  return { sure: lowest(SURE, MIXTURE.faute), probable: lowest(PROBABLE, MIXTURE[role]) };
}

/** How many scores stand so high. */
const over = (scores: readonly number[], from: number): number => scores.filter((s) => s >= from).length;

/** Fewer of them in whole dossiers tell how rare they are, and not how they score. */
const ENOUGH = 40;

/** The lowest score from which so many readings are right, for things as rare as in whole dossiers that score as those of hands do. */
function lowestRare({ said, drawn }: Held, precision: number): number {
  const isRight = (from: number) => {
    const right = (over(said, from) / said.length) * drawn.said.length;
    return right / (right + over(drawn.unsaid, from)) >= precision;
  };
  return said.filter(isRight).reduce((least, from) => Math.min(least, from), NEVER);
}

/** The lowest of these scores from which so many of the readings of whole dossiers are right; beyond all scores where none is. */
function lowestDrawn({ said, unsaid }: Held['drawn'], among: readonly number[], precision: number): number {
  const isRight = (from: number) => {
    const right = over(said, from);
    return right > 0 && right / (right + over(unsaid, from)) >= precision;
  };
  return among.filter(isRight).reduce((least, from) => Math.min(least, from), NEVER);
}

/** One wording in so many may score below what contradicts it. */
const HARDLY = 50;

/** The score below which a reading is contradicted. */
export function againstOf({ said }: Held): number {
  const sorted = [...said].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / HARDLY)] ?? -NEVER;
}

/** What heading and context add at most to a wording's score, but for one in a hundred. */
export function reachOf(concept: string, { weights }: Machine, rows: readonly Row[]): number {
  const gains = rows
    .filter((row) => row.concept === concept && row.says)
    .map(({ features: { keys, values }, own }) => {
      let sum = 0;
      for (let k = own; k < keys.length; k++)
        sum += (weights[bucket(keys[k] as number)] as number) * (values[k] as number);
      return sum;
    })
    .sort((a, b) => a - b);
  return Math.max(0, gains[Math.floor(gains.length * 0.99)] ?? 0);
}

/** The scores over which these shares of the look-alikes stand. */
export function thresholdsAtLookAlikes(unsaid: readonly number[], shares: readonly number[]): number[] {
  const sorted = [...unsaid].sort((a, b) => b - a);
  return shares.map((share) => (sorted[Math.floor(sorted.length * share)] ?? 0) + 1e-9);
}
