import assert from 'node:assert/strict';
import { compare, type Decimal, decimal, inFrench, minus, plus, times, ZERO } from '../../rules/kit/decimal.ts';

const of = (text: string) => decimal(text) as Decimal;

describe('an exact number', () => {
  it('is read as a program writes it, and nothing else is', () => {
    assert.deepEqual(of('1250.50'), { units: 125050n, places: 2 });
    assert.deepEqual(of('-3'), { units: -3n, places: 0 });
    assert.equal(compare(of('1e-7'), of('0.0000001')), 0);
    assert.equal(compare(of('1.5e+3'), of('1500')), 0);
    for (const wrong of ['', '.', 'douze', '1,5', '1.2.3', 'NaN', 'Infinity', '1e9999'])
      assert.equal(decimal(wrong), undefined, wrong);
  });

  it('adds up where floating numbers do not', () => {
    const tenth = of('0.1');
    const sum = Array.from({ length: 3 }).reduce((t: Decimal) => plus(t, tenth), ZERO);
    assert.equal(compare(sum, of('0.3')), 0);
    assert.equal(compare(times(of('1.005'), of('1000')), of('1005')), 0);
    assert.equal(compare(minus(of('10'), of('9.99')), of('0.01')), 0);
  });

  it('is shown in French, rounded to the cent', () => {
    assert.deepEqual(
      ['12450.5', '0.005', '-0.004', '1999.999', '1234567'].map((t) => inFrench(of(t))),
      ['12\u202f450,50', '0,01', '0', '2\u202f000', '1\u202f234\u202f567'],
    );
    assert.equal(inFrench(of('0.3333'), 6), '0,3333');
  });
});
