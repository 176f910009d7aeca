import assert from 'node:assert/strict';
import type { Said } from '../../../rules/facts/dossier/dossier.ts';
import { type LotSaying, lotsMatter } from '../../../rules/facts/dossier/lots.ts';
import type { Piece } from '../../../rules/kit/piece.ts';
import { open } from '../../rules/tester.ts';

const read = (text: string): readonly Said<LotSaying>[] =>
  lotsMatter.read(open([{ path: 'rc.md', text: `# Règlement\n\n${text}\n` }]).pieces[0] as Piece);
const said = (text: string): string[] => read(text).map(({ key, shown }) => `${key} : ${shown}`);
const gives = (text: string, ...expected: string[]) =>
  it(`« ${text.replace(/\n+/g, ' ⏎ ')} »`, () => assert.deepEqual(said(text), expected));

const TWO = '- Lot 1 : nettoyage des bureaux ;\n- Lot 2 : tonte des pelouses.';
const OBJECTS = ['lot 1 : « nettoyage des bureaux »', 'lot 2 : « tonte des pelouses »'];

describe('of lots that it names in few words, a piece says', () => {
  const NAMED = ['lot 1 : « Reliure »', 'lot 2 : « Dorure »'];
  gives('Le candidat coche son lot :\n\n☐ 1 – Reliure\n\n☐ 2 – Dorure', 'nombre : 2 lots', ...NAMED);
  gives('Le candidat coche son choix :\n\n☐ 1 – Reliure\n\n☐ 2 – Dorure');
  gives('Le candidat coche son lot :\n\n☐ 2 – Reliure\n\n☐ 5 – Dorure');
  gives('Les lots sont : reliure (1), dorure (2).', 'nombre : 2 lots', 'lot 1 : « reliure »', 'lot 2 : « dorure »');
  gives('Les délais sont : reliure (1), dorure (2).');
  gives('Lot 1 : reliure. Lot 2 : dorure.', 'nombre : 2 lots', 'lot 1 : « reliure »', 'lot 2 : « dorure »');
  gives('Lot 2 : reliure. Lot 4 : dorure.');
});

describe('of its lots a piece says', () => {
  gives('Le marché est divisé en trois lots.', 'nombre : 3 lots');
  gives('Le marché n’est pas alloti.', 'nombre : aucune division en lots');
  gives('Le marché comporte un lot unique.', 'nombre : aucune division en lots');
  gives('Le marché dure un an.');
  gives(`Le marché est divisé en deux lots :\n\n${TWO}`, 'nombre : 2 lots', ...OBJECTS);
  gives(`## Lots\n\n${TWO}`, 'nombre : 2 lots', ...OBJECTS);
  gives(`## Allotissement\n\n${TWO}`, 'nombre : 2 lots', ...OBJECTS);
  gives(`Les lots sont :\n\n${TWO}`, 'nombre : 2 lots', ...OBJECTS);
  gives(
    '| Lot | Objet |\n|---|---|\n| 1 | Nettoyage des bureaux |\n| 2 | Tonte des pelouses |',
    'nombre : 2 lots',
    'lot 1 : « Nettoyage des bureaux »',
    'lot 2 : « Tonte des pelouses »',
  );
  // Broken over two lines, and one lot named twice.
  gives(
    'Le marché est divisé en deux lots :\n\n- Lot 1 : nettoyage\n  des bureaux ;\n- Lot 2 : tonte des pelouses.',
    'nombre : 2 lots',
    ...OBJECTS,
  );
  gives(
    'Le marché est divisé en deux lots :\n\n- Lot 1 : nettoyage des bureaux ;\n- Lot 2 : tonte des pelouses ;\n- Lot 2 : taille des haies.',
    'nombre : 2 lots',
    ...OBJECTS,
    'lot 2 : « taille des haies »',
  );
  // A list of prices for some lots does not set them out.
  gives(
    'Le marché est divisé en trois lots.\n\n## Primes\n\n- Lot 1 : prime des bureaux ;\n- Lot 2 : prime des pelouses.',
    'nombre : 3 lots',
  );
  gives('## Primes\n\n- Lot 1 : prime des bureaux ;\n- Lot 2 : prime des pelouses.');
  gives(
    '## Lots\n\n- Lot 1 : 20 000 € HT ;\n- Lot 2 : tonte des pelouses.',
    'nombre : 2 lots',
    'lot 2 : « tonte des pelouses »',
  );
  gives(
    '## Lots\n\n- Lot 10 : nettoyage des bureaux ;\n- Lot 11 : tonte des pelouses.',
    'nombre : 2 lots',
    'lot 10 : « nettoyage des bureaux »',
    'lot 11 : « tonte des pelouses »',
  );
  gives(
    '## Lots\n\n- Lot 1 : nettoyage des bureaux ;\n- Lot 2A : tonte des pelouses.',
    'lot 1 : « nettoyage des bureaux »',
    'lot 2a : « tonte des pelouses »',
  );
  // Lots 1A and 1B may count for one.
  gives(
    'Les lots sont :\n\n- Lot 1A : nettoyage des bureaux ;\n- Lot 1B : tonte des pelouses.',
    'lot 1a : « nettoyage des bureaux »',
    'lot 1b : « tonte des pelouses »',
  );
  gives(
    'Les lots sont :\n\n- Lot A : nettoyage des bureaux ;\n- Lot B : tonte des pelouses.',
    'nombre : 2 lots',
    'lot a : « nettoyage des bureaux »',
    'lot b : « tonte des pelouses »',
  );

  it('where it says so: the count in its words, an object in its own', () => {
    const text = `# Règlement\n\nLe marché est divisé en trois lots.\n`;
    const [count] = read('Le marché est divisé en trois lots.');
    assert.match(text.slice(count?.at.start, count?.at.end), /trois lots/);
    const list = `# Règlement\n\n## Lots\n\n${TWO}\n`;
    assert.deepEqual(
      read(`## Lots\n\n${TWO}`).map(({ at, simple }) => [list.slice(at.start, at.end), simple]),
      [
        ['Lot 1 : nettoyage des bureaux', undefined],
        ['nettoyage des bureaux', true],
        ['tonte des pelouses', true],
      ],
    );
  });
});

describe('two pieces', () => {
  const agree = (a: string, b: string): boolean => {
    const [mine, others] = [read(a), read(b)];
    const pairs = mine.flatMap((x) => others.filter((y) => x.key === y.key).map((y) => lotsMatter.agree(x, y)));
    const back = mine.flatMap((x) => others.filter((y) => x.key === y.key).map((y) => lotsMatter.agree(y, x)));
    assert.deepEqual(pairs, back);
    assert.ok(pairs.length > 0, 'nothing to compare');
    return pairs.every(Boolean);
  };
  const [NONE, TWO_LOTS, THREE] = [
    'Le marché n’est pas alloti.',
    'Le marché est divisé en deux lots.',
    'Le marché est divisé en trois lots.',
  ];
  it('agree on the number of lots', () => {
    assert.equal(agree(TWO_LOTS, TWO_LOTS), true);
    assert.equal(agree(TWO_LOTS, THREE), false);
    assert.equal(agree(NONE, NONE), true);
    assert.equal(agree(NONE, THREE), false);
    assert.equal(agree(TWO_LOTS, `## Lots\n\n${TWO}`), true);
    assert.equal(agree(THREE, `## Lots\n\n${TWO}`), false);
    assert.equal(agree(TWO_LOTS, `## Lots\n\n${TWO}\n- Lot 3 : taille des haies.`), false);
  });
  it('that is not alloted and that lists the lots of an operation do not contradict each other', () => {
    assert.equal(agree(NONE, `## Lots\n\n${TWO}`), true);
    assert.equal(agree(NONE, `Le marché est divisé en deux lots :\n\n${TWO}`), false);
  });
  it('agree on the object of a lot in other words', () => {
    const lots = (first: string) => `## Lots\n\n- Lot 1 : ${first} ;\n- Lot 2 : tonte des pelouses.`;
    assert.equal(agree(lots('nettoyage des bureaux'), lots('entretien ménager des locaux')), true);
    assert.equal(agree(lots('nettoyage des bureaux'), lots('gardiennage des parkings')), false);
  });
  it('that speak of different things have nothing to disagree on', () => {
    const [count, object] = read(`## Lots\n\n${TWO}`);
    assert.ok(count && object);
    assert.equal(lotsMatter.agree(count, object), true);
    assert.equal(lotsMatter.agree(object, count), true);
  });
});
