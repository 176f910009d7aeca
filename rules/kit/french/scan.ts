/** A half-open stretch `[from, to)` of a string, in UTF-16 units. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/**
 * Matches a sticky expression at one place.
 * @param expression must carry the flag `y`
 * @returns the match, or undefined when the expression does not match exactly there
 */
export function matchAt(expression: RegExp, text: string, index: number): RegExpExecArray | undefined {
  expression.lastIndex = index;
  return expression.exec(text) ?? undefined;
}

/**
 * Every match in a text, in order: what `matchAll` gives, without the copy that it makes of the expression each time.
 * @param expression must carry the flag `g`
 */
export function matchesIn(expression: RegExp, text: string): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  expression.lastIndex = 0;
  for (let match = expression.exec(text); match; match = expression.exec(text)) {
    found.push(match);
    if (match[0] === '') expression.lastIndex++;
  }
  return found;
}

/** The characters before `index`, at most `size` of them: keeps look-backs linear. */
export function before(text: string, index: number, size = 48): string {
  return text.slice(Math.max(0, index - size), index);
}

/** True where a stretch has a place in common with one of these. */
export const overlapsAny = (one: Stretch, others: readonly Stretch[]): boolean =>
  others.some((o) => o.from < one.to && one.from < o.to);

/** Sorts stretches and drops each one that overlaps an earlier one; at the same start the longer wins. */
export function ordered<T extends Stretch>(items: Iterable<T>): T[] {
  const sorted = [...items].sort((a, b) => a.from - b.from || b.to - a.to);
  const kept: T[] = [];
  for (const item of sorted) {
    const last = kept.at(-1);
    if (last === undefined || item.from >= last.to) kept.push(item);
  }
  return kept;
}
