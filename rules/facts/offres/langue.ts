import type { Sentence } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import type { Piece } from '../../kit/piece.ts';

const IN_FRENCH = fr`(?:offres?|candidatures?|documents?|dossiers?|pièces?|plis?|réponses?|propositions?|mémoires?)[^.;]{0,80} (?:rédigée?s?|présentée?s?|établie?s?|remise?s?|transmise?s?|entièrement|exclusivement) (?:[a-z]+ ){0,4}(?:langue française|français)|langues?(?: (?:de|des) [a-z ]{1,30})? ?: ?(?:le )?français`;
const OTHER_LANGUAGE = fr`anglais|anglaise|allemand|espagnol|italien|autres? langues?|toute langue|bilingues?`;
const ONLY = fr`exclusivement|uniquement|seule|entièrement|obligatoirement`;

/** A sentence that wants offers in French, without speaking of another language. */
export interface InFrench {
  readonly sentence: Sentence;
  /** French and nothing else. */
  readonly only: boolean;
}

/** The sentences of a piece that want offers in French; empty where there is none. */
export const inFrenchOf = ({ draft }: Piece): readonly InFrench[] =>
  draft
    .sentencesWith(IN_FRENCH)
    .filter((s) => !s.has(OTHER_LANGUAGE))
    .map((sentence) => ({ sentence, only: sentence.has(ONLY) }));
