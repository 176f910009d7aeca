import assert from 'node:assert/strict';
import { administrativeCourts } from '../../../rules/facts/droit/juridiction.ts';
import { open } from '../../rules/tester.ts';

const courts = (text: string) => {
  const [piece] = open([{ path: 'rc.md', text }]).pieces;
  assert.ok(piece);
  return administrativeCourts(piece).length;
};

describe('the administrative court', () => {
  it('is announced', () => {
    assert.equal(courts('Le tribunal administratif de Lille est saisi dans les deux mois.'), 1);
  });
  it('is not announced by a dispute that was', () => {
    assert.equal(courts('Le tribunal administratif de Lille a rejeté le recours d’un voisin en 2023.'), 0);
    assert.equal(courts('Une entreprise avait porté le litige devant le tribunal administratif de Lille.'), 0);
  });
});
