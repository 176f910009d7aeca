import type { Draft, Sentence } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import type { Stretch } from '../../kit/french/scan.ts';
import { clauses } from '../../kit/french/sentences.ts';
import { shares } from '../../kit/french/shares.ts';
import type { PassageContent } from '../../kit/markdown/block.ts';
import type { Phrase } from '../../kit/markdown/prose.ts';
import { type Consultation, defineFact, type Piece } from '../../kit/piece.ts';
import type { Doubt } from '../../kit/rule.ts';
import { find, has } from '../../kit/text.ts';
import { hearing, isRowLabel, labelled, lessSure, lotsAround, saying } from '../commun/index.ts';
import { isOnPriorKnowledge } from './ailleurs.ts';

/** What a sentence says of a contract of research and development. */
export type RechercheSignal =
  /** The exclusion of article L2512-5, 2° is relied on. */
  | 'exclusion'
  | 'finance-tout'
  | 'finance-partie'
  /** The buyer alone owns the results. */
  | 'resultats-acheteur'
  /** The contractor keeps, or shares, the results. */
  | 'resultats-partages'
  /** Pre-production prototypes, tooling, industrial engineering, manufacture. */
  | 'industriel'
  | 'sans-concurrence'
  | 'concurrence'
  /** Phased pre-commercial procurement. */
  | 'apac'
  | 'risques-partages';

export interface RechercheFound {
  readonly signal: RechercheSignal;
  readonly sentence: Sentence;
  /** Where in the sentence. */
  readonly from: number;
  readonly to: number;
  readonly doubt?: Doubt;
}

const RD = fr`(?:recherche(?:s)?(?: et (?:de |du )?|-| \/ |\/| & )développement(?: expérimental)?|recherche (?:appliquée|fondamentale)|développement expérimental|(?:services?|contrats?|travaux|prestations?|marchés?) de (?:la )?recherche|r ?(?:&|et) ?d|r\/d|démonstrateurs? technologiques?)`;
const ARTICLE = fr`(?:2° (?:du [ivx]+ )?de l'article l\.? ?2512-5|l\.? ?2512-5,? ?(?:\(|au |alinéa )?2(?:°|o|e)?(?!\d)|(?:article )?14,? ?\(?3°|3° de l'article 14)`;
const ARTICLE_ALONE = fr`l\.? ?2512-5|article 14 de l'ordonnance`;
const OUTSIDE = fr`(?:exclue?s?|exclusion|exempt(?:é|ée|és|ées)|échapp(?:e|ent)|hors|en dehors|sorti(?:e|es|s)?|soustrait(?:e|es|s)?)|ne (?:sont|est|relève(?:nt)?|s'applique(?:nt)?|se voit)[a-z' ]{0,16} pas|n'(?:est|entre(?:nt)?|obéi(?:t|ssent)) pas|non soumis(?:e|es)?`;
const OF_LAW = fr`(?:code|règles|droit|champ|dispositions|réglementation|obligations) (?:[a-z'-]+ ){0,9}(?:commande publique|marchés publics)|commande publique|marchés publics|règles (?:de passation|de publicité)|exclusion r ?& ?d|(?:exclu|exempt|soustrait|sorti)[a-zé]* (?:du|au) code(?! (?:civil|pénal|postal|du|de)(?! la commande))|hors (?:du )?code(?! (?:civil|du|de)(?! la commande))`;
/** Relies on a text or on what it allows; not « fait application du code », which is the contrary. */
const TAKEN =
  "(?:(?:(?:se |s'(?:en |y )?)?(?:plac|preval|prevau|invoqu|appu|fond|rang)[a-z]*|usage|application|(?:passe|conclu)e?s? (?:sur|au titre|en vertu))(?! (?:(?!hors |dehors )[a-z']+ ){0,3}?(?:code|regles|procedures))|jou(?:e|er|ent)|echapp(?:e|ent|er))";
/** « n'entend pas se placer hors du code », « le 2° n'y joue pas », « le marché reste soumis au code » */
const DECLINED = fr`(?:ne|n'[a-z]+)(?: [a-z']+){0,3} pas(?: [a-z']+){0,4} ${TAKEN}|(?<!(?:code|publique|règles|dispositions) )(?:ne |n')(?:y |en )?${TAKEN}(?: (?:donc|ainsi|ici|toutefois|cependant))? (?:pas|point|nullement|aucunement)|sans(?: [a-z']+){0,3} ${TAKEN}|sans (?:[a-z']+ ){1,14}(?:se |s'en |s'y |s')(?:prévaloir|prévale|placer|fonder|ranger|appuyer)|(?:exclusion|exception|dérogation|dispense|exemption|faculté|hypothèse|disposition)s? (?:[a-z0-9.,°'-]+ ){0,12}?(?:est|sont|reste|demeure)(?:nt)? (?:donc |ici |pour autant |ainsi )*(?:étrangère?s?|inapplicables?|inopérante?s?|indifférente?s?|sans (?:application|objet|effet|incidence|rapport|lien|emploi))|(?:reste|demeure)(?:nt)? (?:[a-z]+ ){0,2}?(?:soumis|régi)e?s? (?:au|par le) code(?! (?:du|civil|de (?!la commande)))|(?:2°|exclusion|dérogation|exception)[a-z0-9 .,°'-]{0,60} (?:est|sont) (?:[a-z]+ )?écartée?s?`;
const NOT_RELIED = fr`ne (?:relève(?:nt)?|constitue(?:nt)?|répond(?:ent)?|bénéficie(?:nt)?|remplit|remplissent|peut|peuvent|saurait|sauraient) (?:donc |toutefois |pas )*(?:pas|plus|ni|aucunement|être)|n'entre(?:nt)? pas dans (?:le champ de )?(?:cette|l')exclusion|sans (?:recourir|se prévaloir)|ne (?:recourt|se prévaut|fait) pas|n'est(?:-elle|-il)? (?:donc |toutefois |ici )?pas (?:applicable|exclu|retenue?|invoquée?|mise? en oeuvre)|n'est (?:donc )?pas un (?:marché|contrat) de recherche|renonce à|inapplicable|n'(?:est|a) (?:[a-z]+ )?pas (?:été )?(?:conclu|passé|placé|attribué|lancé|engagé|fondé)e?s? (?:sous|au titre|en application|sur|au bénéfice|dans le (?:cadre|champ))[^.;]{0,40}(?:exclusion|exception|dérogation|2512)|${DECLINED}`;

const BUYER =
  "(?:l'(?:acheteur|institut|organisme|etablissement|agence|universite|urssaf|union|etat|hopital|assurance)|la (?:caisse|cpam|caf|carsat|msa|commune|ville|region|metropole|personne publique|collectivite|communaute|direction)|le (?:pouvoir adjudicateur|departement|chu|centre|ministere|syndicat|conseil|groupement|maitre d'ouvrage|service)|celui-ci|celle-ci|il|elle|ce dernier|cette derniere)";
const ALL =
  "(?:la totalite|l'integralite|l'ensemble|la globalite|integralement|entierement|totalement|en totalite|en integralite|exclusivement|(?:a (?:hauteur de )?)?(?:100 ?(?:%|pour cent)|cent pour cent)|en entier|toutes? les? (?:depenses|couts?|frais|charges?)|tous les (?:couts|frais)|toute la (?:recherche|depense|charge|prestation)|tout le (?:cout|programme|projet))";
const PAY =
  '(?:(?:financ|prena|support|assum)(?:ant|nt)|financ(?:e|es|ee|ees|ent|era|eront|ement|er)|support(?:e|es|ee|ees|ent|era|eront|er)|pren(?:d|dra|nent|dre)|pris(?:e|es)?|remuner(?:e|es|ee|ees|ent|era|er|ation)|pa(?:y(?:e|es|ee|ees|ent|era|er)|ie(?:nt|ra|ront)?)|couvr(?:e|ent|ira)|assum(?:e|ent|era)|regle(?:nt|ra|ront|e|es|ee|ees)?|acquitt(?:e|ant|ent|era|eront)|rembours(?:e|es|ee|ees|ent|era|eront)|(?:financ|support|pren|prendr|remuner|pay|couvr|assum|regl)(?:er)?ons)';
const WHOLE = fr`${PAY} (?:[a-z,'-]+ ){0,6}${ALL}|${ALL} (?:[a-z,'-]+ ){0,7}${PAY}|financement (?:[a-z,'-]+ ){0,4}(?:integral|total|complet|de 100 ?%|exclusif)|(?:aucun|sans|pas de) (?:co-?financement|apport|participation financiere|financement propre|contribution financiere)|n'apporte(?:nt)? aucun|(?:seul|unique)e? (?:financeur|a financer)|est seule? a financer`;
const PART = fr`${PAY} (?:[a-z,'-]+ ){0,5}(?:partiellement|partielle|en partie|pour partie|une (?:seule )?(?:partie|fraction|quote-part)|qu'(?:une partie|en partie|a (?:hauteur|concurrence)))|(?:ne|n') ?(?:[a-z]+ ){0,2}${PAY} (?:[a-z,'-]+ ){0,3}(?:que |qu'|pas (?:[a-z'-]+ ){0,3}${ALL})|sans (?:en )?financer (?:[a-z]+ )?${ALL}|(?:titulaire|entreprise|equipe|laboratoire|contractant|prestataire|operateur|partenaire|industriel)s? (?:[a-z,'-]+ ){0,5}(?:supporte|assume|apporte|finance|contribue|prend)(?:nt|ra|ront)? (?:[a-z,'-]+ ){0,5}(?:reste|solde|surplus|partie|quote-part|part|moitie|tiers|quart|complement|difference|co-?financement)|(?<!(?:sans|aucun|pas de|ni) (?:aucun )?)co-?financ(?:ement|e|ee|es|ees)|financement (?:conjoint|partage|partiel)|subvention(?:ne)?`;
const PAYS = fr`${PAY}|financement|participation`;
const TOTAL_ONLY = fr`(?:avance|acompte|solde|facture|paiement|penalite)s?`;

const RESULTS =
  '(?:resultats?|livrables?|brevets?|droits|inventions?|travaux|connaissances nouvelles|demonstrateurs?|developpements|propriete intellectuelle|creations|logiciels?)';
const EXCLUSIVE = fr`pleine propriété|propriété (?:pleine et entière|exclusive|entière et exclusive|intégrale|pleine|entière)|propriétaires? (?:exclusi(?:f|ve|fs)|unique|à titre exclusif)|(?:seule?s?|uniques?) (?:et [a-z]+ )?propriétaires?|(?:appartien(?:nent|t|dront|dra)|reviennent|revient|sont la propriété|est la propriété|deviennent la propriété|devient la propriété|propriété) (?:[a-z,'-]+ ){0,4}(?:exclusivement|intégralement|entièrement|en totalité|en pleine propriété|en exclusivité|en propre|seule?)|(?:cède|transfère|cèdent|cédés?|transférés?|cession|transfert) (?:[a-z,'-]+ ){0,14}(?:à titre exclusif|exclusive(?:ment)?|en exclusivité|en pleine propriété|en totalité)|(?:à titre exclusif|de façon exclusive|en exclusivité) (?:[a-z,'-]+ ){0,8}(?:cède|transfère|propriété)`;
const BELONGS = fr`${RESULTS} (?:[a-z,'-]+ ){0,6}(?:appartien(?:nent|t|dront|dra) (?:de plein droit )?(?:à|au|aux)|(?:sont|est|deviennent|devient|deviendront|restent|demeurent),? (?:[a-z',]+ ){0,6}propriété (?:de|du|des|d'[a-z]+))(?! (?:la |l'|le |leurs? |son |chaque )?(?:titulaire|équipe|entreprise|prestataire|laboratoire|contractant|partenaire|attributaire|industriel|celui|auteur|parties|deux))`;
const SHARED = fr`(?:n'|ne |sans (?:que )?|ni )(?:[a-z,'-]+ ){0,8}(?:propriété exclusive|exclusivité|exclusive|à titre exclusif)|non[ -]exclusi(?:f|ve|fs|ves|vement)|sans exclusivité|copropriété|propriété (?:commune|partagée|indivise|conjointe)|copropriétaires?|conjointement|(?:titulaire|équipe|entreprise|laboratoire|prestataire|contractant|partenaire|industriel)s? (?:[a-z,'-]+ ){0,5}(?:conserv(?:e|ent|era|eront)|gard(?:e|ent|era|eront)|rest(?:e|ent|era|eront)|demeur(?:e|ent|era|eront)|(?:est|sont)) (?:[a-z,'-]+ ){0,6}(?:propriét(?:é|aires?)|titulaires? des droits|droits|brevets?)|${RESULTS} (?:[a-z,'-]+ ){0,6}(?:appartien(?:nent|t)|propriété|revien(?:nent|t)|restent la propriété) (?:[a-z,'-]+ ){0,2}(?:au titulaire|du titulaire|à l'équipe|de l'équipe|aux équipes|des équipes|à l'entreprise|de l'entreprise|aux entreprises|des entreprises|qui les a|à celui|à leurs? auteurs?|au laboratoire|du laboratoire|au prestataire|du prestataire|au partenaire)|exclusivité n'est pas|partage de la propriété`;
/** A narrower object: the name of a programme may be assigned whole. */
const NARROW = fr`nom|logo|logotypes?|marque|charte graphique|rapports? de synthèse|supports? de communication`;

const INDUSTRIAL = fr`prototypes? (?:[a-z'-]+ ){0,2}(?:de )?(?:pré-?production|pré-?série|industriels?)|pré-?production|outillages? (?:[a-z'-]+ ){0,3}(?:chaînes?|production|séries?|fabrication|assemblage|industriel(?:le|s)?|injection|moulage)|(?:réalis|conçoi|conce|fabri|met |mise |mettre |qualifi|étud|livr|fourn)[a-z]* (?:[a-z,'-]+ ){0,5}(?:[dl]')?outillages?|outillages? industriels?|ingénierie industrielle|conception industrielle|industrialis(?:ation|er|e|ent|era)|(?:fabrication|production|fabrique|fabriquer|produit|produire|produira) (?:[a-z,'-]+ ){0,5}(?:en|de la|de grande|en petite|en grande) séries?|chaînes? (?:de (?:production|fabrication|montage)|d'(?:assemblage|atelier|usine))|séries? de (?:\d|[a-z]*(?:cents?|mille|dizaines?|centaines?))|lignes? de (?:production|fabrication)|fabrication (?:industrielle|des? (?:produits?|équipements?|appareils?|boîtiers?|dispositifs?|exemplaires?) (?:finis?|définitifs?|destinés?))`;
const NOT_INDUSTRIAL = fr`(?:écoles?|musées?|lycées?|collections?) (?:a|ont|possèdent?|conservent?)|(?:à l'exception|à l'exclusion|exclut|excluent|exclue?s?|hors|sans|ni|non compris|ne (?:comprend|comprennent|porte|portent|vise|visent|concerne|inclut|comporte|couvre|prévoit|prévoient|sont|est|s'étend|va|vont|fera|feront|font|fait)(?:nt)?|n'(?:inclut|incluent|est|entrent|entre)|aucune?|s'arrête|jusqu'(?:à|au)|avant (?:toute |la |l')?|ultérieure?s?|existante?s?|actuel(?:le|s)?)`;

/** « L'industrialisation, l'outillage et la certification n'entrent pas dans le marché »: said of all that stands before. */
const LEFT_OUT = fr`(?:hors (?:objet|champ|périmètre|marché|mission|programme|contrat)|(?:exclusions?|exclue?s?|non comprise?s?|non prévue?s?)(?: d[ue] [a-z' ]{2,24})?) ?:|(?:n'entr(?:e|ent|era|eront)|ne (?:fait|font|fera|feront)|n'en (?:fait|font)) (?:pas|point|nullement) (?:partie|dans|au)`;
/** « Plus tard, un marché distinct, passé en appel d'offres, portera sur l'outillage »: said of all that follows. */
const OTHER_CONTRACT = fr`(?:marché|contrat|consultation)s? (?:[a-z]+ ){0,3}(?:distincte?|séparée?)s?`;
/** A contract that is still to be let to anyone, or what the firm has already. */
const ANOTHER = fr`distinctes?|autre (?:marché|contrat|consultation)|ouverte?s? à tous|soumise?s? au code|fera l'objet|feront l'objet|donner(?:a|ont) lieu|déjà (?:équip|dispos|acquis)[a-zé]*`;

const NO_COMPETITION = fr`à qui seule?|sans (?:en )?(?:consulter|solliciter|interroger|approcher) (?:d'autres?|aucune? autre|quiconque)|(?:sans|aucune|ni|hors) (?:publicité|(?:aucune )?mise en concurrence|appel (?:à|d')|annonce|avis|concurrence|consultation)|(?:de )?gré à gré|aucune (?:annonce|publicité|publication|autre (?:entreprise|équipe|société|offre|structure)|consultation|concurrence)|aucun (?:avis|autre (?:opérateur|candidat|organisme|laboratoire))|directement (?:attribué|confié|désigné|choisi|passé|conclu|retenu)[a-z]*|(?:attribué|confié|désigné|choisi|passé|conclu|retenu)[a-z]* (?:directement|d'office)|(?:a|ont) été (?:désigné|choisi|retenu|sélectionné|pressenti)[a-z]* (?:[a-z,'-]+ ){0,8}(?:réputation|notoriété|relations|sans|librement)|seule? (?:entreprise|équipe|société|laboratoire|opérateur) (?:consulté|sollicité|contacté|approché)[a-z]*|ne (?:fait|fera|donne|procède) (?:[a-z]+ ){0,3}(?:l'objet d'aucune|lieu à aucune|pas (?:l'objet d'une|lieu à une|à une?)) (?:mise en concurrence|publicité|consultation)`;
const COMPETITION = fr`(?<!sans )(?<!(?:sans )?aucune )(?<!ni )(?:met|mise|mettra|mettent|mis|remise?|mettre) en concurrence|avis (?:de (?:marché|publicité|consultation)|d'appel|est publié|a été publié)|appel (?:à|aux) (?:candidatures?|propositions?|manifestations?)|(?:plusieurs|trois|quatre|cinq|six|deux|\d+) (?:équipes|entreprises|laboratoires|organismes|sociétés|candidats) (?:[a-z,'-]+ ){0,4}(?:consult|invit|sollicit|approch|interrog|concurren)[a-z]*|candidats?|candidatures?|soumissionnaires?|critères? (?:de (?:choix|sélection|jugement)|d'attribution)|offres? (?:sont|est|seront|reçues|remises|classées)|jugement des offres|profil d'acheteur|boamp|classement des`;
/** What is bought once the research is done, and the price alone: « elle équipera ensuite les salles, à un prix arrêté de gré à gré ». */
const BOUGHT_LATER = fr`(?:ensuite|par la suite|plus tard)|(?:prix|tarifs?|montants?|honoraires) (?:[a-z,'-]+ ){0,6}gré à gré`;
const DENIES = fr`(?:n'entend pas|ne (?:souhaite|désigne|saurait|peut|dispense|procède) pas|ne dispense|n'exclut|n'est pas (?:attribu|pass|conclu|confi)[a-z]*|il n'est pas question|pas pour autant|interdit|sans (?:nouvelle|autre|les? re)|nouvelle mise|re(?:mettre|mis)[a-z]* en concurrence|non (?:passé|attribué))`;

const APAC = fr`achats? publics? avant commercialisation|achats? avant commercialisation|(?:achats? (?:publics? )?(?:de )?)?(?:r ?& ?d|recherche(?: et (?:de )?développement)?) avant commercialisation|a\.?p\.?a\.?c\.?|pre-?commercial procurement|achats? (?:publics? )?pré-?commercia(?:l|ux)|(?:procédure|achat|marché|programme) (?:[a-z]+ ){0,2}pré-?commercia(?:le?|ux)|développement concurrentiel par phases`;
/** « Nous n'avons pas choisi l'achat avant commercialisation », « plutôt qu'un APAC » */
const NO_APAC = fr`(?:n'est|ne (?:relève|constitue|prend|recourt)) (?:[a-z]+ )?pas|(?:(?:ne|n') ?(?:[a-z']+ ){0,3}(?:pas|plus|point|ni|aucun)|plutôt qu[e']|au lieu d[e']|sans (?:recourir|passer|choisir|faire)|(?:et|est|mais) non|à la différence d[e']|contrairement (?:à|au)|écart(?:ons|e|é|és)) ?(?:[a-z',]+ ){0,5}?(?:[ld]')?(?:${APAC.source})|(?:${APAC.source}) (?:[a-z']+ ){0,3}écartée?`;
/** « conçues par une société issue d'un APAC mené en 2021 par une région voisine »: what came before, or what another bought. */
const APAC_OF_OTHERS = fr`(?:issue?s?|née?s?|tirée?s?|fruit|résultat) d(?:'un|e l'|u)|(?:mené|conduit|lancé|passé|réalisé|achevé|terminé|clos)(?:e|s|es)? (?:(?:en|de|fin) (?:[a-zéû]+ )?(?:19|20)\d\d|par (?:une?|d'autres)|il y a)|(?:autre|voisine?)s? (?:acheteur|région|département|ville|hôpital|collectivité|commune|établissement)s?|(?:région|ville|commune|collectivité|département|hôpital) voisine?s?|(?:précédent|ancien|dernier)s? a\.?p\.?a\.?c|a précédé|ont précédé`;
const SHARED_RISKS = fr`(?:partag(?:e|es|és|ées|ée|ent|eront|era)|réparti(?:s|es|tion|ssent|t)?) (?:[a-z,'-]+ ){0,8}(?:risques?|bénéfices|avantages|retombées|gains)|(?:risques?|bénéfices|avantages|retombées|gains) (?:[a-z,'-]+ ){0,8}(?:partag[a-z]+|réparti(?:s|es|tion)?)|redevances?|royalties|intéressement|prix (?:[a-z,'-]+ ){0,6}(?:minoré|réduit|inférieur|tient compte|tenant compte|décoté|abaissé)|minoration du prix|(?:tient|tenant|tenir) compte (?:[a-z,'-]+ ){0,6}(?:[dl]')?(?:exploitation (?:future|commerciale)|commercialisation|droits (?:[a-z]+ ){0,3}conserv[a-z]*)|part des (?:recettes|revenus|bénéfices|ventes)|remise (?:[a-z]+ ){0,4}sur (?:le prix|les ventes)|prix préférentiel`;
const NOT_SHARED = fr`ne (?:sont|est|donne|prévoit|verse|fait)|aucune?|sans|ni`;

const CUES: readonly (readonly [RechercheSignal, RegExp, RegExp | undefined])[] = [
  ['finance-tout', WHOLE, undefined],
  ['finance-partie', PART, undefined],
  ['resultats-partages', SHARED, undefined],
  ['concurrence', COMPETITION, undefined],
  ['sans-concurrence', NO_COMPETITION, fr`${DENIES.source}|${BOUGHT_LATER.source}`],
  ['apac', APAC, fr`${NO_APAC.source}|${APAC_OF_OTHERS.source}`],
  ['risques-partages', SHARED_RISKS, NOT_SHARED],
];

const LEGAL = fr`sous réserve que|à (?:la )?condition que|lorsque|si (?:l'acheteur|le pouvoir adjudicateur|l'une)|dès lors que|soit que`;

/** The exclusion by its name. */
const EXCLUSION = fr`exclusion (?:propre aux |des |prévue pour (?:les |des )|relative aux )services? de (?:recherche|r ?& ?d)`;
const OLD_TEXT = fr`ordonnance|2015-899`;
/** True for what says that the exclusion is not relied on. */
export const declinesExclusion = (phrase: Pick<Phrase, 'has'>): boolean => phrase.has(NOT_RELIED);
function relied(phrase: Phrase) {
  if (declinesExclusion(phrase)) return undefined;
  const article = phrase.find(ARTICLE);
  // Old article 14 of another text is none.
  const old = article && /14/.test(article.text) && !/2512/.test(article.text);
  if (article && (!old || phrase.has(OLD_TEXT))) return article;
  const named = phrase.find(EXCLUSION);
  if (named) return named;
  const rd = phrase.find(RD);
  if (!rd) return undefined;
  const alone = phrase.find(ARTICLE_ALONE);
  if (alone) return alone;
  const outside = phrase.find(OUTSIDE);
  return outside && phrase.has(OF_LAW) && Math.abs(outside.from - rd.from) < 220 ? outside : undefined;
}

/** What a clause of the sentence has to hold for there to be a signal in it. */
const CLAUSES = [...CUES.map(([, pattern]) => pattern), INDUSTRIAL, EXCLUSIVE, BELONGS, PAYS];

const RESULT = fr`${RESULTS}`;
const OF_THEM = fr`en acquiert|en devient|en est|en sommes|en serons|en (?:deviendr|acquér|acquerr)ons`;
const PAYER = fr`${BUYER}|programme|projet|travaux|recherche`;
const COSTS = fr`coûts?|dépenses?|programme|projet|budget|travaux|financement|à hauteur|reste`;
/** Named as a thing to make, in an item or a cell. */
const TOOLING = fr`^[^a-z]*(?:(?:la |le |les |l')?[a-z'-]+(?: de [a-z]+)? et (?:d')?|(?:d'|les? |l')?)?outillages?`;
function cueIn(clause: string, [signal, pattern, denied]: (typeof CUES)[number]): Stretch | undefined {
  const m = find(clause, pattern);
  if (!m || (denied && has(clause, denied))) return undefined;
  const isPart = signal === 'finance-tout' && (has(clause, PART) || has(clause, TOTAL_ONLY));
  return isPart ? undefined : m;
}

function industryIn(clause: string): Stretch | undefined {
  const m = find(clause, INDUSTRIAL);
  return m && !has(clause.slice(0, m.from), NOT_INDUSTRIAL) && !has(clause, ANOTHER) ? m : undefined;
}

/** The buyer alone owns the results, that the sentence names (`areNamed`) or the clause takes up. */
function ownedIn(clause: string, areNamed: boolean): Stretch | undefined {
  if (has(clause, SHARED) || has(clause, NARROW) || !(areNamed || has(clause, OF_THEM))) return undefined;
  return find(clause, EXCLUSIVE) ?? find(clause, BELONGS);
}

/** A smaller share, in percent, is none of the cost: a penalty, a rise. */
const LEAST_PART = 5;
/** « au coût constaté, majoré de 8 % »: what is added to the whole is no part of it. */
const ADDED = fr`(?:major|augment|révis)[a-zé]+`;

function partPaidIn(clause: string): Stretch | undefined {
  if (!has(clause, PAYS) || has(clause, TOTAL_ONLY) || has(clause, ADDED) || !has(clause, PAYER) || !has(clause, COSTS))
    return undefined;
  return shares(clause).find((s) => s.unit === 'percent' && s.value < 100 && s.value >= LEAST_PART);
}

/** Reads the signals of one sentence. */
function read(phrase: Phrase, passage: PassageContent): Omit<RechercheFound, 'sentence'>[] {
  const out: Omit<RechercheFound, 'sentence'>[] = [];
  const put = (signal: RechercheSignal, at: Stretch | undefined) => {
    if (at) out.push({ signal, from: at.from, to: at.to });
  };
  put('exclusion', relied(phrase));
  const thing = phrase.find(TOOLING);
  if (thing && (passage.list || passage.cell) && !phrase.has(NOT_INDUSTRIAL) && !phrase.has(ANOTHER))
    put('industriel', thing);
  if (!CLAUSES.some((pattern) => phrase.has(pattern))) return out;
  const { folded } = phrase;
  for (const { from, to } of clauses(folded)) {
    const clause = folded.slice(from, to);
    const place = (m: Stretch | undefined) => m && { from: from + m.from, to: from + m.to };
    for (const cue of CUES) put(cue[0], place(cueIn(clause, cue)));
    if (!phrase.has(LEFT_OUT) && !phrase.has(OTHER_CONTRACT)) put('industriel', place(industryIn(clause)));
    put('resultats-acheteur', place(ownedIn(clause, has(folded, RESULT))));
    put('finance-partie', place(partPaidIn(clause)));
  }
  // The law recited in the conditional says nothing of this contract.
  return phrase.has(LEGAL) ? out.filter((s) => !/^(?:finance|resultats)/.test(s.signal)) : out;
}

const OWNS = fr`propri[a-z]+|appart[a-z]+|droits?|brevets?|dét(?:en|ien)[a-z]+|c[eè]d[a-z]*|cession|acqui[a-zéè]*|exclusi[a-z]+|seule?s?|personne d'autre|réserv[a-z]+|exploit[a-z]*|utilis[a-z]*|sans partage|revien[a-z]+`;
/** What the research brings forth, in whatever words. */
const FOUND = fr`${RESULTS}|savoirs?|connaissances|données|découver[a-z]*|trouvée?s?|inventée?s?|issue?s?`;
const SCIENCE = fr`recherches?|r ?(?:&|et) ?d|expériment[a-z]*|scientifiques?|laboratoires?|essais?|l\.? ?2512-5`;
const FREED = fr`${OUTSIDE.source}|échapp[a-z]*|s'appliqu[a-z]*|applicables?|l\.? ?2512-5|dérog[a-z]*|exempt[a-z]*|affranchi[a-z]*|autres marchés|sort(?:ent)? d[ue]|sans suivre|ne s'impose(?:nt)? pas|n'est (?:donc )?pas régie?`;
const OF_CODE = fr`code|commande publique|marchés publics|autres marchés|ordonnance|procédures?|règles?|régime|2512-5|exclusion|dérogation|exemption|consultation libre`;
/** Less than the whole. */
const SHARE = fr`[1-9]\d? ?(?:%|pour ?cent)|moitié|tiers|quart|partie|part`;
const SEVERAL = fr`plusieurs|deux|trois|quatre|cinq|six|sept|huit|dix|\d+|candidat[a-z]*|avis|publi[a-z]*|compar[a-z]+|class[a-z]+|propositions?|offres?|consult[a-z]+|invit[a-z]+|concurr[a-z]+|appel`;
const MONEY = fr`${PAY}|coûts?|dépenses?|frais|charge|prix|intégral[a-z]*|totalité|sans (?:apport|part)`;
const INDUSTRY = fr`séries?|pré-?séries?|outillages?|moules?|industri[a-z]+|fabri[a-z]+|production|pré-?production|produi[a-z]+|chaînes?|ateliers?|usin[a-z]+|exemplaires?`;
/** « Nous signerons avec un seul opérateur »: how many win, whoever was asked. */
const ONE_WINNER = fr`(?:sign|reten|retien|attribu|conclu|conclur|contract|choisi|choisir|désign|confi)[a-zé]* (?:[a-z,'-]+ ){0,4}?(?:une?|au) seule? (?:et même )?(?:opérateur|titulaire|attributaire|groupement|entreprise|prestataire|lauréat|équipe|contractant|candidat)e?|(?:un|une) seule? (?:titulaire|attributaire|lauréat)|mono-?attributaire|titulaire unique`;
/** What is heard in other words: what must stand in the sentence, and what must not. */
const HEARD: readonly (readonly [RechercheSignal, string, readonly RegExp[], readonly RegExp[]])[] = [
  ['exclusion', 'recherche/exclusion-invoquee', [SCIENCE, FREED, OF_CODE], [NOT_RELIED]],
  ['finance-tout', 'recherche/financement-total', [MONEY], [PART, SHARE, LEGAL, OF_LAW, ARTICLE_ALONE]],
  [
    'resultats-acheteur',
    'recherche/resultats-a-l-acheteur-seul',
    [OWNS, FOUND],
    [SHARED, NARROW, LEGAL, OF_LAW, ARTICLE_ALONE, ARTICLE],
  ],
  ['industriel', 'recherche/travail-industriel', [INDUSTRY], [NOT_INDUSTRIAL, ANOTHER, LEFT_OUT]],
  ['concurrence', 'recherche/concurrence-organisee', [SEVERAL], [NO_COMPETITION]],
  ['sans-concurrence', 'procedure/suit-sans-publicite', [], [DENIES, BOUGHT_LATER, COMPETITION, ANOTHER, ONE_WINNER]],
  ['risques-partages', 'recherche/risques-partages', [], []],
];

/** What owns a vehicle or a report owns results too, but for a word. */
const ONLY_SURE: ReadonlySet<RechercheSignal> = new Set(['resultats-acheteur']);

/** In the sentence, or in the label that a cell answers. */
const isNamed = (sentence: Sentence, pattern: RegExp): boolean =>
  sentence.has(pattern) || sentence.passage.rowLabel?.has(pattern) === true;

/** Signals heard in sentences in which no expression found them. */
const heardIn = (piece: Piece, found: readonly RechercheFound[]): RechercheFound[] =>
  HEARD.flatMap(([signal, concept, must, mustNot]) => {
    // Where a passage says it plainly, what is heard in its other sentences tells no more.
    const known = new Set(found.filter((f) => f.signal === signal).map((f) => f.sentence.passage));
    return saying(piece, concept)
      .filter(
        ({ sentence }) =>
          !isRowLabel(sentence) && !known.has(sentence.passage) && must.every((p) => isNamed(sentence, p)),
      )
      .filter(
        ({ sentence, surety }) =>
          !mustNot.some((p) => sentence.has(p)) && (surety === 'sure' || !ONLY_SURE.has(signal)),
      )
      .map((one) => ({
        signal,
        sentence: one.sentence,
        from: 0,
        to: one.sentence.folded.length,
        doubt: hearing(one),
      }));
  });

export interface Recherche {
  readonly found: readonly RechercheFound[];
}

const BY_FIRM = fr`titulaires?|équipes?|entreprises?|laboratoires?|contractants?|prestataires?|partenaires?|industriels?`;
const OF_COST = fr`(?:parts?|quotes?-parts?|prises? en charge)(?: [a-z',]+){0,5} (?:coûts?|dépenses?|recherches?|programme|projet)|(?:parts?|coûts?|dépenses?) (?:[a-z']+ ){0,4}(?:payée?s?|supportée?s?|financée?s?|prise?s? en charge|réglée?s?|à la charge)|(?:co-?)?financement`;

/** « Part du coût payée par la ville | 100 % »: the whole, or a part, that a row gives. */
const paidInRows = (draft: Draft): RechercheFound[] =>
  labelled(draft).flatMap(({ label, said, sentence }): RechercheFound[] => {
    if (!label.has(OF_COST) || label.has(TOTAL_ONLY) || said.has(ADDED)) return [];
    const share = shares(sentence.folded).find((s) => s.unit === 'percent');
    if (!share || share.value < LEAST_PART) return [];
    return [
      {
        signal: share.value < 100 || said.has(BY_FIRM) ? 'finance-partie' : 'finance-tout',
        sentence,
        from: share.from,
        to: share.to,
      },
    ];
  });

/** What a piece says of research and development services; `found` is empty when it says nothing. */
export const recherche = defineFact<Recherche>({
  id: 'recherche',
  title: 'Recherche et développement hors du code',
  read(piece: Piece) {
    const found = piece.draft.collect(read).flatMap(({ value, sentence }) => value.map((v) => ({ ...v, sentence })));
    const all = [...found, ...paidInRows(piece.draft), ...heardIn(piece, found)].filter(
      ({ signal, sentence }) => signal !== 'resultats-partages' || !isOnPriorKnowledge(sentence),
    );
    return { found: all.sort((a, b) => a.sentence.span.start - b.sentence.span.start) };
  },
  show: ({ found }) =>
    found.some((f) => f.signal === 'exclusion' || f.signal === 'apac')
      ? { signaux: [...new Set(found.map((f) => f.signal))] }
      : undefined,
});

/** Sentences of a piece that carry a signal, in order. */
export const signaled = (piece: Piece, signal: RechercheSignal): readonly RechercheFound[] =>
  piece.ask(recherche).found.filter((f) => f.signal === signal);

/** The pieces of the contract: a call for projects of the same folder gives grants, and is another act. */
const piecesOf = ({ pieces }: Consultation): readonly Piece[] =>
  pieces.filter(({ kind }) => kind !== 'appel-a-projets');

const anywhere = (consultation: Consultation, signal: RechercheSignal): boolean =>
  piecesOf(consultation).some((p) => signaled(p, signal).length > 0);

/** True when the consultation carries a signal in any of its pieces. */
export const saidOfRecherche = (piece: Piece, signal: RechercheSignal): boolean => anywhere(piece.consultation, signal);

/** How something was read. */
export interface Known {
  readonly doubt: Doubt;
}

/** The surest of several readings; undefined when there is none. */
const surest = (found: readonly RechercheFound[]): Known | undefined => {
  const one = found.find((f) => f.doubt?.surety !== 'probable') ?? found[0];
  return one && { doubt: one.doubt };
};

const surestOf = (consultation: Consultation, signal: RechercheSignal): Known | undefined =>
  surest(piecesOf(consultation).flatMap((p) => signaled(p, signal)));

/** That the contract relies on the exclusion of research and development: by its text, or by a front matter; undefined when nothing says so. */
export const reliesOnExclusion = (piece: Piece): Known | undefined =>
  piece.consultation.pieces.some((p) => p.entete.values.procedure === 'recherche-developpement')
    ? { doubt: undefined }
    : surestOf(piece.consultation, 'exclusion');

/** What a piece says of a lot, or of all; everything where no lot is given. */
const signaledOf = (piece: Piece, signal: RechercheSignal, lot: string | undefined): readonly RechercheFound[] =>
  signaled(piece, signal).filter(({ sentence }) => isOfLot(sentence, lot));

/** True of a sentence on that lot, or on none in particular. */
export function isOfLot(sentence: Sentence, lot: string | undefined): boolean {
  if (lot === undefined) return true;
  const lots = lotsAround(sentence);
  return lots.length === 0 || lots.includes(lot);
}

/** That the whole is paid by the buyer, who alone owns the results: neither condition of the exclusion is met, for a lot or in all. */
function missesBoth(consultation: Consultation, lot: string | undefined): Known | undefined {
  const pieces = piecesOf(consultation);
  const paid = surest(pieces.flatMap((p) => signaledOf(p, 'finance-tout', lot)));
  if (!paid || pieces.some((p) => signaledOf(p, 'finance-partie', lot).length > 0)) return undefined;
  // The clause that assigns prevails over what another piece announces.
  const owned = surest(
    pieces.flatMap((p) =>
      signaledOf(p, 'resultats-partages', lot).length === 0 ? signaledOf(p, 'resultats-acheteur', lot) : [],
    ),
  );
  return owned && { doubt: lessSure(paid.doubt, owned.doubt) };
}

/** That a contract, or one of its lots, meets neither condition. */
export interface Missed extends Known {
  /** Undefined where it is the whole. */
  readonly lot: string | undefined;
}

export function missesBothConditions({ consultation }: Piece): Missed | undefined {
  const paid = piecesOf(consultation).flatMap((p) => signaled(p, 'finance-tout'));
  const lots = new Set(paid.flatMap(({ sentence }) => lotsAround(sentence)));
  for (const lot of [undefined, ...lots]) {
    const missed = missesBoth(consultation, lot);
    if (missed) return { ...missed, lot };
  }
  return undefined;
}

/**
 * True when the exclusion is surely relied on and nothing shows that both of its conditions fail: most of chapter 15 is then silent.
 */
export function rightlyExcluded(piece: Piece): boolean {
  const relied = reliesOnExclusion(piece);
  return relied !== undefined && relied.doubt?.surety !== 'probable' && !missesBoth(piece.consultation, undefined);
}
