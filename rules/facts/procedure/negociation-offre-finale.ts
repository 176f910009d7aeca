import { fr } from '../../kit/french/pattern.ts';
import type { Piece } from '../../kit/piece.ts';
import type { Doubt } from '../../kit/rule.ts';
import type { Span } from '../../kit/span.ts';
import { find, has } from '../../kit/text.ts';
import { hearing, telling, whole } from '../commun/index.ts';
import { MAY } from './negociation-interdits.ts';
import { NEGO } from './negociation-lieux.ts';
import { IMPROVE, NOT_IMPROVED } from './negociation-prevue.ts';

/** A final offer that is to be negotiated. */
export interface OffreFinale {
  readonly at: Span;
  readonly doubt?: Doubt;
}

const FINAL = fr`offres? (?:finales?|definitives?)|offre ultime|(?:offres?|propositions?) (?:remises?|deposees?|recues?) (?:apres|a l'issue de|une fois) (?:la )?(?:cloture|fin|clos) (?:du dialogue|des (?:echanges|discussions|seances))`;
const NOT_REOPENED = fr`(?:est|sera|sont) (?:alors )?closes?|avant (?:la |de |leur |toute )?(?:remise|remettre|depot)|jusqu'a|ne|n'[a-z]+|ni|sans|aucune?|precisions?|confirm[a-z]*`;

/** The words say that the final offer is negotiated; `nego`: they name a negotiation. */
export function isFinal(folded: string, nego: boolean): boolean {
  const final = find(folded, FINAL);
  if (!final) return false;
  if (
    /confirm.* engagements|(?<![a-z])ne (?:[a-z]+ ){0,4}(?:plus|pas|point|aucune)(?= )|sans (?:que|pouvoir|modif)|avant (?:de |d'|la |l'|toute )|jusqu'a|prealable|en vue de|afin d|(?<![a-z])ne (?:[a-z]+ ){0,3}negoci|n'[a-z]+ (?:pas|ni|plus|aucune)|aucune negociation|sans negociation|(?<![a-z])ne donne/.test(
      folded,
    )
  )
    return false;
  const before = folded.slice(0, final.from);
  const after = folded.slice(final.to);
  if (nego && /invit|remett|remis|depo[st]|demande|clot|termin/.test(before))
    return has(after, NEGO) && !/^[ ,;]*a l'issue/.test(after);
  if (nego) return true;
  return new RegExp(
    `^(?:,? [a-z']+){0,6},? ${MAY} (?:[a-z]+ ){0,3}(?:rediscut|discut(?:er|ee)|amelior|revu|modifi|marchand|(?:faire )?l'objet d'une? (?:contre|nouvelle|discussion))`,
  ).test(after);
}

/** « Une fois le classement établi, il reçoit l'équipe arrivée en tête afin d'obtenir d'elle un dernier geste sur le forfait ». */
const RANKED = fr`(?:classement|choix)(?: [a-z'-]+){0,3} (?:établi|arrêté|fait|rendu|achevé|connu)e?|après (?:le |ce |son )?(?:classement|choix|jugement)|offres? finales?`;
const FIRST_RANKED = fr`(?:équipe|candidat|participant|soumissionnaire|groupement|concurrent|entreprise|celui|celle)e?s? (?:[a-z]+ ){0,2}?(?:arrivée? en tête|(?:mieux )?classée? (?:premi[eè]re?|en tête)|le mieux classé|la mieux classée|en tête)|attributaire(?: pressentie?)?|lauréate?|(?:premier|première) (?:du classement|classée?)`;
/** A place where the first of the ranking is pressed for better. */
export const pressed = ({ draft }: Piece): OffreFinale | undefined => {
  const found = draft
    .sentencesWith(IMPROVE)
    .find((s) => s.has(RANKED) && s.has(FIRST_RANKED) && !s.has(NOT_IMPROVED) && !s.has(NOT_REOPENED));
  return found && { at: found.at() };
};

/** The first place that is heard to have it negotiated. */
export const finalHeard = (piece: Piece): OffreFinale | undefined =>
  telling(piece, 'procedure/offre-finale-negociee')
    .filter(({ sentence, surety }) => surety === 'sure' || !sentence.has(NOT_REOPENED))
    .map((one) => whole(one.sentence, hearing(one)))[0];
