import type { Passage, Sentence } from '../../kit/draft.ts';
import { durations } from '../../kit/french/durations.ts';
import { fr } from '../../kit/french/pattern.ts';
import type { PassageContent } from '../../kit/markdown/block.ts';
import type { Phrase } from '../../kit/markdown/prose.ts';
import { find, findAll, has, type Match } from '../../kit/text.ts';
import droits from '../words/pi-droits.json' with { type: 'json' };
import { BUYER } from './parties-objets.ts';

/** What bounds an assignment: the four limits of article L131-3 of the CPI, its price, its modes. */
export const ELEMENTS = ['etendue', 'destination', 'lieu', 'duree', 'prix', 'modes'] as const;
export type Element = (typeof ELEMENTS)[number];

/** Rights that have a name in the code. */
export type Right = keyof typeof droits.droits;

/** What a sentence says of the limits of rights. Places are in the folded sentence. */
export interface Bounds {
  readonly elements: ReadonlyMap<Element, Match>;
  readonly rights: ReadonlySet<Right>;
  /** « les mêmes droits … que sur les résultats »: bounds taken from another clause. */
  readonly same: boolean;
  /** The sentence speaks of rights, or is the label of one of their limits: it counts outside the grant's own paragraph. */
  readonly about: boolean;
}

const any = (words: readonly string[]) => `(?<![a-z0-9-])(?:${words.join('|')})(?![a-z0-9])`;
const regex = (words: readonly string[]) => new RegExp(any(words), 'g');

const RIGHTS = Object.entries(droits.droits).map(([name, words]) => [name as Right, regex(words)] as const);
const ACTS = regex(droits.actes);
const SUPPORTS = regex(droits.supports);
const EXTENT = regex(droits.etendue);
const PLACE = regex(droits.lieux);
const INSTEAD = /(?:en |au )lieu (?:et place )?d[eu]?(?![a-z])|en lieu et place/g;
/** « les caisses générales d'outre-mer », « l'agence de l'Union européenne »: the name of who receives, and not where. */
const OF_BODY = new RegExp(
  `(?<![a-z])${BUYER}(?: (?!(?:en|dans|pour|sur|par|et|ou|a|au|aux|qui|peut|peuvent|pays|etats?|territoires?)(?![a-z]))[a-z]+){0,5}? (?:d'outre-mer|d'europe|de france|de l'union europeenne|europeen(?:ne)?s?|internationa(?:le?s?|ux))(?![a-z])`,
  'g',
);
const blank = (words: string): string => ' '.repeat(words.length);

const BY_WHAT =
  '(?:par|sur|avec|sous|via|dans|vers) quel(?:le)?s? (?:moyens?|canaux|medias?|formats?|formes?|voies?|tirages?)|combien d.exemplaires|(?:moyens|canaux) de (?:diffusion|communication)';
/** Words of a line's label, before its colon or alone in its cell. */
const LABELS: readonly (readonly [Element, RegExp])[] = [
  ['etendue', fr`étendue|supports?|quantités?|${BY_WHAT}`],
  ['modes', fr`modes?(?: d'exploitation)?|supports?|procédés?|comment|${BY_WHAT}`],
  [
    'destination',
    fr`destinations?|finalités?|fins|objectifs?|usages?|objet des droits|besoins?|buts?|(?:à|pour) quelles? fins?|pour(?: ?quoi)?(?! [a-z])`,
  ],
  [
    'lieu',
    fr`lieux?|territoires?|zones?|territorial(?:e|es)?|géographique|pays|où|(?:à|en) quels? (?:endroits?|lieux?|pays)`,
  ],
  ['duree', fr`durées?|combien de temps|jusqu'à quand|échéance|terme|temps`],
  [
    'prix',
    fr`prix|rémunération|contrepartie(?: financière)?|montant de la cession|à quel prix|contre quoi|somme|(?:ce qui|ce qu'on) est payé`,
  ],
];

const NO_GOAL = `(?! ?(?:les? lots?|la duree|une duree|toute la duree|la periode|une periode|le monde|le territoire|la france|l'europe|un nombre|le compte|son compte|leur compte|son propre compte|leur propre compte|chaque|chacun|le prix|un prix|la somme|tou(?:s|t|tes?) (?:les )?(?:pays|supports?|formats?|termina(?:l|ux)|appareils?|ecrans?|postes?|serveurs?|equipements?|materiels?|medias?|canaux|versions?|langues?)|l'ensemble (?:des|du) (?:pays|monde|supports?|territoire)|l'union|la totalite|le nombre|le droit|les droits|(?:la |le |l'|les )?${BUYER}|l'exploitation (?:sur|dans|en)|(?:une|la) (?:redevance|remuneration|contrepartie)|(?:un|le) (?:forfait|montant))(?![a-z]))`;
const GOAL = fr`(?:a|ont|aura|auront) pour (?:seule? )?(?:fins?|buts?|objectifs?|finalité|destination|vocation)|destinations?|finalités?|(?:à|aux) (?:des |toutes |les |(?:la )?seules? )?fins?|à (?:cette|quelque) fin|(?:en vue|afin) (?:de|d'[a-z]+)|destinée?s? (?:à|aux?)(?! (?:l'|la |le |un |des |tous? )?(?:acheteur|etat|tiers|titulaire|collectivite|caisse|ville|commune)(?![a-z]))|(?:sert|servent|serviront|servira) (?:à|exclusivement|uniquement|la|le|les|l'[a-z]+|sa|son|ses|leurs?|aux?)|(?:tend|tendent|vise|visent) à|afin que|(?:aux|de(?: ses| leurs| ces)?|des|les|ses|leurs|tous|pour|propres) besoins?|(?:tous?|toutes?|quelque|pour un|tout) (?:les )?(?:types? d'|nature d'|forme d')?(?:usages?|utilisations?|exploitations?)|usages? (?:internes?|externes?|publics?|professionnels?|non commercia(?:l|ux)|propres?)|(?:commercial(?:e|es)?|commerciaux) ou non|dans le cadre (?:de l'exercice )?de ses (?:missions?|activités?|compétences?)|exercice de ses (?:missions?|compétences?)|besoins? propres?`;
/** « Pour la propriété intellectuelle, … », « Pour les films, … »: first said, what the clause is about. */
const MATTER =
  '(?:propriete|resultat|livrable|connaissance|element|logiciel|creation|oeuvre|film|image|photographie|code|etude|rapport|document|maquette|texte|visuel)s?';
const FOR = new RegExp(
  `(?<![a-z0-9])(?!(?<=^[^a-z]*)pour (?:la |le |les |l'|ces |ses |leurs? )${MATTER}(?![a-z]))pour ${NO_GOAL}(?:la |le |les |l'|ses |son |sa |leurs? |toutes? |tous |un |une |(?!(?:quatre|memoire|titre|ordre|autre|hier)(?![a-z]))[a-z]{2,}(?:er|ir|re)(?![a-z]))`,
  'g',
);

const LEGAL_TERM = fr`durée (?:[a-z]+ ){0,3}(?:légale|de (?:la )?(?:protection|propriété|droit)|des droits|de validité|du (?:présent )?(?:marché|contrat)|de l'accord-cadre|d'exploitation|de la cession|de la licence|de la concession)|durée (?:maximale|légale|illimitée|indéterminée)|(?:sans|aucune) limit(?:e|ation)s? (?:[a-z]+ (?:ni|ou|et) )?(?:de |d'|dans (?:l'espace (?:ni|et|ou) )?)(?:le )?(?:durée|temps)|dans le temps|à perpétuité|perpétuel(?:le|lement)?s?|illimitée? (?:dans le temps|en durée)|70 ans|soixante-dix ans|toute la durée|(?:sans|ni) limit(?:e|ation)s? (?:de territoire|de lieu|géographique) (?:ni|ou|et) de durée|durée ni de territoire|territoire ni de durée|dure(?:nt|ra|ront)? (?:autant que|aussi longtemps que|tant que)|aussi longtemps que(?: [a-z',-]+){0,6} (?:protégée?s?|protection)|jusqu'(?:au|à|en) (?:terme|l'expiration|la fin|l'extinction|(?:son|leur) (?:extinction|expiration|terme|entrée dans le domaine public)|l'entrée [a-z' ]{0,30}domaine public|20\d\d|\d)|jusqu'à ce qu(?:e|'[a-z]+) |(?:prend(?:ra)? fin|cesse(?:ra)?|expire(?:ra)?|s'éteint|s'éteindra|s'achève(?:ra)?) (?:avec|en même temps que|à|au|le|en|quand|lorsque)|(?:tomb|entr|chute|pass)[a-zé]* (?:dans|en|au) (?:le )?domaine public|tant qu(?:e|'[a-z]+) (?:[a-z']+ ){0,6}(?:protégée?s?|protection)|(?:même|mêmes) (?:[a-z]+,? ){0,3}durée|pour une durée|pendant (?:toute )?(?:la|une) durée`;
/** A duration that is another matter's. */
export const OTHER_TERM = fr`confidentialité|confidentielles?|secret|garanties?|maintenance|assistance|pénalités?|redevances?|délais?|mise en demeure|résili(?:e|er|ée?s?|ation)|recours|conservation|conservées?|préavis|archiv(?:e|age|ées?|és)|avance|paiement`;
const SAME = fr`mêmes? (?:[a-z]+,? (?:et |pour |le |la |les )?(?:mêmes? )?){0,6}(?:conditions|droits|limites|durée|territoire|régime|étendue|besoins)|conditions (?:identiques|analogues)|dans les limites (?:fixées|prévues) (?:ci-dessus|au même article)`;

const PRICE_WORD =
  '(?:prix|montants?|forfaits?|remunerations?|tarifs?|sommes?|honoraires|dotation|prime|recompense|bordereau|dpgf|bpu|offre financiere)';
const INCLUDED =
  '(?:compris(?:e|es)?|inclus(?:e|es)?|incorporee?s?|integree?s?|contenue?s?|forfaitaire(?:ment)?|couverte?s?|fondue?s?|englobee?s?|reputee?s? (?:comprise?s?|incluse?s?))';
/** « Le candidat en indique le prix à la ligne 4 du bordereau »: in the offer. */
const PRICED_AT =
  "(?:indique|porte|inscrit|mentionne|chiffre|fixe|precise|propose|renseigne)(?:nt|ra|ront|z)? (?:le|son|leur|un) (?:prix|montant)|(?:prix|montant|remuneration)(?: [a-z,'-]+){0,4} (?:a la|au|dans la|dans le|par la|par le) (?:ligne|poste|case|rubrique|article|numero|decomposition|bordereau|dpgf|bpu|annexe financiere|acte d'engagement|devis)|(?:ligne|poste|case|rubrique) (?:n ?° ?)?[0-9a-z.]+ (?:de la|du|de l') ?(?:decomposition|bordereau|dpgf|bpu|annexe financiere|acte d'engagement|devis|cadre de (?:prix|reponse))";
/** « moyennant 5 000 € », « pour douze mille euros » */
const FOR_SO_MUCH =
  "(?:moyennant|contre|pour|au prix d[e']|en echange d[e']) ?(?:[0-9][0-9 .,]* ?(?:€|euros?|k€)|(?:[a-z-]+ ){1,5}euros)";
/** « 2 000 € sont versés pour cela », « elle est payée : 300 € par dessin » */
const PAID_FOR_IT =
  "[0-9][^.;]{0,50} (?:a ce titre|de ce chef|pour (?:cela|ceci|ces droits|cette cession|ce transfert|cet abandon))|(?:cela|ceci|elles?|ils|cession|droits|transfert|abandon)(?: en)? (?:est|sont|sera|seront) (?:[a-z]+ )?(?:payee?s?|remuneree?s?|retribuee?s?|achetee?s?|dedommagee?s?|indemnisee?s?) ?[:,(]? ?(?:[a-z']+ ){0,4}[0-9]+";
const PRICE = fr`${FOR_SO_MUCH}|(?:en|la|pour) contrepartie de (?:la|cette|ladite|sa) (?:cession|licence|concession)[^.;]{0,120}(?:€|euros)|(?:rémunération|prix|contrepartie)(?: en)? (?:est|sera) (?:incluse?|comprise?)[^.;]{0,40} dans (?:le|les|celui|ceux)|(?:arrêté|fixé|calculé|établi|convenu|consenti)e?s? (?:en (?:considération|contrepartie|tenant compte|fonction)|compte tenu) de (?:la|cette|ladite|ces|ce|leur|sa) (?:[a-z]+ )?(?:cession|concession|licence|transfert|droits|facultés)|(?:contrepartie|rémunération) (?:[a-z',-]+ ){0,6}?(?:est|figure|consiste|tient) (?:[a-z]+ )?(?:dans |en |à |au |par )?(?:les? |la |l'|un |une )?(?:${PRICE_WORD}|lignes?|postes?)|${PRICE_WORD} (?:[a-z0-9,'-]+ ){0,7}(?:est|en est|sont|en sont|forme|constitue) la (?:seule )?(?:contrepartie|rémunération)|aucune (?:autre )?(?:somme|rémunération|contrepartie|indemnité) (?:[a-z]+ ){0,3}?(?:n'est|ne (?:lui |leur )?(?:est|sera)) (?:[a-z]+ )?due|tenu compte (?:de )?(?:cette|ce|la|sa|leur|ces) (?:cession|transmission|transfert|concession|droits)[a-z ]*|${INCLUDED}(?: [a-z,'-]+){0,6} ${PRICE_WORD}|${PRICE_WORD}(?: [a-z,'-]+){0,9} ${INCLUDED}|${PRICE_WORD}(?: [a-z,'-]+){0,6} (?:comprend|comprennent|inclut|incluent|intègre|intègrent|tient compte|tiennent compte|couvre|couvrent|rémunère|rémunèrent|acquitte|acquittent|rétribue|rétribuent|solde|soldent|paient?|payent?|comporte|est réputé comprendre|sont réputés comprendre)(?: [a-z,'-]+){0,14} (?:cession|cédés|facultés|prérogatives|droits?|licences?|concession|propriété intellectuelle)|${PRICE_WORD}(?: [a-z,'-]+){0,6} (?:la |les |l')(?:comprend|comprennent|inclut|incluent|intègre|intègrent|couvre|couvrent|rémunère|rémunèrent)|sans (?:autre |aucun |aucune )?(?:supplément|surcoût|complément|contrepartie|rémunération|prix|indemnité|frais|coût|redevance|paiement|majoration)(?: [a-z]+)?|ne donne(?:nt|ra)? (?:pas )?(?:lieu|droit) à (?:aucune? |un |une )?(?:[a-z]+ )?(?:supplément|rémunération|prix|paiement|indemnité|redevance|complément)|(?:moyennant|contre|en contrepartie d[e'u])(?: [a-z']+){0,4} ?(?:prix|somme|redevance|rémunération|versement|prime|paiement|forfait|montant)|(?:rémunérée?s?|payée?s?|consentie?s?|cédée?s?|rétribuée?s?)(?: [a-z,'-]+){0,5} (?:par|au|pour un|à hauteur|moyennant|contre|forfaitairement|à titre forfaitaire)(?: [a-z]+){0,3} (?:prix|somme|redevance|forfait|montant|prime|pourcentage|part|contribution|titre forfaitaire|titre gratuit)|participation proportionnelle|proportionnel(?:le|lement)? aux? (?:recettes|résultats)|redevance (?:proportionnelle|de|calculée)|prix (?:de (?:la )?cession|distinct|des droits|de la licence|de la concession|forfaitaire)|rémunération (?:de la cession|des droits|afférente|forfaitaire)|(?:pour|moyennant|contre) (?:la somme|le prix)|prix(?: [a-z,'-]+){0,3} (?:en|y) (?:comprenant|comprend|incluant|inclut|intégrant|rémunérant)|en (?:comprenant|incluant|rémunérant) (?:le prix|la rémunération|la cession)|prix en est|${PRICED_AT}|${PAID_FOR_IT}|(?:leur|son) prix (?:figure|forme|constitue|fait l'objet|est (?:porté|inscrit|indiqué|celui))|(?:rémunération|contrepartie) en est|(?:rémunération|prix|somme)(?: [a-z,'-]+){0,3} (?:à ce titre|de ce chef)|[0-9]+ ?% (?:des|du|de|de la) (?:recettes?|ventes?|chiffre|prix|montant|produits?)`;
const FREE = fr`à titre (?:gratuit|gracieux)(?! ou (?:onéreux|payant))|gratuitement|gracieusement|(?:cession|licence|concession)(?: [a-z,'-]+){0,6} (?:gratuite?|gracieuse)`;
export const NOT_FREE = fr`à titre (?:gratuit ou onéreux|onéreux ou gratuit|gratuit ou payant|onéreux ou à titre gratuit|gratuit ou à titre onéreux)|gratuitement ou|onéreux ou gratuit|(?:remettre|remise|distribu(?:er|tion)|diffus(?:er|ion)|prêt(?:er)?|communi(?:quer|cation)|(?:mettre|mise) à (?:la )?disposition|transmettre|fournir|rétrocéder|sous-concéder|sous-licencier)(?: [a-z'-]+){0,5} (?:tiers|public|usagers?|assurés?|organismes?|partenaires?|collectivités?|administrations?|agents|habitants|établissements?)(?: [a-z'-]+){0,3},? (?:à titre (?:gratuit|gracieux)|gratuitement|gracieusement)`;

const ABOUT = fr`droits?|cession|cédée?s?|cède(?:nt)?|concession|concédée?s?|concède(?:nt)?|licences?|exploitation|exploiter|utilisation|utiliser|reproduction|représentation|l'acheteur peut|résultats?`;

/** Words that turn a right's name into an inventory's: « le droit de reproduction », « droits de reproduire et de modifier ». */
const INVENTORY = fr`droits?|cession|cède(?:nt)?|cédez|abandonnez|transférez|autorisez|cédée?s?|concède(?:nt)?|concédée?s?|autorise(?:nt)?|autorisée?s?|licences?|prérogatives?|facultés?|transf[eé]r[a-zé]+|transferts?|abandonne(?:nt)?|se (?:défait|défont|dessaisit|dessaisissent)|cessionnaires?`;
/** All rights at once: what follows is what they are for. */
const AT_ONCE = fr`(?:l'ensemble|l'intégralité|la totalité) d[a-z']+|tou(?:s|te|tes) (?:ses|leurs?|les?|la) (?:[a-z]+ )?(?:droits|prérogatives|facultés|propriété)|en (?:bloc|totalité)|intégralement`;
const PURPOSE = fr`pour|afin|en vue d[a-z']+|(?:à|aux) (?:des |les )?fins?|aux besoins|dans le cadre`;
const MORAL = fr`mora(?:l|ux)`;
const FORBIDDEN = fr`interdi(?:t|te|ts|tes|re|ction)|s'interdit|sans (?:l'|son |leur )?(?:accord|autorisation)|ne peut|ne peuvent|n'emporte|ne comprend pas`;
/** What follows it is no right given: « à l'exclusion du droit de traduction ». */
const EXCLUDED = fr`à l'exclusion d(?:e|u|es) (?:la |toute? |l')?(?:droits?|cession|licence|usage|utilisation|exploitation|reproduction|représentation|adaptation|modification|traduction|diffusion|distribution|commercialisation)|à l'exclusion des? (?!(?:autres?|tiers|personnes?|quiconque|organismes?)(?![a-z]))(?!tou(?:t|te|s|tes)(?![a-z]))|à l'exclusion du`;

/** The first duration that is not, by the words around it, that of another matter. */
function termOf(folded: string): Match | undefined {
  const legal = find(folded, fr`durée (?:légale|de (?:la )?protection)`);
  if (legal) return legal;
  const terms = [
    ...findAll(folded, LEGAL_TERM),
    // Rights last years or months: days are the term of a notice, a reply or a delivery.
    ...durations(folded)
      .filter(({ months }) => months !== undefined)
      .map(({ from, to }) => ({ from, to, text: folded.slice(from, to), groups: {} })),
  ];
  return terms.find(
    ({ from, to, text }) =>
      !has(folded.slice(Math.max(0, from - 60), to + 35), OTHER_TERM) &&
      // « Le droit moral, perpétuel et inaliénable »: that of the author, who gives none of it.
      !(text.startsWith('perpetu') && has(folded, MORAL)),
  );
}

/** « à convenir », « reste à définir », « non fixée » */
const OPEN =
  '(?:(?:(?:le|la|un|une) [a-z]+ )?(?:reste )?a (?:convenir|definir|negocier|debattre|determiner|arreter|discuter|fixer)|(?:non|pas) (?:encore )?(?:fixe|precise|defini|determine|arrete|prevu)e?s?)(?![a-z])';
/** « Prix : à convenir », « Durée : reste à définir »: named, and not set. */
const LEFT_OPEN = new RegExp(`^ ?[:-] ?${OPEN}`);
const OPEN_ALONE = new RegExp(`^[^a-z]*${OPEN}`);
/** « Contrepartie | à convenir »: a row that sets nothing. */
export const isLeftOpen = (passage: Passage): boolean => {
  const [label, value] = passage.table?.rowOf(passage)?.cells ?? [];
  return (label === passage || value === passage) && value !== undefined && OPEN_ALONE.test(value.folded);
};

/** The label that a line begins with: « Durée : … », or a short cell or heading. */
function labelled(folded: string, isLine: boolean): string | undefined {
  const colon = /^[^:]{2,70}?(?= ?:)/.exec(folded)?.[0];
  if (colon) return colon;
  const dash = /^(?:- )?[a-z' ]{3,50}(?= - )/.exec(folded)?.[0];
  if (dash) return dash;
  return isLine && folded.length <= 60 ? folded : undefined;
}

/** « peuvent être dupliquées et communiquées au public »: what may be done with a work, said of the work. */
const MAY_BE_DONE = /(?:peu(?:t|vent)|pourr(?:a|ont)) (?:[a-z]+ )?etre (?:[a-z']+(?:,| et| ou)? ){1,8}/g;
const DONE = /(?<![a-z])(?:(reprodu|tradu)ites?|(reprodu|tradu)its?|([a-z]{4,})ee?s?)(?![a-z])/g;
const asActs = (folded: string): string =>
  folded.replace(MAY_BE_DONE, (words) =>
    words.replace(DONE, (_, fem?: string, masc?: string, stem?: string) => (stem ? `${stem}er` : `${fem ?? masc}ire`)),
  );

/** The rights that a sentence names as given; `starts`: it may be a line of a list of them. */
function rightsGiven(said: string, starts: boolean): ReadonlySet<Right> {
  const folded = asActs(said);
  const isInventory = has(folded, INVENTORY);
  if (!(isInventory || starts) || has(folded, FORBIDDEN)) return new Set();
  if (has(folded, MORAL) && !has(folded, fr`patrimoniaux`)) return new Set();
  const all = find(folded, AT_ONCE);
  const purpose = all && findAll(folded, PURPOSE).find(({ from }) => from > all.to);
  const given = folded.slice(0, find(folded, EXCLUDED)?.from ?? purpose?.from);
  const named = RIGHTS.flatMap(([right, words]) => {
    const m = find(given, words);
    return m ? [{ right, from: m.from }] : [];
  });
  // Outside a sentence on rights, the first name must begin the line.
  const isGiven = isInventory || named.some(({ from }) => from <= 24);
  return new Set(isGiven ? named.map(({ right }) => right) : []);
}

/**
 * Reads the bounds that a sentence states; undefined when it states none. `kind` and `inventory` (an item or a cell whose
 * lead or header speaks of rights) say where it stands: « reproduction » alone is a right in a list of rights only.
 */
export function bounds(phrase: Pick<Phrase, 'folded'>, kind: string): Bounds | undefined {
  const { folded } = phrase;
  const elements = new Map<Element, Match>();
  const put = (element: Element, m: Match | undefined) => {
    if (m && !elements.has(element)) elements.set(element, m);
  };
  const label = labelled(folded, kind === 'cell' || kind === 'heading');
  if (label && LEFT_OPEN.test(folded.slice(label.length))) return undefined;
  if (label) for (const [element, pattern] of LABELS) put(element, find(label, pattern));
  const isLabel = elements.size > 0;
  put('etendue', find(folded, EXTENT) ?? find(folded, SUPPORTS));
  put(
    'modes',
    find(folded, SUPPORTS) ??
      find(folded, ACTS) ??
      find(folded, fr`modes? d'exploitation|par voie d[e']|au moyen d[e']`),
  );
  put('destination', find(folded, GOAL) ?? find(folded, FOR));
  put('lieu', find(folded.replace(INSTEAD, blank).replace(OF_BODY, blank), PLACE));
  put('duree', termOf(folded));
  put('prix', find(folded, PRICE) ?? (has(folded, NOT_FREE) ? undefined : find(folded, FREE)));
  const rights = rightsGiven(folded, kind === 'item' || kind === 'cell' || kind === 'heading');
  if (elements.size === 0 && rights.size === 0 && !has(folded, SAME)) return undefined;
  return { elements, rights, same: has(folded, SAME), about: isLabel || has(folded, ABOUT) };
}

/** The bounds that a sentence of a passage sets. */
export const readBounds = (phrase: Pick<Phrase, 'folded'>, { kind }: PassageContent): Bounds | undefined =>
  bounds(phrase, kind);

/** Rights told after what is assigned: « sont cédées à la ville : reproduction, adaptation ». */
export const namesRights = (sentence: Sentence): boolean => (sentence.read(rightsIn)?.rights.size ?? 0) > 0;
const TOGETHER = ['etendue', 'destination', 'lieu', 'duree'] as const;
/** « Sur tout support ; pour informer ; en France ; dix ans »: three of the limits that rights have, and nothing else has together. */
export const tellsLimits = (sentence: Sentence): boolean => {
  const told = sentence.read(rightsIn)?.elements;
  return told !== undefined && TOGETHER.filter((one) => told.has(one)).length > 2;
};
/** « La cession est bornée : affiches et cartes ; accueil des touristes ; Savoie ; six ans »: told in a row, each part is one of them. */
export const limitsInRow = (sentence: Sentence): boolean => {
  const parts = sentence.folded.split(';').map((words) => bounds({ folded: words }, 'paragraph'));
  const isSaid = (limit: Element) => parts.some((part) => part?.elements.has(limit));
  const rest = parts.filter((part) => !part?.rights.size && !TOGETHER.some((limit) => part?.elements.has(limit)));
  return parts.length > 3 && rest.length > 1 && isSaid('lieu') && isSaid('duree');
};
/** A sentence that sets most of the limits that the code asks for. */
export const isBounded = (sentence: Sentence): boolean => (sentence.read(rightsIn)?.elements.size ?? 0) > 3;
const rightsIn = (folded: string) => bounds({ folded }, 'paragraph');
