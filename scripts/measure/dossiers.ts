/**
 * Scores whole consultations through the whole program, as of the day for which they were written: folders of pieces with an
 * `expected.json` that lists all that must be said of them. A label is found by a finding of its rule in its file that touches
 * a line of its quote, one without a quote by any finding of its rule there (in any piece where its file is « * »). One
 * finding answers one label; one that answers none and is not tolerated is wrong.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { openConsultation, type SourceFile } from '../../rules/consultation/open.ts';
import { rules } from '../../rules/index.ts';
import { type Finding, lint } from '../../server/core/lint.ts';
import { sourceOf } from './source.ts';

/** What is expected, or tolerated: a rule in a file, at the n-th place of a quote (the first if not said). */
export interface Label {
  readonly file: string;
  readonly rule: string;
  readonly quote?: string;
  readonly nth?: number;
}

/** A consultation with its labels; `hand` is the folder that it stands in, which says who wrote it. */
export interface Dossier {
  readonly name: string;
  readonly hand: string;
  readonly files: readonly SourceFile[];
  readonly findings: readonly Label[];
  readonly tolerated: readonly Label[];
}

/** What was said of dossiers: labels found, each with its finding; labels missed; findings that are wrong. */
export interface Verdict {
  readonly found: readonly Finding[];
  readonly missed: readonly Label[];
  readonly wrong: readonly Finding[];
}

/** The dossiers of a folder's hands, in the order of their names; an `Error` where a label's quote is not in its file. */
export const readDossiers = (folder: URL): Dossier[] =>
  foldersIn(folder).flatMap((hand) => {
    const own = new URL(`${hand}/`, folder);
    return foldersIn(own).map((name) => readDossier(new URL(`${name}/`, own), name, hand));
  });

const foldersIn = (at: URL): string[] =>
  readdirSync(at, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();

function readDossier(at: URL, name: string, hand: string): Dossier {
  const { findings, tolerated = [] } = JSON.parse(readFileSync(new URL('expected.json', at), 'utf8')) as {
    findings: Label[];
    tolerated?: Label[];
  };
  const files = readdirSync(at)
    .filter((path) => path !== 'expected.json')
    .sort()
    .map((path) => sourceOf(path, readFileSync(new URL(path, at), 'utf8')));
  const dossier = { name, hand, files, findings, tolerated };
  for (const label of [...findings, ...tolerated]) linesOf(dossier, label);
  return dossier;
}

/** First and last line, from 0, of what a label quotes; undefined without a quote. */
function linesOf({ name, files }: Dossier, { file, quote, nth = 1 }: Label): readonly [number, number] | undefined {
  if (!quote) return undefined;
  const text = files.find(({ path }) => path === file)?.text ?? '';
  let at = -1;
  for (let i = 0; i < nth; i++) at = at < 0 && i > 0 ? -1 : text.indexOf(quote, at + 1);
  if (at < 0) throw new Error(`${name}/${file}: not found there: ${quote}`);
  return [lineAt(text, at), lineAt(text, at + quote.length)];
}

const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length - 1;

/** What the program says of a dossier, label by label. */
export function judgeDossier(dossier: Dossier): Verdict {
  const { findings } = lint(openConsultation(dossier.files, { date: '2026-12-01' }), { rules });
  const left = new Set(findings);
  const isOf = (finding: Finding, label: Label): boolean => {
    const { piece, at, rule } = finding;
    if (rule.id !== label.rule || (label.file !== '*' && piece.path !== label.file)) return false;
    const lines = linesOf(dossier, label);
    const { text } = piece.draft;
    return !lines || (lineAt(text, at.start) <= lines[1] && lineAt(text, at.end) >= lines[0]);
  };
  const found: Finding[] = [];
  const missed: Label[] = [];
  // Those that quote choose first: the others take any finding.
  for (const label of [...dossier.findings].sort((a, b) => Number(!a.quote) - Number(!b.quote))) {
    const finding = [...left].find((one) => isOf(one, label));
    if (finding) found.push(finding);
    else missed.push(label);
    if (finding) left.delete(finding);
  }
  for (const finding of left) if (dossier.tolerated.some((label) => isOf(finding, label))) left.delete(finding);
  return { found, missed, wrong: [...left] };
}

/** What was said of several dossiers, together. */
export const together = (verdicts: readonly Verdict[]): Verdict => ({
  found: verdicts.flatMap(({ found }) => found),
  missed: verdicts.flatMap(({ missed }) => missed),
  wrong: verdicts.flatMap(({ wrong }) => wrong),
});

/** How many findings are of the highest level. */
export const errorsAmong = (findings: readonly Finding[]): number =>
  findings.filter(({ level }) => level === 'error').length;
