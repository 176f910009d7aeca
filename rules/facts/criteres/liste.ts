import type { Draft, Passage, Section, Sentence } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import type { Stretch } from '../../kit/french/scan.ts';
import { shares } from '../../kit/french/shares.ts';
import { critereAt, keywords, type OpenCritere, type OpenGrille, openGrille } from './arbre.ts';
import {
  adjustsNotes,
  announcesCriteria,
  headingWords,
  isOfChoice,
  isRanked,
  isSubsequent,
  judgesOffers,
  lotsOf,
  namesCriteria,
  OF_EXECUTION,
  type Zone,
  zoneOf,
} from './contexte.ts';
import { readLine } from './ligne.ts';
import { weightsIn } from './poids-ecrits.ts';
import { near } from './total.ts';
import { announcesOne } from './unique.ts';

/** « Les sous-critères de la valeur technique sont : », « le mémoire comporte : »: what follows is no list of criteria. */
const SUB_LEAD = fr`sous[- ]?critères?|ce critère|(?:le|du|au|chaque|premier|second|deuxième|troisième) critère|critère n ?° ?\d`;
const OTHER_LEAD = fr`formules?|n[= ]|légende|où|avec|barème suivant|échelle|(?:comprend|comporte|contient|fournit|produit|remet)(?:nent|ra|ront|ssent|t|nt)?|pièces|documents|documents? suivants?|motifs?`;

/** « Pour le lot n° 2, le montant total de la DPGF »: what a criterion is judged on, lot by lot. */
const OF_EACH_LOT = /^[^a-z]*pour (?:le|les|chaque) lots?(?![a-z])/;

const isCarried = (p: Passage): boolean => p.passage.list !== undefined;

/** Lists that give criteria, with their nested lists as sub-criteria. */
export function readLists(draft: Draft): OpenGrille[] {
  const byLead = new Map<Passage | undefined, Map<string, Passage[]>>();
  for (const p of draft.passages) {
    if (p.list?.depth !== 1 || p.cell) continue;
    const lists = byLead.get(p.lead) ?? new Map<string, Passage[]>();
    const key = `${p.block.index}:${p.list.list}`;
    const items = lists.get(key);
    if (items) items.push(p);
    else lists.set(key, [p]);
    byLead.set(p.lead, lists);
  }
  const out: OpenGrille[] = [];
  for (const [lead, lists] of byLead)
    for (const items of lists.values()) {
      const grille = readList(lead, items);
      if (grille) out.push(grille);
    }
  return out;
}

/** A title that says that criteria of award follow, without a sentence to announce them. */
const CRITERIA_TITLE = fr`critères? (?:d'attribution|de jugement|de choix|de notation|d'évaluation|d'analyse|pondérés|de sélection des offres|de classement)|jugement des offres`;

/** Papers of an offer, listed under a title that speaks of judging it. */
const PAPERS =
  /acte d'engagement|bordereau|memoire|detail (?:quantitatif|estimatif)|decomposition|dpgf|(?<![a-z])(?:bpu|dqe|devis|attestations?|fiches?|annexes?|cahiers?)(?![a-z])/;

/** Items without weights that are criteria by their names: the price, and others that are known. */
const isPlainList = (criteria: readonly OpenCritere[], items: readonly Passage[], known = 0.6): boolean =>
  criteria.length > 1 &&
  criteria.length === items.length &&
  criteria.some((c) => c.subjects.includes('prix') || c.subjects.includes('cout-global')) &&
  criteria.filter((c) => !c.subjects.includes('autre')).length >= criteria.length * known &&
  criteria.every((c) => keywords(c.folded).length <= 5 && !PAPERS.test(c.folded));

/** The last sentence of a lead, or all of it where that one goes on about the criteria: « Ils sont classés ainsi : ». */
function openingOf(lead: Passage): Passage | Sentence {
  const last = lead.sentences.at(-1);
  return last && !/^(?:ils|elles|ceux-ci|ces derniers)\b/.test(last.folded) ? last : lead;
}

/** Items that each have a weight, make a hundred and have a price among them: the grid of the choice that the title speaks of. */
function weighAHundred(items: readonly Passage[]): boolean {
  const lines = items.map((p) => readLine(p.folded));
  const criteria = lines.map((line, i) => line?.weight && critereAt(items[i] as Passage, line));
  return (
    criteria.length > 1 &&
    criteria.every((c) => c !== undefined) &&
    criteria.some((c) => c?.subjects.includes('prix') || c?.subjects.includes('cout-global')) &&
    near(
      criteria.reduce((sum, c) => sum + (c?.weight?.value ?? 0), 0),
      100,
    )
  );
}

/** What leads to a list, and where it stands. */
interface Introduction {
  readonly lead: Passage | undefined;
  readonly section: Section;
  readonly zone: Zone;
  /** The words that open the list; empty where nothing does. */
  readonly words: string;
  /** Its lead is a title. */
  readonly isTitled: boolean;
  /** It says that one criterion follows. */
  readonly unique: boolean;
  readonly announced: boolean;
}

/** The introduction of a list that may be of criteria; undefined where nothing says so. */
function introductionOf(lead: Passage | undefined, items: readonly Passage[]): Introduction | undefined {
  const { section } = items[0] as Passage;
  if (section.under(OF_EXECUTION)) return undefined;
  const title = zoneOf(section);
  const isBare = (!lead || lead === section.heading) && isOfChoice(section);
  const zone = title === 'unknown' && isBare && weighAHundred(items) ? 'award' : title;
  const opening = lead && !isCarried(lead) ? openingOf(lead) : undefined;
  if (zone !== 'award' && !opening?.read(announcesCriteria)) return undefined;
  const words = opening?.folded ?? '';
  const isTitled = lead?.heading !== undefined && !lead.heading.runIn;
  const unique = announcesOne(words);
  return { lead, section, zone, words, isTitled, unique, announced: !isTitled && (unique || announcesList(words)) };
}

const announcesList = (words: string): boolean =>
  announcesCriteria(words) && !words.match(SUB_LEAD) && /:\s*$|suivants?\b|ci-(?:dessous|apres)|criteres\b/.test(words);

/** The list is on the choice of offers, and on all of it. */
function isOnOffers({ zone, words, isTitled, announced }: Introduction): boolean {
  const isOfOffers = /offre/.test(words);
  if (zone === 'candidature' && !(announced && isOfOffers)) return false;
  if (/candidat(?:ure|s admis|s retenus|s selectionnes)/.test(words) && !isOfOffers) return false;
  if (announced) return true;
  return zone === 'award' && (isTitled || !(words.match(SUB_LEAD) || words.match(OTHER_LEAD)));
}

/** The criteria that items are; undefined where one of them is something else. */
function criteriaOf(items: readonly Passage[], announced: boolean): OpenCritere[] | undefined {
  const criteria: OpenCritere[] = [];
  let index = -1;
  for (const p of items) {
    // A second paragraph of the same item goes on about its criterion.
    if (p.list?.index === index) {
      criteria.at(-1)?.definition.push({ folded: p.folded.trim(), at: p.span });
      continue;
    }
    index = p.list?.index ?? -1;
    const line = readLine(p.folded);
    if (line && !line.weight && OF_EACH_LOT.test(p.folded)) return undefined;
    if (line && !isTooLong(p, line.name.to - line.name.from)) criteria.push(withItems(critereAt(p, line), p));
    else if (!announced) return undefined;
  }
  return criteria;
}

/** Criteria make a grid by what states that they are, or by their weights. */
function makeGrid(
  { section, words, isTitled, unique, announced }: Introduction,
  criteria: readonly OpenCritere[],
  items: readonly Passage[],
): boolean {
  const weighted = criteria.filter((c) => c.weight ?? c.hole).length;
  const maybe = criteria.filter((c) => c.maybe).length;
  const states =
    (announced && (unique || namesCriteria(words) || isPlainList(criteria, items, 0.3))) ||
    (isTitled && CRITERIA_TITLE.test(headingWords(section)) && isPlainList(criteria, items));
  if (!states) return criteria.length > 1 && weighted + maybe >= Math.max(2, criteria.length * 0.6);
  return criteria.length > 0 && (weighted > 0 || criteria.some((c) => !c.subjects.includes('autre')));
}

function readList(lead: Passage | undefined, items: readonly Passage[]): OpenGrille | undefined {
  const intro = introductionOf(lead, items);
  const criteria = intro && isOnOffers(intro) ? criteriaOf(items, intro.announced) : undefined;
  if (!intro || !criteria || !makeGrid(intro, criteria, items)) return undefined;
  const { section, words, unique } = intro;
  return openGrille('list', criteria, {
    announce: lead?.span,
    lots: lotsOf(section, words, lead?.folded),
    ranked: isRanked(words) || (lead !== undefined && lead.heading === undefined && isRanked(lead.folded)),
    subsequent: isSubsequent(section, words),
    single: unique && criteria.length === 1,
    words: lead?.folded ?? '',
  });
}

const isTooLong = (p: Passage, name: number): boolean => name > 220 || (name > 120 && weightsIn(p.folded).length === 0);

/** Adds what the nested list and the further paragraphs of an item say. */
function withItems(c: OpenCritere, p: Passage): OpenCritere {
  for (const item of p.items) {
    if (item.lead !== p) continue;
    const line = readLine(item.folded);
    if (line && (item.list?.depth ?? 1) > 1) c.children.push(withItems(critereAt(item, line), item));
    else c.definition.push({ folded: item.folded.trim(), at: item.span });
  }
  return c;
}

const CRITERION_HEADING =
  /^(?:\d+(?:\.\d+)*[ .)-]*)?(?:sous-?)?criteres? (?:n ?° ?)?(?:\d|[ivx]+\b|:|-|"|prix|technique|financier|environnement|relatif)|^(?:\d+(?:\.\d+)*[ .)-]*)?critere (?!(?:de|du|des|unique|non)\b|d')[a-z]/;
/** « Ce critère sera noté sur 40 points », « pondération : 40 % ». */
const OWN_WEIGHT = fr`(?:ce |le |cette )?(?:critère|note|item|pondération|poids|coefficient|il|elle)s?[^.;]{0,60}`;

/** Gives a criterion without weight the one that a passage says is its own. */
function takeWeight(c: OpenCritere, p: Passage | Sentence) {
  const m = (c.weight ?? c.maybe) ? undefined : p.find(OWN_WEIGHT);
  const share = m && shares(p.folded).find((s) => s.from >= m.from && s.from <= m.to + 2);
  if (!share) return;
  const weight = {
    value: share.value,
    unit: share.unit === 'percent' ? ('percent' as const) : ('points' as const),
    at: p.at(share),
  };
  if (share.unit === 'sur') c.maybe = weight;
  else c.weight = weight;
}

/** Headings (or numbered articles) that each give one criterion. */
export function readHeadings(draft: Draft): OpenGrille[] {
  const out: OpenGrille[] = [];
  for (const parent of [draft.root, ...draft.sections]) {
    const zone = zoneOf(parent);
    if (zone === 'candidature') continue;
    const found: { section: Section; critere: OpenCritere }[] = [];
    for (const section of parent.children) {
      const critere = headingCriterion(section, zone === 'award');
      if (critere) found.push({ section, critere });
    }
    const criteria = found.map((f) => f.critere);
    const weighted = criteria.filter((c) => c.weight ?? c.maybe ?? c.hole).length;
    if (criteria.length < 2 || weighted < 2) continue;
    const first = found[0]?.section as Section;
    const own = parent.own.filter((p) => p !== parent.heading);
    const words = own.map((p) => p.folded).join(' ');
    out.push(
      openGrille('headings', criteria, {
        announce: own.find((p) => announcesCriteria(p.folded))?.span ?? parent.heading?.span,
        lots: lotsOf(first, headingWords(parent)),
        ranked: isRanked(words),
        subsequent: isSubsequent(parent, words),
        words,
        bodies: found.map((f) => f.section.span),
      }),
    );
  }
  return out;
}

function headingCriterion(section: Section, award: boolean): OpenCritere | undefined {
  const { heading } = section;
  if (!heading) return undefined;
  const declared = heading.has(CRITERION_HEADING);
  if (!declared && !award) return undefined;
  const end = heading.heading?.runIn
    ? Math.min(heading.folded.length, heading.sentences[0]?.folded.length ?? 120)
    : heading.folded.length;
  const line = readLine(heading.folded, 0, end);
  if (!line) return undefined;
  const c = critereAt(heading, line);
  if (
    /^(?:lots?\b|jugement|choix|criteres?$|negociation|recours|notation|attribution|methode|note\b|formule|classement|modalites)/.test(
      c.folded,
    )
  )
    return undefined;
  const body = section.passages.filter((p) => p !== heading);
  for (const p of body) c.definition.push({ folded: p.folded.trim(), at: p.span });
  if (heading.heading?.runIn) c.definition.push({ folded: heading.folded.slice(end), at: heading.span });
  for (const p of [...(heading.heading?.runIn ? [heading] : []), ...body.slice(0, 4)]) takeWeight(c, p);
  if (!declared && !(c.weight ?? c.maybe ?? c.hole)) return undefined;
  for (const p of body) {
    if (p.kind === 'paragraph' && !p.list) c.children.push(...linesOf(p).flatMap((line) => bulleted(p, line) ?? []));
    if (p.list?.depth !== 1) continue;
    const item = readLine(p.folded);
    if (item?.weight) c.children.push(critereAt(p, item));
  }
  return c;
}

const LETTERED = /^(?:[a-z]|\d{1,2}) ?[.)°]|^- /;
/** A lettered paragraph after « selon les critères suivants : », or after another that is one. */
function follows(p: Passage, run: readonly { passage: Passage }[]): boolean {
  if (!p.has(LETTERED)) return false;
  const { before } = p;
  if (!before) return false;
  if (run.length > 0) return run.at(-1)?.passage === before;
  return (
    before.read(namesCriteria) &&
    before.read(announcesCriteria) &&
    before.has(/:\s*$|suivants?|ci-apres|ci-dessous/) &&
    !before.has(SUB_LEAD)
  );
}

const NUMBERED = /^\d+(?:\.\d+)+[ .)-]+[a-z]/;
/** What opens a line of a list in a text pasted from a word processor; folding has made dashes of the other marks. */
const BULLET = /^(?:[->►▶] ?|o )(?=[a-z"(])/;

/** The lines of a paragraph, trimmed, in its folded text. */
function linesOf({ text, folded, content: { prose } }: Passage): Stretch[] {
  const ends = [...text.matchAll(/\n/g)].map((m) => prose.foldedIndex(m.index));
  return [0, ...ends]
    .map((from, i) => {
      const to = ends[i] ?? folded.length;
      const inner = folded.slice(from, to);
      return { from: from + inner.length - inner.trimStart().length, to: from + inner.trimEnd().length };
    })
    .filter(({ from, to }) => to > from);
}

/** What a line with a mark and a weight sets out, in a text pasted from a word processor; undefined for any other. */
function bulleted(p: Passage, { from, to }: Stretch): OpenCritere | undefined {
  const line = BULLET.test(p.folded.slice(from, to)) ? readLine(p.folded, from, to) : undefined;
  return line?.weight && critereAt(p, line);
}

/**
 * « 6.2 VALEUR TECHNIQUE – 45 POINTS » right above its explanation or its bullets, as texts pasted from a word processor have them: where the
 * title ends, and the lines below it. Undefined for a paragraph that is not so made.
 */
function titleOver(p: Passage): { readonly end: number; readonly below: readonly Stretch[] } | undefined {
  if (!p.text.trim().includes('\n')) return undefined;
  const { folded } = p;
  const [title, ...below] = linesOf(p);
  const words = ({ from, to }: Stretch) => folded.slice(from, to);
  if (!title || below.length === 0 || title.to > 120 || /[.;,]$/.test(words(title))) return undefined;
  if (below.some((l) => NUMBERED.test(words(l)) || CRITERION_HEADING.test(words(l)))) return undefined;
  if (!p.has(NUMBERED) && !p.has(CRITERION_HEADING) && !below.every((l) => BULLET.test(words(l)))) return undefined;
  const line = readLine(folded, title.from, title.to);
  return line?.weight && !line.children.length ? { end: title.to, below } : undefined;
}

/** Takes the lines below a criterion's title: those with a mark and a weight are its sub-criteria. */
function takeBelow(c: OpenCritere, p: Passage, below: readonly Stretch[]) {
  for (const line of below) {
    const part = bulleted(p, line);
    if (part) c.children.push(part);
    else c.definition.push({ folded: p.folded.slice(line.from, line.to), at: p.at(line) });
  }
}

/**
 * « Critère 1 : prix (40 %) », its definition, « Critère 2… » on lines that follow each other, as programs print them: what each line says,
 * with those that go on with it. Empty for any other paragraph.
 */
function statedByLines(p: Passage): OpenCritere[] {
  if (!p.text.trim().includes('\n') || !p.has(CRITERION_LINE)) return [];
  const typed = p.text.split('\n').filter((line) => line.trim() !== '');
  // A line that begins with a small letter goes on with the one before.
  const begins = linesOf(p).filter((_, i) => !/^\s*\p{Ll}/u.test(typed[i] ?? ''));
  const lines = begins.map(({ from }, i) => ({ from, to: begins[i + 1]?.from ?? p.folded.length }));
  const isCriterion = ({ from, to }: Stretch) => CRITERION_HEADING.test(p.folded.slice(from, to));
  if (lines.filter(isCriterion).length < 2 || !lines[0] || !isCriterion(lines[0])) return [];
  return lines.flatMap(({ from, to }) => {
    const line = readLine(p.folded, from, to);
    return line ? critereAt(p, line) : [];
  });
}
const CRITERION_LINE = /criteres? (?:n ?° ?)?(?:\d|[ivx])/;

/** « Prix : 45 points », and on the next line « Note = 45 × … ». */
const FORMULA = /(?<![a-z])(?:la )?note(?: [a-z]+){0,3} ?= ?/;

type Run = readonly { readonly passage: Passage; readonly critere: OpenCritere }[];

/** The grid of criteria that follow each other on lines; none for one alone, or for titles. */
function grilleOfRun(run: Run): OpenGrille[] {
  const first = run[0]?.passage;
  if (run.length < 2 || !first || run.every((r) => r.passage.heading)) return [];
  const { before, section } = first;
  const words = before?.folded ?? '';
  return [
    openGrille(
      'lines',
      run.map((r) => r.critere),
      {
        announce: before?.span,
        lots: lotsOf(section, before?.heading ? undefined : words),
        ranked: isRanked(words),
        subsequent: isSubsequent(section, words),
        words,
      },
    ),
  ];
}

/** A paragraph, or a title in bold among lines of the same kind: « **Critère 1 – Prix : 40 %** ». */
const isLine = (p: Passage): boolean => p.kind === 'paragraph' && (p.heading ? p.has(CRITERION_HEADING) : !p.list);

/** Adds what an item under a criterion says to it. */
function takeItem(c: OpenCritere, item: Passage): void {
  const line = readLine(item.folded);
  if (line?.weight) c.children.push(critereAt(item, line));
  else c.definition.push({ folded: item.folded.trim(), at: item.span });
}

/** The criterion that a paragraph gives on its line, with what it says further; undefined where it gives none. */
function criterionOf(p: Passage, zone: Zone, lettered: boolean): OpenCritere | undefined {
  if (zone === 'candidature') return undefined;
  const declared = p.has(CRITERION_HEADING);
  if (!declared && !lettered && zone !== 'award') return undefined;
  // « **Critère 1 : prix (60 %).** Jugé sur le DQE. »: what comes after its first sentence defines it.
  const title = zone === 'award' || declared ? titleOver(p) : undefined;
  const first = declared ? (p.sentences[0]?.folded.length ?? 0) : (p.find(FORMULA)?.from ?? p.folded.length);
  const end = title?.end ?? Math.min(p.folded.length, first);
  if (end >= 260 || !(declared || title || p.sentences.length === 1)) return undefined;
  const words = p.folded.slice(0, end);
  if (!declared && adjustsNotes(words)) return undefined;
  const line = lettered || !judgesOffers(words) ? readLine(p.folded, 0, end) : undefined;
  const short = (declared && end < 120) || lettered;
  if (!line || !(line.weight || (declared && line.hole) || short) || line.name.to - line.name.from >= 120)
    return undefined;
  const critere = critereAt(p, line);
  if (title) takeBelow(critere, p, title.below);
  else
    for (const s of p.sentences.slice(1)) {
      critere.definition.push({ folded: s.folded, at: s.span });
      takeWeight(critere, s);
    }
  return critere;
}

/** It announces other criteria, and says nothing of how one is noted. */
const isAnother = (p: Passage): boolean => announcesCriteria(p.folded) && !p.has(SUB_LEAD) && !p.has(FORMULA);

/** Paragraphs that each give one criterion on their own line: « Critère 1 : Prix – 60 points ». */
export function readLines(draft: Draft): OpenGrille[] {
  const out: OpenGrille[] = [];
  let run: { passage: Passage; critere: OpenCritere }[] = [];
  const close = () => {
    out.push(...grilleOfRun(run));
    run = [];
  };
  for (const p of draft.passages) {
    const last = run.at(-1)?.critere;
    if (!isLine(p)) {
      if (last && p.list && !p.heading) takeItem(last, p);
      else close();
      continue;
    }
    const zone = zoneOf(p.section);
    const stated = zone === 'candidature' ? [] : statedByLines(p);
    const own = stated.length > 1 ? undefined : criterionOf(p, zone, follows(p, run));
    const criteria = own ? [own] : stated.length > 1 ? stated : [];
    run.push(...criteria.map((critere) => ({ passage: p, critere })));
    if (criteria.length > 0) continue;
    if (!last || isAnother(p)) close();
    else {
      last.definition.push({ folded: p.folded.trim(), at: p.span });
      takeWeight(last, p);
    }
  }
  close();
  return out;
}
