import { isWithoutCompetition, motifs } from '../facts/procedure/index.ts';
import { defineRule } from '../kit/rule.ts';
import { ccp, guide } from '../kit/source.ts';

export default defineRule({
  id: 'procedure/negociee-prototype',
  title: 'Prototype de recherche destiné à un marché commercial',
  level: 'error',
  pieces: ['rc', 'cctp'],
  why: `La dispense de concurrence pour les produits de recherche vaut pour ce qui ne sert qu'à chercher. Un prototype qui prépare un achat en
série n'y entre pas : le marché suivant serait attribué d'avance.`,
  sources: [guide('II.B.5', 19), ccp('R2122-10')],
  messages: {
    ulterieur:
      'Ce passage destine à un achat ultérieur un prototype fait pour la recherche.\nLe marché invoque la dispense réservée aux produits fabriqués uniquement pour la recherche (article R2122-10). Choisir une procédure qui couvre cet achat, comme le partenariat d’innovation, ou y renoncer.',
  },
  examples: {
    bad: [
      '## Régime\n\nDispense de l’article R. 2122-10 (banc d’essai).\n\n## Prix\n\n⟦Le banc témoin est amorti par l’industriel sur les ventes qui suivront.⟧\n',
      'Marché de gré à gré, au titre des produits fabriqués uniquement à des fins d’étude ou de développement. ⟦Vingt exemplaires seront acquis si les essais réussissent.⟧\n',
      'Le marché, conclu sans publicité ni mise en concurrence, relève de l’article R. 2122-10. ⟦Vingt exemplaires seront acquis si les essais réussissent.⟧\n',
      '## 2. Procédure\n\nLa procédure est adaptée.\n\n## 9. Prototype\n\nLe prototype fait l’objet d’un marché conclu sans publicité ni mise en concurrence, en application de l’article R. 2122-10. ⟦Il préfigure l’appareil de série que les établissements se procureront en 2029.⟧\n',
      'Le marché, conclu sans publicité ni mise en concurrence, relève de l’article R. 2122-10.\n\n⟦Le prototype préfigure l’appareil de série que les établissements se procureront en 2029.⟧\n',
      'Marché sans publicité ni mise en concurrence : produits fabriqués uniquement à des fins de recherche. ⟦Le démonstrateur sera ensuite industrialisé et déployé dans tous les sites.⟧\n',
    ],
    good: [
      '## Régime\n\nDispense de l’article R. 2122-10 (banc d’essai).\n\n## Prix\n\nLe banc témoin n’est pas amorti sur des ventes.\n',
      'Marché sans publicité ni mise en concurrence, R. 2122-10.\n\n## Suites\n\nPour tout achat de casques, un appel d’offres sera ouvert à tous.\n',
      'Le marché est conclu sans publicité ni mise en concurrence. Le recours à l’article R. 2122-10 a été écarté. Le prototype préfigure l’appareil de série que les établissements se procureront en 2029.\n',
      'Le marché, conclu sans publicité ni mise en concurrence, relève de l’article R. 2122-10. Le prototype est détruit à la fin des essais.\n',
      'Le marché, conclu sans publicité ni mise en concurrence, relève de l’article R. 2122-10. Le prototype ne donne lieu à aucune production en série.\n',
      'Procédure adaptée. Le prototype préfigure l’appareil de série que les établissements se procureront en 2029.\n',
    ],
    limits: [],
  },
  *check(piece) {
    const found = piece.ask(motifs).prototype;
    if (found?.ulterieur && isWithoutCompetition(piece, found.at))
      yield {
        at: found.ulterieur,
        message: 'ulterieur',
        doubt: found.doubt,
        related: [{ piece, at: found.at, message: 'Dispense invoquée ici.' }],
      };
  },
});
