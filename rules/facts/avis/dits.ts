import type { NoticeLot } from '../../kit/notice.ts';
import type { Piece } from '../../kit/piece.ts';
import type { Report } from '../../kit/rule.ts';
import type { Span } from '../../kit/span.ts';
import { placeName } from '../dossier/index.ts';
import { lotsDe } from '../piece/index.ts';
import type { Avis } from './avis.ts';

/** What a notice says in one field, lot by lot, for a rule: nothing where it is not read. */
export interface Dit<T> {
  /** Number of the lot. */
  readonly lot: string;
  readonly value: T;
  readonly shown: string;
  readonly at: Span;
}

export function ditParLot<T>(
  { notice }: Avis,
  field: (lot: NoticeLot) => { readonly value: T; readonly shown: string; readonly at: Span } | undefined,
): readonly Dit<T>[] {
  return notice.lots.flatMap((lot) => {
    const found = field(lot);
    return found ? [{ lot: lot.number, ...found }] : [];
  });
}

/** « 48 mois dans l’avis (lot 2) », each value once. */
export function ditesDans(all: readonly Dit<unknown>[], lots: number): string {
  const shown = new Map<string, string[]>();
  for (const { lot, shown: value } of all) shown.set(value, [...(shown.get(value) ?? []), lot]);
  const parts = [...shown].map(([value, own]) => {
    const all = own.length === lots || lots <= 1;
    return all ? value : `${value} pour le${own.length > 1 ? 's lots' : ' lot'} ${own.join(', ')}`;
  });
  return parts.join(' et ');
}

/** The places of a notice that gainsay a piece, as a report relates them. */
export function placesDans({ piece, notice }: Avis, all: readonly Dit<unknown>[]): NonNullable<Report['related']> {
  const once = all.filter((d, i) => all.findIndex((o) => o.shown === d.shown) === i);
  return once.map(({ at, shown, lot }) => ({
    piece,
    at,
    message: `On lit ${placeName(piece)}${notice.lots.length > 1 ? ` (lot ${lot})` : ''} : ${shown}.`,
  }));
}

/** What a place of a piece says of some lots, as the notice may say it. */
export interface Parole<T> {
  /** Numbers of the lots it names; empty where it speaks of all those that no other place names. */
  readonly lots: readonly string[];
  readonly agrees: (dit: Dit<T>) => boolean;
}

/** What the notice says against a place of a piece. */
export interface Contredit<T> {
  /** Lot by lot; never empty. */
  readonly dits: readonly Dit<T>[];
  /** The value that may be written there for all the lots that the place speaks of; undefined where there is not one. */
  readonly seul: Dit<T> | undefined;
}

/**
 * Undefined where nothing gainsays a place, of all that a piece says on the matter. One that names no lot is of those of the
 * piece that others do not name; it is not wrong in part where the piece says several things without naming lots.
 */
export function contredit<T>(
  piece: Piece,
  dits: readonly Dit<T>[],
  ici: Parole<T>,
  paroles: readonly Parole<T>[],
): Contredit<T> | undefined {
  const ofPiece = lotsDe(piece);
  const named = new Set(paroles.flatMap((p) => p.lots));
  const isMeant = (lot: string) =>
    ici.lots.length > 0 ? ici.lots.includes(lot) : !named.has(lot) && (ofPiece.size === 0 || ofPiece.has(lot));
  const own = dits.filter(({ lot }) => lot === '' || isMeant(lot));
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
