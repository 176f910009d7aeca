import type { Passage, Sentence } from '../../kit/draft.ts';
import { amounts } from '../../kit/french/amounts.ts';
import { fr } from '../../kit/french/pattern.ts';
import type { Phrase } from '../../kit/markdown/prose.ts';
import { defineFact, type Piece } from '../../kit/piece.ts';
import type { Doubt } from '../../kit/rule.ts';
import type { Span } from '../../kit/span.ts';
import { has } from '../../kit/text.ts';
import { answering, asksWhether, hearing, isRowLabel, saying, telling } from '../commun/index.ts';
import { isDroppedThen, isSetAside } from './ecartee.ts';
import { montants } from './montants.ts';

/** Cases that open the negotiated procedure and the dialogue (R. 2124-3, R. 2124-5), in the order of the code. */
const CAS_NEGOCIATION = [
  'adaptation',
  'innovation',
  'conception',
  'complexite',
  'specifications',
  'infructueux',
] as const;
export type CasNegociation = (typeof CAS_NEGOCIATION)[number];

export interface Exclusivite {
  /** The sentence that invokes technical or artistic reasons, or exclusive rights. */
  readonly at: Span;
  readonly seulOperateur: boolean;
  readonly sansAlternative: boolean;
}

export interface AchatInnovant {
  /** The sentence that invokes the dispensation. */
  readonly at: Span;
  readonly justifie: boolean;
  /** € HT; undefined where no amount is stated. */
  readonly ht: number | undefined;
  readonly doubt?: Doubt;
}

export interface Motifs {
  /** First statement of a case that opens a negotiated procedure or a dialogue. */
  readonly cas: { readonly cas: CasNegociation | 'cite'; readonly at: Span } | undefined;
  readonly exclusivite: Exclusivite | undefined;
  readonly achatInnovant: AchatInnovant | undefined;
  /** R. 2122-10 invoked, and the words by which its prototype is meant for a later commercial contract. */
  readonly prototype: { readonly at: Span; readonly ulterieur: Span | undefined; readonly doubt?: Doubt } | undefined;
}

/** « 2° de l'article R. 2124-3 », « R. 2124-3, 2° », « cas suivant, au sens de l'article… ». */
const CITED = fr`r\.? ?2124-[35],? ?(?:i )?\(? ?[1-6]°|[1-6]° (?:du i )?(?:de l'article |de l'art\.? |du |de )?r\.? ?2124-[35]|ouverte? par le cas suivant`;
const CASES: readonly (readonly [CasNegociation, RegExp])[] = [
  [
    'adaptation',
    fr`(?:produits?|solutions?|logiciels?|systemes?|materiels?|offres?)[^.;]{0,60} (?:devrai(?:t|ent)|doi(?:t|vent)|devr(?:a|ont)|demande(?:nt|rait)? a|exige(?:nt)? d') ?(?:[a-z]+ ){0,2}(?:etre )?(?:[a-z]+ ){0,2}adapt[a-z]*|(?:sans|necessite[a-z]*|exige[a-z]*|impose[a-z]*|suppose[a-z]*|impliqu[a-z]*|requier[a-z]*) (?:[a-z']+ ){0,4}(?:[ld]')?adapt(?:er|ations?|ee?s?) (?:[a-z']+ ){0,5}(?:solutions?|produits?|offres?|logiciels?|systemes?|existan[a-z]*)|solutions? (?:immediatement )?disponibles? (?:[a-z,'-]+ ){0,14}(?:adapt[a-z]*|ne (?:permet|suffi|satisf|repond)[a-z]*)|adapt[a-z]* (?:[a-z']+ ){0,4}solutions? (?:immediatement )?disponibles?|(?:aucune?|ni|nul(?:le)?) (?:solution|produit|offre|systeme|logiciel|materiel|equipement|outil|modele|appareil|machine)s? (?:[a-z]+ )?(?:disponibles?|existante?s?|du marche|du commerce|sur etagere|en vente|vendue?s?|proposee?s?|du catalogue)|(?:ce (?:que l'on|qu'on|que le marche) (?:vend|propose|trouve|fabrique)|ce qui (?:se vend|existe|se trouve))[^.;]{0,60} (?:ne|n')[^.;]{0,30}(?:convien|va |vont |suffi|repond|satisf|fait|tel)[a-z]*|(?:faut|faudra|faudrait|doit|devra|devrons|devront) (?:[a-z]+ ){0,2}(?:adapter|retailler|modifier|transformer|remanier|refondre|reprendre|personnaliser|repenser) (?:[a-z']+ ){0,4}(?:solutions?|produits?|logiciels?|systemes?|materiels?|appareils?|machines?|outils?|modeles?)|sans (?:etre|qu'(?:il|elle)s? soi(?:t|ent)) (?:[a-z]+ )?(?:adapt|modifi|transform|remani)ee?s?|(?:du commerce|du marche|en vente|sur etagere|du catalogue)[^.;]{0,60} (?:doi(?:t|vent)|devr(?:a|ont|ait|aient)) (?:[a-z]+ ){0,2}(?:modifi|transform|remani|retaill|refond|reconfigur|personnalis|repris|repens)[a-z]*|(?:rien|aucune?|ne|n'[a-z]+) [^.;:]{0,60}(?:convien|satisf|repond|suffi|utilis|emplo)[a-z]* (?:en l'etat|tel(?:le)?s? quel)[a-z]*|(?:solutions?|produits?) (?:existants?|existantes?|du marche|disponibles?) (?:[a-z,'-]+ ){0,6}ne (?:[a-z]+ ){0,3}pas`,
  ],
  [
    'innovation',
    fr`(?:besoin|marche|objet|consultation|prestations?|achat) (?:[a-z,']+ ){0,8}(?:consiste en|porte sur|constitue|est|vise|comporte|releve de) (?:[a-z']+ ){0,5}(?:solutions?|produits?|services?|travaux|prestations?) (?:[a-z]+ ){0,2}innovant[a-z]*|(?:en raison|compte tenu|du fait|eu egard|justifi[a-z]*|motif|parce qu[e'])[^.;]{0,60}(?:innovant[a-z]*|innovation)|solution innovante|(?:presentant|presentent|presente|revet(?:ant|ent)?|vu|eu egard a|compte tenu d[eu]) (?:[a-z]+ ){0,2}caractere innovant`,
  ],
  [
    'conception',
    fr`(?:comport|inclu|compren|port)[a-z]* (?:[a-z']+ ){0,5}(?:prestations?|etudes?|part|mission) (?:[a-z']+ ){0,3}conception`,
  ],
  [
    'complexite',
    fr`(?:en raison|compte tenu|du fait|eu egard|justifi[a-z]*|motif|parce qu[e']|circonstances particulieres|liees? a)[^.;]{0,70}(?:nature|complexite|montage (?:juridique|financier)|risques?)|complexite (?:[a-z']+ ){0,8}(?:justifi|impos|ne permet|necessit|exig)[a-z]*|montage juridique (?:et|ou) financier|(?:besoin|projet|montage|operation|marche|statuts?|financement) [^.;]{0,50}(?:trop|si|tellement|tres) (?:complexe|complique|incertain|enchevetre)e?s?`,
  ],
  [
    'specifications',
    fr`(?:ne (?:sait|savons|savent|parvenons|arrivons|parvient|arrive|pouvons)|n'y (?:est|sommes|a|avons|sont) (?:pas|point)[a-z ]{0,4}(?:arriv|parven)[a-z]*|sans y (?:parvenir|arriver|reussir)) [^.;]{0,60}(?:dire|decri|defini|precis|specifi|ecri|formul|exprim|determin|fix)[a-z]*|(?:n'est|ne (?:peut|saurait|sont|parvient|dispose)|n'a|impossib[a-z]+|pas en mesure|incapable|hors d'etat|sans pouvoir) [^.;]{0,60}(?:defini|precis|arret|determin|fix|etabli|decri)[a-z]*[^.;]{0,60}(?:specifications?|besoins?|moyens?|solutions?|montage|caracteristiques)|(?:specifications?|moyens) [^.;]{0,40}ne (?:peuvent|peut|sauraient|pouvaient) (?:pas )?(?:[a-z]+ )?(?:etre )?(?:defini|precis|arret|determin|fix|etabli)[a-z]*`,
  ],
  [
    'infructueux',
    fr`(?:appel d'offres|consultation|publicite)[^.;]{0,60} n'(?:a|avait|ont) (?:donne|recu|recueilli|produit|permis)[^.;]{0,50}(?:trop cher|irregul|inaccept|hors (?:budget|credits)|depass|au-dela|superieur)[a-z]*|appel d'offres (?:[a-z',]+ ){0,8}(?:infructueu[a-z]*|irreguliere?s?|inacceptables?)|appel d'offres [^.;]{0,100}offres?,? [^.;]{0,100}(?:irreguliere?s?|inacceptables?)|seules? (?:des|les)? ?offres (?:irregulieres|inacceptables)|(?:infructueu[a-z]*|offres (?:irregulieres|inacceptables)) (?:[a-z',]+ ){0,12}(?:[ld]')?appel d'offres`,
  ],
];

const EXCLUSIVE = fr`(?:eu egard|en raison|compte tenu|du fait|vu) (?:a |au |de |du |des |d')?(?:l'|la |le |son |sa |ses )?(?:caractere|nature|specificites?|originalite) (?:[a-z]+ ){0,2}(?:artistique|technique)s?|(?:raisons?|motifs?|considerations?) (?:[a-z]+ )?(?:techniques?|artistiques?|tenant a (?:la protection de )?(?:droits?|l'exclusivite))|droits? (?:exclusifs?|d'exclusivite|de propriete intellectuelle)|brevets?|monopole|(?:detien[a-z]*|a|ont|dispose[a-z]* de|possede[a-z]*|conserve[a-z]*) l'exclusivite|exclusivite (?:de|du|des|sur)|r\.? ?2122-3(?!\d)`;
const NO_NOTICE = fr`sans (?:publicite|mise en concurrence)|negociee?s?|r\.? ?2122-3(?!\d)|gre a gre`;
/** « s'adresse à un unique fournisseur »: whom the buyer chose, and not that no other can. */
const CHOSEN_ALONE =
  /(?:s'adress|consult|sollicit|interrog|invit|contact|negoci|trait)[a-z]* (?:a |avec |qu'a |qu'avec )?(?:une?|qu'une?) (?:unique|seule?) [a-z]+/g;
const ALONE = fr`seule?s? (?:[a-z']+ ){0,5}(?:operateur|fournisseur|entreprise|societe|editeur|prestataire|laboratoire|titulaire|fabricant|a (?:pouvoir|meme|detenir|disposer|maitriser|fabriquer|produire)|peut|capable|habilite|en mesure|detient|dispose)|(?:detient|dispose|possede|titulaire|est) (?:[a-z']+ ){0,2}seule?|unique (?:operateur|fournisseur|fabricant|editeur|prestataire|titulaire|detenteur)|(?:operateur|fournisseur|fabricant|editeur|prestataire|detenteur|titulaire) unique|aucune? autre (?:operateur|fournisseur|prestataire|editeur|fabricant|laboratoire|societe|entreprise|personne|artiste|acteur|organisme)[a-z ]*|(?:titulaire|detenteur|detentrice|proprietaire|distributeur) exclusi(?:f|ve)|exclusivement (?:detenu|titulaire|commercialise|distribue)[a-z]*|(?:detient|detenteur|titulaire|proprietaire) (?:[a-z']+ ){0,4}(?:brevets?|droits exclusifs?|exclusivite|monopole)|exclusivite (?:[a-z']+ ){0,3}(?:attestee|certifiee|detenue)|certificat d'exclusivite|(?:qu'a|que par) (?:un|cet|ce) (?:seul )?operateur`;
const ALTERNATIVE = fr`(?:aucune?|sans|pas(?: d(?:e|'autre)|(?= d'))|ni|n'exist[a-z]*|inexist[a-z]*|absence(?: de|(?= d'))) (?:[a-z']+ ){0,4}(?:d')?(?:alternatives?|solutions? (?:[a-z]+ )?(?:de (?:remplacement|substitution)|alternatives?|equivalentes?|comparables?|raisonnables?)|equivalents?|substituts?|autres? (?:solutions?|produits?|procedes?)|produits? (?:equivalents?|concurrents?))|aucune autre (?:solution|technologie)[a-z ]*|aucune? (?:autre )?(?:solution|produit|logiciel|outil|systeme|procede|technologie|materiel|oeuvre) (?:[a-z,'-]+ ){0,5}(?:remplac|substitu|convien|convenir)[a-z]*`;

/** « Autre solution : aucune », « Solution de remplacement | Non : … »: a label, and its answer; never « non étudiée ». */
const NO_OTHER =
  /(?:alternatives?|(?:solutions?|voies?|produits?) (?:de (?:remplacement|substitution)|alternatives?|equivalente?s?|comparables?|raisonnables?)|autres? (?:solutions?|voies?|produits?|procedes?|moyens?))(?: (?:raisonnables?|possibles?|examinee?s?|envisagee?s?))* ?[?]? ?: ?(?:aucune?|neant|non|inexistante?s?)(?![a-z])(?! (?:etudi|recherch|examin|verifi|communiqu))/;
const isLabelledNone = ({ draft, draft: { tables } }: Piece): boolean =>
  draft.sentences.some((s) => NO_OTHER.test(s.folded)) ||
  tables.some(({ rows, header }) =>
    [header, ...rows].some(({ cells: [label, value] }) =>
      NO_OTHER.test(`${label?.folded.trim()} : ${value?.folded.trim()}`),
    ),
  );

/** The words of article R. 2122-3, which prove wherever they stand. */
const OWNS_ALONE = fr`(?:détien[a-z]*|possède(?:nt)?|maîtrise(?:nt)?|dispose(?:nt)?) (?:[a-z']+ ){0,2}seule?s? (?:l[ea']|les|des?|du)|aucune? autre (?:opérateur|fabricant|éditeur|constructeur)[a-z ]*|certificat d'exclusivité`;
const STATUTORY = fr`(?:solutions?|alternatives?) (?:[a-z]+ )?(?:de (?:remplacement|substitution)|raisonnables?)`;

/** The decree of 24 December 2018 opened such purchases by its first article; the others are on advances, retention… */
const OTHER_ARTICLE = '(?<!articles? (?:[2-9]|[1-9]\\d)(?:,? (?:et|a) \\d+)? du )';
/** What those are on, where the article is not named. */
const OTHER_MATTER = fr`avances?|retenue de garantie|petites? (?:et|ou) moyennes? entreprises?`;
const INNOVATIVE = fr`r\.? ?2122-9-1|decret (?:n ?° ?)?(?:2021-1634|du 13 decembre 2021)|${OTHER_ARTICLE}decret (?:n ?° ?)?(?:2018-1225|du 24 decembre 2018)|(?:dispense|derogation|dispositif|regime|procedure|regle|voie|facilite|faculte|exception) (?:[a-z'-]+ ){0,8}achats? innovants?|achats? innovants? (?:[a-z'-]+ ){0,8}sans (?:publicite|mise en concurrence)`;
const WHY = fr`nouve(?:au|aux|lle|lles)|nouveaute|sensiblement amelior[a-z]*|inedite?s?|n'exist[a-z]* (?:[a-z]+ )?(?:aucun|pas|nul)[a-z]*|aucune? (?:[a-z]+ ){0,3}(?:solution|produit|service|procede|equivalent|logiciel|systeme|offre|dispositif|outil)[a-z ]*|premiere? (?:fois|solution|mondiale|nationale|en france)|(?:parce qu[e']|en ce qu[e']|des lors qu[e']|puisqu[e']|car)[^.;]{4,}|se distingu[a-z]*|etat de l'art|differ[a-z]* (?:de|des)|jamais (?:[a-z]+ )?(?:ete|encore)|amelioration (?:sensible|significative|substantielle)|rupture|brevete[a-z]*|(?:le|la|les) (?:tout |toute )?seule?s? a|nul(?:le)? autre|personne (?:ne|n')|(?<!consult[a-z]* )jusqu'(?:ici|a present|alors)|unique (?:en son genre|au monde|sur le marche)|sans equivalent|d'equivalent|vien[a-z]* de (?:sortir|paraitre)`;
/** What is new of a thing, and not merely what it is: « il le fait sans vider le bassin ». */
const NOVEL = fr`${WHY}|innov[a-z]*|nul|seule?s?|premi[a-z]+|jamais|aucune?|personne|autres?|rien|encore|autrement|mieux|plus|moins|sans|ne|n'[a-z]+|uniques?|inconnue?s?|original[a-z]*`;
/** « Justification : liant posé à froid » */
const REASON_LABEL =
  /^[^a-z]*(?:justifi[a-z]*|motifs?|pourquoi|nouveaute|innovation|caractere innovant)[a-z' ]{0,24}: ?[a-z]/;
/** The definition of the law, which gives no reason by itself. */
const DEFINITION =
  /nouveaux? (?:produits?|travaux|services?)?,? ?ou sensiblement ameliores?|nouvelles? ou sensiblement ameliorees?/g;
/** What is bought is said to be innovative: the reason stands with it, wherever that is. */
const SAID_INNOVATIVE = fr`(?:achat|solution|procede|produit|service|outil|systeme|dispositif|prestation|marche|besoin|travaux|fourniture)s? (?:[a-z'-]+ ){0,4}?(?:est|sont|presente(?:nt)?) (?:[a-z]+ ){0,3}innovant[a-z]*|caractere innovant|l\.? ?2172-3`;
const INNOVATION = fr`innovant[a-z]*|innovation|caractere (?:nouveau|innovant)|l\.? ?2172-3`;

const RESEARCH = fr`r\.? ?2122-10|(?:produits?|fournitures?|appareils?|materiels?|objets?|pieces?|exemplaires?) (?:etant |qui (?:sont|seront) |sont |seront )?(?:[a-z]+ )?(?:fabriqu|realis|produi|fai|concu|livr)[a-z]* (?:[a-z]+ment )?(?:pour les seuls besoins|a seule fin|aux seules fins|dans le seul but) d[e'](?: la| l'| nos| sa| ses| nos)? ?(?:recherches?|etudes?|experimentations?|essais?|developpement)|(?:produits?|fournitures?|appareils?|materiels?|objets?) (?:fabriquee?s?|realisee?s?|faite?s?|concue?s?) (?:[a-z]+ )?(?:pour (?:la|nos|les besoins de (?:la|nos)|sa|ses|des) recherches?|a titre (?:de recherche|d'etude|d'essai|d'experimentation))|(?:n'est|ne sont|n'ont ete|n'a ete) (?:fabriqu|realis|fai|concu)[a-z]* que (?:pour (?:la|nos|les|des|sa)|a des fins de?) ?(?:besoins de (?:la |nos )?)?(?:recherche|essai|etude|experience)s?|(?:produits?|fournitures?|appareils?) (?:fabriquee?s? )?(?:uniquement|seulement|exclusivement) (?:a des fins|pour (?:la|les besoins de)) (?:[a-z']+ ){0,4}(?:[ld]')?(?:recherche|experimentation|etude|developpement)|(?:produits?|fournitures?|appareils?) (?:reservee?s?|destinee?s?) a (?:la recherche|l'experimentation|l'etude)|(?:uniquement|seulement|exclusivement) (?:a des fins|pour (?:la|les besoins de)) (?:[a-z']+ ){0,3}recherche`;
const PROTOTYPE = fr`prototypes?|temoins?|modules?|ebauches?|maquettes?|(?:second|deuxieme|nouveau) (?:contrat|marche)|demonstrateurs?|preserie|appareils?|dispositifs?|bancs?|produits?|equipements?|pilotes?|prefigur[a-z]*|modeles?|exemplaires?`;
const LATER = fr`mise sur le marche|(?:sur|par) (?:les|ses|des) ventes|ouvr[a-z]* la voie a (?:une?|des) (?:[a-z]+ ){0,2}?(?:marche|contrat|commande|achat|acquisition)s?|(?:marche|contrat|commande)s? (?:[a-z]+ ){0,3}?suivr(?:a|ont)|exemplaires? (?:[a-z]+ ){0,3}(?:sera|seront) (?:[a-z]+ ){0,2}(?:acquis|achete|commande)[a-z]*|(?:de |en |la |pre)?serie|industrialis[a-z]*|commerciali[a-z]*|marche (?:[a-z]+ )?(?:ulterieur|commercial|de fourniture|de serie|suivant)|achat[a-z]* (?:[a-z]+ ){0,3}(?:ulterieur|ensuite|serie)[a-z]*|(?:acquer|equip|procurer|deploi|deploy|generalis|commander)[a-z]* (?:[a-z,']+ ){0,12}(?:a partir d[eu]|ensuite|ulterieur[a-z]*|ensemble|tous|toutes|20\d\d|etablissements?|sites?)|prefigur[a-z]*|production en (?:serie|quantite)|vente`;
/** What is meant to be sold or spread, as one hears it. */
const LATER_HEARD = 'procedure/prototype-commercial';
/** Something is bought, made or sold: « un exemplaire unique » says nothing of it. */
const SOLD = fr`(?:vend|vent[ea]|commerciali|industriali|acqu[eié]|ach[eè]t|achat|command|[eé]quip|d[eé]plo|produi|produc|fourni|g[eé]n[eé]rali|procur|licen|march|contrat|catalogue|client|dot)[a-zé]*|séries?|exemplaires|suites?|ensuite|plus tard|ultérieur[a-z]*`;
const DENIED = fr`sans (?:objectif|intention|vocation|perspective)|aucune?|ne (?:[a-z']+ ){0,4}(?:pas|ni|aucun)|n'(?:[a-z]+ ){0,3}(?:pas|ni|aucun)[a-z]*|ni`;

/** « Suite prévue | Commande de 30 robots au même fournisseur », and never « un appel d'offres ouvert à tous ». */
const followUp = ({ draft }: Piece): Sentence | undefined =>
  draft
    .sentencesWith(BOUGHT)
    .find((s) => isOfWhatFollows(s) && !isRowLabel(s) && !s.has(DENIED) && !s.has(REOPENED_TO_ALL));
const BOUGHT = fr`(?:command|achat|achet|acqui|march|contrat|licen)[a-z]*`;
const FOLLOWING_LABEL = fr`suites?`;
const REOPENED_TO_ALL = fr`appels? d'offres|mises? en concurrence|annonces?|consultations?|concurrents?`;
const isOfWhatFollows = ({ passage, section, folded }: Sentence): boolean =>
  passage.rowLabel?.has(FOLLOWING_LABEL) ||
  section.heading?.has(FOLLOWING_LABEL) ||
  /^[^a-z]*suites?[^:]{0,24}:/.test(folded);

/** Named, and not as what was looked at and put aside. */
const invokes = (phrase: Pick<Phrase, 'folded' | 'findAll'>, pattern: RegExp): boolean =>
  phrase.findAll(pattern).some(({ from, to }) => !isSetAside(phrase.folded.slice(0, from), phrase.folded.slice(to)));

const scan = (phrase: Phrase) => {
  const cited = phrase.has(CITED);
  const cas = CASES.find(([, pattern]) => phrase.has(pattern))?.[0];
  const exclusive = invokes(phrase, EXCLUSIVE);
  const innovative = invokes(phrase, INNOVATIVE) && (phrase.has(INNOVATION) || !phrase.has(OTHER_MATTER));
  const research = invokes(phrase, RESEARCH);
  const later = phrase.has(PROTOTYPE) && phrase.has(LATER) && !phrase.has(DENIED);
  if (!cited && !cas && !exclusive && !innovative && !research && !later) return undefined;
  return { cited, cas, exclusive, innovative, research, later };
};
type Scanned = NonNullable<ReturnType<typeof scan>>;

/** Articles whose title announces why the buyer departs from competition, and recitals. */
const REASONS = fr`justifi[a-z]*|motifs?|motivation|exclusivite|recours|circonstances|operateur unique|contexte|objet|preambule|presentation|absence d[e'] (?:concurrence|alternative)`;
const reasons = (piece: Piece): readonly Passage[] =>
  piece.draft.sentences
    .filter((s) => s.section.under(REASONS) || s.has(fr`considerant|attendu qu[e']`))
    .map((s) => s.passage);

/** Passages of an article that are read as a whole. */
const SHORT = 12;
/** Passages after a sentence's own block that are read in a longer article. */
const FOLLOWING = 2;

/** The article's passages around a sentence: where its reasons stand. */
const nearby = ({ passage }: Sentence): readonly Passage[] => {
  const own = passage.section.own;
  if (own.length <= SHORT) return own;
  const later = own.slice(own.indexOf(passage)).filter((p) => p.block !== passage.block);
  return [passage, ...later.slice(0, FOLLOWING)];
};

const DEROGATORY = fr`procedures? (?:concurrentielle )?avec negociation|dialogue competitif|r\.? ?2124-[35]|recours|recourt|recourir|recourons|recourent|y recour[a-z]*|motif|justifi[a-z]*`;
const PROCEDURE_TITLE = fr`procedures?|passation|motifs?|recours|forme de la consultation|dialogue|justification|cadre juridique|textes?`;

/** What is read of the motives by their words: of each, the first place. */
interface Invoked {
  cas?: NonNullable<Motifs['cas']>;
  exclusivite?: Exclusivite;
  achatInnovant?: AchatInnovant;
  research?: Span;
  ulterieur?: Span;
}

function invokedIn(piece: Piece): Invoked {
  const said: Invoked = {};
  const uncontested = saying(piece, 'procedure/suit-sans-publicite');
  for (const { value, sentence } of piece.draft.collect(scan)) {
    const at = sentence.at();
    const dropped = isDroppedThen(sentence) || asksWhether(sentence);
    noteCas(said, value, sentence);
    if (value.exclusive && !said.exclusivite && departs(sentence, uncontested))
      said.exclusivite = shown(sentence, piece);
    if (value.innovative && !dropped && !said.achatInnovant && !sentence.has(NOT_INVOKED))
      said.achatInnovant = innovant(sentence, piece);
    if (value.research && !dropped) said.research ??= at;
    if (value.later) said.ulterieur ??= at;
  }
  return said;
}

/** A case cited opens the procedure wherever it stands; one in words, where the procedure is spoken of. */
function noteCas(said: Invoked, { cited, cas }: Scanned, sentence: Sentence): void {
  const isAbout = () => sentence.section.under(PROCEDURE_TITLE) || sentence.passage.has(DEROGATORY);
  if (cited) said.cas ??= { cas: cas ?? 'cite', at: sentence.at() };
  else if (cas && !said.cas && isAbout()) said.cas = { cas, at: sentence.at() };
}

/** Exclusive rights are invoked there to buy without notice, by the words around or by what is heard. */
const departs = (sentence: Sentence, uncontested: ReturnType<typeof saying>): boolean =>
  !sentence.has(NO_EXCLUSIVITY) &&
  !sentence.has(OF_BIDDERS) &&
  (sentence.passage.has(NO_NOTICE) ||
    sentence.section.has(fr`sans publicite|r\.? ?2122-\d+`) ||
    uncontested.some(({ sentence: s }) => s.passage === sentence.passage));

/** Why the buyer may depart from the open procedure, as the piece states it. */
export const motifs = defineFact<Motifs>({
  id: 'motifs-procedure',
  title: 'Motifs du recours à la procédure',
  read(piece: Piece) {
    const { cas, exclusivite, research, ulterieur, ...said } = invokedIn(piece);
    const sold = ulterieur
      ? undefined
      : telling(piece, LATER_HEARD).find(({ sentence: s }) => s.has(SOLD) && !s.has(DENIED));
    const achatInnovant = said.achatInnovant ?? invoked(piece);
    const prototype = research && {
      at: research,
      ulterieur: ulterieur ?? followUp(piece)?.at() ?? sold?.sentence.at(),
      doubt: sold && hearing(sold),
    };
    return { cas, exclusivite, achatInnovant, prototype };
  },
  show: ({ cas, exclusivite, achatInnovant, prototype }) =>
    cas || exclusivite || achatInnovant || prototype
      ? {
          cas: cas?.cas,
          exclusivite: exclusivite && {
            seulOperateur: exclusivite.seulOperateur,
            sansAlternative: exclusivite.sansAlternative,
          },
          achatInnovant: achatInnovant && { justifie: achatInnovant.justifie, ht: achatInnovant.ht },
          prototypeUlterieur: prototype && prototype.ulterieur !== undefined,
        }
      : undefined,
});

/** Told in any piece, in another sentence than the one that invokes; not « il n'a pas été recherché d'alternative ». */
const isAnswered = (piece: Piece, concept: string, invoked: Sentence, not: RegExp): boolean =>
  piece.consultation.pieces.some((p) =>
    answering(p, concept, (s) => s !== invoked && !s.has(UNSOUGHT) && !s.has(not) && givesReasons(s, invoked)),
  );
/** Beside what is invoked, or in an article on the reasons. */
const givesReasons = (s: Sentence, invoked: Sentence): boolean =>
  s.section.under(fr`pourquoi[a-z' ]*|${PROCEDURE_TITLE}|${REASONS}`) || nearby(invoked).includes(s.passage);
const UNSOUGHT = fr`n'est pas une alternative (?:au|à|aux)|(?:n'(?:a|ont|avons)|ne (?:sera|seront)|sans)(?: [a-z]+){0,5} (?:recherche|examine|etudie|verifie|compare|explore|sonde)[a-z]*`;

function shown(sentence: Sentence, piece: Piece): Exclusivite {
  const told = piece.consultation.pieces.flatMap((p) => [
    ...reasons(p),
    ...p.draft.passagesWith(STATUTORY).filter((x) => x.has(ALTERNATIVE)),
  ]);
  const where = [...nearby(sentence), ...told];
  const owns = piece.consultation.pieces.flatMap((p) => p.draft.passagesWith(OWNS_ALONE));
  return {
    at: sentence.at(),
    seulOperateur:
      where.some((p) => has(p.folded.replace(CHOSEN_ALONE, ' '), ALONE)) ||
      owns.length > 0 ||
      isAnswered(piece, 'procedure/seul-operateur', sentence, ALTERNATIVE),
    sansAlternative:
      where.some((p) => p.has(ALTERNATIVE)) ||
      piece.consultation.pieces.some(isLabelledNone) ||
      isAnswered(piece, 'procedure/sans-alternative', sentence, ALONE),
  };
}

/** The dispensation as it is heard to be invoked. */
function invoked(piece: Piece): AchatInnovant | undefined {
  const one = telling(piece, 'procedure/achat-innovant-invoque').find(
    ({ sentence: s }) =>
      (invokes(s, INNOVATION) || s.has(BELOW)) &&
      [s, s.previous].some((near) => near?.has(DISPENSED)) &&
      !s.has(NOT_INVOKED),
  );
  return one && { ...innovant(one.sentence, piece), doubt: hearing(one) };
}
/** « en dessous de cent mille euros, quand on achète ce qui n'existait pas » */
const BELOW = fr`100 000|cent mille`;
const DISPENSED = fr`(?:dispens|derog|publi|direct|annonc)[a-z]*|concurrence|seule?|gre a gre`;
/** Refused, or the ground of an earlier purchase. */
const NO_EXCLUSIVITY = fr`n(?:e |')(?:invoqu|use|fai(?:t|sons)|repos|tien)[a-z]* (?:[a-z']+ ){0,3}?(?:pas|aucune?|point|ni|sur aucun)[^.;]{0,40}(?:exclusi|raison)[a-zé]*|aucune? (?:droit d')?exclusivité n(?:e |')`;
/** « Ce que l'une propose n'est pas révélé aux autres, ses droits sont préservés »: rights of those who bid. */
const OF_BIDDERS = fr`(?:révél|divulgu|communiqu|dévoil|montr)[a-z]* (?:à|aux) (?:d')?autres?`;
const NOT_INVOKED = fr`(?:n'(?:use|utilis|invoqu|a pas|est|etai|aurai|entr)|ne (?:recour|relev|s'appui|fait|se fonde|constitu|peu|pouvai|port|saurai|jou|s'appliqu))[a-z]*|avai(?:t|ent) (?:deja )?ete|pour memoire|precedente?s?|anterieure?s?|(?:achat|achet|acqui|conclu|pass|command|attribu|notifi|sign|recour|utilis|invoqu)[a-z]* (?:[a-z'-]+ ){0,6}?en (?:19|20)\d\d`;

function innovant(sentence: Sentence, piece: Piece): AchatInnovant {
  const justifie = nearby(sentence).some((p) =>
    p.sentences.some((s) => s.has(WHY) && (s.has(INNOVATION) || Math.abs(p.index - sentence.passage.index) <= 1)),
  );
  // « Pourquoi cette procédure » may stand articles away from a table that sums up, or in another piece.
  const elsewhere =
    !justifie &&
    piece.consultation.pieces
      .flatMap((p) => p.draft.sentencesWith(SAID_INNOVATIVE))
      .some(
        (s) =>
          s.section.under(fr`pourquoi|${PROCEDURE_TITLE}|${REASONS}`) && has(s.folded.replace(DEFINITION, ''), WHY),
      );
  const own = amounts(sentence.passage.folded).find(
    (a) =>
      !/(?:inferieure?s? (?:a|au)|moins de|seuil de|plafond de|limite de) $/.test(
        sentence.passage.folded.slice(0, a.from),
      ),
  );
  const value = own && (own.tax === 'ttc' ? own.value / 1.2 : own.value);
  const told =
    answering(
      piece,
      'procedure/caractere-innovant-montre',
      (s, sure) =>
        s !== sentence &&
        !s.has(INNOVATIVE) &&
        (sure || s.has(NOVEL) || REASON_LABEL.test(s.folded)) &&
        givesReasons(s, sentence),
    ) !== undefined;
  return { at: sentence.at(), justifie: justifie || elsewhere || told, ht: value ?? piece.ask(montants).total?.ht };
}
