import assert from 'node:assert/strict';
import { openConsultation } from '../../../rules/consultation/open.ts';
import {
  followsPartenariat,
  type PartenariatSignal,
  partenariat,
} from '../../../rules/facts/partenariat/partenariat.ts';
import { partenariatPhases } from '../../../rules/facts/partenariat/phases.ts';
import type { Piece } from '../../../rules/kit/piece.ts';

const open = (text: string): Piece => {
  const [piece] = openConsultation([{ path: 'rc.md', text }], { date: '2026-12-01' }).pieces;
  assert.ok(piece);
  return piece;
};
const says = (text: string, signal: PartenariatSignal) =>
  open(text)
    .ask(partenariat)
    .some((f) => f.signals.includes(signal));

const CASES: readonly (readonly [PartenariatSignal, readonly string[], readonly string[]])[] = [
  [
    'nombre',
    [
      'Le partenariat d’innovation est conclu avec un partenaire unique.',
      'Le partenariat est attribué à deux opérateurs économiques au maximum.',
      "L'acheteur retient trois partenaires.",
      'Il s’agit d’un partenariat multi-attributaires.',
      'Le partenariat d’innovation sera passé avec une seule entreprise.',
      'Contrats individuels : 3',
      '| Étape | Partenaires |\n|---|---|\n| Étude | 4 |\n| Pilote | 2 |',
    ],
    [
      'Le ou les partenaires exécutent le contrat.',
      'Le partenariat peut être conclu avec un ou plusieurs opérateurs.',
      'Cinq candidats sont admis à négocier.',
      'Le partenaire remet un rapport.',
      'Les partenaires sociaux sont consultés.',
      '| Étape | Candidats |\n|---|---|\n| Étude | 4 |',
      '| Étape | Partenaires |\n|---|---|\n| Étude | à fixer |',
    ],
  ],
  [
    'objectif',
    [
      'Des objectifs intermédiaires sont fixés pour chaque phase.',
      'À la fin de la phase 1, le prototype doit atteindre une précision de 85 %.',
      'Trois jalons rythment le partenariat.',
      'Les niveaux de performance attendus à l’issue de chaque phase sont les suivants.',
      'J1 (T0 + 6) : rendement ≥ 80 %.',
      'RV1 (M8), TRL 4.',
    ],
    [
      'Les objectifs de la caisse sont rappelés au chapitre 1.',
      'Le titulaire remet un rapport chaque trimestre.',
      'M8 : rapport.',
    ],
  ],
  [
    'fin',
    [
      "Si l'objectif n'est pas atteint, l'acheteur peut mettre un terme au partenariat.",
      'À l’issue de chaque phase, l’acheteur peut réduire le nombre de partenaires.',
      'À défaut, le contrat est résilié sans indemnité.',
      'En cas d’échec de la phase 1, le partenariat prend fin.',
      'Jalon J1 non franchi : le contrat s’éteint.',
      'Essais non concluants : exclusion du partenaire.',
      'Si la revue est défavorable, le contrat est rompu.',
    ],
    [
      "L'acheteur peut résilier le marché pour un motif d'intérêt général.",
      'Le partenariat prend fin à l’admission de la dernière livraison.',
      'Le rapport non remis donne lieu à une rupture de confiance.',
    ],
  ],
  [
    'besoin',
    [
      'Aucun produit disponible sur le marché ne satisfait ce besoin.',
      "Le besoin ne peut être satisfait par l'acquisition de services déjà disponibles sur le marché.",
      'Les solutions existantes ne permettent pas de mesurer le débit.',
      'Il n’existe pas d’équivalent sur le marché.',
      'Une étude de marché a montré qu’aucun industriel ne propose de dispositif répondant au besoin.',
      'Le sourçage a établi l’absence de solution commercialisée.',
    ],
    ["Le marché n'est pas alloti.", 'Les solutions du marché sont nombreuses.', "Aucun candidat n'est présélectionné."],
  ],
  [
    'droits',
    [
      'Les résultats sont la propriété du partenaire.',
      "Le partenaire concède à l'acheteur une licence d'utilisation.",
      'La répartition des droits de propriété intellectuelle est fixée comme suit : le partenaire conserve les brevets.',
    ],
    [
      'La négociation respecte les droits de propriété intellectuelle de chaque candidat, que rien ne permet d’exploiter.',
      'Le partenaire garde le secret.',
    ],
  ],
];

for (const [signal, yes, no] of CASES)
  describe(`an innovation partnership, ${signal}`, () => {
    for (const text of yes) it(`says it: ${text}`, () => assert.ok(says(text, signal)));
    for (const text of no) it(`does not: ${text}`, () => assert.ok(!says(text, signal)));
  });

describe('phases of an innovation partnership', () => {
  const read = (text: string) => {
    const { research, acquisition } = open(text).ask(partenariatPhases);
    return [research, acquisition];
  };
  it('reads both in a sentence, a list, a table or headings', () => {
    for (const text of [
      "Le partenariat comporte deux phases : la première, de recherche et développement, la seconde, d'acquisition.",
      'Le partenariat est structuré en phases :\n\n- conception d’un prototype ;\n- achat des équipements.',
      '| Phase | Objet |\n|---|---|\n| 1 | Études et maquette |\n| 2 | Déploiement |',
      '## Phase 1 : faisabilité\n\nSix mois.\n\n## Phase 2 : acquisition\n\nUn an.',
    ])
      assert.deepEqual(read(text), [true, true], text);
  });
  it('takes no phase of the award for one of the contract', () => {
    assert.deepEqual(read('La phase de négociation précède la phase de remise des offres finales.'), [false, false]);
  });
  it('tells what is missing', () => {
    assert.deepEqual(read("Deux phases : une phase d'étude et une phase d'expérimentation."), [true, false]);
    assert.deepEqual(read('Le contrat compte deux phases de livraison.'), [false, true]);
  });
});

describe('the procedure', () => {
  it('is known from the text', () => {
    assert.ok(followsPartenariat(open("La consultation est passée selon la procédure du partenariat d'innovation.")));
    assert.ok(!followsPartenariat(open("La procédure est l'appel d'offres ouvert.")));
  });
});
