import assert from 'node:assert/strict';
import fc from 'fast-check';
import { cut } from '../../rules/kit/markdown/cut.ts';
import { parse } from '../../rules/kit/markdown/parse.ts';

/** Constructs that drafts hold, as lines of a document. */
const construct = fc.constantFrom(
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
);

// Code holds no words: where one block of it ends and the next begins is of no matter.
const kinds = (text: string) =>
  parse(text)
    .children.filter((n) => n.type !== 'code')
    .map((n) => `${n.type}:${n.position?.start.offset}-${n.position?.end.offset}`);

const kindsByChunk = (text: string) =>
  cut(text).flatMap(({ start, text: chunk }) =>
    parse(chunk)
      .children.filter((n) => n.type !== 'code')
      .map((n) => `${n.type}:${(n.position?.start.offset ?? 0) + start}-${(n.position?.end.offset ?? 0) + start}`),
  );

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
});
