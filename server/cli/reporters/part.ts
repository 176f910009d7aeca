import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { rules } from '../../../rules/index.ts';
import type { Piece } from '../../../rules/kit/piece.ts';
import type { Level, Rule } from '../../../rules/kit/rule.ts';
import type { Finding } from '../../core/lint.ts';
import type { NotChecked } from '../../core/not-checked.ts';
import type { NotRunIn } from '../../core/not-run.ts';
import { notices } from '../../core/notices.ts';
import type { Phrasebook } from '../../core/phrasebook.ts';
import type { Language } from '../../english.ts';
import { type Findings, type PackedFindings, packFindings, unpackFindings } from '../wire.ts';
import { Pages } from './html.ts';
import type { CheckedFile, FolderReport, Overview, Prepared, Reporter, RunHead, ShardOf } from './report.ts';

/** What a part says of itself, on its first line; but for `shard`, parts of one run say the same. */
export interface PartHead {
  /** Form of the file. */
  readonly part: 1;
  readonly version: string;
  readonly date: string;
  readonly today: string;
  readonly minLevel: Level;
  readonly compared: boolean;
  readonly language: Language;
  readonly shard?: ShardOf;
}

/** One consultation of a part, on a line. It holds the text of the drafts. */
interface PartFolder {
  /** As shown. */
  readonly folder: string;
  readonly found: PackedFindings;
  /** Shown path of each piece of `found`. */
  readonly paths: readonly string[];
  /** The pieces that were asked for, by rank. */
  readonly files: readonly (Pick<CheckedFile, 'known' | 'sha256'> & { readonly piece: number })[];
}

/** What a part knows at its end. */
export interface PartEnd {
  readonly notChecked: readonly NotChecked[];
  readonly notRun: readonly NotRunIn[];
}

/** A line between the first and the last, which is `{ sum }`: the SHA-256 of all that is above it. */
export type PartLine = PartFolder | { readonly page: Prepared } | { readonly end: PartEnd };

/**
 * Part of a run, from which `merge` writes any format: JSON, an object a line, so that neither writing nor reading holds more than
 * a consultation.
 */
export const part: Reporter = (spool) => {
  const pages = new Pages(true);
  const folders: number[] = [];
  return {
    async add(report) {
      pages.add(report);
      folders.push(await spool.put(JSON.stringify(folderOf(report))));
      return report.files.map(() => 0);
    },
    async *end(overview) {
      const hash = createHash('sha256');
      const line = (text: string) => {
        hash.update(`${text}\n`);
        return `${text}\n`;
      };
      yield line(JSON.stringify(headOf(overview)));
      for (const folder of folders) yield line(await spool.get(folder));
      for (const [contribution, detail] of pages.all)
        yield line(JSON.stringify({ page: { contribution, ...(detail && { detail }) } }));
      const { notChecked, notRun } = overview;
      yield line(JSON.stringify({ end: { notChecked, notRun } }));
      yield `${JSON.stringify({ sum: hash.digest('hex') })}\n`;
    },
  };
};

const headOf = ({ version, date, today, minLevel, compared, language, shard }: Overview): PartHead => ({
  part: 1,
  version,
  date,
  today,
  minLevel,
  compared,
  language,
  ...(shard && { shard }),
});

function folderOf(report: FolderReport): PartFolder {
  const { folder, files, dossier, pathOf } = report;
  const pieces = dossier?.consultation.pieces ?? [];
  return {
    folder,
    found: packFindings(findingsOf(files, pieces, report), []),
    paths: pieces.map(pathOf),
    files: files.map(({ piece, known, sha256 }) => ({
      piece: pieces.indexOf(piece),
      known,
      ...(sha256 && { sha256 }),
    })),
  };
}

function findingsOf(files: readonly CheckedFile[], pieces: readonly Piece[], { idOf }: FolderReport): Findings {
  const findings = files.flatMap((f) => f.findings);
  const suppressed = files.flatMap((f) => f.suppressed);
  const all = [...findings, ...suppressed.map((s) => s.finding)];
  return { pieces, findings, suppressed, ids: new Map(all.map((f) => [f, idOf(f)])) };
}

/** What every part begins with. */
const OPENING = '{"part":1,';

/** Thrown where a part is not as it was written: cut, or touched. */
export class DamagedPart extends Error {}

async function* linesOf(path: string): AsyncGenerator<Buffer> {
  let rest: Buffer[] = [];
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    let from = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
      yield Buffer.concat([...rest, chunk.subarray(from, end + 1)]);
      rest = [];
      from = end + 1;
    }
    if (from < chunk.length) rest.push(chunk.subarray(from));
  }
  if (rest.length > 0) yield Buffer.concat(rest);
}

function parsed(line: Buffer): unknown {
  try {
    return JSON.parse(line.toString());
  } catch {
    throw new DamagedPart();
  }
}

/** The first line of a part; undefined for a file that is none. Throws what the system says, or a `DamagedPart`. */
export async function partHead(path: string): Promise<PartHead | undefined> {
  const opening = createReadStream(path, { end: OPENING.length - 1 });
  let start = '';
  for await (const chunk of opening as AsyncIterable<Buffer>) start += chunk.toString();
  if (start !== OPENING) return undefined;
  for await (const line of linesOf(path)) return parsed(line) as PartHead;
  throw new DamagedPart();
}

/** The lines of a part after the first. Throws a `DamagedPart` at its end where it is not as it was written. */
export async function* partLines(path: string): AsyncGenerator<PartLine> {
  const hash = createHash('sha256');
  let before: Buffer | undefined;
  let first = true;
  for await (const line of linesOf(path)) {
    if (before) {
      hash.update(before);
      if (!first) yield parsed(before) as PartLine;
      first = false;
    }
    before = line;
  }
  const { sum } = parsed(before ?? Buffer.from('{}')) as { readonly sum?: unknown };
  if (sum !== hash.digest('hex')) throw new DamagedPart();
}

/** What a part knows of a folder, as its run knew it. `head`: what the run says of itself, in the words of the report. */
export function unpackFolder({ folder, found, paths, files }: PartFolder, head: RunHead): FolderReport {
  const byId = rulesById(head.rules);
  const { pieces, findings, suppressed, ids } = unpackFindings(found, [], (id) => byId.get(id) as Rule);
  const shown = new Map(pieces.map((piece, i) => [piece, paths[i] as string]));
  const pathOf = (piece: Piece) => shown.get(piece) ?? piece.path;
  return {
    ...head,
    folder,
    dossier: undefined,
    authorOf: () => undefined,
    pathOf,
    idOf: (finding: Finding) => ids.get(finding) ?? '',
    files: files.map(({ piece: rank, known, sha256 }) => {
      const piece = pieces[rank] as Piece;
      return {
        path: pathOf(piece),
        piece,
        known,
        ...(sha256 && { sha256 }),
        findings: findings.filter((f) => f.piece === piece),
        suppressed: suppressed.filter((s) => s.finding.piece === piece),
      };
    }),
  };
}

const byIds = new WeakMap<readonly Rule[], ReadonlyMap<string, Rule>>();

function rulesById(all: readonly Rule[]): ReadonlyMap<string, Rule> {
  const known = byIds.get(all) ?? new Map(all.map((rule) => [rule.id, rule]));
  byIds.set(all, known);
  return known;
}

/** Every rule there is, the program's own notices included, in the words of a phrasebook. */
export const rulesIn = (phrasebook: Phrasebook): readonly Rule[] =>
  [...rules, ...notices].map((rule) => phrasebook.rule(rule));
