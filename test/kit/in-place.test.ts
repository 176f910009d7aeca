import assert from 'node:assert/strict';
import { Draft, type InPlace } from '../../rules/kit/draft.ts';
import { fr } from '../../rules/kit/french/pattern.ts';

const TEXT =
  '# Parc\n\nUn arbre. Un banc.\n\n# Place\n\nUn arbre par saison :\n\n- un tilleul ;\n- un orme.\n\n| Essence | Nombre |\n|---|---|\n| Chêne | 4 |';

/** The sentences that name a tree, with the heading over them and what announces them; and which it was asked of. */
function trees(isPlaceless?: true): { readonly reading: InPlace<string>; readonly asked: string[] } {
  const asked: string[] = [];
  const reading: InPlace<string> = {
    signs: fr`arbre|tilleul|orme|chêne`,
    take(sentence) {
      asked.push(sentence.folded.trim());
      const { passage, section } = sentence;
      return sentence.has(fr`arbre|tilleul|orme`) ? `${section.title}/${passage.lead?.folded ?? ''}` : undefined;
    },
    ...(isPlaceless && { isPlaceless }),
  };
  return { reading, asked };
}

describe('what sentences give in their place', () => {
  it('comes in the order of the text, from those that hold the signs', () => {
    const { reading, asked } = trees();
    const given = [...new Draft(TEXT).inPlace(reading)].map(([s, value]) => [s.text, value]);
    assert.deepEqual(given, [
      ['Un arbre.', 'parc/'],
      ['Un arbre par saison :', 'place/'],
      ['un tilleul ;', 'place/un arbre par saison :'],
      ['un orme.', 'place/un arbre par saison :'],
    ]);
    assert.deepEqual(asked, ['un arbre.', 'un arbre par saison :', 'un tilleul ;', 'un orme.', 'chene']);
  });

  /** What an edit makes of it: what is asked again, whether it is told as changed, and what is given then. */
  function after(from: string, to: string, isPlaceless?: true) {
    const { reading, asked } = trees(isPlaceless);
    const draft = new Draft(TEXT);
    draft.inPlace(reading);
    asked.length = 0;
    const text = TEXT.replace(from, to);
    const change = draft.edit(text);
    assert.ok(change, 'the edit keeps the shape');
    const told = [...draft.inPlace(reading)].map(([s, value]) => [s.text, value]);
    assert.deepEqual(
      told,
      [...new Draft(text).inPlace(trees(isPlaceless).reading)].map(([s, value]) => [s.text, value]),
    );
    return { asked: [...new Set(asked)], isChanged: change.inPlace.has(reading) };
  }

  it('is taken again where the words change', () => {
    assert.deepEqual(after('Un banc', 'Un orme'), { asked: ['un arbre.', 'un orme.'], isChanged: true });
    assert.deepEqual(after('Chêne', 'Frêne'), { asked: [], isChanged: false });
    assert.deepEqual(after('4', '5'), { asked: [], isChanged: false });
  });

  it('is taken again where what was looked at changes, and there alone', () => {
    const asked = ['un arbre par saison :', 'un tilleul ;', 'un orme.'];
    assert.deepEqual(after('# Place', '# Cour'), { asked, isChanged: true });
    assert.deepEqual(after('saison', 'an'), {
      asked: ['un arbre par an :', 'un tilleul ;', 'un orme.'],
      isChanged: true,
    });
    assert.deepEqual(after('# Parc', '# Bois'), { asked: ['un arbre.'], isChanged: true });
  });

  it('counts as changed where its words do, unless it tells no place in them', () => {
    assert.equal(after('Un banc', 'Un siège').isChanged, true);
    assert.equal(after('Un banc', 'Un siège', true).isChanged, false);
    assert.equal(after('# Place', '# Cour', true).isChanged, true);
  });

  it('is the same object where it is the same', () => {
    const draft = new Draft(TEXT);
    const reading: InPlace<{ readonly words: number }> = {
      take: ({ folded }) => ({ words: folded.trim().split(' ').length }),
      isPlaceless: true,
    };
    const before = [...draft.inPlace(reading).values()];
    assert.ok(draft.edit(TEXT.replace('banc', 'beau banc')));
    const now = [...draft.inPlace(reading).values()];
    assert.deepEqual(
      now.flatMap((value, i) => (value === before[i] ? [] : i)),
      [2],
    );
  });

  it('looks at no draft as a whole', () => {
    const draft = new Draft(TEXT);
    const whole: InPlace<number> = { take: () => draft.sentencesWith(fr`arbre`).length };
    assert.throws(() => draft.inPlace(whole), /no draft as a whole/);
  });

  it('fails where it is asked for, and loses no edit', () => {
    const draft = new Draft(TEXT);
    const failing: InPlace<string> = {
      take({ folded }) {
        if (folded.includes('siege')) throw new Error('no seat');
        return folded;
      },
    };
    draft.inPlace(failing);
    const text = TEXT.replace('banc', 'siège');
    assert.equal(draft.edit(text)?.inPlace.has(failing), true);
    assert.equal(draft.text, text);
    assert.throws(() => draft.inPlace(failing), /no seat/);
    assert.ok(draft.edit(TEXT));
    assert.equal(draft.inPlace(failing).size, new Draft(TEXT).sentences.length);
  });
});
