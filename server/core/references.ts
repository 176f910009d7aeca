import {
  annexesOf,
  numeros,
  piecesNommees,
  piecesOf,
  type Renvoi,
  renvois,
} from '../../rules/facts/redaction/index.ts';
import type { Passage } from '../../rules/kit/draft.ts';
import type { Consultation, Piece, Place } from '../../rules/kit/piece.ts';
import type { Span } from '../../rules/kit/span.ts';

/** Where a reference leads: places in pieces, and files of the folder that are no piece. Both empty when it is broken. */
export interface Destination {
  readonly places: readonly Place[];
  readonly files: readonly string[];
}

/** A reference of a piece: to a numbered part, an annex, or another piece by its name. */
export interface Reference {
  readonly at: Span;
  readonly destination: Destination;
}

const START: Span = { start: 0, end: 0 };

function placeOf({ pieces }: Consultation, passage: Passage): Place | undefined {
  const piece = pieces.find((p) => p.draft === passage.draft);
  return piece && { piece, at: passage.span };
}

/** Where a numbered reference leads. */
export function destinationOf(piece: Piece, renvoi: Renvoi): Destination {
  const { consultation } = piece;
  const placed = (passages: readonly Passage[]) =>
    passages.map((p) => placeOf(consultation, p)).filter((p) => p !== undefined);
  if (renvoi.sort === 'article') {
    const held = piecesOf(piece, renvoi).map((p) => p.ask(numeros).get(renvoi.key));
    return { places: placed(held.filter((p) => p !== undefined)), files: [] };
  }
  const { places, files } = annexesOf(piece, renvoi.key);
  const found = placed(places.filter((p) => p.heading));
  const own = files.flatMap((name) => consultation.pieces.filter((p) => p.path === name));
  return {
    places: [...found, ...own.map((p) => ({ piece: p, at: START }))],
    files: files.filter((name) => !own.some((p) => p.path === name)),
  };
}

/** Every reference of a piece that leads somewhere, in order; a name within a longer reference is left out. */
export function referencesOf(piece: Piece): readonly Reference[] {
  const numbered = piece.ask(renvois).map((r) => ({ at: r.at, destination: destinationOf(piece, r) }));
  const named = piece
    .ask(piecesNommees)
    .filter(({ at }) => !numbered.some((r) => r.at.start < at.end && at.start < r.at.end))
    .map(({ at, vers }) => ({
      at,
      destination: {
        places: piece.consultation.of(vers).map((p) => ({ piece: p, at: p.draft.title?.span ?? START })),
        files: [],
      },
    }));
  return [...numbered, ...named]
    .filter(({ destination: d }) => d.places.length + d.files.length > 0)
    .sort((a, b) => a.at.start - b.at.start);
}

const holds = (span: Span, offset: number) => span.start <= offset && offset <= span.end;

/** The reference that stands at a place; undefined when there is none. */
export const referenceAt = (piece: Piece, offset: number): Reference | undefined =>
  referencesOf(piece).find((r) => holds(r.at, offset));

/** What a place is, for one who looks for its references: the numbered part or the annex that begins there, or where its reference leads. */
export function targetsAt(piece: Piece, offset: number): readonly Place[] {
  const begun = piece.draft.headings.find((p) => holds(p.span, offset));
  if (begun) return [{ piece, at: begun.span }];
  const numbered = [...piece.ask(numeros).values()].find((p) => holds(p.span, offset));
  const found = referenceAt(piece, offset);
  if (found) return found.destination.places;
  return numbered ? [{ piece, at: numbered.span }] : [];
}

/** The places of the whole consultation that refer to one of these. */
export function referencesTo(consultation: Consultation, targets: readonly Place[]): readonly Place[] {
  const same = (a: Place, b: Place) => a.piece === b.piece && a.at.start === b.at.start;
  return consultation.pieces.flatMap((piece) =>
    referencesOf(piece)
      .filter((r) => r.destination.places.some((p) => targets.some((t) => same(p, t))))
      .map((r) => ({ piece, at: r.at })),
  );
}
