/** Units compared at once: comparing slices is far faster than comparing units. */
const STRIDE = 32_768;

/**
 * Where two texts differ: [from, before) of the old one became [from, after) of the new one. Equal texts give an empty
 * stretch at their end.
 */
export function difference(old: string, text: string): { from: number; before: number; after: number } {
  const most = Math.min(old.length, text.length);
  let from = 0;
  for (let step = STRIDE; step >= 1; step = Math.floor(step / 8))
    while (from + step <= most && old.startsWith(text.slice(from, from + step), from)) from += step;
  const rest = most - from;
  let tail = 0;
  for (let step = STRIDE; step >= 1; step = Math.floor(step / 8))
    while (
      tail + step <= rest &&
      old.startsWith(text.slice(text.length - tail - step, text.length - tail), old.length - tail - step)
    )
      tail += step;
  return { from, before: old.length - tail, after: text.length - tail };
}
