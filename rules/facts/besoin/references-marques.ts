import { fr } from '../../kit/french/pattern.ts';
import { before, ordered } from '../../kit/french/scan.ts';
import { findAll, has, type Match } from '../../kit/text.ts';
import communs from '../words/noms-communs.json' with { type: 'json' };
import {
  AMBIGUOUS,
  endOf,
  type GoodsKind,
  type GoodsName,
  INTANGIBLE,
  isCapitals,
  isCode,
  isCommon,
  isDerived,
  LIST,
  looksProper,
  STARTS_LISTED,
  SURE,
  type Token,
  tokens,
  VERSIONED,
} from './references-noms.ts';
import { namesByPlace } from './references-places.ts';

/** Words that announce a name, by how much they prove. */
const ANNOUNCE: readonly (readonly [kind: GoodsKind, strong: boolean, pattern: RegExp])[] = [
  [
    'marque',
    true,
    /(?<![a-z])marques?(?: et (?:references?|modeles?|types?))?(?: ?: ?| (?:imposee(?: ?: ?| ))?)(?:"|le |la )?(?=[a-z0-9"])/g,
  ],
  [
    'marque',
    true,
    /(?<![a-z])(?:de chez|(?:des |de |du )?ets\.?|fabricant ?:?|constructeur ?:?|de fabrication) (?:des (?:ets|etablissements) )?(?=[a-z0-9])/g,
  ],
  [
    'type',
    false,
    // « selon le modèle Métropole joint » is a form to fill.
    /(?<![a-z])(?:modeles?(?! [a-z'-]+ (?:ci-)?(?:joint|annexe|fourni|telechargeable|disponible)e?s?(?![a-z]))|gammes?|series?|references?|types?|collections?|procedes?|catalogues?) ?(?:: ?)?"?(?=[a-z0-9])/g,
  ],
];
const PATENT: readonly RegExp[] = [
  fr`brevets? (?:européens? |français )?(?:n ?° ?)?(?:ep|fr|us|wo)? ?\d[\d ]{4,}`,
  fr`(?:procédé|système|dispositif|technologie|technique|produit|solution|mécanisme)s? brevetée?s?`,
];
const ONLY = '(?:exclusivement|uniquement|obligatoirement|imperativement|tous|toutes)';
const ORIGIN: readonly RegExp[] = [
  fr`(?:d'origine|de fabrication|de provenance|de production) (?:exclusivement |uniquement |100 ?% )?(?:française|europ[ée]enne|allemande|italienne|locale|régionale|nationale|france|départementale|bretonne|alsacienne|chinoise)`,
  fr`(?:fabriqu[ée]|produit|assembl[ée]|manufactur[ée]|cultiv[ée]|élev[ée]|confectionn[ée])e?s? (?:exclusivement |uniquement |entièrement |intégralement )?en (?:france|europe|bretagne|alsace|région)`,
  fr`made in france`,
  fr`(?:usines?|ateliers?|(?:sites?|unités?|chaînes?|lieux?) de (?:production|fabrication|montage|assemblage))(?: [a-z]+){0,2} (?:située?s?|implantée?s?|établie?s?|installée?s?|basée?s?|localisée?s?) (?:exclusivement |uniquement )?(?:en (?!dehors|zone|milieu|bordure|limite)(?:france|europe|région|bretagne|alsace|outre-mer|[a-z-]+)|dans (?:l'union|la région|le département)|sur le (?:sol|territoire) (?:français|national|européen))`,
  fr`(?<=(?:proviendra|proviendront|vien(?:dra|dront)|(?:doit|doivent|devra|devront) (?:[a-z]+ )?provenir|(?:provient|proviennent) ${ONLY})(?: ${ONLY})* )(?:du|de la) (?:seule? )?(?:département|région|territoire|sol|massif|vallée|bassin|pays|terroir)(?: (?:de la |de |du |des )?(?:d'|l')?[a-z-]+)?`,
];
/** Whose last word a capital tells to be a place: « viennent des carrières de Brantes ». */
const SITE_OF = fr`(?:provien(?:t|nent|dra|dront)|vien(?:t|nent|dra|dront)|sort(?:ent|ira|iront)?|issue?s?|extraite?s?|tirée?s?) (?:exclusivement |uniquement )?(?:d'une?|des?|du|de la|de l') ?(?:carrières?|sablières?|forêts?|massifs?|fermes?|vergers?|exploitations?|élevages?|scieries?|pépinières?|ateliers?|usines?|manufactures?|domaines?|jardins?) (?:de |du |des |d'|en |dans le |dans la )(?:l'|la |le )?[a-z-]{3,}`;
const GROWN =
  '(?:pouss|recolt|cultiv|elev|abatt|extrai|pech|fabriqu|confectionn|faconn|sci|affin|cueilli|butin)(?:ee?s?|ue?s?|te?s?|e?s?)';
const AREA = '(?:departements?|regions?|massifs?|cantons?|vallees?|communes?|pays|bassins?|terroirs?|parc)';
/** « du pin abattu dans le massif », « récoltés à moins de 60 km » */
const GROWN_IN = new RegExp(
  `(?<![a-z])${GROWN} (?:exclusivement |uniquement )?(?:(?:sur le (?:territoire|sol)|dans (?:le|la|les|un) (?:[a-z]+ )?${AREA})(?: (?:de la |de l'|du |des |de |d')[a-z-]+)?|a moins de \\d+ ?(?:km|kilometres)(?: (?:de|du|d')(?: la| l')? ?[a-z-]+)?)(?![a-z])`,
  'g',
);
/** « Beurre de Bretagne, en plaques »: food or stuff of a region, and of no protected name. */
const OF_REGION = new RegExp(
  `(?<=^[^a-z]{0,12})(?<![a-z])(?!(?:${communs.lieux.join('|')}|communes?|agences?|prefectures?|academies?|rectorat|delegations?|antennes?|chambres?|comites?|conseils?|cours?|offices?|agglomerations?|metropoles?|departements?|regions?|parcs?|vallees?)(?![a-z]))(?:[a-z-]{3,} ){1,3}(?:de |du |d'|des )(?:la |l')?(?:${communs.regions.join('|')})(?=[ ,;.(]|$)(?=.{0,160}\\d ?(?:k?g|c?l|ml|mm|cm|m[23²³]?|t|pieces|litres?|tonnes?|kilos?|unites?)(?![a-z]))(?!.{0,160}(?<![a-z])(?:aop|aoc|igp)(?![a-z]))`,
  'g',
);
/** « la marque d'origine », « réserve d'origine »: no place. « personnes d'origine… » neither. */
const NOT_GOODS =
  /(?:dechets?|boues|eaux|effluents?|financements?|recettes?|credits?|candidatures?|personnes?|langue|donnees|citoyens?|nationalite|public)(?: [a-z]+){0,2} $/;

function announced(folded: string, original: string, loud: boolean): GoodsName[] {
  const brandNear = has(folded, LIST) || /(?<![a-z])(?:marque|de chez|ets) /.test(folded);
  return ANNOUNCE.flatMap(([kind, strong, pattern]) =>
    findAll(folded, pattern).flatMap((m): GoodsName[] => {
      const words = tokens(folded, original, m.to);
      const first = words[0];
      if (!first || (!strong && INTANGIBLE.test(before(folded, m.from, 60)))) return [];
      const listed = STARTS_LISTED.exec(folded.slice(first.from));
      if (listed && (loud || /^[\p{Lu}\d]|^[a-z]+\p{Lu}/u.test(first.text))) {
        const end = Math.max(first.from + listed[0].length, endOf(words, loud));
        return [{ from: first.from, to: end, kind: 'marque', by: 'mot' }];
      }
      const isName = isProduct(words, m.text, { strong, loud, brandNear });
      return isName ? [{ from: first.from, to: endOf(words, loud), kind, by: 'mot' }] : [];
    }),
  );
}

/** Whether the words after « de marque », « modèle », « type »… are a name that no list holds. */
function isProduct(
  [first, ...next]: readonly Token[],
  by: string,
  { strong, loud, brandNear }: { readonly strong: boolean; readonly loud: boolean; readonly brandNear: boolean },
): boolean {
  if (!first || (!strong && /: ?"?$/.test(by)) || (by.startsWith('serie') && !/^\p{Lu}/u.test(first.text)))
    return false;
  if (!loud && isCode(first.text) && (strong || (brandNear && !by.startsWith('type')))) return true;
  const isShort = !strong && brandNear && by.startsWith('modele') && /^\p{Lu}\d/u.test(first.text);
  if (isShort && !isCommon(first)) return true;
  if (by.startsWith('reference') || !looksProper(first, strong, loud)) return false;
  return strong || brandNear || next.slice(0, 2).some((t) => /\d/.test(t.text)) || !isDerived(first.text);
}

/** « Carel NX 40 »: a brand that is a person's name too, before the mark of a model. */
const isNamed = ([first, next, third]: readonly Token[]): boolean =>
  first !== undefined &&
  next !== undefined &&
  /^\p{Lu}/u.test(first.text) &&
  (looksProper(next, false, false) ||
    isCode(next.text) ||
    (isCapitals(next.text) && next.text.length > 1 && /^\d/.test(third?.text ?? ''))) &&
  !isDerived(next.text);

function listed(folded: string, original: string, loud: boolean): GoodsName[] {
  // An ordinary word that is a brand too is one before the name of a product: « Zoom Rooms ».
  const unsure = loud ? [] : findAll(folded, AMBIGUOUS).filter((m) => isNamed(tokens(folded, original, m.from)));
  return [...findAll(folded, SURE), ...unsure].flatMap((m): GoodsName[] => {
    const words = tokens(folded, original, m.from);
    const shown = original.slice(m.from, m.to);
    if (!/\p{Lu}|\d/u.test(shown)) return [];
    return [{ from: m.from, to: Math.max(m.to, endOf(words, loud)), kind: 'marque', by: 'liste' }];
  });
}

/** « Docker ≥ 24.0 », as all that a cell or an item says, or after its label. */
const versioned = (folded: string): GoodsName[] =>
  findAll(folded, VERSIONED)
    .filter(({ from }) => /^[^a-z0-9]*(?:[a-z' -]{2,40} : ?)?$/.test(folded.slice(0, from)))
    .map(({ from, to }) => ({ from, to, kind: 'marque', by: 'liste', doubtful: true }));

const OF_REGIONS = `(?:de |d'|du |des )(?:la |l')?(?:${communs.regions.join('|')})(?![a-z])`;
/** What a sentence has to hold for goods to be named, a listed name apart. */
export const GOODS_WORDS = new RegExp(
  `${OF_REGIONS}|${GROWN} (?:[a-z]+ )?(?:sur|dans|a moins)|marque|modele|type|gamme|serie|collection|procede|catalogue|de chez|(?<![a-z])ets|fabricant|constructeur|brevet|origine|proven(?:ance|ir)|fabrique|fabrication|produit|de production|(?<![a-z])en (?:france|europe|bretagne|alsace|region)|made in|usine|atelier|provien|(?<![a-z])(?:viennent|viendr|sort(?:ent|ira|iront)? d)|issue?s? d|extrait|tiree?s? d|d'europe|de france|[®™]`,
);

const MARKED = /(?<![a-z0-9])[a-z0-9][a-z0-9-]{2,20} ?[®™]/g;

/**
 * Brands, types, patents and origins in a sentence. Names are told by their case, so the text as typed is needed:
 * `original` has the same length as `folded`; `loud` says that all of its passage is in capitals, where only listed
 * names count.
 */
export function goodsNames(folded: string, original: string, loud: boolean): GoodsName[] {
  const placed = loud ? [] : namesByPlace(folded, original);
  // « Réalisées sous Figma »: the place tells more than the list.
  const isTool = ({ from }: GoodsName) => placed.some((p) => p.by === 'outil' && p.from === from);
  const found = [
    ...announced(folded, original, loud),
    ...placed,
    ...listed(folded, original, loud).filter((name) => !isTool(name)),
    ...versioned(folded),
  ];
  for (const m of findAll(folded, MARKED)) found.push({ from: m.from, to: m.to, kind: 'marque', by: 'sigle' });
  for (const p of PATENT) for (const m of findAll(folded, p)) found.push(own(m, 'brevet'));
  for (const p of [...ORIGIN, GROWN_IN, OF_REGION])
    for (const m of findAll(folded, p)) if (!NOT_GOODS.test(before(folded, m.from, 40))) found.push(own(m, 'origine'));
  for (const m of findAll(folded, SITE_OF))
    if (/\p{Lu}[^\s]*$/u.test(original.slice(m.from, m.to))) found.push(own(m, 'origine'));
  return ordered(found);
}

const own = (m: Match, kind: GoodsKind): GoodsName => ({ from: m.from, to: m.to, kind, by: 'mot' });
