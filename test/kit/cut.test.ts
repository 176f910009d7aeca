import assert from 'node:assert/strict';
import fc from 'fast-check';
import { cut, isUnclosed } from '../../rules/kit/markdown/cut.ts';
import { parse } from '../../rules/kit/markdown/parse.ts';

/** Constructs that drafts hold, as lines of a document. */
const COMMON = [
  'Un paragraphe simple.',
  'Deux lignes\nde prose.',
  '# Titre',
  '## Article 2 – Objet',
  'Titre souligné\n==============',
  'Autre titre\n---',
  '- un\n- deux',
  '- un\n\n- deux',
  '- un\n\n  suite du premier\n- deux',
  '1. premier\n2. second\n   - dedans',
  '* a\n\n    code en retrait',
  '+ item\nparesseux',
  '> citation\n> suite',
  '> - liste citée',
  '```\ncode\n\n# pas un titre\n```',
  '~~~js\nx\n~~~',
  '````\n```\n````',
  '| a | b |\n| --- | --- |\n| 1 | 2 |',
  '<!-- commentaire\n\nsur des lignes -->',
  '<div>\nhtml\n</div>',
  '<script>\n\nx\n</script>',
  '    code en retrait',
  '---',
  '***',
  '[^1]: une note\n\n    qui continue',
  'Texte avec une note[^1].',
  '- ```\n  code\n\n  encore\n  ```',
  '- [ ] case\n- [x] cochée',
  '1) dix\n2) onze',
];
const construct = fc.constantFrom(...COMMON);

/** What is seldom in a draft, or looks like something else. */
const RARE = [
  // Marks of lists and titles.
  '-',
  '-\tun',
  '-un',
  '   - un\n   - deux',
  '    - du code',
  '123456789. un',
  '1234567890. un',
  '1.un',
  '2.',
  '- a\n\n\tb',
  '- a\n\n b',
  '- # Titre\n\n  suite',
  '- a\n# Titre',
  '- a\n\n  # Titre\n\n  suite',
  '#',
  '#\tTitre',
  '   # Titre',
  '    # du code',
  '###### Titre',
  '####### trop',
  '#pas un titre',
  'Texte\n# Titre\nTexte',
  // Fences.
  '   ```\n\ncode\n   ```',
  '    ```\n\n    code',
  '```\n\n``\n\n```',
  '```\n\n``` non\n\n```  ',
  '```\n\n    ```\n\n```',
  '```\n\n~~~\n\n```',
  '~~~\n\n```\n\n~~~~',
  '``\n\ncode',
  '- a\n\n  ```\n\n  b\n\n  ```\n\n- c',
  // Notes.
  '   [^1]: une note\n\n    suite',
  '[^]: non\n\n    code',
  '[1]: non\n\n    code',
  // HTML that runs to its own end…
  '<!-- a --> <!-- b\n\nc -->',
  '<!-- a -->\ntexte',
  '   <!-- a\n\nb -->',
  '    <!-- a\n\nb -->',
  '<!-->\n\na -->',
  '<pre>\n\na\n</pre>',
  '<PRE class="x">\n\na\n</PRE> b',
  '<style\n\n></style>',
  '<textarea>a</textarea>\n\nb',
  '<script>a',
  '<precis>\n\na',
  '   <pre>\n\na\n</pre>',
  '<?php\n\n?> a',
  '   <? a\n\n?>',
  '<![CDATA[\n\na]]>',
  '<![CDATA[ a ]]>\nb',
  // … or to the next blank line.
  '<table>\n# a\n- b\n</table>',
  'Texte\n<table>\n# a',
  'Texte\n</div>\n# a',
  '   <hr/>\n# a',
  '    <hr/>\n# a',
  '<h1>a\n# b',
  '<h7>a\n# b',
  '<DL\n# a',
  '<p class="x">\n```\na\n```',
  '<section-x>\n# a',
  '<a href="x">\n# a',
  '<a href="x"> suite\n# a',
  "   <x-y z='1' _v : w=u/>\n# a",
  '<a b = "c">\n# a',
  '<a b=c>\n# a',
  '<a b=">\n# a',
  '<a 1>\n# a',
  '</x-y >  \n# a',
  '</x-y z>\n# a',
  '<1>\n# a',
  'Texte\n<i>\n# a',
  '<i>\n- a\n\n# b',
];

// Code holds no words: where one block of it ends and the next begins is of no matter. Nor are the spaces at the end of others.
const kindsIn = (text: string, from: number) =>
  parse(text)
    .children.filter((n) => n.type !== 'code')
    .map(({ type, position }) => {
      const [start, end] = [position?.start.offset ?? 0, position?.end.offset ?? 0];
      return `${type}:${from + start}-${from + start + text.slice(start, end).trimEnd().length}`;
    });
const kinds = (text: string) => kindsIn(text, 0);
const kindsByChunk = (text: string) => cut(text).flatMap(({ start, text: chunk }) => kindsIn(chunk, start));

describe('cutting a text in chunks', () => {
  it('gives the blocks that parsing the whole gives', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(construct, fc.constantFrom('\n', '\n\n', '\n\n\n')), { maxLength: 8 }), (parts) => {
        const text = parts.map(([c, gap]) => c + gap).join('');
        // What begins a file may be front matter, which is not under test here.
        if (/^---\s*\n/.test(text)) return;
        assert.deepEqual(kindsByChunk(text), kinds(text), JSON.stringify(text));
      }),
      { numRuns: 1500 },
    );
  });

  it('ends a list that stands off the margin where a text stands no further', () => {
    const text = '  ➢ le plan ;\n  ➢ le devis.\n\n    Le devis est daté.\n\n  ARTICLE 3   PRIX';
    assert.deepEqual(
      cut(text).map((chunk) => chunk.text.trim().slice(0, 9)),
      ['➢ le plan', 'ARTICLE 3'],
    );
  });

  it('gives them with either line end', () => {
    for (const text of [...COMMON, ...RARE].map((c) => `Avant.\n\n${c}\n\n# Après`.replace(/\n/g, '\r\n')))
      assert.deepEqual(kindsByChunk(text), kinds(text), JSON.stringify(text));
  });

  it('gives them beside a paragraph, a title, a list or a quotation', () => {
    for (const text of [...COMMON, ...RARE])
      for (const [before, after] of [
        ['', '\n\nAprès.'],
        ['Avant.\n', '\nAprès.'],
        ['Avant.\n\n', '\n\n# Après'],
        ['- avant\n\n', '\n\n- après'],
        ['# Avant\n', '\n> après'],
        ['- avant\n\n', '\n\n    après'],
      ] as const) {
        const whole = before + text + after;
        if (/^---\s*\n/.test(whole)) continue;
        assert.deepEqual(kindsByChunk(whole), kinds(whole), JSON.stringify(whole));
      }
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
