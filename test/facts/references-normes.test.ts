import assert from 'node:assert/strict';
import { standardNames } from '../../rules/facts/references-normes.ts';
import { plain } from '../../rules/kit/french/fold.ts';

const named = (text: string) => {
  const folded = plain(text);
  return standardNames(folded).map((n) => `${folded.slice(n.from, n.to)} = ${n.kind}`);
};

describe('the name of a standard', () => {
  const CASES: readonly (readonly [text: string, ...expected: string[]])[] = [
    ['la norme ISO 9001', 'iso 9001 = norme'],
    ['ISO 9001 v2015', 'iso 9001 = norme'],
    ['DTU 43.1', 'dtu 43.1 = norme'],
    ['Eurocode 2', 'eurocode 2 = norme'],
    ['selon EN 14351', 'en 14351 = norme'],
    ['certifié NF', 'nf = label'],
    ['marque AFNOR', 'afnor = norme'],
    ['label TCO', 'tco = label'],
    ['label Écocert 2018', 'ecocert 2018 = label'],
    ['hébergeur HDS', 'hds = certification'],
    ['agrément technique européen', 'agrement technique europeen = agrement'],
    ['avis technique du CSTB', 'avis technique du cstb = agrement'],
    ['conforme à l’avis technique', 'avis technique = agrement'],
  ];
  for (const [text, ...expected] of CASES) it(`is read in « ${text} »`, () => assert.deepEqual(named(text), expected));

  it('of few figures, or of letters with other senses, counts only where a norm is spoken of', () => {
    assert.deepEqual([named('norme ISO 12'), named('ISO 12')], [['iso 12 = norme'], []]);
    assert.deepEqual([named('la norme TS 16949'), named('TS 16949')], [['ts 16949 = norme'], []]);
    assert.deepEqual([named('label TCO'), named('le TCO du projet')], [['tco = label'], []]);
  });
});
