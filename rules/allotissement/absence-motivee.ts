import { lots } from '../facts/allotissement/index.ts';
import { field, insertAfter } from '../kit/fix.ts';
import { defineRule } from '../kit/rule.ts';
import { ccp, guide } from '../kit/source.ts';

const REASON = ` Ce choix est motivé comme suit : ${field("motif de droit — l'objet ne permet pas d'identifier des prestations distinctes ; la dévolution en lots séparés risque de restreindre la concurrence ; elle rend l'exécution techniquement difficile ou financièrement plus coûteuse")}. En effet, ${field('circonstances propres au marché')}.`;

export default defineRule({
  id: 'allotissement/absence-motivee',
  title: 'Absence d’allotissement sans motif',
  level: 'warning',
  pieces: ['rc'],
  why: `Le marché est passé en lots séparés, sauf motif que l'acheteur énonce en droit et en fait. En procédure formalisée, le motif figure dans les documents de la consultation ou dans le rapport de présentation ; en procédure adaptée, dans les documents qu'il conserve. L'écrire dans le règlement évite le référé d'un candidat qui n'aurait pu répondre qu'à une partie.`,
  sources: [guide('I.C', 10), ccp('L2113-10'), ccp('L2113-11'), ccp('R2113-2'), ccp('R2113-3')],
  messages: {
    missing:
      'Le marché n’est pas alloti et aucun motif n’est donné.\nL’acheteur énonce les considérations de droit et de fait de ce choix. Écrire le motif, ou dire que le rapport de présentation le contient.',
  },
  examples: {
    bad: [
      {
        text: '## Étendue\n\n⟦Il n’est formé qu’un lot, qui va des premières recherches à la dernière livraison.⟧',
        fixed: { gains: 'Ce choix est motivé' },
      },
      {
        text: '## Allotissement\n\nL’on se gardera de voir un fractionnement dans le rythme des marchés subséquents.\n\n⟦La région n’a pas entendu fractionner sa commande, et les trois titulaires répondent chacun de tout.⟧',
        fixed: { gains: 'Ce choix est motivé comme suit' },
      },
      {
        text: '⟦La consultation porte sur un seul lot : le titulaire aura en charge le logiciel, la formation et la maintenance.⟧',
        fixed: { gains: 'maintenance. Ce choix est motivé' },
      },
      {
        text: '⟦La pose et l’entretien reviennent à la même entreprise, la ville n’ayant pas prévu d’attributions séparées.⟧ Les bancs sont livrés par lots de dix.',
        fixed: { gains: 'Ce choix est motivé' },
      },
      {
        text: '⟦Les relevés et leur analyse seront achetés ensemble, au même prestataire, dans un marché indivis.⟧ Les œuvres arrivent par lots de cinq.',
        fixed: { gains: 'Ce choix est motivé' },
      },
      {
        text: '## Découpage\n\n⟦Nous ne divisons pas cette commande : un fournisseur unique livre les serres et les entretient.⟧',
        fixed: { gains: 'entretient. Ce choix est motivé comme suit : [à compléter : motif ' },
      },
      {
        text: '## Objet\n\n⟦La consultation ne fait pas l’objet d’une décomposition en lots.⟧\n\n## Groupement\n\nLe mandataire est solidaire, car la chaîne est unique et le fonds attend un seul interlocuteur.',
        fixed: { gains: 'lots. Ce choix est motivé comme suit : [à compléter : motif ' },
      },
      {
        text: '⟦Nous confions l’ensemble des prestations à un opérateur unique, sans les répartir en lots.⟧',
        fixed: { gains: 'lots. Ce choix est motivé comme suit : [à compléter : motif ' },
      },
      // The statement in other words is no reason, nor that one firm does it all.
      {
        text: '⟦Toutes ces prestations vont à un seul et même titulaire : nous ne les séparons pas en plusieurs contrats.⟧',
        fixed: { gains: 'Ce choix est motivé' },
      },
      {
        text: '⟦Par décision du directeur, le contrat est d’un seul tenant : un même titulaire assure la location et le lavage.⟧',
        fixed: { gains: 'Ce choix est motivé' },
      },
      {
        text: 'ARTICLE 2 - ALLOTISSEMENT\n⟦NEANT.⟧\nARTICLE 3 - VISITE\nLES LIEUX SONT LIBREMENT ACCESSIBLES.',
        fixed: { gains: 'Ce choix est motivé' },
        skip: {
          list: 'an item goes on with its title',
          'ordered-list': 'an item goes on with its title',
          'nested-list': 'an item goes on with its title',
        },
      },
      // What follows of one lot is no reason for it.
      {
        text: '⟦Le marché n’est pas alloti.⟧ Un même titulaire assure la conception, l’animation et l’accompagnement.',
        fixed: { gains: 'Ce choix est motivé' },
      },

      {
        text: '⟦Lots : un seul.⟧',
        fixed: { gains: 'Ce choix est motivé' },
      },
      {
        text: '⟦La consultation n’est pas allotie.⟧',
        fixed: { gains: 'Ce choix est motivé comme suit : [à compléter : motif de droit' },
      },
      {
        text: 'Le contrat est long. ⟦Le marché fait l’objet d’un lot unique.⟧',
        fixed: { gains: 'En effet, [à compléter : circonstances propres au marché].' },
      },
      {
        text: '⟦Il n’est pas prévu de décomposition en lots.⟧ Un seul marché sera passé pour la réalisation des prestations.',
        fixed: { gains: 'lots. Ce choix' },
      },
      {
        text: '⟦Le pouvoir adjudicateur a décidé de ne pas allotir ce marché pour les raisons suivantes : marché unique de prestations⟧',
        fixed: { gains: 'Ce choix est motivé' },
      },
      {
        text: '⟦Les prestations du marché ne sont pas décomposées en lot ni en tranches.⟧',
        fixed: { gains: 'Ce choix est motivé' },
      },
      {
        text: '⟦Le besoin est satisfait par un marché passé sous la forme d’un marché global.⟧',
        fixed: { gains: 'Ce choix est motivé' },
      },
      { text: '## Allotissement\n\n⟦Sans objet.⟧', fixed: { gains: 'Ce choix est motivé' } },
      {
        text: '| Rubrique | Indication |\n|---|---|\n| Allotissement | ⟦Non⟧ |',
        fixed: { gains: 'Non. Ce choix est motivé' },
      },
      {
        text: '⟦Le marché n’est pas divisé en lots.⟧ Sa durée est de dix-huit mois à compter de la notification.',
        fixed: { gains: 'Ce choix est motivé' },
      },
    ],
    good: [
      'On ne peut pas y isoler de prestations séparées. Le marché ne comporte donc pas de lots.',
      'Le marché est d’un seul tenant : la location et le lavage doivent revenir au même titulaire.',
      'Le marché n’est pas alloti. Il faut un interlocuteur unique pour les deux sites.',
      '## Allotissement\n\nSans objet : la prestation est indivisible.',
      '**Allotissement :** le marché n’est pas alloti. La conception et l’animation doivent être confiées à un même titulaire, qui coordonne les deux.',

      '| Point | Choix | Raison |\n|---|---|---|\n| Division en lots | non | une enquête ne se découpe pas |',
      'Il n’y a qu’un lot, le noyau et l’application étant techniquement indissociables.',
      'Le présent accord-cadre n’est pas alloti car les prestations sont indissociables.',
      'Le présent marché public ne fait l’objet d’aucun allotissement : la dévolution en lots séparés risque de rendre financièrement plus coûteuse l’exécution des prestations.',
      'Le marché n’est pas alloti en raison de l’indivisibilité et de l’interdépendance des prestations à réaliser.',
      'La consultation ne fait pas l’objet d’une décomposition en lots. Les raisons du non-allotissement sont les suivantes : les prestations sont étroitement liées.',
      'Les prestations relèvent d’une famille homogène de fournitures. De ce fait, le marché n’est pas alloti.',
      'Le présent marché n’est pas alloti étant donné la nature des prestations.',
      'Le présent marché n’est pas alloti car il ne concerne qu’un seul type de prestation.',
      'Le marché n’est pas alloti ; les motifs de ce choix figurent au rapport de présentation.',
      'La consultation n’est pas divisée en lots, chaque équipe étudiant la même question : aucune prestation distincte ne peut être identifiée.',
      'Le marché est divisé en deux lots. Le lot 2 n’est pas négocié.',
      'Il n’est pas prévu de décomposition en lots. Il est prévu une décomposition en lots.',
      {
        text: 'Le marché n’est pas alloti.',
        files: {
          'ccap.md':
            '# CCAP\n\nLe marché n’est pas alloti car l’objet ne permet pas l’identification de prestations distinctes.',
        },
      },
      'Le marché global de performance est alloti en deux lots.',
      'Le nombre de lots attribués à un candidat n’est pas limité.',
    ],
    limits: ['Le marché, non alloti car il en a été décidé ainsi, dure deux ans.'],
  },
  *check(piece) {
    if (piece.consultation.pieces.some((p) => p.ask(lots).notAllotted.some((n) => n.reason))) return;
    const [first] = piece.ask(lots).notAllotted;
    if (!first || piece.ask(lots).announced.length > 0 || piece.ask(lots).list) return;
    const stop = /[.!?]$/.test(piece.draft.slice(first.at)) ? '' : '.';
    yield {
      at: first.at,
      message: 'missing',
      doubt: first.doubt,
      fixes: [insertAfter(piece, first.at, stop + REASON, 'Ajouter le motif')],
    };
  },
});
