import { clause } from '../clauses/clauses.ts';
import { concours, placeOf, procesVerbal } from '../facts/concours/index.ts';
import { appendSection, insertAfter, insertBlockAfter } from '../kit/fix.ts';
import { defineRule } from '../kit/rule.ts';
import { ccp, guide } from '../kit/source.ts';

export default defineRule({
  id: 'concours/proces-verbal',
  title: 'Procès-verbal du jury absent ou incomplet',
  level: 'info',
  pieces: ['reglement-concours', 'rc'],
  absence: true,
  why: `L'acheteur choisit le lauréat au vu du procès-verbal du jury. Signé, avec le classement et les observations, il est la preuve que
les projets ont été jugés sur les critères annoncés.`,
  sources: [guide('II.B.4', 17), ccp('R2162-18')],
  messages: {
    absent:
      'Le règlement ne prévoit pas de procès-verbal du jury.\nPrévoir qu’il y consigne le classement des projets et ses observations, et que ses membres le signent.',
    incomplet:
      'Le procès-verbal du jury est prévu, mais incomplet.\nIl y manque : {manque}. Compléter, pour que le choix du lauréat puisse être justifié.',
  },
  examples: {
    bad: [
      {
        text: '# Règlement du concours\n\n⟦Le secrétariat rédige un procès-verbal du classement, qui n’est pas soumis à la signature des jurés et ne reprend pas leurs observations.⟧\n',
        fixed: { gains: 'signé de tous les membres du jury' },
      },
      {
        text: '# ⟦Règlement du concours⟧\n\nLe président du jury rend compte oralement de l’avis.\n',
        fixed: { gains: 'consigne dans un procès-verbal' },
      },
      {
        text: '# Règlement du concours\n\n## ⟦4. Avis du jury⟧\n\nLe jury classe les projets à la majorité.\n',
        fixed: { gains: 'consigne dans un procès-verbal' },
      },
      {
        text: '# Règlement du concours\n\n⟦Un procès-verbal est dressé.⟧\n',
        fixed: { gains: 'signé de tous les membres du jury' },
      },
      {
        text: '# Règlement du concours\n\n⟦Le jury consigne son classement et ses observations dans un procès-verbal.⟧\n',
        fixed: { gains: 'signé de tous les membres du jury' },
      },
      {
        text: '# ⟦Règlement du concours⟧\n\nUn procès-verbal d’ouverture des plis est établi par le service.\n',
        fixed: { gains: 'consigne dans un procès-verbal' },
      },
    ],
    good: [
      '# Règlement du concours\n\n## Jury\n\nLe secrétariat rédige le compte rendu : classement, forces et faiblesses de chaque projet. Tous les membres du jury le signent.\n',
      '# Règlement du concours\n\n| Pièce | Rédacteur | Contenu |\n|---|---|---|\n| P.-V. du jury | secrétaire, signature de tous les jurés | classement, observations |\n',
      '# Règlement du concours\n\nCe que le jury pense de chaque projet et l’ordre dans lequel il les place sont couchés sur un document que tous ses membres signent.\n',
      '# Règlement du concours\n\nÀ la fin, chaque juré signe le relevé écrit de la séance. On y lit la place obtenue par chaque projet et les observations faites.\n',
      '# Règlement du concours\n\nLe jury consigne dans un procès-verbal, signé par ses membres, le classement des projets et ses observations.\n',
      '# Règlement du concours\n\n## Procès-verbal\n\nLe jury dresse un procès-verbal. Il contient le classement, ses observations et les points à éclaircir. Tous les membres le signent.\n',
      '# Règlement du concours\n\nL’avis motivé et le classement sont portés dans un PV signé de chaque membre du jury.\n',
      '# Règlement du hackathon\n\nAucune prime n’est versée. Le jury vote.\n',
      { text: '# RC\n\nLe jury donne son avis.\n', head: { piece: 'rc', procedure: 'appel-offres-ouvert' } },
    ],
    limits: [],
  },
  *check(piece) {
    if (piece.ask(concours).kind !== 'concours') return;
    const { sentence, signe, classement, observations } = piece.ask(procesVerbal);
    if (!sentence) {
      const { at, section } = placeOf(piece, 'procesVerbal');
      const { body, heading = 'Procès-verbal' } = clause('concours-proces-verbal');
      const title = 'Ajouter le procès-verbal du jury';
      const last = section?.own[section.own.length - 1];
      const fix = last ? insertBlockAfter(piece, last.node, body, title) : appendSection(piece, heading, body, title);
      yield { at, message: 'absent', fixes: [fix] };
      return;
    }
    const missing = [
      !signe && 'la signature des membres',
      !classement && 'le classement des projets',
      !observations && 'les observations du jury',
    ].filter((x) => x !== false);
    if (missing.length === 0) return;
    const text =
      ' Ce procès-verbal, signé de tous les membres du jury, contient le classement des projets et ses observations.';
    yield {
      at: sentence.span,
      message: 'incomplet',
      data: { manque: missing.join(', ') },
      fixes: [insertAfter(piece, sentence.span, text, 'Compléter le procès-verbal')],
    };
  },
});
