import { clauseText } from '../clauses/clauses.ts';
import { meets } from '../facts/accord-cadre/index.ts';
import { firstSaying, lessSure, lotsAround } from '../facts/commun/index.ts';
import { negociation, procedure } from '../facts/procedure/index.ts';
import { conditionsVariantes, ouverture, variantes } from '../facts/variantes/index.ts';
import { insertBlockAfter } from '../kit/fix.ts';
import { defineRule } from '../kit/rule.ts';
import { ccp, guide } from '../kit/source.ts';

const OPEN: readonly string[] = ['autorisees', 'exigees'];

export default defineRule({
  id: 'variantes/confidentialite',
  title: 'Variantes négociées sans confidentialité',
  level: 'warning',
  pieces: ['rc'],
  absence: true,
  why: `Une variante porte le savoir-faire de son auteur. Dans une négociation ou un dialogue, un mot suffit à le livrer à ses concurrents : sans
engagement écrit de l'acheteur, les entreprises innovantes gardent leurs idées pour elles.`,
  sources: [guide('I.D', 10), guide('II.B', 14), ccp('L2132-1')],
  messages: {
    absent:
      'Les échanges sur les variantes ne protègent pas la solution de chacun.\nDes échanges sont prévus avec les candidats, et rien ne dit la confidentialité de leurs variantes. Écrire qu’aucun élément n’en est révélé aux autres sans l’accord de son auteur.',
  },
  silencedBy: [
    { rule: 'variantes/non-mentionnees', where: 'consultation' },
    { rule: 'procedure/negociation-appel-offres', where: 'piece' },
  ],
  examples: {
    bad: [
      {
        text: 'Lot 1 : les variantes sont interdites.\n\n⟦Lot 2 : les variantes sont admises ; une négociation est engagée avec les deux premiers.⟧\n',
        fixed: { gains: 'reste confidentielle' },
      },
      {
        text: '⟦Les variantes sont autorisées.⟧ L’acheteur pourra négocier avec les trois premiers candidats.\n',
        fixed: { gains: 'reste confidentielle' },
      },
      {
        text: '⟦Chaque participant peut proposer une variante.⟧ La consultation prend la forme d’un dialogue compétitif.\n',
        fixed: { gains: 'confidentielle' },
      },
      {
        text: '## Variantes\n\n⟦Admises.⟧\n\n## Négociation\n\nUne négociation est engagée avec tous les candidats, traités à égalité.\n',
        fixed: { gains: 'confidentielle' },
      },
    ],
    good: [
      'Les variantes sont autorisées.\n\n## Négociation\n\nUne négociation est engagée avec tous. Aucune transmission d’un candidat à l’autre n’est faite.\n',

      'Lot 1 : les variantes sont admises ; le marché est attribué sans négociation.\n\nLot 2 : les variantes sont interdites ; une négociation est engagée avec les deux premiers.\n',
      'Les variantes sont autorisées. L’acheteur peut négocier. La discrétion promise pour les offres vaut pour les variantes.\n',
      'Les variantes sont autorisées. L’acheteur peut négocier. Une variante n’est jamais montrée à un autre candidat.\n',

      'Les variantes sont autorisées. Il ne sera procédé à aucune négociation.\n',
      'Les variantes sont autorisées. L’acheteur peut négocier ; il ne révèle aux candidats aucun élément de la solution d’un autre.\n',
      'Les variantes sont interdites. L’acheteur peut négocier.\n',
      'Les variantes sont admises. La négociation respecte la confidentialité des solutions de chaque candidat. L’acheteur peut négocier avec tous.\n',
      'Les variantes sont autorisées. Une offre irrégulière peut être régularisée pendant la négociation, s’il y en a une.\n',
    ],
    limits: [],
  },
  *check(piece) {
    const opening = ouverture(piece);
    if (!opening) return;
    const { stance, protection, prevues } = piece.ask(negociation);
    const { name } = piece.ask(procedure);
    // Talks on one lot are none on the variants of another.
    const open = piece.ask(variantes).prises.filter(({ position }) => OPEN.includes(position));
    const isOfThem = (of: readonly string[]) => open.some(({ lots }) => !lots || meets(of, lots));
    const talked = stance === 'prevue' && prevues.some(({ sentence }) => isOfThem(lotsAround(sentence)));
    const talks = talked || name === 'dialogue-competitif' || name === 'procedure-avec-negociation';
    const heard = stance || talks ? undefined : firstSaying(piece, 'procedure/negociation-prevue');
    if (!(talks || heard) || protection || piece.ask(conditionsVariantes).confidentialite) return;
    yield {
      at: opening.at,
      message: 'absent',
      doubt: lessSure(opening.doubt, heard?.doubt),
      fixes: [
        insertBlockAfter(
          piece,
          opening.at,
          clauseText('variantes-confidentialite'),
          'Ajouter la confidentialité des variantes',
        ),
      ],
    };
  },
});
