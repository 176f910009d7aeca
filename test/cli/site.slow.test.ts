import assert from 'node:assert/strict';
import { addressOf } from '../../server/cli/site.ts';
import { FRENCH } from '../../server/core/phrasebook.ts';
import { readPage } from '../report/page.ts';

describe('The index of many consultations', () => {
  it('goes on over as many pages as it takes', async () => {
    const { indexPages } = await import('../../server/report/main.ts');
    const { rapportOf } = await import('../../server/core/rapport-corpus.ts');
    const counts = { error: 0, warning: 0, info: 0 };
    const given = Array.from({ length: 1201 }, (_, i) => ({
      resume: { path: `d${i}`, pieces: [], counts, ignored: 0, known: 0 },
      notRun: [],
      files: [],
    }));
    const frame = {
      version: '1',
      day: '2026-12-01',
      phrasebook: FRENCH,
      law: '',
      minLevel: 'info',
      compared: false,
      notChecked: [],
      rules: [],
    } as const;
    const links = new Map(given.map(({ resume }) => [resume.path, addressOf(resume.path)]));
    const pages = [
      ...indexPages(
        rapportOf(given, undefined, frame),
        () => '',
        links,
        (i) => `index-${i + 1}.html`,
      ),
    ].map(readPage);
    assert.deepEqual(
      pages.map((p) => p.all('#classement tbody tr').length),
      [500, 500, 201],
    );
    assert.match(pages[1]?.text('#classement') ?? '', /Rangs 501 à 1000, sur 1201\. Autres pages : 1, 3\./);
  });
});
