import { PassThrough } from 'node:stream';
import {
  type ApplyWorkspaceEditParams,
  CancellationTokenSource,
  type ClientCapabilities,
  type CodeAction,
  type ConfigurationParams,
  createConnection,
  createMessageConnection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type Hover,
  type InitializeResult,
  type InlineCompletionItem,
  type MessageConnection,
  ProposedFeatures,
  type PublishDiagnosticsParams,
  type Range,
  StreamMessageReader,
  StreamMessageWriter,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Rule } from '../../rules/kit/rule.ts';
import type { DocumentStatus, FileRequests, InitializationOptions } from '../../server/protocol.ts';
import { startServer } from '../../server/server.ts';
import type { Clock } from '../../server/steps.ts';
import { MemoryHost } from './memory-host.ts';
import { testRules } from './texts.ts';

/** A client like VS Code's: it asks for diagnostics, can be refreshed, takes versioned edits and snippets. */
export const MODERN: ClientCapabilities = {
  workspace: {
    configuration: true,
    applyEdit: true,
    diagnostics: { refreshSupport: true },
    workspaceEdit: { documentChanges: true, snippetEditSupport: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    didChangeConfiguration: { dynamicRegistration: true },
  },
  textDocument: {
    diagnostic: { relatedInformation: true, codeDescriptionSupport: true },
    publishDiagnostics: { relatedInformation: true, codeDescriptionSupport: true },
  },
};

/** A client that knows nothing but the oldest messages. */
export const PLAIN: ClientCapabilities = {};

export interface Setup {
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: InitializationOptions | { readonly dceLint: unknown };
  readonly rules?: readonly Rule[];
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  readonly settings?: unknown;
  /** By which the server cuts its work. */
  readonly clock?: Clock;
  /** Milliseconds of quiet before the server sends diagnostics; none when left out. */
  readonly delay?: number;
  /** Files that the client offers to read, by address; an error: it offers to, and fails. */
  readonly clientFiles?: Readonly<Record<string, string | Uint8Array>> | Error;
}

/** A snippet with the words of its placeholders, a choice being its first. */
const unfilled = (snippet: string): string =>
  snippet
    .replace(/\$\{\d+\|((?:\\.|[^,|\\])*)(?:\\.|[^|\\])*\|\}/g, (_, first: string) => first.replace(/\\([,|])/g, '$1'))
    .replace(/\$\{\d+:((?:\\.|[^}\\])*)\}/g, '$1')
    .replace(/\\([\\$}])/g, '$1');

interface Waiter {
  readonly wants: (method: string, params: unknown) => boolean;
  readonly done: (params: unknown) => void;
}

/** Milliseconds after which an event that does not come is a failure. */
const DEADLINE = 5000;

/** How a client answers for its files. */
const FILE_ANSWERS: {
  [M in keyof FileRequests]: (host: MemoryHost, uri: string) => Promise<FileRequests[M]['result'] | undefined>;
} = {
  'dce-lint/readFile': async (host, uri) => {
    const bytes = await host.readFile(uri);
    return bytes && { base64: Buffer.from(bytes).toString('base64') };
  },
  'dce-lint/stat': (host, uri) => host.stat(uri),
  'dce-lint/readDirectory': async (host, uri) => ({
    files: await host.listDirectory(uri),
    folders: await host.listFolders(uri),
  }),
};

/** A client in the same process as the server, with two streams between them. */
export class Dialogue {
  readonly host = new MemoryHost();
  /** The files that the client offers. */
  readonly clientHost: MemoryHost | undefined;
  readonly applied: ApplyWorkspaceEditParams[] = [];
  readonly registered: string[] = [];
  /** What the client answers for the section; an error: it fails to. */
  settings: unknown;
  capabilities!: InitializeResult['capabilities'];
  private readonly connection: MessageConnection;
  private readonly texts = new Map<string, TextDocument>();
  private readonly seen: { method: string; params: unknown }[] = [];
  private readonly clientFailure: Error | undefined;
  private readonly waiters = new Set<Waiter>();

  private constructor(setup: Setup) {
    this.settings = setup.settings ?? {};
    for (const [uri, content] of Object.entries(setup.files ?? {})) this.host.write(uri, content);
    this.clientFailure = setup.clientFiles instanceof Error ? setup.clientFiles : undefined;
    this.clientHost = setup.clientFiles && new MemoryHost();
    if (!this.clientFailure)
      for (const [uri, content] of Object.entries(setup.clientFiles ?? {})) this.clientHost?.write(uri, content);
    const up = new PassThrough();
    const down = new PassThrough();
    const server = createConnection(ProposedFeatures.all, new StreamMessageReader(up), new StreamMessageWriter(down));
    startServer(server, this.host, {
      rules: setup.rules ?? testRules,
      delay: setup.delay ?? 0,
      ...(setup.clock && { clock: setup.clock }),
    });
    this.connection = createMessageConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
    this.connection.onRequest((method: string, params: unknown) => this.answer(method, params));
    this.connection.onNotification((method: string, params: unknown) => this.note(method, params));
    this.connection.listen();
  }

  static async start(setup: Setup = {}): Promise<Dialogue> {
    const dialogue = new Dialogue(setup);
    const { capabilities = MODERN, initializationOptions } = setup;
    const result = await dialogue.connection.sendRequest<InitializeResult>('initialize', {
      processId: null,
      rootUri: null,
      capabilities,
      initializationOptions: setup.clientFiles ? { ...initializationOptions, files: true } : initializationOptions,
    });
    dialogue.capabilities = result.capabilities;
    await dialogue.notify('initialized', {});
    return dialogue;
  }

  private answer(method: string, params: unknown): unknown {
    this.note(method, params);
    switch (method) {
      case 'workspace/configuration':
        if (this.settings instanceof Error) throw this.settings;
        return (params as ConfigurationParams).items.map(() => this.settings);
      case 'workspace/applyEdit': {
        const asked = params as ApplyWorkspaceEditParams;
        this.applied.push(asked);
        return { applied: this.isCurrent(asked.edit) };
      }
      case 'client/registerCapability':
        for (const r of (params as { registrations: { method: string }[] }).registrations)
          this.registered.push(r.method);
        return null;
      default:
        return method in FILE_ANSWERS ? this.answerFile(method as keyof FileRequests, params as { uri: string }) : null;
    }
  }

  private async answerFile(method: keyof FileRequests, { uri }: { uri: string }): Promise<unknown> {
    if (!this.clientHost || this.clientFailure) throw this.clientFailure ?? new Error('the client offers no file');
    return (await FILE_ANSWERS[method](this.clientHost, uri)) ?? null;
  }

  /** A client refuses edits made for another version. */
  private isCurrent(edit: WorkspaceEdit): boolean {
    return (edit.documentChanges ?? []).every(
      (c) => !('textDocument' in c) || c.textDocument.version === (this.texts.get(c.textDocument.uri)?.version ?? null),
    );
  }

  private note(method: string, params: unknown): void {
    const event = { method, params };
    this.seen.push(event);
    for (const waiter of this.waiters) {
      if (!waiter.wants(method, params)) continue;
      this.waiters.delete(waiter);
      this.seen.splice(this.seen.indexOf(event), 1);
      waiter.done(params);
      return;
    }
  }

  /** The next message of a kind, taken from those already here or awaited until the deadline. */
  next<T>(method: string, wants: (params: T) => boolean = () => true): Promise<T> {
    const matches = (m: string, p: unknown) => m === method && wants(p as T);
    const i = this.seen.findIndex((e) => matches(e.method, e.params));
    if (i >= 0) return Promise.resolve(this.seen.splice(i, 1)[0]?.params as T);
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`no ${method} came`)), DEADLINE);
      this.waiters.add({
        wants: matches,
        done: (params) => {
          clearTimeout(timer);
          resolve(params as T);
        },
      });
    });
  }

  /** How many messages of a kind have come and were not taken. */
  count(method: string): number {
    return this.seen.filter((e) => e.method === method).length;
  }

  notify(method: string, params: unknown): Promise<void> {
    return this.connection.sendNotification(method, params);
  }
  request<T>(method: string, params: unknown): Promise<T> {
    return this.connection.sendRequest<T>(method, params);
  }
  /** Asks, and gives the request up at once when told to: it may be answered all the same. */
  ask(method: string, params: unknown, cancel: boolean): Promise<unknown> {
    const source = new CancellationTokenSource();
    const asked = this.connection.sendRequest(method, params, source.token);
    if (cancel) source.cancel();
    return asked;
  }

  open(uri: string, text: string, languageId = 'markdown'): Promise<void> {
    this.texts.set(uri, TextDocument.create(uri, languageId, 1, text));
    return this.notify('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
  }

  /** Replaces the first occurrence of some words, as typing does. */
  type(uri: string, words: string, by: string): Promise<void> {
    const before = this.textOf(uri);
    const start = before.getText().indexOf(words);
    const range = { start: before.positionAt(start), end: before.positionAt(start + words.length) };
    const version = before.version + 1;
    this.texts.set(uri, TextDocument.update(before, [{ range, text: by }], version));
    return this.notify('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ range, text: by }],
    });
  }

  close(uri: string): Promise<void> {
    this.texts.delete(uri);
    return this.notify('textDocument/didClose', { textDocument: { uri } });
  }

  textOf(uri: string): TextDocument {
    return this.texts.get(uri) as TextDocument;
  }

  pull(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    return this.request('textDocument/diagnostic', { textDocument: { uri }, previousResultId });
  }

  /** The diagnostics of a document, as `code « words »`. */
  async findings(uri: string): Promise<string[]> {
    const report = await this.pull(uri);
    return report.kind === 'full' ? report.items.map((d) => this.shown(uri, d)) : ['unchanged'];
  }

  shown(uri: string, { code, range }: Pick<Diagnostic, 'code' | 'range'>): string {
    return `${code} « ${this.textOf(uri).getText(range)} »`;
  }

  /** The next diagnostics sent for a version of a document, as `code « words »`. */
  async sent(uri: string, version: number): Promise<string[]> {
    const { diagnostics } = await this.next<PublishDiagnosticsParams>(
      'textDocument/publishDiagnostics',
      (p) => p.uri === uri && p.version === version,
    );
    return diagnostics.map((d) => this.shown(uri, d));
  }

  status(uri: string): Promise<DocumentStatus> {
    return this.next<DocumentStatus>('dce-lint/status', (s) => s.uri === uri);
  }

  rangeOf(uri: string, words: string): Range {
    const document = this.textOf(uri);
    const start = document.getText().indexOf(words);
    return { start: document.positionAt(start), end: document.positionAt(start + words.length) };
  }

  async actions(uri: string, words: string, only?: readonly string[], diagnostics: readonly Diagnostic[] = []) {
    const found = await this.request<CodeAction[] | null>('textDocument/codeAction', {
      textDocument: { uri },
      range: this.rangeOf(uri, words),
      context: { diagnostics, ...(only && { only }) },
    });
    return found ?? [];
  }

  /** Ghost text right after some words; `asked`: the buyer calls for it. Snippets give their placeholder words. */
  async ghosts(uri: string, after: string, asked = false): Promise<string[]> {
    const found = await this.request<InlineCompletionItem[] | null>('textDocument/inlineCompletion', {
      textDocument: { uri },
      position: this.rangeOf(uri, after).end,
      context: { triggerKind: asked ? 1 : 2 },
    });
    return (found ?? []).map(({ insertText }) =>
      typeof insertText === 'string' ? insertText : unfilled(insertText.value),
    );
  }

  hover(uri: string, words: string): Promise<Hover | null> {
    return this.request('textDocument/hover', { textDocument: { uri }, position: this.rangeOf(uri, words).start });
  }

  /** What a document becomes when an edit is applied; snippets give their placeholder words. */
  after(uri: string, edit: WorkspaceEdit | undefined): string {
    const document = this.textOf(uri);
    const plain = edit?.changes?.[uri] ?? [];
    const versioned = (edit?.documentChanges ?? []).flatMap((c) => {
      if (!('textDocument' in c) || c.textDocument.uri !== uri) return [];
      if (c.textDocument.version !== document.version) throw new Error('an edit for another version');
      return c.edits.map((e): TextEdit => {
        if (!('snippet' in e)) return e;
        return { range: e.range, newText: unfilled(e.snippet.value) };
      });
    });
    return TextDocument.applyEdits(document, [...plain, ...versioned]);
  }

  end(): void {
    this.connection.dispose();
  }
}
