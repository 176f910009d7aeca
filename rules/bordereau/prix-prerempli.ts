import { bordereau, cellName, euros, prixEcrits } from '../facts/bordereau/index.ts';
import { defineRule } from '../kit/rule.ts';
import { ccp } from '../kit/source.ts';

const RC = '## Prix\n\nLes prix sont ceux du bordereau.';
const HEADER = 'N°;Désignation;Unité;Prix unitaire HT\n';

export default defineRule({
  id: 'bordereau/prix-prerempli',
  title: 'Prix déjà inscrit dans une case que le candidat remplit',
  level: 'warning',
  pieces: ['bpu', 'dpgf', 'dqe'],
  dossier: true,
  why: 'Le prix est l’offre du candidat. Une case déjà remplie livre l’estimation de l’acheteur ou le prix d’un ancien titulaire, ou impose un prix sans le dire : les offres s’alignent ou ne se comparent plus.',
  sources: [ccp('R2112-6'), ccp('L2152-2')],
  messages: {
    one: 'La case de prix de « {label} » contient déjà {price} ({cell}).\nC’est au candidat de la remplir. La vider, ou dire que le prix est imposé.',
    several:
      'Des cases de prix sont déjà remplies : {count}.\nLa première est « {label} », {price} ({cell}). C’est au candidat de les remplir. Les vider, ou dire que les prix sont imposés.',
  },
  examples: {
    bad: [
      // The title over other lines says nothing of this one.
      {
        text: RC,
        files: {
          'bpu.csv': `${HEADER}A. À remplir par le candidat;;;\n1;Tonte;m2;\n2;Taille;ml;⟦4,50⟧\nB. Tarifs publics imposés;;;\nP1;Badge;U;1,20\nP2;Carte;U;4,50\n`,
        },
      },
      { text: RC, files: { 'bpu.csv': `${HEADER}1;Tonte;m2;\n2;Taille;ml;⟦4,50 € HT⟧\n` } },
      { text: RC, files: { 'bpu.csv': `${HEADER}1;Tonte;m2;\n2;Taille;ml;⟦4,50⟧\n` } },
      { text: RC, files: { 'bpu.csv': `${HEADER}1;Tonte;m2;⟦0,80 €⟧\n2;Taille;ml;4,50 €\n` } },
      // A column known by its money alone.
      {
        text: RC,
        files: { 'bpu.csv': 'N°;Désignation;À votre charge, en € HT\n1;Tonte;\n2;Taille;⟦4,50⟧\n' },
      },
      // The frame may not be changed, and the prices are the candidate's.
      {
        text: RC,
        files: {
          'bpu.csv': `Prix unitaires fixés par le candidat. Ne pas modifier les libellés ni les lignes;;;\n${HEADER}1;Tonte;m2;\n2;Taille;ml;⟦4,50⟧\n`,
        },
      },
    ],
    good: [
      {
        text: RC,
        files: {
          'bpu.csv': `${HEADER}1;Tonte;m2;\n2;Taille;ml;\nB. Tarifs publics imposés;;;\nP1;Badge;U;1,20\nP2;Carte;U;4,50\n`,
        },
      },
      { text: RC, files: { 'bpu.csv': `${HEADER}1;Tonte;m2;… € HT\n2;Taille;ml;0,00 € HT\n` } },
      {
        text: RC,
        files: {
          'bpu.csv': `Barème fixé par la Caisse : le candidat ne modifie ni les libellés ni les montants;;;\n${HEADER}1;Badge;U;1,20\n2;Carte;U;4,50\n`,
        },
      },
      { text: RC, files: { 'bpu.csv': 'N°;Désignation;Unité;Budget estimé en € HT\n1;Tonte;m2;\n2;Taille;ml;4,50\n' } },
      { text: RC, files: { 'bpu.csv': `${HEADER}1;Tonte;m2;\n2;Taille;ml;\n` } },
      { text: RC, files: { 'bpu.csv': `${HEADER}1;Tonte;m2;0\n2;Taille;ml;0,00\n` } },
      {
        text: RC,
        files: {
          'bpu.csv': `Les prix fixés par l’acheteur ne se modifient pas;;;\n${HEADER}1;Tonte;m2;\n2;Taille;ml;4,50\n`,
        },
      },
      { text: RC, files: { 'bpu.csv': `${HEADER}1;Tonte;m2;\n2;Fourniture du badge (prix imposé);U;4,50\n` } },
    ],
    limits: [],
  },
  *check(piece) {
    for (const tableau of piece.ask(bordereau)) {
      const [first, ...others] = prixEcrits(tableau);
      if (!first) continue;
      const data = {
        label: first.ligne.cells.libelle?.text ?? '',
        price: euros(first.cell),
        cell: cellName(first.cell, tableau),
      };
      yield {
        at: first.cell.at,
        message: others.length > 0 ? 'several' : 'one',
        data: { ...data, count: others.length + 1 },
        related: others.map(({ cell }) => ({ piece, at: cell.at, message: `Case remplie aussi : ${euros(cell)}.` })),
      };
    }
  },
});
