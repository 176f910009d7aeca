import assert from 'node:assert/strict';
import { whyNot } from '../../server/cli/output.ts';
import { explainArticle } from '../../server/core/explain-article.ts';
import { matchesGlob } from '../../server/core/glob.ts';

describe('a glob', () => {
  it('names files anywhere, paths from the folder, and all that a folder holds', () => {
    const cases: [path: string, glob: string, named: boolean][] = [
      ['rc.md', 'rc.md', true],
      ['lots/rc.md', 'rc.md', true],
      ['lots/rc.md', '/rc.md', false],
      ['lots/rc.md', './lots/rc.md', true],
      ['lots/un/rc.md', 'lots', true],
      ['lots/un/rc.md', 'lots/', true],
      ['lots/un/rc.md', 'lots/*.md', false],
      ['lots/un/rc.md', 'lots/**', true],
      ['.caché/rc.md', '*.md', true],
      ['a.md', '{a,b}.md', false],
      ['a.md', '!b.md', false],
      ['rc.md', `${'a'.repeat(300)}*`, false],
    ];
    for (const [path, glob, named] of cases) assert.equal(matchesGlob(path, glob), named, `${path} ${glob}`);
  });
});

describe('why a file is not written', () => {
  it('is said in French where it is known, else in the words of the system', () => {
    const error = (code: string) => Object.assign(new Error('as the system says'), { code });
    assert.equal(whyNot(error('ENOSPC')), 'disque plein');
    assert.equal(whyNot(error('EROFS')), 'disque en lecture seule');
    assert.equal(whyNot(error('EUNKNOWN')), 'as the system says');
    assert.equal(whyNot(new Error('as the system says')), 'as the system says');
  });
});

describe('an article', () => {
  it('of which our data has nothing is not explained', () => {
    assert.equal(explainArticle('cpi L9999-1', '2026-12-01', []), undefined);
  });

  it('that is not in force yet, or no longer, says so with its day', () => {
    const told = (day: string) => explainArticle('ccp R2152-7', day, []) ?? '';
    assert.match(told('2018-01-01'), /01\/04\/2019/);
    assert.match(told('2026-08-01'), /21\/08\/2026/);
    assert.match(told('2026-12-01'), /Auparavant/);
  });
});
