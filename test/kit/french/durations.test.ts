import assert from 'node:assert/strict';
import { daysApart, durations } from '../../../rules/kit/french/durations.ts';
import { assertLinear, assertOrderedOnAnything } from './growth.ts';

const read = (text: string) => durations(text).map((d) => [text.slice(d.from, d.to), d.value, d.unit, d.kind]);

describe('durations', () => {
  it('reads the ways buyers write a duration', () => {
    const cases: [string, number, string, string?][] = [
      ['vingt-quatre mois', 24, 'mois'],
      ['24 mois', 24, 'mois'],
      ['24mois', 24, 'mois'],
      ['deux (2) ans', 2, 'an'],
      ['24 (vingt-quatre) mois', 24, 'mois'],
      ['120 jours', 120, 'jour'],
      ['quinze jours ouvres', 15, 'jour', 'ouvre'],
      ['15 jours ouvrables', 15, 'jour', 'ouvrable'],
      ['trente (30) jours calendaires', 30, 'jour', 'calendaire'],
      ['10 jours francs', 10, 'jour', 'franc'],
      ['4 heures ouvrees', 4, 'heure', 'ouvre'],
      ['4 annees', 4, 'an'],
      ['dix-huit ( 18 ) mois', 18, 'mois'],
      ['six mois', 6, 'mois'],
      ['un an', 1, 'an'],
      ['une annee', 1, 'an'],
      ['un an et demi', 1.5, 'an'],
      ['trois semaines', 3, 'semaine'],
      ['48 h', 48, 'heure'],
      ['2h', 2, 'heure'],
    ];
    for (const [text, value, unit, kind] of cases)
      assert.deepEqual(read(`sa duree est de ${text}, sauf avis`), [[text, value, unit, kind]], text);
  });

  it('knows the one that no number tells', () => {
    assert.deepEqual(read('payees dans le mois et demi qui suit'), [['le mois et demi', 1.5, 'mois', undefined]]);
    assert.deepEqual(read('sous la semaine suivant la visite'), [['la semaine', 1, 'semaine', undefined]]);
    assert.deepEqual(read('le mois de mai, dans le mois'), []);
  });

  it('may be told from one day to another, of whole months and six at the least', () => {
    const apart = (text: string) => daysApart(text).map((d) => [text.slice(d.from, d.to), d.months]);
    assert.deepEqual(apart('il va du 1er septembre 2027 au 31 aout 2031.'), [
      ['1er septembre 2027 au 31 aout 2031', 48],
    ]);
    assert.deepEqual(apart("a compter du 01/01/2027 jusqu'au 30/06/2028"), [["01/01/2027 jusqu'au 30/06/2028", 18]]);
    assert.deepEqual(apart('du 1er mars 2027 au 31 mai 2027'), []);
    assert.deepEqual(apart('du 1er mars 2027 au 13 octobre 2027'), []);
    assert.deepEqual(apart('le 1er mars 2027 et le 28 fevrier 2029'), []);
  });

  it('converts to months or days where that is exact', () => {
    assert.deepEqual(
      durations('deux ans, six mois, 3 semaines, 8 jours, 4 heures').map((d) => [d.months, d.days]),
      [
        [24, undefined],
        [6, undefined],
        [undefined, 21],
        [undefined, 8],
        [undefined, undefined],
      ],
    );
  });

  it('shows both writings when they disagree', () => {
    const [item] = durations('une duree de deux (3) ans');
    assert.deepEqual([item?.value, item?.bracket], [2, 3]);
  });

  it('takes nothing else for a duration', () => {
    for (const text of [
      'trois derniers exercices',
      'les trois dernieres annees',
      'vendredi 26 fevrier 2027 a 12 heures',
      'le 05/03/2027 a 16h00',
      'de 8 h a 18 h',
      '23 h - 6 h',
      'un agent de type 10h a 19h',
      'coupe-feu 1/2 h',
      'entre 8h30 et 12h',
      '24h/24 et 7j/7',
      '120 jours-homme',
      '12 jours/homme',
      'deux jours feries',
      'par an',
      "l'annee 2027",
      'lot 3 de ce mois',
      'un jouet',
    ])
      assert.deepEqual(read(text), [], text);
  });

  it('reads real sentences', () => {
    assert.deepEqual(
      read(
        'la tranche ferme est reconductible pour une periode de 24 mois. elle aura une duree maximale de 2 mois',
      ).map((d) => d[1]),
      [24, 2],
    );
    assert.deepEqual(
      read('35 h par tranche de 100 000 € ; une tranche de 2h en soiree').map((d) => d[1]),
      [35, 2],
    );
  });

  it('keeps its items in order whatever the text, and linear time', () => {
    const pieces = [
      '12',
      ' mois',
      ' h',
      'h',
      ' jours',
      ' ouvres',
      ' (',
      ')',
      'deux',
      ' a ',
      ' ans',
      ' et demi',
      ' mars 2027',
    ];
    assertOrderedOnAnything(durations, pieces);
    for (const unit of ['un an ', '12 h a ', 'deux (', '1', 'un ', '3 mars 2027 a 12 heures '])
      assertLinear(durations, unit);
  });
});
