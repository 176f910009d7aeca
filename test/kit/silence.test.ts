import assert from 'node:assert/strict';
import { CueFinder } from '../../rules/kit/cue-finder.ts';
import {
  Column,
  Columns,
  eitherOf,
  isCurrent,
  lookAhead,
  mayStand,
  rowOf,
  rowsOf,
  takeApart,
} from '../../rules/kit/cues.ts';
import { Draft, type Reader } from '../../rules/kit/draft.ts';
import { bare } from '../../rules/kit/french/edges.ts';
import { needsOf } from '../../rules/kit/french/needs.ts';
import type { PassageContent } from '../../rules/kit/markdown/block.ts';
import type { Phrase } from '../../rules/kit/markdown/prose.ts';
import { asksPatternsFirst, mayTake, readPassage } from '../../rules/kit/silence.ts';
import { columnOf, Words } from '../../rules/kit/words.ts';
import { cuesOf } from './known-cues.ts';

/** Enough passages, each time, for patterns to be worth taking apart: those asked by then have columns. */
let passages = 1_000_000;
const takeAllApart = () => {
  passages *= 4;
  takeApart(passages);
};
const contents = (text: string): readonly PassageContent[] =>
  new Draft(text).blocks.flatMap((block) => block.content.passages);
/** A reader that counts how often it is called. */
function counted(read: Reader<unknown>): { readonly reader: Reader<unknown>; calls: number } {
  const made = {
    calls: 0,
    reader: (phrase: Phrase, content: PassageContent) => {
      made.calls++;
      return read(phrase, content);
    },
  };
  return made;
}

describe('which patterns may stand in words', () => {
  const patterns = {
    parc: /\bparc zeta\b/,
    lot: /\blots? eta \d/,
    bois: /\b(?:bois|foret) theta\b/,
    any: /[a-z]+ [a-z]+$/,
  };
  const columns = Object.values(patterns).map(columnOf);
  // Asked once, they wait for a column.
  before(() => {
    for (const column of columns) column.at;
    takeAllApart();
  });
  const may = (text: string): string[] => {
    const row = rowOf(text);
    return Object.entries(patterns).flatMap(([name, pattern]) => (mayStand(row, columnOf(pattern).at) ? [name] : []));
  };

  it('is told by the strings that they cannot do without', () => {
    assert.deepEqual(may('un parc zeta'), ['parc', 'any']);
    assert.deepEqual(may('un lot eta 3 et une foret theta'), ['lot', 'bois', 'any']);
    assert.deepEqual(may('un parc'), ['any']);
    assert.deepEqual(may(''), ['any']);
  });

  it('is anything for a pattern that has no such string, or is not yet taken apart', () => {
    assert.equal(columnOf(patterns.any).at, -1);
    const late = columnOf(/\brue iota\b/);
    assert.equal(late.at, -1);
    assert.equal(mayStand(rowOf('un parc'), late.at), true);
    takeAllApart();
    assert.notEqual(late.at, -1);
    assert.equal(mayStand(rowOf('un parc'), late.at), false);
    assert.equal(mayStand(rowOf('la rue iota'), late.at), true);
  });

  it('is anything in a row of before', () => {
    const row = rowOf('un parc');
    assert.equal(isCurrent(row), true);
    const late = columnOf(/\bplace kappa\b/);
    late.at;
    takeAllApart();
    assert.equal(isCurrent(row), false);
    assert.equal(mayStand(row, late.at), true);
    assert.equal(mayStand(row, columnOf(patterns.parc).at), false);
    assert.equal(new Columns([columnOf(patterns.parc)]).mayStandIn(row), true);
  });

  it('is one for patterns of one source', () => {
    assert.equal(columnOf(/\bparc zeta\b/).at, columnOf(patterns.parc).at);
    assert.equal(new Column(/\bparc zeta\b/g).at, columnOf(patterns.parc).at);
    assert.notEqual(columnOf(patterns.lot).at, columnOf(patterns.parc).at);
  });

  it('is asked of several at once', () => {
    const { parc, lot, any } = patterns;
    const both = new Columns([parc, lot].map(columnOf));
    assert.deepEqual(
      ['un parc zeta', 'le lot eta 2', 'un bois theta', ''].map((text) => both.mayStandIn(rowOf(text))),
      [true, true, false, false],
    );
    assert.equal(new Columns([parc, any].map(columnOf)).mayStandIn(rowOf('')), true);
    assert.equal(new Columns([]).mayStandIn(rowOf('un parc zeta')), false);
  });

  it('is told of some words together', () => {
    const either = eitherOf(['un parc zeta', 'un lac', 'le lot eta 2'].map(rowOf));
    assert.deepEqual(
      Object.values(patterns).map((pattern) => mayStand(either, columnOf(pattern).at)),
      [true, true, false, true],
    );
    const row = rowOf('un lac');
    columnOf(/\bquai lambda\b/).at;
    takeAllApart();
    // One that knows not all columns tells nothing.
    assert.equal(isCurrent(eitherOf([row, rowOf('un lac')])), false);
    assert.equal(isCurrent(eitherOf([rowOf('un lac')])), true);
  });

  it('is told of parts of words in one go', () => {
    const text = 'un parc zeta. le lot eta 2, un bois theta';
    const partsOf = (...parts: readonly string[]) =>
      parts.map((part) => ({ from: text.indexOf(part), words: new Words(part) }));
    const names = (row: ReturnType<typeof rowOf> | undefined) =>
      row && Object.entries(patterns).flatMap(([name, p]) => (mayStand(row, columnOf(p).at) ? [name] : []));
    const { whole, rows } = rowsOf(text, partsOf('un parc zeta.', 'le lot eta 2', 'un bois theta'));
    assert.deepEqual(names(whole), ['parc', 'lot', 'bois', 'any']);
    assert.deepEqual(rows.map(names), [
      ['parc', 'any'],
      ['lot', 'any'],
      ['bois', 'any'],
    ]);
    // What runs over the ends of a part stands in none; a part that cuts a word is to be looked at by itself.
    assert.deepEqual(rowsOf(text, partsOf('un parc', 'zeta. le', 'lot eta 2')).rows.map(names), [
      ['any'],
      ['any'],
      ['lot', 'any'],
    ]);
    assert.deepEqual(rowsOf(text, partsOf('un par', 'eta. le', 'lot eta 2')).rows.map(names), [
      undefined,
      undefined,
      ['lot', 'any'],
    ]);
  });

  it('is told of a part by what begins and ends in it', () => {
    const bourg = /ourg phi\b/;
    columnOf(bourg).at;
    takeAllApart();
    const text = 'un bourg phi. un lac';
    const stands = (part: string) => {
      const [row] = rowsOf(text, [{ from: text.indexOf(part), words: new Words(part) }]).rows;
      return row && mayStand(row, columnOf(bourg).at);
    };
    assert.deepEqual(['un bourg phi.', 'bourg phi', 'phi. un lac', 'un lac'].map(stands), [true, true, false, false]);
  });

  it('can be worked out ahead, for every pattern asked so far', () => {
    const asked = [/\bphare upsilon\b/, /\b(?:phare|cap) chi \d/, /[a-z]{2}$/, /\bphare upsilon\b/];
    for (const pattern of asked) columnOf(pattern).at;
    const { cues, columns, waiting, size } = lookAhead();
    const texts = cuesOf(cues).map(({ units }) => units);
    /** The units of the cues for which each column waits. */
    const all = Array.from({ length: size }, (_, column) =>
      texts.filter((_, i) => waiting[i + 1]?.includes(column)).sort(),
    );
    for (const pattern of asked) {
      const own = [...(needsOf(pattern) ?? [])].map(bare).sort();
      assert.ok(own.length === 0 || all.some((texts) => texts.join() === own.join()), String(pattern));
    }
    assert.equal(all.filter((texts) => texts.join().includes('phare upsilon')).length, 1);
    assert.deepEqual(
      Object.values(columns).filter((column) => column >= 0),
      all.map((_, column) => column),
    );
    assert.ok(Object.values(columns).includes(-1));
    const finder = new CueFinder();
    finder.takeUp(cues);
    for (const [i, text] of texts.entries()) {
      const { length, cues: found } = finder.find(text);
      assert.ok(found.subarray(0, length).includes(i + 1), text);
    }
    assert.ok(Object.keys(columns).every((key) => /^[0-9a-z]{8,14}$/.test(key)));
    assert.deepEqual(lookAhead(), { cues, columns, waiting, size });
  });

  it('spares words a search', () => {
    const words = new Words('un bois theta');
    assert.equal(words.lacks(patterns.parc), true);
    assert.equal(words.lacks(patterns.bois), false);
    assert.equal(words.has(patterns.bois), true);
    const whole = new Words('un parc zeta. un bois theta');
    const parts = ['un parc zeta.', 'un bois theta'].map((part) => ({
      from: whole.text.indexOf(part),
      words: new Words(part),
    }));
    whole.lookFor(parts);
    assert.deepEqual(
      parts.map((part) => part.words.lacks(patterns.parc)),
      [false, true],
    );
    assert.equal(whole.lacks(patterns.parc), false);
  });
});

describe('a reader', () => {
  it('is spared the words in which none of its patterns can stand, once it has asked for nothing else', () => {
    const made = counted((phrase) => phrase.find(/\bpont mu (?<n>\d)/)?.groups.n);
    const texts = contents('Un pont nu.\n\nUn pont nu 1.\n\nUn pont mu 2.\n\nUn pont nu 3.\n\nUn pont mu 4. Un quai.');
    readPassage(made.reader, texts[0] as PassageContent);
    assert.equal(made.calls, 1);
    takeAllApart();
    const taken = texts.slice(1).map((content) => readPassage(made.reader, content));
    assert.deepEqual(taken, [[], [[0, '2']], [], [[0, '4']]]);
    assert.equal(made.calls, 3);
    assert.equal(asksPatternsFirst(made.reader), true);
    const row = rowOf('un pont nu');
    assert.deepEqual([mayTake(made.reader)(row, 'paragraph'), mayTake(made.reader)(row, 'item')], [false, true]);
    assert.equal(mayTake(made.reader)(row), true);
  });

  it('reads the same words but once, wherever they stand', () => {
    const made = counted((phrase) => phrase.folded.length);
    const [first, second, third] = contents('Une digue.\n\nUn mur.\n\n*Une* digue.');
    for (const content of [first, second, third, first])
      assert.equal(readPassage(made.reader, content as PassageContent).length, 1);
    assert.equal(made.calls, 2);
    assert.equal(asksPatternsFirst(made.reader), false);
    assert.equal(mayTake(made.reader)(rowOf(''), 'paragraph'), true);
  });

  it('reads them by kind of passage', () => {
    const made = counted((_, { kind }) => kind);
    const kinds = contents('# Une écluse\n\nUne écluse\n\n- Une écluse\n\n| Une écluse |\n|---|');
    assert.deepEqual(
      kinds.map((content) => readPassage(made.reader, content)),
      [[[0, 'heading']], [[0, 'paragraph']], [[0, 'item']], [[0, 'cell']]],
    );
    assert.equal(made.calls, 4);
  });

  it('reads them anew in each place where it looks at more than words', () => {
    for (const [what, read] of [
      ['source', (_: Phrase, c: PassageContent) => c.source],
      ['prose', (_: Phrase, c: PassageContent) => c.prose.text],
      ['list', (_: Phrase, c: PassageContent) => c.list?.index ?? 'none'],
      ['cell', (_: Phrase, c: PassageContent) => c.cell?.column ?? 'none'],
      ['depth', (_: Phrase, c: PassageContent) => c.depth ?? 'none'],
      ['bold', (_: Phrase, c: PassageContent) => `${c.bold}`],
      ['quoted', (_: Phrase, c: PassageContent) => `${c.quoted}`],
      ['footnote', (_: Phrase, c: PassageContent) => `${c.footnote}`],
      ['from', (p: Phrase) => `${p.from}`],
      ['prose of the phrase', (p: Phrase) => p.prose.text],
    ] as const) {
      const made = counted(read);
      const passages = contents('Une vanne.\n\n*Une* vanne.\n\nAh ! Une vanne.');
      const expected = passages.map((content) =>
        content.prose.sentences.map((phrase, i) => [i, read(phrase, content)]),
      );
      for (let again = 0; again < 2; again++)
        assert.deepEqual(
          passages.map((content) => readPassage(made.reader, content)),
          expected,
          what,
        );
      assert.equal(made.calls, 4, what);
      assert.equal(asksPatternsFirst(made.reader), false, what);
    }
  });

  it('may look at anything once one of its patterns stands', () => {
    const made = counted((phrase, content) => (phrase.has(/\bbarrage nu\b/) ? content.source : undefined));
    const passages = contents('Un barrage nu.\n\nUn *barrage* nu.\n\nUn barrage.\n\nUne vanne.');
    assert.deepEqual(
      passages.map((content) => readPassage(made.reader, content)),
      [[[0, 'Un barrage nu.']], [[0, 'Un *barrage* nu.']], [], []],
    );
    takeAllApart();
    assert.equal(asksPatternsFirst(made.reader), true);
    assert.deepEqual(readPassage(made.reader, contents('Un chenal.')[0] as PassageContent), []);
    assert.equal(made.calls, 4);
  });

  it('is asked of all when it looks at words, or beyond, before a pattern', () => {
    for (const [what, read] of [
      ['folded', (p: Phrase) => (p.folded.endsWith('ponceau.') ? 1 : undefined)],
      ['words', (p: Phrase) => (p.words.folded.endsWith('ponceau.') ? 1 : undefined)],
      ['source', (_: Phrase, c: PassageContent) => (c.source.endsWith('ponceau.') ? 1 : undefined)],
      ['list', (p: Phrase, c: PassageContent) => (!c.list && p.has(/ponceau/) ? 1 : undefined)],
    ] as const) {
      const [none, some] = contents(`Un quai ${what}.\n\nUn ${what} ponceau.`);
      assert.deepEqual(readPassage(read, none as PassageContent), [], what);
      takeAllApart();
      assert.deepEqual(readPassage(read, some as PassageContent), [[0, 1]], what);
      assert.equal(asksPatternsFirst(read), false, what);
    }
  });

  it('is not taken to ask for one pattern alone where that one stands', () => {
    const rho = /\bcanal rho\b/;
    const tau = /\bcanal tau\b/;
    for (const [what, stands] of [
      ['has', (p: Phrase) => p.has(rho)],
      ['find', (p: Phrase) => p.find(rho) !== undefined],
      ['findAll', (p: Phrase) => p.findAll(rho).length > 0],
    ] as const) {
      const read = (p: Phrase) => (!stands(p) && p.has(tau) ? what : undefined);
      const [first, second] = contents(`Un canal rho ${what}.\n\nUn canal tau ${what}.`);
      assert.deepEqual(readPassage(read, first as PassageContent), []);
      takeAllApart();
      assert.deepEqual(readPassage(read, second as PassageContent), [[0, what]]);
    }
  });

  it('may take something from words in a passage of any kind if it may in one', () => {
    const sigma = /\becluse sigma\b/;
    const kinds = contents('# Un bief\n\nUn bief\n\n- Un bief\n\n| Un bief |\n|---|');
    const readerOf =
      (own: string | undefined): Reader<unknown> =>
      (phrase, { kind }) =>
        kind === own ? phrase.folded : phrase.has(sigma);
    // False is something: nothing is undefined.
    const silent =
      (own: string | undefined): Reader<unknown> =>
      (phrase, content) =>
        readerOf(own)(phrase, content) || undefined;
    for (const own of [undefined, 'heading', 'paragraph', 'item', 'cell']) {
      const reader = silent(own);
      for (const content of kinds) readPassage(reader, content);
      takeAllApart();
      assert.equal(mayTake(reader)(rowOf('un bief')), own !== undefined, own);
      assert.equal(mayTake(reader)(rowOf('une ecluse sigma')), true, own);
      for (const { kind } of kinds)
        assert.equal(mayTake(reader)(rowOf('un bief'), kind), kind === own, `${own} / ${kind}`);
    }
  });

  it('takes nothing when it takes an empty list, and something when it takes nought', () => {
    const [content] = contents('Un fossé.') as [PassageContent];
    assert.deepEqual(
      readPassage(() => [], content),
      [],
    );
    assert.deepEqual(
      readPassage(() => undefined, content),
      [],
    );
    assert.deepEqual(
      readPassage(() => 0, content),
      [[0, 0]],
    );
    assert.deepEqual(
      readPassage(() => null, content),
      [[0, null]],
    );
    assert.deepEqual(
      readPassage(() => [1], content),
      [[0, [1]]],
    );
  });

  it('is asked of every sentence when it takes something without a pattern', () => {
    const made = counted((phrase) => !phrase.has(/\bgue xi\b/) && phrase.findAll(/\bgue omicron\b/).length === 0);
    assert.deepEqual(readPassage(made.reader, contents('Un talus.')[0] as PassageContent), [[0, true]]);
    takeAllApart();
    assert.deepEqual(readPassage(made.reader, contents('Une berge. Un gué xi.')[0] as PassageContent), [
      [0, true],
      [1, false],
    ]);
    assert.equal(asksPatternsFirst(made.reader), false);
  });
});

describe('what is found in a long draft', () => {
  const NUMBER = /\bborne pi (?<n>\d+)\b/;
  /** A hundred paragraphs, of which some hold a number. */
  const text = (marked: readonly number[]) =>
    Array.from({ length: 100 }, (_, i) => (marked.includes(i) ? `Une borne pi ${i}.` : `Un piquet ${i}.`)).join('\n\n');

  it('is asked but of the passages in which it may stand', () => {
    const made = counted((phrase) => phrase.find(NUMBER)?.groups.n);
    columnOf(NUMBER).at;
    const draft = new Draft(text([3, 40, 41, 99]));
    readPassage(made.reader, contents('Un jalon.')[0] as PassageContent);
    takeAllApart();
    made.calls = 0;
    const values = () => draft.collect(made.reader).map(({ value }) => value);
    assert.deepEqual(values(), ['3', '40', '41', '99']);
    assert.equal(made.calls, 4);
    assert.deepEqual(values(), ['3', '40', '41', '99']);
    assert.equal(made.calls, 4);
  });

  it('follows edits wherever they are made', () => {
    const draft = new Draft(text([3, 40, 41, 99]));
    const reader: Reader<string> = (phrase) => phrase.find(NUMBER)?.groups.n;
    const found = () => [
      draft
        .collect(reader)
        .map(({ value }) => value)
        .join(' '),
      draft
        .passagesWith(NUMBER)
        .map((p) => p.index)
        .join(' '),
      draft
        .sentencesWith(NUMBER)
        .map((s) => s.passage.index)
        .join(' '),
    ];
    assert.deepEqual(found(), Array(3).fill('3 40 41 99'));
    for (const marked of [
      [3, 40, 41],
      [40, 41],
      [0, 40, 41],
      [0, 40, 41, 64],
      [0, 31, 40, 41, 64],
      [0, 31, 32, 40, 41, 64],
    ]) {
      assert.ok(draft.edit(text(marked)));
      assert.deepEqual(found(), Array(3).fill(marked.join(' ')));
    }
  });
});
