/** Units compared at once: the equality of slices is that of their bytes, far faster than comparing units or searching. */
const STRIDE = 1 << 18;

/**
 * Where two texts differ: [from, before) of the old one became [from, after) of the new one. Equal texts give an empty
 * stretch at their end.
 */
export function difference(old: string, text: string): { from: number; before: number; after: number } {
  const most = Math.min(old.length, text.length);
  const from = alike(most, (at, step) => old.slice(at, at + step) === text.slice(at, at + step));
  const tail = alike(
    most - from,
    (at, step) =>
      old.slice(old.length - at - step, old.length - at) === text.slice(text.length - at - step, text.length - at),
  );
  return { from, before: old.length - tail, after: text.length - tail };
}

/** How many units are alike, `most` at most, where so many from a place on can be compared. */
function alike(most: number, isSame: (at: number, step: number) => boolean): number {
  let at = 0;
  for (let step = STRIDE; step >= 1; step = Math.floor(step / 8))
    while (at + step <= most && isSame(at, step)) at += step;
  return at;
}
