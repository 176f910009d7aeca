import { plain } from '../../kit/french/fold.ts';
import type { Piece } from '../../kit/piece.ts';
import { lotNames } from '../commun/index.ts';

/** The title of a piece, be it under another heading, and the name of its file. */
const names = (piece: Piece): readonly string[] => [
  piece.draft.title?.folded ?? '',
  piece.draft.sections.find((s) => s.level === 1)?.heading?.folded ?? '',
  plain(piece.path).replace(/[^a-z0-9]+/g, ' '),
];

/** The lots that a piece is for, by its title, else by the name of its file; empty: the whole contract. */
export const lotsDe = (piece: Piece): ReadonlySet<string> => {
  const named = names(piece)
    .map(lotNames)
    .find((found) => found.length > 0);
  return new Set(named?.flatMap((n) => n.numbers));
};

/** True when two pieces of one kind are for the same lots, or for the whole contract: rules for candidatures and for offers. */
function areSisters(a: Piece, b: Piece): boolean {
  if (a === b || a.kind !== b.kind) return false;
  const [x, y] = [lotsDe(a), lotsDe(b)];
  return x.size === y.size && [...x].every((lot) => y.has(lot));
}

const isNamed = (piece: Piece, pattern: RegExp): boolean => names(piece).some((n) => pattern.test(n));
const CANDIDATURES = /\bcandidatures?\b/;
const OFFERS = /\boffres?\b/;

/** True for the rules of the two phases of one consultation: those for candidatures and those for offers. */
export const arePhases = (a: Piece, b: Piece): boolean =>
  areSisters(a, b) &&
  [
    [a, b],
    [b, a],
  ].some(([x, y]) => x && y && isNamed(x, CANDIDATURES) && !isNamed(x, OFFERS) && isNamed(y, OFFERS));

/** The other pieces of its kind that are for the same contract. */
export const sisters = (piece: Piece): readonly Piece[] =>
  piece.consultation.of(piece.kind).filter((p) => areSisters(piece, p));
