import assert from 'node:assert/strict';
import { recount } from '../../../rules/facts/allotissement/recompte.ts';
import { lotAt, lotNames, onlyLot } from '../../../rules/facts/commun/lots-noms.ts';
import { plain } from '../../../rules/kit/french/fold.ts';
import { open } from '../../rules/tester.ts';

const numbers = (text: string) => lotNames(plain(text)).flatMap((n) => n.numbers);

describe('the number of a lot', () => {
  for (const [text, ...expected] of [
    ['Lot 1', '1'],
    ['LOT N° 02', '2'],
    ['lot n°2', '2'],
    ['lot no 3', '3'],
    ['lot no3', '3'],
    ['lot numéro 4', '4'],
    ['lot num. 5', '5'],
    ['lot num.5', '5'],
    ['lot 123', '123'],
    ['Lot I', '1'],
    ['Lot II', '2'],
    ['lot iii', '3'],
    ['lot iv', '4'],
    ['lot V', '5'],
    ['lot VIII', '8'],
    ['lot ix', '9'],
    ['lot B', 'b'],
    ['lot A', 'a'],
    ['lot A : peinture', 'a'],
    ['lot A est attribué', 'a'],
    ['le lot A comprend la peinture', 'a'],
    ['lot 1-2', '1-2'],
    ['lot 1.2', '1.2'],
    ['lot 10.12', '10.12'],
    ['lot 2a', '2a'],
    ['sous-lot 3', '3'],
    ['lots A et B', 'a', 'b'],
    ['lots 1, 2 et 3', '1', '2', '3'],
    ['lots 1 & 2', '1', '2'],
    ['lots 1&2', '1', '2'],
    ['lots 1 / 2', '1', '2'],
    ['lots i et ii', '1', '2'],
    ['lot 1 ou 2', '1', '2'],
    ['lot 1 et lot 2', '1', '2'],
    ['lot 1 et le 2', '1', '2'],
    ['lots 1 à 4', '1', '2', '3', '4'],
    ['lots n° 1 à n° 3', '1', '2', '3'],
    ['lots n°1 à n°3', '1', '2', '3'],
    ['lots numéro 1 à numéro 3', '1', '2', '3'],
    ['lots num. 1 et num. 2', '1', '2'],
    ['du lot 2 au lot 3', '2', '3'],
    ['lots 1 et 3 à 5', '1', '3', '4', '5'],
    ['lots 5 à 3', '5', '3'],
    ['lots 1 à 1', '1', '1'],
    // Too many to be a range of lots.
    ['lots 1 à 61', '1', '61'],
    ['lots 1 à 100', '1', '100'],
  ] as const)
    it(`« ${text} » gives ${expected.join(', ')}`, () => assert.deepEqual(numbers(text), expected));

  it('counts on to the sixtieth', () => assert.equal(numbers('lots 1 à 60').length, 60));

  for (const text of [
    'le lot a été attribué',
    'le lot a une durée d’un an',
    'lot c’est-à-dire',
    'lot 2 000 €',
    'lot 4000',
    'lot 10 %',
    'lot 10%',
    'lot 10,5',
    'lot 5 €',
    'lot 12/2026',
    'lot 1234',
    'lot d’outils',
    'lot IIII',
    'un lot de pièces',
    'pilot 3',
    'des lots',
    'îlot 3',
  ])
    it(`is not in « ${text} »`, () => assert.deepEqual(numbers(text), []));

  it('is that of a lot named alone', () => {
    assert.equal(onlyLot('lot 2, lot n° 2'), '2');
    assert.equal(onlyLot('lots 1 et 2'), undefined);
    assert.equal(onlyLot('marche'), undefined);
  });

  it('ends with its last figure', () => {
    const folded = plain('Le lot n° 2 et les lots 3 à 5 , puis');
    assert.deepEqual(
      lotNames(folded).map((n) => folded.slice(n.from, n.to)),
      ['lot n° 2', 'lots 3 a 5'],
    );
  });

  it('is that of the sentence, of its lead, or of the nearest title', () => {
    const lotOf = (text: string) => {
      const passage = open([{ path: 'rc.md', text }]).pieces[0]?.draft.passages.at(-1);
      assert.ok(passage);
      return lotAt(passage);
    };
    assert.equal(lotOf('# Lot 1\n\nLe lot 2 est attribué.'), '2');
    assert.equal(lotOf('# Lot 1\n\nPour le lot 2 :\n\n- Prix'), '2');
    assert.equal(lotOf('# Lot 1\n\n## Prix\n\nLe prix est ferme.'), '1');
    assert.equal(lotOf('# Lot 1\n\n## Lot 3\n\nLe prix est ferme.'), '3');
    assert.equal(lotOf('# Lots 1 et 2\n\nLe prix est ferme.'), undefined);
    assert.equal(lotOf('Le prix est ferme.'), undefined);
  });
});

describe('a count written again with another number', () => {
  for (const [text, value, expected] of [
    ['trois lots', 4, 'quatre lots'],
    ['Trois lots', 2, 'Deux lots'],
    ['TROIS LOTS', 1, 'UN LOT'],
    ['UN LOT', 2, 'DEUX LOTS'],
    ['1 lot', 2, '2 lots'],
    ['2 LOTS', 1, '1 LOT'],
    ['1 LOT', 2, '2 LOTS'],
    ['03 lots', 4, '04 lots'],
    ['03 lots', 12, '12 lots'],
    ['3 lots', 4, '4 lots'],
    ['10 lots', 4, '4 lots'],
    ['trois (3) lots distincts', 1, 'un (1) lot distinct'],
    ['3 (trois) lots', 5, '5 (cinq) lots'],
    ['un lot séparé', 2, 'deux lots séparés'],
    ['deux lots différents', 3, 'trois lots différents'],
    ['deux lots (2)', 20, 'vingt lots (20)'],
    ['nombre de lots : 3', 4, 'nombre de lots : 4'],
    ['vingt lots', 1, 'un lot'],
  ] as const)
    it(`« ${text} » becomes « ${expected} »`, () => assert.equal(recount(text, value, false), expected));

  for (const [text, value, expected] of [
    ['deux tranches fermes', 1, 'une tranche ferme'],
    ['3 tranches optionnelles', 1, '1 tranche optionnelle'],
    ['Deux tranches conditionnelles', 1, 'Une tranche conditionnelle'],
    ['DEUX TRANCHES', 1, 'UNE TRANCHE'],
    ['une tranche', 2, 'deux tranches'],
  ] as const)
    it(`« ${text} » becomes « ${expected} »`, () => assert.equal(recount(text, value, true), expected));

  it('is spelled out to twenty', () =>
    assert.deepEqual(
      Array.from({ length: 20 }, (_, i) => recount('deux lots', i + 1, false)?.split(' ')[0]),
      'un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf vingt'.split(
        ' ',
      ),
    ));

  it('keeps the words that only look like lots', () =>
    assert.equal(recount('deux lots, pilotes et îlots', 1, false), 'un lot, pilotes et îlots'));

  it('is not written where it cannot be told', () => {
    for (const [text, value] of [
      ['deux lots', 21],
      ['deux lots', 0],
      ['plusieurs lots', 3],
      ['2 lots sur 3 ou 4', 3],
      ['deux lots…', 3],
    ] as const)
      assert.equal(recount(text, value, false), undefined, text);
  });
});
