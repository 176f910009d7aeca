import { writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { isChecked, openConsultation } from '../../../rules/facts/piece.ts';
import { rules } from '../../../rules/index.ts';
import { BlockCache } from '../../../rules/kit/markdown/block.ts';
import type { Piece } from '../../../rules/kit/piece.ts';
import { LEVELS, type Level } from '../../../rules/kit/rule.ts';
import { check } from '../../core/check.ts';
import { decode } from '../../core/decode.ts';
import { type Folder, gather, shown } from '../files.ts';
import { FAILED, FOUND, OK, type Terminal } from '../io.ts';
import { json } from '../reporters/json.ts';
import type { CheckedFile, CheckReport, Reporter } from '../reporters/report.ts';
import { text } from '../reporters/text.ts';
import { version } from '../version.ts';

export interface CheckOptions {
  readonly format: string;
  readonly date?: string;
  readonly rule: readonly string[];
  readonly minLevel: Level;
  readonly failOn: Level | 'never';
  readonly stdin?: boolean;
  readonly stdinFilename?: string;
  readonly output?: string;
  readonly config?: string;
}

export const REPORTERS: Readonly<Record<string, Reporter>> = { text, json };

const rank = (level: Level) => LEVELS.indexOf(level);

/** Checks files, folders and globs, and writes the report. */
export async function checkCommand(
  paths: readonly string[],
  options: CheckOptions,
  terminal: Terminal,
): Promise<number> {
  const { folders, problems } = options.stdin ? await fromStdin(options, terminal) : await gather(terminal.cwd, paths);
  for (const problem of problems) terminal.err(`dce-lint : ${problem}\n`);
  const cache = new BlockCache();
  const shownPaths = new Map<Piece, string>();
  const files: CheckedFile[] = [];
  for (const folder of folders) {
    const consultation = openConsultation(folder.sources, {
      date: options.date ?? terminal.today,
      files: folder.files,
      cache,
    });
    const { findings, suppressed } = check(consultation, { rules });
    for (const piece of consultation.pieces) {
      const path = shown(terminal.cwd, join(folder.path, piece.path));
      shownPaths.set(piece, path);
      // A file that is no piece is checked only when it is asked for by name.
      if (folder.wanted ? !folder.wanted.has(piece.path) : !isChecked(piece)) continue;
      files.push({
        path,
        piece,
        findings: findings.filter((f) => f.piece === piece && rank(f.level) <= rank(options.minLevel)),
        suppressed: suppressed.filter((s) => s.finding.piece === piece).length,
      });
    }
  }
  if (files.length === 0) {
    terminal.err('dce-lint : rien n’a été vérifié, aucune pièce en Markdown n’a été trouvée.\n');
    return FAILED;
  }
  const report: CheckReport = { version, files, pathOf: (piece) => shownPaths.get(piece) ?? piece.path };
  const reporter = REPORTERS[options.format] as Reporter;
  const written = reporter(report, { colour: terminal.colour && !options.output });
  if (options.output) await writeFile(resolve(terminal.cwd, options.output), written);
  else terminal.out(written);
  const { failOn } = options;
  const found = failOn !== 'never' && files.some((f) => f.findings.some((x) => rank(x.level) <= rank(failOn)));
  if (problems.length > 0) return FAILED;
  return found ? FOUND : OK;
}

/** The piece on standard input as a folder of its own, with the files that stand beside its name on disk. */
async function fromStdin(
  options: CheckOptions,
  terminal: Terminal,
): Promise<{ folders: Folder[]; problems: string[] }> {
  const decoded = decode(await terminal.stdin());
  if (!decoded.ok) return { folders: [], problems: [`entrée standard : ${decoded.reason}`] };
  const name = options.stdinFilename ?? 'entree-standard.md';
  const path = dirname(resolve(terminal.cwd, name));
  const source = { path: basename(name), text: decoded.text };
  return { folders: [{ path, sources: [source], wanted: new Set([source.path]), files: [source.path] }], problems: [] };
}
