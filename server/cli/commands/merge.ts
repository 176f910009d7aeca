import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Piece } from '../../../rules/kit/piece.ts';
import type { Level } from '../../../rules/kit/rule.ts';
import { isPartial, type NotChecked } from '../../core/not-checked.ts';
import { holdLittle } from '../../engine.ts';
import { phrasebookOf } from '../../english.ts';
import type { Form } from '../../report/rapport-form.ts';
import { loadEarlier } from '../earlier.ts';
import { FAILED, FOUND, OK, type Terminal, UsageError } from '../io.ts';
import { sayNotChecked } from '../not-checked.ts';
import { writeWhole } from '../output.ts';
import { reason } from '../reason.ts';
import { refuseOfPages } from '../reporters/html.ts';
import { reporterOf } from '../reporters/index.ts';
import { inTwo, merge, mixed, type ReportFile, refuseUnlike } from '../reporters/merge.ts';
import { DamagedPart, type PartHead, partHead, partLines, rulesIn, unpackFolder } from '../reporters/part.ts';
import { type FolderReport, type RunHead, reaches, summary, type Writing } from '../reporters/report.ts';
import { missingParts } from '../shard.ts';
import { Spool } from '../spool.ts';
import { Tally } from '../tally.ts';
import { version } from '../version.ts';
import { reachesIn, refuseCounts, tooMany, writeReport } from './check.ts';

export interface MergeOptions {
  /** Of parts: any but theirs, `json` when left out. Reports in JSON or SARIF keep their own. */
  readonly format?: string;
  readonly output?: string;
  readonly failOn: Level | 'never';
  /** An earlier JSON report, for the page. */
  readonly compare?: string;
  /** How much the page says. */
  readonly report?: Form;
  readonly maxWarnings?: number;
  readonly statistics?: boolean;
  /** Writes the report of one part as its run would have. */
  readonly single?: boolean;
  /** Makes a report without the parts that are not given. */
  readonly allowMissing?: boolean;
}

/** What was given, and where it is. */
interface Given {
  readonly name: string;
  readonly path: string;
  /** Undefined for what is no part. */
  readonly head: PartHead | undefined;
}

/** Puts the reports of `check --shard` together. The exit code is the one the whole run would have had. */
export async function mergeCommand(
  paths: readonly string[],
  options: MergeOptions,
  terminal: Terminal,
): Promise<number> {
  refuseOfPages({ format: 'json', ...options });
  refuseCounts(options);
  holdLittle();
  if (options.single && (paths.length > 1 || options.allowMissing))
    throw new UsageError('--single ne vaut que pour une part, et sans --allow-missing');
  const given: Given[] = [];
  for (const name of paths) {
    const path = resolve(terminal.cwd, name);
    given.push({ name, path, head: await partHead(path).catch((error: unknown) => refuse(name, error)) });
  }
  const parts = given.filter((g): g is Given & { head: PartHead } => g.head !== undefined);
  if (parts.length === given.length) return mergeParts(parts, options, terminal);
  const files = await Promise.all(
    given.map(({ name, head }) => (head ? { name, value: undefined } : read(name, terminal))),
  );
  if (parts.length > 0) throw mixed();
  const missing: NotChecked[] = [];
  const names = files.map((f) => f.name);
  const merged = merge(files, (shards) => {
    missing.push(...missingParts(names, shards, options.allowMissing === true));
    return missing;
  });
  if (options.format && options.format !== merged.form)
    throw new UsageError(
      `un rapport ${merged.form} ne porte pas de quoi écrire du ${options.format} : relancer check avec --format part, puis merge --format ${options.format}`,
    );
  sayNotChecked(merged.notChecked, terminal);
  if (options.output) await writeWhole(resolve(terminal.cwd, options.output), options.output, merged.text);
  else terminal.out(merged.text);
  return codeOf(
    merged.notChecked.filter((one) => !missing.includes(one)),
    tooMany(merged.levels.filter((level) => level === 'warning').length, options, terminal) ||
      merged.levels.some((level) => reaches(level, options.failOn)),
  );
}

/** That a part lacks was allowed, and is not in the list; what the others did not read was not. */
const codeOf = (notChecked: readonly NotChecked[], found: boolean): number =>
  isPartial(notChecked) ? FAILED : found ? FOUND : OK;

function refuse(name: string, error: unknown): never {
  if (error instanceof UsageError) throw error;
  if (error instanceof DamagedPart)
    throw new UsageError(`${name} : part abîmée (elle n’est plus telle qu’elle a été écrite)`);
  throw new UsageError(`${name} : ${reason(error)}`);
}

/** Writes any report from parts, each read consultation by consultation. */
async function mergeParts(
  parts: readonly (Given & { readonly head: PartHead })[],
  options: MergeOptions,
  terminal: Terminal,
): Promise<number> {
  const other = parts.find((p) => p.head.version !== version);
  if (other)
    throw new UsageError(
      `${other.name} : cette part vient de la version ${other.head.version}, et ce programme est la ${version}`,
    );
  const named = parts.map(({ name }) => ({ name, value: undefined }));
  refuseUnlike(
    named,
    parts.map(({ head: { shard, ...head } }) => JSON.stringify(head)),
  );
  const names = parts.map((p) => p.name);
  const shards = parts.map((p) => p.head.shard);
  const missing = options.single ? [] : missingParts(names, shards, options.allowMissing === true);
  const head = await headFrom((parts[0] as Given & { head: PartHead }).head, options, terminal);
  const { format = 'json', output, failOn } = options;
  const spool = new Spool();
  try {
    const writing = reporterOf(format)(spool, {
      colour: terminal.colour && !output,
      failOn,
      statistics: options.statistics,
      form: options.report,
    });
    const tally = new Tally();
    const notChecked = await addParts(parts, head, writing, tally);
    const overview = tally.overview(head, [...missing, ...notChecked]);
    sayNotChecked(overview.notChecked, terminal);
    await writeReport(writing.end(overview), { format, output }, terminal);
    return codeOf(
      overview.notChecked.filter((one) => !missing.includes(one)),
      tooMany(summary(overview).warnings, options, terminal) || reachesIn(overview, failOn),
    );
  } finally {
    await spool.close();
  }
}

/** Writes the parts, consultation by consultation; what they did not check comes back. Refuses a damaged part, and a file in two of them. */
async function addParts(parts: readonly Given[], head: RunHead, writing: Writing, tally: Tally): Promise<NotChecked[]> {
  const notChecked: NotChecked[] = [];
  const partOf = new Map<string, string>();
  for (const { name, path } of parts)
    try {
      for await (const line of partLines(path)) {
        if ('end' in line) {
          notChecked.push(...line.end.notChecked);
          tally.add({ ...NOWHERE, ...head }, [], line.end.notRun);
        } else if ('page' in line) await writing.add({ ...NOWHERE, ...head, prepared: line.page });
        else {
          const report = unpackFolder(line, head);
          refuseTwice(report, name, partOf);
          tally.add(report, await writing.add(report), []);
        }
      }
    } catch (error) {
      refuse(name, error);
    }
  return notChecked;
}

/** Notes of which part the files of a consultation are. */
function refuseTwice({ files }: FolderReport, name: string, partOf: Map<string, string>): void {
  for (const { path } of files) {
    const before = partOf.get(path);
    if (before !== undefined) throw inTwo(path, before, name);
    partOf.set(path, name);
  }
}

/** A folder of which nothing more is known. */
const NOWHERE = {
  folder: '',
  files: [],
  dossier: undefined,
  authorOf: () => undefined,
  pathOf: (piece: Piece) => piece.path,
  idOf: () => '',
};

async function headFrom(
  { part, ...head }: PartHead,
  { compare, single }: MergeOptions,
  terminal: Terminal,
): Promise<RunHead> {
  const phrasebook = await phrasebookOf(head.language);
  const earlier = compare ? await loadEarlier(compare, terminal) : undefined;
  const { shard, ...own } = head;
  return { ...own, phrasebook, rules: rulesIn(phrasebook), earlier, ...(single && shard && { shard }) };
}

async function read(name: string, { cwd }: Terminal): Promise<ReportFile> {
  const text = await readFile(resolve(cwd, name), 'utf8').catch((error: unknown) => {
    throw new UsageError(`${name} : ${reason(error)}`);
  });
  try {
    return { name, value: JSON.parse(text.replace(/^\ufeff/, '')) };
  } catch {
    throw new UsageError(`${name} : rapport abîmé (ce n’est pas du JSON)`);
  }
}
