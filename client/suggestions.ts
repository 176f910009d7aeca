import { commands, type Disposable, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { request } from './messages.ts';

/**
 * Escape, while ghost text is shown in a draft, hides it as it does elsewhere and tells the server that it was refused:
 * VS Code itself tells no stable extension.
 */
export function registerSuggestions(client: BaseLanguageClient): Disposable {
  return commands.registerCommand('dce-lint.refuseSuggestion', async () => {
    await commands.executeCommand('editor.action.inlineSuggest.hide');
    const document = window.activeTextEditor?.document;
    if (!document || !client.isRunning()) return;
    await request(client, 'dce-lint/refuse', { uri: client.code2ProtocolConverter.asUri(document.uri) });
  });
}
