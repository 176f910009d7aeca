import { plain } from '../../kit/french/fold.ts';
import { fr, oneOf } from '../../kit/french/pattern.ts';
import type { Stretch } from '../../kit/french/scan.ts';
import type { Surety } from '../../kit/rule.ts';
import marques from '../words/marques.json' with { type: 'json' };
import communs from '../words/noms-communs.json' with { type: 'json' };

/** What a name of goods is of. */
export type GoodsKind = 'marque' | 'type' | 'brevet' | 'origine';

/** A brand, type, patent or origin in a folded sentence: the name without « de marque » or « type » before it. */
export interface GoodsName extends Stretch {
  readonly kind: GoodsKind;
  /** How it was told: named by a word such as « marque », a listed name alone, the place where it stands: « hébergé sur », or what is made with it. */
  readonly by: 'mot' | 'liste' | 'sigle' | 'place' | 'outil' | 'sens';
  /** Free software, or an unknown name that its case and its place alone tell. */
  readonly doubtful?: true;
  /** How surely the sense of the sentence makes of it a product that is supplied. */
  readonly surety?: Surety;
}

const { ambigus, libres, source: _s, methode: _m, ...domains } = marques;
/** Free software. */
export const FREE = new Set(libres.map(plain));
const UNSURE = new Set([...ambigus.map(plain), ...FREE]);
const LISTED = [...new Set([...Object.values(domains).flat(), ...ambigus, ...libres].map(plain))];
/** Any listed name. */
export const LIST = fr`(?:${oneOf(LISTED)})`;
/** A listed name that is no ordinary word, nor free. */
export const SURE = fr`(?:${oneOf(LISTED.filter((n) => !UNSURE.has(n)))})`;
/** Begins with a listed name. */
export const STARTS_LISTED = new RegExp(`^${LIST.source}`);
/** « PostgreSQL 15 », « Docker ≥ 24.0 »: free software of a version, and not merely spoken of. */
export const VERSIONED = new RegExp(
  `(?<![a-z0-9])(?:${oneOf([...FREE])}) (?:(?:en )?version |v ?)?(?:(?:≥|>=|>) ?)?\\d+(?:\\.(?:\\d+|x))*(?![a-z0-9%])`,
);
/** A listed name that is an ordinary word too. */
export const AMBIGUOUS = fr`(?:${oneOf(ambigus.map(plain).filter((n) => !FREE.has(n)))})`;
const COMMON = new Set(communs.noms);
/** Services that the State names, which put nobody in competition. */
export const PUBLIC = new RegExp(`^(?:${communs.plateformes.join('|')})(?![a-z])`);
const INTANGIBLES = `(?:${communs.immateriels.join('|')})(?: [a-z'-]+){0,3}`;
/** Ends before a name, or before « de type », that is of something that is no product. */
export const INTANGIBLE = new RegExp(`(?<![a-z])${INTANGIBLES} (?:de |du )?$`);
export const OF_INTANGIBLE = new RegExp(`(?<![a-z])${INTANGIBLES} (?:de |du )?(?:type|modele|gamme) ?$`);
/** Software that names the format of what is handed in. */
export const FORMATS = new Set(['word', 'excel', 'access', 'outlook', 'office']);
/** What bears a name and a number and is no product: places, texts, forms, systems of reference. */
export const PLACES = new Set(communs.lieux);

/** A word as typed, at its place. */
export interface Token {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** Words of the source from an index of the folded text on. `original` must be as long as `folded`. */
export function tokens(folded: string, original: string, from: number): Token[] {
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

/** True of what is all in capitals. */
export const isCapitals = (s: string) => /\p{Lu}/u.test(s) && s === s.toUpperCase();
/** French endings of words that name a sort, not a product: « Mono-attributaire », « Conceptuel », « Comité ». */
export const isDerived = (s: string) =>
  /(?:ions?|ages?|ments?|eurs?|aires?|ites?|iques?|els?|elles?|als?|aux|ales?|ifs?|ives?|oires?|ismes?|ances?|ences?|istes?|ables?|ibles?|ures?|eries?|ees?|ants?|ents?)$/.test(
    plain(s),
  );
/** True of a common word, be it before a hyphen. */
export const isCommonWord = (text: string) =>
  COMMON.has(plain(text)) || COMMON.has(plain(text).split(/['/-]/)[0] ?? '');
export const isCommon = (t: Token) => isCommonWord(t.text);
const NAMES = new Set(LISTED);
/** True of a folded name that begins with a listed one. */
export const isListed = (name: string): boolean => STARTS_LISTED.test(name);
/** True of a word that is a listed name, and no ordinary word. */
export const isListedWord = (text: string): boolean => NAMES.has(plain(text)) && !UNSURE.has(plain(text));
/** True of a code: figures and capitals, and none of a standard, a class, a connector. */
export const isCode = (s: string) =>
  /\d/.test(s) &&
  /\p{Lu}/u.test(s) &&
  s.length >= 4 &&
  !/^(?:IP|IK|RJ|RAL|CAT|USB|TLS|H07|M1|EI|REI|DN|PN|E27|E14|GU|LOT|ISO|NF|EN|IPv|RS|CL|BTS|BAC|PN)[\d.-]/i.test(s);

/** How a first word looks like a name: its case, its figures. `loud`: the whole passage is in capitals. */
export function looksProper(t: Token, strong: boolean, loud: boolean): boolean {
  if (isCommon(t) || loud) return false;
  if (/^\p{Lu}[\p{L}-]*\p{Ll}/u.test(t.text) && t.text.length >= 3) return !/^\p{Lu}['’]/u.test(t.text);
  if (strong) return isCapitals(t.text) && t.text.length >= 3 && !/^(?:NF|CE|CSTB|AFNOR|UPEC|QB)$/.test(t.text);
  return false;
}

/** The end of a name that begins with the first token: the names, codes and « de Brand » that follow it. */
export function endOf(words: readonly Token[], loud: boolean): number {
  let end = words[0]?.to ?? 0;
  for (let i = 1; i < words.length; i++) {
    const t = words[i] as Token;
    const next = words[i + 1];
    const proper =
      (loud ? /\d/.test(t.text) : /^(?:[\p{Lu}\d]|\p{Ll}{1,2}\p{Lu})/u.test(t.text)) &&
      !/^\d+$/.test(t.text) &&
      !isCommon(t);
    const numeral = /^\d{1,5}$/.test(t.text) && (!next || /^(?:avec|et|ou|sans|muni|équipée?)s?$/.test(next.text));
    if (proper || numeral) end = t.to;
    else if (/^(?:de|by|du)$/i.test(t.text) && next && !loud && /^\p{Lu}/u.test(next.text) && !isCommon(next))
      end = next.to;
    else break;
  }
  return end;
}
