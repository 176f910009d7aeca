import assert from 'node:assert/strict';
import { lawDate } from '../rules/law/law.ts';
import { lawAge, lawAgeShown } from '../server/core/law-age.ts';
import { dceLint, inFolder } from './cli/terminal.ts';

const year = Number(lawDate.slice(0, 4)) + 1;
const [sameDay, nextDay] = [`${year}${lawDate.slice(4)}`, `${year + 1}-01-01`];

describe('The age of the legal data', () => {
  it('is told with a day, and as old past one year', () => {
    assert.deepEqual(lawAge(lawDate), { date: lawDate, old: false });
    assert.equal(lawAge(sameDay).old, false);
    assert.equal(lawAge(nextDay).old, true);
    assert.doesNotMatch(lawAgeShown(sameDay), /plus d’un an/);
    assert.match(lawAgeShown(nextDay), /plus d’un an/);
  });

  it('stands in --version, and on standard error once it is old', () =>
    inFolder({ 'rc.md': '# Règlement de la consultation\n' }, async (cwd) => {
      const day = lawDate.split('-').reverse().join('/');
      assert.match((await dceLint(cwd, ['--version'])).out, new RegExp(`^\\d+\\.\\d+\\.\\d+\\n.* ${day}\\.\\n$`));
      assert.equal((await dceLint(cwd, ['check'], { today: sameDay })).err, '');
      assert.match((await dceLint(cwd, ['check'], { today: nextDay })).err, /^dce-lint : Données .* plus d’un an.*\n$/);
    }));
});
