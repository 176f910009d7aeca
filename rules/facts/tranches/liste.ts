import type { Passage, Row, Section, Table } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import { before } from '../../kit/french/scan.ts';
import type { Piece } from '../../kit/piece.ts';
import { contains, cover, type Span } from '../../kit/span.ts';
import {
  BY_TIME,
  beginsLine,
  isBlank,
  isOfPastContract,
  lotAt,
  MAY_NAME,
  nameInTable,
  rowLots,
  type TrancheName,
  trancheNames,
} from '../commun/index.ts';
import { inColumns } from './colonnes.ts';
import { type Amount, DEALINGS, type Entry, LATER, named, OBJECT, PRICE, placed } from './entree.ts';
import { announcedOver, enumerated } from './enumerees.ts';
import { amountIn, amountOf } from './montants.ts';
import { BARE_ONCE, isOneOfThem, namesIn } from './natures.ts';
import { ACTS, isPutOff, objectIn } from './objet.ts';
import { IN_BRACKETS_ONCE, inBrackets } from './parentheses.ts';
import { asPredicates } from './sujet.ts';

/** Part of a passage, in its folded text. */
export interface Slice {
  readonly passage: Passage;
  readonly from: number;
  readonly to: number;
}

const DEFINES =
  /^(?: ?\(t[foc]\))?(?: ?,? (?:d'une duree )?d(?:e |')[a-z0-9() -]{1,24}(?:mois|ans?|semaines|jours),?)? ?,? ?(?:(?:est )?(?:relative|dediee|consacree)|comprend|comprenant|comporte|porte(?:ra)? sur|portant sur|concern(?:e|ant)|correspond(?:ant)?|(?:a|ayant) pour objet|dont l'objet (?:est|porte)|consist(?:e|ant)|couvr(?:e|ant)|vise|prevoit|inclut|regroupe|est (?:constituee|composee) )/;
const VERB =
  /^ ?(?:(?:est|sont|sera|seront|etait|peut|peuvent|pourra|doit|devra|fait|fera|donne|ne|se|dure|durera|debute|demarre|commence|prend|intervient|affermie|non|qui|et|ou|a ete|devient|reste)\b|n'|s')/;
const EDGE =
  /(?:^|[;:.•,?]|\n| - |\bet|\bpuis|\bsoit|\bd'autre part|\bd'une part|\b(?:se compos|est compos|constitu|form|compren|comport|divis|decompos|repart)[a-z]*(?: en)?)[\s,]*(?:[-*•☐☑☒□■➢(] ?)*(?:(?:\d{1,2}|[a-h]) ?[).°-]+ ?)?(?:la |l'|une |1 |d'une |de la )?$/;

/** What goes on with a definition; « (TF) » is but a name. */
const OPENS = /^ ?(?:\((?!t[foc]\))|[:=] |- )/;

const DOES = new RegExp(`^(?: ?\\(t[foc] ?\\d?\\))?,? ?${ACTS}`);
/** « , d'un montant de 300 000 € HT, porte sur la toiture »: its price, between commas, before what defines it. */
const ASIDE = /^ ?, [^.;:]{3,80}?, (?=[a-z])/;
const afterPrice = (after: string): string => {
  const [aside] = ASIDE.exec(after) ?? [];
  return aside && amountIn(aside)?.kind === 'precise' ? ` ${after.slice(aside.length)}` : after;
};
const isDefinition = (after: string): boolean => {
  const said = afterPrice(after);
  return DEFINES.test(said) || DOES.test(said) || isPutOff(said);
};

/** « trois tranches : la tranche ferme, le bâtiment A, et la tranche optionnelle, le bâtiment B » */
const COUNTED = /\btranches\b[^.;:]{0,60}: /;
const isSetBeside = (folded: string, { from, to }: TrancheName): boolean =>
  COUNTED.test(folded.slice(0, from)) && /^ ?, (?:l[ae]s? |l'|une? |des )/.test(folded.slice(to));

/** « la tranche optionnelle n° 1 (vestiaires, 40 000 € HT) »: what it holds and its price, wherever it stands. */
function isPricedInBrackets(after: string): boolean {
  const [, inside] = /^ ?\(([^()]{3,140})\)/.exec(after) ?? [];
  return inside !== undefined && amountIn(inside)?.kind === 'precise' && objectIn(inside) !== undefined;
}

/** « Tranche ferme : 24 heures »: hours of insertion, shared out between tranches that are defined elsewhere. */
const IN_HOURS = /^ ?[:=-] ?\d[\d ]* ?(?:heures?|h)(?: d'insertion)? ?(?:$|[-;,.\n])/;

/** True when the name at that place of a paragraph or item begins what defines the tranche. */
function defines(passage: Passage, name: TrancheName): boolean {
  if (name.plural) return false;
  const { folded } = passage;
  const after = folded.slice(name.to, name.to + 160);
  if (IN_HOURS.test(after)) return false;
  if (isPricedInBrackets(after) || isOneOfThem(folded, name)) return true;
  const lead = EDGE.exec(before(folded, name.from, 40));
  const isLine = beginsLine(passage, name.from);
  const one = /(?:^|[^a-z])(?:une|1|d'une) $/.test(before(folded, name.from, 8));
  if (!lead && !one && !isLine) return false;
  if (isDefinition(after) || OPENS.test(after) || (lead && isSetBeside(folded, name))) return true;
  if (!isLine && !/^[^a-z]*(?:une )?$/.test(folded.slice(0, name.from))) return false;
  if (one) return passage.kind === 'item' && /^ ?, /.test(after);
  if (passage.kind === 'item' || passage.content.bold > 0) return !VERB.test(after);
  return /^ ?,|^ ?[.:]?$/.test(after);
}

/** What is left of a definition whose verb has been said: « , la tranche optionnelle 2 sur celui du quai », « ; la seconde, les abords ». */
const GAPPED =
  /^ ?(?:\(t[foc] ?\d?\) ?)?(?:, (?:dont|qui|que|si|non|elle|le cas echeant)(?: |')?[^,;.:]{0,80}, ?|, ?)?(?:(?:sur|a|aux?|de|en|pour) )?(?:l[ae]s? |l'|cel(?:ui|les?) |ceux |une? |des? |du |d')/;

/** True when the name goes on with the verb of the one before: nothing is said twice. */
function goesOn(passage: Passage, name: TrancheName, last: TrancheName | undefined): boolean {
  if (!last || name.plural) return false;
  const { folded } = passage;
  return (
    isDefinition(folded.slice(last.to, last.to + 90)) &&
    !/[.:] /.test(folded.slice(last.to, name.from)) &&
    EDGE.test(before(folded, name.from, 40)) &&
    GAPPED.test(folded.slice(name.to))
  );
}

/** The tranches that a paragraph or item defines, one after the other. */
function defined(passage: Passage): TrancheName[] {
  let verb: TrancheName | undefined;
  return namesIn(passage).filter((name) => {
    if (goesOn(passage, name, verb)) return true;
    verb = defines(passage, name) ? name : undefined;
    return verb !== undefined;
  });
}

/** Folded index where the words that name the next tranche begin, its article and bullet included. */
const beginning = (passage: Passage, name: TrancheName): number => {
  const lead = /(?:\bet |\bpuis |- |\d{1,2}[).] ?)?(?:la |une |d'une |1 )?$/.exec(passage.folded.slice(0, name.from));
  return name.from - (lead?.[0].length ?? 0);
};

/**
 * Where the words of the last tranche of a passage end: with its line, where lines set tranches out one by one, « Tranche
 * optionnelle : ……… € » over « Le candidat joint un mémoire ».
 */
function endOfLine(passage: Passage, name: TrancheName): number {
  const { folded, draft, kind } = passage;
  const others = passage.read(trancheNames).filter((n) => n.to <= name.from && beginsLine(passage, n.from));
  if (kind !== 'paragraph' || others.length === 0 || !beginsLine(passage, name.from)) return folded.length;
  const from = passage.at(name).start;
  const rest = draft.slice({ start: from, end: passage.span.end });
  const stop = rest.search(/\n[ \t>]*\p{Lu}/u);
  if (stop < 0) return folded.length;
  let to = name.to;
  while (to < folded.length && passage.at({ from: to, to }).start < from + stop) to++;
  return to;
}

const whole = (passage: Passage): Slice => ({ passage, from: 0, to: passage.folded.length });

/** Items below a list item, and the paragraphs that go on with it. */
function below(passage: Passage): readonly Passage[] {
  const { list, draft, items } = passage;
  if (!list) return items;
  const more = draft.passages.filter(
    (p) =>
      p.block === passage.block && p.kind === 'paragraph' && p.list?.list === list.list && p.list.index === list.index,
  );
  return [...more, ...items];
}

/** The head of a column that counts what its row gives the price of. */
const COUNTS = /^[^a-z]*(?:nombre|quantites?|qte|nb|unites?)[^a-z]*$/;

/** A cell among rows of several columns tells a phase or a step, and not what the whole is. */
const isRowOfMany = ({ table }: Passage): boolean =>
  (table?.rows.length ?? 0) > 1 && (table?.header.cells.length ?? 0) > 2;

function readSlices(piece: Piece, slices: readonly Slice[]): Pick<Entry, 'object' | 'amount'> {
  let object: Entry['object'];
  let amount: Amount | undefined;
  for (const { passage, from, to } of slices) {
    const text = passage.folded.slice(from, to);
    const words = object ? undefined : objectIn(text);
    if (words)
      object = {
        at: passage.at({ from: from + words.from, to: from + words.to }),
        text: text.slice(words.from, words.to),
        ...(isRowOfMany(passage) && { ofPart: true }),
      };
    if (amount && amount.kind === 'precise') continue;
    const read = amountIn(text);
    if (read && (!amount || read.kind === 'precise')) amount = placed(piece, passage, read, from);
  }
  return { object, amount };
}

/** True for a tranche of a contract of before. */
function isTold({ sentences }: Passage, { from }: TrancheName): boolean {
  const sentence = sentences.findLast(({ phrase }) => phrase.from <= from);
  return sentence !== undefined && isOfPastContract(sentence);
}

/** Tranches that begin an item, or follow one another in a paragraph. */
function* inProse(piece: Piece, passage: Passage): Generator<Entry> {
  const names = defined(passage).filter((name) => !isTold(passage, name));
  for (const [i, name] of names.entries()) {
    const next = names[i + 1];
    const end = next ? beginning(passage, next) : endOfLine(passage, name);
    const own: Slice = { passage, from: name.to, to: end };
    const sole = names.length === 1;
    const rest = sole ? below(passage).filter((p) => trancheNames(p.folded).length === 0) : [];
    const to = name.to + passage.folded.slice(name.to, end).replace(/[\s;,.]+$/, '').length;
    yield {
      name,
      passage,
      lot: lotAt(passage),
      container: passage.list ? `${passage.block.index}:${passage.list.list}` : passage.section,
      section: passage.section,
      at: passage.at(name),
      whole: passage.at({ from: sole && passage.kind === 'item' ? 0 : name.from, to }),
      ...readSlices(piece, [own, ...rest.map(whole)]),
    };
  }
}

/** « Le montant des marchés à passer est estimé à … »: what the tranche prepares, and not what it is paid. */
const OF_OTHERS = fr`(?:marchés?|contrats?) (?:à (?:passer|venir|conclure|lancer|préparer)|futurs?)|(?:futurs?|prochains?) (?:marchés?|contrats?)`;

/** « Tranche optionnelle 1 – Reprise des données », « Reprise des données (tranche optionnelle) » as headings. */
function* inHeading(piece: Piece, passage: Passage): Generator<Entry> {
  const names = trancheNames(passage.folded).filter((n) => !n.plural);
  const [name] = names;
  if (!name || names.length > 1) return;
  // Its number left out.
  const start = passage.folded.indexOf(passage.section.title);
  const lead = passage.folded.slice(start, name.from);
  const begins = /^(?:annexe )?[^a-z]*(?:[a-h][^a-z]+)?(?:lot (?:n ?° ?)?\w{1,2} ?[-:] ?)?(?:la )?$/.test(lead);
  const trails = /[(-] ?$/.test(lead) && /^\)?\.? ?$/.test(passage.folded.slice(name.to));
  if (!begins && !trails) return;
  const { section } = passage;
  if (section.parent?.under(LATER)) return;
  const own: Slice = begins
    ? { passage, from: name.to, to: passage.folded.length }
    : { passage, from: start, to: name.from };
  const inside = section.passages.filter((p) => !p.isTitle && p.cell?.row !== 0 && !p.has(OF_OTHERS)).map(whole);
  const { object, amount } = readSlices(piece, [own, ...inside]);
  yield {
    name,
    passage,
    lot: lotAt(passage),
    container: section.parent ?? section,
    section: section.parent ?? section,
    at: passage.at(name),
    whole: passage.span,
    object: object && isOfStep(section, object.at) ? { ...object, ofPart: true } : object,
    amount,
  };
}

/** « Le titulaire mène huit entretiens » under « 2.1.1 Recueil des besoins », in a tranche: what one of its steps does. */
const isOfStep = ({ children }: Section, at: Span): boolean =>
  children.some((c) => !OF_ITS_OBJECT.test(c.title) && contains(c.span, at));
const OF_ITS_OBJECT = /^(?:objets?|contenu|consistance|definition|description|perimetre)(?![a-z])/;

const ABOUT = /\btranches?\b/;
const NAMES_ONE = /^\W*tranche\b/;
const KIND_COLUMN = /\b(?:nature|type|statut|caractere)\b/;
const NATURE = /\b(?<nature>ferme|optionnelle|conditionnelle)/;

/** True for a table that its headers, its first column, its lead or its section give to tranches. */
const isAbout = (table: Table): boolean =>
  table.header.cells.some((c) => c.has(ABOUT)) ||
  table.rows.some((r) => r.cells[0]?.has(NAMES_ONE)) ||
  table.lead?.has(ABOUT) === true ||
  table.section.under(ABOUT) ||
  tellsNatures(table);

/** « | T1 | Salles | optionnelle | »: a column gives each row its nature, in a piece that has tranches. */
function tellsNatures(table: Table): boolean {
  const column = table.column(KIND_COLUMN);
  const cells = table.rows.flatMap(({ cells }) => cells.filter((c) => c.cell?.column === column));
  const isNature = (cell: Passage) => /^[^a-z]*(?:ferme|optionnelle|conditionnelle)\b/.test(cell.folded);
  return (
    cells.length > 1 &&
    cells.every(isNature) &&
    table.header.cells[0]?.draft.passages.some((p) => p.has(ABOUT)) === true
  );
}

/**
 * True for a table of what is done with tranches that are set out elsewhere: its columns tell conditions, deliverables
 * or payments, and none an object or a price.
 */
function dealsWith({ header: { cells } }: Table): boolean {
  return (
    cells.some((c) => DEALINGS.test(c.folded) && !LATER.test(c.folded)) &&
    !cells.some(
      (c) => !DEALINGS.test(c.folded) && !LATER.test(c.folded) && (OBJECT.test(c.folded) || PRICE.test(c.folded)),
    )
  );
}

/** Rows of a table of tranches. */
function inRows(piece: Piece, table: Table): readonly Entry[] {
  const about = isAbout(table);
  const nature = table.column(KIND_COLUMN);
  // A table without headers begins with a tranche, and goes on with one.
  const begins = ({ cells: [cell] }: Row) => cell !== undefined && named(cell) !== undefined;
  const headless = begins(table.header) && table.rows.some(begins);
  const found: Entry[] = [];
  for (const row of headless ? [table.header, ...table.rows] : table.rows) {
    const kind = row.cells[nature]?.find(NATURE)?.groups.nature;
    let name: TrancheName | undefined;
    const key = row.cells.slice(0, 3).find((c) => {
      name = about ? nameInTable(c.folded, kind ?? natureOver(table, c)) : named(c);
      return name !== undefined;
    });
    if (!key || !name) continue;
    // A sentence that begins with a tranche is prose in a cell, and no row of its own.
    const after = key.folded.slice(name.to);
    if (key.sentences.length > 1 || DEFINES.test(after) || VERB.test(after)) continue;
    found.push({ name, passage: key, ...readRow(piece, table, row, key, name) });
  }
  if (sharesOut(found)) return [];
  return isDetail(found) ? found.map((e) => ({ ...e, container: e.passage, object: undefined })) : found;
}

/** « Tranche optionnelle » over the numbers of its rows. */
const natureOver = (table: Table, cell: Passage): string | undefined => {
  const head = table.headerOf(cell);
  return head?.has(NAMES_ONE) && /^\W*\d{1,2}\W*$/.test(cell.folded) ? head.find(NATURE)?.groups.nature : undefined;
};

const isAgain = (entries: readonly Entry[], { name, lot }: Entry, i: number): boolean =>
  entries.some(
    (o, j) => j < i && o.name.nature === name.nature && o.name.number === name.number && o.lot === lot && name.number,
  );

/** « | TO 1 | Essais | forfait | / | TO 1 | Rapport | forfait | »: what each is made of, row by row; not how many there are, nor their objects. */
const isDetail = (entries: readonly Entry[]): boolean => entries.some((e, i) => isAgain(entries, e, i));

/** « | École | 120 m² | TF | » over several rows: a table of something else, shared out among tranches set out elsewhere. */
const sharesOut = (entries: readonly Entry[]): boolean =>
  entries.some(
    ({ name, passage, lot }, i) =>
      passage.cell?.column !== 0 &&
      entries.some((o, j) => j < i && o.name.nature === name.nature && o.name.number === name.number && o.lot === lot),
  );

/** The amount of a row with what one more cell says of it: « sur devis | sans objet | sans objet » stays on quotation. */
function amountWith(before: Entry['amount'], piece: Piece, cell: Passage): Entry['amount'] {
  const read = before?.kind === 'precise' || (before && isBlank(cell.folded)) ? undefined : amountOf(cell);
  return read ? placed(piece, cell, read) : before;
}

function readRow(
  piece: Piece,
  table: Table,
  row: Row,
  key: Passage,
  name: TrancheName,
): Omit<Entry, 'name' | 'passage'> {
  const rest = { passage: key, from: name.to, to: key.folded.length };
  const others = row.cells.filter((c) => c !== key);
  const head = (c: Passage) => table.headerOf(c)?.folded ?? '';
  const objects = others.filter((c) => !PRICE.test(head(c)) && !LATER.test(head(c)) && !DEALINGS.test(head(c)));
  const stated = objects.filter((c) => OBJECT.test(head(c)) && !isBlank(c.folded));
  let { object, amount } = readSlices(piece, [rest, ...(stated.length > 0 ? stated : objects).map(whole)]);
  // A short word in the column of objects is an object all the same.
  const [first] = stated;
  if (!object && first && /[a-z]{3}/.test(first.folded) && !amountIn(first.folded) && !isPutOff(first.folded))
    object = { at: first.span, text: first.folded.trim() };
  const prices = others.filter((c) => PRICE.test(head(c)) && !LATER.test(head(c)) && !DEALINGS.test(head(c)));
  const wholes = prices.filter((c) => !table.headerOf(c)?.has(BY_TIME));
  for (const cell of wholes.length > 0 ? wholes : prices) amount = amountWith(amount, piece, cell);
  // « Tranche optionnelle 1 – sprint | 6 »: what a schedule of prices counts by, and no object.
  if (object && !/[a-z]{3}[^a-z]+[a-z]{2}/.test(object.text) && table.header.cells.some((c) => COUNTS.test(c.folded)))
    object = undefined;
  const last = [...row.cells].reverse().find((c) => c.folded.trim() !== '') ?? key;
  return {
    // « | Lot | Tranche | » gives each row its lot.
    lot: rowLots(key)[0] ?? lotAt(key),
    container: table,
    section: table.section,
    at: key.at(name),
    whole: cover(key.span, last.span),
    object,
    amount,
  };
}

/**
 * « tranche ferme : six mois », « tranche ferme : 100 € par jour de retard »: a list of delays or penalties by tranche
 * says what is done with tranches that are set out elsewhere. A bare name, a price or a blank does set one out.
 */
function setsOut(entry: Entry): boolean {
  if (entry.object || entry.amount) return true;
  const { passage, name, container } = entry;
  if (passage.table && container === passage.table)
    return passage.table.header.cells.some(
      (c) => (OBJECT.test(c.folded) || PRICE.test(c.folded)) && !LATER.test(c.folded),
    );
  const headed = passage.isTitle;
  const rest = headed ? (passage.section.own[1]?.folded ?? '') : passage.folded.slice(name.to);
  const [first = ''] = rest.split(/;|(?<=[a-z]{2})\. /);
  return isBlank(first.replace(/^[\s:.,()-]*(?:objet|contenu)?/, ''));
}

/** What stands in brackets after a thing, or is enumerated. */
const aside = (piece: Piece, passage: Passage): readonly Entry[] => [
  ...(passage.has(IN_BRACKETS_ONCE) ? inBrackets(piece, passage) : []),
  ...enumerated(piece, passage),
  ...announcedOver(piece, passage),
];

/** Two readings of one passage: what the first lists is not listed again. */
const together = (told: readonly Entry[], others: readonly Entry[]): readonly Entry[] => [
  ...told,
  ...others.filter((e) => !told.some((t) => t.at.start === e.at.start)),
];

/** What a passage that is no cell lists. */
function inPassage(piece: Piece, passage: Passage): readonly Entry[] {
  if (passage.isTitle) return [...inHeading(piece, passage)];
  return together([...asPredicates(piece, passage), ...aside(piece, passage)], [...inProse(piece, passage)]);
}

/** What a table lists: by rows, else by columns, else in the words of a cell. */
function inTable(piece: Piece, table: Table): readonly Entry[] {
  if (dealsWith(table)) return [];
  const rows = inRows(piece, table);
  const found = rows.length > 0 ? rows : [...inColumns(piece, table)];
  if (found.length > 0) return found;
  // A bare « TF » at the end of a row gives the row to a tranche that is set out elsewhere.
  return table.rows
    .flatMap(({ cells }) => cells.filter((cell) => cell.has(NAMING)))
    .flatMap((cell) => together(aside(piece, cell), [...inProse(piece, cell)]))
    .filter((e) => e.object || e.amount);
}

const NAMING = new RegExp(`${MAY_NAME.source}|${BARE_ONCE.source}`);

/** Every place of a piece that lists a tranche, in order. */
export function trancheEntries(piece: Piece): Entry[] {
  const { draft } = piece;
  const tables = new Set(draft.passagesWith(trancheNames).map((p) => p.table));
  return [
    ...draft.passagesWith(NAMING).flatMap((p) => (p.cell ? [] : inPassage(piece, p))),
    ...draft.tables.filter((t) => tables.has(t) || isAbout(t)).flatMap((t) => inTable(piece, t)),
  ]
    .filter(setsOut)
    .sort((a, b) => a.at.start - b.at.start);
}
