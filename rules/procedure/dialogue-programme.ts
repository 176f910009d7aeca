import { baseDialogue, procedureDe } from '../facts/procedure/index.ts';
import { defineRule } from '../kit/rule.ts';
import { ccp, guide } from '../kit/source.ts';

export default defineRule({
  id: 'procedure/dialogue-programme',
  title: 'Dialogue compétitif fondé sur un CCTP achevé',
  level: 'warning',
  pieces: ['rc', 'cctp'],
  dossier: true,
  why: `Le dialogue sert à définir la solution. S'il part d'un cahier des charges déjà arrêté, il ne reste rien à en attendre, et le choix de
cette procédure ne se justifie plus : un programme fonctionnel dit les besoins et laisse chercher les moyens.`,
  sources: [guide('II.B.3', 16), ccp('L2124-4'), ccp('R2161-24')],
  messages: {
    acheve:
      'Le dialogue est mené sur la base de spécifications déjà arrêtées{lot}.\nLe mener sur un programme fonctionnel, qui exprime les besoins et les exigences et laisse la solution au dialogue compétitif.',
  },
  examples: {
    bad: [
      {
        text: '⟦Le cahier est terminé et ne bougera plus : nos rencontres porteront sur lui.⟧\n',
        head: { procedure: 'dialogue-competitif' },
      },
      {
        text: '⟦Les échanges ont lieu sur les prescriptions ci-après, complètes et définitives.⟧\n',
        head: { procedure: 'dialogue-competitif' },
      },
      {
        text: '⟦Le présent cahier, figé, sert de départ et d’arrivée aux discussions.⟧\n',
        head: { procedure: 'dialogue-competitif' },
      },
      {
        text: '⟦Les participants dialoguent sur le fondement du cahier des clauses techniques particulières joint.⟧\n',
        head: { procedure: 'dialogue-competitif' },
      },
      {
        text: 'Dialogue compétitif. ⟦Le dialogue est conduit sur la base du CCTP.⟧\n',
        skip: { 'broken-line': 'the second sentence begins the mark' },
      },
      {
        text: '⟦Le CCTP, document achevé dont les spécifications sont définitives, sert de base au dialogue.⟧\n',
        head: { procedure: 'dialogue-competitif' },
      },
      {
        text: 'Pour le lot 1, le dialogue part du programme fonctionnel. ⟦Pour le lot 2, il est mené sur la base du cahier des clauses techniques.⟧\n',
        head: { procedure: 'dialogue-competitif' },
        skip: { 'broken-line': 'the second sentence begins the mark' },
      },
    ],
    good: [
      {
        text: 'Le présent cahier est un canevas, que les échanges compléteront.\n',
        head: { procedure: 'dialogue-competitif' },
      },
      {
        text: 'Le présent cahier sera arrêté après les discussions.\n',
        head: { procedure: 'dialogue-competitif' },
      },
      {
        text: 'Lot 1 : dialogue compétitif sur un programme fonctionnel. Lot 2 : appel d’offres ouvert, sur la base d’un CCTP définitif.\n',
        head: { procedure: 'dialogue-competitif' },
      },
      {
        text: 'Le dialogue est conduit sur la base du programme fonctionnel.\n',
        head: { procedure: 'dialogue-competitif' },
      },
      {
        text: 'Le CCTP sera établi à l’issue du dialogue, sur la base de la solution retenue.\n',
        head: { procedure: 'dialogue-competitif' },
      },
      {
        text: 'Le dialogue n’est pas mené sur la base d’un CCTP, mais d’un programme fonctionnel.\n',
        head: { procedure: 'dialogue-competitif' },
      },
      { text: 'Les offres sont établies sur la base du CCTP.\n', head: { procedure: 'mapa' } },
    ],
    limits: [],
  },
  *check(piece) {
    if (procedureDe(piece) !== 'dialogue-competitif') return;
    for (const { at, lot, doubt } of piece.ask(baseDialogue))
      yield { at, doubt, message: 'acheve', data: { lot: lot ? ` pour le lot ${lot}` : '' } };
  },
});
