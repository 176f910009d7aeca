import {
  type Disposable,
  type DocumentSelector,
  type LanguageStatusItem,
  LanguageStatusSeverity,
  l10n,
  languages,
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

/**
 * Keeps two lines in the language status of a draft: as what piece it was understood, and what was found under the law
 * of which day; or else why nothing is checked.
 */
export function registerStatus(client: BaseLanguageClient, drafts: DocumentSelector): Disposable[] {
  const pieceItem = languages.createLanguageStatusItem('dce-lint.piece', drafts);
  const findingsItem = languages.createLanguageStatusItem('dce-lint.findings', drafts);
  const known = new Map<string, DocumentStatus>();

  const show = (state: State): void => {
    const uri = window.activeTextEditor?.document.uri;
    const status = uri && known.get(client.code2ProtocolConverter.asUri(uri));
    const running = state === State.Running;
    fill(pieceItem, running ? describePiece(status) : describeServer(state));
    fill(findingsItem, running ? describeFindings(status) : { text: l10n.t('Nothing is checked') });
  };
  show(client.state);
  return [
    pieceItem,
    findingsItem,
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
