import assert from 'node:assert/strict';
import { nameInTable, trancheNames } from '../../../rules/facts/commun/tranches-noms.ts';
import { plain } from '../../../rules/kit/french/fold.ts';

/** « optionnelle 2 » with the words that name it; « * » for a number that counts all tranches, « s » for several. */
const names = (text: string): string[] => {
  const folded = plain(text);
  return trancheNames(folded).map(
    ({ nature, number, global, plural, from, to }) =>
      `${nature}${plural ? 's' : ''}${number ? ` ${number}` : ''}${global ? '*' : ''} [${folded.slice(from, to)}]`,
  );
};
const named = (text: string, ...expected: string[]) => it(`« ${text} »`, () => assert.deepEqual(names(text), expected));

describe('the name of a tranche is read in', () => {
  named('Tr. conditionnelle : reliure', 'optionnelle [tr. conditionnelle]');
  named('La TO sera notifiée.', 'optionnelle [to]');
  named('TF : tri. TO : reliure.', 'ferme [tf]', 'optionnelle [to]');
  it('« TO » alone in a table of tranches', () => assert.equal(nameInTable('to')?.nature, 'optionnelle'));
  named('Tranche ferme : étude', 'ferme [tranche ferme]');
  named('TRANCHE CONDITIONNELLE N° 3', 'optionnelle 3 [tranche conditionnelle n° 3]');
  named('tranche optionnelle n°02', 'optionnelle 2 [tranche optionnelle n°02]');
  named('tranche optionnelle numéro 4', 'optionnelle 4 [tranche optionnelle numero 4]');
  named('tranche optionnelle no 4', 'optionnelle 4 [tranche optionnelle no 4]');
  named('tranche optionnelle 12', 'optionnelle 12 [tranche optionnelle 12]');
  named('tranche optionnelle - n° 2', 'optionnelle 2 [tranche optionnelle - n° 2]');
  named('tranche (optionnelle) 2', 'optionnelle 2 [tranche (optionnelle) 2]');
  named('tranche optionnelle II', 'optionnelle 2 [tranche optionnelle ii]');
  named('tranche optionnelle IV', 'optionnelle 4 [tranche optionnelle iv]');
  named('tranche optionnelle I', 'optionnelle 1 [tranche optionnelle i]');
  named('tranche optionnelle V', 'optionnelle 5 [tranche optionnelle v]');
  named('tranche optionnelle VIII', 'optionnelle 8 [tranche optionnelle viii]');
  named('tranche optionnelle C', 'optionnelle c [tranche optionnelle c]');
  named('tranche optionnelle D', 'optionnelle d [tranche optionnelle d]');
  named('(tranche optionnelle)', 'optionnelle [tranche optionnelle]');
  named('(2e tranche optionnelle) : pose', 'optionnelle 2 [2e tranche optionnelle]');
  named('tranche optionnelle B', 'optionnelle b [tranche optionnelle b]');
  named('tranche optionnelle A', 'optionnelle a [tranche optionnelle a]');
  named('tranche optionnelle A est affermie', 'optionnelle a [tranche optionnelle a]');
  named('la première tranche ferme', 'ferme 1 [premiere tranche ferme]');
  named('la deuxième tranche conditionnelle', 'optionnelle 2 [deuxieme tranche conditionnelle]');
  named('la 2e tranche optionnelle', 'optionnelle 2 [2e tranche optionnelle]');
  named('la 1ère tranche optionnelle', 'optionnelle 1 [1ere tranche optionnelle]');
  named('la 3 ème tranche optionnelle', 'optionnelle 3 [3 eme tranche optionnelle]');
  named('la seconde tranche optionnelle', 'optionnelle 2 [seconde tranche optionnelle]');
  named('les tranches optionnelles', 'optionnelles [tranches optionnelles]');
  named('les premières tranches optionnelles', 'optionnelles [tranches optionnelles]');
  // Two or three: no tranche has the number.
  named('les tranches optionnelles 1 et 2', 'optionnelles [tranches optionnelles 1]');
});

describe('a number that counts all tranches is read in', () => {
  named('Tranche 2 - optionnelle', 'optionnelle 2* [tranche 2 - optionnelle]');
  named('Tranche n° 2 : optionnelle', 'optionnelle 2* [tranche n° 2 : optionnelle]');
  named('Tranche 1 ferme', 'ferme 1* [tranche 1 ferme]');
  named('Tranche n°1 (ferme)', 'ferme 1* [tranche n°1 (ferme)]');
  named('(Tranche 1 ferme)', 'ferme 1* [tranche 1 ferme]');
  named('Tranche III, conditionnelle', 'optionnelle 3* [tranche iii, conditionnelle]');
  named('Tranche B (optionnelle)', 'optionnelle b* [tranche b (optionnelle)]');
  named('Tranche 2 : tranche optionnelle', 'optionnelle 2* [tranche 2 : tranche optionnelle]');
  named('Tranche 2 dite optionnelle', 'optionnelle 2* [tranche 2 dite optionnelle]');
  named('La tranche 2 est une tranche optionnelle', 'optionnelle 2* [tranche 2 est une tranche optionnelle]');
});

describe('an abbreviated name is read in', () => {
  named('TF', 'ferme [tf]');
  named('TF 1', 'ferme 1 [tf 1]');
  named('TO1, TO-2 et TC n° 03', 'optionnelle 1 [to1]', 'optionnelle 2 [to-2]', 'optionnelle 3 [tc n° 03]');
  // The name and what it is shortened to are one.
  named('tranche ferme (TF)', 'ferme [tranche ferme]');
  named('tranches fermes (TF)', 'fermes [tranches fermes]');
  named('tranche ferme(TF)', 'ferme [tranche ferme]');
  named('tranche ferme (étude), puis la TF', 'ferme [tranche ferme]', 'ferme [tf]');
  named('TC n°3', 'optionnelle 3 [tc n°3]');
  named('partie ferme (TF)', 'ferme [tf]');
});

describe('no number is read in', () => {
  named('tranche optionnelle 2 mois', 'optionnelle [tranche optionnelle]');
  named('tranche optionnelle 12 000 € HT', 'optionnelle [tranche optionnelle]');
  named('tranche optionnelle 15 %', 'optionnelle [tranche optionnelle]');
  named('tranche optionnelle 2,5 jours', 'optionnelle [tranche optionnelle]');
  named('tranche optionnelle 12/05/2027', 'optionnelle [tranche optionnelle]');
  named('tranche optionnelle 2027', 'optionnelle [tranche optionnelle]');
  named('tranche optionnelle a été affermie', 'optionnelle [tranche optionnelle]');
  named('tranche optionnelle d’extension', 'optionnelle [tranche optionnelle]');
});

describe('no tranche is read in', () => {
  for (const text of [
    'une tranche horaire',
    'ferme 1',
    'la ferme pédagogique',
    'retranche ferme',
    'TO',
    'TOB 1',
    'TC',
    'to 2027',
    'PTF',
    'TF-A',
    'TC1/2',
    'TO 2,5',
    'tranche de 24 optionnelles',
  ])
    named(text);
});

describe('in a table of tranches, a cell names', () => {
  const inTable = (text: string, nature?: string): string | undefined => {
    const folded = plain(text);
    const found = nameInTable(folded, nature);
    return (
      found &&
      `${found.nature}${found.plural ? 's' : ''}${found.number ? ` ${found.number}` : ''}${found.global ? '*' : ''} [${folded.slice(found.from, found.to)}]`
    );
  };
  const cell = (text: string, expected: string | undefined, nature?: string) =>
    it(`« ${text} »${nature ? ` (${nature})` : ''}`, () => assert.equal(inTable(text, nature), expected));
  cell('Ferme', 'ferme [ferme]');
  cell('Optionnelle 2', 'optionnelle 2 [optionnelle 2]');
  cell('Conditionnelle n° 1', 'optionnelle 1 [conditionnelle n° 1]');
  cell('La ferme', 'ferme [la ferme]');
  cell('1re optionnelle', 'optionnelle 1 [1re optionnelle]');
  cell('Deuxième optionnelle', 'optionnelle 2 [deuxieme optionnelle]');
  cell('TF', 'ferme [tf]');
  cell('La tranche optionnelle 2', 'optionnelle 2 [tranche optionnelle 2]');
  cell('– Tranche ferme', 'ferme [tranche ferme]');
  cell('Fermeture', undefined);
  cell('Étude de la ferme', undefined);
  cell('Étude (tranche ferme)', undefined);
  cell('Tranches optionnelles', undefined);
  // With a column that says the nature.
  cell('Tranche 2', 'optionnelle 2* [tranche 2]', 'optionnelle');
  cell('n° 1', 'ferme 1* [n° 1]', 'ferme');
  cell('n°1', 'ferme 1* [n°1]', 'ferme');
  cell('1', 'ferme 1* [1]', 'ferme');
  cell('02', 'optionnelle 2* [02]', 'optionnelle');
  cell('B', 'optionnelle b* [b]', 'conditionnelle');
  cell('1', undefined);
  cell('120', undefined, 'ferme');
  cell('Étude', undefined, 'ferme');
});
