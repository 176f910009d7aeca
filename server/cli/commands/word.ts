import { readFile, stat } from 'node:fs/promises';
import { basename, dirname, extname, resolve } from 'node:path';
import { decode } from '../../core/decode.ts';
import { picturesBeside } from '../../pictures.ts';
import { OK, type Terminal, UsageError } from '../io.ts';
import { reason } from '../reason.ts';
import { writeNew } from '../write.ts';

export interface ImportOptions {
  readonly output?: string;
}

export interface ExportOptions {
  readonly template?: string;
  readonly output?: string;
  readonly comments: boolean;
}

type Converter = typeof import('../../word/index.ts');

/** Loaded on demand: the other commands start without it. */
const converter = (): Promise<Converter> => import('../../word/index.ts');

/** A Word document as a Markdown draft, on standard output or in a new file. The exit code comes back. */
export async function importCommand(path: string, { output }: ImportOptions, terminal: Terminal): Promise<number> {
  const word = await converter();
  const bytes = await documentAt(path, word, terminal);
  const { text, piece, lost } = await saying(path, word, () => word.importWord(bytes, basename(path)));
  if (output === undefined) terminal.out(text);
  else {
    await writeNew(resolve(terminal.cwd, output), output, text);
    terminal.out(
      `${output} : ${piece === undefined ? 'pièce non reconnue, à indiquer en tête' : `pièce « ${piece} »`}\n`,
    );
  }
  sayLost(lost, terminal);
  return OK;
}

/** A Markdown draft as a new Word document. The exit code comes back. */
export async function exportCommand(path: string, options: ExportOptions, terminal: Terminal): Promise<number> {
  const word = await converter();
  const decoded = decode(await read(path, terminal));
  if (!decoded.ok) throw new UsageError(`${path} : ${decoded.reason}`);
  const { template: model, comments } = options;
  const template = model === undefined ? {} : { template: await documentAt(model, word, terminal) };
  const pictures = await picturesBeside(decoded.text, dirname(resolve(terminal.cwd, path)), word);
  const made = await saying(model ?? path, word, () =>
    word.exportWord(decoded.text, { comments, pictures, ...template }),
  );
  const output = options.output ?? `${path.slice(0, path.length - extname(path).length)}.docx`;
  await writeNew(resolve(terminal.cwd, output), output, made.bytes);
  terminal.out(`${output} : document écrit\n`);
  if (made.comments > 0)
    terminal.err(
      `${made.comments} commentaire(s) dans la marge du document : à retirer avant publication, ou exporter avec --no-comments.\n`,
    );
  sayLost(made.lost, terminal);
  return OK;
}

async function read(path: string, { cwd }: Terminal): Promise<Uint8Array> {
  return await readFile(resolve(cwd, path)).catch((error: unknown) => {
    throw new UsageError(`${path} : ${reason(error)}`);
  });
}

/** Bytes of a document; the size is looked at first. */
async function documentAt(path: string, { LARGEST_DOCUMENT }: Converter, terminal: Terminal): Promise<Uint8Array> {
  const size = await stat(resolve(terminal.cwd, path)).then(
    (s) => s.size,
    () => 0,
  );
  if (size > LARGEST_DOCUMENT) throw new UsageError(`${path} : document trop gros (plus de 60 Mo)`);
  return read(path, terminal);
}

/** Runs a conversion; what is wrong in the document is said with its path. */
async function saying<T>(path: string, { WordError }: Converter, convert: () => T | Promise<T>): Promise<T> {
  try {
    return await convert();
  } catch (error) {
    if (error instanceof WordError) throw new UsageError(`${path} : ${error.message}`);
    throw error;
  }
}

function sayLost(lost: readonly string[], terminal: Terminal): void {
  if (lost.length === 0) return;
  terminal.err(
    `À vérifier, car la conversion ne les reprend pas tels quels :\n${lost.map((l) => `  - ${l}\n`).join('')}`,
  );
}
