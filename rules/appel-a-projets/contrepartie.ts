import { appelAProjets } from '../facts/appel-a-projets/index.ts';
import { defineRule } from '../kit/rule.ts';
import { ccp, guide, text } from '../kit/source.ts';

export default defineRule({
  id: 'appel-a-projets/contrepartie',
  title: 'Subvention avec contrepartie directe pour le financeur',
  level: 'warning',
  pieces: ['appel-a-projets'],
  why: `Une subvention n'est pas le prix d'un service. Dès que le financeur en retire un avantage direct (livrables pour ses besoins, droits
sur les résultats, usage exclusif), le contrat a un objet et un prix : c'est un marché public.`,
  sources: [guide('II.A', 13), ccp('L1100-1'), text('Loi n° 2000-321 du 12 avril 2000, article 9-1')],
  messages: {
    contrepartie:
      'Le financeur retire ici un avantage direct de la subvention.\nElle peut être requalifiée en marché public. Retirer cette contrepartie ; si elle répond à un besoin propre, passer un marché.',
  },
  examples: {
    bad: [
      '⟦Les bases de mesures constituées pendant le projet sont réservées trois ans aux services de l’université.⟧\n',
      '⟦Les données recueillies sont réservées aux services de l’université.⟧\n',
      '⟦Les applications sont installées sur les serveurs de la direction du patrimoine, laquelle s’en sert pour régler ses bâtiments.⟧\n',
      '⟦La communauté d’agglomération se réserve l’usage exclusif de l’application pour ses propres services.⟧\n',
      '⟦Le bénéficiaire remet chaque trimestre à la caisse l’étude dont celle-ci a besoin ; la subvention rémunère ce travail.⟧\n',
      '⟦Le bénéficiaire cède à la caisse l’ensemble des droits sur les résultats du projet.⟧\n',
      '⟦Les outils développés deviennent la propriété de la métropole.⟧\n',
      '⟦En contrepartie de la subvention, le bénéficiaire forme deux cents agents de la caisse.⟧\n',
      '⟦La subvention constitue le prix des prestations rendues à la caisse.⟧\n',
    ],
    good: [
      'La subvention peut donner lieu, sur demande du bénéficiaire, au versement d’un seul acompte, dans la limite de 80 % du montant prévu.\n',
      'Le projet de décret est ensuite transféré à la direction du budget, puis mis à la signature du ministre.',
      'Le bénéficiaire relève ses consommations pendant trois ans et les tient à la disposition de l’Agence, qui les utilise pour rendre compte du programme au Parlement.\n',
      'La caisse se sert des données transmises pour évaluer le dispositif.\n',
      'L’axe 2 est réservé aux communes de moins de 5 000 habitants. Les habitants reçoivent l’outil et s’en servent.\n',
      'Les données ne sont réservées ni à l’université ni à quiconque.\n',
      'La subvention est accordée sans contrepartie pour la caisse.\n',
      'Le bénéficiaire demeure propriétaire des documents et des outils qu’il crée.\n',
      'La subvention ne constitue pas la rémunération de prestations individualisées répondant aux besoins de la caisse.\n',
      'Le porteur apporte une contrepartie financière d’au moins 20 %.\n',
      'Le bénéficiaire fait figurer le logotype de l’agglomération et lui adresse le compte rendu financier.\n',
      'Le projet répond aux besoins des habitants du quartier.\n',
      { text: 'Le titulaire cède à la caisse les droits sur les résultats.\n', head: { piece: 'ccap' } },
    ],
    limits: [],
  },
  *check(piece) {
    for (const { at, doubt } of piece.ask(appelAProjets).contrepartie) yield { at, message: 'contrepartie', doubt };
  },
});
