import { DATE_FIGURES, type DateItem, dates } from '../../kit/french/dates.ts';
import { type Kind, type ThingSaid, thingsOf } from '../../reading/things.ts';

/** Days, as statements are heard about them: an hour is said of a deadline sooner than of a day. */
export const JOURS: Kind<DateItem> = {
  thing: 'date',
  inGrids: true,
  signs: DATE_FIGURES,
  find: dates,
  like: (item) => ['ladate', item?.time ? 'dateavecheure' : 'datesansheure'],
};

/** What a day is that of: the last for offers or for candidatures, the notice's or the consultation's, the invitation's… */
export type DateRole = 'offres' | 'candidatures' | 'avis' | 'invitation' | 'autre';

/** A day with what the sense of its sentence says that it is that of. */
export type HeardDate = ThingSaid<DateItem, DateRole>;

/** The days of a sentence, with what each is heard to be that of. */
export const datesIn = thingsOf<DateItem, DateRole>(JOURS);
