import type { Passage, Table } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import type { Piece } from '../../kit/piece.ts';
import type { Span } from '../../kit/span.ts';
import { isBlank } from '../commun/index.ts';
import { VARIANTE } from './mots.ts';

/** A grid of criteria that has a column for the variant. */
export const gridWithVariants = ({ draft }: Piece, criteria: RegExp): Span | undefined =>
  draft.tables.find((t) => t.column(criteria) === 0 && t.column(VARIANTE) > 0)?.header.cells[0]?.at();

/** A frame of the variant that leaves a field for its gain. */
export const gainToFill = ({ draft }: Piece, gain: RegExp): Span | undefined =>
  draft.tables
    .filter((t) => t.header.cells[0]?.has(VARIANTE))
    .flatMap((t) => t.rows)
    .find(({ cells: [label, value] }) => label?.has(gain) && value && isBlank(value.folded))
    ?.cells[0]?.at();

const PARTS = fr`chapitres?|articles?|postes?|parties?|prestations?|éléments?|ouvrages?|points?|stipulations?|exigences?|domaines?|familles?|corps d'état|fonctions?`;
const IS_NO = /^[^a-z]*(?:non|aucune?|sans|refus|interdi|exclu)/;

/** « | Chapitre du cahier | Variante possible ? | »: the parts of the need that are open. */
export const partsOpen = ({ draft }: Piece): Span | undefined =>
  draft.tables
    .flatMap((t) => (t.column(PARTS) === 0 ? cellsUnder(t, VARIANTE) : []))
    .find((c) => !IS_NO.test(c.folded))
    ?.at();

const THRESHOLD = fr`seuils?|minim(?:um|a|ales?)|exigences?|à (?:respecter|atteindre|tenir|conserver)|limites?|garde-fous?|planchers?|plafonds?|intangibles?|bornes?`;

/** « | Variante | Seuil à atteindre | » */
export const thresholdInTable = ({ draft }: Piece): Span | undefined =>
  draft.tables
    .flatMap((t) => (t.column(VARIANTE) === 0 ? cellsUnder(t, THRESHOLD) : []))
    .find((c) => !isBlank(c.folded))
    ?.at();

/** What stands under a header, but for the first column. */
function cellsUnder(table: Table, header: RegExp): readonly Passage[] {
  const column = table.column(header);
  return column > 0 ? table.rows.flatMap((row) => row.cells[column] ?? []) : [];
}
