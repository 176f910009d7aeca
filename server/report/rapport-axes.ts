import { AXES } from '../core/axes.ts';
import type { Etat } from '../core/conformite.ts';
import type { RapportAxe } from '../core/rapport-types.ts';
import { block, type Content, heading, joined, plural, table, tag } from './elements.ts';
import { badge, LEVEL_TITLES, LEVELS } from './figures.ts';

type AxeRule = RapportAxe['rules'][number];

const INTRO =
  'Chaque règle du programme sert un de ces axes, et un seul. L’état d’un axe est le compte de ce que ses règles ont relevé : ce n’est pas une note, et « rien relevé » n’est pas une preuve de conformité.';

/** The state of an axis by what was counted in it; never that it is good. */
function stateOf({ counts, rules }: RapportAxe): Parameters<typeof badge> {
  if (counts.error > 0) return ['error', 'À corriger'];
  if (counts.warning > 0) return ['warning', 'À trancher'];
  if (counts.info > 0) return ['info', 'À améliorer'];
  if (rules.some((r) => r.etat === 'missing')) return ['unchecked', 'Constats non repris ici'];
  if (rules.some((r) => r.etat === 'met')) return ['met', 'Rien relevé'];
  return ['unchecked', 'Non évalué'];
}

const inState = (rules: readonly AxeRule[], ...etats: readonly Etat[]) => rules.filter((r) => etats.includes(r.etat));

/** What stands behind the state of an axis: how its rules stand, and those that have found something. */
function groundsOf({ rules }: RapportAxe): Content {
  const found = rules.filter((r) => r.found > 0).length;
  const parts = [
    [found, 'avec constat', 'avec constat'],
    [inState(rules, 'met').length, 'sans constat', 'sans constat'],
    [inState(rules, 'ignored').length, 'ignorée avec motif', 'ignorées avec motif'],
    [inState(rules, 'not-applicable').length, 'sans objet', 'sans objet'],
    [inState(rules, 'unchecked').length + inState(rules, 'missing').length - found, 'non vérifiée', 'non vérifiées'],
  ] as const;
  const told = parts.flatMap(([n, one, many]) => (n > 0 ? [`${n}\u00a0${n > 1 ? many : one}`] : []));
  const names = rules.filter((r) => r.found > 0).map((r) => `${r.title} (${r.found})`);
  return [
    plural(rules.length, 'règle'),
    ' : ',
    joined(told, ', '),
    '.',
    names.length > 0 ? ` ${names.join(' ; ')}.` : '',
  ];
}

/** The axes in one table: counts, state, and what the state rests on. */
export function axesTable(axes: readonly RapportAxe[]): Content[] {
  const head = ['Axe', ...LEVELS.map((l) => LEVEL_TITLES[l]), 'État', 'Sur quoi il repose'];
  const rows = axes.map((a) => [
    AXES[a.axe].title,
    ...LEVELS.map((l) => String(a.counts[l])),
    badge(...stateOf(a)),
    groundsOf(a),
  ]);
  return [tag('p', INTRO), block('div', 'axes', table('Ce que les règles ont relevé, axe par axe', head, rows))];
}

/** What the states of the axes are, said once above those of many consultations. */
export const axesIntro = (): Content => tag('p', INTRO);

/** The axes by their states, a line each, with how much was found in them. */
export function axesLines(axes: readonly RapportAxe[]): Content {
  const words = (axe: RapportAxe) => stateOf(axe)[1];
  const told = ({ axe, rules }: RapportAxe): Content => {
    const found = rules.reduce((n, r) => n + r.found, 0);
    return [AXES[axe].title, found > 0 ? [' (', plural(found, 'constat'), ')'] : ''];
  };
  const states = [...new Set(axes.map(words))].map((state) => axes.filter((a) => words(a) === state));
  return block(
    'ul',
    'foremost',
    ...states.map((own) => tag('li', badge(...stateOf(own[0] as RapportAxe)), ' ', joined(own.map(told), ', '), '.')),
  );
}

/** What a reader must look at, for no rule does. */
export const beyondRules = (): Content[] => [
  tag('p', 'Aucune règle du programme ne regarde ce qui suit :'),
  tag('ul', ...Object.values(AXES).map(({ title, beyond }) => tag('li', tag('b', title), ' : ', beyond, '.'))),
];

/** Every axis with all its rules, by their state. `level`: of its headings. */
export function axesDetail(axes: readonly RapportAxe[], level: number): Content[] {
  return axes.flatMap(({ axe, rules }) => {
    const { title, looks, beyond } = AXES[axe];
    const found = rules.filter((r) => r.found > 0);
    const line = (words: string, own: readonly AxeRule[], say = (r: AxeRule): Content => r.title) =>
      own.length > 0 ? [tag('p', tag('b', `${words} (${own.length})`), ' : ', joined(own.map(say)), '.')] : [];
    return [
      heading(level, title),
      tag('p', `Ses règles cherchent ${looks}.`),
      ...line('Avec constat', found, (r) => [r.title, ', ', plural(r.found, 'constat')]),
      ...line('Sans constat', inState(rules, 'met')),
      ...line('Ignorées avec motif', inState(rules, 'ignored')),
      ...line('Sans objet dans ce dossier', inState(rules, 'not-applicable')),
      ...line(
        'Non vérifiées',
        [...inState(rules, 'unchecked'), ...inState(rules, 'missing').filter((r) => r.found === 0)],
        (r) => [r.title, ' (', r.etat === 'missing' ? 'constats non repris ici' : decapital(r.detail), ')'],
      ),
      tag('p', tag('b', 'Ce qu’aucune règle ne regarde'), ' : ', beyond, '.'),
    ];
  });
}

const decapital = (sentence: string) => sentence.charAt(0).toLowerCase() + sentence.slice(1).replace(/\.$/, '');
