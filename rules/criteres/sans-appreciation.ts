import { criteres, isAssessedElsewhere, isBare, isDefined } from '../facts/criteres/index.ts';
import { defineRule } from '../kit/rule.ts';
import { ccp, guide } from '../kit/source.ts';

export default defineRule({
  id: 'criteres/sans-appreciation',
  title: 'Critère sans élément d’appréciation',
  level: 'info',
  pieces: ['rc'],
  why: `Un critère nu (« Qualité », « Valeur technique ») ne dit pas aux candidats ce qui sera regardé : leurs offres se comparent mal, et la note
se justifie mal. Une phrase ou quelques sous-critères suffisent.`,
  sources: [guide('I.E', 11), ccp('R2152-11')],
  messages: {
    nu: 'Rien ne dit comment « {name} » sera apprécié.\nNi sous-critère, ni définition, ni élément regardé. Préciser ce qui sera comparé, par exemple deux ou trois éléments vérifiables dans l’offre.',
  },
  examples: {
    bad: [
      '## Critères\n\n| Critère | Points |\n|---|---|\n| A. Prix | 60 |\n| B. ⟦Engagements de résultat⟧ | 40 |\n\nComment nous notons :\n\n- A. Points = 60 × (prix le plus bas / prix examiné).\n- B. Selon le mémoire technique.\n',
      '| Critère | Poids | Appréciation |\n|---|---|---|\n| Prix | 60 % | total du devis |\n| ⟦Environnement⟧ | 40 % | au vu du chapitre 3 de la note technique |\n',
      '## Jugement des offres\n\n| Critère | Points | Appréciation |\n|---|---|---|\n| Prix | 60 | total du détail estimatif |\n| ⟦Qualité du service⟧ | 40 | appréciée à la lecture du mémoire |',
      '## Notes\n\nLe prix donne 60 points. Le délai de pose donne 20 points. Les 20 points qui restent vont au ⟦sérieux⟧.',
      '## Critères\n\n| Critère | Points | Appréciation |\n|---|---|---|\n| Prix | 80 | total |\n| ⟦Articulation avec les services sociaux⟧ | 20 | au vu du mémoire technique |',
      '## Critères\n\n| Critère | Points |\n|---|---|\n| Prix | 60 |\n| ⟦Qualité⟧ | 20 |\n| Environnement | 20 |\n\nPrix : le moins cher a 60. Environnement : poids d’emballage repris.\n',
      '## Critères de jugement des offres\n\n| Critère | Poids |\n|---|---|\n| A. Prix | 60 % |\n| B. Qualité d’usage | 20 % |\n| C. ⟦Performances techniques⟧ | 20 % |\n\n| Critère | Regardé |\n|---|---|\n| B | réglages, tenue à l’essai |',
      '## Jugement des offres\n\n- ⟦Proposition créative⟧ : 40 %\n- Prix : 60 %\n\nLe premier critère « Proposition créative » pondéré à 40 % est noté sur 100.\n',
      '## Jugement des offres\n\n| Critère | Poids |\n|---|---|\n| Prix | 60 % |\n| ⟦Qualité de service⟧ | 40 % |\n\nLe premier est jugé sur le devis type. Le deuxième candidat classé est informé.\n',
      '| Critère | Poids |\n|---|---|\n| Prix | 60 % |\n| ⟦Qualité de service⟧ | 40 % |\n',
      '## Critères\n\n- Prix : 60 %\n- ⟦Valeur technique⟧ : 40 %, au vu du mémoire technique\n',
      // What another criterion says of itself tells nothing of this one.
      '## Critères\n\n| Critère | Points | Au vu de |\n|---|---|---|\n| Prix | 50 | total du devis |\n| Valeur technique | 40 | sous-critères du tableau 5.1 |\n| ⟦Réversibilité⟧ | 10 | mémoire technique, 10 pages au plus |\n',
      '| Critère | Sous-critère | Poids |\n|---|---|---|\n| A – Prix | total du devis | 60 % |\n| B – ⟦Valeur technique⟧ | | 40 % |\n',
      'Les offres sont jugées sur le prix (60 %) et la ⟦valeur technique⟧ (40 %).',
      '## Jugement des offres\n\nCotisation : 70 points.\n\nFormation : 20 points. On compare le nombre de sessions et leur lieu.\n\n⟦Qualité du suivi⟧ : 10 points.\n',
      '## Jugement des offres\n\nCritère n° 1 – Prix (pondération : 7)\n\nNote = 20 × prix le plus bas / prix de l’offre.\n\nCritère n° 2 – ⟦Démarche⟧ (pondération : 3)\n\nLe mémoire est noté de 0 à 20.\n',
      '## Critères\n\nLes critères sont, par ordre décroissant d’importance :\n\n1. ⟦Qualité⟧ ;\n2. Prix.\n',
      '## Critères\n\n- Prix : 60 %\n- ⟦Valeur technique⟧ : 40 %\n\nLa valeur technique est appréciée sur la base du mémoire technique remis par le candidat.\n',
    ],
    good: [
      '## Choix\n\n| Critère | Poids |\n|---|---|\n| 1. Prix | 80 % |\n| 2. Organisation | 20 % |\n\n**Prix.** Nous retenons le total.\n\n**Organisation.** Nous apprécions le calendrier et la disponibilité des personnes.\n',
      'Les critères sont les mêmes pour toutes les entreprises, quels que soient leur taille, leur statut et leur lieu d’établissement.\n',

      '## Méthode de notation\n\nAutres critères : de 0 à 10, sur la base du mémoire de gestion, puis pondération.\n',

      // By its letter, under the grid.
      '## Critères\n\n| Critère | Points |\n|---|---|\n| A. Prix | 40 |\n| B. Engagements de résultat | 35 |\n| C. Qualité des soins | 25 |\n\nComment nous notons :\n\n- A. Points = 40 × (prix le plus bas / prix examiné).\n- B. Heures de présence promises par semaine.\n- C. Diplômes de l’équipe : 15 points. Temps de réponse : 10 points.\n',
      '## Jugement des offres\n\n- Prix : 60 %\n- Organisation : 25 %\n- Calendrier : 15 %\n\nL’organisation est appréciée d’après la répartition des tâches. Le calendrier l’est sur sa cohérence et ses marges.',
      // What stands on the lines under a criterion is of it.
      '## Jugement des offres\n\nUne offre meilleure que le minimum est appréciée.\n• Le prix (60 %)\n• La qualité des services (40 %)\nLe vendeur précise ses délais de livraison. Il dit sa réactivité en cas de panne.\n',
      '## Jugement des offres\n\n| Critère | Points |\n|---|---|\n| Prix | 60 |\n| Empreinte environnementale de la solution | 40 |\n\n### Empreinte environnementale\n\nSont évaluées la consommation annuelle annoncée, en kWh, et la durée d’usage des matériels.\n',
      '## Critères\n\nPrix : 60 %. Confort : 40 %.\n\n## Essai\n\nLe mémoire traite du réglage du dossier et du bruit, points sur lesquels le confort est noté.',
      '## Critères\n\n| Critère | Poids |\n|---|---|\n| 1. Prix | 60 % |\n| 2. Équipe affectée | 40 % |\n\nLe critère 2 s’apprécie à partir du temps que chaque personne passera sur l’ouvrage.',
      // Measured in a unit, or told by its letter.
      '## Critères\n\nProcédure adaptée : prix (60 %), bruit des engins, en décibels (25 %), eau consommée, en litres (15 %).',
      '## Critères\n\nA. Prix, 55 % ; B. Technique, 45 %.\n\n## Lecture\n\nPour B, la solidité du bâti et la masse du chariot.',
      // What stands under the title of a criterion is of it: a list, a table for some lots.
      '## Comment nous choisissons\n\n| Critère | Poids |\n|---|---|\n| Prix | 85 % |\n| Sobriété numérique | 15 % |\n\n### La sobriété numérique (15 %)\n\n- **Poids des modules : 8 points.** Mégaoctets par module.\n- **Éco-conception : 7 points.** Choix des formats.\n',
      '## Jugement des offres\n\n| Critère | Lot 1 | Lot 2 |\n|---|---|---|\n| Prix | 60 % | 50 % |\n| Valeur technique | 40 % | 50 % |\n\n### Valeur technique\n\n| Sous-critère (en part du critère) | Tous lots |\n|---|---|\n| Collecte : fréquence | 40 % |\n| Traçabilité : pesée | 60 % |\n',

      '## Critères\n\n| Critère | Points |\n|---|---|\n| Prix | 60 |\n| Valeur technique des appareils | 20 |\n| Environnement | 20 |\n\nPrix : le moins cher a 60. Valeur technique : épaisseur de l’inox (15), garantie (5). Environnement : poids d’emballage repris.\n',
      '## Critères\n\n- Prix : 60 %\n- Accueil : 40 %\n\nPour l’accueil, on regarde le temps d’attente au guichet.\n',
      '## Critères de jugement des offres\n\n| Critère | Poids |\n|---|---|\n| A. Prix | 60 % |\n| B. Qualité d’usage | 40 % |\n\n| Critère | Regardé |\n|---|---|\n| B | réglages, tenue à l’essai |',
      '## Jugement des offres\n\n| Critère | Poids |\n|---|---|\n| Prix | 60 % |\n| Qualité de service | 40 % |\n\nLe premier est jugé sur le devis type. Le deuxième tient compte du nombre de visites et du temps de reprise.\n',
      '## Critères\n\n| Critère | Lots 1 et 2 | Lot 3 |\n|---|---|---|\n| Prix | 60 % | 50 % |\n| Performance environnementale | 40 % | 50 % |\n\nLa performance environnementale s’apprécie d’après la consommation d’eau, les kilomètres parcourus et, pour le lot 3, la motorisation des matériels.\n',
      '## Critères\n\nPrix : 40 %. Valeur technique : 45 %. Environnement : 15 %.\n\n## Plan du mémoire\n\nLe mémoire, qui sert à noter les deux derniers critères, suit ce plan :\n\na) équipe affectée (25 points) ;\nb) calendrier (20 points) ;\nc) origine des fibres (15 points).\n',
      '## Critères\n\nPrix (40 %), Sécurité (60 %).\n\n## Annexe – Notation\n\n| Critère | 0 à 5 | 6 à 10 |\n|---|---|---|\n| Sécurité | reprise en un jour | reprise en une heure |\n',
      '## Jugement des offres\n\nCritères : prix 60 %, accueil 40 %.\n\nL’accueil s’entend du temps d’attente au guichet.',
      '| Critère | Sous-critère | Poids |\n|---|---|---|\n| Prix | total du devis | 40 % |\n| Valeur technique | | 60 % |\n| | C1 – méthode | 35 % |\n| | C2 – équipe affectée | 25 % |\n',
      '## Jugement des offres\n\n**Critère 1 – Prix : 40 %**\n\n**Critère 2 – Valeur technique : 40 %**, notée sur 100 :\n\n- organisation : 60 points\n- calendrier : 40 points\n\n**Critère 3 – Environnement : 20 %**, au vu des consommations annoncées.\n',
      '| Critère | Poids |\n|---|---|\n| Prix | 60 % |\n| Valeur technique (méthode d’installation, plan de maintenance) | 40 % |\n',
      '## Critères\n\n- Prix : 60 %\n- Valeur technique : 40 %\n  - méthode : 20 %\n  - moyens affectés : 20 %\n',
      '## Critères\n\n- Prix : 60 %\n- Valeur technique : 40 %\n\nLa valeur technique est appréciée au regard de la méthodologie et du planning proposés.\n',
      '## Critères\n\n- Prix : 60 %\n- Délai de livraison : 40 %\n',
      '## Critères\n\n- Prix : 60 %\n- Valeur technique : 40 %\n\nLes sous-critères sont détaillés dans l’annexe 2.\n',
      '| Critère | Poids | Ce qui est examiné |\n|---|---|---|\n| Prix | 60 % | total du devis |\n| Environnement | 40 % | consommation électrique, reprise du matériel |\n',
      '### CRITERE 1 : VALEUR TECHNIQUE (70 % DE LA NOTE)\n\nSont examinées la méthode et l’organisation du chantier.\n\n### CRITERE 2 : PRIX (30 % DE LA NOTE)\n\nDPGF.\n',
    ],
    limits: [],
  },
  *check(piece) {
    for (const grille of piece.ask(criteres).grilles) {
      if (grille.single || grille.subsequent) continue;
      for (const c of grille.criteria)
        if (isBare(c) && !isDefined(piece, c, grille.criteria) && !isAssessedElsewhere(piece, c, grille.criteria))
          yield { at: c.at, message: 'nu', data: { name: c.name } };
    }
  },
});
