import assert from 'node:assert/strict';
import { CueFinder } from '../../rules/kit/cue-finder.ts';
import { bare, WORD_BEGINS, WORD_ENDS } from '../../rules/kit/french/edges.ts';
import { cuesOf } from './known-cues.ts';

/** A cue written with brackets where words begin and end. */
const cue = (text: string): string => text.replace('<', WORD_BEGINS).replace('>', WORD_ENDS);
/** A finder of such cues, and what it finds: each cue with its place. */
function finderOf(...cues: readonly string[]) {
  const finder = new CueFinder();
  for (const text of cues) finder.numberOf(cue(text));
  const find = (text: string): string[] => {
    const { length, cues: found, from, to } = finder.find(text);
    return Array.from({ length }, (_, i) => `${cues[(found[i] as number) - 1]} ${from[i]}-${to[i]}`);
  };
  return { finder, find };
}

describe('a cue', () => {
  it('has a number, from one on, and the same each time', () => {
    const finder = new CueFinder();
    assert.deepEqual(
      ['lot ', 'tranche', 'lot ', 'variante'].map((text) => finder.numberOf(text)),
      [1, 2, 1, 3],
    );
    const told = new CueFinder();
    told.takeUp(finder.known);
    assert.deepEqual([told.numberOf('jury'), told.numberOf('critere'), told.numberOf('jury')], [4, 5, 4]);
  });

  it('is found by the longest beginning of its letters, else at a sign, else anywhere', () => {
    const spot = (...cues: readonly string[]): string => {
      const { finder } = finderOf(...cues);
      const last = cuesOf(finder.known).at(-1)?.spot as number;
      return `${['letters', 'sign', 'anywhere'][last & 3]} at ${last >> 2}`;
    };
    assert.equal(spot('<titulaire'), 'letters at 0');
    assert.equal(spot('<le titulaire'), 'letters at 0');
    assert.equal(spot('<du titulaires'), 'letters at 0');
    assert.equal(spot('rait le prix'), 'letters at 5');
    assert.equal(spot('rait. le prix global'), 'letters at 6');
    assert.equal(spot('ait des prix'), 'letters at 4');
    assert.equal(spot('ait x'), 'letters at 4');
    assert.equal(spot('7 %'), 'sign at 0');
    assert.equal(spot('ait %'), 'sign at 4');
    assert.equal(spot('ait 70 %'), 'sign at 4');
    assert.equal(spot('abc'), 'anywhere at 0');
    assert.equal(spot('abcdefg'), 'anywhere at 0');
    assert.equal(spot('ait '), 'anywhere at 0');
    // One by which others are found is left for another as long.
    assert.equal(spot('abcdefg', 'abcdefh'), 'anywhere at 1');
    assert.equal(spot('<titulaire', '<titulaire vend'), 'letters at 0');
    assert.equal(spot('<avis des prix', '<avis des lots'), 'letters at 5');
    assert.throws(() => new CueFinder().numberOf('a'), /less than two letters/);
  });

  it('is found by as many letters as it has', () => {
    for (const text of ['a', 'ab', 'abc', 'abcd', 'abcde', 'abcdef', 'abcdefgh', 'abcdefghij']) {
      const { find } = finderOf(`<${text}>`, `<${text}`);
      assert.deepEqual(find(`un ${text}`).sort(), [`<${text} 3-${3 + text.length}`, `<${text}> 3-${3 + text.length}`]);
      assert.deepEqual(find(`${text}x ${text.slice(0, -1)} x${text}`), [`<${text} 0-${text.length}`]);
      assert.deepEqual(find(`${text}, un`).length, 2);
    }
  });

  it('stands where no letter is beside it, if it is to begin or end a word', () => {
    const { find } = finderOf('<lot>', '<lot', 'lot>', 'lot');
    assert.deepEqual(find('lot').length, 4);
    assert.deepEqual(find('un lot, 3').length, 4);
    assert.deepEqual(find('lots').sort(), ['<lot 0-3', 'lot 0-3']);
    assert.deepEqual(find('flot 2').sort(), ['lot 1-4', 'lot> 1-4']);
    assert.deepEqual(find('flots'), ['lot 1-4']);
    assert.deepEqual(find("l'lot 2lot2").length, 8);
    assert.deepEqual(find('élot€').length, 4);
    const later = finderOf('<avis des prix', '<avis des lots').find;
    assert.deepEqual(
      [later('avis des lots'), later('un avis des lots').length, later('xavis des lots')],
      [['<avis des lots 0-13'], 1, []],
    );
    const last = finderOf('<zone', 'gaz>').find;
    assert.deepEqual([last('une zone de gaz'), last('azone gazz')], [['<zone 4-8', 'gaz> 12-15'], []]);
  });

  it('has any figure for any other', () => {
    const { find } = finderOf('<lot 0', '0 %', '<00/');
    assert.deepEqual(find('le lot 7 : 93 %, 12/05').sort(), ['0 % 12-15', '<00/ 17-20', '<lot 0 3-8']);
    assert.deepEqual(finderOf('<lot 5').find('lot 3, lot /, lot :'), ['<lot 5 0-5']);
  });

  it('is found at a sign, alone or with two units more', () => {
    const { find } = finderOf('€', '%.', 'n°', 'x €>', '€ h', '(s)');
    assert.deepEqual(find('10 €'), ['€ 3-4']);
    assert.deepEqual(find('10 %. lot(s), n° x € ht').sort(), [
      '%. 3-5',
      '(s) 9-12',
      'n° 14-16',
      'x €> 17-20',
      '€ 19-20',
      '€ h 19-22',
    ]);
  });

  it('is found in the middle of words', () => {
    const { find } = finderOf('ation', 'ion', 'onna', 'tionn');
    assert.deepEqual(find('une relation fonctionnelle').sort(), ['ation 7-12', 'ion 18-21', 'ion 9-12', 'tionn 17-22']);
    assert.deepEqual(find('ionna'), ['ion 0-3', 'onna 1-5']);
    assert.deepEqual(find('io'), []);
  });

  it('is found in a text after a longer one, and in a long one', () => {
    const { find } = finderOf('bcd', '<lot 0', 'fin>');
    assert.deepEqual(find('abcd lot 2'), ['bcd 1-4', '<lot 0 5-10']);
    assert.deepEqual(find('abc'), []);
    assert.deepEqual(find('lot '), []);
    assert.deepEqual(find(''), []);
    const long = `${'le parc est vert. '.repeat(1000)}lot 3 fin`;
    assert.deepEqual(find(long), [
      `<lot 0 ${long.length - 9}-${long.length - 4}`,
      `fin> ${long.length - 3}-${long.length}`,
    ]);
    assert.deepEqual(find('le lot 2'), ['<lot 0 3-8']);
  });

  it('is found each time it stands, in order of the places by which it is found', () => {
    const { finder, find } = finderOf('<lot>', 'lot et');
    assert.deepEqual(find('lot et lot et lot'), [
      '<lot> 0-3',
      'lot et 0-6',
      '<lot> 7-10',
      'lot et 7-13',
      '<lot> 14-17',
    ]);
    const many = finder.find('lot '.repeat(2000));
    assert.equal(many.length, 2000);
    assert.deepEqual([many.from[1999], many.to[1999], many.at[1999], many.cues[1999]], [7996, 7999, 7996, 1]);
    assert.deepEqual([many.from[1023], many.from[1024]], [4092, 4096]);
  });

  it('is found by the units told for it', () => {
    const texts = ['<titulaire', 'rait le prix', '7 %', 'abcdefg', '€', '<avis des prix'].map(cue);
    const [choosing, told] = [new CueFinder(), new CueFinder()];
    for (const text of texts) choosing.numberOf(text);
    told.takeUp(choosing.known);
    assert.deepEqual(told.known, choosing.known);
    for (const [i, text] of texts.entries()) {
      const { length, cues } = told.find(bare(text));
      assert.deepEqual([length, cues[0]], [1, i + 1], bare(text));
    }
    assert.equal(told.find('sous-titulaires').length, 1);
    assert.equal(told.find('prix dubatitulaire').length, 0);
  });

  it('finds room until there may be none for one pattern more', () => {
    const { tables } = new CueFinder().known;
    const isFullOf = (count: number, used: number) => {
      const finder = new CueFinder();
      finder.takeUp({ count, units: 'a'.repeat(used), tables });
      return finder.isFull;
    };
    const most = (1 << 20) - 50_000;
    assert.deepEqual([isFullOf(20, most), isFullOf(20, most + 1)], [false, true]);
    assert.deepEqual([isFullOf(63_536, 300), isFullOf(63_537, 300)], [false, true]);
  });
});
