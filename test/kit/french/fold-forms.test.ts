import assert from 'node:assert/strict';
import { fold, plain } from '../../../rules/kit/french/fold.ts';
import { fr, oneOf } from '../../../rules/kit/french/pattern.ts';
import { before as lookBack, matchAt, ordered } from '../../../rules/kit/french/scan.ts';

const folded = (text: string) => fold(text).text;
/** Where each unit of the folded text comes from; without a map each comes from its own place. */
const origins = (text: string) => {
  const { map, text: short } = fold(text);
  return map ? [...map] : Array.from({ length: short.length + 1 }, (_, i) => i);
};

describe('folding', () => {
  it('gives one apostrophe, one dash, one quote, one space, and no accents', () => {
    for (const c of "'’‘ʼ′`´") assert.equal(folded(`l${c}offre`), "l'offre", c);
    for (const c of '-\u2010\u2011\u2012\u2013\u2014\u2015\u2212') assert.equal(folded(`a${c}b`), 'a-b', c);
    for (const c of '"«»“”„') assert.equal(folded(`a${c}b`), 'a"b', c);
    for (const c of '•·◦▪■◼➢✦●○\uf0b7\uf0a7\uf0fc\uf0d8') assert.equal(folded(`${c} a`), '- a', c);
    for (const c of ['\u00a0', '\u202f', '\t', '\n', '  \n ']) assert.equal(folded(`a${c}b`), 'a b', JSON.stringify(c));
    assert.equal(folded('ÀÂÄÉÈÊËÎÏÔÖÙÛÜÇÑŸ àâäéèêëîïôöùûüçñÿ'), 'aaaeeeeiioouuucny aaaeeeeiioouuucny');
    assert.equal(folded('e\u0301te\u0301'), 'ete');
  });

  it('writes ligatures and signs in letters, and drops what is not seen', () => {
    assert.equal(
      folded('œuvre Œuvre æ Æ ß º … ﬁn ﬂot eﬀet 3 × 4'),
      'oeuvre oeuvre ae ae ss ° ... fin flot effet 3 x 4',
    );
    for (const c of ['\u00ad', '\u200b', '\u200c', '\u200d', '\u2060']) assert.equal(folded(`mar${c}ché`), 'marche');
    assert.equal(folded('mar\ufeffché'), 'mar che');
    assert.equal(folded('€ % № 字'), '€ % № 字');
  });

  it('leaves no space at the head, nor inside French quotes', () => {
    assert.equal(folded('  a'), 'a');
    assert.equal(folded('« non »'), '"non"');
    assert.equal(folded('“ non ”'), '"non"');
    assert.equal(folded('"non" suit'), '"non" suit');
    assert.equal(folded('a "non'), 'a "non');
    assert.equal(folded('" non'), '" non');
    assert.equal(folded('a '), 'a ');
  });

  it('joins a word that was cut at the end of a line, and no dash that stands alone', () => {
    assert.equal(folded('sous-\ntraitant'), 'sous-traitant');
    assert.equal(folded('sous-\r\n  traitant'), 'sous-traitant');
    assert.equal(folded('lot1-\n2'), 'lot1-2');
    assert.equal(folded('sous- traitant'), 'sous- traitant');
    assert.equal(folded('a -\nb'), 'a - b');
    assert.equal(folded('-\nb'), '- b');
    for (const end of ['\r', ' \r', '\r ', '\n\r']) assert.equal(folded(`sous-${end}traitant`), 'sous-traitant');
    assert.equal(folded('sous-  traitant'), 'sous- traitant');
  });

  it('knows where each unit comes from, and the end of the text', () => {
    assert.deepEqual(origins('abc'), [0, 1, 2, 3]);
    assert.deepEqual(origins('œb'), [0, 0, 1, 2]);
    assert.deepEqual(origins('a\u00adb'), [0, 2, 3]);
    assert.deepEqual(origins('a  b'), [0, 1, 3, 4]);
    assert.deepEqual(origins('« a »'), [0, 2, 4, 5]);
    assert.deepEqual(origins(''), [0]);
  });

  it('gives a plain text without the spaces around it', () => {
    assert.equal(plain('  Été  '), 'ete');
  });
});

describe('a pattern in French', () => {
  it('is folded and bounded, and takes sources, patterns and lists', () => {
    assert.ok(fr`variante`.test('la variante est'));
    assert.ok(!fr`variante`.test('les variantes'));
    assert.ok(!fr`variante`.test('2variante'));
    assert.ok(fr`été|œuvre`.test("l'oeuvre"));
    assert.ok(fr`l’été`.test("dans l'ete"));
    assert.ok(fr`sont ${['autorisées', 'non autorisées']}`.test('sont non autorisees'));
    assert.ok(fr`${/a|b/}c`.test('bc'));
    assert.ok(fr`${'a|b'}`.test('b'));
    assert.equal(fr`lot`.flags, '');
  });

  it('is made once where the same is put in it each time, and anew where something else is', () => {
    const fixed = () => fr`lot`;
    assert.equal(fixed(), fixed());
    const made = (word: string) => fr`${word}`;
    assert.equal(made('lot'), made('lot'));
    assert.notEqual(made('lot'), made('prix'));
    assert.ok(made('lot').test('lot') && made('prix').test('prix') && !made('prix').test('lot'));
    const some = (...words: readonly string[]) => fr`${words}`;
    assert.ok(some('lot').test('lot') && !some('prix').test('lot'));
  });

  it('tries the longest expression of a list first, each as plain text', () => {
    assert.equal(oneOf(['lot', 'lots', 'Été', 'a.b']), '(?:lots|lot|ete|a\\.b)');
    assert.equal(new RegExp(oneOf(['lot', 'lot n°'])).exec('lot n° 3')?.[0], 'lot n°');
    for (const sign of [...'.*+?^$', ...'{}()|[]\\/']) assert.ok(new RegExp(`^${oneOf([sign])}$`).test(sign), sign);
  });
});

describe('scanning', () => {
  it('matches at one place only', () => {
    assert.equal(matchAt(/b/y, 'abc', 1)?.[0], 'b');
    assert.equal(matchAt(/b/y, 'abc', 0), undefined);
    assert.equal(matchAt(/b/y, 'abc', 2), undefined);
  });

  it('looks back no further than asked, nor before the text', () => {
    assert.equal(lookBack('abcdef', 4, 2), 'cd');
    assert.equal(lookBack('abcdef', 1, 5), 'a');
    assert.equal(lookBack('x'.repeat(100), 90).length, 48);
  });

  it('puts stretches in order and keeps the first, then the longest, of those that overlap', () => {
    const kept = (...items: [number, number][]) =>
      ordered(items.map(([from, to]) => ({ from, to }))).map((s) => [s.from, s.to]);
    assert.deepEqual(kept([5, 6], [0, 2]), [
      [0, 2],
      [5, 6],
    ]);
    assert.deepEqual(kept([0, 2], [0, 4]), [[0, 4]]);
    assert.deepEqual(kept([0, 4], [3, 8]), [[0, 4]]);
    assert.deepEqual(kept([0, 4], [4, 8]), [
      [0, 4],
      [4, 8],
    ]);
    assert.deepEqual(kept(), []);
  });
});
