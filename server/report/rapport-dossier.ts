import type { Element } from 'hast';
import { h, s } from 'hastscript';
import type { Etat } from '../core/conformite.ts';
import type { Counts, RapportConstat, RapportDossier, RapportPartie, RapportPiece } from '../core/rapport-types.ts';
import { block, type Content, french, heading, plural, table, tag } from './elements.ts';
import { FicheWriter } from './fiche-body.ts';

type Level = keyof Counts;

/** Levels as headings of figures. */
export const LEVEL_TITLES: Readonly<Record<Level, string>> = {
  error: 'Erreurs',
  warning: 'Avertissements',
  info: 'Conseils',
};
const LEVEL_NAMES: Readonly<Record<Level, string>> = { error: 'Erreur', warning: 'Avertissement', info: 'Conseil' };
export const LEVELS = Object.keys(LEVEL_TITLES) as readonly Level[];

const ETATS: Readonly<Record<Etat, string>> = {
  missing: 'à revoir',
  ignored: 'ignorées avec un motif',
  met: 'sans rien à signaler',
  'not-applicable': 'sans objet',
  unchecked: 'non vérifiées',
};

const STATES = Object.keys(ETATS) as readonly Etat[];

export const badge = (kind: string, words: string): Element => block('span', `badge ${kind}`, words);

/** A list of figures, each with its name and its colour. */
export const tiles = (all: readonly (readonly [kind: string, value: number, name: string])[]): Element =>
  block('ul', 'tiles', ...all.map(([kind, value, name]) => block('li', kind, tag('b', String(value)), name)));

/** Parts of a whole as one bar; the words beside it say the same. */
export function stack(parts: readonly (readonly [kind: string, value: number])[]): Content {
  const total = parts.reduce((n, [, value]) => n + value, 0);
  if (total === 0) return '';
  let x = 0;
  const bars = parts.map(([kind, value]) => {
    const width = (100 * value) / total;
    const bar = s('rect', { className: [kind], x: x.toFixed(2), y: 0, width: width.toFixed(2), height: 10 });
    x += width;
    return bar;
  });
  const frame = { className: ['stack'], viewBox: '0 0 100 10', preserveAspectRatio: 'none', ariaHidden: 'true' };
  return s('svg', frame, bars);
}

/** Writes what a report says of one consultation. `id` starts the anchors; `level` is that of its headings. */
export class DossierWriter {
  private readonly dossier: RapportDossier;
  private readonly id: string;
  private readonly level: number;
  constructor(dossier: RapportDossier, id: string, level: number) {
    this.dossier = dossier;
    this.id = id;
    this.level = level;
  }

  /** Anchors and titles of the sections, for a table of contents. */
  get contents(): readonly (readonly [anchor: string, title: string])[] {
    return this.sections().map(({ name, title }) => [`${this.id}-${name}`, title]);
  }

  whole(): Element[] {
    return this.sections().map(({ name, title, content }) => {
      const own = this.level === 2 && name !== 'synthese' ? ['sheet'] : [];
      const parts = tag('div', heading(this.level, title), ...content());
      return h('section', { id: `${this.id}-${name}`, className: own }, parts.children as Element[]);
    });
  }

  private sections() {
    const { constats, ignores, fiche } = this.dossier;
    const charts = fiche.grilles.length + fiche.dates.length + fiche.tranches.length > 0;
    return [
      { name: 'synthese', title: 'Synthèse', content: () => this.summary() },
      ...(fiche.conflicts > 0
        ? [{ name: 'contradictions', title: 'Ce qui ne s’accorde pas', content: () => this.contradictions() }]
        : []),
      { name: 'guide', title: 'Conformité au guide, partie par partie', content: () => this.guide() },
      { name: 'constats', title: `Constats (${constats.length})`, content: () => this.constats() },
      ...(charts ? [{ name: 'reperes', title: 'Critères, calendrier et tranches', content: () => this.charts() }] : []),
      { name: 'ignores', title: `Constats ignorés (${ignores.length})`, content: () => this.ignores() },
    ];
  }

  private summary(): Content[] {
    const { counts, ignored, known, fiche, pieces, conformite } = this.dossier;
    const { totals } = conformite;
    const object = fiche.matters.find((m) => m.id === 'objet')?.entries[0]?.values[0]?.text;
    const etats = STATES.filter((e) => totals[e] > 0);
    return [
      object ? tag('p', tag('b', 'Objet'), ` : ${object}`) : '',
      block('p', 'lead', verdict(counts, fiche.conflicts)),
      tiles([
        ...LEVELS.map((l) => [l, counts[l], LEVEL_TITLES[l]] as const),
        ['missing', fiche.conflicts, 'Contradictions'],
        ['ignored', ignored, 'Ignorés'],
      ]),
      known > 0 ? tag('p', `${plural(known, 'constat')} de l’état de référence ne sont pas repris ici.`) : '',
      heading(this.level + 1, 'Recommandations du guide'),
      stack(etats.map((e) => [e, totals[e]])),
      block('ul', 'legend', ...etats.map((e) => block('li', e, `${totals[e]} ${ETATS[e]}`))),
      heading(this.level + 1, 'Pièces relues'),
      piecesTable(pieces),
    ];
  }

  private contradictions(): Content[] {
    const writer = new FicheWriter(() => undefined, this.level + 1);
    return [
      tag('p', 'Ce que les pièces disent d’un même point, côte à côte.'),
      ...writer.contradictions(this.dossier.fiche),
    ];
  }

  private charts(): Content[] {
    return new FicheWriter(() => undefined, this.level + 1).charts(this.dossier.fiche);
  }

  private guide(): Content[] {
    const intro =
      'Les règles du programme qui s’appuient sur le guide « Innovation et marchés publics » (2018) sont rangées ici selon son plan. « Rien à signaler » dit que la règle n’a pas relevé de faute ; ce n’est pas une preuve de conformité.';
    const parts = this.dossier.conformite.chapitres.flatMap(({ code, title, parties }) => {
      const read = parties.filter((p) => p.recommandations.length > 0);
      const silent = parties.filter((p) => p.recommandations.length === 0);
      if (read.length === 0) return [];
      return [
        heading(this.level + 1, `${code}. ${title}`),
        ...read.map((p) => this.partie(p)),
        silent.length > 0
          ? block('p', 'facts', `Sans règle du programme : ${silent.map((p) => `${p.code} ${p.title}`).join(' ; ')}.`)
          : '',
      ];
    });
    return [tag('p', intro), this.overview(), ...parts];
  }

  private partie({ code, title, recommandations }: RapportPartie): Element {
    const titles = (etat: Etat) => recommandations.filter((r) => r.etat === etat).map((r) => r.title);
    const line = (words: string, names: readonly string[]) =>
      names.length > 0 ? tag('p', tag('b', words), ` : ${names.join(' ; ')}.`) : '';
    const told = recommandations.filter((r) => r.etat !== 'not-applicable' && r.etat !== 'met');
    const rows = told.map(({ rule, etat, label, title: name, detail, page }) => {
      const anchor = this.anchorOf(rule);
      return [anchor ? h('a', { href: `#${anchor}` }, name) : name, badge(etat, label), detail, `p. ${page}`];
    });
    return block(
      'div',
      'partie',
      heading(this.level + 2, `${code}. ${title}`),
      rows.length > 0 ? table(`${code}, points relevés`, ['Recommandation', 'État', 'Détail', 'Guide'], rows) : '',
      line('Rien à signaler', titles('met')),
      line('Sans objet dans ce dossier', titles('not-applicable')),
    );
  }

  /** The parts of the guide and their states, on one page. */
  private overview(): Element {
    const rows = this.dossier.conformite.chapitres.flatMap(({ parties }) =>
      parties
        .filter((p) => p.recommandations.length > 0)
        .map(({ code, title, recommandations }) => {
          const counts = STATES.map((e) => [e, recommandations.filter((r) => r.etat === e).length] as const);
          return [`${code}. ${title}`, ...counts.map(([, n]) => String(n)), stack(counts)];
        }),
    );
    const head = [
      'Partie du guide',
      'À revoir',
      'Ignoré',
      'Rien à signaler',
      'Sans objet',
      'Non vérifié',
      'Répartition',
    ];
    return block('div', 'figures', table('État de chaque partie, en nombre de règles du programme', head, rows));
  }

  /** Of the first finding of a rule that is shown. */
  private anchorOf(rule: string): string | undefined {
    const at = this.dossier.constats.findIndex((c) => c.rule === rule);
    return at < 0 ? undefined : `${this.id}-c${at + 1}`;
  }

  private constats(): Content[] {
    const { constats, pieces } = this.dossier;
    if (constats.length === 0) return [tag('p', 'Aucun constat.')];
    return pieces.flatMap(({ path, name }) => {
      const own = constats.flatMap((c, i) => (c.path === path ? [this.constat(c, i)] : []));
      if (own.length === 0) return [];
      return [heading(this.level + 1, `${name} — `, tag('code', path)), ...own];
    });
  }

  private constat(constat: RapportConstat, i: number): Element {
    const { rule, title, level, line, message, excerpt, sources, fix, related, path } = constat;
    const { before, words, after } = excerpt;
    const seen = related.map(({ message: m, ...r }) => {
      const where = r.path === path ? `ligne ${r.line}` : `${r.pieceName}, ligne ${r.line}`;
      return tag('div', `${where} : ${m}`);
    });
    return h('article', { id: `${this.id}-c${i + 1}`, className: ['constat', level] }, [
      heading(this.level + 2, badge(level, LEVEL_NAMES[level]), ' ', title),
      block('p', 'facts', `Ligne ${line} · `, tag('code', rule)),
      tag('p', message),
      ...(words ? [tag('blockquote', before, tag('mark', words), after)] : []),
      h('dl', [
        ...(fix ? [tag('dt', 'Correction'), tag('dd', fix)] : []),
        ...(seen.length > 0 ? [tag('dt', 'Voir aussi'), tag('dd', ...seen)] : []),
        ...(sources.length > 0 ? [tag('dt', 'Sources'), tag('dd', ...sources.flatMap(sourceLink))] : []),
      ]),
    ]);
  }

  private ignores(): Content[] {
    const { ignores } = this.dossier;
    if (ignores.length === 0) return [tag('p', 'Aucun constat n’est ignoré dans ces pièces.')];
    const rows = ignores.map(({ title, rule, message, reason, pieceName, line, author }) => [
      [title, tag('div', tag('code', rule))],
      message,
      reason,
      `${pieceName}, ligne ${line}`,
      author
        ? [author.name, tag('div', `le\u00a0${french(author.day)} (`, tag('code', author.commit), ')')]
        : 'inconnu',
    ]);
    return [
      table('Écartés par un commentaire du projet', ['Règle', 'Constat', 'Motif', 'Commentaire', 'Écrit par'], rows),
    ];
  }
}

/** The address of a source is ours; anything but a secure one is left as words. */
const sourceLink = ({ label, url }: RapportConstat['sources'][number], i: number): Content[] => [
  i > 0 ? ' ; ' : '',
  url?.startsWith('https://') ? h('a', { href: url }, label) : label,
];

function verdict(counts: Counts, conflicts: number): string {
  const between = conflicts > 0 ? ` Le dossier ne s’accorde pas sur ${plural(conflicts, 'point')}.` : '';
  if (counts.error > 0) return `${plural(counts.error, 'erreur')} à corriger avant publication.${between}`;
  if (counts.warning > 0)
    return `Pas d’erreur relevée ; ${plural(counts.warning, 'avertissement')} à examiner.${between}`;
  return `Ni erreur ni avertissement relevés.${between}`;
}

const piecesTable = (pieces: readonly RapportPiece[]): Element => {
  const head = ['Fichier', 'Pièce', 'Procédure', 'État', 'Droit au', ...LEVELS.map((l) => LEVEL_TITLES[l])];
  const rows = pieces.map(({ path, name, procedure, state, date, counts }) => [
    tag('code', path),
    name,
    procedure ?? 'non dite',
    state ?? 'non dit',
    french(date),
    ...LEVELS.map((l) => String(counts[l])),
  ]);
  return table('Constats par pièce, et droit appliqué à chacune', head, rows);
};
