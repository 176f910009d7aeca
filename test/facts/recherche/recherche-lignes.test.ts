import assert from 'node:assert/strict';
import { lonePhases } from '../../../rules/facts/recherche/phases.ts';
import { recherche } from '../../../rules/facts/recherche/recherche.ts';
import { suites } from '../../../rules/facts/recherche/suites.ts';
import type { Piece } from '../../../rules/kit/piece.ts';
import { open } from '../../rules/tester.ts';

const pieceOf = (text: string): Piece => {
  const [piece] = open([{ path: 'cctp.md', text: `# CCTP\n\n${text}` }]).pieces;
  assert.ok(piece);
  return piece;
};
const signals = (text: string): string =>
  [
    ...new Set(
      pieceOf(text)
        .ask(recherche)
        .found.map((f) => f.signal),
    ),
  ].join(', ');
const row = (label: string, cell: string): string =>
  signals(`| Rubrique | Contenu |\n|---|---|\n| ${label} | ${cell} |`);

describe('what a row says of who pays', () => {
  const TABLE: readonly (readonly [string, string, string])[] = [
    ['Part des dépenses payée par la ville', '100 %', 'finance-tout'],
    ['Financement par la ville', '55 %', 'finance-partie'],
    ['Part des dépenses à la charge du laboratoire', '100 %', 'finance-partie'],
    ['Coût', '40 %', ''],
    ['Financement de l’avance', '30 %', ''],
    ['Financement, majoration', 'majoré de 6 %', ''],
  ];
  for (const [label, cell, wanted] of TABLE)
    it(`${wanted || 'nothing'}: ${label}, ${cell}`, () => assert.equal(row(label, cell), wanted));
});

describe('what a sentence says of research', () => {
  const has = (signal: string, text: string) => signals(text).includes(signal);
  it('pays for all, and no more than all', () => {
    assert.ok(has('finance-tout', 'La ville finance toute la recherche.'));
    assert.ok(!has('finance-partie', 'La ville paie chaque phase au coût constaté, majoré de 9 %.'));
  });
  it('relies on the exclusion, or does not', () => {
    assert.ok(has('exclusion', 'Ce contrat de recherche est exclu du code.'));
    assert.ok(!has('exclusion', 'L’exclusion de l’article L. 2512-5, 2°, n’est-elle pas invoquée ici.'));
  });
  it('speaks of industry in this contract, and not in another', () => {
    assert.ok(has('industriel', 'Plus tard, le titulaire produira l’outillage, puis la fabrication en série.'));
    assert.ok(!has('industriel', 'Plus tard, un contrat distinct, ouvert à tous, portera sur l’outillage de série.'));
  });
});

describe('firms kept for a phase', () => {
  const lone = (text: string) => pieceOf(text).ask(lonePhases).length;
  it('are those of the sentence before', () => {
    assert.equal(lone('La phase d’esquisse réunit quatre équipes. Une seule d’entre elles passe à la suivante.'), 1);
    assert.equal(lone('La salle réunit quatre tables. Une seule d’entre elles passe à la suivante.'), 0);
  });
  it('are none of another contract, nor of a suspended phase', () => {
    assert.equal(lone('Après la fin, un marché distinct est attribué à un seul titulaire.'), 0);
    assert.equal(lone('La phase est suspendue tant qu’une seule équipe reste en lice.'), 0);
    assert.equal(lone('À la fin de la phase, une seule équipe reste en lice.'), 1);
  });
});

describe('an option on the product', () => {
  const promised = (title: string, text: string) => pieceOf(`## ${title}\n\n${text}`).ask(suites).length;
  it('is told by its title', () => {
    assert.equal(promised('Tranche optionnelle', 'L’équipe retenue livre les 300 capteurs mis au point.'), 1);
    assert.equal(promised('Tranche optionnelle', 'L’équipe retenue livre les 300 relevés de terrain.'), 0);
  });
});
