import { appelAProjets, motsDeMarche } from '../facts/appel-a-projets/index.ts';
import { inStyleOf } from '../kit/fix.ts';
import { defineRule, type Fix } from '../kit/rule.ts';
import { guide } from '../kit/source.ts';

export default defineRule({
  id: 'appel-a-projets/vocabulaire',
  title: 'Mots du marché public employés pour une subvention',
  level: 'info',
  pieces: ['appel-a-projets'],
  why: `Les mots du marché (titulaire, soumissionnaire, offre, prix…) font douter de la nature de l'aide. En cas de litige, ils s'ajoutent aux
indices d'une requalification en marché public.`,
  sources: [guide('II.A', 12), guide('II.A', 13)],
  messages: {
    mots: 'Ces mots sont ceux d’un marché public, non d’une subvention.\nOn lit : {mots}. Employer ceux de la subvention : porteur de projet, bénéficiaire, dossier, convention, montant de l’aide.',
  },
  silencedBy: [
    { rule: 'appel-a-projets/initiative', where: 'place' },
    { rule: 'appel-a-projets/contrepartie', where: 'place' },
  ],
  examples: {
    bad: [
      '⟦Les offres classées au-delà de l’enveloppe sont inscrites sur une liste d’attente.⟧\n',
      '⟦Les offres non retenues sont signalées aux porteurs.⟧\n',
      '⟦Précisez aussi le prix auquel vous nous proposez chacune de vos actions.⟧\n',
      '⟦Le porteur indique le prix de chaque intervention.⟧\n',
      {
        text: '⟦Les soumissionnaires joignent à leur offre le budget du projet.⟧\n',
        fixed: 'Les porteurs de projet joignent à leur dossier le budget du projet.\n',
      },
      '⟦Le titulaire répond seul des dommages causés à l’occasion de l’exécution du présent marché.⟧\n',
      '⟦L’aide est notifiée après l’ouverture des offres.⟧\n',
      '⟦Le prix de la prestation est ferme.⟧\n',
      {
        text: '⟦Chaque titulaire signe un acte d’engagement.⟧\n',
        fixed: 'Chaque bénéficiaire signe un projet de convention.\n',
      },
      '⟦Le pouvoir adjudicateur notifie sa décision aux porteurs.⟧\n',
    ],
    good: [
      'L’évaluation relève d’un marché public conclu en 2025 avec un cabinet.',
      'Cette convention n’est pas un acte d’engagement et ne crée pas d’obligation de résultat.\n',
      'Les dossiers classés au-delà de l’enveloppe élargissent l’offre de services publics.\n',
      'Le porteur indique le prix de chaque atelier pour les participants.\n',
      'Le prix du ticket ne change pas pour les habitants.\n',
      'L’appel à projets n’est pas un marché public et n’emporte aucune commande.\n',
      'L’offre de transport ne suffit pas, et le marché du travail est dominé par les horaires décalés.\n',
      'Une structure titulaire d’un agrément de l’État n’en tire aucune priorité.\n',
      'Le prix du public est décerné par un vote des habitants.\n',
      'Le bénéficiaire qui passe des marchés pour son projet respecte le code de la commande publique.\n',
      'Le porteur décrit son offre de services aux familles.\n',
      'La subvention ne constitue pas le prix d’une prestation.\n',
      { text: 'Le titulaire exécute le présent marché.\n', head: { piece: 'ccap' } },
    ],
    limits: [],
  },
  *check(piece) {
    const { initiative, contrepartie } = piece.ask(appelAProjets);
    const flagged = new Set([...initiative, ...contrepartie].map(({ sentence }) => sentence));
    for (const { sentence, words } of piece.ask(motsDeMarche)) {
      if (flagged.has(sentence)) continue;
      const edits = words.map(({ at, word, instead }) => ({
        at,
        text: instead && inStyleOf(piece.draft, cased(word, instead)),
      }));
      // A sentence half rewritten reads worse than one left alone.
      const whole = edits.every((e) => e.text !== undefined);
      const fix: Fix = {
        title: 'Employer les mots de la subvention',
        grade: 'review',
        edits: edits.map((e) => ({ piece, at: e.at, text: e.text ?? '' })),
      };
      yield {
        at: sentence.span,
        message: 'mots',
        data: { mots: [...new Set(words.map((w) => `« ${w.word} »`))].join(', ') },
        fixes: whole ? [fix] : [],
      };
    }
  },
});

const cased = (model: string, word: string): string => (model === model.toUpperCase() ? word.toUpperCase() : word);
