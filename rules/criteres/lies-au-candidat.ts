import { criteresCandidat } from '../facts/criteres/index.ts';
import { defineRule } from '../kit/rule.ts';
import { ccp } from '../kit/source.ts';

export default defineRule({
  id: 'criteres/lies-au-candidat',
  title: 'Critère qui juge le candidat et non son offre',
  level: 'warning',
  pieces: ['rc'],
  why: `Les références, le chiffre d'affaires, l'effectif ou l'implantation d'une entreprise servent à vérifier qu'elle est capable, avant de lire
son offre. Les noter une seconde fois comme critère d'attribution est irrégulier et écarte les entreprises jeunes.`,
  sources: [ccp('L2152-8'), ccp('R2152-7')],
  messages: {
    candidat:
      '« {name} » juge le candidat et non son offre.\nC’est une condition de candidature, et non un critère d’attribution. Le retirer, ou noter ce que l’offre propose (méthode, équipe affectée au marché si elle influe sur la qualité d’exécution).',
  },
  // Points for firms of one place are told by the rule on that.
  silencedBy: [{ rule: 'criteres/application-differenciee', where: 'place' }],
  examples: {
    bad: [
      '## Critères\n\n| Critère | Poids |\n|---|---|\n| Prix | 60 % |\n| ⟦Chantiers comparables menés ces dernières années⟧ | 40 % |\n',
      '## Critères\n\n| Critère | Poids | Éléments d’appréciation |\n|---|---|---|\n| Prix | 60 % | Total |\n| Technique | 40 % | Délai de pose annoncé (30 %) ; ⟦audience et palmarès du prestataire dans la profession⟧ (10 %) |',
      '## Critères\n\n- Prix : 60 points\n- ⟦Nombre de stades que vous entretenez déjà⟧ : 40 points\n',
      '## Critères\n\n- Prix : 60 points\n- ⟦Ponctualité constatée lors des précédents marchés⟧ : 40 points\n',
      '## Critères\n\n| Critère | Points |\n|---|---|\n| Prix | 80 |\n| ⟦Étendue du portefeuille de communes déjà clientes⟧ | 20 |',
      '## Critères\n\n| Critère | Points |\n|---|---|\n| Prix | 90 |\n| ⟦Téléconsultations déjà hébergées par l’éditeur, tous clients confondus⟧ | 10 |',
      '## Critères\n\n- Prix : 60 points\n- ⟦Références sur des équipements comparables au cours des trois dernières années⟧ : 40 points\n',
      '## Critères\n\n- Prix : 60 points\n- ⟦Nombre d’années depuis lequel la société exerce en milieu hospitalier⟧ : 40 points\n',
      '## Critères\n\n| Critère | Points | Ce qui est regardé |\n|---|---|---|\n| Prix | 60 | total |\n| Valeur technique | 40 | méthode : 30 ; ⟦encadrement permanent de l’entreprise et agence à moins de 60 km du lycée⟧ : 10 |\n',

      '| Critère | Poids |\n|---|---|\n| Prix | 60 % |\n| ⟦Bilan carbone annuel de la société et existence d’une direction dédiée⟧ | 40 % |\n',
      '## Critères\n\n| Critère | Points |\n|---|---|\n| Prix | 60 |\n| Conduite du projet | 35 |\n| ⟦Réalisations antérieures de la société dans la filière⟧ | 5 |\n',
      '| Noté | Sur 100 |\n|---|---|\n| Montant du devis | 60 |\n| ⟦Agence ou dépôt dans le département⟧ | 20 |\n| Papier recyclé | 20 |\n',
      '| Critère | Points | Sous-critère | Points |\n|---|---|---|---|\n| Prix | 80 | Forfait | 50 |\n| | | Bordereau | 30 |\n| ⟦Références de la société⟧ | 20 | Nombre de communes clientes de la société | 20 |\n',
      '| Critère | Poids |\n|---|---|\n| Prix | 60 % |\n| ⟦Références de l’entreprise⟧ | 40 % |\n',
      'Les offres sont jugées sur le prix (60 %), la qualité (20 %) et l’⟦expérience du candidat⟧ (20 %).',
      '## Critères\n\n- Prix : 60 %\n- ⟦Chiffre d’affaires et effectifs⟧ : 40 %\n',
      '## Critères\n\n- Prix : 60 %\n- Valeur technique : 40 %\n  - ⟦implantation locale⟧ : 20 %\n  - méthode : 20 %\n',
      '## Critères\n\n- Prix : 60 %\n- Valeur technique : 30 %\n- ⟦Certification ISO 9001⟧ : 10 %\n',
      '## Critères\n\n1. Prix : 60 points\n2. ⟦Moyens généraux de l’entreprise⟧ : 40 points\n',
      '## Critères\n\n1. Prix : 60 points\n2. ⟦Assise du soumissionnaire⟧ – 40 points, appréciés d’après son effectif total\n',
      '## Critères\n\n- Prix : 60 points\n- Valeur technique : 40 points\n  - méthode : 30 points\n  - ⟦distance entre la mairie et l’agence la plus proche de l’entreprise⟧ : 10 points\n',
      '## Critères\n\n- Prix : 60 points\n- Valeur technique : 40 points\n  - méthode : 30 points\n  - ⟦nombre de collèges déjà équipés⟧ : 10 points\n',
      '## Critères\n\n- Prix : 60 points\n- ⟦Années d’activité de l’éditeur⟧ : 40 points\n',
      '## Critères\n\n- Prix : 60 points\n- Valeur technique : 40 points\n  - méthode : 30 points\n  - ⟦existence d’une agence du candidat à moins de 25 kilomètres de la mairie⟧ : 10 points\n',
      '## Critères\n\n- Prix : 60 points\n- ⟦Renommée du photographe et prix obtenus par le studio⟧ : 40 points\n',
      '## Critères\n\n- Prix : 60 points\n- ⟦Temps de trajet entre le site et les bureaux du candidat⟧ : 40 points\n',
    ],
    good: [
      '## Critères\n\n| Critère | Poids | Éléments d’appréciation |\n|---|---|---|\n| Prix | 60 % | Total |\n| Technique | 40 % | Délai de pose annoncé (30 %) ; précision du planning du prestataire (10 %) |',
      '## Jugement des offres\n\n| Critère | Points |\n|---|---|\n| Prix, d’après le bordereau et l’effectif à habiller de l’annexe 2 | 60 |\n| Confort des vêtements, d’après les essais | 40 |\n',
      '## Critères\n\n- Prix : 60 points\n- Nombre de visites que vous ferez chaque mois : 40 points\n',
      '## Critères\n\n- Prix : 60 points\n- Reprise des données du précédent marché : 40 points\n',
      '## Qui nous sommes\n\nNous sommes 312 salariés, répartis entre le siège, l’antenne et six points d’accueil.\n\n## Critères\n\n| Critère | Points |\n|---|---|\n| Prix | 60 |\n| Qualité du service | 40 |',
      '## Jugement des offres\n\nComposition de l’équipe affectée : lue, non notée. Siège de l’entreprise : indifférent.',
      // What is said not to count.
      '## Jugement des offres\n\n- Prix : 60 %\n- Délai : 40 %\n\nNe comptent pas dans la note : la taille de l’entreprise, son chiffre d’affaires, ses travaux passés pour la commune.',
      '## Critères\n\n- Prix : 60 points\n- Résistance des produits, comparée à celle des équipements similaires : 40 points\n',
      '## Critères\n\n- Prix : 60 points\n- Durée pendant laquelle le candidat intervient sur site après la pose : 40 points\n',
      '## Critères\n\n| Critère | Points | Ce qui est regardé |\n|---|---|---|\n| Prix | 60 | total |\n| Valeur technique | 40 | méthode : 30 ; encadrement du chantier : 10 |\n',
      '## Jugement des offres\n\n- Prix : 60 %\n- Délai : 40 %\n\nLes autres sont avertis sans attendre, par le profil d’acheteur, avec la note obtenue et le nom de l’entreprise retenue.',

      '| Critère | Poids |\n|---|---|\n| Prix | 60 % |\n| Bilan carbone de la livraison | 40 % |\n',
      '## Jugement des offres\n\n- Prix : 60 %\n- Délai : 40 %\n\nLa taille, l’ancienneté et la localisation des soumissionnaires sont indifférentes au classement.',
      '## Jugement des offres\n\n- Prix : 60 %\n- Délai : 40 %\n\nL’ancienneté de l’entreprise reste sans effet sur la note.',
      '## Critères\n\n- Prix : 60 points\n- Composition et lumière des dix images remises par le photographe : 40 points\n',
      '## Critères\n\n- Prix : 60 points\n- Délai de remise en état proposé par le candidat : 40 points\n',
      '## Critères\n\n- Prix : 60 points\n- Qualité du reportage du photographe proposé, d’après son projet : 40 points\n',
      '## Critères\n\n| Critère | Points |\n|---|---|\n| Prix | 60 |\n| Réalisation des prestations, par phases | 35 |\n| Reprise des données des projets en cours | 5 |\n',
      '## Jugement des offres\n\nUne même grille sert à tous, quels que soient la taille de l’entreprise, son lieu d’établissement ou sa qualité d’actuel prestataire.',
      '## Jugement des offres\n\nÀ égalité de points, la meilleure note sur le critère le plus lourd l’emporte.',
      '## Jugement des offres\n\n- Prix : 60 %\n- Délai : 40 %\n\nSi deux offres sont à égalité, celle qui a la meilleure note au critère 2 passe devant.',
      '## Critères de jugement des offres\n\n- Prix : 60 points\n- Délai : 40 points\n\nL’acheteur exige du candidat auquel il est envisagé d’attribuer le marché qu’il justifie ne pas relever d’un des motifs d’exclusion. À compter de ce courrier, le candidat produira les éléments suivants :\n\n- l’attestation fiscale de paiement de l’impôt sur les sociétés et de la TVA au 31 décembre de l’année passée ;\n- la liste des salariés.',
      '## Critères\n\n- Prix : 60 points\n- Nombre de postes de travail déjà équipés à la fin du premier mois : 40 points\n',
      '## Critères\n\n- Prix : 60 points\n- Durée d’activité des batteries proposées : 40 points\n',
      '## Critères\n\n- Prix : 60 points\n- Distance entre deux prises de charge : 40 points\n',
      '## Critères\n\n- Prix : 60 points\n- Émissions de CO2, d’après la distance entre le lieu de production et l’agence : 40 points\n',
      '| Critère | Poids |\n|---|---|\n| Prix | 60 % |\n| Expérience des techniciens affectés au marché, dont dépend la qualité de l’exécution | 40 % |\n',
      '## Sélection des candidatures\n\nLes candidatures sont classées selon les critères suivants :\n\n- références de l’entreprise : 60 points\n- chiffre d’affaires : 40 points\n',
      '## Critères\n\n- Prix : 60 %\n- Étendue du catalogue (nombre de références) : 40 %\n',
      '## Critères\n\n- Prix : 60 %\n- Certifications environnementales des produits : 40 %\n',
      '## Critères\n\n- Prix : 60 %\n- Moyens humains et matériels affectés au marché : 40 %\n',
      '# RC\n\n## Candidature\n\nLe candidat fournit ses références, son chiffre d’affaires et ses effectifs.\n\n## Critères\n\n- Prix : 60 %\n- Valeur technique : 40 %\n',
    ],
    limits: [],
  },
  *check(piece) {
    for (const { at, name, doubt } of piece.ask(criteresCandidat))
      yield { at, message: 'candidat', data: { name }, doubt };
  },
});
