import { differenciations } from '../facts/criteres/index.ts';
import { defineRule } from '../kit/rule.ts';
import { ccp, guide } from '../kit/source.ts';

export default defineRule({
  id: 'criteres/application-differenciee',
  title: 'Critère appliqué différemment selon les candidats',
  level: 'warning',
  pieces: ['rc'],
  why: `Tous les candidats sont jugés selon les mêmes critères et les mêmes poids. Avantager les PME, les jeunes entreprises ou les entreprises
locales dans la notation, même avec une bonne intention, rompt l'égalité de traitement et expose la procédure à l'annulation.`,
  sources: [guide('I.E', 11), ccp('L3')],
  messages: {
    differencie:
      'Les offres sont notées différemment selon la catégorie du candidat.\nL’égalité de traitement est rompue. Appliquer à tous les mêmes critères, les mêmes poids et la même notation ; pour ouvrir l’achat aux PME, agir plutôt sur les lots, les avances ou les pièces demandées.',
  },
  examples: {
    bad: [
      '## Jugement\n\nPrix : 60 points ; délai : 40 points.\n\n⟦Deux points sur 100 s’ajoutent au total des imprimeries dont l’atelier est dans le Cher.⟧',
      '## Critères\n\nPrix, 60 points ; solidité, 40 points. ⟦Il est retranché cinq points aux candidats en groupement.⟧',
      '## Critères\n\nPrix, 60 points ; solidité, 40 points. ⟦Nous ne notons pas la solidité des entreprises fondées depuis moins de deux ans.⟧',
      '## Jugement des offres\n\n⟦Une agence dont les bureaux sont dans le département reçoit d’emblée trois points de plus.⟧',
      '## Jugement des offres\n\n⟦Les sociétés de moins de cinquante salariés partent avec trois points d’avance sur le total.⟧',
      '## Jugement des offres\n\n⟦L’éditeur aujourd’hui en place reçoit d’office les 8 points de la reprise des données.⟧',
      '## Jugement des offres\n\n⟦Deux points s’ajoutent au total des candidats dont l’atelier se trouve dans le département.⟧',
      '## Jugement des offres\n\n⟦Les offres d’une entreprise de moins de cinq ans reçoivent trois points.⟧',
      '⟦Le soumissionnaire qui exécute l’un des marchés auxquels l’accord-cadre est appelé à succéder se voit attribuer d’office huit des dix points de réversibilité.⟧',
      '⟦L’opérateur dont le contrat est remplacé par le présent marché bénéficie de cinq points.⟧',
      '## Critères\n\n⟦Délai (seulement pour les candidats dont l’atelier est hors du département) : 20 %.⟧',
      'Le prix compte pour 60 points et le délai pour 40. ⟦Les équipes qui se présentent à plusieurs perdent trois points au délai.⟧',
      "⟦À égalité de points, la préférence est donnée à l'entreprise locale.⟧",
      '⟦Pour les jeunes entreprises, le prix ne compte que pour 20 % et la valeur technique pour 60 %.⟧',
      '⟦La note technique des petites et moyennes entreprises est majorée de cinq points.⟧',
      '⟦Pour les entreprises dont le siège est situé dans le département, la pondération du prix est ramenée à 35 %.⟧',
      '⟦Un bonus de cinq points est accordé aux start-up.⟧',
      '⟦La pondération du prix est de 30 % pour les PME et de 50 % pour les autres candidats.⟧',
      "⟦Le critère « délai » ne s'applique pas au titulaire sortant.⟧",
      '⟦Les candidats implantés dans la région se voient attribuer la note maximale au titre du critère environnemental.⟧',
      '⟦Le barème du critère financier varie selon la taille de l’entreprise.⟧',
      '⟦| Critère | PME | Autres candidats |⟧\n|---|---|---|\n| Prix | 40 % | 60 % |\n| Qualité | 60 % | 40 % |\n',
      '⟦Pour les petites et moyennes entreprises, la note de coût est affectée d’un coefficient favorable de 1,2.⟧',
      '⟦La note technique des entreprises implantées dans le département est multipliée par 1,1.⟧',
      '⟦Le sous-critère « migration » n’est pas examiné pour l’éditeur qui maintient le logiciel actuel.⟧',
      '⟦La société qui assure aujourd’hui le service reçoit d’office la meilleure note au critère de reprise.⟧',
      '⟦Les points du critère social sont doublés si l’entreprise emploie moins de dix salariés.⟧',
    ],
    good: [
      'Étendue des garanties : chaque offre part de la note maximale. Une réserve mineure retire 2 % de la note, une réserve majeure 30 %.\n',

      '## Jugement des offres\n\nAucun soumissionnaire ne reçoit de points propres à sa catégorie : coopérative, jeune entreprise ou prestataire sortant, tous sont notés sur la même grille.',
      'Les notes ne varient pas selon que le soumissionnaire est une petite entreprise ou le prestataire en place.\n',
      '## Critères\n\nPrix, 60 points ; solidité, 40 points. Nous retranchons cinq points à l’offre livrée après dix semaines, groupement ou non.',
      '## Jugement des offres\n\nNe comptent pas dans la note : références, taille de l’entreprise, distance du siège.',
      '## Critères\n\n- Prix : 94 points\n- Votre proximité avec notre univers : 6 points. Ancienneté de votre agence et nombre de clients institutionnels à votre actif.\n',
      '## Jugement des offres\n\nLes autres sont avertis sans attendre, par le profil d’acheteur, avec la note obtenue et le nom de l’entreprise retenue.',

      '## Jugement des offres\n\nDeux points s’ajoutent au total des offres dont l’atelier mobile est électrique.',
      'L’offre du candidat qui assure les prestations est notée sur les délais de remplacement, de 10 points pour les agents.',
      'Le candidat décrit la reprise des données du marché auquel l’accord-cadre succède, notée sur 10 points.',
      'Toutes les sociétés sont notées sur 100 points, que leurs bureaux soient dans le département ou ailleurs.',
      'Les équipes qui se présentent à plusieurs désignent un mandataire ; le délai compte pour 40 points.',
      'La société qui assure aujourd’hui le service est notée sur les mêmes critères que les autres.',
      'La société qui exploite le site actuel communique ses factures ; le critère du prix compte pour 40 points.',
      'La note d’organisation est augmentée de deux points si l’équipe affectée compte plus de dix personnes.',
      'Le prix compte pour 40 % de la note. Une avance est versée aux PME.',
      'Les critères s’appliquent dans les mêmes conditions à tous les candidats, quelle que soit leur taille.',
      'Aucun bonus n’est accordé aux PME.',
      'La note de prix de chaque offre est multipliée par un coefficient de 0,4.',
      'Le taux de l’avance est porté à 30 % pour les petites et moyennes entreprises.',
      'La part du marché que le candidat s’engage à confier à des PME est notée sur dix points.',
      '## Sélection des candidatures\n\nLe critère des références ne s’applique pas aux entreprises nouvellement créées.\n',
      'Les start-up sont invitées à se grouper avec des entreprises établies.',
      'La pondération du prix est de 30 % pour le lot 1 et de 50 % pour le lot 2.',
      'Le titulaire sortant communique la liste du personnel à reprendre, qui est jointe au dossier.',
    ],
    limits: [],
  },
  *check(piece) {
    for (const { at, doubt } of piece.ask(differenciations)) yield { at, message: 'differencie', doubt };
  },
});
