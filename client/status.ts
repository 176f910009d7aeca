import {
  type Disposable,
  type DocumentSelector,
  type LanguageStatusItem,
  LanguageStatusSeverity,
  l10n,
  languages,
  StatusBarAlignment,
  type StatusBarItem,
  window,
  workspace,
} from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import type { DocumentStatus } from '../server/protocol.ts';
import { onNotification } from './messages.ts';

/** One line of the language status. */
interface Line {
  text: string;
  detail?: string;
  severity?: LanguageStatusSeverity;
  busy?: boolean;
  command?: { title: string; command: string };
}

/** Right of the place of the cursor, where VS Code tells of the text in front. */
const PRIORITY = 99;

/**
 * Keeps in the status bar what the draft in front is, its state and its findings, one click from another state; and two lines
 * in the language status of a draft: as what piece it was understood, and what was found under the law of which day; or else
 * why nothing is checked.
 */
export function registerStatus(client: BaseLanguageClient, drafts: DocumentSelector): Disposable[] {
  const pieceItem = languages.createLanguageStatusItem('dce-lint.piece', drafts);
  const findingsItem = languages.createLanguageStatusItem('dce-lint.findings', drafts);
  const stateItem = window.createStatusBarItem('dce-lint.state', StatusBarAlignment.Right, PRIORITY);
  stateItem.name = 'DCE Lint';
  stateItem.command = 'dce-lint.setState';
  const known = new Map<string, DocumentStatus>();

  const show = (state: State): void => {
    const uri = window.activeTextEditor?.document.uri;
    const status = uri && known.get(client.code2ProtocolConverter.asUri(uri));
    const running = state === State.Running;
    showState(stateItem, running ? status : undefined);
    fill(pieceItem, running ? describePiece(status) : describeServer(state));
    fill(findingsItem, running ? describeFindings(status) : { text: l10n.t('Nothing is checked') });
  };
  show(client.state);
  return [
    pieceItem,
    findingsItem,
    stateItem,
    window.onDidChangeActiveTextEditor(() => show(client.state)),
    workspace.onDidCloseTextDocument(({ uri }) => known.delete(client.code2ProtocolConverter.asUri(uri))),
    onNotification(client, 'dce-lint/status', (status) => {
      known.set(status.uri, status);
      show(client.state);
    }),
    client.onDidChangeState(({ newState }) => {
      if (newState !== State.Running) known.clear();
      show(newState);
    }),
  ];
}

function fill(item: LanguageStatusItem, line: Line): void {
  item.name = 'DCE Lint';
  item.text = line.text;
  item.detail = line.detail;
  item.severity = line.severity ?? LanguageStatusSeverity.Information;
  item.busy = line.busy ?? false;
  item.command = line.command;
}

/** « RC · relecture · 23 » */
function showState(item: StatusBarItem, status: DocumentStatus | undefined): void {
  if (!status?.checked || !status.piece) {
    item.hide();
    return;
  }
  const { piece, etat, findings = 0, dossier = 0 } = status;
  item.text = [piece.toUpperCase(), etat ?? l10n.t('no state'), findings].join(' · ');
  const counts = [
    l10n.t('{0} in this draft', countFindings(findings)),
    l10n.t('{0} in the whole consultation', countFindings(dossier)),
  ];
  item.tooltip = `${counts.join('\n')}\n${l10n.t('Change the state of the draft, or of the consultation')}`;
  item.accessibilityInformation = { label: `DCE Lint, ${item.text}, ${counts[0]}`, role: 'button' };
  item.show();
}

function describeServer(state: State): Line {
  if (state === State.Starting) return { text: l10n.t('DCE Lint is starting'), busy: true };
  return {
    text: l10n.t('DCE Lint is stopped'),
    severity: LanguageStatusSeverity.Error,
    command: { title: l10n.t('Restart'), command: 'dce-lint.restart' },
  };
}

function describePiece(status: DocumentStatus | undefined): Line {
  if (!status) return { text: l10n.t('DCE Lint is reading the draft'), busy: true };
  if (!status.piece) return { text: l10n.t('Unknown piece') };
  return {
    text: [status.piece.toUpperCase(), status.procedure, status.etat].filter(Boolean).join(' · '),
    detail: status.pieceFrom && recognisedBy(status.pieceFrom),
    command: { title: l10n.t('Change state'), command: 'dce-lint.setState' },
  };
}

function recognisedBy(origin: NonNullable<DocumentStatus['pieceFrom']>): string {
  switch (origin) {
    case 'front-matter':
      return l10n.t('named in the front matter');
    case 'dce-yaml':
      return l10n.t('named in dce.yaml');
    case 'title':
      return l10n.t('recognised by its title');
    case 'name':
      return l10n.t('recognised by the file name');
    case 'text':
      return l10n.t('recognised by its text');
  }
}

function describeFindings(status: DocumentStatus | undefined): Line {
  if (!status) return { text: l10n.t('Not checked yet') };
  if (!status.checked) return { text: l10n.t('Not checked'), detail: status.reason };
  return {
    text: countFindings(status.findings ?? 0),
    ...describeLaw(status),
    command: status.findings
      ? { title: l10n.t('Show problems'), command: 'workbench.actions.view.problems' }
      : undefined,
  };
}

function describeLaw({ date, law }: DocumentStatus): Pick<Line, 'detail' | 'severity'> {
  const applied = date && l10n.t('law as of {0}', formatDate(date));
  if (!law) return { detail: applied };
  const day = formatDate(law.date);
  const read = law.old
    ? l10n.t('our data stop at {0}, more than a year ago', day)
    : l10n.t('our data stop at {0}', day);
  const severity = law.old ? LanguageStatusSeverity.Warning : LanguageStatusSeverity.Information;
  return { detail: [applied, read].filter(Boolean).join(', '), severity };
}

function countFindings(count: number): string {
  if (count === 0) return l10n.t('No finding');
  return count === 1 ? l10n.t('1 finding') : l10n.t('{0} findings', count);
}

/** `2026-12-01` → `01/12/2026`, as a French draft writes it, whatever the language of the editor. */
function formatDate(date: string): string {
  return date.split('-').reverse().join('/');
}
