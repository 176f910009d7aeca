import type { SourceFile } from '../../rules/consultation/open.ts';
import type { Described } from '../consultation.ts';

/** One consultation to check: its Markdown files, which of them were asked for, and the paths of all the files beside them. */
export interface Folder {
  /** Absolute: where the paths of the pieces start. */
  readonly path: string;
  readonly sources: readonly SourceFile[];
  /** Paths of the pieces whose findings are wanted; undefined: all. */
  readonly wanted: ReadonlySet<string> | undefined;
  readonly files: readonly string[];
  /** SHA-256 of the bytes of each source, in hexadecimal. */
  readonly hashes: ReadonlyMap<string, string>;
  /** Other names of sources that are files of two names, each with the one of the source. */
  readonly aliases?: ReadonlyMap<string, string>;
  /** The `dce.yaml` of the consultation, when it has one. */
  readonly described?: Described | undefined;
}
