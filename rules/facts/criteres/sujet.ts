import { plain } from '../../kit/french/fold.ts';
import { fr } from '../../kit/french/pattern.ts';
import { find, has, type Match } from '../../kit/text.ts';
import environment from '../words/environnement.json' with { type: 'json' };
import gains from '../words/gains.json' with { type: 'json' };
import innovation from '../words/innovation.json' with { type: 'json' };
import parties from '../words/pi-parties.json' with { type: 'json' };

/** What a criterion is about. A criterion may have several; `autre` when none is recognised. */
export type Subject =
  | 'prix'
  | 'cout-global'
  | 'technique'
  | 'qualite'
  | 'delai'
  | 'environnement'
  | 'social'
  | 'innovation'
  | 'gains'
  | 'candidat'
  | 'autre';

/** Pattern of a list of folded expressions where `*` ends a word freely. */
const wordsOf = (list: readonly string[]): RegExp =>
  new RegExp(
    `(?<![a-z0-9])(?:${list
      .map((w) =>
        plain(w)
          .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
          .replace(/\*/g, '[a-z0-9-]*'),
      )
      .sort((a, b) => b.length - a.length)
      .join('|')})(?![a-z0-9])`,
    'g',
  );

const ENVIRONMENT = wordsOf(environment.expressions);
const NOT_ENVIRONMENT = fr`environnement (?:chaud|froid|humide|enfumé|hostile|bruyant|difficile|confiné|poussiéreux|réel|dégradé|de travail|technique|informatique|logiciel|numérique|hospitalier|applicatif|juridique|matériel|professionnel|existant|sonore|windows|linux|cloud|de (?:développement|production|test|recette|formation))s?|environnements? (?:techniques?|logiciels?)|cycle de vie (?:du|des) (?:projet|logiciel|document|ticket|demande|contrat)s?|climat (?:social|de confiance)|empreinte digitale`;
const GAINS = wordsOf(gains.expressions);
const INNOVATION = wordsOf(innovation.noms);
const LOCUTIONS = wordsOf(innovation.locutions);
const EXCLUDED = wordsOf(innovation.exclues);
const SOLUTIONS = wordsOf(innovation.solutions);

/** « innovante ou non », « que le procédé soit nouveau ou éprouvé »: newness is said not to matter. */
const EITHER_WAY =
  /(?<![a-z])(?:innov|novat|nouve|origina|inedit)[a-z]* ou (?:non|pas|bien (?:connu|etabli)[a-z]*|eprouve[a-z]*|classique|courant[a-z]*|connu[a-z]*|ancien[a-z]*|traditionnel[a-z]*|habituel[a-z]*|existant[a-z]*)(?![a-z])/g;

const without = (folded: string, pattern: RegExp) => folded.replace(pattern, (s) => '_'.repeat(s.length));

/** True when a text takes the environment into account. */
export const isEnvironmental = (folded: string): boolean => has(without(folded, NOT_ENVIRONMENT), ENVIRONMENT);
/** True when a text speaks of something gained that can be measured. */
export const speaksOfGains = (folded: string): boolean => has(folded, GAINS);
/** Where a name names innovation for itself; undefined when it does not. */
export const innovationIn = (folded: string): Match | undefined =>
  find(without(without(folded, EXCLUDED), EITHER_WAY), INNOVATION);
/** Where a text says « caractère innovant », « degré d'innovation »… in so many words. */
export const innovationPhraseIn = (folded: string): Match | undefined => find(folded, LOCUTIONS);
/** True when a text expects a new solution, whatever is valued in it. */
export const expectsNewSolution = (folded: string): boolean => has(without(folded, EXCLUDED), SOLUTIONS);

const COST = fr`coûts? (?:global|globaux|complets?)|coût (?:total )?(?:de|sur le|du|sur l'ensemble du) (?:cycle de vie|possession|détention|l'ensemble du cycle)|coût total de possession|tco|coût (?:global )?d'(?:acquisition et|utilisation|exploitation)`;
const PRICE = fr`prix|dépenses? totales?|tarifs?|tarifaires?|tarification|montants?|coûts?|(?:critère |offre |aspect |valeur |proposition |volet |note |partie |performance |compétitivité )?financi(?:er|ère)s?|valeur économique|(?:critère|aspect|volet|compétitivité|performance) économiques?|économique|remises?(?! (?:des |du |de (?!\d|fin d'année)|d'|en (?:service|état|main)|aux? |à ))|rabais|moins[- ]disante?|devis|loyers?|redevances?|honoraires|rémunération|taux de (?:marge|remise|commission|rémunération)|rapport qualité[- ]prix`;
const TECHNICAL = fr`techniques?|technicité|fonctionnel(?:le)?s?|fonctionnalités?|méthodologi(?:e|que)s?|méthodes?|organisation(?:nel(?:le)?s?)?|moyens|matériels?|performances?|scientifiques?|architecture|ergonomie|compréhension|pertinence|solution|mémoire|équipes?|interlocuteurs?|profils?|sécurité|réversibilité|maintenance|formation|références?|expériences?|certifications?|garanties?|programme`;
const QUALITY = fr`qualités?|qualitatifs?|esthétiques?|goût|créati(?:f|ve|vité)s?|design|accessibilité|service(?: après[- ]vente)?|sav|assistance|accompagnement|suivi|hygiène|confort`;
const DELAY = fr`délais?|calendriers?|planning|plannings|durées? d'(?:exécution|intervention)|rapidité|réactivité|date de livraison|disponibilité`;
const SOCIAL = fr`sociale?s?|insertion|emploi|sociétale?s?|handicap|égalité|rse|apprentissage|équitable|commerce équitable`;

const ABOUT: readonly (readonly [Subject, RegExp])[] = [
  ['cout-global', COST],
  ['prix', PRICE],
  ['technique', TECHNICAL],
  ['qualite', QUALITY],
  ['delai', DELAY],
  ['social', SOCIAL],
];

const FIRM =
  "(?:l'|la |le |du |de l'|de la |des |d'|d'une |de (?:votre|chaque|leur|son|sa) |votre |son |sa |ses )?(?:entreprises?|candidats?|societes?|soumissionnaires?|prestataires?|fournisseurs?|titulaires?|concurrents?|operateurs?|cabinets?|etablissements?|structures?|agences?|bureaux? d'etudes?|groupements?|maisons?)";
const OF_FIRM =
  "(?:de l'|d'une |de la |du |des |de (?:chaque|votre) )(?:entreprises?|candidats?|societes?|soumissionnaires?|prestataires?|fournisseurs?|titulaires?)";
const CANDIDATE = [
  fr`(?<!nombre de |nombre minimal de )références? (?:(?:professionnelles?|clients?|similaires?|équivalentes?|comparables?|récentes?|techniques?|analogues?|présentées?|fournies?|pertinentes?|et [a-z]+)(?: |(?![a-z])))*(?:${FIRM}|similaires?|clients?|professionnelles?|comparables?|équivalentes?|analogues?|récentes?|(?:en|dans|sur|pour|auprès|au cours|de moins de|des (?:trois|cinq|3|5))(?= ))`,
  fr`(?:expérience|expertise|ancienneté|notoriété|réputation|renommée|savoir-faire|compétences?|qualifications?|qualité|capacités?(?: (?:techniques?|financières?|professionnelles?|économiques?|et|,))*|moyens(?: (?:généraux|humains?|techniques?|matériels?|financiers?|et|,))*|certifications?(?: [a-z]+)?|santé financière|solidité(?: financière)?|assise(?: financière)?|encadrement(?: permanent)?|taille|surface financière|statut|implantation|localisation|proximité(?: géographique)?|siège(?: social)?|bilans? carbone|bilans? (?:des |d')?émissions(?: [a-z']+){0,4}|politique [a-z]+|organisation générale|structure|présentation|situation) (?:(?:générale?s?|annuel(?:le)?s?|acquise|professionnelle|antérieure|reconnue|similaire) ?){0,2}(?:${FIRM})`,
  fr`chiffres? d'affaires?|(?:effectifs|(?:l'|son |d'|un |leur )effectif|effectif(?= permanent| total| global| moyen| annuel| salarié))(?: (?:total|totaux|globaux|moyens?|annuels?|permanents?|salariés?))?(?! (?:affecté|dédié|mobilisé|mis|présent|minim|proposé|d'astreinte|de chantier|du chantier|de l'équipe))|moyens généraux|santé financière|solidité financière|surface financière|assise financière|garanties? (?:professionnelles? et )?financières|capacités? (?:techniques?|financières?|professionnelles?|économiques?)|bilans? comptables?|ancienneté|notoriété`,
  fr`implantation (?:locale|géographique|régionale|départementale|territoriale|sur le territoire)|proximité géographique|(?:siège|agence|antenne|établissement|bureaux|locaux|dépôt|atelier)(?: (?:ou|et) (?:siège|agence|antenne|établissement|bureaux|locaux|dépôt|atelier))?(?: (?:ouvert|install|établi|exist|permanent|tenu)(?:e|é|ée|i|u|ue|ant|ante)?s?)? (?:dans|sur|à proximité de) (?:le |la |l'|notre )?(?:département|région|territoire|commune|ville|agglomération|canton|secteur|pays)|ancrage (?:local|territorial)|présence (?:locale|territoriale|d'un(?:e)? (?:établissement|agence|bureau|antenne))|(?:siège|agence|antenne|établissement|bureaux?|locaux|dépôt|atelier)(?: [a-z]+)? à (?:moins de |au plus |une distance (?:de |maximale de ))?\d+ ?(?:km|kilomètres|minutes|mn|heures?)|(?:siège|agence|établissement|antenne|locaux|entreprise|société)s? (?:social )?(?:situé|implanté|localisé|local)(?:e|s|es)?|caractère local|préférence locale|entreprise locale|éloignement (?:du siège|de l'entreprise|de l'agence)|distance (?:du siège|de l'agence|entre le siège)`,
  fr`certifications? (?:qualité|professionnelles?|d'entreprise|(?:iso|qualibat|mase|opqibi|qualiopi|opquast)[ a-z0-9]*|nf service)|(?:certifié|certification|certificat|qualification)s? (?:iso (?:9001|14001|45001|27001|50001)|qualibat|mase|opqibi|qualiopi)|expérience (?:dans|en|du) (?:le |la |des |du |un |une )?(?:domaine|secteur|marchés?|métier)|expérience (?:professionnelle|similaire)`,
  fr`(?:distances?|kilomètres|temps de (?:trajet|route)|éloignement|proximité) (?:[a-z'-]+ ){0,8}?(?:[ld]')?(?:agences?|antennes?|bureaux?|locaux|dépôts?|ateliers?|établissements?|siège)(?: (?:la|le|les) plus proches?)? (?:${OF_FIRM})|(?:distances?|kilomètres|temps de (?:trajet|route)|éloignement|proximité) (?:[a-z'-]+ ){0,8}?(?:[ld]')?(?:agence|antenne) (?:la plus proche|de proximité|commerciale|locale)|(?:distances?|kilomètres|temps de (?:trajet|route)|éloignement|proximité) (?:[a-z'-]+ ){0,8}?(?:l'entreprise|la société|siège social|(?:du|le|chaque) (?:candidat|soumissionnaire|prestataire))`,
  // What it has done before.
  fr`(?:réalisations?|prestations?|chantiers?|opérations?|projets?|missions?|contrats?|interventions?) (?:antérieur|précédent|passé|accompli|déjà (?:réalisé|exécuté|mené|conduit|livré))(?:e?s|e)?(?![a-z])|(?:satisfaction|comportement|exactitude|ponctualité|sérieux|fiabilité|(?:bonne |mauvaise )?(?:exécution|conduite|tenue)|incidents?|pénalités?|retards?|litiges?|réclamations?|respect des délais)(?: [a-z']+){0,8} (?:(?:précédent|ancien|antérieur|dernier)e?s? (?:marchés?|contrats?|chantiers?|commandes?|prestations?|lots?)|(?:marchés?|contrats?|chantiers?|commandes?) (?:précédent|ancien|antérieur|passé)(?:e?s)?)`,
  fr`(?:réalisations?|prestations?|chantiers?|opérations?|projets?|missions?|contrats?|marchés?|travaux|interventions?)(?: [a-z]+){0,2} (?:menée?|réalisée?|conduite?|exécutée?|livrée?|achevée?|gérée?|suivie?)s? (?:à (?:bien|terme) )?(?:ces|(?:au cours |durant |dans |pendant |sur |depuis )?(?:les|des)) (?:[a-z0-9]+ )?(?:dernières années|derniers (?:mois|exercices))|(?:réalisations?|chantiers?|opérations?|projets?|missions?|contrats?|marchés?)(?: [a-z]+){0,2} qu'(?:il|elle)s? (?:a|ont) (?:déjà )?(?:menée?|réalisée?|conduite?|exécutée?|livrée?|achevée?|gérée?|portée?|coordonnée?)s?`,
  // What you do elsewhere already: « nombre de piscines que vous entretenez déjà », « vos clients actuels ».
  fr`(?:que|où|dont|pour (?:qui|lesquel(?:le)?s)|chez (?:qui|lesquel(?:le)?s)) (?:vous|le candidat|l'entreprise|votre (?:entreprise|société|cabinet|maison)|la société|le soumissionnaire) (?!(?:avez|a) déjà en place)(?:[a-z']+ ){0,3}?(?:déjà|d'ores et déjà|actuellement|aujourd'hui|par ailleurs|ailleurs)|(?:que|où|dont) (?:vous (?:avez|aviez)|le candidat a|l'entreprise a|la société a) (?:[a-z]+ ){1,4}?(?:(?:ces|les|au cours des|depuis|dans les|pendant les) (?:[a-z0-9]+ )?(?:dernières années|dernières|derniers (?:mois|exercices)|années)|depuis (?:[a-z0-9]+) ans)|(?:vos|votre|leurs?|ses|son) (?:autres |propres )?(?:clients?|clientèle|références?|chiffre d'affaires|effectifs?|salariés|ancienneté|notoriété|réputation|implantations?|agences?|certifications?|palmarès|prix obtenus|récompenses)(?: (?:actuel(?:le)?s?|en cours|existant(?:e)?s?|dans |au |en |sur |de |$)|$)|nombre de (?:vos|ses|leurs) (?:salariés|employés|clients?|agences?|chantiers|sites|ateliers)`,
  fr`moyens (?:[a-z]+ ){0,3}(?:détenus|possédés) en propre|(?:détenu|possédé)(?:e|s|es)? en propre|(?:démarche|politique|engagements?|actions?|label) (?:rse|sociale?s?|sociétale?s?|environnementale?s?|de mécénat|solidaires?)(?: [a-z']+){0,3} (?:${FIRM})|tous (?:sites|chantiers|clients|métiers|secteurs|services) confondus`,
  // Whom it has served already, and since when it exists.
  fr`nombre (?:de |d')(?:[a-z'-]+ ){1,4}(?:déjà|actuellement) (?:équipé|servi|desservi|accompagné|client|installé|déployé|raccordé|livré)[a-z]*(?![a-z]| (?:à (?:la fin|l'issue|mi-)|au (?:bout|terme|démarrage)|après|dans (?:les|le|un)|sous|lors))|nombre (?:de |d')clients?|(?:années?|date|durée|nombre d'années) (?:d'existence|de création|d'activité|d'exercice|de présence) (?:${FIRM}|(?:de l'|des? |du )(?:éditeurs?|ateliers?|maison|exploitants?|constructeurs?))`,
  fr`(?:années?|ans|temps|durée|dates?) depuis (?:[a-z]+ ){1,2}?(?:l'|le |la )(?:entreprise|candidat|société|soumissionnaire|prestataire|fournisseur|cabinet) (?:exerce|existe|travaille|intervient|opère|pratique|est (?:créé|établi|installé|implanté|présent|en activité)e?)(?![a-z])`,
] as const;
const BARE_CANDIDATE =
  /^(?:(?:qualite|pertinence) (?:des |et nombre des )?)?(?:references?|experiences?|capacites?|effectifs?|certifications?|qualifications?|moyens generaux|implantation|proximite|localisation|notoriete)(?: et (?:references?|experiences?|capacites?|effectifs?|certifications?|qualifications?|moyens))?$/;
/** Staff assigned to the contract, products: what belongs to the offer. */
const OFFER = fr`affecté(?:e|s|es)?|dédié(?:e|s|es)?|mobilisé(?:e|s|es)?|proposé(?:e|s|es)? pour (?:le|l'exécution)|chargé(?:e|s|es)? (?:de l'exécution|du marché|de la prestation|des prestations)|intervenante?s?|équipes?(?: (?:projet|proposée|de maîtrise|pédagogique))?|personnels?|techniciens?|formateurs?|consultants?|experts?|chef de projet|agents|des (?:produits?|matériels?|matériaux|fournitures|équipements?|denrées|véhicules?|papiers?|bois|solutions?)|catalogues?|articles|pièces détachées|produits`;

/** « renommée du photographe », « une agence du candidat », « brevets déposés par l'entreprise » */
const OF_PARTY = new RegExp(
  `(?<![a-z])(?:(?:du|de la|des|de chaque|d'une?|par (?:le|la|les|chaque)) |(?:de |par )?l')(?:${parties.titulaire.join('|')})(?![a-z])`,
  'g',
);
/** True when a text says that something is the firm's, and names nothing of the offer. */
export const ofFirm = (folded: string): boolean => (has(folded, OF_PARTY) || has(folded, HELD)) && !has(folded, OFFER);
/** « Le réseau d'agences que le soumissionnaire possède », « son portefeuille de communes déjà clientes »: what a firm has, whatever it offers. */
const HELD = fr`(?:que|dont) (?:le |la |l'|chaque )?(?:soumissionnaire|candidat|entreprise|société|prestataire|fournisseur|opérateur|éditeur)(?: [a-z]+)? (?:possède|détient|exploite|emploie|dispose|compte|est (?:doté|pourvu|équipé|propriétaire)e?)|portefeuilles? (?:de |d')|clientèle|déjà client(?:e|s|es)?|(?:du|de (?:votre|son|leur)) groupe(?! d)|réseaux? d'(?:agences|antennes|établissements)`;

/** « Références sur des équipements comparables »: the things are those of others. */
const COMPARED =
  /\b(?:sur|dans|pour|avec|portant sur) des [a-z]+ (?:comparables?|similaires?|analogues?|equivalente?s?|semblables?|(?:du|de) (?:la )?meme (?:type|nature|genre|ampleur))/g;
const EQUIPPED =
  /\b(?:deja|actuellement|clients?|communes?|sites?) equipe[es]*\b|\b(?:direction|departement)s? dediee?s?\b/g;

/** Where a text values the candidate rather than its offer; undefined when it does not. */
export function candidateIn(folded: string): Match | undefined {
  if (BARE_CANDIDATE.test(folded)) return { from: 0, to: folded.length, text: folded, groups: {} };
  for (const pattern of CANDIDATE) {
    const m = find(folded, pattern);
    if (!m) continue;
    // Folded, customers « déjà équipés » would be teams.
    const near = folded
      .slice(Math.max(0, m.from - 30), m.to + 60)
      .replace(EQUIPPED, ' ')
      .replace(COMPARED, ' ');
    if (!has(near, OFFER)) return m;
  }
  return undefined;
}

/** Subjects of a criterion, by its folded name; at least one. */
export function subjectsOf(name: string): readonly Subject[] {
  const out = new Set<Subject>();
  for (const [subject, pattern] of ABOUT) if (has(name, pattern)) out.add(subject);
  // « Coût global » is a cost before it is a price.
  if (out.has('cout-global')) out.delete('prix');
  if (has(name, fr`(?:hors|sans|indépendamment du) prix|délais? de paiement`) && out.size > 1) out.delete('prix');
  if (isEnvironmental(name)) out.add('environnement');
  if (speaksOfGains(name)) out.add('gains');
  if (innovationIn(name)) out.add('innovation');
  if (candidateIn(name)) out.add('candidat');
  return out.size > 0 ? [...out] : ['autre'];
}
