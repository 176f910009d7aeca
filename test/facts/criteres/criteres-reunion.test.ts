import assert from 'node:assert/strict';
import { grids, JUDGE, LIST, read, reads, SETS, table } from './grilles-dites.ts';

const FOUND = 'list : Prix 60 % ; Qualité 40 %';
const PARTS = '- méthode : 30 %\n- moyens : 10 %';

describe('the parts of a criterion, given apart', () => {
  describe('go under the one that their title, lead, header or numbers name', () => {
    reads(
      SETS,
      [
        `Critère n° 2 – Qualité\n\n${table('Sous-critère | Poids', 'Méthode | 30 %', 'Moyens | 10 %')}`,
        'list : Prix 60 % ; Qualité 40 % [Méthode 30 % ; Moyens 10 %]',
      ],
      [
        table('Sous-critères de la qualité | Poids', 'Méthode | 30 %', 'Moyens | 10 %'),
        'list : Prix 60 % ; Qualité 40 % [Méthode 30 % ; Moyens 10 %]',
      ],
      [
        `### Sous-critères de la qualité\n\n${table('Élément | Poids', 'Méthode | 30 %', 'Moyens | 10 %')}`,
        'list : Prix 60 % ; Qualité 40 % [Méthode 30 % ; Moyens 10 %]',
      ],
      [
        `La qualité est appréciée sur les éléments suivants :\n\n${PARTS}`,
        'list : Prix 60 % ; Qualité 40 % [méthode 30 % ; moyens 10 %] (La qualité est appréciée sur les éléments suivants : / méthode : 30 % / moyens : 10 %)',
      ],
      // Two criteria are named: the parts are of neither.
      [
        `La qualité et le prix sont jugés ainsi :\n\n${PARTS}`,
        'list : Prix 60 % (La qualité et le prix sont jugés ainsi :) ; Qualité 40 % (La qualité et le prix sont jugés ainsi :)',
      ],
    );
    reads(
      JUDGE,
      [
        `${table('Critère | Poids', '1. Prix | 60 %', '2. Qualité | 40 %')}\n\n${table('Sous-critère | Poids', '2.1 Méthode | 30 %', '2.2 Moyens | 10 %')}`,
        'table : Prix 60 % ; Qualité 40 % [Méthode 30 % ; Moyens 10 %]',
      ],
      [
        `${table('Critère | Poids', '1. Délai | 60 %', '2. Qualité | 40 %')}\n\n${table('Sous-critère | Poids', '1.1 Méthode | 30 %', '1.2 Moyens | 10 %')}`,
        'table : Délai 60 % [Méthode 30 % ; Moyens 10 %] ; Qualité 40 %',
      ],
    );
  });

  describe('go under the only one that weighs as much, or is no price', () => {
    const parts = (...rows: string[]) => table('Sous-critères | Poids', ...rows);
    reads(
      JUDGE,
      [
        `${table('Critère | Poids', 'Prix | 60 %', 'Qualité | 40 %')}\n\n${parts('Méthode | 30 %', 'Moyens | 10 %')}`,
        'table : Prix 60 % ; Qualité 40 % [Méthode 30 % ; Moyens 10 %]',
      ],
      [
        `${table('Critère | Poids', 'Prix | 60 %', 'Qualité | 40 %')}\n\n${parts('Méthode | 70 %', 'Moyens | 30 %')}`,
        'table : Prix 60 % ; Qualité 40 % [Méthode 70 % ; Moyens 30 %]',
      ],
      [
        `${table('Critère | Poids', 'Prix | 50 %', 'Qualité | 30 %', 'Délai | 20 %')}\n\n${parts('Méthode | 20 %', 'Moyens | 10 %')}`,
        'table : Prix 50 % ; Qualité 30 % [Méthode 20 % ; Moyens 10 %] ; Délai 20 %',
      ],
      [
        `${table('Critère | Poids', 'Prix | 40 %', 'Qualité | 30 %', 'Délai | 30 %')}\n\n${parts('Méthode | 20 %', 'Moyens | 10 %')}`,
        'table : Prix 40 % ; Qualité 30 % ; Délai 30 %',
      ],
      [
        `${table('Critère | Poids', 'Prix | 40 %', 'Qualité | 60 %')}\n\n${table('Poste | Poids', 'Méthode | 50 %', 'Moyens | 10 %')}`,
        'table : Prix 40 % ; Qualité 60 %',
      ],
    );
  });

  describe('go under the title of their criterion', () => {
    reads(
      `${JUDGE}### Prix (60 %)\n\nDQE.\n\n### Qualité (40 %)\n\n`,
      [
        `Les sous-critères sont les suivants :\n\n${PARTS}`,
        'headings : Prix 60 % (DQE.) ; Qualité 40 % [méthode 30 % ; moyens 10 %] (Les sous-critères sont les suivants : / méthode : 30 % / moyens : 10 %)',
      ],
      [
        'Elle est jugée sur la méthode (30 %) et les moyens (10 %).',
        'headings : Prix 60 % (DQE.) ; Qualité 40 % [méthode 30 % ; moyens 10 %] (Elle est jugée sur la méthode (30 %) et les moyens (10 %).)',
      ],
    );
  });

  describe('are no grid of their own for being prices', () => {
    reads(
      JUDGE,
      [
        '### Prix (60 %)\n\n- prix unitaire : 40 %\n- forfait de prix : 20 %\n\n### Délai (40 %)\n\nPlanning.',
        'headings : Prix 60 % [prix unitaire 40 % ; forfait de prix 20 %] (prix unitaire : 40 % / forfait de prix : 20 %) ; Délai 40 % (Planning.)',
      ],
      [
        '### Offre (60 %)\n\n- prix unitaire : 40 %\n- moyens : 20 %\n\n### Délai (40 %)\n\nPlanning.',
        'headings : Offre 60 % [prix unitaire 40 % ; moyens 20 %] (prix unitaire : 40 % / moyens : 20 %) ; Délai 40 % (Planning.)',
      ],
      [
        '### Qualité (60 %)\n\nCritère unique : la tenue (60 %).\n\n### Délai (40 %)\n\nPlanning.',
        'headings : Qualité 60 % (Critère unique : la tenue (60 %).) ; Délai 40 % (Planning.)',
      ],
    );
  });

  describe('go under the criterion of their lot', () => {
    reads(JUDGE, [
      [
        'Pour le lot 1 :',
        table('Critère | Poids', 'Prix | 60 %', 'Qualité | 40 %'),
        'Pour le lot 2 :',
        table('Critère | Poids', 'Prix | 30 %', 'Qualité | 70 %'),
        'Lot 2 : qualité.',
        table('Sous-critère | Poids', 'Méthode | 50 %', 'Moyens | 20 %'),
      ].join('\n\n'),
      'lots 1 table : Prix 60 % ; Qualité 40 %',
      'lots 2 table : Prix 30 % ; Qualité 70 % [Méthode 50 % ; Moyens 20 %]',
    ]);
  });
});

describe('how a criterion is judged', () => {
  describe('is said further on, in a paragraph, a title or a list that names it', () => {
    reads(
      SETS,
      [
        'Qualité : mémoire technique.\n\nPrix : DQE.',
        'list : Prix 60 % (Prix : DQE.) ; Qualité 40 % (Qualité : mémoire technique.)',
      ],
      [
        'La qualité est jugée sur le mémoire.',
        'list : Prix 60 % ; Qualité 40 % (La qualité est jugée sur le mémoire.)',
      ],
      [
        '### Qualité\n\nElle compte.\n\n- méthode\n- moyens\n\n### Prix\n\nLe DQE.',
        'list : Prix 60 % (Le DQE.) ; Qualité 40 % (Elle compte. / méthode / moyens)',
      ],
      [
        'La qualité est appréciée sur :\n\n- la méthode ;\n- les moyens.',
        'list : Prix 60 % ; Qualité 40 % (La qualité est appréciée sur : / la méthode ; / les moyens.)',
      ],
      ['## La qualité\n\nElle compte : mémoire.', 'list : Prix 60 % ; Qualité 40 % (Elle compte : mémoire.)'],
    );
  });
  describe('is not said of offers, of candidates, of another contract or lot, nor elsewhere', () => {
    reads(
      SETS,
      ['Rappel : l’acheteur tient à la qualité.', FOUND],
      ['Qualité : 40 %.', FOUND],
      ['Critère n° 2 – Qualité', FOUND],
      ['Le délai est jugé sur le planning.', FOUND],
      ['Marchés subséquents : la qualité est jugée sur le devis.', FOUND],
      ['## Pénalités\n\nLa qualité est jugée chaque mois.', FOUND],
      ['## Candidatures\n\nLa qualité est jugée sur références.', FOUND],
      ['## Divers\n\nLa qualité est jugée sur le mémoire.', FOUND],
      [`${'Il est dit ici que '.repeat(12)} la qualité est jugée sur le mémoire.`, FOUND],
    );
    reads(JUDGE, [
      `Pour le lot 1, les critères sont :\n\n${LIST}\n\nPour le lot 2, les critères sont :\n\n- Prix : 30 %\n- Qualité : 70 %\n\nPour le lot 2, la qualité est jugée sur le mémoire.`,
      `lots 1 ${FOUND}`,
      'lots 2 list : Prix 30 % ; Qualité 70 % (Pour le lot 2, la qualité est jugée sur le mémoire.)',
    ]);
  });
});

describe('a grid', () => {
  it('numbers its criteria and their parts in order', () => {
    const [grid] = read(
      `${JUDGE}Les critères sont :\n\n- Qualité : 60 %\n  - méthode : 40 %\n  - moyens : 20 %\n- Prix : 40 %`,
    ).grilles;
    assert.deepEqual(
      grid?.criteria.map((c) => [c.rank, c.children.map((x) => x.rank)]),
      [
        [1, [1, 2]],
        [2, []],
      ],
    );
  });

  it('comes in the order of the text', () => {
    assert.deepEqual(
      grids(
        `${JUDGE}Pour le lot 2, les critères sont :\n\n${LIST}\n\nPour le lot 1 :\n\n${table('Critère | Poids', 'Prix | 60 %', 'Qualité | 40 %')}`,
      ),
      [`lots 2 ${FOUND}`, 'lots 1 table : Prix 60 % ; Qualité 40 %'],
    );
  });

  it('has one criterion alone if it weighs all', () => {
    const single = (text: string) => read(`${JUDGE}${text}`).grilles.map((g) => g.single);
    assert.deepEqual(single('Les critères sont :\n\n- Prix : 100 %'), [true]);
    assert.deepEqual(single('Les critères sont :\n\n- Prix : 60 %'), [false]);
    assert.deepEqual(single(`Les critères sont :\n\n${LIST}`), [false]);
  });

  it('is not to be weighted where its article says so, of its lots', () => {
    const said = (text: string) => {
      const { piece, grilles } = read(text);
      return grilles.map((g) => g.unweighable && piece.draft.slice(g.unweighable));
    };
    const WHY = 'La pondération n’est pas possible.';
    assert.deepEqual(said(`${JUDGE}Les critères sont :\n\n- Prix\n- Qualité\n\n${WHY}`), [WHY]);
    assert.deepEqual(said(`${JUDGE}Les critères sont :\n\n- Prix\n- Qualité\n\n## Suite\n\n${WHY}`), [undefined]);
    assert.deepEqual(
      said(
        `${JUDGE}Pour le lot 1, les critères sont :\n\n- Prix\n- Qualité\n\nPour le lot 2, la pondération n’est pas possible.`,
      ),
      [undefined],
    );
  });

  it('points to its lines, its announcement and the weights', () => {
    const { piece, grilles } = read(
      `${JUDGE}Les critères sont :\n\n- Le prix des prestations (60 %) ;\n- La qualité, 40 %.`,
    );
    const slices = grilles.map((g) => [
      g.announce && piece.draft.slice(g.announce),
      ...g.criteria.flatMap((c) => [
        piece.draft.slice(c.line),
        piece.draft.slice(c.at),
        c.weight && piece.draft.slice(c.weight.at),
      ]),
    ]);
    assert.deepEqual(slices, [
      [
        'Les critères sont :',
        'Le prix des prestations (60 %)',
        'prix des prestations',
        '60 %',
        'La qualité, 40 %.',
        'qualité',
        '40 %',
      ],
    ]);
  });
});

describe('paragraphs that begin with the rank of a criterion', () => {
  reads(`${JUDGE}| N° | Critère | Points |\n|---|---|---|\n| 1 | Prix | 60 |\n| 2 | Continuité du service | 40 |\n\n`, [
    '**Critère 1.** Le prix est celui du détail estimatif.\n\n**Critère 2.** Sont examinés le délai de remise en service (30 points) et le stock sur site (10 points).',
    'table : Prix 60 points (Critère 1.** Le prix est celui du détail estimatif.) ; Continuité du service 40 points (Critère 2.** Sont examinés le délai de remise en service (30 points) et le stock sur site (10 points).)',
  ]);
});
