import type { Section, Sentence } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import type { Phrase } from '../../kit/markdown/prose.ts';
import { defineFact } from '../../kit/piece.ts';
import { has } from '../../kit/text.ts';
import { beginsWithDay, clauseOf, isSure, type Said, whole, withHeard } from '../commun/index.ts';

/** What makes a grant look like a contract: what the call defines itself, what the funder gets, what it takes back. */
export interface AppelAProjets {
  /** Sentences where the funder defines the work to be done: the first of each section. */
  readonly initiative: readonly Said[];
  /** Sentences that give the funder a direct benefit. */
  readonly contrepartie: readonly Said[];
  /** Sentences that take the grant back to punish its use. */
  readonly retrocession: readonly Said[];
}

/** Source of a pattern: those who ask for the grant, folded. */
const PORTEUR =
  "(?:[dl]')?(?:porteurs?(?: de projets?)?|beneficiaires?|laureats?|structures?(?: [a-z]+){0,2}|associations?|candidats?|organismes? (?:retenus?|beneficiaires?)|partenaires?|operateurs?|entreprises?|startups?|start-ups?|titulaires?|il|elle|ils|elles|projets? retenus?)";
const WORK =
  '(?:mene(?:r|nt|ra|ront)?|condui(?:re|t|sent|ra|ront)|effectue(?:r|nt|ra|ront)?|cree(?:r|nt|ra|ront)?|realise(?:r|nt|ra|ront)?|execute(?:r|nt|ra|ront)?|developpe(?:r|nt|ra|ront)?|met(?:tent|tra|tront)? en (?:oeuvre|place|service)|mettre en (?:oeuvre|place|service)|fourni(?:t|ssent|r|ra|ront)|livre(?:r|nt|ra|ront)?|produi(?:re|t|sent|ra|ront)|construi(?:re|t|sent|ra|ront)|assure(?:r|nt|ra|ront)?|organise(?:r|nt|ra|ront)?|dispense(?:r|nt|ra|ront)?|anime(?:r|nt|ra|ront)?|concoi(?:t|vent)|concevoir|installe(?:r|nt|ra|ront)?|pose(?:r|nt|ra|ront)?|equipe(?:nt|ra|ront)|renove(?:r|nt|ra|ront)?|amenage(?:r|nt|ra|ront)?|plante(?:r|nt|ra|ront)?|deploie(?:nt|ra)?|applique(?:r|nt|ra)?)';
const FIXES =
  '(?:defini(?:t|s|e|es|ra)?|arrete(?:e|es|s)?|fixe(?:e|es|s|ra)?|concue?s?|concoit|imagine(?:e|es|s)?|determine(?:e|es|s)?|elabore(?:e|es|s)?|etabli(?:t|e|es|s)?|redige(?:e|es|s)?|prescri(?:t|te|ts|tes)|specifie(?:e|es)?|impose(?:e|es|s)?|choisie?s?|decide(?:e|es)?|commande(?:e|es)?|dessine(?:e|es)?)';
/** The programme of the work, and not the theme, the rules or the money of the call. */
const CONTENT =
  "(?:[dl]')?(?:specifications?|programme (?:des|de la|de|et)|contenus?|caracteristiques?|fonctionnalites?|prestations?|livrables?|cahier des charges|plans?|maquettes?|protocoles?|modules?|supports?|etapes|taches?|actions? a mener|architecture|application|plateforme|logiciel|outil|solution|site|seances?|formations?|ateliers|etude)";

/** « l'application que la communauté a imaginée », « dont elle fixe les spécifications ». */
const RELATIVE = fr`${PORTEUR}(?: [a-z0-9'",-]+){0,6}? ${WORK},?(?: [a-z0-9'",-]+){0,18}? (?:que|dont|qu'|tel(?:le)?s? que|selon|conformément|suivant)(?: [a-z0-9'",-]+){0,9}? (?:a|ont|aura|auront)(?: (?:elles?|lui|eux)-memes?)? ${FIXES}|${PORTEUR}(?: [a-z0-9'",-]+){0,6}? ${WORK},?(?: [a-z0-9'",-]+){0,14}? (?:dont|selon|conformément|suivant|sur la base)(?: [a-z'",-]+){0,5} (?:${CONTENT}|modèle)(?: [a-z0-9'",-]+){0,8}? (?:${FIXES}|annexe|ci-(?:dessous|après|joint|annexé)|suivante?s?|détaillée?s?|décrite?s?|remise?)|${PORTEUR}(?: [a-z0-9'",-]+){0,6}? ${WORK},?(?: [a-z0-9'",-]+){0,20}? (?:dont elle|dont il|qu'elle|qu'il) (?:fixe|définit|arrête|impose|détermine|prescrit) (?:[a-z'-]+ ){0,4}?${CONTENT}|${PORTEUR}(?: [a-z0-9'",-]+){0,6}? ${WORK},?(?: [a-z0-9'",-]+){0,10}? (?:définie?s?|arrêtée?s?|fixée?s?|conçue?s?|imposée?s?|décrite?s?|prévue?s?|listée?s?|énumérée?s?)(?: [a-z'",-]+){0,6}? (?:par (?:la|le|l'|les)|au cahier des charges|dans le cahier des charges|à l'annexe|en annexe|ci-(?:dessous|après))`;
const EXPECTED = fr`(?:programme|contenu|déroulé|cahier des charges|protocole|plan|modèle)(?: [a-z']+){0,3}? (?:établi|défini|arrêté|fixé|imposé|rédigé|élaboré|conçu)e?s?(?: (?:en annexe|dans l'annexe|à l'annexe|ci-joint|à l'avance|par avance)(?: \d+)?)? par (?:la |l'|le )(?:caisse|communauté|commune|métropole|département|région|agglomération|ville|état|agence|organisme|financeur|collectivité|carsat|caf|cpam|urssaf|msa|ministère)|(?:prestations?|livrables?|travaux|fonctionnalités|spécifications?|tâches)(?: [a-z]+){0,2}? (?:attendue?s?|demandée?s?|à (?:fournir|réaliser|livrer|exécuter|produire)|exigée?s?|imposée?s?)|(?:attend|demande|commande)(?: [a-z'",-]+){0,8} (?:les prestations|les livrables) (?:suivante?s?|ci-)|(?:respecte(?:r|nt|ra|ront)?|conforme?s?(?: strictement)? (?:à|au|aux)|conformément (?:au|aux)|se conforme(?:nt|r|ra|ront)? (?:au|aux)|répond(?:re|ent|ra|ront)? (?:au|aux)|appliquer|selon (?:le|les)|dans le respect du) (?:[a-z]+ )?(?:cahier des charges|spécifications|clauses techniques|prescriptions techniques)|(?:cahier des charges|spécifications)(?: [a-z'",-]+){0,6} (?:s'impose(?:nt)?|fixe(?:nt)? les|définit (?:les prestations|le projet|la solution|l'outil)|décrit (?:les prestations|la solution|l'outil|l'application)|que (?:doi(?:t|vent)|devr(?:a|ont)))|(?:le|ce) (?:projet|outil|service|logiciel) (?:à réaliser|à développer|attendu|demandé)(?: [a-z'",-]+){0,4} (?:est|consiste|comprend|comporte|doit|devra)|(?:la|l') ?(?:solution|application|plateforme) (?:à réaliser|à développer|attendue|demandée)(?: [a-z'",-]+){0,4} (?:est|consiste|comprend|comporte|doit|devra)|(?:l'application|la plateforme|le logiciel|l'outil|la solution|le site) (?:devra|doit|comporte(?:ra)?|comprend(?:ra)?) (?:[a-z]+ ){0,3}?(?:comporter|comprendre|permettre|proposer|afficher|intégrer|fonctionner|être développé|les (?:modules|fonctions|fonctionnalités)|\d|deux|trois|quatre|cinq|six|dix)|(?:contenu|programme|déroulé|format) (?:des?|du|de la) (?:projets?|actions?|séances?|prestations?|ateliers?|formations?|interventions?|animations?)(?: [a-z'",-]+){0,3} (?:est|a été|sont) (?:[a-z]+ )?(?:arrêtée?|définie?|fixée?|imposée?)s? par`;
const FREE = fr`librement|libre(?:s)? (?:de|dans)|lui-même|eux-mêmes|elles?-mêmes (?:son|leur|ses|leurs)|ne (?:défini|fixe|impose|prescri|comporte|comprend|prévoi|constitue|vise)[a-z]*(?: [a-z'",-]+){0,3}? (?:pas|ni|aucune?)|aucune?|sans|n'(?:est|impose|attend|a|y|en)|propres? (?:choix|cahier)|de (?:son|leur) choix|qu'il a (?:choisi|défini|conçu)|qu'ils ont|dont (?:il|ils|elles) (?:ont|a) l'initiative|porteurs? (?:de projet )?(?:défini|choisi|fixe|détermine|décri|propose)[a-z]*|initiative (?:du|des|de chaque) (?:porteur|bénéficiaire|candidat)|cahier des charges de l'appel à projets|son (?:propre )?projet|son dossier|leurs? (?:propres? )?projets?|sa demande|présente convention|budget prévisionnel|rgpd|accessibilité`;
const OWN = fr`(?:la|l'|le|les) ?(?:caisse|communauté|commune|métropole|département|région|agglomération|ville|état|agence|organisme|financeur|collectivité|carsat|caf|cpam|urssaf|msa|cnaf|cnav|cnam|ministère|établissement|syndicat|direction)(?: [a-z'",-]+){0,4} (?:a|ont|aura)(?: (?:elle|lui)-meme)? ${FIXES}`;

/** What the application holds, and not the project. */
const OF_FILE = fr`(?:candidatures?|dossiers?|demandes?|formulaires?)(?: [a-z'"«»(),:-]+){0,20}? (?:compren|inclu|comport|contien|doi|fait|déposée?|remis|accompagn)[a-zé]*`;

/** Meetings, days and doors of the call itself: nothing of the projects. */
const OF_CALL = fr`questions?|contacts?|renseignements|(?:informations?|modalités) pratiques|calendrier de l'appel|dépôts?|(?:comment )?(?:candidater|déposer|postuler|participer)|sélection|instruction|accompagnement (?:des candidat(?:ure)?s|au dépôt|au montage)`;
const BEARER_DOES = fr`vous [a-z]+(?:rez|ez)|${PORTEUR} (?:[a-z]+ ){0,3}?(?:${WORK}|doi(?:t|vent)|devr(?:a|ont))`;
const isOfCall = (s: Sentence): boolean => (s.section.under(OF_CALL) || s.has(STEPS)) && !s.has(BEARER_DOES);
/** « Accusé de réception par le secrétariat », « mis à la signature du ministre »: what becomes of the file. */
const STEPS = fr`accusés? de réception|(?:recevabilité|complétude) (?:de la|du|des) (?:demande|dossier|candidature)s?|(?:projet de )?(?:décret|arrêté|délibération)s?|(?:mis|soumis|transmis|transfér|présent)[a-zé]* (?:[a-z]+ ){0,2}(?:à|pour) (?:la |)signature|notification (?:de la décision|d'attribution)|comité de sélection`;
/** « Annexe technique », alone in its item: a piece that is named, and says nothing. */
const isBareName = ({ passage, folded }: Sentence): boolean =>
  passage.list !== undefined && folded.trim().split(' ').length < 4;

/** Words for what the funder gets for its money. */
const FUNDER =
  "(?:[dl]')?(?:caisses?|communaute|communes?|metropole|departement|region|agglomeration|ville|etat|agence|organisme|financeur|collectivite|carsat|caf|cpam|urssaf|msa|cnaf|cnav|cnam|ucanss|ministere|universite|institut|etablissement|syndicat|direction|hopital|chu|celle-ci|celui-ci)";
const BENEFIT = fr`usage exclusif|usages?(?: [a-z',-]+){0,6} ?: ?exclusif|(?:exclusi(?:f|ve)s?|réservée?s?),? au profit (?:de la |de l'|du |d'une? )?${FUNDER}|exclusivité(?: [a-z'",-]+){0,6} (?:au profit|pour|à) (?:du |de |la |l'|le )?${FUNDER}|(?:réserve|disposer?a?)(?: [a-z'",-]+){0,6} (?:exclusi[a-z]+|l'usage|l'utilisation)|(?:subvention|aide|financement|dotation)(?: [a-z'",-]+){0,6}? (?:rémunère(?:nt|ra)?|constitue le prix|est le prix|paie(?:nt|ra)?|est versée en paiement|correspond au prix)|(?:besoins?|usages?) (?:propres?|internes?|de ses (?:propres )?services)|(?:ses|leurs) (?:propres )?(?:besoins?|services)(?=[ ,.;])|dont (?:celle-ci|celui-ci|elle|il|${FUNDER}) a(?:ura)? besoin|(?:cèd(?:e|ent|era|eront)|cession|cédée?s?|transf[eè]re?(?:nt)?|transfert)(?: [a-z0-9'",-]+){0,16}? (?:[dl]')?(?:droits?|résultats?|propriété|codes?|études?|livrables?|outils?)(?: [a-z0-9'",-]+){0,16}? (?:à|au|aux) (?:la |l'|le )?${FUNDER}|(?:cèd(?:e|ent|era|eront)|cédée?s?|transf[eè]r(?:e|ent|era|ée?s?)) (?:à|au) (?:la |l'|le )?${FUNDER}|(?:résultats?|outils?|livrables?|études?|données|logiciels?|applications?|supports?|productions?|documents)(?: [a-z'",-]+){0,9}? (?:appartien[a-z]+|devien[a-z]+ la propriété|sont la propriété|seront la propriété|est la propriété|restent la propriété) (?:[a-z]+ )?(?:à|au|de|du|d')(?: ?la| l'| le)? ?${FUNDER}|${FUNDER},? qui en (?:devient|deviendra|est|sera|reste) (?:[a-z]+ )?propriétaire|propriétaire(?: [a-z]+)? (?:des |de l'|du |de la )(?:résultats?|outils?|livrables?|études?|logiciels?|applications?|productions?)|(?:en contrepartie|en échange|en retour)(?: [a-z0-9'",-]+){0,18}? (?:fourni|livr|remet|réalis|met à (?:la )?disposition|mettre à|réserv|assur|effectu|accord|cèd|dispens|form|développ)[a-z]*|(?:tarifs?|prix|conditions) préférentiel(?:le)?s?(?: [a-z'",-]+){0,6} ${FUNDER}|(?:places?|licences?|accès)(?: [a-z'",-]+){0,5} (?:réservée?s?|gratuite?s?|offerte?s?)(?: [a-z'",-]+){0,5} (?:agents|salariés|services) (?:de|du)|(?:bénéficiaire|porteur|structure|il|elle)(?: [a-z'",-]+){0,5}? (?:remet|livre|fournit|facture)(?:nt|ra|ront)?(?: [a-z0-9'",-]+){0,9}? (?:études?|livrables?|prestations?|logiciels?|code source|base de données|enquêtes?)(?: [a-z0-9'",-]+){0,14}? (?:besoins?|commandée?s?|demandée?s?|usage|ses services)|(?:facture|paiement)(?: [a-z'",-]+){0,6} (?:prestations|services rendus)|prix des (?:prestations|services)(?: [a-z'",-]+){0,4} (?:rendue?s?|fournie?s?|livrée?s?|réalisée?s?)|(?:livr[a-zé]+|remis[a-z]*|fourni[a-z]*)(?: [a-z'",-]+){0,6} (?:à|au|aux) (?:services de (?:la |l')?)?(?:la |l'|le )?${FUNDER}(?: [a-z'",-]+){0,8} (?:[dl]')?(?:besoins|usage|utilisation)`;
/** « Les données sont réservées aux services de l'université », « la direction, laquelle s'en sert »: it keeps or uses what the projects make. */
const KEPT_FOR_IT = fr`(?:résultats?|outils?|livrables?|études?|données|mesures|bases?|logiciels?|applications?|productions?|modèles?)(?: [a-z0-9'",-]+){0,14}? réservée?s? (?:[a-z]+ ){0,3}?(?:à|au|aux) (?:(?:seuls? |seules? )?(?:services|agents|équipes|directions) (?:de (?:la |l')?|du |d'))?(?:la |l'|le )?${FUNDER}|(?:résultats?|outils?|livrables?|données|logiciels?|applications?|capteurs?|modèles?)(?: [a-z0-9'",-]+){0,24}? (?:la |le |l')?(?:${FUNDER}|laquelle|lequel)(?: [a-z'-]+){0,3}?,? (?:laquelle |lequel |qui )?s'en (?:sert|servent|servira|serviront)`;
const NO_BENEFIT = fr`(?:relèver|constituer|supposer|emporter)ai(?:t|ent)|sans (?:aucune )?contreparties?|aucune? (?:contrepartie|avantage|droit|besoin|cession|usage|prestation|exclusivité|bénéfice)|n'(?:appelle|attend|acquiert|entend|est|a|y|en|emporte|implique)(?: [a-z'",-]+){0,9}|ne (?:constitue|rémunère|saurait|peu|correspond|donne|vise|répond|tire|retire|revendique|cède|devien|cèdent|sont|sera|seront|bénéficie)[a-z]*(?: [a-z'",-]+){0,3} ?(?:pas|ni|aucune?|en aucun cas)?|besoins? (?:du|des|de la|de son|de leur|propres au) (?:public|publics|population|habitants|usagers|projet|territoire|bénéficiaires?|porteurs?|personnes)|contrepartie financière|cofinancement|logo|mention(?:ne|ner|s)?|communication|compte rendu financier|bilan|licence (?:libre|ouverte)|(?:pour|afin d[e']|aux fins d[e']) ?(?:rendre compte|(?:l')?(?:évalu|contrôl|vérifi)[a-zé]+ (?:[a-z]+ )?(?:l'(?:aide|action|emploi|usage|effet|impact|appel)|(?:le|du) (?:programme|dispositif|projet)|les effets))`;

const GIVE_BACK = fr`restitu[a-zé]+|rembours[a-zé]+|revers[a-zé]+|rétrocession|rétroced[a-zé]+|rend(?:re|ue?s?|ra|ez|rez|ent|ront)(?! (?:[a-z]+ )?compte)|répétition|recouvr[a-zé]+|récupér[a-zé]+|réclam[a-zé]+|revien(?:t|nent|dra|dront)`;
const GRANT = fr`subventions?|aides?|fonds|sommes?|montants?|financements?|dotations?|acomptes?|avances?|versements?|crédits?|deniers|euros?`;
const MISUSE = fr`(?:à|en cas de) défaut d(?:'exécution|e réalisation|e mise en oeuvre)|non[- ]conformes?|autres? (?:dépenses|fins|objet|chose|usage|emploi|destination|projet|que)|étrang(?:er|ère)s?|détourn[a-zé]+|(?:n'a|n'ont|n'aura|n'est|ne sont|ne serai[a-z]+|n'aurai[a-z]+|ne serai[a-z]*)(?: [a-z'",-]+){0,4} (?:pas )?(?:(?:été )?(?:employée?s?|utilisée?s?|affectée?s?|respectée?s?|conforme))|(?:non[- ]respect|manquements?|inexécution|violation|méconnaissance|inobservation|non[- ]exécution|mauvaise exécution|non[- ]réalisation)|usage (?:abusif|irrégulier|impropre)|à des fins|contraire(?:ment)?|mauvais (?:emploi|usage)|hors (?:de l'objet|du projet|(?:du )?budget)|ne respecte(?:nt|rait|raient)?|sanction|à titre de pénalité|emploi (?:irrégulier|différent)|affectation différente|différent(?:e|s|es)? de (?:celui|celle|ceux)|changement d'affectation|modifi[a-zé]+ l'affectation`;
const LIMITED = fr`part (?:[a-z'-]+ ){0,3}(?:n'a pas|non (?:dépensée?|utilisée?|justifiée?|employée?|consommée?))|trop[- ]perçu|au prorata|prorata|non (?:dépensée?s?|consommée?s?)|n'(?:a|ont|aurai[a-z]+) pas (?:été )?(?:dépensée?s?|consommée?s?|employée?s?)|reliquat|solde (?:est )?limité|dépenses (?:réellement )?justifiées|coûts? (?:réels?|justifiés?)|vient en déduction|à hauteur des dépenses`;
const NO_GIVE_BACK = fr`aucune? (?:restitution|remboursement|reversement|sanction)|ne (?:donne|sont|sera|seront|peu|pourra|demande|réclame|fait|font)[a-z]*(?: [a-z'",-]+){0,5}? (?:pas|ni|lieu|aucun[e]?|restitu|rembours|revers|réclam)[a-z]*|sans (?:restitution|remboursement|reversement)|n'est (?:pas )?(?:restitu|rembours|revers|réclam)[a-z]*|rembours[a-zé]+ (?:des frais|de frais|les frais)|frais de déplacement`;
/** The grant comes back, in whatever words. */
const TAKEN = fr`${GIVE_BACK.source}|rends?|revien[a-z]*|retour|titres? de (?:recettes?|perception)|repris[a-z]*|repren[a-z]*|retir[a-z]*|exig[a-z]*|perd[a-z]*|priv[a-z]*|débit[a-z]*`;
/** Both the unspent and the misused: « non utilisées ou utilisées à d'autres fins ». */
const AND_MISUSED = fr`(?:ou|et) (?:[a-z]+ ){0,2}?(?:utilisée?s?|employée?s?|affectée?s?)(?: [a-z'",-]+){0,4} (?:fins|objet|conforme|dépenses|usage)`;

/** « La ville vérifie l'emploi de l'aide. Dans le cas contraire, elle émet un titre »: of the use told in the sentence before. */
const CONTRARY = fr`dans le cas contraire|en cas contraire|à défaut|faute de quoi|sinon`;
const RECLAIMED = fr`${GIVE_BACK.source}|titres? de (?:recettes?|perception)|(?:émet|émettra) un titre|repren[a-z]+`;
const USE_OF_GRANT = fr`sert|servi[a-z]*|emplo[a-zé]+|usages?|utilis[a-zé]+|affect[a-zé]+`;
const punishesUse = (s: Sentence, before: Sentence | undefined): boolean =>
  [CONTRARY, RECLAIMED].every((pattern) => s.has(pattern)) &&
  ![NO_GIVE_BACK, LIMITED].some((pattern) => s.has(pattern)) &&
  before?.has(fr`${GRANT}|argent`) === true &&
  before.has(USE_OF_GRANT);

interface CallRead {
  readonly initiative: boolean;
  readonly contrepartie: boolean;
  readonly retrocession: boolean;
}

const read = (phrase: Phrase): CallRead | undefined => {
  const defined =
    phrase.find(RELATIVE) ??
    phrase.find(EXPECTED) ??
    (phrase.has(fr`${WORK}|projets?`) && phrase.has(fr`${CONTENT}`) ? phrase.find(OWN) : undefined);
  const own = defined !== undefined && phrase.has(OWN) && !phrase.has(fr`aucune?|ne`);
  const initiative = defined !== undefined && (own || !has(clauseOf(phrase.folded, defined), FREE));
  const benefit = phrase.find(BENEFIT) ?? phrase.find(KEPT_FOR_IT);
  const contrepartie =
    benefit !== undefined && ![NO_BENEFIT, STEPS].some((p) => has(clauseOf(phrase.folded, benefit), p));
  const back = phrase.has(GIVE_BACK) && phrase.has(GRANT) && phrase.has(MISUSE) && !phrase.has(NO_GIVE_BACK);
  const limited = phrase.has(LIMITED) && !phrase.has(AND_MISUSED);
  const retrocession = back && !limited;
  return initiative || contrepartie || retrocession ? { initiative, contrepartie, retrocession } : undefined;
};

/** « Ci-après désignés les Parties »: who signs, and nothing of what is done. */
const PARTIES = fr`ci-après (?:[a-z]+ )?(?:désign|dénomm|appel)[a-zé]*|ensemble les parties`;
/** « Participer aux rencontres organisées par l'agence »: what goes with any grant. */
const NETWORK = fr`(?:particip|assist|contribu|prend(?:re|ra)? part)[a-zé]*(?: [a-z',-]+){0,8} (?:rencontres?|réunions?|réseaux?|séminaires?|journées?|animations?|instances?|comités?)`;
/** « La subvention donne lieu au versement d'un acompte »: how a grant is paid out. */
const isPaidOut = (s: Sentence): boolean => s.has(PAID_OUT) && !s.has(FOR_WORK);
const PAID_OUT = fr`(?:subvention|aide|dotation|financement|concours financier)s?(?: [a-z0-9',-]+){0,20} (?:acomptes?|avances?|solde)|(?:acomptes?|avances?|solde)(?: [a-z0-9',-]+){0,12} (?:de la|de l'|du) ?(?:subvention|aide|dotation|financement)`;
const FOR_WORK = fr`prestations?|factur[a-z]*|prix|livr[a-zé]+|services? faits?|commandes?|fourni[a-z]*`;

/** A line of the first page that names the call. */
const isCover = ({ passage, folded }: Sentence): boolean =>
  passage.index < 6 && !passage.cell && !passage.list && folded.length < 90 && !/[.;:!?] ?$/.test(folded);

/** What the call, or the grant agreement, says that would make the grant a contract. */
export const appelAProjets = defineFact<AppelAProjets>({
  id: 'appel-a-projets',
  title: 'Appel à projets',
  read(piece) {
    const { draft, kind } = piece;
    if (kind !== 'appel-a-projets') return { initiative: [], contrepartie: [], retrocession: [] };
    const found = draft.collect(read);
    const seen = new Set<Section>();
    const prose = draft.sentences.filter((s) => !s.passage.isTitle);
    const punished = prose.filter((s, i) => punishesUse(s, prose[i - 1]));
    const initiative = found
      .filter((f) => f.value.initiative && f.sentence.passage !== draft.headings[0])
      // A title « Livrables attendus » may hold the report that any grant asks for.
      .filter((f) => !f.sentence.passage.heading || !f.sentence.has(fr`livrables?`))
      .map((f) => whole(f.sentence, undefined));
    const contrepartie = found
      .filter((f) => f.value.contrepartie && !f.sentence.passage.heading)
      .map((f) => whole(f.sentence, undefined));
    const benefits = new Set(contrepartie.map(({ sentence }) => sentence));
    return {
      initiative: withHeard(piece, 'appel-a-projets/projet-defini-par-le-financeur', initiative, (s, doubt) =>
        isCover(s) ||
        // « Permanence téléphonique | mardi 17 février, de 9 h à 12 h »: a day of the call.
        (s.passage.cell !== undefined && beginsWithDay(s)) ||
        (!isSure(doubt) && isBareName(s)) ||
        isOfCall(s) ||
        s.has(FREE) ||
        s.has(OF_FILE) ||
        s.has(PARTIES) ||
        s.has(NETWORK) ||
        benefits.has(s)
          ? undefined
          : whole(s, doubt),
      ).filter(({ sentence: { section } }) => !seen.has(section.article) && seen.add(section.article)),
      contrepartie: withHeard(piece, 'appel-a-projets/contrepartie-directe', contrepartie, (s, doubt) =>
        s.has(NO_BENEFIT) || s.has(STEPS) || isPaidOut(s) ? undefined : whole(s, doubt),
      ),
      retrocession: withHeard(
        piece,
        'appel-a-projets/reversement-sanction',
        [
          ...found.filter((f) => f.value.retrocession && !f.sentence.passage.heading).map((f) => f.sentence),
          ...punished.filter((s) => !found.some((f) => f.value.retrocession && f.sentence === s)),
        ].map((s) => whole(s, undefined)),
        (s, doubt) =>
          !s.has(TAKEN) || s.has(NO_GIVE_BACK) || (s.has(LIMITED) && !s.has(AND_MISUSED)) ? undefined : whole(s, doubt),
      ),
    };
  },
  show: ({ initiative, contrepartie, retrocession }, piece) =>
    piece.kind === 'appel-a-projets'
      ? { projetDefini: initiative.length, contreparties: contrepartie.length, retrocessions: retrocession.length }
      : undefined,
});
