import { type Article, article, existence, families } from './articles.ts';
import type { Code } from './model.ts';
import { parseNumber } from './numbers.ts';
import { listedFamilies } from './series.ts';

/** Words of more than three letters, without accents. */
function words(text: string): Set<string> {
  const folded = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return new Set((folded.match(/[a-z]{4,}/g) ?? []).map((w) => w.replace(/s$/, '')));
}

/** Slips of the pen between a number and the one that was meant: more is another number. */
const MOST_SLIPS = 2;

/** Edits (insert, delete, replace, swap of neighbours) between two short strings; infinite where they are plainly too many. */
function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > MOST_SLIPS) return Number.POSITIVE_INFINITY;
  let above: number[] = [];
  let last: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    [above, last, row] = [last, row, above];
    row[0] = i;
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min((last[j] as number) + 1, (row[j - 1] as number) + 1, (last[j - 1] as number) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, (above[j - 2] as number) + 1);
      row[j] = best;
      least = Math.min(least, best);
    }
    // A swap looks two rows up, and costs one.
    if (least > MOST_SLIPS + 1) return Number.POSITIVE_INFINITY;
  }
  return row[b.length] as number;
}

const known = new Map<Code, readonly string[]>();

/** Every number of a code that exists; found when a first one that does not is met. */
function numbersOf(code: Code): readonly string[] {
  const found = known.get(code) ?? existingIn(code);
  known.set(code, found);
  return found;
}

const existingIn = (code: Code): string[] => [
  ...new Set(
    [...families.filter((f) => f.code === code), ...listedFamilies(code)]
      .flatMap((f) => [...Array.from({ length: f.last }, (_, i) => `${f.family}-${i + 1}`), ...f.extra])
      .filter((n) => existence(code, n) === 'exists'),
  ),
];

/** A number that can be none, compared as it is written; undefined for what is not written as one. */
const asWritten = (canonical: string) =>
  /^[A-Z]\d[\d-]*$/.test(canonical) ? { canonical, family: '', rank: 0, suffix: '' } : undefined;

function sharedWith(hint: ReadonlySet<string>, { subject, summary }: Article): number {
  const said = words(`${subject} ${summary ?? ''}`);
  return [...hint].filter((w) => said.has(w)).length;
}

type Wanted = NonNullable<ReturnType<typeof asWritten>>;

/** What slips of the pen cost, by what they are. */
function slipCost(wanted: Wanted, candidate: string, family: string, slips: number): number {
  // An article quoted to its item (« R. 2151-8-2 » for « R. 2151-8, 2° ») is the commonest slip.
  const item = wanted.suffix !== '' && candidate === `${wanted.family}-${wanted.rank}`;
  // So is L for R: the number is right, the letter is not.
  const letter = candidate.slice(1) === wanted.canonical.slice(1);
  return (item || letter ? 5 : slips * 10) + (family === wanted.family || letter ? 0 : 4);
}

/**
 * The existing article most likely meant by a number that does not exist: fewest slips of the pen, then the subject at hand
 * (`subjectHint`: a few words of the sentence), then the closest rank. `from`: the article at the other end of a range, which is of the
 * same chapter more often than not. Undefined when nothing is within two slips.
 */
export function nearest(code: Code, number: string, subjectHint = '', from?: string): Article | undefined {
  const wanted = parseNumber(number) ?? asWritten(number);
  if (!wanted) return undefined;
  const hint = words(subjectHint);
  const chapter = from === undefined ? undefined : parseNumber(from)?.family;
  let best: { cost: number; found: Article } | undefined;
  for (const candidate of numbersOf(code)) {
    const slips = distance(wanted.canonical, candidate);
    const found = slips <= MOST_SLIPS ? article(code, candidate) : undefined;
    const parsed = found && parseNumber(candidate);
    if (!found || !parsed) continue;
    const shared = sharedWith(hint, found);
    const cost =
      slipCost(wanted, candidate, parsed.family, slips) -
      (parsed.family === chapter ? 14 : 0) -
      Math.min(shared, 3) * 6 +
      Math.min(Math.abs(parsed.rank - wanted.rank), 99) / 100;
    if (!best || cost < best.cost) best = { cost, found };
  }
  return best?.found;
}
