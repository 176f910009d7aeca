import { clauseText } from '../clauses/clauses.ts';
import { exigencesMinimales, procedureDe } from '../facts/procedure/index.ts';
import { appendSection } from '../kit/fix.ts';
import { defineRule } from '../kit/rule.ts';
import { ccp, guide } from '../kit/source.ts';
import { TOP } from '../kit/span.ts';

export default defineRule({
  id: 'procedure/exigences-minimales',
  title: 'Procédure avec négociation sans exigences minimales',
  level: 'error',
  pieces: ['rc', 'cctp', 'programme-fonctionnel'],
  absence: true,
  dossier: true,
  why: `Dans une procédure avec négociation, les documents fixent d'avance ce qui ne se négocie pas. Sans exigences minimales arrêtées, tout
peut bouger en cours de route, et les candidats qui ont renoncé à répondre peuvent s'en plaindre.`,
  sources: [guide('II.B.2', 15), ccp('R2161-13')],
  messages: {
    absentes:
      'Procédure avec négociation sans exigences minimales énoncées.\nAucune pièce n’énonce celles qui ne se négocient pas (article R2161-13 du code de la commande publique). En dresser la liste.',
    provisoires:
      'Les exigences minimales sont ici indicatives ou restent à fixer.\nDans une procédure avec négociation, elles sont arrêtées dans les documents de la consultation et ne se négocient pas (article R2161-13). Les arrêter et en dresser la liste.',
  },
  examples: {
    bad: [
      {
        text: '## Exigences minimales\n\n⟦Les exigences minimales figurent à l’annexe 2.⟧ Elles sont données à titre indicatif et pourront être revues.\n',
        head: { procedure: 'procedure-avec-negociation' },
        fixed: { gains: 'elles ne sont pas négociables' },
      },
      {
        text: '| Rubrique | Contenu |\n|---|---|\n| Procédure | procédure avec négociation |\n| ⟦Exigences minimales⟧ | à préciser pendant les échanges |\n',
        fixed: { gains: 'elles ne sont pas négociables' },
      },
      {
        text: '# ⟦Règlement de la consultation⟧\n\nProcédure avec négociation. Les critères ne se négocient pas. Le reste est négociable.\n',
        fixed: { gains: 'elles ne sont pas négociables' },
      },
      {
        text: '# ⟦Règlement de la consultation⟧\n\nProcédure avec négociation. Exigences minimales : aucune.\n',
        fixed: { gains: 'elles ne sont pas négociables' },
      },
      {
        text: '⟦Procédure avec négociation.⟧\n\n**Qu’est-ce qui est figé ?** Rien.\n',
        fixed: { gains: 'elles ne sont pas négociables' },
      },
      {
        text: '# ⟦Règlement de la consultation⟧\n\nProcédure avec négociation. Ni les exigences minimales ni les critères ne peuvent en faire l’objet.\n',
        fixed: { gains: 'elles ne sont pas négociables' },
      },
      {
        text: '# ⟦Règlement de la consultation⟧\n\nLe marché est passé selon la procédure avec négociation.\n',
        fixed: { gains: 'elles ne sont pas négociables' },
      },
      {
        text: '# ⟦Règlement de la consultation⟧\n\nProcédure avec négociation. La négociation ne porte ni sur les exigences minimales, ni sur les critères.\n',
        fixed: { gains: 'elles ne sont pas négociables' },
      },
      {
        text: '# RC\n\nLe marché est passé selon la procédure avec négociation.\n\n⟦Les exigences minimales sont données à titre indicatif et seront précisées au cours de la négociation.⟧\n',
        fixed: { gains: 'elles ne sont pas négociables' },
      },
    ],
    good: [
      '# RC\n\nProcédure avec négociation. Demeurent irréductibles l’autonomie de dix heures et le poids de 3 kg.\n',
      '# RC\n\nProcédure avec négociation. Les cotes en gras sont celles en dessous desquelles nous ne lirons aucune offre.\n\n- **Portée : 3 km**\n- Teinte : bleue\n',
      '# RC\n\nProcédure avec négociation. Les lignes marquées I tiennent ; les autres sont négociables.\n\n- I : portée de 3 km\n- Teinte bleue\n',
      '# RC\n\nProcédure avec négociation.\n\n| Exigence | Valeur | Nature |\n|---|---|---|\n| Portée | 3 km | intangible |\n| Couleur | bleu | souhaitée |\n',
      '# RC\n\nProcédure avec négociation.\n\n## Ce qui ne bouge pas\n\n- portée de 3 km ;\n- poids de 2 kg.\n',
      'Procédure avec négociation.\n\n**Qu’est-ce qui est figé ?** Le socle : précision de 1 dB, hébergement sur site.\n',
      '# RC\n\nProcédure avec négociation.\n\n| Grandeur | Plancher |\n|---|---|\n| Débit | 40 L/min |\n',
      '# RC\n\nProcédure avec négociation.\n\n| Réf. | Exigence | Négociable |\n|---|---|---|\n| E1 | Autonomie de dix heures | non |\n| E2 | Teinte | oui |\n',
      '# RC\n\nProcédure avec négociation. Constituent un socle intangible l’autonomie de dix heures et le poids de 3 kg.\n',
      '# RC\n\nLe marché est passé selon la procédure avec négociation.\n\n## Exigences minimales\n\nUne autonomie de dix heures et un poids de 3 kg.\n',
      '# RC\n\nProcédure avec négociation. Les exigences suivantes sont minimales : autonomie de dix heures ; poids de 3 kg.\n',
      {
        text: '# RC\n\nLe marché est passé selon la procédure avec négociation.\n',
        files: { 'cctp.md': '# CCTP\n\n## 3. Exigences intangibles\n\nLe débit atteint 40 litres par minute.\n' },
      },
      '# RC\n\nProcédure avec négociation. Les exigences EF-01 à EF-09 du programme ne sont pas négociables.\n',
      '# RC\n\nLa consultation est passée selon une procédure adaptée, avec négociation.\n',
    ],
    limits: [],
  },
  *check(piece) {
    if (procedureDe(piece) !== 'procedure-avec-negociation') return;
    const all = piece.consultation.pieces.map((p) => p.ask(exigencesMinimales));
    if (all.some((e) => e.enoncees)) return;
    const { provisoires } = piece.ask(exigencesMinimales);
    const text = clauseText('procedure-exigences-minimales');
    yield {
      at: provisoires ?? piece.draft.title?.span ?? TOP,
      message: provisoires ? 'provisoires' : 'absentes',
      fixes: [appendSection(piece, 'Exigences minimales', text, 'Ajouter un article « Exigences minimales »')],
    };
  },
});
