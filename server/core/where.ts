import type { Landmark, Piece } from '../../rules/kit/piece.ts';
import type { Span } from '../../rules/kit/span.ts';
import { FRENCH } from './phrasebook.ts';

/** The landmark that a place is at; undefined for a piece that has lines of its own. */
export function landmarkAt({ landmarks }: Pick<Piece, 'landmarks'>, { start }: Span): Landmark | undefined {
  if (!landmarks) return undefined;
  let [low, high] = [0, landmarks.length];
  while (low < high) {
    const mid = (low + high) >> 1;
    if ((landmarks[mid] as Landmark).from <= start) low = mid + 1;
    else high = mid;
  }
  // What stands before all words is said of the first.
  return landmarks[Math.max(0, low - 1)] ?? { from: 0 };
}

/** A landmark in words: « article 5.2, paragraphe 3, page 4 ». */
export function landmarkShown({ article, paragraph, row, note, margin, page }: Landmark): string {
  if (margin) return 'en-tête ou pied de page';
  const within = note
    ? 'note de bas de page'
    : row !== undefined
      ? `tableau, ligne ${row}`
      : paragraph === 0
        ? 'titre'
        : `paragraphe ${paragraph ?? 1}`;
  return [article, within, page && `page ${page}`].filter(Boolean).join(', ');
}

/** Where a place is, for people: its line, counted from 0, or where it is in the Word document. */
export function whereIs(piece: Pick<Piece, 'landmarks'>, at: Span, line: number, say = FRENCH.say): string {
  const landmark = landmarkAt(piece, at);
  return landmark ? landmarkShown(landmark) : `${say('ligne')} ${line + 1}`;
}
