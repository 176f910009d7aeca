import { discord, dureeMatter } from '../facts/dossier/index.ts';
import { defineRule } from '../kit/rule.ts';
import { ccp } from '../kit/source.ts';

const LOTS = '## Lots\n\nLe marché est divisé en deux lots :\n\n- lot 1 : mobilier ;\n- lot 2 : éclairage.\n\n';

export default defineRule({
  id: 'dossier/duree',
  title: 'Durées du contrat différentes d’une pièce à l’autre',
  level: 'error',
  pieces: '*',
  dossier: true,
  why: 'La durée commande le prix, les seuils et la fin du contrat. Si deux pièces se contredisent, les candidats ne chiffrent pas la même chose et la pièce qui prévaut n’est pas toujours celle que voulait l’acheteur.',
  sources: [ccp('R2112-4')],
  messages: {
    differs:
      'Autre durée : {theirs}.\nLa durée du contrat est ici {ours} : les candidats ne peuvent savoir laquelle chiffrer. Écrire la même durée dans toutes les pièces.',
    fin: 'Autre fin du contrat : {theirs}.\nElle est ici fixée au {ours} : les candidats ne peuvent savoir quelle durée chiffrer. Écrire la même date dans toutes les pièces.',
    tranche:
      'Autre durée de cette tranche : {theirs}.\nElle est ici de {ours} : les candidats ne peuvent savoir laquelle chiffrer. Écrire la même durée dans toutes les pièces.',
  },
  examples: {
    bad: [
      // The clause of the duration, and no other of its sentence.
      {
        text: '## Délai\n\nLe délai global d’exécution des travaux, tous lots confondus, est de ⟦10 mois⟧ à compter de l’ordre de service de démarrage.',
        fixed: { gains: 'de 10 mois' },
        files: {
          'ccap.md':
            '# CCAP\n\n## Délai\n\nLe délai d’exécution de l’ensemble des travaux, tous lots réunis, est de ⟦douze mois⟧ ; il part de l’ordre de commencer le premier lot.',
        },
      },
      {
        text: 'Le marché est conclu pour ⟦deux ans⟧ à compter de sa notification.',
        files: {
          'cctp.md': '# CCTP\n\nLe bassin est gardé chaque nuit, pendant les ⟦dix-huit mois⟧ du contrat.\n',
        },
        fixed: { gains: 'deux ans' },
      },
      {
        text: 'Le marché est conclu pour ⟦quarante-huit mois⟧ à compter de sa notification.',
        files: {
          'ccap.md':
            '# CCAP\n\n## Durée du marché\n\nIl s’exécute pendant ⟦trente-six mois⟧ à partir de sa notification.\n',
        },
        fixed: { gains: 'ndant quarante-huit' },
      },
      // Under the name of a fund, « assurance » is no other term.
      {
        text: '# Caisse d’assurance maladie des Dunes\n\n## Durée\n\nL’accord-cadre est conclu pour ⟦deux ans⟧. Il se prolonge par tacite reconduction d’une seule période d’un an.',
        files: {
          'ccap.md':
            '# CCAP\n\n## Durée\n\nL’accord-cadre est conclu pour ⟦deux ans⟧, reconductible deux fois par périodes d’un an.\n',
        },
      },
      {
        text: '## Durée\n\nLe marché s’exécutera sur ⟦dix mois⟧ à partir de sa notification.',
        files: {
          'cctp.md':
            '# CCTP\n\nLes prestations sont exécutées pendant une durée ferme de ⟦quatorze mois⟧ à compter de la notification.\n',
        },
        fixed: { gains: 'ferme de dix mois' },
      },
      {
        text: '| Lot | Durée d’exécution |\n|---|---|\n| 1 | 8 mois |\n| 2 | ⟦9 mois⟧ |',
        files: {
          'ccap.md':
            '# CCAP\n\n### Durée du lot 2\n\nLe marché court pendant ⟦11 mois⟧ à partir du lendemain de la réception du lot 1.\n',
        },
        fixed: { gains: 'pendant 9' },
      },
      {
        text: 'Cet accord-cadre de balisage, passé en procédure adaptée, lie les parties pendant ⟦deux ans⟧ à compter de sa notification.',
        files: {
          'ae.md': '# Acte d’engagement\n\n## Durée\n\nJe m’engage pour ⟦trois ans⟧ à compter de la notification.\n',
        },
        fixed: { gains: 'pour deux' },
      },
      {
        text: '## Calendrier\n\nLes travaux sont exécutés en ⟦9 mois⟧, préparation comprise.',
        files: { 'ccap.md': '# CCAP\n\n## Délai\n\nLe délai global d’exécution est de ⟦7 mois⟧.' },
        fixed: { gains: 'exécution est de 9 mois' },
      },
      {
        text: '## Durée\n\n- ⟦18 mois⟧ à partir de l’ordre de service, tranches comprises.',
        files: {
          'ccap.md':
            '# CCAP\n\n## Durée\n\n- Durée du marché : ⟦16 mois⟧ à compter de l’ordre de service, toutes tranches, préparation comprise.',
        },
        fixed: { gains: 'hé : 18' },
      },
      {
        text: '## Délai\n\nLe délai d’exécution de l’ensemble des travaux est de ⟦7 mois⟧, période de préparation comprise.',
        files: {
          'ccap.md':
            '# CCAP\n\n## Délai\n\nLe délai d’exécution de l’ensemble des travaux des deux lots est de ⟦6 mois⟧.',
        },
        fixed: { gains: 'st de 7' },
      },
      {
        text: '## Durée\n\nDurée d’ensemble : ⟦quatorze mois⟧ à compter de la notification.',
        files: {
          'ccap.md':
            '# CCAP\n\n## Durée\n\nLe marché court de sa notification à l’achèvement de la phase 3, soit ⟦douze mois⟧.',
        },
        fixed: { gains: 'soit quator' },
      },
      {
        text: '## Durée\n\nLe contrat est conclu pour ⟦quatre ans⟧ à compter de sa notification.',
        files: {
          'ccap.md':
            '# CCAP\n\n## 1.2 Durée\n\nNous nous engageons l’un envers l’autre pour ⟦trois années⟧ à compter de la notification.',
        },
        fixed: { gains: 'pour quatre an' },
      },
      // Who is bound, from a day to another.
      {
        text: '## Durée\n\nLe contrat dure ⟦48 mois⟧, sans reconduction.',
        files: { 'ae.md': '# Acte d’engagement\n\nLe titulaire est engagé du ⟦1er mars 2027 au 28 février 2030⟧.' },
      },
      // The day of its end.
      {
        text: '## Durée\n\n| Rubrique | Valeur |\n|---|---|\n| Durée du marché | 2 années scolaires, jusqu’au ⟦31 août 2028⟧ |',
        files: {
          'ccap.md': '# CCAP\n\n## Durée\n\nLe marché prend effet à sa notification et s’achève le ⟦31 août 2029⟧.',
        },
        fixed: { gains: 's’achève le 31 août 2028' },
      },
      // Each tranche by its name.
      {
        text: '## Délai des travaux\n\nTranche ferme : ⟦16 semaines⟧ au plus, préparation comprise. Tranche optionnelle : 6 semaines.',
        files: {
          'ccap.md':
            '# CCAP\n\n## Délais\n\nLe délai d’exécution de la tranche ferme est de ⟦18 semaines⟧ à partir de l’ordre de service.',
        },
        fixed: { gains: 'tranche ferme est de 16 semaines à partir' },
      },
      {
        text: '## Délais\n\n| Tranche | Délai |\n|---|---|\n| Tranche ferme | ⟦8 mois⟧ |\n| Tranche optionnelle 1 | 3 mois |',
        files: { 'ccap.md': '# CCAP\n\n## Délais\n\nLa tranche ferme s’exécute en ⟦10 mois⟧.' },
        fixed: { gains: 'en 8 mois' },
      },
      // The whole, whatever it is said to be of.
      {
        text: '## Durée\n\nLe partenariat est conclu pour ⟦54 mois⟧ à compter de sa notification.',
        files: {
          'cctp.md':
            '# CCTP\n\n## Calendrier\n\nLe déroulement s’étend sur une durée totale de ⟦48 mois⟧ à compter de la notification, phases de recherche, de développement et d’acquisition comprises.',
        },
        fixed: { gains: 'totale de 54 mois' },
      },
      // Another clause speaks of a tranche.
      {
        text: '## Durée\n\nLe marché est conclu pour ⟦trente-six mois⟧, sans reconduction ; la tranche optionnelle, si elle est affermie, prend fin avec lui.',
        files: {
          'ccap.md': '# CCAP\n\n## Durée\n\nLe marché est conclu pour une durée de ⟦30 mois⟧, sans reconduction.',
        },
        fixed: { gains: 'pour une durée de trente-six mois, sans' },
      },
      // What renews it, in a column of its own, with the whole beside it.
      {
        text: `${LOTS}## Durée\n\n| Lot | Période initiale | Reconductions | Durée maximale |\n|---|---|---|---|\n| Lot 1 | ⟦1 an⟧ | Trois, tacites, d’un an chacune | 4 ans |\n| Lot 2 | 1 an | Aucune | 1 an |`,
        files: {
          'ae.md':
            '# Acte d’engagement\n\n## Durée\n\nLot 1 : ⟦douze mois⟧ à compter de la notification, reconductibles tacitement deux fois par périodes de douze mois.',
        },
      },
      {
        text: `${LOTS}## Durée\n\n| Lot | Durée ferme | Durée totale, reconductions comprises |\n|---|---|---|\n| Lot 1 | ⟦1 an⟧ | 4 ans |\n| Lot 2 | 1 an | 4 ans |`,
        files: {
          'ae.md':
            '# Acte d’engagement\n\n## Durée\n\nLe marché du lot 1 est conclu pour une durée de ⟦douze mois⟧, reconductible tacitement deux fois pour la même durée.',
        },
      },
      // What is said of all the lots is said of each.
      {
        text: `${LOTS}## Durée\n\nLes marchés sont conclus pour une durée de ⟦24 mois⟧.`,
        files: { 'ccap.md': '# CCAP\n\n## Durée\n\nLe marché du lot 2 est conclu pour une durée de ⟦36 mois⟧.' },
        fixed: { gains: 'pour une durée de 24 mois.' },
      },
      {
        text: 'Le délai global d’exécution, tous lots confondus, est de ⟦quatorze (14) mois⟧, période de préparation comprise.',
        files: {
          'ccap.md':
            '# CCAP\n\n## Délais\n\nL’ensemble des travaux s’achève dans un délai de ⟦seize (16) mois⟧ à compter de l’ordre de service de démarrer la préparation.',
        },
        fixed: { gains: 'délai de quatorze (14) mois à compter' },
      },
      {
        text: '## Durée\n\nLe marché dure ⟦dix-huit mois⟧ : dix pour la fabrication, huit pour la pose.',
        files: {
          'reglement-concours.md':
            '# Règlement du concours\n\n## 9. Suite du concours\n\nLe marché comprend la fabrication et la pose. Sa durée est de ⟦quatorze mois⟧.',
        },
        fixed: { gains: 'Sa durée est de dix-huit mois.' },
      },
      {
        text: '## Durée\n\nDurée du partenariat : ⟦trente-six mois⟧ à compter de la notification, phase 3 comprise.',
        files: {
          'ccap.md':
            '# CCAP\n\n## Durée\n\nLe partenariat est conclu pour ⟦quarante-deux mois⟧, phases 1 à 3 incluses.',
        },
        fixed: { gains: 'conclu pour trente-six mois' },
      },
      {
        text: '| Rubrique | Contenu |\n|---|---|\n| Durée du partenariat | ⟦quarante-huit mois⟧ à compter de sa notification |',
        files: { 'ccap.md': '# CCAP\n\n## Durée\n\nLe partenariat reste en vigueur pendant ⟦quarante-deux mois⟧.' },
        fixed: { gains: 'en vigueur pendant quarante-huit mois' },
      },
      // One piece says less than two others, which differ.
      {
        text: '## Durée\n\nLe marché est conclu pour une durée de 12 mois.',
        files: {
          'ccap.md': '# CCAP\n\n## Durée\n\nLa durée du marché est de ⟦12 mois⟧. Il est reconductible deux fois.',
          'ae.md':
            '# Acte d’engagement\n\n## Durée\n\nLa durée du marché est de ⟦12 mois⟧. Il est reconductible trois fois.',
        },
      },
      // Renewals in a column of their own.
      {
        text: '## Durée\n\n| Lot | Durée initiale | Reconductions |\n|---|---|---|\n| 1 | ⟦12 mois⟧ | 3 fois 12 mois |\n| 2 | 24 mois | aucune |',
        files: {
          'ccap.md':
            '# CCAP\n\n## Durée\n\n| Lot | Durée initiale | Nombre de reconductions |\n|---|---|---|\n| 1 | ⟦12 mois⟧ | 2 |\n| 2 | 24 mois | néant |',
        },
      },
      // Two days, for a lot.
      {
        text: '## Durée\n\n- Lot 1 : le marché court du ⟦1er avril 2027 au 31 mars 2028⟧.\n- Lot 2 : la durée du marché est de 24 mois.',
        files: {
          'ccap.md': '# CCAP\n\n## Durée\n\n| Lot | Durée du marché |\n|---|---|\n| 1 | ⟦24 mois⟧ |\n| 2 | 24 mois |',
        },
      },
      // The contract is not the subject, and still it is its length.
      {
        text: '## Engagement\n\nLe prestataire exécute le ramassage des encombrants pendant ⟦deux ans⟧ à compter du 1er mai 2027.',
        files: {
          'cctp.md':
            '# CCTP\n\n## Calendrier\n\n- Début des prestations : 1er mai 2027\n- Fin des prestations et remise des clés : ⟦30 avril 2030⟧',
        },
      },
      {
        text: '## Délais\n\nLa durée de l’accord-cadre est comptée de sa notification. Cette durée est fixée à ⟦deux ans⟧.',
        files: { 'ccap.md': '# CCAP\n\n## Durée\n\nLe contrat débute le 1er juin 2027 pour ⟦trente mois⟧.' },
        fixed: { gains: 'pour deux ans.' },
      },
      {
        text: '## Durée\n\nLe marché est conclu pour ⟦un an⟧, reconductible deux fois un an.',
        files: {
          'ae.md':
            "# Acte d'engagement\n\n| Période | Durée |\n|---|---|\n| Initiale | ⟦12 mois⟧ |\n| 1re reconduction | 12 mois |",
        },
      },
      {
        text: '## Durée\n\nDans le cadre de la convention, le marché est conclu pour une durée de ⟦deux ans⟧.',
        files: { 'ccap.md': '# CCAP\n\n## Durée\n\nLe marché débute à sa notification. Sa durée est de ⟦trois ans⟧.' },
        fixed: { gains: 'Sa durée est de deux ans.' },
      },
      {
        text: '## Délai\n\nLes ouvrages sont achevés ⟦seize semaines⟧ après l’ordre de service.',
        files: {
          'ccap.md':
            '# CCAP\n\nL’entreprise dispose de ⟦huit mois⟧, préparation comprise, à partir de l’ordre de service pour livrer l’ensemble.',
        },
        fixed: { gains: 'dispose de seize semaines' },
      },
      {
        text: 'Le partenariat dure ⟦trente mois⟧, phase d’achat comprise.',
        files: { 'ccap.md': '# CCAP\n\nLe partenariat court pendant ⟦quarante mois⟧ à compter de sa notification.' },
        fixed: { gains: 'pendant trente mois' },
      },
      // The rules of the two phases of one consultation.
      {
        text: '# Règlement de la consultation – Candidatures\n\nLa durée du marché est de ⟦trois ans⟧.',
        files: { 'rc-offres.md': '# Règlement de la consultation – Offres\n\nLa durée du marché est de ⟦quatre ans⟧.' },
        fixed: { gains: 'est de trois ans' },
      },
      {
        text: '## Durée\n\nLe marché est conclu pour une durée de ⟦vingt-quatre mois⟧ à compter de sa notification.',
        files: {
          'ccap.md':
            '# CCAP\n\n## 3. Durée\n\nLa durée du marché est de ⟦trente-six mois⟧ à compter de sa notification.',
        },
        fixed: { gains: 'La durée du marché est de vingt-quatre mois à compter' },
      },
      {
        text: '## Durée du marché\n\nL’accord-cadre est conclu pour ⟦un an⟧. Il est reconductible trois fois par période d’un an.',
        files: {
          'ae.md':
            "# Acte d'engagement\n\n## Durée\n\nL'accord-cadre est conclu pour une durée d'⟦un an⟧, reconductible deux fois par périodes d'un an.",
        },
      },
      {
        text: '## Durée\n\nLe marché est conclu pour une durée de ⟦2 ans⟧.',
        files: {
          'ccap.md': '# CCAP\n\n## Durée\n\nLe marché est conclu pour une durée de vingt-quatre mois.',
          'ae.md': "# Acte d'engagement\n\n## Durée\n\nLe marché est conclu pour une durée de ⟦dix-huit mois⟧.",
        },
        fixed: { gains: 'une durée de 2 ans' },
      },
      {
        text: '## Durée\n\nLe marché est conclu pour une durée de ⟦trois ans⟧.',
        files: { 'ccap.md': '# CCAP\n\n## Durée\n\nLe marché est conclu pour une durée d’⟦un an⟧.' },
        fixed: { gains: 'pour une durée de trois ans.' },
      },
      {
        text: '## Durée\n\nLe lot 1 est conclu pour une durée de ⟦douze mois⟧. Le lot 2 est conclu pour une durée de vingt-quatre mois.',
        files: {
          'ccap.md':
            '# CCAP\n\n## Durée\n\nLe lot 1 est conclu pour une durée de ⟦trente mois⟧. Le lot 2 est conclu pour une durée de vingt-quatre mois.',
        },
        fixed: { gains: 'Le lot 1 est conclu pour une durée de douze mois' },
      },
      // The preparation is a part of the whole.
      {
        text: '## Durée\n\nDurée des travaux, tous lots : ⟦9 mois⟧, préparation comprise (1 mois).',
        files: {
          'ccap.md':
            '# CCAP\n\n## Délais\n\nDurée des travaux : ⟦10 mois⟧ tous corps d’état, dont un mois de préparation.',
        },
        fixed: { gains: '9 mois tous corps d’état' },
      },
      // A contest tells of the contract after it, under its name.
      {
        head: { piece: 'reglement-concours' },
        text: '## Article 10 – Marché de maîtrise d’œuvre\n\n10.1 Mission de base.\n\n10.2 Sa durée prévisionnelle est de ⟦54 mois⟧, de la notification à la fin de la garantie de parfait achèvement.',
        files: {
          'ccap.md':
            '# CCAP\n\n## Durée\n\nLe marché est conclu pour ⟦60 mois⟧ à compter de sa notification, garantie de parfait achèvement comprise.',
        },
        fixed: { gains: 'prévisionnelle est de 60 mois' },
      },
      {
        text: '## Durée\n\nLe lot 1 s’étend sur ⟦vingt-quatre mois⟧ à compter de la notification.',
        files: { 'ccap.md': '# CCAP\n\n## 3. Durée\n\nLe lot 1 est conclu pour ⟦trente-six mois⟧.' },
        fixed: { gains: 'conclu pour vingt-quatre mois' },
      },
    ],
    good: [
      // What renews it is told by its first word.
      {
        text: '## Durée\n\nL’accord-cadre prend effet le 1er juin 2027 pour quatre ans. Il est ensuite prolongé d’un an, deux fois, par tacite reconduction.',
        files: {
          'ccap.md':
            '# CCAP\n\n## Durée\n\nL’accord-cadre dure quatre ans à compter du 1er juin 2027, puis deux reconductions tacites d’un an.',
        },
      },
      // How long a stage takes.
      {
        text: 'Le marché est conclu pour trente mois.',
        files: {
          'cctp.md': '# CCTP\n\n## Article 5. Mise en service\n\nDurée : trois semaines, du 4 au 22 octobre 2027.\n',
        },
      },
      // How long a thing keeps.
      {
        text: 'Le marché est conclu pour douze mois, reconductible trois fois un an.',
        files: {
          'cctp.md':
            '# CCTP\n\n### 4.2 Durée de conservation restante\n\nÀ la livraison, il reste au moins :\n\n- dix jours : vaccins vivants\n- cinq mois : sérums\n- onze mois : pansements\n',
        },
      },
      {
        text: 'Le marché est conclu pour 12 mois, reconductible trois fois 12 mois.',
        files: {
          'ccap.md':
            '# CCAP\n\n## Durée du marché\n\nLe marché est conclu pour 12 mois, reconduit trois fois 12 mois au plus.\n',
        },
      },
      {
        text: 'Le marché est conclu pour deux ans à compter de sa notification.',
        files: {
          'cctp.md': '# CCTP\n\nUne réunion se tient chaque semaine pendant les six premiers mois du marché.\n',
        },
      },
      // The rows of a tranche, the time that a sum is reckoned over, the time that data are kept.
      {
        text: '| Lot | Durée |\n|---|---|\n| 1, tranche ferme | 5 mois |\n| 1, chaque tranche optionnelle | 3 mois |\n| 2 | 6 mois |\n\nEstimation du lot 1 (4 ans, HT) : 90 000.',
        files: {
          'ccap.md':
            '# CCAP\n\n### Durée du lot 3\n\nLe marché court pendant 36 mois à partir de l’admission du lot 2.\n\n### Données\n\n- Durée : un an après l’enquête, puis destruction.\n\n### Lot 1\n\nLe marché dure 8 mois.\n',
        },
      },
      {
        text: '## Équipe\n\nPendant les six premiers mois du contrat, le titulaire double l’équipe.',
        files: { 'ccap.md': '# CCAP\n\n## Durée\n\nDurée du contrat : 24 mois à compter de la notification.' },
      },
      {
        text: '## Durée\n\nLe contrat est conclu pour quatre ans à compter de sa notification.',
        files: {
          'ccap.md':
            '# CCAP\n\n## Résultats\n\nLa cession sert l’information du public. Elle dure trente ans.\n\n## Données personnelles\n\n- Durée : douze mois après le dernier relevé.',
        },
      },
      {
        text: '## Durée\n\nLe marché s’achève le 31 août 2028.',
        files: {
          'ccap.md':
            '# CCAP\n\n## Prix\n\nLes prix du marché sont fermes jusqu’au 31 août 2027. Le marché actuel prend fin le 31 janvier 2027.\n\n## Durée\n\nLe contrat prend fin au plus tard le 31 août 2028.',
        },
      },
      {
        text: '## Délai des travaux\n\nTranche ferme : 16 semaines. Tranche optionnelle 1 : 6 semaines.',
        files: {
          'ccap.md':
            '# CCAP\n\n## Délais\n\nTranche optionnelle 2 : 8 semaines.\n\n## Affermissement\n\nTranche optionnelle 1 : 4 mois au plus tard après la notification.',
        },
      },
      {
        text: '## Délai des travaux\n\nTranche ferme : 16 semaines.',
        files: { 'ccap.md': '# CCAP\n\n## Garantie\n\nLe délai de garantie de la tranche ferme est de 12 mois.' },
      },
      {
        text: '## Durée\n\nLa tranche ferme du marché est conclue pour une durée de 12 mois ; le marché prend fin avec elle.',
        files: { 'ccap.md': '# CCAP\n\n## Durée\n\nLe marché est conclu pour une durée de 30 mois.' },
      },
      {
        text: `${LOTS}## Durée\n\n| Lot | Période initiale | Reconductions | Durée maximale |\n|---|---|---|---|\n| Lot 1 | 1 an | Trois, tacites, d’un an chacune | 4 ans |\n| Lot 2 | 2 ans | 1 (expresse) | 4 ans |`,
        files: {
          'ae.md':
            '# Acte d’engagement\n\n## Durée\n\nLot 1 : douze mois à compter de la notification, reconductibles tacitement trois fois par périodes de douze mois.\n\nLot 2 : vingt-quatre mois, reconductibles une fois pour la même durée.',
        },
      },
      {
        text: `${LOTS}## Durée\n\n| Lot | Durée ferme | Durée totale, reconductions comprises |\n|---|---|---|\n| Lot 1 | 1 an | 4 ans |\n| Lot 2 | 1 an | 4 ans |`,
        files: {
          'ae.md':
            '# Acte d’engagement\n\n## Durée\n\nLe marché du lot 1 est conclu pour une durée de douze mois, reconductible tacitement trois fois pour la même durée. Le marché du lot 2 est conclu pour une durée d’un an.',
        },
      },
      {
        text: `${LOTS}## Durée\n\nLes marchés sont conclus pour une durée de 24 mois.\n\nLe marché du lot 2 est conclu pour une durée de 36 mois.`,
        files: { 'ccap.md': '# CCAP\n\n## Durée\n\nLe marché du lot 2 est conclu pour une durée de 36 mois.' },
      },
      {
        text: '## Durée\n\nDurée du partenariat : trente-six mois, phase 3 comprise.',
        files: { 'ccap.md': '# CCAP\n\n## Phases\n\nLe marché est conclu pour douze mois au titre de la phase 1.' },
      },
      {
        text: 'Le délai global de paiement est d’un mois. Le délai global d’exécution est de 14 mois.',
        files: {
          'ccap.md':
            '# CCAP\n\n## Délais\n\nLe délai d’exécution des travaux du lot 1 est de 6 mois.\n\nLa durée totale des travaux est de quatorze mois.',
        },
      },
      // A sentence on renewals, under a table that says which lots have them.
      {
        text: '## Durée\n\n| Lot | Durée | Reconduction |\n|---|---|---|\n| 1 | 24 mois | Deux fois 12 mois |\n| 2 | 10 mois | Sans reconduction |',
        files: {
          'ccap.md':
            '# CCAP\n\n## Durée\n\n| Lot | Durée | Reconduction |\n|---|---|---|\n| 1 | 24 mois | Deux reconductions tacites de 12 mois chacune |\n| 2 | 10 mois | Sans reconduction |\n\nLa ville peut renoncer à une reconduction par décision notifiée trois mois avant l’échéance.',
        },
      },
      {
        text: '## Durée\n\nLe marché est conclu pour une durée de deux ans. Le prestataire assure l’entretien des bornes pendant trois ans à compter du 1er mai 2027.',
        files: {
          'cctp.md':
            '# CCTP\n\n## Délais\n\nLa durée du marché comprend les essais. La livraison suit la commande. Ce délai est de six mois.\n\n| Période | Durée |\n|---|---|\n| Haute saison | 4 mois |\n| Basse saison | 8 mois |',
        },
      },
      // What lasts is a thing, a watch kept within the contract, a contract that is over.
      {
        text: '## Durée\n\nLe marché est conclu pour une durée de deux ans.',
        files: {
          'cctp.md':
            '# CCTP\n\n## Existant\n\nLes pompes en place sont de 2014. Leur durée de vie est de vingt ans.\n\n## Astreinte\n\nAu cours du marché, la permanence s’étend sur sept mois par an.\n\n## Historique\n\nL’entretien relevait jusqu’ici d’un marché conclu pour une durée de cinq ans.',
        },
      },
      {
        text: '# CCTP\n\n## 4.1 – Phase 1\n\nMaquette sur banc. Durée : sept mois.',
        head: { piece: 'cctp' },
        files: { 'ccap.md': '# CCAP\n\n## Durée\n\nLe marché est conclu pour trente mois.' },
      },
      {
        text: '## Délai\n\nLes travaux sont achevés quatre semaines après l’ordre de service.',
        files: { 'ccap.md': '# CCAP\n\nLes travaux sont exécutés en un mois à compter de l’ordre de service.' },
      },
      {
        text: '## Durée\n\nLe marché est conclu pour une durée de deux ans.',
        files: { 'ccap.md': '# CCAP\n\n## Durée\n\nLa durée du marché est de 24 mois à compter de sa notification.' },
      },
      {
        text: '## Durée\n\nLe marché est conclu pour une durée de deux ans.',
        files: {
          'ccap.md': '# CCAP\n\n## Garantie\n\nLa garantie est d’une durée de trois ans à compter de l’admission.',
        },
      },
      {
        text: '## Durée\n\nLe lot 1 est conclu pour une durée de douze mois.',
        files: { 'ccap.md': '# CCAP\n\n## Durée\n\nLe lot 2 est conclu pour une durée de vingt-quatre mois.' },
      },
      {
        text: '## Durée\n\nLa durée maximale du marché est de quatre ans.',
        files: {
          'ccap.md':
            '# CCAP\n\n## Durée\n\nLe marché est conclu pour une durée d’un an. Il est reconductible trois fois pour une période d’un an.',
        },
      },
      {
        text: '## Durée\n\nL’accord-cadre est conclu pour une durée de deux ans.',
        files: {
          'ccap.md': '# CCAP\n\n## Exécution\n\nChaque marché subséquent est conclu pour une durée de six mois.',
        },
      },
      {
        text: '## Durée\n\nLe marché est conclu pour une durée de deux ans.',
        files: {
          'reglement-concours.md':
            '# Règlement du concours\n\n## Durée\n\nLe marché est conclu pour une durée de trois ans.',
        },
      },
    ],
    limits: [],
  },
  *check(piece) {
    yield* discord(piece, dureeMatter, ({ key }) =>
      key?.startsWith('tranche') ? 'tranche' : key === 'fin' ? 'fin' : 'differs',
    );
  },
});
