import type { Draft } from '../../kit/draft.ts';
import { type SaidCell, labelled } from '../commun/index.ts';
import { critereAt, type OpenGrille, openGrille } from './arbre.ts';
import { announcesCriteria, isRanked, lotsOf, namesCriteria, SUB_LEAD, zoneOf } from './contexte.ts';
import { bareList } from './enumeration.ts';
import { readLine } from './ligne.ts';

/** « Critères », « Critères de choix », of one column of labels. */
const isOfCriteria = ({ label, sentence }: SaidCell): boolean =>
  namesCriteria(label.folded) &&
  announcesCriteria(label.folded) &&
  !label.has(SUB_LEAD) &&
  !/\d/.test(label.folded) &&
  zoneOf(sentence.section) !== 'candidature';

/** One criterion is named: « Critère de choix ». */
const ONE = /(?<![a-z])critere(?![a-z])/;

/** Grids that a cell gives beside the label that announces them: « Critères | Prix 60 %, délai 40 % », « Critère | Prix ». */
export const readCells = (draft: Draft): OpenGrille[] =>
  labelled(draft).filter(isOfCriteria).flatMap(gridOf);

function gridOf({ label, sentence }: SaidCell): OpenGrille[] {
  const { passage, section } = sentence;
  const { folded } = passage;
  const list = bareList(folded);
  const only = list ? undefined : readLine(folded);
  const criteria = (list ?? (only ? [only] : [])).map((line) => critereAt(passage, line));
  const [first] = criteria;
  const isWhole = only?.weight?.value === 100;
  const single = isWhole || (ONE.test(label.folded) && !only?.weight && first?.subjects.includes('autre') === false);
  if (!first || !(list || single)) return [];
  return [
    openGrille('sentence', criteria, {
      announce: label.span,
      lots: lotsOf(section, label.folded),
      ranked: isRanked(`${label.folded} ${folded}`),
      single: !list,
      words: label.folded,
    }),
  ];
}
