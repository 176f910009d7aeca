import { inStyleOf } from '../../rules/kit/fix.ts';
import type { Fix } from '../../rules/kit/rule.ts';
import { preferredFix } from './fix.ts';
import type { Finding } from './lint.ts';

/** What completes a whole (a clause) in one go, and the findings it answers. */
export interface Completion {
  readonly fix: Fix;
  readonly findings: readonly Finding[];
}

/**
 * The parts that findings of one place find missing, written together in the order in which they read; nothing where a
 * whole lacks one part alone.
 */
export function completions(findings: readonly Finding[]): readonly Completion[] {
  const byWhole = new Map<string, Finding[]>();
  for (const finding of findings) {
    const whole = preferredFix(finding)?.part?.whole;
    if (!whole) continue;
    const key = `${whole}\n${finding.piece.path}\n${finding.piece.draft.blockAt(finding.at.end)?.index}`;
    byWhole.set(key, [...(byWhole.get(key) ?? []), finding]);
  }
  return [...byWhole.values()].flatMap((all) => completion(all) ?? []);
}

function completion(findings: readonly Finding[]): Completion | undefined {
  const parts = new Map<number, Fix>();
  for (const fix of findings.flatMap((f) => preferredFix(f) ?? []))
    if (fix.part && !parts.has(fix.part.rank)) parts.set(fix.part.rank, fix);
  const [first, ...others] = [...parts.entries()].sort(([a], [b]) => a - b).map(([, fix]) => fix);
  const piece = findings[0]?.piece;
  if (!piece || !first?.part || others.length === 0) return undefined;
  const gap = inStyleOf(piece.draft, '\n\n');
  /** By where they are inserted: what stands already between two parts stays between them. */
  const places = new Map<number, Fix['edits'][number]>();
  for (const edit of [first, ...others].flatMap((fix) => fix.edits)) {
    const before = places.get(edit.at.start);
    places.set(
      edit.at.start,
      before ? { ...edit, text: `${before.text.trimEnd()}${gap}${edit.text.trimStart()}` } : edit,
    );
  }
  return {
    fix: {
      title: `Compléter ${first.part.whole} (${findings.length} constats)`,
      grade: 'review',
      edits: [...places.values()],
    },
    findings,
  };
}
