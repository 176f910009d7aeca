import { readFile, realpath } from 'node:fs/promises';
import { basename, join, resolve, sep } from 'node:path';
import { annotationOf, type FindingAnnotation } from '../core/annotation.ts';
import type { NotChecked } from '../core/not-checked.ts';
import type { Phrasebook } from '../core/phrasebook.ts';
import { type Terminal, UsageError } from './io.ts';
import { writeWhole } from './output.ts';
import { reason } from './reason.ts';
import { type CheckedFile, comparePaths } from './reporters/report.ts';
import { sha256 } from './sha256.ts';
/** What is kept of a Word document until its copy is written. */
export interface CheckedDocument extends Pick<CheckedFile, 'path' | 'sha256'> {
  /** What it was read as. */
  readonly text: string;
  readonly annotations: readonly FindingAnnotation[];
}

/** The Word documents among files that were checked. */
export const documentsIn = (files: readonly CheckedFile[], phrasebook: Phrasebook): CheckedDocument[] =>
  files
    .filter(({ piece }) => piece.landmarks)
    .map(({ path, sha256: known, piece, findings }) => ({
      path,
      text: piece.draft.text,
      annotations: findings.map((finding) => annotationOf(finding, phrasebook)),
      ...(known !== undefined && { sha256: known }),
    }));

/**
 * Writes in `folder`, as the user wrote it, a copy of each Word document checked with its findings as comments, and says which.
 * Gives back what could not be written. The documents themselves are only read.
 */
export async function annotate(
  checked: readonly CheckedDocument[],
  folder: string,
  terminal: Terminal,
): Promise<readonly NotChecked[]> {
  if (checked.length === 0) {
    terminal.err('dce-lint : aucun document Word à annoter.\n');
    return [];
  }
  const documents = [...checked].sort((a, b) => comparePaths(a.path, b.path));
  const common = commonFolder(documents.map(({ path }) => path));
  const refused: NotChecked[] = [];
  for (const document of documents) {
    const shown = join(folder, document.path.slice(common.length)).split(sep).join('/');
    try {
      const { bytes, comments } = await copyOf(document, shown, terminal);
      await writeWhole(resolve(terminal.cwd, shown), shown, bytes);
      const count = comments === 0 ? 'aucun constat' : `${comments} constat${comments > 1 ? 's' : ''} en commentaire`;
      terminal.err(`dce-lint : ${shown} : copie écrite, ${count}\n`);
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      const remedy = 'La copie annotée n’est pas écrite ; le document d’origine est intact.';
      refused.push({ what: document.path, why: `${error.message}.`, remedy, blocking: true });
    }
  }
  return refused;
}

async function copyOf(
  { path, text, annotations, sha256: known }: CheckedDocument,
  shown: string,
  { cwd, today }: Terminal,
) {
  const word = await import('../word/index.ts');
  const source = resolve(cwd, path);
  const target = resolve(cwd, shown);
  const there = await readFile(target).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined;
    throw new UsageError(`${shown} : ${reason(error)}`);
  });
  if (there && (await realpath(target)) === (await realpath(source)))
    throw new UsageError('la copie prendrait la place de ce document : donner un autre dossier à --annotate');
  if (there && !word.isCopy(there))
    throw new UsageError(
      `${shown} existe et n’est pas une copie intacte d’une relecture : le déplacer, ou le relire lui-même`,
    );
  const bytes = await readFile(source).catch((error: unknown) => {
    throw new UsageError(reason(error));
  });
  if (known !== undefined && sha256(bytes) !== known) throw new UsageError('document changé pendant la vérification');
  try {
    return word.annotateWord(bytes, basename(path), text, annotations, today);
  } catch (error) {
    if (error instanceof word.WordError) throw new UsageError(error.message);
    throw error;
  }
}

/** The path that all paths begin with, up to a `/`. */
function commonFolder(paths: readonly string[]): string {
  const folders = paths.map((path) => path.split('/').slice(0, -1));
  const [first = []] = folders;
  const length = first.findIndex((name, i) => folders.some((f) => f[i] !== name));
  const common = first.slice(0, length < 0 ? first.length : length);
  return common.length === 0 ? '' : `${common.join('/')}/`;
}

/** Absolute path of the folder of the copies, of which nothing is checked; refused where it is what is checked. */
export function annotatedFolder(folder: string, checked: readonly string[], cwd: string): string {
  const path = resolve(cwd, folder);
  if (checked.some((one) => resolve(cwd, one) === path))
    throw new UsageError('--annotate : donner un autre dossier que celui des pièces');
  return path;
}
