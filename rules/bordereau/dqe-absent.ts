import { judgedWithoutEstimate } from '../facts/bordereau/index.ts';
import { criteres } from '../facts/criteres/index.ts';
import { defineRule } from '../kit/rule.ts';
import { ccp } from '../kit/source.ts';

const RC = '## Jugement des offres\n\n';
const BPU = 'N°;Désignation;Unité;Prix unitaire HT\n1;Tonte;m2;\n2;Taille;ml;\n';
const DQE_LOT = 'N°;Désignation;Unité;Quantité;Prix unitaire HT\n1;Tonte;m2;4;\n2;Taille;ml;5;\n';

export default defineRule({
  id: 'bordereau/dqe-absent',
  title: 'Prix jugé sur un détail estimatif que le dossier n’a pas',
  level: 'warning',
  pieces: ['rc'],
  dossier: true,
  why: 'Quand le prix est jugé sur un détail estimatif ou un scénario de commandes, les candidats doivent l’avoir, ou savoir qu’il est gardé secret. Sinon la note de prix repose sur un document que personne ne peut vérifier.',
  sources: [ccp('R2152-11'), ccp('R2132-1')],
  messages: {
    missing:
      'Le prix est jugé sur {what}, que le dossier ne contient pas.\nLes candidats ne peuvent savoir comment ils seront notés. Joindre ce document, ou dire qu’il est gardé secret.',
  },
  examples: {
    bad: [
      // What stands above says that it is compared.
      {
        text: `${RC}- Prix : 60 % ;\n- Valeur technique : 40 %.\n\n## Critère du prix\n\nLe montant comparé est :\n\n- lot 1 : le total du DQE du lot 1 ;\n- ⟦lot 2 : le total du détail quantitatif estimatif (DQE) du lot 2.⟧`,
        files: { 'dqe lot 1.csv': DQE_LOT, 'bpu lot 2.csv': BPU },
      },
      {
        text: `${RC}- Prix : 60 % ;\n- Valeur technique : 40 %.\n\n## Critère du prix\n\n| Lot | Montant pris en compte |\n| --- | --- |\n| Lot 1 | Total du DQE |\n| Lot 2 | ⟦Total du DQE⟧ |`,
        files: { 'dqe lot 1.csv': DQE_LOT, 'bpu lot 2.csv': BPU },
      },
      {
        text: `${RC}- Prix : 60 % ;\n- Valeur technique : 40 %.\n\n⟦Le prix des lots 1 et 2 est noté sur le détail quantitatif estimatif de chaque lot.⟧`,
        files: { 'dqe lot 1.csv': DQE_LOT, 'bpu lot 2.csv': BPU },
      },
      // No grid is read, and the note is told; not kept secret.
      {
        text: '## Prix\n\n⟦Il est noté sur le montant d’un scénario de commandes.⟧ Ce scénario n’est pas tenu secret.',
        files: { 'bpu.csv': BPU },
      },
      // In the row of the price, without a word on judging.
      {
        text: '## Critères du lot 2\n\n| Critère | Pondération | Mode d’appréciation |\n| --- | --- | --- |\n| Prix | 60 % | ⟦Montant total du détail quantitatif estimatif (DQE) du lot 2⟧ |\n| Valeur technique | 40 % | Mémoire |',
        files: { 'dqe lot 1.csv': DQE_LOT, 'bpu lot 2.csv': BPU },
      },
      {
        text: `${RC}| Critère | Poids |\n| --- | --- |\n| ⟦Prix, jugé au vu du DQE⟧ | 60 % |\n| Valeur technique | 40 % |`,
        files: { 'bpu.csv': BPU },
      },
      {
        text: `${RC}- Prix : 60 % ;\n- Valeur technique : 40 %.\n\n⟦Le prix est apprécié au vu du détail quantitatif estimatif (DQE).⟧`,
        files: { 'bpu.csv': BPU },
      },
      {
        text: `${RC}- Prix : 60 % ;\n- Valeur technique : 40 %.\n\n⟦Le critère du prix est noté sur un scénario de commandes.⟧`,
        files: { 'bpu.csv': BPU },
      },
      // The estimate of another lot.
      {
        text: '## Jugement des offres\n\n### Critères du lot 1\n\n- Prix, jugé sur le DQE : 60 % ;\n- Valeur technique : 40 %.\n\n### Critères du lot 2\n\n- ⟦Prix, jugé sur le DQE : 60 % ;⟧\n- Valeur technique : 40 %.',
        files: { 'dqe lot 1.csv': DQE_LOT, 'bpu lot 2.csv': BPU },
      },
    ],
    good: [
      // A document of the consultation, by its name.
      {
        text: `${RC}- Prix : 60 % ;\n- Valeur technique : 40 %.\n\n## Dossier\n\nLe dossier remis à chaque candidat comprend :\n\n- le CCAP ;\n- le classeur des prix « BPU-DQE lots 1 à 4 », dont chaque onglet sert un lot ;\n- les prix à compléter (BPU et DQE).`,
        files: { 'bpu.csv': BPU },
      },
      {
        text: `${RC}- Prix : 60 % ;\n- Valeur technique : 40 %.\n\n## Offre\n\nL’offre contient le bordereau des prix et le DQE.`,
        files: { 'bpu.csv': BPU },
      },
      // What an offer holds is not what is compared.
      {
        text: `${RC}- Prix : 60 % ;\n- Valeur technique : 40 %.\n\n## Contenu de l’offre\n\nLe candidat remet :\n\n- lot 1 : le total du DQE ;\n- lot 2 : le total du DQE, complété.`,
        files: { 'dqe lot 1.csv': DQE_LOT, 'bpu lot 2.csv': BPU },
      },
      {
        text: `${RC}- Prix : 60 % ;\n- Valeur technique : 40 %.\n\nLe prix du lot 1 est noté sur le détail quantitatif estimatif ; celui du lot 2 sur le bordereau.`,
        files: { 'dqe lot 1.csv': DQE_LOT, 'bpu lot 2.csv': BPU },
      },
      // A list of what an offer holds judges nothing.
      {
        text: `${RC}- Prix : 60 % ;\n- Valeur technique : 40 %.\n\n## Contenu de l’offre\n\n| Document | À remettre |\n| --- | --- |\n| Prix | DQE, le cas échéant |\n| Technique | Mémoire |`,
        files: { 'bpu.csv': BPU },
      },
      {
        text: '## Jugement des offres\n\n### Critères du lot 1\n\n- Prix, jugé sur le DQE : 60 % ;\n- Valeur technique : 40 %.\n\n### Critères du lot 2\n\n- Prix, jugé sur le DQE : 60 % ;\n- Valeur technique : 40 %.',
        files: { 'dqe lot 1.csv': DQE_LOT, 'dqe lot 2.csv': DQE_LOT, 'bpu lot 2.csv': BPU },
      },
      {
        text: `${RC}| Critère | Poids |\n| --- | --- |\n| Prix, jugé au vu du bordereau | 60 % |\n| Valeur technique | 40 % |`,
        files: { 'bpu.csv': BPU },
      },
      {
        text: `${RC}- Prix : 60 % ;\n- Valeur technique : 40 %.\n\nLe prix est apprécié au vu du détail quantitatif estimatif (DQE).`,
        files: {
          'bpu.csv': BPU,
          'dqe.csv': 'N°;Désignation;Unité;Quantité;Prix unitaire HT\n1;Tonte;m2;4;\n2;Taille;ml;5;\n',
        },
      },
      {
        text: `${RC}- Prix : 60 % ;\n- Valeur technique : 40 %.\n\nLe prix est jugé sur un détail estimatif masqué, non communiqué aux candidats.`,
        files: { 'bpu.csv': BPU },
      },
      {
        text: `${RC}- Prix : 60 % ;\n- Valeur technique : 40 %.\n\nLe prix est apprécié au vu du DQE joint.`,
        files: { 'bpu.csv': BPU, 'DQE.pdf': '' },
      },
      {
        text: '## Prix\n\nIl est noté sur le montant d’un scénario de commandes. Ce scénario est tenu secret.',
        files: { 'bpu.csv': BPU },
      },
      // A dossier of which no schedule is known is not judged.
      { text: `${RC}- Prix : 60 % ;\n- Valeur technique : 40 %.\n\nLe prix est apprécié au vu du DQE.` },
    ],
    limits: [],
  },
  *check(piece) {
    const { consultation } = piece;
    if (consultation.of('bpu', 'dpgf').every((p) => !p.data)) return;
    const hasGrid = piece.ask(criteres).grilles.length > 0;
    for (const { sentence, named, noted } of judgedWithoutEstimate(piece)) {
      if (!hasGrid && !noted) continue;
      const what = named ? `« ${piece.draft.slice(named).replace(/\s+/g, ' ')} »` : 'un détail estimatif';
      yield { at: sentence.span, message: 'missing', data: { what } };
    }
  },
});
