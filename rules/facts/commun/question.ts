import type { Sentence } from '../../kit/draft.ts';

/** « Le dialogue compétitif a-t-il été envisagé ? »: asks whether; « pourquoi » and « quelle » take it for granted. */
const ASKS_WHETHER = /(?:^|[ ,(])(?:est-ce|s'agit-il|[a-z']+-(?:t-)?(?:ils?|elles?|on))(?![a-z])/;
const QUESTION = /\?[^a-z?]*$/;
const ASKS_MORE =
  /(?:^|[ ,(])(?:pourquoi|comment|quand|combien|ou|qui|que|qu'[a-z-]+|en quoi|(?:le|la|les)?quel(?:le)?s?) /;
const YES = /^[^a-z]*oui(?![a-z])/;

/** What comes after, be it the paragraph after a question alone. */
export const wordsAfter = ({ next, passage }: Sentence): string =>
  (next ?? passage.draft.passages[passage.index + 1]?.sentences[0])?.folded ?? '';

/** True where the sentence only asks whether something is so, and is not answered « oui ». */
export const asksWhether = (sentence: Sentence): boolean => {
  const { folded } = sentence;
  return (
    QUESTION.test(folded) && ASKS_WHETHER.test(folded) && !ASKS_MORE.test(folded) && !YES.test(wordsAfter(sentence))
  );
};
