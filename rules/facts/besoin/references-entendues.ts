import type { Sentence } from '../../kit/draft.ts';
import { plain } from '../../kit/french/fold.ts';
import type { Stretch } from '../../kit/french/scan.ts';
import type { Surety } from '../../kit/rule.ts';
import { type AboutThing, aboutThing, isAudible, saidOfThing, theModel } from '../../reading/hear.ts';
import type { Lexicon } from '../../reading/lexicon.ts';
import { type Cut, cutAt, pointing } from '../../reading/pointed.ts';
import {
  FORMATS,
  isCapitals,
  isCommonWord,
  isDerived,
  isListed,
  isListedWord,
  OF_INTANGIBLE,
  PLACES,
  PUBLIC,
} from './references-noms.ts';
import { isLoud, typed } from './references-typees.ts';

/** A word as typed, without the article that leans on it. */
interface Word extends Stretch {
  readonly text: string;
}

const WORDS = /(?:(?<![\p{L}\d])(?:[dlnsDL]|qu|Qu)['’])?([\p{L}\d](?:[\p{L}\d.+&'’/-]*[\p{L}\d+])?)/gu;
const wordsOf = (typed: string): Word[] =>
  [...typed.matchAll(WORDS)].map((m) => {
    const text = m[1] as string;
    const to = m.index + m[0].length;
    return { text, from: to - text.length, to };
  });

/** Initials that name no product: pieces, units, institutions of any tender. */
const INITIALS =
  /^(?:CC[AT]P|CCAG|CCP|RC|AE|DCE|DPGF|BPU|DQE|DC[1-4]|DUME|TVA|HT|TTC|TTE|SIRET|SIREN|CPV|PME|TPE|RGPD|CNIL|CE|UE|EUR|NF|EN|ISO|DIN|IEC|CEI|DTU|EPI|PMR|ERP|SSI|DOE|VRD|OPC|BET|CSPS|SPS|MOE|MOA|AMO|RH|DSI|DGS|PV|FAQ|PDF|XML|CSV|JSON|HTML|HTTPS?|SSH|TLS|SSL|API|REST|SQL|USB|HDMI|VGA|RJ|LED|LCD|PVC|IP|IK|IPX|PEHD|HPL|MDF|GPS|GSM|UHF|VHF|WIFI|VPN|LAN|WAN|QR|ID|OS|PC|TV|CD|DVD|RAL|RVB|CMJN|CV|OS|AOP|AOC|IGP|STG|DLC|DDM|HACCP|RSE|SAV|CNAM|CAF|CPAM|MSA|URSSAF|CHU|CH|EHPAD|SDIS|ARS|DREAL|SNCF|RATP|ADEME|ANSSI|INSEE|IGN|BIM|IFC|GTB|GTC|CVC|ECS|PAC|CTA|VMC|TGBT|BT|HTA|BAES|DAE|PCS|SAMU|EXI|REQ|LOT|KPI|SLA|GTI|GTR|II|III|IV|VI|VII)$/;
const MOST_WORDS = 6;
const JOINT = /^(?:d[eu]|by|&|type|mod[èe]le|s[ée]rie|gamme)$/;

/** True of a word that a name can begin with: a capital, or one within: « iPad », not « kW ». */
const isProper = ({ text }: Word): boolean =>
  (isListedWord(text) || (text.length > 2 && /^\p{Lu}[\p{L}\d]|\p{Ll}{2}\p{Lu}|\p{Ll}\p{Lu}\p{Ll}/u.test(text))) &&
  /\p{Lu}/u.test(text) &&
  !isCommonWord(text) &&
  !INITIALS.test(text) &&
  !PERSON.test(text) &&
  !NUMBERED.test(text) &&
  !/[\p{Ll}/]\/|s\//u.test(text) &&
  !UNIT.test(text);
const PERSON = /^(?:Madame|Monsieur|Mme|Docteur|Maître|Mesdames|Messieurs)$/;
/** « EF-06 », « A260/A280 », « BR700 »: a number of the draft's own, unless a maker stands before it. */
const NUMBERED = /^(?:\p{Lu}{1,4}[-.]?\d[\d.]*[/-]?)+\p{L}?$/u;
const UNIT = /^[kMGTµmcdh]?(?:Hz|Wh|W|VA|Va|Ah|Pa|Bq|Bd|No|Go)[a-z]{0,3}$/;
const isPart = ({ text }: Word): boolean => /^[\p{Lu}\d]|\p{Ll}\p{Lu}/u.test(text) && !isCommonWord(text);
const isNumber = ({ text }: Word): boolean => /^\d+(?:[.,]\d+)?$/.test(text);

/** What is known of the words of the language. */
type Dictionary = Pick<Lexicon, 'isCommon' | 'isProper'>;

/** The names of a sentence as typed: what a capital within it, or a code, tells to be one. Of what, it is not said. */
export function namesIn(typed: string, dictionary: Dictionary): Stretch[] {
  /** At the head of a sentence any word has a capital, and a requirement its number: « EF-02 Contenus ». */
  const isTelling = ({ text }: Word, isAlone: boolean): boolean =>
    isListedWord(text) ||
    (/^\p{L}{3}/u.test(text) && (/\p{Ll}\p{Lu}/u.test(text) || !isAlone) && !dictionary.isCommon(plain(text)));
  const words = wordsOf(typed);
  const isNext = (at: number) =>
    at < words.length && /^[ \u00a0\u202f]$/.test(typed.slice(words[at - 1]?.to, words[at]?.from));
  /** How many words from a place on join the parts of a name: « de », « de type ». */
  const joints = (at: number): number => {
    let end = at;
    while (isNext(end) && JOINT.test((words[end] as Word).text)) end++;
    return end - at;
  };
  /** Whether the word at a place goes on with a name: no number of what is measured, « 12 kg ». */
  const follows = (at: number): boolean => {
    const [word, next] = [words[at], words[at + 1]];
    if (!word || !isNext(at) || !isPart(word)) return false;
    return !(isNumber(word) && next && isNext(at + 1) && !isPart(next));
  };
  const out: Stretch[] = [];
  for (let i = 0; i < words.length; i++) {
    const first = words[i] as Word;
    if (!isProper(first)) continue;
    let last = i;
    while (last - i + 1 < MOST_WORDS) {
      const next = last + 1 + joints(last + 1);
      if (!follows(next)) break;
      last = next;
    }
    const stands = /\p{L}/u.test(typed.slice(0, first.from)) || isTelling(first, last === i);
    if (stands) out.push({ from: first.from, to: (words[last] as Word).to });
    i = last;
  }
  return out;
}

/** What a name is like, in words that no text holds. */
function likeness(name: string, dictionary: Dictionary): string[] {
  const words = name.split(/\s+/).filter(Boolean);
  const folded = plain(name).match(/[a-z]{3,}/g) ?? [];
  const isOf = (test: (word: string) => boolean, like: string) => (words.some(test) ? [like] : []);
  return [
    'lenom',
    ...(isListed(plain(name)) ? ['nomconnu'] : []),
    ...isOf((w) => /\p{L}/u.test(w) && /\d/.test(w), 'nomcode'),
    ...isOf((w) => /^\d+$/.test(w), 'nomnombre'),
    ...isOf((w) => /\p{Ll}\p{Lu}/u.test(w), 'nomcompose'),
    ...(words.every((w) => /\d/.test(w) || isCapitals(w)) ? ['nomsigle'] : []),
    words.length === 1 ? 'nomseul' : words.length === 2 ? 'nomdouble' : 'nomlong',
    ...(isDerived(words.at(-1) ?? '') ? ['nomderive'] : []),
    ...isOf((w) => /^(?:de|du|des|la|le|les)$/.test(w), 'nomde'),
    ...(folded[0] && dictionary.isCommon(folded[0]) ? ['nommot'] : []),
    ...(folded.length > 0 && folded.every((word) => dictionary.isCommon(word)) ? ['nommots'] : []),
    ...(folded.some((word) => dictionary.isProper(word)) ? ['nomdico'] : []),
  ];
}

/** The words of a statement about a name in it. */
export const aboutName = (cut: Cut, dictionary: Dictionary): string => pointing(cut, likeness(cut.thing, dictionary));

/** A name of a sentence, with what the words around it may say of it. */
export interface NameHeard extends Stretch {
  readonly about: AboutThing;
}

/** « La plate-forme de Vernou (32 km) »: how far it is. */
const IS_FAR = /^ ?[(,] ?(?:à |distante? de )?\d[\d,]* ?(?:km|kilomètres)(?!\p{L})/u;

/** « La ligne Aubagne T35 », « Chorus Pro », « un contrat de type Forfait », « sous Word »: what bears a name and is no product. */
function isNoProduct({ before, thing, after }: Cut): boolean {
  const folded = plain(before);
  const last = /([a-z-]+) ?$/.exec(folded)?.[1] ?? '';
  const name = plain(thing);
  return (
    IS_FAR.test(after) ||
    PLACES.has(last) ||
    PLACES.has(last.replace(/s$/, '')) ||
    FORMATS.has(name) ||
    PUBLIC.test(name) ||
    OF_INTANGIBLE.test(folded)
  );
}

/** The names of a sentence as typed of which something may be said. */
export function namesHeard(typed: string): NameHeard[] {
  const dictionary = theModel()?.lexicon;
  if (!dictionary) return [];
  return namesIn(typed, dictionary).flatMap(({ from, to }) => {
    const cut = cutAt(typed, { from, to });
    const about = isNoProduct(cut) ? undefined : aboutThing(aboutName(cut, dictionary), 'nom');
    return about ? [{ from, to, about }] : [];
  });
}

/** How surely a sentence makes of a name a product that is supplied; undefined when it does not. */
export const suretyOfName = (sentence: Sentence, { about }: NameHeard): Surety | undefined =>
  saidOfThing(sentence, about)?.surety;

/** « Rainbow | SaaS | communication »: a row about what its first cell names, and nothing more. */
const isAboutName = ({ passage, folded }: Sentence, { from, to }: Stretch): boolean =>
  passage.cell?.column === 0 && !/[a-z]{3}/.test(folded.slice(0, from) + folded.slice(to));

/** A name with how surely its sentence makes of it a product to be supplied; undefined where it does not. */
export interface NameSaid extends Stretch {
  readonly surety: Surety | undefined;
}

/** The names of a sentence, unless it is all in capitals. */
export function namesSaid(sentence: Sentence): readonly NameSaid[] {
  if (!sentence.has(WORD)) return [];
  const { phrase } = sentence;
  const names = isLoud(phrase.prose) ? [] : namesHeard(typed(phrase));
  const isSilent = (name: NameHeard) => !isAudible(sentence) || isAboutName(sentence, name);
  return names.map((name) => ({
    from: name.from,
    to: name.to,
    surety: isSilent(name) ? undefined : suretyOfName(sentence, name),
  }));
}
const WORD = /[a-z]{3}/;
