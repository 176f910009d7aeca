import type { Passage, Table } from '../../kit/draft.ts';
import { durations } from '../../kit/french/durations.ts';
import { numbers } from '../../kit/french/numbers.ts';
import { fr } from '../../kit/french/pattern.ts';
import { overlaps } from '../../kit/span.ts';
import { has } from '../../kit/text.ts';
import type { Duree, Reconduction } from './duree-dite.ts';

/** The head of a column of renewals, and of nothing else: « Reconductions », « Nombre de renouvellements ». */
const RENEWALS =
  /^[^a-z]*(?:nombre (?:max[a-z]* )?(?:de |d')?)?(?:periodes? de )?(?:recondu|renouvel)[a-z]*(?: (?:tacites?|expresses?|possibles?|eventuel[a-z]*))*[^a-z]*$/;
const NONE = /^[^a-z0-9]*(?:aucune?s?|neant|non|sans(?: objet)?|0|zero|pas de [a-z]+)(?: [a-z]+)?[^a-z0-9]*$/;
const TIMES = fr`fois|reconductions?|renouvellements?|périodes?`;

function renewalsIn(folded: string): Pick<Reconduction, 'times' | 'months'> | undefined {
  if (NONE.test(folded)) return { times: 0, months: undefined };
  const [count] = numbers(folded, { articles: true });
  const isAlone = count && /^[^a-z0-9]*$/.test(folded.slice(0, count.from) + folded.slice(count.to));
  const isCounted =
    count && (/^ ?[x×*] ?\d/.test(folded.slice(count.to)) || has(folded.slice(count.to, count.to + 30), TIMES));
  if (!count || !(isAlone || isCounted)) return undefined;
  const [each, other] = durations(folded.slice(count.to));
  return { times: count.value, months: other ? undefined : each?.months };
}

const LENGTH = /^[^a-z]*durees?(?![a-z])/;
/** « Reconduction | trois fois 12 mois », a row of its own in a table of labels. */
function renewalsRow({ rows }: Table): Passage | undefined {
  const [row, other] = rows.filter(({ cells: [label] }) => label && RENEWALS.test(label.folded));
  return row?.cells.length === 2 && !other ? row.cells[1] : undefined;
}

/** A duration in a row, with what the column « Reconductions » of the same row says; as it is where there is none. */
export function withColumn(d: Duree): Duree {
  const { passage } = d.sentence;
  const { table } = passage;
  const row = table?.rowOf(passage);
  // A sentence under the table, on renewals, is of none of its rows in particular.
  const isInCell = d.reconduction && overlaps(d.reconduction.at, passage.span);
  if (!table || !row || isInCell || passage.cell?.row === 0) return d;
  const cell =
    row.cells.find((c) => c !== passage && RENEWALS.test(table.headerOf(c)?.folded ?? '')) ??
    (row.cells.length === 2 && LENGTH.test(row.cells[0]?.folded ?? '') ? renewalsRow(table) : undefined);
  const found = cell && renewalsIn(cell.folded);
  return cell && found ? { ...d, reconduction: { ...found, at: cell.span } } : d;
}
