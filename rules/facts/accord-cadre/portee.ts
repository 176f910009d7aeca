import { type AmountItem, amounts } from '../../kit/french/amounts.ts';
import { fr } from '../../kit/french/pattern.ts';
import { findAll, has } from '../../kit/text.ts';
import { isOfPastContract, withUnit } from '../commun/index.ts';
import type { AccordCadreMaximum } from './places.ts';

/** Sums of a part of the whole. */
const PART = fr`par an|annuels?|annuelles?|chaque année|l'an|par période|période(?: initiale| ferme)?|(?:première|deuxième|dernière|chaque) année|reconductions?(?! (?:éventuelles? )?(?:comprise|incluse)s?)|par (?:bon|commande)`;
/** With the tax, which the notice has not. */
const TAXED = fr`ttc|toutes taxes`;
const IN_ALL = fr`tot(?:al|ale|alité)|toutes?|en tout|ensemble|durée|(?:sur|pour) (?:les )?[a-z0-9]+ ans|comprises?`;
/** Where what is said of one sum ends and that of the next begins. */
const JOINT = fr`soit|ce qui|dont|et|puis|[,;:(]`;

/** The sums of some words, each with what is said of it: « 480 000 € HT en tout | , soit 120 000 € HT par an ». */
function sumsApart(folded: string): { sum: AmountItem; said: string }[] {
  const sums = amounts(folded);
  const joints = sums.map(({ from }, i) => {
    const end = sums[i - 1]?.to;
    const last = end === undefined ? undefined : findAll(folded.slice(end, from), JOINT).at(-1);
    return end === undefined ? 0 : end + (last?.from ?? 0);
  });
  return sums.map((sum, i) => ({ sum, said: folded.slice(joints[i], joints[i + 1] ?? folded.length) }));
}

/**
 * A maximum in euros where it is that of the whole of this very contract, before tax; where a part is given first, that of the
 * whole beside it: « 100 000 € HT par an, soit 400 000 € HT ». Undefined for that of a part, with the tax, or of another contract.
 */
export function netOfWhole({ sentence, value, tax }: AccordCadreMaximum): number | undefined {
  if (value === undefined || isOfPastContract(sentence)) return undefined;
  const { passage } = sentence;
  const heads = [passage.table?.headerOf(passage), passage.rowLabel === passage ? undefined : passage.rowLabel];
  const around = heads.map((p) => p?.folded ?? '').join(' ');
  if (passage.cell && has(around, PART)) return undefined;
  const all = sumsApart(passage.cell ? withUnit(passage) : sentence.folded);
  const isNet = (s: AmountItem, said: string) => s.tax === 'ht' || (s.tax !== 'ttc' && !has(said, TAXED));
  const whole = (one: (typeof all)[number]) => isNet(one.sum, one.said) && !has(one.said, PART);
  const own = all.find(({ sum }) => sum.value === value);
  if (!own) return tax === 'ttc' || sentence.has(TAXED) || sentence.has(PART) ? undefined : value;
  if (whole(own)) return value;
  // The whole is said after its part.
  const after = isNet(own.sum, own.said)
    ? all.slice(all.indexOf(own) + 1).filter((s) => whole(s) && has(s.said, IN_ALL))
    : [];
  return after.length === 1 ? after[0]?.sum.value : undefined;
}

/** True when words say « sans maximum » rather than « le maximum est illimité ». */
export const beginsWithout = (words: string): boolean => /^sans/i.test(words);
