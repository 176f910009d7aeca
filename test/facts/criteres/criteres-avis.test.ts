/**
 * Forty grids that public buyers published (BOAMP, June to October 2020, data of the DILA, Licence Ouverte 2.0), drawn by lot
 * among those that make a hundred, written in the forms of tender documents: read back, but for a few a form.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readCriteres } from './grilles.ts';

type Published = readonly { readonly name: string; readonly weight: number }[];

const published: readonly Published[] = readFileSync(new URL('avis.tsv', import.meta.url), 'utf8')
  .trim()
  .split('\n\n')
  .map((grid) =>
    grid.split('\n').map((line) => {
      const [name = '', weight = ''] = line.split('\t');
      return { name, weight: Number(weight.replace(',', '.')) };
    }),
  );

const shown = (weight: number) => String(weight).replace('.', ',');
const each =
  (write: (name: string, weight: string, rank: number) => string, between = '\n') =>
  (grid: Published) =>
    grid.map(({ name, weight }, i) => write(name, shown(weight), i + 1)).join(between);

/** How a grid is written, and how many of the forty may be misread. */
const FORMS: readonly (readonly [form: string, misread: number, write: (grid: Published) => string])[] = [
  ['a table', 1, (grid) => `| Critère | Pondération |\n|---|---|\n${each((n, w) => `| ${n} | ${w} % |`)(grid)}`],
  [
    'a table with ranks',
    1,
    (grid) => `| N° | Critère | Poids |\n|---|---|---|\n${each((n, w, i) => `| ${i} | ${n} | ${w} |`)(grid)}`,
  ],
  ['a list', 0, each((n, w) => `- ${n} : ${w} %`)],
  ['a list of bare numbers', 0, each((n, w) => `- ${n} : ${w}`)],
  ['a list, weights first', 0, each((n, w) => `- ${w} % : ${n}`)],
  ['a numbered list', 0, each((n, w, i) => `${i}. ${n} (${w} %)`)],
  ['paragraphs', 1, each((n, w) => `${n} : ${w} points`, '\n\n')],
  ['lines', 1, each((n, w, i) => `${i}- ${n} pondéré à ${w} %`)],
  ['titles', 0, each((n, w, i) => `### Critère ${i} : ${n} – ${w} %\n\nAu vu du mémoire.`, '\n\n')],
  ['weights on a line of their own', 0, each((n, w, i) => `Critère n° ${i} : ${n}\nPondération : ${w} %`, '\n\n')],
  ['columns of a page', 2, each((n, w) => `${n.slice(0, 60).padEnd(64)}${w} %`)],
  ['a sentence', 5, (grid) => `Les offres sont jugées sur : ${each((n, w) => `${n} (${w} %)`, ', ')(grid)}.`],
];

const ANNOUNCED = 'Les critères de jugement des offres sont les suivants :\n\n';
/** The weights of each grid that is read, by the order of the text. */
const weightsIn = (text: string) =>
  readCriteres(ANNOUNCED + text).fact.grilles.map((g) => g.criteria.map((c) => c.weight?.value));

describe('grids of published notices are read, written as', () => {
  for (const [form, misread, write] of FORMS)
    it(form, () => {
      const wrong = published.flatMap((grid) => {
        const text = write(grid);
        const read = JSON.stringify(weightsIn(text));
        return read === JSON.stringify([grid.map((c) => c.weight)]) ? [] : [`${text}\nread as ${read}`];
      });
      assert.ok(wrong.length <= misread, `${wrong.length} misread\n\n${wrong.join('\n\n')}`);
    });

  it('lines of two lots in turn', () => {
    const wrong = published.slice(1).flatMap((second, i) => {
      const first = published[i] as Published;
      const lines = [first, second].flatMap((grid, lot) =>
        grid.map(({ name, weight }, rank) => ({ rank, text: `- Lot ${lot + 1} : ${name} : ${shown(weight)}` })),
      );
      const text = lines
        .sort((a, b) => a.rank - b.rank)
        .map((line) => line.text)
        .join('\n');
      const read = JSON.stringify(weightsIn(text));
      const expected = JSON.stringify([first, second].map((grid) => grid.map((c) => c.weight)));
      return read === expected ? [] : [`${text}\nread as ${read}`];
    });
    assert.ok(wrong.length <= 0, `${wrong.length} misread\n\n${wrong.join('\n\n')}`);
  });
});
