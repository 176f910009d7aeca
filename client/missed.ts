import { l10n, type QuickPickItem, QuickPickItemKind, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { ConceptChoice, Selected } from '../server/protocol.ts';
import { request } from './messages.ts';
import { writeWithReason } from './written.ts';

/** Asks what a sentence says that was not heard, then why, has it written in the consultation's folder, and saves the file. */
export async function missed(client: BaseLanguageClient, given: Selected | undefined): Promise<void> {
  const selected = given ?? selection(client);
  if (!selected) return;
  const asked = await request(client, 'dce-lint/sayable', selected);
  if ('refused' in asked) {
    void window.showWarningMessage(asked.refused);
    return;
  }
  const { sentence, file, choices } = asked;
  const picked = await window.showQuickPick(itemsOf(choices), {
    title: l10n.t('What does “{0}” say?', short(sentence)),
    placeHolder: l10n.t('Type a few words of what it says'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (!picked?.concept) return;
  const { concept } = picked;
  const words = {
    title: picked.label,
    prompt: l10n.t('In a few words, why? It is written with the sentence in {0}, and goes nowhere.', file),
    done: l10n.t('This sentence is now heard that way, as probable: see {0}.', file),
  };
  await writeWithReason(file, words, (reason) =>
    request(client, 'dce-lint/missed', { ...selected, sentence, concept, reason }),
  );
}

/** From the palette there is no argument: it is then what is selected, or the sentence at the cursor. */
function selection(client: BaseLanguageClient): Selected | undefined {
  const editor = window.activeTextEditor;
  if (!editor) return undefined;
  const { document, selection: range } = editor;
  return {
    uri: client.code2ProtocolConverter.asUri(document.uri),
    range: client.code2ProtocolConverter.asRange(range),
  };
}

const MOST = 60;
const short = (text: string): string => (text.length > MOST ? `${text.slice(0, MOST).trimEnd()}…` : text);

interface Item extends QuickPickItem {
  readonly concept?: string;
}

/** Under the title of its rule, each; the nearest first, under one of their own. */
function itemsOf(choices: readonly ConceptChoice[]): readonly Item[] {
  const groupOf = ({ near, title }: ConceptChoice) => (near ? l10n.t('The nearest') : (title ?? l10n.t('Other rules')));
  return choices.flatMap((choice, i): Item[] => {
    const group = groupOf(choice);
    const previous = choices[i - 1];
    const begins = previous === undefined || groupOf(previous) !== group;
    const heard = choice.heard && (choice.heard === 'sure' ? l10n.t('heard already') : l10n.t('heard as probable'));
    return [
      ...(begins ? [{ label: group, kind: QuickPickItemKind.Separator }] : []),
      { label: choice.says, description: [heard, choice.concept].filter(Boolean).join(' – '), concept: choice.concept },
    ];
  });
}
