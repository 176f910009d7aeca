import assert from 'node:assert/strict';
import { RestartCount } from '../../client/restartCount.ts';

describe('A server that stops by itself', () => {
  it('is started again five times in three minutes, and no more', () => {
    const count = new RestartCount();
    for (let n = 0; n < 5; n++) assert.ok(count.mayRestart(n * 1000));
    assert.ok(!count.mayRestart(6000));
    assert.ok(!count.mayRestart(179_000));
  });

  it('is started again once three minutes have passed since', () => {
    const count = new RestartCount();
    for (let n = 0; n < 5; n++) count.mayRestart(n * 1000);
    assert.ok(count.mayRestart(181_000));
    for (let n = 1; n < 100; n++) assert.ok(count.mayRestart(181_000 + n * 60_000));
  });
});
