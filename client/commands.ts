import { commands, type Diagnostic, type Disposable, l10n, languages, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { ClientCommands, FixChoice, RuleChoice } from '../server/protocol.ts';
import { areArguments } from './arguments.ts';
import { ignore } from './ignore.ts';
import { request } from './messages.ts';
import { missed } from './missed.ts';
import { showRulePage } from './rulePages.ts';

/** Registers the commands of the palette and of the light bulb. */
export function registerCommands(client: BaseLanguageClient): Disposable[] {
  const clientCommands: { [C in keyof ClientCommands]: (...args: ClientCommands[C]) => Promise<void> } = {
    'dce-lint.ignore': (choices) => ignore(client, choices),
    'dce-lint.explain': explain,
    'dce-lint.moreFixes': (choices) => moreFixes(client, choices),
    'dce-lint.missed': (selected) => missed(client, selected),
  };
  return [
    // Any extension may run a command, with any arguments: those that are not ours are left alone.
    ...Object.entries(clientCommands).map(([name, run]) =>
      commands.registerCommand(name, (...args: unknown[]) =>
        areArguments(name, args) ? (run as (...given: unknown[]) => Promise<void>)(...args) : undefined,
      ),
    ),
    commands.registerCommand('dce-lint.restart', () => restart(client)),
    commands.registerCommand('dce-lint.showLog', () => client.outputChannel.show()),
  ];
}

/** Lists the fixes that the light bulb has no room for, and makes the one chosen. */
async function moreFixes(client: BaseLanguageClient, choices: readonly FixChoice[]): Promise<void> {
  const items = choices.map((choice) => ({ label: choice.title, detail: choice.of ?? '', choice }));
  const picked = await window.showQuickPick(items, { title: l10n.t('Other fixes'), matchOnDetail: true });
  if (!picked) return;
  const { uri, finding, title } = picked.choice;
  const { applied } = await request(client, 'dce-lint/fix', { uri, finding, title });
  if (!applied) void window.showWarningMessage(l10n.t('The fix was not made: the text has changed since.'));
}

/** From the palette there is no argument: the rule is then that of the finding under the cursor. */
async function explain(rule?: string | readonly RuleChoice[]): Promise<void> {
  const chosen = rule === undefined ? await pickRuleAtCursor() : typeof rule === 'string' ? rule : await pickRule(rule);
  if (chosen !== undefined) await showRulePage(chosen);
}

async function pickRule(choices: readonly RuleChoice[]): Promise<string | undefined> {
  const items = choices.map(({ rule, title }) => ({ label: title, description: rule, rule }));
  const picked = await window.showQuickPick(items, { title: l10n.t('Explain which rule?'), matchOnDescription: true });
  return picked?.rule;
}

async function pickRuleAtCursor(): Promise<string | undefined> {
  const editor = window.activeTextEditor;
  if (!editor) return undefined;
  const { document, selection } = editor;
  const lengthOf = ({ range }: Diagnostic): number => document.getText(range).length;
  // The narrowest first, as under the light bulb.
  const here = languages
    .getDiagnostics(document.uri)
    .filter((diagnostic) => diagnostic.source === 'dce-lint' && diagnostic.range.contains(selection.active))
    .sort((a, b) => lengthOf(a) - lengthOf(b));
  const rules = [...new Set(here.map(ruleOf))];
  if (rules.length === 0) {
    void window.showInformationMessage(l10n.t('There is no finding at the cursor.'));
    return undefined;
  }
  return rules.length === 1 ? rules[0] : window.showQuickPick(rules);
}

function ruleOf({ code }: Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

async function restart(client: BaseLanguageClient): Promise<void> {
  if (client.isRunning()) await client.stop();
  await client.start();
}
