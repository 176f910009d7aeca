import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Level } from '../../../rules/kit/rule.ts';
import { isPartial, type NotChecked } from '../../core/not-checked.ts';
import { rapportOf } from '../../core/rapport-corpus.ts';
import type { Contribution, RapportDetail } from '../../core/rapport-types.ts';
import { phrasebookOf } from '../../english.ts';
import type { Form } from '../../report/rapport-form.ts';
import { loadEarlier } from '../earlier.ts';
import { reason } from '../files.ts';
import { FAILED, FOUND, OK, type Terminal, UsageError } from '../io.ts';
import { sayNotChecked } from '../not-checked.ts';
import { writeWhole } from '../output.ts';
import { frameOf, inForm, PAGES, pageOf, refuseOfPages } from '../reporters/html.ts';
import { reporterOf } from '../reporters/index.ts';
import {
  type Merged,
  type MissingOf,
  merge,
  mixed,
  type ReportFile,
  refuseTwice,
  refuseUnlike,
} from '../reporters/merge.ts';
import { filesIn, headOf, type Part, partIn, type Reunion, reunite } from '../reporters/part.ts';
import { reaches } from '../reporters/report.ts';
import { missingParts } from '../shard.ts';
import { version } from '../version.ts';

export interface MergeOptions {
  /** Of parts: any but theirs, `json` when left out. Reports in JSON or SARIF keep their own. */
  readonly format?: string;
  readonly output?: string;
  readonly failOn: Level | 'never';
  /** An earlier JSON report, for the page. */
  readonly compare?: string;
  /** How much the page says. */
  readonly report?: Form;
  /** Makes a report without the parts that are not given. */
  readonly allowMissing?: boolean;
}

type Outcome = Pick<Merged, 'text' | 'levels' | 'notChecked'>;

/** Puts the reports of `check --shard` together. The exit code is the one the whole run would have had. */
export async function mergeCommand(
  paths: readonly string[],
  options: MergeOptions,
  terminal: Terminal,
): Promise<number> {
  refuseOfPages({ format: 'json', ...options });
  const files = await Promise.all(paths.map((path) => read(path, terminal)));
  const parts = files.map(partOf);
  if (parts.some(Boolean) && !isAll(parts)) throw mixed();
  const missing: NotChecked[] = [];
  const missingOf: MissingOf = (shards) => {
    const names = files.map((f) => f.name);
    missing.push(...missingParts(names, shards, options.allowMissing === true));
    return missing;
  };
  const { text, levels, notChecked } = isAll(parts)
    ? await mergeParts(files, parts, missingOf, options, terminal)
    : asTheyAre(files, missingOf, options);
  sayNotChecked(notChecked, terminal);
  if (options.output)
    await writeWhole(
      resolve(terminal.cwd, options.output),
      options.output,
      await inForm(options.format ?? 'json', text),
    );
  else terminal.out(text);
  // That a part lacks was allowed; what the others did not read was not.
  if (isPartial(notChecked.filter((one) => !missing.includes(one)))) return FAILED;
  return levels.some((level) => reaches(level, options.failOn)) ? FOUND : OK;
}

const isAll = (parts: readonly (Part | undefined)[]): parts is [Part, ...Part[]] => parts.every((p) => p !== undefined);

function partOf({ name, value }: ReportFile): Part | undefined {
  const part = partIn(value);
  if (part === 'damaged') throw new UsageError(`${name} : part abîmée (elle n’est plus telle qu’elle a été écrite)`);
  if (part && part.version !== version)
    throw new UsageError(`${name} : cette part vient de la version ${part.version}, et ce programme est la ${version}`);
  return part;
}

/** Reports that say no more than what they show stay in their own form. */
function asTheyAre(files: readonly ReportFile[], missingOf: MissingOf, { format }: MergeOptions): Outcome {
  const merged = merge(files, missingOf);
  if (format && format !== merged.form)
    throw new UsageError(
      `un rapport ${merged.form} ne porte pas de quoi écrire du ${format} : relancer check avec --format part, puis merge --format ${format}`,
    );
  return merged;
}

async function mergeParts(
  files: readonly ReportFile[],
  parts: readonly [Part, ...Part[]],
  missingOf: MissingOf,
  { format = 'json', output, failOn, compare, report }: MergeOptions,
  terminal: Terminal,
): Promise<Outcome> {
  refuseUnlike(files, parts.map(headOf));
  const missing = missingOf(parts.map((p) => p.shard));
  refuseTwice(files, parts.map(filesIn));
  const reunion = reunite(parts, await phrasebookOf(parts[0].language), missing);
  const options = { colour: terminal.colour && !output, failOn };
  const write = reporterOf(format);
  const text = await (PAGES.includes(format)
    ? page(reunion, { compare, report }, terminal)
    : write(reunion.report, options));
  const { files: all, notChecked } = reunion.report;
  return { text, levels: all.flatMap((f) => f.findings.map((x) => x.level)), notChecked };
}

async function page(
  { report, pages }: Reunion,
  { compare, report: form }: Pick<MergeOptions, 'compare' | 'report'>,
  terminal: Terminal,
): Promise<string> {
  const earlier = compare ? await loadEarlier(compare, terminal) : undefined;
  const details = new Map(pages.map((p) => [p.contribution, p.detail]));
  // The first of all are among the first of their parts, which have their details.
  const detailOf = (c: Contribution) => details.get(c) as RapportDetail;
  return pageOf(rapportOf([...details.keys()], detailOf, frameOf({ ...report, earlier })), form);
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
