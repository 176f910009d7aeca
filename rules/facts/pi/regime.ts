import type { Passage, Sentence } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import type { Phrase } from '../../kit/markdown/prose.ts';
import { defineFact, type Piece } from '../../kit/piece.ts';
import type { Span } from '../../kit/span.ts';
import { find, has } from '../../kit/text.ts';
import { saying } from '../commun/index.ts';
import { type CcagKind, type CcagYear, ccagOf, ccagReference, ONLY_2021 } from '../droit/index.ts';
import { recapitulates } from './recapitulatif.ts';

/** A place where a piece invokes what a CCAG provides for rights in the results. */
export interface RegimeReference {
  readonly kind: CcagKind | undefined;
  /** Version whose regime is meant: by its articles, by its options (2009 alone has them), else by the CCAG of the piece. */
  readonly year: CcagYear | undefined;
  readonly option: 'A' | 'B' | undefined;
  /** The rights themselves are meant, and not a definition, the guarantee or what the contractor keeps. */
  readonly core: boolean;
  /** « par dérogation à l'article 46… » */
  readonly derogation: boolean;
  readonly at: Span;
  readonly sentence: Sentence;
}

/** Titles of the articles that deal with rights. */
export const IP_TITLE = fr`propriété (?:intellectuelle|littéraire|artistique|industrielle)|droits? d'auteurs?|droits patrimoniaux|(?:cession|concession|transfert) (?:[a-z]+ )?d(?:es?|u) droits?|utilisation des résultats|exploitation des résultats|droits? (?:de [a-z']+ )?sur les (?:résultats|livrables|études|créations|oeuvres)|droits? (?:d'exploitation|d'utilisation|de l'acheteur|du pouvoir adjudicateur)|résultats|régime des droits|licences?|cession|concession`;
const IP = fr`propriété intellectuelle|résultats|cession|cède|concession|concède|droits? d'auteurs?|exploitation|utilisation des|licences?`;
/** What a chapter given by its number, or « le régime des … du CCAG », must be about: a CCAG has others. */
const RIGHTS = fr`droits(?! de l'homme| et obligations)|droits? d(?:es?|u|')|auteurs?|inventions?|brevets?|créations?|oeuvres?|antérieur[a-z]*`;
/** « Les affiches suivront le régime du CCAG »: that of rights, where nothing else is under a regime there. */
const WHOLE_REGIME = fr`régime (?:du |de ce |d'un |prévu (?:par le |au )|issu du )c\.?c\.?a\.?g`;
const OTHER_REGIME = fr`réceptions?|réserves|garanties?|parfait achèvement|pénalités?|primes|paiements?|règlement des|prix|avances?|acomptes?|retenue|résiliations?|sous-traitan[a-z]+|co-?traitan[a-z]+|assurances?|admissions?|vérifications?|ajournement|réfaction|délais?|différends?|litiges|notifications?|ordres? de service|bons de commande|sécurité|confidentialité|données personnelles|approvisionnements?|malfaçons?|constatations?|réversibilité|maintenance|insertion|livraisons?|transports?|emballages?|mise en régie|force majeure`;
const CCAG = fr`c\.?c\.?a\.?g\.?|cahiers? des clauses administratives générales`;
const OPTION = fr`option (?:(?:retenue|choisie|applicable) ?(?:: ?|est (?:la |l'option )?))?"?(?<option>a|b)"?`;
const OTHER_OPTION = fr`avances?|11\.1|acomptes?|tranches?|prestations? supplémentaires?|pse|révision|lots?`;
const ARTICLE = fr`(?:articles?|art\.?) (?:l'article )?(?<article>[ab]?\.? ?[0-9]{2}(?:\.[0-9]+)*)(?:(?: à|,| et| ou) (?:[ab]?\.? ?[0-9]{2}(?:\.[0-9]+)*))*|(?<lettered>[ab]\.[0-9]{2})(?:\.[0-9]+)*`;
/** « Article 9. … »: the number of the paragraph itself. */
const NUMBER = /^[^a-z]*art(?:icle|\.) ?[0-9.]+ ?[-.:) ]/;
const CHAPTER = fr`chapitres? (?:[5-7]|vi{0,2})(?: [a-z"',]+){0,8}? ?(?:c\.?c\.?a\.?g|cahier)|chapitre (?:[a-z"']+ ){0,4}(?:propriété intellectuelle|utilisation des résultats)|régime (?:[a-z']+ ){0,6}c\.?c\.?a\.?g`;
/** « Sans dérogation »: the regime stands. */
const DEROGATION = fr`(?:par )?(?<!(?:sans|sans aucune|aucune|pas de|nulle) )dérogations?|dérogea?nt|(?<!n'y )(?<!ne )déroge(?! (?:pas|point|en rien))`;
const GONE = fr`aucun (?:c\.?c\.?a\.?g|cahier)|supprimée?s?|abrogée?s?|n'existe(?:nt)? plus|anciennes?|n'est pas|ne sont pas|sans objet|plus d'options?`;
/** « Régime des droits du CCAG écarté, au profit de la clause qui suit » */
const SET_ASIDE = fr`(?:articles?|régime|chapitre|dispositions|clauses)[^.;:]{0,60} (?:écartée?s?|remplacée?s? par)|(?:écarte|remplace)(?:nt)? (?:les?|la|l'|ses) ?(?:articles?|régime|chapitre|dispositions)`;
/** « pour l'usage de ces livrables, les parties s'en remettent au CCAG-PI » */
const LEFT_TO = fr`(?:utilisation|exploitation|usages?|droits?) (?:de |des |du |sur )(?:ces |les |leurs? |l')?(?:livrables?|résultats?|études?|logiciels?|codes?|documents?|rapports?|créations?)[^.;:]{0,60}(?:s'en (?:remet|rappor|tien)|renvo|régi|soumis|sui[tv]|s'appliqu|appliqu)[a-z]*`;
const KIND: readonly (readonly [CcagKind, RegExp])[] = [
  ['tic', fr`c\.?c\.?a\.?g\.?[ /(-]*(?:des |de )?t\.?i\.?c|techniques de l'information`],
  ['pi', fr`c\.?c\.?a\.?g\.?[ /(-]*p\.?i|prestations intellectuelles`],
  ['fcs', fr`c\.?c\.?a\.?g\.?[ /(-]*f\.?c\.?s|fournitures courantes`],
];

interface RegimeRead {
  readonly kind: CcagKind | undefined;
  readonly option: 'A' | 'B' | undefined;
  readonly number: number | undefined;
  /** The article it runs to: « 43 à 46 ». */
  readonly last: number;
  readonly lettered: boolean;
  /** The article that it names is of a code, or of the piece itself. */
  readonly ofOtherLaw: boolean;
  readonly chapter: boolean;
  readonly ip: boolean;
  readonly rights: boolean;
  /** « le régime du CCAG », with nothing else beside it that is under one. */
  readonly whole: boolean;
  readonly core: boolean;
  readonly derogation: boolean;
  readonly from: number;
  readonly to: number;
}

/** The first article that a sentence names, or the first of a range, but not the number of its own paragraph. */
function articleIn(folded: string) {
  const at = find(
    folded.replace(NUMBER, (words) => ' '.repeat(words.length)),
    ARTICLE,
  );
  const { text, to } = at ?? { text: '', to: 0 };
  const number = /[0-9]{2}/.exec(text)?.[0];
  const isOfOther = /code|present/.test(folded.slice(to, to + 16));
  return {
    at,
    isOfOther,
    number: number && !isOfOther ? Number(number) : undefined,
    last: Number(/ a ([0-9]{2})(?![0-9.])/.exec(text)?.[1]),
    lettered: /^(?:art[a-z.]* )?[ab]\./.test(text),
    core: !at || /(?:46|35|38|25)(?!\.[34])(?![0-9])/.test(text),
  };
}

function read(phrase: Phrase): RegimeRead | undefined {
  const option = phrase.has(OTHER_OPTION) ? undefined : phrase.find(OPTION);
  if ((!option && !phrase.has(CCAG)) || phrase.has(GONE) || (!option && phrase.has(SET_ASIDE))) return undefined;
  const { folded } = phrase;
  const article = articleIn(folded);
  const chapter = find(folded, CHAPTER);
  const leftTo = has(folded, LEFT_TO);
  const at = option ?? article.at ?? chapter ?? find(folded, CCAG);
  if (!at) return undefined;
  return {
    kind: KIND.find(([, pattern]) => has(folded, pattern))?.[0],
    option: option ? (option.groups.option?.toUpperCase() as 'A' | 'B') : undefined,
    number: article.number,
    last: article.last,
    lettered: article.lettered,
    ofOtherLaw: article.at !== undefined && article.isOfOther,
    chapter: chapter !== undefined || leftTo,
    ip: has(folded, IP),
    rights: leftTo || has(folded, RIGHTS),
    whole: has(folded, WHOLE_REGIME) && !has(folded, OTHER_REGIME),
    core: option !== undefined || article.core,
    derogation: has(folded, DEROGATION),
    from: at.from,
    to: at.to,
  };
}

const REGIME: Readonly<Partial<Record<CcagKind, Readonly<Record<CcagYear, readonly [number, number]>>>>> = {
  tic: { 2009: [35, 38], 2021: [43, 46] },
  pi: { 2009: [23, 25], 2021: [32, 35] },
};

/** « 5. Droits », « Propriété intellectuelle » */
const isOnRights = (title: Passage): boolean => title.has(IP_TITLE) || BARE_RIGHTS.test(title.folded);
const BARE_RIGHTS = /^[^a-z]*(?:article [0-9.]+[^a-z]*)?(?:les )?droits[ .:]*$/;

/** « Propriété intellectuelle | régime du CCAG-TIC » */
const isLabelledIp = (sentence: Sentence): boolean => {
  const label = sentence.passage.cell && sentence.passage.rowLabel;
  if (label && label !== sentence.passage && isOnRights(label)) return true;
  const own = OWN_LABEL.exec(sentence.folded)?.groups?.label;
  return own !== undefined && (own === 'droits' || has(own, IP_TITLE));
};
/** « 7. Droits : voir le CCAG-PI » */
const OWN_LABEL = /^(?:[^a-z]*|[^a-z]*art(?:icle|\.)[^a-z]*)(?<label>[a-z][a-z' ]{3,50}?) ?:/;

/** Where a piece invokes the regime of rights of a CCAG; empty when it does not. */
export const regimes = defineFact<readonly RegimeReference[]>({
  id: 'regimes-ccag',
  title: 'Renvois au régime de propriété intellectuelle d’un CCAG',
  read(piece: Piece) {
    const own = piece.ask(ccagReference);
    const isRecalled = recapitulates(piece);
    const shared = ccagOf(piece.consultation);
    const heard = new Set(saying(piece, 'pi/regime-ccag-invoque').map(({ sentence }) => sentence));
    const usual =
      (own.kind === 'aucun' ? undefined : own.kind) ?? (shared.kinds.length === 1 ? shared.kinds[0] : undefined);
    const out: RegimeReference[] = [];
    for (const { value, sentence } of piece.draft.collect(read)) {
      if (sentence.passage.isTitle) continue;
      const isTitled = sentence.section.chain.some((s) => s.heading && isOnRights(s.heading)) || isLabelledIp(sentence);
      const kind = value.kind ?? usual;
      const whole = value.whole && !sentence.section.heading?.has(OTHER_REGIME);
      const invoked = versionOf({ ...value, whole }, kind, isTitled, heard.has(sentence));
      if (!invoked) continue;
      const year = invoked === 'usual' ? (own.year ?? shared.year) : invoked;
      const { option, core } = value;
      const derogation = value.derogation || isRecalled(sentence);
      out.push({ kind, year, option, core, derogation, at: sentence.at(value), sentence });
    }
    return out;
  },
  show: (list) =>
    list.length === 0 ? undefined : list.map(({ kind, year, option }) => ({ type: kind, version: year, option })),
});

/** The version whose regime of rights a sentence invokes, `usual` for that of the contract; undefined where it invokes none. */
function versionOf(
  value: RegimeRead,
  kind: CcagKind | undefined,
  isTitled: boolean,
  isHeard: boolean,
): CcagYear | 'usual' | undefined {
  const { option, number, lettered, chapter } = value;
  const isOnIp = isTitled || value.ip;
  const old = isIn(kind, 2009, number) ? 2009 : undefined;
  if (option) return isOnIp || chapter ? 2009 : old;
  if (number === undefined)
    return isTitled || isOnChapter(value) || (isHeard && !value.ofOtherLaw && isNamedFor(kind, value))
      ? 'usual'
      : undefined;
  if (!isOnIp && !isHeard && !isWhole(kind, value)) return undefined;
  if (isIn(kind, 2021, number) && !lettered) return 2021;
  return old;
}

/** « Pour la propriété intellectuelle, nous gardons le CCAG-PI »: no chapter nor article. */
const isNamedFor = (kind: CcagKind | undefined, { ip }: RegimeRead): boolean => ip && (kind === 'tic' || kind === 'pi');

/** All the articles on rights, which need no other word: « articles 43 à 46 du CCAG-TIC ». */
const isWhole = (kind: CcagKind | undefined, { number, last }: RegimeRead): boolean =>
  kind !== undefined && Object.values(REGIME[kind] ?? {}).some(([from, to]) => number === from && last === to);

const isOnChapter = ({ chapter, ip, rights, whole }: RegimeRead): boolean => chapter && (ip || rights || whole);

const isIn = (kind: CcagKind | undefined, year: CcagYear, number: number | undefined): boolean => {
  const range = kind && REGIME[kind]?.[year];
  return number !== undefined && range !== undefined && number >= range[0] && number <= range[1];
};

/**
 * True when the contract refers to a CCAG of 2021, of one of the `kinds` (any of them where left out), and to no other version: what the
 * contract leaves unsaid is then in its regime of rights.
 */
export function isUnder2021(piece: Piece, kinds?: readonly CcagKind[]): boolean {
  const { kinds: named, year, mixed } = ccagOf(piece.consultation);
  return year === 2021 && !mixed && named.some((k) => kinds?.includes(k) ?? true);
}

/** True when the contract refers to the CCAG-TIC or CCAG-PI of 2009 (`kinds`) at a date at which it could. */
export function isUnder2009(piece: Piece, kinds: readonly CcagKind[]): boolean {
  const { kinds: named, year, mixed } = ccagOf(piece.consultation);
  return year === 2009 && !mixed && piece.date < ONLY_2021 && named.some((k) => kinds.includes(k));
}

/** True when places of the contract refer to both versions of the CCAG-TIC or CCAG-PI (`kinds`): that is a fault of its own. */
export function isUnderBoth(piece: Piece, kinds: readonly CcagKind[]): boolean {
  const { kinds: named, mixed } = ccagOf(piece.consultation);
  return mixed && named.some((k) => kinds.includes(k));
}
