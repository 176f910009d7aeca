import { type Designe, lotsManquants, tranchesManquantes } from '../facts/bordereau/index.ts';
import { placeName } from '../facts/dossier/index.ts';
import { defineRule, type Report } from '../kit/rule.ts';
import { ccp } from '../kit/source.ts';

const LOTS = '## Lots\n\nLe marché est divisé en deux lots :\n\n';
const HEADER = 'N°;Désignation;Unité;Quantité;Prix unitaire HT;Montant HT\n';

/** « lot 2 », « tranche optionnelle 1 » */
const name = ({ id }: Designe, isLot: boolean): string => (isLot ? `lot ${id}` : `tranche ${id}`);

type Message = 'sansPrix' | 'sansPrixTranche' | 'inconnu' | 'inconnuTranche';

export default defineRule<Message>({
  id: 'bordereau/lots',
  title: 'Lot ou tranche sans prix à remettre, ou prix sans lot ni tranche',
  level: 'error',
  pieces: ['rc', 'ae', 'ccap', 'cctp', 'bpu', 'dpgf', 'dqe'],
  dossier: true,
  why: 'Chaque lot est attribué, et chaque tranche affermie, à un prix que les candidats ont remis. Un lot ou une tranche qui n’a de ligne dans aucun bordereau n’a pas de prix ; un bordereau pour un lot qui n’existe pas fait chiffrer ce qui n’est pas acheté.',
  sources: [ccp('R2112-6'), ccp('R2113-4'), ccp('L2113-10')],
  messages: {
    sansPrix:
      'Aucun bordereau de prix n’a de ligne pour le {what}.\nD’autres en ont : il n’aurait pas de prix. Ajouter son bordereau, ou dire lequel vaut pour tous.',
    sansPrixTranche:
      'Aucun bordereau de prix n’a de ligne pour la {what}.\nD’autres en ont : elle n’aurait pas de prix. Ajouter ses lignes au bordereau.',
    inconnu:
      'Prix demandés pour le {what}, que les pièces du marché ne prévoient pas.\nLes lignes sont à cet endroit : {where}. Corriger le numéro, ou ôter ces lignes.',
    inconnuTranche:
      'Prix demandés pour la {what}, que les pièces du marché ne prévoient pas.\nLes lignes sont à cet endroit : {where}. Corriger le numéro, ou ôter ces lignes.',
  },
  examples: {
    bad: [
      {
        text: `${LOTS}- lot 1 : mobilier ;\n- lot 2 : ⟦éclairage⟧.`,
        files: { 'dpgf lot 1.csv': `${HEADER}1;Bureaux;U;12;;\n2;Chaises;U;24;;\n` },
      },
      {
        text: `${LOTS}- lot 1 : mobilier ;\n- lot 2 : éclairage.`,
        files: {
          'dpgf.csv': `Lot 1 : mobilier;;;;;\n${HEADER}1;Bureaux;U;12;;\nLot 2 : éclairage;;;;;\n1;Lampes;U;24;;\n⟦Lot 3 : signalétique⟧;;;;;\n1;Panneaux;U;4;;\n`,
        },
      },
      {
        text: '## Tranches\n\nLe marché comprend une tranche ferme et une tranche optionnelle :\n\n- tranche ferme : salle de lecture ;\n- ⟦tranche optionnelle 1⟧ : réserve.',
        files: { 'dpgf.csv': `Tranche ferme;;;;;\n${HEADER}1;Rayonnages;U;12;;\n2;Tables;U;6;;\n` },
      },
      {
        text: '## Tranches\n\nLe marché comprend une tranche ferme et une tranche optionnelle :\n\n- tranche ferme : salle de lecture ;\n- tranche optionnelle 1 : réserve.',
        files: {
          'dpgf.csv': `Tranche ferme;;;;;\n${HEADER}1;Rayonnages;U;12;;\nTranche optionnelle 1;;;;;\n1;Tables;U;6;;\n⟦Tranche optionnelle 2⟧;;;;;\n1;Échelles;U;2;;\n`,
        },
      },
      // The one optional tranche that is listed, beside a firm one that is not.
      {
        text: '## 3. Tranches\n\nLe marché comporte une tranche ferme, pour la salle, et une tranche optionnelle.\n\n## 3.1 ⟦Tranche optionnelle⟧\n\nElle porte sur la réserve.',
        files: {
          'dpgf.csv': 'Tranche;Poste;Unité;Quantité\nTranche ferme;Rayonnages;U;12\nTranche ferme;Tables;U;6\n',
        },
      },
      // A lot without tranches beside it.
      {
        text: `${LOTS}- lot 1 : mobilier ;\n- lot 2 : éclairage.\n\n## Tranches du lot 1\n\nLe lot 1 comprend une tranche ferme et une tranche optionnelle :\n\n- tranche ferme : salle de lecture ;\n- ⟦tranche optionnelle 1⟧ : réserve.`,
        files: {
          'dpgf.csv': `Lot 1 – Tranche ferme;;;;;\n${HEADER}1;Rayonnages;U;12;;\nLot 2;;;;;\n1;Lampes;U;6;;\n`,
        },
      },
    ],
    good: [
      {
        text: `${LOTS}- lot 1 : mobilier ;\n- lot 2 : éclairage.`,
        files: {
          'dpgf lot 1.csv': `${HEADER}1;Bureaux;U;12;;\n2;Chaises;U;24;;\n`,
          'dpgf lot 2.csv': `${HEADER}1;Lampes;U;12;;\n2;Spots;U;24;;\n`,
        },
      },
      // One schedule for all the lots.
      {
        text: `${LOTS}- lot 1 : mobilier ;\n- lot 2 : éclairage.`,
        files: { 'bpu.csv': `BPU commun à tous les lots;;;;;\n${HEADER}1;Bureaux;U;12;;\n2;Lampes;U;24;;\n` },
      },
      {
        text: `${LOTS}- lot 1 : mobilier ;\n- lot 2 : éclairage.`,
        files: { 'bpu.csv': 'Lot;Désignation;Unité;Prix unitaire HT\n1;Bureaux;U;\n1;Chaises;U;\n2;Lampes;U;\n' },
      },
      {
        text: '## 3. Tranches\n\nLe marché comporte une tranche ferme, pour la salle, et une tranche optionnelle.\n\n## 3.1 Tranche optionnelle\n\nElle porte sur la réserve.',
        files: {
          'dpgf.csv': 'Tranche;Poste;Unité;Quantité\nTranche ferme;Rayonnages;U;12\nTranche optionnelle 1;Tables;U;6\n',
        },
      },
      // The parts of one contract, by trade.
      {
        text: '## Allotissement\n\nLe marché n’est pas alloti : les prestations forment un tout indissociable.',
        files: {
          'dpgf.csv': `Lot 1 : gros œuvre;;;;;\n${HEADER}1;Murs;m2;12;;\nLot 2 : charpente;;;;;\n1;Fermes;U;6;;\n`,
        },
      },
    ],
    limits: [],
  },
  *check(piece): Generator<Report<Message>> {
    const { consultation } = piece;
    const all = [
      ...lotsManquants(consultation).map((m) => ({ ...m, isLot: true })),
      ...tranchesManquantes(consultation).map((m) => ({ ...m, isLot: false })),
    ];
    for (const { sansPrix, inconnus, drafts, bordereau, isLot } of all) {
      for (const one of sansPrix.filter((o) => o.piece === piece))
        yield {
          at: one.at,
          message: isLot ? 'sansPrix' : 'sansPrixTranche',
          data: { what: name(one, isLot) },
          related: [
            {
              piece: bordereau.piece,
              at: bordereau.at,
              message: `Prix demandés ${placeName(bordereau.piece)} : ${name(bordereau, isLot)}.`,
            },
          ],
        };
      for (const one of inconnus.filter((o) => o.piece === piece))
        yield {
          at: one.at,
          message: isLot ? 'inconnu' : 'inconnuTranche',
          data: { what: name(one, isLot), where: placeName(drafts.piece) },
          related: [{ piece: drafts.piece, at: drafts.at, message: `Liste donnée ${placeName(drafts.piece)}.` }],
        };
    }
  },
});
