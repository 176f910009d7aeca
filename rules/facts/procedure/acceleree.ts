import { fr } from '../../kit/french/pattern.ts';
import type { Piece } from '../../kit/piece.ts';
import type { Span } from '../../kit/span.ts';
import { has } from '../../kit/text.ts';
import { labelled } from '../commun/index.ts';

/** Where a piece says that the time for offers is shortened for urgency, or that it is not. */
export interface Acceleree {
  readonly value: boolean;
  readonly at: Span;
}

const FAST = fr`procédures?(?: (?:[a-z-]+|n'est|n'a)){0,6} accélérée?|accélération de la procédure`;
const SHORTENED = fr`(?:rédui|ramen|abrég|raccourci|écourt)[a-zé]*(?:,? [a-z'-]+){0,8} délais?|délais?(?:,? [a-z'-]+){0,12} (?:rédui|ramen|abrég|raccourci|écourt)[a-zé]*`;
const OF_OFFERS = fr`(?:réception|remise|présentation|dépôt|transmission) (?:des|de l'|de leur) ?(?:offres?|plis?|candidatures?)|délais? (?:minim[a-z]+|de publicité|de consultation)|délais? de réception`;
const URGENT = fr`urgences?|urgent`;
const NOT = fr`ne|n'|ni|non|aucune?|sans|pas`;
/** Of what may be, or of something else. */
const MAYBE = fr`(?:peu(?:t|vent)|pourr(?:a|ont)|en cas d[e']|si|lorsque|éventuel[a-z]*)`;

const AROUND = fr`accélérée?|accélération|urgences?|urgent`;

function inWords(folded: string): boolean | undefined {
  const fast = has(folded, FAST) || (has(folded, URGENT) && has(folded, SHORTENED) && has(folded, OF_OFFERS));
  if (!fast) return undefined;
  if (has(folded, NOT)) return false;
  return has(folded, MAYBE) ? undefined : true;
}

/** The places of a piece that say whether the procedure is accelerated; empty where none does. */
export function accelereesDe({ draft }: Piece): readonly Acceleree[] {
  const told = draft.sentencesWith(AROUND).map((s) => ({ folded: s.folded, at: s.span, cell: s.passage.cell }));
  const cells = labelled(draft).map(({ said, sentence }) => ({ folded: said.folded, at: sentence.span }));
  return [...told.filter((s) => !s.cell), ...cells].flatMap(({ folded, at }) => {
    const value = inWords(folded);
    return value === undefined ? [] : [{ value, at }];
  });
}
