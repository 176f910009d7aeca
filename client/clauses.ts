import {
  commands,
  type Disposable,
  EventEmitter,
  l10n,
  QuickInputButtons,
  type QuickPickItem,
  QuickPickItemKind,
  Range,
  SnippetString,
  type TextEditor,
  TextEditorRevealType,
  Uri,
  ViewColumn,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { ClauseOffer } from '../server/protocol.ts';
import { request } from './messages.ts';

const scheme = 'dce-lint-clause';
type Variable = ClauseOffer['variables'][number];

/** Registers « Insert a Clause… »: a list to search with a preview beside it, one question a variable, then the text. */
export function registerClauses(client: BaseLanguageClient): Disposable[] {
  const preview = new Preview();
  return [
    preview,
    workspace.registerTextDocumentContentProvider(scheme, preview),
    commands.registerCommand('dce-lint.insertClause', () => insert(client, preview)),
  ];
}

async function insert(client: BaseLanguageClient, preview: Preview): Promise<void> {
  const editor = window.activeTextEditor;
  if (editor?.document.languageId !== 'markdown') {
    void window.showInformationMessage(l10n.t('Open the Markdown draft in which to insert the clause.'));
    return;
  }
  const uri = editor.document.uri.toString();
  const offers = await request(client, 'dce-lint/clauses', { uri });
  const offer = await choose(offers, preview).finally(() => preview.close());
  const values = offer && (await ask(offer));
  if (!offer || !values) return;
  const { active } = editor.selection;
  const { version } = editor.document;
  const position = { line: active.line, character: active.character };
  const place = await request(client, 'dce-lint/insertClause', { uri, id: offer.id, position, values });
  if (!place || editor.document.version !== version) {
    void window.showWarningMessage(l10n.t('The clause was not inserted: the text has changed meanwhile.'));
    return;
  }
  const { start, end } = place.range;
  const range = new Range(start.line, start.character, end.line, end.character);
  await write(editor, range, place.snippet);
}

/** Writes the clause in the draft it was asked for, and shows its first line. */
async function write({ document, viewColumn }: TextEditor, range: Range, snippet: string): Promise<void> {
  const editor = await window.showTextDocument(document, viewColumn ? { viewColumn } : {});
  await editor.insertSnippet(new SnippetString(snippet), range);
  editor.revealRange(new Range(range.end, range.end.translate(2)), TextEditorRevealType.InCenterIfOutsideViewport);
}

interface Item extends QuickPickItem {
  readonly offer?: ClauseOffer;
}

/** The clause that the buyer picks from the list; undefined when they leave it. */
function choose(offers: readonly ClauseOffer[], preview: Preview): Promise<ClauseOffer | undefined> {
  const item = (offer: ClauseOffer): Item => ({
    label: offer.titre,
    description: offer.regime,
    detail: offer.quand,
    offer,
  });
  const group = (label: string, of: readonly ClauseOffer[]): Item[] =>
    of.length > 0 ? [{ label, kind: QuickPickItemKind.Separator }, ...of.map(item)] : [];
  const list = window.createQuickPick<Item>();
  list.title = l10n.t('Insert a clause');
  list.placeholder = l10n.t('Title of the clause, or what it is for');
  list.matchOnDescription = true;
  list.matchOnDetail = true;
  // The preview beside it takes the focus for a moment in some hosts.
  list.ignoreFocusOut = true;
  list.items = [
    ...group(
      l10n.t('missing here'),
      offers.filter((o) => o.missing),
    ),
    ...group(
      l10n.t('for this document'),
      offers.filter((o) => o.suits && !o.missing),
    ),
    ...group(
      l10n.t('for other documents, another procedure or another CCAG'),
      offers.filter((o) => !o.suits),
    ),
  ];
  return new Promise((resolve) => {
    list.onDidChangeActive(([active]) => active?.offer && preview.show(active.offer));
    list.onDidAccept(() => {
      resolve(list.selectedItems[0]?.offer);
      list.hide();
    });
    list.onDidHide(() => {
      resolve(undefined);
      list.dispose();
    });
    list.show();
  });
}

/** A value for each variable, asked one by one, « back » undoing the last; undefined when the buyer gives up. */
async function ask({ titre, variables }: ClauseOffer): Promise<Record<string, string> | undefined> {
  const values: Record<string, string> = {};
  for (let step = 0; step < variables.length; ) {
    const variable = variables[step] as Variable;
    const title = `${titre} (${step + 1}/${variables.length})`;
    const answer = await question(title, variable, step > 0, values[variable.nom]);
    if (answer === undefined) return undefined;
    if (answer === QuickInputButtons.Back) step--;
    else {
      values[variable.nom] = answer as string;
      step++;
    }
  }
  return values;
}

type Answer = string | typeof QuickInputButtons.Back | undefined;

/** Asks for one value; empty: it stays to be filled in the text. */
function question(title: string, variable: Variable, canGoBack: boolean, before = ''): Promise<Answer> {
  const { nom, sens, exemple, valeurs } = variable;
  const leave = l10n.t('Leave to be filled in');
  const prompt = `${nom}${l10n.t(': ')}${sens}`;
  const isChoice = valeurs.length > 0;
  const input = isChoice ? window.createQuickPick() : window.createInputBox();
  input.title = title;
  input.ignoreFocusOut = true;
  input.buttons = canGoBack ? [QuickInputButtons.Back] : [];
  input.placeholder = isChoice ? prompt : l10n.t('For example: {0}', exemple);
  if ('items' in input) input.items = [...valeurs, leave].map((label) => ({ label }));
  else {
    input.prompt = `${prompt} — ${l10n.t('Enter without an answer leaves it to be filled in.')}`;
    input.value = before;
  }
  return new Promise((resolve) => {
    input.onDidTriggerButton((button) => {
      resolve(button === QuickInputButtons.Back ? button : undefined);
      input.hide();
    });
    input.onDidAccept(() => {
      const chosen = 'items' in input ? input.selectedItems[0]?.label : input.value;
      if (chosen === undefined) return;
      resolve(chosen === leave ? '' : chosen.trim());
      input.hide();
    });
    input.onDidHide(() => {
      resolve(undefined);
      input.dispose();
    });
    input.show();
  });
}

/** The clause under the selection of the list, as a read-only text beside the draft. */
class Preview implements Disposable {
  private readonly changed = new EventEmitter<Uri>();
  readonly onDidChange = this.changed.event;
  private readonly uri = Uri.from({ scheme, path: `${l10n.t('Preview of the clause')}.md` });
  private text = '';
  private shown: Thenable<unknown> | undefined;

  provideTextDocumentContent(): string {
    return this.text;
  }

  show({ text }: ClauseOffer): void {
    this.text = text;
    this.changed.fire(this.uri);
    const beside = { viewColumn: ViewColumn.Beside, preserveFocus: true, preview: true };
    // A change that is told while the tab is being opened is lost: it is told again once it is there.
    this.shown ??= window.showTextDocument(this.uri, beside).then(() => this.changed.fire(this.uri));
  }

  /** Closes the tab, and its group with it when there is nothing else in it. */
  async close(): Promise<void> {
    await this.shown;
    this.shown = undefined;
    const tabs = window.tabGroups.all.flatMap((g) => g.tabs).filter((t) => isOf(t.input, this.uri));
    if (tabs.length > 0) await window.tabGroups.close(tabs, true);
  }

  dispose(): void {
    this.changed.dispose();
  }
}

const isOf = (input: unknown, uri: Uri): boolean =>
  (input as { uri?: Uri } | undefined)?.uri?.toString() === uri.toString();
