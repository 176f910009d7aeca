import assert from 'node:assert/strict';
import { rules } from '../../rules/index.ts';
import { AXES, type Axe, axeOf } from '../../server/core/axes.ts';

describe('The axes of the report', () => {
  it('have each rules of their own, and every rule one axis', () => {
    const served = new Set(rules.map(axeOf));
    assert.deepEqual([...served].sort(), (Object.keys(AXES) as Axe[]).sort());
  });

  it('take an absence for a lack of completeness, but for the environment and equality', () => {
    const of = (id: string) => axeOf(rules.find((r) => r.id === id) as (typeof rules)[number]);
    assert.equal(of('pi/clause-absente'), 'completude');
    assert.equal(of('criteres/environnemental'), 'environnement');
    assert.equal(of('execution/condition-environnementale'), 'environnement');
    assert.equal(of('besoin/ou-equivalent'), 'egalite');
    assert.equal(of('dossier/duree'), 'coherence');
    assert.equal(of('offres/delai-minimal'), 'faisabilite');
    assert.equal(of('droit/ccag-perime'), 'legalite');
    assert.equal(of('besoin/exigence-mesurable'), 'clarte');
  });
});
