import assert from 'node:assert/strict';
import type { MarkupContent } from 'vscode-languageserver/node';
import { defineRule } from '../../rules/kit/rule.ts';
import { text } from '../../rules/kit/source.ts';
import { Dialogue, MODERN, type Setup } from './dialogue.ts';
import { word } from './texts.ts';

const RC = 'file:///marches/2027/rc.md';
const ABOUT = {
  ...word,
  sources: [text('Essai')],
  messages: { here: 'Faute <b>ici</b>, « n.f. ».\nÉcrire autre chose.' },
};
const wide = defineRule({
  ...ABOUT,
  id: 'test/phrase',
  title: 'Toute la phrase',
  level: 'error',
  why: 'La phrase entière.',
  *check({ draft }) {
    const sentence = draft.sentences.find((s) => s.has(/ici/));
    if (sentence) yield { at: sentence.span, message: 'here' };
  },
});
const narrow = defineRule({
  ...ABOUT,
  id: 'test/ici',
  title: 'Un mot & un seul',
  level: 'info',
  why: 'Le mot seul.',
  *check({ draft }) {
    const sentence = draft.sentences.find((s) => s.has(/ici/));
    if (sentence) yield { at: sentence.at(/ici/), message: 'here' };
  },
});

describe('a hover on several findings', () => {
  let d: Dialogue;
  afterEach(() => d.end());
  const hovered = async (setup: Setup = {}) => {
    d = await Dialogue.start({ rules: [narrow, wide], ...setup });
    await d.open(RC, '# RC\n\nÉcrit ici.\n');
    const hover = await d.hover(RC, 'ici');
    assert.deepEqual(hover?.range, d.rangeOf(RC, 'ici'));
    const { value } = (hover?.contents ?? { value: '' }) as MarkupContent;
    return value;
  };

  it('opens the gravest, and says of each other what it is, once', async () => {
    const value = await hovered();
    assert.match(
      value,
      /^\*\*Toute la phrase\*\* \(`test\/phrase`\)\n\nFaute \\<b\\>ici\\<\/b\\>, « n\.f\. »\.\nÉcrire/,
    );
    assert.match(value, /La phrase entière\.[\s\S]*- Essai/);
    assert.match(value, /---\n\n\*\*Un mot & un seul\*\* \(`test\/ici`\) – Faute .*\nÉcrire autre chose\.$/);
    assert.doesNotMatch(value, /Le mot seul/);
    assert.equal(value.split('Écrire autre chose').length, 3);
  });

  it('leaves the message to a client that shows it above, and folds the others where it can', async () => {
    const value = await hovered({ initializationOptions: { shows: ['messages', 'details'] } });
    assert.doesNotMatch(value, /Écrire autre chose/);
    assert.match(
      value,
      /<details><summary><b>Un mot &amp; un seul<\/b> \(<code>test\/ici<\/code>\)<\/summary>\n\nLe mot seul\.[\s\S]*\n\n<\/details>$/,
    );
  });
});

describe('The message of a diagnostic', () => {
  it('is Markdown for a client that reads it, the fault standing out, and words for any other', async () => {
    for (const markupMessageSupport of [true, false]) {
      const diagnostic = { ...MODERN.textDocument?.diagnostic, markupMessageSupport };
      const d = await Dialogue.start({
        rules: [wide],
        capabilities: { ...MODERN, textDocument: { ...MODERN.textDocument, diagnostic } },
      });
      try {
        await d.open(RC, '# RC\n\nÉcrit ici.\n');
        const report = await d.pull(RC);
        assert.ok(report.kind === 'full');
        assert.deepEqual(
          report.items[0]?.message,
          markupMessageSupport
            ? { kind: 'markdown', value: '**Faute \\<b\\>ici\\</b\\>, « n.f. ».**\n\nÉcrire autre chose.' }
            : 'Faute <b>ici</b>, « n.f. ».\nÉcrire autre chose.',
        );
      } finally {
        d.end();
      }
    }
  });
});
