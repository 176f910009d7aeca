import type { Draft, Passage, Section, Table } from '../../kit/draft.ts';
import { before, type Stretch } from '../../kit/french/scan.ts';
import type { Piece } from '../../kit/piece.ts';
import { cover } from '../../kit/span.ts';
import {
  BY_TIME,
  beginsLine,
  isBlank,
  isOfLots,
  linesOf,
  lotNames,
  numeral,
  onlyLot,
  sectionLot,
} from '../commun/index.ts';
import { amountIn, amountOf, isPutOff, objectIn } from '../tranches/index.ts';
import type { Lot } from './lot.ts';
import { isTask, lotsWithoutWord, MAY_BE } from './sans-le-mot.ts';

/** Lots that one table, list, run of headings or sentence sets out. */
export interface LotList {
  readonly lots: readonly Lot[];
  readonly section: Section;
  /** The table has a column for the object. */
  readonly columned: boolean;
  readonly table: Table | undefined;
  /** Folded words over its rows; empty where there are none. */
  readonly head: string;
}

const KEY = /^(?:n ?° ?|numeros? |no )?(?:d[ue]s? )?lots?\b|^(?:n ?°|no|num(?:ero|\.)?)$/;
const OBJECT =
  /\b(?:objets?|intitules?|designations?|libelles?|contenus?|descriptions?|descriptifs?|prestations?|consistance|nature des|denominations?|missions?|travaux|fournitures|perimetres?|noms? du lot|corps d'etat|secteurs?|zones?)\b/;
const PRICE = /\b(?:montants?|estimations?|estime|valeurs?|maximum|budgets?|prix|ht)\b|€/;
/** « ☐ Lot n° 2 », « 2 »; « 1 à 5 » are several. */
const NUMBER =
  /^(?:[☐☑☒□■] ?)?(?:lots? ?)?(?:n ?° ?|no ?)?(\d{1,3}(?:[.-]\d{1,2}|[a-h])?|[a-h]|i{1,3}|iv|vi{0,3}|ix|x)(?![a-z0-9']| (?:a|et|ou) \d)/;
const ABOUT = /\blots?\b|allot|\bmarches,? (?:separes|distincts|attribues separement)\b/;

/** The columns of a table of lots; -1 for one that it has not. */
interface Columns {
  readonly key: number;
  readonly object: number;
  readonly price: number;
  /** One lot comes again and again: the rows are what each is made of, and give no object. */
  readonly again: boolean;
}

/** The column of what the lots are worth: of the whole of each, else of its tranches; -1 where there is none. */
function priceColumn(table: Table, key: number): number {
  const prices = table.header.cells.map((c, i) => i !== key && PRICE.test(c.folded));
  // A tranche, or a year, is a part of what the lot is worth.
  const whole = table.header.cells.findIndex((c, i) => prices[i] && !/\btranches?\b/.test(c.folded) && !c.has(BY_TIME));
  return whole >= 0 ? whole : prices.indexOf(true);
}

const column = ({ header, rows }: Table, index: number): string[] =>
  [header, ...rows].map(({ cells }) => cells[index]?.folded ?? '');
const NAMES_LOT = /^[^a-z]*lots?\b/;
/** « Lots 1 et 2 » over « 30 minutes »: what is asked for these lots, and no column of lots. */
const headsOneLot = (table: Table, index: number): boolean => {
  const [head = '', ...below] = column(table, index);
  return /^[^a-z]*lots? (?:n ?° ?)?\d/.test(head) && !below.every((words) => NAMES_LOT.test(words));
};

/** The column that names the lots: so headed, or where nothing heads it, so filled in every row; -1 where there is none. */
function keyColumn(table: Table): number {
  const { cells } = table.header;
  const headed = cells.findIndex((c, i) => KEY.test(c.folded) && !headsOneLot(table, i));
  if (headed >= 0 || cells.some(({ folded }) => folded !== '')) return headed;
  return cells.findIndex((_, i) =>
    column(table, i)
      .slice(1)
      .every((words) => NAMES_LOT.test(words) && NUMBER.test(words)),
  );
}

/** Undefined for a table that sets out no lots. */
function columnsOf(table: Table): Columns | undefined {
  const key = keyColumn(table);
  if (key < 0) return undefined;
  const keys = column(table, key);
  const named = keys.filter((words) => NAMES_LOT.test(words)).length;
  const saysLot = /\blots?\b/.test(keys[0] ?? '') || named * 2 > table.rows.length || isOfLots(table);
  // « N° | Exigence » in the article of one lot numbers what it demands.
  const isLed = table.lead?.has(ABOUT) && !onlyLot(table.lead.folded);
  const isAboutLots = !sectionLot(table.section) && (isLed || table.section.under(ABOUT));
  if (!saysLot && !isAboutLots) return undefined;
  const again = timesAgain(table, key);
  // A table of deliverables, sites or deadlines says of each for which lot it is.
  if (key > 0 && again > 0) return undefined;
  return { key, object: objectColumn(table, key), price: priceColumn(table, key), again: again > MOST_AGAIN };
}

function lotOfRow({ cells }: Table['header'], columns: Columns): Lot | undefined {
  const at = (column: number) => cells.find((c) => c.cell?.column === column);
  const cell = at(columns.key);
  const m = cell && NUMBER.exec(cell.folded);
  if (!cell || !m?.[1]) return undefined;
  const stated = at(columns.object);
  const priced = at(columns.price);
  const last = cells.findLast((c) => c.folded !== '') ?? cell;
  const isStated = stated && !isBlank(stated.folded);
  const own = isStated ? { at: stated.span, text: stated.folded } : objectFrom(cell, m[0].length, cell.folded.length);
  return {
    number: numeral(m[1]),
    at: cell.span,
    whole: cover(cell.span, last.span),
    object: columns.again ? undefined : own,
    amount: priced && amountOf(priced)?.value,
    passage: cell,
  };
}

function rowsOf(table: Table): Lot[] {
  const columns = columnsOf(table);
  if (!columns) return [];
  // « Lot 1 | Bassins » over « Lot 2 | Fontaines »: the first lot stands where heads would.
  const keys = column(table, columns.key);
  const isFirst = FIRST_LOT.test(keys[0] ?? '') && keys.every((words) => NAMES_LOT.test(words));
  return (isFirst ? [table.header, ...table.rows] : table.rows).flatMap((row) => lotOfRow(row, columns) ?? []);
}
const FIRST_LOT = /^[^a-z]*lots? ?(?:n ?° ?)?0?1(?!\d)/;

/** The object that stands in a stretch of a passage. */
function objectFrom(passage: Passage, from: number, to: number): Lot['object'] {
  const words = objectIn(passage.folded.slice(from, to));
  if (!words) return undefined;
  const at = { from: from + words.from, to: from + words.to };
  return { at: passage.at(at), text: passage.folded.slice(at.from, at.to) };
}

/** Columns that say how much, when or who, and not what. */
const NO_OBJECT_HEAD =
  /\b(?:durees?|delais?|dates?|criteres?|poids|ponderations?|points?|notes?|candidats?|titulaires?|attributaires?|quantites?|qte|minim[a-z]*|maxim[a-z]*|garanties?|penalites?|contacts?|referents?|remises?|taux|visites?|variantes?|observations?|appreciations?|periodes?|justificati(?:f|on)s?|moyennes?|chiffres? d'affaires|niveaux?|preuves?|tranches?|annexes?|pages?|nombre|choix|cocher|cpv|codes?|article)\b/;

/** In how many rows a lot comes again. */
function timesAgain(table: Table, key: number): number {
  const numbers = table.rows.map((row) => row.cells.find((c) => c.cell?.column === key)?.folded ?? '');
  const told = numbers.filter((number) => NUMBER.test(number));
  return told.length - new Set(told).size;
}
/** One may be a slip; more, and the rows are what each lot is made of: a schedule of prices, of sites. */
const MOST_AGAIN = 1;

/** The column of a table of lots that gives their objects: so headed, else the first of words; -1 where there is none. */
function objectColumn(table: Table, key: number): number {
  const named = table.header.cells.findIndex((c, i) => i !== key && OBJECT.test(c.folded));
  if (named >= 0) return named;
  return table.header.cells.findIndex((head, i) => {
    if (i === key || NO_OBJECT_HEAD.test(head.folded) || PRICE.test(head.folded)) return false;
    const told = table.rows.filter((row) =>
      row.cells.some((c) => c.cell?.column === i && !isBlank(c.folded) && objectIn(c.folded)),
    );
    return told.length * 2 > table.rows.length;
  });
}

/** Before a lot's name at the head of an item, a heading, a part of a sentence. */
const EDGE =
  /(?:^|[;:•☐☑☒□■(,]|\n| - |\. |\b(?:et|puis|enfin))[\s(]*(?:[-*•☐☑☒□■➢] ?)*(?:(?:article|art\.?) ?)?(?:\d{1,2}(?:[.-]\d{1,2})*|[a-h])? ?[).°:-]{0,40} ?(?:le |au |pour le )?$/;
/** Between two lots of one sentence. */
const LINK = /[ ,;]+(?:(?:et|puis|enfin) )*(?:le )?$/;
const SAYS = /^ ?(?:\(|:|-|=|, (?!(?:et|ou|le|la|les|pour|il|dont|qui|sauf|un|une)\b))/;
const VERB =
  /^ ?(?:porte(?:ra)? sur|concerne|comprend|couvre|regroupe|reunit|rassemble|recouvre|englobe|vise|traite d|correspond a|a pour objet|est relatif a|:)/;
/** « ; le lot 2 sur les rives »: the verb has been said. */
const GAPPED = /^,? (?:sur|a|aux?) (?:l[ae]s? |l'|des? )?[a-z]/;
/** What a lot is comes after its name, by a verb or by that of a lot before. */
function isSaid(folded: string, to: number, every: readonly { readonly to: number }[]): boolean {
  const after = folded.slice(to);
  if (VERB.test(after)) return true;
  return GAPPED.test(after) && every.some((other) => other.to < to && VERB.test(folded.slice(other.to)));
}
/** « le lot 1 (citadines), le lot 2 (vélos) » */
const IN_BRACKETS = /^ ?\([a-z][^()]{3,}\)/;

/** « LOT 1 FRUITS, LOT 2 LAITAGES »: counted from one, each before its object without more. */
const isShouted = (
  { folded }: Passage,
  names: readonly { readonly to: number; readonly numbers: readonly string[] }[],
) =>
  names.length > 1 &&
  names.every(
    ({ numbers, to }, i) =>
      numbers.length === 1 && numbers[0] === String(i + 1) && /^ [a-z]{4,}/.test(folded.slice(to)),
  ) &&
  /: ?lot 1 /.test(folded);

/** « ### Lot 2 » over « Réhabilitation du réservoir »: a line of few words, and no sentence. Undefined where more stands there. */
function titleBelow({ heading, after, section }: Passage): Lot['object'] {
  if (!heading || heading.runIn || after?.section !== section || after.kind !== 'paragraph') return undefined;
  const [line, more] = after.sentences;
  const words = line && !more ? objectIn(line.folded) : undefined;
  if (!line || !words || words.from > 1 || /[:.!?]\s*$/.test(line.folded) || line.folded.trim().split(' ').length > 9)
    return undefined;
  return { at: line.at(words), text: line.folded.slice(words.from, words.to) };
}

/** « Il s'agit du lot 1 (charpente), du lot 2 (couverture) »: each is told of. */
const TELLS = /(?:s'agit|compose(?:nt)?|composee?s?|constituee?s?|formee?s?)(?: [a-z]+)?[ :]+du $/;

/** The name of a lot opens a title or an item, and no sentence goes on from it. */
function isHead({ folded, kind, heading }: Passage, from: number, after: string): boolean {
  const isItem = kind === 'item';
  if (!(isItem || heading) || !/^[^a-z]*(?:(?:article|art\.?) ?\d*[^a-z]*)?$/.test(folded.slice(0, from))) return false;
  if (/^ ?[.;]?$/.test(after)) return true;
  return isItem && !/^ ?(?:est|sont|n'|ne |sera|releve|fait|donne|et |ou |,)/.test(after);
}

/** « , dont l'objet est à compléter »: its object is told, as one that is not. */
const isLeftOpen = (after: string): boolean => /^,? dont /.test(after) && isPutOff(after.replace(/^,/, ''));

/** A mark and the object, or that there is none yet. */
const isTold = (after: string): boolean => SAYS.test(after) || isLeftOpen(after);

/** « : le lot 1, viandes ; le lot 2, épicerie » */
const isListed = (folded: string, { from, to }: Stretch): boolean =>
  /[:;] (?:(?:et|enfin) )?le $/.test(before(folded, from, 12)) && isTold(folded.slice(to));

/** A line that is the name of a lot and no more, in a paragraph that has a lot at the head of another line. */
function isLine(passage: Passage, name: Stretch, every: readonly Stretch[]): boolean {
  const line = linesOf(passage).find(({ from, to }) => from <= name.from && name.to <= to);
  return (
    line?.from === name.from &&
    /^[ .:;-]*$/.test(passage.folded.slice(name.to, line.to)) &&
    every.some(
      (other) => other !== name && beginsLine(passage, other.from) && SAYS.test(passage.folded.slice(other.to)),
    )
  );
}

type LotName = ReturnType<typeof lotNames>[number];

/** How a passage tells of the lots that it names, by what several of them have alike. */
interface Telling {
  readonly passage: Passage;
  readonly every: readonly LotName[];
  readonly bracketed: boolean;
  readonly shouted: boolean;
  readonly listed: boolean;
  readonly told: boolean;
}

function tellingOf(passage: Passage): Telling {
  const { folded } = passage;
  const every = lotNames(folded);
  return {
    passage,
    every,
    bracketed: every.filter((n) => IN_BRACKETS.test(folded.slice(n.to))).length > 1,
    shouted: isShouted(passage, every),
    listed: every.filter((n) => isListed(folded, n)).length > 1,
    told: every[0] !== undefined && TELLS.test(before(folded, every[0].from, 40)),
  };
}

/** A name after which the passage tells what the lot is: « le lot 1 (charpente) », « Lot 1 : charpente ». */
function isOfLotTold({ passage, every, ...how }: Telling, n: LotName): boolean {
  if (n.numbers.length !== 1) return false;
  const lead = before(passage.folded, n.from, 30);
  const after = passage.folded.slice(n.to);
  const article = /\ble $/.test(lead);
  if ((article || (how.told && /\bdu $/.test(lead))) && how.bracketed && IN_BRACKETS.test(after)) return true;
  if (!EDGE.test(lead) && !beginsLine(passage, n.from)) return false;
  if (/^ ?"/.test(after)) return true;
  if (article) return (how.listed && isTold(after)) || isSaid(passage.folded, n.to, every);
  return how.shouted || isTold(after) || isHead(passage, n.from, after) || isLine(passage, n, every);
}

function* proseOf(passage: Passage): Generator<Lot> {
  const telling = tellingOf(passage);
  const names = telling.every.filter((n) => isOfLotTold(telling, n));
  for (const [i, name] of names.entries()) {
    const next = names[i + 1]?.from ?? passage.folded.length;
    const end = next - (LINK.exec(before(passage.folded, next, 12))?.[0].length ?? 0);
    const cut = passage.folded.slice(name.to, end).search(/[☐☑☒□■]|;(?= )/);
    const to = cut < 0 ? end : name.to + cut;
    const text = passage.folded.slice(name.to, to);
    const below = text.trim() === '' && names.length === 1 ? titleBelow(passage) : undefined;
    const trimmed = name.to + text.replace(/[\s;,.-]+$/, '').length;
    yield {
      number: name.numbers[0] as string,
      at: passage.at(name),
      whole: passage.at({ from: name.from, to: trimmed }),
      object: below ?? objectFrom(passage, name.to + (/^,? sur /.exec(text)?.[0].length ?? 0), to),
      amount: amountIn(text)?.value,
      passage,
    };
  }
}

/** True for two rows of a table, items of a list or lines of one paragraph: in prose the name of a lot may come back. */
export const areRows = (a: Lot, b: Lot): boolean =>
  (b.passage.table ?? b.passage.list) !== undefined ||
  (a.passage === b.passage &&
    linesOf(b.passage).some(({ from }) => b.passage.at({ from, to: from }).start === b.at.start));

type Runs = Map<unknown, Lot[]>;
const addTo = (runs: Runs, key: unknown, lots: readonly Lot[]): void => {
  runs.set(key, [...(runs.get(key) ?? []), ...lots]);
};

const listOf = ({ block, list }: Passage): string | undefined => list && `${block.index}:${list.list}`;

/** What makes one list of the lots that passages name: the section above titles, a list, a passage that names several. */
function runOf(passage: Passage, { length }: readonly Lot[]): unknown {
  if (passage.isTitle) return passage.section.parent ?? passage.draft;
  const list = listOf(passage);
  if (list) return list;
  if (length > 1) return passage;
  return passage.heading ? passage.section.parent : passage.section;
}

/** The lots that passages name, tables that list them apart. */
function runsIn(draft: Draft, used: ReadonlySet<Table>): Runs {
  const runs: Runs = new Map();
  for (const passage of draft.passages) {
    if (passage.read(lotNames).length === 0 || (passage.table && used.has(passage.table))) continue;
    const lots = [...proseOf(passage)];
    if (lots.length > 0) addTo(runs, runOf(passage, lots), lots);
  }
  for (const passage of [...draft.passagesWith(MAY_BE), ...draft.passages.filter(isTask)]) {
    if (passage.cell || (passage.read(lotNames).length > 0 && proseOf(passage).next().value)) continue;
    const lots = lotsWithoutWord(passage);
    if (lots.length > 0) addTo(runs, listOf(passage) ?? passage.section, lots);
  }
  return runs;
}

/** « 1, 2, 3 », « a, b, c ». */
export const countFromOne = (lots: readonly Lot[]): boolean =>
  lots.length > 1 && lots.every((l, i) => l.number === String(i + 1) || l.number === 'abcdefgh'[i]);

/** Lots without the word must count from one. */
const areLots = (lots: readonly Lot[]): boolean =>
  lots.some(({ at, passage }) => /lot/i.test(passage.draft.slice(at))) || countFromOne(lots);

/** Every list of lots of a piece, tables first. */
export function lotLists({ draft }: Piece): LotList[] {
  const tables = draft.tables.flatMap((table) => {
    const lots = rowsOf(table);
    const columned = table.header.cells.some((c) => OBJECT.test(c.folded));
    const head = table.header.cells.map((c) => c.folded).join(' ; ');
    return lots.length > 0 ? [{ lots, section: table.section, columned, table, head }] : [];
  });
  const runs = runsIn(draft, new Set(tables.map(({ table }) => table)));
  const lists = [...runs.values()].filter(areLots).map((lots) => {
    const { passage } = lots[0] as Lot;
    const section = (passage.isTitle && passage.section.parent) || passage.section;
    return { lots, section, columned: false, table: undefined, head: '' };
  });
  return [...tables, ...lists];
}
