import { fr } from '../../kit/french/pattern.ts';

/** Source code, and what is done with it. */
export const SOURCE = fr`codes?[ -]sources?|programmes? sources?|(?:les|ses|leurs) sources (?:(?:commentées|et (?:leur|la|sa|toute la) documentation|du (?:marché|titulaire)) )?(?:sont|seront) (?:[a-z]+ )?(?:remis|livr|fourni|dépos|transmis|communiqu)[a-zé]*(?= (?:avec|à|au|en|sur|dans|et|dès|lors|chaque) ?|[.;,]|$)|sources ?: ?(?:remis|livr|fourni|dépos|transmis|communiqu)[a-zé]*|(?:remet|livre|fourni|dépose|transmet|communique)[a-zé]* (?:[a-z',]+ ){0,5}?(?:les|ses|leurs|nos) sources(?! (?:d'|de |du |des |documentaires|statistiques|citées|d'eau))|sources? (?:du|des|de l') ?(?:logiciels?|application|programmes?|développements?)|fichiers? sources?|forge|gitlab|github|dépôt git`;
export const HANDED = fr`livr(?:e|ent|é|ée|és|ées|er|era|eront|aison)|remet(?:tent|tra)?|remises?|remis(?:e|es)?|fourni(?:t|s|e|es|ssent|r|ra)?|dépos(?:e|ent|é|ée|és|ées|er|era)|transmet(?:tent|tra)?|transmis(?:e|es)?|accompagn(?:e|é|ée|és|ées)|mis(?:e|es)? à (?:la )?disposition|mettre à disposition|restitu(?:e|é|ée|és|ées|er|tion)|communiqu(?:e|é|ée|és|ées|er)|accès|publi(?:e|é|ée|és|ées|er)|libre|versés?|cédés?|cession|dépôt|entiercement|séquestre|inclus|compris|comprend|comprennent|contient`;
/** A source code that stays where it is. */
export const NOT_HANDED = fr`ne (?:sont|seront|sera|fait|font|livre|remet|fournit)(?: [a-z]+){0,2} (?:pas|ni|jamais)|n'est pas|aucun code source|sans (?:remise|livraison|fourniture|accès)|non (?:livrés?|fournis?|remis)|conserve(?:nt)? (?:seul )?(?:les?|la maîtrise des) codes? sources?|existants?|actuels?|(?:remet|transmet|communique|confie)(?:tra|ra)? à ces? tiers`;

/** « Le titulaire passe le relais au prestataire suivant, qu'il aide dans ses premières corrections »: another goes on with it. */
const NEXT_ONE =
  '(?:futurs?|nouveaux?|nouvelle|prochaine?s?|autres?|suivante?s?) (?:prestataires?|titulaires?|societes?|entreprises?|editeurs?|mainteneurs?)|(?:prestataires?|titulaires?|societes?|entreprises?) (?:suivante?s?|entrante?s?)|repreneurs?|successeurs?';
const TAKES_OVER =
  '(?:relais|releve|reprise|reprend[a-z]*|passation|transfert de (?:competences?|connaissances?)|transition)';
const UPKEEP = '(?:maint(?:en|ien)|correct|corrig|evoluti|faire evoluer)';
const TAKEN_OVER = `${TAKES_OVER}(?=[^.;]*(?:${NEXT_ONE}))(?=[^.;]*${UPKEEP})`;
/** What is under a free licence, anyone may mend: « puis placé sous licence libre, avec ses sources ». */
const FREED =
  "(?:place|publie|diffuse|verse|distribue|mis|livre|depose)e?s?(?: [a-z',-]+){0,6} sous (?:une )?licences? (?:libres?|ouvertes?|open source|eupl|gpl|mit|apache|cecill)";
/** « faire réparer et progresser l'outil par un atelier différent » */
const DONE_BY_ANOTHER =
  "fai(?:re|sant) (?:[a-z]+ )?(?:entreten|corrig|evolu|progress|repar|amelior|enrichi|complet|tenir|modifi|reprend)[a-z]*(?: [a-z,'-]+){0,16} par (?:[a-z']+ ){1,3}?(?:tiers|autres?|differente?s?|de (?:son|leur|notre) choix|(?:qu[e']|a qui) ?(?:il|elle|nous) (?:voud|choisi|veu)[a-z]*)";
/** « réservée au titulaire, à l'exclusion de tout autre prestataire » */
export const KEPT_TO_HIM = fr`réservée?s? (?:[a-z]+ )?(?:à|au|aux) (?:la |l')?(?:seule? )?(?:titulaire|prestataire|éditeur|attributaire|société|entreprise)|à l'exclusion de (?:tou(?:t|te) )?(?:autre|tiers)`;
export const THIRD_MAINTENANCE = fr`${TAKEN_OVER}|${DONE_BY_ANOTHER}|${FREED}|tierce[ -]maintenance|\bt\.?m\.?a\.?\b|maintenances?(?: [a-z,'-]+){0,12} (?:(?:une?|tout|toute|à des|aux|par des|par un|par tout|d'un|d'autres?) (?:tiers|prestataires?|sociétés?|entreprises?)(?! (?:agréée|désignée)s? par (?:le titulaire|l'éditeur))|tiers de son choix|prestataires? de son choix|autres? prestataires?|autres? entreprises?|par (?:un|des|tout) tiers)|(?:tiers|prestataires?|entreprises?)(?: [a-z,'-]+){0,10} (?:maintenance|maintenir|corriger|faire évoluer)|fai(?:re|sant) (?:[a-z]+ )?maintenir(?: [a-z,'-]+){0,8} (?:tiers|prestataires?|autre|par (?:l'|la |une )(?:entreprise|société))`;
