import { type Cell, EMPTY, isHeader, type Line, tableOf } from '../cells.ts';
import type { BlockContent } from '../content.ts';
import { figureWithin, Rows } from './rows.ts';
import {
  after,
  cellOf,
  NO_CELL,
  parted,
  spanOf,
  type Unit,
  type Units,
  unitAt,
  unitsFrom,
  WIDEST,
  wordsAt,
} from './units.ts';
import {
  areLabels,
  BLANK,
  CODE,
  isCount,
  isFigure,
  isName,
  LONGEST_SUBJECT,
  mayBeName,
  SUBJECT,
  secondName,
  TOLD,
} from './words.ts';

const MOST_COLUMNS = 5;

/** A table whose cells stand each in a paragraph of its own: where its first cell begins, where its last ends, its rows. */
export interface Scattered {
  readonly from: number;
  readonly end: number;
  readonly rows: readonly (readonly Cell[])[];
}

/** The head that the lines of a paragraph are, or the two. */
function namesIn(lines: readonly Line[]): Cell[] {
  const [only, ...others] = lines;
  const second = only && others.length === 0 ? secondName(only.text.trim()) : 0;
  return second > 0
    ? parted(only as Line, (only as Line).text.search(/\S/) + second).map((line) => cellOf([line]))
    : [cellOf(lines)];
}

/** The heads that the first paragraphs are, so many columns; undefined where they are none. */
function headCells(opening: Line, units: Units, columns: number): { heads: Cell[]; taken: number } | undefined {
  const heads = namesIn([opening]);
  let taken = 0;
  for (; heads.length < columns; taken++) {
    const unit = units(taken);
    if (!unit || unit.isTop) return undefined;
    heads.push(...namesIn(unit.lines));
  }
  return heads.length === columns && heads.every(({ text }) => mayBeName(text)) ? { heads, taken } : undefined;
}

const isKnown = ({ text }: Cell): boolean => isName(text);

/** Known subjects from which on labels and answers are surely read as such. */
const SHEET = 5;
/** Paragraphs that are looked at under a table. */
const LOOKED_AT = 8;
const isTold = ([first]: readonly Cell[]): boolean => TOLD.test(first?.text ?? '');

/** Nothing that counts is left for another row. */
const isWhole = (left: Units): boolean =>
  !Array.from({ length: LOOKED_AT }, (_, rank) => wordsAt(left, rank)).some((words) => isCount(words));

/** « 1 », « 2 »: the numbers of rows that have more cells, and no figures of these. */
const areNumbers = (rows: Rows['rows']): boolean => rows.every(([, figure], i) => figure?.text === `${i + 1}`);

/** The table of so many columns whose first rows have their figures at the same place. */
function counted(heads: readonly Cell[], body: Units, isLabelled: boolean): Rows | undefined {
  const columns = heads.length;
  const counts = heads.map(
    (_, column) =>
      isFigure(wordsAt(body, column)) ||
      (/^\d/.test(wordsAt(body, column)) && isFigure(wordsAt(body, column + columns))),
  );
  const last = columns - 1;
  if (!counts.includes(true) && figureWithin(body(last - 1)?.lines ?? [])) counts[last] = true;
  if (!body(columns) || !counts.slice(1).includes(true) || counts.every(Boolean)) return undefined;
  if (isTold(heads) && !BLANK.test(wordsAt(body, counts.lastIndexOf(true)))) return undefined;
  const rows = new Rows(body, heads, counts, counts[0] === true, true);
  rows.read();
  const isCertain = heads.some(isKnown) && isLabelled;
  if (columns === 2 && areNumbers(rows.rows)) return undefined;
  const isSure = rows.rows.length >= (isCertain ? 2 : 3) && isWhole(rows.left) && areLabels(rows.rows);
  return isSure ? rows : undefined;
}

/** The table of so many columns, each of a known name, or whose rows begin with codes, that the paragraphs make to the last. */
function named(heads: readonly Cell[], body: Units): Rows | undefined {
  const [first] = heads;
  const isCoded = CODE.test(wordsAt(body, 0));
  if (!(isCoded ? first && isKnown(first) : heads.every(isKnown))) return undefined;
  const rows = new Rows(
    body,
    heads,
    heads.map((_, column) => column === 0 && isCoded && isFigure(wordsAt(body, 0))),
    isCoded,
    false,
  );
  rows.read();
  const isShort = isCoded || rows.rows.every(([label]) => (label?.text.length ?? 0) <= LONGEST_SUBJECT);
  const isDone = isShort && rows.left(0)?.isTop !== false;
  return isDone && rows.rows.length >= 2 && areLabels(rows.rows) && !isTold(heads) ? rows : undefined;
}

/** The rows of labels and what answers each, without heads: fields to be filled in, or subjects that are known. */
function answered(units: Units): Rows | undefined {
  const isForm = BLANK.test(wordsAt(units, 1));
  if (!isForm && ![0, 2, 4].some((rank) => SUBJECT.test(wordsAt(units, rank)))) return undefined;
  const rows = new Rows(units, [EMPTY, EMPTY], [false, isForm], false, isForm);
  rows.read();
  const isDone = isForm || rows.left(0)?.isTop !== false;
  if (!isDone || rows.rows.length < 2 || !areLabels(rows.rows)) return undefined;
  if (isForm) return rows;
  if (!rows.rows.every(([label]) => (label?.text.length ?? 0) <= LONGEST_SUBJECT)) return undefined;
  const count = (column: number) => rows.rows.filter((row) => SUBJECT.test(row[column]?.text ?? '')).length;
  return count(0) >= 3 && count(0) * 2 > rows.rows.length && count(1) < 2 ? rows : undefined;
}

/** The table with heads that begins with a line; undefined where none does, or where it may have so many columns or others. */
function headed(opening: Line, units: Units, isLabelled: boolean): Rows['rows'] | undefined {
  const byColumns = (read: typeof counted): Rows['rows'][] => {
    const found: Rows['rows'][] = [];
    for (let columns = 2; columns <= MOST_COLUMNS; columns++) {
      const { heads, taken } = headCells(opening, units, columns) ?? {};
      const body = after(units, taken ?? 0);
      const rows = heads && body(0) ? read(heads, body, isLabelled) : undefined;
      if (heads && rows) found.push([heads, ...rows.rows]);
    }
    return found;
  };
  const found = byColumns(counted);
  const [only, ...others] = found.length > 0 ? found : byColumns(named);
  return others.length > 0 ? undefined : only;
}

/** A line that a cell may be, under what it is no part of. */
function mayOpen({ lines }: Unit): boolean {
  const line = lines.at(-1)?.text.trim() ?? '';
  const above = lines.at(-2)?.text.trim();
  if (line === '' || line.length > WIDEST || NO_CELL.test(line) || isFigure(line)) return false;
  if (above !== undefined && isName(above)) return false;
  return above === undefined || isName(line) || secondName(line) > 0 || /[.:;!?]$/.test(above) || NO_CELL.test(above);
}

/** Where the heads of a table, two at least, stand in a paragraph under each other, over the first cell; undefined where none do. */
function headsIn({ lines }: Unit): number | undefined {
  const isHead = ({ text }: Line) => isName(text.trim());
  const first = lines.findIndex(
    (line, i) => isHead(line) && lines[i + 1] !== undefined && isHead(lines[i + 1] as Line),
  );
  return first >= 0 && lines.slice(first).some((line) => !isHead(line)) ? first : undefined;
}

/** The first head of a table, and the paragraphs that go on with it: heads that stand under each other are as many. */
function openingOf(unit: Unit, units: Units): { opening: Line; body: Units } {
  const at = headsIn(unit);
  if (at === undefined) return { opening: unit.lines.at(-1) as Line, body: units };
  const heads = unit.lines.slice(at);
  const count = heads.findIndex(({ text }) => !isName(text.trim()));
  const own: Unit[] = [...heads.slice(1, count).map((line) => [line]), heads.slice(count)].map((lines) => ({
    lines,
    isTop: false,
  }));
  return { opening: heads[0] as Line, body: (rank) => own[rank] ?? units(rank - own.length) };
}

/** The table that begins with the last line of the paragraph at a place, each of its cells in a paragraph; undefined where none surely does. */
export function scatteredAt(text: string, start: number): Scattered | undefined {
  const first = unitAt(text, start);
  if (!first || !(mayOpen(first.unit) || headsIn(first.unit) !== undefined)) return undefined;
  const units = unitsFrom(text, first.next);
  if (!units(2)) return undefined;
  const { opening, body } = openingOf(first.unit, units);
  const isLabelled = isName(opening.text.trim()) || secondName(opening.text.trim()) > 0;
  const labelled = unheaded(opening, units);
  // What has so many known subjects is no table of more columns in which a number happens to fall in line.
  const isSheet =
    labelled !== undefined && labelled.filter(([label]) => SUBJECT.test(label?.text ?? '')).length >= SHEET;
  const rows = isSheet ? labelled : (headed(opening, body, isLabelled) ?? labelled);
  if (!rows || (first.unit.isTop && mayBeRest(rows))) return undefined;
  const pieces = rows.at(-1)?.flatMap((cell) => cell.pieces) ?? [];
  const end = pieces.reduce((most, piece) => Math.max(most, piece.end), 0);
  return { from: spanOf(opening).start, end, rows };
}

/** Criteria at the head of a page whose weights are not all: others may stand under the same heads on the page before. */
function mayBeRest([heads, ...rows]: Rows['rows']): boolean {
  if (!/crit[eè]re/i.test(heads?.[0]?.text ?? '')) return false;
  const weights = rows.flatMap(([label, ...cells]) => {
    const weight = /^total/i.test(label?.text ?? '') ? undefined : cells.find(({ text }) => isCount(text));
    return weight ? [Number.parseFloat(weight.text.replace(',', '.'))] : [];
  });
  return weights.reduce((sum, weight) => sum + weight, 0) < ALL_WEIGHTS;
}
const ALL_WEIGHTS = 100;

function unheaded(opening: Line, units: Units): Rows['rows'] | undefined {
  const rows = answered((rank) => (rank > 0 ? units(rank - 1) : { lines: [opening], isTop: false }))?.rows;
  const [first] = rows ?? [];
  return rows && first && (isHeader(first) ? rows : [[EMPTY, EMPTY], ...rows]);
}

/** Such a table within a chunk, as if it stood alone, and where it begins; undefined for most. */
export function readScattered(
  chunk: string,
): { readonly from: number; readonly end: number; readonly table: BlockContent } | undefined {
  const found = /\n\s*\n/.test(chunk) ? scatteredAt(chunk, 0) : undefined;
  if (!found) return undefined;
  const { from, end } = found;
  const moved = ({ text, pieces }: Cell): Cell => ({
    text,
    pieces: pieces.map((piece) => ({ start: piece.start - from, end: piece.end - from })),
  });
  return {
    from,
    end,
    table: tableOf(
      chunk.slice(from, end),
      found.rows.map((row) => row.map(moved)),
    ),
  };
}
