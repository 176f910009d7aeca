import assert from 'node:assert/strict';
import { Draft } from '../../rules/kit/draft.ts';

/** What introduces each item and cell of a draft. */
const leads = (text: string) =>
  Object.fromEntries(new Draft(text).passages.filter((p) => p.list || p.cell).map((p) => [p.text, p.lead?.text]));
/** What each passage introduces. */
const items = (text: string) =>
  Object.fromEntries(
    new Draft(text).passages.flatMap((p) => (p.items.length > 0 ? [[p.text, p.items.map((i) => i.text)]] : [])),
  );

describe('what introduces a list or a table', () => {
  it('is the paragraph or title before it', () => {
    assert.deepEqual(leads('Un parc.\n\nSont remis :\n\n- a\n- b\n\nFin.'), { a: 'Sont remis :', b: 'Sont remis :' });
    assert.deepEqual(leads('## Pièces\n\n- a'), { a: 'Pièces' });
    assert.deepEqual(leads('## Lots\n\n| Lot |\n|---|\n| 1 |'), { Lot: 'Lots', 1: 'Lots' });
    assert.deepEqual(leads('Sont remis :\n- a\n- b'), { a: 'Sont remis :', b: 'Sont remis :' });
  });

  it('is nothing where nothing stands before it', () => {
    assert.deepEqual(leads('- a\n- b'), { a: undefined, b: undefined });
    assert.deepEqual(leads('> Un avis.\n\n- a'), { a: undefined });
  });

  it('is the last item for a list that follows another with other marks', () => {
    assert.deepEqual(leads('Lots :\n\n- a\n- b\n\n1. c\n2. d'), { a: 'Lots :', b: 'Lots :', c: 'b', d: 'b' });
  });

  it('is the title before it, whatever lists stand before the title', () => {
    assert.deepEqual(leads('8. Critères\n\n- prix\n  - unitaire\n\n9. Recours\n\n- référé\n- recours'), {
      prix: '8. Critères',
      unitaire: 'prix',
      référé: '9. Recours',
      recours: '9. Recours',
    });
    assert.deepEqual(leads('- a\n  - b\n\n1. c'), { a: undefined, b: 'a', c: 'b' });
  });

  it('is what stands before both for a list that begins with another', () => {
    assert.deepEqual(leads('Lots :\n\n- - a\n    - b\n- c'), { a: 'Lots :', b: 'a', c: 'Lots :' });
    assert.deepEqual(leads('Lots :\n- - a\n- c'), { a: 'Lots :', c: 'Lots :' });
    assert.deepEqual(leads('- - a\n- c'), { a: undefined, c: undefined });
  });

  it('is the item above it for a list within one', () => {
    assert.deepEqual(leads('Lots :\n\n- a\n  - b\n    - c\n  - d\n- e'), {
      a: 'Lots :',
      b: 'a',
      c: 'b',
      d: 'a',
      e: 'Lots :',
    });
  });

  it('is the same for each paragraph of an item', () => {
    assert.deepEqual(leads('Lots :\n\n- a\n\n  b\n\n- c'), { a: 'Lots :', b: 'Lots :', c: 'Lots :' });
  });

  it('is the clause that announces paragraphs whose marks are lost', () => {
    const lead = (...texts: readonly string[]) => new Draft(texts.join('\n\n')).passages.at(-1)?.lead?.text;
    assert.equal(lead('Sont remis :', 'le plan ;'), 'Sont remis :');
    assert.equal(lead('Sont remis :', '\uf0b7 le plan ;', '\uf0b7', 'soit le devis,', 'soit la note.'), 'Sont remis :');
    assert.equal(lead('Sont remis :', 'le plan.', 'le devis.'), undefined);
    assert.equal(lead('Sont remis :', 'Le plan ;'), undefined);
    assert.equal(lead('Sont remis', 'le plan ;'), undefined);
    assert.equal(lead('le plan ;'), undefined);
  });

  it('is neither a quotation nor a note to the drafter', () => {
    assert.deepEqual(leads('Lots :\n\n> Un avis.\n\n- a'), { a: 'Lots :' });
    assert.deepEqual(leads('Lots :\n\nNote au rédacteur : un lot par mot.\n\n- a'), { a: 'Lots :' });
    assert.deepEqual(leads('- Lots :\n\n  > Un avis.\n\n  | b |\n  |---|'), { 'Lots :': undefined, b: 'Lots :' });
  });

  it('is nothing for a paragraph', () => {
    const [first, second] = new Draft('Lots :\n\nUn parc.').passages;
    assert.deepEqual([first?.lead, second?.lead], [undefined, undefined]);
  });
});

describe('the items that a passage introduces', () => {
  it('are those of its list, with those below them', () => {
    assert.deepEqual(items('Lots :\n\n- a\n  - b\n    - c\n- d\n\nFin.'), {
      'Lots :': ['a', 'b', 'c', 'd'],
      a: ['b', 'c'],
      b: ['c'],
    });
  });

  it('are no cells, and none of a list further on', () => {
    assert.deepEqual(items('Lots :\n\n| a |\n|---|\n| 1 |\n\nPièces :\n\n- b\n\nFin :\n\n- c'), {
      'Pièces :': ['b'],
      'Fin :': ['c'],
    });
  });
});
