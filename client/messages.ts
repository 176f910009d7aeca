import type { Disposable } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Notifications, Requests } from '../server/protocol.ts';

/** Sends one of our own requests; rejects when the server is stopped. */
export function request<M extends keyof Requests>(
  client: BaseLanguageClient,
  method: M,
  params: Requests[M]['params'],
): Promise<Requests[M]['result']> {
  return client.sendRequest<Requests[M]['result']>(method, params);
}

/** Listens to one of our own notifications; may be called before the client starts. */
export function onNotification<M extends keyof Notifications>(
  client: BaseLanguageClient,
  method: M,
  handler: (params: Notifications[M]) => void,
): Disposable {
  return client.onNotification(method, handler);
}
