import assert from 'node:assert/strict';
import { definitions, gives, grilles, readCriteres, silent, table } from './grilles.ts';

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
  weighs('…', ' …');
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
  for (const total of ['Total', 'TOTAL GENERAL', 'Note totale', 'Ensemble', 'Somme', 'Note globale', 'Note finale'])
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
  for (const [how, a, b] of [
    ['dashes', '- méthode', '- moyens'],
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
    'bold letters of the first row alone tell nothing',
    table('Critère | Poids', '**Prix** | 60 %', 'Valeur technique | 40 %'),
    PLAIN,
  );
  gives(
    'a row that goes on says what the criterion above is judged on',
    table('Critère | Poids | Jugement', 'Prix | 60 % | devis', ' | | bordereau', 'Valeur technique | 40 % | mémoire'),
    PLAIN,
  );
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

describe('sub-criteria in their own column', () => {
  const TREE = 'table : Valeur technique 60 % [Méthode 45 % ; Moyens 15 %] ; Prix 40 %';
  gives(
    'weigh in the column right of them, their criterion in the one left of them',
    table(
      'Critère | Poids | Sous-critère | Poids',
      'Valeur technique | 60 % | Méthode | 45 %',
      ' | | Moyens | 15 %',
      'Prix | 40 % | |',
    ),
    TREE,
  );
  gives(
    'weigh in the column that names them',
    table(
      'Critère | Sous-critère | Poids du sous-critère | Poids du critère',
      'Valeur technique | Méthode | 45 % | 60 %',
      ' | Moyens | 15 % |',
      'Prix | | | 40 %',
    ),
    TREE,
  );
  gives(
    'may repeat their criterion on each row',
    table(
      'Critère | Poids | Sous-critère | Poids',
      'Valeur technique | 60 % | Méthode | 45 %',
      'Valeur technique | 60 % | Moyens | 15 %',
      'Prix | 40 % | |',
    ),
    TREE,
  );
  gives(
    'share the one column of weights, the criterion being what they add up to',
    table('Critère | Sous-critère | Poids', 'Valeur technique | Méthode | 45 %', ' | Moyens | 15 %', 'Prix | | 40 %'),
    'table : Valeur technique [Méthode 45 % ; Moyens 15 %] ; Prix 40 %',
  );
  gives(
    'may have no weight where one weight is given for all',
    table('Critère | Sous-critère | Poids', 'Valeur technique | Méthode | 60 %', ' | Moyens | ', 'Prix | Devis | 40 %'),
    'table : Valeur technique 60 % [Méthode ; Moyens] ; Prix 40 % [Devis]',
  );
  gives(
    'may weigh in their own cell',
    table(
      'Critère | Sous-critères | Poids',
      'Valeur technique | Méthode (45 %), moyens (15 %) | 60 %',
      'Prix | | 40 %',
    ),
    'table : Valeur technique 60 % [Méthode 45 % ; moyens 15 %] ; Prix 40 %',
  );
  gives(
    'may be none: « néant », « sans objet », a dash',
    table(
      'Critère | Sous-critère | Poids',
      'Prix | néant | 60 %',
      'Valeur technique | - | 25 %',
      'Délai | Sans objet | 15 %',
    ),
    'table : Prix 60 % ; Valeur technique 25 % ; Délai 15 %',
  );
  it('stand on their row, the first in its cell', () => {
    const { piece, fact } = readCriteres(
      table('Critère | Sous-critère | Poids', 'Valeur technique | Méthode | 45 %', ' | Moyens | 15 %', 'Prix | | 40 %'),
    );
    assert.deepEqual(
      fact.grilles[0]?.criteria[0]?.children.map((c) => piece.draft.slice(c.line).trim()),
      ['Méthode', '|  | Moyens | 15 % |'],
    );
  });
  it('are judged on what their own row says', () => {
    const { fact } = readCriteres(
      table(
        'Critère | Sous-critère | Poids | Jugement',
        'Valeur technique | Méthode | 45 % | mémoire',
        ' | Moyens | 15 % | effectifs',
        'Prix | | 40 % | devis',
      ),
    );
    const told = fact.grilles[0]?.criteria.map((c) => [c, ...c.children].map((x) => x.definition.map((d) => d.folded)));
    assert.deepEqual(told, [[['memoire'], [], ['effectifs']], [['devis']]]);
  });
});

describe('a table with a column for each lot', () => {
  gives(
    'leaves a criterion out of the lot whose cell says so',
    table('Critère | Lot 1 | Lots 2 et 3', 'Prix | 60 % | 50 %', 'Délai | 40 % | néant', 'Visite | - | 50 %'),
    'lots 1, table : Prix 60 % ; Délai 40 %',
    'lots 2+3, table : Prix 50 % ; Visite 50 %',
  );
  gives(
    'keeps a criterion whose weight is left to fill',
    table('Critère | Lot 1 | Lot 2', 'Prix | 60 % | …', 'Délai | 40 % | …'),
    'lots 1, table : Prix 60 % ; Délai 40 %',
    'lots 2, table : Prix … ; Délai …',
  );
  gives(
    'has a total for each',
    table('Critère | Lot 1 | Lot 2', 'Prix | 60 | 50', 'Délai | 40 | 30', 'Total | 100 | 80'),
    'lots 1, sur 100, table : Prix 60 ; Délai 40',
    'lots 2, sur 80, table : Prix 50 ; Délai 30',
  );
  gives(
    'is of the lot that the sentence before it names',
    `Critères du lot 3 :\n\n${table('Critère | Poids', 'Prix | 60 %', 'Délai | 40 %')}`,
    'lots 3, table : Prix 60 % ; Délai 40 %',
  );
  gives(
    'is of the lot that its title names',
    `### Lot 2 – Peinture\n\n${table('Critère | Poids', 'Prix | 60 %', 'Délai | 40 %')}`,
    'lots 2, table : Prix 60 % ; Délai 40 %',
  );
});

describe('what is no table of criteria', () => {
  const RC = '# RC\n\n';
  silent('a list of lots', table('Lot | Intitulé | Part', '1 | Peinture | 60 %', '2 | Sols | 40 %'));
  silent('levels of service', table('Critère | Seuil', 'Délai | deux jours', 'Prix | 1 000 €'), `${RC}## Qualité\n\n`);
  silent('a scale of notes', table('Note | Appréciation', '5 | Bon', '10 | Très bon'));
  silent(
    'candidates',
    `Chaque candidat est admis selon :\n\n${table('Critère | Poids', 'Moyens | 60 %', 'Prix | 40 %')}`,
    `${RC}## Déroulement\n\n`,
  );
  silent(
    'applications, under a title that speaks of offers',
    `Les critères des candidatures sont :\n\n${table('Critère | Poids', 'Moyens | 60 %', 'Références | 40 %')}`,
  );
  silent('penalties', table('Critère | Montant', 'Retard | 5 %', 'Absence | 3 %'), `${RC}## Pénalités\n\n`);
  silent(
    'anything without a word on criteria',
    table('Poste | Part', 'Prix | 60 %', 'Délai | 40 %'),
    `${RC}## Divers\n\n`,
  );
  silent('a header alone', table('Critère | Poids'));
  silent('papers of an offer', table('Pièce | Signée', 'Acte d’engagement | oui', 'Devis | non'));
  it('but what a sentence announces is one anywhere', () => {
    const text = `Les offres sont jugées selon les critères suivants :\n\n${table('Poste | Part', 'Prix | 60 %', 'Délai | 40 %')}`;
    assert.deepEqual(grilles(text, `${RC}## Divers\n\n`), ['table : Prix 60 % ; Délai 40 %']);
  });
  it('and so is one that calls itself so, weighs, and has a price, under a title on something else', () => {
    const weights = table('Critère d’attribution | Pondération', 'Prix | 60 %', 'Délai | 40 %');
    assert.deepEqual(grilles(weights, `${RC}## Variantes\n\n`), ['table : Prix 60 % ; Délai 40 %']);
    const unweighed = table('Critère | Remarque', 'Prix | devis', 'Délai | planning');
    assert.deepEqual(grilles(unweighed, `${RC}## Variantes\n\n`), []);
    const unpriced = table('Critère | Pondération', 'Finition | 60 %', 'Délai | 40 %');
    assert.deepEqual(grilles(unpriced, `${RC}## Variantes\n\n`), []);
  });
});
