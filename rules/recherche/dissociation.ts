import { lessSure } from '../facts/commun/index.ts';
import { procedure } from '../facts/procedure/index.ts';
import { reliesOnExclusion, saidOfRecherche, suites } from '../facts/recherche/index.ts';
import { defineRule } from '../kit/rule.ts';
import { ccp, guide } from '../kit/source.ts';

export default defineRule({
  id: 'recherche/dissociation',
  title: 'Fourniture promise à l’entreprise de recherche sans nouvelle concurrence',
  level: 'error',
  pieces: ['rc', 'cctp', 'ccap'],
  why: `La recherche hors du code ne garantit aucun contrat de fourniture. L'achat du produit fini est un nouveau marché, à mettre en concurrence
avec la même information pour tous ; seul le partenariat d'innovation réunit la recherche et l'acquisition.`,
  sources: [guide('II.C.1', 22), ccp('L2512-5'), ccp('L2172-3')],
  messages: {
    promesse:
      'La fourniture du produit est promise ici à l’entreprise qui mène la recherche.\nElle l’est sans nouvelle mise en concurrence : le contrat de recherche ne peut garantir cet achat. Prévoir un marché distinct mis en concurrence, ou recourir au partenariat d’innovation.',
  },
  examples: {
    bad: [
      "Achat public avant commercialisation. ⟦Après des essais réussis, la région commande au titulaire l'équipement de ses 40 gares, à 700 € l'unité.⟧",
      "Achat public avant commercialisation. ⟦Celle dont la solution l'emporte livrera ensuite deux cents capteurs à la Caisse sans remise en concurrence.⟧",
      "Achat public avant commercialisation. ⟦À l'issue du programme, le marché de déploiement reviendra à l'entreprise classée première.⟧",
      "Les prestations sont exclues du code par le 2° de l'article L. 2512-5. ⟦Au terme de la phase 3, l'Institut commande à l'entreprise les 4 000 boîtiers, sans les remettre en concurrence.⟧",
      "Le programme est un achat public avant commercialisation. ⟦L'Institut garantit à l'entreprise qui achève la phase 3 un volume de commandes de 1 500 000 € HT sur les deux années suivantes.⟧",
      'Les services de recherche et développement sont exclus du code de la commande publique. ⟦Le marché de fourniture est conclu avec le titulaire sans nouvelle mise en concurrence.⟧',
      "Achat public avant commercialisation. ⟦L'acheteur s'engage à acquérir auprès du titulaire deux cents exemplaires du produit fini.⟧",
      "Le contrat échappe au code (article L. 2512-5, 2°). ⟦Le titulaire bénéficie d'un droit de priorité pour le marché de déploiement.⟧",
      "Le contrat échappe au code (article L. 2512-5, 2°). ⟦En cas de succès, l'équipe deviendra le fournisseur de la caisse.⟧",
    ],
    good: [
      // Kept, or licensed, and nothing bought.
      'Achat public avant commercialisation. L’hôpital conserve ensuite les douze exemplaires pour son laboratoire.',
      "Achat public avant commercialisation. La métropole concède à l'équipe le droit d'exploiter ce brevet, par fabrication et location, pendant six ans, contre une redevance.",
      "Les prestations sont exclues du code par le 2° de l'article L. 2512-5. « Nous » désigne la métropole, « vous » désigne l'entreprise, le laboratoire ou le groupement qui signe avec elle.",
      "Achat public avant commercialisation. La participation au programme ne donne aucun droit à la fourniture du produit fini. Si la Caisse décide d'en acquérir un, elle mettra en concurrence toutes les entreprises intéressées.",
      "Les prestations sont exclues du code par le 2° de l'article L. 2512-5. L'achat du produit fini fera l'objet d'une nouvelle mise en concurrence.",
      "Le partenariat d'innovation comporte une phase d'acquisition : l'acheteur commande au titulaire les appareils sans nouvelle mise en concurrence.",
      "Les prestations sont exclues du code par le 2° de l'article L. 2512-5. À l'issue de la phase 1, l'acheteur confie à l'équipe la réalisation du démonstrateur.",
      "Le syndicat n'entend pas se placer hors du code au titre du 2° de l'article L. 2512-5. L'équipement des autres sites est commandé au titulaire sans nouvelle mise en concurrence.",
      'Achat public avant commercialisation. Aucun marché de fourniture ne sera passé sans nouvelle mise en concurrence.',
      'Le marché est passé en procédure adaptée. Les commandes sont passées au titulaire sans remise en concurrence.',
      "Les prestations sont exclues du code par le 2° de l'article L. 2512-5. L'Institut ne s'engage sur aucun volume de commandes.",
    ],
    limits: [],
  },
  *check(piece) {
    const relied = saidOfRecherche(piece, 'apac') ? { doubt: undefined } : reliesOnExclusion(piece);
    if (!relied) return;
    if (piece.consultation.pieces.some((p) => p.ask(procedure).name === 'partenariat-innovation')) return;
    for (const { at, doubt } of piece.ask(suites))
      yield { at, message: 'promesse', doubt: lessSure(relied.doubt, doubt) };
  },
});
