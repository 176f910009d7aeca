import { hourIn } from '../../kit/french/dates.ts';
import { plain } from '../../kit/french/fold.ts';
import type { Piece } from '../../kit/piece.ts';
import type { Span } from '../../kit/span.ts';
import { wordsAt } from '../commun/index.ts';
import { offres } from '../offres/index.ts';
import type { Matter, Said } from './dossier.ts';

/** A deadline (day, and hour when written) or a length in days; a month has 28 to 31. */
export type Delai =
  | { readonly kind: 'limite'; readonly day: string; readonly hour: string | undefined }
  | { readonly kind: 'validite'; readonly least: number; readonly most: number };

const key = (kind: Delai['kind'], finale: boolean, lot = '') => [kind, finale ? 'finale' : '', lot].join(' ');

function read(piece: Piece): Said<Delai>[] {
  const { limites, validites } = piece.ask(offres);
  const said = (at: Span) => ({
    piece,
    at,
    shown: `« ${wordsAt(piece.draft, at)} »`,
    simple: true,
  });
  const out: Said<Delai>[] = [];
  for (const { iso, date, finale, lots, at } of limites) {
    if (!iso) continue;
    const { time } = date;
    const hour = time && `${time.hour}:${time.minute}`;
    // The hour stands on a line of its own: one date is not written for the other.
    const apart = time && !hourIn(plain(piece.draft.slice(at)));
    for (const lot of lots.length > 0 ? lots : [''])
      out.push({
        ...said(at),
        ...(apart && {
          shown: `${said(at).shown}, ${time.hour} h ${String(time.minute).padStart(2, '0')}`,
          simple: false,
        }),
        value: { kind: 'limite', day: iso, hour },
        key: key('limite', finale, lot),
      });
  }
  for (const { duration, finale, lots, at } of validites) {
    const { days, months } = duration;
    const [least, most] = days !== undefined ? [days, days] : [(months ?? 0) * 30 - 2, (months ?? 0) * 31];
    if (most <= 0) continue;
    for (const lot of lots.length > 0 ? lots : [''])
      out.push({ ...said(at), value: { kind: 'validite', least, most }, key: key('validite', finale, lot) });
  }
  return out;
}

/** Deadlines for offers, and how long offers stand. */
export const delaiMatter: Matter<Delai> = {
  also: ['autre'],
  ofLot: ({ key }, lot) => (key?.endsWith(' ') ? `${key}${lot}` : undefined),
  read,
  agree({ value: a }, { value: b }) {
    if (a.kind === 'limite' && b.kind === 'limite') return a.day === b.day && (!a.hour || !b.hour || a.hour === b.hour);
    return a.kind === 'validite' && b.kind === 'validite' && a.least <= b.most && b.least <= a.most;
  },
};
