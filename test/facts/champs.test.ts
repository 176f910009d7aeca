import assert from 'node:assert/strict';
import { champs } from '../../rules/facts/champs.ts';
import { holes, isBlank } from '../../rules/facts/champs-marks.ts';
import { plain } from '../../rules/kit/french/fold.ts';
import { open } from '../rules/tester.ts';

const found = (text: string) => {
  const folded = plain(text);
  return holes(folded).map((h) => folded.slice(h.from, h.to));
};

describe('what is left to fill', () => {
  it('is brackets, letters, dots, lines, dates and « à préciser »', () => {
    assert.deepEqual(found('téléphone : [à compléter]'), ['[a completer]']);
    assert.deepEqual(found('le [date] à [heure], [X] mois'), ['[date]', '[heure]', '[x]']);
    assert.deepEqual(found('AAXXX_XX_XX, salle XXX, XX € HT'), ['aaxxx_xx_xx', 'xxx', 'xx']);
    assert.deepEqual(found('reconduit ..... fois, pénalité de … €, délai de ___ jours'), ['.....', '...', '___']);
    assert.deepEqual(found('Contact : M. ……………'), ['...............']);
    assert.deepEqual(found('Lieu : à définir ultérieurement'), ['a definir']);
    assert.deepEqual(found('avant le JJ/MM/AAAA'), ['jj/mm/aaaa']);
  });

  it('is not what another is to define, nor a format, an ellipsis, a product or a table of contents', () => {
    for (const text of [
      'à préciser dans l’offre',
      '(à définir le cas échéant dans le PAQ)',
      'modalités à définir avec le titulaire',
      'au format JJ/MM/AAAA',
      'écrans, etc....',
      'échangent... Le',
      '40 × 60 cm',
      '12 x 3 €',
      'taille XXL, XXe siècle',
      '1.2 Objet .............. 3',
      'les champs « à compléter »',
      '[1], [sic], [annexe 3]',
    ])
      assert.deepEqual(found(text), [], text);
  });

  it('leaves a cell blank when nothing else is said', () => {
    for (const text of ['', '……… €', 'à définir', '-', 'XX € HT']) assert.equal(isBlank(plain(text)), true, text);
    for (const text of ['Mobilier', '12 000 €', 'XXX du site principal'])
      assert.equal(isBlank(plain(text)), false, text);
  });
});

describe('a field', () => {
  const read = (text: string, path = 'rc.md') => {
    const [piece] = open([{ path, text }]).pieces;
    assert.ok(piece);
    return piece.ask(champs).map((c) => c.candidate);
  };
  it('is the candidate’s in an acte d’engagement, a schedule of prices, a form, a signature', () => {
    assert.deepEqual(read('# Acte d’engagement\n\nSIRET : ………………', 'ae.md'), [true]);
    assert.deepEqual(read('# Bordereau des prix\n\nMontant : ………………… €', 'bpu.md'), [true]);
    assert.deepEqual(read('## Bulletin d’inscription\n\nNombre de personnes : …………'), [true]);
    assert.deepEqual(read('Fait à ……………, le ……………'), [true, true]);
    assert.deepEqual(read('Le candidat indique son délai : …… jours.'), [true]);
  });
  it('is the buyer’s elsewhere, and for the matters of the contract in an acte d’engagement', () => {
    assert.deepEqual(read('Le titulaire remet un rapport tous les XX mois.'), [false]);
    assert.deepEqual(read('Une pénalité de ____ € par jour est due par le titulaire.'), [false]);
    assert.deepEqual(read('# Acte d’engagement\n\nMarché n° [à compléter]', 'ae.md'), [false]);
  });
  it('is an empty cell among filled ones, and no total, merged cell or closed half day', () => {
    assert.deepEqual(
      read('| Site | Adresse | Surface |\n|---|---|---|\n| A | 1 rue | 2 m² |\n| B | | 3 m² |\n| C | 3 rue | 4 m² |'),
      [false],
    );
    assert.deepEqual(
      read('| Poste | Objet | Prix |\n|---|---|---|\n| 1 | A | 2 € |\n| 2 | B | 3 € |\n| Total | | 5 € |'),
      [],
    );
    assert.deepEqual(
      read(
        '| Jour | Matin | Soir |\n|---|---|---|\n| Lundi | 9h-12h | 14h-17h |\n| Mardi | 9h-12h | |\n| Jeudi | 9h-12h | 14h-17h |',
      ),
      [],
    );
  });
});
