import assert from 'node:assert/strict';
import { Draft } from '../../rules/kit/draft.ts';

const rowsOf = (text: string) =>
  new Draft(text).tables.map(({ header, rows }) => [header, ...rows].map((row) => row.cells.map((c) => c.text)));

describe('a table whose cells are parted by tabs', () => {
  it('has its header and its rows, empty cells too, with what stands over and under it', () => {
    const text = 'Grille du lot 2\nCritère\tPoids\tRegardé\nPrix\t60 %\ttotal\nQualité\t40 %\t\nLe prix compte plus.\n';
    assert.deepEqual(rowsOf(text), [
      [
        ['Critère', 'Poids', 'Regardé'],
        ['Prix', '60 %', 'total'],
        ['Qualité', '40 %', ''],
      ],
    ]);
    const { passages } = new Draft(text);
    assert.deepEqual([passages[0]?.text, passages.at(-1)?.text], ['Grille du lot 2', 'Le prix compte plus.']);
    const cell = passages.find((p) => p.text === '40 %');
    assert.equal(text.slice(cell?.span.start, cell?.span.end), '40 %');
  });

  it('has no header where it is labels and what answers them, but for one in capitals or of known names', () => {
    assert.deepEqual(rowsOf('Début\t1er mars 2027\nPériode ferme\t24 mois'), [
      [
        ['', ''],
        ['Début', '1er mars 2027'],
        ['Période ferme', '24 mois'],
      ],
    ]);
    assert.deepEqual(rowsOf('MANQUEMENT\tPENALITE\nRetard\t30 €')[0]?.[0], ['MANQUEMENT', 'PENALITE']);
    assert.deepEqual(rowsOf('Lot\tObjet\n1\tBancs')[0]?.[0], ['Lot', 'Objet']);
  });

  it('ends where lines have another number of cells, and is none of one line or of an indent', () => {
    assert.equal(rowsOf('Durée\tdeux ans\nDébut\tmars\nN°\tLot\tLieu\n1\tBancs\tNord').length, 2);
    assert.deepEqual(rowsOf('N°\tLot\tLieu\n1\tBancs')[0]?.[1], ['1', 'Bancs', '']);
    assert.deepEqual(rowsOf('3.1\tDurée du marché\n3.2\tReconduction'), []);
    assert.deepEqual(rowsOf('Le lot\t2 ; fin'), []);
    assert.deepEqual(rowsOf('MAIRIE\t2026-07\tCCAP\tpage 1 / 9'), []);
    assert.deepEqual(rowsOf('Le titulaire livre :\n\tles bancs ;\n\tles tables.'), []);
  });
});
