/**
 * Whole consultations written otherwise, with nothing changed in what they say: titles in capitals, a text without accents, lines
 * broken… What is said of them should be the same.
 */
import { openConsultation } from '../../rules/consultation/open.ts';
import { rules } from '../../rules/index.ts';
import { lint } from '../../server/core/lint.ts';
import type { Dossier } from './dossiers.ts';
import { printed } from './printed.ts';

export type Copy = (text: string) => string;

/** Changes the lines of a text, front matter and the marks of code and comments left out. */
const linesOf = (text: string, change: (line: string) => string): string => {
  const front = /^---\n[\s\S]*?\n---\n/.exec(text)?.[0] ?? '';
  return (
    front +
    text
      .slice(front.length)
      .split('\n')
      .map((line) => (/^\s*(?:```|~~~|<!--)/.test(line) ? line : change(line)))
      .join('\n')
  );
};
const bare: Copy = (text) =>
  text.normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC').replace(/œ/g, 'oe').replace(/Œ/g, 'OE');
/** A title in capitals; its links and code as they are. */
const capitals: Copy = (line) => (/[`<[]/.test(line) ? line : bare(line).toUpperCase());
const WIDTH = 80;
/** A long line of prose or of an item, cut at the margin as an editor cuts it. */
function wrapped(line: string): string {
  const [, margin = '', mark = ''] = /^(\s*)((?:[-*+]|\d{1,3}[.)]) +)?/.exec(line) ?? [];
  if (line.length <= WIDTH || /^\s*[#|>]|^\s{4}/.test(line) || /\S {3,}\S/.test(line)) return line;
  const under = ' '.repeat(margin.length + mark.length);
  const rows: string[] = [];
  let row = margin + mark;
  for (const word of line.slice(row.length).split(' ')) {
    // No line begins with what Markdown would take for its own.
    if (row.length + word.length > WIDTH && row.trim() !== mark.trim() && /^[\p{L}(«"]/u.test(word)) {
      rows.push(row.trimEnd());
      row = under;
    }
    row += `${word} `;
  }
  return [...rows, row.trimEnd()].join('\n');
}

/** By its name in French. */
export const COPIES: Readonly<Record<string, Copy>> = {
  'titres en capitales': (text) => linesOf(text, (line) => (/^#{1,6} /.test(line) ? capitals(line) : line)),
  'texte en capitales': (text) => linesOf(text, (line) => (/^[\p{L}«]/u.test(line) ? capitals(line) : line)),
  'sans accents': (text) => linesOf(text, bare),
  'accents décomposés (NFD)': (text) => text.normalize('NFD'),
  'lignes coupées à 80 signes': (text) => linesOf(text, wrapped),
  'fins de ligne de Windows': (text) => text.replaceAll('\n', '\r\n'),
  'apostrophes droites': (text) => text.replaceAll('’', "'"),
  'apostrophes courbes': (text) => linesOf(text, (line) => line.replace(/(?<=\p{L})'(?=\p{L})/gu, '’')),
  'espaces insécables': (text) => text.replace(/ (?=[;:!?»%€])|(?<=«) |(?<=\d) (?=\d{3})/g, '\u00a0'),
  'page imprimée, tirée d’un PDF': printed,
};

/** What is said, each with a place that no copy moves: how many letters stand before it. */
export function said({ files }: Dossier, copy: Copy): string[] {
  const copied = files.map((file) => (file.path.endsWith('.md') ? { ...file, text: copy(file.text) } : file));
  return lint(openConsultation(copied, { date: '2026-12-01' }), { rules }).findings.map(({ rule, piece, at }) => {
    const before = bare(piece.draft.text.slice(0, at.start)).replace(/[^\p{L}\p{N}]/gu, '');
    return `${piece.path} ${before.length} ${rule.id}`;
  });
}

/** The items of a list that are not in another; one that is there once answers one. */
function without(list: readonly string[], other: readonly string[]): string[] {
  const left = [...other];
  return list.filter((one) => {
    const at = left.indexOf(one);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** A copy that moves words, and sets others between them: what is said there has no place but its piece. */
const MOVES: ReadonlySet<Copy> = new Set([printed]);
const PLACE = / \d+ (?=\S+$)/;

/** What a copy changes in what is said of dossiers: findings that go and that come, each after its dossier; `all` counts those of either. */
export function changes(dossiers: readonly { dossier: Dossier; as: readonly string[] }[], copy: Copy) {
  const lost: string[] = [];
  const added: string[] = [];
  let all = 0;
  for (const { dossier, as } of dossiers) {
    const kept = (list: readonly string[]) => (MOVES.has(copy) ? list.map((one) => one.replace(PLACE, ' ')) : list);
    const [was, now] = [kept(as), kept(said(dossier, copy))];
    const of = (one: string) => `${dossier.hand}/${dossier.name} ${one}`;
    lost.push(...without(was, now).map(of));
    added.push(...without(now, was).map(of));
    all += as.length + without(now, was).length;
  }
  return { lost, added, all };
}

/** Dossiers, each with what is said of it as it is. */
export const asTheyAre = (dossiers: readonly Dossier[]) =>
  dossiers.map((dossier) => ({ dossier, as: said(dossier, (text) => text) }));
