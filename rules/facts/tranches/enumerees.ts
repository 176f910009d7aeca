import type { Passage } from '../../kit/draft.ts';
import type { Piece } from '../../kit/piece.ts';
import { type Entry, entryIn } from './entree.ts';
import { amountIn } from './montants.ts';
import { objectIn } from './objet.ts';

/** « quatre tranches optionnelles : »: what follows are these, one by one. */
export const ENUMERATES = /\btranches (?:optionnelles|conditionnelles)(?: ?\([^)]*\))? ?: /;
/** « le quai (30 000 € HT), la cale (10 000 € HT) et le bassin (12 000 € HT) ». */
const ITEM = /(?:^|[,;]? ?(?:et |puis |enfin |ainsi que )?)(?<what>[^(),;:.]{3,90}?) ?\((?<price>[^()]{3,60})\)/y;

/** « Tranches optionnelles, à lever avant 2030 : », « une tranche ferme et deux tranches optionnelles : » over a list of these. */
const HEADS =
  /(?:^[^a-z]*(?:(?:et|puis|plus) )?|\b(?:deux|trois|quatre|cinq|six|\d|les) )tranches (?:optionnelles|conditionnelles)(?: suivantes)?(?:, [^;:]{3,90}| ?\([^)]*\))? ?: ?$/;
/** What is done with them, item by item, and not what they are. */
const ABOUT_THEM = /\b(?:tranches?|afferm[a-z]*|indemnit[a-z]*|decision|notifi[a-z]*|dedit|penalites?)\b/;

/** Optional tranches that a list sets out, below the words that announce them: one an item. */
export function announcedOver(piece: Piece, passage: Passage): Entry[] {
  const { items } = passage;
  if (items.length < 2 || !passage.sentences.at(-1)?.has(HEADS) || items.some((item) => item.has(ABOUT_THEM)))
    return [];
  const out = items.flatMap((item, i): Entry[] => {
    const object = objectIn(item.folded);
    const name = { from: 0, to: 0, nature: 'optionnelle', number: String(i + 1), plural: false } as const;
    return object
      ? [
          entryIn(piece, item, name, {
            whole: { from: 0, to: item.folded.replace(/[\s;,.]+$/, '').length },
            object: { ...object, text: item.folded.slice(object.from, object.to) },
            read: amountIn(item.folded),
          }),
        ]
      : [];
  });
  return out.length === items.length ? out : [];
}

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
