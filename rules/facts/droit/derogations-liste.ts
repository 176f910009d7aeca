import type { Table } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import type { Piece } from '../../kit/piece.ts';
import { covers, type Derogation, type DerogationListed, derogations } from './derogations.ts';

/** An article of no named text may be one of this very piece. */
export const isOfCcag = (piece: Piece, { named, articles }: Derogation): boolean =>
  named ||
  (articles.length > 0 &&
    !piece.draft.sections.some((s) => s.number && articles.includes(s.number.key)) &&
    piece.draft.root.has(fr`ccag`));

/** True when a clause of the pieces derogates to the article, or might: unnumbered words, or another piece that is not there. */
export function isMade(piece: Piece, pieces: readonly Piece[], line: DerogationListed, article: string): boolean {
  if (pieces.some((p) => p.ask(derogations).made.some((m) => m.articles.some((a) => covers(a, article))))) return true;
  if (line.elsewhere) return true;
  const { draft } = piece;
  const clauses = draft.sections.filter((s) => s.number && line.own.some((o) => covers(o, s.number?.key ?? '')));
  // The clause speaks of the CCAG without the usual words.
  return clauses.some((s) => s.sentences.some((x) => x.has(fr`dérog[a-z]*|contrairement|c\.?c\.?a\.?g\.?`)));
}

/** True when a table lists, in its first column, the articles of the piece that derogate. */
export const listsOwnArticles = ({ header }: Table): boolean =>
  header.cells.length === 2 && header.cells[0]?.has(fr`présent|ccap|cahier`) === true;
