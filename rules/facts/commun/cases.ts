import type { Passage, Sentence } from '../../kit/draft.ts';
import { EMPTY_BOXES, TICKED_BOXES } from '../../kit/markdown/boxes.ts';

const BOX = new RegExp(`^[^a-z\\d]*?(?:(?<empty>[${EMPTY_BOXES}]|\\[ ?\\])|[${TICKED_BOXES}]|\\[x\\])`, 'u');
const EMPTY = new RegExp(`[${EMPTY_BOXES}]|\\[ ?\\]`, 'gu');
const TICKED = new RegExp(`[${TICKED_BOXES}]|\\[x\\]`, 'u');

/**
 * True for an option whose box is left empty in a piece that ticks others, be it alone on its line: it is not chosen.
 * False where the piece ticks none, and all is still to be chosen.
 */
export function isLeftEmpty({ passage, index }: Sentence): boolean {
  const own = passage.sentences.slice(0, index + 1).map((s) => BOX.exec(s.folded));
  const box = own.findLast((found) => found !== null);
  return box?.groups?.empty !== undefined && passage.draft.passages.some((p) => TICKED.test(p.folded));
}

/** « | Interdiction de sous-traiter | [ ] | [x] | » under « Oui | Non »: true in a row whose tick stands under a refusal, and under nothing else. */
export function isTickedNo({ passage }: Sentence): boolean {
  const { table } = passage;
  const ticked = table?.rowOf(passage)?.cells.filter((c) => TICKED.test(c.folded)) ?? [];
  return (
    ticked.length > 0 &&
    ticked.every((c) => /^[^a-z]*(?:non|sans objet|neant)[^a-z]*$/.test(table?.headerOf(c)?.folded ?? ''))
  );
}

/** True where several boxes are offered and none is ticked: « ☐ oui ☐ non » asks, and states nothing. */
export const isOpenChoice = ({ passage: { folded } }: Sentence): boolean =>
  (folded.match(EMPTY)?.length ?? 0) > 1 && !TICKED.test(folded);

const YES_OR_NO = /^[^a-z]*(?:oui|non|sans objet|neant)(?![a-z])/;
const NO =
  /^[^a-z]*(?:non|sans objet|neant|aucune?s?|(?:non|pas) (?:admis|autorise|accepte|prevu)e?s?|(?:tous |toutes )?(?:refuse|interdit|exclu|proscrit)e?s?|irrecevables?|impossibles?)[^a-z]*$/;

/**
 * « Courrier postal | non | le pli n'est pas ouvert », « Création de logiciels | sans objet », « Envoi postal | refusé »: a row that is answered no, in every
 * column that answers yes or no, or in all there are where none does.
 */
export function isInRowOfNo({ passage }: Sentence): boolean {
  const { table, cell } = passage;
  if (!table || cell?.row === 0) return false;
  const isFilled = (c: Passage): boolean => c.cell?.column !== 0 && c.folded.trim() !== '';
  const others = (table.rowOf(passage)?.cells ?? []).filter(isFilled);
  const answers = others.filter((other) =>
    table.rows.every(({ cells }) =>
      cells.some((c) => c.cell?.column === other.cell?.column && YES_OR_NO.test(c.folded)),
    ),
  );
  const said = answers.length > 0 ? answers : others;
  return said.length > 0 && said.every((c) => NO.test(c.folded));
}

/** The label of such a row: what it names is not. */
export const isAnsweredNo = (sentence: Sentence): boolean =>
  sentence.passage.rowLabel === sentence.passage && isInRowOfNo(sentence);

const DENIED = /(?<![a-z])(?:ne|n'|pas|aucune?|non)(?![a-z])/;
const SMALL_WORDS = /(?<![a-z])(?:ne |n'|pas |aucune? |non |une? |des |de |d')/g;
const affirmed = ({ folded }: Sentence): string => folded.replace(/^[^a-z]+|[^a-z]+$/g, '').replace(SMALL_WORDS, '');
/** « Il n'est pas prévu de tranches » over « Il est prévu des tranches »: options whose boxes are lost, of which neither is said. */
export function isOpposed(sentence: Sentence): boolean {
  const { passage, section } = sentence;
  const words = affirmed(sentence);
  return section.own
    .filter((p) => Math.abs(p.index - passage.index) < 2)
    .some((p) => p.sentences.some((s) => s !== sentence && !DENIED.test(s.folded) && affirmed(s) === words));
}
