import type { Draft, Passage, Section, Sentence } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import { beginsWithDay } from '../commun/index.ts';
import { critereAt, keywords, type OpenCritere, type OpenGrille, openGrille } from './arbre.ts';
import {
  announcesCriteria,
  headingWords,
  isOfChoice,
  isRanked,
  isSubsequent,
  lotsOf,
  namesCriteria,
  OF_EXECUTION,
  OTHER_LEAD,
  SUB_LEAD,
  type Zone,
  zoneOf,
} from './contexte.ts';
import { type Line, readLine } from './ligne.ts';
import { near } from './partage.ts';
import { announcesOne } from './unique.ts';

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
const CRITERIA_TITLE = fr`^[^a-z]*critères|critères? (?:d'attribution|de jugement|de choix|de notation|d'évaluation|d'analyse|pondérés|de sélection des offres|de classement)|jugement des offres`;

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
  const isTitled = lead?.isTitle === true;
  const unique = announcesOne(words);
  return { lead, section, zone, words, isTitled, unique, announced: !isTitled && (unique || announcesList(words)) };
}

const announcesList = (words: string): boolean =>
  announcesCriteria(words) && !words.match(SUB_LEAD) && /:\s*$|suivants?\b|ci-(?:dessous|apres)|criteres\b/.test(words);

const TO_BID = /(?:remettre|presenter|deposer|soumettre) (?:une |leur |des )?offres?(?: (?:initiales?|finales?))?/g;
/** The list is on the choice of offers, and on all of it. */
function isOnOffers({ zone, words, isTitled, announced }: Introduction): boolean {
  // « invités à remettre une offre » tells who may bid.
  const isOfOffers = /offre/.test(words.replace(TO_BID, ' '));
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
    if (line && !isTooLong(line)) criteria.push(withItems(critereAt(p, line), p));
    else if (!announced) return undefined;
  }
  return criteria;
}

/** « Sécurité, d'après les rapports d'essai »: a name that goes on with what is looked at. */
const DETAILED = /[a-z](?:, | ?: )[a-z]{3}/;

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
    (isTitled &&
      CRITERIA_TITLE.test(headingWords(section)) &&
      isPlainList(criteria, items, items.some((p) => DETAILED.test(p.folded)) ? 0.3 : undefined));
  if (!states) return criteria.length > 1 && weighted + maybe >= Math.max(2, criteria.length * 0.6);
  return criteria.length > 0 && (weighted > 0 || criteria.some((c) => !c.subjects.includes('autre')));
}

function readList(lead: Passage | undefined, items: readonly Passage[]): OpenGrille | undefined {
  // Days to choose from.
  if (items.every(beginsWithDay)) return undefined;
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

const isTooLong = ({ name, weight, maybe, children }: Line): boolean =>
  name.to - name.from > (weight || maybe || children.length > 0 ? 220 : 120);

/** Adds what the nested list and the further paragraphs of an item say. */
function withItems(c: OpenCritere, p: Passage): OpenCritere {
  for (const item of p.items) {
    if (item.lead !== p) continue;
    const line = readLine(item.folded);
    // « Lot 2 : accès (20 points), méthodes (20 points) »: how one lot shares the weight, beside the others.
    const isOfLot = line?.lot !== undefined && (c.weight ?? c.maybe) !== undefined;
    if (line && !isOfLot && (item.list?.depth ?? 1) > 1) c.children.push(withItems(critereAt(item, line), item));
    else c.definition.push({ folded: item.folded.trim(), at: item.span });
  }
  return c;
}
