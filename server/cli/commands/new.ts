import { link, mkdir, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { skeleton, skeletonOf, skeletons, type Template } from '../../../rules/clauses/skeletons.ts';
import { nearest, PROCEDURES, type ProcedureName } from '../../../rules/facts/entete.ts';
import { OK, type Terminal, UsageError } from '../io.ts';

export interface NewOptions {
  readonly procedure?: string;
  readonly output?: string;
}

/** Writes the skeleton of a piece, on standard output or in a new file. The exit code comes back. */
export async function newCommand(name: string, options: NewOptions, terminal: Terminal): Promise<number> {
  const template = pieceNamed(name);
  const text = skeleton(template.piece, procedureFor(template, options.procedure));
  if (options.output === undefined) {
    terminal.out(text);
    return OK;
  }
  await writeNew(resolve(terminal.cwd, options.output), options.output, text);
  const fields = text.split('[à compléter').length - 1;
  terminal.out(`${options.output} : ${template.titre}, ${fields} champs à compléter\n`);
  return OK;
}

function pieceNamed(name: string): Template {
  const template = skeletonOf(name.toLowerCase());
  if (template) return template;
  const near = nearest(
    name,
    skeletons.map((t) => t.piece),
  );
  throw new UsageError(`« ${name} » n’est pas une pièce. Pièces, la plus proche d’abord : ${near.join(', ')}`);
}

/** The procedure asked for, or the usual one of the piece. */
function procedureFor({ piece, procedures }: Template, name: string | undefined): ProcedureName {
  if (name === undefined) return procedures[0] as ProcedureName;
  const procedure = PROCEDURES.find((p) => p === name.toLowerCase());
  if (procedure === undefined) {
    const near = nearest(name, PROCEDURES);
    throw new UsageError(
      `« ${name} » n’est pas une procédure. Procédures, la plus proche d’abord : ${near.join(', ')}`,
    );
  }
  if (procedures.includes(procedure)) return procedure;
  const others = skeletons.filter((t) => t.procedures.includes(procedure)).map((t) => t.piece);
  throw new UsageError(
    `la pièce ${piece} ne va pas avec la procédure ${procedure}. Procédures de ${piece} : ${procedures.join(', ')}. Pièces de ${procedure} : ${others.join(', ')}`,
  );
}

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? '';

/** Writes a file whole or not at all, and never over another. `shown`: its path as the user wrote it. */
async function writeNew(path: string, shown: string, text: string): Promise<void> {
  const draft = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  const refused = (error: unknown) => new UsageError(`${shown} : écriture impossible (${codeOf(error)})`);
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(draft, text);
  } catch (error) {
    await rm(draft, { force: true }).catch(() => {});
    throw refused(error);
  }
  try {
    // A link, unlike a move, fails where a file stands. Some file systems have none.
    await link(draft, path).catch((error) => {
      if (codeOf(error) === 'EEXIST') throw error;
      return writeFile(path, text, { flag: 'wx' });
    });
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw new UsageError(`${shown} : ce fichier existe déjà, il n’est pas remplacé`);
    throw refused(error);
  } finally {
    await rm(draft, { force: true });
  }
}
