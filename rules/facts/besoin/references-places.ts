import { plain } from '../../kit/french/fold.ts';
import { fr } from '../../kit/french/pattern.ts';
import { before } from '../../kit/french/scan.ts';
import { findAll, has } from '../../kit/text.ts';
import communs from '../words/noms-communs.json' with { type: 'json' };
import {
  endOf,
  FREE,
  type GoodsName,
  isCapitals,
  isCode,
  isDerived,
  LIST,
  looksProper,
  type Token,
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
const FORMATS = new Set(['word', 'excel', 'access', 'outlook', 'office']);
const PUBLIC = new RegExp(`^(?:${communs.plateformes.join('|')})(?![a-z])`);

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

/** « Des attaches Velcro One-Wrap »: some of a thing, and a name of two words that no list holds right after it. */
const SOME =
  /(?<![a-z])(?:(?:une?|des|deux|trois|quatre|cinq|six|huit|dix|douze|vingt|\d{1,4}) (?=[a-z-]{3,} [a-z]{3,} ?[a-z0-9-]{2})|d(?:e |')(?=[a-z-]{3,}[sx] [a-z]{3,} ?[a-z0-9-]{2}))/g;
const apposed = (folded: string, original: string): GoodsName[] =>
  findAll(folded, SOME).flatMap((m): GoodsName[] => {
    const words = tokens(folded, original, m.to);
    const rank = words.findIndex(({ text }) => /^\p{Lu}/u.test(text));
    const [first, second] = words.slice(Math.max(rank, 0));
    if (rank < 1 || rank > 2 || !first || !second || PUBLIC.test(folded.slice(first.from))) return [];
    if (!looksProper(first, false, false) || words.slice(0, rank).some(isNoGoods)) return [];
    const isName = /^\p{Lu}/u.test(second.text) && (looksProper(second, false, false) || isCode(second.text));
    // « Rational iCombi »: a model told by its capitals makes a name of any word before it.
    const isModel = isModelName(words.slice(rank + 1));
    const isSupplied = HE_SUPPLIES_IT.test(folded.slice(first.to)) && !isDerived(first.text);
    if (!isModel && !isSupplied && (!isName || isDerived(first.text) || isDerived(second.text))) return [];
    return [{ from: first.from, to: endOf(words.slice(rank), false), kind: 'marque', by: 'place', doubtful: true }];
  });
/** « Des lecteurs Brantel qu'il fournit » */
const HE_SUPPLIES_IT =
  /^ ?qu(?:e (?:le titulaire|le prestataire|l'entreprise)|'(?:il|elle)s?) (?:[a-z]+ )?(?:fourni|apport|livr|acqui|achet|install|pose)/;
const isNoGoods = ({ text }: Token): boolean =>
  [plain(text), plain(text).replace(/[sx]$/, '')].some((word) => NO_GOODS.has(word) || INTANGIBLE.has(word));
const INTANGIBLE = new Set(communs.immateriels);

/** « Il est réalisé avec Unity 6 », « met en œuvre Power BI Report Server »: a name of two words that no list holds, right after what is done with it; of one after « au moyen de », which no partner follows. */
const DONE_WITH = new RegExp(`(?<![a-z])(?:${MADE}|${PUTS}) (?=[a-z]{3,} ?[a-z0-9.,;]?)`, 'g');
const BY_MEANS = /(?:au moyen|a l'aide) de $/;
const doneWith = (folded: string, original: string): GoodsName[] =>
  findAll(folded, DONE_WITH).flatMap((m): GoodsName[] => {
    const words = tokens(folded, original, m.to);
    const [first, second] = words;
    if (!first || PUBLIC.test(folded.slice(m.to)) || FORMATS.has(plain(first.text))) return [];
    if (!looksProper(first, false, false) || isDerived(first.text) || NO_GOODS.has(plain(first.text))) return [];
    const isTool = BY_MEANS.test(m.text) && !/^\p{L}/u.test(second?.text ?? '');
    if (!isTool && !(second && isNamePart(second))) return [];
    return [{ from: first.from, to: endOf(words, false), kind: 'marque', by: 'place', doubtful: true }];
  });
const isNamePart = (t: Token): boolean =>
  (isCapitals(t.text) || looksProper(t, false, false) || /^\d{1,3}(?:[.,]\d+)?$/.test(t.text)) && !isDerived(t.text);

/** « Le bloc écran est un Elo 2202L »: what is supplied is a name with its code. */
const IS_A = /(?<![a-z])(?:est|sont|sera|seront|soit|etre) (?:une?|des|les?|la) (?=[a-z])/g;
const identified = (folded: string, original: string): GoodsName[] =>
  findAll(folded, IS_A).flatMap((m): GoodsName[] => {
    const words = tokens(folded, original, m.to);
    const [first, code] = words;
    if (!first || !code || !looksProper(first, false, false)) return [];
    const isRange = /\p{Ll}\p{Lu}/u.test(first.text) && isCapitals(code.text);
    if (!isRange && !codeIn(words.slice(1)) && !isModelName(words.slice(1))) return [];
    return [{ from: first.from, to: endOf(words, false), kind: 'type', by: 'mot', doubtful: true }];
  });

/** « La file de messages est Apache Kafka, version 3.7 »: what a part of the supply is, with its version. */
const IS_VERSION =
  /(?:(?<![a-z])(?:est|sont|sera|seront)|[a-z] ?:) (?=[a-z][a-z0-9 .-]{2,40},? ?\(?(?:en )?(?:version|release|v\.?) ?\d)/g;
const NO_PART = fr`normes?|formats?|standards?|protocoles?|langages?|guides?|référentiels?|documents?|plans?|règlements?|profils?|schémas?|modèles? de données|licences?`;
const versioned = (folded: string, original: string): GoodsName[] =>
  findAll(folded, IS_VERSION).flatMap((m): GoodsName[] => {
    const words = tokens(folded, original, m.to);
    const [first] = words;
    if (!first || !looksProper(first, false, false) || has(folded.slice(0, m.from), NO_PART)) return [];
    return [{ from: first.from, to: endOf(words, false), kind: 'marque', by: 'mot', doubtful: true }];
  });

/** « iCombi », « PowerEdge », « Air Max »: capitals inside a word, or what makers add to the name of a range. */
const isModelName = (rest: readonly Token[]): boolean => {
  const name = rest.slice(0, 3).filter((_, i, all) => all.slice(0, i + 1).every((u) => /\p{Lu}/u.test(u.text)));
  return name.some((t) => /\p{Ll}\p{Lu}/u.test(t.text) || /^(?:Pro|Plus|Max|Mini|Evo|Lite|Ultra|X[LS])$/.test(t.text));
};

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

/** « NVIDIA », « SKF »: initials that are a maker's, and none of a standard, a format, a unit. */
const isMaker = (s: string): boolean =>
  isCapitals(s) &&
  s.length >= 3 &&
  !/^(?:NF|EN|ISO|DIN|CEI|IEC|IEEE|UTE|DTU|CSTB|AFNOR|RAL|USB|HDMI|VGA|LED|LCD|PVC|PEHD|HPL|MDF|CTBH?|RJ|CAT|IP|IK|CE|RE|RT|HQE|BIM|IFC|PDF|XML|CSV|JSON|API|REST|SQL|HTTPS?|SSH|TLS|AES|RSA|SHA|GPS|GSM|LTE|WIFI|VPN|CCAG|CCTP|CCAP|RC|AE|DPGF|BPU|DQE|TVA|HT|TTC|SIRET|EPI|PMR|ERP|IGH|EXI|REQ|LOT|MODBUS|BACNET|KNX|DALI|MQTT|TCP|UDP|RVB|CMJN|UHD|VHF|UHF|WGS|RGF|NGF|IGN|EPSG)$/.test(
    s,
  );

/** « avec une station Leica TS16 », « par un modem Murata de type 1SJ »: what is made or done with it, its maker, its code. */
const WITH =
  /(?<![a-z])(?:sur|sous|avec|par|via|au moyen|a l'aide|(?:equip|dot|muni)[a-z]*|recoi(?:t|vent)|compren(?:d|nent)|comporte(?:nt)?) (?:d'|de )?(?:(?:une?|des|les?|la|deux|trois|quatre|cinq|six|huit|dix|douze|quatorze|quinze|vingt|trente|\d{1,4}) |l')?(?=(?:[a-z-]{2,} ){2,6}[a-z-]*\d)/g;
const withMaker = (folded: string, original: string): GoodsName[] =>
  findAll(folded, WITH).flatMap((m): GoodsName[] => {
    const words = tokens(folded, original, m.to);
    const rank = words.findIndex(({ text }) => /^\p{Lu}/u.test(text));
    const [name, ...rest] = words.slice(Math.max(rank, 0));
    if (rank < 1 || rank > 2 || !name || isDerived(name.text)) return [];
    if (!looksProper(name, false, false) && !isMaker(name.text)) return [];
    if (words.slice(0, rank).some((t) => NO_GOODS.has(plain(t.text)))) return [];
    const said = rest.filter((t) => !/^(?:de|type|mod[eè]le|s[eé]rie|r[eé]f[eé]rence)$/.test(t.text));
    const code = codeIn(said);
    if (!code) return [];
    return [{ from: name.from, to: Math.max(code.to, name.to), kind: 'type', by: 'place', doubtful: true }];
  });
/** « un tensiomètre Omron M7 », « Enceintes : Bose FS2SE »: a row of things to supply, its maker, its code. */
const ROW =
  /^[^a-z0-9]*(?:(?:une?|des|les?|la|deux|trois|quatre|cinq|six|dix|douze|\d{1,4}) (?=[a-z-]{3,} (?:[a-z'-]+ ){0,3}[a-z-]{3,} [a-z-]*\d)|(?:[a-z'-]+ ){1,5}: (?=(?:[a-z'-]+ ){1,3}[a-z-]*\d))/;
/** The code of a model, be it after one or two more words of its name: « Schneider Electric Acti9 », « LXT 18 ». */
const codeIn = (rest: readonly Token[]): Token | undefined => {
  const at = rest.slice(0, 4).findIndex((t) => !/^\p{Lu}\p{L}*$/u.test(t.text));
  const code = rest[at];
  // A figure alone is a code after a name of its own.
  return code && CODE.test(code.text) && (at > 0 || /\p{L}/u.test(code.text)) ? code : undefined;
};
const CODE = /^(?!(?:19|20)\d\d$|A\d$)(?=.*\d)[A-Z\d][A-Za-z\d./+-]*$/;
function inRow(folded: string, original: string): GoodsName[] {
  const row = ROW.exec(folded);
  if (!row) return [];
  const isLabelled = / : $/.test(row[0]);
  const words = tokens(folded, original, row[0].length);
  const rank = words.findIndex(({ text }) => /^\p{Lu}/u.test(text));
  const [name] = words.slice(Math.max(rank, 0));
  if (!name || (isLabelled ? rank !== 0 : rank < 1)) return [];
  const told = [...tokens(folded, original, 0).filter((t) => t.from < row[0].length), ...words.slice(0, rank)];
  if (told.some((t) => NO_GOODS.has(plain(t.text)) || NO_GOODS.has(plain(t.text).replace(/s$/, '')))) return [];
  if (!looksProper(name, false, false) || isDerived(name.text)) return [];
  const code = codeIn(words.slice(rank + 1));
  if (!code) return [];
  return [
    {
      from: name.from,
      to: Math.max(endOf(words.slice(rank), false), code.to),
      kind: 'type',
      by: 'mot',
      doubtful: true,
    },
  ];
}
/** What bears a name and a number and is no product: places, texts, forms, systems of reference. */
const NO_GOODS = new Set(communs.lieux);

/** A place in which a name may be told that is none elsewhere. */
export const GOODS_PLACE = new RegExp(
  `(?<![a-z])(?:(?:${MADE}|${LICENCES}|${PUTS})(?![a-z])|${IS_A.source}|${SOME.source}|${MADE_UNDER.source}|${WITH.source})|${IS_VERSION.source}|${ROW.source}`,
);

/** Names of goods that are told by the place where they stand, and by their case. */
export const namesByPlace = (folded: string, original: string): GoodsName[] => [
  ...madeUnder(folded, original),
  ...placed(folded, original),
  ...apposed(folded, original),
  ...doneWith(folded, original),
  ...identified(folded, original),
  ...versioned(folded, original),
  ...withMaker(folded, original),
  ...inRow(folded, original),
];
