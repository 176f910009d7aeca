import { fr } from '../../kit/french/pattern.ts';
import type { Piece } from '../../kit/piece.ts';
import type { Edit } from '../../kit/rule.ts';
import { overlaps, type Span } from '../../kit/span.ts';
import { isOfPastContract, onlyLot, sectionLot } from '../commun/index.ts';
import { type Critere, criteres, type Grille, isNamedIn, keywords, weightOf } from '../criteres/index.ts';
import type { Matter, Said } from './dossier.ts';
import { grillesDuRc, rappels } from './rappels.ts';

/** A criterion with its part of the note. */
interface Line {
  readonly critere: Critere;
  /** Out of 100; undefined when no weight is given, or a range. */
  readonly share: number | undefined;
}

/** What a piece says of the award criteria: its grid, or the weights that it recalls in passing. */
export interface Bareme {
  /** A grid: a criterion that is not in it does not count. */
  readonly full: boolean;
  readonly lines: readonly Line[];
}

/** A criterion on which two pieces differ. `here` is undefined where only the other piece has it, and the reverse. */
export interface Gap {
  readonly here: Line | undefined;
  readonly there: Line | undefined;
}

const isPriced = (g: Grille): boolean =>
  g.criteria.some((c) => c.subjects.some((s) => s === 'prix' || s === 'cout-global'));

/** What is listed with a price elsewhere than in the rules may be anything: « Mentions : numéro du bon, quantités, prix ». */
const isWeighted = ({ criteria }: Grille): boolean => criteria.some((c) => c.weight);
/** « L'audit porte sur l'aide : critères, montants, effets »: criteria that are themselves listed are those of something else. */
const isOfAward = ({ draft }: Piece, { announce, criteria }: Grille): boolean =>
  announce !== undefined &&
  draft.passageAt(announce.start)?.has(AWARD) === true &&
  !criteria.some(({ folded }) => THEMSELVES.test(folded));
const THEMSELVES = /^(?:les? )?criteres?$/;
const AWARD = fr`critères?|jug[a-zé]+|attribution`;

/** « 10 pour la technique, 8 pour le prix »: figures left in a name are weights that were not read; one that ends short was torn. */
const isWholeRead = ({ criteria }: Grille): boolean =>
  !criteria.some((c) => (!c.weight && /\d/.test(c.folded)) || TORN.test(c.folded));
const TORN = /(?<![a-z])(?:la|le|les|du|de|des|aux?|et|ou|l'|d') *$/;

/** « En 2022, les offres avaient été jugées sur… »: criteria of another contract. */
const isPast = ({ draft }: Piece, { at }: Grille): boolean =>
  draft.passageAt(at.start)?.sentences.some((s) => overlaps(s.span, at) && isOfPastContract(s)) === true;

function linesOf(criteria: readonly Critere[]): Line[] {
  const raw = criteria.map((c) => (c.weight?.upper === undefined ? weightOf(c) : undefined));
  const inPercent = criteria.every((c) => !c.weight || c.weight.unit === 'percent');
  const total = raw.every((w) => w !== undefined) ? raw.reduce((t: number, w) => t + (w ?? 0), 0) : undefined;
  const part = (w: number | undefined) => {
    if (w === undefined) return undefined;
    return inPercent ? w : total ? (w * 100) / total : undefined;
  };
  return criteria.map((critere, i) => ({ critere, share: part(raw[i]) }));
}

/** The grids of a piece by lot; failing any, the weights it recalls. Empty when it gives neither. */
function baremes(piece: Piece): Said<Bareme>[] {
  const { grilles, mentions } = piece.ask(criteres);
  const own = grilles.filter(
    (g) =>
      !g.subsequent &&
      g.criteria.length > 0 &&
      !isPast(piece, g) &&
      (piece.kind === 'rc' || (isPriced(g) && isWholeRead(g) && (isWeighted(g) || isOfAward(piece, g)))),
  );
  if (own.length > 0)
    return own.flatMap((g) => {
      const value = { full: true, lines: linesOf(g.criteria) };
      const said = { piece, at: g.at, value, shown: '' };
      return g.lots.length === 0 ? [said] : g.lots.map((lot) => ({ ...said, key: String(lot) }));
    });
  return recalledIn(piece, mentions);
}

/**
 * The weights that a piece recalls here and there, lot by lot. Of a lot that the rules give no grid of its own, they are held
 * against the one of all lots: there one that differs is told, and not those of other lots that do not.
 */
function recalledIn(piece: Piece, mentions: readonly Critere[]): Said<Bareme>[] {
  const stated = mentions
    .filter((c) => c.weight?.unit === 'percent' && c.weight.upper === undefined)
    .map((critere) => ({ critere, lot: lotOf(piece, critere) }));
  const grids = grillesDuRc(piece);
  const recalls = rappels(piece);
  const isNamed = ({ folded }: Critere) => grids.flatMap((g) => g.criteria).some((c) => isNamedIn(c, folded));
  // What a sentence recalls by the name that the rules give it is read by that name.
  const heard = stated.filter(
    ({ critere }) => isNamed(critere) || !recalls.some((t) => overlaps(t.critere.line, critere.line)),
  );
  const told = recalls.filter((t) => !heard.some((h) => overlaps(h.critere.line, t.critere.line)));
  const byLot = new Map<string, Critere[]>();
  for (const { critere, lot } of [...heard, ...told]) {
    const apart = grids.length === 0 || grids.some((g) => g.lots.length > 0);
    const key = apart ? (lot ?? '') : '';
    const own = byLot.get(key) ?? [];
    const same = own.findIndex((o) => o.folded === critere.folded);
    const there = grids.flatMap((g) => g.criteria).find((c) => c.folded === critere.folded);
    if (same < 0) own.push(critere);
    else if (there && unequal(there.weight?.value, critere.weight?.value)) own[same] = critere;
    byLot.set(key, own);
  }
  return [...byLot].flatMap(([lot, own]) => {
    const lines = own.map((critere) => ({ critere, share: critere.weight?.value }));
    const at = own[0]?.line;
    return at ? [{ piece, at, value: { full: false, lines }, shown: '', ...(lot && { key: lot }) }] : [];
  });
}

/** The lot that the place of a criterion speaks of. */
function lotOf(piece: Piece, { line }: Critere): string | undefined {
  const passage = piece.draft.passageAt(line.start);
  return passage && (onlyLot(passage.folded) ?? sectionLot(passage.section));
}

const named = (a: Line, b: Line): boolean =>
  a.critere.folded === b.critere.folded ||
  isNamedIn(a.critere, b.critere.folded) ||
  isNamedIn(b.critere, a.critere.folded);

const about = (a: Line, b: Line): boolean =>
  a.critere.subjects.some((s) => s !== 'autre' && s !== 'candidat' && b.critere.subjects.includes(s));

/** Pairs the lines of two scales: by name, then by subject where only one has it, then what is left alone on both sides. */
function pair(a: readonly Line[], b: readonly Line[]): { pairs: [Line, Line][]; left: Line[]; right: Line[] } {
  const pairs: [Line, Line][] = [];
  let left = [...a];
  let right = [...b];
  for (const like of [named, about]) {
    for (const x of [...left]) {
      const found = right.filter((y) => like(x, y));
      const [y] = found;
      if (!y || found.length > 1 || left.filter((o) => like(o, y)).length > 1) continue;
      pairs.push([x, y]);
      left = left.filter((o) => o !== x);
      right = right.filter((o) => o !== y);
    }
  }
  return { pairs, left, right };
}

const unequal = (x: number | undefined, y: number | undefined): boolean =>
  Math.abs((x ?? Number.NaN) - (y ?? Number.NaN)) > 0.5;

/** Criteria on which two scales differ; empty when they agree or cannot be compared. */
export function gaps(a: Bareme, b: Bareme): Gap[] {
  if (a.full && b.full) return between(a, b);
  const [grid, recalled] = a.full ? [a, b] : [b, a];
  const out: [Line, Line][] = [];
  const others: Line[] = [];
  for (const line of recalled.lines) {
    // A weight recalled of a sub-criterion is not that of its criterion.
    const child = grid.lines.some((l) => named(l, line)) ? undefined : childNamed(grid, line);
    if (!child) others.push(line);
    else if (child.parts.every((share) => unequal(share, line.share))) out.push([child.line, line]);
  }
  out.unshift(...pair(grid.lines, others).pairs.filter(([x, y]) => unequal(x.share, y.share)));
  return out.map(([x, y]) => (a.full ? { here: x, there: y } : { here: y, there: x }));
}

/** A criterion on one plain thing, and on no matter that goes by several names: « questionnaire ». */
const isThing = ({ critere }: Line): boolean =>
  critere.subjects.includes('autre') && keywords(critere.folded).length === 1 && critere.children.length === 0;

/** Matters that one criterion goes by, under one name or another. */
const FAMILIES: readonly Critere['subjects'][] = [
  ['prix', 'cout-global'],
  ['technique', 'qualite', 'innovation', 'gains'],
  ['environnement', 'social'],
  ['delai'],
];
const familiesOf = ({ critere }: Line) => FAMILIES.filter((f) => f.some((s) => critere.subjects.includes(s)));

/** Of two matters, each told by its own word: a time and a quality. */
function isApart(x: Line, y: Line): boolean {
  const [ours, theirs] = [familiesOf(x), familiesOf(y)];
  return ours.length > 0 && theirs.length > 0 && !ours.some((f) => theirs.includes(f));
}

/** Criteria on which two grids differ. */
function between(a: Bareme, b: Bareme): Gap[] {
  const { pairs, left, right } = pair(a.lines, b.lines);
  const apart = pairs.filter(([x, y]) => unequal(x.share, y.share));
  const out: Gap[] = apart.map(([here, there]) => ({ here, there }));
  const [x, y] = [left[0], right[0]];
  // One criterion under two names.
  const renamed =
    left.length === 1 &&
    right.length === 1 &&
    x &&
    y &&
    !unequal(x.share, y.share) &&
    !(isThing(x) && isThing(y)) &&
    !isApart(x, y);
  if (!renamed) {
    out.push(...left.map((here) => ({ here, there: undefined })));
    out.push(...right.map((there) => ({ here: undefined, there })));
  }
  for (const [p, q] of pairs) if (!unequal(p.share, q.share)) out.push(...below(p.critere, q.critere));
  return out;
}

/** Sub-criteria of one criterion, compared where they divide the same whole. */
function below(p: Critere, q: Critere): Gap[] {
  const [x, y] = [linesOf(p.children), linesOf(q.children)];
  const sum = (lines: readonly Line[]) => lines.reduce((t, l) => t + (l.share ?? Number.NaN), 0);
  const { pairs, left, right } = pair(x, y);
  if (left.length + right.length > 0 || Number.isNaN(sum(x)) || unequal(sum(x), sum(y))) return [];
  return pairs.filter(([s, t]) => unequal(s.share, t.share)).map(([here, there]) => ({ here, there }));
}

/** A sub-criterion of a grid that a sentence recalls: its weight may be read of the whole or of its criterion. */
function childNamed(grid: Bareme, line: Line): { line: Line; parts: readonly number[] } | undefined {
  for (const { critere, share } of grid.lines)
    for (const c of critere.children) {
      const weight = c.weight?.value;
      const child = { critere: c, share: weight };
      if (weight === undefined || !named(child, line)) continue;
      return { line: child, parts: share ? [weight, (weight * share) / 100, (weight * 100) / share] : [weight] };
    }
  return undefined;
}

/** Where a scale shows the gaps: the first line that differs, else its first line. */
export const placeOf = (said: Said<Bareme>, found: readonly Gap[]): Span => {
  const lines = found.map((g) => g.here?.critere.line).filter((s) => s !== undefined);
  // The first: those between that agree are not at fault.
  return [...lines].sort((a, b) => a.start - b.start)[0] ?? said.value.lines[0]?.critere.line ?? said.at;
};

/** Writes in one scale the weights of the other; undefined where more than weights in percent differ. */
export function weightEdits(piece: Piece, found: readonly Gap[], other: Piece): Edit[] | undefined {
  const edits: Edit[] = [];
  for (const { here, there } of found) {
    const [ours, theirs] = [here?.critere.weight, there?.critere.weight];
    if (!ours || !theirs || ours.unit !== 'percent' || theirs.unit !== 'percent') return undefined;
    edits.push({ piece, at: ours.at, text: other.draft.slice(theirs.at) });
  }
  return edits;
}

/** The award criteria and their weights; lots apart. */
export const criteresMatter: Matter<Bareme> = {
  also: ['autre'],
  read: baremes,
  agree: (a, b) => gaps(a.value, b.value).length === 0,
};
