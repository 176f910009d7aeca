import assert from 'node:assert/strict';
import { numbers, ordinals, parseFigures, parseWords, roman } from '../../../rules/kit/french/numbers.ts';

const read = (text: string, options = {}) =>
  numbers(text, options).map((n) => `${text.slice(n.from, n.to)} = ${n.value}`);
const ranks = (text: string) => ordinals(text).map((o) => `${text.slice(o.from, o.to)} = ${o.value}`);

describe('a number in words', () => {
  it('is read up to 999 in each of its spellings', () => {
    const cases: [string, number][] = [
      ['zero', 0],
      ['seize', 16],
      ['dix-sept', 17],
      ['dix neuf', 19],
      ['vingt', 20],
      ['vingt-et-un', 21],
      ['vingt et une', 21],
      ['trente-deux', 32],
      ['quarante et un', 41],
      ['cinquante-neuf', 59],
      ['soixante-dix', 70],
      ['soixante et onze', 71],
      ['soixante-dix-neuf', 79],
      ['septante', 70],
      ['septante-deux', 72],
      ['quatre-vingt', 80],
      ['quatre-vingts', 80],
      ['quatre-vingt-un', 81],
      ['quatre-vingt-dix-neuf', 99],
      ['huitante', 80],
      ['octante-trois', 83],
      ['nonante-neuf', 99],
      ['cent', 100],
      ['cent un', 101],
      ['deux cents', 200],
      ['deux cent quatre-vingt-dix', 290],
      ['dix-neuf cents', 1900],
      ['mille', 1000],
      ['deux mille vingt-sept', 2027],
      ['cent mille', 100000],
      ['un million', 1e6],
      ['deux millions cinq cent mille', 2.5e6],
      ['trois milliards', 3e9],
      ['un milliard deux millions trois mille quatre', 1002003004],
    ];
    for (const [text, value] of cases) {
      assert.equal(parseWords(text), value, text);
      if (text !== 'zero') assert.deepEqual(read(`soit ${text} agents`), [`${text} = ${value}`], text);
    }
  });

  it('ends where the next words begin another', () => {
    assert.deepEqual(read('deux trois'), ['deux = 2', 'trois = 3']);
    assert.deepEqual(read('vingt vingt'), ['vingt = 20', 'vingt = 20']);
    assert.deepEqual(read('vingt et deux'), ['vingt = 20', 'deux = 2']);
    assert.deepEqual(read('trente douze'), ['trente = 30', 'douze = 12']);
    assert.deepEqual(read('vingt zero'), ['vingt = 20', 'zero = 0']);
    assert.deepEqual(read('mille millions'), ['mille = 1000']);
    assert.deepEqual(read('deux mille et trois'), ['deux mille = 2000', 'trois = 3']);
    assert.deepEqual(read('cent cent'), ['cent = 100', 'cent = 100']);
    assert.deepEqual(read('un cent'), ['cent = 100']);
    for (const text of ['deux trois', 'vingt et', 'un lot', 'deux-', ' ', 'x'.repeat(201)])
      assert.equal(parseWords(text), undefined, text);
    assert.equal(parseWords(' deux '), 2);
  });

  it('is no article, unless articles are asked for', () => {
    assert.deepEqual(read('un lot et une tranche'), []);
    assert.deepEqual(read('un lot et une tranche', { articles: true }), ['un = 1', 'une = 1']);
    assert.deepEqual(read("l'un et quelqu'un", { articles: true }), []);
    assert.deepEqual(read('vingt et un'), ['vingt et un = 21']);
  });

  it('is no « new », no month, no part of a word, no percent, no rank', () => {
    for (const text of [
      ...[
        'remis a neuf',
        'a l’etat neuf'.replace('’', "'"),
        'tout neuf lots',
        'flambant neuf lots',
        'materiel neuf et beau',
        'neuf.',
        'neuf',
      ],
      ...['sept. 2027', 'deux-roues', 'lave-deux', 'vingt-deuxieme', 'deux et troisieme'],
    ])
      assert.deepEqual(
        read(text).filter((n) => !n.startsWith('2027')),
        [],
        text,
      );
    assert.deepEqual(read('neuf lots'), ['neuf = 9']);
    assert.deepEqual(read('sept. lots'), ['sept = 7']);
    assert.deepEqual(read('vingt pour cent'), ['vingt = 20']);
    assert.deepEqual(read('20 pour cent'), ['20 = 20']);
    assert.deepEqual(read('20 p. cent'), ['20 = 20']);
    assert.deepEqual(read('prix pour cent lots'), ['cent = 100']);
    assert.deepEqual(read('deux systeme'), ['deux = 2']);
    assert.deepEqual(read('deux-2'), ['deux = 2', '2 = 2']);
  });
});

describe('a number in figures', () => {
  it('is grouped by spaces or dots, with a comma or a dot before decimals', () => {
    const cases: [string, number | undefined][] = [
      ['12', 12],
      ['12 500', 12500],
      ['12 500,5', 12500.5],
      ['12.500', 12500],
      ['12.500,25', 12500.25],
      ['1.234.567', 1234567],
      ['1,234,567', 1234567],
      ['0.500', 0.5],
      ['012.500', 12.5],
      ['12,500', 12.5],
      ['12.5', 12.5],
      ['1.2.3', undefined],
      ['1,2,3', undefined],
      ['1.2,3', undefined],
      ['12 500.000', 12500],
      ['a', undefined],
    ];
    for (const [text, value] of cases) assert.equal(parseFigures(text), value, text);
  });

  it('is not cut out of a longer one, and takes its scale', () => {
    assert.deepEqual(read('1234 567'), ['1234 = 1234', '567 = 567']);
    assert.deepEqual(read('12 5000'), ['12 = 12', '5000 = 5000']);
    assert.deepEqual(read('0 500'), ['0 = 0', '500 = 500']);
    assert.deepEqual(read('2 millions'), ['2 millions = 2000000']);
    assert.deepEqual(read('2,55 milliards'), ['2,55 milliards = 2550000000']);
    assert.deepEqual(read('3mille'), ['3mille = 3000']);
    assert.deepEqual(read('2 millionnaires'), ['2 = 2']);
    assert.deepEqual(read('1,2,3 et 4'), ['1 = 1', '2 = 2', '3 = 3', '4 = 4']);
    assert.deepEqual(read('4.2.1'), []);
  });

  it('is no rank, nor stuck to a letter unless it is asked for', () => {
    for (const text of [
      '1er',
      '1ers',
      '1ere',
      '1eres',
      '2e',
      '2es',
      '2eme',
      '2emes',
      '2ieme',
      '2iemes',
      '2nd',
      '2nde',
      '2nds',
    ])
      assert.deepEqual(read(text), [], text);
    assert.deepEqual(read('lot2'), []);
    assert.deepEqual(read('lot_2'), []);
    assert.deepEqual(read('lot2', { glued: true }), ['2 = 2']);
    assert.deepEqual(read('2 elements'), ['2 = 2']);
  });
});

describe('a rank', () => {
  it('is in figures or in words', () => {
    const cases: [string, number][] = [
      ['1er', 1],
      ['1 er', 1],
      ['1ere', 1],
      ['2e', 2],
      ['2es', 2],
      ['3eme', 3],
      ['3ieme', 3],
      ['2nd', 2],
      ['2nde', 2],
      ['premier', 1],
      ['premiers', 1],
      ['premiere', 1],
      ['second', 2],
      ['seconde', 2],
      ['seconds', 2],
      ['deuxieme', 2],
      ['quatrieme', 4],
      ['cinquieme', 5],
      ['neuvieme', 9],
      ['onzieme', 11],
      ['douzieme', 12],
      ['trentieme', 30],
      ['centieme', 100],
      ['millieme', 1000],
      ['vingt-deuxieme', 22],
      ['vingt et unieme', 21],
      ['deux centieme', 200],
    ];
    for (const [text, value] of cases) assert.deepEqual(ranks(`le ${text} lot`), [`${text} = ${value}`], text);
    assert.deepEqual(ranks('les secondes'), []);
  });

  it('is no time, no number of a list, no fraction and no other word', () => {
    for (const text of [
      '30 secondes',
      'par seconde',
      'm / seconde',
      'r2e',
      '1.2e',
      '12345e',
      'deuxiemes',
      'systeme',
      'vieme',
      'barieme',
    ])
      assert.deepEqual(ranks(text), [], text);
    assert.deepEqual(ranks('deux et troisieme'), ['troisieme = 3']);
  });
});

describe('a Roman numeral', () => {
  it('is read in its regular form, in either case', () => {
    const cases: [string, number | undefined][] = [
      ['i', 1],
      ['III', 3],
      ['iv', 4],
      ['IX', 9],
      ['xiv', 14],
      ['XL', 40],
      ['XC', 90],
      ['cd', 400],
      ['CM', 900],
      ['MMMCMXCIX', 3999],
      ['MMMM', undefined],
      ['vx', undefined],
      ['iix', undefined],
      ['xivx', undefined],
      ['', undefined],
    ];
    for (const [text, value] of cases) assert.equal(roman(text), value, text);
  });
});

describe('numbers that follow one another', () => {
  it('are not put together where French does not', () => {
    assert.deepEqual(read('cinq sept'), ['cinq = 5', 'sept = 7']);
    assert.deepEqual(read('dix deux'), ['dix = 10', 'deux = 2']);
    assert.deepEqual(read('deux mille mille'), ['deux mille = 2000', 'mille = 1000']);
    assert.deepEqual(read('trois millions deux millions'), ['trois millions deux = 3000002']);
  });

  it('in a list of figures are read one by one, as figures', () => {
    assert.deepEqual(read('12,3,14'), ['12 = 12', '3 = 3', '14 = 14']);
    assert.deepEqual(
      numbers('12,3,14').map((n) => n.words),
      [false, false, false],
    );
    assert.equal(parseFigures('1,234,567'), 1_234_567);
    assert.equal(parseFigures('1,234,567,8'), undefined);
  });

  it('are no rank where a second is a time', () => {
    for (const text of ['10 octets/seconde', '10 octets par seconde', 'en 30seconde', 'en 30 seconde'])
      assert.deepEqual(ranks(text), [], text);
    assert.deepEqual(ranks('la seconde tranche'), ['seconde = 2']);
  });
});
