import assert from 'node:assert/strict';
import fc from 'fast-check';
import { CueFinder } from '../../rules/kit/cue-finder.ts';
import { bare, beginsWord, endsWord, isLetter, trimmed, WORD_BEGINS, WORD_ENDS } from '../../rules/kit/french/edges.ts';
import { needsOf } from '../../rules/kit/french/needs.ts';
import { Words, wordsOf } from '../../rules/kit/words.ts';

describe('what a pattern cannot do without', () => {
  /** Where a word begins and ends shown by brackets. */
  const needs = (pattern: RegExp) =>
    [...(needsOf(pattern) ?? [])].map((s) => s.replace(WORD_BEGINS, '<').replace(WORD_ENDS, '>')).sort();

  it('is read off its source', () => {
    assert.deepEqual(needs(/(?<![a-z])(?:variantes? (?:ne )?sont|lots?)(?![a-z])/), [
      '<lot>',
      '<lots>',
      '<variante ne sont>',
      '<variante sont>',
      '<variantes ne sont>',
      '<variantes sont>',
    ]);
    assert.deepEqual(needs(/\d{4}|\/\d\d/), ['/00', '0000']);
    assert.deepEqual(needs(/(?<=label (?:vert )?)nf/), ['label ']);
    assert.deepEqual(needs(/(?<nom>abc)+\k<nom>/), ['abc']);
    assert.deepEqual(needs(/a\.b\.c|x{3}y/), ['a.b.c', 'xxx']);
  });

  it('is the rarest of what it holds', () => {
    assert.deepEqual(needs(/(?:le )?titulaire (?:[a-z]+ ){0,3}(?:garde|conserve)/), ['<conserve', '<garde']);
    assert.deepEqual(needs(/(?:est|sont|sera) (?:[a-z]+ ){0,3}brevet/), ['<brevet']);
  });

  it('tells where words begin and end', () => {
    assert.deepEqual(needs(/\bn'|\b(?:ne|ni)\b/), ["<n'", '<ne>', '<ni>']);
    assert.deepEqual(needs(/(?<![a-z0-9])(?:t[fc]|p\.?v\.?)(?![a-z0-9])/), [
      '<p.v.',
      '<p.v>',
      '<pv.',
      '<pv>',
      '<tc>',
      '<tf>',
    ]);
    // Between two letters, and beside what may be one, nothing is known.
    assert.deepEqual(needs(/[a-z]*lot(?:s[a-z]*)?/), ['lot']);
    assert.deepEqual(needs(/(?:[a-z]+)*avis[a-z]/), ['avis']);
    assert.deepEqual(needs(/(?: [a-z]+ )*avis/), ['avis']);
    assert.deepEqual(needs(/^(?:[a-z]+ )*avis$/), ['<avis>']);
  });

  it('takes any figure of a class for any other, and few letters one by one', () => {
    for (const pattern of [/x[0-9]a/, /x[1-9]a/, /x[\d]a/, /x\da/, /x7a/]) assert.deepEqual(needs(pattern), ['x0a']);
    assert.deepEqual(needs(/[eé]quipe/), ['equipe', 'équipe']);
    assert.deepEqual(needs(/[é^]abc/), ['^abc', 'éabc']);
    for (const pattern of [/[^abc]defg/, /[a-z]defg/, /[a-c9]defg/, /[abcdefghi]defg/])
      assert.deepEqual(needs(pattern), ['defg'], String(pattern));
    for (const pattern of [/[\s]defg/, /[^a-z]defg/, /[0-9 .]defg/])
      assert.deepEqual(needs(pattern), ['<defg'], String(pattern));
  });

  it('is not sought in what names a character by its number or its kind', () => {
    for (const pattern of [/\p{Lu}abcd/u, /\P{Lu}abcd/u, /\u{61}abcd/u, /\u0061abcd/, /\x61abcd/, /\wabcd/, /.abcd/])
      assert.deepEqual(needs(pattern), ['abcd'], String(pattern));
  });

  it('is in what comes at least once, however few are taken', () => {
    assert.deepEqual(needs(/(?:abc)+?de/), ['abc']);
    assert.deepEqual(needs(/(?:abc)*?defg/), ['defg']);
    assert.deepEqual(needs(/a??bcd/), ['bcd']);
    assert.deepEqual(needs(/(?:aaa|bbb)(?:ccc|ddd)/), ['aaaccc', 'aaaddd', 'bbbccc', 'bbbddd']);
  });

  it('is nothing where it may match anything, or next to nothing', () => {
    for (const pattern of [
      /a|bcd/,
      /(?:abc)?/,
      /[a-z]{3}/,
      /(?!abc)/,
      /abc/i,
      /^$/,
      /un|deux/,
      /(?:abc)*/,
      /(?:abc){0,2}/,
    ])
      assert.equal(needsOf(pattern), undefined, String(pattern));
  });
});

describe('the cues of a text', () => {
  const some = fc.array(fc.constantFrom('a', 'b', 'ab', ' ', '0', '€', 'é', 'lot', "l'", 'projets de', '𝄞'), {
    minLength: 1,
    maxLength: 8,
  });
  const string = some.map((parts) => parts.join(''));
  const cue = fc
    .tuple(fc.boolean(), string, fc.boolean())
    .filter(([, s]) => s.length >= 3)
    .map(([begins, s, ends]) => trimmed(`${begins ? WORD_BEGINS : ''}${s}${ends ? WORD_ENDS : ''}`));

  /** Every place where a cue stands, found the slow way. */
  const placesOf = (c: string, text: string): string[] => {
    const inside = bare(c);
    const places: string[] = [];
    for (let from = text.indexOf(inside); from >= 0; from = text.indexOf(inside, from + 1)) {
      const to = from + inside.length;
      const isWhole = !(beginsWord(c) && isLetter(text[from - 1])) && !(endsWord(c) && isLetter(text[to]));
      if (isWhole) places.push(`${c} ${from}-${to}`);
    }
    return places;
  };

  it('are those that it holds, wherever they stand, and no others', () => {
    fc.assert(
      fc.property(fc.uniqueArray(cue, { maxLength: 40 }), fc.array(string, { maxLength: 5 }), (cues, texts) => {
        const finder = new CueFinder();
        const numbers = new Map(cues.map((c) => [finder.numberOf(c), c]));
        for (const text of texts) {
          const { length, cues: found, at, from, to } = finder.find(text.replace(/0/g, '7'));
          const hits = Array.from({ length }, (_, i) => `${numbers.get(found[i] as number)} ${from[i]}-${to[i]}`);
          assert.deepEqual(hits.sort(), cues.flatMap((c) => placesOf(c, text)).sort());
          for (let i = 1; i < length; i++) assert.ok((at[i - 1] as number) <= (at[i] as number), 'in order');
        }
      }),
      { numRuns: 300 },
    );
  });

  it('are found in great numbers', () => {
    const finder = new CueFinder();
    finder.numberOf('aaa');
    assert.equal(finder.find('a'.repeat(5000)).length, 4998);
  });
});

describe('words', () => {
  it('are one object wherever they stand', () => {
    assert.equal(wordsOf('le prix est ferme.'), wordsOf('le prix est ferme.'));
    assert.notEqual(wordsOf('le prix est ferme.'), wordsOf('le prix est ferme'));
  });

  it('answer as the pattern does, asked once or again', () => {
    const words = new Words('le lot 2, puis le lot 3');
    for (let again = 0; again < 2; again++) {
      assert.equal(words.has(/lot \d/), true);
      assert.equal(words.has(/lot 4/), false);
      assert.equal(words.find(/lot (?<n>\d)/, 8)?.groups.n, '3');
      assert.equal(words.find(/lot 2/, 8), undefined);
      assert.equal(words.find(/lot 2/)?.from, 3);
      assert.deepEqual(
        words.findAll(/lot \d/).map((m) => m.from),
        [3, 18],
      );
      assert.deepEqual(words.findAll(/tranche/), []);
    }
  });
});
