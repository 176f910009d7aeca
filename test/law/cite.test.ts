import assert from 'node:assert/strict';
import { cite } from '../../rules/law/sources.ts';

const NOW = '2026-12-01';
const label = (...args: Parameters<typeof cite>) => cite(...args).label;

describe('a source is named in the law of the day', () => {
  it('as an article of a code, its item kept, with the address of the whole code', () => {
    const found = cite({ kind: 'code', code: 'ccp', article: 'R. 2152-7' }, NOW);
    assert.equal(found.label, 'CCP, art. R2152-7');
    assert.match(found.url ?? '', /^https:\/\/www\.legifrance\.gouv\.fr\//);
    assert.equal(found.confidence, 'P');
    assert.equal(label({ kind: 'code', code: 'ccp', article: 'R. 2123-1 2°' }, NOW), 'CCP, art. R2123-1 2°');
    assert.equal(label({ kind: 'code', code: 'cpi', article: 'L. 131-3' }, NOW), 'CPI, art. L131-3');
  });

  it('as the text that came before the code, and no surer than the mapping', () => {
    const old = cite({ kind: 'code', code: 'ccp', article: 'R2152-7' }, '2018-06-01');
    assert.match(old.label, /décret n° 2016-360/);
    assert.ok(old.confidence === 'S' || old.confidence === 'K');
    assert.equal(old.url, undefined);
  });

  it('as it is written when our data has no such article', () => {
    const unknown = cite({ kind: 'code', code: 'ccp', article: 'L9999-1' }, NOW);
    assert.deepEqual([unknown.label, unknown.confidence], ['CCP, art. L9999-1', undefined]);
    assert.equal(label({ kind: 'code', code: 'ccp', article: 'annexe 2' }, NOW), 'CCP, art. annexe 2');
  });

  it('as the CCAG in force, the article of 2009 for a draft of that time', () => {
    assert.equal(label({ kind: 'ccag', ccag: 'TIC' }, NOW), 'CCAG-TIC 2021');
    const article = cite({ kind: 'ccag', ccag: 'TIC', article: '46' }, NOW);
    assert.deepEqual([article.label, article.confidence], ['CCAG-TIC 2021, art. 46', 'P']);
    assert.equal(cite({ kind: 'ccag', ccag: 'TIC', article: '999' }, NOW).confidence, undefined);
    assert.match(label({ kind: 'ccag', ccag: 'PI', article: '35' }, '2015-01-01'), /^CCAG-PI 2009, art\. 25/);
    assert.equal(label({ kind: 'ccag', ccag: 'PI', article: '999' }, '2015-01-01'), 'CCAG-PI 2009 (à vérifier)');
  });

  it('by its bare name when no CCAG of that kind is known', () => {
    assert.equal(label({ kind: 'ccag', ccag: 'espace' } as never, NOW), 'CCAG-ESPACE');
    assert.equal(label({ kind: 'ccag', ccag: 'espace', article: '3' } as never, NOW), 'CCAG-ESPACE, art. 3');
  });

  it('as a page of the guide, or a text with or without its address', () => {
    assert.equal(label({ kind: 'guide', part: 'partie 2', page: 12 } as never, NOW), 'Guide, partie 2, p. 12');
    assert.deepEqual(cite({ kind: 'text', label: 'Directive', url: 'https://a.example/' } as never, NOW), {
      label: 'Directive',
      url: 'https://a.example/',
    });
    assert.deepEqual(cite({ kind: 'text', label: 'Directive' } as never, NOW), { label: 'Directive' });
  });
});
