import type { Length, Moment } from '../../kit/notice.ts';
import type { Dit } from './dits.ts';

/** Days of the last Sunday of March and October, between which Paris is two hours east of Greenwich. */
function lastSunday(year: number, month: number): number {
  const last = new Date(Date.UTC(year, month + 1, 0));
  return last.getUTCDate() - last.getUTCDay();
}

/** Minutes that Paris is east of Greenwich at a moment (in minutes of UTC). */
function parisOffset(at: Date): number {
  const year = at.getUTCFullYear();
  const summer = Date.UTC(year, 2, lastSunday(year, 2), 1);
  const winter = Date.UTC(year, 9, lastSunday(year, 9), 1);
  return at.getTime() >= summer && at.getTime() < winter ? 120 : 60;
}

/**
 * The days and hours that a piece may write for a moment of a notice: that of Paris and, for a buyer overseas, that of its
 * own zone. What is written in universal time is never the hour of a piece.
 */
export function heuresLocales({
  day,
  hour,
  offset,
}: Moment): readonly { readonly day: string; readonly hour: string | undefined }[] {
  if (!hour || offset === undefined) return [{ day, hour }];
  const utc = new Date(new Date(`${day}T${hour}:00Z`).getTime() - offset * 60_000);
  const paris = new Date(utc.getTime() + parisOffset(utc) * 60_000).toISOString();
  const local = { day: paris.slice(0, 10), hour: paris.slice(11, 16) };
  const own = { day, hour };
  const isParisOrUtc = offset === 0 || offset === 60 || offset === 120;
  return isParisOrUtc ? [local] : [own, local];
}

/** « 05/03/2027 à 12 h 00 (UTC), soit 13 h 00 à Paris » */
export function heureDite({ value, shown }: Dit<Moment>): string {
  const [local] = heuresLocales(value);
  if (value.offset !== 0 || !local?.hour) return shown;
  const day = local.day === value.day ? '' : `le ${local.day.split('-').reverse().join('/')} à `;
  return `${shown}, soit ${day}${local.hour.replace(':', ' h ')} à Paris`;
}

/** Least and most days that a length may be. */
export const enJours = (value: Length): readonly [number, number] =>
  'days' in value ? [value.days, value.days] : [value.months * 30 - 2, value.months * 31];
