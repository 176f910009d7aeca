import assert from 'node:assert/strict';
import { Draft } from '../../rules/kit/draft.ts';
import { planEdit, sameSentences, sameWords } from '../../rules/kit/edit.ts';
import { type PassageContent, readBlock } from '../../rules/kit/markdown/block.ts';
import { difference } from '../../rules/kit/markdown/difference.ts';
import { Prose } from '../../rules/kit/markdown/prose.ts';

const firstOf = (text: string): PassageContent => {
  const [passage] = readBlock(text, false).passages;
  assert.ok(passage);
  return passage;
};

describe('an edit', () => {
  /** What is read again, how many blocks only move and by how much; undefined when the draft is to be read anew. */
  const plan = (old: string, text: string): string | undefined => {
    const { blocks } = new Draft(old);
    const made = planEdit(blocks, text, difference(old, text));
    if (!made) return undefined;
    const texts = made.renewed.map(({ block, chunk }) => `${block.index} ${chunk.text}`);
    return `${texts.join(' / ')} ; ${blocks.length - made.moved} by ${made.by}`;
  };

  it('has but the blocks around it read again', () => {
    const old = 'Un.\n\nDeux.\n\nTrois.\n\nQuatre.\n\nCinq.';
    assert.equal(plan(old, old.replace('Trois', 'Trois bis')), '1 Deux. / 2 Trois bis. ; 2 by 4');
    assert.equal(plan(old, old.replace('Quatre', 'Quatr')), '2 Trois. / 3 Quatr. ; 1 by -1');
    assert.equal(plan(old, old.replace('Deux', 'Dix')), '0 Un. / 1 Dix. ; 3 by -1');
    assert.equal(plan(old, old.replace('Trois', 'Douze')), '1 Deux. / 2 Douze. ; 2 by 0');
    assert.equal(plan(old, old.replace('Un', 'Vingt')), '0 Vingt. ; 4 by 3');
    assert.equal(plan(old, old.replace('Cinq', 'Six')), '3 Quatre. / 4 Six. ; 0 by -1');
  });

  it('between two blocks touches the one before', () => {
    const old = 'Un.\n\nDeux.\n\nTrois.\n\nQuatre.';
    assert.equal(plan(old, old.replace('\n\nTrois', '\n\n\nTrois')), '1 Deux. ; 2 by 1');
  });

  it('goes on to where the text is cut as it was', () => {
    const old = 'Un.\n\n- a\n\nDeux.\n\n# B\n\nTrois.';
    assert.equal(plan(old, old.replace('- a', '- a\n- b')), '0 Un. / 1 - a\n- b ; 3 by 4');
    // A comment left open takes all that follows.
    assert.equal(plan(old, old.replace('Un.', '<!-- Un.')), undefined);
  });

  it('cannot be made in place when a block comes, goes, parts or joins another', () => {
    const old = 'Un.\n\nDeux.\n\nTrois.';
    for (const text of [
      'Un.\n\nDeux.\n\nTrois.\n\nQuatre.',
      'Un.\n\nDeux.',
      'Un.\n\nDe\n\nux.\n\nTrois.',
      'Un.\nDeux.\n\nTrois.',
      '',
      'Zéro.\n\nUn.\n\nDeux.\n\nTrois.',
    ])
      assert.equal(plan(old, text), undefined, text);
    assert.equal(plan('', 'Un.'), undefined);
  });

  it('cannot be made in place where front matter stands or may stand', () => {
    assert.equal(plan('---\na: 1\n---\n\nUn.', '---\na: 2\n---\n\nUn.'), undefined);
    assert.equal(plan('---\na: 1\n---\n\nUn.', '---\na: 1\n---\n\nDeux.'), undefined);
    assert.equal(plan('Un.\n\nDeux.', '--- Un.\n\nDeux.'), undefined);
    assert.equal(
      plan('---\na: 1\n---\n\nUn.\n\nDeux.\n\nTrois.', '---\na: 1\n---\n\nUn.\n\nDeux.\n\nSix.'),
      '2 Deux. / 3 Six. ; 0 by -2',
    );
  });

  it('may be made beside a line that looks like the bounds of front matter', () => {
    assert.equal(plan('Un.\n\n---\n\nDeux.', 'Un.\n\n---\n\nDix.'), '1 --- / 2 Dix. ; 0 by -1');
  });

  it('leaves a mark of byte order out', () => {
    assert.equal(plan('\ufeffUn.\n\nDeux.', '\ufeffUne.\n\nDeux.'), '0 Une. ; 1 by 1');
  });
});

describe('a draft is edited in place', () => {
  /** True when it could be, and the draft then says what one read anew says. */
  const inPlace = (old: string, text: string): boolean => {
    const draft = new Draft(old);
    const spans = draft.passages.map((p) => p.node);
    if (!draft.edit(text)) {
      assert.equal(draft.text, old, 'a draft that cannot be edited stays as it is');
      return false;
    }
    const anew = new Draft(text);
    assert.equal(draft.text, text);
    assert.deepEqual(
      draft.passages.map((p, i) => [p.text, spans[i]?.start, spans[i]?.end, p.heading, p.sentences.map((s) => s.text)]),
      anew.passages.map((p) => [p.text, p.node.start, p.node.end, p.heading, p.sentences.map((s) => s.text)]),
    );
    assert.deepEqual(
      draft.blocks.map((b) => [b.start, b.length, b.line]),
      anew.blocks.map((b) => [b.start, b.length, b.line]),
    );
    assert.deepEqual(draft.style, anew.style);
    return true;
  };
  const QUOTED = '> Un avis.\n\nUn parc.';
  const TABLE = '| Lot | Objet |\n|---|---|\n| 1 | |\n\nFin.';

  for (const [what, old, text] of [
    ['for words typed in a paragraph', 'Un parc.\n\nUn lot.', 'Un grand parc.\n\nUn lot.'],
    [
      'far into it',
      'Un.\n\nDeux.\n\nTrois.\n\nQuatre.\n\nCinq.\n\nSix.',
      'Un.\n\nDeux.\n\nTrois.\n\nQuatre.\n\nCinq\nbis.\n\nSix.',
    ],
    ['between what looks like front matter', 'Un.\n\n---\na: 1\n---\n\nFin.', 'Un.\n\n---\na: un\n---\n\nFin.'],
    ['for a line more in a paragraph', 'Un parc.\n\nUn lot.\n\nFin.', 'Un\nparc.\n\nUn lot.\n\nFin.'],
    ['for a sentence more', 'Un parc. Un lot.\n\nFin.', 'Un parc. Deux rues. Un lot.\n\nFin.'],
    ['for a sentence less', 'Un parc. Deux rues. Un lot.\n\nFin.', 'Un parc. Un lot.\n\nFin.'],
    ['for other words in a title', '## 5. Objet\n\nUn parc.', '## 5. Objets\n\nUn parc.'],
    ['for other words in a bold title', '**5. Objet**\n\nUn parc.', '**5. Objets**\n\nUn parc.'],
    ['for other words in an item', '- a\n- b\n\nFin.', '- a\n- bc\n\nFin.'],
    ['for other words in a cell', TABLE, TABLE.replace('| 1 |', '| 12 |')],
    ['for other words in a quotation', QUOTED, QUOTED.replace('Un avis', 'Deux avis')],
    ['for a note to the drafter put in a quotation', QUOTED, QUOTED.replace('Un avis', 'Note au rédacteur : un avis')],
    ['for blank lines', 'Un parc.\n\nUn lot.', 'Un parc.\n\n\n\nUn lot.'],
    ['for emphasis', 'Un parc neuf.\n\nUn lot.', 'Un *parc* neuf.\n\nUn lot.'],
    ['for nothing', 'Un parc.', 'Un parc.'],
    ['for a comment that moves', 'Un parc.\n\n<!-- a -->', 'Un grand parc.\n\n<!-- a -->'],
    ['for words beside a comment', 'Un <!-- a --> parc.', 'Un <!-- a --> grand parc.'],
    ['for CRLF where CRLF is', 'Un.\r\n\r\nDeux.\r\n\r\nTrois.', 'Un.\r\n\r\nDe\r\nux.\r\n\r\nTrois.'],
    [
      'for the feet of a table of HTML',
      '<table>\n<tr><td>a</td></tr>\n</table>',
      '<table>\n<tr><td>b</td></tr>\n</table>',
    ],
  ] as const)
    it(what, () => {
      assert.ok(inPlace(old, text));
    });

  for (const [what, old, text] of [
    ['when a paragraph becomes a title', 'Objet\n\nUn parc.', '# Objet\n\nUn parc.'],
    ['when a title changes its level', '# Objet\n\nUn parc.', '## Objet\n\nUn parc.'],
    ['when a title changes its number', '## 5. Objet\n\nUn parc.', '## 6. Objet\n\nUn parc.'],
    ['when a title changes the word before its number', '## Lot 5 : Parc\n\nUn.', '## Volet 5 : Parc\n\nUn.'],
    ['when a title gets a number', '## Objet\n\nUn parc.', '## 5. Objet\n\nUn parc.'],
    ['when a bold line is no title any more', '**Objet**\n\nUn parc.', '**Objet**.\n\nUn parc.'],
    ['when a title goes on', '**5.1 Objet**\n\nUn parc.', '**5.1 Objet** du parc\n\nUn parc.'],
    ['when a paragraph becomes an item', 'Un parc.\n\nUn lot.', '- Un parc.\n\nUn lot.'],
    ['when an item is added', '- a\n- b\n\nFin.', '- a\n- b\n- c\n\nFin.'],
    ['when a list gets other numbers', '1. a\n2. b\n\nFin.', '3. a\n4. b\n\nFin.'],
    ['when a list gets numbers', '- a\n- b\n\nFin.', '1. a\n2. b\n\nFin.'],
    ['when a box is ticked', '- [ ] a\n\nFin.', '- [x] a\n\nFin.'],
    ['when a list goes into another', '- a\n- b\n\nFin.', '- a\n  - b\n\nFin.'],
    ['when a table gets a column', TABLE, TABLE.replace('| Lot |', '| Lot | N° |').replace('|---|', '|---|---|')],
    ['when a row goes', TABLE, TABLE.replace('\n| 1 | |', '')],
    ['when an empty cell is filled', TABLE, TABLE.replace('| 1 | |', '| 1 | Parc |')],
    ['when a cell is emptied', TABLE, TABLE.replace('| 1 |', '| |')],
    ['when a bold title loses its marks', '**4. Durée**\n\nUn parc.', '4. Durée\n\nUn parc.'],
    ['when a quotation is none any more', '> Un parc.\n\nUn lot.', 'Un parc.\n\nUn lot.'],
    ['when a quoted note becomes a note', '> Note au rédacteur.\n\nUn.', 'Note au rédacteur.\n\nUn.'],
    ['when a paragraph is quoted', 'Un parc.\n\nUn lot.', '> Un parc.\n\nUn lot.'],
    ['when a paragraph becomes a note', 'Un parc.\n\nUn lot.', '[^1]: Un parc.\n\nUn lot.'],
    ['when a note to the drafter is written', 'Un avis.\n\nUn lot.', 'Note au rédacteur : un avis.\n\nUn lot.'],
    ['when it becomes a clause', 'Note au rédacteur : un avis.\n\nUn lot.', 'Un avis.\n\nUn lot.'],
    ['when a comment says something else', 'Un.\n\n<!-- a -->', 'Un.\n\n<!-- b -->'],
    ['when a comment comes', 'Un <i>parc</i>.', 'Un <!-- a --> parc.'],
    ['when a table of HTML comes', '<div>\na\n</div>', '<table>\n<td>a\n</table>'],
    ['when typographic apostrophes take over', "l'un, l’autre", 'l’un, l’autre'],
    ['when typographic apostrophes go', "l’un, l'un, l’autre", "l un, l'un, l’autre"],
    ['when no-break spaces come', 'Un\u00a0: deux : trois', 'Un\u00a0: deux\u00a0: trois'],
    ['when CRLF comes', 'Un.\n\nDeux.\nTrois.', 'Un.\n\nDeux.\r\nTrois.'],
    ['when a block comes', 'Un.\n\nDeux.', 'Un.\n\nUn bis.\n\nDeux.'],
    ['where front matter is', '---\na: 1\n---\n\nUn.\n\nDeux.', '---\na: 2\n---\n\nUn.\n\nDeux.'],
  ] as const)
    it(`but not ${what}`, () => {
      assert.ok(!inPlace(old, text));
    });

  it('and its spans move with their words', () => {
    const draft = new Draft('# RC\n\nUn parc.\n\nLe lot 2 et le lot 3.\n\n<!-- a -->\n\nFin.  \n');
    const lot = draft.passages[2]?.at(/lot 3/);
    const [comment] = draft.comments;
    const said = (span = lot) => span && draft.text.slice(span.start, span.end);
    assert.ok(draft.edit(draft.text.replace('Un parc', 'Un très grand parc')));
    assert.equal(said(), 'lot 3');
    assert.equal(said(comment?.span), '<!-- a -->');
    assert.equal(draft.end.start, draft.text.length - 3);
    // A span of words that are edited themselves keeps its place from the beginning of its passage.
    assert.ok(draft.edit(draft.text.replace('lot 2', 'lot 22')));
    assert.equal(said(draft.passages[2]?.at(/lot 3/)), 'lot 3');
  });

  it('and keeps its passages and sentences as the objects they were', () => {
    const draft = new Draft('Le lot 1. Le lot 2. Le lot 3.\n\nFin.');
    assert.equal(draft.sentences.length, 4);
    const [passage] = draft.passages;
    const [first, second, third] = passage?.sentences ?? [];
    assert.ok(draft.edit(draft.text.replace('Le lot 2.', 'Le lot 2. Le parc.')));
    assert.equal(draft.passages[0], passage);
    const now = passage?.sentences ?? [];
    assert.deepEqual([now[0] === first, now[1] === second, now[3] === third], [true, true, true]);
    assert.deepEqual(
      now.map((s) => [s.index, s.text]),
      [
        [0, 'Le lot 1.'],
        [1, 'Le lot 2.'],
        [2, 'Le parc.'],
        [3, 'Le lot 3.'],
      ],
    );
    assert.deepEqual(draft.sentences.map((s) => s.text).slice(2), ['Le parc.', 'Le lot 3.', 'Fin.']);
  });
});

describe('the sentences that a passage keeps', () => {
  const kept = (was: string, is: string): string => {
    const [old, young] = [was, is].map((text) => Prose.asWritten(text, 0).sentences);
    const { head, tail } = sameSentences(old ?? [], young ?? []);
    return `${head} first, ${tail} last`;
  };
  it('are all where it has as many as before', () => {
    assert.equal(kept('Un. Deux. Trois.', 'Un. Dix. Trois.'), '3 first, 0 last');
  });
  it('are those before and after what came or went', () => {
    assert.equal(kept('Un. Deux. Trois.', 'Un. Deux. Dix. Trois.'), '2 first, 1 last');
    assert.equal(kept('Un. Deux. Dix. Trois.', 'Un. Deux. Trois.'), '2 first, 1 last');
    assert.equal(kept('Un. Deux.', 'Zéro. Un. Deux.'), '0 first, 2 last');
    assert.equal(kept('Un. Deux. Trois.', 'Zéro. Un. Deux. Trois.'), '0 first, 3 last');
    assert.equal(kept('Zéro. Un. Deux. Trois.', 'Un. Deux. Trois.'), '0 first, 3 last');
    assert.equal(kept('Un. Deux.', 'Un. Deux. Trois.'), '2 first, 0 last');
    assert.equal(kept('Un. Deux. Trois.', 'Dix. Onze.'), '0 first, 0 last');
  });
  it('are counted once, though the same is said twice', () => {
    assert.equal(kept('Un. Un.', 'Un. Un. Un.'), '2 first, 0 last');
    assert.equal(kept('Un. Deux. Un.', 'Un.'), '1 first, 0 last');
    assert.equal(kept('', 'Un.'), '0 first, 0 last');
  });
});

describe('two passages say the same in the same way', () => {
  const same = (a: string, b: string) => sameWords(firstOf(a), firstOf(b));
  it('when source, words and emphasis are those', () => {
    assert.ok(same('## Objet', '## Objet'));
    assert.ok(same('Un **parc**.', 'Un **parc**.'));
  });
  it('but not in other words, with other marks or at another level', () => {
    assert.ok(!same('Un parc.', 'Un lot.'));
    assert.ok(!same('Un parc.', 'Un *parc*.'));
    assert.ok(!same('## Objet', '### Objet'));
    const [a, b] = [firstOf('Un parc.'), firstOf('Un parc.')];
    assert.ok(sameWords(a, b));
    assert.ok(!sameWords(a, { ...b, bold: 2 }));
    assert.ok(!sameWords(a, { ...b, depth: 2 }));
    assert.ok(!sameWords(a, { ...b, source: 'Un  parc.' }));
    assert.ok(!sameWords(a, { ...b, prose: firstOf('Un lot.').prose }));
  });
});
