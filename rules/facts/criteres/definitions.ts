import { bounded } from '../../kit/bounds.ts';
import type { Draft, Passage } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import { contains, overlaps } from '../../kit/span.ts';
import { critereAt, isNamedIn, keywords, type OpenCritere, type OpenGrille } from './arbre.ts';
import { headingWords, isSubsequent, lotsIn, lotsOf, meets, zoneOf } from './contexte.ts';
import { readLine } from './ligne.ts';

/** Criteria are sought in every paragraph. */
const MOST_CRITERIA = 2000;

const SPEAKS_OF_CRITERION = fr`(?:appréci|jug|not|évalu|analys|examin|calcul|mesur|décompos|compos|pondér|regard)[a-zé]*|porte(?:ra)? sur|critères?|sous[- ]critères?|comprend|tient compte|tiendra compte|s'enten(?:d|dent)|recouvre(?:nt)?|désigne(?:nt)?|vise(?:nt)?|s'attache(?:nt)?`;

/** A passage that may say how a criterion is judged. */
export interface Saying {
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

/** « Critère 3 », at the beginning: a criterion called by its rank. */
export const RANKED = /^[^a-z]*criteres? (?:n ?° ?)?(\d{1,2})(?![\d.,]*\d)/;

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
export function sayings(draft: Draft, grids: readonly OpenGrille[]): Saying[] {
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
    const saying = sayingOf(passage, names, grids);
    if (saying) out.push(saying);
  }
  return out;
}

/** A passage as one that may define a criterion; undefined when it names none, or stands in a grid. */
function sayingOf(passage: Passage, names: readonly OpenCritere[], grids: readonly OpenGrille[]): Saying | undefined {
  if (passage.cell || (zoneOf(passage.section) === 'elsewhere' && !passage.heading)) return undefined;
  const title = headingWords(passage.section);
  const isTitle = passage.isTitle;
  const opening = new Set(keywords(isTitle ? title : passage.folded.slice(0, 200)));
  const named = names.some((c) => isNamedIn(c, opening));
  const ranked = named || isTitle ? undefined : RANKED.exec(passage.folded)?.[1];
  if (!named && !ranked) return undefined;
  if (grids.some((o) => contains(o.at, passage.node))) return undefined;
  return {
    passage,
    isTitle,
    lots: lotsTold(passage),
    subsequent: isSubsequent(passage.section, passage.folded),
    opening,
    all: new Set(keywords(passage.folded)),
    before: new Set(keywords(passage.folded.split(':')[0] ?? '')),
    rank: ranked === undefined ? undefined : Number(ranked),
  };
}

/** Adds what the paragraphs, titles and lists around say of each criterion. */
export function define(g: OpenGrille, said: readonly Saying[], all: readonly OpenGrille[]) {
  for (const s of said) {
    const { passage: p } = s;
    if (s.subsequent !== g.subsequent || !meets(s.lots, g.lots)) continue;
    const byRank = s.rank && g.criteria[s.rank - 1];
    if (byRank && !overlaps(byRank.line, p.span)) addDefinition(byRank, p, true);
    for (const c of g.criteria) if (!overlaps(c.line, p.span) && isNamedIn(c, s.opening)) defineBy(c, s, g, all);
  }
}

/** Adds what a passage that names a criterion says of it, or what stands under it where it is a title. */
function defineBy(c: OpenCritere, s: Saying, g: OpenGrille, all: readonly OpenGrille[]) {
  const { passage: p } = s;
  if (s.isTitle) takeUnder(c, p, g, all);
  else if (isOfContract(c, [p])) return;
  else if (p.has(SPEAKS_OF_CRITERION) || isNamedIn(c, s.before))
    addDefinition(c, p, g.criteria.filter((o) => isNamedIn(o, s.all)).length === 1);
}

/** Adds what stands under a title that names a criterion, what other grids hold left out. */
function takeUnder(c: OpenCritere, title: Passage, g: OpenGrille, all: readonly OpenGrille[]) {
  if (isOfContract(c, [title, ...title.section.passages])) return;
  for (const own of title.section.passages)
    if (!own.cell && !own.list && !all.some((o) => contains(o.at, own.node))) addDefinition(c, own, true);
  if (!all.some((o) => o !== g && overlaps(o.at, title.section.span))) takeItems(c, itemsUnder(title));
}

/** « 10. Prix. Les prix sont révisés… »: what the contract pays, and nothing on how offers are noted. */
const isOfContract = ({ subjects }: OpenCritere, told: readonly Passage[]): boolean =>
  subjects.includes('prix') && told.some((p) => p.has(PAID)) && !told.some((p) => p.has(NOTED));
const NOTED = fr`not(?:e|é)(?:s|e|es)?|notation|points?|critères?|pondér[a-zé]+|jug(?:é|ement)[a-z]*|appréci[a-zé]+|compar[a-zé]+|class[a-zé]+|moins[- ]disant[a-z]*`;
const PAID = fr`révis[a-zé]+|actualis[a-zé]+|conditions économiques|réputés?|compren(?:d|nent)|forfaitaires?|unitaires?|fermes?|factur[a-zé]+|paiements?`;

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
  if (p.isTitle) return;
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
