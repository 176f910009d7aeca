import assert from 'node:assert/strict';
import { LSPErrorCodes, type ResponseError } from 'vscode-languageserver/node';
import type { Rule } from '../../rules/kit/rule.ts';
import { Dialogue } from './dialogue.ts';
import { spaces, word } from './texts.ts';

const RC = 'file:///marche/rc.md';
const TEXT = '# RC\n\nProjet innovant.\n\nAutre phrase, article R2152-\n';

/** Time goes on with each look at it: every step of the server is a long one. */
const hurried = () => {
  let now = 0;
  return () => {
    now += 10;
    return now;
  };
};

/** Rules of which the first tells that a check has begun and the last which texts were checked to the end. */
function watched() {
  let tell = () => {};
  const begun = new Promise<void>((resolve) => {
    tell = resolve;
  });
  const ended: string[] = [];
  const first: Rule = {
    ...spaces,
    id: 'test/debut',
    check: () => {
      tell();
      return [];
    },
  };
  const last: Rule = {
    ...spaces,
    id: 'test/fin',
    check: (piece) => {
      ended.push(piece.draft.text);
      return [];
    },
  };
  const between = Array.from({ length: 60 }, (_, i): Rule => ({ ...spaces, id: `test/espaces-${i}` }));
  return { rules: [first, word, ...between, last], begun, ended };
}

describe('a long check', () => {
  let dialogue: Dialogue;
  const start = async (rules: readonly Rule[], clock = hurried()) => {
    dialogue = await Dialogue.start({ rules, clock });
    return dialogue;
  };
  afterEach(() => dialogue.end());

  it('lets other requests be answered before its end', async () => {
    const { rules, begun, ended } = watched();
    const d = await start(rules);
    await d.open(RC, TEXT);
    const order: string[] = [];
    const pulled = d.findings(RC).then((found) => {
      order.push('findings');
      return found;
    });
    await begun;
    assert.deepEqual(ended, []);
    await d.request('dce-lint/explain', { id: word.id }).then(() => order.push('page'));
    assert.deepEqual(await pulled, ['test/mot « innovant »']);
    assert.deepEqual(order, ['page', 'findings']);
  });

  it('of one file does not hold up what is asked of another', async () => {
    const d = await start([word]);
    const other = 'file:///autre/rc.md';
    await d.open(RC, `# RC\n\n${'Projet innovant.\n\n'.repeat(300)}`);
    await d.open(other, TEXT);
    const order: string[] = [];
    const long = d.findings(RC).then(() => order.push('long'));
    assert.ok(await d.hover(other, 'innovant'));
    order.push('hover');
    await long;
    assert.deepEqual(order, ['hover', 'long']);
  });

  it('is left when a newer text comes, and what was asked of the older one is asked again', async () => {
    const { rules, begun, ended } = watched();
    const d = await start(rules);
    await d.open(RC, TEXT);
    const pulled = d.pull(RC);
    await begun;
    await Promise.all([
      d.type(RC, 'Autre', 'Encore une'),
      assert.rejects(
        pulled,
        (error: ResponseError<unknown>) =>
          error.code === LSPErrorCodes.ServerCancelled &&
          JSON.stringify(error.data) === JSON.stringify({ retriggerRequest: true }),
      ),
    ]);
    assert.deepEqual(await d.findings(RC), ['test/mot « innovant »']);
    assert.deepEqual(ended, [TEXT.replace('Autre', 'Encore une')]);
  });

  it('serves all who wait for the same text', async () => {
    const { rules, ended } = watched();
    const d = await start(rules);
    await d.open(RC, TEXT);
    const [found, hover] = await Promise.all([d.findings(RC), d.hover(RC, 'innovant')]);
    assert.deepEqual(found, ['test/mot « innovant »']);
    assert.ok(hover);
    assert.deepEqual(ended, [TEXT]);
  });

  const position = { line: 2, character: 10 };
  const range = { start: position, end: position };
  for (const [method, more] of Object.entries({
    'textDocument/hover': { position },
    'textDocument/codeAction': { range, context: { diagnostics: [] } },
    'textDocument/codeLens': {},
    'textDocument/inlayHint': { range },
    'textDocument/definition': { position },
    'textDocument/references': { position, context: { includeDeclaration: true } },
    'textDocument/documentLink': {},
    'textDocument/inlineCompletion': { position, context: { triggerKind: 1 } },
  }))
    it(`${method} of an outdated text is refused`, async () => {
      const { rules, begun } = watched();
      const d = await start(rules);
      await d.open(RC, TEXT);
      const asked = d.request(method, { textDocument: { uri: RC }, ...more });
      await begun;
      await Promise.all([
        d.type(RC, 'Autre', 'Encore une'),
        assert.rejects(asked, (error: ResponseError<unknown>) => error.code === LSPErrorCodes.ContentModified),
      ]);
    });

  it('names a slow rule once, with its time and piece', async () => {
    let now = 0;
    const slow: Rule = {
      ...word,
      *check(piece) {
        now += 700;
        yield* word.check(piece);
      },
    };
    const d = await start([spaces, slow], () => now);
    await d.open(RC, TEXT);
    await d.findings(RC);
    await d.type(RC, 'innovant', 'sobre');
    await d.findings(RC);
    assert.deepEqual(d.host.logged, ['Règle lente : test/mot a pris 700 ms sur rc.md.']);
  });

  it('names no rule that is quick', async () => {
    const d = await start([spaces, word], () => 0);
    await d.open(RC, TEXT);
    await d.findings(RC);
    assert.deepEqual(d.host.logged, []);
  });
});
