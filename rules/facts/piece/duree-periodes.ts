import type { Draft, Passage, Table } from '../../kit/draft.ts';
import { durations } from '../../kit/french/durations.ts';
import { fr } from '../../kit/french/pattern.ts';
import { withUnit } from '../commun/index.ts';
import type { Duree } from './duree-dite.ts';

const LENGTH = /^[^a-z]*durees?(?![a-z])/;
const FIRST = fr`initiale?s?|ferme|(?:première|1re|1ère) période|période (?:n° ?)?1|base`;
const RENEWAL = fr`recondu[a-z]+|renouvel[a-z]+`;

interface Period {
  readonly cell: Passage;
  readonly from: number;
  readonly to: number;
  readonly months: number;
  readonly renewal: boolean;
}

function periodsOf(table: Table): Period[] {
  const column = table.column(LENGTH);
  return table.rows.flatMap(({ cells: [label, ...cells] }): Period[] => {
    const cell = cells.find((c) => c.cell?.column === column);
    const renewal = label?.has(RENEWAL) === true;
    if (!label || !cell || !(renewal || label.has(FIRST))) return [];
    const [item, other] = durations(withUnit(cell));
    if (!item || other || item.months === undefined) return [];
    return [{ cell, from: item.from, to: Math.min(item.to, cell.folded.length), months: item.months, renewal }];
  });
}

/** Tables of periods, « Initiale | 24 mois » over « Première reconduction | 12 mois »: a renewal a row, summed up. Empty where there are none. */
export const periodDurees = ({ tables }: Draft): Duree[] =>
  tables.flatMap((table): Duree[] => {
    const [first, ...more] = periodsOf(table);
    const last = more.at(-1);
    const [sentence] = first?.cell.sentences ?? [];
    if (!first || !last || !sentence || first.renewal || !more.every((p) => p.renewal)) return [];
    const total = more.reduce((sum, p) => sum + p.months, first.months);
    return [
      {
        lots: [],
        months: first.months,
        statedTotal: undefined,
        reconduction: { times: more.length, months: last.months, at: last.cell.at(last) },
        total,
        at: first.cell.at(first),
        totalAt: undefined,
        sentence,
      },
    ];
  });
