import assert from 'node:assert/strict';
import { Draft, type Reader } from '../../rules/kit/draft.ts';
import { fr } from '../../rules/kit/french/pattern.ts';
import { type Change, Computation, forgetTouched } from '../../rules/kit/trace.ts';

const LOT = fr`lot ${/(?<n>\d+)/}`;
const TEXT = 'Le lot 1 est un parc. Le lot 2 est un square.\n\nLa rue.\n\nFin.';

/** A draft that was asked for all it says, and what an edit of it has changed. */
function edited(old: string, from: string, to: string): { readonly draft: Draft; readonly change: Change } {
  const draft = new Draft(old);
  assert.ok(old.includes(from), from);
  const change = draft.edit(old.replace(from, to));
  assert.ok(change, to);
  return { draft, change };
}
const changed = (from: string, to: string, old = TEXT) => edited(old, from, to).change;

describe('after an edit, a pattern', () => {
  it('flips when it comes to stand in a passage, or a sentence, or no longer does', () => {
    assert.equal(changed('La rue', 'La route').flips(fr`rue`), true);
    assert.equal(changed('La rue', 'Le lot 3').flips(LOT), true);
    assert.equal(changed('La rue', 'La rue neuve').flips(fr`rue`), false);
    assert.equal(changed('La rue', 'La rue neuve').flips(LOT), false);
    // It stands in the passage as before, but in another sentence.
    assert.equal(changed('un square', 'un parc').flips(fr`parc`), true);
    assert.equal(changed('un parc', 'une place').flips(fr`lot`), false);
  });

  it('flips when it stands in a sentence that comes or goes', () => {
    const two = 'Un parc. Un bois.';
    assert.equal(changed('Un bois.', 'Un lac. Un bois.', two).flips(fr`lac`), true);
    assert.equal(changed('Un bois.', 'Un parc. Un bois.', two).flips(fr`parc`), true);
    assert.equal(changed('Un bois.', 'Un lac. Un bois.', two).flips(fr`bois`), false);
    assert.equal(changed(' Un bois.', '', two).flips(fr`bois`), true);
    assert.equal(changed(' Un bois.', '', two).flips(fr`rue`), false);
  });

  it('moves when it stands elsewhere than it did, or says something else', () => {
    assert.equal(changed('lot 2', 'lot 3').moves(LOT), true);
    assert.equal(changed('Le lot 1', 'Un lot 1').moves(LOT), false);
    assert.equal(changed('Le lot 1', 'Le grand lot 1').moves(LOT), true);
    assert.equal(changed('square', 'grand square').moves(LOT), false);
    assert.equal(changed('square', 'grand square').moves(fr`rue`), false);
    assert.equal(changed('La rue', 'La belle rue').moves(LOT), false);
  });

  it('moves when marks that are no words come or go before it', () => {
    assert.equal(changed('Le lot 1', '*Le* lot 1').moves(LOT), true);
    assert.equal(changed('La rue', 'La  rue').moves(fr`rue`), true);
    assert.equal(changed('La rue', '*La* rue').moves(LOT), false);
    assert.equal(changed('Le lot 1', 'Les&nbsp;lot 1', 'Le lot 1.').moves(LOT), true);
  });

  it('moves when a sentence comes or goes before it', () => {
    const old = 'Un bois. Le lot 1.';
    assert.equal(changed('Le lot', 'Un lac. Le lot', old).moves(LOT), true);
    assert.equal(changed('Le lot', 'Un lac. Le lot', old).moves(fr`bois`), false);
    assert.equal(changed('Le lot', 'Un lac. Le lot', old).moves(fr`lac`), true);
    // It is at the beginning of its sentence, not of its passage.
    assert.equal(changed('Le lot', 'Un lac. Le lot', old).moves(/^le lot/), true);
    assert.equal(changed('Le lot', 'Un lac. Le lot', old).flips(/^le lot/), false);
    assert.equal(changed('Le lot', 'Un lac. Le lot', old).moves(/^un lac/), true);
    assert.equal(changed('Le lot', 'Un lac. Le lot', old).flips(/^un lac/), true);
  });
});

describe('after an edit, a reading of words', () => {
  const figures = (folded: string): string[] => folded.match(/\d+/g) ?? [];
  it('tells something when it takes something else', () => {
    assert.equal(changed('lot 2', 'lot 3').tells(figures), true);
    assert.equal(changed('La rue', 'Les 2 rues').tells(figures), true);
    assert.equal(changed('La rue', 'La place').tells(figures), false);
    assert.equal(changed('square', 'grand square').tells(figures), false);
    assert.equal(changed('La rue.', 'La rue. Le lac.').tells(figures), false);
    assert.equal(changed('La rue.', 'La rue. 2 lacs.').tells(figures), true);
  });
});

describe('after an edit, a reader', () => {
  const numbers: Reader<string> = (phrase) => phrase.find(LOT)?.groups.n;
  it('yields something else when it takes other things, or the same from elsewhere', () => {
    assert.equal(changed('lot 2', 'lot 3').yields(numbers), true);
    assert.equal(changed('La rue', 'Le lot 3').yields(numbers), true);
    assert.equal(changed('lot 2', 'bois').yields(numbers), true);
    assert.equal(changed('La rue', 'La place').yields(numbers), false);
    assert.equal(changed('un parc', 'une place').yields(numbers), true);
    assert.equal(changed('un square', 'une place').yields(numbers), false);
    assert.equal(changed('est un parc', 'est *un* parc').yields(numbers), true);
  });
  it('does so when it takes nothing any more, or when one of several passages has changed', () => {
    assert.equal(changed('Le lot 1', 'Le bois', 'Le lot 1.\n\nFin.').yields(numbers), true);
    const two = changed('lot 1.\n\nLa rue', 'lot 2.\n\nLa place', 'Le lot 1.\n\nLa rue.\n\nFin.');
    assert.deepEqual(
      [two.yields(numbers), two.moves(LOT), two.flips(fr`rue`), two.flips(LOT)],
      [true, true, true, false],
    );
  });
  it('does so where a sentence comes or goes in a passage from which it takes something', () => {
    assert.equal(changed('square.', 'square. Un bois.').yields(numbers), true);
    assert.equal(changed('La rue.', 'La rue. Un bois.').yields(numbers), false);
  });
});

describe('an edit', () => {
  it('tells the passages and blocks that are not the same any more', () => {
    const { draft, change } = edited(TEXT, 'La rue', 'La place');
    assert.equal(change.draft, draft);
    const [lots, rue] = draft.passages;
    assert.deepEqual(
      [lots, rue].map((p) => p && change.places.has(p)),
      [false, true],
    );
    assert.deepEqual(
      draft.blocks.map((b) => change.places.has(b)),
      [false, true, false],
    );
  });

  it('counts the blank lines after a block with it', () => {
    const { draft, change } = edited(TEXT, 'rue.\n\nFin', 'rue.\n\n\nFin');
    assert.deepEqual(
      draft.blocks.map((b) => change.places.has(b)),
      [false, true, false],
    );
    assert.equal(
      draft.passages.some((p) => change.places.has(p)),
      false,
    );
  });

  it('tells the passages that have more or fewer sentences, and the draft with them', () => {
    const { draft, change } = edited(TEXT, 'La rue.', 'La rue. Le lac.');
    assert.deepEqual([...change.divided], [draft.passages[1], draft]);
    assert.deepEqual([...changed('La rue.', 'La route.').divided], []);
  });

  it('of emphasis touches the passage, though its words stay', () => {
    const { draft, change } = edited('La rue.\n\nFin.', 'La rue', '**La rue**');
    assert.equal(change.places.has(draft.passages[0] as object), true);
  });
});

describe('what was worked out from a draft', () => {
  const numbers: Reader<string> = (phrase) => phrase.find(LOT)?.groups.n;
  const ends = (folded: string) => folded.endsWith('parc.');
  /** True when it is forgotten after an edit. */
  const forgets = (run: (draft: Draft) => unknown, from: string, to: string, old = TEXT): boolean => {
    const draft = new Draft(old);
    const computation = new Computation(() => run(draft));
    computation.value;
    const change = draft.edit(old.replace(from, to));
    assert.ok(change, to);
    forgetTouched([computation] as Computation<unknown>[], change);
    return !computation.isKept;
  };
  const rue = ({ passages }: Draft) => passages[1];

  for (const [what, run, touching, sparing] of [
    ['the words of a passage', (d: Draft) => rue(d)?.folded, 'La place', 'Le lot 11'],
    ['the text of a passage', (d: Draft) => rue(d)?.text, 'La place', 'Le lot 11'],
    ['the content of a passage', (d: Draft) => rue(d)?.content, 'La place', 'Le lot 11'],
    ['whether a passage holds a pattern', (d: Draft) => rue(d)?.has(fr`rue`), 'La place', 'La belle rue'],
    ['where a pattern stands in a passage', (d: Draft) => rue(d)?.at(fr`rue`), 'La belle rue', 'La rue neuve'],
    ['what a pattern gives in a passage', (d: Draft) => rue(d)?.findAll(fr`rue`), 'La belle rue', 'La rue neuve'],
    ['a reading of a passage', (d: Draft) => rue(d)?.read(ends), 'Le parc', 'Le lot 11'],
    ['the sentences of a passage', (d: Draft) => rue(d)?.sentences, 'La rue. Fin', 'La place'],
    ['all sentences', (d: Draft) => d.sentences, 'La rue. Fin', 'La place'],
    ['the phrase of a sentence', (d: Draft) => d.sentences[2]?.phrase, 'La place', 'Le lot 11'],
    ['the rank of a sentence', (d: Draft) => rue(d)?.every[0]?.index, 'La rue. Fin', 'La place'],
    ['the text of a sentence', (d: Draft) => rue(d)?.every[0]?.text, 'La place', 'Le lot 11'],
    ['the sentences that hold a pattern', (d: Draft) => d.sentencesWith(LOT), 'Le lot 3', 'La place'],
    ['the passages that a reading tells of', (d: Draft) => d.passagesWith(ends), 'Le parc', 'La place'],
    ['what a reader takes', (d: Draft) => d.collect(numbers), 'Le lot 3', 'La place'],
    ['a slice', (d: Draft) => d.slice(rue(d)?.node ?? { start: 0, end: 0 }), 'La place', 'Le lot 11'],
    ['the whole text', (d: Draft) => d.text, 'La place', undefined],
    ['nothing', () => 1, undefined, 'La place'],
    ['the place of a passage', (d: Draft) => rue(d)?.node, undefined, 'La belle place'],
    ['the kind of a passage', (d: Draft) => rue(d)?.kind, undefined, 'La place'],
  ] as const)
    it(`is worked out again when an edit touches it: ${what}`, () => {
      const edit = (to: string): boolean =>
        to === 'Le lot 11' ? forgets(run, 'lot 1', 'lot 11') : forgets(run, 'La rue', to);
      if (touching !== undefined) assert.equal(edit(touching), true, touching);
      if (sparing !== undefined) assert.equal(edit(sparing), false, sparing);
    });

  it('is worked out again when the title it looked at changes', () => {
    const title = (d: Draft) => d.sections[0]?.title;
    assert.equal(forgets(title, 'Objet', 'Lots', '# Objet\n\nUn parc.'), true);
    assert.equal(forgets(title, 'Un parc', 'Un lac', '# Objet\n\nUn parc.'), false);
  });

  it('is forgotten with what it rests on, and kept for other drafts', () => {
    const draft = new Draft(TEXT);
    const other = new Draft(TEXT);
    let runs = 0;
    const first = new Computation(() => rue(draft)?.folded);
    const second = new Computation(() => {
      runs++;
      return `${first.value}!`;
    });
    const third = new Computation(() => second.value?.length);
    const apart = new Computation(() => rue(other)?.folded);
    assert.deepEqual([third.value, second.value, apart.value, runs], [8, 'la rue.!', 'la rue.', 1]);
    const change = draft.edit(TEXT.replace('La rue', 'La place'));
    assert.ok(change);
    forgetTouched([third, second, first, apart] as Computation<unknown>[], change);
    assert.deepEqual(
      [first, second, third, apart].map((c) => c.isKept),
      [false, false, false, true],
    );
    assert.deepEqual([third.value, second.value, runs], [10, 'la place.!', 2]);
  });

  it('is run once, throws each time what it throws, and notes nothing if it is not to be asked', () => {
    let runs = 0;
    const failing = new Computation(() => {
      runs++;
      throw new Error('non');
    });
    assert.throws(() => failing.value, /non/);
    assert.throws(() => failing.value, /non/);
    assert.equal(runs, 2);
    const draft = new Draft(TEXT);
    const untraced = new Computation(() => rue(draft)?.folded, false);
    assert.deepEqual([untraced.value, untraced.isKept, untraced.isStale], ['la rue.', true, false]);
    const change = draft.edit(TEXT.replace('La rue', 'La place'));
    assert.ok(change);
    assert.equal(untraced.isTouchedBy(change), false);
  });
});
