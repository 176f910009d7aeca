import type { DurationItem } from '../../kit/french/durations.ts';

const NAMES = 'janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre'.split(' ');
const month = (n: string) => `(?:debut |fin |mi-)?(?<m${n}>${NAMES.join('|')}) (?<y${n}>20\\d\\d)`;
/** « de juillet 2027 à juin 2033 », « le premier bon part en avril 2027 ; le dernier, en mars 2032 ». */
const SPAN = new RegExp(
  `(?<![a-z0-9])(?:(?:de |d'|entre |depuis |des )${month('1')} (?:a|et|jusqu'a|jusqu'en) ${month('2')}|(?<=premi(?:er|ere)\\b[^.;]{0,40})${month('3')}[^.]{1,30}\\bderni(?:er|ere)\\b[^.;]{0,30}? ${month('4')})`,
);

/** The months from the one named first to the one named last, both counted; the same month of a later year ends a whole number of years. */
export function monthSpan(folded: string): DurationItem | undefined {
  const m = SPAN.exec(folded);
  const { m1, y1, m2, y2, m3, y3, m4, y4 } = m?.groups ?? {};
  if (!m) return undefined;
  const at = (name = '', year = '') => Number(year) * 12 + NAMES.indexOf(name);
  const apart = at(m2 ?? m4, y2 ?? y4) - at(m1 ?? m3, y1 ?? y3);
  const months = apart % 12 === 0 ? apart : apart + 1;
  return apart > 0 ? { from: m.index, to: m.index + m[0].length, value: months, unit: 'mois', months } : undefined;
}
