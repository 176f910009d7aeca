import type { Sentence } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import type { Piece } from '../../kit/piece.ts';

/** Words by which someone receives rights in a sentence that grants none by itself. */
const RECEIVE = fr`au profit|bénéficient?|bénéficiaires?|mêmes droits|(?:ont|comprend|comporte)(?: [a-z]+){0,8} droit`;

/** The sentences by which someone receives rights; empty where there is none. */
export const receivingRights = ({ draft }: Piece): readonly Sentence[] => draft.sentencesWith(RECEIVE);
