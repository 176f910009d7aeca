import type { Sentence, Table } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import type { Piece } from '../../kit/piece.ts';
import { overlaps } from '../../kit/span.ts';
import { covers, type Derogation, derogations } from './derogations.ts';
import { numbersIn } from './derogations-formes.ts';
import type { DerogationListed } from './derogations-lignes.ts';

/** An article of no named text may be one of this very piece. */
export const isOfCcag = (piece: Piece, { named, articles }: Derogation): boolean =>
  named ||
  (articles.length > 0 &&
    !piece.draft.sections.some((s) => s.number && articles.includes(s.number.key)) &&
    piece.draft.root.has(fr`ccag`));

/** The number of the clause that derogates: that which opens its paragraph, else that of its article. */
export const clauseNumber = ({ sentence: { passage, section } }: Derogation): string | undefined =>
  /^ ?(?:article |art\. ?)?(\d{1,2}(?:\.\d{1,2})+)\.? ?-/.exec(passage.folded)?.[1] ?? section.article.number?.key;

/** True when a clause of the pieces derogates to the article, or might: unnumbered words, or another piece that is not there. */
export function isMade(piece: Piece, pieces: readonly Piece[], line: DerogationListed, article: string): boolean {
  if (pieces.some((p) => p.ask(derogations).made.some((m) => m.articles.some((a) => covers(a, article))))) return true;
  if (line.elsewhere || isSpokenOf(piece, article)) return true;
  const { draft } = piece;
  const clauses = line.own.flatMap((own): readonly { readonly sentences: readonly Sentence[] }[] => {
    const opened = draft.passagesWith(NUMBERED).filter((p) => NUMBERED.exec(p.folded)?.[1] === own);
    if (opened.length > 0) return opened.flatMap((p) => [p, ...p.items]);
    const named = draft.sections.filter((s) => s.number?.key === own || s.number?.key.startsWith(`${own}.`));
    return named.length > 0 ? named : draft.sections.filter((s) => s.number && covers(own, s.number.key));
  });
  // The clause speaks of the CCAG without the usual words.
  return clauses.some((s) => s.sentences.some((x) => x.has(DEPARTS) || (x.has(OF_CCAG) && !x.has(KEEPS))));
}
/** « Sur ce point le CCAG (article 14.1.1) reste muet »: a clause outside the list cites the article, and says that something else is done. */
function isSpokenOf(piece: Piece, article: string): boolean {
  const { list, listed } = piece.ask(derogations);
  const isListed = ({ section, span }: Sentence) => section === list || listed.some(({ at }) => overlaps(at, span));
  return piece.draft
    .sentencesWith(OF_CCAG)
    .some((s) => !isListed(s) && s.has(INSTEAD) && !s.has(KEEPS) && numbersIn(s.folded).includes(article));
}

const INSTEAD = fr`ne|n'[a-z]+|non|mais|toutefois|différ[a-z]*|autres?|autrement|au lieu|plutôt|sauf|exceptions?|écart[a-z]*|remplac[a-z]*|modifi[a-z]*|complèt[a-z]*|complét[a-z]*|précis[a-z]*|ramen[a-z]*|port(?:é|ée|és|ées)|rebours|inverse|substitu[a-z]*|suppl[a-z]*`;

/** « 8.1. Les livrables… »: a clause that is a paragraph. */
const NUMBERED = /^[^a-z0-9]*(?:article |art\. ?)?(\d{1,2}(?:\.\d{1,2})+)[.) ]/;
const DEPARTS = fr`dérog[a-z]*|contrairement`;
const OF_CCAG = fr`c\.?c\.?a\.?g\.?`;
/** « s'applique telle que le CCAG la prévoit »: nothing is departed from. */
const KEEPS = fr`(?:tel(?:le)?s? que?|comme|ainsi que) (?:le |l'article [0-9.]+ du )?(?:c\.?c\.?a\.?g)[a-z0-9./ -]{0,16} (?:la |le |les |l'|en )?(?:prévoi|fix|défini|dispos)[a-z]*|tel(?:le)?s? que (?:prévu|défini|fixé)e?s? (?:par|au|à)|(?:comme|ainsi que|tel(?:le)?s? que) (?:le |la |les )?(?:veut|prévoit|fixe|dispose|définit|règle|organise|il est (?:dit|prévu|écrit)|prévu)|(?:conform(?:e|es|ément)|en application|dans les conditions) (?:à|au|de|du)|(?:reste|demeure)(?:nt)? applicables?|reçoi(?:t|vent) application|sans (?:changement|modification|y rien changer)|en l'état|s'appliquent?(?: (?:tel(?:le)?s? quel(?:le)?s?|en (?:son|leur) entier|pour le reste|sans|intégralement|pleinement))?`;

/** True when a table lists, in its first column, the articles of the piece that derogate. */
export const listsOwnArticles = ({ header }: Table): boolean =>
  header.cells.length === 2 && header.cells[0]?.has(fr`présent|ccap|cahier`) === true;
