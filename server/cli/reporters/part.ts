import { createHash } from 'node:crypto';
import { rules } from '../../../rules/index.ts';
import type { Piece } from '../../../rules/kit/piece.ts';
import type { Level, Rule } from '../../../rules/kit/rule.ts';
import type { Finding } from '../../core/lint.ts';
import { inOrder, type NotChecked } from '../../core/not-checked.ts';
import { countNotRun } from '../../core/not-run.ts';
import { notices } from '../../core/notices.ts';
import type { Phrasebook } from '../../core/phrasebook.ts';
import type { Language } from '../../english.ts';
import { type Findings, type PackedFindings, packFindings, unpackFindings } from '../wire.ts';
import { type Prepared, prepare } from './html.ts';
import { type CheckedFile, type CheckReport, comparePaths, type Reporter } from './report.ts';

/** What a part says of itself; parts of one run say the same. */
interface Head {
  readonly version: string;
  readonly date: string;
  readonly today: string;
  readonly minLevel: Level;
  readonly compared: boolean;
  readonly language: Language;
}

/** What tells a part from the others of its run. */
type Own = Pick<CheckReport, 'notChecked' | 'shard'>;

/** One consultation of a part. */
interface PartFolder {
  readonly found: PackedFindings;
  /** Shown path of each piece of `found`. */
  readonly paths: readonly string[];
  /** The pieces that were asked for, by rank. */
  readonly files: readonly (Pick<CheckedFile, 'known' | 'sha256'> & { readonly piece: number })[];
  readonly page: Prepared;
}

/** Part of a run, from which `merge` writes any format. It holds the text of the drafts. */
export interface Part extends Head, Own {
  readonly tool: 'dce-lint';
  readonly folders: readonly PartFolder[];
}

interface Sealed {
  /** SHA-256 of the rest: a part that was cut or touched is told from a sound one. */
  readonly sum: string;
  readonly part: Part;
}

const sumOf = (part: unknown): string => createHash('sha256').update(JSON.stringify(part)).digest('hex');

/** Writes a part. */
export const part: Reporter = (report) => {
  const { version, date, today, minLevel, compared, language, shard, notChecked } = report;
  const pages = new Map(prepare(report).map((p) => [p.contribution.resume.path, p]));
  const value: Part = {
    tool: 'dce-lint',
    version,
    date,
    today,
    minLevel,
    compared,
    language,
    ...(shard && { shard }),
    notChecked,
    folders: report.dossiers.map(({ path, files, consultation: { pieces } }) => ({
      found: packFindings(findingsOf(files, pieces, report), []),
      paths: pieces.map(report.pathOf),
      files: files.map(({ piece, known, sha256 }) => ({
        piece: pieces.indexOf(piece),
        known,
        ...(sha256 && { sha256 }),
      })),
      page: pages.get(path) as Prepared,
    })),
  };
  // What JSON leaves out is no part of the sum.
  const written = JSON.parse(JSON.stringify(value)) as Part;
  return `${JSON.stringify({ sum: sumOf(written), part: written } satisfies Sealed)}\n`;
};

function findingsOf(files: readonly CheckedFile[], pieces: readonly Piece[], { idOf }: CheckReport): Findings {
  const findings = files.flatMap((f) => f.findings);
  const suppressed = files.flatMap((f) => f.suppressed);
  const all = [...findings, ...suppressed.map((s) => s.finding)];
  return { pieces, findings, suppressed, ids: new Map(all.map((f) => [f, idOf(f)])) };
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** The part in parsed JSON. `damaged`: it is one, but not as it was written. Undefined for anything else. */
export function partIn(value: unknown): Part | 'damaged' | undefined {
  if (!isRecord(value) || !isRecord(value.part) || value.part.tool !== 'dce-lint') return undefined;
  return value.sum === sumOf(value.part) ? (value.part as unknown as Part) : 'damaged';
}

/** What parts of one run share, as text. */
export const headOf = ({ folders, shard, notChecked, ...head }: Part): string => JSON.stringify(head);

/** Shown paths of the pieces that were asked for. */
export const filesIn = ({ folders }: Part): string[] =>
  folders.flatMap(({ files, paths }) => files.map((f) => paths[f.piece] as string));

export interface Reunion {
  readonly report: CheckReport;
  readonly pages: readonly Prepared[];
}

/**
 * The run whose parts these are; its consultations are not at hand. `phrasebook`: that of their language. `missing`: what is
 * known to lack.
 */
export function reunite(
  parts: readonly [Part, ...Part[]],
  phrasebook: Phrasebook,
  missing: readonly NotChecked[],
): Reunion {
  const all = [...rules, ...notices].map((rule) => phrasebook.rule(rule));
  const byId = new Map(all.map((rule) => [rule.id, rule]));
  const paths = new Map<Piece, string>();
  const ids = new Map<Finding, string>();
  const folders = parts.flatMap((p) => p.folders);
  const files = folders.flatMap((folder): CheckedFile[] => {
    const found = unpackFindings(folder.found, [], (id) => byId.get(id) as Rule);
    for (const [finding, id] of found.ids) ids.set(finding, id);
    for (const [i, piece] of found.pieces.entries()) paths.set(piece, folder.paths[i] as string);
    return folder.files.map(({ piece: rank, known, sha256 }) => {
      const piece = found.pieces[rank] as Piece;
      return {
        path: paths.get(piece) as string,
        piece,
        known,
        ...(sha256 && { sha256 }),
        findings: found.findings.filter((f) => f.piece === piece),
        suppressed: found.suppressed.filter((s) => s.finding.piece === piece),
      };
    });
  });
  const [{ version, date, today, minLevel, compared, language }] = parts;
  const report: CheckReport = {
    version,
    files: files.sort((a, b) => comparePaths(a.path, b.path)),
    dossiers: [],
    rules: all,
    date,
    today,
    minLevel,
    phrasebook,
    language,
    authorOf: () => undefined,
    compared,
    pathOf: (piece) => paths.get(piece) ?? piece.path,
    idOf: (finding) => ids.get(finding) ?? '',
    notChecked: inOrder([...parts.flatMap((p) => p.notChecked), ...missing]),
    notRun: countNotRun(folders.flatMap((f) => f.page.contribution.notRun)),
  };
  return { report, pages: folders.map((f) => f.page) };
}
