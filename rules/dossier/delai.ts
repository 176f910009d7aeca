import { type Delai, delaiMatter, discord } from '../facts/dossier/index.ts';
import { defineRule } from '../kit/rule.ts';
import { ccp } from '../kit/source.ts';

const LOTS = '## Lots\n\nLe marché est divisé en deux lots :\n\n- lot 1 : mobilier ;\n- lot 2 : éclairage.\n\n';

export default defineRule<Delai['kind']>({
  id: 'dossier/delai',
  title: 'Date limite ou validité des offres différentes d’une pièce à l’autre',
  level: 'error',
  pieces: '*',
  dossier: true,
  why: 'Une offre reçue après l’heure limite est éliminée, une offre qui n’est plus valable ne peut être retenue. Deux dates ou deux durées dans le même dossier exposent la procédure à l’annulation.',
  sources: [ccp('R2151-1'), ccp('R2151-5')],
  messages: {
    limite:
      'Une autre pièce donne une autre date limite de remise des offres.\nIci {ours}, mais {theirs} : un candidat peut se croire dans les temps et être éliminé. Écrire la même date et la même heure limites partout.',
    validite:
      'Une autre pièce donne une autre durée de validité des offres.\nIci {ours}, mais {theirs} : on ne sait jusqu’à quand les candidats sont engagés. Écrire la même durée partout.',
  },
  examples: {
    bad: [
      {
        text: 'Dernier jour pour déposer : ⟦5 mars 2027⟧\n',
        files: { 'ae.md': '# Acte d’engagement\n\n| Étape | Jour |\n|---|---|\n| Fin de dépôt | ⟦9 mars 2027⟧ |\n' },
        fixed: { gains: '5 mars 2027' },
      },
      // What binds is said of those who bid.
      {
        text: 'Vous ne pourrez revenir sur votre devis pendant les ⟦cent jours⟧ qui suivent la clôture.',
        files: {
          'ae.md': "# Acte d'engagement\n\nVous avez ⟦cinq mois⟧, à partir de la clôture, pour retenir notre offre.\n",
        },
        fixed: { gains: 'avez cent' },
      },
      {
        text: '## Votre offre vous engage\n\nVous ne pouvez vous dédire jusqu’au ⟦31 mai 2027⟧.',
        files: { 'ae.md': "# Acte d'engagement\n\nOffre maintenue : jusqu’au ⟦30 juin 2027⟧\n" },
        fixed: { gains: 'jusqu’au 31 mai' },
      },
      {
        text: 'Les candidats téléversent leur réponse à cet appel d’offres ouvert avant le ⟦2 février 2027 à 17 h 00⟧.',
        files: {
          'cctp.md':
            '# CCTP\n\n## Échéance\n\nPour mémoire, la réponse est à téléverser avant le ⟦2 février 2027 à 12 h 00⟧.\n',
        },
        fixed: { gains: '27 à 17' },
      },
      // What the day it runs from says, in an act that speaks of its engagement.
      {
        text: '## L’essentiel\n\n- **Validité de votre offre :** ⟦150 jours⟧ à compter de la date limite',
        files: {
          'ae.md':
            "# Acte d'engagement\n\n## Engagement\n\nNotre engagement tient pendant ⟦cent vingt jours⟧ à compter de la date limite de réception des offres.",
        },
        fixed: { gains: 'tient pendant 150 jours à compter' },
      },

      // A tracked change among the words is not written elsewhere.
      {
        text: '## Offres\n\nLes offres sont remises au plus tard le ⟦5 mars<!-- ajout de A. Roux, 2026-11-24 : « 5 mars » --> 2027 à 12 h 00⟧.',
        files: {
          'cadre.md':
            '# Annexe 1 au RC – Cadre de mémoire technique\n\nÀ remettre avec l’offre avant le ⟦08/03/2027 à 12 h⟧.',
        },
        fixed: { gains: 'avec l’offre avant le 5 mars 2027 à 12 h 00' },
      },
      // What is said of all the lots is said of each.
      {
        text: `${LOTS}## Offres\n\nLe délai de validité des offres est de ⟦120 jours⟧.`,
        files: {
          'ae.md':
            "# Acte d'engagement\n\n## Offre\n\nPour le lot 2, le délai de validité des offres est de ⟦90 jours⟧.",
        },
        fixed: { gains: 'le délai de validité des offres est de 120 jours.' },
      },
      {
        text: '## Offres\n\nLes soumissionnaires sont tenus par leur offre durant ⟦six mois⟧ à compter de la date limite.',
        files: {
          'ae.md':
            "# Acte d'engagement\n\nCet engagement ne le lie que si l’accord-cadre lui est attribué dans les ⟦cent vingt jours⟧ qui suivent la date limite fixée pour la réception des offres.",
        },
        fixed: { gains: 'dans les six mois qui suivent' },
      },
      {
        text: '## Offres\n\nLes offres sont remises au plus tard le ⟦5 mars 2027 à 12 h 00⟧.',
        files: {
          'cadre.md':
            '# Annexe 1 au RC – Cadre de mémoire technique\n\nÀ remettre avec l’offre avant le ⟦08/03/2027 à 12 h⟧.',
        },
        fixed: { gains: 'avec l’offre avant le 5 mars 2027 à 12 h 00' },
      },
      {
        text: '## Offres\n\nLes offres sont remises au plus tard le ⟦5 mars 2027 à 12 h 00⟧.',
        files: {
          'cadre.md':
            '# Annexe 1 au RC – Cadre de mémoire technique\n\nLe cadre complété accompagne l’offre, déposée au plus tard le ⟦8 mars 2027 à 12 h 00⟧.',
        },
        fixed: { gains: 'déposée au plus tard le 5 mars 2027 à 12 h 00' },
      },
      {
        text: '## Offres\n\n| Étape | Valeur |\n|---|---|\n| Date limite de remise des offres | ⟦5 mars 2027⟧ |\n| Heure limite | 12 h 00 |',
        files: {
          'cctp.md':
            '# CCTP\n\nLes relevés sont joints à l’offre, à déposer en ligne avant le ⟦5 mars 2027 à 16 heures⟧.',
        },
      },
      {
        text: '## Offres\n\n| Lot | Validité de l’offre |\n|---|---|\n| 1 | 90 jours |\n| 2 | ⟦180 jours⟧ |',
        files: { 'ae.md': "# Acte d'engagement – Lot 2\n\n- Maintien de l'offre : ⟦90 jours⟧\n" },
        fixed: { gains: "l'offre : 180 jours" },
      },
      {
        text: '## Offres\n\nLe délai de validité des offres est de ⟦120 jours⟧. Passé ce délai, la consultation est déclarée sans suite.',
        files: {
          'ae.md':
            "# Acte d'engagement\n\n## Engagement\n\nLe délai de validité des offres est de ⟦90 jours⟧ ; la procédure peut être déclarée sans suite.",
        },
        fixed: { gains: 'offres est de 120 jours' },
      },
      {
        text: '## Engagement\n\nLes entreprises sont tenues par leur proposition pendant ⟦cent dix jours⟧ à compter de la date limite.',
        files: {
          'ae.md':
            "# Acte d'engagement\n\nLa société demeure liée par son offre ⟦soixante jours⟧ à partir de la date limite.",
        },
        fixed: { gains: 'offre cent dix jours à partir' },
      },
      {
        text: '## Remise des offres\n\nLes offres sont remises au plus tard le ⟦vendredi 5 mars 2027 à 12 heures⟧.',
        files: {
          'ccap.md':
            '# CCAP\n\n## Calendrier\n\nLa date limite de réception des offres est fixée au ⟦vendredi 12 mars 2027 à 12 h⟧.',
        },
        fixed: { gains: 'fixée au vendredi 5 mars 2027 à 12 heures.' },
      },
      {
        text: '## Offres\n\nLe délai de validité des offres est de ⟦cent quatre-vingts jours⟧ à compter de la date limite de remise.',
        files: {
          'ae.md':
            "# Acte d'engagement\n\n## Engagement\n\nL'offre lie le candidat pendant ⟦120 jours⟧ à compter de la date limite de remise des offres.",
        },
        fixed: { gains: 'pendant cent quatre-vingts jours à compter' },
      },
      {
        text: '## Offres\n\n| Étape | Date |\n|---|---|\n| Date limite de remise des offres | ⟦5 mars 2027 à 12 h 00⟧ |',
        files: {
          'cctp.md': '# CCTP\n\n## Calendrier\n\nDate limite de remise des offres : ⟦05/03/2027 à 16h00⟧.',
        },
        fixed: { gains: 'offres : 5 mars 2027 à 12 h 00.' },
      },
    ],
    good: [
      {
        text: '# RC\n\nDate limite de remise des offres : lundi 28 décembre 2026 à 16 heures.\n',
        files: {
          'ae.md':
            '# Acte d’engagement\n\nLe marché prend effet le 1er avril 2027. Il expire de plein droit le 31 mars 2031 à minuit.\n',
        },
      },

      {
        text: 'Date limite de remise des offres : 12 mars 2027 à 12 h 00.',
        files: {
          'ccp.md':
            '# CCP\n\n| Contrat | |\n|---|---|\n| Prise d’effet | 1er mai 2027, 0 heure |\n| Fin | 30 avril 2031, 24 heures |',
        },
      },
      // Phases of a design are no bids.
      {
        text: '# RC\n\nDate limite de remise des offres : 12 mars 2027 à 12 h.',
        files: {
          'cctp.md':
            '# CCTP\n\n## 4. Calendrier\n\n| Phase | Rendu | Date |\n|---|---|---|\n| Avant-projet | plans au 1/200 | 4 juin 2027 |\n| Projet | plans au 1/50 | 3 septembre 2027 |\n',
        },
      },
      {
        text: 'Votre devis ne bouge pas durant quatre mois. La ville répond aux questions jusqu’au 3 mars 2027.',
        files: {
          'ae.md':
            "# Acte d'engagement\n\nLe signataire est tenu au secret pendant cinq mois. La ville a six mois pour se prononcer sur les plans d’exécution.\n",
        },
      },
      // Two delays under one title.
      {
        text: '## Offres\n\nLe délai de validité des offres est de 120 jours.',
        files: {
          'ae.md':
            "# Acte d'engagement\n\n## Validité de l’offre et paiement\n\nLe candidat est lié par son offre pendant le délai fixé au règlement. Le paiement intervient dans un délai de 30 jours.",
        },
      },
      {
        text: '## Offres\n\nLe délai de validité de vos offres est de 120 jours.',
        files: {
          'ae.md':
            "# Acte d'engagement\n\nL'engagement de confidentialité tient pendant 90 jours à compter de la date limite de réception des offres. L’acheteur prend l’engagement de répondre sous 60 jours à compter de la date limite de remise des offres.",
        },
      },

      {
        text: `${LOTS}## Offres\n\nLe délai de validité des offres est de 120 jours. Pour le lot 2, le délai de validité des offres est de 90 jours.`,
        files: {
          'ae.md': "# Acte d'engagement\n\n## Offre\n\nPour le lot 2, le délai de validité des offres est de 90 jours.",
        },
      },
      {
        text: '## Offres\n\nLes offres sont remises au plus tard le vendredi 5 mars 2027 à 12 heures.',
        files: {
          'cadre.md':
            '# Annexe 1 au RC – Cadre de mémoire technique\n\nLe cadre est remis avec l’offre, au plus tard le 05/03/2027 à 12h00.\n\nLes échantillons, à déposer avec l’offre avant le 4 mars 2027, sont rendus.',
        },
      },
      {
        text: '## Offres\n\nDate limite de remise des offres : 5 mars 2027\nHeure limite : 12 h 00\n\n## Visite\n\nLa visite a lieu le 5 février 2027.\nHeure : 16 h.',
        files: {
          'ccap.md':
            '# CCAP\n\n## Calendrier\n\n| Étape | Jour |\n|---|---|\n| Date limite de réception des offres | 5 mars 2027 |\n| Heure d’ouverture du chantier | 7 h 30 |',
        },
      },
      {
        text: '## Offres\n\nLe délai de validité des offres est de 120 jours.',
        files: {
          'cctp.md':
            '# CCTP\n\n## Contexte\n\nLors de la consultation précédente, restée infructueuse, le délai de validité des offres était de 90 jours.',
        },
      },
      {
        text: '## Offres\n\nLes offres sont remises au plus tard le 5 mars 2027 à 12 heures.',
        files: { 'ccap.md': '# CCAP\n\n## Calendrier\n\nDate limite de réception des offres : vendredi 5 mars 2027.' },
      },
      {
        text: '## Dates\n\nLes candidatures sont remises au plus tard le 5 février 2027 à 12 heures. La date limite de remise des offres est le 2 avril 2027.',
        files: { 'ccap.md': '# CCAP\n\n## Calendrier\n\nDate limite de réception des offres : 2 avril 2027.' },
      },
      {
        text: '## Offres\n\nLe délai de validité des offres est de 120 jours.',
        files: { 'ae.md': "# Acte d'engagement\n\nL'offre engage le candidat pendant quatre mois." },
      },
      {
        text: '## Offres\n\nLe délai de validité des offres est de 120 jours.',
        files: { 'ccap.md': '# CCAP\n\n## Garantie\n\nLa garantie est de deux ans à compter de l’admission.' },
      },
      {
        text: '## Offres\n\nLes offres initiales sont remises le 5 mars 2027 au plus tard.',
        files: { 'ccap.md': '# CCAP\n\nLa date limite de remise des offres finales est le 7 mai 2027.' },
      },
    ],
    limits: [],
  },
  *check(piece) {
    yield* discord(piece, delaiMatter, (ours) => ours.value.kind);
  },
});
