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

type Handlers = Set<(params: unknown) => void>;
const listening = new WeakMap<BaseLanguageClient, Map<string, Handlers>>();

/** Listens to one of our own notifications; may be called before the client starts. The library itself keeps one listener a method. */
export function onNotification<M extends keyof Notifications>(
  client: BaseLanguageClient,
  method: M,
  handler: (params: Notifications[M]) => void,
): Disposable {
  const methods = listening.get(client) ?? new Map<string, Handlers>();
  listening.set(client, methods);
  let handlers = methods.get(method);
  if (!handlers) {
    const all: Handlers = new Set();
    handlers = all;
    methods.set(method, all);
    client.onNotification(method, (params) => {
      for (const each of all) each(params);
    });
  }
  const added = (params: unknown) => handler(params as Notifications[M]);
  handlers.add(added);
  return { dispose: () => handlers.delete(added) };
}
