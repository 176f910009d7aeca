import type { Draft, Passage } from '../kit/draft.ts';
import { fr } from '../kit/french/pattern.ts';
import { shares } from '../kit/french/shares.ts';
import { contains, overlaps } from '../kit/span.ts';
import { has } from '../kit/text.ts';
import { headingWords, isSubsequent, lotsOf, saysWeightingImpossible, zoneOf } from './criteres-context.ts';
import { readLine } from './criteres-line.ts';
import { readHeadings, readLines, readLists } from './criteres-list.ts';
import { readSentences } from './criteres-sentence.ts';
import { readTable } from './criteres-table.ts';
import { addUp, critereAt, isNamedIn, keywords, type OpenCritere, type OpenGrille, weightOf } from './criteres-tree.ts';

const ORDER = { table: 0, list: 1, headings: 2, lines: 3, sentence: 4 } as const;

const scopeOf = (g: OpenGrille): string => `${g.lots.join(',')}|${g.subsequent}`;
const weighted = (g: OpenGrille): number =>
  g.criteria.filter((c) => weightOf(c) !== undefined || c.hole || c.maybe).length;
const same = (a: OpenCritere, b: OpenCritere): boolean =>
  a.folded === b.folded || isNamedIn(a, b.folded) || isNamedIn(b, a.folded);
const priced = (g: OpenGrille): boolean =>
  g.criteria.some((c) => c.subjects.some((s) => s === 'prix' || s === 'cout-global'));

/** The grids of a draft, what each one says gathered from all the places that speak of it. */
export function gather(draft: Draft): OpenGrille[] {
  const tables = draft.tables.map(readTable).filter((t) => t !== undefined);
  const subs = tables.filter((t) => t.subOnly).flatMap((t) => t.grilles);
  const all = [
    ...tables.filter((t) => !t.subOnly).flatMap((t) => t.grilles),
    ...readLists(draft),
    ...readHeadings(draft),
    ...readLines(draft),
    ...readSentences(draft),
  ];
  const headed = all.filter((g) => g.bodies.length > 0);
  const outer = all.filter((g) => !headed.some((h) => h !== g && takeIn(h, g)));
  const scopes = new Map<string, OpenGrille[]>();
  for (const g of outer) scopes.set(scopeOf(g), [...(scopes.get(scopeOf(g)) ?? []), g]);
  const kept: OpenGrille[] = [];
  for (const group of scopes.values()) kept.push(...settleScope(draft, group));
  const free = kept.filter((g) => !kept.some((o) => o !== g && isInside(g, o)));
  for (const sub of subs) attach(draft, free, sub);
  const said = sayings(draft, free);
  for (const g of free) finish(draft, g, said, free);
  return free.sort((a, b) => a.at.start - b.at.start);
}

/** What stands under the heading of one criterion says its sub-criteria. */
function takeIn(h: OpenGrille, g: OpenGrille): boolean {
  const i = h.bodies.findIndex((body) => contains(body, g.at));
  const parent = h.criteria[i];
  if (!parent || (priced(g) && g.criteria.length > 1)) return i >= 0 && g.criteria.length === 1;
  if (parent.children.length === 0 && g.criteria.length > 1) parent.children = g.criteria;
  return true;
}

/** A sentence or list that stands in what another grid already reads. */
const isInside = (g: OpenGrille, other: OpenGrille): boolean =>
  ORDER[g.place] > ORDER[other.place]
    ? overlaps(g.at, other.at) && g.at.end !== other.at.start && g.at.start !== other.at.end
    : false;

function settleScope(draft: Draft, group: readonly OpenGrille[]): OpenGrille[] {
  const many = group.filter((g) => g.criteria.length > 1);
  const pool = many.length > 0 ? many : group.slice(0, 1);
  const best = [...pool].sort(
    (a, b) =>
      Math.min(weighted(b), 2) - Math.min(weighted(a), 2) ||
      Number(priced(b)) - Number(priced(a)) ||
      ORDER[a.place] - ORDER[b.place] ||
      a.at.start - b.at.start,
  )[0];
  if (!best) return [];
  const out = [best];
  for (const g of pool) {
    if (g === best || isInside(g, best)) continue;
    if (merge(out, g) || ((g.place !== 'sentence' || has(g.words, OF_CRITERION)) && attach(draft, out, g))) continue;
    // Two weighted grids of one scope: two stages, or two buyers' templates left side by side.
    if (weighted(g) > 1 && (priced(g) || near(addUp(g.criteria), 100)) && g.place !== 'sentence') out.push(g);
  }
  return out;
}

/** What says that a sentence lists the parts of a criterion. */
const OF_CRITERION = fr`sous[- ]?critères?|décompos[a-zé]*|répart[a-zé]*|ce critère|le critère|comme suit|comprend|se compose|apprécié[a-z]*`;

const near = (a: number, b: number): boolean => Math.abs(a - b) <= 0.05;

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
  for (const target of into) {
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
      words.map((w) => target.criteria.find((c) => isNamedIn(c, w))).find((c) => c !== undefined) ??
      bySum(target, g, words);
    if (!parent || parent.children.length > 0) continue;
    parent.children = g.criteria;
    return true;
  }
  return false;
}

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

const SPEAKS_OF_CRITERION = fr`(?:appréci|jug|not|évalu|analys|examin|calcul|mesur|décompos|compos|pondér|regard)[a-zé]*|porte(?:ra)? sur|critères?|sous[- ]critères?|comprend|tient compte|tiendra compte`;

function finish(draft: Draft, g: OpenGrille, said: readonly Saying[], all: readonly OpenGrille[]) {
  define(g, said, all);
  shareEqually(g);
  settleWeights(g);
  g.total ??= totalIn(draft, g);
  g.criteria = nest(g.criteria, g.total?.value ?? 100);
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
}

/** The passages outside grids that may define a criterion. */
function sayings(draft: Draft, grids: readonly OpenGrille[]): Saying[] {
  const names = grids.flatMap((g) => g.criteria);
  const out: Saying[] = [];
  for (const passage of draft.passages) {
    if (passage.cell || grids.some((o) => contains(o.at, passage.node))) continue;
    const zone = zoneOf(passage.section);
    if (zone === 'candidature' || (zone === 'elsewhere' && !passage.heading)) continue;
    const title = headingWords(passage.section);
    const isTitle = passage.heading !== undefined && !passage.heading.runIn;
    if (zone !== 'award' && !(passage.section.heading && names.some((c) => isNamedIn(c, title)))) continue;
    const opening = new Set(keywords(isTitle ? title : passage.folded.slice(0, 200)));
    if (!names.some((c) => isNamedIn(c, opening))) continue;
    out.push({
      passage,
      isTitle,
      lots: lotsOf(passage.section, passage.folded),
      subsequent: isSubsequent(passage.section, passage.folded),
      opening,
      all: new Set(keywords(passage.folded)),
      before: new Set(keywords(passage.folded.split(':')[0] ?? '')),
    });
  }
  return out;
}

/** Adds what the paragraphs, titles and lists around say of each criterion. */
function define(g: OpenGrille, said: readonly Saying[], all: readonly OpenGrille[]) {
  for (const s of said) {
    const { passage: p } = s;
    if (s.subsequent !== g.subsequent || !meets(s.lots, g.lots)) continue;
    for (const c of g.criteria) {
      if (overlaps(c.line, p.span) || !isNamedIn(c, s.opening)) continue;
      if (s.isTitle) {
        for (const own of p.section.passages)
          if (!own.cell && !own.list && !all.some((o) => contains(o.at, own.node))) addDefinition(c, own, true);
      } else if (p.has(SPEAKS_OF_CRITERION) || isNamedIn(c, s.before)) {
        addDefinition(c, p, g.criteria.filter((o) => isNamedIn(o, s.all)).length === 1);
      }
    }
  }
}

function addDefinition(c: OpenCritere, p: Passage, withList: boolean) {
  if (p.heading && !p.heading.runIn) return;
  c.definition.push({ folded: p.folded.trim(), at: p.span });
  if (!withList) return;
  const parts = p.items.filter((i) => i.list?.depth === (p.list?.depth ?? 0) + 1);
  const lines = parts.map((i) => ({ i, line: readLine(i.folded) }));
  for (const i of p.items) c.definition.push({ folded: i.folded.trim(), at: i.span });
  if (c.children.length > 0 || lines.length < 2) return;
  if (lines.every(({ line }) => line?.weight))
    c.children = lines.map(({ i, line }) => critereAt(i, line as NonNullable<typeof line>));
}

/** Takes « noté sur 40 points » and bare numbers as weights where the whole grid agrees on it. */
function settleWeights(g: OpenGrille) {
  const { criteria } = g;
  const lacking = criteria.filter((c) => !c.weight);
  const maybe = lacking.filter((c) => c.maybe);
  if (maybe.length > 0 && lacking.length === maybe.length) {
    const value = criteria.reduce((t, c) => t + (c.weight?.value ?? c.maybe?.value ?? 0), 0);
    const distinct = new Set(maybe.map((c) => c.maybe?.value)).size > 1;
    if (
      (value >= 90 && value <= 110) ||
      (distinct && maybe.every((c) => c.maybe?.unit === 'points')) ||
      maybe.every((c) => c.maybe?.unit === 'coefficient')
    )
      for (const c of maybe) c.accept();
  }
  for (const c of criteria) {
    const own = c.children.filter((x) => !x.weight && x.maybe?.unit === 'bare');
    const value = own.reduce((t, x) => t + (x.maybe?.value ?? 0), 0);
    if (own.length === c.children.length && own.length > 1 && (near(value, c.weight?.value ?? -1) || near(value, 100)))
      for (const x of own) x.accept();
  }
  // « 0,4 », « 0,6 »: shares of one.
  const bare = criteria.filter((c) => c.weight?.unit === 'bare');
  if (
    bare.length > 1 &&
    bare.length === criteria.length &&
    bare.every((c) => (c.weight?.value ?? 2) <= 1) &&
    bare.some((c) => !Number.isInteger(c.weight?.value))
  )
    for (const c of bare)
      if (c.weight) c.weight = { ...c.weight, unit: 'percent', value: Math.round(c.weight.value * 1e6) / 1e4 };
  if (
    bare.length === criteria.length &&
    bare.every((c) => Number.isInteger(c.weight?.value) && (c.weight?.value ?? 0) <= 10) &&
    addUp(bare) <= 30 &&
    !g.total
  )
    for (const c of bare) if (c.weight) c.weight = { ...c.weight, unit: 'coefficient' };
}

/** « À parts égales entre le prix et la qualité ». */
function shareEqually(g: OpenGrille) {
  const { announce, criteria } = g;
  if (!announce || criteria.length < 2 || criteria.some((c) => c.weight) || !has(g.words, EQUALLY)) return;
  for (const c of criteria) c.weight = { value: 100 / criteria.length, unit: 'percent', at: announce };
}
const EQUALLY = fr`(?:à )?parts? égales?|même (?:poids|pondération|importance)|(?:poids|pondération|importance|coefficient) (?:égale?|identique|équivalente?)|égale? (?:importance|pondération|valeur)|(?:pondérés?|comptent) (?:de manière égale|également|à égalité)`;

/** « Les offres sont notées sur 50 points », « pour un total de 100 points ». */
function totalIn(draft: Draft, g: OpenGrille): OpenGrille['total'] {
  if (!g.announce) return undefined;
  const { announce } = g;
  const s = draft.sentences.find((x) => overlaps(x.span, announce) && shares(x.folded).some((i) => i.unit === 'sur'));
  if (!s || /chaque|chacun|par critere|critere est note|sous-?critere/.test(s.folded)) return undefined;
  const scale = shares(s.folded).find((i) => i.unit === 'sur');
  return scale && { value: scale.value, at: s.at(scale) };
}

/** Rows without sign of rank: « 60 / 30 / 30 / 40 » is 60 (30 + 30) and 40. Only when that alone makes the total. */
function nest(list: OpenCritere[], total: number): OpenCritere[] {
  if (list.length < 4 || list.some((c) => !c.weight || c.children.length > 0) || near(addUp(list), total)) return list;
  const out: OpenCritere[] = [];
  let i = 0;
  while (i < list.length) {
    const parent = list[i] as OpenCritere;
    const target = parent.weight?.value ?? 0;
    let sum = 0;
    let j = i + 1;
    while (j < list.length && sum < target - 0.05) sum += list[j++]?.weight?.value ?? 0;
    const under = list.slice(i + 1, j);
    const isParent = near(sum, target) && under.length > 1;
    out.push(parent);
    if (isParent) parent.children = under;
    i = isParent ? j : i + 1;
  }
  if (near(addUp(out), total)) return out;
  for (const c of out) c.children = [];
  return list;
}
