import type { Element } from 'hast';
import { h } from 'hastscript';
import { faultOf } from '../core/message.ts';
import type { Counts, RapportConstat, RapportDossier, RapportPiece, RapportPlace } from '../core/rapport-types.ts';
import { block, type Content, day, heading, plural, scrolled, table, tag } from './elements.ts';
import { FicheWriter } from './fiche-body.ts';
import { badge, LEVEL_TITLES, LEVELS, type Level, tiles } from './figures.ts';
import { guideSection, guideSummary } from './rapport-guide.ts';

const LEVEL_NAMES: Readonly<Record<Level, string>> = { error: 'Erreur', warning: 'Avertissement', info: 'Conseil' };
/** Sections that start on a new page, where a report is of one consultation. */
const SHEETS = ['guide', 'constats'];

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
      const own = this.level === 2 && SHEETS.includes(name) ? ['sheet'] : [];
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
    const object = fiche.matters.find((m) => m.id === 'objet')?.entries[0]?.values[0]?.text;
    return [
      object ? tag('p', tag('b', 'Objet'), ` : ${object}`) : '',
      block('p', 'lead', verdict(counts, fiche.conflicts)),
      tiles([
        ...LEVELS.map((l) => [l, counts[l], LEVEL_TITLES[l]] as const),
        ['missing', fiche.conflicts, 'Contradictions'],
        ['ignored', ignored, 'Ignorés'],
      ]),
      known > 0 ? tag('p', `${plural(known, 'constat')} de l’état de référence ne sont pas repris ici.`) : '',
      pieces.length < fiche.pieces.length
        ? tag(
            'p',
            `Les constats sont ceux de ${plural(pieces.length, 'pièce demandée', 'pièces demandées')} ; guide et contradictions portent sur tout le dossier (${plural(fiche.pieces.length, 'pièce')}).`,
          )
        : '',
      heading(this.level + 1, 'Recommandations du guide'),
      ...guideSummary(conformite),
      heading(this.level + 1, 'Pièces relues'),
      piecesTable(this.dossier.path, pieces, (path) => this.nameIn(path)),
    ];
  }

  /** Path of a piece from the folder that the section is about. */
  private nameIn(path: string): string {
    const folder = `${this.dossier.path}/`;
    return path.startsWith(folder) ? path.slice(folder.length) : path;
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
    const { level } = this;
    const anchorOf = (rule: string) => this.anchorOf(rule);
    return guideSection(this.dossier.conformite, { level: level + 1, whole: level === 2, anchorOf });
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
      return [heading(this.level + 1, `${name} — `, tag('code', this.nameIn(path))), ...own];
    });
  }

  private constat(constat: RapportConstat, i: number): Element {
    const { rule, title, level, message, excerpt, sources, fix, related, path } = constat;
    const { before, words, after } = excerpt;
    const seen = related.map(({ message: m, ...r }) => {
      const where = r.path === path ? whereOf(r) : `${r.pieceName}, ${whereOf(r)}`;
      return tag('div', `${where} : ${m}`);
    });
    return h('article', { id: `${this.id}-c${i + 1}`, className: ['constat', level] }, [
      heading(this.level + 2, badge(level, LEVEL_NAMES[level]), ' ', title),
      block('p', 'facts', `${capital(whereOf(constat))} · `, tag('code', rule)),
      ...message.split('\n').map((part) => tag('p', part)),
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
    const rows = ignores.map(({ title, rule, message, reason, pieceName, line, where, author }) => [
      [title, tag('div', tag('code', rule))],
      faultOf(message),
      reason,
      `${pieceName}, ${where ?? `ligne ${line}`}`,
      author ? [author.name, tag('div', 'le ', day(author.day), ' (', tag('code', author.commit), ')')] : 'inconnu',
    ]);
    return [
      table('Écartés par un commentaire du projet', ['Règle', 'Constat', 'Motif', 'Commentaire', 'Écrit par'], rows),
    ];
  }
}

const whereOf = ({ line, where }: RapportPlace): string => where ?? `ligne ${line}`;
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

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

/** Named after the folder too: a page may hold one for each. */
const piecesTable = (folder: string, pieces: readonly RapportPiece[], nameIn: (path: string) => string): Element => {
  const head = ['Fichier', 'Pièce', 'Procédure', 'État', 'Droit au', ...LEVELS.map((l) => LEVEL_TITLES[l])];
  const rows = pieces.map(({ path, name, procedure, state, date, counts }) => [
    tag('code', nameIn(path)),
    name,
    procedure ?? 'non indiquée',
    state ?? 'non indiqué',
    day(date),
    ...LEVELS.map((l) => String(counts[l])),
  ]);
  const caption = 'Constats par pièce, et droit appliqué à chacune';
  return scrolled('pieces', `${caption} (${folder})`, table(caption, head, rows));
};
