import { fr } from '../../kit/french/pattern.ts';
import { clauses } from '../../kit/french/sentences.ts';
import type { Phrase } from '../../kit/markdown/prose.ts';
import { find, has, type Match } from '../../kit/text.ts';
import { buyer } from './parties-objets.ts';

export const MORAL = fr`droits? mora(?:l|ux)|droits?(?: [a-z,]+){0,4} (?:et|ou) mora(?:l|ux)|mora(?:l|ux) et patrimoniaux|(?:attributs?|prérogatives?)(?: [a-z',]+){0,6} mora(?:l|ux|les)|d'ordre moral`;
/** The right to make a work public, and not the disclosure of what is secret: « la divulgation des informations confidentielles ». */
const DISCLOSING =
  "droits? (?:[a-z]+ ){0,2}(?:de|a la) divulgation|divulgation (?:de |d')?(?:l'|la |leurs? |ses |son |sa |cette |des )?(?:oeuvre|creation)s?|(?:paternite|repentir|retrait|respect)[^.;:]{0,60} divulgation|divulgation[^.;:]{0,60} (?:paternite|repentir|respect d)";
const MORAL_ATTRIBUTE = fr`droits? (?:[a-z]+ )?au respect(?! d(?:e|u) (?:(?:la|leur|sa|son|l') ?)?(?:vie|domicile|données|contradictoire))|(?:droit (?:[a-z]+ ){0,2}(?:au|à la|de|du|à ce que soit) )?(?:(?:respect|mention) (?:de |du |dû à )?(?:leur|son) (?:nom|oeuvre|qualité)|(?<!congés? (?:de )?(?:maternité (?:et |ou )(?:de )?)?)paternité)|${DISCLOSING}|respecter (?:leur|son) (?:nom|oeuvre|qualité)|droit de (?:retrait|repentir)`;
/** The same in other words, which are of moral rights only where someone renounces: « leur droit au nom et au respect de l'œuvre ». */
const MORAL_OTHERWISE = fr`droits? (?:[a-z]+ ){0,2}?(?:au nom(?! (?:de domaine|commercial))|à (?:la )?(?:paternité|intégrité|divulgation|signature)|à l'(?:intégrité|attribution)|de (?:paternité|divulgation|signature|signer)|d'être (?:nommé|cité|crédité|identifié)[a-z]*|à être (?:nommé|cité|crédité|identifié)[a-z]*)|respect (?:et |à )?(?:de |du |des )?(?:(?:l'intégrité de |la paternité de )?(?:l'|cette |ces |ses |leurs ))?(?:oeuvres?|créations?)|intégrité de (?:l'|leur |son |cette |ses |leurs )(?:oeuvres?|créations?)|(?:à |d')(?:être (?:nommé|cité|crédité)[a-z]*|signer (?:l'|leur |son |ses |leurs |les )(?:oeuvres?|créations?)|(?:voir|faire figurer|faire mentionner|apposer) (?:leurs?|son) (?:noms?|signatures?))|(?:altération|dénaturation|déformation|mutilation)s? (?:de |des |d')(?:[a-z]+ |l'){0,2}?(?:oeuvres?|créations?)`;
/** « n'exigent pas que leur nom soit cité », « renonce à s'opposer à une modification, même si elle dénature » */
const NAME_LEFT_OUT = fr`que (?:leurs?|son|sa) (?:noms?|signatures?|qualités?) (?:soi(?:t|ent) (?:[a-z]+ )?(?:mentionné|cité|indiqué|porté|rappelé|signalé|associé|apposé)(?:e|s|es)?|figurent?|apparaisse(?:nt)?)|(?:mention|citation|indication) de (?:leurs?|son) (?:noms?|signatures?)`;
const UNOPPOSED = fr`(?:s'opposer|opposition) (?:à |aux? )(?:[a-z']+ ){0,3}?(?:modification|transformation|adaptation|retouche|évolution|coupe|recadrage|remaniement)s?`;
/** « consent d'avance à toute modification, quand même l'œuvre en serait dénaturée » */
const ALLOWED_AHEAD = fr`(?:accept|consent|admet|souscri|autoris|agré|tolèr)[a-zé]* (?:[a-z]+ ){0,2}?(?:d'avance|par avance|à l'avance|sans réserve|une fois pour toutes|toute?s?)(?: [a-z',-]+){0,4}? (?:modification|transformation|adaptation|retouche|évolution|coupe|recadrage|remaniement|altération)s?`;
const UNSPOILT = fr`(?:sans|ne (?:[a-z]+ ){0,2}pas|ni|hors|sauf|à condition|pourvu|à l'exclusion|à l'exception|non)(?: [a-z',-]+){0,6} (?:dénatur|déform|mutil|défigur|atteinte|altér)[a-z]*|respect[a-z]*`;
const SPOILT = fr`(?:dénatur|déform|mutil|défigur)[a-z]*|atteinte|altér(?:er|ait|e|erait|ation)[a-z]*`;
const NOT_CLAIMED = fr`(?:n'exige|ne (?:demande|réclame|revendique|sollicite))(?:nt|ra|ront)? (?:pas|point|jamais)|(?:n'exigera|n'exigeront)|dispense(?:nt)? (?:l'acheteur|l'organisme|la [a-z]+|le [a-z]+) de`;
/** « s'interdit d'invoquer », « s'engage à n'élever aucune protestation »: what one binds oneself not to do. */
const FORBEARS =
  "(?:s'interdi(?:t|sent|ra)|s'engage(?:nt)? a ne (?:pas|jamais|point))(?: [a-z',-]+){0,6}? (?:[a-z]')?(?:exercer|invoquer|opposer|prevaloir|revendiquer|exiger|reclamer|faire valoir|protester|contester|critiquer|se plaindre|(?:elever|former|formuler|emettre) (?:la moindre|une|aucune|toute|quelque) (?:protestation|objection|opposition|reclamation|contestation|critique|plainte))|n'(?:elever|former|emettr|formuler)[a-z]+ (?:aucune|pas de|jamais de) (?:protestation|objection|opposition|reclamation|contestation|critique)";
/** « Ne font pas valoir leur droit au nom » */
const NOT_USED =
  'ne (?:[a-z]+ ){0,2}(?:pas|aucun|jamais) (?:[a-z]+ )?(?:exercer|invoquer|opposer|revendiquer|faire valoir|prevaloir)|ne (?:font|fera|feront|fassent) (?:pas|point|jamais) valoir';
const RENOUNCED = fr`renonce(?:nt|ra|ront|r)?|renoncé|renonçant|renonciation|abandonne(?:nt|ra|ront)?|abandonné|abandon|${FORBEARS}|${NOT_USED}`;
const WAIVED = fr`renonce(?:nt|ra|ront|r)?|renoncé|renonciation|abandonne(?:nt|ra)?|abandonné|abandon|cède(?:nt|ra|ront)?|cédée?s|céder|cession|transf[eé]r(?:e|ent|é|és|ée|ées|er|era)|transfert|transmis(?:es?)?|${FORBEARS}|${NOT_USED}|(?:n'exerce|n'exercera|n'invoque|n'invoquera|n'oppose|n'opposera)(?:nt|ront)? (?:pas|aucun|jamais)|acquiert|appartien(?:t|nent|dra)`;
/** The author is kept from using it: void too, whatever « ne peut » looks like. */
const GAGGED = fr`(?:ne (?:pourra|pourront|peut|peuvent|saurait|sauraient)|sans (?:pouvoir|que [a-z' ]{2,30} puissent?))(?: [a-z',-]+){0,4}? (?:[a-z]')?(?:prévaloir|invoquer|opposer|exercer|faire valoir|revendiquer)`;
export const PRESERVED = fr`ne (?:se |s'y |sont |est |seront |sera )(?:cèd|transmet|transfèr|abandonn|aliène|cédé|transmis|transféré|abandonné|perd)[a-zé]* (?:pas|point|jamais|ni)|(?:ne sont|n'est|ne seront|ne sera) (?:pas |point |jamais |ni )?(?:cédé|transmis|transféré|abandonné)e?s?|nul n[e'] ?[a-z]*|personne n[e'] ?[a-z]*|ne renonce(?:nt|ra|ront)?|n'abandonne(?:nt|ra|ront)?|n'(?:a|ont) (?:renoncé|abandonné|cédé)|n'a(?:ura)? pas (?:renoncé|abandonné)|n'ont pas (?:renoncé|abandonné)|sans renoncer|sans (?:aucune )?renonciation|aucun abandon|inaliénables?|incessibles?|imprescriptibles?|sous réserve|à l'exception|à l'exclusion|exclusion faite|hors|hormis|sans préjudice|n'emporte(?:nt)?|ne (?:peut|peuvent|saurait|sauraient|porte|portent|concerne|concernent|s'étend|s'étendent|vise|comprend|comprennent|comporte)|respect(?:e|er|ent|és)? (?:du|des|les|le|de (?:son|leur)s?) (?:leurs? )?(?:droits? )?mora(?:l|ux)|dans le respect|demeure(?:nt)?|reste(?:nt)?|conserve(?:nt)?|aucune renonciation|rien|préserv(?:e|és?|ées?)|excepté|(?:est|sont) interdit|nulle?`;

/** « Il ne lui reste ni droit moral ni… », « n'en conserve aucun »: kept by a verb, and denied. */
const LOST = fr`(?:ne|n'en) (?:lui |leur |en )?(?:reste|demeure|conserve|garde|retien)[a-z]* (?:plus|pas|aucune?|rien|ni|nul)|(?:ni|aucune?) (?:[a-z',]+ ){1,10}?(?:ne|n'en) (?:lui |leur )?(?:reste|demeure|appartien|subsiste)[a-z]*(?! (?:en cause|intact))`;
const EXCEPT = fr`hors|hormis|sauf|excepté|à l'exception|à l'exclusion|sous réserve|si ce n'est|autres? que|que (?:le|son|leur|ses|les|leurs) droits? mora(?:l|ux)`;
/** Nothing is left to the author, moral rights included. */
export const keepsNone = (clause: string): boolean => has(clause, LOST) && !has(clause, EXCEPT);

const MORAL_WORDS = [MORAL, MORAL_ATTRIBUTE, MORAL_OTHERWISE, NAME_LEFT_OUT, UNOPPOSED, ALLOWED_AHEAD];
export const speaksOfMoral = (phrase: Pick<Phrase, 'has'>): boolean => MORAL_WORDS.some((words) => phrase.has(words));

const otherwise = (clause: string): Match | undefined =>
  has(clause, RENOUNCED) || has(clause, GAGGED) ? find(clause, MORAL_OTHERWISE) : undefined;

/** The name, or the respect of the work, given up without a word of « right »; the buyer may well do without its own name. */
function leftOut(clause: string, folded: string): Match | undefined {
  const renounced = find(clause, RENOUNCED) ?? find(clause, NOT_CLAIMED);
  if (!renounced || has(clause.slice(0, renounced.from), buyer)) return undefined;
  const spoilt = has(folded, SPOILT) ? find(clause, UNOPPOSED) : undefined;
  return find(clause, NAME_LEFT_OUT) ?? spoilt;
}

/** Spoiling the work is agreed to before it is known how; the author may well agree to what spares it. */
const spoiltAhead = (folded: string): Match | undefined =>
  has(folded, SPOILT) && !has(folded, UNSPOILT) && !has(folded, PRESERVED) ? find(folded, ALLOWED_AHEAD) : undefined;

/** « … sans dénaturer l'œuvre »: a change of it that is allowed, and no waiver. */
export const sparesWork = (phrase: Pick<Phrase, 'has'>): boolean =>
  (phrase.has(ALLOWED_AHEAD) || phrase.has(UNOPPOSED)) && phrase.has(UNSPOILT) && !phrase.has(RENOUNCED);

/** « garantit l'acheteur contre toute action fondée sur le droit moral »: what others may claim, and nothing given up. */
export const isWarranted = (clause: string): boolean =>
  has(clause, WARRANTED) && ![RENOUNCED, GAGGED, GIVES].some((given) => has(clause, given));
const GIVES = fr`cède(?:nt|ra|ront)?|transfère(?:nt|ra|ront)?|transmet(?:tent|tra)?`;
const WARRANTED = fr`(?:garanti[a-z]*|indemn[a-z]+|prémuni[a-z]*|à l'abri)[^.;]{0,200}? (?:contre|de (?:tou(?:t|te|s|tes)|l'ensemble)|des? (?:recours|actions?|réclamations?|revendications?))[^.;]{0,200}? (?:moral|moraux|paternité|respect|divulgation|nom)`;

const isGivenUp = (clause: string): boolean =>
  has(clause, GAGGED) || keepsNone(clause) || (has(clause, WAIVED) && !has(clause, PRESERVED));

/** A moral right and what gives it up, in one clause that keeps nothing of it. */
export function waived(folded: string): Match | undefined {
  for (const { from, to } of clauses(folded)) {
    const clause = folded.slice(from, to);
    // « … contre tout recours, ainsi que contre toute action fondée sur le droit moral »: the verb may stand in another clause.
    if (isWarranted(folded.slice(0, to))) continue;
    const left = has(clause, PRESERVED) ? undefined : leftOut(clause, folded);
    if (left) return { ...left, from: from + left.from, to: from + left.to };
    const moral = find(clause, MORAL) ?? find(clause, MORAL_ATTRIBUTE) ?? otherwise(clause);
    if (!moral || !isGivenUp(clause)) continue;
    if (/droit de (?:retrait|repentir)/.test(moral.text) && /logiciel|code|application/.test(folded)) continue;
    return { ...moral, from: from + moral.from, to: from + moral.to };
  }
  return spoiltAhead(folded);
}
