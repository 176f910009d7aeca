import assert from 'node:assert/strict';
import { openConsultation } from '../../../rules/consultation/open.ts';
import { seuils } from '../../../rules/facts/procedure/seuils.ts';

const open = (text: string) => {
  const [piece] = openConsultation([{ path: 'rc.md', text }], { date: '2026-12-01' }).pieces;
  assert.ok(piece);
  return piece;
};
/** « 40 000 € HT : dispense, travaux, passé ». */
const read = (text: string) => {
  const piece = open(text);
  return piece
    .ask(seuils)
    .map(({ at, matieres, travaux, past }) =>
      [
        `${piece.draft.text.slice(at.start, at.end)} :`,
        [matieres.join(' et ') || 'seuil', ...(travaux ? ['travaux'] : []), ...(past ? ['passé'] : [])].join(', '),
      ].join(' '),
    );
};
const reads = (sentence: string, ...expected: string[]) =>
  it(`« ${sentence} »`, () => assert.deepEqual(read(sentence), expected));
const silent = (sentence: string) => it(`none: « ${sentence} »`, () => assert.deepEqual(read(sentence), []));

describe('thresholds of the law', () => {
  describe('are amounts that words call so', () => {
    reads('Le seuil est de 90 000 € HT.', '90 000 € HT : seuil');
    reads('Le montant atteint le seuil fixé à 90 000 €.', '90 000 € : seuil');
    reads('Le besoin est inférieur au seuil de 90 000 € H.T.', '90 000 € H.T. : seuil');
    reads('Le montant dépasse 90 000 € HT, seuil au-delà duquel un avis est publié.', '90 000 € HT : seuil');
    reads('Le besoin reste en deçà de 90 000 € HT (seuil de l’article R. 2131-12).', '90 000 € HT : seuil');
    reads('La limite de 216 000 € HT, seuil européen, est franchie.', '216 000 € HT : europeen');
    reads('La limite de 216 000 € HT (le seuil européen) est franchie.', '216 000 € HT : europeen');
    reads('LE SEUIL APPLICABLE AUX FOURNITURES EST DE 140 000 EUROS HT.', '140 000 EUROS HT : seuil');
    reads('Le seuil de l’article 28 : 90 000 € HT.', '90 000 € HT : seuil');
    reads('Le besoin est estimé à 216 000 € HT, qui est le seuil de la procédure.', '216 000 € HT : seuil');
  });

  describe('are amounts that bound what a matter is about', () => {
    for (const bound of [
      'inférieur à',
      'inférieur ou égal à',
      'supérieur à',
      'supérieur ou égal à',
      'égal ou supérieur à',
      'de moins de',
      'de plus de',
      'jusqu’à',
      'au-delà de',
      'en dessous de',
      'au-dessus de',
      'en deçà de',
      'sous',
      'à partir de',
      'qui atteint',
      'qui n’excède pas',
      'qui dépasse',
      'excédant',
      'ne dépassant pas la somme de',
    ])
      reads(`Tout marché ${bound} 40 000 € HT est dispensé de publicité.`, '40 000 € HT : dispense');
    reads('Les achats n’excédant pas la somme de 40 000 € HT sont passés de gré à gré.', '40 000 € HT : dispense');
    reads('Les achats inférieurs ou égaux à 40 000 € HT sont passés de gré à gré.', '40 000 € HT : dispense');
    reads('Les achats d’une valeur égale à 40 000 € HT sont passés de gré à gré.', '40 000 € HT : dispense');
    silent('Le marché de gré à gré est conclu pour 40 000 € HT.');
    silent('Le marché, d’un montant de 40 000 € HT, est dispensé de publicité.');
  });

  describe('have the matter that their sentence names', () => {
    reads('Les marchés formalisés commencent à partir de 216 000 € HT.', '216 000 € HT : europeen');
    reads('Une procédure est dite formalisée au-delà de 216 000 € HT.', '216 000 € HT : europeen');
    reads('Le seuil communautaire est de 216 000 € HT.', '216 000 € HT : europeen');
    reads('Sous 216 000 € HT, seuil de l’Union, la procédure est adaptée.', '216 000 € HT : europeen');
    reads('Sous 60 000 € HT, la publicité n’est pas obligatoire.', '60 000 € HT : dispense');
    reads('Sous 60 000 € HT, l’article R. 2122-8 s’applique.', '60 000 € HT : dispense');
    reads('Le profil d’acheteur est obligatoire à partir de 60 000 € HT.', '60 000 € HT : profil-acheteur');
    reads('La dématérialisation est obligatoire à partir de 60 000 € HT.', '60 000 € HT : profil-acheteur');
    reads('Au-delà de 90 000 € HT, l’avis paraît dans un journal d’annonces légales.', '90 000 € HT : publicite');
    reads('Au-delà de 90 000 € HT, l’avis paraît au BOAMP ou dans un JAL.', '90 000 € HT : publicite');
    reads('Un contrat écrit est conclu au-delà de 25 000 € HT.', '25 000 € HT : ecrit');
    reads('Les marchés de plus de 25 000 € HT sont conclus par écrit.', '25 000 € HT : ecrit');
    reads('Les données essentielles sont publiées à partir de 40 000 € HT.', '40 000 € HT : donnees');
    reads('Une avance est versée au-delà de 50 000 € HT.', '50 000 € HT : avance');
    reads('Sans publicité ni avance en dessous de 40 000 € HT.', '40 000 € HT : dispense et avance');
    silent('Les offres de plus de 40 000 € HT sont examinées par la commission.');
    silent('Le profil d’acheteur est ouvert à partir de 8 heures.');
  });

  describe('are told apart by the kind of contract that stands next to them', () => {
    reads(
      'Le seuil de procédure formalisée est de 216 000 € HT pour les services et de 5 404 000 € HT pour les travaux.',
      '216 000 € HT : europeen',
      '5 404 000 € HT : europeen, travaux',
    );
    reads(
      'Les travaux relèvent d’une procédure formalisée à partir de 5 404 000 € HT.',
      '5 404 000 € HT : europeen, travaux',
    );
    reads(
      'Le seuil de dispense est de 100 000 € HT pour les travaux et de 60 000 € HT pour les autres marchés.',
      '100 000 € HT : dispense, travaux',
      '60 000 € HT : dispense',
    );
    reads(
      'Les seuils européens sont de 216 000 € HT et 5 404 000 € HT pour les travaux.',
      '216 000 € HT : europeen',
      '5 404 000 € HT : europeen, travaux',
    );
    reads('Le seuil européen est de 216 000 € HT et le marché de 90 000 € HT.', '216 000 € HT : europeen');
    reads(
      'Le seuil de publicité est de 90 000 € HT ; bien plus loin dans la même phrase, et sans lien avec lui, il est parlé de travaux.',
      '90 000 € HT : seuil',
    );
    reads(
      'Les travaux du bâtiment communal sont terminés depuis longtemps déjà et le seuil applicable aux fournitures est de 90 000 € HT.',
      '90 000 € HT : seuil',
    );
  });

  describe('may be told as history', () => {
    for (const sentence of [
      'L’ancien seuil était de 40 000 € HT.',
      'Le seuil de 40 000 € HT était en vigueur.',
      'Le seuil de 40 000 € HT s’appliquait jusqu’en décembre 2024.',
      'En 2025, le seuil était de 40 000 € HT.',
      'De 2020 à 2024, le seuil a été de 40 000 € HT.',
      'Auparavant, le seuil était de 40 000 € HT.',
      'Le seuil applicable avant le 1er avril 2026 est de 40 000 € HT.',
      'Pour mémoire, le seuil est de 40 000 € HT.',
      'Le seuil de 40 000 € HT a été relevé.',
    ])
      reads(sentence, '40 000 € HT : seuil, passé');
    reads('Depuis le 1er avril 2026, le seuil est de 60 000 € HT.', '60 000 € HT : seuil');
  });

  describe('are told as history', () => {
    reads(
      'Le seuil de procédure formalisée alors en vigueur, 134 000 € HT, n’a plus cours.',
      '134 000 € HT : europeen, passé',
    );
    reads('Le seuil de procédure formalisée en vigueur, 134 000 € HT, s’impose.', '134 000 € HT : europeen');
  });

  describe('are none where the sum is of another matter', () => {
    silent('Le seuil de chiffre d’affaires est de 90 000 €.');
    silent('Le seuil des pénalités est de 1 000 € HT.');
    silent('La franchise est due au-delà du seuil de 5 000 €.');
    silent('Le seuil est de 90 000 habitants.');
    silent('Le seuil est de 90 000 € HT par an.');
    silent('Le montant du marché est de 90 000 € HT.');
    silent('Le marché de 221 000 € HT est passé loin du seuil de la procédure.');
    silent('Estimé à 221 000 € HT, le seuil de la procédure formalisée est dépassé.');
    silent('Un montant de 90 000 € HT suffit à franchir tous les seuils.');
  });

  it('are shown by value and matter, or not at all', () => {
    const show = (text: string) => seuils.show(open(text).ask(seuils), open(text));
    assert.deepEqual(show('Le profil d’acheteur est obligatoire à partir de 60 000 € HT.'), [
      { montant: 60000, matieres: ['profil-acheteur'] },
    ]);
    assert.equal(show('Le montant du marché est de 90 000 € HT.'), undefined);
  });
});
