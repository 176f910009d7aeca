import assert from 'node:assert/strict';
import type { Critere } from '../../../rules/facts/criteres/arbre.ts';
import { criteres } from '../../../rules/facts/criteres/criteres.ts';
import { open } from '../../rules/tester.ts';
import { gives, grilles } from './grilles.ts';

const weight = ({ weight: w }: Critere): string => (w ? ` ${w.value}${w.unit === 'percent' ? ' %' : ' points'}` : '');
/** « lines : Prix 60 % ; Délai 40 % ». */
const grids = (text: string): string[] => {
  const [piece] = open([{ path: 'rc.md', text: `# Règlement de la consultation\n\n${text}\n` }]).pieces;
  assert.ok(piece);
  return piece
    .ask(criteres)
    .grilles.map((g) => `${g.place} : ${g.criteria.map((c) => `${c.name}${weight(c)}`).join(' ; ')}`);
};
const each = (words: readonly string[], text: (words: string) => string, ...expected: string[]) => {
  for (const w of words) it(`« ${w} »`, () => assert.deepEqual(grids(text(w)), expected));
};

const JUDGE = '## Jugement des offres\n\n';

describe('a title that weighs', () => {
  describe('is of no criterion if it speaks of lots, of the method, or of what follows', () => {
    each(
      [
        'Lot 1',
        'Lots',
        'Jugement',
        'Choix',
        'Critère',
        'Critères',
        'Négociation',
        'Recours',
        'Notation',
        'Attribution',
        'Méthode',
        'Note',
        'Formule',
        'Classement',
        'Modalités',
      ],
      (title) => `${JUDGE}### ${title} (60 %)\n\nUn.\n\n### Prix (40 %)\n\nDeux.`,
    );
  });
  describe('is of one if it names something else', () => {
    for (const [title, name] of [
      ['Lotissement', 'Lotissement'],
      ['Notice', 'Notice'],
      ['Critères environnementaux', 'environnementaux'],
      ['1. Qualité', 'Qualité'],
      ['Critère 1 – Qualité', 'Qualité'],
      ['Sous-critère : Qualité', 'Qualité'],
    ] as const)
      each(
        [title],
        (t) => `${JUDGE}### ${t} (60 %)\n\nUn.\n\n### Prix (40 %)\n\nDeux.`,
        `headings : ${name} 60 % ; Prix 40 %`,
      );
  });
  it('stands beside others that weigh nothing', () =>
    assert.deepEqual(
      grids(`${JUDGE}### Prix (60 %)\n\nUn.\n\n### Délai (40 %)\n\nDeux.\n\n### Remise des plis\n\nTrois.`),
      ['headings : Prix 60 % ; Délai 40 %'],
    ));
  describe('may say it in its text', () => {
    each(
      [
        'Ce critère compte pour 60 points.',
        'Cette note compte pour 60 points.',
        'Le critère vaut 60 points.',
        'Pondération : 60 points.',
        'Poids : 60 points.',
        'Coefficient de 60 points.',
        'Il pèse 60 points.',
        'Elle pèse 60 points.',
        'Item noté sur 60 points.',
        'Notes sur 60 points.',
        'Le DQE sert.\n\nLe critère est noté sur 60 points.',
      ],
      (text) => `${JUDGE}### Prix\n\n${text}\n\n### Délai\n\nPondération : 40 points.`,
      'headings : Prix 60 points ; Délai 40 points',
    );
  });
  describe('does not take the figures of another thing', () => {
    each(
      [
        'Le DQE compte 60 points.',
        'Le critère est large. La remise est de 60 %.',
        'Le critère est large ; la remise est de 60 %.',
        `Le critère ${'est celui du bordereau '.repeat(4)}et vaut 60 points.`,
      ],
      (text) => `${JUDGE}### Prix\n\n${text}\n\n### Délai\n\nPondération : 40 points.`,
    );
  });
});

describe('a paragraph that calls itself a criterion', () => {
  describe('is one, with or without weight', () => {
    for (const [line, name] of [
      ['Critère 1 : Prix', 'Prix'],
      ['Critère n° 1 – Prix', 'Prix'],
      ['Critère n°1 : Prix', 'Prix'],
      ['CRITERE N° 1 : PRIX', 'PRIX'],
      ['Critère I : Prix', 'Prix'],
      ['Critère III – Prix', 'Prix'],
      ['Critère : Prix', 'Prix'],
      ['Critère – Prix', 'Prix'],
      ['Critère « Prix »', 'Prix'],
      ['Critère prix', 'prix'],
      ['Critère qualité', 'qualité'],
      ['Critère technique', 'technique'],
      ['Critère financier', 'financier'],
      ['Critère environnemental', 'environnemental'],
      ['Critère relatif au prix', 'prix'],
      ['Sous-critère 1 : Prix', 'Prix'],
      ['Souscritère 1 : Prix', 'Prix'],
    ] as const)
      each([line], (l) => `## Divers\n\n${l}\n\nCritère 2 : Délai`, `lines : ${name} ; Délai`);
  });
  describe('may have a number, or be bold', () => {
    each(
      ['6.1 Critère 1 : Prix', '6.10 - Critère 1 : Prix', '6.1.2) Critère 1 : Prix', '**Critère 1 : Prix**'],
      (line) => `## Divers\n\n${line}\n\nCritère 2 : Délai`,
      'lines : Prix ; Délai',
    );
  });
  describe('is none for naming criteria in passing', () => {
    each(
      [
        'Critères de recette',
        'Critère de recette',
        'Critère d’alerte',
        'Critère du service',
        'Ce critère est large',
        'Les critères sont larges',
        `Critère 1 : ${'organisation des moyens et des équipes '.repeat(4)}`,
        'Critère 1 : 12',
      ],
      (line) => `## Divers\n\n${line}\n\nCritère 2 : Délai`,
    );
  });
});

describe('lettered paragraphs after criteria are announced', () => {
  describe('are criteria', () => {
    each(
      ['a° le prix ;\n\nb° le délai.', 'a ) le prix ;\n\nb ) le délai.', '10° le prix ;\n\n11° le délai.'],
      (lines) => `${JUDGE}Les critères sont les suivants :\n\n${lines}`,
      'lines : prix ; délai',
    );
    each(
      [
        'a) le prix ;\n\nb) le délai.',
        'a. le prix ;\n\nb. le délai.',
        '- le prix ;\n\n- le délai.',
        '1° le prix ;\n\n2° le délai.',
      ],
      (lines) => `${JUDGE}Les critères sont les suivants :\n\n${lines}`,
      'list : prix ; délai',
    );
    each(
      [
        'Les critères sont les suivants :',
        'Critères d’attribution ci-après',
        'Critères d’attribution ci-dessous',
        'Les critères sont :',
      ],
      (lead) => `## Divers\n\n${lead}\n\na) le prix ;\n\nb) le délai.`,
      'list : prix ; délai',
    );
    each(
      ['- le prix ;\n- le délai.', 'a) le prix ;\n\nb) le délai.'],
      (list) => `## Divers\n\nLes critères comptent.\n\n${list}`,
      'list : prix ; délai',
    );
  });
  describe('are none after other words', () => {
    each(
      [
        'Les éléments sont les suivants :',
        'Les critères comptent.',
        'Les sous-critères sont les suivants :',
        'Ce critère se lit :',
      ],
      (lead) => `## Divers\n\n${lead}\n\na° le prix ;\n\nb° le délai.`,
    );
    each(
      ['Les éléments sont les suivants :', 'Les sous-critères sont les suivants :', 'Ce critère se lit :'],
      (lead) => `## Divers\n\n${lead}\n\na) le prix ;\n\nb) le délai.`,
    );
  });
});

it('a list that comes after that of criteria is another', () => {
  assert.deepEqual(
    grids(`${JUDGE}Les critères sont les suivants :\n\n- Prix : 60 %\n- Délai : 40 %\n\n1. Remise des plis\n2. Envoi`),
    ['list : Prix 60 % ; Délai 40 %'],
  );
  assert.deepEqual(
    grids(`${JUDGE}Les critères sont les suivants :\n\na) le prix ;\n\nRien d’autre.\n\nb) le délai.`),
    [],
  );
});

describe('names under the title of criteria', () => {
  const TITLE = '## Critères de jugement des offres\n\n';
  describe('are none with papers of the offer among them', () => {
    each(
      [
        'Acte d’engagement et délais',
        'Bordereau des délais',
        'Mémoire technique',
        'Détail estimatif des coûts',
        'Détail quantitatif des coûts',
        'Décomposition des coûts',
        'DPGF et délais',
        'BPU et délais',
        'DQE et délais',
        'Devis et délais',
        'Attestation de qualité',
        'Attestations de qualité',
        'Fiche de qualité',
        'Fiches de qualité',
        'Annexe de délais',
        'Annexes de délais',
        'Cahier de formation',
        'Cahiers de formation',
      ],
      (name) => `${TITLE}- Prix\n- ${name}`,
    );
  });
  describe('are criteria with names that only begin alike', () => {
    for (const name of ['Qualité des affiches', 'Délai de reliure', 'Coût des échantillons'])
      each([name], (n) => `${TITLE}- Prix\n- ${n}`, `list : Prix ; ${name}`);
  });
});

describe('a criterion whose title stands right above its lines', () => {
  gives(
    'has the lines with a mark and a weight for sub-criteria, the others for definition',
    [
      '6.1 PRIX – 30 POINTS\nSomme des trois tranches. Note = 30 × prix le plus bas / prix.',
      '6.2 VALEUR TECHNIQUE – 70 POINTS\no taux de réponses justes sur les 200 questions posées lors de la démonstration faite devant les agents : 40 points\no originalité du concept : 20 points\no accessibilité : taux de critères du RGAA respectés sur la page de démonstration présentée aux agents : 10 points',
    ].join('\n\n'),
    'headings : PRIX 30 points ; VALEUR TECHNIQUE 70 points [taux de réponses justes sur les 200 questions posées lors de la démonstration faite devant les agents 40 points ; originalité du concept 20 points ; accessibilité 10 points]',
  );
  gives(
    'needs no number above lines that all have a mark',
    'Prix : 60 points\n• montant de la DPGF\n• montant du bordereau\n\nQualité – 40 points\n► méthode : 30 points\n► originalité : 10 points',
    'lines : Prix 60 points ; Qualité 40 points [méthode 30 points ; originalité 10 points]',
  );
  gives(
    'is no criterion with others below it',
    '6.1 Prix : 60 points\n6.2 Qualité : 40 points',
    ...grilles('6.1 Prix : 60 points\n6.2 Qualité : 40 points'),
  );
});
