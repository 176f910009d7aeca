import { commands, type Disposable, l10n, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { request } from './messages.ts';

const scheme = 'dce-lint-regle';

/** Serves `dce-lint-regle:<rule>.md`, the read-only page of a rule, written by the server. */
export function registerRulePages(client: BaseLanguageClient): Disposable {
  return workspace.registerTextDocumentContentProvider(scheme, {
    async provideTextDocumentContent(uri) {
      const id = uri.path.replace(/\.md$/, '');
      const page = await request(client, 'dce-lint/explain', { id });
      return page?.markdown ?? l10n.t('There is no rule named “{0}”.', id);
    },
  });
}

/** Opens the page of a rule beside the draft, in a Markdown preview that stays on it: another would follow the draft. */
export async function showRulePage(rule: string): Promise<void> {
  await commands.executeCommand('markdown.showLockedPreviewToSide', Uri.from({ scheme, path: `${rule}.md` }));
}
