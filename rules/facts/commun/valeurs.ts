import type { Sentence } from '../../kit/draft.ts';
import { amounts } from '../../kit/french/amounts.ts';
import { dates } from '../../kit/french/dates.ts';
import { durations } from '../../kit/french/durations.ts';
import { shares } from '../../kit/french/shares.ts';

/** Something that is counted, as the facts read it. */
export interface ReadValue {
  readonly kind: 'montant' | 'durée' | 'date' | 'part';
  /** As written. */
  readonly text: string;
  readonly value: number | string;
  readonly unit?: string;
}

const SHARE = { percent: '%', points: 'points', fraction: undefined, sur: undefined } as const;

/** What is counted in a sentence, in the order of the text. */
export function valuesIn(sentence: Sentence): ReadValue[] {
  const { folded, passage } = sentence;
  const all = [
    ...amounts(folded).map((a) => ({ ...a, kind: 'montant' as const, unit: ['€', a.tax, a.unit && `par ${a.unit}`] })),
    ...durations(folded).map((d) => ({ ...d, kind: 'durée' as const, unit: [d.unit, d.kind] })),
    ...dates(folded).map((d) => ({ ...d, kind: 'date' as const, value: dayOf(d), unit: [] })),
    ...shares(folded).map((s) => ({ ...s, kind: 'part' as const, unit: [SHARE[s.unit], s.of && `sur ${s.of}`] })),
  ];
  return all
    .sort((a, b) => a.from - b.from)
    .map(({ kind, value, unit, from, to }) => {
      const words = unit.filter(Boolean).join(' ');
      const text = passage.draft.slice(sentence.at({ from, to }));
      return { kind, text, value, ...(words && { unit: words }) };
    });
}

const dayOf = ({ iso, time }: ReturnType<typeof dates>[number]): string =>
  [iso ?? 'jour qui n’existe pas', time && `${time.hour} h ${String(time.minute).padStart(2, '0')}`]
    .filter(Boolean)
    .join(', ');
