import type { Piece } from '../../rules/kit/piece.ts';
import type { Edit, Fix } from '../../rules/kit/rule.ts';
import { sentencesAround } from './excerpt.ts';
import { type Stretch, unmarkedParts } from './unmarked.ts';

/** What a fix would have a draft say, at one place. */
export interface Wording {
  readonly piece: Piece;
  /** Where it begins, as it is now. */
  readonly offset: number;
  /** Whole paragraphs to add, in Markdown; undefined where sentences change. */
  readonly added?: string;
  /** The sentences as they would be, what is new marked; empty: they would go. */
  readonly sentences?: readonly Stretch[];
  /** Those sentences as they are; none where they are a row to add to a table. */
  readonly before?: readonly Stretch[];
}

interface Placed extends Edit {
  readonly piece: Piece;
}

/** Sentences longer than that are shown around what changes. */
const LONGEST = 1500;

/** All that a fix would write, in the order of the pieces, then of their text. */
export function wordingsOf(fix: Fix, piece: Piece): Wording[] {
  const edits = fix.edits.map((edit): Placed => ({ ...edit, piece: edit.piece ?? piece }));
  const pieces = [...new Set(edits.map((e) => e.piece))];
  return pieces.flatMap((own) => {
    const sorted = edits.filter((e) => e.piece === own).sort((a, b) => a.at.start - b.at.start);
    const groups: { start: number; end: number; edits: Placed[] }[] = [];
    const out: Wording[] = [];
    for (const edit of sorted) {
      if (isBlock(edit)) {
        out.push({ piece: own, offset: edit.at.start, ...addition(edit.text.trim()) });
        continue;
      }
      const { start, end } = regionOf(own, edit);
      const last = groups.at(-1);
      if (last && start <= last.end) {
        last.end = Math.max(last.end, end);
        last.edits.push(edit);
      } else groups.push({ start, end, edits: [edit] });
    }
    for (const group of groups) out.push(rewritten(own, group));
    return out.sort((a, b) => a.offset - b.offset);
  });
}

/** Paragraphs of their own, not words in a sentence. */
const isBlock = ({ text }: Edit): boolean => /\S/.test(text) && (/^\s*\n/.test(text) || /\n\s*\n/.test(text.trim()));

/** Rows alone are no Markdown: their table is in the draft. */
const addition = (text: string): Pick<Wording, 'added' | 'sentences'> =>
  /^(?:\|.*\|\s*)+$/.test(text) ? { sentences: readable([{ text, marked: true }]) } : { added: text };

/** The sentences, or the row of a table, that an edit changes. */
function regionOf(piece: Piece, { at }: Edit): { start: number; end: number } {
  const { text } = piece.draft;
  const start = text.lastIndexOf('\n', at.start - 1) + 1;
  const lineEnd = text.indexOf('\n', at.end);
  const end = lineEnd < 0 ? text.length : lineEnd;
  if (/^[ \t>]*\|/.test(text.slice(start, at.start + 1))) return { start, end };
  const around = sentencesAround(piece, at);
  return around.end - around.start > LONGEST ? { start: at.start, end: at.end } : around;
}

function rewritten(
  piece: Piece,
  { start, end, edits }: { readonly start: number; readonly end: number; readonly edits: readonly Placed[] },
): Wording {
  const { text } = piece.draft;
  const parts: Stretch[] = [];
  const old: Stretch[] = [];
  let from = start;
  for (const { at, text: written } of edits) {
    const kept = { text: text.slice(from, at.start), marked: false };
    parts.push(kept, { text: written, marked: true });
    old.push(kept, { text: text.slice(at.start, at.end), marked: true });
    from = Math.max(from, at.end);
  }
  const rest = { text: text.slice(from, end), marked: false };
  return {
    piece,
    offset: start,
    sentences: readable([...parts, rest]),
    before: readable([...old, rest]),
  };
}

/** Bars of a table become « · ». */
function readable(parts: readonly Stretch[]): Stretch[] {
  const whole = parts.map((p) => p.text).join('');
  const row = /^[ \t>]*\|/.test(whole);
  return unmarkedParts(
    row ? parts.map(({ text, marked }) => ({ text: text.replace(/(?<!\\)\|/g, '·'), marked })) : parts,
  )
    .map(({ text, marked }, i, all) => {
      const left = i === 0 ? text.replace(row ? /^[\s·]+/ : /^\s+/, '') : text;
      return { text: i === all.length - 1 ? left.replace(row ? /[\s·]+$/ : /\s+$/, '') : left, marked };
    })
    .filter((p) => p.text !== '');
}
