import { clauseText } from '../clauses/clauses.ts';
import { lessSure } from '../facts/commun/index.ts';
import { type RechercheFound, reliesOnExclusion, saidOfRecherche, signaled } from '../facts/recherche/index.ts';
import type { Sentence } from '../kit/draft.ts';
import { appendSection, inStyleOf } from '../kit/fix.ts';
import type { Piece } from '../kit/piece.ts';
import { defineRule, type Fix } from '../kit/rule.ts';
import { ccp, guide, text } from '../kit/source.ts';
import { TOP } from '../kit/span.ts';

export default defineRule({
  id: 'recherche/mise-en-concurrence',
  title: 'Recherche achetée sans aucune mise en concurrence',
  level: 'warning',
  pieces: ['rc', 'cctp'],
  dossier: true,
  absence: true,
  why: `Hors du code, un contrat de recherche attribué sans aucune concurrence peut être regardé comme une aide d'État à l'entreprise choisie.
Un minimum de mise en concurrence écarte ce risque.`,
  sources: [
    guide('II.C.1', 20),
    ccp('L2512-5'),
    text('Article 107 du traité sur le fonctionnement de l’Union européenne'),
  ],
  messages: {
    aucune:
      'Hors du code au titre de la recherche, le titulaire est désigné sans concurrence.\nL’attribution peut être requalifiée en aide d’État. Prévoir un minimum de mise en concurrence entre les organismes capables.',
    silence:
      'Aucune pièce ne dit comment les organismes de recherche sont mis en concurrence.\nL’exclusion des services de recherche et développement est invoquée : sans concurrence, l’attribution peut être requalifiée en aide d’État. Ajouter un article sur la mise en concurrence.',
  },
  examples: {
    bad: [
      {
        text: "Les prestations sont exclues du code par le 2° de l'article L. 2512-5. ⟦L'institut est désigné sans publicité ni mise en concurrence.⟧",
        fixed: { gains: "l'acheteur met en concurrence les organismes intéressés" },
      },
      {
        text: "# CCTP\n\nLes prestations sont exclues du code par le 2° de l'article L. 2512-5.\n\n⟦Le laboratoire a été désigné par le conseil scientifique, sur sa seule réputation.⟧ Aucune annonce n'a été publiée.",
        head: { piece: 'cctp' },
        fixed: { gains: "l'acheteur met en concurrence les organismes intéressés" },
      },
      {
        text: "Les prestations sont exclues du code par le 2° de l'article L. 2512-5.\n\n⟦La caisse confie les travaux à l'équipe de son choix, sans consulter d'autres opérateurs.⟧",
        fixed: { gains: "l'acheteur met en concurrence les organismes intéressés" },
      },
      {
        text: '⟦Les services de recherche et développement sont exclus du code de la commande publique.⟧ Le titulaire remet un rapport.',
        head: { piece: 'cctp' },
        fixed: { gains: "l'acheteur met en concurrence les organismes intéressés" },
      },
      {
        text: "Le marché n'est pas soumis au code (L. 2512-5, 2°).\n\n⟦Il est attribué de gré à gré à l'équipe du professeur Martin.⟧",
        fixed: { gains: "l'acheteur met en concurrence les organismes intéressés" },
      },
    ],
    good: [
      "Les prestations sont exclues du code par le 2° de l'article L. 2512-5. Un avis est publié au BOAMP.\n\n## Attribution\n\nNous signerons avec un seul opérateur, ou un seul groupement.",
      "Les prestations sont exclues du code par le 2° de l'article L. 2512-5. Les candidats remettent une offre.\n\n## Attribution\n\nLe contrat est attribué à un titulaire unique.",
      "Les prestations sont exclues du code par le 2° de l'article L. 2512-5. La Caisse n'entend pas, pour autant, désigner les équipes de gré à gré : un avis a été publié au BOAMP.",
      {
        text: "Les prestations sont exclues du code par le 2° de l'article L. 2512-5. Quatre laboratoires ont été consultés ; le mieux classé est retenu.",
        head: { piece: 'cctp' },
      },
      {
        text: "Les prestations sont exclues du code par le 2° de l'article L. 2512-5.",
        head: { piece: 'cctp' },
        files: { 'rc.md': '# Règlement de la consultation\n\nLes offres sont classées selon trois critères.' },
      },
      {
        text: "# Cahier des charges\n\nLes travaux sont exclus du code par le 2° de l'article L. 2512-5. Un avis est paru le 2 mars et les réponses sont comparées.\n\n## Suites\n\nL'entreprise retenue équipera ensuite les ateliers, à un prix convenu de gré à gré.",
        head: { piece: 'cctp' },
      },
      "Le marché de maintenance est conclu sans publicité ni mise en concurrence préalables sur le fondement de l'article R. 2122-3.",
      "Les prestations sont exclues du code par le 2° de l'article L. 2512-5. Les candidats remettent une offre. La fourniture ultérieure ne sera pas commandée sans nouvelle mise en concurrence.",
    ],
    limits: [],
  },
  *check(piece) {
    const relied = reliesOnExclusion(piece);
    if (!relied) return;
    const { pieces } = piece.consultation;
    const refused = pieces.flatMap((p) => signaled(p, 'sans-concurrence').map((found) => ({ p, found })));
    const spoken = saidOfRecherche(piece, 'concurrence');
    const isConsultation = pieces.some((p) => p.kind === 'rc' && signaled(p, 'concurrence').length > 0);
    const [none] = refused;
    if (none ? isConsultation && !refused.some((r) => r.p.kind === 'rc') : spoken || piece.kind === 'rc') return;
    // Words of competition beside a refusal speak of the same choice: the contract is competed after all.
    const beside = none ? signaled(none.p, 'concurrence') : [];
    const isPlain = (c: RechercheFound) => !c.doubt || none?.found.doubt !== undefined;
    if (beside.some((c) => isPlain(c) && c.sentence.section === none?.found.sentence.section)) return;
    const own = refused.find((r) => r.p === piece)?.found.sentence ?? signaled(piece, 'exclusion')[0]?.sentence;
    const at = own?.span ?? piece.draft.title?.span ?? TOP;
    const clause = clauseText('recherche-mise-en-concurrence');
    const sentences = new Set(refused.filter((r) => r.p === piece).map((r) => r.found.sentence));
    // The clause takes the place of the words that refuse, which would contradict it.
    const fixes = none
      ? [inPlaceOf(piece, [...sentences], clause)]
      : [appendSection(piece, 'Mise en concurrence', clause, 'Ajouter un article sur la mise en concurrence')];
    const related = [...sentences]
      .filter((s) => s !== own)
      .map((s) => ({ piece, at: s.span, message: 'Cette phrase aussi écarte la mise en concurrence.' }));
    const doubt = lessSure(relied.doubt, none?.found.doubt);
    yield { at, message: none ? 'aucune' : 'silence', doubt, fixes, related };
  },
});

function inPlaceOf(piece: Piece, sentences: readonly Sentence[], clause: string): Fix {
  const edits = sentences.map((s, i) => ({ piece, at: s.span, text: i === 0 ? inStyleOf(piece.draft, clause) : '' }));
  return { title: 'Remplacer par une mise en concurrence minimale', grade: 'review', edits };
}
