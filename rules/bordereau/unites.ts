import { cellName, discordes, placeOf } from '../facts/bordereau/index.ts';
import { placeName } from '../facts/dossier/index.ts';
import { defineRule } from '../kit/rule.ts';
import { ccp } from '../kit/source.ts';

const RC = '## Prix\n\nLes prix sont ceux du bordereau.';

export default defineRule({
  id: 'bordereau/unites',
  title: 'Même ligne avec deux unités ou deux quantités',
  level: 'warning',
  pieces: ['bpu', 'dpgf', 'dqe'],
  dossier: true,
  why: 'Le détail estimatif compare les offres sur les prix du bordereau. Si une ligne y est comptée dans une autre unité, ou pour une autre quantité, les montants comparés ne sont pas ceux qui seront payés.',
  sources: [ccp('R2112-6'), ccp('R2152-6')],
  messages: {
    unite:
      'Unité de « {label} » : ici « {ours} », ailleurs « {theirs} ».\nIci {cell}, et « {theirs} » {where} : un même prix serait compris de deux façons. Écrire la même unité.',
    quantite:
      'Quantité de « {label} » : ici {ours}, ailleurs {theirs}.\nIci {cell}, et {theirs} {where} : les offres seraient comparées sur deux quantités. Écrire la même quantité.',
  },
  examples: {
    bad: [
      // A header in two rows; a year, in two words.
      {
        text: RC,
        files: {
          'bpu.csv':
            'Quantités annuelles;;;;;\n;;;;Prix unitaire HT (à remplir);\nN°;Désignation;Unité;Qté estimée;en chiffres;en lettres\n1;Tonte des pelouses;m2;120;;\n2;Taille de haie;ml;300;;\n',
          'dqe.csv':
            'Période de 12 mois;;;;;\nN°;Désignation;Unité;Quantité annuelle;Prix unitaire HT;Montant HT\n1;⟦Tonte des pelouses⟧;m2;210;;\n2;⟦Taille de haie⟧;m2;300;;\n',
        },
      },
      {
        text: RC,
        files: {
          'bpu.csv':
            'N°;Désignation;Unité;Prix unitaire HT;;\n;;;en chiffres;en lettres;\n1;Tonte des pelouses;m2;;;\n2;Taille de haie;ml;;;\n',
          'dqe.csv':
            'N°;Désignation;Unité;Quantité;Prix HT;\n;;;;Unitaire;Total\n1;Tonte des pelouses;m2;210;;\n2;⟦Taille de haie⟧;heure;300;;\n',
        },
      },
      {
        text: RC,
        files: {
          'bpu.csv': 'N°;Désignation;Unité;Prix;\n;;;€ HT;€ TTC\n1;Tonte des pelouses;m2;;\n2;Taille de haie;ml;;\n',
          'dqe.csv':
            'N°;Désignation;;Quantité;Prix unitaire HT;Montant HT\n1;Tonte des pelouses;m2;210;;\n2;Taille de haie;ml;300;;\n',
          'dpgf.csv':
            ';;;;Prix;\nN°;Désignation;Unité;Quantité;HT;Total HT\n1;⟦Tonte des pelouses⟧;heure;210;;\n2;Taille de haie;ml;300;;\n',
        },
      },
      // Without a column of prices.
      {
        text: RC,
        files: {
          'dpgf.csv': 'N°;Désignation;Unité;Quantité\n1;Bureaux;U;12\n2;Chaises;U;24\n',
          'dqe.csv': 'N°;Désignation;Unité;Quantité\n1;⟦Bureaux⟧;U;21\n2;Chaises;U;24\n',
        },
      },
      // A code beside the words names no line; of three schedules, one difference is told once.
      {
        text: RC,
        files: {
          'bpu.csv':
            'N°;Code article;Désignation;Unité;Prix unitaire HT\n1;A-1;Tonte des pelouses;m2;\n2;A-2;Taille de haie;ml;\n',
          'dpgf.csv':
            'N°;Désignation;Unité;Quantité;Prix unitaire HT;Montant HT\n1;⟦Tonte des pelouses⟧;heure;1200;;\n2;Taille de haie;ml;300;;\n',
          'dqe.csv':
            'N°;Code article;Désignation;Unité;Quantité;Prix unitaire HT;Montant HT\n1;A-1;Tonte des pelouses;m2;1200;;\n2;A-2;Taille de haie;ml;300;;\n',
        },
      },
      {
        text: RC,
        files: {
          'bpu.csv': 'N°;Désignation;Unité;Prix unitaire HT\n1;Tonte des pelouses;m2;\n2;Taille de haie;ml;\n',
          'dqe.csv':
            'N°;Désignation;Unité;Quantité;Prix unitaire HT;Montant HT\n1;⟦Tonte des pelouses⟧;heure;1200;;\n2;Taille de haie;ml;300;;\n',
        },
      },
      {
        text: RC,
        files: {
          'dpgf.csv': 'N°;Désignation;Unité;Quantité;Prix unitaire HT;Montant HT\n1;Bureaux;U;12;;\n2;Chaises;U;24;;\n',
          'dqe.csv':
            'N°;Désignation;Unité;Quantité;Prix unitaire HT;Montant HT\n1;Bureaux;U;12;;\n2;⟦Chaises⟧;U;42;;\n',
        },
      },
    ],
    good: [
      {
        text: RC,
        files: {
          'dpgf.csv': 'N°;Désignation;Unité;Quantité\n1;Bureaux;U;12\n2;Chaises;U;24\n',
          'dqe.csv': 'N°;Désignation;Cond.;Volume;PU HT\n1;Bureaux;unité;12;\n2;Chaises;unité;24;\n',
        },
      },
      // Thousands and dozens, in words and in figures.
      {
        text: RC,
        files: {
          'bpu.csv': 'N°;Désignation;Unité;Prix unitaire HT\n1;Mise sous pli;1 000 plis;\n2;Stylo bleu;dizaine;\n',
          'dqe.csv':
            'N°;Désignation;Unité;Quantité;Prix unitaire HT;Montant HT\n1;Mise sous pli;le millier de plis;145;;\n2;Stylo bleu;10;75;;\n',
        },
      },
      {
        text: RC,
        files: {
          'bpu.csv':
            ';;;;Prix unitaire HT (à remplir);\nN°;Désignation;Unité;Qté sur 48 mois;en chiffres;en lettres\n1;Tonte des pelouses;m2;480;;\n2;Taille de haie;ml;300;;\n',
          'dqe.csv':
            'N°;Désignation;Unité;Quantité annuelle;Prix unitaire HT;Montant HT\n1;Tonte des pelouses;m2;120;;\n2;Taille de haie;ml;75;;\n',
        },
      },
      // Of a year, and of the whole contract.
      {
        text: RC,
        files: {
          'dpgf.csv':
            'Quantités annuelles;;;;;\nN°;Désignation;Unité;Quantité;Prix unitaire HT;Montant HT\n1;Bureaux;U;12;;\n2;Chaises;U;24;;\n',
          'dqe.csv':
            'Quantités estimées sur 48 mois;;;;;\nN°;Désignation;Unité;Quantité;Prix unitaire HT;Montant HT\n1;Bureaux;U;48;;\n2;Chaises;U;96;;\n',
        },
      },
      {
        text: RC,
        files: {
          'bpu.csv':
            'N°;Désignation;Unité;Prix unitaire HT\n1;Tonte des pelouses;m²;\n2;Taille de haie;mètre linéaire;\n3;Semis;Sachet;\n',
          'dqe.csv':
            'N°;Désignation;Unité;Quantité;Prix unitaire HT;Montant HT\n1;Tonte des pelouses;m2;1200;;\n2;Taille de haie;ml;300;;\n3;Semis;sachets;20;;\n',
        },
      },
      {
        text: RC,
        files: {
          'bpu.csv': 'Désignation;Unité;Prix unitaire HT\nForfait de base;U;\nForfait de base;mois;\n',
          'dqe.csv': 'Désignation;Unité;Quantité;Prix unitaire HT\nForfait de base;an;2;\nAutre;U;2;\n',
        },
      },
    ],
    limits: [],
  },
  *check(piece) {
    for (const { what, ici, la } of discordes(piece.consultation)) {
      const [ours, theirs] = [ici.ligne.cells[what], la.ligne.cells[what]];
      if (ici.piece !== piece || !ours || !theirs) continue;
      const label = ici.ligne.cells.libelle?.text ?? '';
      yield {
        at: placeOf(ici.ligne),
        message: what,
        data: {
          label,
          ours: ours.text,
          cell: cellName(ours, ici.tableau),
          theirs: theirs.text,
          where: `${placeName(la.piece)} (${cellName(theirs, la.tableau)})`,
        },
        related: [
          { piece: la.piece, at: placeOf(la.ligne), message: `On lit ${placeName(la.piece)} : « ${theirs.text} ».` },
        ],
      };
    }
  },
});
