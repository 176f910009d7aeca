import { appelAProjets } from '../facts/appel-a-projets/index.ts';
import { defineRule } from '../kit/rule.ts';
import { guide, text } from '../kit/source.ts';

export default defineRule({
  id: 'appel-a-projets/initiative',
  title: 'Appel à projets qui définit lui-même le projet',
  level: 'warning',
  pieces: ['appel-a-projets'],
  why: `Une subvention soutient un projet dont le bénéficiaire a l'initiative. Si le financeur définit lui-même ce qu'il faut réaliser, le
juge y voit une commande : la subvention devient un marché public passé sans mise en concurrence.`,
  sources: [guide('II.A', 12), text('Loi n° 2000-321 du 12 avril 2000, article 9-1')],
  messages: {
    defini:
      'Le financeur définit ici ce qui doit être réalisé : le projet paraît venir de lui.\nLa subvention peut être requalifiée en marché public. S’en tenir à une thématique et à des objectifs, et laisser au porteur le contenu du projet ; s’il s’agit d’un besoin propre, passer un marché.',
  },
  examples: {
    bad: [
      '⟦Le lauréat pose dans chaque bâtiment un sous-compteur par usage, relevé toutes les dix minutes, transmet les relevés au format que l’Agence lui a fixé et remet un rapport.⟧\n',
      '⟦Les lauréats aménagent les jardins selon le plan que la métropole a arrêté.⟧\n',
      '## Calendrier de l’appel\n\n⟦Le porteur réalise les ateliers selon le programme joint en annexe.⟧\n',
      '⟦L’opération consiste à créer douze ateliers, selon le programme établi par la caisse.⟧\n',
      '⟦Chaque action comporte douze ateliers de deux heures, selon le déroulé et les supports fixés en annexe par la caisse.⟧\n',
      '⟦Les porteurs réalisent l’application de covoiturage que la communauté d’agglomération a imaginée.⟧\n',
      '⟦Les prestations attendues sont les suivantes : ateliers hebdomadaires, édition d’un guide, deux forums.⟧\n',
      '⟦Le bénéficiaire réalise les formations conformément au cahier des charges technique joint en annexe.⟧\n',
      '⟦L’application devra comporter trois modules : inscription, mise en relation, suivi.⟧\n',
      '⟦Il exécute les douze séances dont la caisse a elle-même arrêté le programme et les supports.⟧\n',
      '⟦Le contenu des ateliers est fixé par la caisse, qui en a défini le contenu et la durée, et que le porteur met en œuvre.⟧\n',
    ],
    good: [
      // Days of the call.
      '## Calendrier\n\n| Étape | Échéance |\n|---|---|\n| Ouverture | lundi 14 décembre 2026 |\n| Permanence téléphonique | mardi 16 février 2027, de 9 h à 12 h |',
      'La caisse et le bénéficiaire sont ci-après désignés ensemble « les Parties ».\n',
      'Le lauréat pose dans ses bâtiments les équipements qu’il a choisis.\n',
      '## Des questions ?\n\nTrois rencontres sont prévues, autour d’un café : mardi 12 janvier 2027 à Orbe-Centre, jeudi 21 janvier 2027 à la Butte, lundi 8 février 2027 à Port-Sec.\n',
      'Les porteurs choisissent librement le public, le lieu et le contenu de leur action.\n',
      'La caisse définit une thématique générale, à laquelle répondent les projets.\n',
      'Le bénéficiaire réalise le projet qu’il a défini dans son dossier.\n',
      'Aucun cahier des charges n’est imposé : chaque structure décrit les prestations qu’elle propose.\n',
      'Le porteur met en œuvre le projet décrit dans sa demande, selon le calendrier qu’il a arrêté.\n',
      'Chaque action comporte un bilan, selon le modèle remis en annexe par la caisse.\n',
      'La caisse a arrêté la liste des pièces du dossier et le calendrier de l’appel à projets.\n',
      { text: 'Les prestations attendues sont les suivantes : nettoyage, vitrerie.\n', head: { piece: 'cctp' } },
    ],
    limits: [],
  },
  *check(piece) {
    for (const { at, doubt } of piece.ask(appelAProjets).initiative) yield { at, message: 'defini', doubt };
  },
});
