import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { CodeAction, Diagnostic, TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver/node';
import { rules } from '../../rules/index.ts';
import { Dialogue, MODERN } from './dialogue.ts';

const FAULTY = new URL('../../examples/consultation-fautive/', import.meta.url);
/** What the sample becomes: read from top to bottom by a person, and to be read again when `WRITE=1` has changed it. */
const MENDED = new URL('./consultation-corrigee/', import.meta.url);
const PIECES = ['rc.md', 'cctp.md', 'ccap.md'];
const uriOf = (name: string) => `file:///marches/2027/${name}`;
/** Fixes after which something goes round in circles. */
const MOST = 60;

describe('Every fix of a faulty dossier, in the order of the menus', () => {
  let d: Dialogue;
  const fixed = new Set<unknown>();

  /** Makes an edit of the server as a client does; each piece once, so that one undo takes it back. */
  async function make(edit: WorkspaceEdit | undefined): Promise<void> {
    const changes = (edit?.documentChanges ?? []) as TextDocumentEdit[];
    const uris = changes.map((c) => c.textDocument.uri);
    assert.ok(uris.length > 0);
    assert.deepEqual([...new Set(uris)], uris);
    assert.equal(edit?.changeAnnotations, undefined);
    const after = uris.map((uri) => d.after(uri, edit));
    for (const [i, uri] of uris.entries()) await d.type(uri, d.textOf(uri).getText(), after[i] ?? '');
  }

  const mends = ({ edit, command }: CodeAction) => edit !== undefined || command?.command === 'dce-lint.applyFix';

  /** The first entry of the menu of the first finding that has a fix; undefined when there is none left. */
  async function next(): Promise<CodeAction | undefined> {
    for (const name of PIECES) {
      const report = await d.pull(uriOf(name));
      assert.ok(report.kind === 'full');
      for (const { range } of report.items) {
        const actions = await d.request<CodeAction[] | null>('textDocument/codeAction', {
          textDocument: { uri: uriOf(name) },
          range,
          context: { diagnostics: report.items, only: ['quickfix'] },
        });
        const action = actions?.find(mends);
        if (action) return action;
      }
    }
    return undefined;
  }

  before(async function () {
    this.timeout(0);
    const window = { showDocument: { support: true } };
    const initializationOptions = { clientCommands: ['dce-lint.ignore' as const, 'dce-lint.explain' as const] };
    d = await Dialogue.start({ rules, capabilities: { ...MODERN, window }, initializationOptions });
    for (const name of PIECES) await d.open(uriOf(name), readFileSync(new URL(name, FAULTY), 'utf8'));
    for (let count = 0; ; count++) {
      const action = await next();
      if (!action) break;
      assert.ok(count < MOST, `still to be made: ${action.title}`);
      for (const { code } of action.diagnostics ?? []) fixed.add(code);
      if (action.command) {
        const made = d.applied.length;
        assert.deepEqual(await d.request('workspace/executeCommand', action.command), { applied: true });
        assert.equal(d.applied.length, made + 1);
      }
      await make(action.edit ?? d.applied.at(-1)?.edit);
    }
  });
  after(() => d.end());

  it('leaves no finding of the rules that it answers', async () => {
    assert.ok(fixed.size >= 10, [...fixed].join(', '));
    const left: (Diagnostic['code'] | undefined)[] = [];
    for (const name of PIECES) {
      const report = await d.pull(uriOf(name));
      if (report.kind === 'full') left.push(...report.items.map((item) => item.code));
    }
    assert.deepEqual(
      left.filter((code) => fixed.has(code)),
      [],
    );
  });

  for (const name of PIECES)
    it(`gives a text that reads right from top to bottom: ${name}`, () => {
      if (process.env.WRITE) {
        mkdirSync(MENDED, { recursive: true });
        writeFileSync(new URL(name, MENDED), d.textOf(uriOf(name)).getText());
      }
      assert.equal(d.textOf(uriOf(name)).getText(), readFileSync(new URL(name, MENDED), 'utf8'));
    });
});
