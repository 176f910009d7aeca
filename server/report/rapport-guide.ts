import type { Element } from 'hast';
import { h } from 'hastscript';
import type { Etat } from '../core/conformite.ts';
import type { RapportDossier, RapportPartie } from '../core/rapport-types.ts';
import { block, type Content, heading, plural, table, tag } from './elements.ts';
import { badge, stack } from './figures.ts';

type Conformite = RapportDossier['conformite'];

/** After one, and after several. */
const ETATS: Readonly<Record<Etat, readonly [one: string, many: string]>> = {
  missing: ['à revoir', 'à revoir'],
  ignored: ['ignorée avec un motif', 'ignorées avec un motif'],
  met: ['sans rien à signaler', 'sans rien à signaler'],
  'not-applicable': ['sans objet', 'sans objet'],
  unchecked: ['non vérifiée', 'non vérifiées'],
};

const COLUMNS: Readonly<Record<Etat, string>> = {
  missing: 'À revoir',
  ignored: 'Ignoré',
  met: 'Rien à signaler',
  'not-applicable': 'Sans objet',
  unchecked: 'Non vérifié',
};
const STATES = Object.keys(ETATS) as readonly Etat[];

/** Where the section stands in its page. */
export interface GuidePlace {
  /** Of its headings. */
  readonly level: number;
  /** Names what has no fault too; otherwise only the parts that have one are told. */
  readonly whole: boolean;
  /** Of the first finding of a rule that is shown. */
  readonly anchorOf: (rule: string) => string | undefined;
}

/** How the rules that rest on the guide stand, all together. */
export function guideSummary({ totals }: Conformite): Content[] {
  const shown = STATES.filter((e) => totals[e] > 0);
  return [
    stack(shown.map((e) => [e, totals[e]])),
    block('ul', 'legend', ...shown.map((e) => block('li', e, plural(totals[e], ...ETATS[e])))),
  ];
}

const INTRO =
  'Les règles du programme qui s’appuient sur le guide « Innovation et marchés publics » (2018) sont rangées ici selon son plan. « Rien à signaler » dit que la règle n’a pas relevé de faute ; ce n’est pas une preuve de conformité.';

/** Parts of the guide in its order, each with what is to be reviewed in it. */
export function guideSection(conformite: Conformite, place: GuidePlace): Content[] {
  const isTold = ({ recommandations }: RapportPartie) =>
    recommandations.some((r) => place.whole || !SILENT.includes(r.etat));
  const parts = conformite.chapitres.flatMap(({ code, title, parties }) => {
    const told = parties.filter(isTold);
    if (told.length === 0) return [];
    return [heading(place.level, nameOf({ code, title })), ...told.map((p) => partieOf(p, place))];
  });
  return [tag('p', INTRO), ...overview(conformite, place.whole), ...parts];
}

const nameOf = ({ code, title }: { readonly code: string; readonly title: string }): Content => [
  `${code.charAt(0).toUpperCase()}${code.slice(1)}. `,
  title,
];

/** States of which there is nothing more to say than their name. */
const SILENT: readonly Etat[] = ['met', 'not-applicable'];

function partieOf(partie: RapportPartie, { level, whole, anchorOf }: GuidePlace): Element {
  const { code, recommandations } = partie;
  const titles = (etat: Etat) => recommandations.filter((r) => r.etat === etat).map((r) => r.title);
  const line = (words: string, names: readonly string[]) =>
    whole && names.length > 0 ? tag('p', tag('b', words), ` : ${names.join(' ; ')}.`) : '';
  const told = recommandations.filter((r) => !SILENT.includes(r.etat));
  const rows = told.map(({ rule, etat, label, title: name, detail, page }) => {
    const anchor = anchorOf(rule);
    return [anchor ? h('a', { href: `#${anchor}` }, name) : name, badge(etat, label), detail, `p.\u00a0${page}`];
  });
  return block(
    'div',
    'partie',
    heading(level + 1, nameOf(partie)),
    rows.length > 0 ? table(`${code}, points relevés`, ['Recommandation', 'État', 'Détail', 'Guide'], rows) : '',
    line('Rien à signaler', titles('met')),
    line('Sans objet dans ce dossier', titles('not-applicable')),
  );
}

/**
 * The parts of the guide and their states, on one page. States that no rule is in have no column. Not `whole`: parts where
 * nothing is to be reviewed are counted together.
 */
function overview({ totals, chapitres }: Conformite, whole: boolean): Content[] {
  const shown = STATES.filter((e) => totals[e] > 0);
  const all = chapitres.flatMap(({ parties }) => parties.filter((p) => p.recommandations.length > 0));
  const told = whole ? all : all.filter((p) => p.recommandations.some((r) => !SILENT.includes(r.etat)));
  const rows = told.map((partie) => {
    const counts = shown.map((e) => [e, partie.recommandations.filter((r) => r.etat === e).length] as const);
    return [nameOf(partie), ...counts.map(([, n]) => String(n)), stack(counts)];
  });
  const head = ['Partie du guide', ...shown.map((e) => COLUMNS[e]), 'Répartition'];
  const left = all.length - told.length;
  return [
    rows.length > 0
      ? block('div', 'figures', table('État de chaque partie, en nombre de règles du programme', head, rows))
      : '',
    left > 0 ? tag('p', `${plural(left, 'partie')} du guide où il n’y a rien à signaler, ou rien à lire.`) : '',
  ];
}
