import { LEVELS, type Level } from '../../rules/kit/rule.ts';

/** Form of the file; another one is refused. */
export const BASELINE_VERSION = 1;

/** A finding as a baseline keeps it. `id` and its folder tell it; the rest is for people. */
export interface KnownFinding {
  readonly file: string;
  readonly rule: string;
  readonly level: Level;
  readonly id: string;
}

/** Findings that are known, by the folder of their consultation (from the working directory, with `/`). */
export interface Baseline {
  readonly version: typeof BASELINE_VERSION;
  readonly tool: { readonly name: 'dce-lint'; readonly version: string };
  readonly consultations: Readonly<Record<string, readonly KnownFinding[]>>;
}

/** A baseline from JSON, or one French line on why it is none. */
export function readBaseline(text: string): { readonly baseline: Baseline } | { readonly refused: string } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { refused: 'référence abîmée (ce n’est pas du JSON) ; la refaire avec --write-baseline' };
  }
  if (!isRecord(value) || typeof value.version !== 'number' || !isRecord(value.consultations))
    return { refused: 'ce n’est pas une référence de dce-lint ; la refaire avec --write-baseline' };
  if (value.version !== BASELINE_VERSION)
    return {
      refused: `référence de version ${value.version}, celle de ce programme est ${BASELINE_VERSION} ; la refaire avec --write-baseline`,
    };
  const sound = Object.values(value.consultations).every((list) => Array.isArray(list) && list.every(isKnown));
  if (!sound) return { refused: 'référence abîmée (un constat y est mal écrit) ; la refaire avec --write-baseline' };
  return { baseline: value as unknown as Baseline };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isKnown = (value: unknown): boolean =>
  isRecord(value) &&
  ['file', 'rule', 'id'].every((name) => typeof value[name] === 'string') &&
  LEVELS.includes(value.level as Level);

/**
 * Tells what is new in one consultation: each known finding answers for one. A piece may be renamed in its folder; a level
 * that has risen is new again.
 */
export class Known {
  private readonly left = new Map<string, KnownFinding[]>();

  constructor(known: readonly KnownFinding[] = []) {
    for (const one of known) this.left.set(one.id, [...(this.left.get(one.id) ?? []), one]);
  }

  /** What was never asked for: known once, and no longer found. */
  get stale(): readonly KnownFinding[] {
    return [...this.left.values()].flat();
  }

  /** True the first time a known finding is asked for. */
  take(finding: KnownFinding): boolean {
    const all = this.left.get(finding.id) ?? [];
    const fits = (k: KnownFinding) =>
      k.rule === finding.rule && LEVELS.indexOf(finding.level) >= LEVELS.indexOf(k.level);
    const same = all.findIndex((k) => k.file === finding.file && fits(k));
    const at = same >= 0 ? same : all.findIndex(fits);
    if (at < 0) return false;
    this.left.set(finding.id, all.toSpliced(at, 1));
    return true;
  }
}
