import type { Connection, InitializeParams } from 'vscode-languageserver';

/** Section of the editor's settings. */
const SECTION = 'dceLint';

const sectionOf = (settings: unknown): unknown =>
  typeof settings === 'object' && settings !== null ? (settings as Record<string, unknown>)[SECTION] : undefined;

/** The editor's settings for each resource, asked once and kept until the editor says they have changed. */
export class EditorSettings {
  private readonly connection: Connection;
  private readonly asks: boolean;
  private readonly kept = new Map<string, Promise<unknown>>();
  /** Sent by a client that cannot be asked. */
  private sent: unknown;

  constructor(connection: Connection, { capabilities, initializationOptions }: InitializeParams) {
    this.connection = connection;
    this.asks = capabilities.workspace?.configuration === true;
    this.sent = sectionOf(initializationOptions);
  }

  /** The section for a resource; nothing when the client has none or does not answer. */
  of(uri: string): Promise<unknown> {
    if (!this.asks) return Promise.resolve(this.sent);
    let settings = this.kept.get(uri);
    if (!settings) {
      const asked: Promise<unknown> = this.connection.workspace.getConfiguration({ scopeUri: uri, section: SECTION });
      settings = asked.catch(() => {
        this.kept.delete(uri);
        return undefined;
      });
      this.kept.set(uri, settings);
    }
    return settings;
  }

  changed(settings: unknown): void {
    this.kept.clear();
    this.sent = sectionOf(settings) ?? this.sent;
  }
}
