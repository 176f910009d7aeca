import type { Passage, Sentence } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';

export const NEGO = fr`(?:re)?negoci(?:er|e|ent|era|eront|ant|ee|ees|es|ons|able|ables)|(?:re)?negociations?|pourparlers|marchandages?`;
const NEGO_TITLE = fr`negociations?|dialogue|deroulement|discussions?|pourparlers`;

/** « Le SIVU | négocie | à armes égales » */
const inRow = (passage: Passage): boolean => passage.table?.rowOf(passage)?.cells.some((c) => c.has(NEGO)) ?? false;

/** True in a section or a passage that treats of the negotiation or the dialogue. */
export const inNegociation = ({ passage, section }: Sentence): boolean =>
  inRow(passage) || passage.has(NEGO) || passage.has(fr`dialogue|discussions`) || section.under(NEGO_TITLE);
