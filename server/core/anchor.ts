import type { Block, Draft, Passage } from '../../rules/kit/draft.ts';
import { plain } from '../../rules/kit/french/fold.ts';
import type { Span } from '../../rules/kit/span.ts';

/** An item of a list or a row of a table, with its words as they can stand in a comment. */
interface Unit {
  readonly span: Span;
  readonly words: readonly string[];
  /** Words at least that name it: those of the first cell that has any, or six. */
  readonly least: number;
}

const NAMED_BY = 6;
/** Words beyond which twins are left alike. */
const MOST_WORDS = 20;

/** Words in the order of the text, without what would end a comment or an anchor. */
const wordsIn = (text: string): string[] =>
  text
    .replace(/[<>«»"“”|:*_`[\]]|-{2,}/g, ' ')
    .split(/\s+/)
    .filter((w) => /[\p{L}\p{N}]/u.test(w));

const folded = (words: string): string =>
  plain(words)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/** The items or rows of a block, those inside others included; none for a paragraph. */
function unitsOf(draft: Draft, { span }: Block): readonly Unit[] {
  const inside = (at: Span) => at.start >= span.start && at.end <= span.end;
  const rows = draft.tables
    .filter((t) => inside(t.span))
    .flatMap((t) => [t.header, ...t.rows])
    .map(({ span: at, cells }): Unit => {
      const each = cells.map((c) => wordsIn(c.text));
      const first = each.findIndex((words) => words.some((w) => /\p{L}/u.test(w)));
      return { span: at, words: each.flat(), least: each.slice(0, first + 1).flat().length };
    });
  const isItem = (p: Passage) => p.list !== undefined && p.cell === undefined && inside(p.node);
  const items = [...draft.passages, ...draft.asides].filter(isItem).map((p): Unit => {
    const words = wordsIn(p.text);
    return { span: p.node, words, least: Math.min(words.length, NAMED_BY) };
  });
  return [...rows, ...items].filter((u) => u.words.length > 0);
}

const begins = (unit: Unit, anchor: string): boolean => `${folded(unit.words.join(' '))} `.startsWith(`${anchor} `);

/** The items or rows of a block that begin with the words of an anchor. */
export function anchored(draft: Draft, block: Block, anchor: string): readonly Span[] {
  const words = folded(anchor);
  return words === '' ? [] : unitsOf(draft, block).flatMap((u) => (begins(u, words) ? [u.span] : []));
}

/**
 * The first words of the item or row that holds a place, as many as tell it from the others (twins go together);
 * undefined where the block is no list or table of several, or the place is in none of its lines or in more than one.
 */
export function anchorOf(draft: Draft, block: Block, at: Span): string | undefined {
  const units = unitsOf(draft, block);
  const own = units.filter((u) => u.span.start < at.end && at.start < u.span.end);
  const [unit] = own;
  if (!unit || own.length > 1 || units.length < 2) return undefined;
  let words = '';
  for (let count = Math.max(1, unit.least); count <= Math.min(unit.words.length, MOST_WORDS); count++) {
    words = unit.words.slice(0, count).join(' ');
    if (units.filter((u) => begins(u, folded(words))).length === 1) break;
  }
  return words || undefined;
}
