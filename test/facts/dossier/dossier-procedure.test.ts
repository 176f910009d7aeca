import assert from 'node:assert/strict';
import { procedureMatter } from '../../../rules/facts/dossier/procedure.ts';
import { variantesMatter } from '../../../rules/facts/dossier/variantes.ts';
import type { Piece } from '../../../rules/kit/piece.ts';
import { open } from '../../rules/tester.ts';

const piece = (text: string): Piece =>
  open([{ path: 'rc.md', text: text.startsWith('---') ? text : `# Règlement\n\n${text}\n` }]).pieces[0] as Piece;
const read = (text: string) => procedureMatter.read(piece(text));
const said = (text: string): string[] => read(text).map(({ shown }) => shown);
const gives = (text: string, ...expected: string[]) =>
  it(`« ${text.replace(/\n+/g, ' ⏎ ')} »`, () => assert.deepEqual(said(text), expected));
const agree = (a: string, b: string): boolean => {
  const [x, y] = [read(a)[0], read(b)[0]];
  assert.ok(x && y, `${a} / ${b}`);
  assert.equal(procedureMatter.agree(x, y), procedureMatter.agree(y, x));
  return procedureMatter.agree(x, y);
};

describe('of its procedure a piece says', () => {
  gives('Le marché est passé selon une procédure adaptée.', 'la procédure adaptée');
  gives('La consultation est lancée sous la forme d’un appel d’offres ouvert.', "l'appel d'offres ouvert");
  gives('Le marché est passé par appel d’offres.', "l'appel d'offres");
  gives('Procédure : appel d’offres', "l'appel d'offres");
  gives('Le marché est passé par voie d’appel d’offres.', "l'appel d'offres");
  gives('## Procédure de passation\n\nProcédure adaptée ouverte.', 'la procédure adaptée');
  // A long sentence must speak of the contract, or stand where the procedure is told.
  const LONG =
    'Soucieuse de la bonne gestion de ses deniers et après avoir recensé ses besoins avec soin, la commune recourt au dialogue compétitif.';
  gives(LONG);
  gives(`## Procédure\n\n${LONG}`, 'le dialogue compétitif');
  gives(LONG.replace('recourt', 'recourt pour ce marché'), 'le dialogue compétitif');
  gives('La commune recourt au dialogue compétitif.', 'le dialogue compétitif');
  // It is not the procedure of this contract.
  gives('L’avis d’appel d’offres du marché est publié.');
  it('for a lot, apart from the others', () => {
    const keys = (text: string) => read(text).map(({ key, shown }) => `${key} : ${shown}`);
    assert.deepEqual(keys('Le lot 3 du marché est passé selon une procédure adaptée.'), [
      'procedure 3 : la procédure adaptée',
    ]);
    assert.deepEqual(
      keys('Le lot 1 est passé selon une procédure adaptée et le lot 2 est passé par appel d’offres ouvert.'),
      [],
    );
  });
  gives('Un marché distinct est passé selon une procédure adaptée.');
  gives('Des marchés similaires pourront être passés selon une procédure négociée.');
  gives('## Marchés complémentaires\n\nLe marché est passé selon une procédure adaptée.');
  gives('Le marché dure un an.');
  it('what the front matter declares, where the text says nothing', () => {
    const head = (name: string) => `---\ndce:\n  procedure: ${name}\n---\n\n# Règlement\n\n`;
    assert.deepEqual(said(`${head('mapa')}Le marché dure un an.\n`), ['la procédure adaptée']);
    assert.deepEqual(said(`${head('mapa')}Le marché est passé par appel d’offres ouvert.\n`), [
      "l'appel d'offres ouvert",
    ]);
    const one = piece(`${head('mapa')}Le marché dure un an.\n`);
    const [first] = procedureMatter.read(one);
    assert.match(one.draft.slice(first?.at ?? one.draft.end), /mapa/);
    assert.equal(first?.key, 'procedure');
  });
});

describe('two procedures', () => {
  const declares = (name: string) => `---\ndce:\n  procedure: ${name}\n---\n\n# Règlement\n\nLe marché dure un an.\n`;
  it('may be one, where one leads to the other', () => {
    for (const [a, b, expected] of [
      ['concours', 'negociee-sans-publicite', true],
      ['recherche-developpement', 'mapa', true],
      ['recherche-developpement', 'negociee-sans-publicite', true],
      ['partenariat-innovation', 'procedure-avec-negociation', true],
      ['concours', 'mapa', false],
      ['mapa', 'negociee-sans-publicite', false],
      ['recherche-developpement', 'concours', false],
    ] as const)
      assert.equal(agree(declares(a), declares(b)), expected, `${a} / ${b}`);
  });
  const by = (name: string) => `Le marché est passé selon ${name}.`;
  const same: readonly (readonly [string, string])[] = [
    ['une procédure adaptée', 'une procédure adaptée'],
    ['un appel d’offres', 'un appel d’offres ouvert'],
    ['un appel d’offres', 'un appel d’offres restreint'],
    ['un partenariat d’innovation', 'une procédure avec négociation'],
  ];
  for (const [a, b] of same) it(`« ${a} » and « ${b} » agree`, () => assert.equal(agree(by(a), by(b)), true));
  const apart: readonly (readonly [string, string])[] = [
    ['une procédure adaptée', 'un appel d’offres ouvert'],
    ['un appel d’offres ouvert', 'un appel d’offres restreint'],
    ['une procédure adaptée', 'une procédure avec négociation'],
    ['une procédure adaptée', 'un appel d’offres'],
    ['un dialogue compétitif', 'un partenariat d’innovation'],
  ];
  for (const [a, b] of apart) it(`« ${a} » and « ${b} » do not`, () => assert.equal(agree(by(a), by(b)), false));
});

describe('of its CCAG a piece says', () => {
  gives('Le CCAG-TIC est applicable au marché.', 'le CCAG TIC');
  gives('Le CCAG Travaux est applicable au marché.', 'le CCAG Travaux');
  gives('Le CCAG-FCS, approuvé par l’arrêté du 30 mars 2021, est applicable.', 'le CCAG FCS de 2021');
  gives('Le marché ne se réfère à aucun CCAG.', 'aucun CCAG');
  gives(
    'Le CCAG-FCS approuvé par l’arrêté du 30 mars 2021 est applicable. Le CCAG-TIC est applicable aux logiciels.',
    'le CCAG FCS de 2021',
    'le CCAG TIC',
  );
  // Its version, said once, goes for each mention.
  gives(
    'Le CCAG-FCS approuvé par l’arrêté du 30 mars 2021 est applicable. Il est dérogé à l’article 14 du CCAG-FCS.',
    'le CCAG FCS de 2021',
  );
  it('its place, and under one key', () => {
    const one = piece('Le marché dure un an. Le CCAG-TIC est applicable au marché.');
    assert.deepEqual(
      procedureMatter.read(one).map(({ at, key }) => [one.draft.slice(at), key]),
      [['Le CCAG-TIC est applicable au marché.', 'ccag']],
    );
  });
  it('what the front matter declares, where the text says nothing', () => {
    const text = '---\ndce:\n  ccag: pi-2021\n---\n\n# Règlement\n\nLe marché dure un an.\n';
    assert.deepEqual(said(text), ['le CCAG PI de 2021']);
    assert.deepEqual(said(text.replace('pi-2021', 'aucun')), ['aucun CCAG']);
    assert.deepEqual(said(text.replace('dure un an', 'est soumis au CCAG-TIC')), ['le CCAG TIC']);
    const one = piece(text);
    const [first] = procedureMatter.read(one);
    assert.match(one.draft.slice(first?.at ?? one.draft.end), /pi-2021/);
    assert.equal(first?.key, 'ccag');
  });
});

describe('two references to a CCAG', () => {
  const of = (name: string) => `Le ${name} est applicable au marché.`;
  it('agree on the kind, and on the year where both give one', () => {
    assert.equal(agree(of('CCAG-TIC'), of('CCAG-TIC')), true);
    assert.equal(agree(of('CCAG-TIC'), of('CCAG-PI')), false);
    assert.equal(agree(of('CCAG-TIC de 2021'), of('CCAG-TIC')), true);
    assert.equal(agree(of('CCAG-TIC de 2021'), of('CCAG-TIC de 2009')), false);
    assert.equal(agree(of('CCAG-TIC de 2021'), of('CCAG-TIC de 2021')), true);
    const declared = '---\ndce:\n  ccag: tic-2021\n---\n\n# Règlement\n\nLe marché dure un an.\n';
    assert.equal(agree(declared, of('CCAG-TIC')), true);
    assert.equal(agree(declared, of('CCAG-TIC de 2009')), false);
    assert.equal(agree(declared, of('CCAG-PI')), false);
    assert.equal(agree(of('CCAG-TIC'), 'Le marché ne se réfère à aucun CCAG.'), false);
    assert.equal(agree(of('CCAG-TIC'), 'Le marché est passé selon une procédure adaptée.'), false);
  });
});

describe('of variantes a piece says', () => {
  const variantes = (text: string) => variantesMatter.read(piece(text)).map(({ shown, key }) => [key, shown].join(' '));
  it('that they are open or not, for all or by lot', () => {
    assert.deepEqual(variantes('Les variantes sont autorisées.'), [' autorisées']);
    assert.deepEqual(variantes('Les variantes ne sont pas autorisées.'), [' interdites']);
    assert.deepEqual(variantes('Les variantes sont interdites pour les lots 1 et 2.'), [
      '1 interdites',
      '2 interdites',
    ]);
    assert.deepEqual(variantes('Le marché dure un an.'), []);
  });
  it('that they are open or closed, and these two do not agree', () => {
    const agreed = (a: string, b: string) => {
      const [x, y] = [variantesMatter.read(piece(a))[0], variantesMatter.read(piece(b))[0]];
      assert.ok(x && y);
      return variantesMatter.agree(x, y);
    };
    assert.equal(agreed('Les variantes sont autorisées.', 'Les variantes sont admises.'), true);
    assert.equal(agreed('Les variantes sont autorisées.', 'Les variantes sont interdites.'), false);
  });
});
