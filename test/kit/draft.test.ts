import assert from 'node:assert/strict';
import { Draft, type Reader } from '../../rules/kit/draft.ts';
import { fr } from '../../rules/kit/french/pattern.ts';
import { BlockCache } from '../../rules/kit/markdown/block.ts';

const TEXT = [
  '---\ndce:\n  piece: rc\n---',
  '# Règlement de la consultation',
  'Le lot 1 est un parc. Le lot 2 est un square !',
  '> Le lot 9 est cité.',
  '## Pièces',
  '- le plan du lot 3 ;\n- le devis.',
  '<!-- à revoir -->',
  '<table><tr><td>Lot 8</td></tr></table>',
  '| Lot | Objet |\n|---|---|\n| 4 | Rue |',
  'Fin <!-- ici --> du lot 5.  ',
  '',
].join('\n\n');

const LOT = fr`lot ${/(?<n>\d)/}`;

describe('a draft', () => {
  const draft = new Draft(TEXT);
  const words = (span: { start: number; end: number } | undefined) => span && TEXT.slice(span.start, span.end);

  it('has passages in order, quotations and notes apart', () => {
    assert.deepEqual(
      draft.passages.map((p) => `${p.kind} ${p.text}`),
      [
        'heading Règlement de la consultation',
        'paragraph Le lot 1 est un parc. Le lot 2 est un square !',
        'heading Pièces',
        'item le plan du lot 3 ;',
        'item le devis.',
        'cell Lot 8',
        'cell Lot',
        'cell Objet',
        'cell 4',
        'cell Rue',
        'paragraph Fin  du lot 5.',
      ],
    );
    const [aside, ...more] = draft.asides;
    assert.ok(aside && more.length === 0);
    assert.deepEqual([aside.text, aside.isQuoted, draft.isAside(aside)], ['Le lot 9 est cité.', true, true]);
    assert.ok(draft.passages.every((p) => !p.isQuoted && !draft.isAside(p)));
    // Its rank counts it.
    assert.deepEqual(
      [...draft.passages.map((p) => p.index), aside.index].sort((a, b) => a - b),
      [...Array(12).keys()],
    );
  });

  it('has sentences, headings, and a title', () => {
    assert.deepEqual(
      draft.sentences.slice(0, 4).map((s) => s.text),
      ['Règlement de la consultation', 'Le lot 1 est un parc.', 'Le lot 2 est un square !', 'Pièces'],
    );
    assert.deepEqual(
      draft.headings.map((p) => p.text),
      ['Règlement de la consultation', 'Pièces'],
    );
    assert.equal(draft.title?.text, 'Règlement de la consultation');
    assert.equal(new Draft('Un parc.\n\nUn lot.').title?.text, 'Un parc.');
    assert.equal(new Draft('Un parc.\n\n## Lots').title?.text, 'Lots');
    assert.equal(new Draft('').title, undefined);
    assert.deepEqual(
      draft.sectionsTitled(fr`pièces?`).map((s) => s.title),
      ['pieces'],
    );
  });

  it('has front matter, comments and a table of HTML with their places', () => {
    assert.equal(draft.frontMatter?.yaml, 'dce:\n  piece: rc');
    assert.equal(draft.frontMatter?.start, 4);
    assert.equal(words(draft.frontMatter?.span), '---\ndce:\n  piece: rc\n---');
    assert.equal(new Draft('\ufeff---\na: 1\n---\n').frontMatter?.start, 5);
    assert.equal(new Draft('# RC').frontMatter, undefined);
    const below = new Draft('Un.\n\n---\na: 1\n---\n\nFin.');
    assert.deepEqual([below.frontMatter, ...below.passages.map((p) => p.text)], [undefined, 'Un.', 'a: 1', 'Fin.']);
    assert.equal(new Draft('').frontMatter, undefined);
    assert.deepEqual(
      draft.comments.map(({ span, text }) => [text, words(span)]),
      [
        [' à revoir ', '<!-- à revoir -->'],
        [' ici ', '<!-- ici -->'],
      ],
    );
    assert.equal(words(draft.tables[0]?.span), '<table><tr><td>Lot 8</td></tr></table>');
  });

  it('has a length, an end after its last word, and lines', () => {
    assert.equal(draft.length, TEXT.length);
    assert.deepEqual([draft.end.start, draft.end.end], [TEXT.trimEnd().length, TEXT.trimEnd().length]);
    assert.deepEqual(draft.positionAt(TEXT.indexOf('## Pièces') + 3), { line: 11, character: 3 });
    assert.equal(draft.offsetAt({ line: 11, character: 3 }), TEXT.indexOf('Pièces'));
  });

  it('is sliced, and out of it is nothing', () => {
    const parc = TEXT.indexOf('parc');
    assert.equal(draft.slice({ start: parc, end: parc + 4 }), 'parc');
    assert.equal(draft.slice({ start: -5, end: 3 }), '---');
    assert.equal(draft.slice({ start: TEXT.length, end: TEXT.length + 9 }), '');
    assert.equal(draft.slice({ start: parc, end: parc }), '');
  });

  it('knows what stands at a place', () => {
    const at = (word: string) => TEXT.indexOf(word);
    assert.equal(draft.passageAt(at('parc'))?.text, 'Le lot 1 est un parc. Le lot 2 est un square !');
    assert.equal(draft.passageAt(at('Le lot 1'))?.text, 'Le lot 1 est un parc. Le lot 2 est un square !');
    assert.equal(draft.passageAt(at(' !') + 2)?.text, 'Le lot 1 est un parc. Le lot 2 est un square !');
    assert.equal(draft.passageAt(at('Rue'))?.text, 'Rue');
    assert.equal(draft.passageAt(at('Lot 8'))?.text, 'Lot 8');
    assert.equal(draft.passageAt(at('devis'))?.text, 'le devis.');
    for (const word of ['piece: rc', 'Le lot 9', 'à revoir']) assert.equal(draft.passageAt(at(word)), undefined, word);
    assert.equal(draft.passageAt(TEXT.length), undefined);

    assert.equal(draft.sectionAt(0), draft.root);
    assert.equal(draft.sectionAt(at('# Règlement')).title, 'reglement de la consultation');
    assert.equal(draft.sectionAt(at('## Pièces') - 1).title, 'reglement de la consultation');
    assert.equal(draft.sectionAt(at('## Pièces')).title, 'pieces');
    assert.equal(draft.sectionAt(TEXT.length).title, 'pieces');

    assert.equal(words(draft.blockAt(at('devis'))?.span), '- le plan du lot 3 ;\n- le devis.');
    assert.equal(words(draft.blockAt(at('## Pièces'))?.span), '## Pièces');
    assert.equal(words(draft.blockAt(at('## Pièces') + 9)?.span), '## Pièces');
    assert.equal(draft.blockAt(at('## Pièces') + 10), undefined);
    assert.equal(draft.blockAt(TEXT.length), undefined);
  });

  it('goes from a passage or sentence to the next ones', () => {
    const [title, lots, pieces] = draft.passages;
    assert.equal(lots?.before, title);
    assert.equal(lots?.after, pieces);
    assert.equal(title?.before, undefined);
    assert.equal(draft.passages.at(-1)?.after, undefined);
    const [first, second] = lots?.sentences ?? [];
    assert.deepEqual([first?.next, second?.previous], [second, first]);
    assert.deepEqual([first?.previous, second?.next], [undefined, undefined]);
    assert.deepEqual([first?.index, second?.index], [0, 1]);
    assert.equal(second?.section, draft.root.children[0]);
  });

  it('says where words stand in a passage, a sentence, a cell', () => {
    const lots = draft.passages[1];
    const second = lots?.sentences[1];
    assert.ok(lots && second);
    assert.equal(words(lots.at(LOT)), 'lot 1');
    assert.equal(words(second.at(LOT)), 'lot 2');
    assert.equal(words(second.at(second.find(fr`square`))), 'square');
    assert.equal(words(second.at(fr`rue`)), 'Le lot 2 est un square !');
    assert.equal(words(second.at()), words(second.span));
    assert.equal(words(lots.span), 'Le lot 1 est un parc. Le lot 2 est un square !');
    assert.equal(words(draft.passages[0]?.node), '# Règlement de la consultation');
    assert.equal(words(draft.passages[0]?.span), 'Règlement de la consultation');
    assert.deepEqual(
      lots.findAll(LOT).map((m) => m.groups.n),
      ['1', '2'],
    );
    assert.equal(lots.find(LOT, 8)?.groups.n, '2');
    assert.deepEqual([lots.has(LOT), lots.has(fr`rue`), second.has(fr`parc`)], [true, false, false]);
    assert.equal(
      lots.read((folded) => folded.length),
      lots.folded.length,
    );
    const padded = new Draft('| Lot  |  Parc  urbain  |\n|---|---|').passages[1];
    assert.equal(padded && new Draft('| Lot  |  Parc  urbain  |\n|---|---|').slice(padded.span), 'Parc  urbain');
    const blank = new Draft('| Lot |   |\n|---|---|').passages[1];
    assert.equal(blank?.span.start, blank?.span.end);
  });

  it('tells the place of an item and of a cell', () => {
    const [plan, devis] = draft.passages.filter((p) => p.list);
    assert.deepEqual([plan?.list?.index, devis?.list?.index, devis?.cell], [0, 1, undefined]);
    const rue = draft.passages.find((p) => p.text === 'Rue');
    assert.deepEqual([rue?.cell, rue?.list], [{ table: 0, row: 1, column: 1 }, undefined]);
  });
});

describe('what is sought in a draft', () => {
  const draft = new Draft(TEXT);

  it('is found in sentences and passages, in order, asides left out', () => {
    assert.deepEqual(
      draft.sentencesWith(LOT).map((s) => s.text),
      [
        'Le lot 1 est un parc.',
        'Le lot 2 est un square !',
        'le plan du lot 3 ;',
        'Lot 8',
        'Fin <!-- ici --> du lot 5.',
      ],
    );
    assert.deepEqual(
      draft.passagesWith(LOT).map((p) => p.kind),
      ['paragraph', 'item', 'cell', 'paragraph'],
    );
    assert.deepEqual(draft.sentencesWith(fr`avenue`), []);
    assert.deepEqual(draft.passagesWith(fr`avenue`), []);
    // Of two sentences only the one that holds it.
    assert.deepEqual(
      draft.sentencesWith(fr`square`).map((s) => s.text),
      ['Le lot 2 est un square !'],
    );
  });

  it('may be a reading of the words, which then gives something', () => {
    const ends = (folded: string) => (folded.endsWith(' !') ? [1] : []);
    assert.deepEqual(
      draft.sentencesWith(ends).map((s) => s.text),
      ['Le lot 2 est un square !'],
    );
    assert.deepEqual(draft.passagesWith(ends).length, 1);
    assert.deepEqual(
      draft.passagesWith(() => 0),
      [],
    );
    assert.deepEqual(
      draft.passagesWith(() => ''),
      [],
    );
    assert.equal(draft.passagesWith(() => true).length, draft.passages.length);
  });

  it('is collected by a reader, with the sentence it stands in', () => {
    const reader: Reader<string> = (phrase) => phrase.find(LOT)?.groups.n;
    assert.deepEqual(
      draft.collect(reader).map(({ value, sentence }) => [value, sentence.passage.kind]),
      [
        ['1', 'paragraph'],
        ['2', 'paragraph'],
        ['3', 'item'],
        ['8', 'cell'],
        ['5', 'paragraph'],
      ],
    );
    assert.equal(draft.collect(reader), draft.collect(reader));
    const cells: Reader<string> = (phrase, { kind }) => (kind === 'cell' ? phrase.folded : undefined);
    assert.deepEqual(
      draft.collect(cells).map(({ value }) => value),
      ['lot 8', 'lot', 'objet', '4', 'rue'],
    );
    assert.deepEqual(
      draft.collect(() => []),
      [],
    );
  });

  it('is not found in a quotation that is edited', () => {
    const quoted = new Draft('Le lot 1.\n\n> Un avis.\n\nFin.');
    assert.equal(quoted.passagesWith(LOT).length, 1);
    assert.ok(quoted.edit(quoted.text.replace('Un avis', 'Le lot 9')));
    assert.equal(quoted.passagesWith(LOT).length, 1);
  });

  it('is kept up to date by edits in place', () => {
    const edited = new Draft('Le lot 1. Le parc.\n\nLe lot 2.\n\nLa rue.\n\nLe lot 4.');
    const reader: Reader<string> = (phrase) => phrase.find(LOT)?.groups.n;
    const found = () => [
      edited
        .collect(reader)
        .map(({ value }) => value)
        .join(' '),
      edited
        .sentencesWith(LOT)
        .map((s) => s.text)
        .join(' '),
      edited.passagesWith(LOT).length,
    ];
    assert.deepEqual(found(), ['1 2 4', 'Le lot 1. Le lot 2. Le lot 4.', 3]);
    for (const [old, now, after] of [
      ['La rue', 'Le lot 3', ['1 2 3 4', 'Le lot 1. Le lot 2. Le lot 3. Le lot 4.', 4]],
      ['Le lot 1', 'Le bois', ['2 3 4', 'Le lot 2. Le lot 3. Le lot 4.', 3]],
      ['Le parc', 'Le lot 5', ['5 2 3 4', 'Le lot 5. Le lot 2. Le lot 3. Le lot 4.', 4]],
      ['lot 4', 'lot 6', ['5 2 3 6', 'Le lot 5. Le lot 2. Le lot 3. Le lot 6.', 4]],
      ['Le lot 3', 'La rue', ['5 2 6', 'Le lot 5. Le lot 2. Le lot 6.', 3]],
    ] as const) {
      assert.ok(edited.edit(edited.text.replace(old, now)), now);
      assert.deepEqual(found(), after, now);
    }
  });
});

describe('a long draft', () => {
  it('can be read a bit at a time', () => {
    const cache = new BlockCache();
    const steps = Draft.reading(TEXT, cache);
    let pauses = 0;
    for (;;) {
      const step = steps.next();
      if (step.done) {
        assert.equal(step.value.text, TEXT);
        assert.equal(step.value.passages.length, new Draft(TEXT).passages.length);
        assert.deepEqual(step.value.tables.length, 2);
        break;
      }
      pauses++;
    }
    // At least once a block.
    assert.ok(pauses >= new Draft(TEXT).blocks.length);
  });

  it('shares what was read of equal blocks, but for front matter', () => {
    const cache = new BlockCache();
    const [first, second] = [new Draft('Un parc.\n\nUn lot.', cache), new Draft('Un lot.\n\nUn parc.', cache)];
    assert.equal(first.blocks[0]?.content, second.blocks[1]?.content);
    const front = '---\na: 1\n---';
    assert.equal(cache.read(front, true).frontMatter?.yaml, 'a: 1');
    assert.equal(cache.read(front, false).frontMatter, undefined);
    assert.equal(cache.read('Un parc.', true), cache.read('Un parc.', false));
  });
});

describe('a title in plain words', () => {
  const titles = (text: string) => new Draft(text).headings.map((h) => h.text);
  const SENTENCE = 'Les offres sont jugées sur le prix, la valeur technique et le délai de livraison proposé.';

  it('is one over its text, where no title is marked', () => {
    assert.deepEqual(titles(`Jugement des offres\n\n${SENTENCE}\n`), ['Jugement des offres']);
    assert.deepEqual(titles(`${SENTENCE}\nJugement des offres\n${SENTENCE}\n`), ['Jugement des offres']);
    assert.deepEqual(titles(`${SENTENCE}\n\n• le plan ;\n• le devis.\nJugement des offres\n${SENTENCE}\n`), [
      'Jugement des offres',
    ]);
  });

  it('is none beside titles that are marked, over a short line, with a verb or in a sentence', () => {
    assert.deepEqual(titles(`# Règlement\n\nJugement des offres\n\n${SENTENCE}\n`), ['Règlement']);
    for (const text of [
      'Direction des achats\n\nMairie de Brest\n',
      `Les offres sont jugées\n\n${SENTENCE}\n`,
      `Les offres remises par les candidats sont jugées au regard des critères de\nValeur technique\n${SENTENCE}\n`,
      `Jugement des offres :\n\n${SENTENCE}\n`,
    ])
      assert.deepEqual(titles(text), [], text);
  });

  it('begins no article', () => {
    const { sections } = new Draft(`4.1 Droits\n\n${SENTENCE}\n\nDurée de la cession\n\n${SENTENCE}\n`);
    assert.equal(sections.at(-1)?.title, 'duree de la cession');
    assert.equal(sections.at(-1)?.article.title, 'droits');
  });
});
