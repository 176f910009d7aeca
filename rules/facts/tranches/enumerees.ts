import type { Passage } from '../../kit/draft.ts';
import type { Piece } from '../../kit/piece.ts';
import { type Entry, entryIn } from './entree.ts';
import { amountIn } from './montants.ts';
import { objectIn } from './objet.ts';

/** « quatre tranches optionnelles : »: what follows are these, one by one. */
export const ENUMERATES = /\btranches (?:optionnelles|conditionnelles)(?: ?\([^)]*\))? ?: /;
/** « le quai (30 000 € HT), la cale (10 000 € HT) et le bassin (12 000 € HT) ». */
const ITEM = /(?:^|[,;]? ?(?:et |puis |enfin |ainsi que )?)(?<what>[^(),;:.]{3,90}?) ?\((?<price>[^()]{3,60})\)/y;

/** Optional tranches that are enumerated by what they hold, each with its price between brackets; none where one has no price. */
export function enumerated(piece: Piece, passage: Passage): Entry[] {
  const { folded } = passage;
  const announced = ENUMERATES.exec(folded);
  if (!announced) return [];
  const out: Entry[] = [];
  ITEM.lastIndex = announced.index + announced[0].length;
  for (let start = ITEM.lastIndex, m = ITEM.exec(folded); m; start = ITEM.lastIndex, m = ITEM.exec(folded)) {
    const { what = '', price = '' } = m.groups ?? {};
    const read = amountIn(price);
    if (!read || !objectIn(what)) break;
    const from = folded.indexOf(what, start);
    const end = start + m[0].length;
    const inside = folded.lastIndexOf('(', end) + 1;
    const name = {
      from: inside,
      to: inside,
      nature: 'optionnelle',
      number: String(out.length + 1),
      plural: false,
    } as const;
    out.push(
      entryIn(piece, passage, name, {
        whole: { from, to: end },
        object: { from, to: from + what.length, text: what },
        read,
      }),
    );
  }
  return out.length > 1 ? out : [];
}
