import { numbers } from '../../kit/french/numbers.ts';
import type { Stretch } from '../../kit/french/scan.ts';
import { type ShareItem, shares } from '../../kit/french/shares.ts';
import { FILLER } from './ligne-nom.ts';
import { near, parted } from './partage.ts';
import { sumOf } from './poids-ecrits.ts';

/** `bare`: a number without unit. `coefficient`: a multiplier. */
export type WeightUnit = 'percent' | 'points' | 'bare' | 'coefficient';

/** A weight as written, at its place in the folded text. */
export interface LineWeight extends Stretch {
  readonly value: number;
  /** Upper end of a range. */
  readonly upper?: number | undefined;
  readonly unit: WeightUnit;
  /** What it is out of: « 40/100 ». */
  readonly of?: number | undefined;
}

/** A share as the weight of a line. */
export const asWeight = (s: ShareItem): LineWeight => ({
  from: s.from,
  to: s.to,
  value: s.value,
  upper: s.upper,
  unit: s.unit === 'percent' ? 'percent' : 'points',
  of: s.of,
});

/** « … : 60 »: a number alone that closes a line. */
function closingNumber(folded: string, from: number, to: number): (Stretch & { value: number }) | undefined {
  const m = CLOSING.exec(folded.slice(from, to));
  return m?.[1]
    ? { from: from + m.index + 1, to: from + m.index + m[0].trimEnd().length, value: Number(m[1].replace(',', '.')) }
    : undefined;
}
const CLOSING = /: ?(\d{1,3}(?:,\d{1,2})?)(?=[ .;]*$)/;

/**
 * The weight that closes a line, where the shares before it are its parts and make it: « étendue (25 %), montant (20 %), suivi
 * (10 %) : 55 ».
 */
export function closingSum(folded: string, to: number, list: readonly ShareItem[]): ShareItem | undefined {
  const last = list.at(-1);
  if (!last) return undefined;
  const alone = closingNumber(folded, last.to, to);
  const whole: ShareItem = alone ? { ...alone, unit: last.unit } : last;
  const parts = alone ? list : list.slice(0, -1);
  const groups = parts.length > 1 ? parted(parts, whole.value) : undefined;
  // « 40 points, dont 25 et 15 : 40 » says the weight twice; parts may be out of a hundred of their own.
  const isSum = groups && (alone || groups.length > 1);
  return isSum || (alone && parts.length > 1 && near(sumOf(parts), 100)) ? whole : undefined;
}

/** The weight that comes after a name which ends there: within it, right after it, alone, or the whole of the others. */
export function weightAfter(folded: string, others: readonly ShareItem[], end: number): ShareItem | undefined {
  const next = others[0];
  const last = others.at(-1);
  if (!next || !last) return undefined;
  if (next.from < end || FILLER.test(folded.slice(end, next.from)) || others.length === 1) return next;
  return closesScale(folded, others, end) ? last : undefined;
}

/** « (moins de 50 km : 10 points ; au-delà : 5 points) : 10 points »: what follows the brackets weighs, what they hold does not. */
function closesScale(folded: string, list: readonly ShareItem[], from: number): boolean {
  const open = folded.indexOf('(', from);
  const last = list[list.length - 1];
  const close = last ? folded.lastIndexOf(')', last.from) : -1;
  return (
    open >= 0 &&
    close > open &&
    last !== undefined &&
    !/\)[^()]*\(/.test(folded.slice(open, close)) &&
    FILLER.test(folded.slice(close + 1, last.from)) &&
    list.slice(0, -1).every((s) => s.from > open && s.to <= close)
  );
}

const COEFFICIENT = /(?:coef\w*\.?|(?<![a-z])ponderation) ?:? ?(?:de )?$/;

/** « coefficient un »: an article anywhere else. */
const ONE = /coef\w*\.? ?:? ?(?:de )?une?(?=[ ).;,]*$)/;

/** « noté sur 40 points »; « Prix des prestations 60.0 ». */
export function maybeWeight(folded: string, from: number, to: number): LineWeight | undefined {
  const text = folded.slice(from, to);
  if (!/\d|\bsur |coef/.test(text)) return undefined;
  const scale = shares(text).find((s) => s.unit === 'sur');
  const marks = / sur (\d{1,3})(?: points?)?(?= ?(?:[:;,.)]|$))/.exec(text);
  if (!scale && marks)
    return {
      from: from + marks.index + 1,
      to: from + marks.index + marks[0].length,
      value: Number(marks[1]),
      unit: 'points',
    };
  const closing = scale && closingNumber(folded, from + scale.to, to);
  // « Prix noté sur 10, jugé au regard du devis : 60 »: the scale of its note is no weight.
  if (closing) return { ...closing, unit: 'bare' };
  if (scale) return { from: from + scale.from, to: from + scale.to, value: scale.value, unit: 'points' };
  const one = ONE.exec(text);
  if (one)
    return { from: from + one.index, to: from + one.index + one[0].trimEnd().length, value: 1, unit: 'coefficient' };
  const last = numbers(text).pop();
  const coefficient = last && COEFFICIENT.exec(text.slice(0, last.from));
  if (
    !last ||
    (last.words && !coefficient) ||
    !/^[ ).;,]*$/.test(text.slice(last.to)) ||
    !/[a-z:)(.,=-] ?$/.test(text.slice(0, last.from))
  )
    return undefined;
  if (/(?:n ?°|lot|article|annexe|partie|iso|norme|chapitre) ?$/.test(text.slice(0, last.from)) || last.value > 100)
    return undefined;
  return {
    from: from + (coefficient?.index ?? last.from),
    to: from + last.to,
    value: last.value,
    unit: coefficient ? 'coefficient' : 'bare',
  };
}
