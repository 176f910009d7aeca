import type { Sentence } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import type { Span } from '../../kit/span.ts';
import type { Match } from '../../kit/text.ts';

/** Words that leave no room for another solution: what opens the sentence to one takes their place at its end. */
const CLOSING = fr`(?:sera|seront|est|sont) (?:écartée?s?|rejetée?s?|éliminée?s?|refusée?s?|exclue?s?|irrecevables?|irrégulières?)|(?:regard|considér|ten|déclar|jug|réput)(?:ée?|ue?)s? (?:comme |pour )?(?:étant )?(?:non[ -]conformes?|irréguli[eè]re?s?|irrecevables?|inacceptables?)|(?:ne (?:sera|seront)|n'(?:est|étant)) (?:pas |ni )?(?:retenue?s?|admise?s?|acceptée?s?|recevables?|tolérée?s?|examinée?s?)|à l'exclusion|aucune? autre|autres? que|différente?s? de|(?:rejet|élimination|exclusion) de|rédhibitoires?|éliminatoires?|hors de (?:propos|question)|(?:à|fera|ferait) (?:écarter|rejeter|tomber)|ou rien|rien d'autre|n'en [a-z]+ (?:pas|point)|(?:nous|on) ne [a-z]+ (?:pas|point)|faisant office d(?:e|')`;

const CLOSED =
  /[ ,;]*\b(?:a l'exclusion de?s? (?:tou[ts]e?s?|ceux|celles) [^,;.]{0,60}|aucune? autre [^,;.]{0,80})(?=[ .;:]*$)/;

/** « Impérativement » and « obligatoirement » go with a choice of means; these do not. */
const ALONE = / (?:exclusivement|uniquement|seulement)(?= )/;

/** How a sentence leaves no room for another solution. */
export interface Closing {
  /** What it excludes, up to its end. */
  readonly excluded: Match | undefined;
  /** It excludes in the middle of what it says, which cannot be taken away. */
  readonly within: boolean;
  /** « Exclusivement », before what it excludes. */
  readonly alone: Match | undefined;
  /** The last letter before its end; undefined where it has none. */
  readonly last: Span | undefined;
}

/** The words by which a sentence closes itself to other solutions. */
export function closingOf(sentence: Sentence): Closing {
  const excluded = sentence.find(CLOSED);
  const alone = sentence.find(ALONE);
  const end = sentence.find(/[ .;:]*$/);
  return {
    excluded,
    within: !excluded && sentence.has(CLOSING),
    alone: alone && (!excluded || alone.to <= excluded.from) ? alone : undefined,
    last: end && end.from > 0 ? sentence.at({ from: end.from - 1, to: end.from }) : undefined,
  };
}
