import { l10n } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { IgnoreChoice } from '../server/protocol.ts';
import { request } from './messages.ts';
import { writeWithReason } from './written.ts';

/** Asks why a rule is switched off, has it written in the configuration, and saves the file. */
export const turnOff = (
  client: BaseLanguageClient,
  { uri, rule }: IgnoreChoice,
  configuration: string,
): Promise<void> => {
  const words = {
    title: l10n.t('No longer check {0}', rule),
    prompt: l10n.t('Why does this rule not apply here? The reason is written in {0}, beside the rule.', configuration),
    done: l10n.t('{0} is no longer checked: see {1}.', rule, configuration),
  };
  return writeWithReason(configuration, words, (reason) => request(client, 'dce-lint/turnOff', { uri, rule, reason }));
};

/** Asks why a sentence does not say what was heard, has it written in the consultation's folder, and saves the file. */
export const misread = (client: BaseLanguageClient, { uri, finding }: IgnoreChoice, file: string): Promise<void> => {
  const words = {
    title: l10n.t('That is not it'),
    prompt: l10n.t('What does the sentence say? It is written with the sentence in {0}, and goes nowhere.', file),
    done: l10n.t('This sentence is no longer heard that way: see {0}.', file),
  };
  return writeWithReason(file, words, (reason) => request(client, 'dce-lint/misread', { uri, finding, reason }));
};
