/** What an editor may send to the server, in any order, and what must hold at the end. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Diagnostic } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { rules } from '../../rules/index.ts';
import { drafts, type Stroke, strokes } from '../drafts.ts';
import { Dialogue } from '../server/dialogue.ts';
import { broken, testRules } from '../server/texts.ts';
import type { Texts } from './examine.ts';

const FOLDER = 'file:///dossier%20%C3%A9t%C3%A9';
const NAMES = ['rc.md', 'cctp.md', 'ccap.md', 'notes (1)+.md', 'untitled'];

const position = fc.record({
  line: fc.oneof(fc.nat(20), fc.constantFrom(-1, 1e6, 2 ** 31 - 1)),
  character: fc.oneof(fc.nat(60), fc.constantFrom(-1, 1e6, 2 ** 31 - 1)),
});
const name = fc.constantFrom(...NAMES);

/** Questions that an editor puts about a document. */
const QUESTIONS = [
  'hover',
  'codeAction',
  'completion',
  'definition',
  'references',
  'documentLink',
  'codeLens',
  'inlayHint',
  'inlineCompletion',
  'diagnostic',
]; // prettier-ignore
/** Our own, and what they may be sent by a careless client. */
const OWN = [
  'explain',
  'ignore',
  'conformite',
  'fix',
  'fichePage',
  'settings',
  'fiche',
  'setState',
  'clauses',
  'insertClause',
  'turnOff',
  'refuse',
]; // prettier-ignore

const CONFIGURATIONS = [
  '',
  'extends: essentiel\n',
  'rules:\n  test/mot: off\n',
  'rules: [',
  'date: 2027-',
  '\u0000',
  'a: &a [*a]\n',
];
const SETTINGS = [{}, null, [], 'x', { levels: { 'test/mot': 'error' } }, { levels: 3, date: {}, preset: [] }];

const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('open' as const), name, text: drafts }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('change' as const), name, strokes, odd: fc.nat(9) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('close' as const), name }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('rename' as const), name, to: name }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('write' as const), name, text: fc.option(drafts) }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('configure' as const), text: fc.constantFrom(...CONFIGURATIONS) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('settings' as const), value: fc.constantFrom(...SETTINGS) }) },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('ask' as const),
      name,
      what: fc.constantFrom(...QUESTIONS),
      from: position,
      to: position,
      cancel: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('own' as const),
      method: fc.constantFrom(...OWN),
      params: fc.oneof(
        fc.constantFrom(null, {}, [], 'x', { uri: 3 }, { id: {} }),
        fc.record({ uri: name.map(addressOf), id: fc.string(), finding: fc.string(), position }),
      ),
    }),
  },
);

export interface Session {
  readonly steps: readonly (typeof step extends fc.Arbitrary<infer S> ? S : never)[];
  /** The rules of the tests, or all of them. */
  readonly everyRule: boolean;
}

export const sessions: fc.Arbitrary<Session> = fc.record({
  steps: fc.array(step, { minLength: 2, maxLength: 14 }),
  everyRule: fc.nat(9).map((n) => n === 0),
});

function addressOf(of: string): string {
  return of === 'untitled' ? 'untitled:Untitled-1' : `${FOLDER}/${encodeURIComponent(of)}`;
}

/** An editor that keeps its own copy of the open texts. */
class Editor {
  readonly open = new Map<string, TextDocument>();
  readonly pending: Promise<unknown>[] = [];
  readonly dialogue: Dialogue;
  constructor(dialogue: Dialogue) {
    this.dialogue = dialogue;
  }

  private toldOf(uri: string, type: number): Promise<void> {
    return this.dialogue.notify('workspace/didChangeWatchedFiles', { changes: [{ uri, type }] });
  }

  /** Rejections are answers too, when they say that the parameters are wrong or the request was given up. */
  private ask(method: string, params: unknown, cancel = false): void {
    const asked = this.dialogue.ask(method, params, cancel).catch((error: { code?: number }) => {
      const allowed = [-32602, -32800, -32801, ...(cancel ? [-32802] : [])];
      assert.ok(allowed.includes(error.code ?? 0), `${method} ${JSON.stringify(params)}: ${String(error)}`);
    });
    this.pending.push(asked);
    // Failures are looked at in the end.
    asked.catch(() => {});
  }

  async take(step: Session['steps'][number]): Promise<void> {
    const { dialogue, open } = this;
    switch (step.do) {
      case 'open': {
        const uri = addressOf(step.name);
        if (open.has(uri)) return;
        open.set(uri, TextDocument.create(uri, 'markdown', 1, step.text));
        await dialogue.notify('textDocument/didOpen', {
          textDocument: { uri, languageId: 'markdown', version: 1, text: step.text },
        });
        return;
      }
      case 'change':
        return this.change(addressOf(step.name), step.strokes, step.odd);
      case 'close':
        return this.close(addressOf(step.name));
      case 'rename': {
        const text = open.get(addressOf(step.name))?.getText();
        await this.close(addressOf(step.name));
        dialogue.host.remove(addressOf(step.name));
        await this.toldOf(addressOf(step.name), 3);
        if (text !== undefined) await this.take({ do: 'open', name: step.to, text });
        return;
      }
      case 'write': {
        if (step.name === 'untitled') return;
        if (step.text === null) dialogue.host.remove(addressOf(step.name));
        else dialogue.host.write(addressOf(step.name), step.text);
        await this.toldOf(addressOf(step.name), 2);
        return;
      }
      case 'configure':
        dialogue.host.write(`${FOLDER}/.dce-lint.yaml`, step.text);
        return this.toldOf(`${FOLDER}/.dce-lint.yaml`, 2);
      case 'settings':
        dialogue.settings = step.value;
        return dialogue.notify('workspace/didChangeConfiguration', { settings: null });
      case 'ask': {
        const textDocument = { uri: addressOf(step.name) };
        const range = { start: step.from, end: step.to };
        const context = { diagnostics: [], triggerKind: 1, includeDeclaration: true };
        this.ask(`textDocument/${step.what}`, { textDocument, position: step.from, range, context }, step.cancel);
        return;
      }
      case 'own':
        this.ask(`dce-lint/${step.method}`, step.params);
        return;
    }
  }

  /** `odd`: 0 with a version that is behind, 1 with a range out of the text, 2 with the whole text. */
  private async change(uri: string, all: readonly Stroke[], odd: number): Promise<void> {
    const before = this.open.get(uri);
    if (!before) return;
    const contentChanges = all.map(({ at, removed, added }) => {
      if (odd === 2) return { text: added };
      const from = Math.floor(at * before.getText().length);
      const range = { start: before.positionAt(from), end: before.positionAt(from + removed) };
      if (odd === 1) range.end = { line: 1e6, character: 1e6 };
      return { range, text: added };
    });
    const version = odd === 0 ? before.version - 1 : before.version + 1;
    await this.dialogue.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
    this.open.set(uri, TextDocument.update(before, contentChanges, version));
  }

  private async close(uri: string): Promise<void> {
    if (!this.open.delete(uri)) return;
    await this.dialogue.notify('textDocument/didClose', { textDocument: { uri } });
  }
}

/**
 * Plays a session. Nothing goes to the log but what is foreseen, each request has its answer, and in the end the server
 * says what a new server says of the same texts.
 */
export async function talk({ steps, everyRule }: Session): Promise<void> {
  const used = everyRule ? rules : testRules.filter((r) => r !== broken);
  const dialogue = await Dialogue.start({ rules: used });
  try {
    const editor = new Editor(dialogue);
    for (const each of steps) await editor.take(each);
    await Promise.all(editor.pending);
    // A configuration that cannot be read leaves the last one in force, which a new server has not seen.
    await editor.take({ do: 'configure', text: '' });
    const said = await Promise.all([...editor.open.keys()].map((uri) => diagnosticsOf(dialogue, uri)));
    assert.deepEqual(
      dialogue.host.logged.filter((line) => !/^réglages de l’éditeur/.test(line)),
      [],
    );
    const anew = await Dialogue.start({ rules: used, settings: dialogue.settings });
    try {
      for (const [uri, { bytes }] of dialogue.host.files) anew.host.write(uri, bytes);
      for (const document of editor.open.values()) await anew.open(document.uri, document.getText());
      const again = await Promise.all([...editor.open.keys()].map((uri) => diagnosticsOf(anew, uri)));
      assert.deepEqual(said, again);
    } finally {
      anew.end();
    }
  } finally {
    dialogue.end();
  }
}

async function diagnosticsOf(dialogue: Dialogue, uri: string): Promise<readonly Diagnostic[]> {
  const report = await dialogue.pull(uri);
  return report.kind === 'full' ? report.items : [];
}

/** The diagnostics that the server gives for a folder of texts, all of them open, by name. */
export async function served(texts: Texts): Promise<Readonly<Record<string, readonly Diagnostic[]>>> {
  const dialogue = await Dialogue.start({ rules });
  try {
    const uris = Object.keys(texts).map((of) => [of, `${FOLDER}/${encodeURIComponent(of)}`] as const);
    for (const [of, uri] of uris) await dialogue.open(uri, texts[of] as string);
    return Object.fromEntries(
      await Promise.all(uris.map(async ([of, uri]) => [of, await diagnosticsOf(dialogue, uri)])),
    );
  } finally {
    dialogue.end();
  }
}
