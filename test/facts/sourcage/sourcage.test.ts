import assert from 'node:assert/strict';
import { openConsultation } from '../../../rules/consultation/open.ts';
import { sourcage } from '../../../rules/facts/sourcage/sourcage.ts';
import type { Piece } from '../../../rules/kit/piece.ts';

const read = (text: string) =>
  (openConsultation([{ path: 'rc.md', text }], { date: '2026-12-01' }).pieces[0] as Piece).ask(sourcage);

describe('what was done before the consultation', () => {
  it('is an exchange or a participation', () => {
    const kinds = (text: string) => read(text).prealables.map((p) => p.kind);
    assert.deepEqual(kinds('Un sourçage a été mené en 2026.'), ['echange']);
    assert.deepEqual(kinds('Trois fabricants de bouées ont été reçus au printemps 2026.'), ['echange']);
    assert.deepEqual(kinds('La présente consultation fait suite à un sourcing ayant réuni six start-ups.'), [
      'echange',
    ]);
    assert.deepEqual(kinds('L’étude préalable a été réalisée par le cabinet Délos.'), ['participation']);
    assert.deepEqual(kinds('La société Thermalys a tenu la plume du CCTP.'), ['participation']);
    assert.deepEqual(kinds('Une association a relu le projet de cahier des charges.'), ['participation']);
  });
  it('is neither the tender, nor a visit, nor the CNIL, nor what is bought, nor advice, nor a general rule', () => {
    for (const text of [
      'La consultation a été lancée le 3 mars 2027. Une visite du site est obligatoire.',
      'La CNIL a fait l’objet d’une consultation préalable en 2026.',
      'Le marché a pour objet une mission d’assistance à maîtrise d’ouvrage.',
      'L’étude de faisabilité sera réalisée par le titulaire.',
      'Assistant à maîtrise d’ouvrage : cabinet Orvélis.',
      'Le maître d’œuvre a rédigé le CCTP.',
      'Il est recommandé de réaliser des échanges préalables.',
      'Tout opérateur ayant participé à la préparation peut concourir.',
      'Les soumissionnaires seront rencontrés par le jury.',
    ])
      assert.deepEqual(read(text).prealables, [], text);
  });
  it('counts the operators met', () => {
    const alone = (text: string) => read(text).seul !== undefined;
    assert.equal(alone('Un sourçage a été mené auprès d’un seul éditeur.'), true);
    assert.equal(alone('En amont, nous n’avons rencontré qu’un éditeur.'), true);
    assert.equal(alone('Un sourçage a été réalisé auprès de l’entreprise Altimo en mars 2027.'), true);
    assert.equal(alone('Lors du sourçage, la commune a échangé avec la société Alpha et la société Bêta.'), false);
    assert.equal(alone('La société Alto a été rencontrée lors du sourçage. La société Brio l’a été également.'), false);
    assert.equal(alone('Un sourçage a été mené auprès de plusieurs éditeurs.'), false);
  });
});

describe('what is shared of it', () => {
  const shared = (text: string) => read(`Un sourçage a été mené auprès de deux sociétés. ${text}`).partages;
  it('is read from the ways of giving it to all', () => {
    for (const text of [
      'La synthèse est annexée au présent règlement.',
      'Les documents échangés sont publiés sur le profil d’acheteur.',
      'Les informations utiles sont portées à la connaissance de tous les candidats.',
    ])
      assert.equal(shared(text).length, 1, text);
  });
  it('is nothing where it is refused, or where questions are answered elsewhere', () => {
    assert.equal(shared('Les comptes rendus ne sont pas communiqués aux candidats.').length, 0);
    assert.equal(
      read(
        '## A\n\nUn sourçage a été mené en 2026.\n\n## Renseignements\n\nLes réponses aux questions sont publiées sur le profil d’acheteur.',
      ).partages.length,
      0,
    );
  });
  it('may hold secrets, reserved or not', () => {
    const state = (text: string) => shared(text).map(({ sensible, reserve }) => [sensible, reserve]);
    assert.deepEqual(state('L’intégralité des échanges est communiquée à tous les candidats.'), [[true, false]]);
    assert.deepEqual(
      state('L’ensemble des échanges est publié sur le profil d’acheteur, à l’exception du secret des affaires.'),
      [[true, true]],
    );
    assert.deepEqual(state('L’ensemble des documents remis aux entreprises est annexé au dossier.'), [[false, false]]);
  });
});

describe('the exclusion of an operator', () => {
  const heard = (text: string) => read(text).exclusions.map((e) => e.contradictoire);
  it('is outright', () => {
    assert.deepEqual(heard('Tout opérateur ayant participé à la préparation du marché est exclu.'), [false]);
    assert.deepEqual(
      heard('Le CCTP a été rédigé avec le concours de la société Alphée. Elle est exclue d’office de la procédure.'),
      [false],
    );
  });
  it('comes after a hearing', () => {
    assert.deepEqual(
      heard('La société Kalis a relu le CCTP. Elle ne serait écartée qu’après avoir présenté ses observations.'),
      [true],
    );
  });
  it('is none where the operator may tender, or is out for another cause', () => {
    assert.deepEqual(heard('L’étude préalable a été réalisée par le cabinet Délos. Il n’est pas exclu.'), []);
    assert.deepEqual(heard('Les candidats dont le dossier est incomplet sont exclus.'), []);
  });
});
