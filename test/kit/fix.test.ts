import assert from 'node:assert/strict';
import {
  addRow,
  appendSection,
  appendToSection,
  field,
  fillCell,
  inSection,
  insertAfter,
  insertBlockAfter,
  removals,
  remove,
  replace,
} from '../../rules/kit/fix.ts';
import { headingAfter, headingAtEnd, headingUnderTitle, headingWithin } from '../../rules/kit/numbering.ts';
import type { Piece } from '../../rules/kit/piece.ts';
import type { Fix } from '../../rules/kit/rule.ts';
import { applyEdits } from '../../server/core/lint.ts';
import { open } from '../rules/tester.ts';

const pieceOf = (text: string): Piece => open([{ path: 'rc.md', text }]).pieces[0] as Piece;
const place = (text: string, words: string) => {
  const start = text.indexOf(words);
  assert.ok(start >= 0, words);
  return { start, end: start + words.length };
};
const applied = (text: string, fix: Fix | undefined) => fix && applyEdits(text, fix.edits);
const section = (piece: Piece, title: RegExp) => {
  const found = piece.draft.sections.find((s) => title.test(s.title));
  assert.ok(found);
  return found;
};

describe('sentences taken out', () => {
  const without = (text: string, ...words: string[]) =>
    applyEdits(
      text,
      removals(
        pieceOf(text),
        words.map((w) => place(text, w)),
      ),
    );
  it('leave no blank line, no empty item and no doubled space', () => {
    assert.equal(without('Un.\n\nDeux.\n\nTrois.\n', 'Deux.'), 'Un.\n\nTrois.\n');
    assert.equal(without('Un.\r\n\r\nDeux\r\nlignes.\r\n\r\nTrois.\r\n', 'Deux\r\nlignes.'), 'Un.\r\n\r\nTrois.\r\n');
    assert.equal(without('Un.\n\nDeux.\n', 'Deux.'), 'Un.\n');
    assert.equal(without('- un ;\n- deux ;\n- trois.\n', 'deux ;'), '- un ;\n- trois.\n');
    assert.equal(without('Un. Deux. Trois.\n', 'Deux.'), 'Un. Trois.\n');
    assert.equal(without('Un. Deux.\nTrois.\n', 'Deux.'), 'Un.\nTrois.\n');
    assert.equal(without('Un.\n\nDeux. Trois.\n\nQuatre.\n', 'Deux.', 'Trois.'), 'Un.\n\nQuatre.\n');
  });
  it('stay where other words stand beside them', () => {
    assert.equal(without('Un.\n\nDeux. Trois.\n', 'Deux.'), 'Un.\n\nTrois.\n');
    assert.equal(without('| Un. |\n|---|\n| Deux. |\n', 'Deux.'), '| Un. |\n|---|\n| |\n');
  });
});

describe('a fix', () => {
  it('writes as the draft does: apostrophes, no-break spaces, ends of lines', () => {
    const draft = 'L’acheteur a dit : « oui »\u00a0! C’est l’offre\u00a0; « non »\u00a0?\r\n';
    const fix = replace(pieceOf(draft), place(draft, 'oui'), "l'offre : « 5 % »\nfin ;", 'Remplacer');
    assert.equal(fix.edits[0]?.text, 'l’offre\u00a0: «\u00a05\u00a0%\u00a0»\r\nfin\u00a0;');
    const plain = "L'acheteur a dit oui\n";
    assert.equal(
      replace(pieceOf(plain), place(plain, 'oui'), "l'offre : « 5 % »\nfin", 'Remplacer').edits[0]?.text,
      "l'offre : « 5 % »\nfin",
    );
  });

  it('inserts words right after others', () => {
    const text = 'La marque X est exigée.\n';
    assert.equal(
      applied(text, insertAfter(pieceOf(text), place(text, 'marque X'), ' ou équivalent', 'Ajouter')),
      'La marque X ou équivalent est exigée.\n',
    );
  });

  it('inserts a paragraph after the whole block, with one empty line on each side', () => {
    const below = (text: string, words: string) =>
      applied(text, insertBlockAfter(pieceOf(text), place(text, words), 'Neuf.', 'A'));
    assert.equal(below('Un.\n\nDeux.\n', 'Un'), 'Un.\n\nNeuf.\n\nDeux.\n');
    assert.equal(below('Un.\n\nDeux.\n', 'Deux'), 'Un.\n\nDeux.\n\nNeuf.\n');
    assert.equal(below('- a\n- b\n\nFin.\n', 'a'), '- a\n- b\n\nNeuf.\n\nFin.\n');
    assert.equal(below('Un.\n# Titre\n', 'Un'), 'Un.\n\nNeuf.\n\n# Titre\n');
  });

  it('leaves blank lines as they are, and its own text without those around', () => {
    const below = (text: string, words: string) =>
      applied(text, insertBlockAfter(pieceOf(text), place(text, words), '\n Neuf.\n\n', 'A'));
    assert.equal(below('Un.\n  \nDeux.\n', 'Un'), 'Un.\n\nNeuf.\n  \nDeux.\n');
    assert.equal(below('Un.\r\n\r\nDeux.\r\n', 'Un'), 'Un.\r\n\r\nNeuf.\r\n\r\nDeux.\r\n');
    assert.equal(below('Un.\n\n```\ncode\n', 'code'), 'Un.\n\nNeuf.\n\n```\ncode\n');
    const text = '## 1. A\n';
    assert.equal(
      applied(text, appendSection(pieceOf(text), 'Prix', ' Neuf.\n', 'A')),
      '## 1. A\n\n## 2. Prix\n\nNeuf.\n',
    );
    // Between two blocks is in none: the end of the piece.
    const apart = '\n\nUn.\n\nDeux.\n';
    assert.equal(
      applied(apart, insertBlockAfter(pieceOf(apart), { start: 0, end: 0 }, 'Neuf.', 'A')),
      '\n\nUn.\n\nDeux.\n\nNeuf.\n',
    );
  });

  it('is to be looked at before it is taken, unless it is told to be safe', () => {
    const text = 'Un [deux].\n\n| a |\n|---|\n\n```\ncode';
    const piece = pieceOf(text);
    const [table] = piece.draft.tables;
    assert.ok(table);
    const at = place(text, 'deux');
    assert.deepEqual(
      [
        replace(piece, at, 'a', 'A'),
        insertAfter(piece, at, 'a', 'A'),
        insertBlockAfter(piece, at, 'a', 'A'),
        insertBlockAfter(piece, place(text, 'code'), 'a', 'A'),
        addRow(piece, table, ['1'], 'A'),
        remove(piece, at, 'A'),
      ].map(({ grade, title }) => `${title} ${grade}`),
      Array(6).fill('A review'),
    );
    assert.equal(replace(piece, at, 'a', 'A', 'safe').grade, 'safe');
    assert.equal(insertAfter(piece, at, 'a', 'A', 'safe').grade, 'safe');
    assert.equal(field('nom du lot'), '[à compléter : nom du lot]');
  });

  it('goes above a fence or a comment that is left open: it would be swallowed', () => {
    const text = 'Un.\n\n```\ncode\n';
    assert.equal(
      applied(text, insertBlockAfter(pieceOf(text), place(text, 'code'), 'Neuf.', 'A')),
      'Un.\n\nNeuf.\n\n```\ncode\n',
    );
  });

  it('is but advice where a title in a list would take the paragraph', () => {
    const text = '# A\n\nUn.\n\n- ## B\n';
    const draft = pieceOf(text);
    assert.equal(insertBlockAfter(draft, place(text, 'Un'), 'Neuf.', 'A').grade, 'review');
    assert.equal(
      insertBlockAfter(draft, { start: text.indexOf('- '), end: text.indexOf('- ') }, 'Neuf.', 'A').grade,
      'show',
    );
  });

  it('ends a section, or comes before its parts', () => {
    const text = '# A\n\nUn.\n\n## B\n\nDeux.\n\n# C\n\nTrois.\n';
    const piece = pieceOf(text);
    assert.equal(
      applied(text, appendToSection(piece, section(piece, /^a$/), 'Neuf.', 'A')),
      text.replace('Deux.\n', 'Deux.\n\nNeuf.\n'),
    );
    assert.equal(
      applied(text, inSection(piece, section(piece, /^a$/), 'Neuf.', 'A')),
      text.replace('Un.\n', 'Un.\n\nNeuf.\n'),
    );
    assert.equal(applied('', appendToSection(pieceOf(''), pieceOf('').draft.root, 'Neuf.', 'A')), 'Neuf.');
    assert.equal(
      applied('## 1. A\n\nUn.\n', appendSection(pieceOf('## 1. A\n\nUn.\n'), 'Prix', 'Neuf.', 'A')),
      '## 1. A\n\nUn.\n\n## 2. Prix\n\nNeuf.\n',
    );
  });

  it('adds a row of as many cells as the table has columns', () => {
    const text = '| a | b | c |\n|---|---|---|\n| 1 | 2 | 3 |\n';
    const piece = pieceOf(text);
    const [table] = piece.draft.tables;
    assert.ok(table);
    assert.equal(applied(text, addRow(piece, table, ['4', '5', '6', '7'], 'A')), `${text.trimEnd()}\n| 4 | 5 | 6 |\n`);
    assert.equal(applied(text, addRow(piece, table, ['4'], 'A')), `${text.trimEnd()}\n| 4 |  |  |\n`);
  });

  it('fills a cell that is empty, and no other', () => {
    const text = '| a | b |\n|---|---|\n| 1 | |\n| 2 |  |\n';
    const piece = pieceOf(text);
    const cells = piece.draft.tables[0]?.rows.map((row) => row.cells) ?? [];
    assert.equal(applied(text, fillCell(piece, cells[0]?.[1], 'x', 'A')), text.replace('| 1 | |', '| 1 | x |'));
    assert.equal(fillCell(piece, cells[0]?.[0], 'x', 'A'), undefined);
    assert.equal(fillCell(piece, undefined, 'x', 'A'), undefined);
    const tight = '| a | b |\n|---|---|\n| 1 ||\n';
    const own = pieceOf(tight);
    assert.equal(
      applied(tight, fillCell(own, own.draft.tables[0]?.rows[0]?.cells[1], 'x', 'A')),
      tight.replace('| 1 ||', '| 1 | x |'),
    );
  });

  it('removes words with the space that they leave doubled', () => {
    const gone = (text: string, words: string) => applied(text, remove(pieceOf(text), place(text, words), 'A'));
    assert.equal(gone('un deux trois', 'deux'), 'un trois');
    assert.equal(gone('un deux, trois', 'deux'), 'un, trois');
    assert.equal(gone('un deux', 'deux'), 'un');
    assert.equal(gone('deux trois', 'deux'), 'trois');
    assert.equal(gone('un deux-trois', 'deux'), 'un -trois');
    assert.equal(gone('un\u00a0deux ; trois', 'deux'), 'un ; trois');
    assert.equal(gone('un deux.', 'deux'), 'un.');
    assert.equal(gone('un (deux) trois', 'deux'), 'un () trois');
  });
});

describe('a draft without a word', () => {
  it('has a section at its top, which holds nothing', () => {
    const { root } = pieceOf('').draft;
    assert.deepEqual(
      [root.span.start, root.span.end, root.title, root.number, root.article],
      [0, 0, '', undefined, root],
    );
  });
});

describe('a new heading', () => {
  const follows = (text: string, title: RegExp) => {
    const { draft } = pieceOf(text);
    return headingAfter(draft, section(pieceOf(text), title), 'Prix');
  };

  it('has the number that follows, in the figures of its neighbour', () => {
    for (const [text, title, added] of [
      ['## Article premier – Objet\n', /objet/, '## Article 2 – Prix'],
      ['## Article 1er – Objet\n', /objet/, '## Article 2 – Prix'],
      ['## ARTICLE 1er : OBJET\n', /objet/, '## ARTICLE 2 : PRIX'],
      ['## 09. Objet\n', /objet/, '## 10. Prix'],
      ['## 5.3 Objet\n', /objet/, '## 5.4 Prix'],
      ['## IV. Objet\n', /objet/, '## V. Prix'],
      ['## VIII - Objet\n', /objet/, '## IX - Prix'],
      ['## B) Objet\n', /objet/, '## C) Prix'],
      ['## 4. OBJET DU MARCHÉ\n', /objet/, '## 5. PRIX'],
      ['## Objet\n', /objet/, '## Prix'],
      ['**4. Objet**\n', /objet/, '**5. Prix**'],
      ['**Objet**\n', /objet/, '**Prix**'],
      ['4. Objet\n\nUn parc.\n', /objet/, '5. Prix'],
      ['4) OBJET\n\nUn parc.\n', /objet/, '5) PRIX'],
    ] as const) {
      const { draft } = pieceOf(text);
      assert.equal(headingAfter(draft, section(pieceOf(text), title), 'Prix'), added, text);
    }
  });

  it('has none where the next number is taken: nothing is renumbered', () => {
    assert.equal(follows('## 1. Objet\n\n## 2. Durée\n', /objet/), '## Prix');
    assert.equal(follows('## 1. Objet\n\n## 2. Durée\n', /duree/), '## 3. Prix');
  });

  it('is the first part of an empty numbered article, or follows the last part', () => {
    const within = (text: string) => headingWithin(pieceOf(text).draft, section(pieceOf(text), /objet/), 'Prix');
    assert.equal(within('## Article 5 – Objet\n'), '### 5.1 Prix');
    assert.equal(within('## Article 5 – Objet\n\nTexte.\n'), '### Prix');
    assert.equal(within('## 5. Objet\n\n### 5.1 Lots\n\n### 5.2 Durée\n'), '### 5.3 Prix');
    assert.equal(within('## IV. Objet\n'), '### Prix');
  });

  it('at the end follows the last article, and under the title has the level of the first one', () => {
    assert.equal(headingAtEnd(pieceOf('# RC\n\n## 1. Objet\n\n## 2. Lots\n').draft, 'Prix'), '## 3. Prix');
    assert.equal(headingAtEnd(pieceOf('# RC\n\n### Objet\n').draft, 'Prix'), '### Prix');
    assert.equal(headingAtEnd(pieceOf('Texte.\n').draft, 'Prix'), '## Prix');
    assert.equal(headingUnderTitle(pieceOf('# RC\n\n### Objet\n').draft, 'Prix'), '### Prix');
    assert.equal(headingUnderTitle(pieceOf('# RC\n').draft, 'Prix'), '## Prix');
  });
});
