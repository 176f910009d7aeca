import { clause } from '../clauses/clauses.ts';
import { isWithoutCompetition, motifs } from '../facts/procedure/index.ts';
import { insertBlockAfter } from '../kit/fix.ts';
import { defineRule } from '../kit/rule.ts';
import { ccp, guide } from '../kit/source.ts';

export default defineRule({
  id: 'procedure/negociee-exclusivite',
  title: "Marché sans mise en concurrence dont l'exclusivité n'est pas montrée",
  level: 'error',
  pieces: ['rc', 'cctp'],
  absence: true,
  why: `Se passer de concurrence pour des raisons techniques, artistiques ou de droits exclusifs suppose de montrer qu'un seul opérateur peut
exécuter le marché et qu'aucune solution de remplacement raisonnable n'existe. Sans cette démonstration, le marché peut être annulé et
l'acheteur poursuivi pour favoritisme.`,
  sources: [guide('II.B.5', 19), ccp('R2122-3')],
  messages: {
    deux: 'Rien ne montre qu’un seul opérateur peut exécuter ce marché sans concurrence.\nUne raison technique, artistique ou de droits exclusifs est invoquée : il faut aussi qu’il n’existe aucune solution de remplacement raisonnable (article R2122-3). Démontrer l’une et l’autre par des faits.',
    operateur:
      'Rien ne montre qu’un seul opérateur peut exécuter ce marché sans concurrence.\nUne raison technique, artistique ou de droits exclusifs est invoquée (article R2122-3). Le démontrer par des faits.',
    alternative:
      'Marché sans concurrence : rien n’écarte une solution de remplacement raisonnable.\nUne raison technique, artistique ou de droits exclusifs est invoquée : il faut qu’il n’existe pas de telle solution (article R2122-3). Dire les solutions examinées et pourquoi elles ne conviennent pas.',
  },
  examples: {
    bad: [
      {
        text: '⟦L’office s’adresse à un seul fournisseur, sur le fondement du 3° de l’article R. 2122-3, sans publicité ni mise en concurrence.⟧ Il n’existe aucune solution de remplacement raisonnable.\n',
        fixed: { gains: 'opérateur' },
      },
      {
        text: '⟦La maintenance est confiée de gré à gré à l’éditeur, seul titulaire des droits de propriété intellectuelle.⟧ Il n’a pas été recherché d’autre logiciel.\n',
        fixed: { gains: 'aucune solution de remplacement' },
      },
      // A contract let without competition beside the one of the règlement.
      {
        text: '## 2. Procédure\n\nLe marché est passé selon une procédure adaptée.\n\n## 9. Suite\n\n⟦La maintenance est confiée à l’éditeur par un marché conclu sans publicité ni mise en concurrence, pour des raisons techniques.⟧\n',
        fixed: { gains: 'aucune solution de remplacement raisonnable' },
      },
      {
        text: 'Le marché est passé sans publicité ni mise en concurrence.\n\n⟦Pour des raisons techniques, les prestations sont confiées à la société Mesurane.⟧\n',
        fixed: { gains: 'aucune solution de remplacement raisonnable' },
      },
      {
        text: '⟦Le marché négocié sans publicité est fondé sur l’article R. 2122-3 : la société Mesurane détient seule le brevet du capteur.⟧\n',
        fixed: { gains: 'aucune solution de remplacement' },
      },
      {
        text: '⟦Le marché est conclu sans publicité ni mise en concurrence préalables en raison de droits d’exclusivité.⟧ Il n’existe aucune solution de remplacement raisonnable.\n',
        fixed: { gains: 'un seul opérateur' },
      },
    ],
    good: [
      'Marché sans publicité ni mise en concurrence, fondé sur l’article R. 2122-9-1. Trois entreprises sont consultées. Ce que l’une propose n’est pas révélé aux autres, et les droits de propriété intellectuelle qu’elle y détient sont préservés.\n',

      '# RC\n\n| Rubrique | Contenu |\n|---|---|\n| Passation | Sans publicité ni mise en concurrence, R. 2122-3 |\n| Seul opérateur | Oui : l’auteur est seul à détenir les droits |\n| Solution de remplacement | Aucune : deux logiciels essayés ne lisent pas nos fichiers |\n',
      'Marché passé sans publicité ni mise en concurrence, pour des raisons techniques.\n\n## Réponses à l’assemblée\n\nLe constructeur détient seul les outillages et les plans. Aucune solution de remplacement raisonnable n’a été trouvée.\n',
      // The proof may stand in another piece, or in an article on something else.
      {
        text: 'Le marché est passé sans publicité ni mise en concurrence pour des raisons techniques.\n',
        files: {
          'cctp.md':
            '# CCTP\n\n## Contexte\n\nLe constructeur est le seul opérateur capable d’ouvrir l’automate ; il n’existe aucune solution de remplacement raisonnable.\n',
        },
      },
      '## Procédure\n\nMarché sans publicité ni mise en concurrence préalables (article R. 2122-3).\n\n## Justification\n\nAucune autre société ne détient les droits. Aucun autre logiciel ne pourrait le remplacer.\n',
      'Le marché est conclu sans publicité ni mise en concurrence sur le fondement de l’article R. 2122-3 : l’éditeur détient seul les droits sur l’interface et il n’existe aucune solution de remplacement raisonnable.\n',
      'Marché passé sans publicité ni mise en concurrence pour des raisons techniques. Un seul opérateur peut l’exécuter ; aucune alternative raisonnable n’a été trouvée.\n',
      'Pour des raisons techniques, la livraison a lieu le matin. La procédure est adaptée.\n',
      'Le titulaire cède les droits exclusifs sur le logo. Appel d’offres ouvert.\n',
    ],
    limits: [],
  },
  *check(piece) {
    const found = piece.ask(motifs).exclusivite;
    if (!found || (found.seulOperateur && found.sansAlternative)) return;
    if (!isWithoutCompetition(piece, found.at)) return;
    const [, ...parts] = clause('negociee-exclusivite').body.split(
      /(?<=préalables, en application de l'article R\. 2122-3 du code de la commande publique\.) /,
    );
    const text = parts.join(' ').trim() || clause('negociee-exclusivite').body;
    yield {
      at: found.at,
      message: found.seulOperateur ? 'alternative' : found.sansAlternative ? 'operateur' : 'deux',
      fixes: [insertBlockAfter(piece, found.at, text, "Ajouter la démonstration de l'exclusivité")],
    };
  },
});
