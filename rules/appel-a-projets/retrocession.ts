import { appelAProjets } from '../facts/appel-a-projets/index.ts';
import { defineRule } from '../kit/rule.ts';
import { guide } from '../kit/source.ts';

export default defineRule({
  id: 'appel-a-projets/retrocession',
  title: 'Reprise de la subvention à titre de sanction',
  level: 'warning',
  pieces: ['appel-a-projets'],
  why: `Reprendre la subvention pour punir un usage non conforme, c'est sanctionner l'inexécution d'une commande. Le guide y voit un indice
de marché public. Limiter le versement aux dépenses justifiées suffit à protéger les fonds.`,
  sources: [guide('II.A', 13)],
  messages: {
    sanction:
      'Cette clause reprend la subvention pour sanctionner un usage non conforme.\nLe guide le déconseille : elle rapproche la convention d’un marché. Verser plutôt en plusieurs fois et limiter le solde aux dépenses justifiées.',
  },
  examples: {
    bad: [
      '⟦Si l’aide a servi à autre chose que ce que vous aviez décrit, vous nous la rendez entièrement.⟧\n',
      '⟦À défaut d’exécution de l’action, la subvention est reversée à la caisse.⟧\n',
      '⟦Tout emploi de la subvention étranger au projet entraîne, à titre de sanction, sa restitution dans un délai de trente jours.⟧\n',
      '⟦Lorsque les fonds ont servi à d’autres dépenses que celles du budget présenté, la caisse en réclame le remboursement intégral, majoré de 15 %.⟧\n',
      '⟦Au cas où la subvention aurait servi à autre chose que l’action retenue, le porteur la reverse en totalité.⟧\n',
      '⟦En cas de non-respect des engagements, la caisse exige le reversement de tout ou partie des sommes versées.⟧\n',
      '⟦La subvention qui n’aurait pas été utilisée conformément à son objet sera remboursée.⟧\n',
      '⟦Les sommes non utilisées ou utilisées à d’autres fins sont reversées à la caisse.⟧\n',
    ],
    good: [
      'Ces pièces permettent à la ville de rendre compte de l’emploi des fonds ; elle n’en fait pas d’autre usage.\n',
      'Si vous avez dépensé moins que prévu, vous nous rendez la part non dépensée.\n',
      'La part que le bénéficiaire n’a pas dépensée vient en déduction du second versement.\n',
      'Le solde est limité aux dépenses justifiées.\n',
      'Le trop-perçu est reversé à la caisse.\n',
      'La subvention ne peut servir à autre chose que l’action ; le porteur en rend compte.\n',
      'Aucune restitution n’est demandée en cas de non-respect du calendrier.\n',
      'Les sommes non consommées à la fin du projet sont reversées.\n',
      'Les frais de déplacement engagés pour d’autres fins que le projet ne sont pas remboursés.\n',
    ],
    limits: [],
  },
  *check(piece) {
    for (const { at, doubt } of piece.ask(appelAProjets).retrocession) yield { at, message: 'sanction', doubt };
  },
});
