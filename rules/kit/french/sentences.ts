import { before, matchAt, matchesIn, type Stretch } from './scan.ts';

/** Abbreviations, without their dot and in lower case, that never end a sentence of legal prose. */
const NEVER_LAST = new Set(
  (
    'art arts n° nos no m mm mme mmes mlle dr pr me p pp al cf ex st ste sts ets éts réf réfs tél fig chap vol éd env approx ' +
    'resp bd av sqq ibid op incl excl § parag sect tit ann obs bull cass'
  ).split(' '),
);
/** Abbreviations that do end sentences, and go on before a digit: « 12 max. 3 ». */
const NOT_BEFORE_DIGIT = new Set([
  'max',
  'min',
  'tel',
  'ref',
  'ch',
  'janv',
  'févr',
  'fevr',
  'avr',
  'juil',
  'sept',
  'oct',
  'nov',
  'déc',
  'dec',
  'ord',
  'décr',
  'decr',
]);
/** Words before a single capital that name things by letter: « lot A. », « l'option B. ». */
const LETTERED =
  /(?:lot|option|variante|annexe|plan|classe|catégorie|categorie|groupe|type|niveau|phase|bâtiment|batiment|zone|formule|partie|tranche|profil|version|candidat|entreprise|société|vitamine)s? $/iu;
/** First words that begin a sentence, for the cases where a capital proves nothing: « € H.T. Le prix », « M. Le Goff ». */
const OPENERS =
  /\s*[«"“]?\s*(?:Les?|La|L['’]|Des?|Du|D['’]|Une?|Ces?|Cette|Cet|Ils?|Elles?|On|Si|En|Aux?|[ÀA]|Dans|Pour|Par|Sur|Aucune?|Tout|Toute|Tous|Toutes|Chaque|Lors|Sauf|Toutefois|Son|Sa|Ses|Leur|Conformément|Ne|Nul|Cependant|Néanmoins|Ainsi|Ce)(?=[\s'’]|(?<=['’]))/uy;

/** « Durée : deux ans », alone on its line. */
const LABELLED = String.raw`(?:[-–•*] ?)?\p{Lu}[^\n:.;!?]{1,48}: +\S`;
const LABELLED_LINE = new RegExp(LABELLED, 'uy');
/** A label that announces a list, the last line of its paragraph. */
const ANNOUNCING = String.raw`\p{Lu}[^\n:.;!?]{1,48}: *$`;
/** What begins the line after a field, where no capital of a name does: « Variantes : oui », then « Les bois sont secs ». */
const BEGINNING = String.raw`(?:L['’]|(?:Les?|La|Des|Une?|Ces?|Cette|Ils?|Elles?|Nous|Vous|Tout|Toute|Tous|Chaque|Chacun|Aucune?|Nulle?|Si|Lorsque|Dans|Pour)(?![\p{L}\p{N}]))`;
/** « VARIANTES INTERDITES », a short line of capitals: no line that goes on is so short. */
const LOUD = String.raw`\n(?<=(?:^|\n)[^\n]{8,44}\n)(?<=(?:^|\n)[^\p{Ll}\n]{0,40}\p{Lu}{4}[^\p{Ll}\n]{0,40}\n)`;
/** What does not go on from it: no link, and a capital. */
const AFTER_LOUD = String.raw`(?!(?:ET|OU|D|DE|DES|DU|À|A|AU|AUX|PAR|SUR|EN|POUR|AVEC)(?![\p{L}\p{N}]))\p{Lu}`;
const TERMINATOR = new RegExp(
  String.raw`(?:(?<![.!?…])[.!?…]+(?:[”’)\]"]|\s?»)*)(?=\s|$)|\n[^\S\n]*\n|(?<loud>${LOUD}(?=${AFTER_LOUD}))|\n(?=${LABELLED}|${ANNOUNCING}|${BEGINNING})`,
  'gu',
);
const START = /\s+(?:[\p{Lu}\p{Nd}«“"‘([–—−•☐☑☒□■●▪➢✦*-])/uy;
const NUMBERING =
  /^(?:[-–—•*]\s)?(?:[«"“]\s?)?(?:(?:article|art\.|chapitre|titre|section|annexe|lot|critère|critere|n°)\s)?(?:n°\s?)?(?:\d{1,3}°?|[IVXLC]{1,6}|[A-Za-z])(?:[.-](?:\d{1,3}|[A-Za-z]))*$/iu;

const LONGEST_WORD = 24;

/** The run of characters that touches the dot on its left, without an opening bracket or quote. */
function wordBefore(text: string, dot: number): string {
  let from = dot;
  while (from > Math.max(0, dot - LONGEST_WORD) && !/\s/u.test(text[from - 1] as string)) from -= 1;
  return text
    .slice(from, dot)
    .replace(/^[(«“"'’[]+/u, '')
    .replace(/^(?:[ldnsLDNS]|qu)['’]/u, '');
}

/** Whether the dot at `dot` belongs to what stands before it rather than ending a sentence begun at `start`. */
function isInnerDot(text: string, start: number, dot: number, next: number): boolean {
  const word = wordBefore(text, dot);
  const lower = word.toLowerCase();
  const digitNext = matchAt(/\s*\d/uy, text, next) !== undefined;
  // « etR. 2191-20 »: the number of an article, glued to the word before it.
  if (/(?:^|\p{Ll}|[LRD])[LRD]$/u.test(word) && matchAt(/\s*\d{3,4}-\d/uy, text, next)) return true;
  if (dot - start < 24 && NUMBERING.test(text.slice(start, dot).trim())) return true;
  // « Par ordre : 1. Coût ; 2. Méthode »: a list in one sentence.
  if (/[:;]\s+\d{1,2}$/u.test(before(text, dot, 6))) return true;
  if (NEVER_LAST.has(lower)) return !(lower === 'm' && /\d\s?m$/u.test(before(text, dot, 6)));
  if (digitNext && NOT_BEFORE_DIGIT.has(lower)) return true;
  if (/^(?:\p{L}\.)+\p{L}$/u.test(word)) return digitNext || matchAt(OPENERS, text, next) === undefined;
  return /^\p{L}$/u.test(word) && (digitNext || isInitial(word, before(text, dot - 1, 16)));
}

/** « A. Dupont »: whether a letter alone before a dot is that of a name, and no unit, no letter of an annex, no word. */
function isInitial(letter: string, lead: string): boolean {
  if (/\d\s?$/u.test(lead)) return false;
  return /^\p{Lu}$/u.test(letter) ? !LETTERED.test(lead) : !/^[aàyôo]$/u.test(letter);
}

/** Whether a terminator ends the sentence begun at `start`. */
function isEnd(text: string, start: number, mark: string, at: number): boolean {
  const next = at + mark.length;
  if (mark === '\n') return matchAt(LABELLED_LINE, text, lineOf(text, start, at)) !== undefined;
  if (mark.includes('\n')) return true;
  if (matchAt(/\s*$/uy, text, next)) return true;
  if (matchAt(START, text, next) === undefined) return false;
  const dots = mark.match(/^[.…]+/u)?.[0] ?? '';
  // Leader dots and holes: « reconduit ..... 3 fois ».
  if (dots.length > 3 || (dots.includes('…') && dots.length > 1)) return false;
  if (dots !== '' && dots !== '.') return matchAt(/\s*\d/uy, text, next) === undefined;
  if (mark !== '.') return true;
  return !isInnerDot(text, start, at, next);
}

/**
 * The sentences of one paragraph of French legal prose, NOT folded, trimmed of white space, in order.
 * `;` and `:` do not end a sentence, nor does a line break; an empty line does, and a break after a short line of
 * capitals, or between a line « Libellé : valeur » and another, or one that begins as a sentence does. Dots of « art. », « M. », « R. 2152-7 »,
 * « n° », « H.T. », numbering, figures, addresses and file names do not. Empty text gives no sentence.
 */
export function sentences(text: string): Stretch[] {
  const found: Stretch[] = [];
  let start = skipSpace(text, 0);
  for (const match of matchesIn(TERMINATOR, text)) {
    if (match.index < start || !(match.groups?.loud || isEnd(text, start, match[0], match.index))) continue;
    const to = match[0].trim() === '' ? match.index : match.index + match[0].length;
    const trimmed = trimEnd(text, start, to);
    if (trimmed > start) found.push({ from: start, to: trimmed });
    start = skipSpace(text, match.index + match[0].length);
  }
  const end = trimEnd(text, start, text.length);
  if (end > start) found.push({ from: start, to: end });
  return found;
}

/** Where the line that holds a place begins, within its sentence. */
const lineOf = (text: string, start: number, at: number): number => Math.max(start, text.lastIndexOf('\n', at - 1) + 1);

function skipSpace(text: string, index: number): number {
  let i = index;
  while (i < text.length && /\s/u.test(text[i] ?? '')) i += 1;
  return i;
}

function trimEnd(text: string, start: number, end: number): number {
  let i = end;
  while (i > start && /\s/u.test(text[i - 1] ?? '')) i -= 1;
  return i;
}

const CONNECTOR =
  /;|:(?= |$)|,(?= (?:mais|toutefois|cependant|neanmoins|pourtant|en revanche|sauf|hormis|excepte|a l'exception|a defaut|or)\b)|\(([^()]{0,200})\)|[()[\]]/g;
/** « deux (2) ans », « lot(s) », « (dce) »: brackets too short to hold a statement. */
const ASIDE = /^ ?(?:[a-z]{0,3}|[\d .,%€]*|[a-z]+(?:-[a-z]+)*) ?$/;

/**
 * Cuts one folded sentence into clauses, the reach of a negation: at `;`, `:`, brackets, and at a comma before « mais »,
 * « toutefois », « en revanche », « sauf »… The connecting word begins its clause. Brackets around one word or a number
 * do not cut. Clauses are trimmed, in order, never empty.
 */
export function clauses(folded: string): Stretch[] {
  const found: Stretch[] = [];
  let start = 0;
  const push = (from: number, to: number) => {
    const begin = Math.min(skipSpace(folded, from), to);
    const end = trimEnd(folded, begin, to);
    if (end > begin) found.push({ from: begin, to: end });
  };
  for (const m of matchesIn(CONNECTOR, folded)) {
    const inside = m[1];
    if (inside !== undefined && ASIDE.test(inside)) continue;
    push(start, m.index);
    const end = m.index + m[0].length;
    if (inside !== undefined) for (const part of clauses(inside)) push(m.index + 1 + part.from, m.index + 1 + part.to);
    start = end;
  }
  push(start, folded.length);
  return found;
}
