import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { openConsultation } from '../../rules/consultation/open.ts';
import { citations } from '../../rules/facts/droit/citations.ts';
import { rules } from '../../rules/index.ts';
import { articleAt, type Code, ccagArticleAt } from '../../rules/law/law.ts';
import { lint } from '../../server/core/lint.ts';

/** A citation, and what the texts of law say of it: told apart from the program (`test/law/README.md` says by whom). */
interface Case {
  readonly kind: string;
  /** The CCAG that the contract refers to; empty where none matters. */
  readonly ccag: string;
  /** « ccp:R2152-7 cpi:L131-3 », « TIC 46.2 »; a wrong number as it is written. */
  readonly cited: string;
  readonly sentence: string;
  readonly why: string;
}

const DAY = '2026-09-15';
const casesOf = (name: string): Case[] =>
  readFileSync(new URL(name, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [kind = '', ccag = '', cited = '', sentence = '', why = ''] = line.split('\t');
      return { kind, ccag, cited, sentence, why };
    });

const own = rules.filter((r) =>
  /^droit\/(?:article-inexistant|article-hors-sujet|reference-abrogee|ccag-perime)$/.test(r.id),
);

function consultationOf({ ccag, sentence }: Case) {
  const refers = ccag ? `Le présent marché se réfère au CCAG-${ccag}.\n\n` : '';
  const text = `# Cahier des clauses administratives particulières\n\n${refers}${sentence}\n`;
  return openConsultation([{ path: 'ccap.md', text }], { date: DAY, files: ['ccap.md'] });
}

const found = (of: Case) => lint(consultationOf(of), { rules: own }).findings.map((f) => `${f.rule.id}: ${f.message}`);

/** What the program answers of every citation that it reads in a case. */
function answers(of: Case): Map<string, string> {
  const [piece] = consultationOf(of).pieces;
  assert.ok(piece);
  const { articles, ccag } = piece.ask(citations);
  const key = (code: string | undefined, n: string) => `${code}:${n.replace(/^D/, 'R')}`;
  return new Map([
    ...articles.flatMap(({ code, number, between }) =>
      [number, ...between].map((n): [string, string] => [key(code, n), articleAt(code as Code, n, DAY).status]),
    ),
    ...ccag.map(({ kind, article }): [string, string] => [
      `${of.ccag} ${article}`,
      kind ? ccagArticleAt(kind, article, DAY).status : 'unknown',
    ]),
  ]);
}

const THERE = new Set(['in-force', 'changed', 'unread']);

describe('Citations that are right, in the ways people write them', () => {
  const right = casesOf('citations-right.tsv');
  it('are 500 and more', () => assert.ok(right.length >= 500, String(right.length)));
  for (const kind of new Set(right.map((c) => c.kind))) {
    const cases = right.filter((c) => c.kind === kind);
    it(`are never called wrong (${kind}, ${cases.length})`, () => {
      const called = cases.flatMap((c) => found(c).map((message) => `${c.sentence} => ${message}`));
      assert.deepEqual(called, []);
    }).timeout(60_000);
    it(`are each read and known to the law of the day (${kind})`, () => {
      const missed = cases.flatMap((c) => {
        const said = answers(c);
        const cited = kind === 'ccag' ? [c.cited] : c.cited.split(' ').map((n) => n.replace(':D', ':R'));
        return cited.flatMap((n) => (THERE.has(said.get(n) ?? '') ? [] : [`${n} ${said.get(n)} in ${c.sentence}`]));
      });
      assert.deepEqual(missed, []);
    }).timeout(60_000);
  }
});

describe('Citations that are wrong', () => {
  const files = ['citations-wrong-by-hand.tsv', 'citations-wrong-made.tsv'];
  it('are 500', () => assert.equal(files.flatMap(casesOf).length, 500));
  for (const name of files) {
    const wrong = casesOf(name);
    for (const kind of new Set(wrong.map((c) => c.kind)))
      it(`never pass as right (${name}, ${kind})`, () => {
        const passed = wrong.filter((c) => c.kind === kind && found(c).length === 0);
        assert.deepEqual(
          passed.map((c) => `${c.sentence} (${c.why})`),
          [],
        );
      }).timeout(60_000);
  }
});
