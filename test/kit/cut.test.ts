import assert from 'node:assert/strict';
import fc from 'fast-check';
import { cut, isUnclosed } from '../../rules/kit/markdown/cut.ts';

describe('cutting a text in chunks', () => {
  it('ends a list that stands off the margin where a text stands no further', () => {
    const text = '  ➢ le plan ;\n  ➢ le devis.\n\n    Le devis est daté.\n\n  ARTICLE 3   PRIX';
    assert.deepEqual(
      cut(text).map((chunk) => chunk.text.trim().slice(0, 9)),
      ['➢ le plan', 'ARTICLE 3'],
    );
  });

  it('parts them where each begins, and nowhere else', () => {
    for (const [count, ...texts] of [
      [
        1,
        'Un\nparc',
        '12. un\n13. deux\n\n    suite',
        '[^12]: une note\n\n    suite',
        '<a b="cd">\n# x',
        "<a b='cd'>\n# x",
        '<a b=cd>\n# x',
        '<a  b="c" />\n# x',
        '</xy>\n# x',
        '~~~\n\n# x\n~~~',
        '- un\n\n\tsuite',
      ],
      [
        2,
        'Un parc - vert\n\n  suite',
        'Voir [^1]: une note\n\n  suite',
        'Un\n\nparc',
        '#\nUn parc',
        'Un parc\n###### x',
        '~ un\n\nparc',
        '~~~\na\n~~~\nUn parc',
        'Un parc\n```\na\n```',
        'Un <?php\n\nparc',
        'Un <pre>\n\nparc',
        'Un <![CDATA[\n\nparc',
        '<?php a ?>\nUn parc',
        '<!-- a -->\nUn parc',
        'Un parc\n<!-- a -->',
        '<a b="c">d\n# x',
        'Un <b>\n# x',
        '<div>\n- x\n\n- y',
      ],
      [3, '## A\n## B\nUn parc', '- un\n# A\n- deux', 'Un\r\n\r\nparc\r\n\r\nvert'],
    ] as const)
      for (const text of texts) assert.equal(cut(text).length, count, JSON.stringify(text));
  });

  it('keeps every word in one chunk and in order', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        let at = 0;
        for (const { start, text: chunk } of cut(text)) {
          assert.ok(start >= at);
          assert.equal(text.slice(start, start + chunk.length), chunk);
          assert.equal(
            text
              .slice(at, start)
              .replace(/^---[\s\S]*/, '')
              .trim(),
            '',
          );
          at = start + chunk.length;
        }
        assert.equal(text.slice(at).trim(), '');
      }),
    );
  });

  it('takes the front matter as the first chunk', () => {
    const [first, second] = cut('---\ndce:\n  piece: rc\n---\n\n# RC\n');
    assert.equal(first?.text, '---\ndce:\n  piece: rc\n---');
    assert.equal(second?.text, '# RC');
  });

  it('reads an empty text as no chunk', () => {
    assert.deepEqual(cut(''), []);
    assert.deepEqual(cut('\n \n'), []);
  });

  it('takes for front matter what is closed by a line of three dashes', () => {
    const first = (text: string) => cut(text)[0]?.text;
    for (const [text, front] of [
      ['---\na: 1\n---\nb', '---\na: 1\n---'],
      ['\ufeff---\na: 1\n---\nb', '---\na: 1\n---'],
      ['---\r\na: 1\r\n---\r\nb', '---\r\na: 1\r\n---'],
      ['--- \t\na: 1\n\nb: 2\n---  \n\nc', '---  \n\nc'],
      ['---\n---\nb', '---\n---'],
      ['---\na: 1\n---', '---\na: 1\n---'],
    ] as const)
      assert.equal(first(text), front.startsWith('---  ') ? '--- \t\na: 1\n\nb: 2\n---' : front, text);
    for (const text of [
      '---\na: 1\n\nb',
      '---\na: 1\n---- \n\nb',
      '--- a\n---\n\nb',
      '----\na: 1\n----\n\nb',
      'a\n\n---\nb: 1\n---',
    ])
      assert.ok(!/^---\n[\s\S]*\n---$/.test(first(text) ?? ''), text);
  });

  it('tells a block that runs on to the end whatever follows', () => {
    for (const block of ['```\na', '~~~\n```', '<!-- a', '<pre>a', '<?php', '<![CDATA[ a', '````\n```'])
      assert.ok(isUnclosed(block), block);
    for (const block of ['```\na\n```', '<!-- a -->', '<div>', 'Un parc.', '- a', '<pre>a</pre>', '# A'])
      assert.ok(!isUnclosed(block), block);
  });
});
