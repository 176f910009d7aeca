import { commands, type Disposable, EventEmitter, languages, Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { request } from './messages.ts';

const scheme = 'dce-lint-reglages';

/** Registers the command that shows where each setting of the draft in front comes from, and its read-only page. */
export function registerSettingsPages(client: BaseLanguageClient): Disposable[] {
  const changed = new EventEmitter<Uri>();
  const pages = workspace.registerTextDocumentContentProvider(scheme, {
    onDidChange: changed.event,
    async provideTextDocumentContent(page) {
      const { uri, rule } = JSON.parse(page.query) as { uri: string; rule?: string };
      return (await request(client, 'dce-lint/settings', rule === undefined ? { uri } : { uri, rule })).markdown;
    },
  });
  const command = commands.registerCommand('dce-lint.settingsOrigin', async () => {
    const editor = window.activeTextEditor;
    if (!editor) return;
    const uri = editor.document.uri.toString();
    const page = Uri.from({ scheme, path: 'reglages.md', query: JSON.stringify({ uri, rule: ruleAtCursor() }) });
    // A page shown before is written again: settings may have changed.
    changed.fire(page);
    await commands.executeCommand('markdown.showPreview', page);
  });
  return [changed, pages, command];
}

/** The rule of the first finding under the cursor; undefined when there is none. */
function ruleAtCursor(): string | undefined {
  const editor = window.activeTextEditor;
  const found = languages
    .getDiagnostics(editor?.document.uri ?? Uri.file('/'))
    .find((d) => d.source === 'dce-lint' && editor && d.range.contains(editor.selection.active));
  if (!found?.code) return undefined;
  return String(typeof found.code === 'object' ? found.code.value : found.code);
}
