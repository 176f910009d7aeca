import type { Sentence } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import type { Piece } from '../../kit/piece.ts';
import { citations, type RepealedCitation } from './citations.ts';

/** Told as history. */
const FORMER = fr`ancien(?:ne)?s?|anciennement|abrogée?s?|remplacée?s?|ex-`;

/** Texts cited whole, one after the other: « l'ordonnance n° 2015-899 et le décret n° 2016-360 » becomes one code. */
export function runOf(piece: Piece, cited: RepealedCitation): readonly RepealedCitation[] {
  const all = piece.ask(citations).repealed;
  const joined = (a: RepealedCitation | undefined, b: RepealedCitation | undefined) =>
    a !== undefined &&
    b !== undefined &&
    a.sentence === b.sentence &&
    a.articles.length + b.articles.length === 0 &&
    /^\s*(?:,|et|ainsi que)\s*$/.test(piece.draft.slice({ start: a.at.end, end: b.determined.start }));
  let first = all.indexOf(cited);
  let last = first;
  while (joined(all[first - 1], all[first])) first--;
  while (joined(all[last], all[last + 1])) last++;
  return all.slice(first, last + 1);
}

/** True when a sentence cites a text as one of the past. */
export const isCitedAsFormer = (sentence: Sentence): boolean => sentence.has(FORMER);
