import { type DurationItem, durations } from '../../kit/french/durations.ts';
import { numbers, ordinals } from '../../kit/french/numbers.ts';

/** « au plus tard le quarante-cinquième jour qui suit sa réception » */
const LAST_DAY =
  /(?:au plus tard|avant|jusqu'au|(?<![a-z])au|(?:est|sont|sera|seront) [a-z]{3,14}(?: [a-z]+)?|intervien(?:t|dra)) (?:le )?$/;
const DAY_AFTER =
  /^ jours?(?: calendaires?)?(?=,? (?:qui sui(?:t|vent|vra)|suivant|apres|a (?:compter|partir|dater)|de (?:la|sa|leur) reception|de la demande))/;
const ranked = (folded: string): DurationItem[] =>
  ordinals(folded).flatMap(({ from, to, value }) => {
    const day = DAY_AFTER.exec(folded.slice(to, to + 60));
    if (!day || !LAST_DAY.test(folded.slice(Math.max(0, from - 20), from))) return [];
    return [{ from, to: to + day[0].length, value, unit: 'jour' as const, days: value }];
  });

/** « à trente jours pour les études et quarante-cinq pour les travaux »: of the second case, the figure alone. */
const AND_FOR = /^[^;.]{0,60}?(?:,|;| et| ou)(?: et)? (?:le |a |de |sous |au |dans les )?$/;
const FOR_CASE = /^,? (?:pour(?! cent)|s'agissant|quant|en cas|dans le cas|lorsqu)(?![a-z])/;
function secondCases(folded: string, items: readonly DurationItem[]): DurationItem[] {
  const [last] = items.filter((item) => item.days !== undefined).slice(-1);
  if (!last) return [];
  const after = folded.slice(last.to);
  return [...ordinals(after), ...numbers(after)]
    .filter(
      ({ from, to, value }) => value >= 10 && AND_FOR.test(after.slice(0, from)) && FOR_CASE.test(after.slice(to)),
    )
    .slice(0, 1)
    .map(({ from, to, value }) => ({ from: last.to + from, to: last.to + to, value, unit: 'jour', days: value }));
}

/** « le dernier jour du deuxième mois qui suit »: so many months, and what is left of that of the invoice. */
const MONTH_END =
  /(?:dernier jour|fin) d(?:u|e) (?:mois|(?:(?:(?<two>deuxieme|second)|(?<three>troisieme)) )mois) (?:qui suit|suivant)/g;
const monthEnds = (folded: string): DurationItem[] =>
  [...folded.matchAll(MONTH_END)].map((m) => {
    const value = m.groups?.two ? 2 : m.groups?.three ? 3 : 1;
    return { from: m.index, to: m.index + m[0].length, value, unit: 'mois' as const, months: value };
  });

/** A time as a sentence writes it. */
export interface WrittenTime {
  readonly item: DurationItem;
  /** Written as a rank: « le quarantième jour ». */
  readonly rank: boolean;
  /** Counted to the end of a month. */
  readonly month: boolean;
  /** A second case, of which the figure alone is said. */
  readonly second: boolean;
}

/** The times that a text writes, in order. */
export function timesIn(folded: string): readonly WrittenTime[] {
  const ranks = ranked(folded);
  const months = monthEnds(folded);
  const full = [...durations(folded), ...ranks, ...months].sort((a, b) => a.from - b.from);
  return [
    ...full.map((item) => ({ item, rank: ranks.includes(item), month: months.includes(item), second: false })),
    ...secondCases(folded, full).map((item) => {
      const rank = /ieme$/.test(folded.slice(item.from, item.to));
      return { item, rank, month: false, second: true };
    }),
  ];
}
