import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Draft } from '../../rules/kit/draft.ts';
import { fold } from '../../rules/kit/french/fold.ts';
import { fr } from '../../rules/kit/french/pattern.ts';
import { Prose } from '../../rules/kit/markdown/prose.ts';

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

  it('reads a break as a space, a tag as nothing, and no word in the mark of a note', () => {
    const read = (source: string) => new Draft(source).passages[0]?.folded;
    assert.equal(read('Les variantes<br>autorisées'), 'les variantes autorisees');
    assert.equal(read('Les variantes<BR/>autorisées'), 'les variantes autorisees');
    assert.equal(read('Les <u>variantes</u> autori<b data-of="<br">sées</b>'), 'les variantes autorisees');
    assert.equal(read('Les variantes[^1] autorisées\n\n[^1]: Au sens du code.'), 'les variantes autorisees');
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

describe('the words of a passage', () => {
  const passage = (source: string) => {
    const [found] = new Draft(source).passages;
    assert.ok(found, source);
    return found;
  };

  for (const [source, words] of [
    // Signs by name and by number; what is none stays as it is typed.
    ['L&rsquo;offre &amp; le prix', 'L’offre & le prix'],
    ['D&eacute;lai, d&#233;lai, d&#xE9;lai, d&#Xe9;lai', 'Délai, délai, délai, délai'],
    ['12&nbsp;mois', '12\u00a0mois'],
    ['R&D, R&D; et R&inconnu; &', 'R&D, R&D; et R&inconnu; &'],
    ['&#0; et &#1114112;', '\ufffd et \ufffd'],
    ['l&#146;offre &#xD800; &#x10FFFF;', 'l\ufffdoffre \ufffd \ufffd'],
    ['Un \0parc', 'Un \ufffdparc'],
    ['&#x1F3DB; &#127963;', '\ud83c\udfdb \ud83c\udfdb'],
    ['&ngE; a', '≧\u0338 a'],
    // Escapes.
    ['1\\. Objet \\*neuf\\*', '1. Objet *neuf*'],
    ['a\\b \\\\ c', 'a\\b \\ c'],
    // Ends of lines.
    ['Un  \ndeux', 'Un\ndeux'],
    ['Un\\\ndeux', 'Un\ndeux'],
    ['Un<br>deux<BR/>trois', 'Un\ndeux\ntrois'],
    ['Un <brun>deux</brun> <i>trois</i>', 'Un deux trois'],
    // Things.
    ['Voir `code` et ![plan](p.png).', 'Voir \ufffc et \ufffc.'],
    ['Voir [le plan](p.pdf "titre") et ~~un parc~~ **deux _lots_**[^1]', 'Voir le plan et un parc deux lots'],
  ] as const)
    it(`are « ${words.replace(/\n/g, ' / ')} » in « ${source.replace(/\n/g, ' / ')} »`, () => {
      assert.equal(passage(source.includes('[^1]') ? `${source}\n\n[^1]: b` : source).text.replace('[^1]', ''), words);
    });

  /** The source of each word that a pattern finds. */
  for (const [source, pattern, at] of [
    ['L&rsquo;offre &amp; le prix', /le prix/, 'le prix'],
    ['L&rsquo;offre &amp; le prix', /offre & le/, 'offre &amp; le'],
    ['D&eacute;lai de 12&nbsp;mois', /delai de 12 mois/, 'D&eacute;lai de 12&nbsp;mois'],
    ['R&D et lot 2', /lot 2/, 'lot 2'],
    ['R&inconnu; du lot 2', /lot 2/, 'lot 2'],
    ['D&#xE9;lai du lot 2', /lot 2/, 'lot 2'],
    ['D&#233;lai du lot 2', /lot 2/, 'lot 2'],
    ['D&#xE9;lai du lot 2', /delai/, 'D&#xE9;lai'],
    // Signs of another age, or of none, which are read as unknown.
    ['L&#146;offre du lot 2', /lot 2/, 'lot 2'],
    ['&#0; &#1114111; &#1114112; &#55296; lot 2', /lot 2/, 'lot 2'],
    ['a\\b du lot 2', /lot 2/, 'lot 2'],
    ['a\\\\b du lot 2', /lot 2/, 'lot 2'],
    ['a\\&amp; du lot 2', /lot 2/, 'lot 2'],
    [`*${'parc '.repeat(200)}* du lot 2 neuf`, /lot 2/, 'lot 2'],
    ['&#127963; Lot 2', /lot 2/, 'Lot 2'],
    ['1\\. Objet \\*neuf\\*', /\*neuf\*/, '\\*neuf\\*'],
    ['Le *lot* **2** neuf', /lot 2/, 'lot* **2'],
    ['Le `code` du lot 2', /lot 2/, 'lot 2'],
    ['Un  \nlot   2', /lot 2/, 'lot   2'],
    ['Un\\\nlot 2', /lot 2/, 'lot 2'],
    ['Un<br>lot 2', /lot 2/, 'lot 2'],
    ['- Le\n  lot\n  2', /lot 2/, 'lot\n  2'],
    ['[Le lot](u) 2', /lot 2/, 'lot](u) 2'],
    ['Le lot\r\n2 neuf', /lot 2/, 'lot\r\n2'],
    ['Le lot\t2 ; fin', /lot 2/, 'lot\t2'],
    ['| Le lot \\| 2 | b |\n|---|---|', /lot \| 2/, 'lot \\| 2'],
  ] as const)
    it(`stand at « ${at.replace(/\s+/g, ' ')} » in « ${source.replace(/\s+/g, ' ')} »`, () => {
      const found = passage(source);
      const { start, end } = found.at(pattern);
      assert.equal(source.slice(start, end), at);
    });

  it('are all kept beside a sign that no text has, with a place within theirs', () => {
    const source = 'Un \0parc. Un lot.\n\nFin.';
    const { start, end } = passage(source).at(/un lot/);
    assert.ok(start <= end && end <= source.indexOf('\n'));
  });

  it('stand beside the marks of a quotation, line by line', () => {
    const source = '> Le\n> lot\n>\n> > un\n> > parc 2';
    const [first, second] = [...new Draft(source).asides];
    const said = (p: typeof first, pattern: RegExp) => {
      const { start, end } = p?.at(pattern) ?? { start: 0, end: 0 };
      return source.slice(start, end);
    };
    assert.equal(said(first, /le lot/), 'Le\n> lot');
    assert.equal(said(second, /parc 2/), 'parc 2');
    assert.equal(said(second, /un parc/), 'un\n> > parc');
  });

  it('have places for any stretch of them, empty ones included', () => {
    const source = '## Le *lot* 2';
    const found = passage(source);
    const at = (from: number, to: number) => {
      const { start, end } = found.at({ from, to });
      return [start, source.slice(start, end)];
    };
    assert.deepEqual(at(0, 2), [3, 'Le']);
    assert.deepEqual(at(3, 3), [7, '']);
    assert.deepEqual(at(6, 8), [11, ' 2']);
    assert.deepEqual(at(8, 8), [13, '']);
    assert.deepEqual(at(5, 3), [9, '']);
  });

  it('end at their last letter, marks that combine with it included, and before spaces that fold to none', () => {
    const source = 'Le café « neuf » ouvert'.normalize('NFD');
    const found = passage(source);
    const said = (pattern: RegExp) => {
      const { start, end } = found.at(pattern);
      return source.slice(start, end).normalize('NFC');
    };
    assert.equal(said(/cafe/), 'café');
    assert.equal(said(/"neuf/), '« neuf');
    assert.equal(said(/"neuf"/), '« neuf »');
    assert.equal(said(/le cafe "/), 'Le café «');
  });

  it('are a sentence at least where there is a word', () => {
    assert.deepEqual(
      passage('…').sentences.map((s) => s.text),
      ['…'],
    );
    assert.deepEqual(passage('| |\n|---|').sentences, []);
    assert.deepEqual(passage('&#8203;').sentences, []);
    assert.deepEqual(passage('Un parc. &#8203;').sentences.length, 1);
    assert.deepEqual(
      passage('Cœur d’œuvre. Le lot 2 : œuf.').sentences.map((s) => s.text),
      ['Cœur d’œuvre.', 'Le lot 2 : œuf.'],
    );
  });

  it('span from their first letter to their last, without the spaces around', () => {
    for (const source of ['Un parc.&nbsp;', '&nbsp;Un parc.', '| Un parc. |\n|---|', '# Un parc. #']) {
      const { start, end } = passage(source).span;
      assert.equal(source.slice(start, end), 'Un parc.', source);
    }
  });

  it('answer by themselves, without a place in a draft', () => {
    const prose = Prose.asWritten('Le lot 1, cœur du lot 2. Fin.', 0);
    const [first] = prose.sentences;
    assert.ok(first);
    for (const words of [prose, first]) {
      assert.deepEqual([words.has(/lot 2/), words.has(/lot 3/)], [true, false]);
      assert.deepEqual([words.find(/lot \d/)?.from, words.find(/lot \d/, 4)?.from], [3, 19]);
      assert.equal(words.findAll(/lot \d/).length, 2);
    }
    assert.equal(first.folded, 'le lot 1, coeur du lot 2.');
    // The second letter of « œ » is the same unit of the text.
    assert.deepEqual(
      [9, 10, 11, 12, 99].map((unit) => prose.foldedIndex(unit)),
      [9, 10, 11, 13, 30],
    );
    assert.deepEqual(
      [0, 5, 99].map((unit) => Prose.asWritten('Un parc', 0).foldedIndex(unit)),
      [0, 5, 7],
    );
  });
});
