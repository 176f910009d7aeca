import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { openConsultation } from '../../rules/consultation/open.ts';
import { rules } from '../../rules/index.ts';
import { articleAt, type Code, ccagAt, repealedTexts } from '../../rules/law/law.ts';
import { lint } from '../../server/core/lint.ts';

/** The table: its expectations come from the law, never from a run. */
const table = parse(readFileSync(new URL('dates.yaml', import.meta.url), 'utf8')) as {
  readonly dossiers: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly findings: readonly {
    readonly dossier: string;
    readonly rule: string;
    /** Pattern found in the level, the words reported or the message. */
    readonly about: string;
    readonly cells: Readonly<Record<string, string>>;
  }[];
  readonly citations: readonly {
    readonly citation: string;
    readonly answers: readonly string[];
    readonly source: string;
  }[];
};

const DAYS = ['2018-06-01', '2020-02-01', '2024-06-01', '2026-02-01', '2026-09-15', '2026-12-01'];
const memory = new Map<string, readonly string[]>();

/** Every finding in a dossier on a day, as its rule, level, words and message. */
function findings(dossier: string, day: string): readonly string[] {
  const key = `${dossier} ${day}`;
  const known = memory.get(key);
  if (known) return known;
  const sources = Object.entries(table.dossiers[dossier] ?? {}).map(([path, text]) => ({
    path,
    text: text.replace('dce:\n', `dce:\n  date: ${day}\n`),
  }));
  const consultation = openConsultation(sources, { date: day, files: sources.map((s) => s.path) });
  const found = lint(consultation, { rules }).findings.map(
    (f) => `${f.rule.id} ${f.level} « ${f.piece.draft.text.slice(f.at.start, f.at.end)} » ${f.message}`,
  );
  memory.set(key, found);
  return found;
}

describe('one dossier on six days', () => {
  for (const { dossier, rule, about, cells } of table.findings)
    describe(`${rule} on « ${about} » (${dossier})`, () => {
      it('has a cell for each day', () => assert.deepEqual(Object.keys(cells), DAYS));
      for (const [day, cell] of Object.entries(cells))
        it(`on ${day}: ${cell}`, () => {
          const seen = findings(dossier, day).filter((f) => f.startsWith(`${rule} `));
          const speaks = seen.some((f) => new RegExp(about).test(f));
          assert.equal(speaks ? 'dit' : 'tait', cell.split(' ')[0], seen.join('\n') || 'nothing');
        });
    });

  for (const dossier of Object.keys(table.dossiers))
    it(`cites no article of the code before the code was in force (${dossier})`, () => {
      const said = findings(dossier, '2018-06-01').filter((f) => /[LRD](?:\. ?)?\d{4}-\d/.test(f));
      assert.deepEqual(said, []);
    });
});

describe('one citation on six days', () => {
  for (const { citation, answers, source } of table.citations)
    it(`${citation} is ${answers.join(', ')} (${source})`, () => {
      const [code, number] = citation.split(' ') as [Code, string];
      assert.deepEqual(
        DAYS.map((day) => articleAt(code, number, day).status),
        answers,
      );
    });

  it('the décret n° 2016-360 is in force on the first day only', () => {
    const text = repealedTexts.find((t) => t.id === 'decret-2016-360');
    assert.deepEqual(
      DAYS.map((day) => text !== undefined && text.since <= day && day < (text.until ?? '')),
      [true, false, false, false, false, false],
    );
  });

  it('the CCAG-FCS is that of 2009 on the first two days, then that of 2021', () => {
    assert.deepEqual(
      DAYS.map((day) => ccagAt('fcs', day)?.text.year),
      [2009, 2009, 2021, 2021, 2021, 2021],
    );
  });
});
