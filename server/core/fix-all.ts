import type { SourceFile } from '../../rules/consultation/open.ts';
import { safeEdits } from './fix.ts';
import { applyEdits, type Finding } from './lint.ts';

/** A fix may bring out another; beyond this many passes two rules are at odds, and what is done is kept. */
const PASSES = 10;

/**
 * Applies the safe fixes of files until none is left. `wanted`: true for the files that may change. `result` is what
 * `examine` says of `sources`, the files as they have become; `fixed` holds the paths of those that changed.
 */
export function fixAll<T extends { readonly findings: readonly Finding[] }>(
  sources: readonly SourceFile[],
  wanted: (path: string) => boolean,
  examine: (sources: readonly SourceFile[]) => T,
): { readonly sources: readonly SourceFile[]; readonly fixed: ReadonlySet<string>; readonly result: T } {
  const fixed = new Set<string>();
  let now = sources;
  let result = examine(now);
  for (let pass = 0; pass < PASSES; pass++) {
    const reach = (f: Finding) => f.fixes.every((fix) => fix.edits.every((e) => wanted((e.piece ?? f.piece).path)));
    const changed = new Map<string, string>();
    for (const [piece, edits] of safeEdits(result.findings.filter(reach))) {
      const text = applyEdits(piece.draft.text, edits);
      if (text !== undefined && text !== piece.draft.text) changed.set(piece.path, text);
    }
    if (changed.size === 0) break;
    for (const path of changed.keys()) fixed.add(path);
    now = now.map((s) => ({ ...s, text: changed.get(s.path) ?? s.text }));
    result = examine(now);
  }
  return { sources: now, fixed, result };
}
