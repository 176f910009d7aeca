import { type Disposable, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { request } from './messages.ts';

/**
 * Serves `dce-lint-tableau:/<name>?<address>`, the read-only text of a spreadsheet, written by the server: what Problems show
 * of a price schedule has its place there.
 */
export function registerRenderings(client: BaseLanguageClient): Disposable {
  return workspace.registerTextDocumentContentProvider('dce-lint-tableau', {
    async provideTextDocumentContent(uri) {
      const made = await request(client, 'dce-lint/rendering', { uri: uri.query });
      return made?.text ?? '';
    },
  });
}
