import assert from 'node:assert/strict';
import type { Critere, Grille } from '../../../rules/facts/criteres/arbre.ts';
import { criteres } from '../../../rules/facts/criteres/criteres.ts';
import { open } from '../../rules/tester.ts';

const read = (text: string) => {
  const [piece] = open([{ path: 'rc.md', text: `# Règlement de la consultation\n\n${text}\n` }]).pieces;
  assert.ok(piece);
  return { piece, fact: piece.ask(criteres) };
};
const name = ({ name, weight }: Critere): string => `${name}${weight ? ` ${weight.value} %` : ''}`;
/** « lots 1, 2 classés : Prix 60 % ; Délai 40 % ». */
const summary = (g: Grille): string =>
  [
    ...(g.lots.length > 0 ? [`lots ${g.lots.join(', ')}`] : []),
    ...(g.subsequent ? ['subséquents'] : []),
    ...(g.ranked ? ['classés'] : []),
    ...(g.unweighable ? ['impondérables'] : []),
    `: ${g.criteria.map(name).join(' ; ')}`,
  ].join(' ');
const grids = (text: string) => read(text).fact.grilles.map(summary);

const LIST = '- Prix : 60 %\n- Délai : 40 %';
const FOUND = ': Prix 60 % ; Délai 40 %';
const given = (expected: readonly string[], texts: readonly string[], within: (text: string) => string) => {
  for (const text of texts)
    it(`« ${text.replace(/\n+/g, ' ⏎ ')} »`, () => assert.deepEqual(grids(within(text)), expected));
};

describe('a list of weights', () => {
  const under = (title: string) => `## ${title}\n\n${LIST}`;
  describe('is one of criteria under a title that speaks of judging offers', () => {
    given(
      [FOUND],
      [
        'Jugement des offres',
        'JUGEMENT DES OFFRES',
        'Critères',
        'Critères d’attribution',
        'Choix de l’offre',
        'Analyse des offres',
        'Sélection des offres',
        'Examen et classement des offres',
        'Classement des projets',
        'Attribution du marché',
        'Attribution',
        'Pondération',
        'Offre économiquement la plus avantageuse',
        'Analyse des candidatures et jugement des offres',
        'Critères d’attribution : prix et développement durable',
        'Critères de jugement du mémoire technique',
        'Jugement des offres\n\n### Modalités',
        'Candidatures\n\n### Jugement des offres',
      ],
      under,
    );
  });

  describe('is none under a title that speaks of candidates, or of something else', () => {
    given(
      [],
      [
        'Présentation des candidatures',
        'Critères de sélection des candidats',
        'Nombre maximal de candidats',
        'Pénalités',
        'Avance',
        'Contenu de l’offre',
        'Critères d’acceptation',
        'Critères sociaux',
        'Mémoire technique',
        'Divers',
        'Objet',
        'Analyse des candidatures et des offres',
        'Jugement des offres\n\n### Sélection des candidatures',
        'Pénalités\n\n### Modalités',
      ],
      under,
    );
  });

  const after = (lead: string) => `## Divers\n\n${lead}\n\n${LIST}`;
  describe('is one of criteria after words that announce them', () => {
    given(
      [FOUND],
      [
        'Les offres sont jugées selon les critères suivants :',
        'Les critères d’attribution sont :',
        'Critères de jugement des offres :',
        'Critères retenus pour le jugement des offres :',
        'L’offre est choisie d’après :',
        'Les propositions seront classées ainsi :',
        'Le marché est attribué au vu de :',
        'Le lauréat est désigné d’après :',
        'L’attributaire est choisi sur les critères ci-après :',
        'LES OFFRES SERONT APPRECIEES SELON LES CRITERES CI-DESSOUS :',
        'Les candidatures et les offres sont examinées sur ces critères :',
        'Pour la négociation, les critères d’attribution sont :',
        'La négociation porte sur les offres jugées selon :',
      ],
      after,
    );
  });

  describe('is none after words on candidates, on something else, or that deny it', () => {
    given(
      [],
      [
        'Les candidatures sont examinées selon les critères suivants :',
        'Les pénalités sont réparties comme suit :',
        'Ces éléments ne sont pas des critères :',
        'Ces éléments ne constituent pas des critères de jugement des offres :',
        'Aucun autre critère n’est retenu :',
        'Le prix comprend :',
        'Les critères d’acceptation des prestations sont :',
        'Les critères d’exclusion de la négociation sont :',
        'Les variantes sont remises ainsi :',
        'Le titulaire perçoit :',
        'Les sous-critères sont :',
        'Les délais sont choisis ainsi :',
        'Les offres comprennent :',
      ],
      after,
    );
  });
});

describe('the lots of criteria', () => {
  describe('are those of the words that announce them', () => {
    for (const [lots, expected] of [
      ['le lot 1', '1'],
      ['le lot n° 2', '2'],
      ['le lot n°2', '2'],
      ['le lot no 2', '2'],
      ['les lots nos 2 et 3', '2, 3'],
      ['LE LOT N° 2', '2'],
      ['le lot 12', '12'],
      ['les lots 1 et 3', '1, 3'],
      ['les lots 1 ou 2', '1, 2'],
      ['les lots 1, 2 et 5', '1, 2, 5'],
      ['les lots 5 , 2', '2, 5'],
      ['les lots 1, 2, et 3', '1, 2, 3'],
      ['le lot n°3 et le lot n°4', '3, 4'],
      ['les lots 2 à 4', '2, 3, 4'],
      ['les lots 2-4', '2, 3, 4'],
      ['les lots 2 – 4', '2, 3, 4'],
      ['les lots n° 2 à n° 4', '2, 3, 4'],
      ['les lots n°2 à n°4', '2, 3, 4'],
      ['les lots du lot 2 au lot 4', '2, 3, 4'],
      ['les lots 1 à 3 et 7', '1, 2, 3, 7'],
      ['les lots 4 à 2', '2, 4'],
      ['les lots 1 à 61', '1, 61'],
    ] as const)
      it(`« Pour ${lots} » : ${expected}`, () =>
        assert.deepEqual(grids(`## Jugement des offres\n\nPour ${lots}, les critères sont :\n\n${LIST}`), [
          `lots ${expected} ${FOUND}`,
        ]));
    it('to the sixtieth', () =>
      assert.equal(
        read(`## Jugement des offres\n\nPour les lots 1 à 60, les critères sont :\n\n${LIST}`).fact.grilles[0]?.lots
          .length,
        60,
      ));
  });

  describe('are those of the nearest title, else', () => {
    for (const [head, expected] of [
      ['## Lot 2 – Jugement des offres', '2'],
      ['## Lot 2\n\n### Jugement des offres', '2'],
      ['## Lot 2\n\n### Jugement des offres du lot 4', '4'],
      ['## Lot 2\n\n### Jugement des offres\n\nPour le lot 3, les critères sont :', '3'],
    ] as const)
      it(head.replace(/\n+/g, ' ⏎ '), () =>
        assert.deepEqual(grids(`${head}\n\n${LIST}`), [`lots ${expected} ${FOUND}`]),
      );
  });

  describe('are none in other figures', () => {
    given(
      [FOUND],
      [
        'du lot 60 %',
        'd’un lot 1,5 fois plus grand',
        'du lot 2.000',
        'd’îlots 3',
        'du lot 1234',
        'du ballot 2',
        'de 3 lots',
      ],
      (words) => `## Jugement des offres\n\nLes critères ${words} sont :\n\n${LIST}`,
    );
  });
});

describe('criteria', () => {
  const NAMES = '- Prix\n- Délai';
  const within = (lead: string) => `## Jugement des offres\n\n${lead}\n\n${NAMES}`;
  describe('are ranked by words of order', () => {
    given(
      ['classés : Prix ; Délai'],
      [
        'Les critères, par ordre décroissant d’importance, sont :',
        'Les critères sont hiérarchisés :',
        'Critères, par ordre de priorité décroissante :',
        'Les critères, en premier lieu, sont :',
      ],
      within,
    );
  });
  describe('are not, by words that deny it', () => {
    given(
      [': Prix ; Délai'],
      [
        'Les critères sont :',
        'Les critères, sans ordre de priorité, sont :',
        'Les critères, non hiérarchisés, sont :',
        'Critères (ordre alphabétique) :',
      ],
      within,
    );
  });
  describe('may be said not to bear weights', () => {
    given(
      ['impondérables : Prix ; Délai'],
      ['Il est impossible de pondérer les critères. Les critères sont :'],
      within,
    );
    given(
      ['classés impondérables : Prix ; Délai'],
      [
        'La pondération des critères n’est pas possible.\n\nLes critères, par ordre décroissant, sont :',
        'Les critères ne peuvent pas être pondérés. Les critères, dans cet ordre, sont :',
      ],
      within,
    );
  });
  describe('may be those of the contracts that follow a framework agreement', () => {
    given(
      [`subséquents ${FOUND}`],
      [
        '## Jugement des offres des marchés subséquents',
        '## Jugement des offres\n\nLes critères des marchés subséquents sont :',
        '## Remise en concurrence des titulaires\n\n### Critères',
      ],
      (head) => `${head}\n\n${LIST}`,
    );
  });

  it('may stand in another document', () => {
    const referred = (text: string) => {
      const { piece, fact } = read(`## Jugement des offres\n\n${text}`);
      return fact.referred && piece.draft.slice(fact.referred);
    };
    for (const text of [
      'Les critères sont énoncés dans l’avis.',
      'Les critères sont précisés au règlement de la consultation.',
      'La pondération est indiquée en annexe.',
      'Les critères figurent au CCAP.',
      'Les critères publiés sur le profil d’acheteur.',
    ])
      assert.equal(referred(text), text);
    for (const text of [
      'Les critères sont ceux définis ci-après au présent règlement.',
      'Les critères de sélection des candidatures figurent dans l’avis.',
      'Les critères sont le prix et le délai.',
    ])
      assert.equal(referred(text), undefined, text);
  });
});
