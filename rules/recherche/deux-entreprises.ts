import { lonePhases, saidOfRecherche } from '../facts/recherche/index.ts';
import { defineRule } from '../kit/rule.ts';
import { guide, text } from '../kit/source.ts';

export default defineRule({
  id: 'recherche/deux-entreprises',
  title: 'Achat avant commercialisation réduit à une seule entreprise',
  level: 'warning',
  pieces: ['rc', 'cctp'],
  why: `Dans un achat public avant commercialisation, garder au moins deux entreprises jusqu'à la dernière phase entretient la concurrence et évite
à l'acheteur d'être lié à un seul fournisseur.`,
  sources: [
    guide('II.C.1', 21),
    text(
      'Communication de la Commission européenne du 14 décembre 2007 sur les achats publics avant commercialisation',
    ),
  ],
  messages: {
    seule:
      'L’achat public avant commercialisation ne garde ici qu’une entreprise.\nLa concurrence cesse avant la fin du programme et l’acheteur risque d’être lié à un seul fournisseur. Maintenir au moins deux entreprises jusqu’à la dernière phase.',
  },
  examples: {
    bad: [
      "C'est un achat public avant commercialisation, conduit en trois phases. ⟦Le laboratoire le mieux noté à la fin de la phase 1 continue sans les deux autres.⟧",
      {
        text: 'Achat public avant commercialisation.\n\n| Phase | Équipes |\n|---|---|\n| 1. Explorer | quatre |\n| 2. Essayer | ⟦l’équipe la mieux notée, désormais seule⟧ |',
        head: { procedure: 'recherche-developpement' },
      },
      'Achat public avant commercialisation. Trois entreprises sont engagées en phase 1. ⟦Lors de la revue, le comité en retient une, qui poursuit jusqu’au terme de la phase 3.⟧',
      'Achat public avant commercialisation :\n\n- Phase 1, faisabilité : cinq équipes\n- Phase 2, maquette : trois équipes\n- ⟦Phase 3, mise en eau : une équipe⟧',
      "Achat public avant commercialisation. ⟦Cinq entreprises mènent l'étude ; une seule d'entre elles est conservée pour le prototypage.⟧",
      "Achat public avant commercialisation. ⟦La phase 1 réunit quatre sociétés ; l'Institut n'en conserve ensuite qu'une.⟧",
      "Le programme est un achat public avant commercialisation.\n\n⟦L'entreprise dont l'étude est classée première poursuit seule le programme.⟧",
      'Le présent APAC comporte trois phases. ⟦Une seule équipe est retenue pour la phase 3.⟧',
      'Le programme suit la démarche des achats publics avant commercialisation (APAC).\n\n| Phase | Objet | Entreprises |\n|---|---|---|\n| 1 | Faisabilité | 4 |\n| 2 | Démonstrateur | 2 |\n| 3 | Essais | ⟦1⟧ |',
      'Achat public avant commercialisation :\n\n- phase 1 : trois entreprises ;\n- phase 2 : deux entreprises ;\n- ⟦phase 3 : une seule entreprise.⟧',
      'Cet achat avant commercialisation se déroule par étapes. ⟦La dernière phase est confiée à une entreprise unique, choisie au vu des démonstrateurs.⟧',
    ],
    good: [
      'Achat public avant commercialisation. Quatre entreprises sont engagées en phase 1. Le comité en retient une moitié, qui poursuit en phase 2.',
      'Achat public avant commercialisation :\n\n- étude : trois équipes ;\n- phase 2 : une équipe de cinq personnes par entreprise.',
      "Le programme est un achat public avant commercialisation. Deux équipes au moins restent en lice jusqu'au terme de la dernière phase ; si une seule y parvient, le programme est interrompu.",
      'APAC :\n\n| Phase | Objet | Équipes |\n|---|---|---|\n| 1 | Faisabilité | 4 |\n| 2 | Démonstrateur | 3 |\n| 3 | Essais | 2 |',
      'Achat public avant commercialisation. Une entreprise peut se présenter seule ou en groupement ; deux entreprises au moins mènent la dernière phase.',
      'Le marché est passé selon une procédure adaptée. Une seule entreprise est retenue pour la phase 2.',
      'Achat public avant commercialisation. La dernière phase ne peut être confiée à une seule entreprise.',
      'Achat public avant commercialisation. Chaque équipe désigne un seul correspondant pour le programme.',
    ],
    limits: [],
  },
  *check(piece) {
    if (!saidOfRecherche(piece, 'apac')) return;
    const [first] = piece.ask(lonePhases);
    if (first) yield { at: first.at, message: 'seule', doubt: first.doubt };
  },
});
