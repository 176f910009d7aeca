import { fr } from '../../kit/french/pattern.ts';
import { find } from '../../kit/text.ts';

/** What says, after the word, that a variant is of the candidate's own: « libres », « à l'initiative des candidats ». */
export const OWN = `(?:libres?|techniques?|facultatives?|eventuelles?|proposees?|par les (?:candidats|soumissionnaires)|a l'initiative d(?:u|es|e chaque) (?:candidats?|soumissionnaires?|entreprises?))`;
/** What says, after the word, that the buyer asks for it: « exigées », « à l'initiative de l'acheteur ». */
export const ASKED = `(?:exigees?|imposees?|obligatoires?|requises?|demandees?|prescrites?|a l'initiative d(?:e l'acheteur|u pouvoir adjudicateur|u maitre d'ouvrage))`;
/** The word, where it is of an offer: a variant of what is displayed, written or grown is another thing. */
export const VARIANTE = fr`variante(?:s|\(s\))?(?![a-z])(?! (?:de |des |du |d'un |d'une |d')?(?:affichages?|impressions?|ecrans?|interfaces?|themes?|menus?|rendus?|mises? en page|logos?|polices?|langues?|icones?|couleurs?|coloris|teintes?|tailles?|finitions?|gammes?|orthographiques?|regionales?|linguistiques?|dialectales?|genetiques?|graphiques?|graphies?|virus|genes?|formulaires?|logiciels?|souches?)(?![a-z]))`;
/** The thing without the word. */
export const ALTERNATIVE = fr`(?:solutions?|propositions?|offres?|materiaux|materiels?|procedes?|produits?|equipements?|methodes?|reponses?) (?:techniques? )?(?:alternati(?:f|ve|fs|ves)|paralleles?|differentes?|differents|divergentes?|divergents|de (?:substitution|remplacement|rechange)|autres? que)|alternatives? (?:techniques?|a la solution)|autres? (?:solutions?|propositions?|reponses?) (?:techniques? )?(?:que|dans)|(?:solutions?|propositions?|offres?|reponses?) qui (?:s'en (?:ecart|eloign)|en differ)[a-z]*|(?:solutions?|propositions?|dispositions?) (?:[a-z]+ )?qui (?:s'ecartent|s'ecarte|s'ecarterai(?:t|ent)|derogent|deroge|s'eloignent|s'eloignerai(?:t|ent)|different) (?:[a-z]+ ){0,2}(?:specifications?|cctp|ccp|cahier|programme|prescriptions?|exigences?|clauses?|solution de base|offre de base|besoin|demarche|methode)`;
/** What no other of is a variant: « un autre lot », « une date différente de celle du planning ». */
const NO_OFFER = fr`(?:lots?|exemplaires?|candidat[a-z]*|entreprises?|groupements?|références?|visites?|dates?|fichiers?|copies?|pièces?|documents?|actes?|questions?|comptes?|personnes?|(?:sous-|co)traitants?|formats?|envois?|plis?|dépôts?|langues?|fois|titres?|certificats?|attestations?|échantillons?|prestations?|prix|montants?|taux|délais?|durées?|preuves?|justificatifs?|marchés?|consultations?|adresses?|supports?|signataires?|mandataires?|qualités?|noms?|lieux?|sièges? social|agences?|remarques?|précisions?|observations?|informations?|renseignements?|annexes?|tableaux?|certifications?|moyens?)`;
/** « Une organisation différente de celle du cahier »: the thing is known by what it differs from. */
export const OTHER_THAN = fr`(?!${NO_OFFER})[a-z]{4,} (?:différente?s?|distincte?s?|divergente?s?) (?:de (?:celles?|celui|ceux|ce qu|nos|notre|la (?:base|solution|description))|du (?:cahier|cctp))`;
/** « Une seconde réponse », « un autre papier », beside the offer. */
export const SECOND = fr`une? (?:autre|seconde?|deuxième)(?=,| qui| dont| à côté| différente?)|une? (?:autre|seconde?|deuxième) (?!${NO_OFFER})[a-z]{3,}|un autre$|(?:autres?|seconde?s?|deuxièmes?) (?:offres?|réponses?|solutions?|propositions?|techniques?|plans?|procédés?|méthodes?|versions?|modes?|systèmes?|matériaux|conceptions?|organisations?)|offres? (?:distinctes?|séparées?)`;
/** « Outre l'offre demandée, une seconde réponse »: the thing is known by what it stands beside. */
export const BESIDE_BASE = fr`(?:joindre|ajouter|adjoindre|assortir) (?:à )?(?:la |l'|son |sa |leur |votre )?(?:offres?|réponses?|solutions?|propositions?)|(?:outre|en plus|en complément|en sus|à côté|au-delà|parallèlement|en marge)(?: de| d'| à)? ?(?:la |l'|une? |son |sa |leur |votre |cette )?(?:offres?|réponses?|solutions?|propositions?)|(?:à côté|en plus|en complément|en sus) de (?:la première|celle-ci|celle-là)|(?:outre|en plus|en complément|en sus|à côté)(?: de| du| des)? ?(?:la |le |les |l'|celui )?(?:base|(?:[a-z]+ )?(?:décrit|demandé|prévu|prescrit|exigé)e?s?)`;
/** « Seules les offres de base sont acceptées » */
export const BASE_ONLY = fr`seules? (?:les |l'|la )?(?:offres?|solutions?|réponses?|propositions?) (?:(?:à (?:la |l'))?(?:solution |offre )?de base|conformes? (?:au cahier|au cctp|à la solution de base)) (?:est|sont|sera|seront) (?:[a-z]+ ){0,2}?(?:acceptée?s?|admises?|recevables?|examinée?s?|autorisée?s?|retenue?s?)|(?:une|et une) seule,? (?:offre |réponse |proposition )?(?:[a-z]+ )?conforme à la (?:solution de )?base|à la (?:solution de )?base,? (?:et )?(?:à elle seule|exclusivement|uniquement)`;
/** A second offer that takes the place of the first. */
export const SUPERSEDES = fr`(?:remplace|annule)(?:nt|ra)?|date limite|seule la dernière`;
const APART_FROM_BASE = `(?:qui (?:s'ecarte(?:rait)?|s'eloigne(?:rait)?|differe(?:rait)?) (?:de )?|differente de |distincte de |autre que )(?:la |cette )(?:solution|offre|reponse|version)(?: technique)? de base`;
/** « Aucune autre solution n'est examinée », « toute contre-proposition est rejetée » */
export const NO_OTHER = fr`toute (?:solution|proposition|réponse|offre) ${APART_FROM_BASE}[^.;]{0,60} (?:est|sera|serait) (?:[a-z]+ )?(?:laissée (?:sans examen|de côté)|écartée|rejetée|éliminée|exclue|refusée|irrecevable|non examinée)|(?:aucune|nulle) (?:solution|proposition|réponse|offre) ${APART_FROM_BASE}[^.;]{0,60} (?:n'est|ne sera|ne serait) (?:[a-z]+ )?(?:examinée|admise|acceptée|recevable|retenue|étudiée|analysée|lue)|(?:aucune|nulle) autre (?:solution|proposition|réponse)(?: [a-z]+){0,3} (?:n'est|ne sera|n'y est|n'y sera) (?:[a-z]+ ){0,2}(?:examinée|admise|acceptée|recevable|retenue|autorisée|étudiée|analysée|lue|prise en compte)|(?:toute|les) contre-propositions? (?:(?:est|sont|étant|sera|seront) )?(?:rejetée|écartée|exclue|interdite|refusée|éliminée|irrecevable)s?|(?:aucune|sans|ni) contre-proposition|à l'exclusion de toute (?:autre (?:solution|proposition|réponse)|alternative)|n(?:e |'est |'y )(?:répond(?:ez|u|ent|ons)?|sera répondu) qu'à la (?:solution|base)(?: [a-z]+)?|sans qu'une autre (?:solution|proposition|réponse) (?:[a-z]+ ){0,2}(?:puisse|soit)|(?:solution|réponse|proposition) (?:décrite|demandée|de base) ?[;,] ?aucune autre n(?:e |')(?:sera(?:it)?|est) (?:étudiée|examinée|admise|acceptée|retenue|recevable|lue)`;
/** « Remettre une variante entraîne l'élimination du pli »: any that is handed in, and not one that has a fault. */
export const COSTLY = fr`(?:(?:présentation|dépôt|remise|proposition|soumission) d'une|présenter une|déposer une|remettre une|proposer une|soumettre une|toute) (?:variante|${ALTERNATIVE})(?: (?:de|à) (?:celles?|celui|ceux)[a-z ']{0,40})? (?:entrain|emport|condui|vau(?:t|dr)|expose)[a-z]* (?:à )?(?:le |la |l'|au |son |sa )?(?:rejet|élimination|exclusion|irrecevabilité|irrégularité)|(?:plis?|offres?|réponses?) (?:(?:contenant|comportant|incluant) |assortie?s? d(?:'|e )|accompagnée?s? d(?:'|e ))(?:une |des )?variantes? (?:est|sont|sera|seront|serai(?:t|ent)) (?:rejet|élimin|écart|irréguli|irrecevable|exclu)[a-z]*`;
/** « Le logo admet trois variantes »: of a thing that is drawn, and nobody offers it. */
export const OF_DESIGN = fr`(?:logos?|logotypes?|emblèmes?|blasons?|pictogrammes?|icônes?|motifs?|maquettes?|gabarits?|visuels?|affiches?|chartes?|mascottes?|personnages?|signatures?|uniformes?|tenues?|boutons?|symboles?|signalétique|identité visuelle|polices?|modèles?)(?: [a-z'-]+){0,4} (?:admet|admettent|accepte|comporte|comprend|présente|connaît|possède|prévoit|existe|permet|se décline)(?:nt|ra|ront)? (?:[a-z'-]+ ){0,3}variantes?`;
/** « Solution alternative », « seconde réponse », « contre-proposition »: a name that variants go by where they are open. */
export const OTHER_NAME = fr`(?:solutions?|propositions?|offres?|réponses?) (?:techniques? )?(?:alternatives?|de substitution|de rechange|de remplacement|parallèles?)|(?:secondes?|deuxièmes?|autres?) (?:offres?|propositions?|réponses?|solutions?)|contre-propositions?`;
/** Those who make an offer, and may offer a variant. */
export const BIDDER = fr`candidats?|soumissionnaires?|concurrents?|participants?|entreprises?|entrepreneurs?|operateurs? economiques?|ces derniers|fournisseurs?|dans (?:son|leur|l')? ?offre|vous`;

const e = '(?:e|s|es)?';
const ALLOW = `(?:autorise${e}|autorise(?:nt|ra|ront)|admis(?:e|es)?|admet(?:tent|tra)?|accepte${e}|accepte(?:nt|ra)|permis(?:e|es)?|permet(?:tent|tra)?|recevables?|possibles?|envisageables?|acceptables?|admissibles?|tolere${e}|(?<!offres )ouvert${e}|prevu${e}|souhaite${e}|encourage${e}|bienvenues?|facultati(?:f|ve|fs|ves)|libres?(?= de)|limitee?s? a (?:une|deux|trois|\\d)|offerte?|laissee?|donnee?|accordee?|reconnue?|autoriser|admettre|accepter|permettre|(?:autoris(?:er)?|accept(?:er)?|accueill(?:er)?|admettr?|permettr?|recevr?)ons|accueill(?:e|ent|era))`;
const PUT =
  '(?:propos|present|soumett|soumis|remett|remis|depos|formul|sugger|offr|recevoir|repond[a-z]* (?:par|avec|en)|joindre|ajouter|assortir|transmett|introdui|envisag|accompagn|complet|defend|imagin|chiffre(?=(?:r|nt)? )|decri(?=(?:re|t|vent) )|faire(?= (?:dans|par|sous) ))[a-z]*';
/** « laisse aux candidats la possibilité de »: said by the buyer or the rules, for the candidate. */
export const GIVE = '(?:laisse|offre|donne|accorde|reconnait|ouvre)(?:nt|ra)?';
const CAN = `(?:peu(?:t|vent)|pouvez|pourr(?:a|ont|aient|ait|ez)|(?:a|ont|avez|aura|auront|aurez|dispose(?:nt|z)? de|conserve(?:nt)?) (?:(?:pas|egalement|toutefois|aussi) )?(?:de )?(?:la |le |toute )?(?:possibilite|faculte|droit|loisir|liberte|latitude) (?:de |d'|pour )|(?:possibilite|faculte) (?:est )?(?:offerte|donnee|laissee|ouverte) (?:aux? [a-z]+ )?(?:de |d')|${GIVE} (?:(?:pas|egalement|aussi) )?(?:aux? [a-z]+ )?(?:la |le |toute )?(?:possibilite|faculte|droit|loisir|liberte|latitude) (?:aux? [a-z]+ )?(?:de |d'|pour )|(?:est|sont|sera|seront|etes|serez|etait) (?:(?:pas|plus|vivement|egalement|aussi|toutefois|donc) )?(?:(?:invit|admis|autoris|habilit)e?e?s? a|libres? de|libres? d')|(?:qui|s'ils?|si elles?|si vous) le (?:souhaite|desire|juge|veu)(?:nt|z|t|lent)?(?: (?:utile|bon|opportun))?)`;
const DUTY = `(?:doi(?:t|vent)|devr(?:a|ont)|(?:est|sont|sera|seront) tenue?s? (?:de |d'))`;
/** Verbs of what the buyer asks for. */
export const REQUIRE = `(?:exige${e}|exige(?:nt|ra)|impose${e}|impose(?:nt|ra)|obligatoires?|requis(?:e|es)?|demande${e}|demande(?:nt)?)`;
const BAN = `(?:interdit${e}|fermees?|s'oppose(?:nt)?(?= a)|se garde(?:nt)?(?= de)|(?<!s')ecarte(?:nt)?(?= d'emblee| toute| les variantes)|interdi(?:sent|ra)|exclu${e}|exclut|excluent|proscrit${e}|prohibe${e}|refuse${e}|refusent|irrecevables?|inacceptables?|impossibles?|(?:declare|considere|repute|juge)${e} (?:irreguliere?s?|irrecevables?)|s'abst(?:enir|iendra|iendront|iennent|ient)(?= d)|ecartees?|rejetees?|eliminees?|laissee?s? (?:sans examen|sans suite|de cote)|refus(?= d)|interdiction(?= d)|(?:refus(?:er)?|ecart(?:er)?|rejet(?:t?er)?|elimin(?:er)?|exclur?|interdi[sr]|proscriv(?:r)?)ons)`;
/** Verbs that say something only when denied: « aucune variante ne sera examinée », « ne comporte pas de variante ». */
const DENIED = `(?:(?:examine|etudie|analyse)(?:nt|ra|ront)?|(?:examin(?:er)?|etudi(?:er)?|analys(?:er)?|retiendr|reten|instrui[sr]|li[sr])ons|examine${e}|etudie${e}|analyse${e}|retenu${e}|pris(?:e|es)? en (?:compte|consideration)|tenu (?:aucun )?compte|considere${e}|propose${e}|presente${e}|depose${e}|remis(?:e|es)?|soumis(?:e|es)?|attendu${e}|recu${e}|recevra|recoit|recoivent|regarde${e}|instruit${e}|accueilli${e}|(?:propose|depose|remette|soumette)nt|remet|soumet|comporte(?:nt|ra)?|prevoit|prevoient|prevoira|presente(?:nt)?|contient|y a|y aura|fait l'objet)`;
/** What may be said of variants by a verb or a participle: the group that is found tells which. */
export const PREDICATE = new RegExp(
  `(?<![a-z0-9-])(?:(?<can>${CAN},? ?(?:[a-z'-]+,? ){0,7}?${PUT}(?:,? (?:et|ou) ${PUT})?)|(?<duty>${DUTY} ?(?:[a-z'-]+ ){0,4}?(?:${PUT}|chiffr[a-z]*|comport[a-z]*|fourni[a-z]*|etabli[a-z]*))|(?<ban>${BAN})|(?<require>${REQUIRE})|(?<allow>${ALLOW})|(?<denied>${DENIED}))(?![a-z0-9])`,
  'g',
);

/** Ban of some variants only, or for a fault: it leaves the others open. */
export const PARTIAL = fr`portant sur|relatives? a(?! l'article)|concernant|qui|dont|modifiant|remettant en cause|non[ -]?(?:conformes?|autorisees?|accompagnees?|chiffrees?|justifiees?)|ne (?:respectant|presentant|comportant|repondant)|sans (?:offre|solution|proposition) de base|seules?|au-dela|incompletes?|irregulieres?|hors delai|(?:presentee|remise|deposee|proposee)s? (?:sans|hors|seule)`;
/** What makes of a statement a supposition. */
export const CONDITION = fr`si|s'ils?|lorsqu(?:e|')|quand|lesquel(?:le)?s|ou (?:des|les|une) variantes?|des lors qu(?:e|')|hypothese|au cas ou|selon que|en cas`;
/** « Si le règlement les autorise »: another text is left to say. */
export const VARIANTS_ELSEWHERE = fr`(?:si|des lors que|lorsque|quand|dans la mesure ou|pour autant que) (?:le|les|l'|la) (?:presente? )?(?:reglement|rc|dossier|documents?|avis|consultation|cahier|acheteur|pouvoir|maitre|pieces)[^.;]{0,60}(?:autoris|permet|prevoi|admet|accept)[a-z]*|sous reserve (?:que|d[a-z']+) [^.;]{0,50}(?:reglement|rc)[^.;]*|sauf (?:mention|stipulation|disposition|indication|precision) contraire[a-z ]*|(?:selon|suivant) ce que prevoit`;
/** « Ceci ne constitue pas une variante »: something else is left open. */
export const NO_VARIANT = fr`(?:ne (?:constitue|forme)(?:nt|ra|ront)?|n'est|ne sont|ne ser(?:a|ont)|ne vau(?:t|dra)) pas (?:comme )?(?:une |des |considérée?s? comme (?:une |des )?)?variantes?`;
/** What was said in another contract; of the one candidate who won, it is of this one: « le titulaire n'y était pas admis ». */
export const FORMER = fr`(?<!(?:candidat|titulaire|soumissionnaire|attributaire|entreprise|il|elle)(?: (?:n'|n'y|y|ne l'))? ?)(?:étai(?:t|ent)|fu(?:t|rent)|(?:avai(?:t|ent)|eurent|eut) été) (?:[a-z]+ )?(?:autorise|admis|accepte|permis|interdit|exclu|proscrit|refuse|exige|ouvert|possible|recevable)(?:e|s|es)?|(?:marchés?|contrats?|consultations?|accords?-cadres?) (?:précédente?s?|antérieure?s?|actuel(?:le)?s?|sortante?s?|expirée?s?|échue?s?|de 20\d\d)`;
/** Another subject than the variant. */
export const RIVAL = fr`(?:offres?|solutions?|propositions?|reponse) de base|sous-traitance|groupements?|cotraitance|candidatures?|visites?|negociations?|avances?|chiffrage|mise au point|exigences? minimales?|exigences?|criteres?|documents?|pieces?|memoire|prescriptions?`;
/** What is offered beside the offer and is no variant. */
export const BESIDE = fr`prestations? supplementaires?|pse|options?|prestations? alternatives?`;
/** « le mémoire de la variante », « le prix des variantes »: a thing about them. */
export const PART = new RegExp(
  `(?:${RIVAL.source}|(?<![a-z])(?:prix|montants?|couts?|devis|dossiers?|notices?|descriptifs?|notations?|jugements?|evaluations?|analyses?|classements?)) (?:de la |des |d'une |de chaque )$`,
);

/** True for a label of what is done with variants: « Notation des variantes ». */
export function isOfPart(folded: string): boolean {
  const at = find(folded, VARIANTE);
  return at !== undefined && PART.test(folded.slice(0, at.from));
}
