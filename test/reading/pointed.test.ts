import assert from 'node:assert/strict';
import { aboutName, namesIn } from '../../rules/facts/besoin/index.ts';
import { MONTANTS, NOMBRES, PARTS } from '../../rules/facts/commun/index.ts';
import { JOURS } from '../../rules/facts/offres/index.ts';
import { DUREES } from '../../rules/facts/piece/index.ts';
import type { Stretch } from '../../rules/kit/french/scan.ts';
import { readConcept } from '../../rules/reading/concept-file.ts';
import { theModel } from '../../rules/reading/hear.ts';
import { WordSet } from '../../rules/reading/lexicon.ts';
import { type Cut, cutAt, cutAtMark, overRivals, unmarked } from '../../rules/reading/pointed.ts';
import { aboutIt, thingsIn } from '../../rules/reading/things.ts';

describe('A wording said of one thing', () => {
  it('is cut around its mark', () => {
    assert.deepEqual(cutAtMark('un disjoncteur ⟦Orbital 63⟧, calibré'), {
      before: 'un disjoncteur ',
      thing: 'Orbital 63',
      after: ', calibré',
    });
    assert.equal(unmarked('un ⟦Orbital⟧'), 'un Orbital');
  });
  it('has one mark', () => {
    assert.equal(cutAtMark('un disjoncteur Orbital'), undefined);
    assert.equal(cutAtMark('⟦Orbital⟧ ou ⟦Norvane⟧'), undefined);
  });
  const FILE =
    'dit-que: "Une chose."\npieces: [cctp]\nregles: [besoin/marque]\nporte-sur: nom\ndit:\n  h1:\n    - Un ⟦Orbital⟧.\nne-dit-pas:\n  h1:\n    - Le ⟦Jura⟧.\n';
  it('is refused without its mark, or in a concept of whole statements, or of an unknown thing', () => {
    assert.equal(readConcept('a/b', FILE).thing, 'nom');
    assert.throws(() => readConcept('a/b', FILE.replace('Le ⟦Jura⟧', 'Le Jura')), /"porte-sur"/);
    assert.throws(() => readConcept('a/b', FILE.replace('porte-sur: nom\n', '')), /"porte-sur"/);
    assert.throws(() => readConcept('a/b', FILE.replace('porte-sur: nom', 'porte-sur: prix')), /unknown thing "prix"/);
  });
});

describe('The names of a sentence', () => {
  const lexicon = theModel()?.lexicon;
  assert.ok(lexicon);
  const names = (typed: string) => namesIn(typed, lexicon).map(({ from, to }) => typed.slice(from, to));
  const CASES: readonly (readonly [string, ...string[]])[] = [
    ['Chaque départ reçoit un disjoncteur Orbital Max 63, calibré.', 'Orbital Max 63'],
    ['La liaison est assurée par un modem Moreta de type 1SJ.', 'Moreta de type 1SJ'],
    ['Le guichet prête vingt iPad, et l’on imprime sur Norvane.', 'iPad', 'Norvane'],
    ['Les murs sont peints au Sylvaprim 12 kg par seau.', 'Sylvaprim'],
    ['Revêtement : Solarex Duo.', 'Solarex Duo'],
    // At the head of a sentence any word has a capital.
    ['Orbital est posé par le titulaire.'],
    ['Solarex Duo sur les murs du hall.', 'Solarex Duo'],
    // Units, numbers of the draft, initials of any tender, people.
    ['La puissance est de 12 kWh et de 5 kHz, voir EF-06 et le CCTP.'],
    ['Le site est visité avec Madame la directrice.'],
  ];
  for (const [text, ...expected] of CASES) it(text, () => assert.deepEqual(names(text), expected));

  it('are heard by what they are like, and by the words around', () => {
    const words = { isCommon: (word: string) => word === 'four', isProper: () => false };
    const about = (text: string) => aboutName(cutAtMark(text) as Cut, words);
    assert.equal(about('Un four ⟦Norvane XK40⟧ à gaz.'), 'un four lenom nomcode nomdouble a gaz.');
    assert.equal(about('Un ⟦Four⟧.'), 'un lenom nomseul nommot nommots .');
  });
});

describe('The durations of a sentence', () => {
  it('stand where they are typed, and are heard by their unit and size', () => {
    const typed = 'Il dure vingt-quatre (24) mois, puis 10 jours.';
    const found = thingsIn(DUREES, typed);
    assert.deepEqual(
      found.map(({ from, to }) => typed.slice(from, to)),
      ['vingt-quatre (24) mois', '10 jours'],
    );
    const [first] = found;
    assert.ok(first);
    assert.equal(aboutIt(DUREES, cutAt(typed, first)), 'il dure laduree dureeenmois dureelongue , puis 10 jours.');
  });
});

describe('The sums and the shares of a sentence', () => {
  it('are heard by their size, tax and unit', () => {
    const sum = cutAtMark('Le minimum est de ⟦90 000 € HT par an⟧.') as Cut;
    assert.equal(aboutIt(MONTANTS, sum), 'le minimum est de lemontant montantmoyen montantht montantparan .');
    const share = cutAtMark('On garde ⟦un dixième⟧ de chaque acompte.') as Cut;
    assert.equal(aboutIt(PARTS, share), 'on garde lapart partenpercent partmodeste de chaque acompte.');
    assert.equal(aboutIt(PARTS, cutAtMark('Noté ⟦sur 20⟧.') as Cut), 'note lapart partensur partpetite .');
  });
  it('stand where they are typed', () => {
    const typed = 'Un dixième du prix, soit 12 000 € HT, puis 5 %.';
    const words = (places: readonly Stretch[]) => places.map(({ from, to }) => typed.slice(from, to));
    assert.deepEqual(words(thingsIn(MONTANTS, typed)), ['12 000 € HT']);
    assert.deepEqual(words(thingsIn(PARTS, typed)), ['Un dixième', '5 %']);
  });
});

describe('The days and the numbers of a sentence', () => {
  it('are heard by their hour and their size', () => {
    const day = cutAtMark('Le guichet ferme le ⟦15 janvier 2027 à 12 h⟧.') as Cut;
    assert.equal(aboutIt(JOURS, day), 'le guichet ferme le ladate dateavecheure .');
    assert.equal(
      aboutIt(NOMBRES, cutAtMark('Reconductible ⟦trois⟧ fois.') as Cut),
      'reconductible lenombre nombrepetit fois.',
    );
  });
  it('are no names, ranks, days nor durations', () => {
    const typed = '2. Lot 3, lots 1 à 4, article 5 : le 6 mai, en 7 mois, une seule fois, sur 12 sites et une place.';
    assert.deepEqual(
      thingsIn(NOMBRES, typed).map(({ from, to }) => typed.slice(from, to)),
      ['une', '12'],
    );
  });
});

describe('A score over its rivals', () => {
  it('goes down by two thirds of the best of them, and stays where it has none', () => {
    assert.equal(overRivals([1.5, 3, 2], 1), 3 - (2 / 3) * 2);
    assert.equal(overRivals([1.5, 3, 2], 0), -0.5);
    assert.equal(overRivals([3], 0), 3);
  });
});

describe('A set of words', () => {
  it('has what was put into it, and nothing while it is empty', () => {
    assert.equal(new WordSet(new Uint8Array(16)).has('maison'), false);
    assert.equal(new WordSet(new Uint8Array(16).fill(255)).has('maison'), true);
  });
});
