import { join } from 'node:path';
import type { Piece } from '../../rules/kit/piece.ts';
import type { Level } from '../../rules/kit/rule.ts';
import { Known, type KnownFinding } from '../core/baseline.ts';
import type { Finding } from '../core/lint.ts';
import type { Judged } from './examine.ts';
import { type Folder, shown } from './files.ts';
import { type CheckedFile, reaches } from './reporters/report.ts';

/** What there is to say of one folder. */
export interface Examined extends Pick<Judged, 'ids' | 'fixed' | 'complaints' | 'unknown'> {
  readonly files: readonly CheckedFile[];
  /** Every piece of the folder, checked or beside, with its shown path. */
  readonly paths: ReadonlyMap<Piece, string>;
  /** All findings, whatever the baseline and the level shown. */
  readonly known: readonly KnownFinding[];
}

export interface Showing {
  readonly cwd: string;
  readonly minLevel: Level;
  /** Known findings by shown folder; undefined without a baseline. */
  readonly knownBefore: Readonly<Record<string, readonly KnownFinding[]>> | undefined;
}

/** Findings of a folder by piece: shown, suppressed, known. */
export function examinedOf(judged: Judged, folder: Folder, { cwd, minLevel, knownBefore }: Showing): Examined {
  const { pieces, findings, suppressed, ids, fixed, complaints, unknown } = judged;
  const at = (name: string) => shown(cwd, join(folder.path, name));
  const old = new Known(knownBefore?.[shown(cwd, folder.path)]);
  const known: KnownFinding[] = [];
  const fileOf = (piece: Piece): CheckedFile => {
    const path = at(piece.path);
    const own = findings.filter((f) => f.piece === piece);
    const kept = own.map((f: Finding) => ({ file: path, rule: f.rule.id, level: f.level, id: ids.get(f) as string }));
    known.push(...kept);
    const fresh = knownBefore ? own.filter((_, i) => !old.take(kept[i] as KnownFinding)) : own;
    return {
      path,
      piece,
      findings: fresh.filter((f) => reaches(f.level, minLevel)),
      suppressed: suppressed.filter((s) => s.finding.piece === piece),
      known: own.length - fresh.length,
    };
  };
  const files = pieces.filter((p) => !folder.wanted || folder.wanted.has(p.path)).map(fileOf);
  return { files, known, ids, fixed, complaints, unknown, paths: new Map(pieces.map((p) => [p, at(p.path)])) };
}
