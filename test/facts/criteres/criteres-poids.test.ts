import assert from 'node:assert/strict';
import { addUp, isNamedIn, walk, weightOf } from '../../../rules/facts/criteres/arbre.ts';
import { gives, grilles, readCriteres, silent, table } from './grilles.ts';

const list = (...items: string[]) => items.map((i) => `- ${i}`).join('\n');
const rows = (...weights: string[]) =>
  table(
    'Critère | Poids',
    ...weights.map((w, i) => `${['Prix', 'Méthode', 'Moyens', 'Délai', 'Visite', 'Suivi'][i]} | ${w}`),
  );

describe('the weight after brackets that hold a scale', () => {
  gives(
    'is that of the criterion',
    `Les critères sont les suivants :\n\n${list('Prix : 90 points', 'Délai (moins de 5 jours : 10 points ; de 5 à 15 jours : 5 points ; au-delà : 0) : 10 points')}`,
    'list : Prix 90 points ; Délai 10 points',
  );
});

describe('weights that are said to be equal', () => {
  for (const words of [
    'Les offres sont jugées à parts égales sur le prix et la qualité.',
    'Les critères, de même poids, sont le prix et la qualité.',
    'Les critères, de pondération identique, sont le prix et la qualité.',
    'Les critères, d’égale importance, sont le prix et la qualité.',
    'Les critères, pondérés de manière égale, sont le prix et la qualité.',
  ])
    gives(words, words, 'sentence : prix 50 % ; qualité 50 %');
  gives(
    'are shared between all that a list holds',
    `Les critères, de même importance, sont les suivants :\n\n${list('Prix', 'Qualité', 'Délai', 'Visite')}`,
    'list : Prix 25 % ; Qualité 25 % ; Délai 25 % ; Visite 25 %',
  );
  gives(
    'stand where the sentence says so only',
    `Les critères sont les suivants :\n\n${list('Prix', 'Qualité')}`,
    'list : Prix ; Qualité',
  );
  gives(
    'leave alone those that are given',
    `Les critères, de même importance, sont les suivants :\n\n${list('Prix : 60 %', 'Qualité')}`,
    'list : Prix 60 % ; Qualité',
  );
  it('stand at the words that say so', () => {
    const text = 'Les offres sont jugées à parts égales sur le prix et la qualité.';
    const { piece, fact } = readCriteres(text);
    assert.deepEqual(
      fact.grilles[0]?.criteria.map((c) => c.weight && piece.draft.slice(c.weight.at)),
      [text, text],
    );
  });
});

describe('the total that words state', () => {
  const two = `\n\n${list('Prix : 30 points', 'Qualité : 20 points')}`;
  const read = 'list : Prix 30 points ; Qualité 20 points';
  for (const lead of [
    'Les offres sont notées sur 50 points selon les critères suivants :',
    'Les critères, notés sur 50 points, sont les suivants :',
    'Les offres sont notées sur 50 points. Les critères sont les suivants :',
    'Voici le barème. Les critères de jugement des offres, sur 50 points, sont :',
  ])
    gives(`« ${lead} »`, `${lead}${two}`, `sur 50, ${read}`);
  for (const lead of [
    'Les critères, chacun noté sur 50 points, sont les suivants :',
    'Les critères, notés sur 20 points par critère, sont les suivants :',
    'Les critères sont les suivants :',
  ])
    gives(`is none in « ${lead} »`, `${lead}${two}`, read);
  it('stands at its number', () => {
    const { piece, fact } = readCriteres(`Les critères, notés sur 50 points, sont les suivants :${two}`);
    const total = fact.grilles[0]?.total;
    assert.equal(total && piece.draft.slice(total.at), '50 points');
  });
  gives(
    'is that of the table where the table has one',
    `Les critères sont notés sur 50 points :\n\n${table('Critère | Points', 'Prix | 30', 'Qualité | 30', 'Total | 60')}`,
    'sur 60, table : Prix 30 points ; Qualité 30 points',
  );
});

describe('rows that are parts of the one above, by what they add up to', () => {
  gives('two and one', rows('60', '35', '25', '40'), 'table : Prix 60 [Méthode 35 ; Moyens 25] ; Délai 40');
  gives('at the end', rows('40', '60', '35', '25'), 'table : Prix 40 ; Méthode 60 [Moyens 35 ; Délai 25]');
  gives(
    'twice',
    rows('60', '35', '25', '40', '30', '10'),
    'table : Prix 60 [Méthode 35 ; Moyens 25] ; Délai 40 [Visite 30 ; Suivi 10]',
  );
  gives(
    'in percentages with decimals',
    rows('60 %', '37,5 %', '22,5 %', '40 %'),
    'table : Prix 60 % [Méthode 37.5 % ; Moyens 22.5 %] ; Délai 40 %',
  );
  gives(
    'none where all together make the total',
    rows('50', '25', '15', '10'),
    'table : Prix 50 ; Méthode 25 ; Moyens 15 ; Délai 10',
  );
  gives(
    'none where that does not make the total',
    rows('50', '25', '25', '40'),
    'table : Prix 50 ; Méthode 25 ; Moyens 25 ; Délai 40',
  );
  gives('none of a single row', rows('40', '40', '30', '30'), 'table : Prix 40 ; Méthode 40 ; Moyens 30 ; Délai 30');
  gives('none of three rows', rows('60', '30', '30'), 'table : Prix 60 ; Méthode 30 ; Moyens 30');
  gives(
    'none where one has no weight',
    rows('60', '35', '25', '40', 'devis'),
    'table : Prix 60 ; Méthode 35 ; Moyens 25 ; Délai 40 ; Visite',
  );
  gives(
    'to the total that the table states',
    table('Critère | Points', 'Prix | 30', 'Méthode | 20', 'Moyens | 10', 'Délai | 20', 'Total | 50'),
    'sur 50, table : Prix 30 points [Méthode 20 points ; Moyens 10 points] ; Délai 20 points',
  );
});

describe('numbers that may be weights', () => {
  const lead = 'Les critères sont les suivants :\n\n';
  gives(
    'are weights where they make a hundred',
    lead + list('Prix : 60', 'Qualité : 40'),
    'list : Prix 60 ; Qualité 40',
  );
  gives('or near it', lead + list('Prix : 60', 'Qualité : 30'), 'list : Prix 60 ; Qualité 30');
  gives('or near it, above', lead + list('Prix : 60', 'Qualité : 50'), 'list : Prix 60 ; Qualité 50');
  gives('and not where they make another sum', lead + list('Prix : 60', 'Qualité : 29'), 'list : Prix ; Qualité');
  gives('and not where they make more', lead + list('Prix : 60', 'Qualité : 51'), 'list : Prix ; Qualité');
  gives('with those that are given', lead + list('Prix : 60 %', 'Qualité : 40'), 'list : Prix 60 % ; Qualité 40');
  gives(
    'and not where one has none',
    lead + list('Prix : 60', 'Qualité : 40', 'Délai'),
    'list : Prix ; Qualité ; Délai',
  );
  gives(
    'are weights where they are called coefficients',
    lead + list('Prix, coefficient 6', 'Qualité, coefficient 4'),
    'list : Prix 6 (coefficient) ; Qualité 4 (coefficient)',
  );
  gives(
    'are scales of notes where all are out of the same',
    lead + list('Prix, noté sur 20', 'Qualité, notée sur 20'),
    'list : Prix ; Qualité',
  );
  gives(
    'are weights where scales differ',
    lead + list('Prix, noté sur 15', 'Qualité, notée sur 10'),
    'list : Prix 15 points ; Qualité 10 points',
  );
  gives(
    'of parts are weights where they make their criterion, or a hundred',
    lead +
      list(
        'Prix : 40 %',
        'Qualité : 60 %\n  - méthode : 40\n  - moyens : 20',
        'Visite : 0 %\n  - plan : 70\n  - photos : 30',
      ),
    'list : Prix 40 % ; Qualité 60 % [méthode 40 ; moyens 20] ; Visite 0 % [plan 70 ; photos 30]',
  );
  gives(
    'of parts are none where they make something else, or one has none',
    lead +
      list(
        'Prix : 40 %',
        'Qualité : 60 %\n  - méthode : 40\n  - moyens : 30',
        'Visite : 0 %\n  - plan : 100\n  - photos',
      ),
    'list : Prix 40 % ; Qualité 60 % [méthode ; moyens] ; Visite 0 % [plan ; photos]',
  );
  gives('between 0 and 1 are shares', rows('0,6', '0,25', '0,15'), 'table : Prix 60 % ; Méthode 25 % ; Moyens 15 %');
  gives(
    'of one each are coefficients',
    rows('1', '1', '1'),
    'table : Prix 1 (coefficient) ; Méthode 1 (coefficient) ; Moyens 1 (coefficient)',
  );
  gives('above 1 are no shares', rows('1,5', '0,5'), 'table : Prix 1.5 ; Méthode 0.5');
  gives('of a few each are coefficients', rows('6', '4'), 'table : Prix 6 (coefficient) ; Méthode 4 (coefficient)');
  gives('of more than ten are none', rows('11', '4'), 'table : Prix 11 ; Méthode 4');
  gives(
    'that make more than thirty are none',
    rows('10', '10', '10', '10'),
    'table : Prix 10 ; Méthode 10 ; Moyens 10 ; Délai 10',
  );
  gives(
    'under a total are none',
    table('Critère | Poids', 'Prix | 6', 'Qualité | 4', 'Total | 10'),
    'sur 10, table : Prix 6 ; Qualité 4',
  );
});

describe('a criterion', () => {
  it('weighs what its parts do, where it says nothing and all of them do', () => {
    const [g] = readCriteres(
      list(
        'Prix : 40 %',
        'Qualité\n  - méthode : 33,3 %\n  - moyens : 26,7 %',
        'Visite\n  - plan : 10 %\n  - photos',
        'Délai',
      ),
    ).fact.grilles;
    assert.deepEqual(g?.criteria.map(weightOf), [40, 60, undefined, undefined]);
    assert.equal(g && addUp(g.criteria), 100);
    assert.equal(g?.criteria.flatMap(walk).length, 8);
  });
  it('has a number and a rank', () => {
    const { fact } = readCriteres(
      '1. Prix : 40 %\n2. Qualité : 60 %\n   - 2-1) méthode : 40 %\n   - 2.2 moyens : 20 %',
    );
    const told = fact.grilles[0]?.criteria.flatMap(walk).map((c) => [c.number, c.rank, c.folded]);
    assert.deepEqual(told, [
      [undefined, 1, 'prix'],
      [undefined, 2, 'qualite'],
      ['2.1', 1, 'methode'],
      ['2.2', 2, 'moyens'],
    ]);
  });
  it('is named as written, without markup, and stands without the bullet and the stop around it', () => {
    const { piece, fact } = readCriteres('- Prix des **prestations** : 60 % ;\n- Valeur   technique : 40 %.');
    const [g] = fact.grilles;
    assert.deepEqual(
      g?.criteria.map((c) => [c.name, piece.draft.slice(c.line)]),
      [
        ['Prix des prestations', 'Prix des **prestations** : 60 %'],
        ['Valeur technique', 'Valeur   technique : 40 %.'],
      ],
    );
    assert.equal(g && piece.draft.slice(g.at), 'Prix des **prestations** : 60 % ;\n- Valeur   technique : 40 %.');
  });
  it('is named in a text that holds all the words of its name that matter, whatever their ending', () => {
    const named = (name: string, text: string) => isNamedIn({ folded: name }, text);
    assert.equal(named('valeur technique de l’offre', 'la valeur technique est jugee'), true);
    assert.equal(named('valeurs techniques', 'la valeur technique est jugee'), true);
    assert.equal(named('valeur technique', 'la valeur est jugee'), false);
    assert.equal(named('prix (sur 20)', 'le prix'), true);
    assert.equal(named('le', 'le prix'), false);
    assert.equal(named('prix', 'les prix proposes'), true);
    assert.equal(named('performances environnementales', 'une performance environnementale'), true);
  });
});

describe('the announcement of a single criterion', () => {
  for (const lead of [
    'Le critère unique suivant est retenu :',
    'Les offres sont jugées selon le seul critère ci-après :',
    'L’unique facteur de choix est le suivant :',
    'Les offres sont jugées sur le critère d’attribution unique ci-dessous :',
  ])
    gives(`« ${lead} » before a paragraph`, `${lead}\n\nPrix des prestations`, 'seul, sentence : Prix des prestations');
  gives(
    'a weight makes a criterion of any name below it',
    'Le critère unique est le suivant :\n\nFinition : 100 %',
    'seul, sentence : Finition 100 %',
  );
  gives('its name may follow at once', 'Le critère unique suivant : celui du prix.', 'seul, sentence : prix');
  silent(
    'is none with more text in the paragraph',
    'Le critère unique est le suivant. Rien de plus.\n\nPrix des prestations',
  );
  silent(
    'is none before a paragraph that names nothing known',
    'Le critère unique est le suivant :\n\nVoir en séance.',
  );
  silent(
    'is none before a long paragraph',
    `Le critère unique est le suivant :\n\n${'Prix des prestations de toute nature '.repeat(3)}`,
  );
  it('may be of one lot', () => {
    assert.deepEqual(grilles('Pour le lot 2, le critère unique est le suivant :\n\nPrix'), [
      'lots 2, seul, sentence : Prix',
    ]);
  });
});
