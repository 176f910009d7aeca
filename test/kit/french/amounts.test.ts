import assert from 'node:assert/strict';
import { amounts, pairs } from '../../../rules/kit/french/amounts.ts';
import { assertLinear, assertOrderedOnAnything } from './growth.ts';

const read = (text: string) => amounts(text).map((a) => [text.slice(a.from, a.to), a.value, a.tax, a.unit]);

describe('amounts', () => {
  it('reads the ways buyers write euros', () => {
    const cases: [string, number, 'ht' | 'ttc' | undefined][] = [
      ['12 500,00 € ht', 12500, 'ht'],
      ['12.500 euros', 12500, undefined],
      ['12,5 k€', 12500, undefined],
      ['1,2 m€ ttc', 1200000, 'ttc'],
      ['50 500€ euros hors taxe', 50500, 'ht'],
      ['835 000 euros hors tva', 835000, 'ht'],
      ['90 000 eur ht', 90000, 'ht'],
      ['eur 90 000', 90000, undefined],
      ['€ 90 000 ht', 90000, 'ht'],
      ['eur90000', 90000, undefined],
      ["1 million d'euros", 1000000, undefined],
      ["deux millions d'euros hors taxes", 2000000, 'ht'],
      ["2,5 milliards d'euros", 2500000000, undefined],
      ['800 € h.t.', 800, 'ht'],
      ['800 € (htva)', 800, 'ht'],
      ['800 € toutes taxes comprises', 800, 'ttc'],
      ['19,99 €', 19.99, undefined],
      ['douze euros et vingt centimes', 12.2, undefined],
      ['un euro', 1, undefined],
      ['90 000 ht', 90000, 'ht'],
      ['1.15 m€', 1150000, undefined],
      ['0 €', 0, undefined],
      ['60 000 keuros', 60000000, undefined],
    ];
    for (const [text, value, tax] of cases)
      assert.deepEqual(read(`un montant de ${text}, par tranche`), [[text, value, tax, undefined]], text);
  });

  it('reads what the sum is paid for', () => {
    const cases: [string, string][] = [
      ['40 000 € ttc/an', 'an'],
      ['40 000 € ht par an', 'an'],
      ['40 000 € par an ht', 'an'],
      ['40 000 € annuels', 'an'],
      ['100 euros par jour', 'jour'],
      ['65 €/h', 'heure'],
      ['500 € ht mensuels', 'mois'],
      ['30 000 € ht par concurrent', 'candidat'],
      ['30 000 € ht pour chaque lot', 'lot'],
    ];
    for (const [text, unit] of cases) {
      const [item] = amounts(text);
      assert.equal(item?.unit, unit, text);
      assert.equal(item?.to, text.length, text);
    }
    assert.equal(amounts('le maximum annuel est de 40 000 €')[0]?.unit, 'an');
    assert.equal(amounts('un montant ht de 12 500 €')[0]?.tax, 'ht');
    assert.equal(amounts('prix ttc : 12 500 €')[0]?.tax, 'ttc');
  });

  it('takes nothing else for money', () => {
    for (const text of [
      '12 m de long',
      '35 %',
      'en 2027',
      "l'article 12",
      '12 mois',
      '20 kv ht',
      '100 points',
      'montant en € ht : 5 lots',
      'le lot 3 ht',
      'xx € ht',
    ])
      assert.deepEqual(amounts(text), [], text);
  });

  it('reads real sentences', () => {
    assert.deepEqual(
      read("maximum annuel de l'accord-cadre (bpu) : 40 000 € ttc/an (tva 20 % soit environ 33 333 € ht/an)."),
      [
        ['40 000 € ttc/an', 40000, 'ttc', 'an'],
        ['33 333 € ht/an', 33333, 'ht', 'an'],
      ],
    );
    assert.deepEqual(read('procedure adaptee < 90 000 eur ht ; 35 h par tranche de 100 000 € de commandes'), [
      ['90 000 eur ht', 90000, 'ht', undefined],
      ['100 000 €', 100000, undefined, undefined],
    ]);
  });

  it('gives both ends of a range', () => {
    assert.deepEqual(
      amounts('entre 40 000 et 90 000 € ht').map((a) => [a.value, a.tax]),
      [
        [40000, 'ht'],
        [90000, 'ht'],
      ],
    );
    assert.deepEqual(
      amounts('de 40 a 90 k€').map((a) => a.value),
      [40000, 90000],
    );
    assert.deepEqual(
      amounts("de 2 a 3 millions d'euros").map((a) => a.value),
      [2000000, 3000000],
    );
    assert.deepEqual(
      amounts('le lot 2 et 90 000 €').map((a) => a.value),
      [90000],
    );
  });

  it('couples words and figures, equal or not', () => {
    const couple = (t: string) => pairs(t).map(([w, f]) => [w.value, f.value, w.words, f.words]);
    assert.deepEqual(couple('quatre cents euros (450 €)'), [[400, 450, true, false]]);
    assert.deepEqual(couple('450 € (quatre cents euros)'), [[400, 450, true, false]]);
    assert.deepEqual(couple('450 € ht, soit quatre cent cinquante euros hors taxes'), [[450, 450, true, false]]);
    assert.deepEqual(couple('quatre cents (400) euros ht'), [[400, 400, true, false]]);
    assert.deepEqual(couple('12 500 (douze mille cinq cents) euros'), [[12500, 12500, true, false]]);
    assert.deepEqual(couple('en chiffres : 1 000 € ; en lettres : mille euros'), [[1000, 1000, true, false]]);
    assert.deepEqual(couple('une prime de mille euros, puis 450 €'), []);
    assert.deepEqual(couple('450 € (450 € ttc)'), []);
    assert.equal(amounts('quatre cents euros (450 €)').length, 2);
  });

  it('keeps its items in order whatever the text, and linear time', () => {
    const pieces = [
      '12',
      ' 500',
      '€',
      ' euros',
      ' ht',
      'eur ',
      ' (',
      ')',
      'cent',
      ' k€',
      ' par an',
      ' et ',
      'entre ',
      'mille',
      ' centimes',
    ];
    assertOrderedOnAnything(amounts, pieces);
    for (const unit of ['€ ', '12 € ', 'cent euros ', '1 (', 'mille (', ' ht', '9 et ', 'eur ', '1 000 '])
      assertLinear(amounts, unit);
  });
});
