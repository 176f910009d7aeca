import assert from 'node:assert/strict';
import { headingNumber } from '../../../rules/kit/french/heading.ts';

const read = (folded: string) => {
  const found = headingNumber(folded);
  return found && [found.label, found.key, found.title];
};

describe('the number of a heading', () => {
  it('follows a word, with « n° » or not, before a dash, a colon, a bracket or nothing', () => {
    for (const label of [
      'article',
      'chapitre',
      'titre',
      'partie',
      'section',
      'annexe',
      'sous-article',
      'paragraphe',
      'lot',
      'volet',
      'phase',
      'etape',
      '§',
    ])
      for (const number of ['4', 'n° 4', 'n°4', 'n ° 4', 'iv'])
        for (const sign of [' - ', ' : ', ') ', '. ', ' '])
          assert.deepEqual(read(`${label} ${number}${sign}objet`), [label, '4', 'objet'], `${label} ${number}${sign}`);
    assert.deepEqual(read('art. 4 : objet'), ['article', '4', 'objet']);
    assert.deepEqual(read('article4 - objet'), ['article', '4', 'objet']);
    assert.deepEqual(read('article premier - objet'), ['article', '1', 'objet']);
    for (const first of ['1er', '1 er', 'ier'])
      assert.deepEqual(read(`article ${first} - objet`), ['article', '1', 'objet'], first);
    assert.deepEqual(read('1er lot'), undefined);
    assert.deepEqual(read('annexe b - bordereau'), ['annexe', 'b', 'bordereau']);
    assert.deepEqual(read('article 4'), ['article', '4', '']);
  });

  it('has steps between dots or hyphens, each in figures or in Roman numerals', () => {
    const path = (folded: string) => headingNumber(folded)?.path;
    assert.deepEqual(path('article 4.2.1 objet'), ['4', '2', '1']);
    assert.deepEqual(path('article 4-02 objet'), ['4', '2']);
    assert.deepEqual(path('article iv.2 - objet'), ['4', '2']);
    assert.deepEqual(path('2-iv. objet'), ['2', '4']);
    assert.deepEqual(path('a.2) objet'), ['a', '2']);
    assert.deepEqual(path('b.1.2 pieces'), ['b', '1', '2']);
    assert.deepEqual(path('article iiii objet'), ['iiii']);
    assert.deepEqual(path('article v objet'), ['5']);
    assert.deepEqual(path('article c - objet'), ['c']);
    assert.equal(headingNumber('article 4.2 objet')?.key, '4.2');
  });

  it('stands alone with a sign after it, or in figures', () => {
    assert.deepEqual(read('4. objet'), [undefined, '4', 'objet']);
    assert.deepEqual(read('4 objet'), [undefined, '4', 'objet']);
    assert.deepEqual(read('4 - objet'), [undefined, '4', 'objet']);
    assert.deepEqual(read('4) objet'), [undefined, '4', 'objet']);
    assert.deepEqual(read('4.- objet'), [undefined, '4', 'objet']);
    assert.deepEqual(read('4.2 objet'), [undefined, '4.2', 'objet']);
    assert.deepEqual(read('iv. jury'), [undefined, '4', 'jury']);
    assert.deepEqual(read('a) objet'), [undefined, 'a', 'objet']);
    assert.deepEqual(read('4.'), [undefined, '4', '']);
    assert.deepEqual(read('4.2'), undefined);
  });

  it('is no word, no lone letter, no year and no part of a word', () => {
    for (const text of [
      '',
      'objet',
      'a objet',
      'i objet',
      '2027',
      '2027 objet',
      '4e objet',
      '4objet',
      'v1 objet',
      'lots 4',
      'articles',
      'article',
      'article objet',
      '4,2 objet',
    ])
      assert.equal(read(text), undefined, text);
  });
});
