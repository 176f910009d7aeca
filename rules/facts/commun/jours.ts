import { MONTH_NAME } from '../../kit/french/dates.ts';
import type { Phrase } from '../../kit/markdown/prose.ts';

const DAY = new RegExp(
  `^[^a-z0-9]*(?:(?:les?|du|au|soit le) )?(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)(?![a-z])|\\d{1,2}(?: ?er)? ${MONTH_NAME})`,
);
/** « Le mercredi 16 décembre à 10 h »: true for words that begin with a day, of the week or of a month. */
export const beginsWithDay = ({ folded }: Pick<Phrase, 'folded'>): boolean => DAY.test(folded);
