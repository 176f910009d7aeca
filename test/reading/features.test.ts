import assert from 'node:assert/strict';
import { plain } from '../../rules/kit/french/fold.ts';
import { featuresOf } from '../../rules/reading/features.ts';
import { compileLexicon, lexiconOf } from '../../scripts/train/lexicon.ts';

const lexicon = lexiconOf(compileLexicon());
const of = (text: string, part: 'text' | 'heading' | 'context' = 'text') => {
  const { keys, values } = featuresOf(plain(text), part, lexicon);
  return new Map([...keys].map((key, i) => [key, values[i] as number]));
};
const likeness = (a: string, b: string) => {
  const [x, y] = [of(a), of(b)];
  let sum = 0;
  for (const [key, value] of x) sum += value * (y.get(key) ?? 0);
  return sum;
};

describe('The features of a text', () => {
  it('are the same for the ways in which one sentence is typed', () => {
    const written = of("L'offre est écartée d'office.");
    assert.deepEqual(of('L’OFFRE EST ECARTEE D’OFFICE.'), written);
    assert.deepEqual(of('L’offre est\n  écartée d’office.'.normalize('NFD')), written);
  });

  it('have one length in each group, long or short', () => {
    const square = (text: string) => [...of(text).values()].reduce((sum, v) => sum + v * v, 0);
    const [short, long] = [
      'Le pli tardif est rejeté.',
      `Le pli tardif est rejeté ${'par la commission qui en délibère '.repeat(9)}.`,
    ];
    assert.ok(Math.abs(square(short) - square(long)) < 1e-4);
  });

  it('tell what is denied from what is not', () => {
    const denied = likeness('Les offres tardives ne sont pas examinées.', 'Les offres tardives sont examinées.');
    const same = likeness('Les offres tardives sont examinées.', 'Les offres tardives sont examinées.');
    assert.ok(denied < 0.75 * same, `${denied} of ${same}`);
  });

  it('bring together words of one class that share no letter', () => {
    const near = likeness('Le candidat est évincé.', 'Le soumissionnaire est éliminé.');
    const far = likeness('Le candidat est évincé.', 'Le soumissionnaire est payé.');
    assert.ok(near > far, `${near}, ${far}`);
  });

  it('are told apart by their part', () => {
    const own = new Set(of('Négociation').keys());
    for (const part of ['heading', 'context'] as const)
      for (const key of of('Négociation', part).keys()) assert.ok(!own.has(key), part);
  });

  it('are none where there is no word', () => {
    assert.equal(of('').size, 0);
    assert.equal(of('— –').size, 0);
  });
});
