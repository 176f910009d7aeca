import type { Element } from 'hast';
import { h } from 'hastscript';
import type { Carte, Change, Counts, Evolution, Rapport, RapportResume } from '../core/rapport-types.ts';
import { block, type Content, number, plural, scrolled, table, tag } from './elements.ts';
import { badge, LEVEL_TITLES, LEVELS, stack, tiles } from './figures.ts';

const SHADES = 4;
const cell = (words: string): Element => h('td', words);

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

/** « +3 », « −2 », « = »: what has changed, said so that no colour is needed. */
const signed = (n: number): string => (n === 0 ? '=' : n > 0 ? `+${number(n)}` : `−${number(-n)}`);

/** Every consultation together, in figures. */
export function corpusSummary({ resumes, carte }: Rapport): Content[] {
  const total = (of: (r: RapportResume) => number) => resumes.reduce((n, r) => n + of(r), 0);
  const clean = resumes.filter((r) => r.counts.error === 0).length;
  return [
    block(
      'p',
      'lead',
      plural(resumes.length, 'dossier'),
      ', ',
      plural(
        total((r) => r.pieces.length),
        'pièce',
      ),
      ' ; ',
      `${plural(clean, 'dossier')} sans erreur relevée.`,
    ),
    tiles([
      ...LEVELS.map((l) => [l, total((r) => r.counts[l]), LEVEL_TITLES[l]] as const),
      ['ignored', total((r) => r.ignored), 'Ignorés'],
    ]),
    carte.bodies.length > 1 ? bodiesTable(resumes, carte) : '',
  ];
}

function bodiesTable(resumes: readonly RapportResume[], { by, bodies }: Carte): Element {
  const rows = bodies.map(({ name, dossiers }) => {
    const own = resumes.filter((r) => r.body === name);
    const sum = LEVELS.map((l) => own.reduce((n, r) => n + r.counts[l], 0));
    const mean = number(Math.round((10 * (sum[0] ?? 0)) / Math.max(1, dossiers)) / 10);
    return [name, String(dossiers), ...sum.map(String), mean];
  });
  const head = [capital(by), 'Dossiers', ...LEVELS.map((l) => LEVEL_TITLES[l]), 'Erreurs par dossier'];
  return block('div', 'figures', table(`Par ${by}`, head, rows));
}

/** Some of the consultations. */
export interface Ranks {
  /** From 0. */
  readonly from: number;
  readonly to: number;
}

/** The consultations, the most to be mended first. `links`: addresses of those that are told in full. */
export function classement(
  { resumes, evolution }: Rapport,
  links: ReadonlyMap<string, string>,
  { from, to }: Ranks = { from: 0, to: resumes.length },
): Element {
  const head = ['Rang', 'Dossier', 'Pièces', ...LEVELS.map((l) => LEVEL_TITLES[l]), 'Ignorés', 'Répartition'];
  const rows = resumes.slice(from, to).map(({ path, pieces, counts, ignored }, i) => {
    const href = links.get(path);
    const before = evolution?.dossiers.get(path)?.before;
    return h('tr', [
      cell(String(from + i + 1)),
      h('th', { scope: 'row' }, href ? h('a', { href }, path) : path),
      cell(String(pieces.length)),
      ...LEVELS.map((l) => cell(String(counts[l]))),
      cell(String(ignored)),
      tag('td', stack(LEVELS.map((l) => [l, counts[l]]))),
      ...(evolution ? [cell(before ? moved(before, counts) : 'nouveau')] : []),
    ]);
  });
  const titles = [...head, ...(evolution ? ['Évolution des erreurs'] : [])].map((t) => h('th', { scope: 'col' }, t));
  return scrolled(
    'figures ranking',
    'Classement des dossiers',
    tag(
      'table',
      tag('caption', 'Les dossiers, de celui qui demande le plus de corrections à celui qui en demande le moins'),
      tag('thead', tag('tr', ...titles)),
      tag('tbody', ...rows),
    ),
  );
}

const moved = (before: Counts, now: Counts) => signed(now.error - before.error);

export const carteTitle = ({ by, bodies }: Pick<Carte, 'by' | 'bodies'>): string =>
  bodies.length > 1 ? `Carte des règles par ${by}` : 'Règles le plus souvent en défaut';

/** Rules by body, each cell with its figures; the shade repeats them. */
export function heatMap({ by, bodies, rows }: Carte): Content[] {
  if (rows.length === 0) return [tag('p', 'Aucun constat : il n’y a rien à comparer.')];
  const head = ['Règle', ...bodies.map((b) => `${b.name} (${b.dossiers})`)].map((t) => h('th', { scope: 'col' }, t));
  const lines = rows.map(({ rule, title, cells }) =>
    h('tr', [
      h('th', { scope: 'row' }, [title, tag('div', tag('code', rule))]),
      ...cells.map((n, i) => {
        const share = n / Math.max(1, bodies[i]?.dossiers ?? 1);
        const shade = n === 0 ? [] : [`heat-${Math.max(1, Math.ceil(share * SHADES))}`];
        return h('td', { className: shade }, n === 0 ? '–' : `${n} (${Math.round(100 * share)} %)`);
      }),
    ]),
  );
  const among = bodies.length > 1 ? `, par ${by}` : '';
  return [
    tag(
      'p',
      `Nombre de dossiers où la règle a au moins un constat, et leur part${among}. Plus la couleur est vive, plus la part est grande.`,
    ),
    scrolled(
      'heat',
      carteTitle({ by, bodies }),
      tag(
        'table',
        tag('caption', 'Les règles le plus souvent en défaut'),
        tag('thead', tag('tr', ...head)),
        tag('tbody', ...lines),
      ),
    ),
  ];
}

/** What has changed since the earlier report. */
export function evolutionSection(evolution: Evolution, version: string): Content[] {
  const { name, levels, gone, appeared, dossiers, rules } = evolution;
  const other =
    evolution.version === version
      ? ''
      : ` Il vient de la version ${evolution.version} du programme : une part de l’évolution peut tenir aux règles elles-mêmes.`;
  const change = ({ before, now }: Change) => [String(before), String(now), signed(now - before)];
  const news = [...dossiers].filter(([, d]) => !d.before).map(([path]) => path);
  const lost = [...dossiers].filter(([, d]) => !d.now).map(([path]) => path);
  return [
    tag('p', 'Comparé au rapport ', tag('code', name), `.${other}`),
    tag(
      'p',
      badge('met', `${plural(gone, 'constat')} de moins`),
      ' ',
      badge('warning', `${plural(appeared, 'constat')} de plus`),
      ' : un constat est le même s’il porte sur le même fichier, vient de la même règle et dit la même chose.',
    ),
    block(
      'div',
      'figures',
      table(
        'Par niveau',
        ['Niveau', 'Avant', 'Maintenant', 'Évolution'],
        LEVELS.map((l) => [LEVEL_TITLES[l], ...change(levels[l])]),
      ),
    ),
    rules.length > 0
      ? block(
          'div',
          'figures',
          table(
            'Règles dont le nombre de constats change',
            ['Règle', 'Avant', 'Maintenant', 'Évolution'],
            rules.map((r) => [[r.title, tag('div', tag('code', r.rule))], ...change(r)]),
          ),
        )
      : '',
    news.length > 0 ? tag('p', `Absents du rapport antérieur : ${news.join(', ')}.`) : '',
    lost.length > 0 ? tag('p', `Absents de celui-ci : ${lost.join(', ')}.`) : '',
  ];
}
