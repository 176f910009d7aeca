import assert from 'node:assert/strict';
import type { ClientCapabilities, TextDocumentEdit } from 'vscode-languageserver/node';
import { kindOfName } from '../../rules/facts/piece/genre.ts';
import { partsOf } from '../../server/core/parts.ts';
import { Dialogue, MODERN } from './dialogue.ts';

const ABOVE = 'file:///marches/2027%20tri';
const at = (folder: string, file: string) => `${ABOVE}/${encodeURIComponent(folder)}/${file}`;
const RC = at('01 - RC', 'rc.md');
const CCTP = at('03 - CCTP', 'besoin.md');
const MAKING: ClientCapabilities = {
  ...MODERN,
  workspace: {
    ...MODERN.workspace,
    workspaceEdit: { ...MODERN.workspace?.workspaceEdit, resourceOperations: ['create' as const] },
  },
};

describe('a consultation spread over folders', () => {
  it('is told by the names of its folders', () => {
    assert.equal(kindOfName('01 - RC'), 'rc');
    assert.equal(kindOfName('03_CCTP lot 2'), 'cctp');
    assert.equal(kindOfName('2b. Acte d’engagement'), 'ae');
    for (const name of ['2027-03 programme de recherche', 'Tri des courriers', '12', 'lot 1 - cctp'])
      assert.equal(kindOfName(name), undefined, name);
  });

  it('has two folders at least, each with a draft, and one RC', () => {
    const of = (own: string, ...names: string[]) =>
      partsOf(
        own,
        names.map((name) => ({ name, drafts: name.endsWith('vide') ? [] : ['a.md'] })),
      ).map(({ name }) => name);
    assert.deepEqual(of('01 - RC', '01 - RC', '03 - CCTP'), ['01 - RC', '03 - CCTP']);
    assert.deepEqual(of('1 - Pièces administratives', '2 - Pièces techniques', '1 - Pièces administratives'), [
      '1 - Pièces administratives',
      '2 - Pièces techniques',
    ]);
    assert.deepEqual(of('01 - RC', '01 - RC', '03 - CCTP vide'), []);
    assert.deepEqual(of('RC 2026', 'RC 2026', 'RC 2027', 'CCTP'), []);
    assert.deepEqual(of('2027-01 tri', '2027-01 tri', '2027-02 agenda'), []);
    assert.deepEqual(of('Tri', 'Tri', '01 - RC', '03 - CCTP'), []);
  });

  describe('in dialogue', () => {
    let d: Dialogue;
    afterEach(() => d.end());
    const start = async (more: Readonly<Record<string, string>> = {}, capabilities = MAKING) => {
      const files = { [RC]: '# RC\n\nProjet innovant.\n', [CCTP]: '# CCTP\n\nOutil innovant.\n', ...more };
      d = await Dialogue.start({ files, capabilities });
      await d.open(RC, files[RC] as string);
    };

    it('is offered to be put together, and is one consultation once it is', async () => {
      await start({ [at('03 - CCTP', 'README.md')]: 'Notes.\n' });
      assert.equal((await d.findings(RC)).length, 1);
      assert.deepEqual(await d.request('dce-lint/parts', { uri: RC }), {
        dossier: '2027 tri',
        folders: ['01 - RC', '03 - CCTP'],
      });
      const dce = `${ABOVE}/dce.yaml`;
      assert.deepEqual(await d.request('dce-lint/gather', { uri: RC }), { applied: true, written: dce });
      const [create, change] = d.applied[0]?.edit.documentChanges ?? [];
      assert.deepEqual(create, { kind: 'create', uri: dce, options: { ignoreIfExists: true } });
      const text = ((change as TextDocumentEdit).edits[0] as { newText: string }).newText;
      assert.equal(
        text,
        '# Les pièces de la consultation, réunies de 2 dossiers.\npieces:\n  - 01 - RC/rc.md\n  - 03 - CCTP/besoin.md\n',
      );
      d.host.write(dce, text);
      await d.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: dce, type: 1 }] });
      const whole = d.request<{ items: { uri: string; items: unknown[] }[] }>('workspace/diagnostic', {
        previousResultIds: [],
      });
      await d.findings(RC);
      assert.deepEqual(
        (await whole).items.map(({ uri, items }) => [uri, items.length]),
        [[CCTP, 1]],
      );
      assert.equal(await d.request('dce-lint/parts', { uri: RC }), null);
    });

    it('is left alone where a dce.yaml stands above, and in an editor that makes no file', async () => {
      await start({ [`${ABOVE}/dce.yaml`]: 'date: 2027-01-15\n' });
      assert.equal(await d.request('dce-lint/parts', { uri: RC }), null);
      d.end();
      await start({}, MODERN);
      assert.deepEqual(await d.request('dce-lint/gather', { uri: RC }), { applied: false });
      assert.deepEqual(d.applied, []);
    });
  });
});
