import assert from 'node:assert/strict';
import { openConsultation } from '../../../rules/consultation/open.ts';
import { criteres } from '../../../rules/facts/criteres/criteres.ts';
import { isGreen, isPriceAlone } from '../../../rules/facts/criteres/environnement.ts';
import { french, weightTotal } from '../../../rules/facts/criteres/total.ts';

const AWARD = '# Règlement de la consultation\n\n## Jugement des offres\n\n';
const grille = (text: string) => {
  const [piece] = openConsultation([{ path: 'rc.md', text: `${AWARD}${text}\n` }], { date: '2026-12-01' }).pieces;
  const [first, ...others] = piece?.ask(criteres).grilles ?? [];
  assert.ok(first && others.length === 0, text);
  return first;
};
/** « 60 sur 100 %, sans poids : délai »: what the weights add up to, beside what they should. */
const total = (text: string): string => {
  const found = weightTotal(grille(text));
  if (!found) return 'ouvert';
  const bare = found.bare.map((c) => c.folded).join(', ');
  return `${french(found.sum)} sur ${french(found.wanted)} ${found.unit}${bare ? `, sans poids : ${bare}` : ''}`;
};
const adds = (text: string, expected: string) =>
  it(`${expected}: « ${text.replace(/\s*\n+/g, ' / ')} »`, () => assert.equal(total(text), expected));

describe('the total of weights', () => {
  describe('is a hundred of percentages', () => {
    adds('- Prix : 60 %\n- Qualité : 40 %', '100 sur 100 %');
    adds('- Prix : 60 %\n- Qualité : 30 %', '90 sur 100 %');
    adds('- Prix : 33,33 %\n- Qualité : 33,33 %\n- Délai : 33,33 %', '99,99 sur 100 %');
    adds('- Prix : 60 %\n- Qualité : 30 %\n- Délai', '90 sur 100 %, sans poids : delai');
    adds('- Prix : 60 % (note sur 20)\n- Qualité : 40 % (note sur 20)', '100 sur 100 %');
  });

  describe('is what the text says of points', () => {
    adds('Les offres sont notées sur 50 points :\n\n- Prix : 30 points\n- Qualité : 15 points', '45 sur 50 points');
    adds('- Prix : 12 points sur 40\n- Qualité : 20 points sur 40', '32 sur 40 points');
    adds('| Critère | Points |\n|---|---|\n| Prix | 12/40 |\n| Qualité | 20/40 |', '32 sur 40 points');
    adds('| Critère | Points |\n|---|---|\n| Prix | 12/35 |\n| Qualité | 20 sur 35 |', '32 sur 35 points');
    adds('- Prix : 12 points sur 20\n- Qualité : 20 points sur 40', 'ouvert');
    adds('| Critère | Points |\n|---|---|\n| Prix | 30 |\n| Qualité | 25 |\n| Total | 60 |', '55 sur 60 points');
  });

  describe('is a hundred of points that come near it, and open where they do not', () => {
    adds('- Prix : 60 points\n- Qualité : 35 points', '95 sur 100 points');
    adds('- Prix : 60 points\n- Qualité : 25 points', '85 sur 100 points');
    adds('- Prix : 60 points\n- Qualité : 24 points', 'ouvert');
    adds('- Prix : 60 points\n- Qualité : 59 points', '119 sur 100 points');
    adds('- Prix : 60 points\n- Qualité : 60 points', 'ouvert');
    adds('- Prix : 12 points\n- Qualité : 8 points', 'ouvert');
  });

  describe('is none where nothing adds up', () => {
    adds('| Critère | Coefficient |\n|---|---|\n| Prix | 6 |\n| Qualité | 4 |', 'ouvert');
    adds('- Prix : entre 40 et 60 %\n- Qualité : 40 %', 'ouvert');
    adds('Le critère unique est le suivant :\n\n- Prix : 100 %', 'ouvert');
    adds('Les critères sont les suivants :\n\n- Prix\n- Qualité', 'ouvert');
  });

  describe('counts for a criterion without weight what its parts add up to', () => {
    adds('- Prix : 40 %\n- Qualité\n  - méthode : 40 %\n  - moyens : 20 %', '100 sur 100 %');
    adds(
      '- Prix : 40 %\n- Délai : 20 %\n- Qualité\n  - méthode : 40 %\n  - moyens',
      '60 sur 100 %, sans poids : qualite',
    );
  });

  it('is written as French does, to the hundredth', () => {
    assert.deepEqual([13.333, 100, 0.1 + 0.2, 12.5].map(french), ['13,33', '100', '0,3', '12,5']);
  });
});

describe('a criterion on the environment', () => {
  const green = (text: string) =>
    grille(text)
      .criteria.filter(isGreen)
      .map((c) => c.folded);
  it('is one by its name, by its parts, or by what it is judged on', () => {
    assert.deepEqual(green('- Prix : 60 %\n- Performance environnementale : 40 %'), ['performance environnementale']);
    assert.deepEqual(green('- Prix : 60 %\n- Qualité : 40 %\n  - empreinte carbone : 20 %\n  - moyens : 20 %'), [
      'qualite',
    ]);
    assert.deepEqual(green('- Prix : 60 %\n- Qualité : 40 %, appréciée au regard de l’empreinte carbone'), ['qualite']);
    assert.deepEqual(green('- Prix : 60 %\n- Qualité : 40 %, appréciée au regard de l’environnement de travail'), []);
  });

  /** Before and from the day of the reform. */
  const alone = (text: string) => ['2026-08-20', '2026-08-21'].map((day) => isPriceAlone(grille(text), day));
  it('is wanted where a single cost replaces the price, from the day of the reform', () => {
    assert.deepEqual(alone('Le prix est le seul critère d’attribution.'), [true, true]);
    assert.deepEqual(alone('Le critère unique est le suivant :\n\n- Coût global : 100 %'), [false, true]);
    assert.deepEqual(
      alone(
        'Le critère unique est le suivant :\n\n- Coût du cycle de vie, externalités environnementales comprises : 100 %',
      ),
      [false, false],
    );
    assert.deepEqual(alone('Le critère unique est le suivant :\n\n- Valeur technique : 100 %'), [false, false]);
    assert.deepEqual(alone('- Prix : 60 %\n- Qualité : 40 %'), [false, false]);
  });
  it('does not make a price another thing, but a cost that holds the environment does', () => {
    assert.deepEqual(
      alone('Le critère unique est le suivant :\n\n- Prix : 100 %, apprécié au regard de l’empreinte carbone'),
      [true, true],
    );
    assert.deepEqual(
      alone('Le critère unique est le suivant :\n\n- Coût, émissions de gaz à effet de serre comprises : 100 %'),
      [false, false],
    );
  });
});
