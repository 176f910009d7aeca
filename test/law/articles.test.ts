import assert from 'node:assert/strict';
import { article, articleAt, existence, familyOf, lawDate, nearest, parseNumber } from '../../rules/law/law.ts';

// What the study of the law and the catalogue of rules cite, ranges spread out.
const CITED = `
D2111-3 D2192-35 L1100-1 L1211-1 L2111-1 L2111-2 L2112-1 L2112-2 L2112-2-1 L2112-3 L2112-5 L2112-6
L2113-10 L2113-11 L2113-12 L2113-13 L2113-13-1 L2113-14 L2113-15 L2113-16 L2113-17 L2122-1 L2123-1
L2124-2 L2124-3 L2124-4 L2125-1 L2131-1 L2132-1 L2132-2 L2141-1 L2141-2 L2141-3 L2141-4 L2141-5
L2141-6 L2141-7 L2141-8 L2141-9 L2141-10 L2141-11 L2141-12 L2141-13 L2141-14 L2142-1 L2151-1 L2151-2
L2152-1 L2152-2 L2152-3 L2152-4 L2152-5 L2152-6 L2152-7 L2152-8 L2153-1 L2172-3 L2184-1 L2191-1
L2191-2 L2193-1 L2193-2 L2193-3 L2193-4 L2193-5 L2193-6 L2193-7 L2193-8 L2193-9 L2193-10 L2193-11
L2193-12 L2193-13 L2193-14 L2194-1 L2194-2 L2196-2 L2500-1 L2512-5 L2521-1 R2111-1 R2111-2 R2111-4
R2111-5 R2111-6 R2111-7 R2111-8 R2111-9 R2111-10 R2111-11 R2111-12 R2111-13 R2111-14 R2111-15
R2111-16 R2111-17 R2112-1 R2112-2 R2112-3 R2112-4 R2112-6 R2112-7 R2112-8 R2112-9 R2112-10 R2112-11
R2112-12 R2112-13 R2112-14 R2112-15 R2112-16 R2112-17 R2112-18 R2113-1 R2113-2 R2113-3 R2113-4
R2113-5 R2113-6 R2113-7 R2113-8 R2121-1 R2121-2 R2121-3 R2121-4 R2121-5 R2121-6 R2121-7 R2121-8
R2121-9 R2122-1 R2122-2 R2122-3 R2122-4 R2122-5 R2122-6 R2122-7 R2122-8 R2122-9 R2122-9-1 R2122-10
R2122-11 R2123-1 R2123-4 R2123-5 R2123-6 R2123-7 R2124-1 R2124-3 R2124-5 R2124-6 R2131-12 R2131-13
R2131-14 R2131-15 R2131-16 R2131-17 R2131-18 R2131-19 R2131-20 R2132-1 R2132-2 R2132-3 R2132-4
R2132-5 R2132-6 R2132-7 R2132-8 R2132-9 R2132-10 R2132-11 R2132-12 R2132-13 R2132-14 R2142-1 R2142-2
R2142-3 R2142-4 R2142-5 R2142-6 R2142-7 R2142-8 R2142-9 R2142-10 R2142-11 R2142-12 R2142-13 R2142-14
R2142-15 R2142-16 R2142-17 R2142-18 R2142-19 R2142-20 R2142-21 R2142-22 R2142-23 R2142-24 R2142-25
R2142-26 R2142-27 R2143-1 R2143-3 R2143-4 R2143-5 R2143-6 R2143-7 R2143-8 R2143-9 R2143-10 R2143-11
R2143-12 R2143-13 R2143-14 R2143-15 R2143-16 R2144-1 R2144-2 R2144-3 R2144-4 R2144-5 R2144-6 R2144-7
R2151-1 R2151-2 R2151-3 R2151-4 R2151-5 R2151-6 R2151-8 R2151-9 R2151-10 R2151-11 R2151-12 R2151-14
R2151-15 R2152-1 R2152-2 R2152-3 R2152-4 R2152-5 R2152-6 R2152-7 R2152-8 R2152-9 R2152-10 R2152-11
R2152-12 R2152-13 R2161-2 R2161-3 R2161-4 R2161-5 R2161-6 R2161-7 R2161-8 R2161-9 R2161-10 R2161-11
R2161-12 R2161-13 R2161-14 R2161-15 R2161-16 R2161-17 R2161-18 R2161-19 R2161-20 R2161-24 R2161-25
R2161-26 R2161-27 R2161-28 R2161-29 R2161-30 R2161-31 R2162-1 R2162-2 R2162-3 R2162-4 R2162-5
R2162-6 R2162-7 R2162-8 R2162-9 R2162-10 R2162-11 R2162-12 R2162-13 R2162-14 R2162-15 R2162-16
R2162-17 R2162-18 R2162-19 R2162-20 R2162-21 R2162-22 R2162-23 R2162-24 R2162-25 R2162-26 R2172-1
R2172-2 R2172-3 R2172-4 R2172-5 R2172-6 R2172-20 R2172-21 R2172-22 R2172-23 R2172-24 R2172-25
R2172-26 R2172-27 R2172-28 R2172-29 R2172-30 R2181-1 R2181-2 R2181-3 R2181-4 R2181-7 R2182-1 R2182-2
R2183-1 R2183-2 R2183-3 R2183-4 R2183-5 R2183-6 R2183-7 R2184-1 R2184-2 R2184-3 R2184-4 R2184-5
R2184-6 R2184-12 R2184-13 R2191-3 R2191-4 R2191-5 R2191-6 R2191-7 R2191-8 R2191-9 R2191-10 R2191-11
R2191-13 R2191-15 R2191-16 R2191-17 R2191-18 R2191-20 R2191-21 R2191-22 R2191-23 R2191-24 R2191-25
R2191-26 R2191-27 R2191-28 R2191-29 R2191-30 R2191-31 R2191-32 R2191-33 R2191-34 R2191-35 R2191-36
R2191-37 R2191-38 R2191-39 R2191-40 R2191-41 R2191-42 R2191-43 R2191-44 R2192-10 R2192-11 R2192-31
R2193-1 R2193-2 R2193-3 R2193-4 R2193-5 R2193-6 R2193-7 R2193-8 R2193-9 R2193-10 R2193-11 R2193-12
R2193-13 R2193-14 R2193-15 R2193-16 R2193-17 R2193-18 R2193-19 R2193-20 R2193-21 R2193-22 R2194-1
R2194-2 R2194-3 R2194-4 R2194-5 R2194-6 R2194-7 R2194-8 R2194-9 R2194-10 R2196-1
`;

describe('the number of an article', () => {
  it('is read however it is written', () => {
    for (const written of [
      'R2152-7',
      'R. 2152-7',
      'R.2152-7',
      'r2152-7',
      'R.\u00a02152-7',
      'R.\u202f2152\u20117',
      'R 2152 - 7',
      'article R. 2152-7',
      'Art. R2152–7',
      'R*2152-7',
    ])
      assert.equal(parseNumber(written)?.canonical, 'R2152-7', written);
    assert.equal(parseNumber('L. 6')?.canonical, 'L6');
    assert.equal(parseNumber('R. 2122-9-1')?.canonical, 'R2122-9-1');
  });

  it('leaves out the item that follows it', () => {
    assert.equal(parseNumber('R. 2123-1 2°')?.canonical, 'R2123-1');
    assert.equal(parseNumber('R. 2151-8-2°')?.canonical, 'R2151-8');
    assert.equal(parseNumber('L. 2113-10 al. 3')?.canonical, 'L2113-10');
    assert.equal(parseNumber('R. 2123-1 - 2')?.canonical, 'R2123-1');
  });

  it('is not read in what is no article of a code', () => {
    for (const written of ['58', 'A.38.1', 'lot 3', '', 'R12345-1', 'article 5.3'])
      assert.equal(parseNumber(written), undefined, written);
  });
});

describe('existence', () => {
  const of = (n: string): string => existence('ccp', n);

  it('knows the articles of the study of the law, with their suffixes', () => {
    for (const n of [
      'R2122-9-1',
      'L2113-13-1',
      'L2112-2-1',
      'L2141-6-1',
      'D2151-7-1',
      'R2151-7-1',
      'D2111-3',
      'R2111-3',
      'D2192-35',
      'R2192-35',
      'L6',
      'R2162-26',
      'L2141-14',
      'R2193-22',
      'L2197-7',
    ])
      assert.equal(of(n), 'exists', n);
    for (const n of ['L131-3', 'L131-3-1', 'L131-5-3', 'L113-9-1', 'L122-6-1'])
      assert.equal(existence('cpi', n), 'exists', n);
  });

  it('says absent only beyond a chapter whose extent is known', () => {
    for (const n of ['R2151-88', 'R2162-215', 'R2172-66', 'L2124-11', 'L2151-8', 'R2152-0', 'L2161-2', 'R2151-8-2'])
      assert.equal(of(n), 'absent', n);
    assert.equal(existence('cpi', 'L131-33'), 'absent');
  });

  it('says unknown where the data ends: chapters not whole, vacant numbers, open chapters, other codes, misreadings', () => {
    for (const n of ['L2312-4', 'R2191-19', 'L2172-4', 'L2151', 'lot 2']) assert.equal(of(n), 'unknown', n);
    assert.equal(existence('cpi', 'L122-5-9'), 'unknown');
    assert.equal(existence('cpi', 'L611-1'), 'unknown');
  });

  it('knows every chapter of the code de la commande publique, and those that it does not have', () => {
    for (const n of ['R2312-4', 'L3121-1', 'L2521-4', 'L3114-2-1', 'D3133-27', 'R2671-5'])
      assert.equal(of(n), 'exists', n);
    for (const n of ['R3135-11', 'L2422-14', 'R2431-38', 'R2911-33', 'L2162-4', 'R2126-4', 'L131-3'])
      assert.equal(of(n), 'absent', n);
  });

  it('tells a repealed article from one that never was', () => {
    assert.equal(of('R2123-8'), 'repealed');
    assert.equal(of('R2123-9'), 'absent');
  });

  it('gives the chapter with its confidence, so that a message can be careful', () => {
    assert.equal(familyOf('ccp', 'R. 2151-88')?.confidence, 'P');
    assert.equal(familyOf('ccp', 'L2194-9')?.confidence, 'S');
    assert.equal(familyOf('ccp', 'R2312-4')?.confidence, 'S');
    assert.equal(familyOf('cpi', 'L335-4')?.open, true);
    assert.equal(familyOf('ccp', 'R2999-4'), undefined);
  });
});

describe('article', () => {
  it('answers for every article that the rules cite', () => {
    const cited = CITED.trim().split(/\s+/);
    assert.ok(cited.length > 250);
    for (const n of cited) {
      const answer = articleAt('ccp', n, lawDate);
      assert.ok(answer.status === 'in-force' || answer.status === 'changed', `${n}: ${answer.status}`);
      assert.ok(answer.subject, n);
    }
  });

  it('gives the subject and a summary of what has a row', () => {
    const found = article('ccp', 'R. 2151-10');
    assert.equal(found?.number, 'R2151-10');
    assert.match(found?.subject ?? '', /variantes/);
    assert.match(found?.summary ?? '', /exigences minimales/);
    assert.equal(found?.detail, 'article');
  });

  it('gives the subject of the section, and no summary, of what has none', () => {
    const found = article('ccp', 'R2193-7');
    assert.equal(found?.detail, 'section');
    assert.match(found?.subject ?? '', /modalités de modification de l’exemplaire unique/i);
    assert.equal(found?.summary, null);
    assert.equal(found?.dates, 'K');
    assert.equal(article('ccp', 'R2162-40')?.subject, 'Système d’acquisition dynamique : formalités de publicité');
  });

  it('gives nothing for what does not exist or is not known', () => {
    assert.equal(article('ccp', 'R2151-88'), undefined);
    assert.equal(article('ccp', 'L2312-4'), undefined);
    assert.equal(article('cpi', 'R2151-10'), undefined);
  });
});

describe('the law on a day', () => {
  it('is in force, with the day since when', () => {
    const answer = articleAt('ccp', 'R2151-10', '2026-03-01');
    assert.ok(answer.status === 'in-force');
    assert.equal(answer.since, '2019-04-01');
    assert.equal(answer.confidence, 'P');
    assert.equal(answer.afterLawDate, false);
    assert.equal(answer.next, undefined);
  });

  it('changes on its day, and says what was before', () => {
    const eve = articleAt('ccp', 'R2152-7', '2026-08-20');
    assert.ok(eve.status === 'in-force');
    assert.match(eve.summary ?? '', /prix seul/);
    assert.equal(eve.next?.since, '2026-08-21');
    const day = articleAt('ccp', 'R2152-7', '2026-08-21');
    assert.ok(day.status === 'changed');
    assert.equal(day.since, '2026-08-21');
    assert.match(day.summary ?? '', /environnemental/);
    assert.match(day.before ?? '', /prix seul/);
  });

  it('reverses the default on variants on 28 May 2026, and leaves the decree as it was', () => {
    const before = articleAt('ccp', 'L2151-2', '2026-05-27');
    const after = articleAt('ccp', 'L2151-2', '2026-05-28');
    assert.ok(before.status === 'in-force' && after.status === 'changed');
    assert.match(before.summary ?? '', /interdit/);
    assert.match(after.summary ?? '', /admises sauf mention contraire/);
    const decree = articleAt('ccp', 'R2151-8', '2026-08-23');
    assert.ok(decree.status === 'in-force');
    assert.match(decree.note ?? '', /contredit/);
  });

  it('goes through each amount of the small contracts', () => {
    const amount = (date: string): string => {
      const answer = articleAt('ccp', 'R2122-8', date);
      return 'summary' in answer ? (/\d+ 000 euros/.exec(answer.summary ?? '')?.[0] ?? '') : answer.status;
    };
    assert.deepEqual(['2019-03-31', '2019-12-31', '2020-01-01', '2026-03-31', '2026-04-01'].map(amount), [
      'not-yet',
      '25 000 euros',
      '40 000 euros',
      '40 000 euros',
      '60 000 euros',
    ]);
  });

  it('is not yet in force before the code, and names the article of the decree', () => {
    const answer = articleAt('ccp', 'R2151-10', '2018-06-01');
    assert.ok(answer.status === 'not-yet');
    assert.equal(answer.inForceOn, '2019-04-01');
    assert.equal(answer.predecessors[0]?.label, 'décret n° 2016-360, art. 58');
    assert.equal(answer.predecessors[0]?.mapping, 'W');
  });

  it('names the code of 2006 before the decree, and nothing for an article born later', () => {
    const old = articleAt('ccp', 'R2151-10', '2015-06-01');
    assert.ok(old.status === 'not-yet');
    assert.deepEqual(
      old.predecessors.map((p) => p.label),
      ['code des marchés publics, art. 50'],
    );
    const young = articleAt('ccp', 'R2122-9-1', '2021-12-15');
    assert.ok(young.status === 'not-yet');
    assert.equal(young.inForceOn, '2021-12-16');
    assert.deepEqual(young.predecessors, []);
  });

  it('is repealed from its day, with a successor', () => {
    assert.equal(articleAt('ccp', 'R2123-8', '2021-04-01').status, 'in-force');
    const answer = articleAt('ccp', 'R2123-8', '2021-04-02');
    assert.ok(answer.status === 'repealed');
    assert.equal(answer.on, '2021-04-02');
    assert.deepEqual(answer.successors, ['L2512-5']);
  });

  it('is unknown, never guessed, where there is no row', () => {
    assert.deepEqual(articleAt('ccp', 'L2312-4', lawDate), { status: 'unknown' });
    assert.deepEqual(articleAt('cpi', 'L611-1', lawDate), { status: 'unknown' });
    assert.deepEqual(articleAt('cpi', 'L335-39', lawDate), { status: 'unknown' });
  });

  it('says that a wording was not read, before the one state that was and in a text not known whole', () => {
    assert.equal(articleAt('ccp', 'R2193-7', '2026-08-22').status, 'unread');
    assert.equal(articleAt('ccp', 'R2193-7', '2026-08-23').status, 'in-force');
    const answer = articleAt('cpi', 'L335-4', lawDate);
    assert.ok(answer.status === 'unread');
    assert.deepEqual([answer.number, answer.verified], ['L335-4', false]);
  });

  it('says that no article has a number where the whole series is known, and where it may have been one of old', () => {
    const beyond = articleAt('ccp', 'R2152-99', lawDate);
    assert.ok(beyond.status === 'absent' && !beyond.vacant);
    const vacant = articleAt('ccp', 'R2191-19', lawDate);
    assert.ok(vacant.status === 'absent' && vacant.vacant);
    assert.equal(articleAt('ccp', 'R2911-33', lawDate).status, 'absent');
  });

  it('says when the day is later than the texts that were read', () => {
    const answer = articleAt('ccp', 'R2151-10', '2026-08-24');
    assert.ok(answer.status === 'in-force');
    assert.equal(answer.afterLawDate, true);
  });
});

describe('the nearest article', () => {
  const near = (n: string, hint?: string): string | undefined => nearest('ccp', n, hint)?.number;

  it('undoes a digit too many', () => {
    assert.equal(near('R2151-88', 'variantes'), 'R2151-8');
    assert.equal(nearest('cpi', 'L131-33', 'cession')?.number, 'L131-3');
  });

  it('undoes an L for an R', () => {
    assert.equal(near('L2151-8', 'variantes'), 'R2151-8');
    assert.equal(near('L. 2161-2'), 'R2161-2');
  });

  it('takes an item for its article', () => assert.equal(near('R2151-8-2'), 'R2151-8'));

  it('lets the subject decide between slips of equal weight', () => {
    assert.equal(near('R2172-66', 'partenariat d’innovation'), 'R2172-26');
    assert.equal(near('R2172-66', 'prime et rémunération du maître d’œuvre'), 'R2172-6');
  });

  it('takes the chapter of the other end of a range', () =>
    assert.equal(nearest('ccp', 'L2124-11', 'exclusion', 'L2141-1')?.number, 'L2141-11'));

  it('gives nothing for a number far from all', () => {
    assert.equal(near('R8999-999'), undefined);
    assert.equal(near('lot 2'), undefined);
  });
});
