import type { Draft } from '../../kit/draft.ts';
import { numbers } from '../../kit/french/numbers.ts';
import { fr } from '../../kit/french/pattern.ts';
import { contains } from '../../kit/span.ts';
import { has } from '../../kit/text.ts';
import { addUp, isNamedIn, isPrice, type OpenCritere, type OpenGrille, priced, weighted, weightOf } from './arbre.ts';
import { headingWords, meets } from './contexte.ts';
import { near } from './partage.ts';
import { rankTold } from './rang.ts';

/** What stands under the heading of one criterion says its sub-criteria. */
export function takeIn(h: OpenGrille, g: OpenGrille): boolean {
  const i = h.bodies.findIndex((body) => contains(body, g.at));
  const parent = h.criteria[i];
  if (!parent) return false;
  // With a price among others, it is a grid of its own, unless they are parts of a price or of its weight.
  if (priced(g) && g.criteria.length > 1 && !isPrice(parent) && !near(addUp(g.criteria), weightOf(parent) ?? -1))
    return false;
  if (parent.children.length === 0 && g.criteria.length > 1) parent.children = g.criteria;
  return true;
}

/** What says that a sentence lists the parts of a criterion. */
export const OF_CRITERION = fr`sous[- ]?critères?|décompos[a-zé]*|répart[a-zé]*|ce critère|le critère|comme suit|comprend|se compose|apprécié[a-z]*`;

/** « La qualité est appréciée pour 60 % sur la méthode et pour 40 % sur les délais », beside a grid that has it: its sub-criteria. */
export function isDetail(draft: Draft, all: readonly OpenGrille[], g: OpenGrille): boolean {
  const [first] = g.criteria;
  if (g.place !== 'sentence' || !first || g.criteria.length < 2 || !has(g.words, OF_CRITERION)) return false;
  const subject = g.words.slice(0, Math.max(0, g.words.indexOf(first.folded)));
  const others = all.filter((o) => o.place !== 'sentence' && onlyNamed(o, subject) !== undefined);
  return others.length === 1 && attach(draft, others, g);
}

/** Whether a grid may be parts of another: of the same lots, and not whole by itself. */
const mayTake = (target: OpenGrille, g: OpenGrille): boolean => meets(g.lots, target.lots) && !isOtherGrid(target, g);

/** Hangs sub-criteria under the criterion that their announcement, title or numbers name. */
export function attach(draft: Draft, into: readonly OpenGrille[], g: OpenGrille): boolean {
  const words = wordsAbove(draft, g);
  let taken = false;
  for (const target of into) {
    // Grids of other lots have the same sub-criteria; one of the same lots, or of all, is another stage.
    if ((taken && target.lots.length === 0) || !mayTake(target, g)) continue;
    if (spread(target, g)) {
      taken = true;
      continue;
    }
    const parent = parentOf(target, g, words);
    if (!parent && defineShared(target, g)) return true;
    if (!parent || parent.children.length > 0) continue;
    parent.children = g.criteria;
    taken = true;
    if (target.lots.length === 0) break;
  }
  return taken;
}

/** « 2.1 », « 2.2 », « 4.1 » in one table: hung each under its own criterion; false where they are not of several, or of none. */
function spread(target: OpenGrille, g: OpenGrille): boolean {
  const ofOwn = (c: OpenCritere) =>
    target.criteria.find(({ number }) => number !== undefined && c.number?.startsWith(`${number}.`));
  const parents = new Set(g.criteria.map(ofOwn));
  if (parents.size < 2 || [...parents].some((p) => !p || p.children.length > 0)) return false;
  for (const c of g.criteria) ofOwn(c)?.children.push(c);
  return true;
}

/** What may name the criterion of sub-criteria, the nearest first: the head of their table, their announcement, their titles. */
function wordsAbove(draft: Draft, g: OpenGrille): readonly string[] {
  const titles = draft.sectionAt(g.at.start).chain.map(headingWords).reverse();
  // « Le prix compte pour 35 %. La qualité compte pour 50 %, à savoir : »: the last sentence announces.
  const last = g.words.split(/[.;] /).at(-1) ?? '';
  return [g.table?.header.cells.map((c) => c.folded).join(' ') ?? '', last, g.words, ...titles];
}

/** A whole grid, price included, that has a criterion of the target: another grid, and no sub-criteria of it. */
const isOtherGrid = (target: OpenGrille, g: OpenGrille): boolean =>
  priced(g) &&
  g.criteria.length > 1 &&
  near(addUp(g.criteria), 100) &&
  weighted(target) > 1 &&
  g.criteria.some((c) => target.criteria.some((t) => t.folded === c.folded));

/** The criterion that sub-criteria are of: by their numbers, else its rank, its name, its weight. */
const parentOf = (target: OpenGrille, g: OpenGrille, words: readonly string[]): OpenCritere | undefined =>
  byNumber(target, g) ??
  target.criteria[(rankTold(g.words) ?? 0) - 1] ??
  words.map((w) => onlyNamed(target, w)).find((c) => c !== undefined) ??
  words.map((w) => byWeight(target, w)).find((c) => c !== undefined) ??
  bySum(target, g, words);

/** « Les 45 points de la valeur fonctionnelle se partagent ainsi : », « Service (40 points) »: the only criterion that weighs so much. */
function byWeight(target: OpenGrille, words: string): OpenCritere | undefined {
  // A cell above, « 20 % », announces nothing.
  if (!/(?<![a-z])(?!points?|pour)[a-z]{4}/.test(words)) return undefined;
  const [told, other] = numbers(words).filter(({ to }) => WEIGHS.test(words.slice(to)));
  const [only, second] = target.criteria.filter((c) => told && near(told.value, weightOf(c) ?? -1));
  return other || second ? undefined : only;
}
const WEIGHS = /^ ?(?:points?|pts?|%|pour cent)(?![a-z])/;

/** The criterion that words name; undefined when they name none or several. */
const onlyNamed = (target: OpenGrille, words: string): OpenCritere | undefined => {
  const named = target.criteria.filter((c) => isNamedIn(c, words));
  return named.length === 1 ? named[0] : undefined;
};

/** « 2.1 », « C2.3 »: the criterion that all of their numbers go on from; « le critère C2 »: the one it names. */
const byNumber = (target: OpenGrille, g: OpenGrille): OpenCritere | undefined =>
  target.criteria.find(
    ({ number }) => number !== undefined && g.criteria.every((c) => c.number?.startsWith(`${number}.`)),
  ) ?? target.criteria.find(({ number }) => number !== undefined && number === CODED.exec(g.words)?.slice(1).join('.'));
const CODED = /(?<![a-z-])criteres? ([a-z])(\d{1,2})(?![a-z0-9])/;

/** Sub-criteria that say of no criterion: the only one that weighs as much, when they are called sub-criteria. */
function bySum(target: OpenGrille, g: OpenGrille, words: readonly string[]): OpenCritere | undefined {
  if (!words.slice(0, 3).some((w) => /sous-?\s?criteres?/.test(w))) return undefined;
  const bare = target.criteria.filter((c) => c.children.length === 0 && !c.subjects.includes('prix'));
  const equal = bare.filter((c) => c.weight && near(c.weight.value, addUp(g.criteria)));
  return equal.length === 1 ? equal[0] : bare.length === 1 ? bare[0] : undefined;
}

/** Adds to each of the criteria that an outline details what it says of them; false when it details none. */
function defineShared(target: OpenGrille, g: OpenGrille): boolean {
  const shared = sharingSum(target, g);
  for (const c of shared) c.definition.push(...g.criteria.map(({ folded, line }) => ({ folded, at: line })));
  return shared.length > 0;
}

/** The criteria, the price apart, of which a marked outline details the points: it weighs as much as they do together. */
function sharingSum(target: OpenGrille, g: OpenGrille): readonly OpenCritere[] {
  const bare = target.criteria.filter((c) => c.children.length === 0 && !isPrice(c));
  const isAll = g.place !== 'sentence' && bare.length > 1 && bare.length < target.criteria.length && !priced(g);
  return isAll && weighted(g) === g.criteria.length && near(addUp(bare), addUp(g.criteria)) ? bare : [];
}
