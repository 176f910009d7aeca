import { clause } from '../clauses/clauses.ts';
import { answering } from '../facts/commun/index.ts';
import {
  CANDIDATURE,
  criteres,
  isOfChoice,
  judgesOffers,
  namesCriteria,
  ON_PRICE,
  sharedOut,
  subjectsOf,
  weightsIn,
  zoneOf,
} from '../facts/criteres/index.ts';
import { sisters } from '../facts/piece/index.ts';
import type { Sentence } from '../kit/draft.ts';
import { appendSection, insertBlockAfter } from '../kit/fix.ts';
import { defineRule } from '../kit/rule.ts';
import { ccp, guide } from '../kit/source.ts';
import { TOP } from '../kit/span.ts';

/** It names something that offers are judged by. */
const namesSome = (s: Sentence, sure: boolean): boolean => judges(s, sure) && !subjectsOf(s.folded).includes('autre');
/** It is on what is paid, or next to what is. */
const isOnPrice = (s: Sentence, sure: boolean): boolean => judges(s, sure) && s.passage.has(ON_PRICE);
/** It stands where offers are judged, and not where candidatures are chosen. */
const judges = (s: Sentence, sure: boolean): boolean =>
  zoneOf(s.section) !== 'candidature' &&
  !s.has(CANDIDATURE) &&
  (sure ||
    zoneOf(s.section) === 'award' ||
    isOfChoice(s.section) ||
    s.read(judgesOffers) ||
    s.read(namesCriteria) ||
    s.read(weightsIn).length > 0);

export default defineRule({
  id: 'criteres/absents',
  title: "Critères d'attribution absents",
  level: 'error',
  pieces: ['rc'],
  absence: true,
  why: `Sans critères annoncés, l'acheteur choisit librement entre les offres : les candidats ne savent pas sur quoi ils seront jugés, et un
concurrent évincé obtient l'annulation de la procédure.`,
  sources: [guide('I.E', 10), ccp('L2152-7'), ccp('R2152-7'), ccp('R2152-11')],
  messages: {
    absents:
      'Aucun critère d’attribution n’est donné.\nLes candidats ne savent pas comment les offres seront jugées. Ajouter les critères et leur pondération.',
  },
  examples: {
    bad: [
      // The règlement of another lot answers for its own.
      {
        text: '# ⟦Règlement de la consultation – Lot 1⟧\n\nLes plis sont déposés en ligne.\n',
        files: { 'rc-2.md': '# RC – Lot 2\n\n## Critères\n\n- Prix : 60 %\n- Qualité : 40 %\n' },
        fixed: { gains: "Critères d'attribution" },
      },
      {
        text: '# ⟦Règlement de la consultation⟧\n\n## 1. Objet\n\nLe marché a pour objet le nettoyage des locaux.\n',
        fixed: { gains: '| Performance environnementale | 10 % |' },
      },
      {
        text: "# Règlement de la consultation\n\n## ⟦5. Jugement des offres⟧\n\nL'acheteur retient l'offre économiquement la plus avantageuse.\n\n## 6. Recours\n\nLe tribunal administratif de Lille est compétent.\n",
        fixed: { gains: '| Critère | Pondération |' },
      },
      {
        text: '# Règlement de la consultation\n\n## Sélection des candidatures\n\nLes candidatures sont classées selon les critères suivants :\n\n- capacités techniques : 60 points ;\n- références : 40 points.\n\n## ⟦Choix de l’offre⟧\n\nLe pouvoir adjudicateur choisit la proposition qu’il estime la meilleure.\n',
        fixed: { gains: '| Critère | Pondération |' },
      },
      {
        text: "# ⟦RC⟧\n\nLes offres sont examinées par la commission, qui retient la proposition la mieux adaptée au besoin. Le délai d'exécution est de trois mois.\n",
        fixed: { gains: '| Critère | Pondération |' },
      },
    ],
    good: [
      '# RC\n\n## Choix\n\nLa moitié de la note dépend de la dépense, un quart de la tenue, le reste de la remise en état.\n',
      '# RC\n\n## Barème des offres\n\n| Volet | Points |\n|---|---|\n| Coût sur dix ans | 60 |\n| Finesse de l’image | 40 |\n',
      {
        text: '# Règlement de la consultation – Candidatures\n\nSont admis les candidats qui ont la capacité demandée.\n',
        files: { 'rc-offres.md': '# RC – Offres\n\n## Critères\n\n- Prix : 60 %\n- Qualité : 40 %\n' },
      },
      '# RC\n\nLes offres sont jugées sur le prix (60 %) et la valeur technique (40 %).\n',
      '# RC\n\n## Critères\n\n- Prix : 60 %\n- Qualité : 40 %\n',
      '# RC\n\nNous prendrons la réponse qui nous convaincra le mieux : sept dixièmes pour ce que nous débourserons, trois dixièmes pour la tenue des massifs en août.\n',
      "# RC\n\n## Jugement des offres\n\nLes critères d'attribution et leur pondération figurent dans l'avis d'appel à la concurrence.\n",
      '# RC\n\nLe marché est attribué au candidat dont le prix est le plus bas.\n',
      '# RC\n\n## Jugement des offres\n\nIl sera tenu compte du prix et de la qualité des produits.\n',
      "# RC – phase candidature\n\nLes critères d'attribution seront précisés dans la lettre d'invitation à remettre une offre.\n",
      '# RC\n\n### CRITERE 1 : VALEUR TECHNIQUE (70 % DE LA NOTE GLOBALE)\n\nMémoire.\n\n### CRITERE 2 : PRIX (30 % DE LA NOTE GLOBALE)\n\nDPGF.\n',
    ],
    limits: [],
  },
  *check(piece) {
    const { grilles, referred, unread, heading } = piece.ask(criteres);
    if (grilles.length > 0 || referred || unread || sharedOut(piece.draft)) return;
    if (answering(piece, 'criteres/annonce', namesSome) || answering(piece, 'criteres/prix-seul', isOnPrice)) return;
    // The rules for candidatures leave them to those for offers.
    if (!heading && sisters(piece).some((p) => p.ask(criteres).grilles.length > 0)) return;
    const { body, heading: title = "Critères d'attribution" } = clause('criteres-skeleton');
    const fixTitle = "Ajouter des critères d'attribution pondérés";
    const at = heading ?? piece.draft.title?.span ?? TOP;
    const fix = heading
      ? insertBlockAfter(piece, heading, body, fixTitle)
      : appendSection(piece, title, body, fixTitle);
    yield { at, message: 'absents', fixes: [fix] };
  },
});
