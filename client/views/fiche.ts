import { commands, type Disposable, type DocumentSelector, l10n, ViewColumn, type WebviewPanel, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { FichePage } from '../../server/protocol.ts';
import { request } from '../messages.ts';
import { type Following, followDossier } from './dossier.ts';
import { openPlace } from './place.ts';

/** The view « Fiche de la consultation »: one panel, which follows the draft in front. */
export function registerFiche(client: BaseLanguageClient, drafts: DocumentSelector): Disposable[] {
  let view: FicheView | undefined;
  const show = (): void => {
    view ??= new FicheView(client, drafts, () => {
      view = undefined;
    });
    view.reveal();
  };
  return [commands.registerCommand('dce-lint.showFiche', show), { dispose: () => view?.dispose() }];
}

class FicheView {
  private readonly panel: WebviewPanel;
  private readonly following: Following;
  private shown: FichePage | undefined;
  /** The contents that the page was written with, and has whenever it comes back to the screen. */
  private written: string | undefined;

  constructor(client: BaseLanguageClient, drafts: DocumentSelector, closed: () => void) {
    this.panel = window.createWebviewPanel(
      'dce-lint.fiche',
      l10n.t('Sheet of the Consultation'),
      { viewColumn: ViewColumn.Beside, preserveFocus: true },
      { enableScripts: true, localResourceRoots: [], enableFindWidget: true },
    );
    this.following = followDossier(client, drafts, async (uri) => {
      if (uri !== undefined) this.update(await request(client, 'dce-lint/fichePage', { uri, nonce: nonce() }));
    });
    this.panel.webview.onDidReceiveMessage((message: unknown) => this.receive(message));
    this.panel.onDidDispose(() => {
      this.following.dispose();
      closed();
    });
  }

  reveal(): void {
    this.panel.reveal(undefined, true);
  }

  dispose(): void {
    this.panel.dispose();
  }

  /** The page is written once, then takes new contents in: written again, it would lose the place where the buyer reads. */
  private update(next: FichePage): void {
    const before = this.shown;
    this.shown = next;
    if (before?.content === next.content) return;
    if (before) this.send();
    else {
      this.written = next.content;
      this.panel.webview.html = next.page;
    }
  }

  private send(): void {
    void this.panel.webview.postMessage({ content: this.shown?.content });
  }

  /**
   * A page tells that it is there (also when it comes back to the screen, as it was first written: the same contents are
   * not sent again, which would take a link away under the buyer's finger), and which link was followed: the name of a place, and only those that the server gave can be opened.
   */
  private receive(message: unknown): void {
    const { ready, place: key } = message as { ready?: unknown; place?: unknown };
    if (ready === true && this.shown?.content !== this.written) this.send();
    const place = typeof key === 'string' ? this.shown?.places[key] : undefined;
    if (place) void openPlace(place);
  }
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
/** 32 letters and digits that nobody can guess. */
const nonce = (): string =>
  [...crypto.getRandomValues(new Uint8Array(32))].map((byte) => ALPHABET[byte % ALPHABET.length]).join('');
