import { clause } from '../clauses/clauses.ts';
import { anonymat, concours, placeOf } from '../facts/concours/index.ts';
import { appendSection, insertBlockAfter } from '../kit/fix.ts';
import { defineRule } from '../kit/rule.ts';
import { ccp, guide } from '../kit/source.ts';

export default defineRule({
  id: 'concours/anonymat',
  title: 'Projets examinés sans anonymat',
  level: 'error',
  pieces: ['reglement-concours', 'rc'],
  absence: true,
  why: `Le jury juge des projets, pas des auteurs. S'il peut les reconnaître avant d'avoir rendu son avis, l'égalité entre les participants
est rompue et le concours peut être annulé.`,
  sources: [guide('II.B.4', 17), ccp('R2162-18')],
  messages: {
    absent:
      'Rien ne dit que le jury examine les projets de manière anonyme.\nL’écrire, et ne lever l’anonymat qu’une fois l’avis du jury rendu.',
    refuse:
      'Les projets sont examinés sans anonymat.\nLe jury ne doit pas en connaître les auteurs avant d’avoir rendu son avis. Organiser l’anonymat.',
    leve: 'L’anonymat est levé avant l’avis du jury.\nNe le lever qu’une fois l’avis et le classement arrêtés.',
    presentation:
      'Les équipes se présentent au jury avant qu’il se prononce.\nIl connaît alors les auteurs des projets. Faire d’abord rendre l’avis sur des projets anonymes, puis entendre les équipes sur les seules questions consignées.',
  },
  examples: {
    bad: [
      '# Règlement de concours\n\n## Jury\n\n⟦L’architecte mandataire de chaque équipe vient, à tour de rôle, commenter ses planches, après quoi le jury arrête son classement.⟧\n\nL’anonymat est levé après l’avis du jury.\n',

      // The surest place is told, and not the first.
      '# Règlement du concours\n\nLes planches sont remises sans nom.\n\n| Date | Contenu |\n|---|---|\n| Juin | Examen des projets et classement |\n\n⟦Le jour du jury, avant le vote, chaque paysagiste vient commenter ses planches et répondre aux questions.⟧\n',
      '# Règlement du concours\n\nLe jury examine les projets de façon anonyme.\n\n## Ouverture des plis\n\n⟦Le président donne de vive voix le nom des auteurs au jury.⟧ L’anonymat est ensuite levé.\n',
      '# Règlement du concours\n\nLe jury examine les rendus. ⟦Les planches portent le cartouche de l’atelier.⟧\n',
      {
        text: '# ⟦Règlement du concours⟧\n\nLe concours est ouvert. Le jury examine les projets et les classe.\n',
        fixed: { gains: 'de manière anonyme' },
      },
      {
        text: '# Règlement du concours\n\n## ⟦5. Examen des projets⟧\n\nLe jury examine les projets remis.\n\n## 6. Données\n\nLes données remises aux candidats sont anonymisées.\n',
        fixed: { gains: 'de manière anonyme' },
      },
      '# Règlement du concours\n\nLes projets sont anonymes. ⟦L’anonymat est levé avant l’avis du jury.⟧\n',
      '# Règlement du concours\n\n⟦Les projets ne sont pas examinés de manière anonyme.⟧\n',
      '# Règlement du concours\n\n⟦Chaque équipe présente son projet devant le jury pendant vingt minutes, puis le jury délibère.⟧\n',
      '# Règlement du concours\n\nLes projets sont remis sous une forme anonyme. ⟦L’anonymat est levé dès l’ouverture des plis.⟧\n',
      '# Règlement du concours\n\n⟦Chaque planche porte le nom de l’équipe.⟧ Le jury vote à bulletin secret.\n',
      '# Règlement du concours\n\n⟦Les concurrents sont auditionnés par le jury.⟧ Celui-ci se prononce aussitôt.\n',
    ],
    good: [
      '# Règlement du concours\n\nLe jury examine les projets de façon anonyme.\n\n## Avis du jury\n\nChaque membre donne ses raisons. Le président donne de vive voix les noms des projets au directeur. L’anonymat est ensuite levé.\n',
      '# Règlement du concours\n\nLe jury examine les projets de manière anonyme. Aucune planche ne porte le cartouche de l’atelier.\n',
      '# Règlement du concours\n\nLe jury examine les projets de manière anonyme. L’anonymat n’est levé qu’une fois son avis signé.\n',
      '# Règlement du concours\n\nL’anonymat des projets est respecté jusqu’à l’avis du jury.\n',
      '# Règlement du concours\n\nLes dossiers sont numérotés : le jury les juge sans connaître l’identité des auteurs.\n',
      '# Règlement du concours\n\nL’examen est anonyme. Après la levée de l’anonymat, les candidats présentent leur projet et répondent aux questions consignées au procès-verbal.\n',
      '# Règlement du concours\n\nAUCUN SIGNE DISTINCTIF NE PERMET D’IDENTIFIER LES AUTEURS DES PROJETS. LE JURY LES EXAMINE DE FACON ANONYME.\n',
      '# Règlement du hackathon\n\nAucune prime n’est versée. Les équipes présentent leur prototype au jury, qui délibère aussitôt.\n',
      {
        text: '# Règlement de la consultation\n\nLes candidats sont auditionnés par le jury, puis classés.\n',
        head: { piece: 'rc', procedure: 'mapa' },
      },
    ],
    limits: [],
  },
  *check(piece) {
    if (piece.ask(concours).kind !== 'concours') return;
    const { sentence, breach, kind, doubt } = piece.ask(anonymat);
    if (breach && kind) {
      yield { at: breach.span, message: kind, doubt };
      return;
    }
    if (sentence) return;
    const { at, section } = placeOf(piece, 'anonymat');
    const { body, heading = 'Anonymat' } = clause('concours-anonymat');
    const title = 'Ajouter l’anonymat des projets';
    const last = section?.own[section.own.length - 1];
    const fix = last ? insertBlockAfter(piece, last.node, body, title) : appendSection(piece, heading, body, title);
    yield { at, message: 'absent', fixes: [fix] };
  },
});
