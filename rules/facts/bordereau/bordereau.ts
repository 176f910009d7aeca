import { inFrench } from '../../kit/decimal.ts';
import { type Consultation, defineFact, type Piece, SCHEDULES } from '../../kit/piece.ts';
import type { Span } from '../../kit/span.ts';
import type { SheetCell } from '../../kit/workbook.ts';
import { separated } from './cumuls.ts';
import { isScheduleKind, kindsNamed, type Ligne, spaced, type Tableau, tableauxOf } from './tableau.ts';

/** The tables of a price schedule: `piece.ask(bordereau)`. Empty for a draft or a notice. */
export const bordereau = defineFact<readonly Tableau[]>({
  id: 'bordereau',
  title: 'Bordereau de prix',
  read({ data, path, kinds, kindFrom }) {
    if (data?.form !== 'classeur') return [];
    const name =
      path
        .split('/')
        .pop()
        ?.replace(/\.[a-z]+$/i, '') ?? '';
    const named = kindsNamed(spaced(name));
    const own = named.length > 0 || kindFrom !== 'dce-yaml' ? named : kinds.filter(isScheduleKind);
    return data.sheets
      .flatMap((sheet) => tableauxOf(sheet, name, own).map(separated))
      .filter((t) => t.lignes.length > 0);
  },
  show(tables) {
    if (tables.length === 0) return undefined;
    return tables.map(({ sheet, kind, lignes, totaux }) => ({
      ...(sheet.name && { feuille: sheet.name }),
      sorte: kind.toUpperCase(),
      lots: [...new Set(lignes.flatMap((l) => l.lot?.id ?? []))],
      tranches: [...new Set(lignes.flatMap((l) => l.tranche?.id ?? []))],
      lignes: lignes.map(({ cells: { libelle, unite, quantite, prix, montant } }) => ({
        libelle: libelle?.text ?? '',
        ...(unite && { unite: unite.text }),
        ...(quantite && { quantite: quantite.text }),
        ...(prix && { prix: shownCell(prix) }),
        ...(montant && { montant: shownCell(montant) }),
      })),
      totaux: totaux.map(({ label, cell }) => ({ libelle: label.text, montant: cell ? shownCell(cell) : '' })),
    }));
  },
});

const shownCell = ({ text, formula }: SheetCell): string => (formula ? `${text} (=${formula})`.trimStart() : text);

/** A table with the piece it stands in. */
export interface Place {
  readonly piece: Piece;
  readonly tableau: Tableau;
}

/** Every table of prices of a consultation, the schedules of unit prices first. */
export const tableauxDe = (consultation: Consultation): readonly Place[] =>
  consultation.of(...SCHEDULES).flatMap((piece) => piece.ask(bordereau).map((tableau) => ({ piece, tableau })));

/** « cellule E12 de la feuille « Lot 1 » »: where a cell is, for messages. */
export const cellName = ({ ref }: SheetCell, { sheet }: Tableau): string =>
  sheet.name ? `cellule ${ref} de la feuille « ${sheet.name} »` : `cellule ${ref}`;

/** Where a line is shown: its words. */
export const placeOf = ({ cells, row }: Ligne): Span => (cells.libelle ?? cells.numero)?.at ?? row.at;

/** « 12 450,50 € » */
export const euros = (cell: SheetCell): string => (cell.value ? `${inFrench(cell.value)} €` : `« ${cell.text} »`);
