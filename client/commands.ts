import { commands, type Diagnostic, type Disposable, l10n, languages, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { ClientCommands, IgnoreTarget } from '../server/protocol.ts';
import { areArguments } from './arguments.ts';
import { misread, turnOff } from './configuration.ts';
import { request } from './messages.ts';
import { showRulePage } from './rulePages.ts';

/** Registers the commands of the palette and of the light bulb. */
export function registerCommands(client: BaseLanguageClient): Disposable[] {
  const clientCommands: { [C in keyof ClientCommands]: (...args: ClientCommands[C]) => Promise<void> } = {
    'dce-lint.ignore': (target) => ignore(client, target),
    'dce-lint.misread': (target) => misread(client, target),
    'dce-lint.turnOff': (target) => turnOff(client, target),
    'dce-lint.explain': explain,
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

async function ignore(client: BaseLanguageClient, target: IgnoreTarget): Promise<void> {
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

/** From the palette there is no argument: the rule is then that of the finding under the cursor. */
async function explain(rule?: string): Promise<void> {
  const chosen = rule ?? (await pickRuleAtCursor());
  if (chosen !== undefined) await showRulePage(chosen);
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
