import type { Passage, Sentence } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import type { Piece } from '../../kit/piece.ts';
import type { Doubt } from '../../kit/rule.ts';
import { overlaps, type Span, widen } from '../../kit/span.ts';
import { hearing, saying } from '../commun/index.ts';
import type { Critere } from './arbre.ts';
import { innovationIn, speaksOfGains } from './sujet.ts';

/** « au regard de l'état de la technique », up to the end of the sentence. */
const IN_VIEW = /(?:au regard|en fonction) (?:de la |de l['’]|du |des |d['’]|de )[^.;|\n]*/iu;

/** Values innovation for itself: named so, and measured by no gain. */
export const isAsSuch = (c: Critere): boolean =>
  innovationIn(c.folded) !== undefined &&
  !speaksOfGains(c.folded) &&
  // What it is judged on may be a gain, unless novelty itself is among it.
  !c.definition.some((d) => speaksOfGains(d.folded) && !innovationIn(d.folded));

/** The statement of one criterion, and of no other, that is heard to note novelty; undefined where a gain is noted. */
export function heardAsSuch(piece: Piece, c: Critere, all: readonly Critere[]): Doubt | undefined {
  // What has a matter of its own, such as quality or method, is not novelty under another name.
  if (!c.subjects.includes('autre') || c.children.length > 0) return undefined;
  if ([c, ...c.definition].some(({ folded }) => speaksOfGains(folded))) return undefined;
  const heard = saying(piece, 'criteres/innovation-notee').find(
    // A name alone says little: what is but probable of it is left.
    ({ sentence, surety }) =>
      surety === 'sure' && overlaps(sentence.span, c.at) && !all.some((o) => o !== c && overlaps(o.at, sentence.span)),
  );
  return heard && hearing(heard);
}

const DENIED =
  /\bn'(?:est|a|entre|ont|apporte)|\bne (?:ser(?:a|ont)|sont|constitue|font|compte|vaut|vaudr|rapporte|donne|intervien|pese|figure)|\b(?:ne |n')[a-z]+ (?:aucune?|nulle?) (?:notes?|points?|bonus|bonification|majoration|avantage)/;

/** True when words deny what they name. */
export const isDeniedNote = (folded: string): boolean => DENIED.test(folded);

/** « le critère d'innovation »: the article before the name of a criterion; undefined where it has none. */
export function articleBefore(
  passage: Passage,
  name: Span,
): { readonly at: Span; readonly contracted: boolean } | undefined {
  const found = passage
    .findAll(ARTICLE)
    .find((m) => passage.at({ from: m.from, to: m.to + 3 }).end > name.start && passage.at(m).end <= name.start);
  return found && { at: passage.at(found), contracted: found.text.startsWith('d') };
}
const ARTICLE = /\b(?:le |la |les |l')|\b(?:du |de la |de l'|des )/;

/** « au regard de l'état de la technique », up to the end of the sentence, in the words at a place. */
export function viewIn({ draft }: Piece, at: Span): Span | undefined {
  const words = draft.slice(at);
  const part = IN_VIEW.exec(words);
  if (!part) return undefined;
  return widen(at, -part.index, -(words.length - part.index - part[0].trimEnd().length));
}

/** « La note est ramenée au poids du critère » is said of any: something new, or unlike the rest, is named where novelty is noted. */
const OF_NOVELTY = fr`innov[a-z]*|inédit[a-z]*|nouve(?:au|aux|l|lle|lles|auté|autés)|neu(?:f|ve|fs|ves)|invent[a-z]*|imagin[a-z]*|rupture|expériment[a-z]*|original[a-z]*|audac[a-z]*|avant-gard[a-z]*|avance|créati[a-z]*|jamais|aucune?|pionni[a-z]*|modern[a-z]*|singuli[a-z]*|surpren[a-z]*|idées?|premi[a-z]*|encore|autrement|différ[a-z]*|d'ordinaire|habitu[a-z]*|technolog[a-z]*`;
export const namesNovelty = (sentence: Sentence): boolean => sentence.has(OF_NOVELTY);
