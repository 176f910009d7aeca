import { negociation, procedureDe } from '../facts/procedure/index.ts';
import { defineRule } from '../kit/rule.ts';
import { ccp, guide } from '../kit/source.ts';

export default defineRule({
  id: 'procedure/negociation-offre-finale',
  title: 'Offre finale négociée dans un dialogue compétitif',
  level: 'error',
  pieces: ['rc', 'programme-fonctionnel'],
  why: `Le dialogue se clôt avant la remise des offres finales : ensuite, l'acheteur peut demander des précisions ou faire confirmer les
engagements, non négocier l'offre. Une offre finale négociée fausse le classement.`,
  sources: [guide('II.B.3', 16), ccp('R2161-29'), ccp('R2161-30')],
  messages: {
    negociee:
      'L’offre finale serait négociée, alors que le dialogue est clos quand elle est remise.\nS’en tenir aux précisions, clarifications et perfectionnements qui ne modifient pas ses éléments essentiels.',
  },
  examples: {
    bad: [
      {
        text: '## Étapes\n\n1. Dépôt des offres finales\n2. ⟦Négociation du prix avec l’équipe la mieux notée⟧\n3. Signature\n',
        head: { procedure: 'dialogue-competitif' },
      },
      {
        text: '## Après la remise des offres finales\n\n⟦L’acheteur rappelle les deux premiers et leur demande de baisser leur prix.⟧\n',
        head: { procedure: 'dialogue-competitif' },
      },
      {
        text: '| Étape | Date |\n|---|---|\n| Offres finales | mai |\n| ⟦Offres finales révisées⟧ | juin |\n',
        head: { procedure: 'dialogue-competitif' },
      },
      {
        text: '⟦Une fois le classement établi, l’élu reçoit l’équipe arrivée en tête afin d’obtenir d’elle un dernier geste sur le forfait.⟧',
        head: { procedure: 'dialogue-competitif' },
      },
      {
        text: '| Étape | Règle |\n|---|---|\n| Mise au point | ⟦le forfait et les délais y sont débattus⟧ |\n',
        head: { procedure: 'dialogue-competitif' },
      },
      {
        text: 'La consultation est un dialogue compétitif. ⟦Les offres finales feront l’objet d’une négociation.⟧\n',
        skip: { 'broken-line': 'the second sentence begins the mark' },
      },
      {
        text: '⟦L’acheteur négocie ensuite les offres finales avec les deux candidats les mieux classés.⟧\n',
        head: { procedure: 'dialogue-competitif' },
      },
      {
        text: '⟦Il arrête avec le mieux classé, en deux séances de négociation, le prix porté dans son offre finale.⟧\n',
        head: { procedure: 'dialogue-competitif' },
      },
      { text: '⟦L’offre finale pourra être renégociée.⟧\n', head: { procedure: 'dialogue-competitif' } },
    ],
    good: [
      {
        text: '## Étapes\n\n1. Négociation du prix avec chaque équipe\n2. Dépôt des offres finales\n3. Signature\n',
        head: { procedure: 'dialogue-competitif' },
      },
      {
        text: 'L’offre finale reprend les rabais que l’équipe a négociés avec ses fournisseurs.\n',
        head: { procedure: 'dialogue-competitif' },
      },
      {
        text: 'Nous nous interdisons de négocier une offre finale ou d’en accepter une version améliorée.\n',
        head: { procedure: 'dialogue-competitif' },
      },
      {
        text: '## Après l’offre finale\n\nLe premier confirme ses engagements, sans changer ni le prix ni les délais.\n',
        head: { procedure: 'dialogue-competitif' },
      },
      {
        text: '| Étape | Règle |\n|---|---|\n| Mise au point | confirmation des engagements, sans toucher au prix |\n',
        head: { procedure: 'dialogue-competitif' },
      },
      { text: 'L’offre finale n’est pas négociée.\n', head: { procedure: 'dialogue-competitif' } },
      {
        text: 'Des précisions et des clarifications peuvent être demandées sur l’offre finale.\n',
        head: { procedure: 'dialogue-competitif' },
      },
      {
        text: 'À l’issue du dialogue, l’acheteur invite les participants à remettre leur offre finale.\n',
        head: { procedure: 'dialogue-competitif' },
      },
      {
        text: 'L’acheteur négocie avec chacun avant de l’inviter à remettre son offre finale.\n',
        head: { procedure: 'dialogue-competitif' },
      },
      { text: 'Les offres finales feront l’objet d’une négociation.\n', head: { procedure: 'mapa' } },
    ],
    limits: [],
  },
  *check(piece) {
    const { offreFinale } = piece.ask(negociation);
    if (offreFinale && procedureDe(piece) === 'dialogue-competitif') yield { ...offreFinale, message: 'negociee' };
  },
});
