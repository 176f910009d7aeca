import assert from 'node:assert/strict';
import { amounts, pairs } from '../../../rules/kit/french/amounts.ts';

const read = (text: string) => amounts(text).map((a) => [text.slice(a.from, a.to), a.value]);
const taxes = (text: string) => amounts(text).map((a) => a.tax);
const units = (text: string) => amounts(text).map((a) => a.unit);

describe('the forms of an amount', () => {
  it('have a currency in full, in letters or as a sign, and its thousands and millions', () => {
    const cases: [string, number][] = [
      ['12 €', 12],
      ['12€', 12],
      ['12 € euros', 12],
      ['12 euro', 12],
      ['12 eur', 12],
      ['12 k€', 12e3],
      ['12k€', 12e3],
      ['12 k euros', 12e3],
      ['12 m€', 12e6],
      ['12 md€', 12e9],
      ['12 mds €', 12e9],
      ["12 millions d'euros", 12e6],
      ["12 milliards d'euros", 12e9],
      ['12 mille euros', 12e3],
      ['12 € et 50 centimes', 12.5],
      ['12 € 50 centimes', 12.5],
      ['12 euros et cinquante cents', 12.5],
      ['12 euros et un centime', 12.01],
      ['12€50', 12.5],
    ];
    for (const [text, value] of cases) assert.deepEqual(read(`soit ${text}.`), [[text, value]], text);
    assert.deepEqual(read('12 euromarches'), []);
    assert.deepEqual(read('12€500'), [['12€', 12]]);
  });

  it('say their tax after them, in brackets or not', () => {
    for (const ht of [
      'ht',
      'h.t.',
      'h.t',
      'h. t.',
      'htva',
      'hors tva',
      'hors taxe',
      'hors taxes',
      'hors toute taxe',
      'hors toutes taxes',
    ])
      for (const text of [`12 € ${ht}`, `12 € (${ht})`, `12 €, ${ht}`]) {
        assert.deepEqual(taxes(`${text} net`), ['ht'], text);
        assert.deepEqual(read(`${text} net`), [[text, 12]], text);
      }
    for (const ttc of [
      'ttc',
      't.t.c.',
      't. t. c.',
      'toutes taxes',
      'toutes taxes comprises',
      'tva comprise',
      'tva incluse',
      'taxes comprises',
      'taxes incluses',
    ])
      assert.deepEqual(taxes(`12 € ${ttc} net`), ['ttc'], ttc);
    assert.deepEqual(taxes('12 € htm'), [undefined]);
    assert.deepEqual(read('(12 € ht)'), [['12 € ht', 12]]);
    assert.deepEqual(read('12 € (ht et net)'), [['12 €', 12]]);
  });

  it('take their tax from before, through « est de », « : » and the like', () => {
    for (const link of [
      '',
      ' de',
      ' :',
      ' =',
      ' a',
      ' est de',
      ' sera de',
      ' etait de',
      ' est fixe a',
      ' est estimee a',
      ' maximum de',
      ' minimal de',
    ])
      assert.deepEqual(taxes(`le montant ht${link} 12 €`), ['ht'], link);
    assert.deepEqual(taxes('le montant (ttc) est de 12 €'), ['ttc']);
    assert.deepEqual(taxes('le montant ht, ou forfait, 12 €'), [undefined]);
    assert.deepEqual(taxes('montant ht de 12 € ttc'), ['ttc']);
  });

  it('say what they are paid for', () => {
    const words: [unit: string, words: string[]][] = [
      ['an', ['an', 'ans', 'annee', 'annees']],
      ['trimestre', ['trimestre']],
      ['mois', ['mois']],
      ['semaine', ['semaine']],
      ['jour', ['jour', 'journee', 'j']],
      ['heure', ['heure', 'h']],
      ['lot', ['lot']],
      ['candidat', ['candidat', 'concurrent', 'soumissionnaire', 'laureat', 'participant', 'equipe']],
      ['unite', ['unite']],
    ];
    for (const [unit, names] of words)
      for (const name of names)
        for (const per of ['/', '/ ', 'par ', 'pour chaque ', 'a chaque ', 'chaque ']) {
          const text = `12 € ${per}${name}`;
          assert.deepEqual(units(`${text}.`), [unit], text);
          assert.deepEqual(read(`${text}.`), [[text, 12]], text);
        }
    assert.deepEqual(units('12 € par marche'), [undefined]);
  });

  it('say it by an adjective, of theirs or of the word that leads to them', () => {
    const adjectives = {
      annuel: 'an',
      mensuel: 'mois',
      hebdomadaire: 'semaine',
      journalier: 'jour',
      horaire: 'heure',
      trimestriel: 'trimestre',
    };
    for (const [word, unit] of Object.entries(adjectives)) {
      assert.deepEqual(units(`12 € ${word}s.`), [unit], word);
      assert.deepEqual(units(`12 € ht ${word}.`), [unit], word);
      if (word !== 'hebdomadaire') assert.deepEqual(units(`le montant ${word} est de 12 €`), [unit], word);
    }
    for (const lead of [
      'montant',
      'maximum',
      'minimum',
      'budget',
      'prix',
      'forfait',
      'maximal',
      'plafond',
      'montant ht',
      'prix ttc',
    ])
      assert.deepEqual(units(`le ${lead} annuel : 12 €`), ['an'], lead);
    assert.deepEqual(units('un rapport annuel de 12 €'), [undefined]);
  });

  it('do without a currency only with a sign before or a tax after a thousand', () => {
    assert.deepEqual(read('eur 12'), [['eur 12', 12]]);
    assert.deepEqual(read('€12'), [['€12', 12]]);
    assert.deepEqual(read('1 000 ht'), [['1 000 ht', 1000]]);
    assert.deepEqual(read('999 ht'), []);
    assert.deepEqual(read('1 000 (ht)'), []);
    assert.deepEqual(read('eur douze'), []);
    assert.deepEqual(read('acteur 12'), []);
    assert.deepEqual(read('acteur12 €'), []);
    assert.deepEqual(read('10 € 12'), [['10 €', 10]]);
  });

  it('are both ends of a range that opens, and share its scale', () => {
    const values = (text: string) => amounts(text).map((a) => a.value);
    for (const [text, ends] of [
      ['entre 10 et 20 k€', [10e3, 20e3]],
      ['de 10 a 20 €', [10, 20]],
      ['compris entre 10 et 20 €', [10, 20]],
      ['comprise 10 ou 20 €', [10, 20]],
      ['entre les 10 et 20 €', [10, 20]],
      ['de 10-20 €', [10, 20]],
      ['de 5 000 a 20 k€', [5000, 20e3]],
      ["de 2 a 3 milliards d'euros", [2e9, 3e9]],
      ['de 0 a 0 €', [0, 0]],
      ['de 2 a 0,5 k€', [2000, 500]],
      ['soit 10 et 20 €', [20]],
      ['entre 10 puis 20 €', [20]],
    ] as [string, number[]][])
      assert.deepEqual(values(text), ends, text);
    assert.deepEqual(
      amounts('entre 10 et 20 € ht par an').map((a) => [a.from, a.to, a.tax, a.unit]),
      [
        [6, 8, 'ht', 'an'],
        [12, 26, 'ht', 'an'],
      ],
    );
  });
});

describe('an amount written twice', () => {
  const couple = (text: string) => pairs(text).map(([w, f]) => [w.value, f.value]);

  it('is told by a bracket, « soit », « en lettres », « en chiffres », a colon or an equal sign', () => {
    for (const gap of [
      ' (',
      ' = ',
      ' : ',
      ', soit ',
      ' soit ',
      ', en chiffres : ',
      ' en chiffres ',
      ' (soit ',
      ' (en chiffres : ',
    ])
      assert.deepEqual(couple(`mille euros${gap}1 000 €`), [[1000, 1000]], gap);
    for (const gap of [', en lettres : ', ' en toutes lettres ', ', soit en lettres : '])
      assert.deepEqual(couple(`1 000 €${gap}mille euros`), [[1000, 1000]], gap);
    for (const gap of [' ', ', ', ' - ', ' et ', ' plus ', `${' '.repeat(20)}(${' '.repeat(21)}`])
      assert.deepEqual(couple(`mille euros${gap}1 000 €`), [], gap);
  });

  it('has its currency after the bracket of the second number', () => {
    assert.deepEqual(couple('mille (1 000) euros'), [[1000, 1000]]);
    assert.deepEqual(couple('mille ( soit 1 000 ) euros'), [[1000, 1000]]);
    assert.deepEqual(couple('mille (1 000) lots'), []);
    assert.deepEqual(couple('1 000 (1 000) euros'), []);
    assert.deepEqual(
      amounts('mille (1 000) euros').map((a) => [a.from, a.to, a.words]),
      [
        [0, 5, true],
        [7, 19, false],
      ],
    );
  });

  it('is each of two couples in a row', () => {
    assert.deepEqual(couple('mille euros (1 000 €), cent euros (200 €)'), [
      [1000, 1000],
      [100, 200],
    ]);
  });
});

describe('the words around an amount', () => {
  it('count its cents as one number or not at all', () => {
    assert.deepEqual(read('soit 12 euros et quatre-vingt-dix centimes.'), [
      ['12 euros et quatre-vingt-dix centimes', 12.9],
    ]);
    assert.deepEqual(read('soit 12 euros et deux-trois centimes.'), [['12 euros', 12]]);
  });

  it('give the unit that stands before its currency', () => {
    assert.deepEqual(units('un budget annuel de eur 90 000'), ['an']);
    assert.deepEqual(read('eur90'), [['eur90', 90]]);
    assert.deepEqual(read('xeur90'), []);
  });

  it('make a lower end of a number only where both belong to one range', () => {
    assert.deepEqual(read('entre 40 000 et 90 000 €'), [
      ['40 000', 40_000],
      ['90 000 €', 90_000],
    ]);
    assert.deepEqual(read("entre 1000 et 2 millions d'euros"), [
      ['1000', 1000],
      ["2 millions d'euros", 2_000_000],
    ]);
    for (const text of [
      'entre 5 lots - 90 000 €',
      'entre deux appels, 40 000 et 90 000 €',
      'les lots 40 000 a 90 000 €',
    ])
      assert.deepEqual(read(text), [['90 000 €', 90_000]], text);
  });

  it('need no space before the bracket that says it twice', () => {
    assert.deepEqual(read('quatre cents(400) euros'), [
      ['quatre cents', 400],
      ['400) euros', 400],
    ]);
  });
});
