import type { Sentence } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import { isOfLots } from '../commun/index.ts';

/** What names a quality and requires nothing: by where it stands. */

/** « 2 | Mobilier de propreté | 95 corbeilles », in the list of lots: what a lot is called. */
export const isNameOfLot = ({ passage: { table } }: Sentence): boolean => table !== undefined && isOfLots(table);

/** « "Impératif" : niveau sous lequel… », « "I" : impérative »: what a word of a table means. */
export const isLegend = ({ folded }: Sentence): boolean => /^[^a-z"]*"[a-z ]{1,30}" ?[:=]/.test(folded);

/** « Objectifs poursuivis : – durabilité ; – sobriété »: what is aimed at, in a word. */
export const isAim = ({ passage, folded, section }: Sentence): boolean =>
  passage.list !== undefined && folded.trim().split(' ').length < SHORT && section.heading?.has(AIMS) === true;
const SHORT = 5;
const AIMS = fr`^[^a-z]{0,12}(?:les |nos )?(?:objectifs?|ambitions?|finalités?|enjeux|intentions?)(?: (?:poursuivis?|généraux|recherchés?|de l'opération|du projet|de la collectivité|du maître d'ouvrage))?[^a-z]*$`;
