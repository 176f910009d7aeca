import type { Draft, Passage, Section } from '../../kit/draft.ts';
import type { Piece } from '../../kit/piece.ts';
import type { Reading } from '../../kit/trace.ts';

/** Where the terms of one grant stand: an article, or a numbered paragraph where articles have no heading of their own. */
export interface Unit {
  readonly article: Section;
  /** The number that opens it; empty for what no number opens. */
  readonly key: string;
  readonly passages: readonly Passage[];
}

/** « Article 13 – Résiliation »: a paragraph and no heading when its text is on the next line, or goes on after it. */
const ARTICLE = /^(?:article|art\.) ?(\d{1,2})(?:[.-]\d{1,2})* ?(?:[-:.)]|(?= [a-z]))(?! ?\d)/;
/** « 6.2 Toute la propriété… » */
const BARE = /^(\d{1,2})(?:\.\d{1,2}){1,3}[.)]? (?=[a-z"])/;

const articleOf: Reading<string | undefined> = (folded) => ARTICLE.exec(folded)?.[1];
const bareOf: Reading<string | undefined> = (folded) => BARE.exec(folded)?.[1];
const announces: Reading<boolean> = (folded) => folded.trimEnd().endsWith(':');

/** The number of the article that a passage begins; undefined when it begins none. */
function opened(p: Passage): string | undefined {
  const { article } = p.section;
  if (p.isTitle) return article.number?.path[0] ?? '';
  if (p.cell || (p.list && p.list.depth > 1)) return undefined;
  const labelled = p.read(articleOf);
  if (labelled) return labelled;
  // Under a heading of its own, numbers are those of its parts.
  if (article.level > 1) return undefined;
  if (!p.list) return p.read(bareOf) ?? titled(p);
  return p.list.number !== undefined && !p.lead?.read(announces) ? String(p.list.number) : undefined;
}

/** « **Droits.** À la remise, … » */
function titled({ content: { bold, prose } }: Passage): string | undefined {
  const head = bold > 0 && bold < prose.text.trimEnd().length ? prose.folded.slice(0, prose.foldedIndex(bold)) : '';
  return head.length > 2 && head.length <= 60 ? head : undefined;
}

function readUnits(draft: Draft): ReadonlyMap<Passage, Unit> {
  const all = new Map<Passage, Unit>();
  let unit: (Unit & { readonly passages: Passage[] }) | undefined;
  for (const p of draft.passages) {
    const { article } = p.section;
    const key = opened(p);
    if (!unit || unit.article !== article || (key !== undefined && key !== unit.key))
      unit = { article, key: key ?? '', passages: [] };
    unit.passages.push(p);
    all.set(p, unit);
  }
  return all;
}

/** The unit of each passage of a piece. */
export const unitsOf = (piece: Piece): ReadonlyMap<Passage, Unit> =>
  piece.keep(readUnits, () => readUnits(piece.draft));
