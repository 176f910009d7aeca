import { bounded } from '../../kit/bounds.ts';
import type { Draft, InPlace, Sentence } from '../../kit/draft.ts';
import { plain } from '../../kit/french/fold.ts';
import { fr } from '../../kit/french/pattern.ts';
import { contains, overlaps } from '../../kit/span.ts';
import { has } from '../../kit/text.ts';
import { isOfPastContract } from '../commun/index.ts';
import { hangPartsApart } from './apart.ts';
import { addUp, isNamedIn, isPrice, type OpenCritere, type OpenGrille, priced, walk, weighted } from './arbre.ts';
import { readCells } from './cellules.ts';
import { lotsOf, meets, saysWeightingImpossible } from './contexte.ts';
import { define, RANKED, type Saying, sayings } from './definitions.ts';
import { takeFallen } from './detache.ts';
import { readParts, readWholes } from './entiers.ts';
import { readLines } from './lignes.ts';
import { readLists } from './liste.ts';
import { nestByNumber } from './numeros.ts';
import { byLot } from './par-lot.ts';
import { near } from './partage.ts';
import { readDivisions, readSentences } from './phrase.ts';
import { weigh } from './poids.ts';
import { defineByRank } from './rang.ts';
import { attach, isDetail, OF_CRITERION, takeIn } from './sous-criteres.ts';
import { readTable } from './tableau.ts';
import { readHeadings } from './titres.ts';

const ORDER = { table: 0, list: 1, headings: 2, lines: 3, sentence: 4 } as const;

const scopeOf = (g: OpenGrille): string => `${g.lots.join(',')}|${g.subsequent}`;
const same = (a: OpenCritere, b: OpenCritere): boolean =>
  a.folded === b.folded || isNamedIn(a, b.folded) || isNamedIn(b, a.folded);

/** Grids are compared with one another. */
const MOST_GRIDS = 500;

/** What the table that a sentence begins says of criteria. */
const tableAt = ({ passage, index }: Sentence): ReturnType<typeof readTable> =>
  index === 0 && passage.table?.first === passage ? readTable(passage.table) : undefined;
const IN_TABLE: InPlace<true> = { take: (s) => tableAt(s) !== undefined || undefined, isPlaceless: true };

/** The grids of a draft, what each one says gathered from all the places that speak of it. */
export function gather(draft: Draft): OpenGrille[] {
  const tables = [...draft.inPlace(IN_TABLE).keys()].flatMap((s) => tableAt(s) ?? []);
  const subs = [
    ...tables.filter((t) => t.subOnly).flatMap((t) => t.grilles),
    ...readDivisions(draft),
    ...readParts(draft),
  ];
  const all = [
    ...tables.filter((t) => !t.subOnly).flatMap((t) => t.grilles),
    ...readLists(draft),
    ...readHeadings(draft),
  ].flatMap(byLot);
  all.push(
    ...readLines(draft)
      .flatMap(byLot)
      .filter((g) => !all.some((o) => isToldBy(draft, o, g))),
  );
  all.push(...readSentences(draft).flatMap(byLot));
  all.push(...readCells(draft).filter((g) => !all.some((o) => overlaps(o.at, g.at))));
  const wholes = readWholes(draft)
    .flatMap(byLot)
    .filter((g) => !all.some((o) => overlaps(o.at, g.at) && !isPartOf(o, g)));
  for (const g of wholes) for (const o of all.filter((part) => isPartOf(part, g))) takeParts(g, o);
  const told = [...all.filter((o) => !wholes.some((g) => isPartOf(o, g))), ...wholes];
  const read = bounded(draft, 'listes de critères', told, MOST_GRIDS);
  const headed = read.filter((g) => g.bodies.length > 0);
  const stated = read.filter((g) => !read.some((o) => describes(draft, g, o)));
  const outer = stated.filter((g) => !headed.some((h) => h !== g && takeIn(h, g)));
  const scopes = new Map<string, OpenGrille[]>();
  for (const g of outer) scopes.set(scopeOf(g), [...(scopes.get(scopeOf(g)) ?? []), g]);
  const kept: OpenGrille[] = [];
  for (const group of scopes.values()) kept.push(...settleScope(draft, group));
  const apart = kept.filter((g) => !kept.some((o) => o !== g && isInside(g, o)));
  const free = apart.filter((g) => !isDetail(draft, apart, g) && !isOfPast(draft, g));
  for (const g of free) takeFallen(draft, g);
  for (const g of free) nestByNumber(draft, g);
  for (const sub of subs) attach(draft, free, sub);
  for (const g of free) hangPartsApart(draft, g);
  defineByRank(draft, free);
  const said = sayings(draft, free);
  for (const g of free) finish(draft, g, said, free);
  return free.sort((a, b) => a.at.start - b.at.start);
}

/** « Les marchés en cours, passés en 2023, jugeaient le prix sur soixante points »: another consultation. */
const isOfPast = (draft: Draft, { place, criteria: [first] }: OpenGrille): boolean =>
  first !== undefined &&
  (place === 'sentence' || place === 'lines') &&
  draft.passageAt(first.at.start)?.sentences.some((s) => overlaps(s.span, first.at) && isOfPastContract(s)) === true;

const isBare = ({ weight, maybe, hole }: OpenCritere): boolean => !(weight ?? maybe ?? hole);
const allOf = ({ criteria }: OpenGrille): number => criteria.flatMap(walk).length;
/** Some only of the lines that make a whole, or all without what they weigh; not what makes a hundred by itself. */
const isPartOf = (g: OpenGrille, whole: OpenGrille): boolean =>
  g.place !== 'table' &&
  !near(addUp(g.criteria), 100) &&
  (allOf(g) < allOf(whole) || g.criteria.length < whole.criteria.length || g.criteria.every(isBare)) &&
  g.criteria.every((c) => whole.criteria.flatMap(walk).some((o) => overlaps(o.line, c.line)));

/** Takes into a whole the parts of its criteria that one of its parts reads more of. */
function takeParts(whole: OpenGrille, part: OpenGrille) {
  for (const c of whole.criteria) {
    const own = part.criteria.find((o) => overlaps(o.line, c.line));
    if (own && own.children.length > c.children.length) c.children = own.children;
  }
}

const isWeighed = (g: OpenGrille): boolean => g.criteria.every((c) => c.weight !== undefined);
/** « Valeur technique, lot 2 » */
const withoutLot = (folded: string): string => folded.replace(/[ ,(-]*(?:pour )?(?:les? )?lots? .*$/, '').trim();

/** A table after the grid that names its criteria again and gives no weight to some: what is looked at, and no other grid. */
function describes(draft: Draft, g: OpenGrille, grid: OpenGrille): boolean {
  if (g === grid || g.place !== 'table' || grid.at.end > g.at.start || !isWeighed(grid) || isWeighed(g)) return false;
  const named = g.criteria.map((c) => grid.criteria.find((o) => o.folded === withoutLot(c.folded)));
  if (named.length < 2 || named.includes(undefined)) return false;
  for (const [i, c] of named.entries()) {
    const line = g.criteria[i]?.line ?? g.at;
    c?.definition.push({ folded: plain(draft.slice(line)), at: line });
  }
  return true;
}

/** « Critère 3. Sont examinés… » after a grid of as many: what is said of each by its rank, and no other grid. */
const isToldBy = (draft: Draft, grid: OpenGrille, { at, criteria }: OpenGrille): boolean =>
  grid.at.end <= at.start &&
  grid.criteria.length >= criteria.length &&
  criteria.every((c) => RANKED.test(draft.passageAt(c.line.start)?.folded ?? '')) &&
  criteria.some((c) => !grid.criteria.some((o) => same(o, c)));

/** A sentence or list that stands in what another grid already reads. */
const isInside = (g: OpenGrille, other: OpenGrille): boolean =>
  ORDER[g.place] > ORDER[other.place]
    ? overlaps(g.at, other.at) && g.at.end !== other.at.start && g.at.start !== other.at.end
    : false;

/** A list whose items stand already under a criterion of another grid. */
const isChildList = (g: OpenGrille, other: OpenGrille): boolean =>
  contains(other.at, g.at) && other.criteria.some((c) => c.children.some((child) => contains(g.at, child.at)));

function settleScope(draft: Draft, group: readonly OpenGrille[]): OpenGrille[] {
  const many = group.filter((g) => g.criteria.length > 1);
  const pool = many.length > 0 ? many : group.slice(0, 1);
  const under = new Set(pool.filter((g) => pool.some((o) => o !== g && isChildList(g, o))));
  const isUnder = (g: OpenGrille): boolean => under.has(g);
  const best = [...pool].sort(
    (a, b) =>
      Math.min(weighted(b), 2) - Math.min(weighted(a), 2) ||
      Number(isUnder(a)) - Number(isUnder(b)) ||
      Number(priced(b)) - Number(priced(a)) ||
      ORDER[a.place] - ORDER[b.place] ||
      a.at.start - b.at.start,
  )[0];
  if (!best) return [];
  const out = [best];
  for (const g of pool) {
    if (g === best || isInside(g, best) || isChildList(g, best)) continue;
    if (merge(out, g) || ((g.place !== 'sentence' || has(g.words, OF_CRITERION)) && attach(draft, out, g))) continue;
    // Two weighted grids of one scope: two stages, or two buyers' templates left side by side.
    if (weighted(g) > 1 && (priced(g) || near(addUp(g.criteria), 100)) && g.place !== 'sentence') out.push(g);
  }
  return [...out, ...group.filter((g) => !out.includes(g) && isGridOfPrice(draft, g))];
}

const GRID_TITLE = fr`grilles?|barèmes?`;
const SUB = fr`sous[- ]?critères?`;
/** « Grille C » that gives the price all the weight: a grid beside others, and no detail of their price. */
function isGridOfPrice(draft: Draft, g: OpenGrille): boolean {
  const [only, second] = g.criteria;
  const { heading } = draft.sectionAt(g.at.start);
  if (g.place !== 'table' || !g.table || !heading || !only?.weight || second || !isPrice(only)) return false;
  const heads = g.table.header.cells.map((c) => c.folded).join(' ');
  return (
    near(only.weight.value, 100) && has(heading.folded, GRID_TITLE) && !heading.has(PRICE_TITLE) && !has(heads, SUB)
  );
}
const PRICE_TITLE = fr`prix|coûts?|financi(?:er|ère)s?|montants?`;

/** Takes into a grid what another place says of the same criteria; false when it speaks of others. */
function merge(into: readonly OpenGrille[], g: OpenGrille): boolean {
  for (const target of into) {
    const pairs = g.criteria.map((c) => [c, target.criteria.find((t) => same(t, c))] as const);
    if (pairs.some(([, t]) => t === undefined)) continue;
    // The same names with other weights are another grid: the buyer contradicts himself, or it is another stage.
    if (
      weighted(g) > 1 &&
      pairs.some(
        ([c, t]) => c.weight && t?.weight && c.weight.unit === t.weight.unit && !near(c.weight.value, t.weight.value),
      )
    )
      continue;
    for (const [c, t] of pairs) {
      if (!t) continue;
      t.weight ??= c.weight;
      t.maybe ??= c.maybe;
      t.definition.push(...c.definition);
      if (t.children.length === 0) t.children = c.children;
    }
    target.ranked ||= g.ranked;
    return true;
  }
  return false;
}

function finish(draft: Draft, g: OpenGrille, said: readonly Saying[], all: readonly OpenGrille[]) {
  define(g, said, all);
  weigh(draft, g);
  rank(g.criteria);
  const only = g.criteria.length === 1 ? g.criteria[0] : undefined;
  g.single ||= only?.weight !== undefined && near(only.weight.value, 100);
  const article = draft.sectionAt(g.at.start);
  const scope = article.number ? article.article : article;
  const told = scope.sentences.find(
    (s) => saysWeightingImpossible(s.folded) && meets(lotsOf(s.section, s.folded), g.lots),
  );
  g.unweighable = told?.span;
  if (!g.ranked && told) g.ranked = /ordre/.test(g.words);
}

const rank = (list: readonly OpenCritere[]) =>
  list.forEach((c, i) => {
    c.rank = i + 1;
    rank(c.children);
  });
