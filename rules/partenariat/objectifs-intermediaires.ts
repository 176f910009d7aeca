import { insertClause } from '../clauses/insertion.ts';
import {
  followsPartenariat,
  partenariat,
  partenariatPhases,
  partenariatPlace,
  saidOfPartenariat,
} from '../facts/partenariat/index.ts';
import { defineRule } from '../kit/rule.ts';
import { ccp, guide } from '../kit/source.ts';

const head = { procedure: 'partenariat-innovation' };
const gains = 'il peut mettre fin au partenariat';

export default defineRule({
  id: 'partenariat/objectifs-intermediaires',
  title: 'Objectifs intermédiaires ou fin du partenariat absents',
  level: 'warning',
  pieces: ['rc', 'cctp', 'ccap'],
  dossier: true,
  absence: true,
  why: `Chaque phase du partenariat a un objectif, et l'acheteur peut arrêter le partenariat ou réduire le nombre de partenaires lorsqu'il n'est pas
atteint. Sans objectif ni clause de fin, il devra payer la suite d'une recherche qui a échoué.`,
  sources: [guide('II.C.2', 23), ccp('R2172-23')],
  messages: {
    objectifs:
      'Aucun objectif intermédiaire n’est fixé aux phases du partenariat d’innovation.\nRien ne permet de décider de la suite. Fixer un objectif mesurable pour chaque phase et dire ce qui se passe s’il n’est pas atteint.',
    fin: 'Rien ne dit que le partenariat peut finir si un objectif intermédiaire est manqué.\nL’acheteur devrait payer la suite. Prévoir, à la fin de chaque phase, qu’il peut y mettre fin lorsque l’objectif n’est pas atteint.',
  },
  examples: {
    bad: [
      // What stops, and what is not something, is no end for a missed target.
      {
        text: '## Étapes\n\n⟦Objectif intermédiaire : à la fin de la première phase, le dispositif détecte 80 % des fuites.⟧\n\n## Essais\n\nUne mesure interrompue par le gel n’est pas comptée. Le contrat n’est pas reconduit.',
        head,
        fixed: { gains },
      },
      {
        text: '⟦Le partenariat comprend une phase de recherche et une phase d’acquisition.⟧ Avis négatif de la commission : la proposition est écartée. Au mois 8, rapport de 20 pages.',
        head,
        fixed: { gains },
      },
      {
        text: '⟦Le partenariat comprend une phase de recherche et une phase d’acquisition.⟧ Le rapport doit être remis au mois 6 ; le paiement est plafonné à 30 % au terme de chaque trimestre.',
        head,
        fixed: { gains },
      },
      {
        text: "⟦Le partenariat comprend une phase de recherche et une phase d'acquisition.⟧ Le CHU peut résilier le marché pour faute ou pour un motif d'intérêt général.",
        head,
        fixed: { gains },
      },
      {
        text: '## Étapes\n\n⟦Objectif intermédiaire : à la fin de la première phase, le dispositif détecte 80 % des fuites.⟧',
        head,
        fixed: { gains },
      },
      { text: "⟦La procédure suivie est le partenariat d'innovation.⟧", fixed: { gains } },
    ],
    good: [
      {
        text: '## Étapes\n\nObjectif intermédiaire : au mois 9, le dispositif détecte 80 % des fuites.\n\nLe palier n’est pas franchi : le partenariat s’arrête là.',
        head,
      },
      {
        text: '## Revues\n\nRV1 (M8) : rapport signal sur bruit ≥ 200. Revue négative : sortie du partenaire, sans indemnité.',
        head,
      },
      {
        text: 'Valeurs visées au terme du banc : trois cycles. Cibles non tenues : le contrat est rompu de plein droit.',
        head,
      },
      {
        text: "Chaque phase se clôt par des objectifs intermédiaires. L'acheteur peut, au terme de chacune, mettre fin au partenariat ou réduire le nombre de partenaires.",
        head,
      },
      {
        text: "À la fin du mois 9, le taux de lecture atteint au moins 85 % ; à défaut, l'acheteur peut mettre fin au partenariat.",
        head,
      },
      {
        text: "Une revue a lieu au sixième mois : si le taux d'erreur dépasse 5 %, le contrat est résilié.",
        head,
      },
      {
        text: "Un objectif intermédiaire est fixé à chaque phase. S'il n'est pas atteint, l'acheteur peut mettre fin au partenariat.",
        head,
      },
      {
        text: "Les niveaux de performance à l'issue de chaque phase figurent au tableau 2. Au terme de chaque phase, l'acheteur peut réduire le nombre de partenaires ou résilier le contrat.",
        head,
      },
      {
        text: 'Trois jalons sont définis.',
        head,
        files: { 'ccap.md': '# CCAP\n\nÀ défaut d’atteinte d’un jalon, le partenariat prend fin sans indemnité.' },
      },
      'La procédure suivie est le dialogue compétitif. Le dialogue se déroule en phases.',
    ],
    limits: [],
  },
  *check(piece) {
    const followed = followsPartenariat(piece);
    if (!followed) return;
    const target = saidOfPartenariat(piece, 'objectif');
    if (target && saidOfPartenariat(piece, 'fin')) return;
    const own = piece.ask(partenariat).find((f) => f.sentence === target)?.sentence;
    const at = own?.span ?? piece.ask(partenariatPhases).first?.span ?? partenariatPlace(piece);
    const fixes = [
      insertClause(piece, 'partenariat-objectifs', {
        heading: 'Objectifs intermédiaires',
        title: 'Ajouter les objectifs intermédiaires et la fin du partenariat',
      }),
    ];
    yield { at, message: target ? 'fin' : 'objectifs', doubt: followed.doubt, fixes };
  },
});
