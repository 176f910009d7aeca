import { l10n, type QuickPickItem, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { IgnoreChoice, IgnoreTarget } from '../server/protocol.ts';
import { misread, turnOff } from './configuration.ts';
import { request } from './messages.ts';

interface Way extends QuickPickItem {
  readonly run: () => Promise<void>;
}

/** Asks which finding when there are several, then how far it is ignored, then why. */
export async function ignore(client: BaseLanguageClient, choices: readonly IgnoreChoice[]): Promise<void> {
  const chosen = choices.length === 1 ? choices[0] : await pickFinding(choices);
  if (!chosen) return;
  const way = await window.showQuickPick(waysOf(client, chosen), {
    title: l10n.t('Ignore: {0}', chosen.title),
    placeHolder: chosen.message,
  });
  await way?.run();
}

async function pickFinding(choices: readonly IgnoreChoice[]): Promise<IgnoreChoice | undefined> {
  const items = choices.map((choice) => ({
    label: choice.title,
    description: choice.rule,
    detail: choice.message,
    choice,
  }));
  const picked = await window.showQuickPick(items, {
    title: l10n.t('Ignore which finding?'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return picked?.choice;
}

/** From the narrowest to the widest; last, what was misheard. */
function waysOf(client: BaseLanguageClient, choice: IgnoreChoice): readonly Way[] {
  const { uri, finding, rule, configuration, folder, lectures } = choice;
  const inDraft = (scope: IgnoreTarget['scope']) => () => suppress(client, { uri, finding, scope });
  return [
    { label: l10n.t('Here, with a reason'), detail: l10n.t('A comment above this passage'), run: inDraft('here') },
    { label: l10n.t('In this file'), detail: l10n.t('A comment at the top of the draft'), run: inDraft('file') },
    ...(configuration
      ? [
          {
            label: folder ? l10n.t('In “{0}”', folder) : l10n.t('In this folder'),
            detail: l10n.t('{0} is no longer checked: written in {1}', rule, configuration),
            run: () => turnOff(client, choice, configuration),
          },
        ]
      : []),
    ...(lectures
      ? [
          {
            label: l10n.t('That is not it'),
            detail: l10n.t('The sentence does not say that: written in {0}', lectures),
            run: () => misread(client, choice, lectures),
          },
        ]
      : []),
  ];
}

async function suppress(client: BaseLanguageClient, target: IgnoreTarget): Promise<void> {
  const reason = await window.showInputBox({
    title: l10n.t('Ignore this finding'),
    prompt: l10n.t('Why is it right to ignore it? The reason is written in the draft, beside the suppression.'),
    validateInput: refuse,
    ignoreFocusOut: true,
  });
  if (reason === undefined) return;
  const { applied } = await request(client, 'dce-lint/ignore', { ...target, reason: reason.trim() });
  if (!applied) {
    void window.showWarningMessage(l10n.t('The finding was not ignored: the text has changed since it was made.'));
  }
}

/** Why the text cannot stand in the suppression, a comment of the draft; undefined when it can. */
function refuse(text: string): string | undefined {
  if (text.trim() === '') return l10n.t('A reason is required.');
  if (text.includes('-->')) return l10n.t('A reason cannot hold “-->”, which ends a comment.');
  return undefined;
}
