import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { type Case, compare } from '../../../scripts/citation-answers.ts';

const read = (name: string) => parse(readFileSync(new URL(name, import.meta.url), 'utf8')) as readonly Case[];
const cases = [...read('citations-soixante.yaml'), ...read('citations-vingt.yaml')];

describe('citations in other words', () => {
  it('are eighty', () => assert.equal(cases.length, 80));
  for (const labelled of cases)
    it(`${labelled.text} (${labelled.date ?? 'today'})`, () => {
      const { missed, wrong } = compare(labelled);
      assert.deepEqual({ missed, wrong }, { missed: [], wrong: [] });
    });
});
