import { bordereau, placeOf, quantitesAbsentes } from '../facts/bordereau/index.ts';
import { defineRule } from '../kit/rule.ts';
import { ccp } from '../kit/source.ts';

const RC = '## Prix\n\nLes prix sont ceux du bordereau.';
const HEADER = 'N°;Désignation;Unité;Quantité;Prix unitaire HT;Montant HT\n';

export default defineRule({
  id: 'bordereau/quantite-absente',
  title: 'Quantité que l’acheteur doit donner, laissée vide',
  level: 'warning',
  pieces: ['dqe', 'dpgf'],
  dossier: true,
  why: 'Les offres se comparent sur les mêmes quantités. Une quantité laissée vide est comptée pour zéro par les uns, supposée par les autres : les montants ne se comparent plus.',
  sources: [ccp('R2112-6'), ccp('R2152-6')],
  messages: {
    missing:
      'La quantité de « {label} » manque (ligne {row}).\nLes autres sont données : les offres ne se compareraient pas. L’inscrire, ou dire que le candidat la propose.',
  },
  examples: {
    bad: [
      { text: RC, files: { 'dqe.csv': `${HEADER}1;Bureaux;U;12;;\n2;⟦Chaises⟧;U;;;\n3;Lampes;U;6;;\n` } },
      {
        text: RC,
        files: { 'dqe.csv': `${HEADER}1;Bureaux;U;12;;\n2;Chaises;U;4;;\n3;⟦Lampes⟧;U;;;\n4;Tables;U;3;;\n` },
      },
      {
        text: RC,
        files: {
          'dqe.csv': `${HEADER}1;Bureaux;U;12;à compléter;\n2;⟦Chaises⟧;U;;à compléter;\n3;Lampes;U;6;à compléter;\n`,
        },
      },
    ],
    good: [
      {
        text: RC,
        files: { 'dqe.csv': `${HEADER}1;Bureaux;U;12;;\n2;Reprise;PM;;;\n3;Lampes;U;6;;\n` },
      },
      {
        text: RC,
        files: { 'dqe.csv': `${HEADER}1;Bureaux;U;12;;\n2;Livraison;Forfait;;;\n3;Lampes;U;6;;\n` },
      },
      { text: RC, files: { 'dqe.csv': `${HEADER}1;Bureaux;U;12;;\n2;Chaises;U;24;;\n` } },
      { text: RC, files: { 'dpgf.csv': `${HEADER}1;Bureaux;U;;;\n2;Chaises;U;;;\n3;Lampes;U;6;;\n` } },
      {
        text: RC,
        files: {
          'dqe.csv': `${HEADER}1;Bureaux;U;12;;\n2;Réglages (quantité proposée par le candidat);Jour;;;\n3;Lampes;U;6;;\n`,
        },
      },
      {
        text: RC,
        files: {
          'dpgf.csv': `Quantités à compléter par le candidat;;;;;\n${HEADER}1;Bureaux;U;12;;\n2;Chaises;U;;;\n3;Lampes;U;6;;\n`,
        },
      },
    ],
    limits: [],
  },
  *check(piece) {
    for (const tableau of piece.ask(bordereau))
      for (const ligne of quantitesAbsentes(tableau))
        yield {
          at: placeOf(ligne),
          message: 'missing',
          data: { label: ligne.cells.libelle?.text ?? '', row: ligne.row.number },
        };
  },
});
