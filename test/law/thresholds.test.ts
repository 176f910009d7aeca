import assert from 'node:assert/strict';
import {
  type Acheteur,
  type Categorie,
  datedRules,
  dates,
  formalisedThreshold,
  pastThresholds,
  threshold,
  thresholds,
} from '../../rules/law/law.ts';

const amount = (date: string, categorie: Categorie, acheteur?: Acheteur): number | undefined =>
  formalisedThreshold({ date, categorie, ...(acheteur && { acheteur }) })?.amount;

describe('the threshold of formalised procedures', () => {
  const TABLE: readonly [from: string, last: string, central: number, other: number, works: number][] = [
    ['2018-01-01', '2019-12-31', 144_000, 221_000, 5_548_000],
    ['2020-01-01', '2021-12-31', 139_000, 214_000, 5_350_000],
    ['2022-01-01', '2023-12-31', 140_000, 215_000, 5_382_000],
    ['2024-01-01', '2025-12-31', 143_000, 221_000, 5_538_000],
    ['2026-01-01', '2027-12-31', 140_000, 216_000, 5_404_000],
  ];
  for (const [from, last, central, other, works] of TABLE) {
    it(`is that of ${from.slice(0, 4)}-${last.slice(0, 4)} from its first day to its last`, () => {
      for (const date of [from, last]) {
        for (const categorie of ['fournitures', 'services'] as const) {
          assert.equal(amount(date, categorie, 'etat'), central);
          assert.equal(amount(date, categorie, 'organisme-securite-sociale'), central);
          assert.equal(amount(date, categorie, 'collectivite'), other);
          assert.equal(amount(date, categorie, 'autre'), other);
        }
        for (const acheteur of ['etat', 'organisme-securite-sociale', 'collectivite', 'autre'] as const)
          assert.equal(amount(date, 'travaux', acheteur), works);
      }
    });
  }

  it('is not guessed outside the years of the data', () => {
    assert.equal(amount('2013-12-31', 'services', 'etat'), undefined);
    assert.equal(amount('2028-01-01', 'services', 'etat'), undefined);
  });

  it('is the highest when the buyer is unknown, and says so', () => {
    const found = formalisedThreshold({ date: '2026-11-24', categorie: 'services' });
    assert.equal(found?.amount, 216_000);
    assert.match(found?.note ?? '', /acheteur/);
  });

  it('rests on secondary sources for a Social Security body, except for works', () => {
    const of = (categorie: Categorie, acheteur: Acheteur) =>
      formalisedThreshold({ date: '2026-11-24', categorie, acheteur });
    assert.equal(of('services', 'organisme-securite-sociale')?.confidence, 'S');
    assert.match(of('services', 'organisme-securite-sociale')?.note ?? '', /sources secondaires/);
    assert.equal(of('travaux', 'organisme-securite-sociale')?.confidence, 'P');
    assert.equal(of('travaux', 'organisme-securite-sociale')?.note, undefined);
    assert.equal(of('services', 'etat')?.confidence, 'P');
    assert.equal(of('services', 'etat')?.note, undefined);
  });
});

describe('the other thresholds', () => {
  const value = (id: Parameters<typeof threshold>[0], date: string): number | undefined => threshold(id, date)?.value;

  it('move on their days', () => {
    const days = ['2019-12-31', '2020-01-01', '2020-07-22', '2020-12-10', '2026-03-31', '2026-04-01'];
    assert.deepEqual(
      days.map((d) => value('dispense/fs', d)),
      [25_000, 40_000, 40_000, 40_000, 40_000, 60_000],
    );
    assert.deepEqual(
      days.map((d) => value('dispense/travaux', d)),
      [25_000, 40_000, 70_000, 100_000, 100_000, 100_000],
    );
    assert.deepEqual(
      days.map((d) => value('profil-acheteur', d)),
      [25_000, 40_000, 40_000, 40_000, 40_000, 60_000],
    );
    assert.equal(value('chiffre-affaires', '2025-12-31'), 2);
    assert.equal(value('chiffre-affaires', '2026-01-01'), 1.5);
  });

  it('stay where they have not moved', () => {
    for (const date of ['2019-04-01', '2026-11-24']) {
      assert.equal(value('ecrit', date), 25_000);
      assert.equal(value('publicite/boamp-jal', date), 90_000);
      assert.equal(value('avance', date), 50_000);
    }
    assert.equal(value('donnees-essentielles', '2026-11-24'), 40_000);
  });

  it('are listed for a day, once each', () => {
    const ids = thresholds('2026-11-24').map((t) => t.id);
    assert.equal(new Set(ids).size, ids.length);
    assert.ok(ids.includes('dispense/innovation'));
    assert.ok(!thresholds('2018-01-01').some((t) => t.id === 'dispense/innovation'));
  });
});

describe('an amount that was a threshold', () => {
  const read = (n: number, date: string): string[] =>
    pastThresholds(n, date).map((p) => `${p.threshold.id} ${p.threshold.since} ${p.inForce} ${p.current?.value}`);

  it('is found with its period and what it is now', () => {
    assert.deepEqual(read(144_000, '2026-11-24'), ['europeen/fs-centrale 2018-01-01 false 140000']);
    assert.deepEqual(read(5_548_000, '2026-11-24'), ['europeen/travaux 2018-01-01 false 5404000']);
  });

  it('is in force again when it has come back, or for another matter', () => {
    assert.deepEqual(read(140_000, '2026-11-24'), [
      'europeen/fs-centrale 2022-01-01 false 140000',
      'europeen/fs-centrale 2026-01-01 true 140000',
    ]);
    const forty = pastThresholds(40_000, '2026-11-24');
    assert.ok(forty.some((p) => p.threshold.id === 'dispense/fs' && !p.inForce && p.current?.value === 60_000));
    assert.ok(forty.some((p) => p.threshold.id === 'donnees-essentielles' && p.inForce));
  });

  it('is not a percentage, a number of days or a chance amount', () => {
    assert.deepEqual(read(20, '2026-11-24'), []);
    assert.deepEqual(read(35, '2026-11-24'), []);
    assert.deepEqual(read(123_456, '2026-11-24'), []);
  });
});

describe('the dates of the rules', () => {
  it('are those of the study of the law', () => {
    assert.equal(dates.environmentalCriterion, '2026-08-21');
    assert.equal(dates.environmentalCondition, '2026-08-22');
    assert.equal(dates.socialCondition, '2026-08-22');
    assert.equal(dates.variantsDefault, '2026-05-28');
    assert.equal(dates.turnoverCap, '2026-01-01');
    assert.equal(dates.directAwardGoods, '2026-04-01');
    assert.equal(dates.ccag2021, '2021-04-01');
  });

  it('say what is only inferred', () => {
    assert.equal(datedRules.variantsDefault.verified, false);
    assert.equal(datedRules.ccag2009Repealed.verified, false);
    assert.equal(datedRules.environmentalCriterion.verified, true);
  });
});
