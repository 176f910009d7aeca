import type { Draft, InPlace, Passage, Table } from '../../kit/draft.ts';
import { numbers } from '../../kit/french/numbers.ts';
import type { Stretch } from '../../kit/french/scan.ts';
import { linesOf, numeral } from '../commun/index.ts';
import { amountIn, objectIn } from '../tranches/index.ts';
import type { LotList } from './liste.ts';
import type { Lot } from './lot.ts';

/** « 1 Gros œuvre », « n° 2    Vitrerie », « → lot n° 3, peinture »: a row that begins with its number. */
const ROW = /^[^a-z0-9]*(?:lots? ?)?(?:n ?° ?)?(?<number>\d{1,2})(?: ?[.,):=/-]+)? +(?=[a-z(])/;
const OF_LOTS = /\blots?\b|allot/;

interface NumberedRow {
  readonly number: string;
  readonly passage: Passage;
  readonly key: Stretch;
  readonly rest: Stretch;
}

/** The rows that count from one; empty when there are not two of them. */
function counted<T extends { readonly number: string }>(rows: readonly T[]): readonly T[] {
  const run = rows.slice(rows.findIndex(({ number }) => number === '1'));
  const end = run.findIndex(({ number }, i) => number !== String(i + 1));
  const taken = end < 0 ? run : run.slice(0, end);
  return taken.length > 1 ? taken : [];
}

/** The lines of a paragraph that begin with a number, each up to the next, and the words above the first. */
function rowsOfLines(passage: Passage): { readonly head: string; readonly rows: readonly NumberedRow[] } {
  const { folded } = passage;
  const begun = linesOf(passage).flatMap(({ from, to }) => {
    const m = ROW.exec(folded.slice(from, to));
    return m?.groups ? [{ number: numeral(m.groups.number ?? ''), from, body: from + m[0].length }] : [];
  });
  const rows = counted(begun).map(({ number, from, body }): NumberedRow => {
    const next = begun.find((other) => other.from > from)?.from ?? folded.length;
    return { number, passage, key: { from, to: body }, rest: { from: body, to: next } };
  });
  return { head: folded.slice(0, rows[0]?.key.from ?? 0), rows };
}

/** The figure that ends a row under a head in euros: « Façades et menuiseries 1 420 000 ». */
function lastSum(words: string, head: string): { readonly from: number; readonly value: number } | undefined {
  if (!/€|euros?|(?<![a-z])ht(?![a-z])/.test(head)) return undefined;
  const last = numbers(words).at(-1);
  return last && last.value >= 1000 && /^[ .;]*$/.test(words.slice(last.to)) ? last : undefined;
}

function lotOf({ number, passage, key, rest }: NumberedRow, head: string): Lot {
  const words = passage.folded.slice(rest.from, rest.to);
  const sum = lastSum(words, head);
  const object = objectIn(sum ? words.slice(0, sum.from) : words);
  const at = object && { from: rest.from + object.from, to: rest.from + object.to };
  return {
    number,
    at: passage.at({ from: key.from, to: key.to }),
    whole: passage.at({ from: key.from, to: rest.from + words.trimEnd().length }),
    object: at && { at: passage.at(at), text: passage.folded.slice(at.from, at.to) },
    amount: amountIn(words)?.value ?? sum?.value,
    passage,
  };
}

/** How many lots are told near a place. */
type Told = (passage: Passage) => readonly number[];

/** Lines of a paragraph that count from one, under a head on lots or beside the number of lots that they make. */
function listInLines(passage: Passage, told: Told): LotList[] {
  const { head, rows } = rowsOfLines(passage);
  if (rows.length === 0) return [];
  const { section, before } = passage;
  const own = passage.folded.slice(rows[0]?.key.from, rows[0]?.key.to);
  const above = [own, head, before?.section === section && !before.heading ? before.folded : ''];
  if (!above.some((words) => OF_LOTS.test(words)) && !told(passage).includes(rows.length)) return [];
  return [{ lots: rows.map((row) => lotOf(row, head)), section, columned: OF_LOTS.test(head), table: undefined, head }];
}

/** A table of as many rows as lots are told near it, which its first column numbers. */
function listInTable(table: Table, told: Told): LotList[] {
  const [first] = table.rows[0]?.cells ?? [];
  if (!first || !told(first).includes(table.rows.length)) return [];
  const rows = table.rows.flatMap(({ cells: [key, name] }) => {
    const number = /^[^a-z0-9]*(\d{1,2})[^a-z0-9]*$/.exec(key?.folded ?? '')?.[1];
    return key && name && number ? [{ number: numeral(number), key, name }] : [];
  });
  if (rows.length < 2 || counted(rows).length !== table.rows.length) return [];
  const head = table.header.cells.map((c) => c.folded).join(' ; ');
  const lots = rows.map(({ number, key, name }): Lot => {
    const object = { at: name.span, text: name.folded };
    return { number, at: key.span, whole: name.span, object, amount: undefined, passage: key };
  });
  return [{ lots, section: table.section, columned: true, table, head }];
}

/** The lines of the paragraph that a sentence begins count from one. */
const COUNTED: InPlace<true> = {
  take({ passage, index }) {
    if (index > 0 || passage.kind !== 'paragraph' || passage.isTitle || !/\n/.test(passage.text)) return undefined;
    return rowsOfLines(passage).rows.length > 0 || undefined;
  },
  isPlaceless: true,
};

/** Lists of lots that only their numbers set out: lines, and rows of a table, that count from one. */
export const numberedLists = (draft: Draft, known: readonly LotList[], told: Told): LotList[] => {
  const read = new Set(known.flatMap(({ lots, table }) => [table, ...lots.map((l) => l.passage)]));
  const tables = draft.tables.filter((t) => !read.has(t)).flatMap((t) => listInTable(t, told));
  const lines = [...draft.inPlace(COUNTED).keys()].filter(({ passage }) => !read.has(passage));
  return [...tables, ...lines.flatMap(({ passage }) => listInLines(passage, told))];
};
