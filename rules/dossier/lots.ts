import { discord, type LotSaying, lotsMatter } from '../facts/dossier/index.ts';
import { defineRule } from '../kit/rule.ts';
import { ccp, guide } from '../kit/source.ts';

/** Lots told in one line, without « lot 1 ». */
const IN_ONE_LINE = { 'table-cell': 'a cell names its lots' };

export default defineRule<LotSaying['kind']>({
  id: 'dossier/lots',
  title: 'Lots différents d’une pièce à l’autre',
  level: 'error',
  pieces: '*',
  dossier: true,
  why: 'Les lots disent ce qui est mis en concurrence et attribué. S’ils ne sont pas les mêmes d’une pièce à l’autre, un lot peut manquer de candidats, de prescriptions ou de base contractuelle.',
  sources: [guide('I.C', 10), ccp('L2113-10')],
  messages: {
    nombre:
      'Cette pièce prévoit {ours}, mais on lit {theirs}.\nLes candidats ne savent à quoi répondre. Donner la même liste de lots dans toutes les pièces.',
    objet:
      'Une autre pièce donne un autre objet à ce lot.\nIci {ours}, mais {theirs} : le même numéro désigne des prestations différentes. Reprendre la même liste de lots dans toutes les pièces.',
  },
  examples: {
    bad: [
      {
        text: '## Lots\n\n| Lot | Travaux |\n|---|---|\n| 1 | Gros œuvre |\n| 2 | Menuiserie |\n| 3 | ⟦Chauffage, ventilation⟧ |\n| 4 | Électricité |',
        files: {
          'ccap.md':
            '# CCAP\n\nLe cahier est commun aux corps d’état suivants :\n\n- lot 1 : gros œuvre ;\n- lot 2 : menuiserie ;\n- lot 3 : ⟦ascenseurs⟧ ;\n- lot 4 : électricité.\n',
        },
        fixed: { gains: '- lot 3 : Chauffage, ventilation' },
      },
      {
        text: 'La consultation comprend un premier lot consacré à la traduction et un second qui couvre l’⟦interprétation⟧.',
        files: { 'ae.md': '# Acte d’engagement\n\nLots :\n\n- lot 1 : traduction ;\n- lot 2 : ⟦sous-titrage⟧.\n' },
        fixed: { gains: 't 2 : interprétation' },
        skip: IN_ONE_LINE,
      },
      {
        text: 'LOTS : 01 ÉLAGAGE / 02 ⟦TONTE⟧',
        files: {
          'ccap.md':
            '# CCAP\n\n## Allotissement\n\n| Lot | Intitulé |\n|---|---|\n| 01 | Élagage |\n| 02 | ⟦Désherbage⟧ |\n',
        },
        fixed: { gains: '| 02 | TONTE |' },
        skip: IN_ONE_LINE,
      },
      {
        text: 'Découpage : Lot A (manuels) – Lot B (fournitures) – ⟦Lot C (jeux éducatifs)⟧',
        files: { 'ae.md': '# Acte d’engagement\n\nDécoupage : ⟦Lot A (manuels)⟧ – Lot B (fournitures)\n' },
      },
      {
        text: '## Décomposition\n\n| N° | Intitulé du lot | Durée |\n|---|---|---|\n| 1 | ⟦Tonte et fauchage⟧ | 1 an |\n| 2 | Élagage | 1 an |',
        files: {
          'ccap.md': '# CCAP\n\n## Lots\n\n| Lot | Objet |\n|---|---|\n| 1 | ⟦Mobilier urbain⟧ |\n| 2 | Élagage |',
        },
        fixed: { gains: '| 1 | Tonte et fauchage |' },
      },
      // A list of the same lots, and one too many.
      {
        text: '## Allotissement\n\n| N° | Désignation |\n|---|---|\n| ⟦1 | Toitures⟧ |\n| 2 | Façades |\n| 3 | Vitrages |',
        files: {
          'cctp.md':
            '# CCTP\n\n## Lot 1 – Toitures\n\nArdoise.\n\n## Lot 2 – Façades\n\nChaux.\n\n## Lot 3 – Vitrages\n\nVerre.\n\n## ⟦Lot 4 – Nacelles⟧\n\nLocation.',
        },
      },
      {
        text: 'Les prestations sont réparties ainsi :\n\n- lot 1 : pain ;\n- lot 2 : ⟦fruits frais⟧.',
        files: { 'ae.md': '# AE\n\nLot souscrit (cocher) :\n\n- [ ] 1 : pain\n- [ ] 2 : ⟦produits laitiers⟧\n' },
        fixed: { gains: '2 : fruits frais' },
      },
      {
        text: '# RC\n\n## Lots\n\n- Lot 1 : toitures ;\n- Lot 2 : ⟦peintures extérieures⟧.',
        files: {
          'ae.md': '# AE\n\nL’acte correspond :\n\n- ☐ au lot 1 : toitures\n- ☐ au lot 2 : ⟦peintures intérieures⟧\n',
        },
        fixed: { gains: 'au lot 2 : peintures extérieures' },
      },
      {
        text: 'Sont attribués à part le lot 1 (vélos de service), le lot 2 (casques) et le lot 3 (⟦abris couverts⟧).',
        files: {
          'cctp.md':
            '# CCTP\n\nLe lot 1 couvre douze vélos de service. Le lot 2 couvre vingt casques. Le lot 3 couvre le ⟦gonflage des pneus⟧.',
        },
        fixed: { gains: 'couvre le abris couverts' },
      },
      {
        text: '## Lots\n\nLe marché est divisé en ⟦deux lots⟧ :\n\n| Lot | Intitulé |\n|---|---|\n| 1 | Mobilier |\n| 2 | Éclairage |',
        files: {
          'cctp.md':
            '# CCTP\n\n## Lots\n\nLe marché comporte ⟦trois lots⟧ :\n\n- lot 1 : mobilier ;\n- lot 2 : éclairage ;\n- lot 3 : signalétique.',
        },
      },
      {
        text: '## Lots\n\nLe marché est divisé en deux lots :\n\n- lot 1 : mobilier de bureau ;\n- lot 2 : ⟦signalétique extérieure⟧.',
        files: {
          'ccap.md':
            '# CCAP\n\n## Lots\n\nLe marché est divisé en deux lots :\n\n- lot 1 : fourniture du mobilier ;\n- lot 2 : ⟦éclairage des bureaux⟧.',
          'cctp.md':
            '# CCTP\n\n## Lots\n\nLe marché est divisé en deux lots :\n\n- lot 1 : mobilier ;\n- lot 2 : signalétique.',
        },
        fixed: { gains: 'lot 2 : signalétique extérieure.\n' },
      },
      {
        text: '## Allotissement\n\n⟦Le marché n’est pas alloti : les prestations forment un tout indissociable.⟧',
        files: { 'ccap.md': '# CCAP\n\n## Forme\n\nLe marché est divisé en ⟦trois lots⟧ définis au CCTP.' },
      },
      {
        text: '## Lots\n\n| Lot | Objet |\n|---|---|\n| 1 | Mobilier de classe |\n| 2 | Machines d’atelier |\n| 3 | ⟦Stores occultants⟧ |\n| 4 | Matériel sportif |',
        files: {
          'cctp.md':
            '# CCTP\n\n## Lot 1 – Mobilier de classe\n\nTables.\n\n## Lot 2 – Machines d’atelier\n\nTours.\n\n## Lot 3 – ⟦Revêtements de sol⟧\n\nDalles.\n\n## Lot 4 – Matériel sportif\n\nTapis.',
        },
        fixed: { gains: 'Lot 3 – Stores occultants' },
      },
    ],
    good: [
      {
        text: '# RC\n\nLes prestations ne sont pas alloties, leur dissociation rendant l’exécution plus coûteuse. Les pains font l’objet d’une consultation à part, en trois lots.\n',
        files: { 'ae.md': '# Acte d’engagement\n\nLe marché n’est pas alloti.\n' },
      },

      {
        text: 'Le marché comporte trois lots.',
        files: {
          'cctp.md':
            '# CCTP\n\n- Lot 1 : les candidats sont libres de déposer une offre pour un autre lot.\n- Lot 2 : les soumissionnaires ne peuvent déposer d’offre pour aucun autre lot.\n',
        },
      },
      // What one lot is spared divides the contract no less.
      {
        text: 'Les services sont répartis en trois lots :\n\n   Lot 1   Collecte des verres et cartons\n   Lot 2   Vidage des corbeilles du parc\n   Lot 3   Balayage du marché\n',
        files: {
          'ccap.md':
            '# CCAP\n\n## Insertion\n\nLe titulaire réserve à des personnes en insertion :\n\n   Lot 1   300 heures par an\n   Lot 2   120 heures par an\n   Lot 3   sans objet : aucun poste n’y est créé\n',
        },
      },
      {
        text: '| Lot | Désignation |\n|---|---|\n| 1 | Gardiennage du musée |\n| 2 | Gardiennage du parc |',
        files: {
          'ccap.md':
            '# CCAP\n\n## Capacité\n\n| Lot | Chiffre d’affaires minimal (HT) | Appréciation |\n|---|---|---|\n| 1 | 120 000 € | moyenne des 3 exercices |\n| 2 | 60 000 € | moyenne des 3 exercices |\n',
        },
      },
      // A name of the trade for what the other piece spells out.
      {
        text: '| Lot | Objet |\n|---|---|\n| 1 | Cloisons, faux plafonds et peintures |\n| 2 | Ascenseur |',
        files: {
          'ccap.md': '# CCAP\n\n## Lots\n\n| Lot | Objet |\n|---|---|\n| 1 | Second œuvre |\n| 2 | Ascenseur |\n',
        },
      },
      // What is said of each lot is not its object.
      {
        text: 'Le marché est réparti en deux lots :\n\n- lot 1 : gardiennage du musée ;\n- lot 2 : gardiennage du parc.',
        files: {
          'ccap.md':
            '# CCAP\n\n## Article 4 – Sous-traitance\n\n**4.1.** Le titulaire ne confie à personne certaines missions des lots : la tenue du registre (lot 1) et la ronde de nuit (lot 2).\n\n## Article 5 – Suivi\n\n**5.1.** Deux réunions ont lieu chaque mois : le point technique (lot 1) ; la revue des incidents (lot 2).\n',
        },
      },
      {
        text: 'Le titulaire remet un rapport à la commune (lot 1) et au syndicat (lot 2).',
        files: { 'ae.md': '# Acte d’engagement\n\nLots :\n\n- lot 1 : élagage ;\n- lot 2 : tonte.\n' },
      },
      {
        text: 'Le marché est divisé en deux lots :\n\n| Lot | Objet |\n|---|---|\n| 1 | Achat de tracteurs |\n| 2 | Entretien du parc |',
        files: {
          'ae.md':
            '# Acte d’engagement\n\n## H. Lot 2 – bordereau (à remplir par le candidat)\n\n| N° | Prestation | Prix HT |\n|---|---|---|\n| 1 | Révision annuelle | …… |\n| 2 | Vidange | …… |\n| 3 | Contrôle technique | …… |\n',
        },
      },
      {
        text: 'Les fournitures sont réparties en deux lots :\n\n- lot 1 : fruits ;\n- lot 2 : viandes.',
        files: {
          'ae.md':
            '# Acte d’engagement\n\n| Lot | Désignation du produit | Prix |\n|---|---|---|\n| 1 | Carottes | |\n| 1 | Pommes | |\n| 2 | Bœuf | |\n| 2 | Poulet | |',
        },
      },
      {
        text: 'Les travaux sont répartis en deux lots :\n\n- lot 1 : maçonnerie ;\n- lot 2 : peinture.',
        files: { 'cctp.md': '# CCTP\n\nLe nettoyage ultérieur n’est pas dû au titre du présent lot.' },
      },
      {
        text: '## Lots\n\n2 lots :\n\n- lot 1 : entretien des chaussées ;\n- lot 2 : fourniture de panneaux.',
        files: {
          'ccap.md':
            '# CCAP\n\n## 6. Exécution\n\n**6.3 Environnement.** Lot 1 : engins éteints à l’arrêt. Lot 2 : palettes reprises par le fournisseur. Chaque manquement coûte cent euros.',
          'cctp.md':
            '# CCTP\n\n## 7. Documents remis\n\n| Document | Lot | Délai |\n|---|---|---|\n| Plan de récolement | 1 | 8 jours |\n| Relevé de chantier | 1 | 15 jours |\n| Fiche de pose | 2 | 8 jours |',
        },
      },
      {
        text: 'Les prestations sont réparties ainsi :\n\n- lot 1 : pain ;\n- lot 2 : fruits frais.',
        files: {
          'ae.md':
            '# AE\n\nLe candidat à un lot joint :\n\n- [ ] 1 : attestation d’assurance\n- [ ] 3 : relevé bancaire\n\nPénalités :\n\n- lot 1 : retard de livraison ;\n- lot 2 : défaut de tri.',
        },
      },
      // A number alone is held against the list by `allotissement/nombre-incoherent`.
      {
        text: '## Lots\n\n2 lots :\n\n- lot A : toitures ;\n- lot B : façades.',
        files: { 'cctp.md': '# CCTP\n\n## Travaux\n\nLe marché de 2027 est réparti en cinq lots.' },
      },
      {
        text: '## Lots\n\n2 lots :\n\n- lot A : toitures ;\n- lot B : façades.',
        files: {
          'cctp.md':
            '# CCTP\n\n## Historique\n\nLes travaux relevaient jusqu’à présent d’un contrat réparti en cinq lots, et avant lui d’un marché de 2023 divisé en trois lots.',
        },
      },
      {
        text: '## Lots\n\nLe marché n’est pas alloti, les prestations étant indissociables.',
        files: { 'cctp.md': '# CCTP\n\nLe contrat de 2022 comptait deux lots, plus coûteux à suivre.' },
      },
      {
        text: '## Lots\n\n| Lot | Objet |\n|---|---|\n| 1 | Mobilier de classe |\n| 2 | Machines d’atelier |\n| 3 | Stores occultants |\n| 4 | Matériel sportif |',
        files: {
          'cctp.md':
            '# CCTP\n\n## Lot 1 – Mobilier de classe\n\nTables.\n\n## Lot 2 – Machines d’atelier\n\nTours.\n\n## Lot 4 – Matériel sportif\n\nTapis.',
        },
      },
      {
        text: '## Lots\n\n| Lot | Objet |\n|---|---|\n| 1 | Mobilier de classe |\n| 2 | Machines d’atelier |\n| 3 | Stores occultants |\n| 4 | Matériel sportif |',
        files: {
          'cctp.md':
            '# CCTP\n\n## Lot 1 – Exigences acoustiques\n\nTables.\n\n## Lot 2 – Sécurité des élèves\n\nTours.\n\n## Lot 3 – Réaction au feu\n\nRideaux.\n\n## Lot 4 – Essais\n\nTapis.',
        },
      },
      {
        text: '## Lots\n\nLe marché est divisé en deux lots :\n\n- lot 1 : mobilier ;\n- lot 2 : éclairage.',
        files: {
          'cctp.md':
            '# CCTP\n\n## Lots\n\n| N° de lot | Désignation |\n|---|---|\n| 1 | Mobilier de bureau |\n| 2 | Éclairage et accessoires |',
        },
      },
      {
        text: '## Lots\n\nLe marché est divisé en deux lots :\n\n- lot 1 : mobilier ;\n- lot 2 : éclairage.',
        files: {
          'ccap.md': '# CCAP\n\n## Lots\n\nLe marché comprend deux lots.\n\n## Pénalités\n\n- lot 1 : 50 € par jour.',
        },
      },
      {
        text: '## Lots\n\nLe marché n’est pas alloti, ses prestations formant un tout indissociable.',
        files: {
          'cctp.md':
            '# CCTP\n\n## Interfaces\n\nLes entreprises de l’opération sont :\n\n- lot 1 : gros œuvre ;\n- lot 2 : charpente.',
        },
      },
      {
        text: '## Lots\n\nLe marché est divisé en deux lots :\n\n- lot 1 : mobilier ;\n- lot 2 : éclairage.',
        files: { 'cctp.md': '# CCTP du lot 2\n\n## Objet\n\nLe lot 2 comprend la fourniture de lampes.' },
      },
    ],
    limits: [],
  },
  *check(piece) {
    yield* discord(piece, lotsMatter, (ours) => ours.value.kind);
  },
});
