import assert from 'node:assert/strict';
import fc from 'fast-check';
import { cut } from '../../rules/kit/markdown/cut.ts';
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

describe('cutting a text in chunks, as parsing the whole', () => {
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
});
