import { resolve } from 'node:path';

import { skeleton, skeletonOf, skeletons } from '../../../rules/clauses/skeletons.ts';
import type { Template } from '../../../rules/clauses/template.ts';
import { nearest, nearOne, PROCEDURES, type ProcedureName } from '../../../rules/facts/piece/index.ts';

import { OK, type Terminal, UsageError } from '../io.ts';
import { writeNew } from '../write.ts';

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

/** What may be written, the nearest said to be so where one is near. */
const nearestFirst = (word: string, list: readonly string[]): string =>
  `${nearOne(word, list) ? ', la plus proche d’abord' : ''} : ${nearest(word, list).join(', ')}`;

function pieceNamed(name: string): Template {
  const template = skeletonOf(name.toLowerCase());
  if (template) return template;
  const pieces = skeletons.map((t) => t.piece);
  throw new UsageError(`« ${name} » n’est pas une pièce. Pièces${nearestFirst(name, pieces)}`);
}

/** The procedure asked for, or the usual one of the piece. */
function procedureFor({ piece, procedures }: Template, name: string | undefined): ProcedureName {
  if (name === undefined) return procedures[0] as ProcedureName;
  const procedure = PROCEDURES.find((p) => p === name.toLowerCase());
  if (procedure === undefined)
    throw new UsageError(`« ${name} » n’est pas une procédure. Procédures${nearestFirst(name, PROCEDURES)}`);
  if (procedures.includes(procedure)) return procedure;
  const others = skeletons.filter((t) => t.procedures.includes(procedure)).map((t) => t.piece);
  throw new UsageError(
    `la pièce ${piece} ne va pas avec la procédure ${procedure}. Procédures de ${piece} : ${procedures.join(', ')}. Pièces de ${procedure} : ${others.join(', ')}`,
  );
}
