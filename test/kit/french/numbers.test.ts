import assert from 'node:assert/strict';
import fc from 'fast-check';
import { numbers, ordinals, parseFigures, parseWords, roman } from '../../../rules/kit/french/numbers.ts';
import { assertLinear, assertOrderedOnAnything } from './growth.ts';

const values = (text: string, options = {}) => numbers(text, options).map((n) => n.value);

/** From twenty to ninety-nine. */
function tensOf(n: number): string {
  if (n === 80) return 'quatre-vingts';
  if (n > 80) return `quatre-vingt-${spell(n - 80)}`;
  const base = Math.min(6, Math.floor(n / 10));
  const rest = n - base * 10;
  const ten = ['', '', 'vingt', 'trente', 'quarante', 'cinquante', 'soixante'][base] ?? '';
  if (rest === 0) return ten;
  return rest === 1 || rest === 11 ? `${ten} et ${spell(rest)}` : `${ten}-${spell(rest)}`;
}

/** An independent speller: traditional spelling, folded. */
function spell(n: number): string {
  const small = 'zero un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize'.split(
    ' ',
  );
  if (n < 17) return small[n] ?? '';
  if (n < 20) return `dix-${small[n - 10]}`;
  if (n < 100) return tensOf(n);
  const scaled = (unit: number, one: string, many: string) => {
    const count = Math.floor(n / unit);
    const rest = n % unit;
    const head = count === 1 ? one : `${spell(count)} ${many}`;
    return rest === 0 ? head : `${head} ${spell(rest)}`;
  };
  if (n < 1000) return scaled(100, 'cent', n % 100 === 0 ? 'cents' : 'cent');
  if (n < 1e6)
    return scaled(1000, 'mille', 'mille').replace('vingts mille', 'vingt mille').replace('cents mille', 'cent mille');
  return scaled(1e6, 'un million', 'millions');
}

describe('numbers', () => {
  it('reads figures as the French group them', () => {
    assert.deepEqual(
      values('de 12 500 a 12.500 puis 12 500,00 et 1 234 567 et 1.234.567,89'),
      [12500, 12500, 12500, 1234567, 1234567.89],
    );
    assert.deepEqual(values('60.0 ; 12,5 ; 0.125 ; 12.50 ; 2027 100 000'), [60, 12.5, 0.125, 12.5, 2027, 100000]);
    assert.deepEqual(values('en 2026, 35. Fin'), [2026, 35]);
  });

  it('leaves section numbers, ordinals and glued figures out, and reads lists one by one', () => {
    assert.deepEqual(values('4.2.1 - le 1er lot, la 3e annee, r2113-10'), [10]);
    assert.deepEqual(values('lots 1,2,3'), [1, 2, 3]);
    assert.deepEqual(values('prestations60.0 %', { glued: true }), [60]);
  });

  it('reads numbers in words', () => {
    assert.deepEqual(
      values('cent vingt mille, quatre-vingt-dix-sept, deux cents, un million deux cent mille'),
      [120000, 97, 200, 1200000],
    );
    assert.deepEqual(
      values('vingt et un agents, mille euros, vingt quatre mois, soixante et onze, douze cents'),
      [21, 1000, 24, 71, 1200],
    );
    assert.deepEqual(values('trois ou quatre ; deux et trois ; cent et deux'), [3, 4, 2, 3, 100, 2]);
    assert.deepEqual(values('1,2 million et 50 mille'), [1200000, 50000]);
  });

  it('takes « un » for an article unless told otherwise', () => {
    assert.deepEqual(values('une seule fois, un lot'), []);
    assert.deepEqual(values("une seule fois, qu'un lot, l'un des lots", { articles: true }), [1, 1]);
  });

  it('is not taken in by words that look like numbers', () => {
    assert.deepEqual(values('remise a neuf, materiel neuf. deux-roues, vingt-deuxieme, soixante pour cent'), [60]);
    assert.deepEqual(values('neuf mois ; neuf (9) lots ; un total de sept. 2027'), [9, 9, 9, 2027]);
    assert.deepEqual(values('pour cent euros'), [100]);
  });

  it('reads back every spelled number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 999_999_999 }), (n) => {
        assert.equal(parseWords(spell(n)), n, spell(n));
        assert.deepEqual(values(`soit ${spell(n)} agents`), [n]);
      }),
    );
    for (let n = 0; n < 2100; n++) assert.equal(parseWords(spell(n)), n, spell(n));
  });

  it('parses whole strings only', () => {
    assert.equal(parseWords('deux lots'), undefined);
    assert.equal(parseWords('deux trois'), undefined);
    assert.equal(parseWords('une'), 1);
    assert.equal(parseWords(''), undefined);
    assert.equal(parseFigures('4.2.1'), undefined);
  });

  it('reads ranks', () => {
    const ranks = (t: string) => ordinals(t).map((o) => [t.slice(o.from, o.to), o.value]);
    assert.deepEqual(ranks('le premier, la 1ere, le 1 er avril, la deuxieme, le 3e, la seconde, 30 secondes'), [
      ['premier', 1],
      ['1ere', 1],
      ['1 er', 1],
      ['deuxieme', 2],
      ['3e', 3],
      ['seconde', 2],
    ]);
    assert.deepEqual(ranks('vingt et unieme, quatre-vingt-dixieme, le neuvieme, systeme, septieme'), [
      ['vingt et unieme', 21],
      ['quatre-vingt-dixieme', 90],
      ['neuvieme', 9],
      ['septieme', 7],
    ]);
  });

  it('reads Roman numerals in their regular form only', () => {
    assert.deepEqual(['IV', 'xii', 'MCMXCIX', 'IIII', '', 'lot'].map(roman), [
      4,
      12,
      1999,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('keeps its items in order whatever the text', () => {
    const pieces = [
      '12',
      ' 500',
      '.500',
      ',00',
      ' cent',
      ' vingt',
      ' et un',
      ' mille',
      ' million',
      'neuf',
      ' pour cent',
      '1er',
      'ieme',
    ];
    assertOrderedOnAnything((t) => numbers(t, { articles: true, glued: true }), pieces);
    assertOrderedOnAnything(ordinals, pieces);
  });

  it('takes time in proportion to the text', () => {
    for (const unit of [
      'cent ',
      'un million ',
      '1',
      '1 ',
      '123 ',
      '1.',
      '1,',
      'quatre-vingt-',
      'vingt et ',
      'a',
      'ieme',
    ]) {
      assertLinear((t) => numbers(t, { articles: true }), unit);
      assertLinear(ordinals, unit);
    }
  });
});
