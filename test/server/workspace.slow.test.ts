import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Span } from '../../rules/kit/span.ts';
import { keyOf } from '../../server/uri.ts';
import { type FolderCheck, type OpenDocument, Workspace } from '../../server/workspace.ts';
import { MemoryHost } from './memory-host.ts';
import { testRules } from './texts.ts';

const RC = 'file:///marche/rc.md';
const CCTP = 'file:///marche/cctp.md';

const PARTS = [
  '# RC\n\n',
  'Projet innovant.\n\n',
  '- un\n- innovant\n',
  '| a |\n| - |\n| innovant |\n',
  '<!-- dce-lint-ignore-next test/mot : essai -->\n',
  '<!-- dce-lint-ignore-start test/mot : essai -->\n',
  '<!-- dce-lint-ignore-end -->\n',
  '```\ninnovant\n',
  'durée : 12 mois. ',
  'durée : 24 mois. ',
  '\r\n',
  '  ',
  '🏛️ ',
  '---\n',
] as const;

const workspaceOn = (documents: () => OpenDocument[]) =>
  new Workspace(new MemoryHost(), { documents, settingsFor: async () => ({}) }, testRules);

/** Every step is a long one: the work gives way wherever it can. */
const hurriedOn = (documents: () => OpenDocument[]) => {
  let now = 0;
  const clock = () => {
    now += 10;
    return now;
  };
  return new Workspace(new MemoryHost(), { documents, settingsFor: async () => ({}) }, testRules, clock);
};

const place = ({ start, end }: Span) => [start, end];

const said = async (workspace: Workspace) => {
  const { files } = await workspace.check(RC);
  return [RC, CCTP].map((uri) =>
    files
      .get(keyOf(uri))
      ?.findings.map((f) => [f.rule.id, place(f.at), f.level, f.message, f.related.map((r) => place(r.at))]),
  );
};

describe('the workspace', () => {
  it('says after any edits what it would say of the final text', async () => {
    const edit = fc.record({
      uri: fc.constantFrom(RC, CCTP),
      from: fc.double({ min: 0, max: 1, noNaN: true }),
      removed: fc.nat(30),
      added: fc.constantFrom(...PARTS),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { maxLength: 25 }), async (edits) => {
        const texts = new Map([
          [RC, TextDocument.create(RC, 'markdown', 1, '# RC\n\nProjet innovant, durée : 12 mois.\n')],
          [CCTP, TextDocument.create(CCTP, 'markdown', 1, '# CCTP\n\nDurée : 24 mois.\n')],
        ]);
        const lasting = workspaceOn(() => [...texts.values()]);
        for (const { uri, from, removed, added } of edits) {
          const before = texts.get(uri) as TextDocument;
          const text = before.getText();
          const at = Math.floor(from * text.length);
          const after = text.slice(0, at) + added + text.slice(at + removed);
          texts.set(uri, TextDocument.create(uri, 'markdown', before.version + 1, after));
          await lasting.check(uri);
        }
        assert.deepEqual(await said(lasting), await said(workspaceOn(() => [...texts.values()])));
      }),
      { numRuns: 60 },
    );
  });

  it('says of the final text what it would say had it not been edited during checks', async () => {
    const edit = fc.record({
      uri: fc.constantFrom(RC, CCTP),
      from: fc.double({ min: 0, max: 1, noNaN: true }),
      removed: fc.nat(5),
      added: fc.constantFrom(...PARTS, 'x', 'y'),
      turns: fc.nat(60),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 8 }), async (edits) => {
        const texts = new Map([
          [RC, TextDocument.create(RC, 'markdown', 1, '# RC\n\nProjet innovant, durée : 12 mois.\n')],
          [CCTP, TextDocument.create(CCTP, 'markdown', 1, '# CCTP\n\nDurée : 24 mois.\n')],
        ]);
        const lasting = hurriedOn(() => [...texts.values()]);
        const asked: Promise<FolderCheck>[] = [];
        for (const { uri, from, removed, added, turns } of edits) {
          asked.push(lasting.check(uri));
          for (let i = 0; i < turns; i++) await new Promise(setImmediate);
          const before = texts.get(uri) as TextDocument;
          const text = before.getText();
          const at = Math.floor(from * text.length);
          const after = text.slice(0, at) + added + text.slice(at + removed);
          texts.set(uri, TextDocument.create(uri, 'markdown', before.version + 1, after));
        }
        assert.deepEqual(await said(lasting), await said(workspaceOn(() => [...texts.values()])));
        await Promise.all(asked);
      }),
      { numRuns: 60 },
    );
  });

  it('says after any edits of dce.yaml and of pieces in two folders what it would say of the final texts', async () => {
    const texts = {
      'file:///marche/rc.md': ['# RC\n\nDurée : 12 mois.\n', '# RC\n\nDurée : 24 mois.\n', ''],
      'file:///marche/t/cctp.md': ['# CCTP\n\nDurée : 24 mois, innovant.\n', '# Notes\n'],
      'file:///marche/dce.yaml': [
        'pieces:\n  - rc.md\n',
        'pieces:\n  - rc.md\n  - t/cctp.md\n',
        'pieces:\n  - t/cctp.md\n',
        'pieces: [',
        'etat: final\n',
      ],
    };
    type Uri = keyof typeof texts;
    const uris = Object.keys(texts) as Uri[];
    const drafts = uris.filter((u) => u.endsWith('.md'));
    const edit = fc.record({ uri: fc.constantFrom(...uris), which: fc.nat(), closed: fc.boolean() });
    const shown = async (workspace: Workspace) =>
      Promise.all(
        drafts.map(async (uri) => {
          const { files, described } = await workspace.check(uri);
          const own = files.get(keyOf(uri));
          const findings = own?.findings.map((f) => [
            f.rule.id,
            place(f.at),
            f.related.map((r) => [r.piece.path, place(r.at)]),
          ]);
          return [own?.piece?.path, own?.reason, findings, described?.problems, [...files.keys()]];
        }),
      );
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { maxLength: 15 }), async (edits) => {
        const open = new Map<string, TextDocument>();
        const lasting = workspaceOn(() => [...open.values()]);
        let version = 0;
        const put = (uri: Uri, which: number) => {
          const text = texts[uri][which % texts[uri].length] ?? '';
          open.set(uri, TextDocument.create(uri, uri.endsWith('.md') ? 'markdown' : 'yaml', ++version, text));
        };
        const close = (uri: Uri) => {
          open.delete(uri);
          lasting.prune();
        };
        for (const { uri, which, closed } of edits) {
          if (closed) close(uri);
          else put(uri, which);
          for (const draft of drafts) await lasting.check(draft);
        }
        assert.deepEqual(await shown(lasting), await shown(workspaceOn(() => [...open.values()])));
      }),
      { numRuns: 60 },
    );
  });

  it('keeps what it has checked until something changes', async () => {
    let document = TextDocument.create(RC, 'markdown', 1, '# RC\n');
    const workspace = workspaceOn(() => [document]);
    const first = await workspace.check(RC);
    assert.equal(await workspace.check(RC), first);
    document = TextDocument.create(RC, 'markdown', 1, '# RC, réouvert\n');
    assert.notEqual(await workspace.check(RC), first);
  });
});
