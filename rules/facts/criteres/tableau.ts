import type { Passage, Row, Table } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import { has } from '../../kit/text.ts';
import { critereAt, type OpenCritere, type OpenGrille, openGrille } from './arbre.ts';
import { listsByLot } from './cellules.ts';
import {
  announcesCriteria,
  isRanked,
  isSubsequent,
  lotsOf,
  namesCriteria,
  OF_EXECUTION,
  type Zone,
  zoneOf,
} from './contexte.ts';
import { type Line, readLine, readParts } from './ligne.ts';
import { isWhole, weightsIn } from './poids-ecrits.ts';
import { subjectsOf } from './sujet.ts';
import {
  type Columns,
  cellAt,
  columnsOf,
  HOLE_CELL,
  LOT_HEADER,
  lotAbove,
  lotBeside,
  NAME_HEADER,
  numberBeside,
  SUB_HEADER,
  WEIGHT_HEADER,
  type WeightColumn,
  weightOfCell,
  wordsAt,
} from './tableau-colonnes.ts';

const ORDER_HEADER = /^(?:rang|ordre|priorite)/;
const TOTAL = /^(?:sous-?)?(?:note )?tot(?:al|aux)|^ensemble\b|^somme\b|^note (?:globale|finale)/;
const SUB_ROW = /^(?:- ?[a-z]|dont\b|sous[- ]?criteres?\b|[↳→]|o [a-z])/;
const NUMBER = /^\d{1,2}(?:[.-]\d{1,2}(?!\d| ?%)|[a-h] ?[.):-])/;
const LETTER = /^(?:critere )?([a-z]) ?[.):-]/;
const LETTERED = /^(?:sous-?\s?critere )?([a-z])[.-]?\d{1,2}(?![\da-z%])/;
const NO_WEIGHT = /^(?:sans objet|so|n\/?a|neant|-)$/;

/** True when the header says nothing: the first criterion stands in it. */
const isHeaderless = (table: Table): boolean =>
  table.header.cells.some(
    ({ folded }) =>
      weightsIn(folded).length > 0 &&
      (/^\D?\d/.test(folded) || !has(folded, WEIGHT_HEADER)) &&
      !/^[^\d]*%/.test(folded),
  ) && !table.header.cells.some((c) => has(c.folded, NAME_HEADER));

const MEANING = fr`significations?|appréciations?|sens|interprétations?|niveaux?|degrés?|échelons?|paliers?|réponses?|constats?|situations?|mentions?`;
const SCALE_LEAD = fr`échelles?|graduations?|paliers?|échelons?|(?:notée?s?|notes?|notation|cotée?s?|points|va|vont|allant|comprises?) (?:[a-z]+ ){0,2}(?:de|entre) \d{1,3} (?:à|et) \d{1,3}`;

/** « 0 : non traité ; 1 : partiel… »: the marks that an answer may get. No criterion weighs nothing, and none is a rung above the last. */
function isScale(rows: readonly Row[], { name, weights }: Columns, nameHead: string, lead: string): boolean {
  const [marks, second] = weights;
  if (!marks || second || rows.length < 2) return false;
  const values = rows.flatMap((r) => weightOfCell(cellAt(r, marks.column), marks.unit)?.value ?? []);
  const subjects = rows.map((r) => subjectsOf(wordsAt(r, name)));
  if (values.length < rows.length || subjects.some((s) => s.includes('prix'))) return false;
  const steps = values.slice(1).map((v, i) => v - (values[i] as number));
  if (!(steps.every((d) => d > 0) || steps.every((d) => d < 0))) return false;
  if (values.includes(0)) return true;
  const known = subjects.filter((s) => !s.includes('autre')).length;
  return known * 2 <= rows.length && !announcesCriteria(lead) && (has(nameHead, MEANING) || has(lead, SCALE_LEAD));
}

/** Headers of a table by which offers are judged, whatever they are called: « Élément noté », « Ce qui compte ». */
const JUDGING_HEAD = fr`notée?s?|notons|noter|notations?|jug(?:é|ée|és|ées|eons|er|ement)|apprécié?e?s?|appréciation|compte(?:nt|ra|ront)?|départag[a-zé]*|éléments? (?:de |d')(?:jugement|choix|appréciation|attribution|notation|comparaison)|critères?`;
const MARKS = fr`points?|pts|barèmes?|(?<=\| )sur(?= \||$)`;
/** Parts of a price, of a payment or of a formula. */
const OF_PRICE = fr`révisions?|ind(?:ice|ices|ex|exation)|paiements?|acomptes?|avances?|échéanc[a-zé]+|factur[a-zé]+|pénalités?|salaires?|part fixe|retenues?|tva|quantités?|montants? ht|unités?`;

/**
 * True when a table without a word on criteria shows what offers are judged by: marks beside a price and other things. Where its headers
 * speak of notes, that is enough; else they make a hundred.
 */
function weighsOffers(rows: readonly Row[], { name, weights }: Columns, heads: string): boolean {
  const [marks, second] = weights;
  const own = rows.filter((r) => !TOTAL.test(wordsAt(r, name)));
  if (!marks || second || has(heads, OF_PRICE)) return false;
  const values = own.flatMap((r) => weightOfCell(cellAt(r, marks.column), marks.unit)?.value ?? []);
  const subjects = own.map((r) => subjectsOf(wordsAt(r, name)));
  const isPriced = subjects.some((s) => s.includes('prix') || s.includes('cout-global'));
  const sum = values.reduce((t, v) => t + v, 0);
  const judges = has(heads, JUDGING_HEAD);
  if (own.length === 1) return judges && isWhole(sum);
  if (!isPriced || values.length * 2 < own.length) return false;
  const others = subjects.filter((s) => !s.includes('prix') && !s.includes('cout-global') && !s.includes('autre'));
  // « Volet | Points »: nothing else is shared out in points.
  const isKnown = others.length > 0 || has(heads, MARKS);
  return judges || (isWhole(sum) && values.length === own.length && isKnown);
}

/** What a table read as criteria gives: grids, one for each set of lots, or sub-criteria whose parent stands elsewhere. */
export interface TableReading {
  readonly table: Table;
  readonly grilles: readonly OpenGrille[];
  /** True when the table only lists sub-criteria. */
  readonly subOnly: boolean;
}

/** A table, with what tells whether its rows are criteria of award. */
interface Candidate {
  readonly table: Table;
  readonly zone: Zone;
  readonly columns: Columns;
  /** Its headers, and the words that lead to it. */
  readonly heads: string;
  readonly lead: string;
  /** The header of the column of names, and whether it names criteria. */
  readonly nameHead: string;
  readonly named: boolean;
  readonly announced: boolean;
  /** It shows by its rows alone that it weighs offers. */
  readonly shown: boolean;
}

function candidateOf(table: Table): Candidate | undefined {
  if (table.rows.length === 0) return undefined;
  const zone = zoneOf(table.section);
  const heads = table.header.cells.map((c) => c.folded).join(' | ');
  const lead = table.lead?.folded ?? '';
  if (table.section.under(OF_EXECUTION) || (zone !== 'award' && has(heads, OF_EXECUTION))) return undefined;
  const isNamed = table.header.cells.some((c) => c.has(fr`critères?`) || c.has(SUB_HEADER));
  const isAnnounced = isNamed || zone === 'award' || table.lead?.read(announcesCriteria);
  if (!isAnnounced && !table.rows.some((r) => r.cells.some((c) => /^\D{0,3}\d/.test(c.folded)))) return undefined;
  const columns = columnsOf(table);
  if (!columns) return undefined;
  const shown = zone !== 'elsewhere' && weighsOffers(table.rows, columns, heads);
  if (!isAnnounced && !shown) return undefined;
  const nameHead = table.header.cells.find((c) => c.cell?.column === columns.name)?.folded ?? '';
  const named = has(nameHead, fr`critères?`) || has(nameHead, SUB_HEADER);
  return { table, zone, columns, heads, lead, nameHead, named, announced: announcesCriteria(lead), shown };
}

/** By where it stands and what leads to it: a table on candidates is none, and something must tell that it is on the award. */
function isOnAward({ zone, lead, named, announced, shown }: Candidate): boolean {
  if (zone === 'candidature' || (/candidat/.test(lead) && !announced && zone !== 'award')) return false;
  if (/candidature/.test(lead) && !/offre/.test(lead)) return false;
  return named || announced || zone === 'award' || shown;
}

/** By its headers: requirements, lots, the rungs of a scale. */
function isOfOthers({ table, columns, heads, lead, nameHead, named, shown }: Candidate): boolean {
  // « Indicateur | Cible | Fréquence »: shares that are to be reached.
  const isWeighed = columns.weights.length > 0 && (named || namesCriteria(lead) || !TARGETS.test(heads));
  if (REQUIREMENTS.test(heads) && !isWeighed) return true;
  const isOfLots = table.header.cells.some((c) => LOT_HEADER.test(c.folded.trim()));
  if (isOfLots && !has(heads, fr`(?:sous[- ]?)?critères?|pondérations?|poids`) && !has(lead, fr`critères?`))
    return true;
  if (!named && QUANTITIES.test(heads) && PRICES.test(heads)) return true;
  // « Note | Appréciation »: the rungs of a scale.
  return !named && !shown && /\b(?:note|appreciation)\b/.test(nameHead);
}
/** « Prestation | Quantité | Prix unitaire »: a schedule of prices, by which offers are compared. */
const QUANTITIES = /\b(?:quantites?|qte|unites?)\b/;
const PRICES = /\b(?:prix|montants?|p\.?u\.?)(?![a-z])/;
const TARGETS = /(?:seuil|indicateur|objectif|cible)/;
const REQUIREMENTS = /(?:seuil|niveau|tolerance|flexibilite|indicateur|objectif|cible|penalite)/;

/** The grid that a column of weights makes of the rows; undefined where it makes none. */
function grilleOf(
  { table, zone, columns, named, announced }: Candidate,
  rows: readonly Row[],
  only: number | undefined,
): OpenGrille | undefined {
  const grille = readRows(table, rows, columns, only);
  const weighted = grille.criteria.some((c) => c.weight ?? c.hole ?? c.maybe);
  if (grille.criteria.length === 0 || !(weighted || (named && (announced || zone === 'award')))) return undefined;
  // « Critère | Montant » under penalties: only a price makes it a grid there.
  const foreign = zone === 'elsewhere' && !announced && !grille.criteria.some((c) => c.subjects.includes('prix'));
  return foreign ? undefined : grille;
}

/** Reads a table as award criteria; undefined when it is something else. */
export function readTable(table: Table): TableReading | undefined {
  const candidate = candidateOf(table);
  if (!candidate || !isOnAward(candidate) || isOfOthers(candidate) || listsByLot(table)) return undefined;
  const { columns, lead, nameHead, named } = candidate;
  const rows = isHeaderless(table) ? [table.header, ...table.rows] : table.rows;
  if (isScale(rows, columns, named ? '' : nameHead, named ? '' : lead)) return undefined;
  const perLot = columns.weights.filter((w) => w.lots.length > 0);
  const sets = perLot.length > 1 || (perLot.length === 1 && columns.weights.length === 1) ? perLot : [undefined];
  const grilles = sets.flatMap((set) => {
    const grille = grilleOf(candidate, rows, set?.column);
    if (grille) grille.lots = set ? set.lots : lotsOf(table.section, lead);
    return grille ?? [];
  });
  // « Sous-critère (en part du critère) » names no criterion.
  const others = nameHead.replace(/\([^()]*\)|sous[- ]?criteres?/g, '');
  const subOnly = has(nameHead, SUB_HEADER) && !has(others, fr`critères?`);
  return grilles.length > 0 ? { table, grilles, subOnly } : undefined;
}

/** The rows of one criterion: its own, then those of its sub-criteria. */
interface Group {
  readonly head: Row;
  readonly own: OpenCritere;
  readonly under: Row[];
}

/** The column that weighs the criteria: that of a lot, the one that weighs no sub-criteria, the only one. */
function mainOf({ weights }: Columns, only: number | undefined): WeightColumn | undefined {
  if (only !== undefined) return weights.find((w) => w.column === only);
  return weights.find((w) => !w.sub) ?? (weights.length === 1 ? weights[0] : undefined);
}

const isTotal = (row: Row): boolean => TOTAL.test(row.cells.map((c) => c.folded.trim()).find((w) => w !== '') ?? '');

/** Rows in bold are criteria where some are and some are not, the first to begin with. */
function boldRows(rows: readonly Row[], name: number): ReadonlySet<Row> | undefined {
  const bold = new Set(rows.filter((r) => (cellAt(r, name)?.content.bold ?? 0) > 0));
  return rows[0] && bold.has(rows[0]) && bold.size > 1 && bold.size < rows.length ? bold : undefined;
}

/** « Apprécié au regard de… », in a row of its own: what is looked at, and no criterion. */
const DEFINES =
  /^(?:(?:appreci|evalu|jug|analys|examin|mesur)ee?s?|notees?) (?:au (?:regard|vu|moyen)|sur|selon|d'apres|a partir|en fonction|par|notamment|compte tenu)(?![a-z])/;

const isDefinition = (row: Row, { name, weights }: Columns): boolean =>
  DEFINES.test(wordsAt(row, name)) && weights.every((w) => weightIn(row, w) === undefined);

/** The criteria that rows give, each with those of its sub-criteria. */
function groupsOf(table: Table, rows: readonly Row[], columns: Columns): Group[] {
  const { name, sub } = columns;
  const numberOf = (row: Row): string | undefined => numberBeside(table, row, columns);
  const groups: Group[] = [];
  const bold = boldRows(rows, name);
  const isUnder = (row: Row, words: string, { head }: Group): boolean => {
    if (words === '' || isDefinition(row, columns)) return true;
    if (sub >= 0) return words === wordsAt(head, name);
    if (numberOf(row)?.startsWith(`${numberOf(head)}.`)) return true;
    return SUB_ROW.test(words) || isNumberedUnder(words, wordsAt(head, name)) || (bold !== undefined && !bold.has(row));
  };
  let lot: string | undefined;
  let lotOfLast: string | undefined;
  for (const row of rows.filter((r) => !isTotal(r))) {
    const above = lotAbove(row);
    lot = above ?? lotBeside(table, row) ?? lot;
    if (above) continue;
    const cell = cellAt(row, name);
    const words = cell?.folded.trim() ?? '';
    const last = groups.at(-1);
    if (last && lot === lotOfLast && isUnder(row, words, last)) {
      last.under.push(row);
      continue;
    }
    const line = cell && words !== '' ? readLine(cell.folded) : undefined;
    if (!cell || !line) continue;
    const own = rowCritere(cell, line, row, numberOf(row));
    own.lot ??= lot;
    lotOfLast = lot;
    groups.push({ head: row, own, under: [] });
  }
  return groups;
}

const rowCritere = (cell: Passage, line: Line, row: Row, number: string | undefined): OpenCritere => {
  const own = critereAt(cell, line);
  return Object.assign(own, { line: row.span, number: own.number ?? number });
};

/** What the weights are to make: by the last row of a total that is filled, else by the header. */
function totalOf(table: Table, rows: readonly Row[], main: WeightColumn | undefined): OpenGrille['total'] {
  if (!main) return undefined;
  const value = rows
    .filter(isTotal)
    .flatMap((row) => weightOfCell(cellAt(row, main.column), main.unit) ?? [])
    .at(-1);
  return value ? { value: value.value, at: value.at } : scaleOf(table, main.column);
}

function readRows(table: Table, rows: readonly Row[], columns: Columns, only: number | undefined): OpenGrille {
  const main = mainOf(columns, only);
  const groups = groupsOf(table, rows, columns).filter((g) => only === undefined || isWeighed(g, main));
  const words = table.lead?.folded ?? '';
  return openGrille(
    'table',
    groups.map((g) => finish(g, columns, main)),
    {
      at: table.span,
      announce: table.lead?.span,
      table,
      total: totalOf(table, rows, main),
      ranked: isRanked(words) || table.header.cells.some((c) => ORDER_HEADER.test(c.folded.trim())),
      subsequent: isSubsequent(table.section, words),
      words,
    },
  );
}

/** « Sur 20 », « Points (/ 50) » over the weights: what they are to make, where it is no hundred. */
function scaleOf(table: Table, column: number): OpenGrille['total'] {
  const head = table.header.cells.find((c) => c.cell?.column === column);
  const scale = head && /(?:\bsur|\/) ?(\d{2,4})(?!\d)/.exec(head.folded)?.[1];
  return scale && scale !== '100' ? { value: Number(scale), at: head.span } : undefined;
}

/** « 1.1 » after « 1. », « B1 » after « B. », and not after « 1.0 » or a name without number. */
const isNumberedUnder = (words: string, head: string): boolean => {
  const letter = LETTERED.exec(words)?.[1];
  return letter ? LETTER.exec(head)?.[1] === letter : NUMBER.test(words) && !NUMBER.test(head);
};

/** In a grid by lots, an empty cell means that the criterion is not used for the lot. */
const isWeighed = ({ head, own }: Group, main: WeightColumn | undefined): boolean =>
  own.weight !== undefined ||
  !main ||
  !(wordsAt(head, main.column) === '' || NO_WEIGHT.test(wordsAt(head, main.column)));

/** The sub-criteria of a criterion, with the rows that they take up alone. */
interface Children {
  readonly list: OpenCritere[];
  readonly byRow: Map<Row, OpenCritere>;
}

const weightIn = (row: Row, w: WeightColumn | undefined) => w && weightOfCell(cellAt(row, w.column), w.unit);

/** The column that weighs sub-criteria. A column for each lot weighs criteria and sub-criteria of that lot. */
const subWeight = ({ weights }: Columns, main: WeightColumn | undefined): WeightColumn | undefined =>
  main && main.lots.length > 0 ? main : (weights.find((w) => w.sub) ?? main);

/** Sub-criteria in a column of their own. */
function childrenBeside({ head, own, under }: Group, columns: Columns, main: WeightColumn | undefined): Children {
  const children: Children = { list: [], byRow: new Map() };
  const rows = [head, ...under];
  const weight = subWeight(columns, main);
  const shared = weight === main && rows.filter((r) => weightIn(r, main)).length > 1;
  // The only weight that the rows have is that of the criterion.
  const ofPart = weight !== main || shared ? weight : undefined;
  const whole = rows.length === 1 ? weightIn(head, main)?.value : undefined;
  for (const row of rows.filter((r) => !isBlank(wordsAt(r, columns.sub)))) {
    const cell = cellAt(row, columns.sub) as Passage;
    const lines = readParts(cell.folded, whole);
    children.list.push(...lines.map((l) => critereAt(cell, l)));
    const line = lines.length === 0 ? readLine(cell.folded) : undefined;
    if (!line) continue;
    const child = critereAt(cell, line);
    child.weight ??= weightIn(row, ofPart);
    child.line = row === head ? cell.span : row.span;
    children.list.push(child);
    if (row !== head) children.byRow.set(row, child);
  }
  // With no sub-criterion beside it, the weight of the first row is that of all that stands under.
  if (!shared || isBlank(wordsAt(head, columns.sub))) takeWeight(own, head, main);
  return children;
}

/** Sub-criteria in rows of their own; a row that names none goes on about the criterion. */
function childrenBelow({ head, own, under }: Group, columns: Columns, main: WeightColumn | undefined): Children {
  const { name, rest } = columns;
  const children: Children = { list: [], byRow: new Map() };
  takeWeight(own, head, main);
  for (const row of under) {
    const cell = cellAt(row, name);
    const line = cell && readLine(cell.folded);
    if (cell && line && !isDefinition(row, columns)) {
      const child = takeWeight(Object.assign(critereAt(cell, line), { line: row.span }), row, main);
      children.list.push(child);
      children.byRow.set(row, child);
      continue;
    }
    const said = row.cells.filter((c) => !rest.includes(c.cell?.column ?? -1) && !isBlank(c.folded.trim()));
    own.definition.push(...said.map((c) => ({ folded: c.folded.trim(), at: c.span })));
  }
  return children;
}

/** What else a row says of its criterion or sub-criterion. */
const cellsBeside = (row: Row, { rest }: Columns): Passage[] =>
  rest.flatMap((column) => cellAt(row, column) ?? []).filter((c) => !isBlank(c.folded.trim()));

function finish(group: Group, columns: Columns, main: WeightColumn | undefined): OpenCritere {
  const { head, own, under } = group;
  const children = (columns.sub >= 0 ? childrenBeside : childrenBelow)(group, columns, main);
  for (const row of [head, ...under]) {
    const { definition } = children.byRow.get(row) ?? own;
    definition.push(...cellsBeside(row, columns).map((c) => ({ folded: c.folded.trim(), at: c.span })));
  }
  for (const cell of cellsBeside(head, columns)) {
    if (own.children.length + children.list.length > 0) break;
    const parts = readParts(cell.folded, own.weight?.value);
    if (parts.length > 1) children.list.push(...parts.map((l) => critereAt(cell, l)));
  }
  own.children.push(...children.list);
  if (own.children.length === 0) own.children.push(...namedParts(cellAt(head, columns.name), own.weight?.value));
  return own;
}

/** « Qualité : lisibilité (20) ; respect de la charte (10) », in the cell that names a criterion. */
function namedParts(cell: Passage | undefined, whole: number | undefined): OpenCritere[] {
  const colon = (cell?.folded.indexOf(':') ?? -1) + 1;
  if (!cell || colon === 0) return [];
  const parts = readParts(' '.repeat(colon) + cell.folded.slice(colon), whole);
  return parts.length > 1 ? parts.map((line) => critereAt(cell, line)) : [];
}

const isBlank = (words: string): boolean => words === '' || NO_WEIGHT.test(words);

/** Takes the weight of the row, or the place where it is left to fill. */
function takeWeight(c: OpenCritere, row: Row, weight: WeightColumn | undefined): OpenCritere {
  const cell = weight && cellAt(row, weight.column);
  const value = weight && weightOfCell(cell, weight.unit);
  if (value) c.weight = value;
  else if (cell && cell.folded.trim() !== '' && HOLE_CELL.test(cell.folded.trim())) c.hole = cell.span;
  return c;
}
