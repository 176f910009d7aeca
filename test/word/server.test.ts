import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import {
  createConnection,
  createMessageConnection,
  type MessageConnection,
  ProposedFeatures,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { serveWord } from '../../server/features/word.ts';
import type { Requests } from '../../server/protocol.ts';
import { RC_DRAFT, rcDocument } from './rc-ooxml.ts';

type Method = 'dce-lint/importWord' | 'dce-lint/exportWord';

/** Asks a server that does nothing else. */
async function asking(
  talk: (ask: <M extends Method>(m: M, p: Requests[M]['params']) => Promise<Requests[M]['result']>) => Promise<void>,
) {
  const [up, down] = [new PassThrough(), new PassThrough()];
  const server = createConnection(ProposedFeatures.all, up, down);
  serveWord(server);
  server.listen();
  const client: MessageConnection = createMessageConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
  client.listen();
  try {
    await talk((method, params) => client.sendRequest(method, params));
  } finally {
    client.dispose();
    server.dispose();
  }
}

describe('The Word conversions of the server', () => {
  it('give a draft, and the document of a draft in the styles of a template', () =>
    asking(async (ask) => {
      const document = Buffer.from(rcDocument()).toString('base64');
      const draft = await ask('dce-lint/importWord', { name: 'RC.docx', document });
      assert.ok('text' in draft);
      assert.equal(draft.text, RC_DRAFT);
      const made = await ask('dce-lint/exportWord', { text: draft.text, template: document });
      assert.ok('document' in made);
      assert.equal(made.comments, 1);
      const again = await ask('dce-lint/importWord', { name: 'RC.docx', document: made.document });
      assert.ok('text' in again);
      assert.equal(again.text, draft.text);
    }));

  it('answer with a sentence when the document cannot be read', () =>
    asking(async (ask) => {
      const answer = await ask('dce-lint/importWord', {
        name: 'RC.docx',
        document: Buffer.from('bonjour').toString('base64'),
      });
      assert.deepEqual(answer, { error: 'ce n’est pas un document Word (.docx).' });
    }));
});
