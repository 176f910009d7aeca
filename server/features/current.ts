import {
  type CancellationToken,
  type DiagnosticServerCancellationData,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver';
import { keyOf } from '../uri.ts';
import type { Context } from './context.ts';

/** A request about a document. */
export interface About {
  readonly textDocument: { readonly uri: string };
}

const overtaken = () => new ResponseError(LSPErrorCodes.ContentModified, 'the document has changed');

const retry: DiagnosticServerCancellationData = { retriggerRequest: true };
/** Clients throw away what has failed; told to, they ask for diagnostics again. */
export const askAgain = () =>
  new ResponseError(LSPErrorCodes.ServerCancelled, 'the document has changed, ask again', retry);

/**
 * Answers a request for the text it was asked of. It is refused as soon as that text changes, or the client gives the
 * request up: nobody waits then for a check that serves no more.
 */
export const current =
  <P extends About, R>(
    { documents }: Context,
    answer: (asked: P, token: CancellationToken) => R | Promise<R>,
    refusal: () => ResponseError<unknown> = overtaken,
  ) =>
  (asked: P, token: CancellationToken): Promise<R> =>
    new Promise<R>((resolve, reject) => {
      const key = keyOf(asked.textDocument.uri);
      const changes = documents.onDidChangeContent(({ document }) => {
        if (keyOf(document.uri) === key) reject(refusal());
      });
      const given = token.onCancellationRequested(() =>
        reject(new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled')),
      );
      const stop = () => {
        changes.dispose();
        given.dispose();
      };
      Promise.resolve()
        .then(() => answer(asked, token))
        .then(resolve, reject)
        .finally(stop);
    });
