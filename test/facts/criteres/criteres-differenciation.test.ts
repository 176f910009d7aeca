import assert from 'node:assert/strict';
import { openConsultation } from '../../../rules/consultation/open.ts';
import { differenciations } from '../../../rules/facts/criteres/differenciation.ts';

const open = (text: string) => {
  const [piece] = openConsultation([{ path: 'rc.md', text }], { date: '2026-12-01' }).pieces;
  assert.ok(piece);
  return piece;
};
const AWARD = '# Règlement de la consultation\n\n## Jugement des offres\n\n';
const read = (text: string, head = AWARD) => {
  const piece = open(`${head}${text}\n`);
  return piece.ask(differenciations).map(({ at }) => piece.draft.slice(at));
};

describe('criteria that differ by candidate', () => {
  describe('are said to', () => {
    for (const sentence of [
      'Les PME bénéficient d’un bonus de 5 points.',
      'À égalité, la préférence est donnée aux entreprises locales.',
      'Si deux offres sont à égalité, la priorité est donnée aux PME.',
      'La note des entreprises situées dans le département est majorée de 2 points.',
      'Le critère du prix ne s’applique pas aux start-up.',
      'Pour les PME, le prix compte pour 40 %, contre 60 % pour les autres.',
      'La note du titulaire sortant est minorée.',
      'La pondération varie selon la taille des entreprises.',
      'Les critères diffèrent selon la nationalité du candidat.',
      'Les petites structures sont dispensées du critère environnemental.',
      'Une note plancher de 5 est attribuée d’office aux jeunes entreprises innovantes.',
      'Le poids du prix est de 30 % pour les TPE et de 60 % pour les autres.',
      'LES ENTREPRISES REGIONALES BENEFICIENT D’UNE NOTE MAXIMALE.',
      'Un coefficient multiplicateur est affecté à la note des coopératives.',
      'Le barème est plus souple pour les artisans.',
      'Le sous-critère n’est pas noté pour les associations.',
      'La note des candidats dont le siège est dans la commune est doublée.',
    ])
      it(`« ${sentence} »`, () => assert.deepEqual(read(sentence), [sentence]));
    it('where several sentences do, each at its place', () => {
      const two = 'Les PME bénéficient d’un bonus de 5 points. La note du sortant est minorée.';
      assert.deepEqual(read(two), ['Les PME bénéficient d’un bonus de 5 points.', 'La note du sortant est minorée.']);
    });
    it('among the criteria by which candidates are chosen, only where offers are spoken of', () => {
      const head = '# RC\n\n## Sélection des candidatures\n\n';
      assert.deepEqual(read('Les PME bénéficient d’un bonus de 5 points.', head), []);
      const offers = 'Les offres des PME bénéficient d’un bonus de 5 points.';
      assert.deepEqual(read(offers, head), [offers]);
    });
  });

  describe('are not where all are judged alike', () => {
    for (const sentence of [
      'La note est la même, que le candidat soit une PME ou un grand groupe, sans bonus.',
      'Aucun bonus n’est accordé aux PME.',
      'Les PME sont notées comme les autres et ne bénéficient d’aucun point supplémentaire.',
      'Les PME sont notées dans les mêmes conditions, quelle que soit leur taille.',
      'L’égalité de traitement entre PME et grands groupes interdit toute majoration de note.',
      'Les notes des PME et des grands groupes sont traitées à égalité, sans que rien ne soit majoré.',
      'PME et grands groupes sont sur un pied d’égalité : leurs notes ne varient pas.',
      'La note du titulaire sortant n’est ni majorée ni minorée.',
    ])
      it(`« ${sentence} »`, () => assert.deepEqual(read(sentence), []));
  });

  describe('are not where something else is given to a category', () => {
    for (const sentence of [
      'La part du marché confiée à des PME est un critère pondéré à 10 %, majoré selon le taux.',
      'Pour les PME, le taux de l’avance est majoré de 5 points.',
      'Le lot 3 est un lot réservé aux entreprises adaptées, dont la note est majorée.',
      'Le chiffre d’affaires exigé des PME est réduit de 10 points.',
      'Les PME bénéficient d’un délai supplémentaire.',
      'Les PME sont notées sur leurs moyens.',
      'Le critère du prix est majoré.',
      'Les pénalités des PME sont réduites de 2 points.',
    ])
      it(`« ${sentence} »`, () => assert.deepEqual(read(sentence), []));
  });

  describe('in a table', () => {
    const table = (header: string, ...rows: string[]) =>
      [`| ${header} |`, `|${'---|'.repeat(header.split('|').length)}`, ...rows.map((r) => `| ${r} |`)].join('\n');
    it('have a column for a category', () => {
      const text = table('Critère | PME | Autres entreprises', 'Prix | 40 % | 60 %', 'Qualité | 60 % | 40 %');
      assert.deepEqual(read(text), ['| Critère | PME | Autres entreprises |']);
      assert.deepEqual(read(text, '# RC\n\n## Sélection des candidatures\n\n'), []);
    });
    it('have none with a column of weights alone, or for lots', () => {
      assert.deepEqual(read(table('Critère | Pondération', 'Prix | 60 %', 'Part confiée à des PME | 40 %')), []);
      assert.deepEqual(read(table('Critère | Lot 1 | Lot 2', 'Prix | 60 % | 40 %', 'Qualité | 40 % | 60 %')), []);
      assert.deepEqual(read(table('Pièce | PME | Autres', 'DC1 | oui | oui')), []);
      assert.deepEqual(read(table('Critère | PME', 'Prix | 60 %')), []);
    });
  });

  it('are shown by their words, or not at all', () => {
    const show = (text: string) => differenciations.show(open(text).ask(differenciations), open(text));
    assert.deepEqual(show('Les PME bénéficient d’un bonus de 5 points.'), [
      'Les PME bénéficient d’un bonus de 5 points.',
    ]);
    assert.equal(show('Les offres sont notées.'), undefined);
  });
});
