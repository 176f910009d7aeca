import type { Sentence } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import type { Piece } from '../../kit/piece.ts';
import { labelled } from '../commun/index.ts';

const IN_FRENCH = fr`(?:offres?|candidatures?|documents?|dossiers?|pièces?|plis?|réponses?|propositions?|mémoires?)[^.;]{0,80} (?:rédigée?s?|présentée?s?|établie?s?|remise?s?|transmise?s?|entièrement|exclusivement|sont|seront|doivent être|en totalité) (?:[a-z]+ ){0,4}(?:langue française|français)|(?:rédige(?:nt)?|remet(?:tent)?|présente(?:nt)?|établi(?:t|ssent)|répond(?:ent)?)[^.;]{0,60} en (?:langue française|français)|langues?(?: (?:de|des) [a-z' ]{1,30})? ?: ?(?:le )?français|(?:seul )?le français est (?:seul |la seule langue )?(?:admis|acceptée?|autorisée?|admise)[^.;]{0,60}(?:offres?|plis?|candidatures?|réponses?)|langue(?: [a-z']+){0,3} que le français (?:ne |n')[^.;]{0,30}(?:acceptée?s?|admise?s?|recevables?|examinée?s?)|(?:seul le français|le français est la seule langue)[^.;]{0,80}(?:offres?|plis?|candidatures?|réponses?)`;
/** Another language is refused, or opened. */
const NO_OTHER = fr`autre langue que le français (?:ne |n')[^.;]{0,30}(?:acceptée?s?|admise?s?|recevables?|examinée?s?)|(?:aucune|ni|exclusion d'une|exclusion de toute) autre langue|toute autre langue (?:est|sera) (?:exclue|refusée|écartée|interdite|proscrite)`;
const OTHER_LANGUAGE = fr`anglais|anglaise|allemand|espagnol|italien|autres? langues?|toute langue|bilingues?`;
const ONLY = fr`une autre langue que le français|exclusivement|uniquement|seule?|entièrement|obligatoirement|en totalité`;

/** A sentence that wants offers in French, with none after it in its paragraph that opens another language. */
export interface InFrench {
  readonly sentence: Sentence;
  /** French and nothing else. */
  readonly only: boolean;
}

/** The sentences of a piece that want offers in French; empty where there is none. */
export const inFrenchOf = ({ draft }: Piece): readonly InFrench[] => [
  ...draft.sentencesWith(IN_FRENCH).flatMap((sentence) => {
    const { sentences } = sentence.passage;
    const rest = sentences.slice(sentences.indexOf(sentence));
    const closed = rest.some((s) => s.has(NO_OTHER));
    if (!closed && rest.some((s) => s.has(OTHER_LANGUAGE))) return [];
    return [{ sentence, only: closed || sentence.has(ONLY) }];
  }),
  // « Langue des offres » beside « français exclusivement »
  ...labelled(draft).flatMap(({ sentence, said }) =>
    !sentence.has(IN_FRENCH) && said.has(IN_FRENCH) && !said.has(OTHER_LANGUAGE)
      ? [{ sentence, only: sentence.has(ONLY) }]
      : [],
  ),
];
