import { join } from 'node:path';
import type { Piece } from '../../rules/kit/piece.ts';
import type { Level } from '../../rules/kit/rule.ts';
import { Known, type KnownFinding } from '../core/baseline.ts';
import type { Finding } from '../core/lint.ts';
import type { Dossier } from '../core/rapport.ts';
import type { Judged } from './examine.ts';
import type { Folder } from './folder.ts';
import { type CheckedFile, reaches } from './reporters/report.ts';
import { shown } from './shown.ts';

/** What there is to say of one folder. */
export interface Examined extends Pick<Judged, 'ids' | 'fixed' | 'notChecked' | 'notRun'> {
  readonly files: readonly CheckedFile[];
  /** Undefined where the whole consultation is not at hand. */
  readonly dossier: Dossier | undefined;
  /** Every piece of the folder, checked or beside, with its shown path. */
  readonly paths: ReadonlyMap<Piece, string>;
  /** All findings, whatever the baseline and the level shown. */
  readonly known: readonly KnownFinding[];
  /** What the baseline knows of the pieces asked for, by rules that ran, and is no longer found. */
  readonly stale: readonly KnownFinding[];
  /** Drafts of the folder that were asked for and are no piece, or that its settings leave out, as shown. */
  readonly left: readonly string[];
  /** New warnings, whatever the level shown. */
  readonly warnings: number;
}

export interface Showing {
  readonly cwd: string;
  readonly minLevel: Level;
  /** Known findings by shown folder; undefined without a baseline. */
  readonly knownBefore: Readonly<Record<string, readonly KnownFinding[]>> | undefined;
}

/** Findings of a folder by piece: shown, suppressed, known. */
export function examinedOf(judged: Judged, folder: Folder, { cwd, minLevel, knownBefore }: Showing): Examined {
  const { pieces, findings, suppressed, ids, fixed, notChecked, notRun } = judged;
  const folderPath = shown(cwd, folder.path);
  // What was fixed is no longer what was read.
  const hashOf = (name: string) =>
    fixed.some((f) => f.path === join(folder.path, name)) ? undefined : folder.hashes.get(name);
  const at = (name: string) => shown(cwd, join(folder.path, name));
  const old = new Known(knownBefore?.[folderPath]);
  const known: KnownFinding[] = [];
  let warnings = 0;
  const fileOf = (piece: Piece): CheckedFile => {
    const path = at(piece.path);
    const own = findings.filter((f) => f.piece === piece);
    const kept = own.map((f: Finding) => ({ file: path, rule: f.rule.id, level: f.level, id: ids.get(f) as string }));
    known.push(...kept);
    const fresh = knownBefore ? own.filter((_, i) => !old.take(kept[i] as KnownFinding)) : own;
    warnings += fresh.filter((f) => f.level === 'warning').length;
    const sha256 = hashOf(piece.path);
    return {
      path,
      piece,
      ...(sha256 && { sha256 }),
      findings: fresh.filter((f) => reaches(f.level, minLevel)),
      suppressed: suppressed.filter((s) => s.finding.piece === piece),
      known: own.length - fresh.length,
    };
  };
  const files = pieces.filter((p) => !folder.wanted || folder.wanted.has(p.path)).map(fileOf);
  const dossier = judged.whole && { path: folderPath, files, described: folder.described, ...judged.whole };
  const paths = new Map(pieces.map((p) => [p, at(p.path)]));
  const idle = new Set(notRun.map((one) => one.rule));
  const asked = folder.wanted && new Set([...folder.wanted].map(at));
  const stale = knownBefore
    ? old.stale.filter((k) => !idle.has(k.rule) && (!asked || asked.has(k.file)) && !judged.failed)
    : [];
  const read = new Set(pieces.map((p) => p.path));
  const left = folder.sources.map((s) => s.path).filter((p) => !read.has(p) && (folder.wanted?.has(p) ?? true));
  return { files, dossier, known, stale, left: left.map(at), warnings, ids, fixed, notChecked, notRun, paths };
}
