import { clause } from '../clauses/clauses.ts';
import { concours, criteresProjets } from '../facts/concours/index.ts';
import { appendSection, insertBlockAfter } from '../kit/fix.ts';
import { defineRule } from '../kit/rule.ts';
import { ccp, guide } from '../kit/source.ts';
import { TOP } from '../kit/span.ts';

export default defineRule({
  id: 'concours/criteres',
  title: 'Critères de jugement des projets absents',
  level: 'error',
  pieces: ['reglement-concours', 'rc'],
  absence: true,
  why: `Le jury ne peut se fonder que sur les critères annoncés. Sans eux, les équipes travaillent à l'aveugle et le classement, que rien
n'explique, ne tient pas devant le juge.`,
  sources: [guide('II.B.4', 17), guide('annexe 1', 34), ccp('R2162-18')],
  messages: {
    absent:
      'Le règlement ne dit pas selon quels critères les projets sont jugés.\nLes équipes ignorent ce qui est attendu. Donner ces critères, avec ce que le jury y apprécie.',
    refuse:
      'Le jury choisirait sans critères connus des équipes.\nDonner dans le règlement les critères selon lesquels les projets sont jugés.',
  },
  silencedBy: [{ rule: 'criteres/absents', where: 'piece' }],
  examples: {
    bad: [
      {
        text: '# Règlement du concours\n\nConcours ouvert.\n\n## ⟦Jugement⟧\n\nLe jury examine les projets anonymes, puis les classe par un vote à bulletins secrets.\n',
        fixed: { gains: '| Réponse au programme | 40 % |' },
      },
      {
        text: '# ⟦Règlement du concours⟧\n\n## Sélection des équipes\n\n- Expérience : 70 %\n- Moyens : 30 %\n\n## Travaux\n\nLe jury rend un avis motivé.\n',
        fixed: { gains: '| Réponse au programme | 40 % |' },
      },
      {
        text: '# Règlement du concours\n\n⟦Critères de jugement des projets : le jury les arrête ultérieurement.⟧\n',
        fixed: { gains: '| Réponse au programme | 40 % |' },
      },
      {
        text: '# ⟦Règlement du concours⟧\n\nLe concours est ouvert. La prime est versée pour 60 % à la remise et pour 40 % à l’exposition.\n',
        fixed: { gains: '| Réponse au programme | 40 % |' },
      },
      {
        text: '# ⟦Règlement du concours⟧\n\nLe concours est ouvert. Le lauréat est désigné à la majorité.\n',
        fixed: { gains: '| Réponse au programme | 40 % |' },
      },
      {
        text: '# Règlement du concours\n\nLe concours est ouvert.\n\n## ⟦4. Jury⟧\n\nLe jury compte cinq membres. Il classe les projets par un vote.\n',
        fixed: { gains: '| Réponse au programme | 40 % |' },
      },
      {
        text: '# Règlement du concours\n\n⟦Le jury apprécie souverainement les projets.⟧\n',
        fixed: { gains: '| Réponse au programme | 40 % |' },
      },
      {
        text: '# Règlement du hackathon\n\nAucune prime n’est versée. ⟦Les critères d’évaluation des prototypes seront définis par le jury le jour même.⟧\n',
        fixed: { gains: '| Réponse au programme | 40 % |' },
      },
      {
        text: '# ⟦Règlement du concours⟧\n\nLe concours est restreint. Les critères de sélection des candidats sont les suivants :\n\n- références ;\n- moyens.\n',
        fixed: { gains: '| Réponse au programme | 40 % |' },
      },
    ],
    good: [
      {
        text: '# Règlement du concours\n\nLe jury classe les projets à partir de la lecture des dossiers qui lui sont remis avant la séance, en tenant compte de l’originalité et de la faisabilité. Ses décisions sont souveraines.',
      },
      '# Règlement du concours\n\nConcours ouvert.\n\n## 6. Jugement\n\nLe jury s’attache d’abord à l’insertion dans le site, puis à la sobriété.\n',
      '# Règlement du concours\n\nConcours ouvert.\n\n## Lauréat\n\nEst retenue l’équipe dont la maquette consomme le moins d’eau.\n',
      '# Règlement du concours\n\n## Ce qui compte pour nous\n\n- la place laissée aux arbres (la moitié des points) ;\n- le bruit aux heures de repas (un quart) ;\n- la façon dont l’ouvrage vieillit (un quart).\n',
      '# Règlement du concours\n\n| Point | Contenu |\n|---|---|\n| Rang | Vue depuis le quai : 50 points – Dépense tenue : 30 points – Peu d’entretien : 20 points |\n| Secret | Plis sous numéro |\n',
      '# Règlement du concours\n\nSeront préférés les projets qui allient : confort, sobriété, coût de pose.\n',
      '# Règlement du concours\n\nLes projets sont classés d’après :\n\n1. la qualité d’usage ;\n2. le coût ;\n3. la sobriété.\n',
      '# Règlement du concours\n\nLes projets sont appréciés sur :\n\n— la réponse fonctionnelle au programme ;\n— l’insertion dans le site et la qualité architecturale ;\n— la performance énergétique.\n',
      '# Règlement du concours\n\n## D. Appréciation\n\nTrois choses comptent : la lisibilité à cinq mètres, l’accessibilité et la sobriété des matériaux.\n',
      '# Règlement du concours\n\nLe jury juge les projets selon les critères suivants :\n\n- qualité fonctionnelle ;\n- coût.\n',
      '# Règlement du concours\n\n## Critères d’évaluation\n\n| Critère | Poids |\n|---|---|\n| Utilité | 60 % |\n| Faisabilité | 40 % |\n',
      '# Règlement du concours\n\nLes projets sont évalués au regard de leur pertinence, de leur faisabilité et de leur coût.\n',
      '# Règlement du concours\n\nLes critères d’évaluation des projets figurent dans l’avis de concours.\n',
      '# Règlement du hackathon\n\nAucune prime n’est versée. LE JURY CLASSE LES PROJETS SELON TROIS CRITERES : L’ORIGINALITE, L’UTILITE, LA FAISABILITE.\n',
      {
        text: '# Règlement de la consultation\n\nLe jury se prononce à la majorité.\n',
        head: { piece: 'rc', procedure: 'dialogue-competitif' },
      },
    ],
    limits: [],
  },
  *check(piece) {
    if (!piece.ask(concours).kind) return;
    const { given, refused, heading } = piece.ask(criteresProjets);
    if (given) return;
    const { body, heading: name = 'Critères de jugement des projets' } = clause('concours-criteres');
    const title = 'Ajouter une trame de critères';
    const place = refused?.span ?? heading;
    const end = place && piece.draft.sectionAt(place.start).own;
    const last = end?.[end.length - 1];
    const fix =
      place && last ? insertBlockAfter(piece, last.node, body, title) : appendSection(piece, name, body, title);
    yield {
      at: place ?? piece.draft.title?.span ?? TOP,
      message: refused ? 'refuse' : 'absent',
      fixes: [fix],
    };
  },
});
