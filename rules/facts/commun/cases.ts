import type { Sentence } from '../../kit/draft.ts';
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
