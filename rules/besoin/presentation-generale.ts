import { clauseText } from '../clauses/clauses.ts';
import { isOfAnnex, presentation } from '../facts/besoin/index.ts';
import { insertBlockAfter } from '../kit/fix.ts';
import { defineRule } from '../kit/rule.ts';
import { ccp, guide } from '../kit/source.ts';

const SKELETON = `## Présentation générale du besoin\n\n${clauseText('besoin-presentation-generale')}`;

export default defineRule({
  id: 'besoin/presentation-generale',
  title: 'Besoin jamais présenté dans son ensemble',
  level: 'warning',
  pieces: ['cctp', 'programme-fonctionnel'],
  absence: true,
  why: `Un candidat ne propose une réponse nouvelle que s'il sait à quoi le marché doit servir. Un cahier des charges qui s'ouvre sur ses
prescriptions ne laisse que le choix des moyens déjà écrits.`,
  sources: [guide('I.B', 9), ccp('L2111-1')],
  messages: {
    absent:
      'La pièce commence par ses prescriptions et ne présente nulle part le besoin.\nAjouter en tête le contexte, l’objet et les objectifs du marché.',
  },
  examples: {
    bad: [
      {
        text: '# ⟦CCTP⟧\n\n## 1. Montage\n\nL’objectif de la formation est de savoir monter les panneaux.\n',
        fixed: { gains: '## Présentation générale du besoin' },
      },
      {
        text: '# ⟦CCTP⟧\n\n## 1. Réserves\n\nLe titulaire qui entend contester un ordre le dit sous quinze jours.\n',
        fixed: { gains: '## Présentation générale du besoin' },
      },
      {
        text: '# ⟦CCTP⟧\n\n## 1. Accès\n\nL’agent se présente à l’accueil et signe le cahier.\n',
        fixed: { gains: '## Présentation générale du besoin' },
      },
      {
        text: '# ⟦Annexe 2 – Cahier des clauses techniques particulières⟧\n\n## Article 1 – Prescriptions\n\nLes bancs ont une assise de 45 cm.\n\n## Article 2 – Livraison\n\nEn dix jours.\n',
        fixed: { gains: '## Présentation générale du besoin' },
      },
      {
        text: '# ⟦CCTP⟧\n\n## Article 1 – Prescriptions communes\n\nLes panneaux ont une épaisseur de 19 mm au moins.\n\n## Article 2 – Livraison\n\nLes meubles sont livrés en dix jours.\n',
        fixed: { gains: '## Présentation générale du besoin' },
      },
      {
        text: '# ⟦Programme fonctionnel⟧\n\nCommune de Brécey – consultation 12\n\n## 1. Fonctions\n\n### F1 – Éclairer\n\n200 lux au sol.\n\n### F2 – Alerter\n\nEn deux minutes.\n\n## 2. Objectifs de la formation\n\nDeux jours.\n',
        head: { piece: 'programme-fonctionnel' },
        fixed: { gains: '**Objectifs.**' },
      },
    ],
    good: [
      '# CCTP\n\n## 1. D’où l’on part\n\nDeux halls de 1962 se font face.\n\n## 2. Les matériaux\n\nLe titulaire pose un bardage de 20 mm.\n',
      '# CCTP\n\nLes enjeux de ce marché sont la sobriété et le confort des élèves.\n\n## 1. Sols\n\nDalles de 30 cm.\n',
      '# CCTP\n\nChantier : réfection des sols de la halte-garderie\n\n## Article 1 – Sols\n\nDalles de 30 cm.\n',
      '# CCTP\n\n| Objet | Réfection des sols de la halte-garderie |\n|---|---|\n| Lieu | rue des Lilas |\n\n## Article 1 – Sols\n\nDalles de 30 cm.\n',
      '# CCTP\n\n## 1. Ce que la régie recherche\n\nDes pompes.\n\n## 2. Débit\n\n40 L/min.\n',
      '# CCTP\n\n## 1. D’où part le projet\n\nLa digue a cédé deux fois.\n\n## 2. Enrochement\n\nBlocs de 2 t.\n',
      '# CCTP\n\n## 1. Prescriptions\n\nLa régie entend, d’ici deux ans, rendre ses quais aux piétons. Les dalles font 8 cm.\n',
      '# CCTP\n\nAcheteur : ville de Brécey\n\nObjet du marché : six autolaveuses pour les écoles\n\n## 1. Brosses\n\nDiamètre de 50 cm.\n',
      '# CCTP\n\n## 1. Qui nous sommes et ce que nous cherchons\n\nNous versons chaque année 212 millions d’euros de prestations.\n\n## 2. Prescriptions\n\nLe logiciel calcule les droits.',
      '# Annexe 2 au CCTP – Plans et métrés\n\n## A. Façades\n\nFaçade nord : 120 m².\n',
      '# CCTP\n\n## Article 1 – Le problème\n\nUne tourbière brûle par-dessous : quand la fumée se voit, le feu a une semaine.\n\n## Article 2 – Exigences\n\nLe système signale un feu en six heures.\n',
      '# CCTP\n\n## 1. Contexte et objet\n\nLe centre hospitalier exploite 6 400 équipements.\n',
      '# CCTP\n\nLe présent cahier porte sur la fourniture de bornes.\n\n## 1. Spécifications\n\nHauteur : 1 m.\n',
      '# CCTP\n\nARTICLE 1 - OBJET DU MARCHE\n\nFourniture de repas.\n',
      '# CCTP – lot 3\n\nLe contexte est décrit dans le CCTP commun à tous les lots.\n\n## 1. Peintures\n\nTrois couches.\n',
      '# Cahier des charges\n\nLa commune souhaite équiper ses écoles.\n\n## Matériel\n\nDix postes.\n',
      '# CCTP\n\n## 1 / POURQUOI\n\nUne panne se découvre en trois semaines ; but : une journée.\n\n## 2 / QUOI\n\nMesurer la température.\n',
      '# Programme fonctionnel\n\n## Titre A. La situation\n\nUn assuré sur quatre a renoncé à un soin.\n\n## Titre B. Résultats\n\n4 000 repérages par an.\n',
      '# CCTP\n\n## I. Résultats\n\nUn assuré sur quatre renonce à un soin. La Caisse veut le savoir plus tôt.\n',
      '# CCTP\n\n## Chapitre 1 : Préambule\n\nLa médiathèque ouvre en 2028.\n',
    ],
    limits: [],
  },
  *check(piece) {
    if (piece.ask(presentation)) return;
    const { title } = piece.draft;
    if (!title || isOfAnnex(title)) return;
    yield {
      at: title.span,
      message: 'absent',
      fixes: [insertBlockAfter(piece, title.node, SKELETON, 'Ajouter une présentation générale du besoin')],
    };
  },
});
