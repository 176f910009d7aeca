import assert from 'node:assert/strict';
import { type Bareme, criteresMatter, gaps, placeOf, weightEdits } from '../../../rules/facts/dossier/criteres.ts';
import type { Said } from '../../../rules/facts/dossier/dossier.ts';
import type { Piece } from '../../../rules/kit/piece.ts';
import { open } from '../../rules/tester.ts';

/** A RC and a CCAP that judge offers by these words. */
const pieces = (rc: string, ccap: string): readonly [Piece, Piece] => {
  const [a, b] = open([
    { path: 'rc.md', text: `# Règlement\n\n## Jugement des offres\n\n${rc}\n` },
    { path: 'ccap.md', text: `# CCAP\n\n## Jugement des offres\n\n${ccap}\n` },
  ]).pieces;
  return [a as Piece, b as Piece];
};
const read = (piece: Piece) => criteresMatter.read(piece);
const only = (piece: Piece): Said<Bareme> => {
  const [said] = read(piece);
  assert.ok(said);
  return said;
};
/** « Prix 40 / Prix 50 », « Délais 10 / – »: where two scales differ. */
const differences = (rc: string, ccap: string): string[] => {
  const [a, b] = pieces(rc, ccap);
  const line = (l: Bareme['lines'][number] | undefined) =>
    l ? `${l.critere.name}${l.share === undefined ? '' : ` ${Math.round(l.share)}`}` : '–';
  const found = gaps(only(a).value, only(b).value);
  assert.equal(criteresMatter.agree(only(a), only(b)), found.length === 0);
  return found.map(({ here, there }) => `${line(here)} / ${line(there)}`);
};
const list = (...criteria: readonly string[]) =>
  `Les offres sont jugées selon les critères suivants :\n\n${criteria.map((c) => `- ${c}`).join('\n')}`;
const differ = (title: string, rc: string, ccap: string, ...expected: string[]) =>
  it(title, () => assert.deepEqual(differences(rc, ccap), expected));

const GRID = list('Prix : 40 %', 'Valeur technique : 50 %', 'Délais : 10 %');

describe('of what reads like a scale, none is', () => {
  const none = (title: string, ccap: string) => it(title, () => assert.deepEqual(read(pieces(GRID, ccap)[1]), []));
  none('that of a past call', 'En 2021, les offres avaient été jugées sur le prix (70 %) et la technique (30 %).');
  none('one of which a name is torn', 'Pour rappel, la moitié de la note va au prix, quatre dixièmes à la technique.');
});

describe('two scales of criteria agree', () => {
  differ(
    'with a quality under another name of its family',
    GRID,
    list('Prix : 40 %', 'Qualité des prestations : 50 %', 'Délais : 10 %'),
  );
  differ(
    'with the same weights in another order',
    GRID,
    list('Délais : 10 %', 'Valeur technique : 50 %', 'Prix : 40 %'),
  );
  differ(
    'in points and in percent',
    GRID,
    list('Prix : 20 points', 'Valeur technique : 25 points', 'Délais : 5 points'),
  );
  differ('within half a point', GRID, list('Prix : 40,5 %', 'Valeur technique : 49,5 %', 'Délais : 10 %'));
  differ(
    'with longer names',
    GRID,
    list('Prix des prestations : 40 %', 'Valeur technique de l’offre : 50 %', 'Délais : 10 %'),
  );
  differ(
    'under names of one subject',
    GRID,
    list('Coût : 40 %', 'Qualité technique : 50 %', 'Délai d’exécution : 10 %'),
  );
  differ(
    'where one criterion has two names that have nothing in common',
    list('Prix : 40 %', 'Valeur technique : 50 %', 'Insertion : 10 %'),
    list('Prix : 40 %', 'Valeur technique : 50 %', 'Démarche citoyenne : 10 %'),
  );
  differ('where one gives no weight', GRID, list('Prix', 'Valeur technique', 'Délais'));
  differ(
    'where one of the weights in points is left out',
    GRID,
    list('Prix : 90 points', 'Valeur technique : 10 points', 'Délais'),
  );
  differ(
    'with a range in one',
    list('Prix : entre 30 et 50 %', 'Valeur technique : entre 50 et 70 %'),
    list('Prix : 60 %', 'Valeur technique : 40 %'),
  );
  differ('with a sentence that recalls a weight', GRID, 'Le prix compte pour 40 % de la note.');
});

describe('two scales of criteria differ', () => {
  differ(
    'by weights',
    GRID,
    list('Prix : 50 %', 'Valeur technique : 40 %', 'Délais : 10 %'),
    'Prix 40 / Prix 50',
    'Valeur technique 50 / Valeur technique 40',
  );
  differ(
    'by weights in points',
    GRID,
    list('Prix : 60 points', 'Valeur technique : 40 points', 'Délais : 100 points'),
    'Prix 40 / Prix 30',
    'Valeur technique 50 / Valeur technique 20',
    'Délais 10 / Délais 50',
  );
  differ(
    'by a criterion more',
    GRID,
    list('Prix : 40 %', 'Valeur technique : 60 %'),
    'Valeur technique 50 / Valeur technique 60',
    'Délais 10 / –',
  );
  differ(
    'by a criterion less',
    list('Prix : 40 %', 'Valeur technique : 60 %'),
    GRID,
    'Valeur technique 60 / Valeur technique 50',
    '– / Délais 10',
  );
  differ(
    'by one criterion that is not the other, with another weight',
    list('Prix : 60 %', 'Insertion : 40 %'),
    list('Prix : 70 %', 'Démarche citoyenne : 30 %'),
    'Prix 60 / Prix 70',
    'Insertion 40 / –',
    '– / Démarche citoyenne 30',
  );
  differ(
    'by criteria that judge the candidate in two ways',
    list('Prix : 60 %', 'Références : 40 %'),
    list('Prix : 70 %', 'Effectifs : 30 %'),
    'Prix 60 / Prix 70',
    'Références 40 / –',
    '– / Effectifs 30',
  );
  differ(
    'by one thing in the place of another of the same weight',
    list('Prix : 60 %', 'Reliure : 40 %'),
    list('Prix : 60 %', 'Dorure : 40 %'),
    'Reliure 40 / –',
    '– / Dorure 40',
  );
  differ(
    'by two criteria under other names',
    list('Prix : 40 %', 'Couleur : 30 %', 'Matière : 30 %'),
    list('Prix : 40 %', 'Odeur : 30 %', 'Forme : 30 %'),
    'Couleur 30 / –',
    'Matière 30 / –',
    '– / Odeur 30',
    '– / Forme 30',
  );
  differ(
    'by two criteria where the other has one of the matter',
    list('Prix : 40 %', 'Délais : 60 %'),
    list('Prix : 40 %', 'Délai de livraison : 30 %', 'Délai de pose : 30 %'),
    'Délais 60 / –',
    '– / Délai de livraison 30',
    '– / Délai de pose 30',
  );
  differ(
    'by one criterion where the other has two of the matter',
    list('Prix : 40 %', 'Délai de livraison : 30 %', 'Délai de pose : 30 %'),
    list('Prix : 40 %', 'Délais : 60 %'),
    'Délai de livraison 30 / –',
    'Délai de pose 30 / –',
    '– / Délais 60',
  );
  differ('in what a sentence recalls of the other', 'Le prix compte pour 60 % de la note.', GRID, 'prix 60 / Prix 40');
  differ(
    'in what two sentences recall',
    'Le prix compte pour 60 % de la note.',
    'Le prix compte pour 40 % de la note.',
    'prix 60 / prix 40',
  );
  differ('from what a sentence recalls', GRID, 'Le prix compte pour 60 % de la note.', 'Prix 40 / prix 60');
});

describe('the sub-criteria of two scales', () => {
  const under = (...children: readonly string[]) =>
    list('Prix : 40 %', `Valeur technique : 60 %\n${children.map((c) => `  - ${c}`).join('\n')}`);
  differ('agree', under('Méthode : 40 %', 'Équipe : 20 %'), under('Équipe : 20 %', 'Méthode : 40 %'));
  differ(
    'differ where they divide the same whole',
    under('Méthode : 40 %', 'Équipe : 20 %'),
    under('Méthode : 30 %', 'Équipe : 30 %'),
    'Méthode 40 / Méthode 30',
    'Équipe 20 / Équipe 30',
  );
  differ(
    'are not compared where one divides 60 and the other 100',
    under('Méthode : 40 %', 'Équipe : 20 %'),
    under('Méthode : 50 %', 'Équipe : 50 %'),
  );
  differ(
    'are not compared where they are not the same',
    under('Méthode : 40 %', 'Équipe : 20 %'),
    under('Méthode : 30 %', 'Matériel : 10 %', 'Équipe : 20 %'),
  );
  differ(
    'are not compared where one has none',
    under('Méthode : 40 %', 'Équipe : 20 %'),
    list('Prix : 40 %', 'Valeur technique : 60 %'),
  );
  differ(
    'are not compared where one weighs none',
    under('Méthode', 'Équipe'),
    under('Méthode : 30 %', 'Équipe : 30 %'),
  );
  // « pour 40 % » of the whole, or of its criterion.
  const recalls = (weight: number) => `La méthode compte pour ${weight} % de la note.`;
  differ('agree with what a sentence recalls of the whole', under('Méthode : 30 %', 'Équipe : 30 %'), recalls(30));
  differ(
    'agree with what a sentence recalls of their criterion',
    under('Méthode : 30 %', 'Équipe : 30 %'),
    recalls(50),
  );
  differ(
    'agree with what a sentence recalls of the whole, where they divide their criterion',
    under('Méthode : 50 %', 'Équipe : 50 %'),
    recalls(30),
  );
  differ(
    'are not what a sentence recalls of their criterion',
    under('Valeur technique du matériel : 40 %', 'Équipe : 20 %'),
    'La valeur technique compte pour 60 % de la note.',
  );
  differ(
    'differ from what a sentence recalls, where their criterion has no weight',
    list('Prix', 'Valeur technique\n  - Méthode : 30 %\n  - Équipe : 30 %'),
    recalls(45),
    'Méthode 30 / méthode 45',
  );
  differ(
    'differ from what a sentence recalls',
    under('Méthode : 30 %', 'Équipe : 30 %'),
    recalls(45),
    'Méthode 30 / méthode 45',
  );
});

describe('the scale of a piece', () => {
  const keys = (rc: string) => read(pieces(rc, 'Rien.')[0]).map(({ key, value }) => `${key} ${value.full}`);
  it('is its grid, or what it recalls, or nothing', () => {
    assert.deepEqual(keys(GRID), ['undefined true']);
    assert.deepEqual(keys('Le prix compte pour 60 % de la note.'), ['undefined false']);
    assert.deepEqual(keys('Les offres sont jugées.'), []);
    assert.deepEqual(keys('Le prix compte pour 40 points de la note.'), []);
    assert.deepEqual(keys(`${GRID}\n\n## Marchés subséquents\n\n${list('Prix : 90 %', 'Délais : 10 %')}`), [
      'undefined true',
    ]);
  });
  it('is one for each lot that a grid is for', () => {
    const [one, two] = [
      list('Prix : 40 %', 'Valeur technique : 60 %').replace('offres', 'offres du lot 1'),
      list('Prix : 60 %', 'Valeur technique : 40 %').replace('offres', 'offres des lots 2 et 3'),
    ];
    assert.deepEqual(keys(`### Lot 1\n\n${one}\n\n### Lots 2 et 3\n\n${two}`), ['1 true', '2 true', '3 true']);
  });
  it('is, out of the RC, a grid that weighs the price', () => {
    const technical = list('Méthode : 60 %', 'Équipe : 40 %');
    assert.equal(read(pieces(GRID, technical)[1]).length, 0);
    assert.equal(read(pieces(technical, GRID)[0]).length, 1);
    assert.equal(read(pieces(technical, GRID)[1]).length, 1);
    assert.equal(read(pieces(GRID, list('Coût global : 60 %', 'Équipe : 40 %'))[1]).length, 1);
  });
});

describe('where two scales differ', () => {
  const [rc, ccap] = pieces(GRID, list('Prix : 50 %', 'Valeur technique : 40 %', 'Délais : 10 %'));
  const found = gaps(only(rc).value, only(ccap).value);
  it('the first line that differs is underlined, not those between', () => {
    assert.equal(rc.draft.slice(placeOf(only(rc), found)), 'Prix : 40 %');
  });
  it('its first line is, where the other alone has the criterion', () => {
    const [a, b] = pieces(list('Prix : 50 %', 'Délais : 50 %'), list('Prix : 50 %', 'Délais : 50 %', 'Insertion'));
    const more = gaps(only(a).value, only(b).value);
    assert.deepEqual(
      more.map(({ here, there }) => [here?.critere.name, there?.critere.name]),
      [[undefined, 'Insertion']],
    );
    assert.equal(a.draft.slice(placeOf(only(a), more)), 'Prix : 50 %');
  });
  it('a fix writes in one the weights of the other', () => {
    const edits = weightEdits(rc, found, ccap) ?? [];
    assert.deepEqual(
      edits.map(({ piece, at, text }) => [piece === rc, rc.draft.slice(at), text]),
      [
        [true, '40 %', '50 %'],
        [true, '50 %', '40 %'],
      ],
    );
  });
  it('a fix is not for other units, nor for a criterion more', () => {
    const fixes = (a: string, b: string) => {
      const [x, y] = pieces(a, b);
      return [
        weightEdits(x, gaps(only(x).value, only(y).value), y),
        weightEdits(y, gaps(only(y).value, only(x).value), x),
      ];
    };
    assert.deepEqual(fixes(GRID, list('Prix : 60 points', 'Valeur technique : 40 points', 'Délais : 100 points')), [
      undefined,
      undefined,
    ]);
    assert.deepEqual(fixes(GRID, list('Prix : 40 %', 'Valeur technique : 60 %')), [undefined, undefined]);
  });
});

describe('two scales of criteria differ', () => {
  differ(
    'where a time stands in the place of a quality, of the same weight',
    list('Prix : 60 %', 'Qualité du rendu : 40 %'),
    list('Prix : 60 %', 'Délai d’intervention : 40 %'),
    'Qualité du rendu 40 / –',
    '– / Délai d’intervention 40',
  );
});
