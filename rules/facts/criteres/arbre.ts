import type { Passage, Sentence, Table } from '../../kit/draft.ts';
import type { Doubt } from '../../kit/rule.ts';
import { coverAll, type Span } from '../../kit/span.ts';
import { type Line, readLine } from './ligne.ts';
import { byParts } from './ligne-nom.ts';
import type { LineWeight, WeightUnit } from './ligne-poids.ts';
import { type Subject, subjectsOf } from './sujet.ts';

export interface Weight {
  readonly value: number;
  /** Upper end of « entre 50 et 80 % ». */
  readonly upper?: number | undefined;
  /** `bare`: a number without unit. `coefficient`: a multiplier, which adds up to nothing. */
  readonly unit: WeightUnit;
  /** What it is out of: « 40/100 » gives 100. */
  readonly of?: number | undefined;
  readonly at: Span;
}

/** An award criterion, or one of its sub-criteria. */
export interface Critere {
  /** As written, markup left out. */
  readonly name: string;
  /** Folded name. */
  readonly folded: string;
  /** Where the name stands. */
  readonly at: Span;
  /** Where all that states it stands: row, item, part of a sentence. */
  readonly line: Span;
  /** Printed number: « 1.2 »; undefined when it has none. */
  readonly number: string | undefined;
  /** From 1, in the order of the text. */
  readonly rank: number;
  readonly weight: Weight | undefined;
  /** Where a weight is left to fill. */
  readonly hole: Span | undefined;
  readonly subjects: readonly Subject[];
  /** Folded words that say what is assessed, one entry a place; empty when nothing does. */
  readonly definition: readonly { readonly folded: string; readonly at: Span }[];
  readonly children: readonly Critere[];
}

export type Place = 'table' | 'list' | 'headings' | 'lines' | 'sentence';

/** The criteria by which one set of offers is judged. */
export interface Grille {
  readonly place: Place;
  /** Numbers of the lots it is for; empty: the whole consultation. */
  readonly lots: readonly number[];
  /** Of contracts that follow from a framework agreement, not of the agreement itself. */
  readonly subsequent: boolean;
  /** The table, the list, the sentence. */
  readonly at: Span;
  /** The sentence or heading that announces it; undefined when nothing does. */
  readonly announce: Span | undefined;
  /** Stated total of the weights: a total row, « notées sur cent points ». */
  readonly total: { readonly value: number; readonly at: Span } | undefined;
  /** Said to be in order of importance. */
  readonly ranked: boolean;
  /** Where the text says that weighting is impossible. */
  readonly unweighable: Span | undefined;
  /** True when the text says that there is no other criterion, or gives one that weighs all. */
  readonly single: boolean;
  /** Parts of its criteria stood among them, by their numbers: other criteria may be unread. */
  readonly partial?: boolean;
  readonly table: Table | undefined;
  readonly criteria: readonly Critere[];
  /** Set where it was heard. */
  readonly doubt?: Doubt;
}

type Open<T> = { -readonly [K in keyof T]: T[K] };
/** Trees while they are built. */
export type OpenCritere = Open<Omit<Critere, 'children' | 'definition'>> & {
  children: OpenCritere[];
  definition: { folded: string; at: Span }[];
  maybe: Weight | undefined;
  /** « lots 1 a 3 »: the lots that its line begins with. */
  lot: string | undefined;
  /** What `maybe` as its weight makes of it. */
  accepted: () => Partial<OpenCritere>;
  /** What its line says under its name: « Valeur technique : moyens : 20 ». */
  under: () => OpenCritere | undefined;
};
export type OpenGrille = Open<Omit<Grille, 'criteria'>> & {
  criteria: OpenCritere[];
  /** Folded words that introduce it. */
  words: string;
  /** Parts of the text that belong to each criterion, where each has its own heading. */
  bodies: readonly Span[];
};

const weightAt = (placed: Passage | Sentence, w: LineWeight | undefined): Weight | undefined =>
  w && {
    value: w.value,
    unit: w.unit,
    at: placed.at(w),
    ...(w.upper !== undefined && { upper: w.upper }),
    ...(w.of !== undefined && { of: w.of }),
  };

/** Tags between which words are apart. */
const BREAK = /<(?:br|\/p|\/li|\/div)\b[^<>]*>/gi;
const MARKUP = /[*_`]|<[^>]{1,20}>/g;

const asWritten = (placed: Passage | Sentence, at: Span): string =>
  placed.passage.draft.slice(at).replace(BREAK, ' ').replace(MARKUP, '').replace(/\s+/g, ' ').trim();

/** Puts a line read in a passage or sentence at its place. */
export function critereAt(placed: Passage | Sentence, line: Line): OpenCritere {
  const at = placed.at(line.name);
  const folded = placed.folded.slice(line.name.from, line.name.to);
  const critere: OpenCritere = {
    name: asWritten(placed, at),
    folded,
    at,
    line: placed.at(lineStretch(placed.folded, line)),
    // « B1 » is under « B », as « 2.1 » is under « 2 ».
    number: line.number && byParts(line.number),
    rank: 0,
    weight: weightAt(placed, line.weight),
    maybe: weightAt(placed, line.maybe),
    lot: line.lot,
    hole: line.hole && placed.at(line.hole),
    subjects: subjectsOf(folded),
    definition: line.definition.map((d) => ({ folded: placed.folded.slice(d.from, d.to), at: placed.at(d) })),
    children: line.children.map((c) => critereAt(placed, c)),
    accepted: () => {
      const bare = placed.at(line.bareName);
      const words = placed.folded.slice(line.bareName.from, line.bareName.to);
      return { weight: critere.maybe, at: bare, folded: words, name: asWritten(placed, bare) };
    },
    under: () => {
      const part = readLine(placed.folded, line.name.to, line.to);
      return part && critereAt(placed, part);
    },
  };
  return critere;
}

/** Takes what may be its weight as its weight. */
export const accept = (c: OpenCritere): OpenCritere => Object.assign(c, c.accepted());

/** The line without the spaces, bullets and separators around it. */
function lineStretch(folded: string, { from, to }: Line) {
  let a = from;
  let b = to;
  while (a < b && /[\s:,;.-]/.test(folded[a] as string)) a++;
  while (b > a && /[\s,;:]/.test(folded[b - 1] as string)) b--;
  return { from: a, to: b };
}

export const openGrille = (
  place: Place,
  criteria: OpenCritere[],
  more: Partial<OpenGrille> & { at?: Span },
): OpenGrille => ({
  place,
  lots: [],
  subsequent: false,
  at: coverAll(criteria.map((c) => c.line)),
  announce: undefined,
  total: undefined,
  ranked: false,
  unweighable: undefined,
  single: false,
  table: undefined,
  words: '',
  bodies: [],
  criteria,
  ...more,
});

/** Weight of a criterion: its own, else what its sub-criteria add up to; undefined when it has neither. */
export function weightOf(c: Critere): number | undefined {
  if (c.weight) return c.weight.value;
  if (c.children.length < 2 || c.children.some((x) => !x.weight)) return undefined;
  return addUp(c.children);
}

/** Exact sum of weights, to the hundredth of a cent. */
export const addUp = (list: readonly Critere[]): number =>
  list.reduce((total, c) => total + Math.round((weightOf(c) ?? 0) * 1e4), 0) / 1e4;

/** How many criteria of a grid have a weight, or a place for one. */
export const weighted = (g: OpenGrille): number =>
  g.criteria.filter((c) => weightOf(c) !== undefined || c.hole || c.maybe).length;

/** True of a criterion of price or of cost. */
export const isPrice = (c: Pick<Critere, 'subjects'>): boolean =>
  c.subjects.some((s) => s === 'prix' || s === 'cout-global');

/** True when a criterion of the grid is its price. */
export const priced = (g: OpenGrille): boolean => g.criteria.some(isPrice);

const STOP = new Set(
  'des les une pour par sur avec dans aux est son ses leur leurs que qui critere criteres note offre offres proposee proposees propose proposes'.split(
    ' ',
  ),
);

/** Stems of the words that carry the meaning of a name. */
export const keywords = (folded: string): readonly string[] =>
  folded
    .replace(/\([^()]{0,200}\)/g, ' ')
    .split(/[^a-z]+/)
    .filter((w) => w.length > 2 && !STOP.has(w))
    .map((w) => w.replace(/(?:es|s|e|x)$/, '').slice(0, 9));

/** Names are compared with one another: what each is known by, for the last of them. */
const known = new Map<string, readonly string[]>();
const MOST_KNOWN = 5000;

/** « Empreinte environnementale de la solution »: what is judged, which a title seldom says again. */
const JUDGED = new Set(['solution', 'prestatio', 'marche', 'contrat', 'projet', 'propositi', 'reponse']);

function stemsOf({ folded }: Pick<Critere, 'folded'>): readonly string[] {
  let stems = known.get(folded);
  if (!stems) {
    const all = keywords(folded).slice(0, 6);
    const own = all.filter((stem) => !JUDGED.has(stem));
    stems = own.length > 1 ? own : all;
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(folded, stems);
  }
  return stems;
}

/** True when a text (or its keywords) names the criterion: all the words that carry its meaning stand in it. */
export function isNamedIn(c: Pick<Critere, 'folded'>, text: string | ReadonlySet<string>): boolean {
  const own = stemsOf(c);
  if (own.length === 0) return false;
  const found = typeof text === 'string' ? new Set(keywords(text)) : text;
  return own.every((w) => found.has(w));
}

/** A criterion and all below it. */
export const walk = (c: Critere): readonly Critere[] => [c, ...c.children.flatMap(walk)];

/** What a fault of a whole grid is shown at: its first line. All of it would hide what is wrong in its lines. */
export const opening = ({ place, at, criteria }: Grille): Span =>
  place === 'sentence' ? at : (criteria[0]?.line ?? at);
