import { clauseText } from '../clauses/clauses.ts';
import { conditionsVariantes, ouverture } from '../facts/variantes/index.ts';
import { insertBlockAfter } from '../kit/fix.ts';
import { defineRule } from '../kit/rule.ts';
import { ccp, guide } from '../kit/source.ts';

export default defineRule({
  id: 'variantes/criteres-evaluation',
  title: 'Variantes ouvertes sans dire comment elles sont jugées',
  level: 'warning',
  pieces: ['rc'],
  absence: true,
  why: `Offres de base et variantes se comparent sur les mêmes critères. Si le règlement ne le dit pas, les candidats ignorent ce que leur
variante peut gagner, et un concurrent évincé peut soutenir qu'elle a été jugée autrement que les autres offres.`,
  sources: [guide('I.D', 10), ccp('R2152-7')],
  messages: {
    absent:
      'Le règlement ne dit pas selon quels critères les variantes sont jugées.\nElles sont ouvertes. Écrire qu’elles sont jugées, avec les offres de base, selon les mêmes critères, affectés des mêmes poids.',
  },
  silencedBy: [{ rule: 'variantes/non-mentionnees', where: 'consultation' }],
  examples: {
    bad: [
      {
        text: '⟦Les variantes sont admises.⟧ Critères de jugement des offres de base : prix 60 %, délai 40 %.\n',
        fixed: { gains: 'mêmes critères' },
      },
      { text: '## Variantes\n\n⟦Le fabricant est admis à en déposer une.⟧\n', fixed: { gains: 'mêmes critères' } },
      {
        text: '⟦Nous acceptons, dans la présente consultation, une variante sur le socle.⟧\n',
        fixed: { gains: 'mêmes critères' },
      },

      {
        text: '⟦Les variantes sont autorisées.⟧\n\n## Notation\n\nLes autres critères sont notés de 0 à 5.',
        fixed: { gains: 'ées.' },
      },
      {
        text: '| Rubrique | Contenu |\n| --- | --- |\n| Variantes | ⟦acceptées sur la structure⟧ |\n| Notation des offres de base | coût 70 %, insertion 30 % |\n| Notation des variantes | non prévue au présent règlement |\n',
        fixed: { gains: 'mêmes critères' },
      },
      {
        text: '⟦Les variantes sont autorisées.⟧ Elles ne sont pas notées selon la grille des offres de base.\n',
        fixed: { gains: 'mêmes critères' },
      },
      { text: '⟦Les variantes sont autorisées.⟧\n', fixed: { gains: 'selon les mêmes critères' } },
      {
        text: '⟦Les candidats peuvent proposer une variante.⟧ Elle respecte les exigences minimales du CCTP et fait l’objet d’un acte d’engagement distinct.\n',
        fixed: { gains: 'mêmes critères' },
      },
      {
        text: '| Rubrique | Contenu |\n| --- | --- |\n| Variantes | ⟦Admises pour le lot 2⟧ |\n\nLe prix est le premier critère.\n',
        fixed: { gains: 'mêmes critères' },
      },
      {
        text: '## Variantes\n\n⟦Autorisées, dans la limite de deux.⟧\n\n## Critères\n\nLes offres sont jugées selon les critères suivants : prix, qualité.\n',
        fixed: { gains: 'mêmes critères' },
      },
    ],
    good: [
      '# Règlement de la consultation\n\nLes candidats peuvent déposer une variante. Elle se voit appliquer la grille de l’article 8, exactement comme l’offre de base.\n\n## Critères\n\n- Prix : 40 %\n- Délai : 60 %\n',
      'Les variantes portant sur l’arrosage sont recevables.\n\n## Critères\n\nPrix 50 %, méthode 50 %.\n\nLes critères s’appliquent sans distinction à ce que le candidat offre à titre principal et à titre de rechange.\n',
      'Les variantes sont recevables.\n\n## Notes\n\nLes deux réponses sont jugées sur les critères suivants : prix 60 %, soin 40 %.\n',
      '| Critère | Poids | Offre de base | Variante sur les fixations |\n|---|---|---|---|\n| Prix | 60 % | prix de la base | prix de la variante |\n| Robustesse | 40 % | essai à 500 N | essai à 500 N |\n\nVos variantes sont les bienvenues.\n',
      'Les variantes ne sont pas autorisées.\n',
      'Les variantes sont autorisées. Elles sont jugées selon les mêmes critères que les offres de base.\n',
      'Les variantes sont admises.\n\n## Jugement\n\nCes critères s’appliquent aux offres de base comme aux variantes.\n',
      'Les variantes sont autorisées. Offres de base et variantes sont classées ensemble.\n',
      'Les variantes sont admises ; elles seront notées de la même manière que la solution de base.\n',
    ],
    limits: [],
  },
  *check(piece) {
    const opening = ouverture(piece);
    if (!opening || piece.ask(conditionsVariantes).criteres) return;
    yield {
      at: opening.at,
      message: 'absent',
      doubt: opening.doubt,
      fixes: [
        insertBlockAfter(
          piece,
          opening.at,
          clauseText('variantes-criteres'),
          'Ajouter la règle de jugement des variantes',
        ),
      ],
    };
  },
});
