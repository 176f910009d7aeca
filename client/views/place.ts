import { Range, Uri, ViewColumn, window } from 'vscode';
import type { TextRange } from '../../server/protocol.ts';

/** Opens a draft with a place selected, where the draft is shown already or else in the first column. */
export async function openPlace({ uri, range: { start, end } }: { uri: string; range: TextRange }): Promise<void> {
  const address = Uri.parse(uri);
  const shown = window.visibleTextEditors.find((e) => e.document.uri.toString() === address.toString());
  await window.showTextDocument(address, {
    viewColumn: shown?.viewColumn ?? ViewColumn.One,
    selection: new Range(start.line, start.character, end.line, end.character),
  });
}
