import { type Disposable, type DocumentSelector, languages, type TextEditor, window, workspace } from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import { onNotification } from '../messages.ts';

/** Milliseconds without a check before a view asks again: one keystroke checks every open piece of the folder. */
const QUIET = 300;

/** Keeps a view up to date; `refresh` asks at once. */
export interface Following extends Disposable {
  refresh(): void;
}

/**
 * Calls `show` with the address of the draft last in front (undefined once it is closed, or before there is one): when
 * another comes to the front, after each check, and on `refresh`. Calls never overlap.
 */
export function followDossier(
  client: BaseLanguageClient,
  drafts: DocumentSelector,
  show: (uri: string | undefined) => Promise<void>,
): Following {
  const draftIn = (editor: TextEditor | undefined): string | undefined =>
    editor && languages.match(drafts, editor.document) > 0
      ? client.code2ProtocolConverter.asUri(editor.document.uri)
      : undefined;
  let draft = draftIn(window.activeTextEditor);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last = Promise.resolve();
  const refresh = (delay = 0): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (client.state !== State.Running) return;
      last = last.then(() => show(draft)).catch((error: unknown) => client.error(String(error), undefined, false));
    }, delay);
  };
  const parts = [
    window.onDidChangeActiveTextEditor((editor) => {
      const next = draftIn(editor);
      if (!next || next === draft) return;
      draft = next;
      refresh();
    }),
    workspace.onDidCloseTextDocument((document) => {
      if (client.code2ProtocolConverter.asUri(document.uri) !== draft) return;
      draft = draftIn(window.activeTextEditor);
      refresh();
    }),
    onNotification(client, 'dce-lint/status', () => refresh(QUIET)),
    client.onDidChangeState(() => refresh()),
  ];
  refresh();
  return {
    refresh: () => refresh(),
    dispose() {
      clearTimeout(timer);
      for (const part of parts) part.dispose();
    },
  };
}
