import { choicesOf } from '../../rules/clauses/insertion.ts';
import type { Piece } from '../../rules/kit/piece.ts';
import type { Edit, Fix } from '../../rules/kit/rule.ts';
import type { Finding } from './lint.ts';

/** Where a text asks the buyer to fill something in: « [à compléter : la durée] », in the spaces of the draft. */
const FIELD = /\[à compléter[ \u00a0\u202f]: [^\]\n]*\]/gu;

/** True when a text has something for the buyer to fill in. */
export const hasFields = (text: string): boolean => text.match(FIELD) !== null;

const literal = (s: string) => s.replace(/[\\$}]/g, (c) => `\\${c}`);
const option = (s: string) => s.replace(/[\\,|]/g, (c) => `\\${c}`);

/** A text as a snippet of the Language Server Protocol, each field a tab stop that holds its own words, or a choice. */
export function toSnippet(text: string): string {
  let out = '';
  let at = 0;
  let stop = 0;
  for (const field of text.matchAll(FIELD)) {
    const choices = choicesOf(field[0]);
    // The first choice is what stands until one is made: the field itself, which a check still finds.
    const holds = choices ? `|${[field[0], ...choices].map(option).join(',')}|` : `:${literal(field[0])}`;
    out += `${literal(text.slice(at, field.index))}\${${++stop}${holds}}`;
    at = field.index + field[0].length;
  }
  return out + literal(text.slice(at));
}

/** True for a fix that a click can make; advice is only read. */
export const isOffered = (fix: Fix): boolean => fix.grade !== 'show' && fix.edits.length > 0;

/** The fix that one click applies; undefined when the finding has advice alone. */
export const preferredFix = ({ fixes }: Finding): Fix | undefined => fixes.find(isOffered);

const same = (a: Edit, b: Edit) => a.at.start === b.at.start && a.at.end === b.at.end && a.text === b.text;
const clash = (a: Edit, b: Edit) =>
  (a.at.start < b.at.end && b.at.start < a.at.end) || (a.at.start === b.at.start && a.at.end === b.at.end);

/**
 * The edits of the safe fixes of findings, by piece, in the order of the text. Of fixes that touch the same words the
 * first goes through; the others wait for another pass.
 */
export function safeEdits(findings: readonly Finding[]): ReadonlyMap<Piece, readonly Edit[]> {
  const out = new Map<Piece, Edit[]>();
  for (const finding of findings) {
    const fix = finding.fixes.find((f) => f.grade === 'safe');
    if (!fix) continue;
    const edits = fix.edits.map((edit) => ({ ...edit, piece: edit.piece ?? finding.piece }));
    const taken = (edit: (typeof edits)[number]) =>
      (out.get(edit.piece) ?? []).some((e) => clash(e, edit) && !same(e, edit));
    if (edits.some(taken)) continue;
    for (const edit of edits) {
      const list = out.get(edit.piece) ?? [];
      if (!list.some((e) => same(e, edit))) list.push(edit);
      out.set(edit.piece, list);
    }
  }
  for (const list of out.values()) list.sort((a, b) => a.at.start - b.at.start);
  return out;
}
