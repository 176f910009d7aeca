import { bordereau, cellName, euros, fautesDeCumul, fautesDeTotal, placeOf } from '../facts/bordereau/index.ts';
import { inFrench } from '../kit/decimal.ts';
import type { Piece } from '../kit/piece.ts';
import { defineRule, type Report } from '../kit/rule.ts';
import { ccp } from '../kit/source.ts';

const RC = '## Prix\n\nLes prix sont ceux du bordereau.';
const HEADER = 'N°;Désignation;Unité;Quantité;Prix unitaire HT;Montant HT\n';
/** Names of lines given, at most. */
const MOST_LABELS = 3;

type Message = 'formule' | 'somme' | 'ligne' | 'quantite';

export default defineRule<Message>({
  id: 'bordereau/total',
  title: 'Total qui ne fait pas la somme de ses lignes',
  level: 'error',
  pieces: ['bpu', 'dpgf', 'dqe'],
  dossier: true,
  why: 'Les offres sont comparées sur ce total. Une formule qui oublie des lignes fait gagner celui qui y met ses prix les plus hauts, et le prix du marché n’est plus celui des lignes.',
  sources: [ccp('R2112-6'), ccp('R2152-6')],
  messages: {
    formule:
      'La formule de ce total ({cell}) oublie des lignes ({count}).\nLignes oubliées : {labels}. Le prix comparé ne serait pas celui de l’offre. Étendre la formule à toutes les lignes.',
    somme: 'Ce total est de {ours} ({cell}), mais ses lignes font {theirs}.\nCorriger le total ou les lignes.',
    quantite:
      'Ce total est de {ours} ({cell}), mais ses lignes font {theirs}.\nC’est celui des quantités de ces lignes : le prix porterait sur une autre. Corriger le total ou les quantités.',
    ligne:
      'Montant de « {label} » : {ours} ({cell}), au lieu de {theirs}.\nLa quantité par le prix unitaire fait {theirs}. Corriger la ligne.',
  },
  examples: {
    bad: [
      // A sum of quantities, as typed, or by its formula.
      {
        text: RC,
        files: {
          'dpgf.csv': `${HEADER}1;Pelouses;m2;124;;=D2*E2\n2;Massifs;m2;86;;=D3*E3\n;Surface totale entretenue;m²;⟦201⟧;;\n;Sous-total A;;;;=SUM(F2:F3)\n;Total HT;;;;=F5\n`,
        },
      },
      {
        text: RC,
        files: {
          'dqe.csv': `${HEADER}1;Haies du nord;ml;124;;=D2*E2\n2;Haies du sud;ml;86;;=D3*E3\n3;Haies du parc;ml;40;;=D4*E4\n;Total des linéaires;ml;⟦=SUM(D2:D3)⟧;;\n;Total HT;;;;=SUM(F2:F4)\n`,
        },
      },
      {
        text: RC,
        files: {
          'dqe.csv': `${HEADER}1;Tilleuls;U;12;;=D2*E2\n2;Platanes;U;30;;=D3*E3\n;Nombre total d’arbres;U;⟦24⟧;;\n;Total HT;;;;=SUM(F2:F3)\n`,
        },
      },
      // Two columns, a number before what nobody heads « Désignation », « Ensemble » for the total.
      { text: RC, files: { 'dpgf.csv': 'Ouvrage;Montant HT\nMurs;1000,00\nSols;500,00\nTotal HT;⟦1600,00⟧\n' } },
      {
        text: RC,
        files: { 'dpgf.csv': 'N°;Bâtiment;Montant HT\n1;Nord;1000,00\n2;Sud;500,00\n;Ensemble HT;⟦1600,00⟧\n' },
      },
      // The tax, and the total with it, as written.
      {
        text: RC,
        files: {
          'dqe.csv': `${HEADER}1;Bureaux;U;2;100,00;200,00\n2;Chaises;U;3;10,00;30,00\n;Total HT;;;;230,00\n;TVA 20 %;;;;46,00\n;Total TTC;;;;⟦267,00⟧\n`,
        },
      },
      {
        text: RC,
        files: {
          'dqe.csv': `${HEADER}1;Bureaux;U;2;100,00;200,00\n2;Chaises;U;3;10,00;30,00\n;Total HT;;;;230,00\n;TVA 20 %;;;;⟦64,00⟧\n;Total TTC;;;;294,00\n`,
        },
      },
      {
        text: RC,
        files: {
          'dqe.csv': `${HEADER}1;Bureaux;U;2;100,50;201,00\n2;Chaises;U;4;25,25;101,00\n;Total HT;;;;⟦300,00⟧\n`,
        },
      },
      {
        text: RC,
        files: {
          'dqe.csv': `${HEADER}1;Bureaux;U;2;100,50;⟦210,00⟧\n2;Chaises;U;4;25,25;101,00\n;Total HT;;;;311,00\n`,
        },
      },
      {
        text: RC,
        files: {
          'dpgf.csv': `${HEADER}1;Bureaux;U;2;;=D2*E2\n2;Chaises;U;4;;=D3*E3\n3;Lampes;U;4;;=D4*E4\n;Total HT;;;;⟦=SUM(F2:F3)⟧\n`,
        },
      },
    ],
    good: [
      // A sum of quantities is no line to price.
      {
        text: RC,
        files: {
          'dpgf.csv': `${HEADER};A – Surfaces;;;;\n1;Pelouses;m2;124;;=D3*E3\n2;Massifs;m2;86;;=D4*E4\n;Surface totale entretenue;m²;210;;\n;Sous-total A;;;;=SUM(F3:F4)\n;B – Ouvrages;;;;\n3;Bassin;U;1;;=D8*E8\n4;Clôtures;ml;640;;=D9*E9\n;Sous-total B;;;;=SUM(F8:F9)\n;Total HT;;;;=F6+F10\n`,
        },
      },
      {
        text: RC,
        files: {
          'dqe.csv': `${HEADER}1;Haies du nord;ml;124;;=D2*E2\n2;Haies du sud;ml;86;;=D3*E3\n3;Arbres;U;12;;=D4*E4\n;Total des linéaires;ml;=SUM(D2:D3);;\n;Total HT;;;;=SUM(F2:F4)\n`,
        },
      },
      // A line to price, of a whole surface.
      {
        text: RC,
        files: {
          'dqe.csv': `${HEADER}1;Murs;m2;124;;=D2*E2\n2;Sols;m2;86;;=D3*E3\n3;Surface totale des toitures;m2;300;;=D4*E4\n;Total HT;;;;=SUM(F2:F4)\n`,
        },
      },
      {
        text: RC,
        files: {
          'dqe.csv': `${HEADER}1;Bureaux;U;3;33,35;100,05\n2;Chaises;U;1;10,00;10,00\n;Total HT;;;;110,05\n;TVA 5,5 %;;;;6,05\n;Total TTC;;;;116,10\n`,
        },
      },
      {
        text: RC,
        files: {
          'dqe.csv': `${HEADER}1;Bureaux;U;3;0,1;0,30\n2;Chaises;U;3;0,2;0,60\n;Total HT;;;;0,90\n;TVA 20 %;;;;0,18\n;Total TTC;;;;1,08\n`,
        },
      },
      {
        text: RC,
        files: {
          'dpgf.csv': `${HEADER};A. Mobilier;;;;\n1;Bureaux;U;2;;=D3*E3\n;Sous-total A;;;;=SUM(F3:F3)\n;B. Lampes;;;;\n2;Lampes;U;4;;=D6*E6\n;Sous-total B;;;;=SUM(F6:F6)\n;Total HT;;;;=F4+F7\n`,
        },
      },
      // « Ensemble » is a unit of lines too.
      {
        text: RC,
        files: {
          'dpgf.csv':
            'N°;Poste;Unité;Montant HT\n1;Murs;m2;1000,00\n2;Ensemble de portes;ens;500,00\n;Total HT;;1500,00\n',
        },
      },
      // Options are said apart.
      {
        text: RC,
        files: {
          'dpgf.csv': `${HEADER}1;Bureaux;U;2;;=D2*E2\n2;Chaises;U;4;;=D3*E3\n;Total HT;;;;=SUM(F2:F3)\n;Options;;;;\n3;Lampes;U;4;;=D6*E6\n`,
        },
      },
      // Another column counts too.
      {
        text: RC,
        files: {
          'dqe.csv':
            'Désignation;Unité;Quantité;Nb de mois;Prix unitaire HT;Montant HT\nLocation;U;2;12;10,00;240,00\nPose;U;1;1;50,00;50,00\nTotal HT;;;;;290,00\n',
        },
      },
      // Each amount is rounded to the cent.
      {
        text: RC,
        files: {
          'dqe.csv': `${HEADER}1;Bureaux;U;3;33,333;100,00\n2;Chaises;U;3;33,333;100,00\n;Total HT;;;;200,00\n`,
        },
      },
    ],
    limits: [],
  },
  *check(piece): Generator<Report<Message>> {
    for (const tableau of piece.ask(bordereau)) {
      for (const { at, ours, somme } of fautesDeCumul(tableau))
        yield {
          at: at.at,
          message: 'quantite',
          data: { ours: inFrench(ours), cell: cellName(at, tableau), theirs: inFrench(somme) },
        };
      for (const faute of fautesDeTotal(tableau)) yield ofTotal(piece, faute, cellName(faute.at, tableau));
    }
  },
});

function ofTotal(piece: Piece, faute: ReturnType<typeof fautesDeTotal>[number], cell: string): Report<Message> {
  const { at } = faute.at;
  if (faute.kind === 'formule') {
    const labels = faute.lignes.map((l) => `« ${l.cells.libelle?.text ?? l.row.number} »`);
    const shown = labels.length > MOST_LABELS ? [...labels.slice(0, MOST_LABELS), '…'] : labels;
    return {
      at,
      message: 'formule',
      data: { cell, count: labels.length, labels: shown.join(', ') },
      related: faute.lignes.map((l) => ({ piece, at: placeOf(l), message: 'Ligne que la formule oublie.' })),
    };
  }
  const ours = euros(faute.at);
  if (faute.kind === 'somme')
    return { at, message: 'somme', data: { ours, cell, theirs: `${inFrench(faute.somme)} €` } };
  const label = faute.ligne.cells.libelle?.text ?? '';
  return { at, message: 'ligne', data: { label, ours, cell, theirs: `${inFrench(faute.produit)} €` } };
}
