/** Roundings such as 3 × 13,33 % are right. */
export const TOLERANCE = 0.05;

/** True when two totals are the same but for roundings. */
export const near = (a: number, b: number): boolean => Math.abs(a - b) <= TOLERANCE + 1e-9;

/** What has a weight. */
interface Weighing {
  readonly value: number;
}

/** Rows of one grid, at most. */
const MOST_ROWS = 40;

/**
 * Criteria with their parts, one after the other, that make a whole; undefined where they do not, or where they are too many to
 * be one grid. Each group begins with its criterion.
 */
export function parted<T extends Weighing>(rows: readonly T[], whole: number): readonly (readonly T[])[] | undefined {
  /** Where, and with how much left, no way was found: each is tried once. */
  const failed = new Set<string>();
  const from = (at: number, left: number): readonly (readonly T[])[] | undefined => {
    const top = rows[at];
    if (!top) return near(left, 0) ? [] : undefined;
    const key = `${at} ${left.toFixed(2)}`;
    if (top.value > left + TOLERANCE || failed.has(key)) return undefined;
    for (const end of endsOfParts(rows, at)) {
      const rest = from(end, left - top.value);
      if (rest) return [rows.slice(at, end), ...rest];
    }
    failed.add(key);
    return undefined;
  };
  return rows.length > MOST_ROWS ? undefined : from(0, whole);
}

/** Where the parts of a criterion may end: right after it where it has none, else where they make its number, or a hundred of their own. */
function endsOfParts(rows: readonly Weighing[], at: number): number[] {
  const top = rows[at] as Weighing;
  const ends = [at + 1];
  let sum = 0;
  for (let i = at + 1; i < rows.length && sum < 100; i++) {
    sum += (rows[i] as Weighing).value;
    if (i > at + 1 && (near(sum, top.value) || (near(sum, 100) && top.value < 100))) ends.push(i + 1);
  }
  return ends;
}
