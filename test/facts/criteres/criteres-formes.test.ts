import assert from 'node:assert/strict';
import { openConsultation } from '../../../rules/consultation/open.ts';
import type { Critere } from '../../../rules/facts/criteres/arbre.ts';
import { criteres } from '../../../rules/facts/criteres/criteres.ts';

const AWARD = '# Règlement de la consultation\n\n## Article 6 – Jugement des offres\n\n';

const read = (text: string, head = AWARD) => {
  const [piece] = openConsultation([{ path: 'rc.md', text: `${head}${text}\n` }], { date: '2026-12-01' }).pieces;
  assert.ok(piece);
  const fact = piece.ask(criteres);
  return { fact, shown: criteres.show(fact, piece) as Shown[] | { renvoi: string } | undefined };
};

interface Shown {
  readonly lots?: readonly number[];
  readonly forme: string;
  readonly ordre?: string;
  readonly unique?: boolean;
  readonly total?: number;
  readonly criteres: readonly ShownCritere[];
}
interface ShownCritere {
  readonly nom: string;
  readonly poids?: string;
  readonly 'sous-criteres'?: readonly ShownCritere[];
}

/** « Prix 60 % ; Technique 40 % [Méthode 20 %] ». */
const named = (list: readonly ShownCritere[]): string =>
  list
    .map(
      ({ nom, poids, 'sous-criteres': parts }) =>
        `${nom}${poids ? ` ${poids}` : ''}${parts ? ` [${named(parts)}]` : ''}`,
    )
    .join(' ; ');
const grids = (text: string, head?: string): string[] => {
  const { shown } = read(text, head);
  assert.ok(shown === undefined || Array.isArray(shown));
  return (shown ?? []).map(({ criteres: list, ...rest }) => {
    const { forme, ...marks } = rest;
    const said = Object.entries(marks).map(([key, value]) => `${key} ${value}, `);
    return `${said.join('')}${forme} : ${named(list)}`;
  });
};
/** A table in Markdown, its cells between bars. */
const table = (...rows: string[]): string =>
  rows
    .map(
      (r, i) =>
        `| ${r} |${
          i === 0
            ? `\n|${r
                .split('|')
                .map(() => '---|')
                .join('')}`
            : ''
        }`,
    )
    .join('\n');

const gives = (sentence: string, text: string, ...expected: string[]) =>
  it(sentence, () => assert.deepEqual(grids(text), expected));
const silent = (sentence: string, text: string, head?: string) =>
  it(sentence, () => assert.deepEqual(grids(text, head), []));

describe('a table of criteria', () => {
  gives(
    'may weigh by coefficients',
    table('Critère | Coefficient', 'Prix | 6', 'Valeur technique | 4'),
    'table : Prix 6 (coefficient) ; Valeur technique 4 (coefficient)',
  );
  gives(
    'may give a range',
    table('Critère | Pondération', 'Prix | entre 40 et 60 %', 'Valeur technique | 40 %'),
    'table : Prix 40 à 60 % ; Valeur technique 40 %',
  );
  for (const [how, prix, technique] of [
    ['points out of a hundred', '60 points sur 100', '40 points sur 100'],
    ['hundredths', '60/100', '40/100'],
  ] as const)
    gives(
      `may count in ${how}`,
      table('Critère | Note', `Prix | ${prix}`, `Valeur technique | ${technique}`),
      'table : Prix 60 points ; Valeur technique 40 points',
    );
  gives(
    'may be a form to fill in',
    table('Critère | Pondération', 'Prix | … %', 'Valeur technique | … %'),
    'table : Prix ; Valeur technique',
  );
  gives(
    'may have a column of numbers first',
    table('N° | Critère | Pondération', '1 | Prix | 60 %', '2 | Valeur technique | 40 %'),
    'table : Prix 60 % ; Valeur technique 40 %',
  );
  gives(
    'may number its sub-criteria under their criterion',
    table(
      'Critère | Pondération',
      '1. Valeur technique | 60 %',
      '1.1 Méthode | 40 %',
      '1.2 Moyens | 20 %',
      '2. Prix | 40 %',
    ),
    'table : Valeur technique 60 % [Méthode 40 % ; Moyens 20 %] ; Prix 40 %',
  );
  gives(
    'may tell its criteria from their parts by bold letters',
    table('Critère | Pondération', '**Valeur technique** | 60 %', 'Méthode | 40 %', 'Moyens | 20 %', '**Prix** | 40 %'),
    'table : Valeur technique 60 % [Méthode 40 % ; Moyens 20 %] ; Prix 40 %',
  );
  gives(
    'may end with a total, which is no criterion',
    table('Critère | Pondération', 'Prix | 60 %', 'Valeur technique | 40 %', 'Total | 100 %'),
    'total 100, table : Prix 60 % ; Valeur technique 40 %',
  );
  gives(
    'may have a column for each lot, or for one',
    `${table('Critère | Lot 1 | Lot 2', 'Prix | 60 % | 40 %', 'Valeur technique | 40 % | 60 %')}`,
    'lots 1, table : Prix 60 % ; Valeur technique 40 %',
    'lots 2, table : Prix 40 % ; Valeur technique 60 %',
  );
  gives(
    'may be of one lot by the header of its only weights',
    table('Critère | Lot 1', 'Prix | 60 %', 'Valeur technique | 40 %'),
    'lots 1, table : Prix 60 % ; Valeur technique 40 %',
  );
  for (const parts of [
    'Valeur technique : méthode (20 %) ; moyens (40 %)',
    'Valeur technique<br>- méthode : 20 %<br>- moyens : 40 %',
  ])
    gives(
      `may have its parts in one cell: ${parts}`,
      table('Critère | Pondération', `${parts} | 60 %`, 'Prix | 40 %'),
      'table : Valeur technique 60 % [méthode 20 % ; moyens 40 %] ; Prix 40 %',
    );
  gives(
    'may have no header but its first criterion, the weight first',
    table('60 % | Prix', '40 % | Valeur technique'),
    'table : Prix 60 % ; Valeur technique 40 %',
  );
  gives(
    'may have one column of weights for criteria and one for their parts',
    table(
      'Critère | Note | Sous-critère | Note',
      'Technique | 60 | Méthode | 40',
      ' | | Moyens | 20',
      'Prix | 40 | DPGF | 40',
    ),
    'table : Technique 60 points [Méthode 40 points ; Moyens 20 points] ; Prix 40 points [DPGF 40 points]',
  );
  gives(
    'may weigh in shares of one',
    table('Critère | Pondération', 'Prix | 0,6', 'Technique | 0,4'),
    'table : Prix 60 % ; Technique 40 %',
  );
  gives(
    'may have its parts in rows that add up to the one above',
    table('Critère | Points', 'Technique | 60', 'méthode | 40', 'moyens | 20', 'Prix | 40'),
    'table : Technique 60 points [méthode 40 points ; moyens 20 points] ; Prix 40 points',
  );
  gives(
    'may write the word « coefficient » in each cell',
    table('Critère | Poids', 'Technique | Coefficient 6', 'Prix | Coefficient 4'),
    'table : Technique 6 (coefficient) ; Prix 4 (coefficient)',
  );
  gives(
    'may count out of ten',
    table('Critère | Poids', 'Technique | 6 sur 10', 'Prix | 4 sur 10'),
    'table : Technique 6 points ; Prix 4 points',
  );
  gives(
    'may weigh in the column of names',
    table(
      'Critères et sous-critères | Pondération',
      'Technique (60 %), dont méthode 40 % et moyens 20 % | ',
      'Prix (40 %) | ',
    ),
    'table : Technique 60 % [méthode 40 % ; moyens 20 %] ; Prix 40 %',
  );
  silent(
    'is none of remarks on words that criteria use, elsewhere',
    table('Critère | Remarque', 'Prix | a', 'Délai | b'),
    '# RC\n\n## Divers\n\n',
  );
  silent(
    'is none in the part on candidates',
    table('Critère | Pondération', 'Capacités | 60 %', 'Références | 40 %'),
    '# RC\n\n## Sélection des candidatures\n\n',
  );
  gives(
    'takes its parts from a table that their codes go on from',
    `Les critères sont :\n\n- C1 : Prix 40 %\n- C2 : Méthode 40 %\n- C3 : Délais 20 %\n\nLe critère C2 se décompose ainsi :\n\n${table('Sous-critère | Points', 'C2.1 Équipe | 25', 'C2.2 Outils | 15')}`,
    'list : Prix 40 % ; Méthode 40 % [C2.1 Équipe 25 points ; C2.2 Outils 15 points] ; Délais 20 %',
  );
  silent(
    'is none after a sentence on candidates',
    `Les critères de sélection des candidatures sont :\n\n${table('Critère | Pondération', 'Capacités | 60 %', 'Références | 40 %')}`,
  );
  silent(
    'is none where nothing speaks of offers',
    table('Poste | Part', 'Prix | 60 %', 'Délai | 40 %'),
    '# CCAP\n\n## Avances\n\n',
  );
});

describe('a list of criteria', () => {
  gives(
    'may have the parts of each below it',
    'Les critères sont les suivants :\n\n- Valeur technique : 60 %\n  - méthode : 40 %\n  - moyens : 20 %\n- Prix : 40 %',
    'list : Valeur technique 60 % [méthode 40 % ; moyens 20 %] ; Prix 40 %',
  );
  gives(
    'may weigh its parts by bare numbers that add up to their criterion',
    'Les critères sont :\n\n- Technique : 60 %\n  - méthode : 40\n  - moyens : 20\n- Prix : 40 %',
    'list : Technique 60 % [méthode 40 ; moyens 20] ; Prix 40 %',
  );
  gives(
    'may weigh by bare numbers that add up to a hundred',
    'Les critères sont notés sur 100 :\n\n- Technique : 60\n- Prix : 40',
    'total 100, list : Technique 60 ; Prix 40',
  );
  gives(
    'ends where an item is too long to be a name',
    `Les critères sont les suivants :\n\n- Prix : 60 %\n- Valeur technique : 40 %\n- ${'Le candidat remet un mémoire qui décrit ses moyens '.repeat(6)}`,
    'list : Prix 60 % ; Valeur technique 40 %',
  );
  gives(
    'may be in order and without weights',
    'Les offres sont jugées selon les critères suivants, classés par ordre décroissant d’importance :\n\n1. Prix ;\n2. Valeur technique.',
    'ordre décroissant, list : Prix ; Valeur technique',
  );
  gives(
    'may be one of each lot',
    'Pour le lot 1, les critères sont :\n\n- Prix : 60 %\n- Délai : 40 %\n\nPour le lot 2, les critères sont :\n\n- Prix : 30 %\n- Délai : 70 %',
    'lots 1, list : Prix 60 % ; Délai 40 %',
    'lots 2, list : Prix 30 % ; Délai 70 %',
  );
  gives(
    'takes its parts from a list further on that names its criterion',
    'Les critères sont :\n\n- Prix : 40 %\n- Valeur technique : 60 %\n\nLa valeur technique est jugée selon les sous-critères suivants :\n\n- méthode : 40 %\n- moyens : 20 %',
    'list : Prix 40 % ; Valeur technique 60 % [méthode 40 % ; moyens 20 %]',
  );
  gives(
    'is read once with a table that says the same',
    `Les critères sont :\n\n- Prix : 60 %\n- Valeur technique : 40 %\n\nRappel :\n\n${table('Critère | Pondération', 'Prix | 60 %', 'Valeur technique | 40 %')}`,
    'table : Prix 60 % ; Valeur technique 40 %',
  );
  gives(
    'may be of paragraphs',
    'Les offres sont jugées selon les critères suivants :\n\nPrix : 60 %\n\nValeur technique : 40 %',
    'lines : Prix 60 % ; Valeur technique 40 %',
  );
  gives(
    'may be of headings, with the weight in the title or below it',
    '### Critère 1 : Prix (60 %)\n\nJugé sur la DPGF.\n\n### Critère 2 : Valeur technique\n\nPondération : 40 %',
    'headings : Prix 60 % ; Valeur technique 40 %',
  );
  gives(
    'may be of headings with the parts of each in a list',
    '### Valeur technique (60 %)\n\n- méthode : 40 %\n- moyens : 20 %\n\n### Prix (40 %)\n\nDPGF.',
    'headings : Valeur technique 60 % [méthode 40 % ; moyens 20 %] ; Prix 40 %',
  );
  gives(
    'takes its parts from a table further on, in points of its own',
    `Les critères sont :\n\n- Prix 60 %\n- Technique 40 %\n\nCritère technique (40 points) :\n\n${table('Sous-critère | Points', 'Méthode | 25', 'Moyens | 15')}`,
    'list : Prix 60 % ; Technique 40 % [Méthode 25 points ; Moyens 15 points]',
  );
  silent(
    'is none after a sentence on candidates',
    'Les critères de sélection des candidatures sont :\n\n- Capacités : 60 %\n- Références : 40 %',
  );
  silent(
    'is none of what a price is made of',
    'Le prix comprend :\n\n- la pose ;\n- le transport.',
    '# CCAP\n\n## Prix\n\n',
  );
});

describe('a sentence of criteria', () => {
  gives(
    'weighs each in brackets',
    'Les offres sont jugées sur le prix (60 %), la valeur technique (30 %) et le délai (10 %).',
    'sentence : prix 60 % ; valeur technique 30 % ; délai 10 %',
  );
  gives(
    'weighs each after « pour »',
    'L’offre économiquement la plus avantageuse est retenue en fonction du prix pour 60 % et de la valeur technique pour 40 %.',
    'sentence : prix 60 % ; valeur technique 40 %',
  );
  gives(
    'ranks them',
    'Les critères, par ordre décroissant d’importance, sont le prix, la valeur technique et le délai.',
    'ordre décroissant, sentence : prix ; valeur technique ; délai',
  );
  gives('has one alone', 'Le marché est attribué sur le seul critère du prix.', 'unique true, sentence : prix');

  for (const text of [
    'Les offres sont classées par ordre décroissant selon le prix, puis le délai.',
    'La note technique est calculée ainsi : prix 60 %, délai 40 %.',
  ])
    silent(`is none in « ${text} »`, text);

  it('may send the reader to another piece', () => {
    const sentence = 'Les critères d’attribution sont ceux de l’annexe 2.';
    assert.deepEqual(read(sentence).shown, { renvoi: sentence });
  });

  it('may announce what is not read: the place is kept, for nothing to be said of it', () => {
    const { fact } = read(
      'Les offres sont jugées selon les critères suivants :\n\n<table><tr><td>critère</td></tr></table>',
    );
    assert.deepEqual(fact.grilles, []);
    assert.ok(fact.unread);
    assert.equal(read('Rien sur ce point.').fact.unread, undefined);
  });

  it('keeps with each criterion what is said of it', () => {
    const { fact } = read(
      '### Critère 1 : Prix (60 %)\n\nJugé sur la DPGF.\n\n### Critère 2 : Délai (40 %)\n\nJugé sur le planning.',
    );
    const told = (list: readonly Critere[]) => list.map((c) => c.definition.map((d) => d.folded));
    assert.deepEqual(
      fact.grilles.map((g) => told(g.criteria)),
      [[['juge sur la dpgf.'], ['juge sur le planning.']]],
    );
  });
});
