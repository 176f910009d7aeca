import { exigences } from '../facts/besoin/index.ts';
import { defineRule } from '../kit/rule.ts';
import { ccp, guide } from '../kit/source.ts';

export default defineRule({
  id: 'besoin/fonction-sans-performance',
  title: 'Fonction sans résultat ni niveau de performance',
  level: 'warning',
  pieces: ['cctp', 'programme-fonctionnel'],
  why: `Un besoin exprimé par fonctions laisse le candidat libre des moyens, à condition de dire le résultat à atteindre, le niveau de performance
attendu et la façon de l'apprécier. Une fonction seulement nommée ne permet ni d'y répondre, ni de comparer les réponses.`,
  sources: [guide('I.B', 9), ccp('R2111-8'), ccp('R2111-10')],
  messages: {
    nothing:
      'Cette fonction ne dit ni le résultat attendu, ni sa performance, ni comment l’apprécier.\nIl y faut le niveau de performance et le critère qui permet de l’apprécier. Ajouter par exemple une valeur et son unité, un délai, un taux, ou l’essai qui la vérifiera.',
  },
  examples: {
    bad: [
      '## Fonctions attendues\n\n| Repère | Ce que la halte permet | Niveau à atteindre |\n|---|---|---|\n| F1 | Attendre à l’abri de la pluie | 5 m² couverts |\n| ⟦F2 | Accueil des vélos⟧ | selon les lieux |',
      '# Programme\n\n## Les fonctions\n\n| Repère | Fonction | Ce qui est attendu |\n|---|---|---|\n| F1 | Ranger les instruments | 40 étuis, en moins de 5 minutes |\n| ⟦F2 | Jouer dehors⟧ | Demande exprimée dans les deux réunions de 2026, portée par les élèves |\n',
      '### ⟦F3 - Annuaire⟧\n\nL’outil comporte un annuaire des fournisseurs.\n\n### F4 - Tri\n\nLes fiches sont triées en deux secondes.',
      '| Repère | Fonction | Attendu |\n| --- | --- | --- |\n| ⟦EF-05 | Suivre les prêts⟧ | suivi des prêts de la réserve |\n| EF-06 | Facturer | 380 factures en cinq minutes |',
      '| Fonction | Attendu | Niveau |\n| --- | --- | --- |\n| ⟦F4 — Prévenir le gardien⟧ | selon les usages du musée | non fixé |\n| F5 — Éditer le journal | fichier PDF | quinze minutes |',
      '| Fonction | Attendu |\n| --- | --- |\n| ⟦F4 – Repérer les verres brisés⟧ | fonction permanente, à la charge du titulaire |\n| F5 – Peser | à 10 g près |',
      '### ⟦F7 – Signaler les doublons⟧\n\nIl s’agit d’une demande formulée par les antennes lors de l’atelier de mai.\n\n### F8 – Conserver\n\nUne fiche reste consultable dix ans.',
      '- **⟦F4 – Relecture des courbes.⟧** Fonction à présenter sur chaque appareil.\n- **F5 – Autonomie.** Trois heures sur batterie.',
      '| N° | Exigence | Niveau |\n| --- | --- | --- |\n| ⟦EXI-1 | Alerte par message⟧ | souhaitée |\n| EXI-2 | Tri | moins de 2 s |',
      '| Code | Exigence | Attendu |\n| --- | --- | --- |\n| EXI-01 | Alerte | moins de 30 s |\n| ⟦EXI-02 | Historique⟧ | à voir avec le service des archives |',
      '### ⟦Exigence EF-02⟧\n\nLe module « plannings » a été débattu en comité de pilotage avec douze agents.\n\n### Exigence EF-03\n\nUne page s’affiche en deux secondes.',
      '### ⟦Fonction B – Peser les bacs⟧\n\nElle a été retenue lors de l’atelier du 3 mai.\n\n### Fonction C – Lire\n\nUne étiquette est lue à 2 m.',
      '**⟦Fonction 2.⟧** Trier le linge. Les lingères en sont les utilisatrices.\n\n**Fonction 3.** Plier. Vingt draps par heure.',
      '### ⟦FP3 – Tracer les dossiers⟧\n\nLe service compte trois archivistes.',
      '| Fonction | Attendu |\n|---|---|\n| F1 – Tracer | journal conservé trois ans |\n| ⟦F2 – Valoriser la souplesse du réseau⟧ | Voir ce que proposera le candidat |',
      '## Fonctions\n\n| Réf. | Fonction | Niveau attendu |\n|---|---|---|\n| EF-01 | Recherche plein texte | Réponse en moins de 2 secondes |\n| ⟦EF-02 | Carnets de lecture⟧ | Prévue |',
      '## Fonctions\n\n### ⟦FP1 – Asseoir⟧\n\n### FP2 – Informer\n\n| Fonction | Seuil |\n|---|---|\n| FP2 | Texte lu à 6 m |\n',
      '**⟦F6 – Survoler les réserves naturelles.⟧** Fonction intéressant les unités de Camargue et de la baie de Somme.\n\n**F7 – Être réparé.** Remplacement d’un moteur en moins de quinze minutes.',

      '**⟦Fonction 7 – Conserver les séquences.⟧** Fonction d’archivage des événements, à l’usage des responsables d’exploitation.\n\n**Fonction 8 – Exporter.** Fichier de 2 Go au plus par jour.',
      '| Repère | Exigence | Résultat attendu |\n| --- | --- | --- |\n| ⟦EF-04 | Habilitations⟧ | le module comporte une gestion des habilitations |\n| EF-05 | Recherche | premier résultat en moins de 2 secondes |',
      '| Repère | Exigence | Niveau attendu |\n| --- | --- | --- |\n| ⟦EF-04 | Export des factures⟧ | La solution dispose d’une fonction d’export des factures. |\n| EF-05 | Archivage | dix ans |',
      '**⟦Fonction 3 – Archiver les courriers.⟧** L’outil permet l’archivage des courriers.\n\n**Fonction 4 – Exporter.** Fichier de 2 Go au plus par jour.',
      '### ⟦FP2 – Transmettre les mesures à terre⟧\n\nCette fonction intéresse le poste de surveillance du port.\n\n### FP3 – Tenir la mer\n\nLa bouée mesure par une houle de quatre mètres.',
      "### ⟦Fonction F2 - Informer les chefs d'établissement⟧\n\nLes gestionnaires sont les destinataires de cette information.",
      '**⟦Fonction 3 – Rejouer une séquence.⟧** Les trois équipes du laboratoire sont concernées.\n\n**Fonction 4 – Exporter.** Fichier de 2 Go au plus par jour.',
      '| Repère | Fonction | Niveau attendu |\n| --- | --- | --- |\n| ⟦FS1 | Compter les entrées⟧ |  |\n| FS2 | Alerter | moins de 2 minutes |',
      '## Fonctions\n\n- ⟦F1 : mesurer la température⟧ ;\n- F2 : alerter en moins d’une minute.',
      '### ⟦Fonction 2 : Guider le visiteur⟧\n\nLe guidage devra être rapide et convivial.',
      "### ⟦FP6 – Résister aux salissures⟧\n\nLes algues gênent les capteurs et obligent aujourd'hui à des nettoyages répétés.",
      '| Code | Exigence | Niveau |\n| --- | --- | --- |\n| ⟦EXI-12 | Gestion des documents reliés⟧ | à prévoir dans la prestation |\n| EXI-13 | Index | moins d’une erreur pour 5 000 |',
      '| Code | Exigence | Résultat attendu |\n| --- | --- | --- |\n| ⟦EX-1 | Reprise des archives⟧ | Compris dans le forfait. |\n| EX-2 | Redressement | 1° au plus |',
    ],
    good: [
      '## Exigences fonctionnelles\n\n| N° | Exigence | Niveau |\n|---|---|---|\n| EF-03 | Accepter des examens de 12 000 coupes en une seule transmission | M |',
      '## Exigences minimales\n\nElles ne sont pas négociées :\n\n- EM-01 : localisation des données sur le territoire de l’Union européenne ;\n- EM-02 : reprise de dix exercices clos.\n',
      '**F7 – Ranger la documentation.** Quarante brochures, présentées de face.\n\n**F8 – Fermer.** En deux minutes.\n',
      '## Exigences fonctionnelles\n\n| N° | Exigence | Niveau |\n|---|---|---|\n| EF-05 | Planification des séries, blocage d’une série si l’étalonnage a dépassé sa date | S |\n| EF-12 | Cloisonnement par projet : un utilisateur ne voit que les échantillons de ses projets | I |\n',

      '# Programme\n\n## Les fonctions\n\n| Repère | Fonction | Ce qui est attendu |\n|---|---|---|\n| F1 | Jouer dehors | Demande exprimée par les élèves : 30 musiciens au moins sous un auvent |\n',
      '| Repère | Fonction | Attendu |\n| --- | --- | --- |\n| EF-05 | Trier les matières | bois, verre, carton, métal |\n| EF-06 | Passer la main | en deux échanges |',
      '### F3 - Annuaire\n\nL’outil comporte un annuaire des fournisseurs, tenu à jour chaque nuit.',
      '## Exigences fonctionnelles\n\n| N° | Exigence | Niveau |\n| --- | --- | --- |\n| EF-09 | Rapport d’analyse en PDF, sur huit modèles fournis par les plateformes, en français et en anglais | I |',
      '| Repère | Fonction | Attendu |\n| --- | --- | --- |\n| EF-05 | Suivre les prêts | suivi des retards et des relances |\n| EF-06 | Alerter | fonction permanente, sans coupure la nuit |',
      '## Fonctions\n\n- F1 : fermer la vanne ; le voyant passe au vert.\n- F2 : alerter en moins d’une minute.',
      '**Fonction 2.** Transmettre le relevé, lisible au poste dès la fermeture de la vanne.',
      '| Fonction | Attendu |\n|---|---|\n| F1 – Escalader | Passage à l’agent suivant au bout de deux relances |\n| F2 – Administrer | Droits par site ; 300 comptes |',
      '## Fonctions\n\n| Réf. | Fonction | Niveau attendu |\n|---|---|---|\n| EF-01 | Recherche plein texte | Réponse en moins de 2 secondes |\n| EF-02 | Carnets de lecture | 200 carnets par lecteur |',
      '## Fonctions\n\n### FP1 – Asseoir\n\n### FP2 – Informer\n\n| Fonction | Seuil |\n|---|---|\n| FP1 | 24 places assises |\n| FP2 | Texte lu à 6 m |\n',
      '### Fonction 7 – Conserver les séquences\n\nLes séquences restent consultables dix ans, à l’usage des responsables d’exploitation.',
      '| Repère | Exigence | Résultat attendu |\n| --- | --- | --- |\n| EF-04 | Habilitations | les habilitations sont retirées au départ de l’agent |\n| EF-05 | Export | au format CSV |',
      '| Code | Exigence | Niveau |\n| --- | --- | --- |\n| EXI-12 | Documents reliés | à prévoir sur un scanner à plat, sans débrocher |\n| EXI-13 | Sauvegarde quotidienne | compris dans le prix |',
      '| Code | Exigence | Niveau |\n| --- | --- | --- |\n| EXI-12 | La solution permet de numériser les documents reliés | à prévoir dans la prestation |',
      '### F1 - Relever les consommations\n\nElles sont relevées toutes les dix minutes.',
      '### Fonction 1 – Alerter\n\nLe système affiche une alerte au poste de garde.',
      '| Repère | Exigence |\n| --- | --- |\n| EF-01 | La solution permet de créer et de supprimer un compte. |',
      '## Fonctions\n\n- F1 : mesurer la température ;\n- F2 : alerter.\n\n### F1 – Mesurer la température\n\nDe - 10 à 40 °C, à 0,5 °C près.\n\n### F2 – Alerter\n\nEn deux minutes.',
      'Le bâtiment compte huit logements :\n\n- F1 de 28 m² ;\n- F2 au rez-de-chaussée ;\n- F3 sous les combles.',
      '## Fonctionnement du service\n\nLe service est ouvert le lundi.\n\n## Fonctions de service\n\nVoir le tableau.',
      '### EX-12 Sauvegarde\n\nLes données sont sauvegardées chaque nuit.',
      '### FP4 – Se signaler aux navires\n\n- feu à éclats visible à trois milles ;\n- marque de jour jaune.',
    ],
    limits: [],
  },
  *check(piece) {
    for (const f of piece.ask(exigences).fonctions)
      if (f.states === 'rien' || (f.states === 'vague' && f.kind === 'fonction'))
        yield { at: f.at, message: 'nothing' };
  },
});
