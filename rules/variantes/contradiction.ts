import { variantes } from '../facts/variantes/index.ts';
import { defineRule } from '../kit/rule.ts';
import { ccp, guide } from '../kit/source.ts';

export default defineRule({
  id: 'variantes/contradiction',
  title: 'Variantes autorisées et interdites dans la même pièce',
  level: 'error',
  pieces: ['rc', 'cctp'],
  why: `Un candidat qui lit l'un des deux passages dépose une variante, l'autre n'en dépose pas : les offres ne sont plus comparables et chacun
peut contester le choix de l'acheteur.`,
  sources: [guide('I.D', 10), ccp('L2151-2'), ccp('R2151-8')],
  messages: {
    contraire:
      'Variantes {ici}{lots} ici, mais {avant} dans un passage antérieur.\nRetenir l’une des deux rédactions et corriger l’autre.',
  },
  examples: {
    bad: [
      'Les variantes ne sont pas admises. ⟦Si vous connaissez un autre isolant que la laine de roche, proposez-le aussi.⟧\n',
      'Procédure : adaptée\n\nVariantes : oui\n\n## Contenu\n\n⟦Une offre et une seule, conforme à la base ; toute variante est éliminée.⟧\n',
      '## Variantes\n\nChaque entreprise en remet une au plus.\n\n## Examen\n\n⟦La commune refuse que le candidat dépose une variante.⟧\n',
      'Les variantes sont admises.\n\n## Examen\n\n⟦Tout pli contenant une variante sera rejeté.⟧\n',

      '| Rubrique | Règle |\n|---|---|\n| Forme de l’offre | une seule proposition ; aucune autre solution n’est examinée |\n\n### Conseil\n\n⟦En plus de votre réponse, vous pouvez nous soumettre une solution différente.⟧\n',
      'Les variantes sont autorisées. ⟦Les variantes ne sont pas admises.⟧\n',
      '| Rubrique | Contenu |\n| --- | --- |\n| Variantes | AUTORISEES POUR LES LOTS 1 ET 2 |\n\n⟦Pour le lot 2, aucune variante ne sera examinée.⟧\n',
      '## 4. Variantes\n\nLes candidats ne sont pas autorisés à en proposer : aucune variante n’est admise.\n\n## 9. Contenu de l’offre\n\nL’offre comporte :\n\n- un prix ;\n- ⟦si le candidat le souhaite, une ou deux variantes.⟧\n',
      'Une offre en variante, sur une autre essence, sera étudiée si elle tient dix ans dehors.\n\n⟦Ce qui n’est pas en chêne est écarté : nous n’acceptons que la solution de base.⟧\n',
      'La consultation est lancée sans variante.\n\n⟦Les soumissionnaires peuvent néanmoins proposer une variante portant sur le chauffage.⟧\n',
      '## Variantes\n\nInterdites.\n\n## Offres\n\n⟦Le dépôt de variantes est possible.⟧\n',
      '## Solutions alternatives\n\nLes soumissionnaires sont admis à proposer, sur les modalités de visite, une solution différente de celle que décrit le CCTP.\n\n## Conformité des offres\n\n⟦Toute variante, quel qu’en soit l’objet, est proscrite et ne sera pas analysée.⟧\n',
      '## Variantes\n\nPas de variante.\n\n## Votre offre\n\n⟦Vous pourrez joindre à votre offre une variante sur la recharge.⟧\n',
    ],
    good: [
      // How the work is done is free: no offer is added.
      'Les variantes ne sont pas admises. Si vous avez une autre manière de vous organiser que celle du plan de collecte, présentez-la dans votre mémoire.',
      'Les variantes sont autorisées. N’est pas étudiée la variante transmise sans prix.',
      'L’appel d’offres de 2022 autorisait des variantes. Pour celui-ci, les variantes sont interdites.',
      '## Variantes\n\n**Lot 1.** Une entreprise peut proposer une variante, en plus de son offre de base.\n\n**Lots 2 et 3.** Les variantes n’y sont pas admises.',
      'Les variantes sont autorisées pour le lot 2. Aucune variante n’est exigée et il n’est pas prévu de prestation supplémentaire éventuelle.',
      'Les variantes sont autorisées.\n\nIl n’y a pas de prestation supplémentaire éventuelle.',
      'Les variantes sont admises.\n\n## Lettre d’offre\n\n☐ Je présente une variante ☐ Je n’en présente pas',
      '| Poste | Variantes |\n| --- | --- |\n| Charpente | permises |\n| Couverture | non permises |\n',
      'Les variantes sont admises. La présentation d’une variante incomplète entraîne le rejet de celle-ci.\n',
      'Les variantes sont interdites. La négociation peut conduire l’entreprise à revoir son offre sans que cela constitue une variante.\n',

      '## 2.4 Variantes\n\nLes variantes ne sont pas admises : la latitude de conception est donnée par le dialogue lui-même, chaque participant construisant sa propre réponse.',
      'Aucune variante n’est recevable. Le logo admet trois variantes : couleur, gris, réserve blanche.\n',
      'Les variantes sont admises sur les fixations. Aucune autre réponse aux questions n’est donnée après le 12 janvier.\n',
      'Les variantes ne sont pas admises. Le fleuriste propose librement ses bouquets : cela ne constitue pas une variante.\n',
      'Les variantes sont interdites. Dans le marché précédent, les variantes étaient admises.\n',
      'Lot 1. Vous pouvez proposer une solution autre que celle du CCTP.\n\nLot 2. Pas de variante.\n',
      'Les soumissionnaires sont admis à présenter une offre par lot, sans variante. Toute variante est proscrite.\n',
      "Les candidats peuvent proposer une variante. Elle respecte au minimum : l'appel nominatif proscrit à l'écran, un délai d'appel inférieur à trente secondes.\n",
      '| Point | Réponse |\n| --- | --- |\n| Variantes autorisées | Non |\n| Visite obligatoire | Oui |\n',
      'Pour le lot 1, les variantes sont autorisées. Pour le lot 2, elles ne sont pas autorisées.\n',
      'Les variantes sont autorisées pour le lot 1, interdites pour le lot 2.\n',
      'Les variantes ne sont pas autorisées, sauf pour le lot 3.\n',
      'Les variantes à l’initiative des candidats ne sont pas autorisées. Une variante avec volets roulants devra être proposée.\n',
      'Aucune variante n’est autorisée ni exigée.\n',
      '## 3.2. Variantes autorisées\n\nLa proposition de variante n’est pas autorisée.\n',
      '☐ Les variantes sont autorisées.\n\n☐ Les variantes ne sont pas autorisées.\n',
      'Les variantes sont autorisées. Les prestations supplémentaires éventuelles sont interdites.\n',
      'Les variantes sont autorisées. Toute variante qui ne respecte pas les exigences minimales est rejetée.\n',
    ],
    limits: [],
  },
  *check(piece) {
    for (const { later, earlier, lots } of piece.ask(variantes).contradictions)
      yield {
        at: later.at,
        message: 'contraire',
        data: {
          ici: later.position === 'autorisees' ? 'ouvertes' : 'fermées',
          avant: earlier.position === 'autorisees' ? 'ouvertes' : 'fermées',
          lots:
            lots.length === 0
              ? ''
              : lots.length === 1
                ? ` pour le lot ${lots[0]}`
                : ` pour les lots ${lots.join(', ')}`,
        },
        doubt: later.doubt ?? earlier.doubt,
        related: [{ piece, at: earlier.at, message: 'Passage contraire.' }],
      };
  },
});
