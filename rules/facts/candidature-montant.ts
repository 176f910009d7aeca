import { amounts } from '../kit/french/amounts.ts';
import { fr } from '../kit/french/pattern.ts';
import type { Phrase } from '../kit/markdown/prose.ts';
import type { Piece } from '../kit/piece.ts';
import { find } from '../kit/text.ts';
import { enteteOf } from './piece.ts';

const ESTIME = fr`estime[a-z]*|estimation|valeur du (?:marche|besoin)|estimati(?:f|ve)s?`;
const OTHER = fr`chiffres? d'affaires|penalites?|primes?`;
const LOT = fr`lots? (?:n ?° ?)?(?<lot>\d{1,2})`;

const read = (phrase: Phrase) => {
  const items = amounts(phrase.folded);
  return items.length > 0 && !phrase.has(OTHER) ? { items, estime: phrase.has(ESTIME) } : undefined;
};

/** The estimated amount of the contract, or of a lot, in € HT; undefined when no piece says it. */
export function montantEstime(piece: Piece, lot: string | undefined): number | undefined {
  const declared = enteteOf(piece).values['montant-estime'];
  if (lot === undefined && typeof declared === 'number') return declared;
  for (const one of [piece, ...piece.consultation.pieces.filter((p) => p !== piece)])
    for (const { value, sentence } of one.draft.collect(read)) {
      const { table } = sentence.passage;
      const row = table?.rowOf(sentence.passage);
      const header = table?.headerOf(sentence.passage);
      if (!value.estime && !header?.has(ESTIME) && !row?.cells[0]?.has(ESTIME)) continue;
      const named = row
        ? (find(row.cells[0]?.folded ?? '', LOT)?.groups.lot ??
          /^\d{1,2}$/.exec(row.cells[0]?.folded.trim() ?? '')?.[0])
        : sentence.find(LOT)?.groups.lot;
      if (named === lot && value.items[0]) return value.items[0].value;
    }
  return undefined;
}
