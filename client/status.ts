import {
  type Disposable,
  type DocumentSelector,
  LanguageStatusSeverity,
  l10n,
  languages,
  window,
  workspace,
} from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import type { DocumentStatus } from '../server/protocol.ts';
import { onNotification } from './messages.ts';

/** What the status item shows. */
interface Shown {
  text: string;
  detail?: string;
  severity?: LanguageStatusSeverity;
  busy?: boolean;
  command?: { title: string; command: string };
}

/** Keeps a language status item that tells how the draft in front was understood, or why it is not checked. */
export function registerStatus(client: BaseLanguageClient, drafts: DocumentSelector): Disposable[] {
  const item = languages.createLanguageStatusItem('dce-lint.status', drafts);
  item.name = 'DCE Lint';
  const known = new Map<string, DocumentStatus>();
  let state = client.state;

  const show = (): void => {
    const uri = window.activeTextEditor?.document.uri;
    const status = uri && known.get(client.code2ProtocolConverter.asUri(uri));
    const shown = state === State.Running ? describe(status) : describeServer(state);
    item.text = shown.text;
    item.detail = shown.detail;
    item.severity = shown.severity ?? LanguageStatusSeverity.Information;
    item.busy = shown.busy ?? false;
    item.command = shown.command;
  };
  show();
  return [
    item,
    window.onDidChangeActiveTextEditor(show),
    workspace.onDidCloseTextDocument(({ uri }) => known.delete(client.code2ProtocolConverter.asUri(uri))),
    onNotification(client, 'dce-lint/status', (status) => {
      known.set(status.uri, status);
      show();
    }),
    client.onDidChangeState(({ newState }) => {
      state = newState;
      if (state !== State.Running) known.clear();
      show();
    }),
  ];
}

function describeServer(state: State): Shown {
  if (state === State.Starting) return { text: l10n.t('DCE Lint is starting'), busy: true };
  return {
    text: l10n.t('DCE Lint is stopped'),
    detail: l10n.t('Nothing is checked'),
    severity: LanguageStatusSeverity.Error,
    command: { title: l10n.t('Restart'), command: 'dce-lint.restart' },
  };
}

function describe(status: DocumentStatus | undefined): Shown {
  if (!status) return { text: l10n.t('DCE Lint is reading the draft'), busy: true };
  if (!status.checked) return { text: l10n.t('Not checked'), detail: status.reason };
  return {
    text: [status.piece?.toUpperCase(), status.procedure, status.etat].filter(Boolean).join(' · ') || l10n.t('Checked'),
    detail: [
      status.pieceFrom && pieceFrom(status.pieceFrom),
      status.date && l10n.t('law as of {0}', formatDate(status.date)),
      status.findings !== undefined && countFindings(status.findings),
    ]
      .filter(Boolean)
      .join(' · '),
    command: status.findings
      ? { title: l10n.t('Show problems'), command: 'workbench.actions.view.problems' }
      : undefined,
  };
}

function pieceFrom(origin: NonNullable<DocumentStatus['pieceFrom']>): string {
  switch (origin) {
    case 'front-matter':
      return l10n.t('piece named in the front matter');
    case 'title':
      return l10n.t('piece recognised by its title');
    case 'name':
      return l10n.t('piece recognised by the file name');
    case 'text':
      return l10n.t('piece recognised by its text');
  }
}

function countFindings(count: number): string {
  if (count === 0) return l10n.t('no finding');
  return count === 1 ? l10n.t('1 finding') : l10n.t('{0} findings', count);
}

/** `2026-12-01` → `01/12/2026`, the way a French draft writes it, whatever the language of the editor. */
function formatDate(date: string): string {
  return date.split('-').reverse().join('/');
}
