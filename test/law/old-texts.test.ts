import assert from 'node:assert/strict';
import { ccag, ccp, cpi, guide, text } from '../../rules/kit/source.ts';
import {
  ccagArticle,
  ccagAt,
  ccagSuccessor,
  cite,
  listArticles,
  predecessors,
  repealedTexts,
  successor,
} from '../../rules/law/law.ts';

describe('the successor of a repealed text', () => {
  it('is given article by article, with the confidence of the mapping', () => {
    const variants = successor('decret-2016-360', '58');
    assert.equal(variants?.label, 'articles L2151-2 et R2151-8 à R2151-11 du code de la commande publique');
    assert.deepEqual(variants?.articles, ['L2151-2', 'R2151-8', 'R2151-9', 'R2151-10', 'R2151-11']);
    assert.equal(variants?.mapping, 'W');
    assert.equal(successor('decret-2016-360', 'art. 94')?.mapping, 'K');
    assert.equal(successor('ordonnance-2015-899', '14, 3°')?.label, 'article L2512-5 du code de la commande publique');
    assert.deepEqual(successor('decret-2016-360', '30 I 8°')?.articles.includes('R2122-8'), true);
    assert.equal(successor('cmp-2006', '28')?.mapping, 'K');
  });

  it('is the successor of the whole text where the article is not known', () => {
    const whole = successor('decret-2016-360');
    assert.deepEqual(whole?.articles, []);
    assert.equal(whole?.mapping, undefined);
    assert.match(whole?.label ?? '', /code de la commande publique/);
    assert.equal(successor('decret-2016-360', '188')?.label, whole?.label);
    assert.equal(successor('decret-2016-361', '12')?.mapping, undefined);
  });

  it('is there for every text, and the texts partly in force are marked', () => {
    for (const t of repealedTexts) assert.ok(successor(t.id)?.label, t.id);
    assert.equal(repealedTexts.find((t) => t.id === 'decret-2013-269')?.partial, true);
    assert.equal(repealedTexts.find((t) => t.id === 'decret-2016-360')?.partial, false);
  });

  it('is found backwards, on the day the old text was in force', () => {
    assert.deepEqual(
      predecessors('L2113-10', '2018-01-01').map((p) => p.label),
      ['ordonnance n° 2015-899, art. 32'],
    );
    assert.deepEqual(predecessors('L2113-10', '2019-04-01'), []);
    assert.deepEqual(predecessors('R2171-3', '2018-01-01'), []);
  });

  it('lists articles as French does', () => {
    assert.equal(listArticles([]), '');
    assert.equal(listArticles(['L1']), 'L1');
    assert.equal(listArticles(['L1', 'R2..R4', 'R6']), 'L1, R2 à R4 et R6');
  });
});

describe('the CCAG of a day', () => {
  it('is that of 2009, then both for six months, then that of 2021', () => {
    const years = (date: string): number[] => {
      const found = ccagAt('tic', date);
      return found ? [found.text.year, ...found.also.map((t) => t.year)] : [];
    };
    assert.deepEqual(years('2021-03-31'), [2009]);
    assert.deepEqual(years('2021-04-01'), [2021, 2009]);
    assert.deepEqual(years('2021-09-30'), [2021, 2009]);
    assert.deepEqual(years('2021-10-01'), [2021]);
  });

  it('is unknown for maîtrise d’œuvre before 2021', () => {
    assert.equal(ccagAt('moe', '2020-01-01'), undefined);
    assert.equal(ccagAt('moe', '2026-01-01')?.text.name, 'CCAG-MOE');
  });

  it('sends each article of 2009 to that of 2021 and says what changed', () => {
    assert.deepEqual(ccagSuccessor('tic', '38')?.to, ['46']);
    assert.match(ccagSuccessor('tic', 'B.38')?.change ?? '', /sans option/);
    assert.deepEqual(ccagSuccessor('tic', 'A38.1.1')?.to, ['46.4.1']);
    assert.deepEqual(ccagSuccessor('tic', 'art. 35.3')?.to, ['43.2', '43.3']);
    assert.deepEqual(ccagSuccessor('tic', '35.4')?.to, []);
    assert.match(ccagSuccessor('tic', '35.4')?.change ?? '', /supprimée/);
    assert.deepEqual(ccagSuccessor('tic', '32.1')?.to, ['39.1']);
    assert.deepEqual(ccagSuccessor('pi', '25')?.to, ['35']);
  });

  it('falls back on the nearest parent, and on nothing at all', () => {
    assert.equal(ccagSuccessor('tic', 'A.38.2.1')?.article, 'A.38.2');
    assert.equal(ccagSuccessor('tic', '12'), undefined);
    assert.equal(ccagSuccessor('travaux', '38'), undefined);
  });

  it('gives subject and summary of an article of 2021', () => {
    assert.match(ccagArticle('tic', '46')?.summary ?? '', /non exclusive/);
    assert.equal(ccagArticle('tic', '46.2.1.3')?.number, '46.2.1');
    assert.equal(ccagArticle('tic', '99'), undefined);
    assert.equal(ccagArticle('fcs', '10'), undefined);
  });
});

describe('a citation', () => {
  const NOW = '2026-11-24';

  it('names the article of the code, in one spelling, with the address of the whole code', () => {
    const found = cite(ccp('R. 2151-10'), NOW);
    assert.equal(found.label, 'CCP, art. R2151-10');
    assert.equal(found.url, 'https://www.legifrance.gouv.fr/codes/texte_lc/LEGITEXT000037701019');
    assert.equal(found.confidence, 'P');
    assert.equal(cite(ccp('R2123-1 2°'), NOW).label, 'CCP, art. R2123-1 2°');
    assert.equal(cite(cpi('L131-3'), NOW).label, 'CPI, art. L131-3');
    assert.match(cite(cpi('L131-3'), NOW).url ?? '', /LEGITEXT000006069414$/);
  });

  it('names the older article before the code, where one is known', () => {
    assert.equal(cite(ccp('R2151-10'), '2018-05-01').label, 'décret n° 2016-360, art. 58');
    assert.equal(cite(ccp('R2151-10'), '2018-05-01').url, undefined);
    assert.equal(cite(ccp('R2151-10'), '2019-04-01').label, 'CCP, art. R2151-10');
    assert.equal(cite(ccp('L2112-4'), '2018-05-01').label, 'CCP, art. L2112-4');
  });

  it('has no confidence for an article we do not have', () => {
    assert.equal(cite(ccp('L2312-4'), NOW).confidence, undefined);
  });

  it('names the CCAG of the day', () => {
    assert.equal(cite(ccag('tic', '46'), NOW).label, 'CCAG-TIC 2021, art. 46');
    assert.equal(cite(ccag('tic', '46'), '2020-01-01').label, 'CCAG-TIC 2009, art. 38 (à vérifier)');
    assert.equal(cite(ccag('tic'), NOW).label, 'CCAG-TIC 2021');
    assert.equal(cite(ccag('moe', '3'), '2020-01-01').label, 'CCAG-MOE, art. 3');
  });

  it('names the guide by part and page, and any other text by its label', () => {
    assert.deepEqual(cite(guide('I.D', 10), NOW), { label: 'Guide, I.D, p. 10' });
    assert.deepEqual(cite(text('RGPD, art. 28'), NOW), { label: 'RGPD, art. 28' });
  });
});
