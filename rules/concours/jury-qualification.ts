import { concours, juryQualification } from '../facts/concours/index.ts';
import { insertAfter } from '../kit/fix.ts';
import { defineRule } from '../kit/rule.ts';
import { ccp, guide } from '../kit/source.ts';

const SENTENCE =
  ' Au moins un tiers des membres du jury possède la qualification exigée des candidats ou une qualification équivalente.';

export default defineRule({
  id: 'concours/jury-qualification',
  title: 'Moins d’un tiers du jury a la qualification exigée',
  level: 'error',
  pieces: ['reglement-concours', 'rc'],
  absence: true,
  why: `Qui demande aux candidats une qualification professionnelle doit les faire juger par des personnes qui l'ont aussi, pour un tiers
au moins du jury. Un jury composé autrement est irrégulier, et son avis avec lui.`,
  sources: [guide('II.B.4', 17), ccp('R2162-22')],
  messages: {
    absent:
      'Rien ne dit qu’un tiers du jury a la qualification exigée des candidats.\nUn tiers au moins de ses membres doit la posséder, ou en avoir une équivalente. L’écrire et composer le jury en conséquence.',
    nombre:
      '{qualifies} membre(s) du jury sur {membres} paraissent qualifiés : moins du tiers requis.\nUne qualification professionnelle est exigée des candidats : un tiers au moins du jury doit l’avoir. Compléter le jury.',
    part: 'Moins d’un tiers du jury possède la qualification exigée des candidats.\nPorter cette part à un tiers au moins.',
  },
  examples: {
    bad: [
      '# Règlement du concours\n\nChaque équipe comprend obligatoirement un éducateur technique spécialisé, diplôme exigé, ou un conseiller du service social.\n\n## Jury\n\n⟦Le jury réunit six personnes :⟧\n\n- la présidente du conseil d’administration ;\n- le directeur ;\n- un designer de services ;\n- deux parents ;\n- un éducateur.\n',
      '# Règlement du concours\n\nChaque équipe comprend obligatoirement un paysagiste.\n\n## Jury\n\nLe jury compte neuf membres :\n\n| Siège | Collège |\n|---|---|\n| Le maire | Élus |\n| Six adjoints | Élus |\n| Deux paysagistes | Métier |\n\n⟦Deux d’entre eux sont ainsi paysagistes.⟧ Le vote est secret.\n',
      '# Règlement du concours\n\nSeules concourent les équipes comportant un paysagiste, qualification exigée.\n\n| Collège | Voix | Profil |\n|---|---|---|\n| Élus | 6 | – |\n| Métier | 2 | paysagistes |\n\n⟦Le jury délibère à huis clos.⟧\n',
      '# Règlement du concours\n\nLes équipes comprennent obligatoirement un architecte. Les jurés sont indépendants. ⟦Un quart d’entre eux a cette qualification.⟧\n',
      {
        text: '# Règlement du concours\n\nChaque équipe comprend obligatoirement un architecte inscrit à l’ordre.\n\n⟦Le jury est composé de personnes indépendantes des candidats.⟧\n',
        fixed: { gains: 'un tiers des membres du jury' },
      },
      '# Règlement du concours\n\nLe mandataire du groupement doit être titulaire du diplôme d’architecte.\n\n⟦Le jury compte six membres, dont un architecte.⟧\n',
      '# Règlement du concours\n\nLa présence d’un ingénieur diplômé est exigée des équipes.\n\n## Jury\n\n⟦Le jury réunit sept personnes : trois élus, deux ingénieurs, la directrice et un représentant des usagers.⟧\n',
      '# Règlement du concours\n\nUne qualification professionnelle de paysagiste concepteur est exigée des candidats.\n\n⟦Un quart au moins des membres du jury possède cette qualification.⟧\n',
      {
        text: '# Règlement du concours\n\n⟦Les candidats justifient du titre d’architecte.⟧\n',
        fixed: { gains: 'un tiers des membres du jury' },
      },
      '# Règlement du concours\n\nLes candidats doivent être titulaires du titre d’ingénieur.\n\n## Jury\n\n⟦Le jury comprend :⟧\n\n- le maire ;\n- trois conseillers municipaux ;\n- un ingénieur.\n',
    ],
    good: [
      '# Règlement du concours\n\nCompétence exigée : au moins un membre de l’équipe titulaire d’un diplôme de design.\n\n## Jury\n\nNeuf membres avec voix.\n\n| Collège | Membres |\n|---|---|\n| Direction, ou son suppléant | 6 |\n| Designers diplômés | 3 |\n',
      '# Règlement du concours\n\nChaque équipe comprend obligatoirement un éducateur technique spécialisé, diplôme exigé, ou un conseiller du service social.\n\n## Jury\n\nLe jury réunit six personnes :\n\n- la présidente du conseil d’administration ;\n- le directeur ;\n- un designer de services ;\n- un parent ;\n- une conseillère du service social ;\n- un éducateur.\n',
      '# Règlement du concours\n\nChaque équipe comprend obligatoirement un paysagiste.\n\n## Jury\n\nLe jury compte neuf membres :\n\n| Siège | Collège |\n|---|---|\n| Le maire | Élus |\n| Cinq adjoints | Élus |\n| Trois paysagistes | Métier |\n',
      '# Règlement du concours\n\nChaque équipe comprend obligatoirement un architecte.\n\nUn tiers au moins des membres du jury possède cette qualification ou une qualification équivalente.\n',
      '# Règlement du concours\n\nLe mandataire doit être un architecte inscrit à l’ordre.\n\nLe jury compte six membres, dont deux architectes.\n',
      '# Règlement du concours\n\nAucun diplôme ni aucune qualification professionnelle n’est exigé des participants. Le jury compte six membres, dont un ingénieur.\n',
      '# Règlement du concours\n\nLe jury compte six membres, dont un architecte.\n',
      '# Règlement du concours\n\nLes candidats doivent justifier du titre d’architecte.\n\n## Jury\n\nLe jury comprend trois élus et deux architectes.\n',
      '# Règlement du concours\n\nLa participation est réservée aux titulaires d’un diplôme de paysagiste. La moitié des membres du jury est diplômée en paysage.\n',
      {
        text: '# Règlement de la consultation\n\nL’équipe comprend obligatoirement un architecte. Un jury de recrutement compte six membres.\n',
        head: { piece: 'rc', procedure: 'mapa' },
      },
      '# Règlement du hackathon\n\nAucune prime n’est versée. Chaque équipe compte au moins un titulaire d’un diplôme d’ingénieur. Le jury compte cinq membres.\n',
    ],
    limits: [],
  },
  *check(piece) {
    if (piece.ask(concours).kind !== 'concours') return;
    const { required, third, under, composition, jurySentence } = piece.ask(juryQualification);
    if (under && !third) {
      yield { at: under.span, message: 'part' };
      return;
    }
    if (!required || third) return;
    const { members = 0, qualified = 0, sentence } = composition ?? {};
    if (members > 0 && qualified * 3 >= members) return;
    const at = sentence ?? jurySentence ?? required;
    if (members > 0 && qualified > 0)
      yield { at: at.span, message: 'nombre', data: { qualifies: qualified, membres: members } };
    else
      yield {
        at: at.span,
        message: 'absent',
        fixes: [insertAfter(piece, at.span, SENTENCE, 'Écrire qu’un tiers du jury a la qualification')],
      };
  },
});
