import { plain } from '../../rules/kit/french/fold.ts';
import { type Edit, LEVELS, type Level } from '../../rules/kit/rule.ts';
import type { Finding } from './lint.ts';

/** Words that a fix would insert where the buyer is, ready to stand at the cursor. */
export interface Suggestion {
  readonly finding: Finding;
  /** What is still to be written at the cursor: line breaks already typed are left out. */
  readonly text: string;
  /** Names the place by its rule and the words before it: the same while the buyer goes on writing there. */
  readonly place: string;
  /** The cursor follows a finished sentence, or stands on a line below. */
  readonly finished: boolean;
  /** The cursor stands on an empty line below what the finding is about. */
  readonly below: boolean;
}

/** Letters before a finding that name its place. */
const BEFORE = 60;
const STOP = /[.;:!?…»)|][*_]*$/u;
const BLANK_TO_END_OF_LINE = /^[^\S\r\n]*(?:\r?\n|$)/;

/**
 * The insertions that the preferred fixes of findings make at a cursor, or just before it where only white space lies
 * between: the gravest first, then the one whose words are nearest. Empty when no fix inserts anything there.
 */
export function suggestionsAt(findings: readonly Finding[], cursor: number): readonly Suggestion[] {
  const found = findings.flatMap((finding) => suggestion(finding, cursor) ?? []);
  const rank = (level: Level) => LEVELS.indexOf(level);
  const far = ({ finding }: Suggestion) => Math.abs(cursor - finding.at.end);
  found.sort((a, b) => rank(a.finding.level) - rank(b.finding.level) || far(a) - far(b));
  return found.filter((s, i) => found.findIndex((o) => o.text === s.text) === i);
}

function suggestion(finding: Finding, cursor: number): Suggestion | undefined {
  const { text } = finding.piece.draft;
  for (const edit of insertions(finding)) {
    const between = text.slice(edit.at.start, cursor);
    if (edit.at.start > cursor || between.trim() !== '') continue;
    const words = /^[\r\n]/.test(edit.text) ? lines(finding, edit, cursor) : inLine(edit.text, between);
    if (words === undefined) continue;
    const below = /\n/.test(between);
    const finished = below || STOP.test(text.slice(0, cursor).trimEnd());
    return { finding, text: words, place: placeOf(finding), finished, below };
  }
  return undefined;
}

/** Edits of the preferred fix when all it does is insert, in the finding's own piece. */
function insertions({ fixes, piece }: Finding): readonly Edit[] {
  const edits = fixes.find((f) => f.grade !== 'show')?.edits ?? [];
  return edits.every((e) => e.at.start === e.at.end && (e.piece ?? piece) === piece) ? edits : [];
}

/** Words that go on in the line of the cursor; the space already typed is not written twice. */
const inLine = (words: string, between: string): string | undefined =>
  /[\r\n]/.test(between) ? undefined : between === '' ? words : words.trimStart();

/** Paragraphs, a row or an item below what the finding is about; undefined where they would stand out of sight of it. */
function lines(finding: Finding, edit: Edit, cursor: number): string | undefined {
  const { draft } = finding.piece;
  const at = edit.at.start;
  if (!isBelow(finding, at) || !BLANK_TO_END_OF_LINE.test(draft.text.slice(cursor))) return undefined;
  const between = draft.text.slice(at, cursor);
  const typed = between.split('\n').length - 1;
  // While the sentence is being written nothing is proposed below it.
  if (typed === 0) return STOP.test(draft.text.slice(0, at)) ? edit.text : undefined;
  const eol = /\r\n/.test(edit.text) ? '\r\n' : '\n';
  const wanted = (/^[\r\n]*/.exec(edit.text)?.[0] ?? '').split('\n').length - 1;
  // A row or an item goes on right below, a paragraph after an empty line.
  if (wanted === 1 && typed > 1) return undefined;
  const apart = /^[^\S\r\n]*(?:\r?\n[^\S\r\n]*(?:\r?\n|$)|$)/.test(draft.text.slice(cursor));
  return eol.repeat(Math.max(0, wanted - typed)) + edit.text.trim() + (wanted > 1 && !apart ? eol : '');
}

/** The insertion follows the block of the finding, or ends its section; what a whole piece lacks is proposed nowhere. */
function isBelow({ piece: { draft }, at }: Finding, offset: number): boolean {
  const { title } = draft;
  if (title && at.start <= title.node.end && title.node.start <= at.end) return false;
  if (draft.blockAt(at.end)?.span.end === offset) return true;
  const section = draft.sectionAt(at.start);
  return section.heading !== undefined && section === draft.sectionAt(offset);
}

function placeOf({ rule, piece, at }: Finding): string {
  const before = plain(piece.draft.text.slice(Math.max(0, at.start - 4 * BEFORE), at.start));
  return `${rule.id}\n${before.replace(/[^a-z0-9]+/g, '').slice(-BEFORE)}`;
}
