import { BULLETS } from '../french/fold.ts';
import type { Span } from '../span.ts';

/** « CCTP – Entretien – Page 3 sur 20 », « Consultation n° : 25-08 Page 4 sur 10 », « Page 5 » alone, blanks made one. */
const FOLIO =
  /^(?:[^.;:?!]|(?<=n ?°) ?:|(?<=(?<!\p{L})\p{L})\.){0,120}(?<!\p{L})page ?\d{1,3} ?(?:sur|\/|de) ?\d{1,3}$|^[-–—| ]*page ?\d{1,3}[-–—| ]*$/iu;
/** What is printed in capitals, or in figures, over and under each page; nothing that Markdown has its own use for. */
const RUNNING = /^(?![[<*_=+~]|\d{1,9}[.)]$)(?=[^\p{Lu}\d]{0,20}[\p{Lu}\d])[^\p{Ll}|#>]{1,100}(?:[Pp]age)?$/u;
/** The title of the text, over the number of a page. */
const HEADER = /^\p{Lu}.{1,100}[^.;:,?!]$/u;
/** What no sentence begins with: titles, tables, quotations, code. */
const OTHER_LINE = /^\s{0,3}(?:#|\||>|`{3}|~{3})/;
/** Ends no sentence. */
const OPEN = /[\p{L}\d,'’)%€°-]\s*$/u;
/** Goes on with a sentence; « a) » and « o » begin items. */
const GOES_ON = /^\s*(?:(?!\p{L}[.)]?\s)\p{Ll}|[àayn]\s|[:;!?»)%€] *\S)/u;
/** A line as wide as a text that ends with what waits for a word: no paragraph ends there, nor a cell. */
const UNFINISHED =
  /^.{50,}[\s'’(](?:de|du|des|la|le|les|un|une|et|ou|à|au|aux|par|pour|en|dans|sur|sous|avec|sans|que|dont|est|sont|n° ?|articles?)$|^.{50,}(?:[dlnsq]u?['’]|,)$/iu;
const BREAK = /^\s*\f/;
/** The head of a page in two parts: « Ville de Rive          Règlement de la consultation ». */
const isHeadInColumns = (line: string): boolean => BREAK.test(line) && /\S {4,}\S/.test(line);
/** What is drawn over a foot, or under a head. */
const RULE = /^_{3,}$/;

/** Lines that a page may have over and under its text, at most. */
export const MOST_LINES = 6;
export const flat = (line: string): string => line.replace(/\s+/g, ' ').trim();
/** True for what each page of a printed text repeats with its number. */
export const isFolio = (line: string): boolean => /page/i.test(line) && FOLIO.test(flat(line));
/** « 2/6 », « - 5 - », alone. */
const NUMBER = /^(?:(\d{1,3}) ?\/ ?(\d{1,3})|[-–] ?\d{1,3} ?[-–])$/;
/** True for the number of a page, alone or with what is repeated beside it: of more pages than it, where their count is said. */
export function isFoot(line: string): boolean {
  const [number, page = 1, pages = 1] = NUMBER.exec(line.trim()) ?? [];
  return number !== undefined ? Number(page) > 0 && Number(page) <= Number(pages) : isFolio(line);
}
/** True for a line that may stand over or under the text of a page. */
export const isRunning = (line: string): boolean => RUNNING.test(flat(line)) || isFolio(line);

/** True for the first line of a page, by its look: a title that is repeated over each. */
export const isPageHead = (line: string): boolean => line.startsWith('\f') && HEADER.test(flat(line));

/** How many of the lines of a block may stand over and under the text of a page; undefined where another is among them. */
export function runningLinesIn(block: string): number | undefined {
  const lines = block.split('\n').map(flat);
  const counted = lines.filter((line) => line !== '' && !RULE.test(line));
  return counted.every((line) => HEADER.test(line) || isRunning(line)) ? counted.length : undefined;
}

/** True for a line after which the next page may go on with the same sentence. */
export function isOpen(line: string): boolean {
  const tail = line.slice(-80);
  return OPEN.test(tail) && /\p{Ll}/u.test(tail) && !OTHER_LINE.test(line);
}

/** True for a line that a text would not have left where it did, were it of the text: its other lines are longer. */
const isShorter = (line: string, other: string): boolean => line.length <= other.length * 0.75;

const lineEnd = (text: string, at: number): number => {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
};

/** Repeated over each page, by its look: short, and no part of a sentence. */
const isOfPage = (line: string, open: string): boolean =>
  (RUNNING.test(line) || HEADER.test(line)) && isShorter(line, open) && !/[;,]$/.test(line);

/** True for the first line of text of a page where an open one waits for it. */
const isAwaited = (line: string, open: string): boolean =>
  UNFINISHED.test(open) && !isOfPage(line, open) && !OTHER_LINE.test(line) && !BEGINS_PART.test(line);

/** Whether a blank line or the number of the page stands at a place: else the line there goes on with the one over it. */
const endsPage = (text: string, at: number): boolean =>
  /^[^\S\n]*(?:\n|$)/.test(text.slice(at, at + 200)) || isFolio(text.slice(at, lineEnd(text, at)));

/** What is printed over or under the text of a page. */
const isOver = (line: string, open: string, mayBeHeader: boolean): boolean =>
  RUNNING.test(line) || (mayBeHeader && HEADER.test(line) && isShorter(line, open));

/**
 * Where a text goes on, in the middle of a sentence, after what stands over and under a page; undefined unless that alone, with the number
 * of the page or its break, begins at the place, where a line does.
 */
export function resumes(text: string, at: number): number | undefined {
  const open = flat(text.slice(text.lastIndexOf('\n', at - 2) + 1, at));
  let before = '';
  let told = false;
  const mayWait = endsPage(text, at);
  const isText = (line: string, raw: string): boolean =>
    GOES_ON.test(line) || (mayWait && !isHeadInColumns(raw) && isAwaited(line, open));
  const standsOver = (line: string, raw: string): boolean =>
    isHeadInColumns(raw) || ((!told || !BEGINS_PART.test(line)) && isOver(line, open, !told || BREAK.test(raw)));
  for (let from = at, seen = 0; from < text.length; from = lineEnd(text, from) + 1) {
    const raw = text.slice(from, Math.min(lineEnd(text, from), from + 400));
    told ||= BREAK.test(raw);
    const line = flat(raw);
    if (line === '' || RULE.test(line)) continue;
    if (told && isText(line, raw)) return from + raw.search(/\S/);
    const folio = isFolio(line) || isFolio(`${before} ${line}`);
    if (++seen > MOST_LINES || !(folio || standsOver(line, raw))) return undefined;
    told ||= folio;
    before = line;
  }
  return undefined;
}

/** What stands between the two ends of each sentence that a page cuts. */
export function pageBreaksIn(chunk: string): Span[] {
  if (!/page|\f/i.test(chunk)) return [];
  const out: Span[] = [];
  for (let at = 0; at < chunk.length; ) {
    const end = lineEnd(chunk, at);
    const after = isOpen(chunk.slice(at, end)) ? resumes(chunk, end + 1) : undefined;
    if (after !== undefined) out.push({ start: end + 1, end: after });
    at = after ?? end + 1;
  }
  return out;
}

/** The number of a page that ends a paragraph, with what is repeated beside it: no words of the paragraph. */
export function pageEndIn(chunk: string): Span[] {
  if (!/page/i.test(chunk)) return [];
  const lines = chunk.split('\n');
  const first = lines.findIndex((line, i) => i > 0 && isFolio(line));
  const under = lines.slice(first);
  if (first < 0 || under.length > MOST_LINES || !under.every((line) => isRunning(line) || HEADER.test(flat(line))))
    return [];
  const start = lines.slice(0, first).join('\n').length;
  return [{ start, end: chunk.length }];
}

/** The mark of a page, where a chunk begins with it: what follows is read as if it stood at the head of a line, if not in columns. */
export function pageTopIn(chunk: string): Span[] {
  const [mark] = /^\f(?:(?=[^\n]*\S {2,}\S)|\s*)/.exec(chunk) ?? [''];
  return mark.length > 0 && mark.length < chunk.length ? [{ start: 0, end: mark.length }] : [];
}

/** What begins a text of its own, right under the header of a page. */
const BEGINS_TEXT = new RegExp(`^[\\p{Lu}\\d«${BULLETS}-]`, 'u');
/** What is numbered, and an item: no line goes on with it. */
const BEGINS_PART = new RegExp(`^(?:(?:ARTICLE|Article) \\d|\\d{1,2}(?:[.)]|\\.\\d)|[${BULLETS}-] )`, 'u');

/** Where a chunk is to be cut for the line that a page begins with to stand alone: a header, or a title. Empty for most. */
export function pageHeadIn(chunk: string): number[] {
  if (!chunk.startsWith('\f')) return [];
  const { head = '', under = '' } = /^\f(?<head>[^\n]+)\n(?<under>[^\n]*\S)/.exec(chunk)?.groups ?? {};
  const [line, text] = [flat(head), flat(under)];
  if (!HEADER.test(line) || OTHER_LINE.test(under) || !BEGINS_TEXT.test(text)) return [];
  const longest = chunk.split('\n').reduce((most, other) => (other.length > most.length ? other : most), '');
  const first = /^\S+/.exec(text)?.[0] ?? '';
  return BEGINS_PART.test(text) || isShorter(`${line} ${first}`, flat(longest)) ? [head.length + 2] : [];
}

/** The first line of each page that is on several, and of the text: what a header repeats. */
export function headersIn(text: string): ReadonlySet<string> {
  if (!text.includes('\f')) return new Set();
  const body = text.replace(/^\ufeff?---\r?\n[\s\S]{0,20000}?\n---[ \t]*\r?\n/, '\n');
  const [first = ''] = /^\s*[^\n]+/.exec(body) ?? [];
  const tops = [first, ...[...body.slice(first.length).matchAll(/\n\f\s*([^\n]+)/g)].map(([, top = '']) => top)];
  const lines = tops.map(flat);
  return new Set(lines.filter((line, i) => line.length > 2 && lines.indexOf(line) !== i));
}

/** « 12.10. », alone on its line, and the title that stands under it. */
const LONE_NUMBER = /^\f?(?:(?:ARTICLE|Article) )?\d{1,2}(?:\.\d{1,2}){0,3}\.? *$/;
const TITLE_UNDER = /^\p{Lu}[^\n.;:!?|]{2,90}(?:\.{4,} ?\d{1,3} *)?$/u;
/** True for a line that goes on with a chunk that is a number and nothing else: its title. */
export const isTitleUnder = (chunk: string, line: string): boolean =>
  chunk.length < 16 && LONE_NUMBER.test(chunk) && TITLE_UNDER.test(line);

/** The blank lines between such a number and its title. */
export function loneNumbersIn(chunk: string): Span[] {
  const blank = /(?<!\s)(?:[^\S\n]*\n){2,}/.exec(chunk);
  if (!blank || !isTitleUnder(chunk.slice(0, blank.index), chunk.slice(blank.index + blank[0].length))) return [];
  return [{ start: blank.index, end: blank.index + blank[0].length - 1 }];
}

/** « 2-6   Durée pendant laquelle », and under its words the others of the title. */
const TITLE_BREAK =
  /^(?<lead> *(?:(?:ARTICLE|Article|Art\.|CHAPITRE|Chapitre|ANNEXE|Annexe) (?:\d{1,2}(?:[.-]\d{1,2}){0,3}|[IVX]{1,5})|\d{1,2}(?:[.-]\d{1,2}){1,3}|[IVX]{1,5}(?:\.\d{1,2})?)[.:]? {2,})(?=\p{Lu})(?:\S+ ){1,9}\S+(?<cut> *\n(?<under> *))\S(?:[^\n ]| (?! )){2,50}$/u;

/** Where the end of a line cuts a numbered title that stands alone, all but a blank. */
export function titleBreaksIn(chunk: string): Span[] {
  const { lead = '', cut = '', under = '' } = TITLE_BREAK.exec(chunk)?.groups ?? {};
  if (cut === '' || under.length !== lead.length || /[.,;:]$/.test(chunk)) return [];
  const start = chunk.indexOf('\n') - cut.indexOf('\n');
  return [{ start, end: start + cut.length - 1 }];
}

/** Words written with a hyphen whatever the line: what begins them, and what ends them. */
const BEGINS =
  /^(?:sous|non|co|ci|au|par|là|celui|celle|ceux|celles|auto|semi|demi|mi|pré|post|vice|ex|contre|avant|après|arrière|haut|bas|peut|quasi|mini|micro|multi|pluri|inter|intra|extra|anti|éco|bio|géo|socio|franco|télé|vidéo|audio|rendez|vis|c['’]est|est|dit|plus|moins|mieux|compte|procès|main|maître|chef|sur|mot|accord|cahier|état|pays|savoir|hors|porte|garde|passe|ouvre|point|clé|clef|temps|prix|bon|long|court|libre|centre|plate|quote|lui|elle|eux|nous|vous|soi|tout|toute|tous|toutes|quelques|quelqu|grand|petit|nord|sud|trente|vingt|quarante|cinquante|soixante|quatre|cent|dix|deux|trois|cinq|six|sept|huit|neuf|rez|saint|sainte|cyber|e|t)$/iu;
const ENDS =
  /^(?:ci|là|même|mêmes|dessous|dessus|après|avant|contre|joints?|jointes?|annexée?s?|être|il|ils|elle|elles|on|nous|vous|je|moi|les?|la|leur|lui|y|en|à|de|du|des|d|t|vis|verbal|verbaux|traitants?|traitance|cadres?|valeur|value|values|heures?|mètres?|end|type|types|clés?|test|tests)(?!\p{L})/iu;

/** Where a word is cut at the end of a line: the hyphen and what follows it, or what follows it alone where the word is written with one. */
export function hyphensIn(chunk: string): Span[] {
  if (!/\p{Ll}-\r?\n/u.test(chunk)) return [];
  const out: Span[] = [];
  for (const m of chunk.matchAll(
    /(?<=(?<left>(?<!\p{L})[\p{L}'’]{1,24}))-\r?\n[ \t]{0,40}(?=(?<right>\p{Ll}{1,24}))/gu,
  )) {
    const { left = '', right = '' } = m.groups ?? {};
    if (!/\p{Ll}$/u.test(left)) continue;
    const isCompound = BEGINS.test(left.replace(/^(?:[dlnsDLNS]|qu)['’]/u, '')) || ENDS.test(right);
    out.push({ start: m.index + (isCompound ? 1 : 0), end: m.index + m[0].length });
  }
  return out;
}
