import { clauseText } from '../clauses/clauses.ts';
import { isDescribedInRules, procedure } from '../facts/procedure/index.ts';
import { appendSection } from '../kit/fix.ts';
import { defineRule } from '../kit/rule.ts';
import { ccp, guide } from '../kit/source.ts';
import { TOP } from '../kit/span.ts';

export default defineRule({
  id: 'procedure/non-indiquee',
  title: 'Procédure non indiquée',
  level: 'warning',
  pieces: ['rc'],
  absence: true,
  why: `La procédure décide des délais, de la négociation, du sort des variantes et de la façon d'annoncer les critères. Un candidat qui ne peut
pas la lire ne sait pas quelles règles s'appliquent à son offre.`,
  sources: [guide('II.B', 14), ccp('L2120-1')],
  messages: {
    absente:
      'Le règlement ne dit pas selon quelle procédure la consultation est passée.\nL’indiquer avec l’article du code qui l’ouvre, ou par la clé « procedure » de l’en-tête du brouillon si le texte le dit ailleurs.',
  },
  examples: {
    bad: [
      // The choice is still to be made.
      {
        text: '# ⟦Règlement de la consultation⟧\n\nLa consultation suit une [procédure adaptée / procédure d’appel d’offres ouvert].\n',
        fixed: { gains: 'procédure adaptée' },
      },
      {
        text: '# ⟦Règlement de la consultation⟧\n\nLe marché actuel, issu d’un appel d’offres ouvert, expire en mars.\n',
        fixed: { gains: 'procédure adaptée' },
      },
      {
        text: '# ⟦Règlement de la consultation⟧\n\nDites-nous si vous avez déjà tenu un marché à procédure adaptée ailleurs.\n',
        fixed: { gains: 'procédure adaptée' },
      },
      {
        text: '# ⟦Règlement de la consultation⟧\n\n**Objet :** conseil pour la conduite d’appels d’offres\n',
        fixed: { gains: 'procédure adaptée' },
      },
      {
        text: '# ⟦Règlement de la consultation⟧\n\nLa procédure est précisée dans l’avis d’appel public à la concurrence.\n',
        fixed: { gains: 'procédure adaptée' },
      },
      {
        text: '# ⟦Règlement de la consultation⟧\n\nFourniture de balances de laboratoire.\n',
        fixed: { gains: 'selon une procédure adaptée' },
      },
      {
        text: '# ⟦Règlement de la consultation⟧\n\nL’acheteur se réserve la possibilité de passer un marché négocié pour des prestations similaires.\n',
        fixed: { gains: 'procédure adaptée' },
      },
      {
        text: '# ⟦RC⟧\n\nLe montant est inférieur au seuil des procédures formalisées. Le titulaire prête son concours aux contrôles.\n',
        fixed: { gains: 'procédure adaptée' },
      },
    ],
    good: [
      // Its form is no other contract.
      '# Règlement de la consultation\n\nAccord-cadre multi-attributaires à marchés subséquents\nAppel d’offres ouvert\nConsultation n° 2027-14\n\n## 1. Objet\n\nFourniture de bancs.\n',
      'Procédure : ☒ procédure adaptée ☐ appel d’offres ouvert\n',
      'La consultation suit une procédure adaptée, pour des prix [fermes / révisables].\n',
      '# Règlement de la consultation\n\nObjet : entretien des standards.\n\nMode de passation : adapté.\n',
      '# RC\n\n**Type :** MAPA\n**Objet :** gants\n**Durée :** deux ans\n**Lots :** un seul\n',
      '# RC\n\n| Sujet | Réponse |\n|---|---|\n| Procédure | adaptée |\n',
      '# RC\n\nLes groupements admis dialoguent avec la régie pour bâtir la solution (article L. 2124-4 du code).\n',
      '# RC\n\nAchat de R&D par phases, hors du code (article L2512-5, 2°).\n',
      '# RC\n\nLa consultation est passée selon une procédure adaptée.\n',
      '# RC\n\nLa procédure est adaptée.\n',
      '# RC\n\n| Procédure | Appel d’offres ouvert |\n| --- | --- |\n',
      '# RC\n\nLe marché est passé en application de l’article R. 2123-1, 1°, du code de la commande publique.\n',
      { text: '# RC\n\nFourniture de balances.\n', head: { procedure: 'mapa' } },
      '# RC\n\nLa procédure est décrite dans le règlement commun aux deux phases.\n',
    ],
    limits: [],
  },
  *check(piece) {
    const { name, heard } = piece.ask(procedure);
    if (name || heard.length > 0) return;
    if (isDescribedInRules(piece)) return;
    const text = clauseText('procedure-adaptee');
    yield {
      at: piece.draft.title?.span ?? TOP,
      message: 'absente',
      fixes: [appendSection(piece, 'Procédure', text, 'Ajouter un article « Procédure » (procédure adaptée)')],
    };
  },
});
