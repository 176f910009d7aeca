import { basename, dirname, resolve } from 'node:path';
import { isCall } from '../../../rules/facts/piece.ts';
import { rules } from '../../../rules/index.ts';
import type { Piece } from '../../../rules/kit/piece.ts';
import type { Level } from '../../../rules/kit/rule.ts';
import { modelFailure } from '../../../rules/reading/hear.ts';
import type { KnownFinding } from '../../core/baseline.ts';
import { decode } from '../../core/decode.ts';
import type { Earlier } from '../../core/evolution.ts';
import { lawAge, lawAgeShown } from '../../core/law-age.ts';
import type { Finding } from '../../core/lint.ts';
import { inOrder, isPartial, type NotChecked } from '../../core/not-checked.ts';
import { countNotRun } from '../../core/not-run.ts';
import { notices } from '../../core/notices.ts';
import type { Phrasebook } from '../../core/phrasebook.ts';
import { contributionOf } from '../../core/rapport.ts';
import { type Language, phrasebookOf } from '../../english.ts';
import type { Form } from '../../report/rapport-form.ts';
import { loadBaseline, saveBaseline } from '../baseline.ts';
import { authorsOf } from '../blame.ts';
import { buildName } from '../build.ts';
import { Cache } from '../cache.ts';
import { sha256 } from '../consultations.ts';
import { loadEarlier } from '../earlier.ts';
import { Examiner, type Judged } from '../examine.ts';
import { type Examined, examinedOf, type Showing } from '../examined.ts';
import { type Folder, type Gathered, gather, shown } from '../files.ts';
import { differences, writeFixed } from '../fixing.ts';
import { FAILED, FOUND, OK, type Terminal, UsageError } from '../io.ts';
import { judge, judgeHere } from '../judge.ts';
import { loadLectures } from '../lectures.ts';
import { sayNotChecked } from '../not-checked.ts';
import { writeWhole } from '../output.ts';
import { Progress } from '../progress.ts';
import { frameOf, inForm, PAGES, refuseOfPages, tell } from '../reporters/html.ts';
import { reporterOf } from '../reporters/index.ts';
import { type CheckReport, comparePaths, reaches } from '../reporters/report.ts';
import { commandLine, type SettingOptions } from '../settings.ts';
import { partOf, type Shard, shardOf } from '../shard.ts';
import { isFolder, Site } from '../site.ts';
import { version } from '../version.ts';
import { watch } from '../watch.ts';

export interface CheckOptions extends SettingOptions {
  readonly format: string;
  readonly minLevel: Level;
  readonly failOn: Level | 'never';
  readonly stdin?: boolean;
  readonly stdinFilename?: string;
  readonly output?: string;
  readonly baseline?: string;
  readonly writeBaseline?: string;
  /** File of the readings that the buyer has refused. */
  readonly lectures?: string;
  /** An earlier JSON report. */
  readonly compare?: string;
  /** How much a page says. */
  readonly report?: Form;
  readonly shard?: Shard;
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
export async function checkCommand(
  paths: readonly string[],
  options: CheckOptions,
  terminal: Terminal,
): Promise<number> {
  refuseTogether(options);
  const own = commandLine(options);
  const baseline = options.baseline ? await loadBaseline(options.baseline, terminal) : undefined;
  const earlier = options.compare ? await loadEarlier(options.compare, terminal) : undefined;
  const read = options.lectures ? await loadLectures(options.lectures, terminal) : undefined;
  const lectures = read?.lectures;
  const fixing = Boolean(options.fix || options.fixDryRun);
  const phrasebook = await phrasebookOf(options.lang);
  const build = `${buildName()} ${options.lang ?? ''}`;
  const examiner = new Examiner({ ...options, lectures, fixing, phrasebook, build }, own, terminal);
  const run: Run = { ...options, phrasebook, build, examiner, knownBefore: baseline?.consultations, earlier, read };
  const once = async () => {
    const gathered = options.stdin ? await fromStdin(options, terminal) : await gather(terminal.cwd, paths);
    return checkOnce(gathered, run, terminal);
  };
  return options.watch ? watch(paths, once, terminal) : once();
}

/** Options that say opposite things. */
const APART: readonly (readonly [keyof CheckOptions, keyof CheckOptions, string])[] = [
  ['stdin', 'fix', '--stdin et --fix ne vont pas ensemble : il n’y a pas de fichier à corriger'],
  ['stdin', 'watch', '--stdin et --watch ne vont pas ensemble : il n’y a pas de fichier à suivre'],
  ['fix', 'fixDryRun', '--fix et --fix-dry-run ne vont pas ensemble'],
  ['fix', 'watch', '--fix et --watch ne vont pas ensemble : la correction relancerait la vérification'],
  ['writeBaseline', 'watch', '--write-baseline et --watch ne vont pas ensemble'],
];

function refuseTogether(options: CheckOptions): void {
  refuseOfPages(options);
  for (const [one, other, words] of APART) if (options[one] && options[other]) throw new UsageError(words);
}

/** The options of one check, with what does the work. */
interface Run extends CheckOptions {
  readonly phrasebook: Phrasebook;
  readonly build: string;
  readonly examiner: Examiner;
  readonly knownBefore: Showing['knownBefore'];
  readonly earlier: Earlier | undefined;
  /** The refused readings, and what is wrong there. */
  readonly read: Awaited<ReturnType<typeof loadLectures>> | undefined;
}

/** Formats that read the whole consultation, which stays in this thread and is not kept. */
const WHOLE: readonly string[] = [...PAGES, 'part'];

/** Checks folders, one after the other or by threads, and from the cache; with whole consultations where they are needed. */
async function judgeAll(folders: readonly Folder[], run: Run, terminal: Terminal): Promise<readonly Judged[]> {
  const { examiner, phrasebook, lang, build, date, rule, config } = run;
  const progress = new Progress(folders.length, terminal);
  const step = () => progress.step();
  try {
    if (run.fix || run.fixDryRun || WHOLE.includes(run.format)) return await judgeHere(folders, examiner, step);
    const { cwd, today } = terminal;
    const options = { rule, ...(date && { date }), ...(config && { config }) };
    const kept = run.cache && !run.stdin;
    return await judge(
      folders,
      {
        examiner,
        phrasebook,
        setup: { options, lectures: run.read?.lectures, lang, build, cwd, today },
        jobs: run.watch ? 1 : run.jobs,
        cache: kept ? new Cache(cwd, (line) => terminal.err(`dce-lint : ${line}\n`)) : undefined,
      },
      step,
    );
  } finally {
    progress.end();
  }
}

async function checkOnce(gathered: Gathered, options: Run, terminal: Terminal): Promise<number> {
  const { folders: all } = gathered;
  const folders = options.shard ? partOf(all, options.shard, terminal.cwd) : all;
  const judged = await judgeAll(folders, options, terminal);
  const showing = { cwd: terminal.cwd, minLevel: options.minLevel, knownBefore: options.knownBefore };
  const examined = folders.map((folder, i) => examinedOf(judged[i] as Judged, folder, showing));
  const notChecked = [
    ...gathered.notChecked,
    ...(options.read?.problems ?? []),
    ...unheard(),
    ...examined.flatMap((e) => e.notChecked),
    ...examined.flatMap((e) => e.files.filter(({ piece }) => isCall(piece)).map(({ path }) => otherMatter(path))),
    ...(await fix(examined, options, terminal)),
  ];
  // An empty part is a part; an empty whole is a mistake.
  if (examined.every((e) => e.files.length === 0) && !(options.shard && all.length > 0)) notChecked.push(NOTHING);
  const shard = options.shard && shardOf(all, options.shard, terminal.cwd);
  const report = { ...reportOf(examined, options, terminal), notChecked: inOrder(notChecked), shard };
  if (lawAge(terminal.today).old) terminal.err(`dce-lint : ${lawAgeShown(terminal.today)}\n`);
  sayNotChecked(report.notChecked, terminal);
  await write(report, options, terminal);
  if (options.writeBaseline) await saveBaseline(options.writeBaseline, knownOf(examined, folders, terminal), terminal);
  if (isPartial(report.notChecked)) return FAILED;
  // What has just been written down as known is no surprise.
  if (options.writeBaseline) return OK;
  return report.files.some((f) => f.findings.some((x) => reaches(x.level, options.failOn))) ? FOUND : OK;
}

const NOTHING: NotChecked = {
  what: 'Aucune pièce',
  why: 'rien n’a été vérifié, aucune pièce en Markdown n’a été trouvée.',
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

function reportOf(examined: readonly Examined[], options: Run, terminal: Terminal): Omit<CheckReport, 'notChecked'> {
  const paths = new Map<Piece, string>(examined.flatMap((e) => [...e.paths]));
  const ids = new Map<Finding, string>(examined.flatMap((e) => [...e.ids]));
  return {
    version,
    files: examined.flatMap((e) => e.files).sort((a, b) => comparePaths(a.path, b.path)),
    rules: [...rules, ...notices].map((rule) => options.phrasebook.rule(rule)),
    dossiers: examined.flatMap(({ dossier }) => (dossier && dossier.files.length > 0 ? [dossier] : [])),
    date: options.date ?? terminal.today,
    today: terminal.today,
    minLevel: options.minLevel,
    phrasebook: options.phrasebook,
    language: options.lang ?? 'fr',
    earlier: options.earlier,
    authorOf: () => undefined,
    compared: options.baseline !== undefined,
    pathOf: (piece) => paths.get(piece) ?? piece.path,
    idOf: (finding) => ids.get(finding) ?? '',
    notRun: countNotRun(examined.flatMap((e) => (e.files.length > 0 ? e.notRun : []))),
  };
}

const knownOf = (examined: readonly Examined[], folders: readonly Folder[], { cwd }: Terminal) =>
  new Map<string, readonly KnownFinding[]>(examined.map((e, i) => [shown(cwd, (folders[i] as Folder).path), e.known]));

/** Writes or shows the safe fixes, says which, and gives back what could not be written. */
async function fix(
  examined: readonly Examined[],
  options: CheckOptions,
  terminal: Terminal,
): Promise<readonly NotChecked[]> {
  const fixed = examined.flatMap((e) => e.fixed);
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

async function write(given: CheckReport, options: CheckOptions, terminal: Terminal): Promise<void> {
  const reporter = reporterOf(options.format);
  const { failOn, output } = options;
  // Only a page for people tells who; what came on standard input has no history.
  const told = WHOLE.includes(options.format) && !options.stdin;
  const report = told ? { ...given, authorOf: await authorsOf(given, terminal.cwd) } : given;
  if (options.format === 'html' && output && (await isFolder(output, terminal.cwd))) {
    const site = new Site(output, terminal.cwd, options.report);
    for (const dossier of report.dossiers)
      await site.add(
        contributionOf(dossier, report.rules),
        tell(dossier, report),
        frameOf({ ...report, notChecked: [] }),
      );
    return site.end(frameOf(report));
  }
  const written = await reporter(report, { colour: terminal.colour && !output, failOn, form: options.report });
  if (output) await writeWhole(resolve(terminal.cwd, output), output, await inForm(options.format, written));
  else terminal.out(written);
}

/** The piece on standard input: a consultation of its own, with the settings of the folder it is said to be in. */
async function fromStdin(options: CheckOptions, terminal: Terminal): Promise<Gathered> {
  const bytes = await terminal.stdin();
  const decoded = decode(bytes);
  if (!decoded.ok) {
    const { why, remedy } = decoded;
    return { folders: [], notChecked: [{ what: 'entrée standard', why, remedy, blocking: true }] };
  }
  const file = resolve(terminal.cwd, options.stdinFilename ?? 'entree-standard.md');
  const name = basename(file);
  const folder: Folder = {
    path: dirname(file),
    sources: [{ path: name, text: decoded.text }],
    wanted: new Set([name]),
    files: [name],
    hashes: new Map([[name, sha256(bytes)]]),
  };
  return { folders: [folder], notChecked: [] };
}
