import type { Found, Sentence } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import type { Phrase } from '../../kit/markdown/prose.ts';
import type { Piece } from '../../kit/piece.ts';
import type { Doubt } from '../../kit/rule.ts';
import { find, findAll, has, type Match } from '../../kit/text.ts';
import { isUnderPersonalData } from '../commun/index.ts';
import { soldUnder } from './exploitation.ts';
import { HANDED, KEPT_TO_HIM, NOT_HANDED, SOURCE, THIRD_MAINTENANCE } from './matieres-logiciel.ts';
import { keepsNone, MORAL, PRESERVED, speaksOfMoral, waived } from './moral.ts';
import { buyer, contractor, PRIOR, production } from './parties-objets.ts';

/** Matters around the rights themselves, each read in a sentence. */
export type Matter =
  /** What the results are. */
  | 'resultats'
  /** Prior knowledge is dealt with; listed; said not to be listed. */
  | 'anterieures'
  | 'anterieures-listees'
  | 'anterieures-sans-liste'
  /** Delivery of the source code. */
  | 'code-source'
  /** Maintenance by a third party. */
  | 'tierce-maintenance'
  /** Guarantee of peaceful enjoyment. */
  | 'garantie'
  /** Moral rights waived or assigned; recalled. */
  | 'moral-abandonne'
  | 'moral-rappele'
  /** The buyer exploits for money. */
  | 'commerce-acheteur'
  /** The contractor publishes or exploits; with a condition. */
  | 'usage-titulaire'
  | 'usage-titulaire-conditionne'
  /** Property of the thing, and not of the rights. */
  | 'propriete-materielle'
  /** Receivers of rights that are not designated. */
  | 'beneficiaires-vagues';

export interface MatterFound {
  readonly matter: Matter;
  readonly at: Match;
  readonly sentence: Sentence;
  readonly doubt?: Doubt;
}

/** The whole of a sentence, where no word of it is the place. */
export const whole = (folded: string): Match => ({ from: 0, to: folded.length, text: folded, groups: {} });

/** What tells what the results are. */
export const RESULTS_ARE = fr`(?:les |")?résultats"?,?(?: (?:du marché|des prestations|de l'accord-cadre|attendus|au sens [a-z0-9' .-]{0,40}))?,? (?:sont(?!,? (?:la |en |de |et |ni |[a-z]+ement )*(?:propriété|cédés?|concédés?|utilisés?|confidentiels?|remis|livrés?|publiés?|présentés?|transmis|exploités?|protégés?|soumis|communiqués?|validés?|acquis|conservés?|diffusés?|mis|accessibles?|rendus?|analysés?|consignés?|enregistrés?|attendus?|ceux))|comprennent|désignent|s'entendent|incluent|recouvrent|consistent|correspondent|sont constitués)|(?:sont|est) (?:des |considérée?s? comme (?:des |les |un )?|réputée?s? (?:être )?(?:des )?)"? ?résultats?|(?<![a-z0-9)] qui )constituent (?:des |les )(?:livrables et )?résultats|on entend par (?:les |")*résultats|par "?résultats"?(?: [a-z]+)?,? (?:on|il faut|les parties|s')|définitions? des résultats|(?<![a-z0-9)] qui )(?:est|sont|forment?|constituent?|composent) (?:(?:l'unique|le seul|les seuls|le|les|un|des|l'ensemble des) )?(?:livrables et )?résultats?|constitue (?:le |un )résultat|résultats?(?: (?:du marché|des prestations|de l'accord-cadre))?,? (?:à savoir|savoir|c'est-à-dire|soit :|soit (?:le|la|les|l'[a-z]+))|(?:on|les parties|nous) (?:appelle(?:nt)?|nomme(?:nt)?|désigne(?:nt)? (?:par|sous le nom de)|qualifie(?:nt)? de) (?:les |")*résultats|(?:le |")résultat"?(?: (?:du marché|des prestations|attendu))? (?:est|désigne|s'entend|comprend|consiste)(?! (?:la propriété|cédé|concédé|remis|livré))|(?:appelée?s?|dénommée?s?|désignée?s? (?:par|sous|comme)|ci-après)(?: (?:le terme|les termes|ensemble))? (?:les )?"?résultats|"?résultats?"? (?:désigne|désignent|signifie)`;

/** What someone brings, named. */
const BRINGS = fr`apport(?:e|ent|és? par|ées? par) (?:le|la|les|un|une|des|son|sa|ses|leurs?|l'[a-z]+)|côté (?:d[eu]s? |de (?:la |l'))?[a-z' -]{3,40}? ?:`;

/** « Le titulaire apporte deux moteurs de calcul, décrits à l'annexe 2 »: what someone had, and lists. */
const BRINGS_LISTED = fr`apport(?:e|ent|era|eront)(?: [a-z0-9',-]+){1,12},? (?:list|énumér|recens|décri|nomm|identifi|dont la liste)[a-zé]*`;

const HE = /^[^a-z]*(?:ils?|elles?) /;

/** « Les parties en dressent la liste »: after a sentence or a title that names prior knowledge. */
const LIST_OF_THEM = fr`de (?:votre|notre|son|leur) côté ?:|du (?:vôtre|nôtre|sien) ?:|en (?:dress|établi|tien|fourni|donn|remet|joi)[a-z]* (?:[a-z]+ ){0,2}(?:la|une) liste|(?:la|leur|une) liste (?:en )?(?:figure|est (?:[a-z]+ )?(?:annexée|jointe|dressée|donnée|établie|arrêtée))|elles (?:sont|seront) (?:[a-z]+ )?(?:listées|énumérées|recensées|identifiées)|celles (?:du|de la|de l'|des) ?[a-z' -]{3,40} (?:se (?:limitent|réduisent|bornent) à|sont (?:listées|énumérées))|celles (?:de l'|d'un |du )?(?:état|liste) (?:joint|annexé|remis)e?|celles (?:de|dont|qu[a-z']*)(?: [a-z']+){0,6} (?:liste|listées?|annexe)`;

/** Neither party brings anything: that is a list too. */
const NONE_BROUGHT = fr`aucune?s? (?:autre )?(?:connaissances?|éléments?|créations?|oeuvres?|antériorités?|composants?|outils?)|(?:n'|ne |n'en |n'y |n'y en )(?:apporte|utilise|incorpore|mobilise|emploie|mobilisent|fourni|détien|a|ont|possède|comporte)(?:nt|t|s|ssent)?(?: [a-z'-]+){0,2}? (?:pas|aucune?|point|ni|rien|de|d'[a-z]+)|sans (?:connaissance|élément|antériorité|apport)`;

const LISTED = fr`(?:connaissances|éléments|créations|oeuvres|outils) (?:antérieur[a-z]*|préexistants?|d'avant)(?: [a-z',-]+){0,5} (?:sont (?:les?|la|l'[a-z]+|sa|son|ses|leurs?|des|une?|constituées?)|:)|list(?:e|ées?|és|ent|era)|énumér(?:e|ées?|és|ent)|identifi(?:e|ées?|és|ent)|tableau|annexes?|recens(?:e|ées?|és)|décrites?|déclar(?:e|ées?|és|ent)|indiqu(?:e|ées?|és|ent)|précis(?:e|ées?|és|ent)|mentionnées?|signal(?:e|ées?|és|era)|inventaire|états? (?:de (?:ses|leurs|vos) |des )(?:connaissances|éléments|outils)|figurent|néant|(?:se )?limit(?:ent|ées|és) à|se (?:réduisent|résument|bornent) à|apport(?:e|ent) (?:le|la|les|l'[a-z]+|un|une|des|son|sa|ses|leurs?)|${NONE_BROUGHT}`;
/** What someone brings, in brackets after its name. */
const IN_BRACKETS =
  /(?:connaissances anterieures|elements preexistants|anteriorites)(?: [a-z',-]+){0,5} ?\((?!articles?|au sens|voir|cf)/;
/** Prior knowledge that no list names; « ce qui n'est pas listé est présumé résultat » supposes a list. */
export const UNLISTED = fr`(?<!(?:ce|ceux|celles?|celui|éléments?) qui )(?:ne|n'en|n'est|n')(?: [a-z']+){0,4} (?:pas|aucune?|point)(?: [a-z']+){0,4} (?:liste|listées?|énumérées?|inventaire|identifiées?|recensées?)|(?:aucune|sans) liste(?! d(?:e |es |')(?!connaissances|éléments|ce|ces|ses|leurs))|sans en dresser`;

const GUARANTEE = fr`garanti(?:t|ssent|ra|e|es|r)?(?: [a-z',-]+){0,14} (?:jouissance|contre(?: [a-z',-]+){0,6} (?:[ld]')?(?:revendications?|troubles?|évictions?|actions?|recours|réclamations?|tiers)|revendications?|éviction|contrefaçon|tiers|titulaire|détient|originalité|droits cédés)|(?:jouissance|exercice|usage|utilisation|exploitation) (?:[a-z]+(?: et)? ){0,3}paisible|paisible (?:jouissance|exercice|usage)|jouissance pleine|(?:relève|garantit) (?:et )?(?:indemne|garantit)|contrefaçon|se porte (?:fort|garant)|libre de (?:toute|tous) (?:servitude|droits?)|revendications? (?:de|d'un) tiers|pris(?:e|es)? en charge(?: [a-z',-]+){0,6} condamnations?`;

const COMMERCE = fr`(?:exploit(?:er|e|ent|ation|ations)|diffus(?:er|ion)|utilis(?:er|ation)s?)(?: [a-z',-]+){0,6} (?:commercial(?:e|es|ement)?|commerciaux|à titre commercial|à titre onéreux|lucratif|lucratives?)|(?:licence|droit|permission|autorisation)s? de (?:re)?vente|monnayer|écouler (?:[a-z']+ ){0,3}à titre payant|commerciali(?:ser|sation|se|sent)|à des fins (?:[a-z]+ (?:ou|et) )?(?:commerciales?|lucratives?)|(?:en )?tirer? (?:un |des )(?:revenus?|recettes?|profits?|bénéfices?)|(?:re)?vendre|monétiser|reventes?|ventes? (?:en|de|des|au|aux|par|d'[a-z]+)|louer(?: [a-z',]+){0,6} (?:à |aux )|tirer? (?:profit|parti|bénéfice)|(?:le|les|la) (?:vendant|louant|commercialisant)|(?:vendue?s?|mise?s? en vente) (?:à|en|dans|sur|par) (?:la |sa |le |son |ses |notre |nos |l')?(?:boutiques?|librairies?|magasins?|ligne|kiosques?|billetteries?|guichets?|musées?)|faire commerce|(?:propos|ouvr|offr|donn|diffus|mettre|fourni)[a-z]* (?:[a-z',-]+ ){0,8}?(?:contre (?:paiement|rémunération|finances?)|moyennant (?:paiement|finances?|un prix)|à titre payant|contre argent)|accès payants? (?:[a-z]+ )?par`;
/** What tells that the buyer makes no commerce of the results. */
export const NO_COMMERCE = fr`avant commercialisation|(?:ne |n')(?:lui |leur )?(?:concèd|accord|donn|consen|confèr|ouvr|port)[a-z]* (?:pas|point|aucune?|ni)|commercia[a-z]+ ?: ?(?:non|aucune?|néant|exclue?s?|interdite?s?|sans objet|pas)|ni (?:[a-z]+ )?(?:exploitation commerciale|commercialisation|usage commercial)|ne comport(?:e|ent|era|eront) (?:pas|aucun|aucune)|non commercia(?:l|le|les|ux)|hors (?:toute )?(?:exploitation|fins|usage|finalité)|sans (?:but|fin|finalité|vocation) (?:lucrati|commercia)|à l'exclusion de toute|à l'exception de|ne (?:peut|peuvent|pourra)|aucune exploitation|n'est pas|interdit|exclue?s?|proscrite?s?|fermée?s?|n'exploite|n'en (?:fait|font|fera)|(?:ne |n')(?:les? |la |l'|en |y )?(?:exploit|commercialis|diffus|vend|lou|entend|tir)[a-z]* (?:[a-z]+ )?(?:pas|point|jamais|ni|aucune?|nullement)|sans (?:les? |la |l'|en )?(?:exploiter|commercialiser|vendre|louer|tirer)|s'interdi[a-z]*|renonc[a-z]+ à|commerciales? ou non|ni commercialis|empêch[a-z]+ de|(?:vendre|exploiter|commercialiser|diffuser) (?:ses|leurs) (?:propres )?(?:produits|logiciels|solutions|offres|gammes?|applications?|outils)`;

const MAY = fr`(?:peut|peuvent|pourra|pourront|(?<!(?:est|sont|sera|seront|été|être|soit) )(?:publie(?:nt)?|exploite(?:nt)?|réutilise(?:nt)?|réexploite(?:nt)?|commercialise(?:nt)?|diffuse(?:nt)?)|pou(?:vez|rrez)|(?:est|sont|êtes|reste|restent|demeure|demeurent) (?:entièrement |totalement )?libres?|conserve(?:nt)? (?:le droit|la faculté|la liberté|la possibilité)|dispose du droit|est autorisée?|a (?:toute )?(?:liberté|latitude|le droit))`;
const USE = fr`publi(?:er|e|ent|ation)|exploit(?:er|e|ent|ation)|réutilis(?:er|e|ent)|réexploit(?:er|e|ent)|commercialis(?:er|e|ent)|diffus(?:er|e|ent)|faire paraître|divulguer|présenter|communiquer sur|valoriser|revendre|vendre`;
/** What sets no condition, by the very words of one. */
const UNCONDITIONED = fr`(?:sans|ni) (?:avoir )?(?:à |de )?(?:lui |leur |nous |en )?(?:verser|payer|devoir|régler|acquitter|reverser|demander|solliciter|obtenir|recueillir) (?:aucune? |de |d'|la moindre |quelque |une? |l')?(?:conditions?|accords?|autorisations?|redevances?|contreparties?|agréments?)|(?:sans|ni|aucune?|d'aucune) (?:[a-z']+ ){0,2}?(?:conditions?|accords?|autorisations?|redevances?|contreparties?|mentions?|informations?|agréments?|réserves?|formalités?)`;
const NO_CONDITIONS = new RegExp(UNCONDITIONED, 'g');
const CONDITION = fr`accord|autorisations?|autorisée? par|sous réserve|redevances?|à (?:la )?condition|conditions?|après (?:avoir )?|mention(?:ne|nant|nera)?|agrément|validation|ne (?:peut|peuvent|publie|exploite)|qu'(?:après|avec)|sauf|dans la limite|intéressement|à charge|moyennant|contre|confidentialité|non confidentiels?|préalable(?:ment)?|information`;
const FORBIDDEN_USE = fr`n'(?:exploite|utilise)(?:nt|ra)?|ne (?:publie|peut|peuvent|pourra|commercialise|diffuse|réutilise|dispose|conserve)(?:nt|ra)?|s'interdi(?:t|sent)|interdi(?:t|te)|ni publier|sous (?:une )?licences? (?:libres?|ouvertes?|open source)`;
const OWN_THINGS = fr`savoir-faire|méthodes?|références?|son offre|connaissances antérieures|dans le cadre du marché|pour (?:l'exécution|les besoins) du marché|outils propres|conçus? avant|(?:outils?|logiciels?|applications?|systèmes?|plateformes?|dispositifs?) (?:actuel|existant|en (?:place|service))[a-z]*|pour le compte d(?:e|u|es)|sortante?s?|recours|procédures?|marchés?,`;

/** Words by which someone owns a thing, or comes to. */
export const OWNER = fr`(?:devien(?:t|nent|dra|dront)|est|sera|restera?|demeure(?:ra)?)(?: [a-z]+){0,3} propriétaires? (?:[a-z]+ ){0,3}?(?:d(?:u|e|es)|d')|(?:sont|est|sera|seront|deviennent|devient|deviendront|restent|reste|resteront|demeurent) (?:alors |donc )?(?:la |de la |en )?(?:pleine |seule |entière |toute )?propriété (?:[a-z]+(?: et)? ){0,4}d(?:u|e|es)|(?<!(?:^|[^a-z])il )appartien(?:t|nent|dra|dront)(?: [a-z,]+){0,3} (?:à|au|aux)|transf[eé]r(?:e|é|ée|és|ert de)(?: de)?(?: [a-z]+){0,4} propriété|propriété (?:[a-z]+ ){0,4}(?:est|sera) (?:[a-z]+ )?(?:transférée|acquise)|(?:entr|tomb|pass)(?:e|ent|era|eront),?(?: [a-z',-]+){0,6} dans (?:le|son|leur) (?:patrimoine|actif|domaine (?:privé|public)) d(?:e|u|es)`;
/** Things that the contract does not make. */
export const NOT_OURS = fr`données|mesures|matériels?|équipements?|mobiliers?|fournitures?|véhicules?|badges?|clés?|clefs?|vêtements?|stocks?|emballages?|consignes?|terrains?|bâtiments?|locaux|échantillons?|capteurs?|(?:remis|transmis|fournis|confiés|communiqués|mis à disposition|mises à disposition)(?:es)? (?:[a-z]+ )?(?:par (?:l'acheteur|le pouvoir|la (?:ville|caisse|collectivité|commune|personne|région|métropole)|le (?:maître d'ouvrage|département|syndicat|client))|au titulaire|aux candidats|aux prestataires?)|documents de (?:la )?consultation|offres?|candidatures?|informations?|fichiers? (?:d'adresses|nominatifs)|biens|ouvrages`;
/** Property in rights, and not in things. */
export const IN_RIGHTS = fr`droits?|propriété (?:intellectuelle|industrielle|littéraire|incorporelle)|cède|cession|licence`;

/** Receivers that are still to be named. */
const UNNAMED =
  "(?:tiers|organismes?|partenaires?|beneficiaires?|entites?|structures?)(?: [a-z]+){0,2} (?:(?:qui restent |restant )?a designer|non (?:encore )?designee?s?|(?:qui seront )?designee?s? (?:ulterieurement|plus tard|par la suite)|dont (?:la liste|le nom|les noms) n[e'] ?[a-z ]{0,20}pas)";
/** To whom the buyer shows the results: they receive no right. */
export const AUDIENCE = fr`(?:diffus|présent|communiqu|publi|montr|promo)[a-zé]* (?:[a-z',-]+ ){0,6}?(?:auprès|à destination|en direction)`;
/** « nos partenaires peuvent en profiter avec nous » */
const MAY_ENJOY =
  "(?:nos|ses|leurs|les|d'autres) (?:partenaires|filiales|organismes (?:partenaires|amis|associes|lies))(?: (?:de|du|des) (?:l'|la )?[a-z]+)? (?:(?:peuvent|pourront) (?:[a-z]+ ){0,2}?(?:(?:en |s'en |les? |la )(?:profiter|beneficier|jouir|disposer|servir|user|utiliser|exploiter|reutiliser)|(?:profiter|beneficier|jouir|disposer|user) des? )|en (?:profit|benefici|jouiss|dispos|us)[a-z]*)";
const VAGUE = fr`(?:organismes?|entités?|structures?|établissements?|collectivités?|partenaires?|filiales?|tiers|administrations?|membres?|caisses|services) (?:[a-z']+ ){0,5}(?:(?:bénéficient|jouissent|disposent|profitent|bénéficie|jouit|dispose) (?:également |aussi |eux-mêmes )?(?:des mêmes|de ces|de tous|des|de l'ensemble des) (?:[a-z]+ )?droits|(?:ont|exercent|reçoivent|acquièrent) (?:également )?les mêmes droits)|(?:ainsi qu'|et |, )(?:à |aux |à tous? )?(?:ses |leurs |tous |l'ensemble de ses )?(?:partenaires?|filiales?|organismes? partenaires?|ayants? (?:droit|cause)|tiers)(?! (?:de son choix|désignés?))|tous? (?:les )?(?:tiers|organismes?|services?|partenaires?) qu(?:e |')[a-z' -]{2,40} (?:désignera|désignerait|choisira|indiquera|jugera)(?:it|ient|ont)?|${MAY_ENJOY}|${UNNAMED}`;
const UNNAMED_ONES = fr`${UNNAMED}`;
/** « tiers désignés », the words of the CCAG of 2009. */
export const DESIGNATED_THIRD = fr`tiers désignés?|bénéficiaires désignés`;
/** What tells who receives rights. */
export const DESIGNATION = fr`(?:tiers désignés|bénéficiaires),?(?: [a-z0-9',."-]+){0,10} (?:sont|:|suivants?|à savoir|désignés? (?:à|en|dans) (?:l'annexe|l'article|le tableau))|(?:listés?|désignés?|énumérés?) (?:à l'annexe|en annexe|ci-après|ci-dessous|à l'article)|tiers désignés?(?: dans le marché)? ?:|aucun tiers|à savoir|suivants? ?:|[a-z0-9]+\)?, tiers désignés|comme tiers désignés,? (?:à|au|aux|la|le|les|l')`;

const RESULTS_LABEL = /^(?:- )?(?:[0-9]+(?:\.[0-9]+)*[.)]?(?: ?-)? )?"?resultats?(?: du marche)?"? ?:/;

/** « Il s'agit du logiciel et de sa documentation »: says what the words before it named. */
const THEY_ARE = fr`(?:il s'agit|(?:ils|ceux-ci|ces derniers) (?:s'entendent|se composent|sont constitués|sont formés)) (?:notamment |uniquement |de tous? |de toutes? |de l'ensemble )?(?:de|du|des|d'|l')|ce sont|(?:ils|ceux-ci|ces derniers) (?:comprennent|désignent|recouvrent|incluent|englobent|regroupent)|(?:y|en) (?:entrent|figurent|font partie|sont compris)|(?:sont|est) (?:ainsi )?(?:visée?s?|désignée?s?|comprise?s?|concernée?s?)`;
/** A label that a sentence of its own completes: « 8.1. Résultats. » */
const BARE_LABEL =
  /^[^a-z]*(?:(?:art(?:icle)?\.?|[a-z]) ?[0-9.)-]+[^a-z]*)?"?(?:les )?resultats?"?(?: (?:du marche|des prestations|attendus))?"?[ .:-]*$/;
const ENDS_ON_RESULTS = /resultats?"?(?: (?:du marche|des prestations|attendus))?[ .]*$/;
/** « Les logiciels et leur documentation. »: names without a verb. */
const NAMES = /^(?:- )?(?:tou(?:t|s|tes?) )?(?:les?|la|l'|des|du) ?[a-z]/;
const VERB = fr`transf[eé]re(?:nt)?|passe(?:nt)?|reçoi(?:t|vent)|est|sont|sera|seront|peu(?:t|vent)|doi(?:t|vent)|a|ont|ne|cèd[a-z]+|concèd[a-z]+|reste(?:nt)?|demeure(?:nt)?|appartien[a-z]+|utilise|reproduit|bénéficie|livre|remet|fournit|réalise|conserve`;

/** Whether « il s'agit… » comes after the label of the results, or after a sentence that ends on them. */
export function tellsResults({ previous, section }: Sentence): boolean {
  if (previous) return BARE_LABEL.test(previous.folded) || ENDS_ON_RESULTS.test(previous.folded);
  return BARE_LABEL.test(section.heading?.heading?.title ?? '');
}

/** The names that stand right under the label of the results; undefined when a statement does. */
function namesUnder(label: Sentence): MatterFound | undefined {
  const sentence = label.next ?? label.passage.after?.sentences[0];
  if (!sentence || !NAMES.test(sentence.folded) || sentence.has(VERB) || sentence.has(IN_RIGHTS)) return undefined;
  const at = sentence.find(production);
  return at && { matter: 'resultats', at, sentence };
}

/** What counts only beside other words: prior knowledge brought, results told by « il s'agit », a source code in a list of what is handed over. */
type Beside = 'apport' | 'ce-sont' | 'source';

/** Every matter of a sentence. */
function read(phrase: Phrase): { matter: Matter | Beside; at: Match }[] {
  const out: { matter: Matter | Beside; at: Match }[] = [];
  const put = (matter: Matter | Beside, at: Match | undefined) => {
    if (at) out.push({ matter, at });
  };
  const results = phrase.find(RESULTS_ARE) ?? phrase.find(RESULTS_LABEL);
  put('resultats', results);
  if (!results && phrase.has(THEY_ARE) && !phrase.has(IN_RIGHTS)) put('ce-sont', phrase.find(production));
  for (const [matter, at] of onPrior(phrase)) put(matter, at);
  if (!phrase.has(NOT_HANDED)) put(phrase.has(HANDED) ? 'code-source' : 'source', phrase.find(SOURCE));
  put('tierce-maintenance', phrase.has(KEPT_TO_HIM) ? undefined : phrase.find(THIRD_MAINTENANCE));
  put('garantie', phrase.find(GUARANTEE));
  put('moral-abandonne', speaksOfMoral(phrase) ? waived(phrase.folded) : undefined);
  if (phrase.has(MORAL) && phrase.has(PRESERVED) && !keepsNone(phrase.folded)) put('moral-rappele', phrase.find(MORAL));
  put('commerce-acheteur', tradeByBuyer(phrase));
  const use = usage(phrase);
  const isConditional = use && has(phrase.folded.replace(NO_CONDITIONS, ' '), CONDITION);
  put(isConditional ? 'usage-titulaire-conditionne' : 'usage-titulaire', use);
  put('propriete-materielle', ownership(phrase));
  put('beneficiaires-vagues', vagueReceivers(phrase));
  return out;
}

/** What a sentence tells of prior knowledge, by its name or not. */
function onPrior(phrase: Phrase): (readonly [matter: Matter | 'apport', at: Match | undefined])[] {
  const prior = phrase.find(PRIOR);
  const unlisted = phrase.find(UNLISTED);
  const isListed = !unlisted && (phrase.has(LISTED) || phrase.has(IN_BRACKETS));
  const told = prior
    ? ([[isListed ? 'anterieures-listees' : 'anterieures', prior]] as const)
    : ([
        ['anterieures-listees', phrase.has(contractor) || phrase.has(HE) ? phrase.find(BRINGS_LISTED) : undefined],
        ['apport', brought(phrase)],
      ] as const);
  return [...told, ['anterieures-sans-liste', unlisted]];
}

/** What tells of prior knowledge brought, or of its list, in a sentence that does not name it. */
const brought = (phrase: Phrase): Match | undefined =>
  phrase.find(BRINGS) ?? phrase.find(NONE_BROUGHT) ?? (phrase.has(UNLISTED) ? undefined : phrase.find(LIST_OF_THEM));

function tradeByBuyer(phrase: Phrase): Match | undefined {
  const commerce = phrase.find(COMMERCE);
  return commerce && !phrase.has(NO_COMMERCE) && !isContractors(phrase.folded, commerce) ? commerce : undefined;
}

/** Where the buyer is said to own what is produced, and not rights in it. */
function ownership(phrase: Phrase): Match | undefined {
  const owner = phrase.find(OWNER);
  if (!owner || !phrase.has(production) || phrase.has(NOT_OURS) || phrase.has(IN_RIGHTS)) return undefined;
  return ownedByBuyer(phrase.folded, owner) ? owner : undefined;
}

/** « Bénéficiaires : la ville et ses partenaires »: a list that names but a sort. */
const LISTS_A_SORT =
  /(?:beneficiaires|tiers designes)[^:]{0,40}:[^:]*(?:ses|leurs|nos|des|tous (?:les|ses)|toute?s?|autres) (?:[a-z]+ )?(?:partenaires|organismes|tiers|entites|filiales|adherents|associes)(?! (?:suivant|ci-|(?:list|design|enumer|nomm|cit)))(?![^.;]*(?:annexe|liste|:|\())/;
export const listsASort = (folded: string): boolean => LISTS_A_SORT.test(folded);

const ON_RIGHTS = fr`droits?|licences?|cède(?:nt)?|concède(?:nt)?|cédée?s?|propriétaires?|résultats?`;

/** Those who receive rights, where nothing tells who they are. */
function vagueReceivers(phrase: Phrase): Match | undefined {
  if (phrase.has(LISTS_A_SORT)) return whole(phrase.folded);
  const vague = phrase.find(VAGUE);
  if (!vague || !(phrase.has(UNNAMED_ONES) || phrase.has(ON_RIGHTS))) return undefined;
  return phrase.has(DESIGNATION) || phrase.has(AUDIENCE) ? undefined : vague;
}

/** Verbs by which something is given or allowed. */
export const GRANTED_TO = fr`concède(?:nt)?|cède(?:nt)?|accorde(?:nt)?|autorise(?:nt)?|permet(?:tent)?|laisse(?:nt)?|octroie(?:nt)?`;
/** The last party named before it is the contractor: it is the one who exploits. */
const isContractors = (folded: string, m: Match): boolean => {
  const before = folded.slice(0, m.from);
  if (IF_HE.test(before)) return isFirst(folded.slice(m.to), contractor, buyer);
  const last = (pattern: RegExp) => findAll(before, pattern).pop()?.from ?? -1;
  const from = last(contractor);
  // « le studio concède au musée la vente… »: he gives it.
  return from > last(buyer) && !has(before.slice(Math.max(0, from)), GRANTED_TO);
};

/** « S'il vend les connecteurs, le titulaire verse… »: the pronoun is who is named after. */
const IF_HE = /(?<![a-z])(?:s'|si |quand |lorsqu')(?:ils?|elles?) (?:en |les |la |le |l')?$/;
const isFirst = (folded: string, one: RegExp, other: RegExp): boolean => {
  const at = find(folded, one)?.from;
  return at !== undefined && at < (find(folded, other)?.from ?? folded.length);
};

/** « la société qui exploite l'outil actuel »: tells which one, and allows nothing. */
const WHICH_ONE = fr`qui (?:[a-z]+ )?(?:publie|exploite|réutilise|réexploite|commercialise|diffuse)(?:nt)?`;
const WHICH_ONES = new RegExp(WHICH_ONE.source, 'g');
const mayUse = (phrase: Phrase): boolean =>
  phrase.has(MAY) && (!phrase.has(WHICH_ONE) || has(phrase.folded.replace(WHICH_ONES, ' '), MAY));

/** « Ces connaissances sont concédées, leur titulaire les exploitant ailleurs »: whoever holds them, and not the results. */
export const THEIR_HOLDER = fr`(?:leurs?|son) (?:titulaires?|propriétaires?|détenteurs?|éditeurs?)`;

/** What may be sold, shown or published on one's own account. */
const USABLE = fr`résultats?|livrables?|études?|rapports?|logiciels?|codes?|développements?|créations?|oeuvres?|travaux|données|prototypes?|modèles?|publications?|application|films?|vidéos?|rushes|photos?|photographies|images?|illustrations?|maquettes?|musiques?|affiches?`;
/** Who processes personal data for another is bound by what it says of these. */
const PROCESSING = fr`responsables? d(?:e|u) traitement`;
/** « Vous pouvez vendre la maquette, librement »: the buyer writes to the contractor, and asks nothing of him. */
const YOU_MAY = /(?<![a-z])vous (?:pouvez|pourrez|etes libres?)(?![a-z])/;
const AT_WILL = fr`librement|libres?|sans (?:[a-z']+ ){0,2}(?:demander|autorisation|accord|contrepartie|formalité)|comme bon vous semble|à votre (?:gré|guise)|pas besoin de`;
/** « comme il l'entend », « à sa guise »: nobody is asked. */
export const AT_HIS_WILL = fr`comme (?:il|elle|ils|elles|bon) (?:(?:l'|le |la |les |lui |leur )?(?:entend|plai|souhait|veu|voudr|convien|sembl))[a-zé]*|(?:qui|que) bon (?:lui|leur) semble|à (?:sa|leur) (?:guise|convenance|discrétion)|à (?:son|leur) gré|librement|en toute liberté|sans (?:[a-z']+ ){0,3}(?:demander|avertir|prévenir|rendre compte|formalité)`;
/** What one does with works that one disposes of: « il propose les livrets à ses autres clients, comme il l'entend ». */
const DISPOSES = fr`propose(?:nt)?|vend(?:ent)?|use(?:nt)?|utilise(?:nt)?|loue(?:nt)?|distribue(?:nt)?|(?:ré|r)?emploie(?:nt)?|montre(?:nt)?|offre(?:nt)?|dispose(?:nt)?|tire(?:nt)? (?:parti|profit)`;
const disposes = (phrase: Phrase): boolean => phrase.has(AT_HIS_WILL) && phrase.has(DISPOSES) && phrase.has(production);
/** « Il use des textes, comme il lui plaît »: who, the sentences before say. */
const HE_DOES = /^[^a-z]*(?:il|elle|ils|elles) (?=[a-z]+)/;

/** « la créance que le sous-traitant pourra présenter en nantissement », « les travaux que nous envisageons de sous-traiter »: what is owed, and who is paid. */
export const CLAIMS = fr`créances?|nantissements?|nantir|paiement direct|payés directement|acte spécial|actes spéciaux|agrément des conditions|affacturage|cessibilité|(?:envisage|envisageons|entends|entendons|prévoit|prévoient) (?:de |d')?(?:faire exécuter|sous-traiter|confier)`;

function usage(phrase: Phrase): Match | undefined {
  if (phrase.has(OWN_THINGS) || phrase.has(FORBIDDEN_USE) || phrase.has(CLAIMS)) return undefined;
  return disposes(phrase) ? disposed(phrase) : allowed(phrase);
}

/** What the contractor does at will with what is made. */
function disposed(phrase: Phrase): Match | undefined {
  const who = phrase.find(contractor) ?? phrase.find(YOU_MAY) ?? phrase.find(HE_DOES);
  const first = phrase.find(buyer);
  return who && !(first && first.from < who.from) ? whole(phrase.folded) : undefined;
}

/** What the contractor may do with what is made. */
function allowed(phrase: Phrase): Match | undefined {
  const who = phrase.find(contractor) ?? (phrase.has(AT_WILL) ? phrase.find(YOU_MAY) : undefined);
  if (!who || !mayUse(phrase) || !phrase.has(USE)) return undefined;
  const first = phrase.find(buyer);
  if ((first && first.from < who.from) || phrase.has(THEIR_HOLDER) || phrase.has(PROCESSING)) return undefined;
  // « cède ses droits pour que l'acheteur les exploite librement »: it is the buyer who does.
  if (!YOU_MAY.test(who.text) && !phrase.findAll(USE).some((m) => isContractors(phrase.folded, m))) return undefined;
  return phrase.has(USABLE) ? whole(phrase.folded) : undefined;
}

function ownedByBuyer(folded: string, owner: Match): boolean {
  const subject = folded.slice(0, owner.from);
  const rest = folded.slice(owner.to - 3);
  if (!/proprietaire/.test(owner.text)) {
    const receiver = find(rest, buyer);
    const other = find(rest, contractor);
    return receiver !== undefined && !(other && other.from < receiver.from);
  }
  return has(subject, buyer) && !has(subject, contractor);
}

/** What tells the matter of a sentence from above it: title, label of its row, head of its column, what opens its list, the sentence before. */
const above = ({ section, passage, previous }: Sentence) => [
  section.heading,
  passage.rowLabel,
  passage.table?.headerOf(passage),
  passage.lead,
  previous,
];
/** The sentence stands under words on prior knowledge. */
export const isUnderPrior = (sentence: Sentence, words: RegExp = PRIOR): boolean =>
  above(sentence).some((over) => over?.has(words) ?? false);

/** What teams show of themselves is no use of results. */
const OF_CANDIDATURES = fr`candidat(?:ures?|er)|sélection des (?:équipes|candidats|candidatures)|ce que (?:vous|les équipes) remett[a-z]*|pièces (?:de |à )(?:la )?(?:candidature|remettre|produire)`;
/** Under a title on candidatures, or on personal data: no use of results. */
export const isOfOtherThings = (sentence: Sentence): boolean =>
  sentence.section.under(OF_CANDIDATURES) || isUnderPersonalData(sentence) || OF_TESTS.test(sentence.folded);
/** « Il en définit le besoin et en exploite les résultats »: those of soundings or tests that others make. */
const OF_TESTS = /(?<![a-z])en (?:exploite|utilise|interprete|analyse)(?:nt|ra|ront)? les resultats(?![a-z])/;

/** « Le titulaire conserve ses méthodes. Il peut exploiter commercialement les résultats… »: the one of the sentence before. */
export const isOfContractorBefore = ({ folded, previous }: Sentence): boolean =>
  /^[^a-z]*(?:ils?|elles?|celui-ci|celle-ci|ceux-ci|celles-ci) (?:peut|peuvent|pourra|pourront|est|sera|garde|conserve|a)(?![a-z])/.test(
    folded,
  ) &&
  previous !== undefined &&
  (find(previous.folded.slice(0, 40), contractor)?.from ?? 99) < (find(previous.folded, buyer)?.from ?? 98);

/** « Elle use des plans à sa guise », after a sentence that begins with the buyer. */
const isOfOther = (sentence: Sentence): boolean =>
  HE_DOES.test(sentence.folded) && !sentence.has(contractor) && !speaksOfContractor(sentence);
function speaksOfContractor({ previous, passage }: Sentence): boolean {
  const before = previous ?? passage.before?.sentences[0];
  const [his, theirs] = [contractor, buyer].map((who) => before?.find(who)?.from ?? Infinity) as [number, number];
  return his < theirs;
}

/** « Livraison | programmes sources », « Sont remis : – le code source »: by the head of its table, or what opens its list. */
function isHandedOver({ passage }: Sentence): boolean {
  const around = passage.cell ? [...(passage.table?.header.cells ?? []), passage.rowLabel] : [passage.lead];
  return around.some((p) => p !== passage && p?.has(HANDED) === true && !p.has(NOT_HANDED));
}

/** By words that name no matter alone, what bears one out around them, and that matter. */
const BESIDE: Readonly<Record<Beside, readonly [isBorneOut: (sentence: Sentence) => boolean, matter: Matter]>> = {
  // « apporte » tells who brings prior knowledge only where that is the matter.
  apport: [isUnderPrior, 'anterieures-listees'],
  source: [isHandedOver, 'code-source'],
  'ce-sont': [tellsResults, 'resultats'],
};

/** By matter, what denies around the words that name it that the sentence is on it. */
const DENIED: Readonly<Partial<Record<Matter, (sentence: Sentence) => boolean>>> = {
  // « ne transmet pas la liste des adhérents »: a list of something else.
  'anterieures-sans-liste': (sentence) => !sentence.has(PRIOR) && !isUnderPrior(sentence),
  'commerce-acheteur': isOfContractorBefore,
  'usage-titulaire': (sentence) => isOfOtherThings(sentence) || isOfOther(sentence),
};

const isBeside = (matter: Matter | Beside): matter is Beside => matter in BESIDE;

/** What a sentence that names a matter is on, by what stands around it; undefined where that bears nothing out. */
function placed(named: Matter | Beside, sentence: Sentence): Matter | undefined {
  if (!isBeside(named)) return DENIED[named]?.(sentence) ? undefined : named;
  const [isBorneOut, matter] = BESIDE[named];
  return isBorneOut(sentence) ? matter : undefined;
}

/** The matters that the words of a piece name. */
export function mattersRead(piece: Piece): MatterFound[] {
  const found = piece.draft
    .collect(read)
    .flatMap(({ value, sentence }: Found<{ matter: Matter | Beside; at: Match }[]>) =>
      value.flatMap(({ matter: named, at }): MatterFound[] => {
        const matter = placed(named, sentence);
        return matter ? [{ matter, at, sentence }] : [];
      }),
    );
  const sold = piece.draft.sections.flatMap((section): MatterFound[] => {
    const sentence = soldUnder(section);
    const isKnown = found.some((f) => f.matter === 'commerce-acheteur' && f.sentence === sentence);
    return sentence && !isKnown ? [{ matter: 'commerce-acheteur', at: whole(sentence.folded), sentence }] : [];
  });
  return [...found, ...sold, ...piece.draft.sentencesWith(BARE_LABEL).flatMap((s) => namesUnder(s) ?? [])];
}
