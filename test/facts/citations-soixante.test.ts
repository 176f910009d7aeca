import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { type Case, compare } from '../../scripts/citation-answers.ts';

const cases = parse(readFileSync(new URL('citations-soixante.yaml', import.meta.url), 'utf8')) as readonly Case[];

describe('sixty citations in other words', () => {
  it('are sixty', () => assert.equal(cases.length, 60));
  for (const labelled of cases)
    it(`${labelled.text} (${labelled.date ?? 'today'})`, () => {
      const { missed, wrong } = compare(labelled);
      assert.deepEqual({ missed, wrong }, { missed: [], wrong: [] });
    });
});
