import { datedRules } from '../../law/law.ts';
import { type Critere, type Grille, walk } from './arbre.ts';
import { isEnvironmental } from './sujet.ts';

/** The day from which one criterion at least takes the environment into account, and a single criterion is a cost that does. */
export const REFORM = datedRules.environmentalCriterion;

/** True when a criterion, what is under it or what it is judged on takes the environment into account. */
export const isGreen = (c: Critere): boolean =>
  walk(c).some((x) => isEnvironmental(x.folded) || x.definition.some((d) => isEnvironmental(d.folded)));

/** True when the single criterion of a grid is the price, or a cost that leaves the environment out where the law wants it in. */
export function isPriceAlone(grille: Grille, date: string): boolean {
  const [only, second] = grille.criteria;
  if (!grille.single || !only || second) return false;
  const priced = only.subjects.includes('prix');
  const cost = only.subjects.includes('cout-global');
  const green = isGreen(only);
  if (cost) return date >= REFORM.date && !green;
  return priced && !(green && /cout/.test(only.folded));
}
