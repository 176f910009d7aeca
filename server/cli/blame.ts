import { realpath } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import type { Author } from '../core/rapport.ts';
import type { Suppressed } from '../core/suppress.ts';
import { askGit, topOf } from './git.ts';
import type { FolderReport } from './reporters/report.ts';

/**
 * Who last wrote each comment that sets a finding aside, by `git blame`. Undefined, without a word, where git or the history is
 * missing, or the draft is not as it was last committed.
 */
export async function authorsOf(
  { files }: Pick<FolderReport, 'files'>,
  cwd: string,
): Promise<(suppressed: Suppressed) => Author | undefined> {
  const authors = new Map<Suppressed, Author>();
  for (const { path, piece, suppressed } of files) {
    if (suppressed.length === 0) continue;
    const { text } = piece.draft;
    const known = await blame(resolve(cwd, path), text);
    for (const s of suppressed) {
      // As git counts: a lone carriage return ends no line.
      const author = s.file ? undefined : known[text.slice(0, s.at.start).split('\n').length - 1];
      if (author) authors.set(s, author);
    }
  }
  return (suppressed) => authors.get(suppressed);
}

/**
 * Authors of the lines of a file as last committed; none where `text` is not that. The commit is asked about, never the file:
 * to compare a file with its history, git runs the filters that the folder is set up with.
 */
async function blame(file: string, text: string): Promise<readonly (Author | undefined)[]> {
  try {
    const folder = await realpath(dirname(file));
    const top = topOf(folder);
    const path =
      top &&
      relative(top, join(folder, basename(file)))
        .split(sep)
        .join('/');
    const stdout = top && (await askGit(top, ['blame', '--no-textconv', '--porcelain', 'HEAD', '--', path as string]));
    if (!stdout) return [];
    const lines = readPorcelain(stdout);
    return plain(lines.map((l) => l.text).join('\n')) === plain(text) ? lines.map((l) => l.author) : [];
  } catch {
    return [];
  }
}

/** A text without what git may write in one way in the history and in another in the file. */
const plain = (text: string): string =>
  text
    .replace(/^\ufeff/, '')
    .replace(/\r?\n|\r$/g, '\n')
    .replace(/\n$/, '');

interface Line {
  readonly text: string;
  readonly author: Author | undefined;
}

/** Reads `git blame --porcelain`, line by line: a head `commit old new`, fields where the commit is new, the text after a tab. */
function readPorcelain(porcelain: string): Line[] {
  const lines: Line[] = [];
  const commits = new Map<string, Map<string, string>>();
  let commit = '';
  let fields = new Map<string, string>();
  for (const row of porcelain.split('\n')) {
    const head = /^([0-9a-f]{40,64}) \d+ \d+/.exec(row);
    if (row.startsWith('\t')) lines.push({ text: row.slice(1), author: authorIn(fields, commit) });
    else if (head) {
      commit = head[1] ?? '';
      fields = commits.get(commit) ?? new Map();
      commits.set(commit, fields);
    } else fields.set(row.slice(0, row.indexOf(' ')), row.slice(row.indexOf(' ') + 1));
  }
  return lines;
}

function authorIn(fields: ReadonlyMap<string, string>, commit: string): Author | undefined {
  const name = fields.get('author');
  const day = dayOf(fields.get('author-time'), fields.get('author-tz'));
  return name && day ? { name, day, commit: commit.slice(0, 8) } : undefined;
}

/** The day on the author's own calendar; undefined for what is no time. */
function dayOf(seconds = '', zone = '+0000'): string | undefined {
  const [, sign, hours, minutes] = /^([+-])(\d\d)(\d\d)$/.exec(zone) ?? [];
  if (!/^\d+$/.test(seconds)) return undefined;
  const shift = (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60;
  const date = new Date((Number(seconds) + shift) * 1000);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString().slice(0, 10);
}
