import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { select } from 'hast-util-select';
import type { SourceFile } from '../../rules/consultation/open.ts';
import { rules } from '../../rules/index.ts';
import type { Conformite, FichePage } from '../../server/protocol.ts';
import { readPage, textOf } from '../report/page.ts';
import { Dialogue } from './dialogue.ts';
import { isFrench, leftInFrench } from './french-left.ts';

const sample = (name: string): readonly SourceFile[] => {
  const folder = new URL(`../../examples/${name}/`, import.meta.url);
  return readdirSync(folder, { withFileTypes: true })
    .filter((f) => f.name.endsWith('.md'))
    .map((f) => ({ path: f.name, text: readFileSync(new URL(f.name, folder), 'utf8') }));
};

describe('The English of the tree, the sheet and the reports', () => {
  // The charts’ library is long to read in; no test is about that.
  before(() => import('../../server/report/main.ts'));

  it('leaves nothing of the program’s in French', async () => {
    assert.deepEqual(await leftInFrench(sample('consultation-fautive'), sample('consultation-conforme')), []);
  });

  describe('in the editor', () => {
    const uri = 'file:///marches/2027/rc.md';
    let d: Dialogue;
    before(async () => {
      const files = Object.fromEntries(
        sample('consultation-fautive').map(({ path, text }) => [`file:///marches/2027/${path}`, text]),
      );
      d = await Dialogue.start({ rules, files, settings: { langue: 'en' } });
      await d.open(uri, files[uri] as string);
    });
    after(() => d.end());

    it('reaches the tree', async () => {
      const tree = await d.request<Conformite>('dce-lint/conformite', { uri });
      const said = tree.chapitres.flatMap(({ title, parties }) => [
        title,
        ...parties.flatMap((p) => [p.title, ...p.rules.flatMap((r) => [r.title, r.label, r.detail])]),
      ]);
      assert.deepEqual(said.filter(isFrench), []);
      assert.ok(said.includes('The law, outside the guide') && said.includes('not applicable'));
    });

    it('reaches the sheet, the words of the drafts left as they are', async () => {
      const { page } = await d.request<FichePage>('dce-lint/fichePage', { uri, nonce: 'n' });
      const { all, text, root } = readPage(page);
      assert.equal(select('html', root)?.properties.lang, 'en');
      assert.equal(text('h1'), 'Sheet of the consultation: 2027');
      assert.deepEqual(all('h2, caption, thead th, .dce-places').map(textOf).filter(isFrench), []);
      assert.match(text(), /Estimated amount EUR [\d,]+|Duration of the contract/);
      assert.match(text(), /assistant vocal/);
    });
  });
});
