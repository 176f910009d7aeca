import type { Draft, Passage, Table } from '../../kit/draft.ts';
import { labelled, rowLots, type SaidCell } from '../commun/index.ts';
import { critereAt, type OpenGrille, openGrille } from './arbre.ts';
import { announcesCriteria, isRanked, lotsOf, namesCriteria, SUB_LEAD, zoneOf } from './contexte.ts';
import { bareList } from './enumeration.ts';
import { readLine } from './ligne.ts';

/** A label that announces criteria, and no parts of one. */
const announces = (p: Passage | undefined): boolean =>
  p !== undefined &&
  (GRID.test(p.folded) || (p.read(namesCriteria) && p.read(announcesCriteria))) &&
  !p.has(SUB_LEAD) &&
  !/\d/.test(p.folded);
/** « Grille », « Barème de notation » */
const GRID =
  /^[^a-z]*(?:grille|bareme|notation)(?: (?:de |d')?(?:notation|jugement|analyse|evaluation)| des offres)*[^a-z]*$/;

/** « Critères », « Critères de choix », of one column of labels; « Lot | Critères », of a table of lots. */
const isOfCriteria = ({ label, head, sentence }: SaidCell): boolean =>
  (announces(label) || (announces(head) && rowLots(sentence.passage).length > 0)) &&
  zoneOf(sentence.section) !== 'candidature';

/** True for a table of lots whose cells each list the criteria of one. */
export const listsByLot = (table: Table): boolean =>
  table.rows.some(({ cells }) =>
    cells.some(
      (c) => announces(table.headerOf(c)) && rowLots(c).length > 0 && (c.cell?.column ?? 0) > 0 && bareList(c.folded),
    ),
  );

/** One criterion is named: « Critère de choix ». */
const ONE = /(?<![a-z])critere(?![a-z])/;

/** Grids that a cell gives beside the label that announces them: « Critères | Prix 60 %, délai 40 % », « Critère | Prix ». */
export const readCells = (draft: Draft): OpenGrille[] => labelled(draft).filter(isOfCriteria).flatMap(gridOf);

function gridOf({ label, head, sentence }: SaidCell): OpenGrille[] {
  const { passage, section } = sentence;
  const { folded } = passage;
  const list = bareList(folded);
  const only = list ? undefined : readLine(folded);
  const criteria = (list ?? (only ? [only] : [])).map((line) => critereAt(passage, line));
  const [first] = criteria;
  const isWhole = only?.weight?.value === 100;
  const single =
    isWhole ||
    (ONE.test((announces(label) ? label : head)?.folded ?? '') &&
      !only?.weight &&
      first?.subjects.includes('autre') === false);
  if (!first || !(list || single)) return [];
  return [
    openGrille('sentence', criteria, {
      announce: label.span,
      lots: announces(label) ? lotsOf(section, label.folded) : rowLots(passage).map(Number),
      ranked: isRanked(`${label.folded} ${folded}`),
      single: !list,
      words: label.folded,
    }),
  ];
}
