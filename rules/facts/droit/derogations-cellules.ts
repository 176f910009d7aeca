import type { Passage } from '../../kit/draft.ts';
import type { Span } from '../../kit/span.ts';
import { find, findAll } from '../../kit/text.ts';
import { linesOf } from '../commun/index.ts';
import { CCAG, LIST, numbersIn } from './derogations-formes.ts';
import type { DerogationListed } from './derogations-lignes.ts';

type Side = 'articles' | 'own';

/** Articles that a cell numbers, and where its line stands. */
interface Cell {
  readonly keys: readonly string[];
  readonly at: Span;
}

/** A line of a table that a printed page has left as lines: the columns that it names, or its cells. */
type Line = { readonly heads: readonly Side[] } | { readonly cells: readonly Cell[] };

const BEFORE_NAME =
  "(?:(?:articles?|art\\.|clauses?|stipulations?|numeros?|references?|derogations?)(?: concernee?s?)? ?)?(?:du |de l'|des |au |aux )?(?:present )?";
const OWN_NAME =
  'c\\.?c\\.?a\\.?p\\.?|c\\.?c\\.?p\\.?|ccatp|cahier des clauses (?:administratives )?particulieres|(?:present )?(?:cahier(?! des)|document|contrat|marche)';
const HEAD = new RegExp(
  `^[^a-z0-9]*(?:${BEFORE_NAME}(?:${CCAG}|${OWN_NAME})(?![a-z])|articles? (?:auxquels?|auquel|deroges?))[^0-9.;:]{0,90}$`,
);
const OF_CCAG = new RegExp(`(?<![a-z])(?:${CCAG})(?![a-z])|articles? (?:auxquels?|auquel|deroges?)`);
const OF_OWN = new RegExp(`(?<![a-z])(?:${OWN_NAME})(?![a-z])`);

/** The columns that a line names, in their order: « CCAP CCAG-FCS »; « Articles du CCAG auxquels déroge le CCAP » names one. */
function headsIn(folded: string): readonly Side[] {
  if (!HEAD.test(folded)) return [];
  const named = [
    { side: 'articles' as const, found: find(folded, OF_CCAG) },
    { side: 'own' as const, found: find(folded, OF_OWN) },
  ]
    .flatMap(({ side, found }) => (found ? [{ side, ...found }] : []))
    .sort((a, b) => a.from - b.from);
  const [first, second] = named;
  const between = first && second ? folded.slice(first.to, second.from) : '';
  // « Article du CCAP  déroge à  Article du CCAG » names two all the same.
  const isOne = /derog/.test(between) && !(first?.side === 'own' && /articles? (?:du|de l') ?$/.test(between));
  return (isOne ? named.slice(0, 1) : named).map(({ side }) => side);
}

const WORD = '(?:articles?|art\\.?|§) ?';
/** A number that begins a line, or that the word brings. */
const CELL = new RegExp(`(?:^[^a-z0-9]{0,4}(?:${WORD})?|(?<![a-z'])${WORD})(?<list>${LIST})(?![a-z0-9°€%])`, 'g');
/** « 5 14.1 », « 5 Retards 14.1 »: two cells of one row, no word before their numbers. */
const ROW = new RegExp(
  `^[^a-z0-9]{0,4}(?<first>${LIST})(?:[^0-9]{0,80}) (?<last>${LIST})(?: d[ue] (?:${CCAG})[a-z /-]{0,12})?[ .]*$`,
);

function cellsIn(folded: string, at: Span): readonly Cell[] {
  const { first, last } = ROW.exec(folded)?.groups ?? {};
  const lists = first && last ? [first, last] : findAll(folded, CELL).map(({ groups }) => groups.list ?? '');
  return lists.map((list) => ({ keys: numbersIn(list), at }));
}

const lineAt = (passage: Passage, { from, to }: { readonly from: number; readonly to: number }): Line => {
  const folded = passage.folded.slice(from, to);
  const heads = headsIn(folded);
  return heads.length > 0 ? { heads } : { cells: cellsIn(folded, passage.at({ from, to })) };
};

const isHead = (line: Line | undefined): line is { readonly heads: readonly Side[] } =>
  line !== undefined && 'heads' in line;
const cellsOf = (lines: readonly Line[]): Cell[] => lines.flatMap((line) => (isHead(line) ? [] : line.cells));

/** Each article of the CCAG beside the clause that departs from it. */
const pair = (first: Side, a: Cell, b: Cell): DerogationListed => {
  const [of, by] = first === 'articles' ? [a, b] : [b, a];
  return { articles: of.keys, own: by.keys, elsewhere: false, at: of.at };
};

/** One column after the other: as many cells under each name. */
function byColumns(lines: readonly Line[]): readonly DerogationListed[] {
  const second = lines.findIndex((line, i) => i > 0 && isHead(line));
  const [head] = lines;
  if (second < 0 || !isHead(head) || !head.heads[0]) return [];
  const [a, b] = [cellsOf(lines.slice(0, second)), cellsOf(lines.slice(second))];
  return a.length === b.length ? a.flatMap((cell, i) => (b[i] ? [pair(head.heads[0] as Side, cell, b[i])] : [])) : [];
}

/** Row by row, two cells in each. */
function byRows(lines: readonly Line[], first: Side): readonly DerogationListed[] {
  const cells = cellsOf(lines);
  if (cells.length % 2 > 0) return [];
  return cells.flatMap((cell, i) => (i % 2 === 0 && cells[i + 1] ? [pair(first, cell, cells[i + 1] as Cell)] : []));
}

/**
 * A table whose cells a printed page has left as lines, under the names of its two columns: « CCAG/TIC », « CCAP », « Article 4 »,
 * « Article 3.2 »… Undefined where no such names stand; empty where its cells cannot be told.
 */
export function cellsListed(passages: readonly Passage[]): readonly DerogationListed[] | undefined {
  const lines = passages
    .filter((p) => p.kind === 'paragraph' && !p.isTitle)
    .flatMap((p) => linesOf(p).map((line) => lineAt(p, line)));
  const at = lines.findIndex(isHead);
  const table = lines.slice(at);
  const heads = table.flatMap((line) => (isHead(line) ? line.heads : []));
  const [first, second] = heads;
  if (at < 0 || !first || !second || first === second) return undefined;
  const opening = table.findIndex((line) => !isHead(line));
  const named = table.slice(0, opening).flatMap((line) => (isHead(line) ? line.heads : []));
  return named.length === 2 ? byRows(table.slice(opening), first) : byColumns(table);
}
