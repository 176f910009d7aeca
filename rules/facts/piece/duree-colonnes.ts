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
/** « Trois, tacites, d'un an chacune », « deux de douze mois »: how it is renewed, and for how long each time. */
const WAY =
  /^(?: ?\([^)]*\))?,? ?(?:(?:tacite|expresse|possible|eventuelle|annuelle|biennale)s?(?![a-z])|(?:de |d'(?=une? )|pour )(?:une? |\d+|[a-z]+ ?)(?:[^a-z]*)(?:ans?|mois|annees?)(?![a-z]))/;

function renewalsIn(folded: string): Pick<Reconduction, 'times' | 'months'> | undefined {
  if (NONE.test(folded)) return { times: 0, months: undefined };
  const [count] = numbers(folded, { articles: true });
  const isAlone = count && /^[^a-z0-9]*$/.test(folded.slice(0, count.from) + folded.slice(count.to));
  const isCounted =
    count &&
    (/^ ?[x×*] ?\d/.test(folded.slice(count.to)) ||
      WAY.test(folded.slice(count.to)) ||
      has(folded.slice(count.to, count.to + 30), TIMES));
  if (!count || !(isAlone || isCounted)) return undefined;
  const [each, other] = durations(folded.slice(count.to));
  return { times: count.value, months: other ? undefined : each?.months };
}

const LENGTH = /^[^a-z]*durees?(?![a-z])/;
/** « Période initiale | un an », where another row of the table tells of what renews it. */
const FIRST_PERIOD = /^[^a-z]*(?:(?:periode|duree) (?:initiale|ferme|de base)|premiere periode)[^a-z]*$/;
export const isPeriodLabel = (label: Passage, table: Table): boolean =>
  FIRST_PERIOD.test(label.folded) && renewalsRow(table) !== undefined;

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
    (row.cells.length === 2 && [LENGTH, FIRST_PERIOD].some((p) => p.test(row.cells[0]?.folded ?? ''))
      ? renewalsRow(table)
      : undefined);
  const found = cell && renewalsIn(cell.folded);
  if (!cell || !found) return d;
  const renewed = { ...d, reconduction: { ...found, at: cell.span } };
  // « Quatre ans » under « Durée maximale » holds the renewals already.
  const isSum = found.times && d.statedTotal === undefined && isWhole(d);
  return isSum ? { ...renewed, months: undefined, statedTotal: d.months, totalAt: d.at } : renewed;
}

/** The head of a column that gives the whole: « Durée maximale », « Durée totale, reconductions comprises ». */
const WHOLE = /^[^a-z]*(?:durees? (?:totale?|maximale?|globale|maximum)|(?:total|maximum)(?![a-z]))/;
const ALL_COUNTED = /(?<![a-z])(?:recondu|renouvel|periode)[a-z]* (?:comprise|incluse)s?/;
const isWhole = ({ sentence: { passage } }: Duree): boolean => {
  const head = passage.table?.headerOf(passage)?.folded ?? '';
  return WHOLE.test(head) || ALL_COUNTED.test(head);
};

/** A row that gives a first period and the whole gives one duration: the period, with that whole. */
export function joined(all: readonly Duree[]): readonly Duree[] {
  const rowOf = ({ sentence: { passage } }: Duree) => passage.table?.rowOf(passage);
  const wholeBeside = (d: Duree) =>
    rowOf(d) && !isWhole(d) ? all.find((o) => o !== d && rowOf(o) === rowOf(d) && isWhole(o)) : undefined;
  const taken = new Set(all.flatMap((d) => wholeBeside(d) ?? []));
  return all.flatMap((d) => {
    const whole = wholeBeside(d);
    if (taken.has(d)) return [];
    return whole && d.statedTotal === undefined ? [{ ...d, statedTotal: whole.months, totalAt: whole.at }] : [d];
  });
}
