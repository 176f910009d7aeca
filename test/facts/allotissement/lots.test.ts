import assert from 'node:assert/strict';
import { lots } from '../../../rules/facts/allotissement/lots.ts';
import { recount } from '../../../rules/facts/allotissement/recompte.ts';
import { lotNames } from '../../../rules/facts/commun/lots-noms.ts';
import { plain } from '../../../rules/kit/french/fold.ts';
import { open } from '../../rules/tester.ts';

const read = (text: string) => {
  const [piece] = open([{ path: 'rc.md', text }]).pieces;
  assert.ok(piece);
  return piece.ask(lots);
};
const list = (text: string) => read(text).list?.lots.map((l) => `${l.number} ${l.object?.text ?? '-'}`);

describe('the lots of a contract', () => {
  it('are named one by one, in a series or in a range', () => {
    const numbers = (text: string) => lotNames(plain(text)).flatMap((n) => n.numbers);
    assert.deepEqual(numbers('lot n° 02, LOT B. Les lots 1, 2 et 4 ; les lots 5 à 7'), [
      '2',
      'b',
      '1',
      '2',
      '4',
      '5',
      '6',
      '7',
    ]);
    assert.deepEqual(numbers('un lot de pièces, objet, lots et durée, lot 10 000 €'), []);
  });

  it('are listed in items, rows, lines, one sentence and boxes alike', () => {
    const wanted = ['1 mobilier', '2 materiel'];
    assert.deepEqual(list('Le marché est divisé en deux lots :\n\n- Lot 1 : mobilier\n- Lot 2 : matériel'), wanted);
    assert.deepEqual(list('## Lots\n\n| N° | Désignation |\n|---|---|\n| 1 | Mobilier |\n| 2 | Matériel |'), wanted);
    assert.deepEqual(list('Le marché est divisé en deux lots.\n\nLot n°1 – Mobilier\nLot n°2 – Matériel'), wanted);
    assert.deepEqual(list('Il comprend deux lots : lot 1, mobilier ; lot 2, matériel.'), wanted);
    assert.deepEqual(list('**Lot concerné** : ☐ lot 1 – Mobilier ☐ lot 2 – Matériel'), wanted);
  });

  it('are set out by the list of lots and not by that of criteria or delays', () => {
    assert.deepEqual(
      list(
        '## Lots\n\n- Lot 1 : mobilier\n- Lot 2 : matériel\n\n## Délais\n\n- Lot 1 : pose en six semaines\n- Lot 2 : livraison sous huitaine\n- Lot 3 : rien',
      ),
      ['1 mobilier', '2 materiel'],
    );
    // Hours of insertion are owed for some lots.
    const hours =
      '- Lot 1 : gros œuvre = 140 heures\n- Lot 4 : charpente, 36 heures\n- Lot 6 : électricité = 35 heures';
    assert.deepEqual(list(`## Lots\n\n- Lot 1 : mobilier\n- Lot 2 : matériel\n\n## Insertion\n\n${hours}`), [
      '1 mobilier',
      '2 materiel',
    ]);
    assert.equal(read(`## Autres conditions\n\n${hours}`).list, undefined);
    assert.equal(read('## Critères\n\n### Lot 1\n\nPrix.\n\n### Lot 2\n\nPrix.').list, undefined);
  });

  it('are announced by the contract, and not by the limits on how many one may win', () => {
    assert.deepEqual(
      read('La consultation comporte trois lots.').announced.map((a) => a.value),
      [3],
    );
    for (const text of [
      'Un candidat peut se voir attribuer deux lots.',
      'Le titulaire livre deux lots de vingt tables.',
      'Les deux lots sont attribués séparément.',
      'Offre pour un ou plusieurs lots.',
    ])
      assert.deepEqual(read(text).announced, [], text);
  });

  it('are refused with a reason or without', () => {
    const reasons = (text: string) => read(text).notAllotted.map((n) => n.reason !== undefined);
    assert.deepEqual(reasons('Le marché n’est pas alloti.'), [false]);
    assert.deepEqual(reasons('On peut répondre pour un seul lot, plusieurs lots ou l’ensemble des lots.'), []);
    assert.deepEqual(reasons('Un candidat n’a pas la possibilité de présenter pour un lot deux offres.'), []);
    assert.deepEqual(reasons('Le marché fait l’objet d’un lot unique.'), [false]);
    assert.deepEqual(reasons('Le marché n’est pas alloti car les prestations sont indissociables.'), [true]);
    assert.deepEqual(reasons('Le marché n’est pas alloti car il s’agit d’un marché unique.'), [false]);
    assert.deepEqual(
      reasons('Il n’est pas prévu de décomposition en lots. Il est prévu une décomposition en lots.'),
      [],
    );
    assert.deepEqual(reasons('Le lot 2 n’est pas négocié.'), []);
  });
});

describe('a count written again', () => {
  it('keeps words or digits, agreement and capitals', () => {
    assert.equal(recount('trois lots', 4, false), 'quatre lots');
    assert.equal(recount('3 lots', 1, false), '1 lot');
    assert.equal(recount('une tranche conditionnelle', 2, true), 'deux tranches conditionnelles');
    assert.equal(recount('deux (2) tranches optionnelles', 1, true), 'une (1) tranche optionnelle');
    assert.equal(recount('DEUX TRANCHES OPTIONNELLES', 3, true), 'TROIS TRANCHES OPTIONNELLES');
  });
  it('is undefined when there is no number to change or none to write', () => {
    assert.equal(recount('plusieurs lots', 2, false), undefined);
    assert.equal(recount('trois lots', 0, false), undefined);
  });
});
