/** The kinds of cases, each run over so many inputs from a seed, until a time is up. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { rules } from '../../rules/index.ts';
import { finish } from '../../rules/kit/pace.ts';
import { check, LastingFolder } from '../../server/core/check.ts';
import { decode } from '../../server/core/decode.ts';
import { preferredFix } from '../../server/core/fix.ts';
import {
  assertFixes,
  assertSettles,
  assertSound,
  examine,
  findingsIn,
  openTexts,
  said,
  type Texts,
  TODAY,
} from './examine.ts';
import { bytes, folders, pieceName, SAMPLES } from './inputs.ts';
import { assertSameMouths } from './mouths.ts';
import { talk } from './sessions.ts';
import { sessions } from './steps.ts';

export interface Bounds {
  readonly seed: number;
  readonly cases: number;
  /** Milliseconds after which no new case begins. */
  readonly time: number;
  /** Of a failure to replay. */
  readonly path?: string;
  /** Looks for a smaller input that fails too, as long as there is time. */
  readonly shrink?: boolean;
  /** Told as each case begins. */
  readonly begun: () => void;
}

export interface Outcome {
  /** Cases really run. */
  readonly cases: number;
  /** What failed, with what replays it. */
  readonly failure?: string;
}

export interface Kind {
  readonly name: string;
  /** Share of the cases of a run, in thousandths; undefined: its own number, whatever is asked. */
  readonly share: number;
  readonly run: (bounds: Bounds) => Promise<Outcome>;
}

/** A failure ends the run: to make its input smaller may take hours, and is for those who ask. */
async function explore<T>(
  inputs: fc.Arbitrary<T>,
  holds: (input: T) => unknown,
  { seed, cases, time, path, shrink = false, begun }: Bounds,
): Promise<Outcome> {
  if (time <= 0) return { cases: 0 };
  const property = fc.asyncProperty(inputs, async (input) => {
    begun();
    await holds(input);
  });
  const details = await fc.check(property, {
    seed,
    numRuns: cases,
    interruptAfterTimeLimit: time,
    endOnFailure: !shrink,
    ...(path !== undefined && { path }),
  });
  const { numRuns, failed, counterexamplePath, errorInstance } = details;
  if (!failed) return { cases: numRuns };
  const error = errorInstance instanceof Error ? (errorInstance.stack ?? errorInstance.message) : String(errorInstance);
  const input = fc.stringify(details.counterexample?.[0]);
  return { cases: numRuns, failure: `--seed ${seed} --path ${counterexamplePath}\n${input}\n${error}` };
}

/** Every kind, in the order in which they are run. */
export const KINDS: readonly Kind[] = [
  {
    name: 'bytes',
    share: 704,
    run: (bounds) =>
      explore(
        fc.tuple(bytes, pieceName),
        ([input, name]) => {
          const decoded = decode(input);
          if (decoded.ok) assertSound(findingsIn(openTexts({ [name]: decoded.text })));
        },
        bounds,
      ),
  },
  { name: 'prefixes', share: 235, run: prefixes },
  {
    name: 'drafts',
    share: 30,
    run: (bounds) => explore(fc.tuple(folders, fc.nat(9)), ([texts, turn]) => examine(texts, turn === 0), bounds),
  },
  {
    name: 'repairs',
    share: 10,
    run: (bounds) => explore(fc.tuple(folders, fc.nat()), ([texts, rank]) => repaired(texts, rank), bounds),
  },
  { name: 'sessions', share: 18, run: (bounds) => explore(sessions, talk, bounds) },
  { name: 'mouths', share: 3, run: (bounds) => explore(folders, assertSameMouths, bounds) },
];

/** Of so many prefixes one is compared with what is said of it when it is read anew. */
const COMPARED = 101;

/** Every sample typed from its first character to its last; fewer cases begin at a place that the seed tells. */
async function prefixes({ seed, cases, time, begun }: Bounds): Promise<Outcome> {
  const all = Object.entries(SAMPLES);
  const total = all.reduce((n, [, text]) => n + text.length + 1, 0);
  const end = Date.now() + time;
  let skipped = cases >= total ? 0 : Math.abs(seed) % (total - cases + 1);
  let done = 0;
  for (const [path, text] of all) {
    if (skipped > text.length) {
      skipped -= text.length + 1;
      continue;
    }
    const name = path.slice(path.lastIndexOf('/') + 1);
    const folder = new LastingFolder();
    for (let length = skipped; length <= text.length; length++) {
      if (done === cases || Date.now() > end) return { cases: done };
      done++;
      begun();
      const stack = failing(() => typed(folder, name, text.slice(0, length), length % COMPARED === 0));
      if (stack) return { cases: done, failure: `the first ${length} units of ${path}\n${stack}` };
    }
    skipped = 0;
  }
  return { cases: done };
}

/** What an act throws, with its stack; undefined when nothing. */
function failing(act: () => void): string | undefined {
  try {
    act();
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.stack : String(error);
  }
}

/** Findings are kept while one types, as the server does. */
const keys = new Map<object, object>(rules.map((rule) => [rule, {}]));

function typed(folder: LastingFolder, name: string, text: string, compared: boolean): void {
  const { consultation } = finish(folder.open([{ path: name, text }], { date: TODAY, files: [name] }));
  const { findings } = check(consultation, { rules, rethrow: true, keptUnder: (rule) => keys.get(rule) as object });
  assertSound(findings);
  if (!compared) return;
  assertFixes({ [name]: text }, findings);
  assert.deepEqual(said(findings), said(findingsIn(openTexts({ [name]: text }))), 'typed and read anew differ');
}

/** The fixes of one rule, made one after the other as a buyer would click them, come to an end and leave nothing. */
function repaired(texts: Texts, rank: number): void {
  const fixable = [
    ...new Set(
      findingsIn(openTexts(texts))
        .filter(preferredFix)
        .map((f) => f.rule.id),
    ),
  ];
  const rule = fixable[rank % fixable.length];
  if (rule) assertSettles(texts, rule);
}
