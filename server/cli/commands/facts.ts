import { join } from 'node:path';
import { openConsultation } from '../../../rules/consultation/open.ts';
import { avis } from '../../../rules/facts/avis/index.ts';
import { bordereau } from '../../../rules/facts/bordereau/index.ts';
import { facts } from '../../../rules/facts/index.ts';
import type { Fact, Piece } from '../../../rules/kit/piece.ts';
import { readFolder } from '../../core/check.ts';
import { pieceName } from '../../core/explain.ts';
import { ficheOf } from '../../core/fiche.ts';
import { isPartial } from '../../core/not-checked.ts';
import { ficheText } from '../fiche-text.ts';
import { type Gathered, gather } from '../files.ts';
import { FAILED, OK, type Terminal } from '../io.ts';
import { sayNotChecked } from '../not-checked.ts';
import { shown } from '../shown.ts';

/** Names of the ways a piece is known, for people. */
const FROM: Readonly<Record<string, string>> = {
  'front-matter': "d'après l'en-tête",
  'dce-yaml': "d'après dce.yaml",
  title: "d'après le titre",
  name: "d'après le nom du fichier",
  text: "d'après le texte",
};

/** What a file that is no draft says. */
const DATA_FACTS = [bordereau, avis] as readonly Fact<unknown>[];

/** All facts of a piece as plain JSON, those with nothing to show left out. */
export function factsOf(piece: Piece): Record<string, unknown> {
  const out: Record<string, unknown> = {};
  for (const fact of piece.data ? DATA_FACTS : facts) {
    const value = fact.show(piece.ask(fact), piece);
    if (value !== undefined) out[fact.id] = value;
  }
  return out;
}

/** Prints what the program has understood: of each file that is named, and of each folder its pieces put together. */
export async function factsCommand(
  paths: readonly string[],
  options: { readonly format: string; readonly date: string },
  terminal: Terminal,
): Promise<number> {
  return factsIn(await gather(terminal.cwd, paths, { access: terminal.access }), options, terminal);
}

/** Prints what the program has understood of pieces that have been read. */
export function factsIn(
  { folders, notChecked }: Gathered,
  options: { readonly format: string; readonly date: string },
  terminal: Terminal,
): number {
  sayNotChecked(
    notChecked.filter((one) => one.blocking),
    terminal,
  );
  const read = folders.map((folder) => {
    const all = openConsultation(folder.sources, { date: options.date, files: folder.files });
    const pathOf = (path: string) => shown(terminal.cwd, join(folder.path, path));
    const pieces = [...all.pieces, ...all.companions].filter((p) => !folder.wanted || folder.wanted.has(p.path));
    const whole = readFolder(folder.sources, { date: options.date, files: folder.files }).consultation;
    return { folder, pathOf, pieces, fiche: folder.wanted ? undefined : ficheOf(whole, folder.described) };
  });
  if (read.every((r) => r.pieces.length === 0)) {
    terminal.err('dce-lint : rien à lire, aucune pièce en Markdown ou en Word trouvée.\n');
    return FAILED;
  }
  if (options.format === 'json') {
    const consultations = read.flatMap(({ folder, fiche }) =>
      fiche ? [{ path: shown(terminal.cwd, folder.path), ...fiche }] : [],
    );
    const files = read.flatMap(({ pieces, pathOf }) => pieces.map((piece) => pieceJson(piece, pathOf(piece.path))));
    terminal.out(`${JSON.stringify({ consultations, files }, null, 2)}\n`);
  } else
    for (const { folder, pathOf, pieces, fiche } of read)
      if (fiche) terminal.out(ficheText(fiche, shown(terminal.cwd, folder.path), pathOf));
      else for (const piece of pieces) terminal.out(page(pathOf(piece.path), piece));
  return isPartial(notChecked) ? FAILED : OK;
}

const pieceJson = (piece: Piece, path: string) => ({
  path,
  piece: piece.kind,
  pieceFrom: piece.kindFrom,
  date: piece.date,
  ...(piece.state && { etat: piece.state }),
  facts: factsOf(piece),
});

function page(path: string, piece: Piece): string {
  const lines = [
    path,
    `  Pièce : ${pieceName(piece)} (${FROM[piece.kindFrom]})`,
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
