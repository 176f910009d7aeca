import { bounded } from '../../kit/bounds.ts';
import type { Draft, Passage } from '../../kit/draft.ts';
import { plain } from '../../kit/french/fold.ts';
import { fr } from '../../kit/french/pattern.ts';
import { contains, overlaps } from '../../kit/span.ts';
import { has } from '../../kit/text.ts';
import { hangPartsApart } from './apart.ts';
import { addUp, critereAt, isNamedIn, keywords, type OpenCritere, type OpenGrille, weightOf } from './arbre.ts';
import { headingWords, isSubsequent, lotsIn, lotsOf, saysWeightingImpossible, zoneOf } from './contexte.ts';
import { readLabels } from './etiquettes.ts';
import { readLine } from './ligne.ts';
import { readLines } from './lignes.ts';
import { readLists } from './liste.ts';
import { readDivisions, readSentences } from './phrase.ts';
import { weigh } from './poids.ts';
import { defineByRank, rankTold } from './rang.ts';
import { readTable } from './tableau.ts';
import { readHeadings } from './titres.ts';
import { near } from './total.ts';

const ORDER = { table: 0, list: 1, headings: 2, lines: 3, sentence: 4 } as const;

const scopeOf = (g: OpenGrille): string => `${g.lots.join(',')}|${g.subsequent}`;
const weighted = (g: OpenGrille): number =>
  g.criteria.filter((c) => weightOf(c) !== undefined || c.hole || c.maybe).length;
const same = (a: OpenCritere, b: OpenCritere): boolean =>
  a.folded === b.folded || isNamedIn(a, b.folded) || isNamedIn(b, a.folded);
const isPrice = (c: OpenCritere): boolean => c.subjects.some((s) => s === 'prix' || s === 'cout-global');
const priced = (g: OpenGrille): boolean => g.criteria.some(isPrice);

/** Grids are compared with one another. */
const MOST_GRIDS = 500;
/** Criteria are sought in every paragraph. */
const MOST_CRITERIA = 2000;

/** The grids of a draft, what each one says gathered from all the places that speak of it. */
export function gather(draft: Draft): OpenGrille[] {
  const tables = draft.tables.map(readTable).filter((t) => t !== undefined);
  const subs = [...tables.filter((t) => t.subOnly).flatMap((t) => t.grilles), ...readDivisions(draft)];
  const all = [
    ...tables.filter((t) => !t.subOnly).flatMap((t) => t.grilles),
    ...readLists(draft),
    ...readHeadings(draft),
  ];
  all.push(...readLines(draft).filter((g) => !all.some((o) => isToldBy(draft, o, g))));
  // A sentence a criterion where no line is one.
  all.push(...readLabels(draft).filter((g) => !all.some((o) => overlaps(o.at, g.at))), ...readSentences(draft));
  const read = bounded(draft, 'listes de critères', all, MOST_GRIDS);
  const headed = read.filter((g) => g.bodies.length > 0);
  const stated = read.filter((g) => !read.some((o) => describes(draft, g, o)));
  const outer = stated.filter((g) => !headed.some((h) => h !== g && takeIn(h, g)));
  const scopes = new Map<string, OpenGrille[]>();
  for (const g of outer) scopes.set(scopeOf(g), [...(scopes.get(scopeOf(g)) ?? []), g]);
  const kept: OpenGrille[] = [];
  for (const group of scopes.values()) kept.push(...settleScope(draft, group));
  const apart = kept.filter((g) => !kept.some((o) => o !== g && isInside(g, o)));
  const free = apart.filter((g) => !isDetail(draft, apart, g));
  for (const sub of subs) attach(draft, free, sub);
  for (const g of free) hangPartsApart(draft, g);
  defineByRank(draft, free);
  const said = sayings(draft, free);
  for (const g of free) finish(draft, g, said, free);
  return free.sort((a, b) => a.at.start - b.at.start);
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

/** What stands under the heading of one criterion says its sub-criteria. */
function takeIn(h: OpenGrille, g: OpenGrille): boolean {
  const i = h.bodies.findIndex((body) => contains(body, g.at));
  const parent = h.criteria[i];
  if (!parent) return false;
  // With a price among others, it is a grid of its own, unless they are parts of a price or of its weight.
  if (priced(g) && g.criteria.length > 1 && !isPrice(parent) && !near(addUp(g.criteria), weightOf(parent) ?? -1))
    return false;
  if (parent.children.length === 0 && g.criteria.length > 1) parent.children = g.criteria;
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

/** What says that a sentence lists the parts of a criterion. */
const OF_CRITERION = fr`sous[- ]?critères?|décompos[a-zé]*|répart[a-zé]*|ce critère|le critère|comme suit|comprend|se compose|apprécié[a-z]*`;

/** « La qualité est appréciée pour 60 % sur la méthode et pour 40 % sur les délais », beside a grid that has it: its sub-criteria. */
function isDetail(draft: Draft, all: readonly OpenGrille[], g: OpenGrille): boolean {
  const [first] = g.criteria;
  if (g.place !== 'sentence' || !first || g.criteria.length < 2 || !has(g.words, OF_CRITERION)) return false;
  const subject = g.words.slice(0, Math.max(0, g.words.indexOf(first.folded)));
  const others = all.filter((o) => o.place !== 'sentence' && onlyNamed(o, subject) !== undefined);
  return others.length === 1 && attach(draft, others, g);
}

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

/** Hangs sub-criteria under the criterion that their announcement, title or numbers name. */
function attach(draft: Draft, into: readonly OpenGrille[], g: OpenGrille): boolean {
  const titles = draft.sectionAt(g.at.start).chain.map(headingWords).reverse();
  const words = [g.table?.header.cells.map((c) => c.folded).join(' ') ?? '', g.words, ...titles];
  let taken = false;
  for (const target of into) {
    // Grids of other lots have the same sub-criteria; one of the same lots, or of all, is another stage.
    if (taken && target.lots.length === 0) continue;
    const scoped = target.lots.length === 0 || g.lots.length === 0 || g.lots.some((l) => target.lots.includes(l));
    if (
      !scoped ||
      (priced(g) &&
        g.criteria.length > 1 &&
        near(addUp(g.criteria), 100) &&
        weighted(target) > 1 &&
        g.criteria.some((c) => target.criteria.some((t) => t.folded === c.folded)))
    )
      continue;
    const parent =
      byNumber(target, g) ??
      target.criteria[(rankTold(g.words) ?? 0) - 1] ??
      words.map((w) => onlyNamed(target, w)).find((c) => c !== undefined) ??
      bySum(target, g, words);
    const shared = parent ? [] : sharingSum(target, g);
    for (const c of shared) c.definition.push(...g.criteria.map(({ folded, line }) => ({ folded, at: line })));
    if (shared.length > 0) return true;
    if (!parent || parent.children.length > 0) continue;
    parent.children = g.criteria;
    taken = true;
    if (target.lots.length === 0) break;
  }
  return taken;
}

/** The criterion that words name; undefined when they name none or several. */
const onlyNamed = (target: OpenGrille, words: string): OpenCritere | undefined => {
  const named = target.criteria.filter((c) => isNamedIn(c, words));
  return named.length === 1 ? named[0] : undefined;
};

const byNumber = (target: OpenGrille, g: OpenGrille): OpenCritere | undefined => {
  const prefix = g.criteria[0]?.number?.split('.');
  if (!prefix || prefix.length < 2 || !g.criteria.every((c) => c.number?.startsWith(`${prefix[0]}.`))) return undefined;
  return target.criteria.find((c) => c.number === prefix[0]);
};

/** Sub-criteria that say of no criterion: the only one that weighs as much, when they are called sub-criteria. */
function bySum(target: OpenGrille, g: OpenGrille, words: readonly string[]): OpenCritere | undefined {
  if (!words.slice(0, 2).some((w) => /sous-?\s?criteres?/.test(w))) return undefined;
  const bare = target.criteria.filter((c) => c.children.length === 0 && !c.subjects.includes('prix'));
  const equal = bare.filter((c) => c.weight && near(c.weight.value, addUp(g.criteria)));
  return equal.length === 1 ? equal[0] : bare.length === 1 ? bare[0] : undefined;
}

/** The criteria, the price apart, of which a marked outline details the points: it weighs as much as they do together. */
function sharingSum(target: OpenGrille, g: OpenGrille): readonly OpenCritere[] {
  const bare = target.criteria.filter((c) => c.children.length === 0 && !isPrice(c));
  const isAll = g.place !== 'sentence' && bare.length > 1 && bare.length < target.criteria.length && !priced(g);
  return isAll && weighted(g) === g.criteria.length && near(addUp(bare), addUp(g.criteria)) ? bare : [];
}

const SPEAKS_OF_CRITERION = fr`(?:appréci|jug|not|évalu|analys|examin|calcul|mesur|décompos|compos|pondér|regard)[a-zé]*|porte(?:ra)? sur|critères?|sous[- ]critères?|comprend|tient compte|tiendra compte|s'enten(?:d|dent)|recouvre(?:nt)?|désigne(?:nt)?|vise(?:nt)?|s'attache(?:nt)?`;

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

const meets = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === 0 || b.length === 0 || a.some((l) => b.includes(l));

const rank = (list: readonly OpenCritere[]) =>
  list.forEach((c, i) => {
    c.rank = i + 1;
    rank(c.children);
  });

/** A passage that may say how a criterion is judged. */
interface Saying {
  readonly passage: Passage;
  readonly isTitle: boolean;
  readonly lots: readonly number[];
  readonly subsequent: boolean;
  /** Keywords of its first words, of all of them, and of what stands before its colon. */
  readonly opening: ReadonlySet<string>;
  readonly all: ReadonlySet<string>;
  readonly before: ReadonlySet<string>;
  /** Rank of the criterion it begins with, when it names none otherwise: « Critère 3. Sont examinés… ». */
  readonly rank: number | undefined;
}

const RANKED = /^[^a-z]*criteres? (?:n ?° ?)?(\d{1,2})(?![\d.,]*\d)/;

/** « … la consommation d'eau et, pour les lots 4 et 5, la motorisation »: a part that speaks of some lots. */
const SOME_LOTS = /(?:,| et| ainsi que),? (?:et |ainsi que )?pour (?:les? |le seul |les seuls )?lots? (?:n ?°s? ?)?\d/;
/** Shorter, it says nothing yet. */
const SAID = 60;

/** The lots that a passage is about: where it has said enough before it comes to some lots, they are those of its section. */
function lotsTold({ section, folded }: Passage): readonly number[] {
  const head = folded.slice(0, SOME_LOTS.exec(folded)?.index);
  const isOfAll = head.length < folded.length && head.length > SAID && lotsIn(head).length === 0;
  return lotsOf(section, isOfAll ? undefined : folded);
}

/** The passages outside grids that may define a criterion. */
function sayings(draft: Draft, grids: readonly OpenGrille[]): Saying[] {
  const names = bounded(
    draft,
    'critères',
    grids.flatMap((g) => g.criteria),
    MOST_CRITERIA,
  );
  if (names.length === 0) return [];
  const out: Saying[] = [];
  const spoken = draft.sections
    .filter(({ heading }) => heading)
    .concat(draft.root)
    .filter((section) => {
      const zone = zoneOf(section);
      return zone !== 'candidature' && (zone === 'award' || names.some((c) => isNamedIn(c, headingWords(section))));
    });
  for (const passage of spoken.flatMap((s) => s.own).sort((a, b) => a.index - b.index)) {
    if (passage.cell || (zoneOf(passage.section) === 'elsewhere' && !passage.heading)) continue;
    const title = headingWords(passage.section);
    const isTitle = passage.heading !== undefined && !passage.heading.runIn;
    const opening = new Set(keywords(isTitle ? title : passage.folded.slice(0, 200)));
    const named = names.some((c) => isNamedIn(c, opening));
    const ranked = named || isTitle ? undefined : RANKED.exec(passage.folded)?.[1];
    if (!named && !ranked) continue;
    if (grids.some((o) => contains(o.at, passage.node))) continue;
    out.push({
      passage,
      isTitle,
      lots: lotsTold(passage),
      subsequent: isSubsequent(passage.section, passage.folded),
      opening,
      all: new Set(keywords(passage.folded)),
      before: new Set(keywords(passage.folded.split(':')[0] ?? '')),
      rank: ranked === undefined ? undefined : Number(ranked),
    });
  }
  return out;
}

/** Adds what the paragraphs, titles and lists around say of each criterion. */
function define(g: OpenGrille, said: readonly Saying[], all: readonly OpenGrille[]) {
  for (const s of said) {
    const { passage: p } = s;
    if (s.subsequent !== g.subsequent || !meets(s.lots, g.lots)) continue;
    const byRank = s.rank && g.criteria[s.rank - 1];
    if (byRank && !overlaps(byRank.line, p.span)) addDefinition(byRank, p, true);
    for (const c of g.criteria) {
      if (overlaps(c.line, p.span) || !isNamedIn(c, s.opening)) continue;
      if (s.isTitle) {
        for (const own of p.section.passages)
          if (!own.cell && !own.list && !all.some((o) => contains(o.at, own.node))) addDefinition(c, own, true);
        if (!all.some((o) => o !== g && overlaps(o.at, p.section.span))) takeItems(c, itemsUnder(p));
      } else if (p.has(SPEAKS_OF_CRITERION) || isNamedIn(c, s.before)) {
        addDefinition(c, p, g.criteria.filter((o) => isNamedIn(o, s.all)).length === 1);
      }
    }
  }
}

/** The items of the list that stands right under a title. */
const itemsUnder = (title: Passage): readonly Passage[] =>
  title.section.own.filter((p) => p.list?.depth === 1 && p.lead === title);

/** « ### La sobriété (15 %) », then its list: what is looked at, and its sub-criteria where each has a weight. */
function takeItems(c: OpenCritere, items: readonly Passage[]) {
  for (const i of items) c.definition.push({ folded: i.folded.trim(), at: i.span });
  takeWeighted(c, items);
}

function takeWeighted(c: OpenCritere, items: readonly Passage[]) {
  const lines = items.map((i) => ({ i, line: readLine(i.folded) }));
  if (c.children.length > 0 || lines.length < 2 || items.some((i) => OWN_CRITERION.test(i.folded))) return;
  if (lines.every(({ line }) => line?.weight))
    c.children = lines.map(({ i, line }) => critereAt(i, line as NonNullable<typeof line>));
}

/** « • Le quatrième critère « Délai » », under what tells of the third, is one of its own. */
const OWN_CRITERION =
  /^[^a-z0-9]*(?:le |la )?(?:premier|deuxieme|second|troisieme|quatrieme|cinquieme|sixieme|septieme|huitieme|dernier) critere(?![a-z])/;

function addDefinition(c: OpenCritere, p: Passage, withList: boolean) {
  if (p.heading && !p.heading.runIn) return;
  if (!isNameAlone(c, p)) c.definition.push({ folded: p.folded.trim(), at: p.span });
  if (!withList) return;
  const parts = p.items.filter((i) => i.list?.depth === (p.list?.depth ?? 0) + 1);
  for (const i of p.items) c.definition.push({ folded: i.folded.trim(), at: i.span });
  takeWeighted(c, parts);
}

/** « Qualité : 40 % », « Critère n° 2 – Qualité »: the name over again, perhaps with its weight. */
function isNameAlone(c: OpenCritere, p: Passage): boolean {
  const line = readLine(p.folded);
  if (!line || line.definition.length > 0) return false;
  return isNamedIn({ folded: p.folded.slice(line.name.from, line.name.to) }, c.folded);
}
