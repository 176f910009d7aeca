import type { RapportConstat } from '../core/rapport-types.ts';
import { type Content, plural, table, tag } from './elements.ts';
import { LEVEL_NAMES, LEVELS } from './figures.ts';
import { linesOf, whereOf } from './rapport-constat.ts';

/** How much a report says: `short` is to be signed, at most six sheets for a consultation; `full` has every rule too. */
export type Form = 'short' | 'full';
export const FORMS: readonly Form[] = ['short', 'full'];

/** Printed lines that findings in full may take in the short form, of some 60 on a sheet. */
const MOST_LINES = 160;
/** The same, beside other consultations. */
const MOST_BESIDE = 100;
/** Rows of the table of the others; beyond, they are counted by rule. */
const MOST_ROWS = 20;

/** Ranks of the findings that the short form tells in full, as many as its sheets hold: the gravest first, one of each rule before its likes. `alone`: no other consultation is told. */
export function foremostOf(constats: readonly RapportConstat[], alone: boolean): number[] {
  const before = new Map<string, number>();
  const sorted = constats.map(({ rule, level }, rank) => {
    const like = before.get(rule) ?? 0;
    before.set(rule, like + 1);
    return { rank, like, level: LEVELS.indexOf(level) };
  });
  sorted.sort((a, b) => a.level - b.level || a.like - b.like || a.rank - b.rank);
  let left = alone ? MOST_LINES : MOST_BESIDE;
  const told: number[] = [];
  for (const { rank } of sorted) {
    left -= linesOf(constats[rank] as RapportConstat);
    if (left < 0) break;
    told.push(rank);
  }
  return told;
}

/** The findings that the short form does not tell in full, each on a line, or by rule where they are many. */
export function remainder(constats: readonly RapportConstat[]): Content[] {
  if (constats.length === 0) return [];
  const sorted = [...constats].sort((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level));
  const intro = tag(
    'p',
    `${plural(constats.length, 'autre constat', 'autres constats')}, que la version longue donne en entier (--report full) :`,
  );
  if (constats.length <= MOST_ROWS)
    return [
      intro,
      table(
        'Les autres constats',
        ['Constat', 'Niveau', 'Où'],
        sorted.map((c) => [c.title, LEVEL_NAMES[c.level], whereOf(c)]),
      ),
    ];
  const rules = [...new Set(sorted.map((c) => c.rule))].map((rule) => sorted.filter((c) => c.rule === rule));
  const shown = rules.slice(0, MOST_ROWS);
  const left = rules.slice(MOST_ROWS).reduce((n, own) => n + own.length, 0);
  return [
    intro,
    table(
      'Les autres constats, par règle',
      ['Constat', 'Niveau', 'Nombre'],
      shown.map((own) => [own[0]?.title ?? '', LEVEL_NAMES[own[0]?.level ?? 'info'], String(own.length)]),
    ),
    left > 0 ? tag('p', `Et ${plural(left, 'autre')}, d’autres règles.`) : '',
  ];
}
