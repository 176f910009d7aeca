/** What must hold of a server, whatever an editor has sent to it. */
import assert from 'node:assert/strict';
import type { Diagnostic } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { rules } from '../../rules/index.ts';
import type { Stroke } from '../drafts.ts';
import { Dialogue } from '../server/dialogue.ts';
import { broken, testRules } from '../server/texts.ts';
import type { Texts } from './examine.ts';
import { addressOf, FOLDER, type Session } from './steps.ts';

interface Refusal {
  readonly code?: number;
  readonly data?: { readonly retriggerRequest?: boolean };
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

  /**
   * Rejections are answers too, when they say that the parameters are wrong, that the request was given up, or (diagnostics
   * alone) that it is to be made again because the text has changed.
   */
  private ask(method: string, params: unknown, cancel = false): void {
    const asked = this.dialogue.ask(method, params, cancel).catch((error: Refusal) => {
      const again =
        method === 'textDocument/diagnostic' && error.code === -32802 && error.data?.retriggerRequest === true;
      const allowed = again || [-32602, -32800, -32801].includes(error.code ?? 0);
      assert.ok(allowed, `${method} ${JSON.stringify(params)}: ${String(error)}`);
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

/** Log lines that say nothing of the server: settings that are wrong on purpose, and how loaded the machine is. */
const EXPECTED = /^(?:(?:DCE Lint, )?réglages de l’éditeur|Règle lente)/;

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
      dialogue.host.logged.filter((line) => !EXPECTED.test(line)),
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
