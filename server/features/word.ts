import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Connection } from 'vscode-languageserver';
import { picturesBeside } from '../pictures.ts';
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
  serve('dce-lint/exportWord', async ({ text, template, uri = '' }, word) => {
    const model = template === undefined ? {} : { template: Buffer.from(template, 'base64') };
    const folder = uri.startsWith('file:') ? dirname(fileURLToPath(uri)) : undefined;
    const pictures = await picturesBeside(text, folder, word);
    const { bytes, comments, lost } = await word.exportWord(text, { pictures, ...model });
    return { document: Buffer.from(bytes).toString('base64'), comments, lost: [...lost] };
  });
}
