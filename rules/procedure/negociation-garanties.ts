import { clauseText } from '../clauses/clauses.ts';
import { negociation, procedure } from '../facts/procedure/index.ts';
import { insertBlockAfter } from '../kit/fix.ts';
import { defineRule } from '../kit/rule.ts';
import { ccp, guide } from '../kit/source.ts';
import { TOP } from '../kit/span.ts';

export default defineRule({
  id: 'procedure/negociation-garanties',
  title: 'Négociation ou dialogue sans garanties pour les candidats',
  level: 'warning',
  pieces: ['rc'],
  absence: true,
  why: `Une entreprise n'expose une idée neuve que si elle sait qu'elle ne sera pas livrée à ses concurrents et que tous sont traités de la même
façon. Ces garanties sont dues ; les écrire attire les offres et prévient le contentieux.`,
  sources: [guide('II.B', 14), ccp('L3'), ccp('L2132-1'), ccp('R2161-17')],
  messages: {
    deux: 'Des échanges avec les candidats sont prévus sans égalité ni confidentialité écrites.\nLe règlement ne dit ni l’égalité de traitement, ni la protection de la propriété intellectuelle et de la confidentialité de chaque solution. Écrire ces deux garanties.',
    egalite:
      'Des échanges avec les candidats sont prévus sans égalité de traitement écrite.\nLe règlement ne la dit pas. L’écrire : mêmes informations, au même moment, et même délai pour tous.',
    protection:
      'Des échanges avec les candidats sont prévus sans protéger chaque solution.\nLe règlement n’en protège ni la propriété intellectuelle, ni la confidentialité. Écrire que rien n’en est révélé aux autres sans l’accord de son auteur.',
  },
  silencedBy: [{ rule: 'procedure/negociation-appel-offres', where: 'piece' }],
  examples: {
    bad: [
      {
        text: '## Négociation\n\n⟦La ville négocie avec les trois premiers candidats, traités à égalité.⟧\n\nLes candidats gardent pour eux les plans que ce dossier décrit ; la ville leur en demande la confidentialité.',
        fixed: { gains: 'propriété intellectuelle' },
      },
      {
        text: '## 7. Négociation\n\n### 7.1 Déroulement\n\n⟦Les candidats sont entendus l’un après l’autre, au cours de deux séances.⟧ Chacun reçoit les mêmes renseignements.\n\n### 7.2 Objet\n\nLes séances portent sur le calendrier et les coûts.',
        fixed: { gains: 'propriété intellectuelle' },
      },
      {
        text: '## Préparation\n\nLa ville a rencontré cinq éditeurs lors d’un sourçage. La synthèse des réponses, expurgée de ce qui relève du secret des affaires, est accessible à tous les candidats.\n\n## Négociation\n\n⟦La ville négocie avec les trois premiers candidats, traités à égalité.⟧',
        fixed: { gains: 'propriété intellectuelle' },
      },
      // An answer that is not handed in, what the winner hands in: neither is owed to the others.
      {
        text: '## Négociation\n\n⟦La ville négociera avec les trois premiers.⟧ Si l’un des candidats ne transmet pas d’offre finale, son offre initiale est retenue. L’attributaire remet ses attestations dans le même délai.\n',
        fixed: { gains: 'propriété intellectuelle' },
      },
      {
        text: '## Suite\n\n⟦Les négociations pourront être engagées avec tous les candidats ayant remis une offre régulière, irrégulière ou inacceptable.⟧\n',
        fixed: { gains: 'propriété intellectuelle' },
      },
      // What the buyer hands out is no solution of theirs.
      {
        text: '⟦La ville négocie avec les trois premiers candidats, traités à égalité.⟧\n\nLes plans remis avec le dossier sont confidentiels : qui les reçoit ne les communique à personne et les détruit.\n',
        fixed: { gains: 'propriété intellectuelle' },
      },
      {
        text: '⟦La consultation prend la forme d’un dialogue compétitif.⟧ Les candidats sont traités à égalité. Il leur appartient d’imaginer leur solution, que l’acheteur précise avec eux au fil des échanges.\n',
        fixed: { gains: 'propriété intellectuelle' },
      },
      {
        text: '## Négociation\n\n⟦La ville peut engager une discussion avec les trois candidats les mieux classés, au cours d’un entretien d’une heure.⟧',
        head: { procedure: 'mapa' },
        fixed: { gains: 'heure.' },
      },
      {
        text: '## Second tour\n\n⟦Nous nous donnons la faculté de rediscuter les coûts et le planning avec les bureaux d’études.⟧ Les procédés de chaque candidat ne sont montrés à personne d’autre.\n',
        fixed: { gains: 'égalité' },
      },
      {
        text: '## Achat\n\n⟦La mairie pourra négocier avec les trois premiers.⟧\n\n## Livraison\n\nChacun reçoit les mêmes réponses sur le quai. Ce qu’un candidat propose n’est pas révélé aux autres.\n',
        fixed: { gains: 'traités à égalité' },
      },
      {
        text: '⟦L’acheteur peut négocier avec les trois candidats les mieux classés, traités à égalité.⟧ Les candidats s’engagent à ne pas divulguer les plans et les consignes que la ville leur confie.\n',
        fixed: { gains: 'propriété intellectuelle' },
      },
      {
        text: 'Pièce manquante : tous les candidats concernés la remettent dans un délai identique.\n\n## Négociation\n\n⟦L’acheteur négocie avec les trois premiers.⟧ Il ne révèle à aucun la solution d’un autre.\n',
        fixed: { gains: 'traités à égalité' },
      },
      {
        text: 'Nous inviterons à un entretien les trois candidats classés en tête. ⟦Nous y discuterons de tout : méthode, calendrier, essais, prix.⟧\n',
        fixed: { gains: 'traités à égalité' },
        skip: { 'broken-line': 'the second sentence begins the mark' },
      },
      {
        text: '⟦L’acheteur peut négocier avec les trois candidats les mieux classés.⟧\n',
        fixed: { gains: 'traités à égalité' },
      },
      {
        text: 'Procédure adaptée. ⟦Une négociation est engagée avec tous les candidats, dans le respect de l’égalité de traitement.⟧\n',
        fixed: { gains: 'propriété intellectuelle' },
        skip: { 'broken-line': 'the second sentence begins the mark' },
      },
      {
        text: '⟦La consultation prend la forme d’un dialogue compétitif.⟧ L’acheteur ne révèle à aucun participant la solution d’un autre.\n',
        fixed: { gains: 'traités à égalité' },
      },
      {
        text: '⟦L’acheteur peut négocier avec les trois candidats les mieux classés, traités à égalité.⟧ Aucun candidat n’est informé de la date avant les autres.\n',
        fixed: { gains: 'propriété intellectuelle' },
      },
      {
        text: '## Offres\n\n⟦Une phase de négociation pourra être mise en œuvre par écrit ou par audition.⟧\n',
        fixed: { gains: 'traités à égalité' },
      },
    ],
    good: [
      {
        text: '## Négociation\n\nNous négocions avec les trois concurrents les mieux classés. Les entretiens se tiennent dans une parfaite égalité ; rien de ce qui fait le procédé ou le prix d’un concurrent n’est révélé à un autre sans son accord.',
        head: { procedure: 'mapa' },
      },
      '# RC\n\n## Jugement\n\nÀ l’issue d’un premier classement, les trois soumissionnaires les mieux placés sont invités à un entretien où le prix est discuté.\n\nChacun reçoit les mêmes questions et dispose d’un délai identique. Rien de ce qu’un soumissionnaire expose n’est rapporté aux autres sans son accord.\n',

      'La ville négocie avec les trois premiers. Chacun reçoit les mêmes questions et le même temps ; ce qu’un candidat nous a montré ne sort pas de la pièce.\n',
      'La ville négocie avec les trois premiers, à égalité. Ce que propose un candidat n’est pas transmis sans son accord.\n',
      'Les candidats ayant remis une offre irrégulière ne sont pas admis à la négociation.\n',
      'Appel d’offres ouvert. En 2022, nous avions négocié avec trois entreprises.',
      'La régie négocie avec tous. Elle y tient la balance égale ; le procédé de l’un n’est connu d’aucun autre.\n',
      '| Qui | Quoi | Comment |\n|---|---|---|\n| La ville | négocie avec les trois premiers | à chacun le même temps ; à chacun son modèle et son prix, dont les autres ne sauront rien |\n',
      'La ville négocie avec les trois premiers : une seule règle pour tous, les mêmes dates ; l’invention et le prix de l’un restent siens et ne sont connus d’aucun autre.\n',
      'La ville discute avec tous ceux qui ont remis une offre.\n\n## 4. Règles\n\nPersonne n’en sait plus qu’un autre ni ne dispose de plus de temps. Rien de ce qu’une entreprise aura exposé n’est répété à une concurrente.\n',
      '## Négociation\n\nLa région peut négocier avec les trois premiers. Ils reçoivent les mêmes questions avec le même délai ; ce qu’une entreprise propose n’est jamais montré à une autre.\n',
      '## Achat\n\nLa mairie pourra négocier avec les trois premiers.\n\nChacun a les mêmes réponses et le même nombre de tours. Ce qu’un candidat propose n’est pas révélé aux autres.\n',
      'L’acheteur peut négocier avec les trois candidats les mieux classés, traités à égalité. Les candidats et l’acheteur s’engagent à ne rien divulguer des solutions de chacun.\n',
      'Nous recevrons les trois candidats classés en tête. Nous y discuterons de tout, prix compris, à égalité de temps ; nous ne révélons à aucun la solution d’un autre.\n',
      '## Visite\n\nLes candidats seront invités sur le site. Ils pourront y discuter du prix des pièces avec le gardien.\n',
      // One operator alone.
      'Le marché est passé sans publicité ni mise en concurrence avec la société Nox. Les conditions en sont négociées avec elle.\n',
      'Marché passé en procédure adaptée. Le précédent contrat avait été négocié en 2020 avec deux entreprises.\n',
      'La négociation est menée à armes égales, sans que les solutions ou les prix d’un concurrent soient dévoilés aux autres.\n',
      'Le dialogue se tient dans des conditions identiques pour tous. Ce qui est protégé par un droit de propriété intellectuelle n’est communiqué à aucun concurrent.\n',
      'L’acheteur peut négocier avec les trois premiers candidats, traités à égalité ; il ne révèle à aucun la solution d’un autre.\n',
      'La négociation se déroule dans le respect de l’égalité de traitement et de la confidentialité des offres. L’acheteur pourra négocier avec tous.\n',
      'L’acheteur négocie avec tous. Chaque soumissionnaire dispose du même temps ; ce que l’un confie n’est révélé aux autres qu’avec son accord écrit.\n',
      'Le dialogue se tient séparément avec chaque candidat. Aucun n’est informé des propositions d’un autre sans l’accord de ce dernier. Tous sont traités de la même façon.\n',
      '**11. Négociation.** Les trois offres sont négociées, à l’occasion d’une audition. Chaque entreprise dispose d’une heure et reçoit les mêmes questions. Ce que l’une propose (idées, code, prix) n’est pas répété aux autres.\n',
      'Il ne sera procédé à aucune négociation.\n',
      'Une offre irrégulière pourra être régularisée pendant la négociation.\n',
      'L’acheteur se réserve la possibilité de passer un marché négocié avec le titulaire pour des prestations similaires.\n',
      'Les prix négociés par la centrale d’achat sont fermes.\n',
    ],
    limits: [],
  },
  *check(piece) {
    const { stance, at: said, prevues, egalite, protection } = piece.ask(negociation);
    const { name, evidence } = piece.ask(procedure);
    // Nothing is negotiated there: what is foreseen all the same is another fault.
    if (name?.startsWith('appel-offres')) return;
    // One operator alone is spoken to: none to be equal with, unless several are promised to be.
    if (name === 'negociee-sans-publicite' && !egalite) return;
    const exchanges = stance === 'prevue' || name === 'dialogue-competitif' || name === 'procedure-avec-negociation';
    if (!exchanges || (egalite && protection)) return;
    const named = evidence.find((e) => e.name === name)?.sentence.at();
    const at = (stance === 'prevue' ? said : named) ?? piece.draft.title?.span ?? TOP;
    yield {
      at,
      doubt: stance === 'prevue' ? prevues[0]?.doubt : undefined,
      message: egalite ? 'protection' : protection ? 'egalite' : 'deux',
      fixes: [insertBlockAfter(piece, at, clauseText('negociation-garanties'), 'Ajouter les garanties des candidats')],
    };
  },
});
