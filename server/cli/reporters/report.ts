import type { Piece } from '../../../rules/kit/piece.ts';
import type { Finding } from '../../core/lint.ts';

/** One file of a report. */
export interface CheckedFile {
  /** Relative to the working directory, with `/`. */
  readonly path: string;
  readonly piece: Piece;
  readonly findings: readonly Finding[];
  readonly suppressed: number;
}

export interface CheckReport {
  readonly version: string;
  readonly files: readonly CheckedFile[];
  /** Shown path of another piece of the same folder. */
  readonly pathOf: (piece: Piece) => string;
}

/** Writes a report as one text. */
export type Reporter = (report: CheckReport, options: { readonly colour: boolean }) => string;

export interface Summary {
  readonly files: number;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  readonly suppressed: number;
}

export function summary({ files }: CheckReport): Summary {
  const count = (level: string) => files.reduce((n, f) => n + f.findings.filter((x) => x.level === level).length, 0);
  return {
    files: files.length,
    errors: count('error'),
    warnings: count('warning'),
    infos: count('info'),
    suppressed: files.reduce((n, f) => n + f.suppressed, 0),
  };
}
