import assert from 'node:assert/strict';
import { counts } from '../../../rules/kit/french/counts.ts';

const lots = (text: string) => counts(text, 'lots?').map((c) => [text.slice(c.from, c.to), c.value]);
const bounds = (text: string) => counts(text, 'lots?').map((c) => [c.value, c.bound ?? false]);

describe('the forms of a count', () => {
  it('have an adjective before the thing, in any gender and number', () => {
    for (const adjective of [
      ...['seul', 'seule', 'seuls', 'seules', 'unique', 'uniques', 'different', 'differents', 'differentes'],
      ...['distinct', 'distincts', 'separe', 'separes', 'separees', 'autre', 'autres', 'grands', 'petits'],
      ...['nouveaux', 'nouvelles'],
    ])
      assert.deepEqual(lots(`en 2 ${adjective} lots.`), [[`2 ${adjective} lots`, 2]], adjective);
    assert.deepEqual(lots('en 2 beaux lots.'), []);
  });

  it('write the number twice', () => {
    for (const twice of ['deux (2)', '2 (deux)', 'deux(2)', 'deux ( 2 )', '22 (vingt deux)', '22 (vingt-deux)'])
      assert.deepEqual(
        lots(`en ${twice} lots.`).map(([text]) => text),
        [`${twice} lots`],
        twice,
      );
    assert.deepEqual(lots('en deux (12345) lots.'), []);
  });

  it('say none', () => {
    for (const none of ['aucun', 'aucune', 'nul', 'nulle', 'sans', 'sans aucun', 'sans aucune', 'pas de'])
      assert.deepEqual(lots(`il y a ${none} lot.`), [[`${none} lot`, 0]], none);
    assert.deepEqual(lots('il y a aucun autre lot.'), [['aucun autre lot', 0]]);
    assert.deepEqual(
      counts("il n'y a pas d'options.", 'options?').map((c) => c.value),
      [0],
    );
    assert.deepEqual(lots('passant lot'), []);
  });

  it('say one', () => {
    for (const one of [
      'un lot unique',
      'une lot unique',
      'le lot unique',
      'la lot unique',
      'lot unique',
      'lots uniques',
    ])
      assert.deepEqual(lots(`en ${one}.`), [[one, 1]], one);
    assert.deepEqual(
      counts("l'option unique", 'options?').map((c) => [c.from, c.to, c.value]),
      [[0, 15, 1]],
    );
    assert.deepEqual(
      counts('un lot, un seul lot, un lot unique, un (1) lot', 'lots?').map((c) => c.article),
      [true, undefined, undefined, undefined],
    );
  });

  it('give the total after the word « nombre »', () => {
    for (const lead of [
      'nombre de lots :',
      'nombre de lots:',
      'nombre de lots =',
      'nombre total de lots :',
      'nombre de lots est de',
      'nombre de lots sera de',
      'nombre de lots est fixe a',
      'nombre de lots sera fixe a',
      'nombre de lots est egal a',
      'nombre de lots est',
    ])
      for (const [number, value] of [
        ['4', 4],
        ['quatre', 4],
        ['un', 1],
      ] as const)
        assert.deepEqual(lots(`le ${lead} ${number}.`), [[`${lead} ${number}`, value]], lead);
    assert.deepEqual(
      counts("le nombre d'options : 2", 'options?').map((c) => c.value),
      [2],
    );
    assert.deepEqual(lots('le nombre de lots varie de 4 a 5'), []);
    assert.deepEqual(lots('3 ans ; le nombre de lots : 4 ; 5 mois'), [['nombre de lots : 4', 4]]);
  });

  it('are bounds with « au plus », « jusqu’à », « plus de » before or after', () => {
    for (const lead of [
      ...['au plus', 'au maximum', 'au moins', 'au minimum', 'maximum', 'minimum', 'maximum de'],
      ...["jusqu'a", 'plus de', 'moins de', 'limite a', 'limitee a', 'limites a', 'limitees a'],
    ])
      assert.deepEqual(bounds(`attribue ${lead} 3 lots`), [[3, true]], lead);
    for (const tail of ['au plus', 'au maximum', 'au moins', 'au minimum', 'maximum', 'minimum'])
      assert.deepEqual(bounds(`attribue 3 lots ${tail}.`), [[3, true]], tail);
    for (const text of ['attribue 3 lots', 'le plus des 3 lots', '3 lots maximumx'])
      assert.deepEqual(bounds(text), [[3, false]], text);
  });

  it('are no names of things that are numbered', () => {
    for (const name of ['n° 2', 'no 2', 'numero 2', 'lot 2', 'lots 2', 'article 2', 'tranche 2', 'tranches 2'])
      assert.deepEqual(lots(`le ${name} lots`), [], name);
    for (const name of ['n°2', 'lot2']) assert.deepEqual(lots(`le ${name} lots`), [], name);
    assert.deepEqual(lots('le lot 1 et 2 lots'), [['2 lots', 2]]);
    assert.deepEqual(lots('article deux lots'), [['deux lots', 2]]);
    assert.deepEqual(
      counts('vingt et un lots, une trentaine', 'lots?').map((c) => c.article),
      [undefined],
    );
    assert.deepEqual(lots('en 2,5 lots'), []);
  });
});
