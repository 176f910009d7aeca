import { wholeMonths } from '../../kit/calendar.ts';
import { dates } from '../../kit/french/dates.ts';
import type { DurationItem } from '../../kit/french/durations.ts';

const NAMES = 'janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre'.split(' ');
const month = (n: string) => `(?:debut |fin |mi-)?(?<m${n}>${NAMES.join('|')}) (?<y${n}>20\\d\\d)`;
const BEGINS = 'premi(?:er|ere)|(?:commenc|debut|demarr|ouvr)[a-z]*';
const ENDS =
  "derni(?:er|ere)|(?:se )?termin[a-z]+|s'acheve[a-z]*|prennent fin|prend(?:ra)? fin|cess[a-z]+|s'arrete[a-z]*|jusqu'en";
/** « de juillet 2027 à juin 2033 », « le premier bon part en avril 2027 ; le dernier, en mars 2032 ». */
const SPAN = new RegExp(
  `(?<![a-z0-9])(?:(?:de |d'|entre |depuis |des )${month('1')} (?:a|et|jusqu'a|jusqu'en) ${month('2')}|(?<=\\b(?:${BEGINS})\\b[^.;]{0,40})${month('3')}[^.]{1,30}\\b(?:${ENDS})\\b[^.;]{0,30}? ${month('4')})`,
);

/** The months from the one named first to the one named last, both counted; the same month of a later year ends a whole number of years. */
function betweenMonths(folded: string): DurationItem | undefined {
  const m = SPAN.exec(folded);
  const { m1, y1, m2, y2, m3, y3, m4, y4 } = m?.groups ?? {};
  if (!m) return undefined;
  const at = (name = '', year = '') => Number(year) * 12 + NAMES.indexOf(name);
  const apart = at(m2 ?? m4, y2 ?? y4) - at(m1 ?? m3, y1 ?? y3);
  const months = apart % 12 === 0 ? apart : apart + 1;
  return apart > 0 ? { from: m.index, to: m.index + m[0].length, value: months, unit: 'mois', months } : undefined;
}

const FIRST_TO_LAST = /\bpremi(?:er|ere)\b[^.]*\bderni(?:er|ere)\b/;
/** « Le premier bon part le 1er mai 2027, le dernier le 30 avril 2032 ». */
function betweenDays(folded: string): DurationItem | undefined {
  const [first, last, more] = FIRST_TO_LAST.test(folded) ? dates(folded) : [];
  if (!first?.iso || !last?.iso || more || first.iso >= last.iso) return undefined;
  const months = wholeMonths(first.iso, last.iso);
  return months === undefined ? undefined : { from: first.from, to: last.to, value: months, unit: 'mois', months };
}

/** How long it is from a month, or a day, to a later one that a sentence names. */
export const monthSpan = (folded: string): DurationItem | undefined => betweenMonths(folded) ?? betweenDays(folded);
