import type { Passage, Row, Sentence } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import type { Piece } from '../../kit/piece.ts';
import { findAll } from '../../kit/text.ts';
import { lessSure } from '../commun/index.ts';
import { isBackground } from './ailleurs.ts';
import { type Known, type RechercheFound, reliesOnExclusion, signaled } from './recherche.ts';

const NUMBERED = fr`(?:missions?|tâches?|étapes?|phases?|postes?|volets?|prestations?|tranches?) (?:n ?° ?)?(?<part>[a-z]?\d{1,2})(?!\d)`;
const A_PART = fr`(?:ce|le|un|du|seul) (?:[a-z]+ )?(?:volet|poste|lot)|(?:cette|la|une|seule) (?:[a-z]+ )?(?:partie|part|tranche|phase|brique)|${NUMBERED}`;
/** « Ce volet échappe au code », « la mission P4 »: said of a part of the contract, and not of the whole. */
export const isOnPart = (sentence: Sentence): boolean => sentence.has(A_PART);

const partsIn = ({ folded }: Sentence | Passage): readonly string[] =>
  findAll(folded, NUMBERED).flatMap(({ groups }) => groups.part ?? []);
/** « P4 », « 3 – Démonstrateur »: the first cell of a row of parts. */
const ROW_PART = /^[^a-z0-9]*([a-z]?\d{1,2})(?![a-z0-9])/;

/** The parts that a place is of: its own words, those of its row, the titles above it. */
function partsAround(sentence: Sentence): readonly string[] {
  const { passage, section } = sentence;
  const label = passage.rowLabel && ROW_PART.exec(passage.rowLabel.folded)?.[1];
  const lead = passage.list ? passage.lead : undefined;
  const above = [passage.rowLabel, lead, ...section.chain.map(({ heading }) => heading)];
  return [sentence, ...above].flatMap((x) => (x ? partsIn(x) : [])).concat(label ?? []);
}

/** Industrial steps of a piece, each row of a table once. */
function industryOf(piece: Piece): readonly RechercheFound[] {
  const first = new Map<Row | Sentence, RechercheFound>();
  for (const found of signaled(piece, 'industriel')) {
    const { sentence } = found;
    const key = sentence.passage.table?.rowOf(sentence.passage) ?? sentence;
    if (!sentence.passage.isTitle && !isBackground(sentence) && !first.has(key)) first.set(key, found);
  }
  return [...first.values()];
}

/** A place that puts industrial steps under the exclusion of research. */
interface ExcludedIndustry extends Known {
  readonly sentence: Sentence;
}

/** Those of a piece, each once: the step itself or, where the exclusion is said of its part alone, what says it. */
export function excludedIndustry(piece: Piece): readonly ExcludedIndustry[] {
  const relied = reliesOnExclusion(piece);
  if (!relied) return [];
  const exclusions = piece.consultation.pieces.flatMap((p) => signaled(p, 'exclusion')).map(({ sentence }) => sentence);
  const isPartial = exclusions.length > 0 && exclusions.every((s) => partsIn(s).length > 0);
  const out = new Map<Sentence, ExcludedIndustry>();
  for (const { sentence, doubt } of industryOf(piece)) {
    const parts = partsAround(sentence);
    const own = isPartial ? exclusions.find((s) => partsIn(s).some((part) => parts.includes(part))) : sentence;
    if (!own) continue;
    const at = own.passage.draft === piece.draft ? own : sentence;
    out.set(at, { sentence: at, doubt: lessSure(relied.doubt, doubt) });
  }
  return [...out.values()];
}
