import { clause } from '../clauses/clauses.ts';
import { concours, jury, placeOf } from '../facts/concours/index.ts';
import { appendSection, appendToSection, insertAfter } from '../kit/fix.ts';
import { defineRule } from '../kit/rule.ts';
import { ccp, guide } from '../kit/source.ts';

const SENTENCE =
  " Le jury n'est composé que de personnes indépendantes des participants : aucune n'a avec eux de lien d'intérêt.";

export default defineRule({
  id: 'concours/jury-independance',
  title: 'Jury absent, ou dont l’indépendance n’est pas garantie',
  level: 'error',
  pieces: ['reglement-concours', 'rc'],
  absence: true,
  why: `L'avis d'un jury indépendant des participants est ce qui fait un concours. Un membre lié à une équipe, ou un jury qui n'existe pas,
suffit à faire annuler la désignation du lauréat.`,
  sources: [guide('II.B.4', 17), ccp('R2162-17'), ccp('R2162-22')],
  messages: {
    independance:
      'Rien ne dit que tous les membres du jury sont indépendants des participants.\nL’écrire dans le règlement, avec la règle de retrait en cas de lien d’intérêt.',
    partie:
      'L’indépendance n’est promise que d’une partie du jury.\nTous ses membres doivent être indépendants des participants. L’étendre à tous.',
    lien: 'Des membres du jury sont liés aux participants, ou n’ont pas à en être indépendants.\nLe jury ne doit réunir que des personnes indépendantes des participants. Les remplacer.',
    aucun: 'Aucun jury n’est prévu.\nUn concours suppose l’avis d’un jury indépendant des participants. En prévoir un.',
  },
  examples: {
    bad: [
      '# Règlement du hackathon\n\nAucune prime n’est versée. Le jury compte cinq membres. ⟦Deux coachs siègent au jury avec voix délibérative.⟧\n',
      '# Règlement du concours\n\n⟦Le jury n’est pas composé de personnes indépendantes des participants, que le maire désigne à sa guise.⟧\n',
      {
        text: '# Règlement du concours\n\n⟦Les personnes chargées de juger les projets sont nommées par le maire.⟧\n',
        fixed: { gains: 'indépendantes des participants' },
      },
      {
        text: '# Règlement du concours\n\nLe concours est ouvert.\n\n## Jury\n\n⟦Le jury comprend cinq membres désignés par le maire.⟧\n',
        fixed: { gains: 'indépendantes des participants' },
      },
      {
        text: '# ⟦Règlement du concours⟧\n\nLe concours est ouvert. Le lauréat est choisi par le directeur.\n',
        fixed: { gains: '## Jury' },
      },
      {
        text: '# Règlement du concours\n\n⟦Il n’est pas constitué de jury ; le directeur choisit sans jury.⟧\n',
        fixed: { gains: 'indépendantes des participants' },
        skip: { 'broken-line': 'no break is made' },
      },
      '# Règlement du hackathon\n\nAucune prime n’est versée.\n\n## Qui juge ?\n\n⟦Le jury réunit une élue, le directeur de la régie et les deux mentors qui auront accompagné les équipes.⟧\n',
      {
        text: '# Règlement du concours\n\n⟦Le jury compte sept membres, dont au moins trois indépendants des candidats.⟧\n',
        fixed: { gains: 'indépendantes des participants' },
      },
      {
        text: '# Règlement du concours\n\n⟦Le jury réunit trois personnalités indépendantes de la métropole et deux élus.⟧\n',
        fixed: { gains: 'indépendantes des participants' },
      },
      '# Règlement du concours\n\nLe jury est indépendant. ⟦Les membres du jury peuvent être liés à une équipe candidate.⟧\n',
    ],
    good: [
      // Mentors who keep away from the jury.
      '# Règlement du hackathon\n\nAucune prime n’est versée. Le jury compte cinq membres, tous indépendants des participants. Les coachs ne s’adressent pas au jury.\n',
      'Le jury est composé de personnes indépendantes des participants. Le dialogue se déroule lors d’une réunion en présence des membres du jury et des représentants des équipes participantes.',
      '# Règlement du concours\n\n| Rubrique | Règle |\n|---|---|\n| Jury | cinq personnes, toutes étrangères aux équipes inscrites |\n',
      '# Règlement du concours\n\nLe jury n’est composé que de personnes physiques indépendantes des participants.\n',
      '# Règlement du concours\n\nLes membres du jury ne sont désignés que s’ils sont indépendants des participants.\n',
      '# Règlement du concours\n\nJury du concours :\n\n- sept membres ;\n- ne peut y siéger quiconque concourt ou travaille pour un concurrent.\n',
      '# Règlement du concours\n\nLe jury ne comprend que des personnes étrangères aux équipes concurrentes.\n',
      '# Règlement du concours\n\nLe jury est composé exclusivement de personnes indépendantes des participants au concours.\n',
      '# Règlement du concours\n\nLe jury compte cinq membres. Aucun n’a de lien d’intérêt avec les candidats.\n',
      '# Règlement du concours\n\n## Jury\n\nLe jury réunit six personnes. Tout membre qui aurait un lien avec un participant se récuse.\n',
      '# Règlement du concours\n\nLe jury compte cinq membres. Les membres du jury, leurs conjoints et leurs associés ne peuvent pas participer au concours.\n',
      '# Règlement du concours\n\nLE JURY EST INDEPENDANT DES CONCURRENTS.\n',
      '# Règlement du concours\n\nIII.1 Le jury compte neuf membres.\n\nIII.2 Il se compose de personnes physiques indépendantes des concurrents.\n',
      '# Règlement du hackathon\n\nIl ne s’agit ni d’un concours au sens du code de la commande publique ni d’un marché. Aucune prime n’est versée. Les participants votent entre eux.\n',
      '# Règlement du concours\n\nLe jury compte cinq membres, tous indépendants. Les mentors des équipes ne siègent pas au jury.\n',
      '# Règlement du hackathon\n\nAucune prime n’est versée. Les participants votent entre eux.\n',
      {
        text: '# Règlement de la consultation\n\nUn dialogue avec le jury est organisé. Le jury compte trois membres.\n',
        head: { piece: 'rc', procedure: 'dialogue-competitif' },
      },
    ],
    limits: [],
  },
  *check(piece) {
    const { kind } = piece.ask(concours);
    if (!kind) return;
    const { sentence, refused, independent, breach, partial, doubt } = piece.ask(jury);
    if (breach) {
      yield { at: breach.span, message: 'lien', doubt };
      return;
    }
    const title = 'Écrire que le jury est indépendant';
    const told = sentence && !(refused && refused.span.start <= sentence.span.start);
    if (!told) {
      if (kind === 'hackathon') return;
      const { at, section } = placeOf(piece, 'jury');
      const { body, heading = 'Jury' } = clause('concours-jury');
      const fix = section
        ? appendToSection(piece, section, body, 'Prévoir un jury')
        : appendSection(piece, heading, body, 'Prévoir un jury');
      yield { at: refused?.span ?? at, message: 'aucun', fixes: [fix] };
      return;
    }
    if (independent) return;
    const fix = insertAfter(piece, (partial ?? sentence).span, SENTENCE, title);
    if (partial) yield { at: partial.span, message: 'partie', fixes: [fix] };
    else yield { at: sentence.span, message: 'independance', fixes: [fix] };
  },
});
