import assert from 'node:assert/strict';
import fc from 'fast-check';
import { openConsultation } from '../../rules/consultation/open.ts';
import { rules } from '../../rules/index.ts';
import { CueFinder } from '../../rules/kit/cue-finder.ts';
import { mayStand, takeApart } from '../../rules/kit/cues.ts';
import { Draft, type Reader } from '../../rules/kit/draft.ts';
import { bare, beginsWord, endsWord, isLetter, trimmed, WORD_BEGINS, WORD_ENDS } from '../../rules/kit/french/edges.ts';
import { plain } from '../../rules/kit/french/fold.ts';
import { needsOf } from '../../rules/kit/french/needs.ts';
import type { PassageContent } from '../../rules/kit/markdown/block.ts';
import { asksPatternsFirst, readPassage } from '../../rules/kit/silence.ts';
import { columnOf, Words, wordsOf } from '../../rules/kit/words.ts';
import { lint } from '../../server/core/lint.ts';
import { drafts } from '../drafts.ts';

const TEXTS = rules.flatMap(({ examples }) =>
  [...examples.bad, ...examples.good].map((e) => (typeof e === 'string' ? e : e.text).replace(/[⟦⟧]/g, '')),
);

interface Asked {
  readonly patterns: ReadonlySet<RegExp>;
  readonly readers: ReadonlySet<Reader<unknown>>;
}

/** Every pattern and every reader that the rules use on their own examples; all patterns are then among the cues. */
function gatherAsked(): Asked {
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
    for (const [i, text] of TEXTS.entries())
      if (i % 8 === 0) lint(openConsultation([{ path: 'rc.md', text }], { date: '2026-12-01' }), { rules });
  } finally {
    Object.assign(Words.prototype, { has, find, findAll });
    Draft.prototype.collect = collect;
  }
  takeApart(1_000_000);
  return { patterns, readers };
}
let known: Asked | undefined;
const everythingAsked = (): Asked => {
  known ??= gatherAsked();
  return known;
};

/** Each pattern with a copy of it that keeps no place. */
const alone = (patterns: ReadonlySet<RegExp>) =>
  [...patterns].map((p) => [p, new RegExp(p.source, p.flags.replace(/[gy]/g, ''))] as const);

// Once readers have learnt what they cannot do without, they ask for less. A program that tries a change begins anew, mostly without.
before(() => {
  if (!('__stryker__' in globalThis)) everythingAsked();
});

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

  it('stands in every text in which it matches', () => {
    const { patterns } = everythingAsked();
    const sources = new Set([...patterns].map(String)).size;
    assert.ok(sources > 650, `${sources} patterns`);
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
    const pieces = [...patterns]
      .flatMap((p) => (needsOf(p) ?? []).map(bare))
      .concat([' ', 's', ', ', 'e ', '. ', '7', "l'"]);
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
  /** What it takes when it is run on every sentence. */
  const plainly = (reader: Reader<unknown>, content: PassageContent) =>
    content.prose.sentences.flatMap((phrase, i) => {
      const value = reader(phrase, content);
      return value === undefined || (Array.isArray(value) && value.length === 0) ? [] : [[i, value]];
    });

  const compare = (texts: readonly string[]) => {
    const { readers } = everythingAsked();
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
    const { readers } = everythingAsked();
    assert.ok(readers.size > 70, `${readers.size} readers`);
    assert.ok(compare(TEXTS.filter((_, i) => i % 10 === 0)) > 150);
  });

  it('asks for patterns before anything else, so that it is spared the sentences where none can stand', () => {
    const { readers } = everythingAsked();
    // Of these a part looks at clauses or sums first: more of them would be felt at each keystroke.
    const others = [...readers].filter((reader) => !asksPatternsFirst(reader));
    assert.ok(others.length <= 8, others.map(String).join('\n'));
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

  it('are found alike by the units chosen for them before', () => {
    const { patterns } = everythingAsked();
    const texts = [...new Set([...patterns].flatMap((p) => needsOf(p) ?? []))];
    const [choosing, told] = [new CueFinder(), new CueFinder()];
    for (const text of texts) choosing.numberOf(text);
    told.takeUp(choosing.known);
    assert.ok(texts.length > 10_000, `${texts.length} cues`);
    const hitsOf = (finder: CueFinder, text: string) => {
      const { length, cues, from } = finder.find(text);
      return Array.from({ length }, (_, i) => `${cues[i]} ${from[i]}`).sort();
    };
    let found = 0;
    for (const text of TEXTS.filter((_, i) => i % 10 === 0).map(plain)) {
      const hits = hitsOf(told, text);
      found += hits.length;
      assert.deepEqual(hits, hitsOf(choosing, text), text);
    }
    assert.ok(found > 1000, `${found} found`);
    // What is added after them gets the next number, and is found too.
    assert.equal(told.numberOf('zzyzx'), texts.length + 1);
    assert.deepEqual(hitsOf(told, 'zzyzx'), [`${texts.length + 1} 0`]);
  });

  it('are found in great numbers', () => {
    const finder = new CueFinder();
    finder.numberOf('aaa');
    assert.equal(finder.find('a'.repeat(5000)).length, 4998);
  });

  it('of a passage are told apart by sentence', () => {
    const { patterns } = everythingAsked();
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...TEXTS), { minLength: 2, maxLength: 4 }), (texts) => {
        const all = texts.map(plain).filter((t) => t !== '');
        const whole = all.join(' ');
        let from = 0;
        const parts = all.map((text) => {
          const at = from;
          from += text.length + 1;
          return { from: at, words: new Words(text) };
        });
        const words = new Words(whole);
        words.lookFor(parts);
        for (const each of [words, ...parts.map((part) => part.words)]) {
          const { row } = new Words(each.text);
          for (const pattern of patterns) {
            const column = columnOf(pattern).at;
            assert.equal(mayStand(each.row, column), mayStand(row, column), each.text);
          }
        }
      }),
      { numRuns: 40, seed: 7 },
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
