import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { inSession } from './client.ts';

const DAY = '2026-09-15';

/** Cases that were labelled apart from the program (`test/law/README.md`), as texts. */
const texts = (name: string): readonly string[] =>
  readFileSync(new URL(`../law/${name}.tsv`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [, ccag, , sentence = ''] = line.split('\t');
      return ccag ? `Le présent marché se réfère au CCAG-${ccag}.\n\n${sentence}\n` : sentence;
    });

interface Citation {
  readonly written: string;
  readonly supported: boolean;
  readonly status: string;
  readonly answer: string;
  readonly successors?: readonly string[];
}

interface Validation {
  readonly allSupported: boolean;
  readonly citations: readonly Citation[];
}

const validate = <T>(use: (ask: (given: Record<string, unknown>) => Promise<Validation>) => Promise<T>): Promise<T> =>
  inSession(['.'], '2026-07-28', ({ call }) =>
    use(async (given) => {
      const { text, refused } = await call('validate_citations', { date: DAY, ...given });
      assert.equal(refused, false, text);
      return JSON.parse(text);
    }),
  );

describe('validate_citations', function () {
  this.timeout(120_000);

  it('lets none of 500 wrong citations pass', () =>
    validate(async (ask) => {
      const wrong = [...texts('citations-wrong-by-hand'), ...texts('citations-wrong-made')];
      assert.equal(wrong.length, 500);
      for (const text of wrong) assert.equal((await ask({ text })).allSupported, false, text);
    }));

  it('supports nearly all of 1,000 right ones, and says of each other that it does not know', () =>
    validate(async (ask) => {
      const right = texts('citations-right');
      assert.ok(right.length >= 1000);
      let supported = 0;
      for (const text of right) {
        const { allSupported, citations } = await ask({ text });
        if (allSupported) supported++;
        assert.ok(citations.length > 0, text);
        assert.ok(!citations.some((c) => c.status === 'repealed' || c.status === 'not-yet'), text);
      }
      assert.ok(supported / right.length >= 0.97, String(supported));
    }));

  it('tells what is in force, changed, repealed with what took its place, not there and not known', () =>
    validate(async (ask) => {
      const cases: readonly (readonly [string, string, boolean])[] = [
        ['R. 2152-6', 'in-force', true],
        ['article R. 2152-7 du code de la commande publique', 'changed', true],
        ['cpi L131-3', 'in-force', true],
        ['14.1 CCAG-TIC', 'in-force', true],
        ['article 58 du décret n° 2016-360', 'repealed', false],
        ['article L. 2152-99 du code de la commande publique', 'absent', false],
        ['article L. 1111-1 du code du travail', 'unknown', false],
        ['loi n° 2031-12 du 3 mars 2031', 'unknown', false],
        ['Conseil d’État, 12 mars 2020, n° 436789', 'unknown', false],
        ['article 45 de la directive 2014/24/UE', 'unknown', false],
        ['comme chacun sait', 'unknown', false],
      ];
      const { citations, allSupported } = await ask({ citations: cases.map(([written]) => written) });
      assert.deepEqual(
        citations.map(({ status, supported }, i) => [cases[i]?.[0], status, supported]),
        cases.map((c) => [...c]),
      );
      assert.equal(allSupported, false);
      assert.deepEqual(citations[4]?.successors, ['L2151-2', 'R2151-8', 'R2151-9', 'R2151-10', 'R2151-11']);
      for (const { answer, written } of citations) assert.ok(answer.length > 20, written);
    }));

  it('follows the day: an article is not yet there, another is already gone', () =>
    validate(async (ask) => {
      const status = async (citation: string, date: string) =>
        (await ask({ citations: [citation], date })).citations[0]?.status;
      assert.equal(await status('R. 2152-7', '2018-06-01'), 'not-yet');
      assert.equal(await status('R. 2152-7', '2020-06-01'), 'in-force');
      assert.equal(await status('article 58 du décret n° 2016-360', '2018-06-01'), 'unread');
    }));

  it('takes a reference to the piece itself for no citation of law', () =>
    validate(async (ask) => {
      const text = '# CCAP\n\n## Article 5 – Délais\n\nVoir l’article 5 du présent CCAP et l’annexe 2.\n';
      assert.deepEqual((await ask({ text })).citations, []);
    }));
});
