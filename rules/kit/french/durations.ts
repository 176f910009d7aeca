import { dates } from './dates.ts';
import { type NumberItem, numbers } from './numbers.ts';
import { before, matchAt, matchesIn, ordered, type Stretch } from './scan.ts';

export type DurationUnit = 'heure' | 'jour' | 'semaine' | 'mois' | 'an';
export type DayKind = 'ouvre' | 'ouvrable' | 'calendaire' | 'franc';

export interface DurationItem extends Stretch {
  readonly value: number;
  readonly unit: DurationUnit;
  /** The kind of day or hour, when said. */
  readonly kind?: DayKind | undefined;
  /** In months, when the unit is the month or the year. */
  readonly months?: number | undefined;
  /** In days, when the unit is the day or the week. */
  readonly days?: number | undefined;
  /** The second writing of the number, « deux (3) ans », whether or not it agrees with `value`. */
  readonly bracket?: number | undefined;
}

const UNIT =
  /[ -]?(?:(heures?|h)|(jours?|journees?|j)|(semaines?)|(mois)|(ans?|annees?))\b(?! ?\/ ?\d|\d|[ /-]?hommes?\b|\/h\b|-)/y;
const KIND = / (?:(ouvres?|ouvrees?)|(ouvrables?)|(calendaires?|de calendrier)|(francs?|franches?))\b/y;
const HALF = / et demie?\b/y;
const BRACKET = /^ ?\( ?$/;
const CLOSE = / ?\) ?/y;
const NOT_TIME = / (?:feries?|feriees?|chomes?)\b/y;
/** « de 8 h a 18 h » are hours of the day. */
const OPENING_HOURS_AFTER = / ?h(?:eures?)?(?: ?\d\d)? ?(?:a|et|-) ?\d{1,2} ?h/y;
const OPENING_HOURS_BEFORE = /\d ?h(?:eures?)?(?: ?\d\d)? ?(?:a|et|-) ?$/;
const MINUTES = / ?\d\d\b/y;

const UNITS: readonly DurationUnit[] = ['heure', 'jour', 'semaine', 'mois', 'an'];
const MONTHS_IN: Readonly<Partial<Record<DurationUnit, number>>> = { mois: 1, an: 12 };
const DAYS_IN: Readonly<Partial<Record<DurationUnit, number>>> = { jour: 1, semaine: 7 };
const KINDS: readonly DayKind[] = ['ouvre', 'ouvrable', 'calendaire', 'franc'];

/** « 8 h », « 16h00 », « de 8 h a 18 h »: hours that a clock shows. */
function isClock(folded: string, number: NumberItem, to: number): boolean {
  if (number.words || number.value > 24) return false;
  if (matchAt(OPENING_HOURS_AFTER, folded, number.to)) return true;
  if (OPENING_HOURS_BEFORE.test(before(folded, number.from))) return true;
  return matchAt(MINUTES, folded, to) !== undefined;
}

function durationAt(folded: string, number: NumberItem, bracket: NumberItem | undefined): DurationItem | undefined {
  const start = bracket ? afterBracket(folded, bracket) : number.to;
  if (start === undefined) return undefined;
  const unitMatch = matchAt(UNIT, folded, start);
  if (unitMatch === undefined) return undefined;
  // A hyphen is a link only after figures: « 24-mois »; letters would be another word.
  if (unitMatch[0].startsWith('-') && number.words) return undefined;
  const unit = UNITS[[1, 2, 3, 4, 5].findIndex((g) => unitMatch[g] !== undefined)];
  let to = start + unitMatch[0].length;
  if (unit === undefined || matchAt(NOT_TIME, folded, to)) return undefined;
  if (unit === 'heure' && isClock(folded, number, to)) return undefined;
  const half = matchAt(HALF, folded, to);
  to += half?.[0].length ?? 0;
  const kindMatch = unit === 'jour' || unit === 'heure' ? matchAt(KIND, folded, to) : undefined;
  const kind = kindMatch && KINDS[[1, 2, 3, 4].findIndex((g) => kindMatch[g] !== undefined)];
  to += kindMatch?.[0].length ?? 0;
  const value = number.value + (half ? 0.5 : 0);
  const months = times(value, MONTHS_IN[unit]);
  const days = times(value, DAYS_IN[unit]);
  return { from: number.from, to, value, unit, kind, months, days, bracket: bracket?.value };
}

/** Where « deux (3) » ends; undefined where the bracket does not close there. */
function afterBracket(folded: string, bracket: NumberItem): number | undefined {
  const closing = matchAt(CLOSE, folded, bracket.to);
  return closing && bracket.to + closing[0].trimEnd().length;
}

const times = (value: number, factor: number | undefined) => (factor === undefined ? undefined : value * factor);

/** What words hold when `durations` finds something in them, « deux h » and « trois j » apart: to be asked first, being far cheaper. */
export const TIME_UNITS =
  /(?<![a-z])(?:jours?|journees?|semaines?|mois|heures?|ans?|annees?)(?![a-z])|\d[ -]?[hj](?![a-z])/;

/**
 * The durations of a folded text, in order: « vingt-quatre mois », « deux (2) ans », « quinze jours ouvres », « un an et
 * demi ». Hours of the day, « trois derniers exercices », « 24h/24 », « 120 jours-homme » and public holidays are none.
 */
export function durations(folded: string): DurationItem[] {
  const all = numbers(folded, { articles: true });
  // Worked out once something looks like a duration: most numbers do not.
  let clocks: readonly Stretch[] | undefined;
  const found: DurationItem[] = [];
  let end = 0;
  for (const [index, number] of all.entries()) {
    // The half of « 1/2 h » is no two hours.
    if (number.from < end || folded[number.from - 1] === '/') continue;
    const next = all[index + 1];
    const twin =
      next && next.words !== number.words && BRACKET.test(folded.slice(number.to, next.from)) ? next : undefined;
    const item = durationAt(folded, number, twin);
    if (item === undefined) continue;
    clocks ??= dates(folded);
    if (clocks.some((c) => c.from <= number.from && number.from < c.to)) continue;
    found.push(item);
    end = item.to;
  }
  return ordered([...found, ...theOne(folded)]);
}

/** « dans le mois qui suit », « sous le mois et demi »: one, that no number tells. */
const THE_ONE =
  /(?<=(?:^|[^a-z])(?:dans|sous) )(?:le (mois)|l'(an|annee)|la (semaine))( et demie?)?(?= (?:qui|suivant|de la|de sa|du|apres))/g;
const theOne = (folded: string): DurationItem[] =>
  matchesIn(THE_ONE, folded).map((m): DurationItem => {
    const unit = m[1] ? 'mois' : m[2] ? 'an' : 'semaine';
    const value = m[4] ? 1.5 : 1;
    const from = m.index;
    return {
      from,
      to: from + m[0].length,
      value,
      unit,
      months: times(value, MONTHS_IN[unit]),
      days: times(value, DAYS_IN[unit]),
    };
  });

const BETWEEN = /^ ?(?:inclus )?(?:jusqu')?(?:au|a) (?:[a-z]+ )?$/;
const SINCE = /\b(?:du|depuis le|a (?:compter|partir|dater) du|des le) (?:[a-z]+ )?$/;
const DAYS_OF_MONTH = 30.44;
const DAY = 86_400_000;

/** « du 1er septembre 2027 au 31 août 2031 », forty-eight months: what lasts from one day to another, whole months and six at the least. */
export function daysApart(folded: string): DurationItem[] {
  const days = dates(folded);
  return days.flatMap((first, i): DurationItem[] => {
    const last = days[i + 1];
    if (!first.iso || !last?.iso || !BETWEEN.test(folded.slice(first.to, last.from))) return [];
    const exact = (Date.parse(last.iso) - Date.parse(first.iso)) / DAY / DAYS_OF_MONTH;
    const months = Math.round(exact);
    if (!SINCE.test(before(folded, first.from)) || months < 6 || Math.abs(exact - months) > 0.1) return [];
    return [{ from: first.from, to: last.to, value: months, unit: 'mois', months }];
  });
}
