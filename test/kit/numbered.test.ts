import assert from 'node:assert/strict';
import { Draft } from '../../rules/kit/draft.ts';
import { numberedTitlesIn } from '../../rules/kit/markdown/numbered.ts';

const titles = (text: string) => new Draft(text).headings.map(({ text: words }) => words);
const kinds = (text: string) =>
  new Draft(text).passages.map(({ kind, text: words }) => `${kind} ${words.split('\n')[0]}`);

const WATERING =
  'Le titulaire arrose les massifs chaque matin avant huit heures, du premier\nmai au trente septembre, sans mouiller les allées du parc.';

describe('a numbered title right upon its text', () => {
  it('stands alone', () => {
    assert.deepEqual(titles(`3. Arrosage\n${WATERING}\n\n4. Tonte des pelouses\nLes pelouses sont tondues.`), [
      '3. Arrosage',
      '4. Tonte des pelouses',
    ]);
    assert.deepEqual(kinds(`3. Arrosage\n${WATERING}`), [
      'heading 3. Arrosage',
      'paragraph Le titulaire arrose les massifs chaque matin avant huit heures, du premier',
    ]);
  });

  it('by its first part, or by the list that it announces', () => {
    assert.deepEqual(titles(`5. Parc\n5.1 Arrosage\n${WATERING}`), ['5. Parc', '5.1 Arrosage']);
    assert.deepEqual(titles(`II. Parc\nII.1 Arrosage\n${WATERING}`), ['II. Parc', 'II.1 Arrosage']);
    assert.deepEqual(titles('2. Questions posées\n1. Quel arbre planter ?\n2. À quelle saison ?'), [
      '2. Questions posées',
    ]);
  });

  it('by the number of the one beside it, whatever it stands on', () => {
    assert.deepEqual(titles(`3. Arrosage\n${WATERING}\n\n4. Outils\n• la bêche ;\n• le râteau.`), [
      '3. Arrosage',
      '4. Outils',
    ]);
  });

  it('by its capitals, over any line that has none', () => {
    assert.deepEqual(titles(`4. MATÉRIEL DU PARC\nRéf.\n\nOutil`), ['4. MATÉRIEL DU PARC']);
    assert.deepEqual(titles('4. MATÉRIEL DU PARC\nDES TILLEULS'), []);
  });

  it('and nothing else', () => {
    for (const text of [
      // Items of a list, whose words go on.
      `1. Arrosage des massifs, des pelouses et des jardinières du parc de la\nRésidence des Tilleuls\n2. Tonte`,
      `1. Arrosage\n${WATERING}\n2. Tonte\nLes pelouses sont tondues.`,
      '1. Arrosage\n2. Tonte',
      '1. Arrosage\n1. Tonte',
      '1. Arrosage\nTonte',
      `1. Le titulaire doit arroser\n${WATERING}`,
      `1. Arrosage ;\n${WATERING}`,
      `1. Arrosage\n   ${WATERING.replace('\n', '\n   ')}\n2. Tonte`,
      '```\n3. Arrosage\nLe titulaire arrose les massifs chaque matin.\n```',
    ])
      assert.deepEqual(numberedTitlesIn(text), [], text);
  });
});

describe('a numbered title that ends on the next line', () => {
  it('is one title, where its first line cannot be the last', () => {
    assert.deepEqual(titles(`ARTICLE 6 - CONDITIONS SOCIALES ET\nENVIRONNEMENTALES\n${WATERING}`), [
      'ARTICLE 6 - CONDITIONS SOCIALES ET\nENVIRONNEMENTALES',
    ]);
    assert.deepEqual(titles(`6.2 Entretien des massifs et des\npelouses du parc\n${WATERING}`), [
      '6.2 Entretien des massifs et des\npelouses du parc',
    ]);
  });
  it('and none where a sentence goes on', () => {
    assert.deepEqual(titles(`6.2 Entretien des massifs et des\npelouses du parc, chaque jour.`), []);
    assert.deepEqual(titles(`6.2 Entretien des massifs et des\npelouses, qui est quotidien\n${WATERING}`), []);
  });
});

describe('a title numbered in Roman figures', () => {
  it('has its number, with a part or without', () => {
    const numbers = (text: string) => new Draft(text).sections.map(({ number }) => number?.key);
    assert.deepEqual(
      numbers(`IV. – JARDINS\n\nIV.1 Arrosage\n\n${WATERING}\n\nIV.2 Tonte des pelouses\n\n${WATERING}`),
      ['4', '4.1', '4.2'],
    );
    assert.deepEqual(numbers(`II. Arrosage du parc\n\n${WATERING}\n\nIII – Tonte\n\n${WATERING}`), ['2', '3']);
    assert.deepEqual(numbers(`I.1 Arrosage\n${WATERING}`), ['1.1']);
  });

  it('and a sentence so numbered is none', () => {
    assert.deepEqual(titles('I.2 Le titulaire arrose les massifs.'), []);
    assert.deepEqual(titles('V. Dupont'), []);
    assert.deepEqual(titles('X est le nombre de jours de retard'), []);
  });
});
