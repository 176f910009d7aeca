import type { Draft } from '../../kit/draft.ts';
import { ordinals } from '../../kit/french/numbers.ts';
import { fr } from '../../kit/french/pattern.ts';
import type { Piece } from '../../kit/piece.ts';
import { answering } from '../commun/index.ts';
import type { Grille, OpenGrille } from './arbre.ts';
import { isRanked, isUnranked, lotsOf, zoneOf } from './contexte.ts';

/** « Le deuxième critère », « le premier est noté », « pour le troisième, »: a criterion called by its rank. */
const HEAD = /^[^a-z0-9]*(?:\d+(?:\.\d+)*[ .)-]+)?(?:(?:pour|quant a) )?(?:le |au )?$/;
const TELLS =
  /^ (?:criteres?(?! d')|(?:est|sera) (?:apprecie|note|juge|evalue|mesure|examine|decompose)|(?:tient|tiendra) compte|(?:resulte|dependra|depend) |comprend |porte sur |se (?:decompose|divise|repartit|juge|note|mesure)|s'(?:apprecie|evalue|attache))/;
const NUMBERED = /^[^a-z0-9]*(?:(?:pour|quant a) )?(?:le |au )?criteres? (?:n ?° ?)?(\d{1,2})(?![\d.,]*\d|[a-z])/;

/** The rank of the criterion that words begin with, when they call it so; undefined for any others. */
export function rankTold(folded: string): number | undefined {
  const numbered = NUMBERED.exec(folded)?.[1];
  if (numbered) return Number(numbered);
  const letter = LETTERED.exec(folded)?.[1];
  return letter ? 'abcdefgh'.indexOf(letter) + 1 : ordinalTold(folded);
}
/** « Le critère C, sur 20, se décompose ainsi ». */
const LETTERED = /(?<![a-z-])criteres? ([b-h]|a(?= ?[,:(]))(?![a-z0-9'])/;

function ordinalTold(folded: string): number | undefined {
  const [first] = ordinals(folded.slice(0, 60));
  return first && HEAD.test(folded.slice(0, first.from)) && TELLS.test(folded.slice(first.to))
    ? first.value
    : undefined;
}
/** Some rank is written. */
const RANK = /premier|second|ieme(?![a-z])/;

const CALLED = /^.{0,30}?(?:premier|second|[a-z]+ieme)(?: criteres?)?(?![a-z])/;

/** Adds what sentences after a grid say of its criteria by their rank: « Le deuxième est apprécié d'après… ». */
export function defineByRank(draft: Draft, grids: readonly OpenGrille[]): void {
  const articles = grids.map((g) => draft.sectionAt(g.at.start).article);
  for (const s of draft.sentencesWith(RANK)) {
    const rank = ordinalTold(s.folded);
    if (!rank || zoneOf(s.section) === 'candidature' || s.passage.cell) continue;
    for (const [i, g] of grids.entries()) {
      // It stands after the grid, in the article that holds it.
      const isUnder = g.at.end <= s.span.start && s.section.article === articles[i];
      const c = isUnder ? g.criteria[rank - 1] : undefined;
      const lots = lotsOf(s.section, s.folded);
      const meets = lots.length === 0 || g.lots.length === 0 || lots.some((l) => g.lots.includes(l));
      // What calls it says nothing of it.
      if (c && meets) c.definition.push({ folded: s.folded.replace(CALLED, ''), at: s.span });
    }
  }
}

const ORDER = fr`ordres?|rangs?|rangée?s?|hiérarchi[a-zé]+|importan(?:t|te|ts|tes|ce)|priorit[a-zé]+|prim(?:e|ent|ant)|d'abord|ensuite|l'emportent?|décisi(?:f|ve)s?|prépondéran[a-z]+`;

/** « L'ordre de cette liste est celui de leur importance »: what stands in the section of a grid ranks its criteria. */
export function isHeardRanked(piece: Piece, { at }: Grille): boolean {
  const section = piece.draft.sectionAt(at.start);
  const isHere = (s: Draft['sentences'][number]) => s.section === section && s.has(ORDER) && !isUnranked(s.folded);
  return (
    section.own.some((p) => !p.list && !p.cell && isRanked(p.folded)) ||
    answering(piece, 'criteres/classes-par-importance', isHere) !== undefined
  );
}
