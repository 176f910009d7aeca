import assert from 'node:assert/strict';
import type { Run } from 'sarif';
import { lastChange, lawDate } from '../rules/law/law.ts';
import { lawAge, lawAgeShown } from '../server/core/law-age.ts';
import { dceLint, inFolder } from './cli/terminal.ts';

const year = Number(lawDate.slice(0, 4)) + 1;
const [sameDay, nextDay] = [`${year}${lawDate.slice(4)}`, `${year + 1}-01-01`];
const PIECE = { 'rc.md': '# Règlement de la consultation\n' };

describe('The age of the legal data', () => {
  it('is told with a day, and as old past one year', () => {
    assert.deepEqual(lawAge(lawDate), { date: lawDate, old: false });
    assert.equal(lawAge(sameDay).old, false);
    assert.equal(lawAge(nextDay).old, true);
    assert.doesNotMatch(lawAgeShown(sameDay), /plus d’un an/);
    assert.match(lawAgeShown(nextDay), /plus d’un an/);
  });

  it('is told with the change of the code that was published before it and takes effect after', () => {
    // To be written otherwise the day that nothing is published ahead.
    assert.ok(lastChange > lawDate);
    const [read = '', change = ''] = [lawDate, lastChange].map((d) => d.split('-').reverse().join('/'));
    assert.equal(
      lawAgeShown(sameDay),
      `Données juridiques arrêtées au ${read} (avec les changements déjà publiés alors pour le ${change}).`,
    );
  });

  it('stands in --version, and on standard error once it is old', () =>
    inFolder(PIECE, async (cwd) => {
      const [version, ...told] = (await dceLint(cwd, ['--version'], { today: sameDay })).out.split('\n');
      assert.match(version ?? '', /^\d+\.\d+\.\d+$/);
      assert.deepEqual(told, [lawAgeShown(sameDay), '']);
      assert.equal((await dceLint(cwd, ['check'], { today: sameDay })).err, '');
      assert.match((await dceLint(cwd, ['check'], { today: nextDay })).err, /^dce-lint : Données .* plus d’un an.*\n$/);
    }));

  for (const format of ['text', 'markdown', 'html']) {
    it(`stands in a report for people (${format})`, () =>
      inFolder(PIECE, async (cwd) => {
        for (const today of [sameDay, nextDay]) {
          const { out } = await dceLint(cwd, ['check', '--format', format], { today });
          // A page keeps a colon on the line of its word.
          assert.equal(out.replaceAll('\u00a0', ' ').split(lawAgeShown(today)).length, 2, out);
        }
      }));
  }

  for (const command of [['check'], ['diff', 'rc.md', 'rc.md']]) {
    it(`stands in a report for programs (${command[0]} --format json)`, () =>
      inFolder(PIECE, async (cwd) => {
        for (const today of [sameDay, nextDay]) {
          const { out } = await dceLint(cwd, [...command, '--format', 'json'], { today });
          assert.deepEqual(JSON.parse(out).law, { date: lawDate, old: today === nextDay });
        }
      }));
  }

  it('stands in SARIF, with a notification once it is old', () =>
    inFolder(PIECE, async (cwd) => {
      const runOf = async (today: string): Promise<Run> =>
        JSON.parse((await dceLint(cwd, ['check', '--format', 'sarif'], { today })).out).runs[0];
      const fresh = await runOf(sameDay);
      assert.deepEqual(fresh.tool.driver.properties, { law: { date: lawDate, old: false } });
      assert.deepEqual(fresh.invocations, [{ executionSuccessful: true, toolExecutionNotifications: [] }]);
      const old = await runOf(nextDay);
      assert.deepEqual(old.tool.driver.properties, { law: { date: lawDate, old: true } });
      const [notice] = old.invocations?.[0]?.toolExecutionNotifications ?? [];
      assert.deepEqual([notice?.level, notice?.message.text], ['warning', lawAgeShown(nextDay)]);
    }));

  it('is that of one day in the parts of a report', () =>
    inFolder({ 'a/rc.md': '# RC\n', 'b/rc.md': '# RC\n' }, async (cwd) => {
      for (const [name, today] of [['a', sameDay] as const, ['b', nextDay] as const])
        await dceLint(cwd, ['check', name, '--format', 'json', '--output', `${name}.json`], { today });
      const { code, err } = await dceLint(cwd, ['merge', 'a.json', 'b.json']);
      assert.equal(code, 2);
      assert.match(err, /autre jour/);
    }));
});
