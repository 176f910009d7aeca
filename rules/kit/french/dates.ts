import { exists, isoOf, WEEKDAYS, weekdayOf } from '../calendar.ts';
import { numbers } from './numbers.ts';
import { before, matchAt, matchesIn, ordered, type Stretch } from './scan.ts';

export interface Time {
  readonly hour: number;
  readonly minute: number;
}

export interface DateItem extends Stretch {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** `2027-03-05`; undefined when the calendar has no such day. */
  readonly iso?: string | undefined;
  /** False as soon as there is a `problem`. */
  readonly valid: boolean;
  readonly problem?: 'impossible' | 'weekday' | undefined;
  /** The day of the week as written. */
  readonly weekday?: string | undefined;
  /** The day of the week that this date falls on; undefined when the date is impossible. */
  readonly actualWeekday?: string | undefined;
  readonly time?: Time | undefined;
}

const MONTHS: readonly string[] = [
  'janvier|janv',
  'fevrier|fevr|fev',
  'mars',
  'avril|avr',
  'mai',
  'juin',
  'juillet|juil',
  'aout',
  'septembre|sept',
  'octobre|oct',
  'novembre|nov',
  'decembre|dec',
];

/** The months, whole or cut short, as a pattern over folded text. */
export const MONTH_NAME = `(?:${MONTHS.join('|')})\\b\\.?`;
const YEAR = '(\\d{4})(?![\\d/]|[.,-]\\d)';
const UNITS = ['deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf'];
const TEENS = ['dix', 'onze', 'douze', 'treize', 'quatorze', 'quinze', 'seize', 'dix-sept', 'dix-huit', 'dix-neuf'];
/** The days of a month in words, from the first. */
const DAYS: readonly string[] = [
  ...['premier', ...UNITS, ...TEENS],
  ...['vingt', 'vingt-et-un', ...UNITS.map((unit) => `vingt-${unit}`), 'trente', 'trente-et-un'],
];
const DAY_NAME = [...DAYS].reverse().join('|').replaceAll('-', '[ -]');
/** « deux mille vingt-sept »: how it goes on is read where it begins. */
const WORDED_YEAR = 'deux mille\\b';
/** « INDICE 0 », over « SEPTEMBRE 2024 » */
const COUNTED = '(?<!(?:indice|version|revision|edition|phase|lot|annexe|page|n ?°) ?)';
const NAMED = new RegExp(
  `(?<![\\w.,/-])${COUNTED}(?:(${WEEKDAYS.join('|')}),? (?:le )?)?(${DAY_NAME}|\\d{1,2})(?: ?er)? (${MONTH_NAME}) (?:${YEAR}|(${WORDED_YEAR}))`,
  'g',
);
const NUMERIC = /(?<![\w/.,-])(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d\d)(?![\w/]|[.,-]\d)/g;
const ISO = /(?<![\w/.-])(\d{4})-(\d\d)-(\d\d)(?!\d|-)/g;
const WEEKDAY_BEFORE = new RegExp(`\\b(${WEEKDAYS.join('|')}),? (?:le )?$`);

const HOUR_NAME = `(?:vingt[ -](?:et[ -]une|deux|trois)|vingt|${[...TEENS].reverse().join('|')}|${UNITS.join('|')})`;
const MINUTE_NAME = '(?:trente|quinze|quarante-cinq)';
const CLOCK = String.raw`(?:(\d{1,2}|${HOUR_NAME}(?= h)) ?(?:h(?:eures?)?\b(?: ?(\d\d(?!\d)|${MINUTE_NAME}\b)(?: ?(?:minutes|min|mn))?\b)?|h(\d\d)(?!\d)(?: ?(?:minutes|min|mn)\b)?|:(\d\d)(?!\d))|(midi|minuit)\b)`;
const TIME_AFTER = new RegExp(
  `(?:t(\\d\\d):(\\d\\d)(?::\\d\\d)?|,? ?[-(]? ?(?:(?:a|avant|jusqu'a|au plus tard a)(?: les)? )?${CLOCK})`,
  'y',
);
const TIME_BEFORE = new RegExp(
  `(?<![\\w,.])(?:(\\d{1,2}|${HOUR_NAME}(?= h)) ?h(?:eures?)?(?: ?(\\d\\d|${MINUTE_NAME}))?|(midi|minuit)),? (?:,? ?(?:le|du) )?$`,
);

/** « 16 », « seize »; 0 where nothing is said. */
const countOf = (said = '0'): number => numbers(said)[0]?.value ?? 0;

function timeOf(hour: string | undefined, minute: string | undefined, word: string | undefined): Time | undefined {
  if (word !== undefined) return { hour: word === 'midi' ? 12 : 0, minute: 0 };
  const time = { hour: countOf(hour), minute: countOf(minute) };
  const real = time.minute < 60 && (time.hour < 24 || (time.hour === 24 && time.minute === 0));
  return real ? time : undefined;
}

/** The hour that a folded text names: « 12 h 00 », « midi ». Undefined when it names none. */
export function hourIn(folded: string): Time | undefined {
  const m = HOUR.exec(folded);
  return m ? timeOf(m[1], m[2] ?? m[3] ?? m[4], m[5]) : undefined;
}
const HOUR = new RegExp(`(?<![\\w,.])${CLOCK}`);

interface Parts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly weekday?: string | undefined;
}

/** What is wrong between the day of the week that is written, and that of the calendar, which has none for a date that does not exist. */
function problemOf(written: string | undefined, actual: string | undefined): DateItem['problem'] {
  if (actual === undefined) return 'impossible';
  return written !== undefined && written !== actual ? 'weekday' : undefined;
}

function item(folded: string, from: number, to: number, parts: Parts): DateItem {
  const after = matchAt(TIME_AFTER, folded, to);
  const time = after && timeOf(after[1] ?? after[3], after[2] ?? after[4] ?? after[5] ?? after[6], after[7]);
  const earlier = time ? null : before(folded, from, 32).match(TIME_BEFORE);
  const timeBefore = earlier ? timeOf(earlier[1], earlier[2], earlier[3]) : undefined;
  const iso = exists(parts.year, parts.month, parts.day) ? isoOf(parts.year, parts.month, parts.day) : undefined;
  const actualWeekday = iso && weekdayOf(iso);
  const problem = problemOf(parts.weekday, actualWeekday);
  return {
    from: timeBefore && earlier ? from - earlier[0].length : from,
    to: time && after ? to + after[0].length : to,
    year: parts.year,
    month: parts.month,
    day: parts.day,
    iso,
    valid: problem === undefined,
    problem,
    weekday: parts.weekday,
    actualWeekday,
    time: time ?? timeBefore,
  };
}

const monthOf = (name: string) => MONTHS.findIndex((names) => names.split('|').includes(name.replace('.', ''))) + 1;

/** The year that begins there in words, and where it ends. */
const yearAt = (folded: string, from: number) =>
  numbers(folded).find((n) => n.from === from && n.value > 2000 && n.value < 2100);

function* namedDates(folded: string): Generator<DateItem> {
  for (const m of matchesIn(NAMED, folded)) {
    const [whole, weekday, named = '', month = '', figures, worded = ''] = m;
    const end = m.index + whole.length;
    const year = figures ? { value: Number(figures), to: end } : yearAt(folded, end - worded.length);
    const day = DAYS.indexOf(named.replaceAll(' ', '-')) + 1 || Number(named);
    if (year) yield item(folded, m.index, year.to, { year: year.value, month: monthOf(month), day, weekday });
  }
}

function* numericDates(folded: string): Generator<DateItem> {
  for (const m of matchesIn(NUMERIC, folded)) {
    const [day, month] = [Number(m[1]), Number(m[3])];
    const shortYear = m[4]?.length === 2;
    // « 4.2.25 » and « 12-50-2000 » are numbers of another kind.
    if (m[2] !== '/' && (shortYear || day > 31 || day < 1 || month > 12 || month < 1)) continue;
    const year = shortYear ? 2000 + Number(m[4]) : Number(m[4]);
    const weekday = before(folded, m.index, 16).match(WEEKDAY_BEFORE);
    const from = m.index - (weekday?.[0].length ?? 0);
    yield item(folded, from, m.index + m[0].length, { year, month, day, weekday: weekday?.[1] });
  }
}

function* isoDates(folded: string): Generator<DateItem> {
  for (const m of matchesIn(ISO, folded)) {
    const parts = { year: Number(m[1]), month: Number(m[2]), day: Number(m[3]) };
    if (parts.month >= 1 && parts.month <= 12 && parts.day >= 1 && parts.day <= 31)
      yield item(folded, m.index, m.index + m[0].length, parts);
  }
}

/** What words hold when `dates` finds something in them: to be asked first, being far cheaper. */
export const DATE_FIGURES = /\d{4}|\/\d\d|\bdeux mille\b/;

/**
 * The full dates of a folded text, in order, with the hour that goes with them: « vendredi 26 fevrier 2027 a
 * 12 heures », « 05/03/2027 a 16h00 », « 2027-03-05 », « a 16 h le 3 mars 2027 », « le deux mars deux mille vingt-sept ». An hour that no clock shows is
 * left out. Dates that do not exist are given, with `problem: 'impossible'`.
 */
export function dates(folded: string): DateItem[] {
  return !DATE_FIGURES.test(folded)
    ? []
    : ordered([...namedDates(folded), ...numericDates(folded), ...isoDates(folded)]);
}
