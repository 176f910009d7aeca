import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { openConsultation } from '../rules/consultation/open.ts';
import { rules } from '../rules/index.ts';
import { lint } from '../server/core/lint.ts';

interface Model {
  readonly id: string;
  readonly page: number;
  readonly text: string;
  readonly findings: readonly { readonly rule: string; readonly times?: number; readonly why: string }[];
}

const models = parse(readFileSync('test/guide/clauses-iii-c.yaml', 'utf8')) as readonly Model[];

/** A CCAP of today; the clause is pasted at its end. */
const BEFORE = `---
dce:
  piece: ccap
  date: 2026-12-01
  ccag: tic-2021
---

# CCAP

## 1. Objet

Le marché a pour objet le développement d'un logiciel de suivi.

## 2. Propriété intellectuelle

`;

/** Rules that speak in the pasted text, as often as they do. What a rule misses elsewhere in the contract goes to its title. */
function spoken(text: string): string[] {
  const sources = [{ path: 'ccap.md', text: `${BEFORE}${text}\n` }];
  const { findings } = lint(openConsultation(sources, { date: '2026-12-01', files: ['ccap.md'] }), {
    rules,
    rethrow: true,
  });
  return findings.filter((f) => f.at.start >= BEFORE.length).map((f) => f.rule.id);
}

describe('The model clauses of the guide of 2018, in a consultation of today', () => {
  it('are all those of part III.C, pages 27 to 33, each finding with its reason', () => {
    assert.equal(models.length, 20);
    assert.ok(models.every((m) => m.page >= 27 && m.page <= 33 && m.findings.every((f) => f.why.length > 20)));
  });

  for (const { id, page, text, findings } of models)
    it(`${id} (p. ${page}): ${findings.map((f) => f.rule).join(', ')}`, () => {
      const wanted = findings.flatMap(({ rule, times = 1 }) => Array<string>(times).fill(rule));
      assert.deepEqual(spoken(text).sort(), wanted.sort());
    });
});
