import assert from 'node:assert/strict';
import { definitions, gives, readCriteres, silent, table } from './grilles.ts';

const PLAIN = 'table : Prix 60 % ; Valeur technique 40 %';

describe('columns of a table of criteria', () => {
  for (const header of [
    'Pondération',
    'Poids',
    '%',
    'En %',
    '(en %)',
    '/ 100',
    'Sur 100',
    'Note',
    'Barème',
    'Part',
    'Points',
    '',
  ])
    gives(
      `weights stand under « ${header} »`,
      table(`Critère | ${header}`, 'Prix | 60 %', 'Valeur technique | 40 %'),
      PLAIN,
    );
  for (const header of [
    'Critère',
    'Libellé',
    'Intitulé',
    'Désignation',
    'Axe',
    'Item',
    'Rubrique',
    'Élément de jugement',
    'Ce qui est jugé',
  ])
    gives(
      `names stand under « ${header} »`,
      table(`${header} | Pondération`, 'Prix | 60 %', 'Valeur technique | 40 %'),
      PLAIN,
    );
  for (const header of ['N°', '#', 'Num', 'Numéro', ''])
    gives(
      `« ${header} » is a column of numbers, before the names or after`,
      table(`${header} | Critère | Pondération`, '1 | Prix | 60 %', '2 | Valeur technique | 40 %'),
      PLAIN,
    );
  for (const header of ['Rang', 'Ordre', 'Priorité'])
    gives(
      `« ${header} » says that they are in order`,
      table(`${header} | Critère`, '1 | Prix', '2 | Valeur technique'),
      'ordre, table : Prix ; Valeur technique',
    );
  gives(
    'names stand in the first column that holds no number',
    table('N° | Ce qui est jugé | Poids', '1 | Prix | 60 %', '2 | Valeur technique | 40 %'),
    PLAIN,
  );
  gives(
    'names may have no header',
    table(' | Points', 'Prix | 60', 'Valeur technique | 40'),
    'table : Prix 60 points ; Valeur technique 40 points',
  );
  gives('a header may state the total', table('Critère | 100 %', 'Prix | 60 %', 'Valeur technique | 40 %'), PLAIN);
  gives(
    'weights may all be left to fill under « Note »',
    table('Critère | Note', 'Prix | …', 'Valeur technique | …'),
    'table : Prix … ; Valeur technique …',
  );
  gives(
    'a half of weights and no more makes no column of them',
    table('Critère | Remarque', 'Prix | 60', 'Valeur technique | voir'),
    'table : Prix ; Valeur technique',
  );
  gives(
    'blanks do not count',
    table('Critère | Remarque', 'Prix | 60', 'Délai | ', 'Visite | '),
    'table : Prix 60 ; Délai ; Visite',
  );
  gives(
    'words under « Note » are no weights',
    table('Critère | Note', 'Prix | …', 'Valeur technique | voir plus loin'),
    'table : Prix ; Valeur technique',
  );
  gives('weights may come first', table('Poids | Critère', '60 % | Prix', '40 % | Valeur technique'), PLAIN);
  gives(
    'numbers alone take the unit of their header',
    table('Critère | Coefficient', 'Prix | 6', 'Valeur technique | 4'),
    'table : Prix 6 (coefficient) ; Valeur technique 4 (coefficient)',
  );
  gives(
    'numbers alone are percentages under a percentage',
    table('Critère | Pourcentage', 'Prix | 60', 'Valeur technique | 40'),
    PLAIN,
  );
  gives(
    'numbers alone are percentages under « Pondération (%) »',
    table('Critère | Pondération (%)', 'Prix | 60', 'Valeur technique | 40'),
    PLAIN,
  );
  gives(
    'numbers alone are points under « Nombre de points »',
    table('Critère | Nombre de points', 'Prix | 62,5', 'Valeur technique | 37.5'),
    'table : Prix 62.5 points ; Valeur technique 37.5 points',
  );
  gives(
    'a half of weights and more makes a column of them, whatever its header',
    table('Critère | Cotation retenue par la commission', 'Prix | 60', 'Délai | 40', 'Esthétique | selon visite'),
    'table : Prix 60 ; Délai 40 ; Esthétique',
  );
  gives(
    'a column without header that holds words is none of weights',
    table('Critère | | Pondération', 'Prix | devis | 60 %', 'Valeur technique | mémoire | 40 %'),
    PLAIN,
  );
});

describe('a cell of weight', () => {
  const weighs = (cell: string, expected: string) =>
    gives(
      `« ${cell} »`,
      table('Critère | Poids', `Prix | ${cell}`, 'Valeur technique | 40 %'),
      `table : Prix${expected} ; Valeur technique 40 %`,
    );
  weighs('60 %', ' 60 %');
  weighs('60%', ' 60 %');
  weighs('pondéré à 60 %', ' 60 %');
  weighs('note sur 60 points', '');
  weighs('60 % (voir l’article 7)', ' 60 %');
  weighs('soixante pour cent', ' 60 %');
  weighs('jugé sur le devis pour 60 %', '');
  weighs('60 points', ' 60 points');
  weighs('60/100', ' 60 points');
  weighs('60 sur 100', ' 60 points');
  weighs('entre 50 et 60 %', ' 50 à 60 %');
  weighs('60', ' 60');
  weighs('(60)', ' 60');
  weighs('coef. 6', ' 6 (coefficient)');
  weighs('coefficient de 6', ' 6 (coefficient)');
  weighs('x 6', ' 6');
  weighs('maxi 60 points', ' 60 points');
  weighs('coeff. 6', ' 6 (coefficient)');
  weighs('coef.6', ' 6 (coefficient)');
  weighs('x6', ' 6');
  weighs('33,33', ' 33.33');
  weighs('[voir] annexe', '');
  weighs('NA', '');
  weighs('note : 60 points', ' 60 points');
  weighs('poids 60 %', ' 60 %');
  weighs('note maximum 60 points', ' 60 points');
  weighs('coef 6', ' 6 (coefficient)');
  weighs('60.5', ' 60.5');
  weighs('60 / 100', ' 60 points');
  weighs('12/35', ' 12');
  weighs('12 sur 35', ' 12');
  weighs('60 euros', '');
  weighs('…', ' …');
  weighs('xx', ' …');
  weighs('[poids]', ' …');
  weighs('SO', '');
  weighs('N/A', '');
  weighs('XX %', ' …');
  weighs('___ %', ' …');
  weighs('[à compléter] %', ' …');
  weighs('à définir', ' …');
  weighs('', '');
  weighs('sans objet', '');
  weighs('devis', '');

  gives(
    'may be missing: the scale of each note tells the weight',
    table('Critère | Jugement', 'Prix, noté sur 60 | devis', 'Valeur technique notée sur 40 points | mémoire'),
    'table : Prix 60 points ; Valeur technique 40 points',
  );
  gives(
    'may be missing: the number that ends each name is the weight',
    table('Critères', 'Prix : 60', 'Valeur technique : 40'),
    'table : Prix 60 ; Valeur technique 40',
  );
  gives(
    'may be missing where a part and its number stand in the name',
    table('Critère | Poids', 'Valeur technique | 60 %', '- méthode 40 | ', '- moyens 20 | ', 'Prix | 40 %'),
    'table : Valeur technique 60 % [méthode 40 ; moyens 20] ; Prix 40 %',
  );

  it('points at the number with its unit, at the cell where a number is alone, and at what is left to fill', () => {
    const { piece, fact } = readCriteres(
      table('Critère | Poids', 'Prix | pondéré à **60 %**', 'Délai | 30', 'Qualité | à préciser'),
    );
    const criteria = fact.grilles[0]?.criteria ?? [];
    const slice = (at: (typeof criteria)[number]['at'] | undefined) => at && piece.draft.slice(at).trim();
    assert.deepEqual(
      criteria.map((c) => slice(c.weight?.at ?? c.hole)),
      ['60 %', '30', 'à préciser'],
    );
    assert.deepEqual(
      criteria.map((c) => slice(c.line)),
      ['| Prix | pondéré à **60 %** |', '| Délai | 30 |', '| Qualité | à préciser |'],
    );
  });
});

describe('rows of a table of criteria', () => {
  for (const total of [
    'Total',
    'Totaux',
    'Sous-total',
    'Note totale maximale',
    'TOTAL GENERAL',
    'Note totale',
    'Ensemble',
    'Somme',
    'Note globale',
    'Note finale',
  ])
    gives(
      `« ${total} » is the total`,
      table('Critère | Poids', 'Prix | 60 %', 'Valeur technique | 40 %', `${total} | 100 %`),
      `sur 100, ${PLAIN}`,
    );
  gives(
    'a total may have no number, and a blank first cell',
    table('N° | Critère | Poids', '1 | Prix | 60 %', '2 | Valeur technique | 40 %', ' | Total | '),
    PLAIN,
  );
  gives('a blank row names nothing', table('Critère | Poids', 'Prix | 60 %', ' | ', 'Valeur technique | 40 %'), PLAIN);
  for (const name of ['Délai total', 'Vue d’ensemble', 'Suivi - délai', 'Version 1.2 du plan'])
    gives(
      `« ${name} » is a criterion like another`,
      table('Critère | Poids', 'Prix | 60 %', `${name} | 40 %`),
      `table : Prix 60 % ; ${name.replace(' - délai', '')} 40 %`,
    );
  gives(
    'parts are told by numbers above ten',
    table(
      'Critère | Poids',
      '10. Valeur technique | 60 %',
      '10.1 méthode | 45 %',
      '10.10 moyens | 25 %',
      '11. Prix | 40 %',
    ),
    'table : Valeur technique 60 % [méthode 45 % ; moyens 25 %] ; Prix 40 %',
  );
  gives(
    'parts are told by thin letters, whatever they add up to',
    table('Critère | Poids', '**Valeur technique** | 60 %', 'Méthode | 50 %', 'Moyens | 20 %', '**Prix** | 40 %'),
    'table : Valeur technique 60 % [Méthode 50 % ; Moyens 20 %] ; Prix 40 %',
  );
  gives(
    'no-break spaces are spaces',
    table(
      '&nbsp;N°&nbsp; | &nbsp;Critère&nbsp; | &nbsp;Poids&nbsp; | &nbsp;Jugement&nbsp;',
      '&nbsp;1&nbsp; | &nbsp;Valeur technique&nbsp; | &nbsp;60 %&nbsp; | &nbsp;Néant&nbsp;',
      '&nbsp; | &nbsp;- méthode&nbsp; | &nbsp;45 %&nbsp; | &nbsp;',
      '&nbsp; | &nbsp;- moyens&nbsp; | &nbsp;[poids]&nbsp; | &nbsp;',
      '&nbsp;2&nbsp; | &nbsp;Prix&nbsp; | &nbsp;40 %&nbsp; | &nbsp;',
      '&nbsp; | &nbsp;Total&nbsp; | &nbsp;100 %&nbsp; | &nbsp;',
    ),
    'sur 100, table : Valeur technique 60 % [méthode 45 % ; moyens …] ; Prix 40 %',
  );
  for (const [how, a, b] of [
    ['dashes', '- méthode', '- moyens'],
    ['glued dashes', '-méthode', '-moyens'],
    ['round bullets', 'o méthode', 'o moyens'],
    ['« dont »', 'dont méthode', 'dont moyens'],
    ['arrows', '↳ méthode', '→ moyens'],
    ['numbers of two parts', '1.1 méthode', '1.2 moyens'],
    ['numbers with dashes', '1-1) méthode', '1-2) moyens'],
  ] as const)
    gives(
      `parts are told by ${how}`,
      table('Critère | Poids', `1. Valeur technique | 60 %`, `${a} | 45 %`, `${b} | 25 %`, '2. Prix | 40 %'),
      'table : Valeur technique 60 % [méthode 45 % ; moyens 25 %] ; Prix 40 %',
    );
  gives(
    'a sub-criterion may be called so',
    table(
      'Critère | Poids',
      'Valeur technique | 60 %',
      'Sous-critère méthode | 45 %',
      'Sous-critère moyens | 25 %',
      'Prix | 40 %',
    ),
    'table : Valeur technique 60 % [méthode 45 % ; moyens 25 %] ; Prix 40 %',
  );
  gives(
    'criteria numbered in two parts from the first on are no parts of each other',
    table('Critère | Poids', '6.1 Prix | 60 %', '6.2 Valeur technique | 40 %'),
    PLAIN,
  );
  gives(
    'a percentage at the head of a name is no number of a part',
    table('Critère | Poids', 'Prix | 60 %', '1.5 % de rabais au plus | 40 %'),
    'table : Prix 60 % ; 1.5 % de rabais au plus 40 %',
  );
  gives(
    'bold letters that all rows have tell nothing',
    table('Critère | Poids', '**Prix** | 60 %', '**Valeur technique** | 40 %'),
    PLAIN,
  );
  gives(
    'bold letters that come after the first row tell nothing',
    table('Critère | Poids', 'Prix | 20 %', '**Valeur technique** | 50 %', 'Délai | 20 %', '**Visite** | 10 %'),
    'table : Prix 20 % ; Valeur technique 50 % ; Délai 20 % ; Visite 10 %',
  );
  gives(
    'the parts of a criterion may be weighed where it is described',
    table('Critère | Poids | Détail', 'Valeur technique | 60 % | méthode (45 %), moyens (15 %)', 'Prix | 40 % | devis'),
    'table : Valeur technique 60 % [méthode 45 % ; moyens 15 %] ; Prix 40 %',
  );
  gives(
    'bold letters of the first row alone tell nothing',
    table('Critère | Poids', '**Prix** | 60 %', 'Valeur technique | 40 %'),
    PLAIN,
  );
  gives(
    'a row that goes on says what the criterion above is judged on',
    table('Critère | Poids | Jugement', 'Prix | 60 % | devis', ' | | bordereau', 'Valeur technique | 40 % | mémoire'),
    PLAIN,
  );
  it('and so does its cell of weights', () => {
    assert.deepEqual(definitions(table('Critère | Poids', 'Délai | 40 %', ' | jugé sur le planning', 'Prix | 60 %')), [
      'delai : juge sur le planning',
      'prix : ',
    ]);
  });
  it('and so do the other columns', () => {
    assert.deepEqual(
      definitions(
        table(
          'N° | Critère | Poids | Jugement',
          '1 | Prix | 60 % | Devis',
          ' | | | Bordereau',
          '2 | Valeur technique | 40 % | Sans objet',
        ),
      ),
      ['prix : devis, bordereau', 'valeur technique : '],
    );
  });
});

describe('numbers in a column of their own', () => {
  const MAIN = table('N° | Critère | Points', '1 | Prix | 40', '2 | Valeur technique | 40', '3 | Délai | 20');
  gives(
    'hang the sub-criteria of several criteria each under its own',
    `${MAIN}\n\nLe détail est le suivant :\n\n${table('N° | Sous-critère | Points', '2.1 | Méthode | 25', '2.2 | Équipe | 15', '3.1 | Planning | 12')}`,
    'table : Prix 40 points ; Valeur technique 40 points [Méthode 25 points ; Équipe 15 points] ; Délai 20 points [Planning 12 points]',
  );
  gives(
    'put a row under the one that it goes on from',
    table(
      'N° | Critère | Points',
      '1 | Prix | 40',
      '2 | Valeur technique | 60',
      '2.1 | Méthode | 35',
      '2.2 | Équipe | 25',
    ),
    'table : Prix 40 points ; Valeur technique 60 points [Méthode 35 points ; Équipe 25 points]',
  );
  gives(
    'put a row under the one whose number it takes up with a letter',
    table('Critère | Points', '1. Prix | 40', '2. Technique | 60', '2a. Méthode | 35', '2b. Équipe | 25'),
    'table : Prix 40 points ; Technique 60 points [Méthode 35 points ; Équipe 25 points]',
  );
  gives(
    'put it there too where the number has a column',
    table('N° | Critère | Points', '1 | Prix | 40', '2 | Technique | 60', '2a | Méthode | 35', '2b | Équipe | 25'),
    'table : Prix 40 points ; Technique 60 points [Méthode 35 points ; Équipe 25 points]',
  );
  gives(
    'leave the rows of letters alone among themselves',
    table('Critère | Points', 'a. Prix | 40', 'b. Technique | 35', 'c. Délai | 25'),
    'table : Prix 40 points ; Technique 35 points ; Délai 25 points',
  );
});

describe('a table of what the contractor has to reach', () => {
  silent(
    'is no grid',
    'Le titulaire mesure les acquis par un questionnaire noté sur vingt :\n\n| Indicateur | Cible | Fréquence |\n|---|---|---|\n| Taux de présence | 90 % | Par session |\n| Délai de remise des documents | 80 % à cinq jours | Par session |',
    '# CCP\n\n## Évaluation\n\n',
  );
});
