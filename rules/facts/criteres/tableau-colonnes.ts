import type { Passage, Row, Table } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import { has } from '../../kit/text.ts';
import type { Weight } from './arbre.ts';
import { lotsIn } from './contexte.ts';
import { byParts } from './ligne-nom.ts';
import type { WeightUnit } from './ligne-poids.ts';
import { weightsIn } from './poids-ecrits.ts';

export const WEIGHT_HEADER = fr`pondérations?|pondéré|poids|coefficients?|coeff?\.?|(?:nombre de )?points?|pts|barème|notes?(?: max(?:imale|imum|\.)?| sur \d+| pondérée)?|notation|valeurs? (?:max(?:imale)?|en points)|pourcentages?|part|taux|cotation|lots? (?:n ?° ?)?\d+`;
const PERCENT_HEADER = /%|\/ ?100|sur 100/;
export const SUB_HEADER = fr`sous[- ]?critères?|sous[- ]?éléments?|sous[- ]?rubriques?`;
export const NAME_HEADER = fr`critères?|libellés?|intitulés?|désignations?|éléments? (?:de )?(?:notation|jugement)|axes?|items?|rubriques?`;
const NUMBER_HEADER = /^(?:(?:n ?°s?|#|num(?:ero)?|)$|rang|ordre|priorite)/;
/** « Lot », « N° du lot »: the column of a table that tells what each row is for. */
export const LOT_HEADER = /^(?:n ?° ?|numeros? )?(?:du |de |des )?lots?(?: n ?°)?$/;
export const HOLE_CELL = /^[\s._%-]*$|^x+ ?%?$|^\[.*\] ?%?$|^a (?:completer|definir|preciser)\b/;

export interface Columns {
  readonly name: number;
  readonly sub: number;
  /** Columns of weights, in order. */
  readonly weights: readonly WeightColumn[];
  readonly rest: readonly number[];
}

export interface WeightColumn {
  readonly column: number;
  /** Lots that its header names. */
  readonly lots: readonly number[];
  readonly unit: WeightUnit;
  /** Of sub-criteria. */
  readonly sub: boolean;
}

export const cellAt = (row: Row, column: number): Passage | undefined =>
  row.cells.find((c) => c.cell?.column === column);
export const wordsAt = (row: Row, column: number): string => cellAt(row, column)?.folded.trim() ?? '';

const PRINTED_NUMBER = /^(?:[a-z][.-]?)?\d{1,2}(?:(?:[.-]\d{1,2})*|[a-h])$/;
/** « 2.1 » under « N° », left of the name. */
export function numberBeside(table: Table, row: Row, { name }: Columns): string | undefined {
  const cell = row.cells.find(
    (c) => (c.cell?.column ?? name) < name && NUMBER_HEADER.test(table.headerOf(c)?.folded.trim() ?? ''),
  );
  const words = cell?.folded.trim().replace(/\.$/, '') ?? '';
  return PRINTED_NUMBER.test(words) ? byParts(words) : undefined;
}

/** « 2 », « Lot 2 – peinture » under « Lot »: the lot that a row says it is for. */
export function lotBeside(table: Table, row: Row): string | undefined {
  const cell = row.cells.find((c) => LOT_HEADER.test(table.headerOf(c)?.folded.trim() ?? ''));
  const words = cell?.folded.trim() ?? '';
  return /^\d/.test(words) ? `lot ${words}` : lotAlone(words);
}

/** « Lot 2 : peinture »: words that name a lot. */
const lotAlone = (words: string): string | undefined => (LOT_ALONE.test(words) ? words : undefined);
const LOT_ALONE = /^lots? (?:n ?[°o] ?)?(?:\d|[a-h](?![a-z]))/;

/** « Lot 2 : peinture | »: the lot that a row without anything else puts above those below it. */
export function lotAbove(row: Row): string | undefined {
  const told = new Set(row.cells.map((c) => c.folded.trim()).filter((words) => words !== ''));
  const [only = '', other] = told;
  return other === undefined ? lotAlone(only) : undefined;
}

/** A number alone, or a share with nothing else but what belongs to it. */
export function weightOfCell(cell: Passage | undefined, unit: WeightUnit): Weight | undefined {
  if (!cell) return undefined;
  const found = weightsIn(cell.folded);
  const first = found[0];
  if (first) {
    if (
      /[a-z]{4}/.test(
        cell.folded
          .slice(0, first.from)
          .replace(/(?:pondere|coefficient|note|maxi(?:mum)?|sur|poids|entre|points?)/g, ''),
      )
    )
      return undefined;
    return {
      value: first.value,
      unit: first.unit === 'percent' ? 'percent' : 'points',
      at: cell.at(first),
      ...(first.upper !== undefined && { upper: first.upper }),
      ...(first.of !== undefined && { of: first.of }),
    };
  }
  const bare =
    /^[^\w]*(?:coef(?:f(?:icient)?)?\.? ?(?:de )?|x ?)?(\d{1,4}(?:[.,]\d{1,4})?)(?: ?\/ ?(\d{2,4})| ?sur (\d{2,4}))?[^\w%]*$/.exec(
      cell.folded,
    );
  if (!bare?.[1]) return undefined;
  const of = bare[2] ?? bare[3];
  return {
    value: Number(bare[1].replace(',', '.')),
    unit: /coef/.test(bare[0]) ? 'coefficient' : unit,
    at: cell.span,
    ...(of && { of: Number(of) }),
  };
}

function unitOf(header: string): WeightUnit {
  if (has(header, fr`coefficients?|coeff?\.?`)) return 'coefficient';
  if (/%|pourcentage/.test(header)) return 'percent';
  return has(header, fr`points?|pts|barème|notes?`) ? 'points' : 'bare';
}

export function columnsOf(table: Table): Columns | undefined {
  const heads = table.header.cells.map((c) => c.folded.trim());
  const { rows } = table;
  const numeric = (column: number) => {
    const cells = rows.map((r) => cellAt(r, column)).filter((c) => c && c.folded.trim() !== '');
    return cells.length > 0 && cells.filter((c) => weightOfCell(c, 'bare')).length * 2 > cells.length;
  };
  const isWeight = (h: string, i: number) =>
    !LOT_HEADER.test(h) &&
    ((PERCENT_HEADER.test(h) || has(h, WEIGHT_HEADER)) && !has(h, fr`critères?|éléments?`)
      ? numeric(i) ||
        rows.every((r) => HOLE_CELL.test(wordsAt(r, i)) || weightOfCell(cellAt(r, i), 'bare')) ||
        has(h, fr`pondérations?|poids`)
      : numeric(i) && (!NUMBER_HEADER.test(h) || (h === '' && i > 0)));
  const sub = heads.findIndex((h) => has(h, SUB_HEADER));
  let name = heads.findIndex((h, i) => i !== sub && has(h, NAME_HEADER) && !(numeric(i) && i > 0));
  if (name < 0 && sub >= 0) name = sub;
  if (name < 0) name = heads.findIndex((h, i) => !NUMBER_HEADER.test(h) && !LOT_HEADER.test(h) && !isWeight(h, i));
  if (name < 0) name = heads.findIndex((h, i) => !isWeight(h, i));
  if (name < 0) return undefined;
  const weights = heads
    .map((h, column) => ({ h, column }))
    .filter(({ h, column }) => column !== name && column !== sub && isWeight(h, column))
    .map(({ h, column }) => ({ column, lots: lotsIn(h), unit: unitOf(h), sub: has(h, SUB_HEADER), h }))
    .map((w, i, all) => ({
      ...w,
      // Right of the sub-criteria stand their weights, unless the header says otherwise or another column follows.
      sub:
        w.sub ||
        (sub > name &&
          w.column > sub &&
          !has(w.h, fr`critères?`) &&
          !(i > 0 && i === all.length - 1 && (all[i - 1]?.column ?? 0) > sub)),
    }));
  const used = new Set([name, sub, ...weights.map((w) => w.column)]);
  return {
    name,
    sub: sub === name ? -1 : sub,
    weights,
    rest: heads
      .map((_, i) => i)
      .filter((i) => !used.has(i) && !NUMBER_HEADER.test(heads[i] ?? '') && !LOT_HEADER.test(heads[i] ?? '')),
  };
}
