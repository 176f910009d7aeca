import { clauseText } from '../clauses/clauses.ts';
import { conditionsVariantes, ouvertureDuDossier } from '../facts/variantes/index.ts';
import { insertBlockAfter } from '../kit/fix.ts';
import { defineRule } from '../kit/rule.ts';
import { guide } from '../kit/source.ts';

export default defineRule({
  id: 'variantes/justification-gains',
  title: 'Variantes ouvertes sans justification des gains',
  level: 'info',
  pieces: ['rc', 'cctp'],
  absence: true,
  dossier: true,
  why: `Une variante vaut par ce qu'elle apporte. Demander au candidat d'en chiffrer les gains donne à l'acheteur de quoi la comparer à l'offre de
base sans tout refaire lui-même.`,
  sources: [guide('I.D', 10)],
  messages: {
    absent:
      'Rien ne demande au candidat de justifier les gains de sa variante.\nLes variantes sont ouvertes. Demander de justifier les gains et les améliorations qu’elles apportent, avec la mesure et la méthode de calcul.',
  },
  silencedBy: [{ rule: 'variantes/non-mentionnees', where: 'consultation' }],
  examples: {
    bad: [
      {
        text: '⟦Le relieur est admis à chiffrer, en plus de la base, un autre cuir.⟧\n',
        fixed: { gains: 'les gains' },
      },

      {
        text: '| Pièce de la variante | Réponse |\n|---|---|\n| Élément modifié | ........ |\n| Autonomie | ........ |\n\n⟦Les variantes sont admises.⟧\n',
        fixed: { gains: 'les gains' },
      },
      { text: '⟦Les variantes sont autorisées.⟧\n', fixed: { gains: 'justifie les gains' } },
      {
        text: '⟦Les candidats ont la faculté de présenter une variante.⟧ Elle respecte au minimum les niveaux de bruit du marché.\n',
        fixed: { gains: 'les gains' },
      },
      {
        text: '⟦Les variantes sont admises à condition qu’elles représentent un avantage réel.⟧',
        fixed: { gains: 'les gains' },
      },
    ],
    good: [
      'Les variantes sont interdites. Elle exige aussi un planning détaillé.',
      // In the row that opens them.
      '| Lot | Disposition |\n|---|---|\n| Lot 2 | Des variantes peuvent être présentées. Le fournisseur expose alors, preuves en main, en quoi elles durent plus longtemps. |\n',
      'Les variantes sont admises. Chacune est accompagnée d’une page qui chiffre ce que la ville y gagne.\n',
      'Les variantes sont admises. Une note démontre les litres d’eau que l’on épargne.\n',
      'Les variantes sont admises. Leur auteur établit un comparatif de la base et de la variante.\n',

      '| Pièce de la variante | Réponse |\n|---|---|\n| Élément modifié | ........ |\n| Bénéfice par rapport à la base | ........ |\n\nLes variantes sont admises.\n',
      // No lot is left to the piece that opens them.
      {
        text: '## Variantes\n\nLes variantes ne sont admises pour aucun des deux lots.\n',
        files: {
          'cctp.md': '# CCTP\n\n## Lot 1\n\nLes candidats sont libres de proposer une variante sur la ronde.\n',
        },
      },

      'Les variantes sont admises. Une note jointe explique les gains qu’elles apportent.',
      'Les variantes sont admises. Leur mémoire fait ressortir les économies obtenues.',
      'Les variantes sont interdites.\n',
      'Les variantes sont autorisées. Le candidat justifie les gains qu’elles procurent.\n',
      'Les variantes sont autorisées. Leur auteur démontre, chiffres à l’appui, leur intérêt économique.\n',
      {
        text: 'Les variantes sont autorisées.\n',
        files: {
          'cctp.md':
            '# CCTP\n\n## Variantes\n\nLe candidat quantifie les économies d’énergie attendues de sa variante.\n',
        },
      },
    ],
    limits: [],
  },
  *check(piece) {
    const opening = ouvertureDuDossier(piece);
    if (!opening || piece.consultation.pieces.some((p) => p.ask(conditionsVariantes).justification)) return;
    yield {
      at: opening.at,
      message: 'absent',
      doubt: opening.doubt,
      fixes: [
        insertBlockAfter(
          piece,
          opening.at,
          clauseText('variantes-justification-gains'),
          'Ajouter la justification des gains',
        ),
      ],
    };
  },
});
