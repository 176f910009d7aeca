import { decimal } from '../../kit/decimal.ts';
import { plain } from '../../kit/french/fold.ts';
import { fr } from '../../kit/french/pattern.ts';
import type { Consultation, Piece } from '../../kit/piece.ts';
import { lotsAround } from '../commun/index.ts';
import { tableauxDe } from './bordereau.ts';
import { type MontantDit, netSum, placed, type TotalDit } from './montants.ts';
import type { Total } from './tableau.ts';

const LETTERED = /^(?:sous[- ]?)?total (?:[a-h]|\d)(?![a-z0-9])/;
/** What the words of a total call the part that it is of: « part à prix imposés », « b »; undefined where it is of all. */
function partieDe({ label, sort }: Total): string | undefined {
  if (sort !== 'partiel' && !LETTERED.test(plain(label.text))) return undefined;
  const words = plain(label.text)
    .replace(
      /^(?:sous[- ]?)?tota(?:l|ux)(?: (?:annuel|general|partiel))?|(?<![a-z])(?:h\.?t|hors taxes?)(?![a-z])|[:()=]/g,
      ' ',
    )
    .replace(/ +/g, ' ')
    .trim()
    .replace(/^(?:du |de la |de l'|des |de )/, '');
  return words.replace(/^([a-z0-9]{1,2}) [-–] .*$/, '$1') || undefined;
}
const OF_PART = fr`total`;
/** True where a sentence speaks of the total of that part: of a letter alone, right after the word. */
const namesPart = (folded: string, part: string): boolean =>
  part.length > 3
    ? ['de la', 'du', 'des'].some((of) => folded.includes(`total ${of} ${part}`))
    : [...folded.matchAll(LETTER)].some(([, letter]) => letter === part);
const LETTER = /(?<![a-z])total (?:annuel |partiel )?([a-z0-9]{1,3})(?![a-z0-9])/g;

/** An amount that a draft gives as the total of a part of a schedule, with that total where it is the only one so called. */
export function montantsDeParties(
  { draft }: Piece,
  consultation: Consultation,
): readonly { readonly montant: MontantDit; readonly total: TotalDit }[] {
  const parts = tableauxDe(consultation).flatMap((place) =>
    place.tableau.kind === 'bpu'
      ? []
      : place.tableau.totaux.flatMap((total) => {
          const { cell, lot } = total;
          const { value } = cell ?? {};
          const part = partieDe(total);
          if (part === undefined || !cell || !value || value.units <= 0n) return [];
          return [
            { part, total: { ...place, lot: lot?.id, tranche: undefined, annual: false, cell: { ...cell, value } } },
          ];
        }),
  );
  if (parts.length === 0) return [];
  return draft.sentencesWith(OF_PART).flatMap((sentence) => {
    const sum = netSum(sentence.folded);
    const value = sum && decimal(sum.value);
    const lots = lotsAround(sentence);
    const [named, other] = parts.filter(
      ({ part, total: { lot } }) =>
        namesPart(sentence.folded, part) && (lot === undefined || lots.length === 0 || lots.includes(lot)),
    );
    if (!sum || !value || !named || other) return [];
    const { total } = named;
    return [{ montant: { ...total, value, at: placed(sentence, sum) }, total }];
  });
}
