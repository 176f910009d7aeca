import assert from 'node:assert/strict';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';
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
import { inFolder } from '../cli/terminal.ts';
import { RC_DRAFT, rcDocument } from './rc-ooxml.ts';

/** A PNG of one pixel. */
const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

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

  it('take the pictures beside the draft, and none for a draft that is in no folder', () =>
    inFolder({ 'vue.png': Buffer.from(PIXEL, 'base64') }, (cwd) =>
      asking(async (ask) => {
        const text = '![vue](vue.png)\n';
        const uri = pathToFileURL(join(cwd, 'rc.md')).href;
        const made = await ask('dce-lint/exportWord', { text, uri });
        assert.ok('document' in made);
        assert.deepEqual(made.lost, []);
        assert.ok('word/media/image1.png' in unzipSync(Buffer.from(made.document, 'base64')));
        const unsaved = await ask('dce-lint/exportWord', { text, uri: 'untitled:Untitled-1' });
        assert.ok('lost' in unsaved);
        assert.deepEqual(unsaved.lost, [
          'image « vue.png » : le brouillon n’est pas encore enregistré dans un dossier, son lien en tient la place',
        ]);
      }),
    ));

  it('answer with a sentence when the document cannot be read', () =>
    asking(async (ask) => {
      const answer = await ask('dce-lint/importWord', {
        name: 'RC.docx',
        document: Buffer.from('bonjour').toString('base64'),
      });
      assert.deepEqual(answer, { error: 'ce n’est pas un document Word (.docx).' });
    }));
});
