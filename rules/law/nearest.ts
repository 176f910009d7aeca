import { type Article, article, existence, families } from './articles.ts';
import type { Code } from './model.ts';
import { parseNumber } from './numbers.ts';

/** Words of more than three letters, without accents. */
function words(text: string): Set<string> {
  const folded = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return new Set((folded.match(/[a-z]{4,}/g) ?? []).map((w) => w.replace(/s$/, '')));
}

/** Edits (insert, delete, replace, swap of neighbours) between two short strings. */
function distance(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, i) => [i, ...Array<number>(b.length).fill(0)]);
  const at = (i: number, j: number): number => rows[i]?.[j] ?? 0;
  for (let j = 0; j <= b.length; j++) (rows[0] as number[])[j] = j;
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, at(i - 2, j - 2) + 1);
      (rows[i] as number[])[j] = best;
    }
  }
  return at(a.length, b.length);
}

const known = new Map<Code, readonly string[]>();

/** Every number of a code that exists; found when a first one that does not is met. */
function numbersOf(code: Code): readonly string[] {
  const found = known.get(code) ?? existingIn(code);
  known.set(code, found);
  return found;
}

const existingIn = (code: Code): string[] =>
  families
    .filter((f) => f.code === code)
    .flatMap((f) => [...Array.from({ length: f.last }, (_, i) => `${f.family}-${i + 1}`), ...f.extra])
    .filter((n) => existence(code, n) === 'exists');

/**
 * The existing article most likely meant by a number that does not exist: fewest slips of the pen, then the subject at hand
 * (`subjectHint`: a few words of the sentence), then the closest rank. Undefined when nothing is within two slips.
 */
export function nearest(code: Code, number: string, subjectHint = ''): Article | undefined {
  const wanted = parseNumber(number);
  if (!wanted) return undefined;
  const hint = words(subjectHint);
  let best: { cost: number; found: Article } | undefined;
  for (const candidate of numbersOf(code)) {
    const slips = distance(wanted.canonical, candidate);
    const parsed = parseNumber(candidate);
    const found = slips <= 2 ? article(code, candidate) : undefined;
    if (!found || !parsed) continue;
    const subject = words(`${found.subject} ${found.summary ?? ''}`);
    const shared = [...hint].filter((w) => subject.has(w)).length;
    // An article quoted to its item (« R. 2151-8-2 » for « R. 2151-8, 2° ») is the commonest slip.
    const item = wanted.suffix !== '' && candidate === `${wanted.family}-${wanted.rank}`;
    // So is L for R: the number is right, the letter is not.
    const letter = candidate.slice(1) === wanted.canonical.slice(1);
    const cost =
      (item || letter ? 5 : slips * 10) +
      (parsed.family === wanted.family || letter ? 0 : 4) -
      Math.min(shared, 3) * 6 +
      Math.min(Math.abs(parsed.rank - wanted.rank), 99) / 100;
    if (!best || cost < best.cost) best = { cost, found };
  }
  return best?.found;
}
