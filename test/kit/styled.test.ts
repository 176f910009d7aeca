import assert from 'node:assert/strict';
import { Draft } from '../../rules/kit/draft.ts';
import { marksOfSpansIn } from '../../rules/kit/markdown/styled.ts';

describe('words that a converter gives a style', () => {
  it('are read without its marks', () => {
    const draft = new Draft(
      '**[ARTICLE 3 – DÉLAIS]{.underline}**\n\nLe [délai]{.mark} est de [[deux]{.smallcaps} mois]{.underline}.\n',
    );
    assert.deepEqual(
      draft.passages.map((p) => p.text),
      ['ARTICLE 3 – DÉLAIS', 'Le délai est de deux mois.'],
    );
    assert.equal(draft.passages[0]?.heading?.number?.key, '3');
    assert.equal(
      draft.slice(
        draft.passages[1]?.at(draft.passages[1].find(/deux mois/) ?? { from: 0, to: 0 }) ?? { start: 0, end: 0 },
      ),
      'deux]{.smallcaps} mois',
    );
  });
  it('may be a title', () => {
    const [title] = new Draft('## Durée du contrat {#duree .unnumbered}\n').passages;
    assert.equal(title?.text, 'Durée du contrat');
  });
  it('are no field, link or formula', () => {
    for (const text of [
      '[à compléter]',
      '[{{nom}}]',
      '[page](#duree)',
      'x ∈ {0 ; 1}',
      '{{champ}}',
      'Soit l’ensemble {.x}',
      '\\[nom\\]{.x}',
    ])
      assert.deepEqual(marksOfSpansIn(text), [], text);
  });
});
