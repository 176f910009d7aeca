import assert from 'node:assert/strict';
import { openConsultation } from '../../../rules/consultation/open.ts';
import type { Critere, Grille } from '../../../rules/facts/criteres/arbre.ts';
import { criteres } from '../../../rules/facts/criteres/criteres.ts';

export const AWARD = '# Règlement de la consultation\n\n## Article 6 – Jugement des offres\n\n';

/** What a piece says of its criteria. */
export function readCriteres(text: string, head = AWARD) {
  const [piece] = openConsultation([{ path: 'rc.md', text: `${head}${text}\n` }], { date: '2026-12-01' }).pieces;
  assert.ok(piece);
  return { piece, fact: piece.ask(criteres) };
}

const UNITS = { percent: ' %', points: ' points', bare: '', coefficient: ' (coefficient)' } as const;

const weight = ({ weight: w, hole }: Critere): string =>
  w ? ` ${w.value}${w.upper === undefined ? '' : ` à ${w.upper}`}${UNITS[w.unit]}` : hole ? ' …' : '';

/** « Prix 60 % ; Technique … [Méthode 20 % ; Moyens] »: « … » is a weight left to fill. */
export const criteriaIn = (list: readonly Critere[]): string =>
  list.map((c) => `${c.name}${weight(c)}${c.children.length > 0 ? ` [${criteriaIn(c.children)}]` : ''}`).join(' ; ');

/** « lots 1, sur 100, ordre, seul, table : Prix 60 % ; Technique 40 % ». */
export const grilleIn = (g: Grille): string =>
  [
    ...(g.lots.length > 0 ? [`lots ${g.lots.join('+')}`] : []),
    ...(g.total ? [`sur ${g.total.value}`] : []),
    ...(g.ranked ? ['ordre'] : []),
    ...(g.single ? ['seul'] : []),
    ...(g.subsequent ? ['marchés subséquents'] : []),
    `${g.place} : ${criteriaIn(g.criteria)}`,
  ].join(', ');

export const grilles = (text: string, head?: string): string[] => readCriteres(text, head).fact.grilles.map(grilleIn);

/** « prix : devis ; technique : mémoire, moyens »: what is said of each criterion besides its name and weight. */
export const definitions = (text: string): string[] =>
  readCriteres(text).fact.grilles.flatMap((g) =>
    g.criteria.map((c) => `${c.folded} : ${c.definition.map((d) => d.folded).join(', ')}`),
  );

/** A table in Markdown, its cells between bars. */
export const table = (header: string, ...rows: string[]): string =>
  [`| ${header} |`, `|${'---|'.repeat(header.split('|').length)}`, ...rows.map((r) => `| ${r} |`)].join('\n');

/** A test that a text gives these grids. */
export const gives = (sentence: string, text: string, ...expected: string[]) =>
  it(sentence, () => assert.deepEqual(grilles(text), expected));
/** A test that a text gives none. */
export const silent = (sentence: string, text: string, head?: string) =>
  it(sentence, () => assert.deepEqual(grilles(text, head), []));
