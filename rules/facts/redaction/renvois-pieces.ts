import type { Stretch } from '../../kit/french/scan.ts';
import type { Phrase } from '../../kit/markdown/prose.ts';
import { defineFact, type Piece, type PieceKind } from '../../kit/piece.ts';
import type { Span } from '../../kit/span.ts';
import { PIECE_NAMES } from './renvois.ts';

/** A piece of the dossier called by its name: « le CCAP », « l'acte d'engagement ». */
export interface PieceNommee {
  readonly vers: PieceKind;
  readonly at: Span;
}

interface PieceNameRead extends Stretch {
  readonly vers: PieceKind;
}

const NAMES = PIECE_NAMES.map(
  ([kind, words]) => [kind, new RegExp(`(?<![a-z0-9])(?:${words})(?![a-z0-9])`, 'g')] as const,
);
/** « RC professionnelle » is an insurance. */
const INSURANCE = /^ (?:pro|exploitation|decennale|apres)/;

const read = (phrase: Phrase): PieceNameRead[] =>
  NAMES.flatMap(([vers, pattern]) =>
    phrase
      .findAll(pattern)
      .filter((m) => !INSURANCE.test(phrase.folded.slice(m.to)))
      .map(({ from, to }) => ({ vers, from, to })),
  ).sort((a, b) => a.from - b.from);

/** Where the other pieces of the dossier are named, in order. Headings are left out. */
export const piecesNommees = defineFact<readonly PieceNommee[]>({
  id: 'pieces-nommees',
  title: 'Pièces nommées',
  read: (piece: Piece) =>
    piece.draft.collect(read).flatMap(({ value, sentence }) => {
      if (sentence.passage.isTitle) return [];
      return value
        .filter(({ vers }) => !piece.kinds.some((kind) => kind === vers))
        .map(({ vers, from, to }) => ({ vers, at: sentence.at({ from, to }) }))
        .filter(({ at }) => {
          const written = piece.draft.slice(at);
          // « rc » in small letters may be anything.
          return written.length > 2 || written === written.toUpperCase();
        });
    }),
  show: () => undefined,
});
