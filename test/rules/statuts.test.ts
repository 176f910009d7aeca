import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { openConsultation } from '../../rules/consultation/open.ts';
import { rules } from '../../rules/index.ts';
import { lint } from '../../server/core/lint.ts';

/** The table: its expectations come from the law, never from a run. */
const table = parse(readFileSync(new URL('statuts.yaml', import.meta.url), 'utf8')) as {
  readonly acheteurs: Readonly<Record<string, string>>;
  readonly pieces: Readonly<Record<string, string>>;
  readonly findings: readonly {
    readonly rule: string;
    /** Pattern found in the message. */
    readonly about: string;
    readonly cells: Readonly<Record<string, string>>;
  }[];
};

const CELLS = Object.keys(table.acheteurs).flatMap((who) => ['2026-08-15', '2026-09-15'].map((day) => `${who} ${day}`));

const found = new Map(
  CELLS.map((cell) => {
    const [who = '', date = ''] = cell.split(' ');
    const sources = Object.entries(table.pieces).map(([path, text]) => ({
      path,
      text: text.replace('dce:\n', `dce:\n  date: ${date}\n`).replace('{acheteur}', table.acheteurs[who] ?? ''),
    }));
    const consultation = openConsultation(sources, { date, files: sources.map((s) => s.path) });
    return [cell, lint(consultation, { rules }).findings.map((f) => `${f.rule.id} ${f.message}`)];
  }),
);

describe('one consultation of three buyers on two days', () => {
  for (const { rule, about, cells } of table.findings)
    describe(`${rule} on « ${about} »`, () => {
      it('has a cell for each buyer and day', () => assert.deepEqual(Object.keys(cells), CELLS));
      for (const [cell, expected] of Object.entries(cells))
        it(`${cell}: ${expected}`, () => {
          const seen = (found.get(cell) ?? []).filter((f) => f.startsWith(`${rule} `));
          const speaks = seen.some((f) => new RegExp(about).test(f));
          assert.equal(speaks ? 'dit' : 'tait', expected.split(' ')[0], seen.join('\n') || 'nothing');
        });
    });
});
