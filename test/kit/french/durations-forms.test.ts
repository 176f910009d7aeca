import assert from 'node:assert/strict';
import { durations, TIME_UNITS } from '../../../rules/kit/french/durations.ts';

const read = (text: string) => durations(text).map((d) => [text.slice(d.from, d.to), d.value, d.unit]);

describe('the forms of a duration', () => {
  it('have five units, in the singular, the plural and their letter', () => {
    const units: [unit: string, words: string[]][] = [
      ['heure', ['heure', 'heures', 'h']],
      ['jour', ['jour', 'jours', 'journee', 'journees', 'j']],
      ['semaine', ['semaine', 'semaines']],
      ['mois', ['mois']],
      ['an', ['an', 'ans', 'annee', 'annees']],
    ];
    for (const [unit, words] of units)
      for (const word of words) {
        assert.deepEqual(read(`sous 36 ${word} au plus`), [[`36 ${word}`, 36, unit]]);
        assert.deepEqual(read(`sous 36${word} au plus`), [[`36${word}`, 36, unit]]);
        assert.deepEqual(read(`sous 36-${word} au plus`), [[`36-${word}`, 36, unit]]);
      }
    assert.deepEqual(read('sous trente-jours'), []);
  });

  it('say the kind of their days and hours, and of nothing else', () => {
    const kinds = (text: string) => durations(text).map((d) => [text.slice(d.from, d.to), d.kind]);
    for (const [word, kind] of [
      ['ouvre', 'ouvre'],
      ['ouvres', 'ouvre'],
      ['ouvree', 'ouvre'],
      ['ouvrees', 'ouvre'],
      ['ouvrable', 'ouvrable'],
      ['ouvrables', 'ouvrable'],
      ['calendaire', 'calendaire'],
      ['calendaires', 'calendaire'],
      ['de calendrier', 'calendaire'],
      ['franc', 'franc'],
      ['francs', 'franc'],
      ['franche', 'franc'],
      ['franches', 'franc'],
    ] as const) {
      assert.deepEqual(kinds(`sous 10 jours ${word}.`), [[`10 jours ${word}`, kind]]);
      assert.deepEqual(kinds(`sous 48 heures ${word}.`), [[`48 heures ${word}`, kind]]);
      assert.deepEqual(kinds(`sous 3 mois ${word}.`), [['3 mois', undefined]]);
    }
    assert.deepEqual(kinds('sous 10 jours de travail'), [['10 jours', undefined]]);
  });

  it('count a half', () => {
    assert.deepEqual(
      durations('une heure et demie ; deux ans et demi ; trois jours et demi ouvres ; une semaine et demie').map(
        (d) => [d.value, d.months, d.days, d.kind],
      ),
      [
        [1.5, undefined, undefined, undefined],
        [2.5, 30, undefined, undefined],
        [3.5, undefined, 3.5, 'ouvre'],
        [1.5, undefined, 10.5, undefined],
      ],
    );
  });

  it('are written twice only by words and figures, with both brackets', () => {
    const both = (text: string) => durations(text).map((d) => [text.slice(d.from, d.to), d.value, d.bracket]);
    assert.deepEqual(both('deux (2) ans'), [['deux (2) ans', 2, 2]]);
    assert.deepEqual(both('deux(2)ans'), [['deux(2)ans', 2, 2]]);
    assert.deepEqual(both('2 ( trois ) ans'), [['2 ( trois ) ans', 2, 3]]);
    assert.deepEqual(both('2 (3) ans'), []);
    assert.deepEqual(both('deux (trois) ans'), []);
    assert.deepEqual(both('deux (2 ans'), [['2 ans', 2, undefined]]);
    assert.deepEqual(both('deux, 2 ans'), [['2 ans', 2, undefined]]);
    assert.deepEqual(both('deux lots (2) ans'), []);
    assert.deepEqual(both('deux (dont 2) ans'), []);
    assert.deepEqual(both('deux (2 lots) ans'), []);
  });

  it('are no hours of the day', () => {
    for (const text of [
      'de 8 h 30 a 12 h',
      'de 8h30 a 12h',
      'de 8 heures a 12 heures',
      '8 h - 12 h',
      'de 8 h et 12 h',
      '24 h 30',
      '12 h30',
      '12h30',
      '8h-12h',
      '8 heure a 12 heure',
      '8 h30 a 12 h',
      '8h a 12h',
    ])
      assert.deepEqual(read(text), [], text);
    assert.deepEqual(read('36 h 30'), [['36 h', 36, 'heure']]);
    assert.deepEqual(read('25 h a 30 h'), [
      ['25 h', 25, 'heure'],
      ['30 h', 30, 'heure'],
    ]);
    assert.deepEqual(read('deux heures 30'), [['deux heures', 2, 'heure']]);
    assert.deepEqual(read('24 h'), [['24 h', 24, 'heure']]);
    assert.deepEqual(read('12 jours a 18 h'), [
      ['12 jours', 12, 'jour'],
      ['18 h', 18, 'heure'],
    ]);
    assert.deepEqual(read('8 h a 12 jours'), [
      ['8 h', 8, 'heure'],
      ['12 jours', 12, 'jour'],
    ]);
    assert.deepEqual(read('de 8 h a Paris, 12 h'.toLowerCase()), [
      ['8 h', 8, 'heure'],
      ['12 h', 12, 'heure'],
    ]);
  });

  it('stand beside a date, and are not read inside it', () => {
    assert.deepEqual(read('24 mois a compter du 3 mars 2027 a 12 heures, puis 6 mois'), [
      ['24 mois', 24, 'mois'],
      ['6 mois', 6, 'mois'],
    ]);
  });

  it('are no holidays, men, rates nor other words', () => {
    for (const text of [
      '3 journees ferie',
      'un jour chome',
      '120 jourshommes',
      '8 jours feries',
      'un jour ferie',
      '8 jours chomes',
      '3 journees feriees',
      '120 jours hommes',
      '120 jours/homme',
      '7 j / 7',
      '24 h/24',
      '90 h/h',
      '2 ans-x',
      '3 mois2',
      '1/2 jour',
      'deux anses',
      'trois moissons',
    ])
      assert.deepEqual(read(text), [], text);
  });
});

describe('the signs of a duration', () => {
  it('stand in whatever a duration is read from', () => {
    for (const text of ['sous 3j', 'sous 3 j', 'sous 3-j', 'sous 3h', 'sous 3ans', 'sous un an', 'deux semaines']) {
      assert.ok(TIME_UNITS.test(text), text);
      assert.equal(read(text).length, 1, text);
    }
    for (const text of ['sous 3 km', 'sous 3', 'grand']) assert.ok(!TIME_UNITS.test(text), text);
  });

  it('are none in the hours of several dates', () => {
    assert.deepEqual(read('du 3 mars 2027 a 12 h au 4 mars 2027 a 14 h, sous 2 h'), [['2 h', 2, 'heure']]);
  });
});
