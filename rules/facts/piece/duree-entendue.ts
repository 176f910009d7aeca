import type { Sentence } from '../../kit/draft.ts';
import { DATE_FIGURES } from '../../kit/french/dates.ts';
import { type DurationItem, daysApart, durations, TIME_UNITS } from '../../kit/french/durations.ts';
import { ordered } from '../../kit/french/scan.ts';
import { type Kind, readThings, type ThingSaid } from '../../reading/things.ts';

/** The durations of a folded text, told in units or from one day to another. */
export function lengths(folded: string): DurationItem[] {
  return ordered([...durations(folded), ...daysApart(folded)]);
}

/** Durations, as statements are heard about them: by their unit and size. */
export const DUREES: Kind<DurationItem> = {
  thing: 'duree',
  inGrids: false,
  signs: new RegExp(`${TIME_UNITS.source}|${DATE_FIGURES.source}`),
  find: lengths,
  like: (item) => {
    const { unit = 'mois', months = 0 } = item ?? {};
    const size = months >= 24 ? 'dureelongue' : months >= 6 ? 'dureemoyenne' : 'dureecourte';
    return ['laduree', `dureeen${unit}`, size];
  },
};

/** What a duration is that of. */
export type DurationRole = 'initiale' | 'totale' | 'reconduction' | 'execution' | 'validite' | 'paiement' | 'autre';

/** A duration with what the sense of its sentence says that it is that of. */
export type HeardDuration = ThingSaid<DurationItem, DurationRole>;

/** The durations of a draft, by their sentences, with what each is heard to be that of. */
export const durationsHeard = readThings<DurationItem, DurationRole>(DUREES);

/** « 24 mois. »: the title above says of what, better than its sense. */
export const isAnswerToTitle = ({ folded, passage }: Sentence): boolean =>
  !passage.cell && folded.trim().split(' ').length < 4;
