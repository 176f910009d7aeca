import { stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { openConsultation } from '../../../rules/consultation/open.ts';
import type { Consultation } from '../../../rules/kit/piece.ts';
import { ccp } from '../../../rules/kit/source.ts';
import { cite } from '../../../rules/law/law.ts';
import { readFolder } from '../../core/check.ts';
import { diff, type FactChange } from '../../core/diff.ts';
import { lawAge, lawAgeShown } from '../../core/law-age.ts';
import { said } from '../../core/not-checked.ts';
import { gather } from '../files.ts';
import { FOUND, OK, type Terminal, UsageError } from '../io.ts';
import { writeWhole } from '../output.ts';
import { asText } from '../reporters/json.ts';
import { shown } from '../shown.ts';
import { version } from '../version.ts';

export interface DiffOptions {
  readonly format: string;
  readonly date: string;
  readonly output?: string;
}

/** A version of a dossier: its pieces, and where they stand. */
interface Version {
  readonly consultation: Consultation;
  /** As the user wrote it. */
  readonly name: string;
  /** Absolute. */
  readonly folder: string;
}

/** Tells what two versions of a dossier say differently. Exit 1 when something is to be checked. */
export async function diffCommand(old: string, now: string, options: DiffOptions, terminal: Terminal): Promise<number> {
  const [before, after] = [await open(old, options, terminal), await open(now, options, terminal)];
  const changes = diff(before.consultation, after.consultation, options.date);
  const written =
    options.format === 'json'
      ? json(before, after, changes, terminal)
      : text({ before, after, date: options.date }, changes, terminal);
  if (options.output) await writeWhole(resolve(terminal.cwd, options.output), options.output, written);
  else terminal.out(written);
  return changes.some((c) => c.verify) ? FOUND : OK;
}

/** The pieces of one folder, those of the folders inside it left out, or one file alone. */
async function open(name: string, { date }: DiffOptions, { cwd }: Terminal): Promise<Version> {
  const path = resolve(cwd, name);
  const { folders, notChecked } = await gather(cwd, [name]);
  const isFolder = await stat(path).then(
    (s) => s.isDirectory(),
    () => false,
  );
  const found = isFolder ? folders.find((f) => f.path === path) : folders[0];
  const folder = found?.path ?? dirname(path);
  const problem = notChecked.find((one) => one.blocking);
  if (problem) throw new UsageError(said(problem).replace(/\.$/, ''));
  const sources = found?.sources.filter((s) => !found.wanted || found.wanted.has(s.path)) ?? [];
  const options = { date, ...(found && { files: found.files }) };
  const consultation = isFolder ? readFolder(sources, options).consultation : openConsultation(sources, options);
  if (consultation.pieces.length === 0) throw new UsageError(`${name} : aucune pièce à comparer`);
  return { consultation, name, folder };
}

type Side = FactChange['before'];

const sided = (values: Side, { folder }: Version, { cwd }: Terminal) =>
  values.map(({ text, places }) => ({
    text,
    places: places.map(({ path, line }) => ({ path: shown(cwd, join(folder, path)), line: line - 1 })),
  }));

function json(before: Version, after: Version, changes: readonly FactChange[], terminal: Terminal): string {
  return asText({
    tool: { name: 'dce-lint', version },
    law: lawAge(terminal.today),
    before: before.name,
    after: after.name,
    changes: changes.map((c) => ({
      ...c,
      before: sided(c.before, before, terminal),
      after: sided(c.after, after, terminal),
    })),
    summary: { changes: changes.length, toVerify: changes.filter((c) => c.verify).length },
  });
}

/** What « à vérifier » means, and what the program does not judge. */
const note = (date: string): string =>
  `« À vérifier » vaut pour une consultation déjà publiée. Quand les documents changent de façon importante,
le délai de remise des offres est prolongé (${cite(ccp('R2151-4'), date).label}). Selon son ampleur, un changement
peut demander davantage, jusqu’à une nouvelle publicité : dce-lint n’en juge pas, un juriste le dira.`;

function text(
  { before, after, date }: { before: Version; after: Version; date: string },
  changes: readonly FactChange[],
  terminal: Terminal,
): string {
  const out = [`${before.name} → ${after.name}`, ''];
  if (changes.length === 0) out.push('Aucun changement dans ce que le programme sait lire.', '');
  let title = '';
  for (const c of changes) {
    if (c.title !== title) out.push(c.title);
    title = c.title;
    out.push(`  ${c.label}`);
    out.push(...side('avant', c.before, before, terminal), ...side('après', c.after, after, terminal));
    if (c.verify) out.push(`    ${c.verify.why} (${c.verify.sources.map((s) => s.label).join(' ; ')})`);
    out.push('');
  }
  const count = changes.filter((c) => c.verify).length;
  if (changes.length > 0) out.push(`Changements : ${changes.length}, dont à vérifier : ${count}.`);
  if (count > 0) out.push('', note(date), '', lawAgeShown(terminal.today));
  return `${out.join('\n').trimEnd()}\n`;
}

function side(word: string, values: Side, version: Version, terminal: Terminal): string[] {
  if (values.length === 0) return [`    ${word} : rien`];
  return sided(values, version, terminal).map(({ text: words, places }) => {
    const where = places.map((p) => `${p.path}, ligne ${p.line + 1}`).join(' ; ');
    return `    ${word} : ${words} (${where})`;
  });
}
