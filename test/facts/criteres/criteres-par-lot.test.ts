import assert from 'node:assert/strict';
import { grilles } from './grilles.ts';

const reads = (...cases: readonly (readonly [string, ...string[]])[]) => {
  for (const [text, ...expected] of cases)
    it(`« ${text.replace(/\n+/g, ' ⏎ ').slice(0, 160)} »`, () => assert.deepEqual(grilles(text), expected));
};

describe('lines that begin with their lot are grids by lot', () => {
  reads(
    [
      '- Lot 2 : Qualité : 70\n- Lot 1 : Qualité : 60\n- Lot 1 : Prix : 40\n- Lot 2 : Prix : 30\n',
      'lots 2, list : Qualité 70 ; Prix 30',
      'lots 1, list : Qualité 60 ; Prix 40',
    ],
    [
      'Pour les lots 1 à 3 et 5 : Prix : 60 points\n\nPour les lots 1 à 3 et 5 : Délai : 40 points\n\nPour le lot 4 : Prix : 50 points\n\nPour le lot 4 : Garantie : 50 points\n',
      'lots 1+2+3+5, lines : Prix 60 points ; Délai 40 points',
      'lots 4, lines : Prix 50 points ; Garantie 50 points',
    ],
    [
      '| Critère | Poids |\n|---|---|\n| Lot 1 : Prix | 60 % |\n| Lot 1 : Délai | 40 % |\n| Lot 2 : Prix | 100 % |\n',
      'lots 1, table : Prix 60 % ; Délai 40 %',
      'lots 2, seul, table : Prix 100 %',
    ],
    [
      '### Critère 1 : Lot 9 : Prix – 80 %\n\nAu vu du devis.\n\n### Critère 2 : Lot 9 : Délai – 20 %\n\nAu vu du planning.\n',
      'lots 9, headings : Prix 80 % ; Délai 20 %',
    ],
    [
      'Les offres sont jugées ainsi : Lot 1 : Prix (60 %), Lot 1 : Qualité (40 %), Lot 2 : Prix (50 %), Lot 2 : Délai (50 %).',
      'lots 1, sentence : Prix 60 % ; Qualité 40 %',
      'lots 2, sentence : Prix 50 % ; Délai 50 %',
    ],
    [
      '- Prix (lot 1) : 40\n- Qualité (lot 1) : 60\n- Prix (lot 2) : 70\n- Délai (lot 2) : 30\n',
      'lots 1, list : Prix 40 ; Qualité 60',
      'lots 2, list : Prix 70 ; Délai 30',
    ],
    // A line without lot is of them all.
    [
      '- Prix : 60 %\n- Lot 1 : Vitesse de charge : 40 %\n- Lot 2 : Confort : 30 %\n- Lot 2 : Délai : 10 %\n',
      'lots 1, list : Prix 60 % ; Vitesse de charge 40 %',
      'lots 2, list : Prix 60 % ; Confort 30 % ; Délai 10 %',
    ],
  );
  describe('in tables', () => {
    reads(
      [
        '| Lot | Critère | Poids |\n|---|---|---|\n| 1 | Prix | 60 % |\n| | Qualité | 40 % |\n| 2 | Prix | 50 % |\n| 2 | Délai | 50 % |\n',
        'lots 1, table : Prix 60 % ; Qualité 40 %',
        'lots 2, table : Prix 50 % ; Délai 50 %',
      ],
      [
        '| Critère | Poids |\n|---|---|\n| **Lot 1 : peinture** | |\n| Prix | 60 % |\n| Qualité | 40 % |\n| Lot 2 | |\n| Prix | 50 % |\n| Délai | 50 % |\n',
        'lots 1, table : Prix 60 % ; Qualité 40 %',
        'lots 2, table : Prix 50 % ; Délai 50 %',
      ],
    );
  });
  describe('but for what makes a whole of them all, or weighs lots', () => {
    reads(
      [
        '- Prix du lot 1 : 30 %\n- Délai du lot 1 : 10 %\n- Prix du lot 2 : 40 %\n- Délai du lot 2 : 20 %\n',
        'list : Prix du lot 1 30 % ; Délai du lot 1 10 % ; Prix du lot 2 40 % ; Délai du lot 2 20 %',
      ],
      ['- Lot 1 : 40 %\n- Lot 2 : 60 %\n'],
    );
  });
});

describe('parts with numbers alone', () => {
  reads(
    [
      '- Technique : équipe : 20\n- Prix : 40\n- Technique : 60\n- Technique : méthode : 40\n',
      'list : Prix 40 ; Technique 60 [équipe 20 ; méthode 40]',
    ],
    [
      '- 1-Qualité : 70\n- 1.1-Équipe : 25\n- 1.2-Méthode : 45\n- 2-Prix : 30\n',
      'list : Qualité 70 [Équipe 25 ; Méthode 45] ; Prix 30',
    ],
    [
      '- Critère 1 : Équipe : 30\n- Sous-critère 1 : Profils : 20\n- Sous-critère 2 : Effectif : 10\n- Critère 2 : Méthode : 30\n- Prix : 40\n',
      'list : Équipe 30 [Profils 20 ; Effectif 10] ; Méthode 30 ; Prix 40',
    ],
    [
      '- Prix : 60\n- Technique : 40\n- Équipe : 15\n- Méthode : 25\n',
      'list : Prix 60 ; Technique 40 [Équipe 15 ; Méthode 25]',
    ],
  );
});

describe('the number that closes a line is its weight', () => {
  reads(
    [
      '- Qualité : garanties (25 %), plafond (20 %), suivi (10 %) : 55\n- Prime : 45\n',
      'list : Qualité 55 % [garanties 25 % ; plafond 20 % ; suivi 10 %] ; Prime 45',
    ],
    [
      '- Prix : 55 %\n- Technique : 25 % équipes. 15 % engins. 5 % haies : 45 %\n',
      'list : Prix 55 % ; Technique 45 % [équipes 25 % ; engins 15 % ; haies 5 %]',
    ],
    [
      '- Prix : 60\n- Qualité : matière (20 %), livraison (20 %) regroupant stock (5 %), délai (5 %) et reprise (10 %) : 40\n',
      'list : Prix 60 ; Qualité 40 % [matière 20 % ; livraison 20 % [regroupant stock 5 % ; délai 5 % ; reprise 10 %]]',
    ],
    [
      '- Prix noté sur 10, jugé au regard du devis : 60\n- Délai noté sur 10, au vu du planning : 40\n',
      'list : Prix 60 ; Délai 40',
    ],
    ['- Qualité (notée de 0 à 20 points) : 65\n- Prix (noté sur 20 points) : 35\n', 'list : Qualité 65 ; Prix 35'],
    // Its own weight comes first.
    [
      '- Prix (60 %)\n- Qualité (40 %) : méthode (25 %), équipe (15 %)\n',
      'list : Prix 60 % ; Qualité 40 % [méthode 25 % ; équipe 15 %]',
    ],
    ['- Prix : 70\n- S.A.V. : 30\n', 'list : Prix 70 ; S.A.V 30'],
  );
});

describe('what a retention is worked out on is no criterion', () => {
  reads(['Une retenue de garantie de 5 % du montant initial, augmenté du montant des avenants, sera constituée.']);
});
