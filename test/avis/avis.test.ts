import assert from 'node:assert/strict';
import { openConsultation } from '../../rules/consultation/open.ts';
import { avis, avisDe } from '../../rules/facts/avis/avis.ts';
import { avisExemple } from '../../rules/facts/avis/exemple.ts';
import { heuresLocales } from '../../rules/facts/avis/heures.ts';
import { readText } from '../../rules/formats/index.ts';
import type { Notice } from '../../rules/kit/notice.ts';

const open = (files: Readonly<Record<string, string>>) =>
  openConsultation(
    Object.entries(files).map(([path, text]) => {
      const data = path.endsWith('.md') ? undefined : readText(text, path);
      return { path, text, ...(data && { data }) };
    }),
    { date: '2027-01-15' },
  );
const counts = (files: Readonly<Record<string, string>>) => avisDe(open(files))?.piece.path;
const first = avisExemple({ lots: [{ mois: 12 }] });
const change = avisExemple({ id: 'avis-2', modifie: 'avis-1-01', emis: '2027-01-20', lots: [{ mois: 24 }] });

describe('the notice that counts', () => {
  it('is the latest change, whatever the names of the files', () => {
    assert.equal(counts({ 'a.xml': first }), 'a.xml');
    assert.equal(counts({ 'a.xml': first, 'b.xml': change }), 'b.xml');
    assert.equal(counts({ 'a.xml': change, 'b.xml': first }), 'a.xml');
    const later = avisExemple({ id: 'avis-3', modifie: 'avis-2-01', emis: '2027-01-25', lots: [] });
    assert.equal(counts({ 'a.xml': later, 'b.xml': first, 'c.xml': change }), 'a.xml');
  });

  it('is none where notices of two procedures stand side by side, or the result of one', () => {
    const other = first.replace('procedure-1', 'procedure-2');
    assert.equal(counts({ 'a.xml': first, 'b.xml': other }), undefined);
    const result = first.replaceAll('ContractNotice', 'ContractAwardNotice');
    assert.equal(counts({ 'a.xml': result }), undefined);
    assert.equal(counts({ 'a.xml': first, 'resultat.xml': result }), 'a.xml');
  });
});

describe('a field of a notice', () => {
  it('that is absent, empty or unpublished is not read', () => {
    const text = avisExemple({
      lots: [
        {
          mois: 12,
          maximum: 1,
          criteres: [
            ['price', 'Prix', 40],
            ['quality', 'Q', 60],
          ],
        },
      ],
    })
      .replace('>12<', '>-1<')
      .replace('currencyID="EUR">1<', 'currencyID="EUR">-1<')
      .replace('>40<', '>-1<');
    const { lots } = readText(text, 'avis.xml') as Notice;
    assert.deepEqual(
      [lots[0]?.duration, lots[0]?.maximum, lots[0]?.criteria[0]?.weight],
      [undefined, undefined, undefined],
    );
    const [piece] = open({ 'avis.xml': text }).companions;
    const [shown] = (avis.show(piece?.ask(avis), piece as never) as { lots: Record<string, unknown>[] }).lots;
    assert.equal(shown?.duree, 'non lu');
    assert.equal(shown?.langues, 'non lu');
  });

  it('is compared, or said not to be', () => {
    const [piece] = open({ 'avis.xml': avisExemple({ lots: [{}] }) }).companions;
    const { non_compare } = avis.show(piece?.ask(avis), piece as never) as { non_compare: string[] };
    const told = non_compare.join(' ');
    assert.deepEqual(
      [106, 22, 24, 31, 33, 536, 537, 27, 765, 113, 15, 615, 18, 67, 747, 750, 743, 92, 93, 726].filter(
        (term) => !told.includes(`BT-${term}`),
      ),
      [],
    );
  });

  it('has its place in the file', () => {
    const text = avisExemple({ lots: [{ limite: '2027-03-05T12:00:00+01:00' }] });
    const { lots } = readText(text, 'avis.xml') as Notice;
    const at = lots[0]?.offers?.at;
    assert.match(text.slice(at?.start, at?.end), /^<cac:TenderSubmissionDeadlinePeriod>.*2027-03-05.*Period>$/);
  });
});

describe('the hour of a notice', () => {
  const local = (day: string, hour: string, offset: number) =>
    heuresLocales({ day, hour, offset }).map((m) => `${m.day} ${m.hour}`);

  it('is that of Paris, in winter and in summer, across midnight too', () => {
    assert.deepEqual(local('2027-03-05', '11:00', 0), ['2027-03-05 12:00']);
    assert.deepEqual(local('2027-07-05', '10:00', 0), ['2027-07-05 12:00']);
    assert.deepEqual(local('2027-07-05', '12:00', 60), ['2027-07-05 13:00']);
    assert.deepEqual(local('2027-03-05', '23:30', 0), ['2027-03-06 00:30']);
    // The clocks of 2027 go forward on March 28th and back on October 31st, at one in universal time.
    assert.deepEqual(local('2027-03-28', '00:59', 0), ['2027-03-28 01:59']);
    assert.deepEqual(local('2027-03-28', '01:00', 0), ['2027-03-28 03:00']);
    assert.deepEqual(local('2027-10-31', '01:00', 0), ['2027-10-31 02:00']);
  });

  it('may be that of a buyer overseas', () => {
    assert.deepEqual(local('2027-03-05', '12:00', 240), ['2027-03-05 12:00', '2027-03-05 09:00']);
  });
});

describe('a record of the BOAMP', () => {
  const record = {
    idweb: '27-1',
    datelimitereponse: '2027-03-05T11:00:00+00:00',
    type_procedure: 'OUVERT',
    nature: 'APPEL_OFFRE',
  };

  it('gives its deadline and its procedure, at their places, alone or in the list of an answer', () => {
    for (const text of [JSON.stringify(record), JSON.stringify({ total_count: 1, results: [record] }, null, 2)]) {
      const notice = readText(text, 'boamp.json') as Notice;
      assert.equal(notice.deadline?.shown, '05/03/2027 à 11 h 00 (UTC)');
      assert.equal(notice.procedure?.value, 'open');
      const { start, end } = notice.deadline?.at ?? { start: 0, end: 0 };
      assert.match(text.slice(start, end), /^"datelimitereponse".*\+00:00$/);
    }
  });

  it('gives way to the notice in eForms, which says more', () => {
    assert.equal(counts({ 'boamp.json': JSON.stringify(record), 'a.xml': first }), 'a.xml');
    assert.equal(counts({ 'boamp.json': JSON.stringify(record) }), 'boamp.json');
  });
});
