import { plain } from '../../rules/kit/french/fold.ts';
import type { BlockContent } from '../../rules/kit/markdown/block.ts';
import type { Span } from '../../rules/kit/span.ts';
import type { Finding } from './lint.ts';

/** Units of folded text kept on each side of the words. */
const AROUND = 32;

const letters = (text: string): string =>
  plain(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/** 53 bits of a text, as 11 characters (cyrb53: fast, spread, not secret). */
function digest(text: string): string {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    a = Math.imul(a ^ c, 2654435761);
    b = Math.imul(b ^ c, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36).padStart(11, '0');
}

/** Words around places of blocks, by their units there: an edit elsewhere leaves them. */
const memory = new WeakMap<BlockContent, Map<string, string>>();

/** The words of a finding and those around it in its block, without case, accents, punctuation or markup. */
function wordsOf({ piece: { draft }, at: { start, end } }: Finding): string {
  const block = draft.blockAt(start);
  if (!block || end > block.span.end) return wordsAround(draft.text, { start, end }, block?.span);
  const known = memory.get(block.content) ?? new Map<string, string>();
  memory.set(block.content, known);
  const key = `${start - block.start}:${end - block.start}`;
  const words = known.get(key) ?? wordsAround(draft.text, { start, end }, block.span);
  known.set(key, words);
  return words;
}

/** Letters of as much of a text as holds those that are kept; `part` takes so many units of its end that matters. */
function lettersNear(length: number, part: (units: number) => string): string {
  for (let units = 8 * AROUND; ; units *= 2) {
    const found = letters(part(units));
    // Some more, for what a cut through a character makes of it.
    if (units >= length || found.length > 2 * AROUND) return found;
  }
}

function wordsAround(text: string, at: Span, block: Span = { start: 0, end: text.length }): string {
  const end = Math.max(at.end, block.end);
  const before = lettersNear(at.start - block.start, (n) => text.slice(Math.max(block.start, at.start - n), at.start));
  const after = lettersNear(end - at.end, (n) => text.slice(at.end, Math.min(end, at.end + n)));
  return `${before.slice(-AROUND).trim()}|${letters(text.slice(at.start, at.end))}|${after.slice(0, AROUND).trim()}`;
}

/**
 * A name for each finding that survives what moves it (lines added above, a renamed file, other accents or spacing): rule,
 * words and words around, and its rank among those that share them. Unique within a piece.
 */
export function identities(findings: readonly Finding[]): ReadonlyMap<Finding, string> {
  const ranks = new Map<string, number>();
  const out = new Map<Finding, string>();
  for (const finding of findings) {
    const base = `${finding.rule.id}\n${wordsOf(finding)}`;
    const key = `${finding.piece.path}\n${base}`;
    const rank = ranks.get(key) ?? 0;
    ranks.set(key, rank + 1);
    out.set(finding, digest(rank === 0 ? base : `${base}\n${rank}`));
  }
  return out;
}
