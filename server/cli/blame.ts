import { execFile } from 'node:child_process';
import { basename, dirname, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { Author } from '../core/rapport.ts';
import type { Suppressed } from '../core/suppress.ts';
import type { CheckReport } from './reporters/report.ts';

const run = promisify(execFile);

/** Milliseconds after which a history that does not answer is left alone. */
const PATIENCE = 20_000;
/** The commit of what is not in the history yet. */
const NOWHERE = /^0+$/;

/**
 * Who last wrote each comment that sets a finding aside, by `git blame`. Undefined, without a word, where git, the history or
 * the line in it is missing.
 */
export async function authorsOf(
  { files }: CheckReport,
  cwd: string,
): Promise<(suppressed: Suppressed) => Author | undefined> {
  const authors = new Map<Suppressed, Author>();
  for (const { path, piece, suppressed } of files) {
    if (suppressed.length === 0) continue;
    // As git counts: a lone carriage return ends no line.
    const lines = suppressed.map((s) => piece.draft.text.slice(0, s.at.start).split('\n').length);
    const known = await blame(resolve(cwd, path), [...new Set(lines)]);
    for (const [i, s] of suppressed.entries()) {
      const author = known.get(lines[i] ?? 0);
      if (author) authors.set(s, author);
    }
  }
  return (suppressed) => authors.get(suppressed);
}

/** Authors of lines (from 1) of a file. Nothing that the repository is set up with runs, and nothing is fetched. */
async function blame(file: string, lines: readonly number[]): Promise<ReadonlyMap<number, Author>> {
  const args = ['-c', 'core.fsmonitor=false', '-C', dirname(file), 'blame', '--no-textconv', '--line-porcelain'];
  const ranges = lines.map((n) => `-L${n},${n}`);
  const env = { ...process.env, GIT_NO_LAZY_FETCH: '1', GIT_TERMINAL_PROMPT: '0', GIT_OPTIONAL_LOCKS: '0' };
  try {
    const { stdout } = await run('git', [...args, ...ranges, '--', basename(file)], {
      env,
      timeout: PATIENCE,
      maxBuffer: 1 << 24,
      windowsHide: true,
    });
    return readPorcelain(stdout);
  } catch {
    return new Map();
  }
}

/** Reads `git blame --line-porcelain`: a head `commit old new`, fields, then the line after a tab. */
function readPorcelain(text: string): ReadonlyMap<number, Author> {
  const found = new Map<number, Author>();
  let commit = '';
  let line = 0;
  let fields = new Map<string, string>();
  for (const row of text.split('\n')) {
    const head = /^([0-9a-f]{40,64}) \d+ (\d+)/.exec(row);
    if (row.startsWith('\t')) {
      const name = fields.get('author');
      const day = dayOf(fields.get('author-time'), fields.get('author-tz'));
      if (name && day && !NOWHERE.test(commit)) found.set(line, { name, day, commit: commit.slice(0, 8) });
    } else if (head) {
      commit = head[1] ?? '';
      line = Number(head[2]);
      fields = new Map();
    } else fields.set(row.slice(0, row.indexOf(' ')), row.slice(row.indexOf(' ') + 1));
  }
  return found;
}

/** The day on the author's own calendar; undefined for what is no time. */
function dayOf(seconds = '', zone = '+0000'): string | undefined {
  const [, sign, hours, minutes] = /^([+-])(\d\d)(\d\d)$/.exec(zone) ?? [];
  if (!/^\d+$/.test(seconds)) return undefined;
  const shift = (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60;
  const date = new Date((Number(seconds) + shift) * 1000);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString().slice(0, 10);
}
