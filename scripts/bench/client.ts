/** A bare client of a language server over its standard streams, for measures. */
import { type ChildProcess, spawn } from 'node:child_process';
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';

export class Client {
  readonly process: ChildProcess;
  private readonly connection: MessageConnection;
  private version = 1;
  private pull = false;
  private waiting: ((diagnostics: readonly unknown[]) => void) | undefined;

  constructor(command: readonly string[]) {
    const [program, ...args] = command as [string, ...string[]];
    this.process = spawn(program, args, { stdio: ['pipe', 'pipe', 'ignore'] });
    const { stdout, stdin } = this.process;
    if (!stdout || !stdin) throw new Error(`${program} has no streams`);
    this.connection = createMessageConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
    this.connection.onNotification('textDocument/publishDiagnostics', ({ diagnostics }: { diagnostics: unknown[] }) =>
      this.waiting?.(diagnostics),
    );
    this.connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) => items.map(() => null));
    this.connection.onRequest('client/registerCapability', () => null);
    this.connection.onRequest('workspace/diagnostic/refresh', () => null);
    this.connection.listen();
  }

  /** `pull`: the client asks for diagnostics, as VS Code does, where the server can answer. */
  async start(pull: boolean): Promise<void> {
    const { capabilities } = await this.connection.sendRequest<{ capabilities: { diagnosticProvider?: unknown } }>(
      'initialize',
      {
        processId: process.pid,
        rootUri: null,
        capabilities: {
          textDocument: { synchronization: {}, publishDiagnostics: {}, ...(pull && { diagnostic: {} }) },
          workspace: { configuration: false },
        },
      },
    );
    this.pull = pull && capabilities.diagnosticProvider !== undefined;
    await this.connection.sendNotification('initialized', {});
  }

  /** Diagnostics of a document just opened. */
  async open(uri: string, text: string): Promise<readonly unknown[]> {
    const answer = this.next(uri);
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'markdown', version: this.version, text },
    });
    return answer();
  }

  /** Diagnostics after a change: a range, or the whole text for servers that take no ranges. */
  async change(uri: string, change: { range?: unknown; text: string }): Promise<readonly unknown[]> {
    const answer = this.next(uri);
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: ++this.version },
      contentChanges: [change],
    });
    return answer();
  }

  /** Milliseconds until an unknown request is refused. */
  async ping(): Promise<number> {
    const start = performance.now();
    await this.connection.sendRequest('bench/ping').catch(() => undefined);
    return performance.now() - start;
  }

  private next(uri: string): () => Promise<readonly unknown[]> {
    if (this.pull)
      return async () =>
        (await this.connection.sendRequest<{ items?: unknown[] }>('textDocument/diagnostic', { textDocument: { uri } }))
          .items ?? [];
    const pushed = new Promise<readonly unknown[]>((resolve) => {
      this.waiting = resolve;
    });
    return () => pushed;
  }

  /** Takes leave of the server, and waits until it is gone. */
  async stop(): Promise<void> {
    const gone = new Promise((resolve) => this.process.once('exit', resolve));
    const kill = setTimeout(() => this.process.kill('SIGKILL'), 5000);
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    await gone;
    clearTimeout(kill);
    this.connection.dispose();
  }
}
