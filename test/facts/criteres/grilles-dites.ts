import assert from 'node:assert/strict';
import type { Critere, Grille } from '../../../rules/facts/criteres/arbre.ts';
import { criteres } from '../../../rules/facts/criteres/criteres.ts';
import { open } from '../../rules/tester.ts';

const UNITS = { percent: ' %', points: ' points', bare: '', coefficient: ' (coefficient)' } as const;
const weight = ({ weight: w, hole }: Critere): string => (w ? ` ${w.value}${UNITS[w.unit]}` : hole ? ' à remplir' : '');
/** « Prix 60 % (what is said of it) ; Qualité 40 % [parts] ». */
const tree = (list: readonly Critere[], said: (c: Critere) => readonly string[]): string =>
  list
    .map((c) => {
      const parts = c.children.length > 0 ? ` [${tree(c.children, () => [])}]` : '';
      const told = said(c);
      return `${c.name}${weight(c)}${parts}${told.length > 0 ? ` (${told.join(' / ')})` : ''}`;
    })
    .join(' ; ');
export const read = (text: string) => {
  const [piece] = open([{ path: 'rc.md', text: `# Règlement de la consultation\n\n${text}\n` }]).pieces;
  assert.ok(piece);
  return { piece, grilles: piece.ask(criteres).grilles };
};
const marks = (g: Grille): string =>
  [
    ...(g.lots.length > 0 ? [`lots ${g.lots.join(', ')}`] : []),
    ...(g.subsequent ? ['subséquents'] : []),
    ...(g.ranked ? ['classés'] : []),
    ...(g.single ? ['seul'] : []),
    g.place,
  ].join(' ');
/** « list : Prix 60 % (what is said of it) ; Qualité 40 % [parts] », of each grid. */
export const grids = (text: string): string[] => {
  const { piece, grilles } = read(text);
  return grilles.map(
    (g) =>
      `${marks(g)} : ${tree(g.criteria, (c) => c.definition.map((d) => piece.draft.slice(d.at).replace(/\s+/g, ' ')))}`,
  );
};
/** Tests that texts, each under a head, give these grids. */
export const reads = (head: string, ...cases: readonly (readonly [string, ...string[]])[]) => {
  for (const [text, ...expected] of cases)
    it(`« ${text.replace(/\n+/g, ' ⏎ ').slice(0, 200)} »`, () => assert.deepEqual(grids(`${head}${text}`), expected));
};
/** A table of rows, the first of which heads it. */
export const table = (...rows: string[]) =>
  rows.map((r, i) => `| ${r} |${i === 0 ? `\n|${r.replace(/[^|]+/g, '---')}|` : ''}`).join('\n');

export const JUDGE = '## Jugement des offres\n\n';
export const LIST = '- Prix : 60 %\n- Qualité : 40 %';
export const SETS = `${JUDGE}Les critères sont les suivants :\n\n${LIST}\n\n`;
