import assert from 'node:assert/strict';
import { KINDS } from './fuzz/runs.ts';
import { served, talk } from './fuzz/sessions.ts';

/** The same on every machine; `npm run fuzz` takes another seed each time. */
const SEED = 20261201;
/** Cases of each kind: a taste of `npm run fuzz`. */
const CASES: Readonly<Record<string, number>> = {
  bytes: 400,
  prefixes: 300,
  drafts: 60,
  repairs: 15,
  sessions: 30,
  mouths: 5,
};

describe('Whatever it is given', () => {
  for (const { name, run } of KINDS)
    it(`does not break, and says nothing out of place (${name})`, async () => {
      const cases = CASES[name] as number;
      const outcome = await run({ seed: SEED, cases, time: 600_000, begun: () => {} });
      assert.equal(outcome.failure, undefined);
      assert.equal(outcome.cases, cases);
    }).timeout(0);

  it('serves two hundred open documents of one folder, edits and closes them', async () => {
    const names = Array.from({ length: 200 }, (_, i) => `piece-${i}.md`);
    const text = '# Règlement de la consultation\n\nUn besoin  innovant.\n';
    const all = await served(Object.fromEntries(names.map((name) => [name, text])));
    assert.equal(Object.keys(all).length, 200);
    for (const found of Object.values(all)) assert.ok(found.length > 0);
    await talk({
      everyRule: false,
      steps: names.flatMap((name) => [
        { do: 'open' as const, name, text },
        { do: 'change' as const, name, strokes: [{ at: 0.9, removed: 1, added: 'x' }], odd: 9 },
        ...(name.endsWith('7.md') ? [{ do: 'close' as const, name }] : []),
      ]),
    });
  }).timeout(0);
});
