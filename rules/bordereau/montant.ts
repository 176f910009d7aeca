import { cellName, euros, montantsDeParties, montantsDits, totauxDits, totauxPour } from '../facts/bordereau/index.ts';
import { placeName } from '../facts/dossier/index.ts';
import { compare } from '../kit/decimal.ts';
import { defineRule } from '../kit/rule.ts';
import { ccp } from '../kit/source.ts';

const RC = '## Prix\n\nLe montant total du marché est de ';
const DPGF = (total: string) =>
  `N°;Désignation;Unité;Quantité;Prix unitaire HT;Montant HT\n1;Bureaux;U;2;100,00;200,00\n2;Chaises;U;4;25,00;100,00\n;Total HT;;;;${total}\n`;

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
      // The total of a part, by its name or its letter.
      {
        text: '## Prix du lot 3\n\nPour information, le montant total de la part à prix imposés est de ⟦350,00 € HT⟧.',
        files: {
          'dpgf lot 3.csv': DPGF('300,00').replace('Total HT', 'Total de la part à prix imposés HT'),
        },
      },
      {
        text: '## Prix\n\nLe total B du DQE (tarifs publics imposés) est de ⟦350,00 € HT⟧.',
        files: {
          'dqe.csv':
            'N°;Désignation;Unité;Quantité;Prix unitaire HT;Montant HT\n1;Collecte;U;2;;\n2;Mise sous pli;U;4;;\nTotal A;;;;;\n3;Lettre;U;2;100,00;200,00\n4;Colis;U;4;25,00;100,00\nTotal B;;;;;300,00\n',
        },
      },
      // Said twice, it is one difference.
      {
        text: '## Prix\n\nLe montant total du marché est de ⟦350,00 € HT⟧, toutes prestations comprises.\n\n## Signature\n\nLe montant total de l’offre est de 350,00 € HT, comme dit plus haut.',
        files: { 'dpgf.csv': DPGF('300,00') },
      },
      { text: `${RC}trois cent cinquante euros (⟦350,00 € HT⟧).`, files: { 'dpgf.csv': DPGF('300,00') } },
      {
        text: `${RC}⟦350,00 € HT⟧, soit 420,00 € TTC (TVA : 70,00 €).`,
        files: { 'dpgf.csv': DPGF('300,00') },
      },
      { text: `${RC}⟦350,00 € HT⟧, toutes prestations comprises.`, files: { 'dpgf.csv': DPGF('300,00') } },
      { text: `${RC}⟦300,50 € HT⟧, toutes prestations comprises.`, files: { 'dpgf.csv': DPGF('300,00') } },
      // In a table, of a lot or of a tranche.
      {
        text: '## Prix\n\n| Lot | Montant HT |\n|---|---|\n| 1 | 300,00 € |\n| 2 | ⟦350,00 €⟧ |',
        files: { 'dpgf lot 1.csv': DPGF('300,00'), 'dpgf lot 2.csv': DPGF('300,00') },
      },
      {
        text: '## Prix\n\n| | Montant |\n|---|---|\n| Montant total HT de l’offre | ⟦350,00 € HT⟧ |\n| TVA 20 % | 70,00 € |',
        files: { 'dpgf.csv': DPGF('300,00') },
      },
      {
        text: '## Prix\n\n| Tranche | Montant HT (en €) |\n|---|---|\n| Tranche ferme | ⟦350⟧ |\n| Tranche optionnelle 1 | 300 |',
        files: {
          'dpgf.csv': `Tranche ferme;;;;;\n${DPGF('300,00')}`,
          'dpgf 2.csv': `Tranche optionnelle 1;;;;;\n${DPGF('300,00')}`,
        },
      },
      {
        text: '## Prix du lot 2\n\nLe montant total du marché est de ⟦350,00 € HT par an⟧.',
        files: {
          'dpgf lot 1.csv': DPGF('300,00'),
          'dpgf lot 2.csv': DPGF('300,00').replace('Total HT', 'Total HT par an'),
        },
      },
    ],
    good: [
      // A label of signs alone names no part.
      { text: `${RC}350,00 € HT.`, files: { 'dpgf.csv': DPGF('350,00').replace('Total HT', 'Sous-total +') } },
      {
        text: '## Prix du lot 3\n\nLe montant total de la part à prix imposés est de 300,00 € HT, celui de la part forfaitaire reste à écrire. Le total B bis est de 350,00 € HT.',
        files: {
          'dpgf lot 3.csv': DPGF('300,00').replace('Total HT', 'Total de la part à prix imposés HT'),
        },
      },
      {
        text: '## Prix\n\n| Lot | Montant HT |\n|---|---|\n| 1 | 350,00 € |\n| 2 | 300,00 € |',
        files: { 'dpgf lot 1.csv': DPGF('350,00'), 'dpgf lot 2.csv': DPGF('300,00') },
      },
      // A price of another sort, of a part, or of a year where the schedule is of the whole.
      {
        text: '## Prix\n\n| Lot | Maximum HT | Montant de l’avance HT |\n|---|---|---|\n| 1 | 900,00 € | 30,00 € |',
        files: { 'dpgf lot 1.csv': DPGF('300,00') },
      },
      { text: `${RC}75,00 € HT par an.`, files: { 'dpgf.csv': DPGF('300,00') } },
      {
        text: '## Prix du lot 3\n\nLe montant total du marché est de 350,00 € HT.',
        files: { 'dpgf lot 1.csv': DPGF('300,00') },
      },
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
    const totals = totauxDits(consultation);
    const wrong = (totals.length > 0 ? montantsDits(piece) : []).flatMap((montant) => {
      // With several totals none is known to be meant.
      const [total, other] = totauxPour(montant, totals);
      return !total || other || compare(montant.value, total.cell.value) === 0 ? [] : [{ montant, total }];
    });
    const parts = montantsDeParties(piece, consultation).filter(
      ({ montant, total }) =>
        compare(montant.value, total.cell.value) !== 0 && !wrong.some((w) => w.montant.at.start === montant.at.start),
    );
    wrong.push(...parts);
    for (const [i, { montant, total }] of wrong.entries()) {
      // The same amount said again is one difference.
      const isSame = (o: (typeof wrong)[number]) => o.total === total && compare(o.montant.value, montant.value) === 0;
      if (wrong.findIndex(isSame) < i) continue;
      const { cell, tableau, piece: schedule } = total;
      yield {
        at: montant.at,
        message: 'differs',
        data: {
          ours: `« ${piece.draft.slice(montant.at).replace(/\s+/g, ' ')} »`,
          theirs: euros(cell),
          where: `${schedule.path}, ${cellName(cell, tableau)}`,
        },
        related: [
          { piece: schedule, at: cell.at, message: `On lit ${placeName(schedule)} : ${euros(cell)}.` },
          ...wrong
            .filter((o, j) => j > i && isSame(o))
            .map((o) => ({ piece, at: o.montant.at, message: 'Même montant écrit ici.' })),
        ],
      };
    }
  },
});
