import { fr } from '../../kit/french/pattern.ts';
import { find, has } from '../../kit/text.ts';
import type { PositionRead } from './courtes.ts';

const FROM = '(?:de |du |des )';
/** What strays from what is described is a variant, without the word. */
export const STRAYS = /(?<![a-z])s'(?:ecart|eloign)(?:er|ent|e)(?![a-z])/;
/** « Les entreprises peuvent s'écarter du procédé décrit », « il n'est pas permis de s'écarter du projet » */
const MAY_STRAY = new RegExp(
  `(?<not>(?<![a-z])n(?:e |'))?(?:peu(?:t|vent)|pouvez|pourr(?:a|ont|ez)|(?:est|sont|sera) (?:pas )?(?:admis|permis|possible|libre|autorise|loisible)e?s?(?: aux? [a-z]+)? (?:de|a|qu'une [a-z]+))(?: pas)? ${STRAYS.source}(?: (?:librement|en partie))? ${FROM}`,
);
/** « On ne s'écarte pas du modèle de la cour » */
const NO_STRAY = new RegExp(`(?<![a-z])ne ${STRAYS.source} (?:pas|en rien|jamais) ${FROM}`);
const OFFERER = fr`candidats?|soumissionnaires?|entreprises?|offres?|réponses?|propositions?|vous|on|nous|(?:permis|admis|possible|autorisé) (?:de|d')`;
/** A price, a form, a path: what one strays from is no solution. */
const OF_ANOTHER = fr`prix|estimations?|montants?|délais?|cadre|trame|formulaire|moyenne|titulaire|chemins?|tracés?|moins de \d+|plus de \d+`;

/** What an offer may stray from, or not; undefined where the text says neither. */
export function straying(folded: string): PositionRead | undefined {
  if (!has(folded, OFFERER) || has(folded, OF_ANOTHER)) return undefined;
  const may = find(folded, MAY_STRAY);
  if (may) return { position: may.groups.not ? 'interdites' : 'autorisees', match: may };
  const never = find(folded, NO_STRAY);
  return never && { position: 'interdites', match: never };
}
