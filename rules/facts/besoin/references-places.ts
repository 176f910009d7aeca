import { plain } from '../../kit/french/fold.ts';
import { before } from '../../kit/french/scan.ts';
import { findAll } from '../../kit/text.ts';
import {
  endOf,
  FORMATS,
  FREE,
  type GoodsName,
  isDerived,
  LIST,
  looksProper,
  PUBLIC,
  tokens,
} from './references-noms.ts';

/** What a product is, right before its name: « la technologie Angular ». */
const PRODUCT =
  "(?:technologies?|frameworks?|cadriciels?|logiciels?|progiciels?|suites?|solutions?|plate-?formes?|environnements?|cms|sgbd|bases?(?: de donnees)?|moteurs?|outils?|systemes? d'exploitation|infrastructures?|clouds?|nuages?|socles?|erp|hyperviseurs?|navigateurs?)(?: (?:logicielle?|bureautique|cloud|saas|web|libre|proprietaire))?s?";
const THE = "(?:(?:la|le|les|une?|des|du|de la|de) |l'|d')?";
/** « Hébergée sur », « réalisé avec », « livrés sous »: what is supplied is made of what follows. */
const MADE =
  "(?:(?:heberge|deploye|installe|execute|developpe|realise|construi|concu|base|bati|fonde|livre|fourni|opere|produi|prepare|configure|programme)(?:ee?s?|e|s|r|ra|ront|nt|t|te|tes|re)?,? (?:[a-z]+ ){0,2}?(?:sur|sous|avec|chez|via|a partir de|a l'aide de|au moyen de)|(?:enregistr|stock|conserv|archiv|sauvegard)(?:ee?s?|e|er|era|eront|ent) (?:[a-z]+ ){0,2}?(?:dans|sur|sous)|(?:repose|tourne|fonctionne|s'execute)(?:r|ra|ront|nt)? (?:sur|sous|avec)|[a-z]{3,}(?:e|ee|es|ees|i|is|ie|ies|it|its|ite|ites) (?:au moyen|a l'aide) de)";
const LICENCES =
  "(?:licences?|abonnements?|souscriptions?)(?: (?:annuel|logiciel|utilisateur|perpetuel)[a-z]*)?(?: (?:de|du|pour|a|au|aux)| d')?";
const PUTS =
  "(?:met(?:tre|tra|tront|tent)? en (?:place|oeuvre|service)|utilise(?:r|ra|ront|nt)?|emploie(?:r|ra|ront|nt)?|employer(?:a|ont)?|se ser(?:t|vent|vira|viront) d[eu]|(?:fourni|install|deploi|deploy|acquer|acqui|livr|retien|retenir|propos)[a-z]*|recour[a-z]* a|mise en (?:place|oeuvre)|s'appuie[a-z]* sur|repose[a-z]* sur)";
/** Ends right before a name that the supply is made of. */
const PLACE = new RegExp(
  `(?<![a-z])(?:(?:${MADE}|${LICENCES}) ?${THE}(?:${PRODUCT} (?:de (?:l'editeur )?|d')?)?|${PUTS} (?:[a-z]+ ){0,2}?${THE}${PRODUCT} (?:de (?:l'editeur )?|d')?)"?$`,
);
/** The same, with the word that says that a product is named. */
const SURE_PLACE = new RegExp(`(?<![a-z])(?:${MADE}|${LICENCES}|${PUTS}) ${THE}${PRODUCT} "?(?=[a-z])`, 'g');

/** What follows a place of the kind: a listed name, be it a common word, or a name by its case after « la solution ». */
function placed(folded: string, original: string): GoodsName[] {
  const found = findAll(folded, LIST).flatMap((m): GoodsName[] => {
    const name = folded.slice(m.from, m.to);
    const isNamed = /^\p{Lu}|\p{Ll}\p{Lu}/u.test(original.slice(m.from, m.to));
    if (!isNamed || FORMATS.has(name) || !PLACE.test(before(folded, m.from, 90))) return [];
    const to = Math.max(m.to, endOf(tokens(folded, original, m.from), false));
    return [{ from: m.from, to, kind: 'marque', by: 'place', ...(FREE.has(name) && { doubtful: true }) }];
  });
  for (const m of findAll(folded, SURE_PLACE)) {
    const words = tokens(folded, original, m.to);
    const [first] = words;
    if (
      !first ||
      PUBLIC.test(folded.slice(m.to)) ||
      !looksProper(first, false, false) ||
      isDerived(first.text) ||
      /ing$/.test(first.text)
    )
      continue;
    found.push({ from: first.from, to: endOf(words, false), kind: 'marque', by: 'place', doubtful: true });
  }
  return found;
}

/** « Les maquettes sont réalisées sous Figma »: the software that a delivery is made with, by its place and its case. */
const MADE_UNDER =
  /(?<![a-z])(?:sont|est|seront|sera|etre) (?:[a-z]+ )?(?:realise|developpe|construi|programme|scenarise|concu|cree|genere|dessine|modelise|etabli|rendu|produi|saisi|monte|redige|trace|prepare|elabore|code|maquette)(?:e|s|es|t|te|ts|tes)? (?:et (?:livre|remis|rendu)(?:e|s|es)? )?sous (?:le logiciel |l'outil )?(?=[a-z])(?!controle|maitrise|reserve|garantie|licence|assurance|surveillance|responsabilite|vide|pression|tension|tente|chapiteau)/g;
const madeUnder = (folded: string, original: string): GoodsName[] =>
  findAll(folded, MADE_UNDER).flatMap((m): GoodsName[] => {
    const words = tokens(folded, original, m.to);
    const [first] = words;
    if (!first || FORMATS.has(plain(first.text)) || PUBLIC.test(folded.slice(m.to))) return [];
    if (!looksProper(first, false, false) || isDerived(first.text)) return [];
    return [{ from: first.from, to: endOf(words, false), kind: 'marque', by: 'outil', doubtful: true }];
  });

/** A place in which a name may be told that is none elsewhere. */
export const GOODS_PLACE = new RegExp(`(?<![a-z])(?:(?:${MADE}|${LICENCES}|${PUTS})(?![a-z])|${MADE_UNDER.source})`);

/** Names of goods that are told by the place where they stand, and by their case. */
export const namesByPlace = (folded: string, original: string): GoodsName[] => [
  ...madeUnder(folded, original),
  ...placed(folded, original),
];
