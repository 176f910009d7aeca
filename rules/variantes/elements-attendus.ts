import { conditionsVariantes, ouvertureDuDossier } from '../facts/variantes/index.ts';
import { defineRule } from '../kit/rule.ts';
import { guide } from '../kit/source.ts';

export default defineRule({
  id: 'variantes/elements-attendus',
  title: 'Variantes ouvertes sans dire sur quoi',
  level: 'info',
  pieces: ['rc', 'cctp'],
  absence: true,
  dossier: true,
  why: `Les entreprises proposent mieux quand elles savent où l'acheteur est prêt à changer sa demande : procédé, matériau, organisation, durée.`,
  sources: [guide('I.D', 10)],
  messages: {
    absent:
      'Rien ne dit sur quels éléments du besoin les variantes sont attendues.\nElles sont ouvertes. Nommer les éléments où une autre solution serait utile.',
  },
  silencedBy: [{ rule: 'variantes/non-mentionnees', where: 'consultation' }],
  examples: {
    bad: [
      '⟦Les variantes sont autorisées.⟧ L’entreprise peut modifier son offre jusqu’à la date limite.\n',

      '⟦Outre la réponse que nous attendons, vous pouvez nous remettre une proposition différente.⟧\n',
      '## Variantes\n\n⟦Elles sont acceptées.⟧ Le candidat peut toucher une prime.\n',
      '⟦Les variantes sont autorisées.⟧\n',
      '⟦Les soumissionnaires peuvent présenter une variante.⟧ Elle respecte les exigences minimales du programme : 40 places.\n',
      '## 5. Variantes\n\n⟦Elles sont acceptées.⟧\n',
    ],
    good: [
      'Les variantes sont admises, une par candidat, sur le seul choix du revêtement et de sa pose. Elles respectent au minimum les exigences 3 et 4 du CCTP.',
      '| Chapitre | Variante possible ? |\n| --- | --- |\n| Vitrage | Oui |\n| Serrures | Non |\n',
      '# Règlement de la consultation\n\nLes variantes sont autorisées.\n\n## Votre liberté\n\nL’entreprise peut revoir le tracé des allées et l’essence des haies.\n',

      'Les variantes sont autorisées. Elles peuvent intéresser le moteur d’indexation, à l’exclusion de tout autre élément.',
      {
        text: 'Les variantes sont autorisées.\n',
        files: {
          'cctp.md':
            '# CCTP\n\nC’est sur la formulation du produit et sur le séchage que des variantes sont espérées.\n',
        },
      },
      'Ce que décrivent les articles 5 et 6 peut recevoir de votre part une autre réponse, à titre de variante.\n',
      '## Variantes\n\nElles sont acceptées. Elles peuvent toucher l’énergie des appareils de cuisson.\n',
      '## 5. Variantes\n\nUne variante par candidat est admise.\n\n- Sur quoi : le mode d’identification et le mode d’hébergement. Rien d’autre.\n',
      'Lot 1. Vous pouvez proposer une solution autre que la nôtre. Nous attendons ces variantes sur la navigation et la recharge.\n',
      'Les variantes sont admises. La capacité de 180 repas est exigée ; le reste (énergie, implantation) peut être repensé.\n',
      'Les variantes sont admises sur les serrures.\n',
      'Les variantes ne sont pas autorisées.\n',
      'Les variantes sont autorisées. Elles sont attendues sur le mode de chauffage.\n',
      'Les candidats peuvent proposer, à titre de variante, une détection fondée sur le débit.\n',
      'Les variantes sont autorisées ; elles peuvent porter notamment sur les matériaux.\n',
      {
        text: 'Les variantes sont autorisées.\n',
        files: { 'cctp.md': '# CCTP\n\nLes variantes portent sur le revêtement de sol.\n' },
      },
    ],
    limits: [],
  },
  *check(piece) {
    const opening = ouvertureDuDossier(piece);
    if (!opening || piece.consultation.pieces.some((p) => p.ask(conditionsVariantes).elements)) return;
    yield { at: opening.at, message: 'absent', doubt: opening.doubt };
  },
});
