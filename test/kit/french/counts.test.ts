import assert from 'node:assert/strict';
import { counts } from '../../../rules/kit/french/counts.ts';
import { assertLinear, assertOrderedOnAnything } from './growth.ts';

const lots = (text: string) => counts(text, 'lots?').map((c) => [text.slice(c.from, c.to), c.value]);

describe('counts', () => {
  it('reads how many lots are announced', () => {
    const cases: [string, number][] = [
      ['trois lots', 3],
      ['3 lots', 3],
      ['trois (3) lots', 3],
      ['3 (trois) lots', 3],
      ['deux autres lots', 2],
      ['un lot unique', 1],
      ['un seul lot', 1],
      ['aucun lot', 0],
      ['nombre de lots : 4', 4],
      ['vingt et un lots', 21],
    ];
    for (const [text, value] of cases) assert.deepEqual(lots(`on y trouve ${text}, dit-il`), [[text, value]], text);
    assert.deepEqual(lots('le present marche est en lot unique.'), [['lot unique', 1]]);
    assert.deepEqual(lots('nombre de lots quatre'), [['nombre de lots quatre', 4]]);
    assert.deepEqual(lots('2-3 lots'), []);
    assert.deepEqual(lots("il n'y a pas de lots"), [['pas de lots', 0]]);
  });

  it('reads compound things', () => {
    const text = 'une tranche ferme et deux (2) tranches optionnelles au sens des articles r2113-4 a r.2113-6';
    assert.deepEqual(
      counts(text, 'tranches? optionnelles?').map((c) => c.value),
      [2],
    );
    assert.deepEqual(counts(text, 'tranches? fermes?'), [{ from: 0, to: 17, value: 1, article: true }]);
    assert.deepEqual(
      counts('3 tranches fermes (tf)', 'tranches? fermes?').map((c) => c.value),
      [3],
    );
    assert.deepEqual(
      counts('sans tranches optionnelles', 'tranches? optionnelles?').map((c) => c.value),
      [0],
    );
  });

  it('tells bounds and articles from announcements', () => {
    assert.deepEqual(
      counts('peut repondre a un lot, a deux lots au maximum, a plus de trois lots, a quatre lots', 'lots?').map(
        (c) => [c.value, c.article ?? false, c.bound ?? false],
      ),
      [
        [1, true, false],
        [2, false, true],
        [3, false, true],
        [4, false, false],
      ],
    );
  });

  it('takes nothing else for a count', () => {
    for (const text of [
      'le lot n° 3',
      "l'un des lots",
      'un ou plusieurs lots',
      'plusieurs lots',
      'les trois premiers lots',
      'lot 2 lots',
      'trois lotissements',
      '3 a 5 kg',
      'deux marches et lots',
    ])
      assert.deepEqual(lots(text), [], text);
  });

  it('keeps its items in order whatever the text, and linear time', () => {
    const pieces = ['trois', ' lots', ' lot', ' unique', 'un ', 'aucun', ' (', '2', ')', ' seul', 'nombre de lots : '];
    assertOrderedOnAnything((t) => counts(t, 'lots?'), pieces);
    for (const unit of ['un lot ', 'un (', 'nombre de lots : 1 ', 'sans aucun ', '1 ', 'un (a b c '])
      assertLinear((t) => counts(t, 'lots?'), unit);
  });
});
