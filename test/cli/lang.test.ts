import assert from 'node:assert/strict';
import { dceLint, inFolder } from './terminal.ts';

const DRAFT = '# Règlement de la consultation\n\nLa tranche conditionnelle 1 est décrite au CCTP.\n';

describe('dce-lint check --lang', () => {
  it('tells findings and fixes in English', () =>
    inFolder({ 'rc.md': DRAFT }, async (cwd) => {
      const { out } = await dceLint(cwd, ['check', '--lang', 'en', '--format', 'json']);
      assert.match(out, /“Conditionnelle” is the former term/);
      assert.doesNotMatch(out, /est le terme ancien/);
    }));

  it('tells them in French when it is not asked, and refuses another language in one line', () =>
    inFolder({ 'rc.md': DRAFT }, async (cwd) => {
      assert.match((await dceLint(cwd, ['check', '--format', 'json'])).out, /est le terme ancien/);
      const { err, code } = await dceLint(cwd, ['check', '--lang', 'de']);
      assert.equal(code, 2);
      assert.match(err, /^dce-lint : « de » ne convient pas pour --lang.*fr, en.*\n$/);
    }));
});
