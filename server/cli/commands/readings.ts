import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Draft } from '../../../rules/kit/draft.ts';
import { plain } from '../../../rules/kit/french/fold.ts';
import { isAudible, theModel } from '../../../rules/reading/hear.ts';
import { decode, encode } from '../../core/decode.ts';
import { PIECE_NAMES } from '../../core/explain.ts';
import { patchOf } from '../../core/lecture-patch.ts';
import { LECTURES, lineAt, ofThing, readLectures, type WrittenLecture, writeLecture } from '../../core/lectures.ts';
import { FAILED, OK, type Terminal, UsageError } from '../io.ts';
import { countOf } from '../lectures.ts';
import { writeWhole } from '../output.ts';
import { inert } from '../reporters/report.ts';
import { listening, unknownConcept } from './read.ts';

/** What can be done with the readings that a buyer has refused, and the wordings that he has added. */
export const ACTIONS = ['list', 'add', 'refuse', 'export'] as const;
export type Action = (typeof ACTIONS)[number];

export interface ReadingsOptions {
  readonly lectures?: string;
  readonly concept?: string;
  readonly reason?: string;
  readonly heading?: string;
  readonly context?: string;
  readonly output?: string;
  readonly format: string;
}

/** Lists what a local file says of readings, adds to it, or makes of it a patch for the files of the concepts. */
export async function readingsCommand(
  action: Action,
  phrase: string | undefined,
  options: ReadingsOptions,
  terminal: Terminal,
): Promise<number> {
  const isWritten = action === 'add' || action === 'refuse';
  if (phrase !== undefined && !isWritten) throw new UsageError(`readings ${action} ne prend pas de phrase`);
  const file = await fileOf(options, terminal);
  if (isWritten) return write(action, phrase, file, options, terminal);
  const lectures = readLectures(file.text, file.name);
  for (const { at, message } of lectures.problems)
    terminal.err(`dce-lint : ${file.name}, ligne ${lineAt(file.text, at)} : ${message}\n`);
  if (action === 'export') await exportPatch(lectures.lectures, file.name, options, terminal);
  else terminal.out(listed(lectures.lectures, file, options.format));
  return lectures.problems.some(({ harmless }) => !harmless) ? FAILED : OK;
}

interface LocalFile {
  /** As shown. */
  readonly name: string;
  readonly path: string;
  /** Empty when there is no such file. */
  readonly text: string;
  readonly encoded: Parameters<typeof encode>[1];
}

/** The file of readings. One that is named and is not there is a mistake, unless it is to be written. */
async function fileOf({ lectures }: ReadingsOptions, { cwd }: Terminal): Promise<LocalFile> {
  const name = lectures ?? LECTURES;
  const path = resolve(cwd, name);
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw new UsageError(`${name} : lecture impossible`);
    return { name, path, text: '', encoded: { encoding: 'utf-8', bom: false } };
  }
  const decoded = decode(bytes);
  if (!decoded.ok) throw new UsageError(`${name} : ${decoded.reason}`);
  return { name, path, text: decoded.text, encoded: decoded };
}

async function write(
  action: 'add' | 'refuse',
  phrase: string | undefined,
  { name, path, text, encoded }: LocalFile,
  options: ReadingsOptions,
  terminal: Terminal,
): Promise<number> {
  const { concept: id, reason = '', heading = '', context = '' } = options;
  if (!phrase) throw new UsageError(`readings ${action} attend la phrase, entre guillemets`);
  if (!id) throw new UsageError('--concept est attendu (dce-lint concepts liste les notions)');
  if (reason.trim() === '') throw new UsageError('--reason est attendu, en quelques mots');
  const { concepts } = listening();
  const concept = concepts.find((one) => one.id === id);
  if (!concept) throw unknownConcept(id, concepts);
  if (concept.thing) throw new UsageError(ofThing(id));
  const sentence = sentenceOf(phrase);
  const says = action === 'add';
  const change = writeLecture(text, { text: sentence, concept: id, says, reason, heading, context });
  if (!change.ok) throw new UsageError(`${name} est laissé tel quel. ${change.reason}`);
  const after = text.slice(0, change.at.start) + change.text + text.slice(change.at.end);
  await writeWhole(path, name, encode(after, encoded));
  terminal.out(inert(`Écrit dans ${name} : « ${sentence} » ${says ? 'dit' : 'ne dit pas'} ${id} (${concept.says})\n`));
  return OK;
}

/** The one sentence of a text, as it is read in a draft. */
function sentenceOf(phrase: string): string {
  const [sentence, ...more] = new Draft(phrase).sentences;
  if (!sentence) throw new UsageError('rien à lire, la phrase n’a pas de mot');
  if (more.length > 0) throw new UsageError(`une phrase à la fois : il y en a ${more.length + 1}`);
  if (!isAudible(sentence))
    throw new UsageError(
      'un titre, ou ce qui annonce une liste, ne dit rien par lui-même : donner la phrase qui le dit',
    );
  return sentence.text;
}

const conceptOf = (id: string) => theModel()?.concepts.find((one) => one.id === id);

function listed(lectures: readonly WrittenLecture[], { name, text }: LocalFile, format: string): string {
  const rows = lectures.map(({ at, text: sentence, concept, says, reason, heading, context }) => ({
    line: lineAt(text, at),
    text: sentence,
    concept,
    effect: says ? ('adds' as const) : ('silences' as const),
    says: conceptOf(concept)?.says ?? '',
    pieces: conceptOf(concept)?.pieces ?? [],
    rules: conceptOf(concept)?.rules ?? [],
    reason,
    ...(heading && { heading }),
    ...(context && { context }),
  }));
  if (format === 'json') return `${JSON.stringify({ file: name, lectures: rows }, null, 2)}\n`;
  const shown = rows.map(({ line, text: sentence, concept, effect, says, pieces, rules, reason }) => {
    const own = rules.join(', ') || 'aucune';
    return [
      `${name}:${line} : « ${sentence} »`,
      effect === 'adds' ? `  dit ${concept} : ${says}` : `  ne dit pas ${concept} : ${says}`,
      effect === 'adds'
        ? `  Fait entendre, comme probable, dans : ${pieces.map((kind) => PIECE_NAMES[kind]).join(', ')}. Règles : ${own}`
        : `  Tait ce qui repose sur cette lecture. Règles : ${own}`,
      `  Motif : ${reason}`,
      '',
    ].join('\n');
  });
  const how = `L’éditeur en tient compte ; au terminal, check --lectures ${name}.`;
  return inert(
    rows.length > 0
      ? `${shown.join('\n')}\n${countOf({ lectures })}. ${how}\n`
      : `${name} : aucune lecture écartée, aucune tournure ajoutée.\n`,
  );
}

const AS_WRITTEN =
  'dce-lint : les phrases sont exportées telles qu’elles sont écrites : noms, montants et adresses y sont les vôtres, les relire avant d’envoyer.\n';

async function exportPatch(
  lectures: readonly WrittenLecture[],
  name: string,
  { output }: ReadingsOptions,
  terminal: Terminal,
): Promise<void> {
  const wordings = (await import('../../../rules/reading/wordings.ts')).knownWordings();
  const known = new Map<string, ReadonlySet<string>>();
  const isKnown = ({ concept, text }: WrittenLecture) => {
    const said = known.get(concept) ?? new Set(wordings[concept]?.said.map(plain));
    known.set(concept, said);
    return said.has(plain(text));
  };
  const taught = lectures.filter(isKnown);
  for (const { text, concept, says } of taught)
    terminal.err(
      `dce-lint : pas exporté : « ${text} » est ${says ? 'déjà ' : 'au contraire '}une tournure connue de ${concept}.\n`,
    );
  const exported = lectures.filter((one) => !taught.includes(one));
  if (exported.length === 0) throw new UsageError(`${name} : rien à exporter`);
  const own = exported.map(({ at: _, reason: __, ...rest }) => rest);
  const hand = `u${createHash('sha256').update(JSON.stringify(own)).digest('hex').slice(0, 8)}`;
  const patch = patchOf(exported, hand);
  terminal.err(AS_WRITTEN);
  if (!output) {
    terminal.out(patch);
    return;
  }
  const path = join(output, `lectures-${hand}.patch`);
  await writeWhole(resolve(terminal.cwd, path), path, patch);
  terminal.err(`dce-lint : écrit dans ${path} : git apply, dans le dépôt de DCE Lint, puis npm run train.\n`);
}
