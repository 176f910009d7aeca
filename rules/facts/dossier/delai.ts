import { hourIn } from '../../kit/french/dates.ts';
import { plain } from '../../kit/french/fold.ts';
import type { Piece } from '../../kit/piece.ts';
import type { Span } from '../../kit/span.ts';
import { wordsAt } from '../commun/index.ts';
import { heldUntil, offres } from '../offres/index.ts';
import type { Matter, Said } from './dossier.ts';

/** A deadline (day, and hour when written) or a length in days; a month has 28 to 31. */
export type Delai =
  | { readonly kind: 'limite'; readonly day: string; readonly hour: string | undefined }
  | { readonly kind: 'validite'; readonly least: number; readonly most: number }
  | { readonly kind: 'validite'; readonly until: string };

const key = (kind: Delai['kind'], finale: boolean, lot = '') => [kind, finale ? 'finale' : '', lot].join(' ');

const place = (piece: Piece, at: Span) => ({ piece, at, shown: `« ${wordsAt(piece.draft, at)} »`, simple: true });
/** What is said of no lot is said under the empty one. */
const each = (lots: readonly string[]): readonly string[] => (lots.length > 0 ? lots : ['']);

const limitesIn = (piece: Piece): Said<Delai>[] =>
  piece.ask(offres).limites.flatMap(({ iso, date: { time }, finale, lots, at }): Said<Delai>[] => {
    if (!iso) return [];
    const said = place(piece, at);
    // The hour stands on a line of its own: one date is not written for the other.
    const apart = time && !hourIn(plain(piece.draft.slice(at)));
    const shown = apart ? `${said.shown}, ${time.hour} h ${String(time.minute).padStart(2, '0')}` : said.shown;
    const value = { kind: 'limite', day: iso, hour: time && `${time.hour}:${time.minute}` } as const;
    return each(lots).map((lot) => ({ ...said, shown, simple: !apart, value, key: key('limite', finale, lot) }));
  });

/** « Vous êtes tenus jusqu'au 31 août 2027 ». */
const tenuesIn = (piece: Piece): Said<Delai>[] =>
  heldUntil(piece).flatMap(({ item, sentence }) =>
    item.iso
      ? [
          {
            ...place(piece, sentence.at(item)),
            value: { kind: 'validite', until: item.iso },
            key: key('validite', false),
          },
        ]
      : [],
  );

const validitesIn = (piece: Piece): Said<Delai>[] =>
  piece.ask(offres).validites.flatMap(({ duration: { days, months = 0 }, finale, lots, at }): Said<Delai>[] => {
    const [least, most] = days !== undefined ? [days, days] : [months * 30 - 2, months * 31];
    if (most <= 0) return [];
    const value = { kind: 'validite', least, most } as const;
    return each(lots).map((lot) => ({ ...place(piece, at), value, key: key('validite', finale, lot) }));
  });

/** Deadlines for offers, and how long offers stand. */
export const delaiMatter: Matter<Delai> = {
  also: ['autre'],
  ofLot: ({ key }, lot) => (key?.endsWith(' ') ? `${key}${lot}` : undefined),
  read(piece) {
    const stated = validitesIn(piece);
    return [...limitesIn(piece), ...(stated.length > 0 ? stated : tenuesIn(piece))];
  },
  agree({ value: a }, { value: b }) {
    if (a.kind === 'limite' && b.kind === 'limite') return a.day === b.day && (!a.hour || !b.hour || a.hour === b.hour);
    if (a.kind === 'limite' || b.kind === 'limite') return false;
    // A day and a length are not compared.
    if ('until' in a || 'until' in b) return !('until' in a && 'until' in b) || a.until === b.until;
    return a.least <= b.most && b.least <= a.most;
  },
};
