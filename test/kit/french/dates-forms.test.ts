import assert from 'node:assert/strict';
import { daysBetween, weekdayOf } from '../../../rules/kit/calendar.ts';
import { dates } from '../../../rules/kit/french/dates.ts';

const isos = (text: string) => dates(text).map((d) => d.iso ?? d.problem);
const times = (text: string) =>
  dates(text).map(({ time }) => time && `${time.hour}:${String(time.minute).padStart(2, '0')}`);
const stretches = (text: string) => dates(text).map((d) => text.slice(d.from, d.to));

describe('the forms of a date', () => {
  it('have twelve months, in full or shortened, with or without the full stop', () => {
    const months = [
      ['janvier', 'janv', 'janv.'],
      ['fevrier', 'fevr', 'fev.', 'fev'],
      ['mars'],
      ['avril', 'avr.', 'avr'],
      ['mai'],
      ['juin'],
      ['juillet', 'juil.', 'juil'],
      ['aout'],
      ['septembre', 'sept.', 'sept'],
      ['octobre', 'oct.', 'oct'],
      ['novembre', 'nov.', 'nov'],
      ['decembre', 'dec.', 'dec'],
    ];
    for (const [i, names] of months.entries())
      for (const name of names)
        assert.deepEqual(isos(`le 5 ${name} 2027`), [`2027-${String(i + 1).padStart(2, '0')}-05`], name);
    assert.deepEqual(isos('le 5 marsouin 2027'), []);
    assert.deepEqual(isos('le 5 brumaire 2027'), []);
    assert.deepEqual(isos('phase dce indice 0 septembre 2024'), []);
  });

  it('have seven days of the week, each told from the six others', () => {
    const week = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'];
    for (const [i, right] of week.entries())
      for (const written of week)
        for (const text of [`${written} ${i + 1} mars 2027`, `${written}, le 0${i + 1}/03/2027`]) {
          const [date] = dates(`le ${text}.`);
          assert.deepEqual([date?.weekday, date?.actualWeekday], [written, right], text);
          assert.equal(date?.problem, written === right ? undefined : 'weekday', text);
          assert.deepEqual(stretches(`le ${text}.`), [text]);
        }
  });

  it('take the weekday with a comma and an article, and only right before the date', () => {
    assert.deepEqual(stretches('lundi, le 1er mars 2027'), ['lundi, le 1er mars 2027']);
    assert.deepEqual(stretches('lundi le 01/03/2027'), ['lundi le 01/03/2027']);
    assert.deepEqual(stretches('le lundi suivant 01/03/2027'), ['01/03/2027']);
    assert.deepEqual(stretches('chaque mercredi, du 1er mars 2027'), ['1er mars 2027']);
  });

  it('have 28 to 31 days a month', () => {
    const last = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    for (const [i, days] of last.entries()) {
      const month = String(i + 1).padStart(2, '0');
      assert.deepEqual(isos(`${days}/${month}/2027`), [`2027-${month}-${days}`]);
      assert.deepEqual(isos(`${days + 1}/${month}/2027`), ['impossible']);
      assert.deepEqual(isos(`00/${month}/2027`), ['impossible']);
    }
    assert.deepEqual(isos('29/02/2028, 29/02/2000, 29/02/2100, 29/02/2027'), [
      '2028-02-29',
      '2000-02-29',
      'impossible',
      'impossible',
    ]);
    assert.deepEqual(isos('01/00/2027'), ['impossible']);
  });

  it('write figures between slashes, dots or hyphens, one kind at a time', () => {
    assert.deepEqual(isos('05/03/2027, 05.03.2027, 05-03-2027, 5/3/27'), Array(4).fill('2027-03-05'));
    for (const text of ['05/03-2027', '05.03.27', '05-03-27', '32.1.2027', '0.1.2027', '1.13.2027', '1-0-2027'])
      assert.deepEqual(isos(text), [], text);
    assert.deepEqual(isos('31.12.2027 et 1.1.2028'), ['2027-12-31', '2028-01-01']);
  });

  it('are not cut out of a longer number', () => {
    for (const text of [
      '105/03/2027',
      '1/05/03/2027',
      '05/03/20271',
      '05/03/2027/4',
      '05/03/2027,5',
      '05/03/2027-4',
      'v05/03/2027',
      '2,05/03/2027',
      '3 mars 20271',
      '3 mars 2027/28',
      '3 mars 2027-28',
      '3 mars 2027,5',
      '2,3 mars 2027',
      'a3 mars 2027',
      '1/3 mars 2027',
      '2027-03-051',
      '2027-03-05-1',
      '12027-03-05',
      '1/2027-03-05',
    ])
      assert.deepEqual(isos(text), [], text);
    assert.deepEqual(isos('le 3 mars 2027, le 05/03/2027.'), ['2027-03-03', '2027-03-05']);
  });

  it('of a machine are days of a month, or no date at all', () => {
    assert.deepEqual(isos('2027-01-01 2027-12-31'), ['2027-01-01', '2027-12-31']);
    for (const text of ['2027-00-05', '2027-13-05', '2027-03-00', '2027-03-32']) assert.deepEqual(isos(text), [], text);
    assert.deepEqual(isos('2027-02-31'), ['impossible']);
  });
});

describe('the hour of a date', () => {
  it('stands after it, with what buyers put between', () => {
    const cases: [string, string][] = [
      ['3 mars 2027 a 9 h', '9:00'],
      ['3 mars 2027 a 9 heure', '9:00'],
      ['3 mars 2027 a 9 heures 30', '9:30'],
      ['3 mars 2027 a 9 h 30 minutes', '9:30'],
      ['3 mars 2027 a 9 h 30 min', '9:30'],
      ['3 mars 2027 a 9h30mn', '9:30'],
      ['3 mars 2027 a 9h30', '9:30'],
      ['3 mars 2027 a 9:05', '9:05'],
      ['3 mars 2027, avant midi', '12:00'],
      ['3 mars 2027 a minuit', '0:00'],
      ["3 mars 2027 jusqu'a 17 h", '17:00'],
      ['3 mars 2027 au plus tard a 17 h', '17:00'],
      ['3 mars 2027 (12 h', '12:00'],
      ['3 mars 2027 - a 12h00', '12:00'],
      ['3 mars 2027 avant les 12 h', '12:00'],
      ['3 mars 2027 24h00', '24:00'],
      ['3 mars 2027 23h59', '23:59'],
      ['2027-03-05t16:30:15', '16:30'],
    ];
    for (const [text, time] of cases) {
      assert.deepEqual(times(text), [time], text);
      assert.deepEqual(stretches(`${text}.`), [text], text);
    }
  });

  it('stands before it, with « le », « du » or a comma', () => {
    for (const [text, time] of [
      ['16h le 3 mars 2027', '16:00'],
      ['16 heures 15 le 3 mars 2027', '16:15'],
      ['16h15 le 3 mars 2027', '16:15'],
      ['9 heure du 3 mars 2027', '9:00'],
      ['midi le 3 mars 2027', '12:00'],
      ['minuit, le 3 mars 2027', '0:00'],
      ['16 h, 3 mars 2027', '16:00'],
    ] as const) {
      assert.deepEqual(times(text), [time], text);
      assert.deepEqual(stretches(text), [text], text);
    }
  });

  it('is the one after it when there are two', () => {
    assert.deepEqual(times('a 9 h le 3 mars 2027 a 16 h'), ['16:00']);
    assert.deepEqual(stretches('a 9 h le 3 mars 2027 a 16 h'), ['3 mars 2027 a 16 h']);
  });

  it('is none where no clock shows it, and stays out of the place', () => {
    for (const hour of ['24h01', '25h00', '12h60', '25 h']) {
      assert.deepEqual(times(`3 mars 2027 a ${hour}`), [undefined], hour);
      assert.deepEqual(stretches(`3 mars 2027 a ${hour}`), ['3 mars 2027'], hour);
    }
    assert.deepEqual(stretches('25 h le 3 mars 2027'), ['3 mars 2027']);
    assert.deepEqual(times('25 h le 3 mars 2027'), [undefined]);
  });

  it('is no other number that follows or comes before', () => {
    for (const text of [
      '3 mars 2027 a 12 hectares',
      '3 mars 2027 a 12 lots',
      '3 mars 2027 et 12 h',
      '3 mars 2027 apres-midi',
      '3 mars 2027 9:305',
      '1,16 h le 3 mars 2027',
      '16 h puis le 3 mars 2027',
    ])
      assert.deepEqual(times(text), [undefined], text);
  });
});

describe('days counted', () => {
  it('cross leap years, centuries and the first day of machines', () => {
    const cases: [string, string, number][] = [
      ['2027-02-28', '2027-03-01', 1],
      ['2028-02-28', '2028-03-01', 2],
      ['2000-02-28', '2000-03-01', 2],
      ['1900-02-28', '1900-03-01', 1],
      ['1969-12-31', '1970-01-01', 1],
      ['2027-01-01', '2028-01-01', 365],
      ['2000-01-01', '2400-01-01', 146097],
      ['1600-01-01', '2000-01-01', 146097],
      ['2027-03-05', '2027-03-01', -4],
      ['2027-12-31', '2027-01-01', -364],
    ];
    for (const [from, to, days] of cases) assert.equal(daysBetween(from, to), days, `${from} ${to}`);
  });

  it('fall on the right day of the week, before 1970 too', () => {
    assert.deepEqual(
      ['1969-12-31', '1970-01-01', '1600-02-29', '1900-01-01', '2000-02-29', '2027-03-07'].map(weekdayOf),
      ['mercredi', 'jeudi', 'mardi', 'lundi', 'mardi', 'dimanche'],
    );
  });

  it('are refused when no calendar has them or they are not written as ISO days', () => {
    for (const day of ['2027-02-29', '2027-13-01', '2027-00-01', '2027-01-00'])
      assert.throws(() => weekdayOf(day), { name: 'RangeError', message: `No such day: ${day}` });
    for (const day of ['', '2027', '2027-03', '2027-3-5', '05/03/2027', '2027-03-05t12:00', '12027-03-05'])
      assert.throws(() => weekdayOf(day), { name: 'RangeError', message: `Not an ISO date: ${day}` });
  });
});
