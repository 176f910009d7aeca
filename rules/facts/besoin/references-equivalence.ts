import type { Passage, Sentence } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import type { Phrase } from '../../kit/markdown/prose.ts';
import type { Piece } from '../../kit/piece.ts';
import { has } from '../../kit/text.ts';
import { answering, saying } from '../commun/index.ts';
import { standardNames } from './references-normes.ts';

const SAME =
  '(?:equivalen(?:ts?|tes?|ces?)|similaires?|semblables?|analogues?|assimile(?:e|es|s)?|comparables?|equiv\\b\\.?)';
/** « équivalent temps plein », « tonne équivalent CO2 »: units, not equivalence. */
const UNIT =
  /equivalents?[ -](?:temps|plein|co2|carbone|habitants?)|(?:dose|tonne|niveau sonore|surface|diametre|section|resistance|longueur|puissance|capacite|volume) equivalente?s?/g;

/** Ways to open a reference to what is worth the same. */
const OPEN: readonly RegExp[] = [
  new RegExp(`(?<![a-z])(?:ou|et/ou|soit)(?![a-z])[^;]{0,90}?(?<![a-z])${SAME}`),
  /\/ ?(?:ou )?(?:equivalen|similaire|eq\b|equiv\b)/,
  /(?<![a-z])ou eq(?:u|v)?\b\.?/,
  fr`de (?:même )?(?:qualité|technique|performances?|niveau|caractéristiques?|prestations?|esthétique|valeur|garanties?|fonctionnalités?)[^;.]{0,50}(?:équivalente?s?|similaires?)`,
  fr`(?:au moins |strictement |techniquement )?(?:équivalente?s?|similaires?|comparables?) (?:à|au|aux)(?! (?:environ )?\d)`,
  fr`ou (?:à |par |de |selon |de la |au |aux )?(?:tou(?:t|te|s|tes) )?(?:autres?|tout moyen)(?: [a-z'-]+){0,3}? ?(?:normes?|labels?|solutions?|procédés?|matériaux?|matériels?|produits?|marques?|modèles?|référentiels?|certifications?|certificats?|moyens?|preuves?|systèmes?|méthodes?|techniques?|dispositifs?|technologies?|qualifications?|éditeurs?|fabricants?|outils?|types?)`,
  fr`ou autres?(?=[ )]*(?:[.,;)]|$))`,
  // « ou visé par un organisme signataire du même accord », and not « ou un modèle de la même marque »
  fr`ou (?:[a-z'-]+ ){1,6}(?:d'|de |du |a |au )(?:une? |la |le |l')?mêmes? (?!jours?|date|heure|lieu|endroit|moment|site|salle|titulaire|constructeur|fabricant|marque|éditeur|gamme|modèle|série|maison|fournisseur)[a-z]+`,
  fr`(?:preuves?|certificats?|normes?|labels?|produits?|solutions?|références?|certifications?|qualifications?) (?:jugée?s? |reconnue?s? )?équivalente?s?`,
];
/** « sans équivalent », « la notion de similaire ne sera pas admise », « aucun produit équivalent n'est accepté ». */
const REFUSED: readonly RegExp[] = [
  new RegExp(
    `(?<![a-z])(?:(?:sans|aucune?|ni|pas de|a l'exclusion de toute?|meme (?:si|a titre))(?![a-z])|pas d')[^.;]{0,40}(?<!ou )${SAME}`,
  ),
  new RegExp(
    `${SAME}[^.;,]{0,30}(?<![a-z])(?:ne|n'[a-z]+|non|exclu[a-z]*|interdi[a-z]*|refuse[a-z]*)(?![a-z])[^.;]{0,30}(?<![a-z])(?:admis|admet|accept|autoris|possible|recevable|exclu|refus|interdi|toler|propos|retenu|convien)`,
  ),
];
const ACCEPTED =
  "(?:accepte(?:nt|e|es|s|ra|ront)?|admet(?:tent)?|admis(?:e|es)?|recevables?|autorise(?:e|es|s)?|s'entend(?:ent)?|repute(?:e|es|s)?|reconnu(?:e|es|s)?|pris(?:e|es)? en compte)";
const ACCEPTS: readonly RegExp[] = [
  new RegExp(`${SAME}[^.;]{0,60}(?<![a-z])${ACCEPTED}(?![a-z])`),
  new RegExp(`(?<![a-z])${ACCEPTED}[^.;]{0,60}${SAME}`),
  new RegExp(`(?<![a-z])(?:pourra|pourront|peut|peuvent) (?:etre )?(?:[a-z]+ ){0,3}propos[^.;]{0,60}${SAME}`),
  new RegExp(`${SAME}[^.;]{0,60}(?<![a-z])(?:pourra|pourront|peut|peuvent) (?:etre )?(?:[a-z]+ ){0,3}propos`),
  fr`l'équivalence[^.;]{0,40}(?:prouv|démontr|justifi|établi|appréci)[a-z]*`,
];

const clean = (folded: string): string => folded.replace(UNIT, ' ');

/** True when the equivalent is refused: « la notion de similaire ne sera pas admise ». */
const refusesEquivalent = (folded: string): boolean => {
  const words = clean(folded);
  return REFUSED.some((p) => has(words, p));
};

/** True when a sentence, cell or item admits an equivalent of what it names. */
export function opensToEquivalent(folded: string): boolean {
  const words = clean(folded);
  return OPEN.some((p) => has(words, p)) && !refusesEquivalent(words);
}

/** « Quand un article cite un produit avec la mention « ou équivalent » »: of those that have it, and of no other. */
const OF_MARKED = fr`(?:avec|(?:qui )?(?:porte(?:nt)?|comporte(?:nt)?)|portant|comportant|(?:suivie?|assortie?|accompagnée?)s? d[eu]s?) (?:la |les |le |l')?(?:mentions?|mots?|formules?|termes?|expressions?) ?:? ?"? ?ou (?:(?:tout|toute) )?(?:équivalent|similaire)`;
const OF_ALL = fr`(?:l'est|le sont|(?:est|sont) citée?s?) avec|réputée?s?|considérée?s?|s'entend(?:ent|ra|ront)?|entendue?s?|sous-entend[a-z]*|lire|lue?s?|interprét[a-zé]+|compris[a-z]*`;
const isOfMarked = (words: string): boolean => has(words, OF_MARKED) && !has(words, OF_ALL);

/** True when a sentence on its own says that equivalents are accepted: « Les certificats équivalents seront acceptés. » */
export function acceptsEquivalents(folded: string): boolean {
  const words = clean(folded);
  if (isOfMarked(words)) return false;
  return (ACCEPTS.some((p) => has(words, p)) && !refusesEquivalent(words)) || has(words, EXAMPLE_ONLY);
}

/** « Les marques citées le sont à titre indicatif », « ne constituent en aucun cas une obligation ». */
const EXAMPLE_ONLY = fr`(?:marques?|références?|modèles?|produits?|matériels?|matériaux|désignations?|types?|normes?|labels?)[^.;]{0,80}(?:à titre (?:d'exemples?|indicatif|d'information|de référence|purement indicatif)|ne (?:constituent|sont|constitue|sauraient)[^.;]{0,30}(?:obligation|obligatoires?|impos[ée]e?s?|contractuel(?:le)?s?)|n'ont (?:qu'une|pas de) valeur)`;
const UNIVERSAL = fr`(?:références?|normes?|marques?|labels?)(?: [a-z]+){0,2} ?: ?(?:chacune?|toutes?|tous)|(?:toute|chaque|les|des) (?:références?|mentions?|renvois?) (?:faite?s? )?(?:[a-z' ]+ )?(?:à|aux?|d'|de) (?:[a-z]+ ){0,3}?(?:normes?|labels?|marques?|produits?|certifications?|brevets?|types?|matériels?|spécifications?)|(?:tou(?:s|tes) )?(?:les|des|ces|leurs) (?:[a-z']+,? (?:ou |et )?(?:les |des |de )?){0,8}?(?:références?|marques?|normes?|labels?|désignations?|produits?|matériels?|matériaux|certifications?|types?|modèles?)[^.;]{0,60}(?:citée?s?|mentionnée?s?|indiquée?s?|visée?s?|prescrite?s?|énoncée?s?|nommée?s?|donnée?s?|évoquée?s?|figurant|(?:du|au|le|dans ce) présent|dans le|dans les)|(?:tout|toute) (?:norme|marque|référence|produit|matériel|label|certification|désignation)[^.;]{0,60}(?:citée?s?|mentionnée?s?|indiquée?s?|visée?s?|prescrite?s?|nommée?s?|figurant)|lorsqu'(?:une?|il est fait)[^.;]{0,30}(?:référence|marque|norme)|(?:la|une) (?:norme|marque|référence) (?:[a-z]+ )?citée|ensemble d(?:u|es) (?:documents?|pièces|cctp|dossier)`;
const EVERY_PIECE = fr`pièces|dossier|dce|documents de (?:la )?consultation|marché`;
/** The specifications, and no rules of the consultation. */
const EVERY_SPECIFICATION = fr`cctp|cahiers?`;
const GOODS = fr`marques?|produits?|matériels?|matériaux|modèles?|types?|fabricants?|fournitures?`;
const STANDARDS = fr`normes?|labels?|certifications?|certificats?|standards?|référentiels?|agréments?|spécifications?|avis techniques?|documents? techniques?`;

export interface Clausula {
  readonly goods: boolean;
  readonly standards: boolean;
}

const standardsIn = ({ folded }: Sentence): string[] =>
  standardNames(folded).map(({ from, to }) => folded.slice(from, to));
/** « Les papiers PEFC ou tout label équivalent sont admis »: a sentence that names its reference speaks of that one. */
const speaksOfOwn = (s: Sentence, of: Sentence = s): boolean => {
  const names = standardsIn(s);
  return names.length > 0 && !s.has(UNIVERSAL) && (s === of || !names.some((n) => standardsIn(of).includes(n)));
};

/** « Les normes citées au présent article »: what is said there covers that section alone. */
const OF_SECTION = fr`(?:au|du|dans le|le|à la|de la|dans la|cette?|cet) (?:présente? )?(?:article|chapitre|paragraphe|alinéa|point|rubrique)(?! \d)`;

/** What the clause of a piece covers in another. */
const clauseOf = (piece: Piece, covered: Piece): Clausula => {
  const reaches = (s: Sentence): boolean =>
    !s.has(OF_SECTION) &&
    (piece === covered || s.has(EVERY_PIECE) || (covered.kind !== 'rc' && s.has(EVERY_SPECIFICATION)));
  let goods = false;
  let standards = false;
  for (const { value, sentence } of piece.draft.collect(general)) {
    if (!reaches(sentence)) continue;
    // « … est réputée suivie de la mention "ou équivalent" » may stand in the sentence after the one that names the kinds.
    const words = sentence.previous && !value.goods && !value.standards ? sentence.previous : sentence;
    const kinds = words === sentence ? value : { goods: words.has(GOODS), standards: words.has(STANDARDS) };
    goods ||= kinds.goods || !kinds.standards;
    standards ||= kinds.standards || !kinds.goods;
  }
  // What is heard of all.
  const heard = answering(
    piece,
    'besoin/equivalence-generale',
    (s, sure) =>
      (sure || s.has(OF_EQUIVALENTS)) &&
      has(s.folded.replace(OR_ANY, ' '), EVERYWHERE) &&
      !speaksOfOwn(s) &&
      (s.has(GOODS) || s.has(STANDARDS)) &&
      !/\d/.test(s.folded) &&
      !isOfMarked(s.folded) &&
      reaches(s) &&
      !refusesEquivalent(s.folded),
  );
  return {
    goods: goods || (heard?.has(GOODS) ?? false),
    standards: standards || (heard?.has(STANDARDS) ?? false),
  };
};

/** The sentences of a piece heard to admit an equivalent of what they name. */
export const heardEquivalents = (piece: Piece): ReadonlySet<Sentence> =>
  new Set(
    saying(piece, 'besoin/equivalent-admis').flatMap(({ sentence }) =>
      sentence.has(OR_OTHER) &&
      ![EQUIVALENT, REJECTS].some((p) => sentence.has(p)) &&
      !refusesEquivalent(sentence.folded)
        ? sentence
        : [],
    ),
  );
/** « Tout autre four que celui-ci est refusé »: another thing is named, and shut out. */
const REJECTS = fr`(?:rejet|écart|refus|élimin|exclu|proscri|interdi)(?:e|er|era|é|ée|és|ées|eront|te|tes|s)?|irrecevables?`;
/** Another thing, or what makes it worth the same; of the word itself expressions know all the turns. */
const OR_OTHER = fr`autres?|mêmes?|égale?s?|égaux|identiques?|tout moyen|à défaut`;
const EQUIVALENT = new RegExp(`(?<![a-z])${SAME}`);
const EVERYWHERE = fr`tou(?:t|te|tes|s)|chaque(?: fois)?|chacune?|quel(?:le)?s? que|ci-après|ci-dessous|ci-dessus|systématiquement|partout|ensemble|présente?s?|documents?|cahiers?|pièces`;
/** « Un certificat, ou tout autre titre équivalent »: any other than that one. */
const OR_ANY = /(?<![a-z])(?:ou|par) (?:a |de |par )?tou(?:t|te|s|tes)(?: autres?)? /g;

const OF_EQUIVALENTS = /equivalen|similaire|titre|obligat|contractuel|valeur|impos/;
/** « L'entreprise peut les remplacer par d'autres de même tenue »: all that were named, in other words. */
const MAY_SUBSTITUTE = fr`(?:peut|peuvent|pourra|pourront|pouvez|libres? de) (?:[a-z']+ ){0,2}?(?:leur|y|les|en) (?:substituer|remplacer|préférer|échanger)[^.;]{0,60}(?:mêmes?|égale?s?|équivalen[a-z]+|semblables?|comparables?)(?! (?:marque|fabricant|constructeur|editeur))`;
const general = (phrase: Phrase): Clausula | undefined => {
  if (phrase.has(MAY_SUBSTITUTE)) return { goods: true, standards: phrase.has(STANDARDS) };
  if (!phrase.has(OF_EQUIVALENTS) || !phrase.has(UNIVERSAL)) return undefined;
  const { folded } = phrase;
  const opens = opensToEquivalent(folded) || acceptsEquivalents(folded);
  if (isOfMarked(folded)) return undefined;
  if (!opens || refusesEquivalent(folded)) return undefined;
  return { goods: has(folded, GOODS), standards: has(folded, STANDARDS) };
};

/** What the general clauses of equivalence cover: those of the piece, and those of others that speak of every piece. */
export function generalClause(piece: Piece): Clausula {
  const all = piece.consultation.pieces.map((p) => clauseOf(p, piece));
  return { goods: all.some((c) => c.goods), standards: all.some((c) => c.standards) };
}

/** « Un parement tel que « Silestone » ou équivalent est admis »: said of that one alone. */
const OF_ONE =
  /(?:"[^"]{2,40}"|(?<![a-z])(?:tel(?:le)?s? que|de type|de marque)(?![a-z]))[^.;]{0,40}(?<![a-z])ou (?:[a-z]+ ){0,2}equivalen/;

/** « Les certificats équivalents sont admis » says nothing of brands, « pour les seuls produits cités » nothing of standards. */
const isOfKind = (s: Sentence, standards: boolean): boolean => {
  const [own, other] = standards ? [STANDARDS, GOODS] : [GOODS, STANDARDS];
  return s.has(own) || !s.has(other);
};

/** Sentences around: the rest of the passage, its lead, and what follows in the same section. */
export function isCoveredAround(sentence: Sentence, standards: boolean): boolean {
  const { passage } = sentence;
  if (passage.kind === 'cell' || passage.list) {
    if (passage.sentences.some((s) => opensToEquivalent(s.folded) && !speaksOfOwn(s, sentence))) return true;
    for (let lead: Passage | undefined = passage.lead; lead; lead = lead.lead)
      if (opensToEquivalent(lead.folded) || acceptsEquivalents(lead.folded)) return true;
  }
  const header = passage.table?.header.cells;
  if (header?.some((c) => /equivalen|similaire|proposee?s?\b/.test(c.folded))) return true;
  const near = [...new Set([passage.section, ...passage.section.chain])].flatMap(({ own }) =>
    own.filter((p) => (own === passage.section.own && Math.abs(p.index - passage.index) <= 12) || p.has(OF_SECTION)),
  );
  return near.some(
    (p) =>
      /equivalen|similaire|titre/.test(p.folded) &&
      p.sentences.some(
        (s) =>
          acceptsEquivalents(s.folded) &&
          isOfKind(s, standards) &&
          !speaksOfOwn(s, sentence) &&
          !OF_ONE.test(s.folded) &&
          !p.list &&
          !p.cell,
      ),
  );
}
