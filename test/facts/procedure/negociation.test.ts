import assert from 'node:assert/strict';
import { openConsultation } from '../../../rules/consultation/open.ts';
import { negociation } from '../../../rules/facts/procedure/negociation.ts';

const read = (text: string) => {
  const [piece] = openConsultation([{ path: 'rc.md', text }], { date: '2026-12-01' }).pieces;
  assert.ok(piece);
  return piece.ask(negociation);
};

/** In one word each: what is foreseen, then what else is read of the sentence. */
const summary = (sentence: string): string => {
  const n = read(`# RC\n\n## Examen des offres\n\n${sentence}\n`);
  const stance = n.stance === 'prevue' ? (n.certaine ? 'certaine' : 'possible') : (n.stance ?? '');
  return [stance, n.offresInitiales && 'réserve', ...n.interdits.map((i) => i.objet), n.offreFinale && 'finale']
    .filter(Boolean)
    .join(' ');
};

const SENTENCES: readonly (readonly [string, string])[] = [
  ['La négociation au titre du présent marché demeure facultative.', 'possible'],
  ['Le pouvoir adjudicateur engagera des négociations avec tous les candidats sélectionnés.', 'certaine'],
  ['Une phase de négociation pourra être mise en œuvre par écrit ou par audition.', 'possible'],
  ["L'acheteur, le cas échéant, négociera avec trois candidats au plus.", 'possible'],
  ["Il peut être amené à négocier, après l'ouverture des offres.", 'possible'],
  ["L'acheteur négocie avec les candidats avant de les inviter à remettre leur offre finale.", 'certaine'],
  [
    "L'acheteur se réserve la possibilité d'attribuer le marché sur la base des offres initiales, sans négociation.",
    'réserve',
  ],
  ["L'acheteur se réserve le droit de ne pas procéder à une négociation.", 'réserve'],
  ['Il ne sera procédé à aucune négociation.', 'exclue'],
  ['Les offres ne sont pas négociées.', 'exclue'],
  ['Le marché est attribué sans négociation.', 'exclue'],
  ['Il est interdit de négocier.', 'exclue'],
  ['Toute offre irrégulière pourra être régularisée pendant la négociation.', ''],
  ['Un marché négocié pourra être passé avec le titulaire pour des prestations similaires.', ''],
  ['Le marché est passé selon la procédure avec négociation.', ''],
  ['Les candidats ayant négocié des accords-cadres comparables en font état.', ''],
  ["L'offre finale n'est pas négociée.", ''],
  ["Les offres finales feront l'objet d'une négociation.", 'certaine finale'],
  ["La négociation porte sur tous les éléments de l'offre, y compris les exigences minimales.", 'certaine exigences'],
  ['La négociation peut conduire à modifier la pondération des critères.', 'possible criteres'],
  ["Les offres sont négociées puis classées selon les critères d'attribution.", 'certaine'],
  ['Les exigences minimales ne sont pas négociables.', ''],
];

describe('what a piece says of a negotiation', () => {
  for (const [sentence, expected] of SENTENCES)
    it(`${expected || 'nothing'}: ${sentence}`, () => {
      assert.equal(summary(sentence), expected);
    });

  it('is read in the row of a table', () => {
    const table = (value: string) =>
      read(`# RC\n\n| Rubrique | Contenu |\n| --- | --- |\n| Négociation | ${value} |\n`).stance;
    assert.deepEqual([table('Avec'), table('Sans')], ['prevue', 'exclue']);
  });

  it('keeps guarantees apart: equality on one side, confidentiality on the other', () => {
    const kept = (s: string) => {
      const { egalite, protection } = read(`# RC\n\n## Négociation\n\n${s}\n`);
      return [egalite !== undefined, protection !== undefined];
    };
    assert.deepEqual(kept('Tous les candidats reçoivent les mêmes informations.'), [true, false]);
    assert.deepEqual(kept('Rien n’est révélé aux autres candidats de la solution de chacun.'), [false, true]);
    assert.deepEqual(kept('Le titulaire garde la confidentialité des données du service.'), [false, false]);
  });

  it('looks for the criteria of a phase that eliminates in its article', () => {
    const phases = (s: string) => read(`# RC\n\n## Dialogue\n\n${s}\n`).phases.map((p) => p.criteres);
    assert.deepEqual(phases('À l’issue de la première phase, deux solutions sont écartées.'), [false]);
    assert.deepEqual(
      phases(
        'À l’issue de la première phase, deux solutions sont écartées selon les critères suivants : coût, qualité.',
      ),
      [true],
    );
    assert.deepEqual(phases('Le dialogue se déroule en deux phases, avec tous.'), []);
  });
});
