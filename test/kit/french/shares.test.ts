import assert from 'node:assert/strict';
import { parts, shares } from '../../../rules/kit/french/shares.ts';
import { assertLinear, assertOrderedOnAnything } from './growth.ts';

const read = (text: string) =>
  shares(text).map((s) => [text.slice(s.from, s.to), s.unit, s.value, ...(s.of === undefined ? [] : [s.of])]);

describe('shares', () => {
  it('reads weights as buyers write them', () => {
    const cases: [string, string, number, number?][] = [
      ['60 %', 'percent', 60],
      ['60%', 'percent', 60],
      ['60.0 %', 'percent', 60],
      ['12,5 %', 'percent', 12.5],
      ['soixante pour cent', 'percent', 60],
      ['60 points', 'points', 60],
      ['15 pts', 'points', 15],
      ['quarante points', 'points', 40],
      ['40/100', 'fraction', 40, 100],
      ['3/10', 'fraction', 3, 10],
      ['15 points sur 100', 'points', 15, 100],
    ];
    for (const [text, unit, value, of] of cases)
      assert.deepEqual(
        read(`valeur technique : ${text}.`),
        [[text, unit, value, ...(of === undefined ? [] : [of])]],
        text,
      );
  });

  it('reads glued weights', () => {
    assert.deepEqual(read('1-prix des prestations60.0 % 2-valeur technique40.0 %'), [
      ['60.0 %', 'percent', 60],
      ['40.0 %', 'percent', 40],
    ]);
    assert.deepEqual(read('critere 1 : valeur technique (70 % de la note globale)'), [['70 %', 'percent', 70]]);
  });

  it('tells a scale from a share', () => {
    assert.deepEqual(read('une note globale sur 100 points.'), [['100 points', 'sur', 100, 100]]);
    assert.deepEqual(read('pondere a 40 % est note sur 100.'), [
      ['40 %', 'percent', 40],
      ['100', 'sur', 100, 100],
    ]);
    assert.deepEqual(read('ce critere sera note sur 40 points'), [['40 points', 'sur', 40, 40]]);
    assert.deepEqual(read('une note de 12 sur 20, puis'), [['12 sur 20', 'fraction', 12, 20]]);
  });

  it('reads ranges', () => {
    const range = (t: string) => shares(t).map((s) => [s.value, s.upper, s.unit]);
    assert.deepEqual(range('(ponderation comprise entre 50 et 80%)'), [[50, 80, 'percent']]);
    assert.deepEqual(range('de 30 a 50 %'), [[30, 50, 'percent']]);
    assert.deepEqual(range('entre 50 % et 80 %'), [[50, 80, 'percent']]);
    assert.deepEqual(range('de 10 a 20 points'), [[10, 20, 'points']]);
    assert.deepEqual(range('60% dont 40% et 20%'), [
      [60, undefined, 'percent'],
      [40, undefined, 'percent'],
      [20, undefined, 'percent'],
    ]);
    assert.deepEqual(range('lots 1 et 2 : 50 %'), [[50, undefined, 'percent']]);
    assert.deepEqual(range('prix p1 et p2 - 40 %'), [[40, undefined, 'percent']]);
  });

  it('reads parts in words', () => {
    const read = (t: string) => parts(t).map((s) => [t.slice(s.from, s.to), s.value]);
    assert.deepEqual(read('trois dixiemes au delai, un quart a la qualite et le dernier dixieme aux dechets'), [
      ['trois dixiemes', 30],
      ['un quart', 25],
      ['dixieme', 10],
    ]);
    assert.deepEqual(read("la moitie au prix, l'autre moitie a parts egales"), [
      ['moitie', 50],
      ['moitie', 50],
    ]);
    assert.deepEqual(read('le prix compte pour deux tiers, la qualite pour un tiers'), [
      ['deux tiers', 66.67],
      ['un tiers', 33.33],
    ]);
    assert.deepEqual(read("cede a un tiers dans un quart d'heure, a la moitie des membres"), []);
  });

  it('takes nothing else for a share', () => {
    for (const text of [
      '3 points de livraison',
      "5 points d'acces",
      'les deux points suivants',
      'le 05/10, le 05/10/2027',
      'plan au 1/100 : echelle 1/100',
      'avis technique 2/13-1550',
      'sur 20 ans',
      'sur 10 agents',
      'en 2027',
      'la note est de 12',
      '24/7 et 7/7',
      'beton c25/30',
      '8 mg/100g',
    ])
      assert.deepEqual(read(text), [], text);
  });

  it('keeps its items in order whatever the text, and linear time', () => {
    const pieces = [
      '60',
      ' %',
      '%',
      ' points',
      ' pts',
      '/100',
      ' sur 20',
      'entre ',
      ' et ',
      ' a ',
      'note ',
      'cent',
      ' pour cent',
    ];
    assertOrderedOnAnything(shares, pieces);
    for (const unit of ['1 %', '1 a ', 'note sur 20 ', '1/10', 'cent pour cent ', 'un ', 'points '])
      assertLinear(shares, unit);
  });
});
