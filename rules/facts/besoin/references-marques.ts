import { plain } from '../../kit/french/fold.ts';
import { fr, oneOf } from '../../kit/french/pattern.ts';
import { before, ordered, type Stretch } from '../../kit/french/scan.ts';
import { findAll, has, type Match } from '../../kit/text.ts';
import marques from '../words/marques.json' with { type: 'json' };
import communs from '../words/noms-communs.json' with { type: 'json' };

export type GoodsKind = 'marque' | 'type' | 'brevet' | 'origine';

/** A brand, type, patent or origin in a folded sentence: the name without « de marque » or « type » before it. */
export interface GoodsName extends Stretch {
  readonly kind: GoodsKind;
  /** How it was told: named by a word such as « marque », a listed name alone, the place where it stands: « hébergé sur », or what is made with it. */
  readonly by: 'mot' | 'liste' | 'sigle' | 'place' | 'outil';
  /** Free software, or an unknown name that its case and its place alone tell. */
  readonly doubtful?: true;
}

const { ambigus, libres, source: _s, methode: _m, ...domains } = marques;
const FREE = new Set(libres.map(plain));
const UNSURE = new Set([...ambigus.map(plain), ...FREE]);
const LISTED = [...new Set([...Object.values(domains).flat(), ...ambigus, ...libres].map(plain))];
const LIST = fr`(?:${oneOf(LISTED)})`;
export const SURE = fr`(?:${oneOf(LISTED.filter((n) => !UNSURE.has(n)))})`;
const STARTS_LISTED = new RegExp(`^${LIST.source}`);
const AMBIGUOUS = fr`(?:${oneOf(ambigus.map(plain).filter((n) => !FREE.has(n)))})`;
const COMMON = new Set(communs.noms);
const INTANGIBLE = new RegExp(`(?<![a-z])(?:${communs.immateriels.join('|')})(?: [a-z'-]+){0,3} (?:de |du )?$`);

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
  ['type', false, /(?<![a-z])(?:modeles?|gammes?|series?|references?|types?) ?(?:: ?)?"?(?=[a-z0-9])/g],
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
  fr`(?:usines?|ateliers?|(?:sites?|unités?|chaînes?|lieux?) de (?:production|fabrication|montage|assemblage))(?: [a-z]+){0,2} (?:située?s?|implantée?s?|établie?s?|installée?s?|basée?s?|localisée?s?) (?:exclusivement |uniquement )?(?:en (?:france|europe|région|bretagne|alsace|outre-mer|[a-z-]+)|dans (?:l'union|la région|le département)|sur le (?:sol|territoire) (?:français|national|européen))`,
  fr`(?:provien(?:t|nent|dra|dront)|vien(?:t|nent|dra|dront)|sort(?:ent|ira|iront)?|issue?s?) (?:exclusivement |uniquement |tous |toutes )*(?:d'(?:usines?|ateliers?|élevages?|exploitations?|producteurs?|fabricants?) (?:françaises?|français|européen(?:ne)?s|locale?s?|locaux|régiona(?:le|les|ux))|(?:de |d')(?:france|europe)(?! travail))`,
  fr`(?<=(?:proviendra|proviendront|(?:doit|doivent|devra|devront) (?:[a-z]+ )?provenir|(?:provient|proviennent) ${ONLY})(?: ${ONLY})* )(?:du|de la) (?:département|région|territoire|sol|massif|vallée|bassin|pays|terroir)(?: (?:de |du |des )?(?:d'|l')?[a-z-]+)?`,
];
/** « la marque d'origine », « réserve d'origine »: no place. « personnes d'origine… » neither. */
const NOT_GOODS =
  /(?:dechets?|boues|eaux|effluents?|financements?|recettes?|credits?|candidatures?|personnes?|langue|donnees|citoyens?|nationalite|public)(?: [a-z]+){0,2} $/;

interface Token {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** Words of the source from an index of the folded text on. `original` must be as long as `folded`. */
function tokens(folded: string, original: string, from: number): Token[] {
  const out: Token[] = [];
  const word = /[^\s,;()"«»]+/g;
  word.lastIndex = from;
  for (let m = word.exec(folded); m && out.length < 7; m = word.exec(folded)) {
    const previous = out[out.length - 1];
    if (previous && /[,;()"]/.test(folded.slice(previous.to, m.index))) break;
    const bare = m[0].replace(/[.:!?]+$/, '');
    if (bare === '' || bare === '-') break;
    out.push({ text: original.slice(m.index, m.index + bare.length), from: m.index, to: m.index + bare.length });
    if (bare.length < m[0].length) break;
  }
  return out;
}

const isCapitals = (s: string) => /\p{Lu}/u.test(s) && s === s.toUpperCase();
/** French endings of words that name a sort, not a product: « Mono-attributaire », « Conceptuel », « Comité ». */
const isDerived = (s: string) =>
  /(?:ions?|ages?|ments?|eurs?|aires?|ites?|iques?|els?|elles?|als?|aux|ales?|ifs?|ives?|oires?|ismes?|ances?|ences?|istes?|ables?|ibles?|ures?|eries?|ees?|ants?|ents?)$/.test(
    plain(s),
  );
const isCommon = (t: Token) => COMMON.has(plain(t.text)) || COMMON.has(plain(t.text).split(/['/-]/)[0] ?? '');
const isCode = (s: string) =>
  /\d/.test(s) &&
  /\p{Lu}/u.test(s) &&
  s.length >= 4 &&
  !/^(?:IP|IK|RJ|RAL|CAT|USB|TLS|H07|M1|EI|REI|DN|PN|E27|E14|GU|LOT|ISO|NF|EN|IPv|RS|CL|BTS|BAC|PN)[\d.-]/i.test(s);

/** How a first word looks like a name: its case, its figures. `loud`: the whole passage is in capitals. */
function looksProper(t: Token, strong: boolean, loud: boolean): boolean {
  if (isCommon(t) || loud) return false;
  if (/^\p{Lu}[\p{L}-]*\p{Ll}/u.test(t.text) && t.text.length >= 3) return !/^\p{Lu}['’]/u.test(t.text);
  if (strong) return isCapitals(t.text) && t.text.length >= 3 && !/^(?:NF|CE|CSTB|AFNOR|UPEC|QB)$/.test(t.text);
  return false;
}

/** The end of a name that begins with the first token: the names, codes and « de Brand » that follow it. */
function endOf(words: readonly Token[], loud: boolean): number {
  let end = words[0]?.to ?? 0;
  for (let i = 1; i < words.length; i++) {
    const t = words[i] as Token;
    const next = words[i + 1];
    const proper =
      (loud ? /\d/.test(t.text) : /^(?:[\p{Lu}\d]|\p{Ll}{1,2}\p{Lu})/u.test(t.text)) &&
      !/^\d+$/.test(t.text) &&
      !isCommon(t);
    const numeral = /^\d{1,5}$/.test(t.text) && !next;
    if (proper || numeral) end = t.to;
    else if (/^(?:de|by|du)$/i.test(t.text) && next && !loud && /^\p{Lu}/u.test(next.text) && !isCommon(next))
      end = next.to;
    else break;
  }
  return end;
}

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

const isNamed = ([first, next]: readonly Token[]): boolean =>
  first !== undefined &&
  next !== undefined &&
  /^\p{Lu}/u.test(first.text) &&
  (looksProper(next, false, false) || isCode(next.text)) &&
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

/** « Il est réalisé avec Unity 6 », « met en œuvre Power BI Report Server »: a name of two words that no list holds, right after what is done with it. */
const DONE_WITH = new RegExp(`(?<![a-z])(?:${MADE}|${PUTS}) (?=[a-z]{3,} [a-z0-9])`, 'g');
const doneWith = (folded: string, original: string): GoodsName[] =>
  findAll(folded, DONE_WITH).flatMap((m): GoodsName[] => {
    const words = tokens(folded, original, m.to);
    const [first, second] = words;
    if (!first || !second || PUBLIC.test(folded.slice(m.to)) || FORMATS.has(plain(first.text))) return [];
    if (!looksProper(first, false, false) || isDerived(first.text) || NO_GOODS.has(plain(first.text))) return [];
    const isName =
      isCapitals(second.text) || looksProper(second, false, false) || /^\d{1,3}(?:[.,]\d+)?$/.test(second.text);
    if (!isName || isDerived(second.text)) return [];
    return [{ from: first.from, to: endOf(words, false), kind: 'marque', by: 'place', doubtful: true }];
  });

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
const CODE = /^(?!(?:19|20)\d\d$|A\d$)(?=.*\d)[A-Z\d][A-Za-z\d./-]*$/;
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
  `(?<![a-z])(?:(?:${MADE}|${LICENCES}|${PUTS})(?![a-z])|${IS_A.source}|${MADE_UNDER.source}|${WITH.source})|${IS_VERSION.source}|${ROW.source}`,
);

/** What a sentence has to hold for goods to be named, a listed name apart. */
export const GOODS_WORDS =
  /marque|modele|type|gamme|serie|de chez|(?<![a-z])ets|fabricant|constructeur|brevet|origine|proven(?:ance|ir)|fabrique|fabrication|produit|de production|(?<![a-z])en (?:france|europe|bretagne|alsace|region)|made in|usine|atelier|provien|d'europe|de france|[®™]/;

const MARKED = /(?<![a-z0-9])[a-z0-9][a-z0-9-]{2,20} ?[®™]/g;

/**
 * Brands, types, patents and origins in a sentence. Names are told by their case, so the text as typed is needed:
 * `original` has the same length as `folded`; `loud` says that all of its passage is in capitals, where only listed
 * names count.
 */
export function goodsNames(folded: string, original: string, loud: boolean): GoodsName[] {
  const found = [
    ...announced(folded, original, loud),
    ...(loud
      ? []
      : [
          ...placed(folded, original),
          ...doneWith(folded, original),
          ...identified(folded, original),
          ...versioned(folded, original),
          ...madeUnder(folded, original),
          ...withMaker(folded, original),
          ...inRow(folded, original),
        ]),
    ...listed(folded, original, loud),
  ];
  for (const m of findAll(folded, MARKED)) found.push({ from: m.from, to: m.to, kind: 'marque', by: 'sigle' });
  for (const p of PATENT) for (const m of findAll(folded, p)) found.push(own(m, 'brevet'));
  for (const p of ORIGIN)
    for (const m of findAll(folded, p)) if (!NOT_GOODS.test(before(folded, m.from, 40))) found.push(own(m, 'origine'));
  return ordered(found);
}

const own = (m: Match, kind: GoodsKind): GoodsName => ({ from: m.from, to: m.to, kind, by: 'mot' });
