import assert from 'node:assert/strict';
import { dureeMatter } from '../../../rules/facts/dossier/duree.ts';
import type { Piece } from '../../../rules/kit/piece.ts';
import { open } from '../../rules/tester.ts';

const read = (text: string) =>
  dureeMatter.read(open([{ path: 'ccap.md', text: `# CCAP\n\n${text}\n` }]).pieces[0] as Piece);
const said = (text: string): string[] => read(text).map(({ key, shown }) => [key, shown].filter(Boolean).join(' : '));
const gives = (text: string, ...expected: string[]) =>
  it(`« ${text.replace(/\n+/g, ' ⏎ ')} »`, () => assert.deepEqual(said(text), expected));

describe('of its length a piece says', () => {
  gives('Le marché est conclu pour une durée de trente-six mois.', '« trente-six mois »');
  gives('Le marché est conclu pour une durée de trois\nans.', '« trois ans »');
  gives(
    'Le marché est conclu pour une durée d’un an, reconductible une fois.',
    '« un an », reconductible une fois, soit 24 mois',
  );
  gives(
    'Le marché est conclu pour une durée d’un an, reconductible trois fois.',
    '« un an », reconductible 3 fois, soit 48 mois',
  );
  gives('Le marché est conclu pour une durée de deux ans, non reconductible.', '« deux ans », non reconductible');
  gives('La durée du lot 1 est de deux ans.', 'lot 1 : « deux ans »');
  gives('La durée des lots 1 et 2 est de deux ans.', 'lot 1 : « deux ans »', 'lot 2 : « deux ans »');
  gives('Le marché est reconductible trois fois.');
  gives('Le marché dure trois ans, garantie de parfait achèvement comprise pour la tranche ferme.', '« trois ans »');
  gives('Le marché dure trois ans (phases 1 à 3 et garantie incluses).', '« trois ans »');
  gives('## Durée\n\nLa mission s’étend sur trois ans à partir de la notification.', '« trois ans »');
  gives('## Durée\n\nLes prestations se déroulent pendant trois ans à compter de la notification.', '« trois ans »');
  gives('## Délais\n\nLa mission s’étend sur trois ans à partir de la notification.', '« trois ans »');
  gives('## Durée\n\nLa mission de diagnostic s’étend sur deux mois.');
  gives('Le marché prend effet à sa notification.');
  // Of a tranche by its name, and of no contract.
  gives('La durée de la tranche ferme est de deux ans.', 'tranche ferme : « deux ans »');
  gives('## Délais\n\nTranche optionnelle 2 : six mois.', 'tranche optionnelle 2 : « six mois »');
  gives('## Délais\n\nLa tranche ferme s’exécute en dix mois.', 'tranche ferme : « dix mois »');
  gives('## Délais\n\nTranche optionnelle : quatre mois après la notification au plus tard.');
  gives('## Délais\n\nLe délai de garantie de la tranche ferme est de douze mois.');
  gives('## Affermissement\n\nTranche optionnelle : délai de quatre mois.');
  gives('## Phases\n\nLa phase 1 s’étend sur une durée de six mois à compter de la notification.');
  gives(
    '## Calendrier\n\nLe projet court sur une durée totale de trois ans à compter de la notification.',
    '« trois ans »',
  );
  for (const other of [
    'La durée du marché subséquent est de deux ans.',
    'Le contrat de maintenance est conclu pour une durée de deux ans.',
    'Le marché précédent était conclu pour une durée de deux ans.',
  ])
    gives(other);
  gives('La durée du marché est de deux ans, dont une période de préparation de deux mois.', '« deux ans »');

  it('simply, where no renewal goes with it', () => {
    const simple = (text: string) => read(text).map((s) => s.simple);
    assert.deepEqual(simple('Le marché est conclu pour une durée de deux ans.'), [true]);
    assert.deepEqual(simple('Le marché est conclu pour une durée de deux ans, non reconductible.'), [true]);
    assert.deepEqual(simple('Le marché est conclu pour une durée de deux ans, reconductible une fois.'), [false]);
  });
  it('where it says so', () => {
    const text = 'Le marché est conclu pour une durée de deux ans, reconductible une fois.';
    assert.deepEqual(
      read(text).map(({ at }) => `# CCAP\n\n${text}`.slice(at.start, at.end)),
      ['deux ans'],
    );
  });
});

describe('a whole that is told without its parts', () => {
  const agree = (a: string, b: string): boolean => {
    const [x, y] = [read(a)[0], read(b)[0]];
    assert.ok(x && y, `${a} / ${b}`);
    assert.equal(dureeMatter.agree(x, y), dureeMatter.agree(y, x));
    return dureeMatter.agree(x, y);
  };
  const WHOLE = 'La durée du marché ne peut excéder quatre ans, reconductions comprises.';
  it('agrees with parts that make it, and with those whose number is not said', () => {
    assert.equal(agree(WHOLE, 'Le marché est conclu pour une durée d’un an, reconductible trois fois.'), true);
    assert.equal(agree(WHOLE, 'Le marché est conclu pour une durée d’un an, reconductible une fois.'), false);
    assert.equal(agree(WHOLE, 'Le marché est conclu pour une durée d’un an, reconductible.'), true);
    assert.equal(agree(WHOLE, WHOLE), true);
    assert.equal(agree(WHOLE, WHOLE.replace('quatre', 'cinq')), false);
  });
});

describe('two lengths of one contract', () => {
  const LASTS = 'Le marché est conclu pour une durée';
  const agree = (a: string, b: string): boolean => {
    const [x, y] = [read(`${LASTS} ${a}.`)[0], read(`${LASTS} ${b}.`)[0]];
    assert.ok(x && y, `${a} / ${b}`);
    assert.equal(dureeMatter.agree(x, y), dureeMatter.agree(y, x));
    return dureeMatter.agree(x, y);
  };
  const same: readonly (readonly [string, string])[] = [
    ['de deux ans', 'de vingt-quatre mois'],
    // Whether it is renewed may be said in one piece alone.
    ['de deux ans', 'de deux ans, reconductible une fois'],
    ['de deux ans, reconductible une fois', 'de deux ans, reconductible une fois'],
    // The whole in one, the parts in the other.
    ['de quatre ans', 'd’un an, reconductible trois fois'],
    ['d’un an, reconductible trois fois', 'd’un an, reconductible trois fois, sans excéder quatre ans'],
    ['d’un an', 'd’un an, reconductible'],
    ['de quatre ans, non reconductible', 'd’un an, reconductible trois fois'],
  ];
  for (const [a, b] of same) it(`« ${a} » and « ${b} » agree`, () => assert.equal(agree(a, b), true));
  const apart: readonly (readonly [string, string])[] = [
    ['de deux ans', 'de trois ans'],
    ['d’un an, reconductible une fois', 'd’un an, reconductible trois fois'],
    ['d’un an, non reconductible', 'd’un an, reconductible une fois'],
    ['de quatre ans', 'd’un an, reconductible une fois'],
    [
      'd’un an, reconductible trois fois par périodes de six mois',
      'd’un an, reconductible trois fois par périodes d’un an',
    ],
    ['de trois ans', 'd’un an, reconductible'],
    // Four years in all, but not cut alike.
    ['de deux ans, reconductible une fois', 'd’un an, reconductible trois fois'],
  ];
  for (const [a, b] of apart) it(`« ${a} » and « ${b} » do not`, () => assert.equal(agree(a, b), false));
});

describe('of its length a piece also says', () => {
  gives(
    'Le contrat prend effet le 1er avril 2027 et s’achève le 31 mars 2029.',
    '« 1er avril 2027 et s’achève le 31 mars 2029 » (24 mois)',
  );
  gives(
    'Le service est assuré du 1er avril 2027 au 30 septembre 2029.',
    '« 1er avril 2027 au 30 septembre 2029 » (30 mois)',
  );
  // A stage, a day in the middle of a month, what bears on offers or holidays.
  gives('Le service est assuré du 1er avril 2027 au 30 juin 2027.');
  gives('Le service est assuré du 1er avril 2027 au 11 septembre 2029.');
  gives('Le service est suspendu pendant les congés, du 1er avril 2027 au 30 septembre 2028.');
  gives('Les travaux sont achevés six mois après l’ordre de service.', 'execution : « six mois »');
  gives('Le marché s’exécute pendant quarante-huit mois à compter de sa notification.', '« quarante-huit mois »');
  gives('Les plans des travaux sont remis six mois après l’ordre de service.');
  gives(
    'Les travaux sont achevés six mois après l’ordre de service.\n\nL’exécution dure quatre mois après la notification.',
  );
  it('and its pieces are compared by what they say', () => {
    const first = (text: string) => read(text)[0] as ReturnType<typeof read>[number];
    const agree = (a: string, b: string) => dureeMatter.agree(first(a), first(b));
    const two = 'Le contrat prend effet le 1er avril 2027 et s’achève le 31 mars 2029.';
    assert.equal(agree(two, 'Le marché est conclu pour une durée de deux ans.'), true);
    assert.equal(agree(two, 'Le marché est conclu pour une durée de trois ans.'), false);
  });
});
