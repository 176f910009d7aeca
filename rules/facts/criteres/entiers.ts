import type { Draft, Section } from '../../kit/draft.ts';
import { numbers } from '../../kit/french/numbers.ts';
import { fr } from '../../kit/french/pattern.ts';
import { has } from '../../kit/text.ts';
import { type OpenGrille, openGrille } from './arbre.ts';
import {
  CANDIDATURE,
  headingWords,
  isNegated,
  isOfSomethingElse,
  isSubsequent,
  isUnderAward,
  judgesOffers,
  lotsOf,
  OF_EXECUTION,
  OTHER_LEAD,
  SUB_LEAD,
  zoneOf,
} from './contexte.ts';
import { isAbout, sumOf } from './poids-ecrits.ts';
import { type Numbered, rowsByLots, sectionsOfRows } from './rangees.ts';
import { grouped, partedOf, topsOf } from './rangees-parties.ts';

/** Numbers that the title, or what leads to the rows, gives as the whole: « sur 1 000 points ». */
const wholesTold = ({ lead, passage: { section } }: Numbered): readonly number[] =>
  [lead, section.title].flatMap((words) => (WHOLE.test(words) ? numbers(words).map(({ value }) => value) : []));
const WHOLE = /(?<![a-z])(?:sur|total|maximum|points?|somme|bareme)(?![a-z])/;

/** What is paid, and when, or where a price comes from: shares that make a hundred, with a price among them, and no criteria. */
const PAID =
  /acompte|avance(?!e)|a la (?:commande|livraison|reception|signature|remise|notification|validation|mise)(?![a-z])|solde|factur|versement|paiement|penalite|parametre|indice|formule/;

const canBeGrid = ({ passage: { section, before }, lead }: Numbered): boolean =>
  !['candidature', 'elsewhere'].includes(zoneOf(section)) &&
  !section.under(OF_EXECUTION) &&
  ![CANDIDATURE, SUB_LEAD, OTHER_LEAD].some((p) => has(lead, p)) &&
  !isNegated(lead) &&
  !isOfSomethingElse(lead) &&
  !PAID.test(lead) &&
  !before?.has(CANDIDATURE);

/** Its title, or what it says above them, speaks of judging offers. */
const isOfAward = (section: Section): boolean =>
  isUnderAward(section) || section.own.some((p) => judgesOffers(p.folded));

/** The longest rows in a row that make a whole, with a price among what makes it: three, for two make one by chance, or two alone where offers are judged. */
function grilleOf(rows: readonly Numbered[]): OpenGrille | undefined {
  // A criterion is taken with all that stands under it.
  const bounds = [0];
  for (const { length } of grouped(rows)) bounds.push((bounds.at(-1) as number) + length);
  for (const [k, i] of bounds.entries()) {
    const first = rows[i];
    if (!first || !canBeGrid(first)) continue;
    const wholes = [...new Set([100, ...wholesTold(first)])];
    const ends = bounds.slice(k + 1, k + 1 + MOST_ROWS).filter((end) => end > i + 1 && end <= i + MOST_ROWS);
    for (const end of ends.reverse()) {
      const taken = rows.slice(i, end);
      const fewest = taken.length === rows.length && isOfAward(first.passage.section) ? 2 : 3;
      const tops = topsMaking(wholes, taken, fewest);
      if (tops) return openOf(first, tops);
    }
  }
  return heardOf(rows);
}
const MOST_ROWS = 30;

/** The criteria, each before its parts, that rows are if they make one of some wholes with a price among them; undefined otherwise. */
function topsMaking(wholes: readonly number[], rows: readonly Numbered[], fewest: number) {
  if (rows.some(({ critere }) => PAID.test(critere.folded))) return undefined;
  const tops = wholes.map((whole) => partedOf(rows, whole)).find((found) => found && found.length >= fewest);
  return tops?.some(([top]) => top?.priced) ? tops : undefined;
}

/** Rows of which two numbers in three are heard to be weights, with a price among them: they may fail to make a whole. */
function heardOf(rows: readonly Numbered[]): OpenGrille | undefined {
  const at = rows.map(({ heard }) => heard);
  const [from, to] = [at.indexOf(true), at.lastIndexOf(true)];
  // Lines of the same paragraph, or items of the same list, are of the same kind.
  const isOfEnds = ({ passage: { block } }: Numbered): boolean =>
    block === rows[from]?.passage.block || block === rows[to]?.passage.block;
  const run = rows.filter((row, i) => (i >= from && i <= to) || isOfEnds(row));
  const [first] = run;
  const taken = run.filter(({ critere }) => critere.weight?.unit === first?.critere.weight?.unit);
  const heard = taken.filter((row) => row.heard);
  if (!first || !canBeGrid(first) || heard.length < 2 || heard.length * 3 < taken.length * 2) return undefined;
  if (taken.some(({ critere }) => PAID.test(critere.folded)) || !taken.some(({ priced }) => priced)) return undefined;
  const groups = grouped(taken);
  const whole = [...wholesTold(first), 100].find((told) => isAbout(sumOf(topsOf(groups)), told));
  const isCounted = whole ?? taken.every(({ critere }) => critere.weight?.unit === 'coefficient');
  if (!isCounted || groups.length < 3) return undefined;
  return openOf(first, partedOf(taken, whole ?? 0) ?? groups);
}

function openOf({ passage, sentence, form, lead }: Numbered, tops: readonly (readonly Numbered[])[]): OpenGrille {
  const criteria = tops.map(([top, ...parts]) => {
    const { critere } = top as Numbered;
    if (parts.length > 0) critere.children = parts.map((part) => part.critere);
    return critere;
  });
  const { section, before } = passage;
  return openGrille('lines', criteria, {
    announce: (before?.heading ? sentence : before)?.span,
    lots: lotsOf(section, form === 'said' ? passage.folded : '', lead),
    subsequent: isSubsequent(section, lead),
    words: lead,
  });
}

/**
 * Grids that nothing announces: lines, items, rows or parts of sentences of a section that follow each other, each a name and
 * a number, with a price among them, that make a hundred (or the whole that is told above them) or are heard to be weights.
 */
export const readWholes = (draft: Draft): OpenGrille[] =>
  sectionsOfRows(draft).flatMap((section) => rowsByLots(section).flatMap((rows) => grilleOf(rows) ?? []));

/** « 6.2 Sous-critères de la valeur technique », « Détail de la note technique »: what stands under it are parts of a criterion. */
const OF_PARTS = fr`sous[- ]?critères?|(?:détails?|décomposition|ventilation|répartition)(?: [a-z']+){0,4}`;

/** The rows under titles that name the parts of a criterion, to be hung under it. */
export const readParts = (draft: Draft): OpenGrille[] =>
  draft.sections
    .filter((section) => has(headingWords(section), OF_PARTS) && zoneOf(section) !== 'candidature')
    .flatMap((section) =>
      rowsByLots(section)
        .filter((rows) => rows.length > 1 && rows.every(({ form, critere }) => form === 'said' && critere.weight))
        .map((rows) => ({
          ...openOf(
            rows[0] as Numbered,
            rows.map((row) => [row]),
          ),
          words: headingWords(section),
        })),
    );
