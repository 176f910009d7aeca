import type { Piece, PieceKind } from '../../kit/piece.ts';
import type { Edit, Report } from '../../kit/rule.ts';
import type { Span } from '../../kit/span.ts';
import { wordsAt } from '../commun/index.ts';
import { isCover, placeName } from '../dossier/index.ts';
import { lotsDe } from '../piece/index.ts';
import type { Avis } from './avis.ts';
import { type Dit, placesDans } from './dits.ts';

/** What a place of a piece says of some lots, as the notice may say it. */
export interface Parole<T> {
  readonly at: Span;
  /** Numbers of the lots it names; empty where it speaks of all those that no other place names. */
  readonly lots: readonly string[];
  readonly agrees: (dit: Dit<T>) => boolean;
  /** As a message gives it; left out: its words. */
  readonly shown?: string;
  /** What the notice says of the same; left out: what it says of those lots. */
  readonly dits?: readonly Dit<T>[];
}

/** What the notice says against a place of a piece. */
interface Contredit<T> {
  /** Lot by lot; never empty. */
  readonly dits: readonly Dit<T>[];
  /** The value that may be written there for all the lots that the place speaks of; undefined where there is not one. */
  readonly seul: Dit<T> | undefined;
}

/** Another place that the same difference touches. */
export interface Ailleurs<P> {
  readonly piece: Piece;
  readonly parole: P;
  /** The one value that may be written in both. */
  readonly seul: Dit<unknown> | undefined;
}

/** A difference between a consultation and its notice, at the place that rules the matter. */
export interface Ecart<T, P> extends Contredit<T> {
  readonly ici: P;
  readonly ailleurs: readonly Ailleurs<P>[];
}

/** What the notice says of the lots that a place speaks of. */
function meant<T>(
  piece: Piece,
  dits: readonly Dit<T>[],
  ici: Parole<T>,
  paroles: readonly Parole<T>[],
): readonly Dit<T>[] {
  const ofPiece = lotsDe(piece);
  const named = new Set(paroles.flatMap((p) => p.lots));
  const isMeant = (lot: string) =>
    ici.lots.length > 0 ? ici.lots.includes(lot) : !named.has(lot) && (ofPiece.size === 0 || ofPiece.has(lot));
  return dits.filter(({ lot }) => lot === '' || isMeant(lot));
}

/**
 * Undefined where nothing gainsays a place, of all that a piece says on the matter. One that names no lot is of those of the
 * piece that others do not name; it is not wrong in part where the piece says several things without naming lots.
 */
function contredit<T>(own: readonly Dit<T>[], ici: Parole<T>, paroles: readonly Parole<T>[]): Contredit<T> | undefined {
  const wrong = own.filter((d) => !ici.agrees(d));
  if (wrong.length === 0) return undefined;
  if (wrong.length === own.length) {
    const one = new Set(wrong.map((d) => d.shown)).size === 1;
    return { dits: wrong, seul: one ? wrong[0] : undefined };
  }
  const general = paroles.filter((p) => p !== ici && p.lots.length === 0);
  const isAlone = general.every((o) => own.every((d) => o.agrees(d) === ici.agrees(d)));
  return ici.lots.length > 0 || isAlone ? { dits: wrong, seul: undefined } : undefined;
}

/** What a piece says, held against the notice: article before cover, then in the order of the text. */
function heldAgainst<T, P extends Parole<T>>(piece: Piece, dits: readonly Dit<T>[], paroles: readonly P[]) {
  const all = paroles.map((parole) => {
    const own = parole.dits ?? meant(piece, dits, parole, paroles);
    return { piece, parole, own, against: contredit(own, parole, paroles), cover: isCover({ piece, at: parole.at }) };
  });
  return [...all.filter((p) => !p.cover), ...all.filter((p) => p.cover)];
}

/** A matter that pieces and notice share. */
export interface Matiere<T, P extends Parole<T>> {
  /** The pieces that say it, the one that rules first. */
  readonly kinds: readonly PieceKind[];
  readonly read: (piece: Piece) => readonly P[];
  /** Another rule tells where pieces differ: only the first that speaks of a lot is held against the notice. */
  readonly entrePieces: boolean;
}

/**
 * Where the notice gainsays a piece on a matter, of which `dits` is what it says. One difference is told once, however many
 * pieces, places and lots it touches: at the first piece that it touches, the others beside it.
 */
export function ecartsDe<T, P extends Parole<T>>(
  piece: Piece,
  { kinds, read, entrePieces }: Matiere<T, P>,
  dits: readonly Dit<T>[],
): readonly Ecart<T, P>[] {
  const pieces = [...new Set(kinds.flatMap((kind) => piece.consultation.of(kind)))];
  const all = pieces.map((p) => heldAgainst(p, dits, read(p)));
  const rank = pieces.indexOf(piece);
  const before = all.slice(0, rank).flat();
  const ruled = new Set(before.flatMap((p) => (entrePieces ? p.own : (p.against?.dits ?? [])).map((d) => d.lot)));
  const out: Ecart<T, P>[] = [];
  for (const { parole, against } of all[rank] ?? []) {
    const own = against?.dits.filter((d) => !ruled.has(d.lot)) ?? [];
    if (!against || own.length === 0) continue;
    for (const { lot } of own) ruled.add(lot);
    const touched = all
      .slice(rank)
      .flat()
      .filter((o) => o.parole !== parole && o.against?.dits.some((d) => own.some(({ lot }) => lot === d.lot)));
    const ailleurs = touched.map((o) => ({ piece: o.piece, parole: o.parole, seul: o.against?.seul }));
    out.push({ ici: parole, dits: own, seul: own.length === against.dits.length ? against.seul : undefined, ailleurs });
  }
  return out;
}

/** The places that a difference touches beside its own, as a report relates them: those of the notice, then of the drafts. */
export function placesDe<T, P extends Parole<T>>(
  avis: Avis,
  { ici, dits, ailleurs }: Ecart<T, P>,
): NonNullable<Report['related']> {
  const once = ailleurs.filter(
    ({ piece, parole: { at } }, i) =>
      ailleurs.findIndex((o) => o.piece === piece && o.parole.at.start === at.start) === i && at.start !== ici.at.start,
  );
  return [
    ...placesDans(avis, dits),
    ...once.map(({ piece, parole: { at, shown } }) => ({
      piece,
      at,
      message: `On lit ${placeName(piece)} : ${shown ?? `« ${wordsAt(piece.draft, at)} »`}.`,
    })),
  ];
}

/** Writes the value of the notice in the place that rules and in those of the same difference; `text` gives what to write in each. */
export const editsComme = <T, P extends Parole<T>>(
  { ici, seul, ailleurs }: Ecart<T, P>,
  text: (parole: P) => string | undefined,
): Edit[] => [
  ...[text(ici) ?? ''].map((words) => ({ at: ici.at, text: words })),
  ...ailleurs.flatMap(({ piece, parole, seul: theirs }) => {
    const words = theirs?.shown === seul?.shown ? text(parole) : undefined;
    return words === undefined || parole.at.start === ici.at.start ? [] : [{ piece, at: parole.at, text: words }];
  }),
];
