import assert from 'node:assert/strict';
import { listenBy } from '../../rules/reading/hear.ts';
import model from '../../rules/reading/model/model.json' with { type: 'json' };
import type { ModelFile } from '../../rules/reading/model.ts';
import { dceLint, inFolder } from './terminal.ts';

/** Its last sentence is one of those that the model was taught from. */
const HEARD = `---
dce:
  piece: rc
  date: 2026-10-01
---

# Règlement de la consultation

Ces offres, quoique tardives, participent au classement dans les mêmes conditions que les offres arrivées à temps.
`;

describe('a finding that was heard, in reports', () => {
  for (const more of [[], ['--jobs', '2']])
    it(`names its concept in JSON, and the nearest known wording in text (${more.join(' ') || 'alone'})`, () =>
      inFolder({ 'a/rc.md': HEARD, 'b/rc.md': HEARD }, async (cwd) => {
        const { out } = await dceLint(cwd, ['check', '--format', 'json', ...more]);
        const { files } = JSON.parse(out) as { files: { findings: { rule: string; heard?: object }[] }[] };
        for (const { findings } of files) {
          const { heard } = findings.find(({ rule }) => rule === 'offres/hors-delai') ?? {};
          assert.equal((heard as { concept?: string } | undefined)?.concept, 'offres/tardives-acceptees');
          assert.match((heard as { surety?: string } | undefined)?.surety ?? '', /^(?:sûr|probable)$/);
        }
        const text = (await dceLint(cwd, ['check', ...more])).out.replace(/\s+/g, ' ');
        assert.equal(
          text.match(/Lu comme : « Ces offres, quoique tardives, .*?arrivées à temps\. » \((?:sûr|probable)\)\./g)
            ?.length,
          2,
        );
      })).timeout(60_000);

  it('has what it hears on the page of its rule', () =>
    inFolder({}, async (cwd) => {
      const { out } = await dceLint(cwd, ['explain', 'offres/hors-delai']);
      assert.match(out, /`dce-lint concepts offres\/tardives-acceptees`/);
      assert.doesNotMatch((await dceLint(cwd, ['explain', 'lots/motif'])).out, /entendu par son sens/);
    }));
});

describe('dce-lint check, with a model that is damaged', () => {
  afterEach(() => listenBy(model as unknown as ModelFile));

  it('goes on by expressions, says what is missed and exits 2', () =>
    inFolder({ 'rc.md': '# Règlement de la consultation\n\nLes offres tardives seront acceptées.\n' }, async (cwd) => {
      listenBy(undefined);
      const { out, err, code } = await dceLint(cwd, ['check', '.']);
      assert.equal(code, 2);
      assert.match(out, /offres\/hors-delai/);
      assert.match(err, /^dce-lint : lecture par le sens : .*Réinstaller DCE Lint/m);
    }));
});
