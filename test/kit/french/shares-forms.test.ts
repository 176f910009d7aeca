import assert from 'node:assert/strict';
import { shares } from '../../../rules/kit/french/shares.ts';

const read = (text: string) =>
  shares(text).map(
    (s) =>
      `${text.slice(s.from, s.to)} = ${s.unit} ${s.value}${s.of === undefined ? '' : ` of ${s.of}`}${s.upper === undefined ? '' : ` to ${s.upper}`}`,
  );

describe('the forms of a share', () => {
  it('are percents as a sign or in words', () => {
    for (const text of ['60 %', '60%', '60 pour cent', '60 pourcent', '60 pour cents', '60 p. cent', '60 p.cent'])
      assert.deepEqual(read(`soit ${text}.`), [`${text} = percent 60`]);
    assert.deepEqual(read('60 pour centaine'), []);
  });

  it('are points, in full or shortened, stuck to the number or not', () => {
    for (const text of ['1 point', '1 pt', '1pt', '1 pts', '1 points'])
      assert.deepEqual(read(`soit ${text}.`), [`${text} = points 1`]);
    assert.deepEqual(read('un point'), ['un point = points 1']);
    for (const note of ['de la note', 'de note', 'de notation', 'de ponderation'])
      assert.deepEqual(read(`3 points ${note}`), ['3 points = points 3'], note);
  });

  it('are no things called points', () => {
    for (const what of [
      ...["d'acces", 'de livraison', 'fort', 'forts', 'faible', 'faibles', 'cle', 'cles', 'lumineux', 'du reseau'],
      ...['de reseau', 'des reseaux', 'suivant', 'suivants', 'singulier', 'singuliers', 'particulier', 'particuliers'],
      ...[
        'ouvert',
        'ouverts',
        'noir',
        'noirs',
        'dur',
        'durs',
        'ci-apres',
        'par jour',
        'par mois',
        'geographiques',
        'mensuels',
      ],
    ])
      assert.deepEqual(read(`3 points ${what}`), [], what);
    assert.deepEqual(read('3 pointures'), []);
  });

  it('are out of a whole that marks are out of, and no smaller than the share', () => {
    assert.deepEqual(read('15 points sur 100'), ['15 points sur 100 = points 15 of 100']);
    assert.deepEqual(read('20 points/20'), ['20 points/20 = points 20 of 20']);
    assert.deepEqual(read('15 points sur 37'), ['15 points = points 15']);
    assert.deepEqual(read('30 points sur 20'), ['30 points = points 30', '20 = sur 20 of 20']);
    assert.deepEqual(read('15 points sur 20 %'), ['15 points = points 15', '20 % = percent 20']);
    assert.deepEqual(read('15 points sur 20%'), ['15 points = points 15', '20% = percent 20']);
    assert.deepEqual(read('15 points sur 20,5'), ['15 points = points 15']);
  });

  it('are fractions of such a whole', () => {
    for (const text of [
      '12/20',
      '12 / 20',
      '12 sur 20',
      '20/20',
      '12/20 points',
      '12/20 point',
      '12/20 pts',
      '12/20 pt',
    ])
      assert.deepEqual(read(`soit ${text}.`), [`${text} = fraction ${text.startsWith('20') ? 20 : 12} of 20`], text);
    for (const end of [
      '.',
      ',',
      ';',
      ':',
      ')',
      '"',
      ' et',
      ' puis',
      ' avec',
      ' selon',
      ' en',
      ' par',
      ' au',
      ' est',
      ' sera',
      ' a',
      ' pour le',
      ' pour la',
      ' dans',
    ])
      assert.deepEqual(read(`soit 12 sur 20${end}`), ['12 sur 20 = fraction 12 of 20'], end);
    for (const text of [
      'soit 12 sur 20 agents',
      'soit 12/37',
      'soit 21/20',
      'soit douze/20',
      'soit 05/10',
      'soit 12/20/2027',
      'soit 12/20,5',
    ])
      assert.deepEqual(read(text), [], text);
    assert.deepEqual(read('soit 12/20 agents'), ['12/20 = fraction 12 of 20']);
    assert.deepEqual(read('soit 10/10'), ['10/10 = fraction 10 of 10']);
  });

  it('are no scales of plans, pages, lots, standards nor technical opinions', () => {
    for (const lead of [
      ...[
        'echelle ',
        'echelle : ',
        'echelle: ',
        'echelle :',
        'page ',
        'p. ',
        'plan ',
        'lot ',
        'lot n° ',
        'indice ',
        'norme ',
      ],
      ...[
        'article ',
        'art. ',
        'dtu ',
        'n° ',
        'no ',
        'avis ',
        'avis technique ',
        'ref ',
        'ref. ',
        'au ',
        'aux ',
        'c',
        'cf',
        '1/',
        'a-',
      ],
    ])
      assert.deepEqual(read(`${lead}2/10`), [], lead);
    assert.deepEqual(read('au total 2/10'), ['2/10 = fraction 2 of 10']);
    assert.deepEqual(read('abc2/10'), ['2/10 = fraction 2 of 10']);
  });

  it('are scales after « noté sur » and the like', () => {
    for (const lead of [
      ...[
        'note',
        'notes',
        'notee',
        'notees',
        'notation',
        'ramene',
        'ramenee',
        'bareme',
        'point',
        'pts',
        'evalue',
        'juge',
        'jugees',
      ],
      ...[
        'total',
        'ponderation',
        'score',
        'compte',
        'comptes',
        'note globale',
        'note global',
        'note finale',
        'note final',
        'note totale',
        'note total',
      ],
      ...[
        'note technique',
        'note est',
        'note sera',
        'notes seront',
        'notes sont',
        'note attribuee',
        'note attribue',
        'note obtenue',
        'note obtenu',
      ],
      ...['note ponderee', 'note pondere', 'note globale obtenue'],
    ])
      assert.deepEqual(read(`${lead} sur 20.`), ['20 = sur 20 of 20'], lead);
    for (const text of [
      'reparti sur 20.',
      'note sur 37.',
      'note sur 20 agents',
      'note par 20.',
      'note sur vingt-et-un.',
    ])
      assert.deepEqual(read(text), [], text);
    assert.deepEqual(read('un bareme sur 100 points'), ['100 points = sur 100 of 100']);
    assert.deepEqual(read('note sur un total de 100 points'), ['100 points = sur 100 of 100']);
    assert.deepEqual(read('sur la base de 100 points'), ['100 points = points 100']);
    assert.deepEqual(read('note sur 20'), ['20 = sur 20 of 20']);
  });

  it('have two ends where a range says so', () => {
    for (const text of [
      'entre 50 et 80 %',
      'de 50 a 80 %',
      'de 50 ou 80 %',
      '50 a 80 %',
      '50-80 %',
      '50 - 80 %',
      'entre 50 % et 80 %',
      'de 50% a 80 %',
    ])
      assert.equal(shares(text)[0]?.upper, 80, text);
    assert.deepEqual(read('entre 10 point et 20 points'), ['10 point et 20 points = points 10 to 20']);
    assert.deepEqual(read('entre 10 pts et 20 pts'), ['10 pts et 20 pts = points 10 to 20']);
    assert.deepEqual(read('10 % et 20 %'), ['10 % = percent 10', '20 % = percent 20']);
    assert.deepEqual(read('10 et 20 %'), ['20 % = percent 20']);
    assert.deepEqual(read('10 ou 20 %'), ['20 % = percent 20']);
    assert.deepEqual(read('entre les lots 10 et 20 %'), ['20 % = percent 20']);
    assert.deepEqual(read('de 80 a 50 %'), ['50 % = percent 50']);
    assert.deepEqual(read('de 50 a 50 %'), ['50 % = percent 50']);
    assert.deepEqual(read('de 5 a 12/20'), ['12/20 = fraction 12 of 20']);
    assert.deepEqual(read('10 puis 20 %'), ['20 % = percent 20']);
    assert.deepEqual(read('entre 10 lots et 20 %'), ['20 % = percent 20']);
    assert.deepEqual(read('5 %, de 10 % a 20 %'), ['5 % = percent 5', '10 % a 20 % = percent 10 to 20']);
  });
});
