import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { rules } from '../../rules/index.ts';
import type { Ahead } from '../../rules/kit/ahead.ts';
// @ts-expect-error plain JavaScript, without types
import { lookAhead } from '../../scripts/ahead.mjs';
import { cuesOf } from '../kit/known-cues.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

describe('what is known of patterns when a program is built', () => {
  it('is what they cannot do without, for nearly all of those that the rules ask', async () => {
    const { cues, columns, waiting, size }: Ahead = JSON.parse(await lookAhead(root));
    const texts = cuesOf(cues);
    const numbers = Object.values(columns);
    assert.ok(numbers.length > 800, `${numbers.length} patterns`);
    assert.ok(size > 0.9 * numbers.length, `${size} columns`);
    assert.deepEqual(
      numbers.filter((column) => column >= 0),
      Array.from({ length: size }, (_, column) => column),
    );
    assert.ok(texts.length > 10_000, `${texts.length} cues`);
    assert.equal(waiting.length - 1, texts.length);
    assert.ok(texts.every(({ units }) => units.length > 0));
    assert.deepEqual(new Set(waiting.slice(1).flat()), new Set(numbers.filter((column) => column >= 0)));
  });

  it('is in the programs that read drafts, and in no other', () => {
    const mark = '"tables":{';
    for (const [file, holds] of [
      ['cli.cjs', true],
      ['server.cjs', true],
      ['web/server.js', true],
      ['word.cjs', false],
      ['wordings.cjs', false],
      ['report.cjs', false],
      ['client.cjs', false],
    ] as const) {
      assert.ok(existsSync(`${root}/dist/${file}`), `${file} is not built`);
      assert.equal(readFileSync(`${root}/dist/${file}`, 'utf8').replaceAll('\\"', '"').includes(mark), holds, file);
    }
  });
});

describe('the examples of a rule', () => {
  it('are made when they are asked for, by every program that holds rules', () => {
    for (const file of ['cli.cjs', 'server.cjs', 'web/server.js']) {
      const text = readFileSync(`${root}/dist/${file}`, 'utf8');
      const later = text.match(/\bget examples\(\)\s*\{\s*return\s*\{/g)?.length ?? 0;
      // A few rules have theirs from elsewhere.
      assert.ok(later > 0.9 * rules.length, `${later} of ${rules.length} in ${file}`);
    }
  });
});
