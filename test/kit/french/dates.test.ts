import assert from 'node:assert/strict';
import fc from 'fast-check';
import { daysBetween, weekdayOf } from '../../../rules/kit/calendar.ts';
import { dates } from '../../../rules/kit/french/dates.ts';
import { assertLinear, assertOrderedOnAnything } from './growth.ts';

const at = (hour: number, minute = 0) => ({ hour, minute });

describe('dates', () => {
  it('reads the ways buyers write a date and an hour', () => {
    const cases: [string, string, { hour: number; minute: number }?][] = [
      ['vendredi 26 fevrier 2027 a 12 heures', '2027-02-26', at(12)],
      ['vendredi 26 fevrier 2027 a 12h00', '2027-02-26', at(12)],
      ['1er mars 2027', '2027-03-01'],
      ['1 er avril 2021', '2021-04-01'],
      ['premier mars 2027', '2027-03-01'],
      ['05/03/2027 a 16h00', '2027-03-05', at(16)],
      ['05/03/27', '2027-03-05'],
      ['5.3.2027', '2027-03-05'],
      ['2027-03-05', '2027-03-05'],
      ['2027-03-05t16:30', '2027-03-05', at(16, 30)],
      ['3 mars 2027, 16 h 00', '2027-03-03', at(16)],
      ['3 mars 2027 avant 16 h 30', '2027-03-03', at(16, 30)],
      ['3 mars 2027 - 16:30', '2027-03-03', at(16, 30)],
      ['3 mars 2027 a midi', '2027-03-03', at(12)],
      ['16 heures le 3 mars 2027', '2027-03-03', at(16)],
      ['16 h 15, le vendredi 5 mars 2027', '2027-03-05', at(16, 15)],
      ['vendredi 05/03/2027', '2027-03-05'],
      ['5 dec. 2027', '2027-12-05'],
      ['29 fevrier 2028', '2028-02-29'],
      ['quinze janvier deux mille vingt-sept', '2027-01-15'],
      ['vendredi quinze janvier deux mille vingt sept a midi', '2027-01-15', at(12)],
      ['trente et un mars 2027 a seize heures', '2027-03-31', at(16)],
      ['vingt-deux mars 2027, dix-sept heures trente', '2027-03-22', at(17, 30)],
      ['douze heures le 3 mars 2027', '2027-03-03', at(12)],
    ];
    for (const [text, iso, time] of cases) {
      const found = dates(`au plus tard : ${text}; sinon rien.`);
      assert.equal(found.length, 1, text);
      assert.deepEqual([found[0]?.iso, found[0]?.time, found[0]?.valid], [iso, time, true], text);
      assert.deepEqual([found[0]?.from, found[0]?.to], [15, 15 + text.length], text);
    }
  });

  it('takes no sum for a year in words', () => {
    for (const text of ['5 avril deux mille euros', 'cinq avril deux cent mille', '5 avril trois mille'])
      assert.deepEqual(dates(text), [], text);
  });

  it('finds days that do not exist', () => {
    for (const text of [
      '30 fevrier 2027',
      '31/02/2027',
      '29 fevrier 2027',
      '31 avril 2027',
      '45 mars 2027',
      '2027-02-30',
      '13/25/2027',
    ])
      assert.deepEqual(
        dates(`le ${text}.`).map((d) => [d.iso, d.valid, d.problem]),
        [[undefined, false, 'impossible']],
        text,
      );
  });

  it('finds a wrong day of the week and gives the right one', () => {
    const [item] = dates('le lundi 26 fevrier 2027 a 12 heures');
    assert.deepEqual(
      [item?.problem, item?.weekday, item?.actualWeekday, item?.iso],
      ['weekday', 'lundi', 'vendredi', '2027-02-26'],
    );
    assert.equal(dates('mardi 05/03/2027')[0]?.problem, 'weekday');
  });

  it('drops an hour that no clock shows', () => {
    assert.equal(dates('3 mars 2027 a 27h00')[0]?.time, undefined);
    assert.equal(dates('3 mars 2027 a 12h75')[0]?.time, undefined);
  });

  it('takes nothing else for a date', () => {
    for (const text of [
      'article r. 2152-7',
      'r.2113-4 a r.2113-6',
      '4.2.25',
      'lot 1/2',
      'en mars 2027',
      'le 26 fevrier',
      '1.2.3.2027',
      'iso 27001-2013',
      'jj/mm/2027',
    ])
      assert.deepEqual(dates(text), [], text);
  });

  it('counts days as the calendar of the machine does', () => {
    const day = fc.date({ min: new Date('1600-01-01'), max: new Date('2400-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(day, fc.integer({ min: -50_000, max: 50_000 }), (date, n) => {
        const iso = date.toISOString().slice(0, 10);
        const start = Date.parse(iso);
        const expected = new Date(start + n * 86_400_000).toISOString().slice(0, 10);
        assert.equal(daysBetween(iso, expected), n);
        assert.equal(
          weekdayOf(iso),
          ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'][new Date(start).getUTCDay()],
        );
      }),
    );
    assert.throws(() => daysBetween('2027-02-30', '2027-03-01'), RangeError);
  });

  it('keeps its items in order whatever the text, and linear time', () => {
    const pieces = ['12', ' mars', ' 2027', '/03', '/2027', ' a ', '16h', '00', 'lundi ', 'le ', '2027-03-05', ' midi'];
    assertOrderedOnAnything(dates, pieces);
    for (const unit of ['1 mars 2027 ', '12/', '12 h ', 'lundi ', 'mars ', '1', '01/01/2027 ', '16h le ']) {
      assertLinear(dates, unit);
    }
  });
});
