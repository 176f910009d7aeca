import { fr } from '../../kit/french/pattern.ts';
import type { Phrase } from '../../kit/markdown/prose.ts';
import type { Piece } from '../../kit/piece.ts';
import type { Span } from '../../kit/span.ts';

const MONTH = '(?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre)';
const DAY = `(?:\\d{1,2}(?: ?er)? ${MONTH} \\d{4}|\\d{1,2}/\\d{1,2}/\\d{4})`;
const NUMBER = '(?:\\(?(?:ue|ce|cee|euratom)\\)? ?)?(?:n ?° ?|no |n\\. ?)?\\d{2,4} ?[-/] ?\\d+';
const TEXT = 'loi|ordonnance|decret|arrete|circulaire|directive|reglement|instruction|decision';
const OF_TEXT = `(?:du|de la|de l'|des|dudit|de ladite) ?(?:${TEXT}|codes?|r\\.?g\\.?p\\.?d|c\\.?c\\.?a\\.?g|cahiers? des clauses administratives generales|constitution|traite|convention|charte)`;
const COURT = `conseil d'etat|tribunal administratif|cour administrative d'appel|cour de cassation|conseil constitutionnel|c\\.?j\\.?[cu]\\.?e|c\\.?a\\.?a|c\\.?e|t\\.?a`;

/** What is written as a reference to a text or a judgment, by its number or day, whatever text it is. */
const MENTIONS: readonly RegExp[] = [
  fr`(?:${TEXT})s? (?:organique |ministeriel(?:le)? |europeen(?:ne)? |d'execution |deleguee? )?(?:${NUMBER}|(?:en date )?du ${DAY})`,
  fr`articles? [a-z]?\.? ?\*?\d[\d.\s-]*(?:(?:,|et|ou|a) ?(?:[a-z]\.? ?|\. ?)?\d[\d.\s-]*)*,? ?(?:${OF_TEXT})`,
  fr`[lrda](?:\. ?|)\*?\d{3,4} ?- ?\d+`,
  fr`(?:${COURT}),? (?:[a-z.']+,? ){0,3}(?:${DAY}|(?:n ?° ?)?\d{5,}|(?:aff(?:aire)?\. ?)?c-\d+/\d+)`,
];

function read({ folded }: Phrase): readonly { readonly from: number; readonly to: number }[] | undefined {
  const found = MENTIONS.flatMap((pattern) =>
    [...folded.matchAll(new RegExp(pattern.source, 'g'))].map((m) => ({ from: m.index, to: m.index + m[0].length })),
  ).sort((a, b) => a.from - b.from || b.to - a.to);
  const apart = found.filter((one, i) => !found.slice(0, i).some((before) => before.to > one.from));
  return apart.length > 0 ? apart : undefined;
}

/** The places that refer to a text of law or a judgment in their form alone, known to us or not, in order. */
export const mentionsOfLaw = (piece: Piece): readonly Span[] =>
  piece.draft.collect(read).flatMap(({ value, sentence }) => value.map((at) => sentence.at(at)));
