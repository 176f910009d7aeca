import type { Sentence } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import type { Piece } from '../../kit/piece.ts';
import type { Doubt } from '../../kit/rule.ts';
import type { Span } from '../../kit/span.ts';
import { find, has } from '../../kit/text.ts';
import { hearing, telling, whole } from '../commun/index.ts';
import { MAY } from './negociation-interdits.ts';
import { NEGO } from './negociation-lieux.ts';
import { IMPROVE, NOT_IMPROVED, NOT_SHUT, type Prevue } from './negociation-prevue.ts';

/** A final offer that is to be negotiated. */
export interface OffreFinale {
  readonly at: Span;
  readonly doubt?: Doubt;
}

const FINAL = fr`offres? (?:finales?|definitives?)|offre ultime|(?:offres?|propositions?) (?:remises?|deposees?|recues?) (?:apres|a l'issue de|une fois) (?:la )?(?:cloture|fin|clos) (?:du dialogue|des (?:echanges|discussions|seances))`;
const NOT_REOPENED = fr`(?:est|sera|sont) (?:alors )?closes?|avant (?:la |de |leur |toute )?(?:remise|remettre|depot)|jusqu'a|ne|n'[a-z]+|ni|sans|aucune?|precisions?|confirm[a-z]*`;

/** « Il est interdit aux services de négocier l'offre finale », « nous nous interdisons d'en discuter »: named to be refused. */
const FORBIDDEN = fr`interdi[a-z]*|défendue?|exclu(?:e|s|es|t|ons)?|prohib[a-z]*|refus[a-z]*|hors de question|jamais|s'abst[a-z]*|abstien[a-z]*|renonc[a-z]*`;
const isForbidden = (folded: string): boolean => has(folded.replace(NOT_SHUT, ' '), FORBIDDEN);
/** « Offres finales révisées », « négociation des offres finales »: a step that names it, in a calendar. */
const REVISED = /^ (?:revisee?s|revues?|renegociee?s?|rediscutee?s?|abaissee?s?)(?![a-z])/;
const REVISION =
  /(?:negociations?|(?:re)?discussions?|revisions?|rabais|baisses?|remises?(?= (?:sur|a obtenir))) (?:du prix )?(?:de l'|des |sur (?:l'|les )|de chaque |d'une? )(?:[a-z]+ )?$/;

/** « les prix qu'il a négociés avec ses fournisseurs »: talks of the firm with others, and not with the buyer. */
const OTHERS = '(?:sous-traitants?|cotraitants?|fournisseurs?|partenaires?|assureurs?|banques?|preteurs?|financeurs?)';
const TALKS_WITH_OTHERS = new RegExp(
  `negoci[a-z]* (?:[a-z]+ ){0,3}(?:avec|aupres d[e']) ?(?:(?:ses|leurs?|son|les|des|un) (?:[a-z]+ )?${OTHERS}|eux|elles|ces derniers)`,
);
const withOthers = (folded: string): boolean => new RegExp(OTHERS).test(folded) && TALKS_WITH_OTHERS.test(folded);

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
  if (isForbidden(folded) || withOthers(folded)) return false;
  const before = folded.slice(0, final.from);
  const after = folded.slice(final.to);
  if (REVISED.test(after) || REVISION.test(before)) return true;
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
  const found = draft.sentencesWith(IMPROVE).find((s) => s.has(RANKED) && s.has(FIRST_RANKED) && !isRefused(s));
  return found && { at: found.at() };
};

const isRefused = (s: Sentence): boolean => s.has(NOT_IMPROVED) || s.has(NOT_REOPENED) || isForbidden(s.folded);

/** « Après l'offre finale », over a negotiation; and what is told of the talks that come before it. */
const AFTER_FINAL = new RegExp(
  `(?:apres|suite|une fois|analyse|jugement|notation|classement|ouverture)(?![a-z])[^.;]{0,40}(?:${FINAL.source})|(?:${FINAL.source}) (?:est |sont |seront |une fois )?(?:notee?s?|classee?s?|ouvertes?|analysee?s?|jugee?s?|remises?|recues?|deposees?|comparee?s?|lues?)`,
);
/** « 1. Remise des offres finales », then « 2. Négociation »: the step after it in a list. */
const isNextStep = ({ passage }: Sentence): boolean => {
  const { list, before } = passage;
  return list !== undefined && before?.list?.list === list.list && before.has(FINAL_IN);
};
const FINAL_IN = new RegExp(
  `(?:remise|depot|reception|envoi|ouverture|examen|classement|jugement) des? (?:${FINAL.source})`,
);
const BEFORE_END = fr`(?:au cours|pendant|durant|lors|à chaque|fil) [^.;]{0,30}(?:dialogue|tours?|séances?|phases?)|avant|tours? d[eu] dialogue`;
const BETTERS = fr`(?:amelior|baiss|redui|revo|retouch|corrig|abaiss|diminu)[a-z]* (?:[a-z]+ ){0,2}?(?:offres?|propositions?|prix|couts?|forfaits?|copies?)`;

/** What is negotiated, or bettered, once the final offers are in: its title says when, or the sentence before. */
export function afterFinal({ draft }: Piece, prevues: readonly Prevue[]): OffreFinale | undefined {
  const comesAfter = (s: Sentence) =>
    (s.section.heading?.has(AFTER_FINAL) || s.previous?.has(AFTER_FINAL) || s.has(AFTER_FINAL)) === true ||
    isNextStep(s);
  const told = prevues.find(({ sentence: s }) => comesAfter(s) && !isRefused(s) && !s.has(BEFORE_END));
  if (told) return { at: told.at, doubt: told.doubt };
  const bettered = [...draft.sentencesWith(IMPROVE), ...draft.sentencesWith(BETTERS)].find(
    (s) => comesAfter(s) && !isRefused(s) && !s.has(BEFORE_END) && !s.passage.isTitle,
  );
  return bettered && { at: bettered.at() };
}

/** The first place that is heard to have it negotiated. */
export const finalHeard = (piece: Piece): OffreFinale | undefined =>
  telling(piece, 'procedure/offre-finale-negociee')
    .filter(
      ({ sentence, surety }) =>
        !isForbidden(sentence.folded) &&
        !withOthers(sentence.folded) &&
        (surety === 'sure' || !sentence.has(NOT_REOPENED)),
    )
    .map((one) => whole(one.sentence, hearing(one)))[0];
