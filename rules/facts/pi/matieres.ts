import type { Sentence } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import { defineFact, type Piece } from '../../kit/piece.ts';
import { has } from '../../kit/text.ts';
import { withMattersHeard } from './matieres-entendues.ts';
import {
  DESIGNATED_THIRD,
  DESIGNATION,
  listsASort,
  type Matter,
  type MatterFound,
  mattersRead,
} from './matieres-lues.ts';

/** What a piece says on the matters around rights; empty when nothing. */
export const matieres = defineFact<readonly MatterFound[]>({
  id: 'matieres-pi',
  title: 'Matières de propriété intellectuelle',
  read: (piece: Piece) => withMattersHeard(piece, mattersRead(piece)),
  show: (list) => (list.length === 0 ? undefined : [...new Set(list.map((m) => m.matter))]),
});

/** The first sentence of the dossier on one of these matters; undefined when no piece has any. */
export const saidInDossier = (piece: Piece, ...matters: readonly Matter[]): MatterFound | undefined => {
  for (const p of piece.consultation.pieces) {
    const found = p.ask(matieres).find((m) => matters.includes(m.matter));
    if (found) return found;
  }
  return undefined;
};

const NAMED_RECEIVERS = fr`(?:aux|les) personnes suivantes|bénéficiaires(?: suivants)? ?:|bénéficiaires (?:sont|suivants|désignés à)`;
const NOT_NAMED = fr`(?:ne sont|n'est|ne seront) (?:pas|point|jamais|nulle part) (?:[a-z]+ )?(?:énuméré|désigné|nommé|listé|précisé|identifié|cité|indiqué)e?s?`;
const names = (folded: string): boolean =>
  !listsASort(folded) &&
  !has(folded, NOT_NAMED) &&
  (has(folded, NAMED_RECEIVERS) || (has(folded, DESIGNATED_THIRD) && has(folded, DESIGNATION)));

/** True when some piece says who the « tiers désignés », or the other receivers of rights, are; `counts`: for whom it may. */
export const areDesignated = (piece: Piece, counts: (sentence: Sentence) => boolean = () => true): boolean =>
  piece.consultation.pieces.some((p) => p.draft.sentencesWith(names).some(counts) || receiversInRows(p).some(counts));

const THIRD = fr`tiers|partenaires?|quiconque|toute personne`;
const RECEIVERS = fr`^[^a-z]*(?:les )?bénéficiaires?(?: (?:des droits|de la (?:cession|licence)))?[^a-z]*$`;
/** « Bénéficiaires | la caisse ; l'union »: the cells of a row that names them. */
const receiversInRows = ({ draft }: Piece): Sentence[] =>
  draft.tables
    .flatMap(({ rows }) => rows)
    .filter(({ cells: [label] }) => label?.has(RECEIVERS))
    .flatMap(({ cells }) => cells.slice(1).flatMap((c) => c.sentences))
    .filter((s) => !listsASort(s.folded) && !s.has(NOT_NAMED) && !s.has(THIRD));
