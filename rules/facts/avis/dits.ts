import type { NoticeLot } from '../../kit/notice.ts';
import type { Report } from '../../kit/rule.ts';
import type { Span } from '../../kit/span.ts';
import { placeName } from '../dossier/index.ts';
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
