import type { Element } from 'hast';
import { h } from 'hastscript';
import { faultOf } from '../core/message.ts';
import type { Phrasebook } from '../core/phrasebook.ts';
import type { RapportConstat, RapportDossier, RapportPiece } from '../core/rapport-types.ts';
import { type Content, day, heading, plural, quoted, scrolled, table, tag } from './elements.ts';
import { FicheWriter } from './fiche-body.ts';
import { LEVEL_TITLES, LEVELS } from './figures.ts';
import { axesDetail, axesLines, axesTable, beyondRules } from './rapport-axes.ts';
import { constatCard } from './rapport-constat.ts';
import { decision, foremost, identity, visa } from './rapport-couverture.ts';
import { type Form, foremostOf, remainder } from './rapport-form.ts';
import { guideSection, guideSummary } from './rapport-guide.ts';

/** Sections that start on a new page, where a report is of one consultation. */
const SHEETS = ['etat', 'guide', 'axes'];

export interface DossierOptions {
  /** Of the headings. */
  readonly level: number;
  readonly form: Form;
  readonly phrasebook: Phrasebook;
  /** It is the whole report, which somebody signs. */
  readonly signed: boolean;
  /** Something that was to be read was not. */
  readonly partial: boolean;
}

/** Writes what a report says of one consultation. `id` starts the anchors. */
export class DossierWriter {
  private readonly dossier: RapportDossier;
  private readonly id: string;
  private readonly level: number;
  private readonly options: DossierOptions;
  /** Ranks of the findings that are told in full, in the order in which they are. */
  private readonly told: ReadonlySet<number>;
  constructor(dossier: RapportDossier, id: string, options: DossierOptions) {
    this.dossier = dossier;
    this.id = id;
    this.options = options;
    this.level = options.level;
    this.told = new Set(
      options.form === 'full' ? dossier.constats.keys() : foremostOf(dossier.constats, options.signed),
    );
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
    const { form, signed } = this.options;
    const charts = fiche.grilles.length + fiche.dates.length + fiche.tranches.length > 0;
    const whole = form === 'full';
    return [
      { name: 'synthese', title: signed ? 'À décider' : 'Synthèse', content: () => this.cover() },
      { name: 'etat', title: 'État du dossier, sur sept axes', content: () => this.state() },
      ...(whole && fiche.conflicts > 0
        ? [{ name: 'contradictions', title: 'Ce qui ne s’accorde pas', content: () => this.contradictions() }]
        : []),
      ...(whole
        ? [{ name: 'guide', title: 'Conformité au guide, partie par partie', content: () => this.guide() }]
        : []),
      { name: 'constats', title: `Constats (${constats.length})`, content: () => this.constats() },
      ...(whole && charts
        ? [{ name: 'reperes', title: 'Critères, calendrier et tranches', content: () => this.charts() }]
        : []),
      ...(whole || ignores.length > 0
        ? [{ name: 'ignores', title: `Constats ignorés (${ignores.length})`, content: () => this.ignores() }]
        : []),
      ...(whole ? [{ name: 'axes', title: 'Les axes et leurs règles', content: () => this.axes() }] : []),
    ];
  }

  private cover(): Content[] {
    const { signed, partial } = this.options;
    return [
      identity(this.dossier),
      heading(this.level + 1, 'Décision attendue'),
      ...decision(this.dossier, partial),
      ...foremost(this.dossier, (c) => this.anchorFor(this.dossier.constats.indexOf(c))),
      ...(signed ? visa(this.level + 1) : []),
    ];
  }

  private state(): Content[] {
    const { known, fiche, pieces, axes, path } = this.dossier;
    const { form, signed } = this.options;
    // Beside others, what the findings below and the list of pieces say is not said twice.
    const brief = form === 'short' && !signed;
    return [
      ...(brief ? [axesLines(axes)] : axesTable(axes)),
      known > 0 ? tag('p', `${plural(known, 'constat')} de l’état de référence ne sont pas repris ici.`) : '',
      pieces.length < fiche.pieces.length
        ? tag(
            'p',
            `Les constats sont ceux de ${plural(pieces.length, 'pièce demandée', 'pièces demandées')} ; guide et contradictions portent sur tout le dossier (${plural(fiche.pieces.length, 'pièce')}).`,
          )
        : '',
      ...(form === 'short' && signed ? beyondRules() : []),
      ...(brief && pieces.length === 1
        ? []
        : [heading(this.level + 1, 'Pièces relues'), piecesTable(path, pieces, (name) => this.nameIn(name))]),
    ];
  }

  private axes(): Content[] {
    return axesDetail(this.dossier.axes, this.level + 1);
  }

  /** Path of a piece from the folder that the section is about. */
  private nameIn(path: string): string {
    const folder = `${this.dossier.path}/`;
    return path.startsWith(folder) ? path.slice(folder.length) : path;
  }

  private contradictions(): Content[] {
    const writer = new FicheWriter(() => undefined, this.level + 1, this.options.phrasebook);
    return [
      tag('p', 'Ce que les pièces disent d’un même point, côte à côte.'),
      ...writer.contradictions(this.dossier.fiche),
    ];
  }

  private charts(): Content[] {
    return new FicheWriter(() => undefined, this.level + 1, this.options.phrasebook).charts(this.dossier.fiche);
  }

  private guide(): Content[] {
    const { level } = this;
    const { conformite } = this.dossier;
    const anchorOf = (rule: string) => this.anchorFor(this.dossier.constats.findIndex((c) => c.rule === rule));
    return [
      ...guideSummary(conformite),
      ...guideSection(conformite, { level: level + 1, whole: level === 2, anchorOf }),
    ];
  }

  /** Of a finding that is told in full. */
  private anchorFor(at: number): string | undefined {
    return this.told.has(at) ? `${this.id}-c${at + 1}` : undefined;
  }

  private constats(): Content[] {
    const { constats, pieces } = this.dossier;
    if (constats.length === 0) return [tag('p', 'Aucun constat.')];
    const card = (i: number, level: number) =>
      constatCard(constats[i] as RapportConstat, `${this.id}-c${i + 1}`, level);
    if (this.options.form === 'short')
      return [
        ...[...this.told].map((i) => card(i, this.level + 1)),
        ...remainder(constats.filter((_, i) => !this.told.has(i))),
      ];
    return pieces.flatMap(({ path, name }) => {
      const own = constats.flatMap((c, i) => (c.path === path ? [card(i, this.level + 2)] : []));
      if (own.length === 0) return [];
      return [heading(this.level + 1, `${name} — `, tag('code', this.nameIn(path))), ...own];
    });
  }

  private ignores(): Content[] {
    const { ignores } = this.dossier;
    if (ignores.length === 0) return [tag('p', 'Aucun constat n’est ignoré dans ces pièces.')];
    const rows = ignores.map(({ title, rule, message, reason, pieceName, line, where, author }) => [
      [title, tag('div', tag('code', rule))],
      quoted(faultOf(message)),
      quoted(reason),
      `${pieceName}, ${where ?? `ligne ${line}`}`,
      author
        ? [quoted(author.name), tag('div', 'le ', day(author.day), ' (', tag('code', author.commit), ')')]
        : 'inconnu',
    ]);
    return [
      table('Écartés par un commentaire du projet', ['Règle', 'Constat', 'Motif', 'Commentaire', 'Écrit par'], rows),
    ];
  }
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
