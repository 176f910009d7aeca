import type { Passage, Sentence } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import type { Piece } from '../../kit/piece.ts';
import type { Span } from '../../kit/span.ts';
import type { Match } from '../../kit/text.ts';
import { isOfPastContract } from '../commun/index.ts';

const NAMED = fr`^[^a-z]*conditionnelles?(?= ?(?:[-:(]|n ?°|[0-9]|$))|(?:une|deux|trois|quatre|[0-9]) conditionnelles?|fermes? ?(?:et|ou|puis|,|/|\+) ?(?:(?!tranche)[a-z0-9']+ ){0,2}conditionnelles?|(?:parts?|parties?|fractions?|phases?) conditionnelles?|(?:tranches?|tr\.) (?:fermes? (?:et|ou) (?:les |la )?)?(?:[a-z0-9°]+ ?[-:(]? ?)?conditionnelles?|(?:première|seconde|deuxième|troisième) tranche conditionnelle|(?:l'une|l'autre|les autres|la (?:seconde|deuxième|troisième|dernière)|celles?(?:-ci)?)(?:, [^.;:]{3,90},)?(?:,? [a-z']+){0,4} "? ?conditionnelles?`;
const WORD = fr`conditionnelles?`;

/** Words by which a text speaks of the old name or of an old contract. */
const HISTORY = fr`ancien(?:ne)?s?|anciennement|antérieure?s?|autrefois|jadis|jusqu'en|abandonnée?s?|remplacée?s?|désormais|vocabulaire|terme|expression|appellation|code des marchés publics|précédents? (?:marchés?|contrats?)|parl(?:er|aient|ait)|ex`;

/** « optionnelle, dite conditionnelle »: the right term, and the old name beside it. */
const CALLED = fr`appelée?s?|dénommée?s?|dites?`;
const TODAY = fr`optionnelles?`;
const TRANCHES = fr`tranches?|tr\.`;

const isHistory = (s: Sentence): boolean => isOfPastContract(s) || s.has(HISTORY) || (s.has(CALLED) && s.has(TODAY));

/** It speaks of tranches, or stands under a title, in a table or below a lead that does. */
const isAboutTranches = (passage: Passage): boolean =>
  passage.has(TRANCHES) ||
  passage.lead?.has(TRANCHES) === true ||
  passage.section.under(TRANCHES) ||
  passage.table?.header.cells.some((c) => c.has(TRANCHES)) === true;

/** The sentences of a passage that hold the words « tranche conditionnelle », with these. */
function* namedBySentence(passage: Passage): Generator<{ sentence: Sentence; names: Match[] }> {
  const all = passage.findAll(NAMED);
  let next = 0;
  for (const sentence of passage.sentences) {
    const end = sentence.phrase.from + sentence.phrase.folded.length;
    const from = next;
    while (next < all.length && (all[next] as Match).from < end) next++;
    if (from < next) yield { sentence, names: all.slice(from, next) };
  }
}

/** The words « tranche conditionnelle » of a passage that name a tranche of today. */
function* outdated(passage: Passage): Generator<{ named: Match; word: Match }> {
  if (!passage.has(NAMED) || !isAboutTranches(passage)) return;
  for (const { sentence, names } of namedBySentence(passage)) {
    if (isHistory(sentence)) continue;
    for (const named of names) {
      const word = isQuoted(passage.folded, named) ? undefined : passage.find(WORD, named.from);
      if (word) yield { named, word };
    }
  }
}

/** « le terme "tranche conditionnelle" »; « une fraction dite "tranche conditionnelle" » bears the name. */
const isQuoted = (folded: string, { from, to }: Match): boolean =>
  folded[from - 1] === '"' && folded[to] === '"' && !/(?:dite|appelee|denommee|nommee) "$/.test(folded.slice(0, from));

/** A tranche of today called by its old name. */
export interface OldName {
  readonly at: Span;
  /** « conditionnelle » alone. */
  readonly word: Span;
  readonly plural: boolean;
}

/** The tranches that a piece calls « conditionnelles », in order; empty where it does not. */
export const oldNames = ({ draft }: Piece): readonly OldName[] =>
  draft.passagesWith(NAMED).flatMap((passage) =>
    [...outdated(passage)].map(({ named, word }) => ({
      at: passage.at(named),
      word: passage.at(word),
      plural: word.text.endsWith('s'),
    })),
  );
