import { MONTH_NAME } from '../french/dates.ts';
import { BULLETS, plain } from '../french/fold.ts';
import type { Span } from '../span.ts';
import type { BlockContent, ListPlace, PassageContent } from './content.ts';
import { Prose } from './prose.ts';
import { LONGEST } from './tangle.ts';

/** What may begin or be markup, or be read otherwise than it is written, anywhere in a line. */
const MARKUP = /[\\`*_[\]<>&~\ufeff]|(?!\n)\p{Cc}|[^\S\n] *(?:\n|$)|\n[ \n]/u;
export const isMarkup = (text: string): boolean => MARKUP.test(text);
/** What may make something else than a paragraph of a line that begins with it. */
const OPENING = /^(?:[#=+:\s-]|\d{1,9}[.)]|$)/;
const HEADING = /^(#{1,6}) (?=[^\s#])/;
const ITEM = /^([-+]|(\d{1,9})[.)]) (?=\S)/;

const ROW = /^\|(?:[^|]*\|)+$/;
const RULE = /^\|(?: *:?-+:? *\|)+$/;

const contentOf = (
  passages: readonly PassageContent[],
  places: readonly Span[],
  tables: readonly Span[] = [],
): BlockContent => ({
  passages,
  places,
  tables,
  comments: [],
});

const isPlain = (line: string): boolean => !OPENING.test(line);

const paragraph = (chunk: string): BlockContent =>
  contentOf(
    [
      {
        kind: 'paragraph',
        prose: Prose.asWritten(chunk, 0),
        source: chunk,
        bold: 0,
        quoted: false,
        footnote: false,
      },
    ],
    [{ start: 0, end: chunk.length }],
  );

function heading(chunk: string, marks: string): BlockContent | undefined {
  const text = chunk.slice(marks.length + 1);
  if (text.includes('#') || text.includes('\n')) return undefined;
  const prose = Prose.asWritten(text, marks.length + 1);
  return contentOf(
    [{ kind: 'heading', prose, source: chunk, bold: 0, quoted: false, footnote: false, depth: marks.length }],
    [{ start: 0, end: chunk.length }],
  );
}

/** A list of one level, an item on each line, all with the same mark. */
function list(chunk: string): BlockContent | undefined {
  const passages: PassageContent[] = [];
  const places: Span[] = [];
  const sign = ITEM.exec(chunk)?.[1]?.slice(-1);
  let first = 0;
  let at = 0;
  for (const [index, line] of chunk.split('\n').entries()) {
    const [mark = '', , figure] = ITEM.exec(line) ?? [];
    if (mark.at(-2) !== sign || line.length > LONGEST || !isPlain(line.slice(mark.length))) return undefined;
    if (index === 0) first = Number(figure ?? 0);
    const text = line.slice(mark.length);
    const place: ListPlace = {
      list: 0,
      ordered: figure !== undefined,
      depth: 1,
      index,
      ...(figure !== undefined && { number: first + index }),
    };
    const prose = Prose.asWritten(text, 0);
    passages.push({ kind: 'item', prose, source: text, bold: 0, quoted: false, footnote: false, list: place });
    places.push({ start: at + mark.length, end: at + line.length });
    at += line.length + 1;
  }
  return contentOf(passages, places);
}

/** A cell: its words between spaces, and its source with the bars. */
function cellOf(words: string, source: string, row: number, column: number): PassageContent {
  const text = words.replace(/^ +| +$/g, '');
  const from = text === '' ? source.length : 1 + words.indexOf(text);
  const prose = Prose.asWritten(text, from, source.length);
  return { kind: 'cell', prose, source, bold: 0, quoted: false, footnote: false, cell: { table: 0, row, column } };
}

/** A table whose rows all have as many cells, between bars on both sides. */
function table(chunk: string): BlockContent | undefined {
  const lines = chunk.split('\n');
  if (!RULE.test(lines[1] ?? '') || !lines.every((line) => line.length <= LONGEST && ROW.test(line))) return undefined;
  const columns = (lines[1] as string).split('|').length - 2;
  const passages: PassageContent[] = [];
  const places: Span[] = [];
  let at = 0;
  for (const [index, line] of lines.entries()) {
    const cells = line.split('|').slice(1, -1);
    if (cells.length !== columns) return undefined;
    let start = at;
    at += line.length + 1;
    if (index === 1) continue;
    for (const [column, cell] of cells.entries()) {
      const last = column === columns - 1;
      const end = start + cell.length + (last ? 2 : 1);
      passages.push(cellOf(cell, chunk.slice(start, end), Math.max(0, index - 1), column));
      places.push({ start, end });
      start = end;
    }
  }
  return contentOf(passages, places, [{ start: 0, end: chunk.length }]);
}

/** A numbered line that stands alone, or words under their number, as a title: no stop at the end, no colon within, no verb. */
const TITLE = /^\d{1,2}[.)][ \n](?=\p{Lu})[^\n.:;!?]{3,90}[^\n.:;,!?\s]$/u;
/** The verb of a sentence, and of no title. */
const STATES =
  /(?<!\p{L})(?:est|sont|sera|seront|doit|doivent|devra|devront|peut|peuvent|pourra|pourront|a|ont|aura|ne|n['’]\p{L}+|remet|remettra|fournit|assure|s['’]engage)(?!\p{L})/iu;
/** « Articles du CCAG auxquels il est dérogé »: a verb of what is named. */
const RELATIVE = /(?<!\p{L})(?:auxquel(?:le)?s|auquel|à laquelle)(?!\p{L}).*/iu;
/** True for a line with such a verb; a capital « A » is « À »: « DOCUMENTS A FOURNIR ». */
export const states = (line: string): boolean =>
  STATES.test(line.replace(/(?<![\p{L}’'])A(?!\p{L})/gu, 'À').replace(RELATIVE, ''));
/** The level of a title whose number has one part, where Markdown marks none. */
export const UNMARKED = 8;

/** « 3. **Pénalités** »: the words of a numbered line, all in bold. */
const BOLD = /^\d{1,2}[.)] (?:\*\*[^*_\n]+\*\*|__[^*_\n]+__)$/;
const BOLD_MARK = /\*\*|__/g;
const unmarked = (line: string): string => (BOLD.test(line) ? line.replace(BOLD_MARK, '') : line);

/** « 6. Ce qui est à produire », « 3. Qui peut répondre ? »: what follows answers. */
const ASKING =
  /^\d{1,2}[.)][ \n](?:Ce (?:qu|dont|à quoi)|Qu(?:i|e|els?|elles?|and|oi)(?!\p{L})|Qu['’]|Comment|Combien|Pourquoi|Où|[ÀA] (?:qui|quoi)|De qu(?:i|oi))[^\n.:;!?]{2,80}(?: ?\?)?$/u;

export function isTitle(line: string): boolean {
  const words = unmarked(line);
  if (MARKUP.test(words)) return false;
  return ASKING.test(words) || ((TITLE.test(words) || TWO_PARTS.test(words)) && !states(words));
}

/** « 8. ENVOI DES OFFRES : RÉPONSE EN LIGNE » */
const TWO_PARTS = /^\d{1,2}[.)] \p{Lu}[^\p{Ll}\n.:;!?|<>@/]{3,60} : \p{Lu}[^\p{Ll}\n.:;!?|<>@/]{3,60}$/u;

/** « CRITÈRES DE JUGEMENT »: words in capitals, and none of a sentence. */
export const isLoudTitle = (line: string): boolean =>
  (/^(?:[IVX\dA-Z]{1,4}(?:\.\d{1,2})* ?(?:[.)] ?[–—-]|[.):–—-])? *)?\p{Lu}(?:[^\p{Ll}\n.:;!?|<>@/]|(?<=\p{L})\/(?=\p{L})){3,90}$/u.test(
    line,
  ) ||
    TWO_PARTS.test(line)) &&
  /\p{Lu}{5}/u.test(line) &&
  !/[,\s]$/.test(line) &&
  !states(line);

/** « 7 Le classement »: a number and a title of a few words, and no address, day or count. */
const BARE =
  /^[1-9]\d? +(?!(?:Rue|Avenue|Av|Bd|Boulevard|Place|Quai|Chemin|Allée|Impasse|Route|Cours|Square|Esplanade|Promenade)(?!\p{L}))\p{Lu}['’\p{Ll}][^.:;!?|\d€%…_]{1,60}$/u;
const DAY = new RegExp(`^\\d+ +${MONTH_NAME}`);
export const isBareTitle = (line: string): boolean => BARE.test(line) && !states(line) && !DAY.test(plain(line));

/** « Jugement des offres »: a few words without number, stop or verb, which are a title where a text stands under them and no title is marked. */
const PLAIN = /^\p{Lu}['’\p{Ll}](?=[^\n]*\p{Ll}{3})[^.:;!?|\d€%…_,<>@\n]{3,60}$/u;
export const isPlainTitle = (line: string): boolean => PLAIN.test(line) && !OPEN_END.test(line) && !states(line);

/** « 3 - Contraintes de pose », « IV. – Offres », « II. Procédure »: one number, a dash, a title. */
const DASHED = /^(?:\d{1,2} ?[-–—•] ?|[IVX]{1,5}(?:[.)]? ?[-–—•] ?|[.)] ))\p{Lu}[^.;:!?\n]{3,80}$/u;
export const isDashedTitle = (line: string): boolean => DASHED.test(line);

/** « C – Engagement », « B. Le candidat (à remplir) »: a letter and a title; « M. Durand » is a person. */
const LETTERED = /^(?!M\.)[A-Z](?: ?[–—-]|\.) \p{Lu}[^.;:!?\n]{2,80}$/u;
export const isLetteredTitle = (line: string): boolean => LETTERED.test(line) && !states(line);

/** « Titre I – La consultation », « Partie A — Clauses techniques », « Première partie »: what has articles under it. */
const PART =
  /^(?:(?:TITRE|Titre|PARTIE|Partie|LIVRE|Livre|VOLET|Volet) (?:\d{1,2}|[IVX]{1,5}|[A-H])|(?:PREMIÈRE|Première|PREMIERE|DEUXIÈME|DEUXIEME|Deuxième|SECONDE|Seconde|TROISIÈME|TROISIEME|Troisième|QUATRIÈME|QUATRIEME|Quatrième) (?:PARTIE|partie))(?: ?[.:–—-] ?\p{Lu}[^.;:!?\n]{2,80})?$/u;
export const isPartTitle = (line: string): boolean => PART.test(line) && !states(line);

const NUMBER = /^(\d{1,9})[.)] /;

const isIndented = (line: { readonly text: string } | undefined): boolean => /^\s/.test(line?.text ?? '');

/** What is indented under a line goes on with an item, unless its capitals make it a title all the same. */
const goesOn = (text: string, next: { readonly text: string } | undefined): boolean =>
  isIndented(next) && !isLoudTitle(text);

/** The lines that are not blank: where they begin, and whether a blank one stands before them. */
function writtenLines(chunk: string) {
  const lines: { readonly at: number; readonly text: string; readonly blank: boolean }[] = [];
  let at = 0;
  let blank = true;
  for (const text of chunk.split('\n')) {
    if (text.trim() !== '') lines.push({ at, text, blank });
    blank = text.trim() === '';
    at += text.length + 1;
  }
  return lines;
}

/**
 * Where a chunk is to be cut for its titles to stand alone: « 8. Critères » before dashes, « 3. Durée » after them, which Markdown
 * leaves in one chunk as lists that follow each other. A line whose number goes on with that of the item beside it is an item. Empty for most.
 */
export function titlesIn(chunk: string): number[] {
  if (!chunk.includes('\n\n')) return [];
  const lines = writtenLines(chunk);
  const numberAt = (i: number) => Number(NUMBER.exec(lines[i]?.text ?? '')?.[1] ?? Number.NaN);
  /** Before each line, the last that is at the margin. */
  const margins: number[] = [];
  for (const i of lines.keys()) margins.push(isIndented(lines[i - 1]) ? (margins[i - 1] as number) : i - 1);
  const cuts = new Set<number>();
  for (const [i, { at: from, text, blank: alone }] of lines.entries()) {
    const next = lines[i + 1];
    if (!alone || (next && !next.blank) || !isTitle(text)) continue;
    const number = numberAt(i);
    const isItem = numberAt(margins[i] as number) === number - 1 || numberAt(i + 1) === number + 1;
    if (isItem || goesOn(text, next)) continue;
    cuts.add(from);
    if (next) cuts.add(next.at);
  }
  cuts.delete(0);
  return [...cuts].sort((a, b) => a - b);
}

/** « 5.2 Étendue », « ARTICLE 7 – SOUS-TRAITANCE »: a line that its number makes a title, if it stands as one. */
const NUMBERED =
  /^(?:(?:ARTICLE|Article|CHAPITRE|Chapitre) (?:\d{1,2}(?:\.\d{1,2}){0,3}|[IVX]{1,5}) ?[.:–—-]? ?|(?:\d{1,2}|[IVX]{1,5})(?:\.\d{1,2}){1,3}\.?(?: ?[–—-] ?| {1,12}(?:[–—-] )?))(?:(?=\p{Lu})|(?<=[eE] \d{1,2} ?[:–—-] )(?=\p{Ll}))[^\n.:;!?|]{2,90}$/u;
const BULLETED = `^[${BULLETS}o-] +\\S`;
/** What a text begins with, and no line that goes on with the one before. */
const BEGINNING = new RegExp(`${BULLETED}|^[\\p{Lu}\\d«"“(]`, 'u');
/** A line that is done: a sentence, or an item. */
const CLOSED = new RegExp(`${BULLETED}|[.:;!?»]\\s*$`);
/** What may hold lines that are no text. */
export const OTHER_BLOCK = /(?:^|\n)(?:`{3}|~{3}|[<>|])/;
/** « 2.1 Les surfaces… », « EXI-04 – Réactivité. »: what begins a clause of its own. */
const CLAUSE = /^(?:\d{1,2}(?:\.\d{1,2}){1,3}\.?|\p{Lu}{1,5}[- ]?\d{1,3} ?[–—:-])[ \t]+(?=[\p{Lu}«"“(])/u;

/** Where a chunk is to be cut for its numbered clauses to stand alone, each on a line that follows one that is done; empty for most. */
export function clauseLinesIn(chunk: string): number[] {
  if (!chunk.includes('\n') || OTHER_BLOCK.test(chunk)) return [];
  const cuts: number[] = [];
  let at = 0;
  let before = '';
  for (const line of chunk.split('\n')) {
    if (at > 0 && CLAUSE.test(line) && /[.:;!?»)]\s*$/.test(before)) cuts.push(at);
    before = line;
    at += line.length + 1;
  }
  return cuts;
}

/** What a title in capitals stands on: no name, no address. */
const SENTENCE = /^\s*[«"“]?\s*\p{Lu}['’]?\p{Ll}[^\n]{28}/u;
/** « CCTP 2 / 4 », « Page 3 »: the foot of a page. */
const PAGE = /(?:\b\d{1,3} ?\/ ?\d{1,3}|\b[Pp]age \d{1,3}(?: (?:sur|\/) \d{1,3})?)\s*$/;
/** « 1 - Prix␣␣␣␣␣55 points »: the cells of a row, and no title. */
const IN_COLUMNS = /[\p{L})] {3,}\S/u;
/** A line without its margin, and without the mark of the page that it may begin. */
const bareLine = (line: string): string => line.replace(/^\f? {0,24}/, '').trimEnd();
/** « ARTICLE 6 – CONDITIONS SOCIALES ET »: neither a title nor a cell ends so. */
export const OPEN_END =
  /(?<!\p{L})(?:de|du|des|les?|la|aux?|à|et|ou|en|par|pour|sur|dans|avec|dont|n°|relati(?:ve|f)s?|[dl]['’])$/iu;
/** True for a line that goes on with the title over it. */
const goesOnUnder = (title: string, line: string): boolean =>
  OPEN_END.test(title) && /^\p{L}[^\n.:;,!?|]{1,60}$/u.test(line) && !states(line);
/** Units of a line: texts cut at a width have longer ones. */
const NARROW = 50;

/** The lines of a chunk, as they are and bare, and whether their number makes titles of them. */
interface Lines {
  readonly lines: readonly string[];
  readonly words: readonly string[];
  readonly named: readonly boolean[];
}

/** What a title may stand on: a sentence, or a numbered title. */
const bears = ({ lines, named }: Lines, i: number): boolean => SENTENCE.test(lines[i] ?? '') || named[i] === true;
/** « 1 Façades » over « 2 Toitures »: rows of a list, and no titles. */
const isOfRow = (line: string): boolean => /^\d{1,2} (?![-–—] )/.test(line);

/** A line without a number that is a title by its look and by what stands around it. */
function isLoud(all: Lines, i: number): boolean {
  const { words, named } = all;
  const [before = '', line = '', after = ''] = [words[i - 1], words[i], words[i + 1]];
  if (named[i] || IN_COLUMNS.test(line)) return false;
  if (isLoudTitle(line)) return bears(all, i + 1);
  if (isPlainTitle(line)) return /^$|[.!?]$/.test(before) && SENTENCE.test(after) && after.length > NARROW;
  const stands = after === '' ? PAGE.test(before) : bears(all, i + 1) && !isOfRow(before) && !isOfRow(after);
  return stands && [isBareTitle, isDashedTitle, isLetteredTitle].some((is) => is(line));
}

/**
 * Where a chunk is to be cut for its titles to stand alone, as they do where each line of a document was left as a line: « 5.2 Étendue »
 * upon its text. Not where a text was merely cut at a width, and the next word would not have fitted in. Empty for most.
 */
export function titleLinesIn(chunk: string): number[] {
  if (!chunk.includes('\n') || OTHER_BLOCK.test(chunk)) return [];
  const lines = chunk.split('\n');
  const words = lines.map(bareLine);
  const named = words.map((line) => NUMBERED.test(line) && !IN_COLUMNS.test(line) && !/,$/.test(line) && !states(line));
  const loud = words.map((_, i) => isLoud({ lines, words, named }, i));
  if (!named.includes(true) && !loud.includes(true)) return [];
  const isNamed = (i: number): boolean => named[i] === true || loud[i] === true;
  const width = words.reduce((most, line, i) => (isNamed(i) ? most : Math.max(most, line.length)), 0);
  /** The next word would have stood on the line, were it the same text. */
  const isCutShort = (line: string, after: string) =>
    width <= NARROW || line.length + 1 + (/\S+/.exec(after)?.[0].length ?? 0) <= width;
  /** Lines of the title that begins at a line. */
  const heightAt = (i: number): number => (named[i] && goesOnUnder(words[i] as string, words[i + 1] ?? '') ? 2 : 1);
  const isSecond = (i: number): boolean => i > 0 && heightAt(i - 1) > 1;
  /** What stands over a line does not go on in it. */
  const isFree = (i: number): boolean => {
    const before = words[i - 1] ?? '';
    return before === '' || CLOSED.test(before) || PAGE.test(before) || isNamed(i - 1);
  };
  /** A text or a title begins under the title at a line; where nothing stands under it, the foot of a page stands over it. */
  const bearsText = (i: number, height: number): boolean => {
    const after = words[i + height];
    if (after === undefined) return PAGE.test(words[i - 1] ?? '');
    if (after !== '' && !BEGINNING.test(after)) return false;
    return isNamed(i + height) || isCutShort(words[i + height - 1] ?? '', after);
  };
  const cuts = new Set<number>();
  let at = 0;
  for (const i of words.keys()) {
    const height = heightAt(i);
    const end = at + lines.slice(i, i + height).join('\n').length + 1;
    if (isNamed(i) && isFree(i) && bearsText(i, height) && !isSecond(i)) cuts.add(at).add(end);
    at += (lines[i] ?? '').length + 1;
  }
  cuts.delete(0);
  return [...cuts].filter((cut) => chunk.slice(cut).trim() !== '').sort((a, b) => a - b);
}

/**
 * Reads « 3. Pénalités » alone between two blank lines, as texts pasted from a word processor have their titles: Markdown takes it for a
 * list of one item. Undefined for any other chunk.
 */
export function readTitle(chunk: string): BlockContent | undefined {
  if (!isTitle(chunk)) return undefined;
  const marks = BOLD.test(chunk)
    ? [...chunk.matchAll(BOLD_MARK)].map(({ index }) => ({ from: index, to: index + 2 }))
    : [];
  const prose = Prose.asWritten(chunk, 0).without(marks);
  return contentOf(
    [{ kind: 'heading', prose, source: chunk, bold: 0, quoted: false, footnote: false, depth: UNMARKED }],
    [{ start: 0, end: chunk.length }],
  );
}

/**
 * Reads a chunk that has no markup but marks at the beginning of its lines, or bars between cells: most of a draft, for which no parser is
 * needed. Undefined for any other.
 */
export function readPlain(chunk: string): BlockContent | undefined {
  if (MARKUP.test(chunk)) return undefined;
  if (chunk.includes('|')) return table(chunk);
  if (chunk.split('\n').every(isPlain)) return chunk.length <= LONGEST ? paragraph(chunk) : undefined;
  const marks = HEADING.exec(chunk)?.[1];
  return marks ? heading(chunk, marks) : list(chunk);
}
