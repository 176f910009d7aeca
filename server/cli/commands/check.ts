import { resolve } from 'node:path';
import type { SourceFile } from '../../../rules/consultation/open.ts';
import { isCall } from '../../../rules/facts/piece/index.ts';
import type { Piece } from '../../../rules/kit/piece.ts';
import { LEVELS, type Level } from '../../../rules/kit/rule.ts';
import { modelFailure } from '../../../rules/reading/hear.ts';
import type { Baseline, KnownFinding } from '../../core/baseline.ts';
import { lawAge, lawAgeShown } from '../../core/law-age.ts';
import type { Finding } from '../../core/lint.ts';
import { inOrder, isPartial, type NotChecked } from '../../core/not-checked.ts';
import { holdLittle } from '../../engine.ts';
import { type Language, phrasebookOf } from '../../english.ts';
import type { Form } from '../../report/rapport-form.ts';
import { annotate, annotatedFolder, type CheckedDocument, documentsIn } from '../annotate.ts';
import { loadBaseline, saveBaseline } from '../baseline.ts';
import { authorsOf } from '../blame.ts';
import { buildName } from '../build.ts';
import { Cache } from '../cache.ts';
import { loadEarlier } from '../earlier.ts';
import { Examiner } from '../examine.ts';
import { type Examined, examinedOf } from '../examined.ts';
import { differences, type FixedFile, writeFixed } from '../fixing.ts';
import { FAILED, FOUND, OK, type Terminal, UsageError } from '../io.ts';
import { type Done, judge, judgeHere, type Task } from '../judge.ts';
import { loadLectures } from '../lectures.ts';
import { LeftOut } from '../left-out.ts';
import { sayNotChecked } from '../not-checked.ts';
import { COUNTING } from '../options.ts';
import { writeBits, writeWhole } from '../output.ts';
import { Progress } from '../progress.ts';
import { inForm, PAGES, refuseOfPages } from '../reporters/html.ts';
import { reporterOf } from '../reporters/index.ts';
import { rulesIn } from '../reporters/part.ts';
import {
  type Overview,
  type Reporter,
  type ReporterOptions,
  type RunHead,
  reaches,
  type Writing,
} from '../reporters/report.ts';
import { commandLine, type SettingOptions } from '../settings.ts';
import { partOf, type Shard, shardOf } from '../shard.ts';
import { shown } from '../shown.ts';
import { changedSince } from '../since.ts';
import { isFolder, siteIn } from '../site.ts';
import { Spool } from '../spool.ts';
import { Tally } from '../tally.ts';
import { type Tasks, taskOnStdin, tasksIn } from '../tasks.ts';
import { tell } from '../verbose.ts';
import { version } from '../version.ts';
import { watch } from '../watch.ts';

export interface CheckOptions extends SettingOptions {
  readonly format: string;
  /** What writes the report, in the place of that of the format. */
  readonly reporter?: Reporter;
  readonly minLevel: Level;
  /** The level was asked for: `quiet` leaves it. */
  readonly levelGiven?: boolean;
  readonly failOn: Level | 'never';
  readonly stdin?: boolean;
  readonly stdinFilename?: string;
  /** Metadata of the piece on standard input, as a `dce.yaml` would give them. */
  readonly stdinValues?: SourceFile['values'];
  readonly output?: string;
  readonly baseline?: string;
  /** Takes out of the baseline what is no longer found. */
  readonly pruneBaseline?: boolean;
  readonly maxWarnings?: number;
  readonly quiet?: boolean;
  readonly statistics?: boolean;
  readonly verbose?: boolean;
  /** A revision of git's: the consultations that changed since. */
  readonly since?: string;
  /** Globs from the working directory. */
  readonly exclude?: readonly string[];
  /** What `.gitignore` names is left out; true when left out. */
  readonly gitignore?: boolean;
  readonly writeBaseline?: string;
  /** File of the readings that the buyer has refused. */
  readonly lectures?: string;
  /** An earlier JSON report. */
  readonly compare?: string;
  /** How much a page says. */
  readonly report?: Form;
  readonly shard?: Shard;
  /** Folder of the copies of Word documents with the findings as comments. */
  readonly annotate?: string;
  readonly fix?: boolean;
  readonly fixDryRun?: boolean;
  readonly watch?: boolean;
  /** Threads asked for. */
  readonly jobs?: number;
  /** Keeps what was found for the next run. */
  readonly cache?: boolean;
  /** Language of the findings. */
  readonly lang?: Language;
}

/** Checks files, folders and globs, and writes the report. The exit code comes back. */
export async function checkCommand(paths: readonly string[], given: CheckOptions, terminal: Terminal): Promise<number> {
  const options: CheckOptions = given.quiet && !given.levelGiven ? { ...given, minLevel: 'error' } : given;
  refuseTogether(options);
  holdLittle();
  const own = commandLine(options);
  const copies = options.annotate === undefined ? undefined : annotatedFolder(options.annotate, paths, terminal.cwd);
  const baseline = options.baseline ? await loadBaseline(options.baseline, terminal) : undefined;
  const earlier = options.compare ? await loadEarlier(options.compare, terminal) : undefined;
  const read = options.lectures ? await loadLectures(options.lectures, terminal) : undefined;
  const lectures = read?.lectures;
  const fixing = Boolean(options.fix || options.fixDryRun);
  const phrasebook = await phrasebookOf(options.lang);
  const build = `${buildName()} ${options.lang ?? ''}`;
  const examiner = new Examiner({ ...options, lectures, fixing, phrasebook, build }, own, terminal);
  const head: RunHead = {
    version,
    rules: rulesIn(phrasebook),
    date: options.date ?? terminal.today,
    today: terminal.today,
    minLevel: options.minLevel,
    phrasebook,
    language: options.lang ?? 'fr',
    earlier,
    compared: baseline !== undefined,
  };
  const run: Run = { ...options, head, build, examiner, baselineRead: baseline, read };
  const once = async () => checkOnce(await tasksOf(paths, options, terminal, copies), run, terminal);
  return options.watch ? watch(paths, once, terminal) : once();
}

/** `except`: the folder of the copies, of which nothing is read unless it is named. */
async function tasksOf(
  paths: readonly string[],
  options: CheckOptions,
  terminal: Terminal,
  except: string | undefined,
): Promise<Tasks> {
  const { cwd, access } = terminal;
  if (options.stdin) return taskOnStdin(terminal, options.stdinFilename, options.stdinValues);
  const leftOut = new LeftOut(cwd, options.exclude ?? [], options.gitignore !== false, access);
  const found = await tasksIn(cwd, paths, { except, access, leftOut });
  if (options.since === undefined) return found;
  const also = [options.config, options.policy, options.baseline, options.lectures].flatMap((path) =>
    path ? [resolve(cwd, path)] : [],
  );
  const { tasks, compared } = await changedSince(found.tasks, options.since, also, cwd);
  if (!options.quiet)
    terminal.err(
      `dce-lint : --since ${options.since} (${compared.join(', ')}) : consultations changées : ${tasks.length} sur ${found.tasks.length} ; ce qui n’est pas encore dans l’historique n’est pas compté.\n`,
    );
  return { ...found, tasks, unchanged: found.tasks.length - tasks.length };
}

/** Options that say opposite things. */
const APART: readonly (readonly [keyof CheckOptions, keyof CheckOptions, string])[] = [
  ['stdin', 'fix', '--stdin et --fix ne vont pas ensemble : il n’y a pas de fichier à corriger'],
  ['stdin', 'watch', '--stdin et --watch ne vont pas ensemble : il n’y a pas de fichier à suivre'],
  ['fix', 'fixDryRun', '--fix et --fix-dry-run ne vont pas ensemble'],
  ['fix', 'watch', '--fix et --watch ne vont pas ensemble : la correction relancerait la vérification'],
  ['stdin', 'annotate', '--stdin et --annotate ne vont pas ensemble : il n’y a pas de document à copier'],
  ['watch', 'annotate', '--watch et --annotate ne vont pas ensemble'],
  ['writeBaseline', 'watch', '--write-baseline et --watch ne vont pas ensemble'],
  ['stdin', 'since', '--stdin et --since ne vont pas ensemble : l’entrée standard n’a pas d’historique'],
  ['writeBaseline', 'pruneBaseline', '--write-baseline et --prune-baseline ne vont pas ensemble'],
  ['quiet', 'verbose', '--quiet et --verbose ne vont pas ensemble'],
];

function refuseTogether(options: CheckOptions): void {
  refuseOfPages(options);
  if (options.pruneBaseline && !options.baseline)
    throw new UsageError('--prune-baseline demande --baseline : c’est ce fichier qu’il allège');
  refuseCounts(options);
  for (const [one, other, words] of APART) if (options[one] && options[other]) throw new UsageError(words);
}

/** Counts have their place in some formats alone. */
export function refuseCounts({
  statistics,
  format = 'json',
}: {
  readonly statistics?: boolean;
  readonly format?: string;
}): void {
  if (statistics && !COUNTING.includes(format))
    throw new UsageError(`--statistics ne vaut que pour ces formats : ${COUNTING.join(', ')}`);
}

/** The options of one check, with what does the work. */
interface Run extends CheckOptions {
  readonly head: RunHead;
  readonly build: string;
  readonly examiner: Examiner;
  readonly baselineRead: Baseline | undefined;
  /** The refused readings, and what is wrong there. */
  readonly read: Awaited<ReturnType<typeof loadLectures>> | undefined;
}

/** Formats that read the whole consultation, which stays in this thread and is not kept. */
const WHOLE: readonly string[] = [...PAGES, 'part'];

/** Checks folders, one after the other or by threads, and from the cache; with whole consultations where they are needed. */
function judgeAll(tasks: readonly Task[], run: Run, terminal: Terminal): AsyncGenerator<Done> {
  const { examiner, head, lang, build, date, rule, config, policy } = run;
  if (run.fix || run.fixDryRun || WHOLE.includes(run.format)) return judgeHere(tasks, examiner);
  const { cwd, today } = terminal;
  const options = { rule, ...(date && { date }), ...(config && { config }), ...(policy && { policy }) };
  const kept = run.cache && !run.stdin;
  return judge(tasks, {
    examiner,
    phrasebook: head.phrasebook,
    setup: { options, lectures: run.read?.lectures, lang, build, cwd, today },
    jobs: run.watch ? 1 : run.jobs,
    cache: kept ? new Cache(cwd, (line) => terminal.err(`dce-lint : ${line}\n`)) : undefined,
  });
}

/** What is kept of the consultations of a check once each is written. */
interface Checked {
  readonly tally: Tally;
  readonly notChecked: NotChecked[];
  readonly known: Map<string, readonly KnownFinding[]>;
  readonly fixed: FixedFile[];
  /** Entries of the baseline that nothing answers to any more. */
  readonly stale: Map<string, readonly KnownFinding[]>;
  /** The Word documents to copy. */
  readonly documents: CheckedDocument[];
  /** New warnings, whatever the level shown. */
  warnings: number;
}

/** What writes a page for each file in a folder; undefined where the report is one text. */
const siteOf = async ({ format, output }: Run, { cwd }: Terminal): Promise<Reporter | undefined> =>
  format === 'html' && output && (await isFolder(output, cwd)) ? siteIn(output, cwd) : undefined;

async function checkOnce(
  { tasks: all, notChecked, unchanged = 0 }: Tasks,
  options: Run,
  terminal: Terminal,
): Promise<number> {
  const { shard: part } = options;
  const shard = part && (await shardOf(all, part, terminal.cwd));
  const head: RunHead = { ...options.head, ...(shard && { shard }) };
  const spool = new Spool();
  try {
    const { format, output } = options;
    const site = await siteOf(options, terminal);
    const reporter = site ?? options.reporter ?? reporterOf(format);
    const writing = reporter(spool, writingOptions(options, terminal));
    const checked: Checked = {
      ...{ tally: new Tally(), notChecked: [...notChecked], known: new Map(), fixed: [], stale: new Map() },
      ...{ documents: [], warnings: 0 },
    };
    await checkEach(part ? partOf(all, part) : all, { ...options, head }, writing, checked, terminal);
    checked.notChecked.push(...(options.read?.problems ?? []), ...unheard());
    checked.notChecked.push(...(await fix(checked.fixed, options, terminal)));
    const told = checked.tally.overview(head, checked.notChecked);
    // An empty part is a part; an empty whole is a mistake.
    const isMistaken = told.files.length === 0 && (all.length === 0 || !shard) && unchanged === 0;
    const overview = isMistaken ? { ...told, notChecked: inOrder([...told.notChecked, NOTHING]) } : told;
    sayAside(overview, options, terminal);
    await writeReport(writing.end(overview), site ? { format } : { format, output }, terminal);
    if (options.writeBaseline) await saveBaseline(options.writeBaseline, checked.known, terminal);
    await prune(checked.stale, options, terminal);
    const uncopied = await copy(checked.documents, overview, options, terminal);
    if (isPartial([...overview.notChecked, ...uncopied])) return FAILED;
    // What has just been written down as known is no surprise.
    if (options.writeBaseline) return OK;
    return tooMany(checked.warnings, options, terminal) || reachesIn(overview, options.failOn) ? FOUND : OK;
  } finally {
    await spool.close();
  }
}

/** Copies the Word documents with what was found in them, where that is asked for. Says what could not be copied, which comes back. */
async function copy(
  documents: readonly CheckedDocument[],
  { files }: Overview,
  { annotate: folder }: Run,
  terminal: Terminal,
): Promise<readonly NotChecked[]> {
  // What was refused is said already.
  const uncopied = folder !== undefined && files.length > 0 ? await annotate(documents, folder, terminal) : [];
  sayNotChecked(uncopied, terminal);
  return uncopied;
}

/** Says on the terminal that the law of the program is old, and what was not checked. */
function sayAside({ notChecked }: Overview, { quiet }: Run, terminal: Terminal): void {
  if (lawAge(terminal.today).old && !quiet) terminal.err(`dce-lint : ${lawAgeShown(terminal.today)}\n`);
  sayNotChecked(quiet ? notChecked.filter((one) => one.blocking) : notChecked, terminal);
}

/** Whether what was found in any file is of a level that fails a run. */
export const reachesIn = ({ files }: Overview, failOn: Level | 'never'): boolean =>
  files.some((f) => LEVELS.some((level) => f.counts[level] > 0 && reaches(level, failOn)));

/** Says that there are more warnings than are let pass; true when there are. */
export function tooMany(
  warnings: number,
  { maxWarnings }: { readonly maxWarnings?: number },
  { err }: Pick<Terminal, 'err'>,
): boolean {
  if (maxWarnings === undefined || warnings <= maxWarnings) return false;
  err(`dce-lint : ${warnings} avertissement${warnings > 1 ? 's' : ''}, et --max-warnings en admet ${maxWarnings}.\n`);
  return true;
}

/** Tells the entries of the baseline that nothing answers to any more, and takes them out when that is asked for. */
async function prune(
  stale: ReadonlyMap<string, readonly KnownFinding[]>,
  { baseline, baselineRead, pruneBaseline, quiet, verbose }: Run,
  terminal: Terminal,
): Promise<void> {
  const all = [...stale.values()].flat();
  if (!baseline || !baselineRead || all.length === 0) return;
  if (pruneBaseline) {
    const left = Object.entries(baselineRead.consultations).map(([folder, known]) => {
      const gone = new Set(stale.get(folder));
      return [folder, known.filter((one) => !gone.has(one))] as const;
    });
    await saveBaseline(baseline, new Map(left), terminal);
  }
  if (quiet) return;
  const [one] = all;
  const what = `${baseline} : ${all.length} constat${all.length > 1 ? 's' : ''} connu${all.length > 1 ? 's' : ''} qui ne se trouve${all.length > 1 ? 'nt' : ''} plus`;
  const remedy = pruneBaseline ? 'ôté de la référence' : '--prune-baseline les en ôte';
  terminal.err(`dce-lint : ${what} (${one?.file}, ${one?.rule}${all.length > 1 ? '…' : ''}) : ${remedy}.\n`);
  if (verbose) for (const { file, rule } of all) terminal.err(`dce-lint :   ${file} : ${rule}\n`);
}

/** What the report of a consultation takes from what was found in it. */
const reportOf = ({ files, paths, ids, dossier }: Examined) => ({
  files,
  dossier: dossier && files.length > 0 ? dossier : undefined,
  pathOf: (piece: Piece) => paths.get(piece) ?? piece.path,
  idOf: (finding: Finding) => ids.get(finding) ?? '',
});

/** Checks consultations, and writes each as it comes. */
async function checkEach(
  tasks: readonly Task[],
  options: Run,
  writing: Writing,
  checked: Checked,
  terminal: Terminal,
): Promise<void> {
  const { cwd } = terminal;
  const { tally, notChecked, known, fixed, stale, documents } = checked;
  const showing = { cwd, minLevel: options.minLevel, knownBefore: options.baselineRead?.consultations };
  // Only a page for people tells who; what came on standard input has no history.
  const told = WHOLE.includes(options.format) && !options.stdin;
  const progress = new Progress(tasks.length, terminal);
  try {
    for await (const done of judgeAll(tasks, options, terminal)) {
      const examined = examinedOf(done.judged, done.folder, showing);
      const { files } = examined;
      const folder = shown(cwd, done.folder.path);
      const authorOf = told ? await authorsOf({ files }, cwd) : () => undefined;
      const report = { ...options.head, folder, authorOf, ...reportOf(examined) };
      tally.add(report, await writing.add(report), files.length > 0 ? examined.notRun : []);
      notChecked.push(...done.notChecked, ...examined.notChecked);
      notChecked.push(...files.filter(({ piece }) => isCall(piece)).map(({ path }) => otherMatter(path)));
      if (options.writeBaseline) known.set(report.folder, examined.known);
      fixed.push(...examined.fixed);
      if (options.annotate !== undefined) documents.push(...documentsIn(files, options.head.phrasebook));
      if (examined.stale.length > 0) stale.set(report.folder, examined.stale);
      checked.warnings += examined.warnings;
      if (options.verbose) tell(report, examined.left, terminal);
      progress.step();
    }
  } finally {
    progress.end();
  }
}

const NOTHING: NotChecked = {
  what: 'Aucune pièce',
  why: 'rien n’a été vérifié, aucune pièce en Markdown ou en Word n’a été trouvée.',
  remedy: 'Vérifier les chemins donnés.',
  blocking: true,
};

/** What is missed where the reader's model is damaged: expressions alone have been read. */
function unheard(): readonly NotChecked[] {
  const why = modelFailure();
  if (!why) return [];
  const remedy = 'Réinstaller DCE Lint ; d’ici là, une faute dite en d’autres mots que ceux d’usage peut échapper.';
  return [{ what: 'lecture par le sens', why: `${why}.`, remedy, blocking: true }];
}

/** A text that is none of the pieces of a contract, by its own title. */
const otherMatter = (path: string): NotChecked => ({
  what: path,
  why: 'son titre dit autre chose (appel à candidatures, label…) : seules les règles communes à toutes les pièces y ont été appliquées.',
  remedy: 'Si c’est une pièce du marché, le dire dans un en-tête « dce: ».',
  blocking: false,
});

/** Writes or shows the safe fixes, says which, and gives back what could not be written. */
async function fix(
  fixed: readonly FixedFile[],
  options: CheckOptions,
  terminal: Terminal,
): Promise<readonly NotChecked[]> {
  const list = (files: readonly { readonly path: string }[]) =>
    [...new Set(files.map((f) => shown(terminal.cwd, f.path)))].join(', ');
  if (options.fixDryRun) {
    if (options.format === 'text') terminal.out(differences(fixed, terminal));
    if (fixed.length > 0) terminal.err(`dce-lint : serait corrigé : ${list(fixed)}\n`);
    return [];
  }
  if (!options.fix) return [];
  const { written, refused } = await writeFixed(fixed);
  if (written.length > 0) terminal.err(`dce-lint : corrigé : ${list(written)}\n`);
  if (refused.length > 0) terminal.err(`dce-lint : pas corrigé : ${list(refused)}\n`);
  return refused.map(({ path, why }) => ({
    what: shown(terminal.cwd, path),
    why: `${why}.`,
    remedy: 'Ce fichier est resté tel quel, et ses constats sont ceux du texte corrigé : relancer la vérification.',
    blocking: true,
  }));
}

const writingOptions = (
  { failOn, output, quiet, statistics, report: form }: CheckOptions,
  { colour }: Terminal,
): ReporterOptions => ({
  colour: colour && !output,
  failOn,
  quiet,
  statistics,
  form,
});

/** Writes a report to its file, or to the terminal. */
export async function writeReport(
  bits: AsyncIterable<string>,
  { format, output }: { readonly format: string; readonly output?: string | undefined },
  terminal: Terminal,
): Promise<void> {
  if (!output) for await (const bit of bits) terminal.out(bit);
  else if (format === 'docx') {
    let page = '';
    for await (const bit of bits) page += bit;
    await writeWhole(resolve(terminal.cwd, output), output, await inForm(format, page));
  } else await writeBits(resolve(terminal.cwd, output), output, bits);
}
