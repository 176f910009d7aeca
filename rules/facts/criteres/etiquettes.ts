import type { Draft, Section, Sentence } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import { has } from '../../kit/text.ts';
import { critereAt, type OpenCritere, type OpenGrille, openGrille } from './arbre.ts';
import { adjustsNotes, announcesCriteria, isOfChoice, judgesOffers, lotsOf, zoneOf } from './contexte.ts';
import { readLine } from './ligne.ts';
import { around } from './phrase.ts';
import { isWhole, weightsIn } from './poids-ecrits.ts';

/** A whole sentence that is a name and its weight. */
const LABELLED = /^[^a-z]*[a-z][^:.;()]{2,60} : \d[^:;]{0,14}[ .]*$/;
/** « Prix, 40 %, calculé sur le détail », « Prix (60 points) : … »: the name and its weight, then what is looked at. */
const OPENED =
  /^[^a-z]*[a-z][^:.;()%\d]{2,70}?(?:\d[^:.;()%\d]{0,20})?(?: ?[:,(=-] ?| )\d{1,3}(?:,\d+)? ?(?:%|points?|pts|pour ?cent)(?![a-z])(?: ?[,:;.)(-]|$)/;
/** « La qualité compte pour 60 % »: a sentence on a weight, read with those of its kind. */
const VERB = fr`(?:compte|représente|pèse|intervien)[a-z]*|pondér[a-z]*|vau(?:t|dra|dront)|valent|notée?s?|est|sont|sera|seront`;
const opensOne = (folded: string): boolean => {
  const [first] = OPENED.test(folded) ? weightsIn(folded) : [];
  return first !== undefined && !has(folded.slice(0, first.from), VERB) && !adjustsNotes(folded);
};
const labelsOne = (folded: string): boolean =>
  (LABELLED.test(folded) && weightsIn(folded).length === 1) || opensOne(folded);

/** An item may hold a whole grid, and no part of one. */
const isProse = ({ passage: p }: Sentence): boolean => !p.cell && !p.isTitle;

/** The criterion of a sentence, with the sentences that follow it in its paragraph for its definition. */
function labelled(s: Sentence): OpenCritere[] {
  const line = readLine(s.folded);
  if (!line?.weight) return [];
  const critere = critereAt(s, line);
  for (let next = s.next; next && !next.read(labelsOne); next = next.next)
    critere.definition.push({ folded: next.folded, at: next.span });
  return [critere];
}

/** Offers are judged there, and no other announcement stands between the first and the last. */
function isOfAward(section: Section, sentences: readonly Sentence[]): boolean {
  const held = sentences.map((s) => s.passage);
  const [first, last] = [held[0]?.index ?? 0, held.at(-1)?.index ?? 0];
  const others = section.own.filter((p) => !held.includes(p));
  const isBetween = others.some((p) => p.index > first && p.index < last && announcesCriteria(p.folded));
  const zone = zoneOf(section);
  const isAnnounced = () =>
    others.some((p) => judgesOffers(p.folded)) ||
    held.some((p) => p.sentences.some((s) => !sentences.includes(s) && s.read(announcesCriteria)));
  return !isBetween && (zone === 'award' || (zone === 'unknown' && (isOfChoice(section) || isAnnounced())));
}

/**
 * Grids of which each criterion is a sentence of the section: « Prix : 40 %. Qualité : 60 %. On regarde l'accueil. » A price is
 * among them and their weights make a whole.
 */
export function readLabels(draft: Draft): OpenGrille[] {
  const bySection = new Map<Section, Sentence[]>();
  for (const s of draft.sentencesWith(labelsOne).filter(isProse))
    bySection.set(s.section, [...(bySection.get(s.section) ?? []), s]);
  return [...bySection].flatMap(([section, sentences]) => {
    if (!isOfAward(section, sentences)) return [];
    const whole = gridOf(sentences.filter((s) => !s.passage.list));
    if (whole.length > 0) return whole;
    // A paragraph for each lot, which it names: one that names none is of we know not which.
    const apart = [...new Set(sentences.map((s) => s.passage))].flatMap((p) =>
      gridOf(sentences.filter((s) => s.passage === p)).map((grid) => ({ ...grid, lots: lotsOf(section, p.folded) })),
    );
    return apart.filter(({ lots }) => lots.length > 0 || apart.length === 1);
  });
}

function gridOf(sentences: readonly Sentence[]): OpenGrille[] {
  const [first] = sentences;
  const criteria = sentences.flatMap(labelled);
  const isPriced = criteria.some((c) => c.subjects.some((x) => x === 'prix' || x === 'cout-global'));
  const isAll = isWhole(criteria.reduce((sum, c) => sum + (c.weight?.value ?? 0), 0));
  return first && criteria.length > 1 && isPriced && isAll ? [openGrille('lines', criteria, around(first))] : [];
}
