import type { Element, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import type { FicheConstats } from '../core/fiche-constats.ts';
import type {
  Fiche,
  FicheCritere,
  FicheDate,
  FicheEntry,
  FicheGrille,
  FicheMatter,
  FichePlace,
  FicheTranche,
  FicheValue,
} from '../core/fiche-types.ts';
import { FRENCH, type Phrasebook } from '../core/phrasebook.ts';
import { type Bar, barChart, timeLine } from './charts.ts';
import { type Content, drawing, french, heading, number, quoted, scrolled, table, tag } from './elements.ts';
import { constatsSection } from './fiche-constats.ts';

import { inLanguage } from './language.ts';
import type { LinkTo } from './links.ts';

const DAYS_A_MONTH = 30.4;
const nameOf = ({ pieceName, line, where }: FichePlace) => `${pieceName}, ${where ?? `ligne ${line}`}`;

/** Writes the fiche of a consultation, part by part. */
export class FicheWriter {
  private readonly linkTo: LinkTo;
  private readonly level: number;
  private readonly say: Phrasebook['tell'];
  /** `level`: of the headings of its sections, 2 to 5; `say`: for what is drawn, which `inLanguage` does not go through. */
  constructor(linkTo: LinkTo, level = 2, { tell }: Phrasebook = FRENCH) {
    this.linkTo = linkTo;
    this.level = level;
    this.say = tell;
  }

  private link(place: FichePlace, text: string): Element {
    const to = this.linkTo(place);
    return to ? h('a', to, quoted(text)) : h('span', quoted(text));
  }

  private where(place: FichePlace): Element {
    const to = this.linkTo(place);
    return h(to ? 'a' : 'span', { ...to, className: ['dce-place'] }, nameOf(place));
  }

  private section(title: string, ...content: Content[]): Element {
    return tag('section', heading(this.level, title), ...content);
  }

  whole(fiche: Fiche): Element[] {
    return [this.pieces(fiche), ...this.contradictions(fiche), ...this.charts(fiche), ...this.matters(fiche)];
  }

  /** What does not hold together; nothing when all does. */
  contradictions(fiche: Fiche): Element[] {
    const disputed = fiche.matters.flatMap((m) => m.entries.filter((e) => e.conflict).map((entry) => ({ m, entry })));
    return [
      ...this.disputes(
        'Contradictions',
        disputed.filter(({ entry }) => entry.values.length > 1),
      ),
      ...this.disputes(
        'Annoncé, et absent du dossier',
        disputed.filter(({ entry }) => entry.values.length === 1),
      ),
    ];
  }

  /** Criteria, then dates and tranches: with drawings where there are figures. */
  charts(fiche: Fiche): Element[] {
    return [
      ...fiche.grilles.map((g, i) => this.grille(g, fiche.grilles.length > 1 ? ` (tableau ${i + 1})` : '')),
      ...(fiche.dates.length + fiche.tranches.length > 0 ? [this.calendar(fiche)] : []),
    ];
  }

  /** All that the pieces say, matter by matter. */
  matters(fiche: Fiche): Element[] {
    return fiche.matters.map((m) => this.matter(m));
  }

  private pieces({ pieces }: Fiche): Element {
    const rows = pieces.map(({ path, name, state, date }) => [
      quoted(path),
      name,
      state ?? 'non indiqué',
      french(date),
    ]);
    return this.section('Pièces lues', table('Pièces du dossier', ['Fichier', 'Nature', 'État', 'Droit au'], rows));
  }

  /** What does not hold together, the values of each point side by side. */
  private disputes(title: string, all: readonly { m: FicheMatter; entry: FicheEntry }[]): Element[] {
    if (all.length === 0) return [];
    const parts = all.flatMap(({ m, entry }) => [
      heading(this.level + 1, ...(m.title === entry.label ? [m.title] : [m.title, ' : ', quoted(entry.label)])),
      h('ul', { className: ['dce-versus'] }, ...entry.values.map((v) => tag('li', ...this.value(v)))),
    ]);
    return [this.section(title, ...parts)];
  }

  /** The words lead to the first place, the names of the others to each of them. */
  private value({ text, places }: FicheValue): Content[] {
    const [first, ...others] = places;
    if (!first) return [quoted(text)];
    const named = [nameOf(first), ...others.flatMap((p) => [' ; ', this.where(p)])];
    return [this.link(first, text), ' ', h('span', { className: ['dce-places'] }, ...named)];
  }

  private grille({ lots, subsequent, criteres, place }: FicheGrille, rank: string): Element {
    const lot = lots.length > 0 ? `, lot${lots.length > 1 ? 's' : ''} ${lots.join(', ')}` : '';
    const title = `Critères d’attribution${subsequent ? ' des marchés subséquents' : ''}${lot}${rank}`;
    const rows = flattened(criteres);
    const bars = rows.map(({ critere, share, part }): Bar => {
      const text = this.say(share === undefined ? weightOf(critere) || 'sans pondération' : `${number(share)} %`);
      return { label: critere.name, text, part, ...(share !== undefined && { value: share }) };
    });
    const drawn = bars.some((b) => b.value !== undefined);
    return this.section(
      title,
      drawn ? drawing(barChart(bars, { max: Math.max(100, ...bars.map((b) => b.value ?? 0)), unit: '%' })) : '',
      table(
        `${title} : poids de chacun`,
        ['Critère', 'Pondération écrite', 'Part du total', 'Passage'],
        [
          ...rows.map(({ critere, share, part }) => [
            quoted((part ? '– ' : '') + critere.name),
            weightOf(critere) || 'aucune',
            share === undefined ? 'inconnue' : `${number(share)} %`,
            this.where(critere.place),
          ]),
          ...totalOf(criteres),
        ],
      ),
      tag('p', 'Le tableau dans la pièce : ', this.where(place)),
    );
  }

  private calendar({ dates, tranches }: Fiche): Element {
    const timed = tranches.filter((t) => monthsOf(t) !== undefined);
    return this.section(
      'Calendrier et tranches',
      ...(dates.length > 0
        ? [
            drawing(
              timeLine(
                dates.map(({ label, day }) => ({ label, day })),
                (day) => this.say(french(day)),
              ),
            ),
            table(
              'Dates de la procédure',
              ['Échéance', 'Jour', 'Passages'],
              dates.map((d) => this.dateRow(d)),
            ),
          ]
        : []),
      ...(timed.length > 0
        ? [
            drawing(barChart(timed.map(trancheBar), { unit: this.say('mois') })),
            tag('p', 'Chaque durée part du début de sa tranche.'),
          ]
        : []),
      ...(tranches.length > 0
        ? [
            table(
              'Tranches',
              ['Tranche', 'Objet', 'Montant et délai', 'Passages'],
              tranches.map((t) => this.trancheRow(t)),
            ),
          ]
        : []),
    );
  }

  private dateRow({ label, day, time, places }: FicheDate): Content[] {
    return [label, `${french(day)}${time ? ` à ${time.replace(':', '\u00a0h\u00a0')}` : ''}`, this.places(places)];
  }

  private trancheRow(tranche: FicheTranche): Content[] {
    const { object, amount, delay, places } = tranche;
    const figures = [amount ? quoted(amount.text) : 'montant non indiqué', ...(delay ? [quoted(delay.text)] : [])];
    return [
      trancheName(tranche),
      object ? quoted(object) : 'non indiqué',
      figures.map((f) => tag('div', f)),
      this.places(places),
    ];
  }

  private places(places: readonly FichePlace[]): Content[] {
    return places.flatMap((p, i) => [i > 0 ? ' ; ' : '', this.where(p)]);
  }

  private matter({ title, entries }: FicheMatter): Element {
    const rows = entries.map(({ label, values, conflict }) => {
      const cell = values.map((v) => tag('div', ...this.value(v)));
      return [[quoted(label), conflict ? ' (à revoir)' : ''], cell];
    });
    return this.section(title, table(`${title} : ce que disent les pièces`, ['Point', 'Ce qui est écrit'], rows));
  }
}

const weightOf = ({ weight, unit }: FicheCritere): string => {
  if (weight === undefined) return '';
  const names = { percent: ' %', points: ' points', coefficient: ' (coefficient)', bare: '' };
  return `${number(weight)}${names[unit ?? 'bare']}`;
};

/** The weights added up as they are written, whatever they should come to; nothing where they cannot be. */
function totalOf(criteres: readonly FicheCritere[]): Content[][] {
  const [first] = criteres;
  const adds = first?.unit !== undefined && criteres.every((c) => c.weight !== undefined && c.unit === first.unit);
  if (!adds || first.unit === 'coefficient') return [];
  const weight = criteres.reduce((sum, c) => sum + (c.weight ?? 0), 0);
  const total = { ...first, weight };
  const wrong = first.unit === 'percent' && Math.abs(weight - 100) > 0.005;
  return [
    [
      'Total',
      weightOf(total),
      first.unit === 'percent' ? weightOf(total) : '',
      wrong ? 'à revoir : 100 % attendus' : '',
    ],
  ];
}

interface FlatCritere {
  readonly critere: FicheCritere;
  /** Of the whole grid, out of 100. */
  readonly share: number | undefined;
  readonly part: boolean;
}

/** Criteria, each followed by its parts, whose share is brought back to the whole grid. */
function flattened(criteres: readonly FicheCritere[], whole: number | undefined = 100, part = false): FlatCritere[] {
  return criteres.flatMap((critere) => {
    const share = whole === undefined || critere.share === undefined ? undefined : (whole * critere.share) / 100;
    return [{ critere, share, part }, ...flattened(critere.children, share, true)];
  });
}

const trancheName = ({ name, lot }: FicheTranche) => (lot ? `${name} (lot ${lot})` : name);
const monthsOf = ({ delay }: FicheTranche) =>
  delay?.months ?? (delay?.days === undefined ? undefined : delay.days / DAYS_A_MONTH);

function trancheBar(tranche: FicheTranche): Bar {
  const value = monthsOf(tranche);
  return {
    label: trancheName(tranche),
    text: tranche.delay?.text ?? '',
    part: tranche.optional,
    ...(value !== undefined && { value }),
  };
}

/** A section whose tables are moved aside in a window that is narrower than they are. */
const inRoom = (section: Element): Element => ({
  ...section,
  children: section.children.map((child) =>
    child.type === 'element' && child.tagName === 'table' ? scrolled('', captionOf(child), child) : child,
  ),
});

const captionOf = ({ children }: Element): string => {
  const [caption] = children;
  const [words] = caption?.type === 'element' ? caption.children : [];
  return words?.type === 'text' ? words.value : '';
};

/** The fiche as HTML, below its title: findings, then sections with tables, and charts beside those that have figures. */
export function ficheBody(
  fiche: Fiche,
  linkTo: LinkTo,
  constats?: readonly FicheConstats[],
  phrasebook = FRENCH,
): string {
  const head = constats ? [constatsSection(constats, linkTo)] : [];
  const nodes: Root = {
    type: 'root',
    children: [...head, ...new FicheWriter(linkTo, 2, phrasebook).whole(fiche).map(inRoom)],
  };
  if (phrasebook.lang !== 'fr') inLanguage(nodes, phrasebook);
  // The drawings alone are not written from a tree; every word of the drafts is.
  return toHtml(nodes, { allowDangerousHtml: true });
}
