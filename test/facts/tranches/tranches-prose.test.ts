import assert from 'node:assert/strict';
import { type Tranche, tranches } from '../../../rules/facts/tranches/tranches.ts';
import type { Piece } from '../../../rules/kit/piece.ts';
import { open } from '../../rules/tester.ts';

const piece = (text: string, path = 'rc.md'): Piece => open([{ path, text: `${text}\n` }]).pieces[0] as Piece;
/** « ferme:1 | lot 2 | etude | 20000 »: what is left out is not said. */
const words = ({ id, lot, object, amount }: Tranche): string =>
  [id, lot && `lot ${lot}`, object?.text, amount?.value ?? amount?.kind].filter((x) => x !== undefined).join(' | ');
const listed = (text: string, path?: string): string[] => piece(text, path).ask(tranches).listed.map(words);
const gives = (text: string, ...expected: string[]) =>
  it(`« ${text.replace(/\n+/g, ' ⏎ ')} »`, () => assert.deepEqual(listed(text), expected));

describe('in a sentence, the name of a tranche may come after', () => {
  for (const before of [
    'Le marché comprend :',
    'Le marché est décomposé en',
    'Le marché comporte',
    'Le marché dure un an.',
    'Durée : un an ;',
    'Les études puis',
    'Les études soit',
    'D’une part',
    'Les études - ',
    'Phases : ☐',
    'Phases : - •',
    'Phases : 1)',
    'Phases : 1°',
    'Phases : a.',
    'Phases : 12 -',
    'Phases ; Lot 2 -',
    'Phases ; Lot n° 2 :',
    'Phases ; Lot n°12 - la',
    'Phases : la',
    'Les prestations sont exécutées dans une',
    'Le prix est celui d’une',
    'Le titulaire exécute 1',
  ])
    it(`« ${before} »`, () => {
      const [first, ...others] = piece(`${before} tranche ferme (étude des sols).`).ask(tranches).listed;
      assert.equal(first?.object?.text, 'etude des sols');
      assert.deepEqual(others, []);
    });
  for (const before of ['Le titulaire exécute la', 'Il rend compte de cette', 'Voir la', 'Le prix de la'])
    gives(`${before} tranche ferme (étude des sols).`);
});

describe('what follows the name of a tranche sets it out', () => {
  gives(
    'La tranche ferme, évaluée à 40 000 € HT, porte sur le quai. La tranche optionnelle, d’un prix de 8 000 € HT, a un contenu qui sera défini plus tard.',
    'ferme:1 | quai | 40000',
    'optionnelle:1 | 8000',
  );
  for (const after of [
    'comprend l’étude des sols',
    'comprenant l’étude des sols',
    'correspond à l’étude des sols',
    'correspondant à l’étude des sols',
    'de six mois, comprend l’étude des sols',
    'd’une durée de six mois comprend l’étude des sols',
    'd’une durée de 3 semaines, comprend l’étude des sols',
    'd’une durée de 30 jours, comprend l’étude des sols',
    'd’un an, comprend l’étude des sols',
    '(TF) comprend l’étude des sols',
    '(TF), dédiée à l’étude des sols',
    'est consacrée à l’étude des sols',
    'dont l’objet est l’étude des sols',
    '= étude des sols',
    ': étude des sols',
    '- étude des sols',
    '(étude des sols)',
    ', étude des sols',
  ])
    gives(`Tranche ferme ${after}.`.replace(' ,', ','), 'ferme:1 | etude des sols');
  for (const after of [
    'est confiée au titulaire',
    'qui comprend deux réunions',
    'étude des sols',
    'et tranche optionnelle 1',
  ])
    gives(`Tranche ferme ${after}.`);
  for (const after of [
    'est confiée au titulaire',
    'qui précède la pose',
    'n’est pas reconduite',
    's’achève en mai',
    'dure un an de plus',
  ])
    gives(`- Tranche ferme ${after}.`);
  gives('La tranche ferme, étude des sols.');
  gives('La tranche ferme (TF) débute en mai.');
  gives('Une tranche ferme, étude des sols.');
  // A phrase that begins a line of a converted list.
  gives(
    'Le marché est le suivant\nTranche ferme : étude des sols\nTranche optionnelle : pose',
    'ferme:1 | etude des sols',
    'optionnelle:1 | pose',
  );
});

describe('what goes with a tranche in its list', () => {
  // The sentence that introduces the list announces, and lists nothing.
  gives(
    'Le marché comprend une tranche ferme et une tranche optionnelle :\n\n- Tranche ferme : étude des sols ;\n- Tranche optionnelle : pose.',
    'ferme:1 | etude des sols',
    'optionnelle:1 | pose',
  );
  gives('Tranche ferme :\n\n- étude des sols ;\n- plans.', 'ferme:1 | etude des sols');
  gives(
    '- Tranche ferme :\n  - étude des sols\n  - prix : 20 000 € HT\n- Tranche optionnelle :\n  - pose\n  - prix : 30 000 € HT',
    'ferme:1 | etude des sols | 20000',
    'optionnelle:1 | pose | 30000',
  );
  gives(
    '- Tranche ferme : étude des sols\n  - voir la tranche optionnelle, 30 000 € HT\n- Autre point\n\n  Montant : 20 000 € HT',
    'ferme:1 | etude des sols',
  );
  gives(
    '- Tranche ferme : étude des sols\n\nAutres prix :\n\n- Fournitures\n\n  Montant : 20 000 € HT',
    'ferme:1 | etude des sols',
  );
  gives(
    '- Tranche ferme : étude des sols ; tranche optionnelle : pose\n  - prix : 20 000 € HT',
    'ferme:1 | etude des sols',
    'optionnelle:1 | pose',
  );
});

describe('a heading sets out a tranche', () => {
  const ONE = ['ferme:1 | etude des sols'];
  for (const heading of [
    '3.2.a Tranche ferme',
    'Annexe 2 : tranche ferme',
    'Annexe – Tranche ferme',
    'Chapitre IV – Tranche ferme',
    'Titre II : la tranche ferme',
    '3. Lot 2 – Tranche ferme',
    'Lot n° 12 : tranche ferme',
    '✔ Tranche ferme',
    '3. Lot n° 12 : tranche ferme (étude des sols)',
    '3. Lot 2: la tranche ferme – étude des sols',
    '3. Lot 2 - tranche ferme : étude des sols',
    'B – Tranche ferme',
  ])
    gives(
      `# Règlement\n\n## ${heading}\n\nÉtude des sols.`,
      ...(/ot/.test(heading)
        ? [heading.includes('12') ? 'ferme:1 | lot 12 | etude des sols' : 'ferme:1 | lot 2 | etude des sols']
        : ONE),
    );
  gives('# Règlement\n\n**Tranche ferme**\n\nÉtude des sols.', ...ONE);
  gives('## 2. Étude des sols (tranche ferme).\n\nTexte.', ...ONE);
  gives('## 2. Étude des sols - tranche ferme\n\nTexte.', ...ONE);
  for (const heading of ['Prix de la tranche ferme', 'Suivi (tranche ferme) et essais', 'Objet et tranche ferme'])
    gives(`# Règlement\n\n## ${heading}\n\nÉtude des sols.`);
  // What stands below.
  gives('## Tranche ferme\n\n### Contexte général\n\nÉtude des sols.', ...ONE);
  gives('## Tranche ferme\n\n| Livrable | Poids |\n|---|---|\n| Étude des sols | 2 |', ...ONE);
  gives(
    '## Tranche ferme\n\nÀ définir ; six mois.\n\n## Tranche optionnelle\n\nPose.',
    'ferme:1',
    'optionnelle:1 | pose',
  );
  gives('## Tranche ferme\n\nSix mois.\n\n## Tranche optionnelle\n\nTrois mois.');
  it('with the tranches of the headings beside it', () => {
    const { listed } = piece(
      '# Règlement\n\n## Tranche ferme\n\nÉtude.\n\n## Tranche optionnelle\n\nPose.\n\n# CCTP\n\n## Tranche ferme\n\nPlans.',
    ).ask(tranches);
    assert.deepEqual(
      listed.map((t) => t.container === listed[0]?.container),
      [true, true, false],
    );
    assert.deepEqual(
      listed.map((t) => t.section.title),
      ['reglement', 'reglement', 'cctp'],
    );
  });
});
