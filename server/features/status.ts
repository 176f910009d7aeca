import { procedure } from '../../rules/facts/procedure/index.ts';
import { lawAge } from '../core/law-age.ts';
import type { DocumentStatus, Notifications } from '../protocol.ts';
import { keyOf } from '../uri.ts';
import type { FolderCheck } from '../workspace.ts';
import type { Context } from './context.ts';

/** What a document was understood to be, or why it is not checked. */
export function statusOf(uri: string, folder: FolderCheck, today: string): DocumentStatus {
  const file = folder.files.get(keyOf(uri));
  if (!file?.piece) return { uri, checked: false, reason: file?.reason ?? 'Ce document n’est pas du Markdown.' };
  const { piece, findings } = file;
  const { name } = piece.ask(procedure);
  return {
    uri,
    checked: true,
    piece: piece.kind,
    pieceFrom: piece.kindFrom,
    ...(name && { procedure: name }),
    ...(piece.state && { etat: piece.state }),
    date: piece.date,
    law: lawAge(today),
    findings: findings.length,
    dossier: [...folder.files.values()].reduce((sum, other) => sum + other.findings.length, 0),
  };
}

/** Tells the client, after each check. */
export function sendStatus({ connection, host }: Context, uri: string, folder: FolderCheck): void {
  const method: keyof Notifications = 'dce-lint/status';
  void connection.sendNotification(method, statusOf(uri, folder, host.today()));
}
