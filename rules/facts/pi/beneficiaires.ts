import type { Passage, Sentence } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import type { Piece } from '../../kit/piece.ts';
import { speaksOf } from '../commun/index.ts';
import type { RightsClause } from './droits.ts';
import { ON_RIGHTS } from './droits-etendue.ts';
import { buyer } from './parties-objets.ts';

/** Words by which someone receives rights in a sentence that grants none by itself. */
const RECEIVE = fr`au profit|bénéficient?|bénéficiaires?|mêmes droits|(?:ont|comprend|comporte)(?: [a-z]+){0,8} droit`;

/** The sentences by which someone receives rights; empty where there is none. */
export const receivingRights = ({ draft }: Piece): readonly Sentence[] => draft.sentencesWith(RECEIVE);

/** Rights, or the use of what is made: « droits fondamentaux » are others. */
const OF_GRANT = fr`${ON_RIGHTS.source}|(?<!libres? de )droits?(?! (?:fondamentaux|humains|et obligations))|résultats?|livrables?|productions?|bénéficiaires?|cessionnaires?|(?:ré)?utilis(?:er|ée?s?|ent|ations?|era|eront)|exploit[a-z]+|usages?|propriété intellectuelle`;
/** True where a sentence, or what it stands under, speaks of rights or of a use: elsewhere nobody receives any. */
export const isOnGrant = (sentence: Sentence): boolean => speaksOf(sentence, OF_GRANT);

const TO_WHOM = fr`cessionnaires?|bénéficiaires?|(?:profit|bénéfici)(?:e|ent|era|eront) de|attributaires? des droits|à qui|droits (?:de l'|de la |de |du |des )[a-z]+`;
/** The buyer is named where the rights are given, or in what else the article says of them. */
export const namesReceiver = ({ acts, unit }: RightsClause): boolean => {
  const own = new Set(acts.map(({ sentence }) => sentence.passage));
  const isOnThem = (p: Passage) =>
    p.isTitle ||
    own.has(p) ||
    p.has(ON_RIGHTS) ||
    p.has(TO_WHOM) ||
    p.lead?.has(TO_WHOM) === true ||
    p.table?.headerOf(p)?.has(TO_WHOM) === true;
  return unit.passages.some((p) => p.has(buyer) && isOnThem(p));
};
