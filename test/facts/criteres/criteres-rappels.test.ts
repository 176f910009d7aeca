import { JUDGE, LIST, reads, SETS, table } from './grilles-dites.ts';

const FOUND = 'list : Prix 60 % ; Qualité 40 %';

describe('what is said twice of the same criteria', () => {
  reads(
    SETS,
    [table('Critère | Poids', 'Prix | 60 %', 'Qualité | 40 %'), 'table : Prix 60 % ; Qualité 40 %'],
    [
      `## Seconde phase\n\nLes critères sont les suivants :\n\n- Prix : 30 %\n- Qualité : 70 %`,
      FOUND,
      'list : Prix 30 % ; Qualité 70 %',
    ],
    [`## Rappel\n\nLes critères sont les suivants :\n\n- Qualité : 40 %\n- Prix : 60 %`, FOUND],
    [`## Rappel\n\nLes critères sont les suivants :\n\n- Coût : 100 %`, FOUND],
    [
      '### Phase 2\n\nLes critères sont les suivants :\n\n- Délai : 60 %\n- Garantie : 40 %',
      FOUND,
      'list : Délai 60 % ; Garantie 40 %',
    ],
    [
      '### Rappel\n\nLes critères sont les suivants :\n\n- Prix : 60 %\n- Qualité : 40 %\n  - méthode : 30 %\n  - moyens : 10 %',
      'list : Prix 60 % ; Qualité 40 % [méthode 30 % ; moyens 10 %] (méthode : 30 % / moyens : 10 %)',
    ],
    [
      `${table('Sous-critère de la qualité | Poids', 'Méthode | 30 %', 'Moyens | 10 %')}\n\n${table('Sous-critère de la qualité | Poids', 'Clarté | 50 %', 'Rigueur | 50 %')}`,
      'list : Prix 60 % ; Qualité 40 % [Méthode 30 % ; Moyens 10 %]',
    ],
    [
      'La qualité est jugée sur les poids suivants : 40 %.',
      'list : Prix 60 % ; Qualité 40 % (La qualité est jugée sur les poids suivants : 40 %.)',
    ],
    [`## Lot 2\n\nLes critères sont les suivants :\n\n${LIST}`, FOUND, `lots 2 ${FOUND}`],
    [`## Marchés subséquents\n\nLes critères sont les suivants :\n\n${LIST}`, FOUND, `subséquents ${FOUND}`],
  );
  reads(
    JUDGE,
    [
      'Les critères sont les suivants :\n\n- Prix\n- Qualité\n\nLe prix compte pour 60 % et la qualité pour 40 %.',
      'sentence : prix 60 % ; qualité 40 %',
    ],
    [
      'Les critères sont :\n\n- Délai : 60 %\n- Garantie : 40 %\n\n### Phase 2\n\nLes critères sont :\n\n- Prix : 60 %\n- Qualité : 40 %',
      'list : Délai 60 % ; Garantie 40 %',
      FOUND,
    ],
    [
      'Les critères sont :\n\n- Prix : XX %\n- Qualité : XX %\n\n### Suite\n\nLes critères sont :\n\n- Prix : 60 %\n- Qualité : 40 %',
      FOUND,
    ],
    [
      `Les critères, par ordre décroissant, sont le prix et la qualité.\n\nLes critères sont les suivants :\n\n${LIST}`,
      'classés list : Prix 60 % (Les critères, par ordre décroissant, sont le prix et la qualité.) ; Qualité 40 % (Les critères, par ordre décroissant, sont le prix et la qualité.)',
    ],
    [
      `Les critères sont les suivants :\n\n- Prix\n- Délai\n\n${table('Critère | Poids', 'Prix | 60 %', 'Délai | 40 %')}`,
      'table : Prix 60 % ; Délai 40 %',
    ],
  );
});

describe('places that speak of the same criteria', () => {
  reads(
    SETS,
    [
      'La qualité est appréciée sur :\n\n- méthode : 30 %\n- moyens',
      'list : Prix 60 % ; Qualité 40 % (La qualité est appréciée sur : / méthode : 30 % / moyens)',
    ],
    [
      'La qualité est appréciée sur :\n\n- méthode : 40 %',
      'list : Prix 60 % ; Qualité 40 % (La qualité est appréciée sur : / méthode : 40 %)',
    ],
    [
      'Pour le lot 2, la qualité est jugée sur le mémoire.',
      'list : Prix 60 % ; Qualité 40 % (Pour le lot 2, la qualité est jugée sur le mémoire.)',
    ],
  );
  reads(
    JUDGE,
    [
      `${table('Critère | Poids', 'Prix | 40 %', 'Qualité | 30 %', 'Délai | 30 %')}\n\nPour la qualité :\n\n${table('Sous-critère | Poids', 'Méthode | 20 %', 'Moyens | 10 %')}`,
      'table : Prix 40 % ; Qualité 30 % [Méthode 20 % ; Moyens 10 %] ; Délai 30 %',
    ],
    [
      `Pour le lot 1, les critères sont :\n\n${LIST}\n\n### Parts\n\n${table('Sous-critère de la qualité | Poids', 'Méthode | 30 %', 'Moyens | 10 %')}`,
      'lots 1 list : Prix 60 % ; Qualité 40 % [Méthode 30 % ; Moyens 10 %]',
    ],
    [
      'Les critères sont :\n\n- Prix : 12 points\n- Qualité : 8 points\n\n### Rappel\n\nLes critères sont :\n\n- Prix : 60 %\n- Qualité : 40 %',
      'list : Prix 12 points ; Qualité 8 points',
    ],
    [
      'Les critères sont :\n\n- Prix : 60 %\n- Qualité : 40 %\n  - méthode : 30 %\n  - moyens : 10 %\n\n### Rappel\n\nLes critères sont :\n\n- Prix : 60 %\n- Qualité : 40 %\n  - clarté : 20 %\n  - tenue : 20 %',
      'list : Prix 60 % ; Qualité 40 % [méthode 30 % ; moyens 10 %] (clarté : 20 % / tenue : 20 %)',
    ],
    [
      `Pour le lot 1, les critères sont :\n\n${LIST}\n\nPour le lot 2, les critères sont :\n\n- Prix : 30 %\n- Qualité : 70 %\n\nLa qualité est jugée sur le mémoire.`,
      'lots 1 list : Prix 60 % ; Qualité 40 % (La qualité est jugée sur le mémoire.)',
      'lots 2 list : Prix 30 % ; Qualité 70 % (La qualité est jugée sur le mémoire.)',
    ],
  );
});
