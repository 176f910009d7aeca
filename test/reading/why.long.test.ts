import assert from 'node:assert/strict';
import { Draft, type Sentence } from '../../rules/kit/draft.ts';
import { resolved } from '../../rules/reading/anaphora.ts';
import { heardAnywhere, theModel } from '../../rules/reading/hear.ts';
import file from '../../rules/reading/model/wordings.json' with { type: 'json' };
import type { Model } from '../../rules/reading/model.ts';
import { unmarked } from '../../rules/reading/pointed.ts';
import { statementOf } from '../../rules/reading/statement.ts';
import { nearestTo, weigh } from '../../rules/reading/why.ts';
import { readConcepts } from '../../scripts/train/concepts.ts';
import { wordingsOf } from '../../scripts/train/wordings.ts';

const model = theModel() as Model;

describe('why a statement is heard', () => {
  it('is weighed as drafts hear it', () => {
    const concepts = readConcepts();
    for (const { said, unsaid } of concepts)
      for (const { text, heading, context } of [...said.slice(0, 10), ...unsaid.slice(0, 10)]) {
        const draft = new Draft(`${heading ? `# ${heading}\n\n` : ''}${context} ${unmarked(text)}\n`);
        // What a pronoun stands for is heard besides.
        const isPlain = (sentence: Sentence) => resolved(sentence).length === 0;
        const heard = heardAnywhere(draft)
          .filter((h) => isPlain(h.sentence))
          .map((h) => `${h.concept} ${h.surety} ${h.sentence.text}`);
        const weighed = draft.sentences
          .filter(isPlain)
          .flatMap((sentence) =>
            weigh(statementOf(sentence), undefined, model).flatMap(({ concept, surety }) =>
              surety ? `${concept.id} ${surety} ${sentence.text}` : [],
            ),
          );
        assert.deepEqual(new Set(weighed), new Set(heard));
      }
  });

  it('is shown by known wordings: those of the concepts’ own files', () => {
    assert.deepEqual(file, wordingsOf(readConcepts()), 'run `npm run train -- --wordings`');
  });

  it('has no known wording where the concept is not known', async () => {
    assert.deepEqual(await nearestTo('Un pli tardif est admis.', 'offres/aucune', 3), []);
  });
});
