import type { Draft } from './draft.ts';

/** What was cut off from the readings of each draft, under its French name in the plural. */
const cutOff = new WeakMap<Draft, Map<string, number>>();

/**
 * The first of things found in a draft, where each is compared with the others: more than `most` is no draft, and would take
 * hours. That the rest was left is kept with the draft, to be said; `things` names them in French, in the plural.
 */
export function bounded<T>(draft: Draft, things: string, all: readonly T[], most: number): readonly T[] {
  const known = cutOff.get(draft) ?? new Map<string, number>();
  cutOff.set(draft, known);
  known.delete(things);
  if (all.length <= most) return all;
  known.set(things, most);
  return all.slice(0, most);
}

/** What the readings of a draft left: of which things, and how many were read. */
export const leftOut = (draft: Draft): readonly { readonly things: string; readonly most: number }[] =>
  [...(cutOff.get(draft) ?? [])]
    .map(([things, most]) => ({ things, most }))
    .sort((a, b) => (a.things < b.things ? -1 : 1));
