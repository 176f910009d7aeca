import assert from 'node:assert/strict';
import fc from 'fast-check';
import { openConsultation } from '../../rules/facts/piece.ts';
import { rules } from '../../rules/index.ts';
import { mayStand, takeApart } from '../../rules/kit/cues.ts';
import { Draft, type Reader } from '../../rules/kit/draft.ts';
import { plain } from '../../rules/kit/french/fold.ts';
import { needsOf } from '../../rules/kit/french/needs.ts';
import type { PassageContent } from '../../rules/kit/markdown/block.ts';
import { readPassage } from '../../rules/kit/silence.ts';
import { columnOf, Words, wordsOf } from '../../rules/kit/words.ts';
import { lint } from '../../server/core/lint.ts';
import { drafts } from '../drafts.ts';

const TEXTS = rules.flatMap(({ examples }) =>
  [...examples.bad, ...examples.good].map((e) => (typeof e === 'string' ? e : e.text).replace(/[⟦⟧]/g, '')),
);

/** Every pattern and every reader that the rules use on their own examples. */
function everythingAsked(): { readonly patterns: ReadonlySet<RegExp>; readonly readers: ReadonlySet<Reader<unknown>> } {
  const patterns = new Set<RegExp>();
  const readers = new Set<Reader<unknown>>();
  const { has, find, findAll } = Words.prototype;
  const { collect } = Draft.prototype;
  Words.prototype.has = function (pattern) {
    patterns.add(pattern);
    return has.call(this, pattern);
  };
  Words.prototype.find = function (pattern, from) {
    patterns.add(pattern);
    return find.call(this, pattern, from);
  };
  Words.prototype.findAll = function (pattern) {
    patterns.add(pattern);
    return findAll.call(this, pattern);
  };
  Draft.prototype.collect = function (reader) {
    readers.add(reader);
    return collect.call(this, reader) as never;
  };
  try {
    for (const text of TEXTS) lint(openConsultation([{ path: 'rc.md', text }], { date: '2026-12-01' }), { rules });
  } finally {
    Object.assign(Words.prototype, { has, find, findAll });
    Draft.prototype.collect = collect;
  }
  return { patterns, readers };
}

/** Each pattern with a copy of it that keeps no place. */
const alone = (patterns: ReadonlySet<RegExp>) =>
  [...patterns].map((p) => [p, new RegExp(p.source, p.flags.replace(/[gy]/g, ''))] as const);

describe('what a pattern cannot do without', () => {
  const needs = (pattern: RegExp) => [...(needsOf(pattern) ?? [])].sort();

  it('is read off its source', () => {
    assert.deepEqual(needs(/(?<![a-z])(?:variantes? (?:ne )?sont|lots?)(?![a-z])/), [
      'lot',
      'variante ne sont',
      'variante sont',
      'variantes ne sont',
      'variantes sont',
    ]);
    assert.deepEqual(needs(/\d{4}|\/\d\d/), ['/00', '0000']);
    assert.deepEqual(needs(/(?:le )?titulaire (?:[a-z]+ ){0,3}(?:garde|conserve)/), ['titulaire ']);
    assert.deepEqual(needs(/(?<=label (?:vert )?)nf/), ['label ']);
    assert.deepEqual(needs(/(?<nom>abc)+\k<nom>/), ['abc']);
    assert.deepEqual(needs(/a\.b\.c|x{3}y/), ['a.b.c', 'xxx']);
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

  it('stands in every text in which it matches', () => {
    const { patterns } = everythingAsked();
    assert.ok(patterns.size > 900, `${patterns.size} patterns`);
    takeApart(1_000_000);
    const sentences = [...new Set(TEXTS.flatMap((t) => t.split(/\n|(?<=\.) /)).map(plain))].filter(
      (_, i) => i % 20 === 0,
    );
    const copies = alone(patterns);
    let told = 0;
    let found = 0;
    for (const folded of sentences) {
      const { row } = new Words(folded);
      for (const [pattern, copy] of copies) {
        const may = mayStand(row, columnOf(pattern).at);
        const stands = copy.test(folded);
        assert.ok(may || !stands, `${pattern} in « ${folded} »`);
        if (stands) found++;
        else if (!may) told++;
      }
    }
    assert.ok(found > 400, `${found} found`);
    assert.ok(told > (sentences.length * patterns.size) / 2, `${told} told apart`);
  });

  it('stands there whatever the text is made of', () => {
    const { patterns } = everythingAsked();
    const pieces = [...patterns].flatMap((p) => needsOf(p) ?? []).concat([' ', 's', ', ', 'e ', '. ', '7', "l'"]);
    takeApart(1_000_000);
    const copies = alone(patterns);
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 6 }), (some) => {
        const folded = some.join('');
        const { row } = new Words(folded);
        for (const [pattern, copy] of copies)
          if (!mayStand(row, columnOf(pattern).at)) assert.ok(!copy.test(folded), `${pattern} in « ${folded} »`);
      }),
      { numRuns: 40, seed: 3 },
    );
  });
});

describe('a reader', () => {
  const { readers } = everythingAsked();
  takeApart(1_000_000);

  /** What it takes when it is run on every sentence. */
  const plainly = (reader: Reader<unknown>, content: PassageContent) =>
    content.prose.sentences.flatMap((phrase, i) => {
      const value = reader(phrase, content);
      return value === undefined || (Array.isArray(value) && value.length === 0) ? [] : [[i, value]];
    });

  const compare = (texts: readonly string[]) => {
    let taken = 0;
    for (const text of texts)
      for (const block of new Draft(text).blocks)
        for (const content of block.content.passages)
          for (const reader of readers) {
            const expected = plainly(reader, content);
            taken += expected.length;
            assert.deepEqual(readPassage(reader, content), expected, content.prose.text);
            assert.deepEqual(readPassage(reader, content), expected, 'asked again');
          }
    return taken;
  };

  it('takes the same whether or not it was spared most sentences', () => {
    assert.ok(readers.size > 70, `${readers.size} readers`);
    assert.ok(compare(TEXTS.filter((_, i) => i % 4 === 0)) > 400);
  });

  it('takes the same from random drafts', () => {
    fc.assert(
      fc.property(drafts, (text) => {
        compare([text]);
      }),
      { numRuns: 40, seed: 5 },
    );
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
