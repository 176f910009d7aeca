/** The days of the week, from Monday. */
export const WEEKDAYS = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'] as const;

/** Days from 1970-01-01 to a day of the Gregorian calendar (Hinnant's civil calendar arithmetic). */
function dayNumber(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719468;
}

/** `2027-03-05`. */
export const isoOf = (year: number, month: number, day: number) =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

const isLeap = (year: number) => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** True when the calendar has that day. */
export const exists = (year: number, month: number, day: number) =>
  month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);

/** The day number of `2027-03-05`; throws a RangeError on a day that does not exist, as the caller's mistake. */
function dayNumberOf(iso: string): number {
  const [year, month, day] = iso.split('-').map(Number);
  if (!/^\d{4}-\d\d-\d\d$/.test(iso) || year === undefined || month === undefined || day === undefined)
    throw new RangeError(`Not an ISO date: ${iso}`);
  if (!exists(year, month, day)) throw new RangeError(`No such day: ${iso}`);
  return dayNumber(year, month, day);
}

/** How many days from the first ISO day to the second; negative when the second comes first. */
export function daysBetween(from: string, to: string): number {
  return dayNumberOf(to) - dayNumberOf(from);
}

/** « lundi » to « dimanche » for an ISO day. */
export function weekdayOf(iso: string): string {
  return WEEKDAYS[(((dayNumberOf(iso) + 3) % 7) + 7) % 7] ?? '';
}

/** The whole months from one day to another, both counted and a day more or less; undefined where they are not whole. */
export function wholeMonths(from: string, to: string): number | undefined {
  const [start, end] = [new Date(from), new Date(to)];
  end.setUTCDate(end.getUTCDate() + 1);
  const months = (end.getUTCFullYear() - start.getUTCFullYear()) * 12 + end.getUTCMonth() - start.getUTCMonth();
  return Math.abs(end.getUTCDate() - start.getUTCDate()) <= 1 ? months : undefined;
}
