import assert from 'node:assert/strict';
import { type TrancheSaying, tranchesMatter } from '../../../rules/facts/dossier/tranches.ts';
import type { Piece } from '../../../rules/kit/piece.ts';
import { open } from '../../rules/tester.ts';

const piece = (text: string): Piece => open([{ path: 'rc.md', text: `# Règlement\n\n${text}\n` }]).pieces[0] as Piece;
const read = (text: string) => tranchesMatter.read(piece(text));
const said = (text: string): string[] => read(text).map(({ key, shown }) => `${key?.trim()} : ${shown}`);
const gives = (text: string, ...expected: string[]) =>
  it(`« ${text.replace(/\n+/g, ' ⏎ ')} »`, () => assert.deepEqual(said(text), expected));

describe('of its tranches a piece says', () => {
  gives('Le marché comporte une tranche ferme et deux tranches optionnelles.', 'nombre : 2 tranches optionnelles');
  gives('Le marché comporte une tranche ferme et une tranche optionnelle.', 'nombre : 1 tranche optionnelle');
  gives('Le marché ne comporte pas de tranches.', 'nombre : aucune tranche');
  gives('Le marché comporte trois tranches.');
  gives('Le lot 2 ne comporte pas de tranches.');
  gives(
    '- Tranche ferme : étude des sols, 20 000 € HT ;\n- Tranche optionnelle : pose des clôtures, 30 000 € HT.',
    'nombre : 1 tranche optionnelle',
    'objet ferme:1 : « étude des sols »',
    'montant ferme:1 : 20 000 € HT',
    'objet optionnelle:1 : « pose des clôtures »',
    'montant optionnelle:1 : 30 000 € HT',
  );
  // One place alone lists one tranche: others may be elsewhere.
  gives('- Tranche optionnelle 2 : pose des clôtures.', 'objet optionnelle:2 : « pose des clôtures »');
  gives('Le prix de la tranche ferme est de 96 000 € HT.', 'montant ferme:1 : 96 000 € HT');
  gives('Le prix de la tranche ferme est à définir.');
  gives('Le prix de la tranche ferme est compris entre 90 000 et 96 000 € HT.');
  // Its words broken over two lines.
  gives(
    '- Tranche ferme : étude\n  des sols, 20\n  000 € HT ;\n- Tranche optionnelle : pose des clôtures.',
    'nombre : 1 tranche optionnelle',
    'objet ferme:1 : « étude des sols »',
    'montant ferme:1 : 20 000 € HT',
    'objet optionnelle:1 : « pose des clôtures »',
  );
  // One lot has tranches: the text need not name it.
  gives('Le lot 2 comporte une tranche ferme et une tranche optionnelle.', 'nombre : 1 tranche optionnelle');
  // Two lots have.
  gives(
    'Le lot 1 comporte une tranche ferme et une tranche optionnelle. Le lot 2 comporte une tranche ferme et deux tranches optionnelles.',
    'nombre 1 : 1 tranche optionnelle',
    'nombre 2 : 2 tranches optionnelles',
  );
  gives(
    '| Lot | Tranche ferme | Tranche optionnelle |\n|---|---|---|\n| 1 | 10 000 € | 20 000 € |\n| 2 | 30 000 € | 40 000 € |',
    'nombre 1 : 1 tranche optionnelle',
    'nombre 2 : 1 tranche optionnelle',
    'montant ferme:1 1 : 10 000 €',
    'montant ferme:1 2 : 30 000 €',
    'montant optionnelle:1 1 : 20 000 €',
    'montant optionnelle:1 2 : 40 000 €',
  );

  it('where it says so', () => {
    const one = piece(
      'Le marché comporte une tranche ferme et une tranche optionnelle :\n\n- Tranche ferme : étude des sols ;\n- Tranche optionnelle : pose des clôtures.',
    );
    assert.deepEqual(
      tranchesMatter.read(one).map(({ at, simple }) => [one.draft.slice(at), simple]),
      [
        ['une tranche ferme et une tranche optionnelle', undefined],
        ['Tranche optionnelle : pose des clôtures', undefined],
        ['étude des sols', true],
        ['pose des clôtures', true],
      ],
    );
    const none = piece('Le marché dure un an. Le marché ne comporte pas de tranches.');
    assert.deepEqual(
      tranchesMatter.read(none).map(({ at }) => none.draft.slice(at).includes('tranches')),
      [true],
    );
  });
  it('a price that may be put in place of another, unless a second sum stands beside it', () => {
    const simple = (text: string) =>
      read(text).flatMap((s) => (s.value.kind === 'montant' ? [`${s.shown} ${s.simple}`] : []));
    assert.deepEqual(simple('- Tranche ferme : étude des sols, 20 000 € HT.'), ['20 000 € HT true']);
    assert.deepEqual(simple('- Tranche ferme : étude des sols, 20 000 € HT, soit 24 000 € TTC.'), [
      '20 000 € HT false',
    ]);
    assert.deepEqual(simple('Le prix de la tranche ferme est de 96 000 € HT.'), ['96 000 € HT false']);
  });
});

describe('two pieces, of one tranche,', () => {
  const agree = (a: string, b: string): boolean => {
    const [mine, others] = [read(a), read(b)];
    const pairs = mine.flatMap((x) => others.filter((y) => x.key === y.key).map((y) => [x, y] as const));
    assert.ok(pairs.length > 0, 'nothing to compare');
    for (const [x, y] of pairs) assert.equal(tranchesMatter.agree(x, y), tranchesMatter.agree(y, x));
    return pairs.every(([x, y]) => tranchesMatter.agree(x, y));
  };
  const count = (n: string) => `Le marché comporte une tranche ferme et ${n}.`;
  const price = (words: string) => `- Tranche ferme : étude des sols, ${words}.`;
  it('agree on their number', () => {
    assert.equal(agree(count('deux tranches optionnelles'), count('2 tranches conditionnelles')), true);
    assert.equal(agree(count('deux tranches optionnelles'), count('trois tranches optionnelles')), false);
    assert.equal(agree(count('deux tranches optionnelles'), 'Le marché ne comporte pas de tranches.'), false);
    const list = '- Tranche ferme : étude des sols ;\n- Tranche optionnelle : pose des clôtures.';
    assert.equal(agree(count('une tranche optionnelle'), list), true);
    assert.equal(agree(count('deux tranches optionnelles'), list), false);
  });
  it('agree on their object in other words', () => {
    const object = (words: string) => `- Tranche ferme : ${words} ;\n- Tranche optionnelle : pose des clôtures.`;
    assert.equal(agree(object('nettoyage des bureaux'), object('entretien ménager des locaux')), true);
    assert.equal(agree(object('nettoyage des bureaux'), object('gardiennage des parkings')), false);
  });
  it('agree on objects where none is the same: each piece may tell what the other names', () => {
    const object = (words: string) => `- Tranche ferme : ${words}.`;
    assert.equal(agree(object('nettoyage des bureaux'), object('gardiennage des parkings')), true);
  });
  const same: readonly (readonly [string, string])[] = [
    ['20 000 € HT', '20 000,00 euros HT'],
    ['20 000 € HT', '24 000 € TTC'],
    ['20 000 € HT', '24 000 €'],
    ['20 000 €', '22 000 €'],
    ['20 000 €', '21 100 €'],
    // What it is thought to cost, and the most it may cost.
    ['estimée à 20 000 € HT', 'plafonnée à 25 000 € HT'],
    ['montant estimé de 20 000 € HT', 'montant maximum de 25 000 € HT'],
  ];
  for (const [a, b] of same) it(`« ${a} » and « ${b} » agree`, () => assert.equal(agree(price(a), price(b)), true));
  const apart: readonly (readonly [string, string])[] = [
    ['20 000 € HT', '25 000 € HT'],
    ['20 000 € HT', '24 000 € HT'],
    ['20 000 € TTC', '24 000 € TTC'],
    ['20 000 €', '23 000 €'],
    ['20 000 € HT', '20 001 € HT'],
    ['estimée à 20 000 € HT', 'estimée à 25 000 € HT'],
    ['estimée à 20 000 € HT', '25 000 € HT'],
    ['plafonnée à 20 000 € HT', '25 000 € HT'],
  ];
  for (const [a, b] of apart) it(`« ${a} » and « ${b} » do not`, () => assert.equal(agree(price(a), price(b)), false));
  it('may differ in a column of estimates and one of ceilings', () => {
    const table = (head: string, sum: string) =>
      `| Tranche | Objet | ${head} |\n|---|---|---|\n| Ferme | Étude des sols | ${sum} |`;
    assert.equal(agree(table('Montant estimé HT', '20 000'), table('Montant maximum HT', '25 000')), true);
    assert.equal(agree(table('Montant estimé HT', '20 000'), table('Montant estimé HT', '25 000')), false);
  });
  it('that speak of different things have nothing to disagree on', () => {
    const all = read(price('20 000 € HT'));
    const kinds: readonly TrancheSaying['kind'][] = all.map((s) => s.value.kind);
    assert.deepEqual(kinds, ['objet', 'montant']);
    const [object, sum] = all;
    const [number] = read(count('une tranche optionnelle'));
    assert.ok(object && sum && number);
    for (const [x, y] of [
      [object, sum],
      [sum, object],
      [number, sum],
      [object, number],
    ] as const)
      assert.equal(tranchesMatter.agree(x, y), true);
  });
});

describe('the only lot with tranches is not named in the keys,', () => {
  it('in whichever piece it is named', () => {
    const { pieces } = open([
      { path: 'rc.md', text: '# Règlement\n\nLe lot 2 comporte une tranche ferme et deux tranches optionnelles.\n' },
      { path: 'ccap.md', text: '# CCAP\n\nLe marché comporte une tranche ferme et une tranche optionnelle.\n' },
    ]);
    assert.deepEqual(
      pieces.flatMap((p) => tranchesMatter.read(p).map((s) => s.key)),
      ['nombre ', 'nombre '],
    );
  });
});
