import { insertClause } from '../clauses/insertion.ts';
import { saidOfRecherche, signaled } from '../facts/recherche/index.ts';
import { defineRule } from '../kit/rule.ts';
import { ccp, guide } from '../kit/source.ts';
import { TOP } from '../kit/span.ts';

export default defineRule({
  id: 'recherche/partage-risques',
  title: 'Achat avant commercialisation sans partage des risques et des bénéfices',
  level: 'info',
  pieces: ['rc', 'cctp'],
  dossier: true,
  absence: true,
  why: `Un achat public avant commercialisation suppose que les risques et les bénéfices soient partagés aux conditions du marché : le prix tient
compte de ce que l'entreprise garde. Sans cela, il peut être requalifié en aide d'État.`,
  sources: [guide('II.C.1', 21), ccp('L2512-5')],
  messages: {
    partage:
      'Rien ne dit comment les risques et les bénéfices de la recherche sont partagés.\nCet achat public avant commercialisation peut être requalifié en aide d’État. Écrire ce que chacun finance, garde et reverse, aux conditions du marché.',
  },
  examples: {
    bad: [
      {
        text: '⟦Cet APAC ne vaut pas promesse d’achat.⟧ Il n’est pas un marché de fournitures.',
        fixed: { gains: 'Les risques et les bénéfices des travaux sont partagés aux conditions du marché.' },
      },
      {
        text: "⟦Le programme prend la forme d'un achat public avant commercialisation (APAC).⟧ Il comporte trois phases.",
        fixed: { gains: 'Les risques et les bénéfices des travaux sont partagés aux conditions du marché.' },
      },
      {
        text: "## Déroulement\n\n⟦L'achat avant commercialisation réunit quatre équipes.⟧ L'acheteur n'impose aucune redevance ; aucun bénéfice n'est partagé.",
        fixed: { gains: 'Les risques et les bénéfices des travaux sont partagés aux conditions du marché.' },
      },
    ],
    good: [
      'Nous n’avons pas choisi l’achat avant commercialisation, car nous voulons acheter les sièges.',
      'La ville recourt au partenariat d’innovation plutôt qu’à un achat public avant commercialisation.',
      'Les bornes ont été conçues par une société issue d’un APAC mené en 2021 par une région voisine.',
      'Le programme est un achat public avant commercialisation. Les risques et les bénéfices sont partagés aux conditions du marché.',
      'Le programme est un APAC. Le prix est minoré pour tenir compte des droits que les équipes conservent.',
      {
        text: 'Le programme est un APAC.',
        files: { 'ccap.md': "# CCAP\n\nL'entreprise verse une redevance de 2 % de ses ventes pendant cinq ans." },
      },
      "Le programme est un achat public avant commercialisation. L'entreprise supporte 30 % du coût des travaux.",
      'Le marché est passé selon une procédure adaptée.',
    ],
    limits: [],
  },
  *check(piece) {
    if (!saidOfRecherche(piece, 'apac')) return;
    if (saidOfRecherche(piece, 'risques-partages') || saidOfRecherche(piece, 'finance-partie')) return;
    const at = signaled(piece, 'apac')[0]?.sentence.span ?? piece.draft.title?.span ?? TOP;
    const fixes = [
      insertClause(piece, 'recherche-partage-risques', {
        heading: 'Partage des risques et des bénéfices',
        title: 'Ajouter une clause de partage des risques et des bénéfices',
      }),
    ];
    yield { at, message: 'partage', fixes };
  },
});
