import { sourcage } from '../facts/sourcage/index.ts';
import { defineRule } from '../kit/rule.ts';
import { ccp, guide } from '../kit/source.ts';

export default defineRule({
  id: 'sourcage/nombre-operateurs',
  title: 'Un seul opérateur rencontré',
  level: 'warning',
  pieces: ['rc', 'cctp'],
  why: `Un besoin défini d'après un seul fournisseur finit par décrire son produit, et laisse soupçonner que le marché lui est destiné. Le guide recommande d'en solliciter
au moins deux, et mieux trois.`,
  sources: [guide('I.A', 8), ccp('R2111-1')],
  messages: {
    seul: 'Le sourçage n’a porté que sur un seul opérateur.\nEn rencontrer au moins deux, mieux trois, avant de fixer le besoin ; s’il n’y en a qu’un sur le marché, écrire pourquoi.',
  },
  examples: {
    bad: [
      '## Préparation\n\n⟦Le service a adressé un questionnaire à six éditeurs au printemps 2026 ; il n’a reçu en entretien que la société Alvéa, le 14 avril.⟧',
      '⟦Sur les quatre éditeurs que nous avions appelés, un seul est venu nous montrer son outil.⟧',
      '⟦Des quatre ateliers auxquels nous avions écrit, un seul, la maison Vauclin, a pu nous recevoir.⟧',
      '## Sourcing\n\nAu printemps, les services ont écrit à six constructeurs. ⟦Un seul d’entre eux a pu être entendu, le 19 mai.⟧',
      '## Préparation\n\nNous avions écrit à six fabricants. ⟦Cinq n’ont pas donné suite ; la rencontre avec le sixième a nourri ces pages.⟧\n',
      '## Travaux préparatoires\n\n⟦Au premier semestre 2026, le service a reçu à trois reprises la société Balisia.⟧',
      '## Travaux préparatoires\n\n⟦Fin 2025, la commune a consulté deux fois un éditeur sur ses gammes.⟧',
      '## Sourçage\n\nEn mai 2026, la ville a sollicité cinq éditeurs. ⟦L’un d’eux a été reçu en mairie ; les autres n’ont pas donné suite.⟧\n',
      '## Sourçage\n\n⟦Trois fabricants ont été contactés en mai 2026 ; deux n’ont pas répondu et l’entretien s’est tenu avec le fabricant restant.⟧\n',
      "⟦En mai 2026, la ville a longuement reçu, pour préparer le marché, la société Brio, et n'a sollicité aucune autre entreprise.⟧",
      '| Étape | Date | Opérateurs |\n|---|---|---|\n| Sourçage | avril 2026 | ⟦1⟧ |\n',
      "⟦La consultation a été précédée d'échanges, conduits au titre de l'article R2111-1 du code de la commande publique, avec un seul éditeur du secteur.⟧",
      '| Étape | Contenu |\n|---|---|\n| Sourçage | ⟦entretien avec la société Logimétrie, unique opérateur contacté⟧ |\n',
      "⟦Le besoin a été affiné au moyen d'un sourcing : l'ingénieur a reçu la société Balisia, seul fournisseur rencontré.⟧",
      '⟦En 2026, la commune a interrogé un fabricant de mobilier, et un seul, sur les gammes et les délais du marché.⟧',
      "⟦Un sourçage a été réalisé auprès de l'entreprise Altimo en mars 2027.⟧",
      "⟦Le sourçage conduit en 2026 n'a concerné qu'un fabricant.⟧",
      "⟦Préalablement au lancement de la consultation, l'acheteur a rencontré un opérateur économique unique.⟧",
      "⟦Le besoin résulte d'entretiens préalables avec le titulaire sortant, seule entreprise consultée.⟧",
    ],
    good: [
      '## Préparation\n\nNous avions écrit à six fabricants. Deux n’ont pas donné suite ; les rencontres ont nourri ces pages.\n',
      '## Travaux préparatoires\n\nAu premier semestre 2026, le service a reçu à trois reprises des sociétés de la région.',
      '## Travaux préparatoires\n\nFin 2025, la commune a consulté deux fois un éditeur et un fabricant.',
      'Un sourçage a été mené en mai 2026. Si l’un d’eux disposait d’une information que les autres n’ont pas, elle serait publiée.',
      '## Sourçage\n\nEn mai 2026, la ville a sollicité cinq éditeurs. Trois d’entre eux ont été reçus ; les autres n’ont pas donné suite.\n',
      "En mai 2026, la ville a reçu pour préparer le marché plusieurs fabricants et la société Brio, et n'a sollicité aucune autre entreprise.",
      '| Étape | Date | Opérateurs |\n|---|---|---|\n| Sourçage | avril 2026 | 4 |\n',
      'Un sourçage a été mené en mai 2026, notamment auprès de la société Brio.',
      'Un sourçage a été réalisé auprès de trois entreprises.',
      'Dans le cadre du sourçage, la commune a échangé avec la société Alpha et la société Bêta.',
      "La société Alto a été rencontrée dans le cadre du sourçage. La société Brio l'a été également.",
      'Un sourçage a été mené auprès de fournisseurs de solutions documentaires.',
      "L'acheteur a rencontré au printemps 2026 quatre fabricants, chacun en présence de deux agents, lors de la préparation du marché.",
      "L'acheteur confiera le marché à un seul prestataire.",
      'Le titulaire désigne un interlocuteur unique.',
      'La consultation a été précédée d’échanges, conduits au printemps, avec plusieurs éditeurs du secteur.',
      'Les échanges se font, pendant l’exécution, avec un seul interlocuteur du titulaire.',
    ],
    limits: ['Les caractéristiques attendues nous ont été soufflées par notre fournisseur habituel.'],
  },
  *check(piece) {
    const { seul } = piece.ask(sourcage);
    if (seul) yield { at: seul.at, message: 'seul', doubt: seul.doubt };
  },
});
