import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { partOf } from '../../server/cli/shard.ts';
import { Spool } from '../../server/cli/spool.ts';

describe('What is put aside while a report is made', () => {
  // A place of its own for what is temporary: other tests put theirs in the common one meanwhile.
  const common = process.env.TMPDIR;
  const place = mkdtempSync(join(tmpdir(), 'dce-lint-spool-'));
  before(() => {
    process.env.TMPDIR = place;
  });
  after(() => {
    if (common === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = common;
    rmSync(place, { recursive: true });
  });
  const texts = Array.from({ length: 500 }, (_, i) => `texte ${i} « é 🏛️ » `.repeat(i % 40));

  for (const [what, bytes] of [
    ['in memory', 1 << 30],
    ['in a file', 0],
    ['in both', 20_000],
  ] as const)
    it(`comes back as it was, in any order (${what}), and nothing of it is left`, async () => {
      const spool = new Spool(bytes);
      const ranks: number[] = [];
      for (const text of texts) ranks.push(await spool.put(text));
      for (const i of [...ranks.keys()].reverse()) assert.equal(await spool.get(ranks[i] as number), texts[i]);
      const late = await spool.put('après');
      assert.equal(await spool.get(late), 'après');
      // The file has no name from the start.
      if (process.platform !== 'win32') assert.deepEqual(readdirSync(place), []);
      await spool.close();
    });
});

describe('Parts of a run', () => {
  it('weigh about the same, take every consultation once, and do not depend on the order', () => {
    const all = Array.from({ length: 47 }, (_, i) => ({ path: `/${i}`, size: ((i * 7919) % 100) * 1000 }));
    const parts = [1, 2, 3, 4].map((index) => partOf(all, { index, count: 4 }));
    assert.deepEqual(
      parts
        .flat()
        .map((t) => t.path)
        .sort(),
      all.map((t) => t.path).sort(),
    );
    const loads = parts.map((part) => part.reduce((n, { size }) => n + size + 20_000, 0));
    assert.ok(Math.max(...loads) / Math.min(...loads) < 1.1, loads.join(', '));
    const again = partOf([...all].reverse(), { index: 2, count: 4 });
    assert.deepEqual([...again].map((t) => t.path).sort(), (parts[1] ?? []).map((t) => t.path).sort());
  });
});
