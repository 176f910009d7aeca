import assert from 'node:assert/strict';
import fc from 'fast-check';
import { openConsultation } from '../../rules/consultation/open.ts';
import { rules } from '../../rules/index.ts';
import { CueFinder } from '../../rules/kit/cue-finder.ts';
import { mayStand, takeApart } from '../../rules/kit/cues.ts';
import { Draft, type Reader } from '../../rules/kit/draft.ts';
import { bare } from '../../rules/kit/french/edges.ts';
import { plain } from '../../rules/kit/french/fold.ts';
import { needsOf } from '../../rules/kit/french/needs.ts';
import type { PassageContent } from '../../rules/kit/markdown/block.ts';
import { asksPatternsFirst, readPassage } from '../../rules/kit/silence.ts';
import { columnOf, Words } from '../../rules/kit/words.ts';
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
