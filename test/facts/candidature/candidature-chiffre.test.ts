import assert from 'node:assert/strict';
import { openConsultation } from '../../../rules/consultation/open.ts';
import { capacites } from '../../../rules/facts/candidature/capacites.ts';
import type { Piece } from '../../../rules/kit/piece.ts';

const open = (text: string): Piece =>
  openConsultation([{ path: 'rc.md', text }], { date: '2026-12-01' }).pieces[0] as Piece;
/** « 300000 ht lot 1 « 300 000 € HT » »; « x2 » for twice the amount of the contract. */
const levels = (text: string) => {
  const piece = open(text);
  return piece.ask(capacites).chiffresAffaires.map(({ montant, multiple, tax, lot, at }) => {
    const level = montant ?? `x${multiple}`;
    return `${[level, tax, lot && `lot ${lot}`].filter(Boolean).join(' ')} « ${piece.draft.slice(at)} »`;
  });
};

describe('a least turnover', () => {
  const CASES: readonly (readonly [text: string, ...expected: string[]])[] = [
    ['Le candidat justifie d’un chiffre d’affaires annuel d’au moins 500 000 € HT.', '500000 ht « 500 000 € HT »'],
    ['LE CHIFFRE D’AFFAIRES MINIMAL EST DE 500 000 EUROS.', '500000 « 500 000 EUROS »'],
    ['Un CA annuel supérieur à 2 M€ TTC est exigé', '2000000 ttc « 2 M€ TTC »'],
    ['Le chiffre d’affaires doit atteindre 80 000 € par an.', '80000 « 80 000 € par an »'],
    ['Un chiffre d’affaires minimum de 80 000 € par lot.', '80000 « 80 000 € par lot »'],
    ['La valeur estimée étant de 90 000 €, un chiffre d’affaires de 120 000 € est exigé.', '120000 « 120 000 € »'],
    ['Chiffre d’affaires minimal : 50 000 € HT (le marché est estimé à 40 000 € HT).', '50000 ht « 50 000 € HT »'],
    ['Le budget impose un chiffre d’affaires de 60 000 € au moins.', '60000 « 60 000 € »'],
    // Multiples of the contract's amount.
    ['Un chiffre d’affaires égal à deux fois le montant du marché est requis.', 'x2 « deux fois »'],
    ['Un chiffre d’affaires d’au moins 1,5 fois l’estimation.', 'x1.5 « 1,5 fois »'],
    ['Le chiffre d’affaires est au moins égal à une fois et demie la valeur estimée.', 'x1.5 « une fois et demie »'],
    ['Le chiffre d’affaires minimal est le triple du montant estimé.', 'x3 « triple du montant »'],
    ['Le chiffre d’affaires minimal est le quintuple du budget.', 'x5 « quintuple du budget »'],
    ['Un chiffre d’affaires minimal de trois fois le montant estimé (100 000 € HT).', 'x3 « trois fois »'],
    // Lots.
    [
      '## Chiffre d’affaires minimal\n\n| Lot | Minimum exigé |\n|---|---|\n| 3 | 250 000 € |\n| 4 | aucun |',
      '250000 lot 3 « 250 000 € »',
    ],
    ['## Chiffre d’affaires minimal\n\n| Lot | Estimation |\n|---|---|\n| 3 | 250 000 € |'],
    [
      'Chiffre d’affaires minimal : lot 1 : 300 000 € ; lot 2 : 100 000 €.',
      '300000 lot 1 « 300 000 € »',
      '100000 lot 2 « 100 000 € »',
    ],
    [
      'Chiffre d’affaires minimal de 300 000 € (lot n° 1), de 100 000 € (lot n° 2).',
      '300000 lot 1 « 300 000 € »',
      '100000 lot 2 « 100 000 € »',
    ],
    ['Le lot 3 a quatre sites. Il exige un chiffre d’affaires d’au moins 70 000 €.', '70000 lot 3 « 70 000 € »'],
    ['Les lots 3 et lot 4 ont quatre sites. Il exige un chiffre d’affaires d’au moins 70 000 €.', '70000 « 70 000 € »'],
    ['Le lot 3 a quatre sites. Un chiffre d’affaires d’au moins 70 000 € est exigé.', '70000 « 70 000 € »'],
    ['## Lot 2\n\nUn chiffre d’affaires d’au moins 70 000 € est exigé.', '70000 lot 2 « 70 000 € »'],
    ['## Lot 2\n\n### Capacités\n\nUn chiffre d’affaires d’au moins 70 000 € est exigé.', '70000 lot 2 « 70 000 € »'],
    [
      '## Pièces du lot 1 et du lot 2\n\n### Lot 2\n\nUn chiffre d’affaires d’au moins 70 000 € est exigé.',
      '70000 lot 2 « 70 000 € »',
    ],
    [
      'Le lot 3 a des sites. Un chiffre d’affaires d’au moins 70 000 € est exigé, et il est annuel.',
      '70000 « 70 000 € »',
    ],
    // Several amounts and no lots: the first is the level.
    ['Le chiffre d’affaires minimal est de 70 000 €, contre 50 000 € au marché passé.', '70000 « 70 000 € »'],
    // Tables and lists.
    [
      '| Capacité | Niveau minimal |\n|---|---|\n| Chiffre d’affaires annuel | 600 000 € HT |',
      '600000 ht « 600 000 € HT »',
    ],
    [
      '| Lot | Chiffre d’affaires minimal |\n|---|---|\n| Lot 1 | 60 000 € |\n| Lot 2 | 50 000 € |',
      '60000 lot 1 « 60 000 € »',
      '50000 lot 2 « 50 000 € »',
    ],
    [
      'Chiffre d’affaires minimal exigé :\n\n- lot 1 : 60 000 € ;\n- lot 2 : 50 000 €.',
      '60000 lot 1 « 60 000 € »',
      '50000 lot 2 « 50 000 € »',
    ],
    [
      'Chiffre d’affaires exigé :\n\n| Lot 1 | Lot 2 |\n|---|---|\n| 60 000 € | 50 000 € |',
      '60000 lot 1 « 60 000 € »',
      '50000 lot 2 « 50 000 € »',
    ],
    ['## Niveaux minimaux de capacité\n\n- Chiffre d’affaires : 60 000 €', '60000 « 60 000 € »'],
    [
      '## Niveaux minimaux de capacité\n\n| Quoi | Combien |\n|---|---|\n| Chiffre d’affaires | 60 000 € |',
      '60000 « 60 000 € »',
    ],
    [
      '## Niveaux minimaux de capacité\n\nLe candidat présente :\n\n- Chiffre d’affaires : 60 000 €',
      '60000 « 60 000 € »',
    ],
    [
      '## Niveaux minimaux de capacité\n\nTableau.\n\n| Quoi | Combien |\n|---|---|\n| Chiffre d’affaires | 60 000 € |',
      '60000 « 60 000 € »',
    ],
    // Information, a denial, or something else.
    ['## Capacités\n\n- Chiffre d’affaires : 60 000 €'],
    ['## Niveaux minimaux de capacité\n\nChiffre d’affaires : 60 000 €'],
    ['Aucun niveau minimum de chiffre d’affaires n’est exigé au-delà de 60 000 €.'],
    ['À titre indicatif, le chiffre d’affaires doit atteindre 60 000 €.'],
    ['| Chiffre d’affaires (à titre indicatif) | Niveau minimal |\n|---|---|\n| A | 60 000 € |'],
    ['| Pour information | Niveau minimal |\n|---|---|\n| Chiffre d’affaires | 60 000 € |', '60000 « 60 000 € »'],
    ['| Capacité | Niveau minimal, pour information |\n|---|---|\n| Chiffre d’affaires | 60 000 € |'],
    [
      '| Pénalités et chiffre d’affaires | Niveau minimal |\n|---|---|\n| Pénalités sur chiffre d’affaires | 60 000 € |',
    ],
    ['Le chiffre d’affaires du candidat était de 60 000 € l’an passé.'],
    ['Le montant minimum de commande est de 60 000 €.'],
    ['Le chiffre d’affaires minimal est de 60 € par heure.'],
    ['Le chiffre d’affaires minimal, la valeur estimée du marché étant de 90 000 €, est libre.'],
    ['Le double du montant estimé est exigé en garantie.'],
    ['La pénalité de 60 000 € au moins est due sur le chiffre d’affaires.'],
    ['Les moyens sont exigés.'],
  ];
  for (const [text, ...expected] of CASES)
    it(`in « ${text.replace(/\n+/g, ' / ')} » is ${expected.join(', ') || 'none'}`, () =>
      assert.deepEqual(levels(text), expected));

  it('is justified in its own article, by a reason that speaks of the level', () => {
    const justified = (after: string) =>
      open(`## Capacités\n\nUn chiffre d’affaires de 700 000 € HT au moins est exigé. ${after}`)
        .ask(capacites)
        .chiffresAffaires.map((c) => c.justifie);
    assert.deepEqual(justified('Cette exigence s’explique par les avances.'), [true]);
    assert.deepEqual(justified('Ce montant est motivé par le risque.'), [true]);
    assert.deepEqual(justified('Les délais sont justifiés par les avances.'), [false]);
    assert.deepEqual(justified('Ce montant est annuel.'), [false]);
  });
});

describe('what `dce-lint facts` tells of capacities', () => {
  const shown = (text: string) => capacites.show(open(text).ask(capacites), open(text));
  it('is the levels and the sentences on references, or nothing', () => {
    assert.deepEqual(shown('Un chiffre d’affaires d’au moins 70 000 € est exigé.'), {
      chiffreAffaires: [{ montant: 70000, multiple: undefined, lot: undefined, justifie: false }],
      referencesEliminatoires: [],
    });
    assert.deepEqual(shown('L’absence de références est éliminatoire.'), {
      chiffreAffaires: [],
      referencesEliminatoires: ['L’absence de références est éliminatoire.'],
    });
    assert.equal(shown('Texte.'), undefined);
  });
});

describe('references without which a candidate is out', () => {
  const read = (text: string) => {
    const piece = open(text);
    return piece.ask(capacites).referencesEliminatoires.map((s) => piece.draft.slice(s.at));
  };
  const FAULTS: readonly (readonly [text: string, ...expected: string[]])[] = [
    ['L’absence de références est éliminatoire.', 'L’absence de références est éliminatoire.'],
    [
      'Seul sera admis le candidat présentant trois références.',
      'Seul sera admis le candidat présentant trois références.',
    ],
    [
      'En outre seules seront admises les candidatures présentant trois références.',
      'En outre seules seront admises les candidatures présentant trois références.',
    ],
    [
      'En outre, seul sera retenu le candidat présentant trois références.',
      'En outre, seul sera retenu le candidat présentant trois références.',
    ],
    [
      'Par ailleurs seules seront admises les candidatures présentant trois références.',
      'Par ailleurs seules seront admises les candidatures présentant trois références.',
    ],
    [
      'Ne seront admises que les candidatures présentant trois références.',
      'Ne seront admises que les candidatures présentant trois références.',
    ],
    [
      'Des références sont demandées. Tout candidat ne remplissant pas cette condition est éliminé.',
      'Tout candidat ne remplissant pas cette condition est éliminé.',
    ],
    ['Faute de références, la candidature est rejetée.', 'Faute de références, la candidature est rejetée.'],
    [
      'Moins de trois chantiers comparables entraîne l’irrecevabilité.',
      'Moins de trois chantiers comparables entraîne l’irrecevabilité.',
    ],
    ['Le candidat sans cinq ans d’expérience sera exclu.', 'Le candidat sans cinq ans d’expérience sera exclu.'],
    [
      'Seules seront admises les candidatures présentant trois références.',
      'Seules seront admises les candidatures présentant trois références.',
    ],
    [
      'Par ailleurs, ne seront retenus que les candidats dont des marchés similaires sont recevables.',
      'Par ailleurs, ne seront retenus que les candidats dont des marchés similaires sont recevables.',
    ],
    [
      'Des références sont demandées. Les candidatures qui n’en comportent pas sont rejetées.',
      'Les candidatures qui n’en comportent pas sont rejetées.',
    ],
    [
      'Deux références sont demandées. Dans le cas contraire, le candidat est éliminé.',
      'Dans le cas contraire, le candidat est éliminé.',
    ],
    [
      'Des prestations analogues sont exigées. Toute candidature ne remplissant pas cette condition est écartée.',
      'Toute candidature ne remplissant pas cette condition est écartée.',
    ],
    [
      'Sous peine d’élimination, le candidat présente :\n\n- un DC1 ;\n- trois références au moins ;\n- un DC2.',
      'trois références au moins ;',
    ],
    ['| Pièce | Éliminatoire |\n|---|---|\n| Trois références | Oui |\n| DC1 | Oui |', 'Trois références'],
    ['| Pièce | Sanction |\n|---|---|\n| Trois références | Éliminatoire |\n| DC1 | Éliminatoire |', 'Éliminatoire'],
    ['| Pièce | Sanction |\n|---|---|\n| Trois références | Absence éliminatoire |', 'Absence éliminatoire'],
  ];
  for (const [text, ...expected] of FAULTS)
    it(`are told by « ${text.replace(/\n+/g, ' / ')} »`, () => assert.deepEqual(read(text), expected));

  for (const text of [
    'L’absence de références est éliminatoire. Le candidat peut fournir tout autre moyen de preuve.',
    'Des références sont demandées. À défaut, le candidat est éliminé. Tout autre moyen de preuve est recevable.',
    'Trois références sont demandées. La signature manque : à défaut, le pli est rejeté.',
    'Seules seront admises les candidatures signées.',
    'Trois références sont demandées. Le candidat fournit une attestation. À défaut, la candidature est rejetée.',
    'Des références sont demandées. À défaut, le candidat est éliminé, sauf s’il présente un autre moyen de preuve.',
    'Le candidat présente ses références. Les candidatures hors délai sont éliminées.',
    'Des références sont demandées. L’absence de signature est éliminatoire.',
    'Les références sont jugées. Les offres sans référence du critère de jugement sont rejetées.',
    'L’absence de références n’est pas éliminatoire.',
    'L’absence de références ne suffira pas à elle seule à éliminer un candidat.',
    'Seules les offres présentant trois références seront admises.',
    'Seuls les candidats présentant trois références ou équivalent seront admis.',
    'Seuls les candidats présentant trois références seront admis. D’autres preuves de référence sont possibles.',
    'L’absence de références est éliminatoire. À défaut d’en avoir, le candidat présente des références de ses salariés.',
    'La référence cadastrale absente est éliminatoire.',
    'Les références normatives manquantes sont éliminatoires.',
    '## L’absence de références est éliminatoire\n\nTexte.',
    'Le candidat présente, sous peine d’élimination :\n\n- un DC1 ;\n- ses références.',
    'L’absence n’est pas éliminatoire, mais le candidat présente :\n\n- trois références au moins.',
    'Le candidat présente :\n\n- trois références au moins.',
    'Sous peine d’élimination, par tout moyen, le candidat présente :\n\n- trois références au moins.',
    '| Pièce | Éliminatoire |\n|---|---|\n| Trois références | Non |',
    '| Pièce | Obligatoire |\n|---|---|\n| Trois références | Oui |',
    '| Pièce | Sanction |\n|---|---|\n| Trois références ou équivalent | Éliminatoire |',
    '| Pièce | Sanction |\n|---|---|\n| DC1 | Éliminatoire |',
    'Le candidat présente trois références.',
    'L’offre hors délai est rejetée.',
  ])
    it(`are none in « ${text.replace(/\n+/g, ' / ')} »`, () => assert.deepEqual(read(text), []));

  it('stand in order, each once', () =>
    assert.deepEqual(
      read(
        'L’absence de références est éliminatoire.\n\nSeules seront admises les candidatures présentant trois références.',
      ),
      [
        'L’absence de références est éliminatoire.',
        'Seules seront admises les candidatures présentant trois références.',
      ],
    ));
});
