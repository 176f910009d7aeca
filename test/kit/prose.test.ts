import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Draft } from '../../rules/kit/draft.ts';
import { fold } from '../../rules/kit/french/fold.ts';
import { fr } from '../../rules/kit/french/pattern.ts';

/** The source that a pattern points at, in the first passage that has it. */
const pointed = (source: string, pattern: RegExp): string | undefined => {
  const draft = new Draft(source);
  const passage = draft.passages.find((p) => p.has(pattern));
  if (!passage) return undefined;
  const { start, end } = passage.at(pattern);
  return source.slice(start, end);
};

describe('prose with its source map', () => {
  const variantes = fr`variantes? autorisées?`;

  it('points at the words in a plain paragraph', () => {
    assert.equal(pointed('Les variantes autorisées sont jugées.', variantes), 'variantes autorisées');
  });

  for (const [container, source] of Object.entries({
    'a list': '- Les\n  variantes autorisées',
    'an ordered list': '12. Les\n    variantes autorisées',
    'a nested list': '- - Les\n    variantes autorisées',
    'a lazy continuation': '- Les\nvariantes autorisées',
    'a footnote': 'Texte[^1].\n\n[^1]: Les variantes autorisées.',
    'a table cell': '| A | B |\n| --- | --- |\n| x \\| y | les variantes autorisées |',
    'a heading with an emoji': '## 🏛️ Les variantes autorisées 🇫🇷',
    'a text after an entity': 'L&rsquo;offre &amp; les variantes autorisées',
    'a text after an escape': 'Cas \\*1\\* : les variantes autorisées',
    'a text after a BOM': '\ufeffLes variantes autorisées',
    'a text with CRLF': 'Les\r\nvariantes autorisées\r\nsont jugées.',
  })) {
    it(`points at the words in ${container}`, () => {
      assert.equal(pointed(source, variantes), 'variantes autorisées');
    });
  }

  it('points at words broken by a line, emphasis, an entity or combining marks', () => {
    assert.equal(pointed('Les variantes\nautorisées', variantes), 'variantes\nautorisées');
    assert.equal(pointed('Les **variantes** *autorisées*.', variantes), 'variantes** *autorisées');
    assert.equal(pointed('Les variantes&nbsp;autorisées.', variantes), 'variantes&nbsp;autorisées');
    assert.equal(
      pointed('Les variantes autorisées.'.normalize('NFD'), variantes),
      'variantes autorisées'.normalize('NFD'),
    );
    assert.equal(pointed('LES VARIANTES AUTORISEES', variantes), 'VARIANTES AUTORISEES');
    assert.equal(pointed('Les variantes\u202fautorisées', variantes), 'variantes\u202fautorisées');
  });

  it('reads code and images as things, not words', () => {
    assert.equal(new Draft('Voir `variantes autorisées` ici.').passages[0]?.has(variantes), false);
    assert.equal(new Draft('```\nLes variantes autorisées\n```').passages.length, 0);
    assert.equal(new Draft('<!-- Les variantes autorisées -->').passages.length, 0);
  });

  it('keeps quotations and notes to the drafter apart', () => {
    assert.equal(new Draft('> Les variantes autorisées').passages.length, 0);
    assert.equal(new Draft('*Note au rédacteur : les variantes autorisées*').passages.length, 0);
  });

  it('keeps tables of contents apart, and not the blanks of a form', () => {
    assert.equal(new Draft('4.2. Prix .............. 11\n4.3. Révision des prix ........ 12').passages.length, 0);
    assert.equal(new Draft('Rabais : ............ %').passages.length, 1);
    assert.equal(new Draft('Montant : ............ 5 000 €').passages.length, 1);
  });

  it('maps any folded stretch to a stretch of the source that folds to it', () => {
    const words = fc.stringMatching(/^[a-zéèàçœ’' «»0-9€%–-]{1,60}$/u);
    fc.assert(
      fc.property(words, fc.nat(), fc.nat(), (text, a, b) => {
        const draft = new Draft(`Préambule ${text} fin`);
        const passage = draft.passages[0];
        if (!passage) return;
        const from = Math.min(a, b) % passage.folded.length;
        const to = Math.max(from + 1, Math.max(a, b) % (passage.folded.length + 1));
        const { start, end } = passage.at({ from, to });
        assert.ok(start >= 0 && start <= end && end <= draft.text.length);
        const plain = (s: string) => s.replace(/[\s"-]/g, '');
        const got = plain(fold(draft.text.slice(start, end)).text);
        assert.ok(got.includes(plain(passage.folded.slice(from, to))), `${got} / ${passage.folded.slice(from, to)}`);
      }),
      { numRuns: 300 },
    );
  });
});
