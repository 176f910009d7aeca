import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Ahead } from '../../rules/kit/ahead.ts';
// @ts-expect-error plain JavaScript, without types
import { lookAhead } from '../../scripts/ahead.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

describe('what is known of patterns when a program is built', () => {
  it('is what they cannot do without, for nearly all of those that the rules ask', async () => {
    const { cues, spots, needs }: Ahead = JSON.parse(await lookAhead(root));
    const lists = Object.values(needs);
    assert.equal(cues.length, new Set(cues).size);
    assert.equal(spots.length, cues.length);
    assert.ok(lists.length > 800, `${lists.length} patterns`);
    assert.ok(lists.filter((ranks) => ranks.length > 0).length > 0.9 * lists.length);
    for (const rank of lists.flat()) assert.ok(cues[rank] !== undefined, String(rank));
  });

  it('is in the programs that read drafts, and in no other', () => {
    const mark = '"spots":[';
    for (const [file, holds] of [
      ['cli.cjs', true],
      ['server.cjs', true],
      ['web/server.js', true],
      ['word.cjs', false],
      ['report.cjs', false],
      ['client.cjs', false],
    ] as const) {
      assert.ok(existsSync(`${root}/dist/${file}`), `${file} is not built`);
      assert.equal(readFileSync(`${root}/dist/${file}`, 'utf8').replaceAll('\\"', '"').includes(mark), holds, file);
    }
  });
});
