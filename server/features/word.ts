import type { Connection } from 'vscode-languageserver';
import type { Requests } from '../protocol.ts';
import { validated } from './parameters.ts';

/** Answers the conversions from and to Word, where there is Node. A document that cannot be converted is an answer, not an error. */
export function serveWord(connection: Connection): void {
  const serve = <M extends 'dce-lint/importWord' | 'dce-lint/exportWord'>(
    method: M,
    answer: (params: Requests[M]['params'], word: typeof import('../word/index.ts')) => Promise<Requests[M]['result']>,
  ) =>
    connection.onRequest(method as string, async (asked: unknown): Promise<unknown> => {
      const params = validated(method, asked);
      const word = await import('../word/index.ts');
      try {
        return await answer(params, word);
      } catch (error) {
        if (error instanceof word.WordError) return { error: `${error.message}.` };
        throw error;
      }
    });
  serve('dce-lint/importWord', async ({ name, document }, word) => {
    const { text, lost } = word.importWord(Buffer.from(document, 'base64'), name);
    return { text, lost: [...lost] };
  });
  serve('dce-lint/exportWord', async ({ text, template }, word) => {
    const model = template === undefined ? {} : { template: Buffer.from(template, 'base64') };
    const { bytes, comments, lost } = await word.exportWord(text, model);
    return { document: Buffer.from(bytes).toString('base64'), comments, lost: [...lost] };
  });
}
