import assert from 'node:assert/strict';
import { Dialogue } from './dialogue.ts';

const RC = 'file:///dossier/rc.md';
const textDocument = { uri: RC };
const position = { line: 0, character: 0 };
const range = { start: position, end: position };
const context = { diagnostics: [] };

/** Requests of the protocol, as they should be. */
const SOUND = {
  'textDocument/diagnostic': { textDocument },
  'textDocument/codeAction': { textDocument, range, context },
  'textDocument/documentLink': { textDocument },
  'textDocument/definition': { textDocument, position },
  'textDocument/references': { textDocument, position, context: { includeDeclaration: true } },
  'textDocument/hover': { textDocument, position },
  'textDocument/completion': { textDocument, position },
  'textDocument/inlineCompletion': { textDocument, position, context: { triggerKind: 1 } },
  'textDocument/codeLens': { textDocument },
  'textDocument/inlayHint': { textDocument, range },
} as const;

/** What is wrong in the place of a parameter. */
const WRONG = [
  undefined,
  null,
  3,
  'x',
  [],
  { uri: 3 },
  { diagnostics: [null] },
  { line: -1, character: 0 },
  { line: 0.5, character: 'x' },
];

describe('The parameters of a request of the protocol', () => {
  let d: Dialogue;
  before(async () => {
    d = await Dialogue.start({ files: { [RC]: '# Règlement de la consultation\n' } });
    await d.open(RC, '# Règlement de la consultation\n');
  });
  after(() => d.end());

  for (const [method, sound] of Object.entries(SOUND))
    it(`are looked at before ${method} is answered: wrong ones are told from a fault of the server`, async () => {
      await d.request(method, sound);
      for (const wrong of [
        null,
        {},
        'x',
        ...Object.keys(sound).flatMap((key) => WRONG.map((w) => ({ ...sound, [key]: w }))),
      ])
        await assert.rejects(d.request(method, wrong), { code: -32602 }, JSON.stringify(wrong));
    });

  it('are looked at when the client presents itself too', async () => {
    await assert.rejects(Dialogue.start({ capabilities: 3 as never }), { code: -32602 });
  });
});
