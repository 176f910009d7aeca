import assert from 'node:assert/strict';
import { bounded, leftOut } from '../../rules/kit/bounds.ts';
import { Draft } from '../../rules/kit/draft.ts';
import { coverAll, TOP } from '../../rules/kit/span.ts';
import { identities } from '../../server/core/identity.ts';
import { passedOverFindings, passedOverOf } from '../../server/core/passed-over.ts';
import { findingsIn, openTexts } from '../fuzz/examine.ts';

const pieceOf = (body: string) => {
  const [piece] = openTexts({ 'rc.md': `# Règlement de la consultation\n\n${body}\n` }).pieces;
  assert.ok(piece);
  return piece;
};

describe('what was not read of a piece', () => {
  it('is said at its place, with what to do', () => {
    const piece = pieceOf(`Un parc.\n\n${'Un mot '.repeat(20_000)}`);
    assert.deepEqual(passedOverOf(piece, 'dossier/rc.md'), [
      {
        what: 'dossier/rc.md',
        line: 5,
        why: 'ce paragraphe a plus de 60\u00a0000 caractères : il n’a pas été lu.',
        remedy: 'Le couper en paragraphes, ou le vérifier à la main.',
        blocking: true,
      },
    ]);
    const [finding] = passedOverFindings(piece);
    assert.ok(piece.draft.slice(finding?.at ?? TOP).startsWith('Un mot Un mot'));
  });

  it('does not stand in the way where only marks were read as words', () => {
    const [one] = passedOverOf(pieceOf(`Un parc ${'*a '.repeat(9000)}`), 'rc.md');
    assert.equal(one?.blocking, false);
  });

  it('is nothing in a draft', () => {
    assert.deepEqual(passedOverOf(pieceOf('Un **parc** [clos](plan.png).\n\n- a\n  - b'), 'rc.md'), []);
  });
});

describe('things of which a draft has too many', () => {
  it('are cut, and said until there are fewer', () => {
    const draft = new Draft('Un parc.');
    assert.deepEqual(bounded(draft, 'parcs', [1, 2, 3], 2), [1, 2]);
    assert.deepEqual(leftOut(draft), [{ things: 'parcs', most: 2 }]);
    assert.deepEqual(bounded(draft, 'parcs', [1, 2], 2), [1, 2]);
    assert.deepEqual(leftOut(draft), []);
  });
});

describe('a span over many places', () => {
  it('goes from the first to the last, in whatever order they are given, and is as soon asked as one', () => {
    const spans = Array.from({ length: 50_000 }, (_, i) => ({ start: i, end: i + 2 })).reverse();
    const { start, end } = coverAll(spans);
    assert.deepEqual([start, end], [0, 50_001]);
    assert.deepEqual(coverAll([]), TOP);
  });
});

describe('the name of a finding', () => {
  const namesIn = (body: string) => [
    ...identities(findingsIn(openTexts({ 'rc.md': `# Règlement\n\n${body}\n` }))).values(),
  ];

  it('comes of the words around, however long the paragraph and whatever marks stand between', () => {
    const fault = 'Les variantes sont autorisées.';
    const far = (n: number) =>
      `${'Le parc est clos. '.repeat(n)}Il est **vaste**, et${' '.repeat(600)}*planté*. ${fault}`;
    assert.deepEqual(namesIn(far(400)).sort(), namesIn(far(20)).sort());
    assert.notDeepEqual(namesIn(`Un parc planté. ${fault}`), namesIn(`Un parc fauché. ${fault}`));
  });
});
