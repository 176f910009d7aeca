import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { rules } from '../../../rules/index.ts';
import { BlockCache } from '../../../rules/kit/markdown/block.ts';
import type { Piece } from '../../../rules/kit/piece.ts';
import { LEVELS, type Level } from '../../../rules/kit/rule.ts';
import { check, readFolder } from '../../core/check.ts';
import { decode } from '../../core/decode.ts';
import { Guard } from '../../core/guard.ts';
import { type Language, phrasebookOf } from '../../english.ts';
import { type Folder, type Gathered, gather, shown } from '../files.ts';
import { FAILED, FOUND, OK, type Terminal } from '../io.ts';
import { json } from '../reporters/json.ts';
import type { CheckedFile, CheckReport, Reporter } from '../reporters/report.ts';
import { text } from '../reporters/text.ts';
import { commandLine, type SettingOptions, settingsOf } from '../settings.ts';
import { version } from '../version.ts';

export interface CheckOptions extends SettingOptions {
  readonly format: string;
  readonly minLevel: Level;
  readonly failOn: Level | 'never';
  readonly stdin?: boolean;
  readonly stdinFilename?: string;
  readonly output?: string;
  /** Language of the findings. */
  readonly lang?: Language;
}

/** Ways to write a report, by the name `--format` takes. */
export const REPORTERS: Readonly<Record<string, Reporter>> = { text, json };

/** Files that nobody takes for a piece. */
const COMMON = /^(?:readme|lisez-?moi|changelog|licen[cs]e|contributing|security)\b/i;

const rank = (level: Level) => LEVELS.indexOf(level);

/** Checks files, folders and globs, and writes the report. The exit code comes back. */
export async function checkCommand(
  paths: readonly string[],
  options: CheckOptions,
  terminal: Terminal,
): Promise<number> {
  const own = commandLine(options);
  const { folders, problems, unlisted } = options.stdin
    ? await fromStdin(options, terminal)
    : await gather(terminal.cwd, paths);
  const complaints = [...problems];
  const unknown: string[] = [];
  const cache = new BlockCache();
  const guard = new Guard(() => performance.now());
  const phrasebook = await phrasebookOf(options.lang);
  const shownPaths = new Map<Piece, string>();
  const files: CheckedFile[] = [];
  for (const folder of folders) {
    const { settings, configured, problem } = await settingsOf(folder.path, options, own, terminal);
    if (problem) complaints.push(problem);
    const kept = folder.sources.filter(
      (s) => folder.wanted?.has(s.path) || !settings.ignoredBy(shown(configured, join(folder.path, s.path))),
    );
    const { consultation, others } = readFolder(kept, {
      date: settings.date?.value ?? terminal.today,
      files: folder.files,
      cache,
    });
    for (const other of others)
      if (!folder.wanted && !COMMON.test(other)) unknown.push(shown(terminal.cwd, join(folder.path, other)));
      else if (folder.wanted?.has(other))
        complaints.push(
          `${shown(terminal.cwd, join(folder.path, other))} : pièce non reconnue (ni RC, ni CCTP, ni CCAP…) ; ajouter l’en-tête « dce: ».`,
        );
    const { findings, suppressed } = check(consultation, { rules, settings, phrasebook, guard });
    for (const piece of consultation.pieces) {
      const path = shown(terminal.cwd, join(folder.path, piece.path));
      shownPaths.set(piece, path);
      if (folder.wanted && !folder.wanted.has(piece.path)) continue;
      files.push({
        path,
        piece,
        findings: findings.filter((f) => f.piece === piece && rank(f.level) <= rank(options.minLevel)),
        suppressed: suppressed.filter((s) => s.finding.piece === piece).length,
      });
    }
  }
  for (const complaint of new Set(complaints)) terminal.err(`dce-lint : ${complaint}\n`);
  if (unknown.length > 0)
    terminal.err(
      `dce-lint : pas vérifié, car ni RC, ni CCTP, ni autre pièce connue (un en-tête « dce: » le dirait) : ${unknown.join(', ')}\n`,
    );
  const left = unlisted.filter((path) => !COMMON.test(basename(path)));
  if (left.length > 0)
    terminal.err(`dce-lint : pas vérifié, car absent de la liste « pieces » de dce.yaml : ${left.join(', ')}\n`);
  if (files.length === 0) {
    terminal.err('dce-lint : rien n’a été vérifié, aucune pièce en Markdown n’a été trouvée.\n');
    return FAILED;
  }
  const report: CheckReport = { version, files, pathOf: (piece) => shownPaths.get(piece) ?? piece.path };
  const reporter = REPORTERS[options.format] as Reporter;
  const written = reporter(report, { colour: terminal.colour && !options.output });
  if (options.output) await writeWhole(resolve(terminal.cwd, options.output), written);
  else terminal.out(written);
  if (complaints.length > 0) return FAILED;
  const { failOn } = options;
  const found = failOn !== 'never' && files.some((f) => f.findings.some((x) => rank(x.level) <= rank(failOn)));
  return found ? FOUND : OK;
}

/** Writes a file whole or not at all. */
async function writeWhole(path: string, text: string): Promise<void> {
  const draft = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  await mkdir(dirname(path), { recursive: true });
  try {
    await writeFile(draft, text);
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

/** The piece on standard input: a consultation of its own, with the settings of the folder it is said to be in. */
async function fromStdin(options: CheckOptions, terminal: Terminal): Promise<Gathered> {
  const decoded = decode(await terminal.stdin());
  if (!decoded.ok) return { folders: [], problems: [`entrée standard : ${decoded.reason}`], unlisted: [] };
  const file = resolve(terminal.cwd, options.stdinFilename ?? 'entree-standard.md');
  const name = basename(file);
  const folder: Folder = {
    path: dirname(file),
    sources: [{ path: name, text: decoded.text }],
    wanted: new Set([name]),
    files: [name],
  };
  return { folders: [folder], problems: [], unlisted: [] };
}
