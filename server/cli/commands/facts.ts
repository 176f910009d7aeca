import { join } from 'node:path';
import { facts } from '../../../rules/facts/index.ts';
import { openConsultation } from '../../../rules/facts/piece.ts';
import type { Piece } from '../../../rules/kit/piece.ts';
import { PIECE_NAMES } from '../../core/explain.ts';
import { gather, shown } from '../files.ts';
import { FAILED, OK, type Terminal } from '../io.ts';

/** Names of the ways a piece is known, for people. */
const FROM: Readonly<Record<string, string>> = {
  'front-matter': "d'après l'en-tête",
  'dce-yaml': "d'après dce.yaml",
  title: "d'après le titre",
  name: "d'après le nom du fichier",
  text: "d'après le texte",
};

/** All facts of a piece as plain JSON, those with nothing to show left out. */
export function factsOf(piece: Piece): Record<string, unknown> {
  const out: Record<string, unknown> = {};
  for (const fact of facts) {
    const value = fact.show(piece.ask(fact), piece);
    if (value !== undefined) out[fact.id] = value;
  }
  return out;
}

/** Prints what the program has understood of each piece. */
export async function factsCommand(
  paths: readonly string[],
  options: { readonly format: string; readonly date: string },
  terminal: Terminal,
): Promise<number> {
  const { folders, problems } = await gather(terminal.cwd, paths);
  for (const problem of problems) terminal.err(`dce-lint : ${problem}\n`);
  const files = folders.flatMap((folder) => {
    const consultation = openConsultation(folder.sources, { date: options.date, files: folder.files });
    return consultation.pieces
      .filter((p) => !folder.wanted || folder.wanted.has(p.path))
      .map((piece) => ({ path: shown(terminal.cwd, join(folder.path, piece.path)), piece }));
  });
  if (files.length === 0) {
    terminal.err('dce-lint : rien à lire, aucun fichier Markdown trouvé.\n');
    return FAILED;
  }
  if (options.format === 'json') {
    const json = files.map(({ path, piece }) => ({
      path,
      piece: piece.kind,
      pieceFrom: piece.kindFrom,
      date: piece.date,
      ...(piece.state && { etat: piece.state }),
      facts: factsOf(piece),
    }));
    terminal.out(`${JSON.stringify({ files: json }, null, 2)}\n`);
  } else for (const { path, piece } of files) terminal.out(page(path, piece));
  return problems.length > 0 ? FAILED : OK;
}

function page(path: string, piece: Piece): string {
  const lines = [
    path,
    `  Pièce : ${PIECE_NAMES[piece.kind]} (${FROM[piece.kindFrom]})`,
    `  Droit appliqué : celui du ${piece.date}`,
  ];
  if (piece.state) lines.push(`  État : ${piece.state}`);
  const known = factsOf(piece);
  for (const fact of facts) if (fact.id in known) lines.push(`  ${fact.title} :`, ...outline(known[fact.id], '    '));
  return `${lines.join('\n')}\n\n`;
}

/** Plain JSON as indented lines. */
function outline(value: unknown, indent: string): string[] {
  if (Array.isArray(value)) {
    if (value.length === 0) return [`${indent}(aucun)`];
    return value.flatMap((v) => {
      const [first = '', ...rest] = outline(v, `${indent}  `);
      return [`${indent}- ${first.trimStart()}`, ...rest];
    });
  }
  if (typeof value === 'object' && value !== null)
    return Object.entries(value)
      .filter(([, v]) => v !== undefined && !(Array.isArray(v) && v.length === 0))
      .flatMap(([key, v]) => {
        const inner = outline(v, `${indent}  `);
        return typeof v === 'object' && v !== null
          ? [`${indent}${key} :`, ...inner]
          : [`${indent}${key} : ${(inner[0] ?? '').trimStart()}`];
      });
  return [`${indent}${value === true ? 'oui' : value === false ? 'non' : String(value)}`];
}
