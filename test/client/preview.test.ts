import assert from 'node:assert/strict';
import MarkdownIt from 'markdown-it';
import { extendMarkdownIt, KINDS } from '../../client/preview.ts';

/** Set up as VS Code sets its own. */
const md = extendMarkdownIt(new MarkdownIt({ html: true, linkify: true }));

/** The words marked in a text, as `kind « words »`. */
const marked = (text: string) =>
  [...md.render(text).matchAll(/<span class="dce-(\w+)">(.*?)<\/span>/g)].map(
    ([, kind, words]) => `${kind} « ${words} »`,
  );

describe('The preview', () => {
  it('marks articles, amounts, fields, lots and tranches', () => {
    assert.deepEqual(marked('Selon l’article R. 2152-7 et les ARTICLES L. 2113-10 : 140 000 € HT ou 12,5 M€.'), [
      'article « article R. 2152-7 »',
      'article « ARTICLES L. 2113-10 »',
      'amount « 140 000 € HT »',
      'amount « 12,5 M€ »',
    ]);
    assert.deepEqual(marked('| Lot 1 | [à compléter : objet] |\n|---|---|\n| TRANCHE FERME | [A PRÉCISER] et TO2 |'), [
      'lot « Lot 1 »',
      'field « [à compléter : objet] »',
      'tranche « TRANCHE FERME »',
      'field « [A PRÉCISER] »',
      'tranche « TO2 »',
    ]);
    assert.deepEqual(
      KINDS.filter((kind) => !md.render('[à compléter : x] R. 2152-7 10 € lot 2 tranche 1').includes(`dce-${kind}`)),
      [],
    );
  });

  it('marks what stands in bold, in titles, in lists and in quotations', () => {
    for (const text of ['**lot 1**', '## Lot 1', '- le lot 1', '> le lot 1', '*le* lot 1']) {
      assert.equal(marked(text).length, 1, text);
    }
  });

  it('leaves code and links alone', () => {
    assert.deepEqual(marked('`lot 1`, [lot 1](a.md) et https://exemple.fr/lot-1'), []);
    assert.deepEqual(marked('```\nlot 1\n```'), []);
    assert.deepEqual(marked('Voir [la pièce à compléter](ae.md).'), []);
  });

  it('escapes the words that it marks', () => {
    const field = md.render('[à compléter : a < b & "c"]');
    assert.equal(field, '<p><span class="dce-field">[à compléter : a &lt; b &amp; &quot;c&quot;]</span></p>\n');
  });

  it('changes no word of the text', () => {
    const plain = new MarkdownIt({ html: true, linkify: true });
    const text = 'Le lot n° 2 (12 000 € HT), article R2113-1 ; TO1, [XXX] & « tranche ferme ».';
    assert.equal(md.render(text).replace(/<\/?span[^>]*>/g, ''), plain.render(text));
  });

  it('is quick on a line made to be slow', () => {
    for (const bit of ['[', '[à ', '1 000 ', 'articles ', 'tranche '])
      assert.equal(typeof md.render(bit.repeat(4000)), 'string');
  });
});
