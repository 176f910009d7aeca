import type { Draft, InPlace, Sentence } from '../../kit/draft.ts';
import { AMOUNT_SIGNS, type AmountItem, amounts } from '../../kit/french/amounts.ts';
import { type Kind, readThings, type ThingSaid, thingsSaid } from '../../reading/things.ts';
import { saidWithUnit } from './cellules-unites.ts';

/** Sums of money, as statements are heard about them: by their size, tax and unit. */
export const MONTANTS: Kind<AmountItem> = {
  thing: 'montant',
  inGrids: true,
  signs: AMOUNT_SIGNS,
  find: amounts,
  like: (item) => {
    const { value = 0, tax = 'brut', unit } = item ?? {};
    const size = SIZES.find(([from]) => value >= from)?.[1] ?? 'montantpetit';
    return ['lemontant', size, `montant${tax}`, ...(unit ? [`montantpar${unit}`] : [])];
  },
};
const SIZES = [
  [1_000_000, 'montantenorme'],
  [100_000, 'montantgrand'],
  [20_000, 'montantmoyen'],
  [1_000, 'montantmodeste'],
] as const;

/** What a sum is that of: of an estimate of the contract or of a part of it, of the most or the least ordered, of the turnover asked… */
export type SumRole = 'estime' | 'maximum' | 'minimum' | 'chiffre-affaires' | 'seuil' | 'prime' | 'autre';

/** A sum with what the sense of its sentence says that it is that of. */
export type HeardSum = ThingSaid<AmountItem, SumRole>;

const written = readThings<AmountItem, SumRole>(MONTANTS);

/** Those of cells whose unit stands above. */
const IN_CELLS: InPlace<readonly HeardSum[]> = {
  signs: /\d/,
  take(sentence) {
    const said = saidWithUnit(sentence);
    const sums = said ? thingsSaid<AmountItem, SumRole>(MONTANTS, sentence, said) : [];
    const end = sentence.passage.folded.trimEnd().length;
    return sums.length > 0 ? sums.map((sum) => ({ ...sum, to: Math.min(sum.to, end) })) : undefined;
  },
};

/** The sums of a draft, those of cells whose unit stands above among them, by their sentences, with what each is heard to be that of. */
export function sumsHeard(draft: Draft): ReadonlyMap<Sentence, readonly HeardSum[]> {
  const all = new Map(written(draft));
  for (const [sentence, sums] of draft.inPlace(IN_CELLS)) all.set(sentence, sums);
  return all;
}
