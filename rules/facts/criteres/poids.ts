import type { Draft, Sentence } from '../../kit/draft.ts';
import { plain } from '../../kit/french/fold.ts';
import { fr } from '../../kit/french/pattern.ts';
import { type ShareItem, shares } from '../../kit/french/shares.ts';
import { overlaps } from '../../kit/span.ts';
import { has } from '../../kit/text.ts';
import {
  accept,
  addUp,
  isNamedIn,
  keywords,
  type OpenCritere,
  type OpenGrille,
  type Weight,
  weightOf,
} from './arbre.ts';
import { near, parted } from './partage.ts';
import { fractionsIn, isAbout, weightsIn } from './poids-ecrits.ts';

/** Settles the weights of a grid: units, total, and the rows that are sub-criteria of the one above. */
export function weigh(draft: Draft, g: OpenGrille) {
  shareEqually(g);
  takeToldApart(draft, g);
  takeRest(draft, g);
  g.total ??= totalIn(draft, g);
  g.criteria = underNamed(g.criteria);
  if (!g.table) g.criteria = labelled(draft, g.criteria);
  settleWeights(g);
  if (!g.table) g.criteria = toldUnder(g.criteria, g.total?.value ?? 100);
  g.criteria = nest(g.criteria, g.total?.value ?? 100);
}

const CRITERION = /^[^a-z0-9]*(?:\d{1,2} ?[.):-] ?)?criteres? (?:n ?[°o] ?)?\d/;
const PART = /^[^a-z0-9]*(?:\d{1,2}(?:\.\d{1,2})* ?[.):-]? ?)?sous[- ]?criteres?(?![a-z])/;

/**
 * « Valeur technique : 60 », and elsewhere « Valeur technique : moyens : 20 »: lines that say again the name of a criterion before
 * their own are its parts.
 */
function underNamed(list: OpenCritere[]): OpenCritere[] {
  const tops = list.filter((c) => isWeighing(c) && !goesOn(c));
  const topOf = (c: OpenCritere) => tops.find((top) => top !== c && top.folded === c.folded && goesOn(c));
  for (const c of list) {
    const part = topOf(c) && c.under();
    if (part) topOf(c)?.children.push(Object.assign(part, { weight: part.weight ?? c.weight, line: c.line }));
  }
  return list.filter((c) => !topOf(c));
}

const isWeighing = (c: OpenCritere): boolean => (c.weight ?? c.maybe) !== undefined;
/** It says more after its name. */
const goesOn = (c: OpenCritere): boolean => isWeighing(c) && c.children.length === 0 && c.definition.length > 0;

/** A criterion, its definition and its parts at one level: « Critère 2 », « Sous-critère 2.1 » or « 2.1 » say which is which. */
function labelled(draft: Draft, list: OpenCritere[]): OpenCritere[] {
  const words = list.map((c) => plain(draft.slice(c.line)));
  const named = list.filter((_, i) => CRITERION.test(words[i] as string));
  const isAll = near(
    named.reduce((sum, c) => sum + valued(c).value, 0),
    100,
  );
  const parted = words.some((w) => PART.test(w));
  const numbers = new Set(list.map((c) => c.number));
  const isTop = ({ number = '' }: OpenCritere, i: number): boolean => {
    const said = words[i] as string;
    if (PART.test(said)) return false;
    // Where two say that they are criteria, the others are parts or definitions of them.
    if (named.length > 1 && CRITERION.test(words[0] as string))
      return CRITERION.test(said) || (parted && !isAll && isWeighing(list[i] as OpenCritere));
    const isUnder = numbers.has(number.slice(0, Math.max(0, number.lastIndexOf('.'))));
    return !isUnder && !(parted && isTold(list[i] as OpenCritere, list[i - 1]));
  };
  const tops = list.filter(isTop);
  if (tops.length < 2 || tops.length === list.length || tops[0] !== list[0]) return list;
  if (tops.some((c) => c.children.length > 0 || !isWeighing(c))) return list;
  const over = new Set(tops);
  let top = list[0] as OpenCritere;
  for (const c of list) {
    if (over.has(c)) top = c;
    else if (isWeighing(c)) top.children.push(c);
    else top.definition.push({ folded: c.folded, at: c.line }, ...c.definition);
  }
  return tops;
}

/** « Le prix est apprécié au vu du DQE », « Au regard du mémoire »: how the criterion above is judged, and none. */
const isTold = (c: OpenCritere, above: OpenCritere | undefined): boolean =>
  !(c.weight ?? c.maybe ?? c.hole) &&
  (/^(?:regard|vu|moyen) (?:de|du|des|d')(?![a-z])/.test(c.folded) ||
    (above !== undefined && isNamedIn(above, c.folded) && c.definition.length > 0));

/** « À parts égales entre le prix et la qualité ». */
function shareEqually(g: OpenGrille) {
  const { announce, criteria } = g;
  if (!announce || criteria.length < 2 || criteria.some((c) => c.weight) || !has(g.words, EQUALLY)) return;
  for (const c of criteria) c.weight = { value: 100 / criteria.length, unit: 'percent', at: announce };
}
const EQUALLY = fr`(?:à )?parts? égales?|même (?:poids|pondération|importance)|(?:poids|pondération|importance|coefficient) (?:égale?|identique|équivalente?)|égale? (?:importance|pondération|valeur)|(?:pondérés?|comptent|pèsent|valent) (?:de manière égale|également|à égalité|autant)`;

const REST = /(?<![a-z])(?:le|du) (?:solde|reste|complement|surplus)(?![a-z])|(?<![a-z])restante?s?(?![a-z])/;
/** « Prix, 60 % ; délai, 25 % ; carbone, le reste »: the only criterion without weight has all that is left of a hundred. */
function takeRest(draft: Draft, { criteria }: OpenGrille) {
  const [bare, second] = criteria.filter((c) => weightOf(c) === undefined);
  const sum = addUp(criteria);
  if (!bare || second || criteria.length < 2 || sum >= 100 || !REST.test(plain(draft.slice(bare.line)))) return;
  const unit = criteria.find((c) => c.weight)?.weight?.unit ?? 'percent';
  bare.weight = { value: 100 - sum, unit, at: bare.line };
}

/** « Chacun compte pour un tiers », « tous pèsent autant »: what is said after the grid of all its criteria. */
const EACH = /(?<![a-z])(?:chac(?:un|une)|tous|toutes)(?![a-z])/;
/** « Le premier vaut 50 %, le deuxième 30 %, le troisième 20 % »: weights told after the grid, in its order. */
const IN_ORDER = /(?<![a-z])premiere?(?![a-z])[^.]*(?<![a-z])(?:second|deuxieme|dernier)e?(?![a-z])/;

/** The weights that a sentence tells of all the criteria of a grid, in their order; undefined where it tells none. */
function toldOfAll(s: Sentence, { criteria, table }: OpenGrille): Weight[] | undefined {
  const told = [weightsIn(s.folded), fractionsIn(s.folded)].find((list) => list.length > 0) ?? [];
  const weightOfShare = (value: number, share: ShareItem | undefined): Weight => ({
    value,
    unit: share?.unit === 'points' ? 'points' : 'percent',
    at: share ? s.at(share) : s.span,
  });
  if (told.length === criteria.length && IN_ORDER.test(s.folded) && !table)
    return told.map((share) => weightOfShare(share.value, share));
  if (!EACH.test(s.folded)) return undefined;
  const [one, second] = told;
  const isShare = one && !second && isAbout(one.value * criteria.length, 100);
  return isShare || has(s.folded, EQUALLY) ? criteria.map(() => weightOfShare(100 / criteria.length, one)) : undefined;
}

/** Gives the criteria of a grid that weighs none the weights that a sentence after it tells of them all. */
function takeToldApart(draft: Draft, g: OpenGrille) {
  const { at, criteria } = g;
  if (criteria.length < 2 || criteria.some((c) => c.weight ?? c.maybe ?? c.hole)) return;
  const after = draft
    .sectionAt(at.start)
    .own.filter((p) => p.span.start >= at.end && p.kind === 'paragraph' && !p.list);
  for (const s of after.flatMap((p) => p.sentences)) {
    const weights = toldOfAll(s, g);
    if (!weights) continue;
    for (const [i, c] of criteria.entries()) c.weight = weights[i];
    return;
  }
}

/** « Les offres sont notées sur 50 points », « pour un total de 100 points ». */
function totalIn(draft: Draft, g: OpenGrille): OpenGrille['total'] {
  if (!g.announce) return undefined;
  const { announce } = g;
  const s = (draft.passageAt(announce.start)?.sentences ?? []).find(
    (x) => overlaps(x.span, announce) && shares(x.folded).some((i) => i.unit === 'sur'),
  );
  if (!s || /chaque|chacun|par critere|critere est note|sous-?critere/.test(s.folded)) return undefined;
  const scale = shares(s.folded).find(
    (i) =>
      i.unit === 'sur' && !g.criteria.some((c) => [c.weight, c.maybe].some((own) => own && overlaps(own.at, s.at(i)))),
  );
  return scale && { value: scale.value, at: s.at(scale) };
}

const isProse = (name: string): boolean =>
  /^(?:ce critere|cet? |celui-ci|il |elle )/.test(`${name} `) || keywords(name).length > 5;

/**
 * Beside weights that already make the total, lines without one of which some are prose tell what the criterion above them is
 * judged on. Short names alone are criteria that someone forgot to weigh.
 */
function toldUnder(list: OpenCritere[], total: number): OpenCritere[] {
  const own = list.filter((c) => weightOf(c) !== undefined || c.hole || c.maybe);
  if (own.length < 2 || own.length === list.length || own[0] !== list[0]) return list;
  if (!list.some((c, i) => !own.includes(c) && (isProse(c.folded) || isTold(c, list[i - 1])))) return list;
  if (own.some((c) => !c.weight)) return list;
  const tops = near(addUp(own), total) ? own : nest(own, total);
  if (!near(addUp(tops), total)) return list;
  let above = own[0];
  for (const c of list) {
    if (c.weight) above = c;
    else above?.definition.push({ folded: c.folded, at: c.line }, ...c.definition);
  }
  return tops;
}

/** Rows without sign of rank: « 60 / 30 / 30 / 40 » is 60 (30 + 30) and 40. Only when that alone makes the total. */
function nest(list: OpenCritere[], total: number): OpenCritere[] {
  if (list.length < 4 || list.some((c) => !c.weight || c.children.length > 0) || near(addUp(list), total)) return list;
  const groups = parted(list.map(valued), total);
  if (!groups) return list;
  return groups.flatMap(([top, ...parts]) => {
    if (!top) return [];
    if (parts.length > 0) top.critere.children = parts.map(({ critere }) => critere);
    return [top.critere];
  });
}

/** Takes « noté sur 40 points » and bare numbers as weights where the whole grid agrees on it. */
function settleWeights(g: OpenGrille) {
  const { criteria, total } = g;
  const agreed = agreeOnMaybe(criteria, total?.value);
  if (agreed) for (const c of criteria.filter((x) => !x.weight)) accept(c);
  for (const c of criteria.filter((x) => isMadeOfBare(x, agreed))) for (const x of c.children) accept(x);
  settleBare(g);
}

/** True where what may weigh each criterion without weight makes a hundred or the total told, or is said in points or coefficients. */
function agreeOnMaybe(criteria: readonly OpenCritere[], total = 100): boolean {
  const lacking = criteria.filter((c) => !c.weight);
  if (lacking.length === 0 || lacking.some((c) => !c.maybe)) return false;
  const value = criteria.reduce((t, c) => t + ((c.weight ?? c.maybe)?.value ?? 0), 0);
  const distinct = new Set(lacking.map((c) => c.maybe?.value)).size > 1;
  return (
    (value >= 90 && value <= 110) ||
    near(value, total) ||
    (criteria.length > 3 && parted(criteria.map(valued), total) !== undefined) ||
    (distinct && lacking.every((c) => c.maybe?.unit === 'points')) ||
    lacking.every((c) => c.maybe?.unit === 'coefficient')
  );
}

const valued = (c: OpenCritere) => ({ critere: c, value: (c.weight ?? c.maybe)?.value ?? 0 });

/** Parts that all have a bare number, as their criteria have, or which make up their criterion or a hundred. */
function isMadeOfBare({ weight, children }: OpenCritere, agreed: boolean): boolean {
  if (children.length < 2 || children.some((x) => x.weight || x.maybe?.unit !== 'bare')) return false;
  const value = children.reduce((t, x) => t + (x.maybe?.value ?? 0), 0);
  return agreed || near(value, weight?.value ?? -1) || near(value, 100);
}

/** Gives bare numbers their unit, where all the criteria have one. */
function settleBare({ criteria, total }: OpenGrille) {
  if (criteria.some((c) => c.weight?.unit !== 'bare')) return;
  const values = () => criteria.map((c) => c.weight?.value ?? 0);
  // « 0,4 », « 0,6 »: shares of one.
  if (criteria.length > 1 && values().every((v) => v <= 1) && !values().every(Number.isInteger))
    for (const c of criteria)
      if (c.weight) c.weight = { ...c.weight, unit: 'percent', value: Math.round(c.weight.value * 1e6) / 1e4 };
  if (values().every((v) => Number.isInteger(v) && v <= 10) && addUp(criteria) <= 30 && !total)
    for (const c of criteria) if (c.weight) c.weight = { ...c.weight, unit: 'coefficient' };
}
