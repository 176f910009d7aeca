import assert from 'node:assert/strict';
import { createContext, runInContext } from 'node:vm';
import { type BuildOptions, build, type Metafile } from 'esbuild';
import type { DocumentDiagnosticReport, InitializeResult } from 'vscode-languageserver';
import manifest from '../../package.json' with { type: 'json' };
import model from '../../rules/reading/model/model.json' with { type: 'json' };
// @ts-expect-error plain JavaScript, without types
import { pack } from '../../scripts/pack.mjs';
import type { Learnt } from '../../server/protocol.ts';

interface Message {
  id?: number;
  method?: string;
  params?: unknown;
  result?: unknown;
}

/** What a web worker has, of all that the bundle might want; nothing of Node (`process`, `Buffer`, `require`…). */
const STANDARD = { TextDecoder, TextEncoder, URL, atob, btoa, console, performance, queueMicrotask };
const TIMERS = { setTimeout, clearTimeout, setInterval, clearInterval };

const LEARNT = {
  model: pack(model),
  wordings: new TextEncoder().encode(JSON.stringify({})),
} satisfies Learnt as object;

/** A bundle in a context of its own, as the page that started the worker sees it. */
class Worker {
  readonly closed: Promise<void>;
  private readonly listeners: ((event: { data: Message }) => void)[] = [];
  private readonly waiting = new Map<number | undefined, (result: unknown) => void>();
  private last = 0;
  private receive: ((event: { data: Message }) => void) | undefined;

  constructor(code: string) {
    let close = () => {};
    this.closed = new Promise((resolve) => {
      close = resolve;
    });
    const scope = {
      ...STANDARD,
      ...TIMERS,
      MessageChannel,
      postMessage: (message: Message) => this.take(structuredClone(message)),
      addEventListener: (type: string, listener: (event: { data: Message }) => void) => {
        if (type === 'message') this.listeners.push(listener);
      },
      close,
      onmessage: undefined as typeof this.receive,
    };
    runInContext(code, createContext(Object.assign(scope, { self: scope })));
    this.receive = (event) => {
      scope.onmessage?.(event);
      for (const listener of this.listeners) listener(event);
    };
    // What the reader has learnt comes first, and is asked for once.
    this.listeners.pop()?.({ data: LEARNT as Message });
  }

  /** The page has no file: it answers null to all that it is asked. */
  private take({ id, method, result }: Message): void {
    if (method === undefined) this.waiting.get(id)?.(result);
    else if (id !== undefined) this.notify({ id, result: null });
  }

  notify(message: Message): void {
    this.receive?.({ data: { jsonrpc: '2.0', ...message } as Message });
  }

  request<T>(method: string, params: unknown): Promise<T> {
    const id = ++this.last;
    return new Promise((resolve) => {
      this.waiting.set(id, resolve as (result: unknown) => void);
      this.notify({ id, method, params });
    });
  }
}

describe('The bundles for a browser', () => {
  const codes = new Map<string, string>();
  const contents = new Map<string, Metafile['outputs'][string]>();
  before(async () => {
    // By a computed name: the script has no types.
    const { bundles } = await import(new URL('../../scripts/build.mjs', import.meta.url).href);
    for (const options of bundles.filter(({ platform }: BuildOptions) => platform === 'browser')) {
      const { outputFiles, metafile } = await build({ ...options, write: false, metafile: true });
      codes.set(options.outfile, outputFiles?.[0]?.text ?? '');
      contents.set(options.outfile, Object.values(metafile?.outputs ?? {})[0] as Metafile['outputs'][string]);
    }
  });

  it('are the entry that package.json names, and the server beside it', () => {
    assert.deepEqual([...contents.keys()], ['dist/web/client.cjs', 'dist/web/server.js']);
    assert.equal(manifest.browser, './dist/web/client.cjs');
  });

  it('leave nothing to be found outside but the API of VS Code, and hold nothing made for Node', () => {
    const outside = [...contents.values()].map(({ imports }) => [...new Set(imports.map(({ path }) => path))]);
    assert.deepEqual(outside, [['vscode'], []]);
    const inside = [...contents.values()].flatMap(({ inputs }) => Object.keys(inputs));
    assert.notEqual(inside.length, 0);
    assert.deepEqual(
      inside.filter((path) => /^server\/(?:node-host|main|cli\/)|[/]lib[/](?:esm[/])?node[/]|^node:/.test(path)),
      [],
    );
  });

  it('check a draft where there is no Node, and end when told to', async () => {
    const worker = new Worker(codes.get('dist/web/server.js') ?? '');
    const { serverInfo } = await worker.request<InitializeResult>('initialize', {
      processId: null,
      rootUri: null,
      capabilities: { textDocument: { diagnostic: {} } },
      initializationOptions: { files: true },
    });
    assert.deepEqual(serverInfo, { name: 'DCE Lint', version: manifest.version });
    worker.notify({ method: 'initialized', params: {} });
    const uri = 'vscode-vfs://github/ville/marche/rc.md';
    const text = '# Règlement de la consultation\n\nLes variantes sont autorisées.\n\nUn pli tardif reste recevable.\n';
    worker.notify({
      method: 'textDocument/didOpen',
      params: { textDocument: { uri, languageId: 'markdown', version: 1, text } },
    });
    const report = await worker.request<DocumentDiagnosticReport>('textDocument/diagnostic', { textDocument: { uri } });
    assert.ok(report.kind === 'full');
    assert.ok(report.items.some(({ code }) => code === 'variantes/exigences-minimales'));
    // By its sense alone, which the model knows.
    assert.ok(report.items.some(({ code }) => code === 'offres/hors-delai'));
    await worker.request('shutdown', undefined);
    worker.notify({ method: 'exit' });
    await worker.closed;
  });
});
