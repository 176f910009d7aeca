/**
 * Scores short drafts through the whole program: each of one or several small pieces, in which one rule must speak
 * (`fires`) or stay silent (`silent`). A head line `=== theme/rule | fires | rc` begins a draft, `--- ccap` its next piece,
 * `--- bpu.csv` a price schedule, `--- avis` a notice.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { openConsultation } from '../../rules/consultation/open.ts';
import { rules } from '../../rules/index.ts';
import { lint } from '../../server/core/lint.ts';
import { sourceOf } from './source.ts';

/** A short draft of one rule. */
export interface ShortDraft {
  readonly rule: string;
  /** True when the rule must speak. */
  readonly fires: boolean;
  /** The pieces, in the order of the file. */
  readonly pieces: readonly { readonly path: string; readonly text: string }[];
  readonly hand: string;
}

const FILES: Readonly<Record<string, string>> = {
  rc: 'rc.md',
  ccap: 'ccap.md',
  cctp: 'cctp.md',
  ae: 'ae.md',
  rco: 'reglement-concours.md',
  aap: 'appel-a-projets.md',
  pf: 'programme-fonctionnel.md',
  avis: 'avis.xml',
};

const HEAD = /^=== ([a-z-]+\/[\w-]+) \| (fires|silent) \| (\w+)\s*$/;
const NEXT = /^--- ([\w-]+(?:\.csv)?)\s*$/;

/** The drafts of a file; an `Error` for a piece of no known kind. */
export function parseDrafts(text: string, hand: string): ShortDraft[] {
  const drafts: { rule: string; fires: boolean; hand: string; pieces: { path: string; text: string }[] }[] = [];
  const path = (piece: string) => {
    const file = piece.endsWith('.csv') ? piece : FILES[piece];
    if (!file) throw new Error(`${hand}: no piece is called « ${piece} »`);
    return file;
  };
  for (const line of text.split('\n')) {
    const [, rule, verdict, first] = HEAD.exec(line) ?? [];
    const [, next] = NEXT.exec(line) ?? [];
    const draft = drafts.at(-1);
    if (rule && first)
      drafts.push({ rule, fires: verdict === 'fires', hand, pieces: [{ path: path(first), text: '' }] });
    else if (next && draft) draft.pieces.push({ path: path(next), text: '' });
    else {
      const piece = draft?.pieces.at(-1);
      if (piece) piece.text += `${line}\n`;
    }
  }
  return drafts;
}

/** The drafts of a folder's Markdown files, in the order of their names. */
export const readDrafts = (folder: URL): ShortDraft[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.md') && file !== 'README.md')
    .sort()
    .flatMap((file) => parseDrafts(readFileSync(new URL(file, folder), 'utf8'), file.replace(/\.md$/, '')));

/** True when the rule of a draft has a finding there, on the day for which all of them were written. */
export function speaks({ rule: id, pieces }: ShortDraft): boolean {
  const sources = pieces.map(({ path, text }) => sourceOf(path, text));
  const consultation = openConsultation(sources, { date: '2026-12-01' });
  return lint(consultation, { rules: rules.filter((rule) => rule.id === id) }).findings.length > 0;
}

/** How many drafts of a rule, or of a theme, were found, and how many lawful ones flagged. */
export interface Tally {
  readonly fires: number;
  readonly found: number;
  readonly silent: number;
  readonly flagged: number;
}

export interface Judged {
  readonly draft: ShortDraft;
  readonly spoke: boolean;
}

export const judge = (drafts: readonly ShortDraft[]): Judged[] =>
  drafts.map((draft) => ({ draft, spoke: speaks(draft) }));

export function tally(judged: readonly Judged[]): Tally {
  const count = (fires: boolean, spoke?: boolean) =>
    judged.filter((one) => one.draft.fires === fires && (spoke === undefined || one.spoke === spoke)).length;
  return { fires: count(true), found: count(true, true), silent: count(false), flagged: count(false, true) };
}

/** The drafts by the names that a key gives them, in order. */
export const by = (judged: readonly Judged[], key: (draft: ShortDraft) => string): [string, Judged[]][] =>
  [...new Set(judged.map(({ draft }) => key(draft)))]
    .sort()
    .map((name) => [name, judged.filter(({ draft }) => key(draft) === name)]);

export const ruleOf = ({ rule }: ShortDraft): string => rule;
export const themeOf = ({ rule }: ShortDraft): string => rule.slice(0, rule.indexOf('/'));
