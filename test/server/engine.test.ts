import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { laterIn } from '../../server/engine.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

describe('what the engine is told', () => {
  it('is said in the words of each version, and not at all where it is not known', () => {
    assert.match(laterIn(11.3) ?? '', /^--interrupt-budget=/);
    assert.match(laterIn(12.4) ?? '', /^--invocation-count-for-turbofan=/);
    for (const version of [10.2, 12.2, 13.6, 14.1]) assert.equal(laterIn(version), undefined, String(version));
  });

  it('is known to the engine at hand, which would complain otherwise', () => {
    const told = (script: string) => {
      const { status, stderr } = spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
        cwd: root,
        encoding: 'utf8',
      });
      assert.equal(status, 0, stderr);
      return stderr;
    };
    assert.equal(
      told(`import('./server/engine.ts').then((e) => { e.prepareEngine(); e.expectThreads(16); e.holdLittle(); });`),
      '',
    );
    assert.match(
      told(`import('node:v8').then((v8) => v8.setFlagsFromString('--no-such-setting'));`),
      /no-such-setting/,
    );
  });
});
