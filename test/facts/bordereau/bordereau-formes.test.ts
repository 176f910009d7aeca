import assert from 'node:assert/strict';
import { bordereau, formesPrix } from '../../../rules/facts/bordereau/index.ts';
import type { Piece } from '../../../rules/kit/piece.ts';
import { open } from '../../rules/tester.ts';

const schedule = (text: string): Piece =>
  open([
    { path: 'rc.md', text: '# RC\n' },
    { path: 'dpgf.csv', text },
  ]).companions[0] as Piece;

const rolesOf = (text: string): string[] =>
  schedule(text)
    .ask(bordereau)
    .flatMap((t) => [...t.columns.keys()].sort());

describe('the columns of a schedule are', () => {
  const has = (header: string, ...expected: string[]) =>
    it(`« ${header} »`, () => assert.deepEqual(rolesOf(`${header}\n1;Sol;3;4;5\n2;Mur;3;4;5\n`), expected));
  has('Ouvrage;Montant HT', 'libelle', 'montant');
  has('N°;Bâtiment;Montant HT', 'libelle', 'montant', 'numero');
  has('N°;Désignation;Unité;Quantité', 'libelle', 'numero', 'quantite', 'unite');
  has('N°;Désignation;Conditionnement;Volume;PU HT', 'libelle', 'numero', 'prix', 'quantite', 'unite');
  has('N°;Désignation;À compléter par vous, en € HT', 'libelle', 'numero', 'prix');
  has('N°;Désignation;Budget maximum en euros');
  has('N°;Désignation;Observations');
});

describe('a row « Ensemble » is', () => {
  const totals = (row: string) =>
    schedule(`N°;Poste;Unité;Montant HT\n1;Sol;m2;40\n2;Mur;m2;50\n${row}\n`).ask(bordereau);
  it('the total, beside an amount alone', () => assert.equal(totals(';Ensemble HT;;90')[0]?.totaux.length, 1));
  it('a line, beside a unit', () => assert.equal(totals('3;Ensemble de portes;ens;90')[0]?.totaux.length, 0));
});

describe('the form of prices is', () => {
  const says = (text: string, ...expected: string[]) =>
    it(`« ${text.replace(/\n+/g, ' ⏎ ')} »`, () => {
      const [piece] = open([{ path: 'ccap.md', text: `# CCAP\n\n${text}\n` }]).pieces;
      const found = (piece as Piece).ask(formesPrix);
      assert.deepEqual(
        found.map((f) => `${f.lots.map((lot) => `lot ${lot} `).join('')}${f.forme}${f.whole ? ', whole' : ''}`),
        expected,
      );
    });
  says(
    'Lot 1 : les prix sont forfaitaires.\nLot 2 : les prix sont unitaires.',
    'lot 1 forfaitaire, whole',
    'lot 2 unitaires, whole',
  );
  says('- Objet : tonte\n- Nature des prix : unitaires', 'unitaires, whole');
  says('| Durée | Forme des prix |\n|---|---|\n| 2 ans | Global et forfaitaire |', 'forfaitaire, whole');
  says('## 4. Prix\n\nPrix unitaires du bordereau.', 'unitaires, whole');
  says('## 4. Pénalités\n\nForfaitaires, de 50 € par jour.');
  says('Le prestataire s’engage. Vous serez payés à prix forfaitaire.', 'forfaitaire');
  says('Vous êtes réglé à prix unitaires.', 'unitaires, whole');
  says('Vous êtes réglé à prix forfaitaire pour la visite annuelle.', 'forfaitaire');
  says('Le marché est à prix unitaires, à l’exclusion de tout forfait.', 'unitaires, whole');
});
