import assert from 'node:assert/strict';
import type { Critere, Grille } from '../../../rules/facts/criteres/arbre.ts';
import { criteres } from '../../../rules/facts/criteres/criteres.ts';
import { open } from '../../rules/tester.ts';

const UNITS = { percent: ' %', points: ' points', bare: '', coefficient: ' (coefficient)' } as const;
/** « Prix 60 % (what is said of it) ; Qualité 40 % [parts] ». */
const tree = (list: readonly Critere[], said: (c: Critere) => readonly string[]): string =>
  list
    .map((c) => {
      const { weight: w } = c;
      const parts = c.children.length > 0 ? ` [${tree(c.children, () => [])}]` : '';
      const told = said(c);
      return `${c.name}${w ? ` ${w.value}${UNITS[w.unit]}` : ''}${parts}${told.length > 0 ? ` (${told.join(' / ')})` : ''}`;
    })
    .join(' ; ');
const read = (text: string) => {
  const [piece] = open([{ path: 'rc.md', text: `# Règlement de la consultation\n\n${text}\n` }]).pieces;
  assert.ok(piece);
  return { piece, grilles: piece.ask(criteres).grilles };
};
const marks = (g: Grille): string =>
  [
    ...(g.lots.length > 0 ? [`lots ${g.lots.join(', ')}`] : []),
    ...(g.subsequent ? ['subséquents'] : []),
    ...(g.ranked ? ['classés'] : []),
    g.place,
  ].join(' ');
const grids = (text: string): string[] => {
  const { piece, grilles } = read(text);
  return grilles.map(
    (g) => `${marks(g)} : ${tree(g.criteria, (c) => c.definition.map((d) => piece.draft.slice(d.at)))}`,
  );
};
const reads = (head: string, ...cases: readonly (readonly [string, ...string[]])[]) => {
  for (const [text, ...expected] of cases)
    it(`« ${text.replace(/\n+/g, ' ⏎ ').slice(0, 200)} »`, () => assert.deepEqual(grids(`${head}${text}`), expected));
};
const table = (...rows: string[]) =>
  rows.map((r, i) => `| ${r} |${i === 0 ? `\n|${r.replace(/[^|]+/g, '---')}|` : ''}`).join('\n');

const JUDGE = '## Jugement des offres\n\n';
const LIST = '- Prix : 60 %\n- Qualité : 40 %';
const SETS = `${JUDGE}Les critères sont les suivants :\n\n${LIST}\n\n`;
const FOUND = 'list : Prix 60 % ; Qualité 40 %';

describe('what is said twice of the same criteria', () => {
  reads(
    SETS,
    [table('Critère | Poids', 'Prix | 60 %', 'Qualité | 40 %'), 'table : Prix 60 % ; Qualité 40 %'],
    [
      `## Seconde phase\n\nLes critères sont les suivants :\n\n- Prix : 30 %\n- Qualité : 70 %`,
      FOUND,
      'list : Prix 30 % ; Qualité 70 %',
    ],
    [`## Rappel\n\nLes critères sont les suivants :\n\n- Qualité : 40 %\n- Prix : 60 %`, FOUND],
    [`## Rappel\n\nLes critères sont les suivants :\n\n- Coût : 100 %`, FOUND],
    [
      '### Phase 2\n\nLes critères sont les suivants :\n\n- Délai : 60 %\n- Garantie : 40 %',
      FOUND,
      'list : Délai 60 % ; Garantie 40 %',
    ],
    [
      '### Rappel\n\nLes critères sont les suivants :\n\n- Prix : 60 %\n- Qualité : 40 %\n  - méthode : 30 %\n  - moyens : 10 %',
      'list : Prix 60 % ; Qualité 40 % [méthode 30 % ; moyens 10 %] (méthode : 30 % / moyens : 10 %)',
    ],
    [
      `${table('Sous-critère de la qualité | Poids', 'Méthode | 30 %', 'Moyens | 10 %')}\n\n${table('Sous-critère de la qualité | Poids', 'Clarté | 50 %', 'Rigueur | 50 %')}`,
      'list : Prix 60 % ; Qualité 40 % [Méthode 30 % ; Moyens 10 %]',
    ],
    [
      'La qualité est jugée sur les poids suivants : 40 %.',
      'list : Prix 60 % ; Qualité 40 % (La qualité est jugée sur les poids suivants : 40 %.)',
    ],
    [`## Lot 2\n\nLes critères sont les suivants :\n\n${LIST}`, FOUND, `lots 2 ${FOUND}`],
    [`## Marchés subséquents\n\nLes critères sont les suivants :\n\n${LIST}`, FOUND, `subséquents ${FOUND}`],
  );
  reads(
    JUDGE,
    [
      'Les critères sont les suivants :\n\n- Prix\n- Qualité\n\nLe prix compte pour 60 % et la qualité pour 40 %.',
      'sentence : prix 60 % ; qualité 40 %',
    ],
    [
      'Les critères sont :\n\n- Délai : 60 %\n- Garantie : 40 %\n\n### Phase 2\n\nLes critères sont :\n\n- Prix : 60 %\n- Qualité : 40 %',
      'list : Délai 60 % ; Garantie 40 %',
      FOUND,
    ],
    [
      'Les critères sont :\n\n- Prix : XX %\n- Qualité : XX %\n\n### Suite\n\nLes critères sont :\n\n- Prix : 60 %\n- Qualité : 40 %',
      FOUND,
    ],
    [
      `Les critères, par ordre décroissant, sont le prix et la qualité.\n\nLes critères sont les suivants :\n\n${LIST}`,
      'classés list : Prix 60 % (Les critères, par ordre décroissant, sont le prix et la qualité.) ; Qualité 40 % (Les critères, par ordre décroissant, sont le prix et la qualité.)',
    ],
    [
      `Les critères sont les suivants :\n\n- Prix\n- Délai\n\n${table('Critère | Poids', 'Prix | 60 %', 'Délai | 40 %')}`,
      'table : Prix 60 % ; Délai 40 %',
    ],
  );
});

describe('places that speak of the same criteria', () => {
  reads(
    SETS,
    [
      'La qualité est appréciée sur :\n\n- méthode : 30 %\n- moyens',
      'list : Prix 60 % ; Qualité 40 % (La qualité est appréciée sur : / méthode : 30 % / moyens)',
    ],
    [
      'La qualité est appréciée sur :\n\n- méthode : 40 %',
      'list : Prix 60 % ; Qualité 40 % (La qualité est appréciée sur : / méthode : 40 %)',
    ],
    [
      'Pour le lot 2, la qualité est jugée sur le mémoire.',
      'list : Prix 60 % ; Qualité 40 % (Pour le lot 2, la qualité est jugée sur le mémoire.)',
    ],
  );
  reads(
    JUDGE,
    [
      `${table('Critère | Poids', 'Prix | 40 %', 'Qualité | 30 %', 'Délai | 30 %')}\n\nPour la qualité :\n\n${table('Sous-critère | Poids', 'Méthode | 20 %', 'Moyens | 10 %')}`,
      'table : Prix 40 % ; Qualité 30 % [Méthode 20 % ; Moyens 10 %] ; Délai 30 %',
    ],
    [
      `Pour le lot 1, les critères sont :\n\n${LIST}\n\n### Parts\n\n${table('Sous-critère de la qualité | Poids', 'Méthode | 30 %', 'Moyens | 10 %')}`,
      'lots 1 list : Prix 60 % ; Qualité 40 % [Méthode 30 % ; Moyens 10 %]',
    ],
    [
      'Les critères sont :\n\n- Prix : 12 points\n- Qualité : 8 points\n\n### Rappel\n\nLes critères sont :\n\n- Prix : 60 %\n- Qualité : 40 %',
      'list : Prix 12 points ; Qualité 8 points',
    ],
    [
      'Les critères sont :\n\n- Prix : 60 %\n- Qualité : 40 %\n  - méthode : 30 %\n  - moyens : 10 %\n\n### Rappel\n\nLes critères sont :\n\n- Prix : 60 %\n- Qualité : 40 %\n  - clarté : 20 %\n  - tenue : 20 %',
      'list : Prix 60 % ; Qualité 40 % [méthode 30 % ; moyens 10 %] (clarté : 20 % / tenue : 20 %)',
    ],
    [
      `Pour le lot 1, les critères sont :\n\n${LIST}\n\nPour le lot 2, les critères sont :\n\n- Prix : 30 %\n- Qualité : 70 %\n\nLa qualité est jugée sur le mémoire.`,
      'lots 1 list : Prix 60 % ; Qualité 40 % (La qualité est jugée sur le mémoire.)',
      'lots 2 list : Prix 30 % ; Qualité 70 % (La qualité est jugée sur le mémoire.)',
    ],
  );
});
