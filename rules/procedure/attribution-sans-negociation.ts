import { clauseText } from '../clauses/clauses.ts';
import { answering } from '../facts/commun/index.ts';
import { negociation, procedure, speaksOfFirstOffers } from '../facts/procedure/index.ts';
import type { Sentence } from '../kit/draft.ts';
import { insertBlockAfter } from '../kit/fix.ts';
import { defineRule } from '../kit/rule.ts';
import { ccp, guide } from '../kit/source.ts';

export default defineRule({
  id: 'procedure/attribution-sans-negociation',
  title: 'Négociation possible sans réserve sur les offres initiales',
  level: 'warning',
  pieces: ['rc'],
  absence: true,
  why: `Dans une procédure adaptée qui prévoit une négociation, l'acheteur ne peut attribuer sur les offres initiales que s'il se l'est réservé
par écrit. Sans cette phrase, il devra négocier même si une offre convient.`,
  sources: [guide('II.B.1', 14), ccp('R2123-5')],
  messages: {
    absente:
      'Le règlement ne réserve pas l’attribution sur les offres initiales, sans négociation.\nLa négociation n’est pourtant que possible (article R2123-5 du code de la commande publique). Ajouter cette réserve, ou annoncer que la négociation aura lieu.',
  },
  silencedBy: [{ rule: 'procedure/negociation-appel-offres', where: 'piece' }],
  examples: {
    bad: [
      {
        text: '## Négociation\n\n⟦Après une lecture, nous pouvons négocier avec les quatre premiers de chaque lot.⟧\n',
        head: { procedure: 'mapa' },
        fixed: { gains: 'offres initiales' },
      },
      {
        text: '## Procédure\n\nProcédure adaptée.\n\n## Discussion\n\n⟦Après un premier classement, la ville pourra discuter avec les trois candidats les mieux placés.⟧',
        fixed: { gains: 'lacés.' },
      },
      {
        text: 'Procédure adaptée. ⟦Le cas échéant, négociation en ligne avec les candidats dont l’offre n’est ni irrégulière ni inacceptable.⟧\n',
        fixed: { gains: 'offres initiales' },
        skip: { 'broken-line': 'the second sentence begins the mark' },
      },
      {
        text: '⟦Les deux meilleures entreprises pourront être rappelées afin de revoir leur devis.⟧\n',
        head: { procedure: 'mapa' },
        fixed: { gains: 'offres initiales' },
      },
      {
        text: '## Négociation\n\n⟦Possible avec les trois premiers, sur le prix.⟧ Chacun reçoit les mêmes questions.\n',
        head: { procedure: 'mapa' },
        fixed: { gains: 'offres initiales' },
      },
      {
        text: '⟦Le syndicat peut négocier avec les trois candidats les mieux classés.⟧\n\nAvant la signature, le syndicat et l’attributaire peuvent mettre au point les pièces du contrat, sans toucher aux conditions substantielles.\n',
        head: { procedure: 'mapa' },
        fixed: { gains: 'offres initiales' },
      },
      {
        text: '# RC\n\n| Sujet | Règle |\n|---|---|\n| Procédure | adaptée |\n| Négociation | ⟦facultative, avec les trois premiers⟧ |\n',
        fixed: { gains: 'offres initiales' },
        skip: { 'broken-line': 'a cell has no line' },
      },
      {
        text: 'La procédure est adaptée.\n\n⟦L’acheteur pourra négocier avec les trois premiers candidats.⟧\n',
        fixed: { gains: 'sur la base des offres initiales' },
      },
      {
        text: '⟦Une négociation peut être engagée par écrit.⟧\n',
        head: { procedure: 'mapa' },
        fixed: { gains: 'offres initiales' },
      },
      {
        text: '⟦L’acheteur se réserve le droit de négocier.⟧\n',
        head: { procedure: 'mapa' },
        fixed: { gains: 'offres initiales' },
      },
      {
        text: '⟦La ville peut discuter, en réunion ou par courriel, avec les deux entreprises les mieux classées, du calendrier et du montant de leur offre.⟧\n',
        head: { procedure: 'mapa' },
        fixed: { gains: 'offres initiales' },
      },
    ],
    good: [
      'Procédure adaptée. La ville pourra inviter les candidats dont l’offre est irrégulière à la régulariser.\n',
      {
        text: 'Le marché a pour objet la formation des agents à la négociation avec des usagers. Le stagiaire pourra négocier le prix d’une course.\n',
        head: { procedure: 'mapa' },
      },
      {
        text: '| Rubrique | Disposition |\n|---|---|\n| Discussion avec les riverains | Éventuelle |\n',
        head: { procedure: 'mapa' },
      },
      {
        text: 'L’acheteur pourra négocier. Il peut aussi arrêter son choix à la seule lecture des plis et renoncer à entendre les équipes.\n',
        head: { procedure: 'mapa' },
      },
      {
        text: 'Le titulaire peut discuter avec les entreprises sous-traitantes du montant de leur devis.\n',
        head: { procedure: 'mapa' },
      },
      {
        text: 'La commission peut discuter avec les candidats afin de préciser la teneur de leur offre.\n',
        head: { procedure: 'mapa' },
      },
      {
        text: 'L’acheteur pourra négocier. Il se réserve la possibilité d’attribuer le marché sur la base des offres initiales, sans négociation.\n',
        head: { procedure: 'mapa' },
      },
      {
        text: 'L’acheteur peut négocier ; il se réserve le droit de ne pas procéder à une négociation.\n',
        head: { procedure: 'mapa' },
      },
      { text: 'L’acheteur négocie avec les trois premiers candidats.\n', head: { procedure: 'mapa' } },
      { text: 'Aucune négociation n’est prévue.\n', head: { procedure: 'mapa' } },
      { text: 'L’acheteur pourra négocier.\n', head: { procedure: 'procedure-avec-negociation' } },
      { text: 'L’acheteur pourra négocier ou attribuer le marché sans négociation.\n', head: { procedure: 'mapa' } },
    ],
    limits: [],
  },
  *check(piece) {
    if (piece.ask(procedure).name !== 'mapa') return;
    const { stance, certaine, at, offresInitiales, prevues } = piece.ask(negociation);
    if (stance !== 'prevue' || certaine || offresInitiales || !at) return;
    const isAnswer = (s: Sentence, sure: boolean) =>
      sure || (speaksOfFirstOffers(s) && !prevues.some(({ sentence }) => sentence === s));
    if (answering(piece, 'procedure/attribution-sur-offres-initiales', isAnswer)) return;
    const text = clauseText('negociation-attribution-offres-initiales');
    yield {
      at,
      message: 'absente',
      doubt: prevues[0]?.doubt,
      fixes: [insertBlockAfter(piece, at, text, 'Réserver l’attribution sur les offres initiales')],
    };
  },
});
