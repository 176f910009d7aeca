import { bordereau, cellName, euros, type Tableau, type Total, tableauxDe } from '../facts/bordereau/index.ts';
import { placeName, wholePrices } from '../facts/dossier/index.ts';
import { compare } from '../kit/decimal.ts';
import type { Piece } from '../kit/piece.ts';
import { defineRule } from '../kit/rule.ts';
import { ccp } from '../kit/source.ts';

const RC = '## Prix\n\nLe montant total du marché est de ';
const DPGF = (total: string) =>
  `N°;Désignation;Unité;Quantité;Prix unitaire HT;Montant HT\n1;Bureaux;U;2;100,00;200,00\n2;Chaises;U;4;25,00;100,00\n;Total HT;;;;${total}\n`;

/** The one total of a schedule; undefined when it has several, or none with a value. */
function grandTotal(piece: Piece): { table: Tableau; total: Total } | undefined {
  const all = piece
    .ask(bordereau)
    .flatMap((table) => table.totaux.filter((t) => t.sort === 'general').map((total) => ({ table, total })));
  const [first] = all;
  return all.length === 1 && first?.total.cell?.value && first.total.cell.value.units > 0n ? first : undefined;
}

export default defineRule({
  id: 'bordereau/montant',
  title: 'Montant de l’acte d’engagement différent de celui du bordereau',
  level: 'warning',
  pieces: ['ae'],
  dossier: true,
  why: 'Le prix du marché est celui de l’acte d’engagement ; le bordereau en donne le détail. S’ils diffèrent, il faut deviner lequel a été accepté, et le comptable peut suspendre le paiement.',
  sources: [ccp('R2112-6')],
  messages: {
    differs:
      'L’acte d’engagement porte {ours}, le total du bordereau {theirs}.\nLe total est à cet endroit : {where}. Mettre les deux montants d’accord.',
  },
  examples: {
    bad: [
      {
        text: `${RC}⟦350,00 € HT⟧, soit 420,00 € TTC (TVA : 70,00 €).`,
        files: { 'dpgf.csv': DPGF('300,00') },
      },
      { text: `${RC}⟦350,00 € HT⟧, toutes prestations comprises.`, files: { 'dpgf.csv': DPGF('300,00') } },
      { text: `${RC}⟦300,50 € HT⟧, toutes prestations comprises.`, files: { 'dpgf.csv': DPGF('300,00') } },
    ],
    good: [
      { text: `${RC}300,00 € HT, soit 360,00 € TTC.`, files: { 'dpgf.csv': DPGF('300,00') } },
      { text: `${RC}350,00 € HT ou 300,00 € HT selon l’option.`, files: { 'dpgf.csv': DPGF('300,00') } },
      { text: `${RC}300 € HT`, files: { 'dpgf.csv': DPGF('300,00') } },
      { text: `${RC}360,00 € TTC.`, files: { 'dpgf.csv': DPGF('300,00') } },
      { text: '## Avance\n\nLe montant total de l’avance est de 50,00 € HT.', files: { 'dpgf.csv': DPGF('300,00') } },
      { text: `${RC}350,00 € HT.`, files: { 'dpgf.csv': DPGF('') } },
    ],
    limits: [],
  },
  *check(piece) {
    const { consultation } = piece;
    if (consultation.companions.length === 0) return;
    const schedules = [...new Set(tableauxDe(consultation).map((p) => p.piece))].filter((p) => p.kind !== 'bpu');
    const [schedule] = schedules;
    const found = schedule && schedules.length === 1 ? grandTotal(schedule) : undefined;
    const cell = found?.total.cell;
    if (!schedule || !found || !cell?.value) return;
    for (const { at, value } of wholePrices(piece)) {
      if (compare(value, cell.value) === 0) continue;
      yield {
        at,
        message: 'differs',
        data: {
          ours: `« ${piece.draft.slice(at).replace(/\s+/g, ' ')} »`,
          theirs: euros(cell),
          where: `${schedule.path}, ${cellName(cell, found.table)}`,
        },
        related: [{ piece: schedule, at: cell.at, message: `On lit ${placeName(schedule)} : ${euros(cell)}.` }],
      };
    }
  },
});
