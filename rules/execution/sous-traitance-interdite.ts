import { clauseText } from '../clauses/clauses.ts';
import { isPublicContract, sousTraitanceInterdite } from '../facts/execution/index.ts';
import { replace } from '../kit/fix.ts';
import { defineRule } from '../kit/rule.ts';
import { ccp } from '../kit/source.ts';

const gains = 'Les tâches essentielles suivantes sont exécutées par le titulaire';

export default defineRule({
  id: 'execution/sous-traitance-interdite',
  title: 'Sous-traitance interdite en totalité',
  level: 'error',
  pieces: ['ccap', 'rc'],
  why: `Le titulaire a le droit de sous-traiter une partie du marché. L'acheteur peut seulement réserver certaines tâches essentielles, qu'il désigne ;
une interdiction générale est contraire au code et ferme le marché aux entreprises qui ont besoin d'un partenaire.`,
  sources: [ccp('L2193-3'), ccp('L2193-4')],
  messages: {
    interdite:
      'Toute sous-traitance est interdite ici.\nLe code ne le permet pas (article L2193-3). Admettre la sous-traitance et, s’il y a lieu, désigner une à une les tâches essentielles que le titulaire exécute lui-même.',
  },
  examples: {
    bad: [
      {
        text: '⟦Le service est fait en totalité par les salariés du titulaire ; aucune part n’en est confiée à un tiers.⟧',
        fixed: { gains },
      },
      { text: '⟦Tout pli accompagné d’un DC4 sera écarté.⟧', fixed: { gains } },
      {
        text: 'Le titulaire fabrique et pose lui-même. ⟦Aucune part du marché, même petite, n’est confiée à une autre entreprise.⟧',
        fixed: { gains: 'même. Le titulaire peut sous-traiter l’exécution d’une parti' },
      },
      {
        text: 'Le titulaire peut sous-traiter après agrément. ⟦Pour le lot 3, le titulaire réalise la totalité des travaux avec son propre personnel, sans recours à aucune autre entreprise.⟧',
        fixed: { gains },
      },
      { text: '⟦La sous-traitance est interdite.⟧', fixed: { gains } },
      {
        text: "⟦Le recours à des *sous-traitants*, quels que soient la tâche et le montant, n'est **pas** admis.⟧",
        fixed: { gains },
      },
      {
        text: '⟦Compte tenu de la sensibilité des informations, il est fait **interdiction** au titulaire de *sous-traiter* quelque prestation que ce soit.⟧',
        fixed: { gains },
      },
      { text: '⟦Aucune sous-traitance ne sera acceptée.⟧', fixed: { gains } },
      { text: '⟦Le titulaire ne peut en aucun cas recourir à la sous-traitance.⟧', fixed: { gains } },
      {
        text: "Le titulaire exécute lui-même l'ensemble des prestations. ⟦Il n'est pas autorisé à sous-traiter.⟧",
        fixed: { gains },
      },
      { text: '⟦Le titulaire exécute seul le marché, sans possibilité de sous-traitance.⟧', fixed: { gains } },
      { text: '⟦La sous-traitance, même partielle, est proscrite.⟧', fixed: { gains } },
      { text: '8 SOUS-TRAITANCE. ⟦Interdite.⟧', fixed: { gains } },
      { text: '| Point | Règle |\n|---|---|\n| Sous-traitance | ⟦interdite⟧ |', fixed: { gains } },
      {
        text: "⟦Celui-ci s'engage à exécuter par ses propres moyens la totalité des prestations et ne peut, à quelque titre et pour quelque part que ce soit, en confier l'exécution à un autre opérateur.⟧",
        fixed: { gains },
      },
      { text: '⟦Le titulaire ne fait réaliser aucune prestation par une autre entreprise.⟧', fixed: { gains } },
      {
        text: "⟦Le titulaire exécute lui-même l'ensemble des prestations, sans le concours d'un tiers.⟧",
        fixed: { gains },
      },
      { text: '⟦Le titulaire ne confie rien à un tiers.⟧', fixed: { gains } },
      {
        text: '⟦Le prestataire fait tout par lui-même, sans pouvoir remettre une partie des travaux, si petite soit-elle, à une autre société.⟧',
        fixed: { gains },
      },
      {
        text: '⟦Le marché est exécuté par le titulaire, sans que celui-ci puisse en confier la moindre part à un tiers.⟧',
        fixed: { gains },
      },
      {
        text: '⟦L’intégralité des prestations reste entre les mains du titulaire, sans qu’aucun confrère n’intervienne.⟧',
        fixed: { gains: 'Les tâches essentielles suivantes sont exécutées par le titulaire' },
      },
      {
        text: '⟦Le titulaire exécute par ses propres salariés la totalité du marché. Il n’en remet aucune part, si réduite soit-elle, à une entreprise extérieure.⟧',
        fixed: { gains: 'Les tâches essentielles suivantes sont exécutées par le titulaire' },
      },
      { text: '⟦Le titulaire ne peut sous-traiter la moindre part du marché.⟧', fixed: { gains } },
      {
        text: '⟦Le recours à la sous-traitance est refusé.⟧ La lettre que son destinataire a refusée est réputée reçue.',
        fixed: { gains },
      },
      {
        text: '⟦Pour le lot 1, la sous-traitance est interdite.⟧ ⟦Pour le lot 2, aucune sous-traitance n’est admise.⟧',
        fixed: { gains: 'Les tâches essentielles suivantes sont exécutées par le titulaire' },
      },
    ],
    good: [
      'Ce cabinet ne répond pas à la consultation. Seul, en groupement ou comme sous-traitant : tout dossier où il figure est rejeté.\n',
      'Les marchés de contrôle ont été signés en 2024 et n’entrent pas dans la présente consultation ; leurs titulaires ne peuvent être ni candidats ni sous-traitants au titre des lots de travaux.',
      'Le sous-traitant proposé n’est pas autorisé à exécuter une prestation avant acceptation et agrément de ses conditions de paiement.',
      'Même s’il a sous-traité, l’exploitant assume seul, devant la régie comme devant tous tiers, l’entière responsabilité du service.',
      // The buyer has the rest done at the contractor's expense.
      'Le département se réserve la possibilité de faire achever par un tiers les travaux aux frais et risques du titulaire.',
      'Le titulaire ne peut se décharger de la totalité du marché ; rien ne lui interdit d’en sous-traiter une part.\n',
      'Il est interdit d’employer un sous-traitant que la ville n’a pas encore accepté.\n',
      'La sous-traitance de toute la prestation est exclue.\n',
      '## Sous-traitance\n\nLe titulaire peut, sous sa responsabilité, sous-traiter une partie des prestations. Elle ne peut en aucun cas porter sur la totalité du marché.',
      '## Sous-traitance\n\nLe titulaire ne peut sous-traiter une partie des prestations qu’à condition d’avoir obtenu l’acceptation de chaque sous-traitant.',
      '## Sous-traitance\n\nLe titulaire produit les documents établissant qu’aucune cession de créance ne fait obstacle au paiement direct du sous-traitant.',
      'Aucune partie du marché ne peut être confiée à un tiers sans l’accord préalable de la ville.',
      'Le code ne permet pas d’interdire la sous-traitance. La pose, tâche essentielle, est réservée au titulaire.',
      'Une offre accompagnée d’un DC4 incomplet sera rejetée.',
      '| Sujet | Oui | Non |\n|---|---|---|\n| Avance | [x] | [ ] |\n| Interdiction de sous-traiter | [ ] | [x] |',
      '| Question | Réponse du candidat |\n|---|---|\n| Recours à des sous-traitants | ☐ oui ☐ non : aucune prestation sous-traitée |\n',
      'Pour le lot 2, la sous-traitance est interdite. Le titulaire du lot 2 peut toutefois sous-traiter le transport.',
      'La vente des meubles ne se sous-traite pas au sens du code. Le transport et le montage peuvent l’être.',
      'Parce qu’il a travaillé en amont, Thermovia n’est admis ni comme candidat, ni comme cotraitant, ni comme sous-traitant.',
      '## Assurance\n\nElle garantit :\n\n- les dommages corporels et matériels causés à l’acheteur ou à des tiers, y compris par ses préposés, sous-traitants ou toute personne dont il répond.\n',
      'Le cabinet Verdier n’est pas admis à remettre une offre, seul ou en groupement, ni à intervenir comme sous-traitant.',
      'La société Alto ne pourra se présenter, ni en groupement, ni en qualité de sous-traitant.',
      // One part is kept, or what is denied is that the holder be freed.
      'La sous-traitance intégrale est exclue. De plus, le titulaire n’a pas le droit de sous-traiter la partie vente des licences.',
      'Rappel : la sous-traitance est interdite pour les fournitures.',
      'Le recours à un sous-traitant ne libère nullement l’entrepreneur de ses engagements.',
      'L’autorisation de sous-traiter une part ne dégage pas l’attributaire de sa responsabilité.',
      // The sub-contractor as a party, and a part that is told by what is not sub-contracted.
      'Le sous-traitant envoie sa facture avec l’avis de la poste selon lequel la lettre a été refusée.',
      'Le sous-traitant dont la demande de paiement est refusée en avertit la commune.',
      'L’avance se calcule sur la part du marché qui n’est pas confiée à un sous-traitant.',
      'Une même entreprise ne peut répondre seule et être sous-traitante au sein d’un autre groupement.',
      // One sub-contractor, one request or one person is refused, not sub-contracting.
      'Le contrat de sous-traitance est joint à la demande, à peine de refus du sous-traitant proposé.',
      'À réception de la facture du sous-traitant, le titulaire a deux semaines pour l’accepter ou opposer un refus motivé au sous-traitant.',
      'Le sous-traitant déclare ne relever d’aucune interdiction de soumissionner.',
      'Le titulaire remplace le sous-traitant qui se trouve exclu de la procédure.',
      'La sous-traitance de la totalité du marché est interdite.',
      "Le titulaire ne peut sous-traiter qu'après acceptation du sous-traitant par l'acheteur.",
      'Le titulaire peut sous-traiter une partie du marché. La conception, tâche essentielle, ne peut être sous-traitée.',
      'La sous-traitance de second rang est interdite.',
      '9 CESSION DU MARCHE. Interdite. La sous-traitance est admise.',
      'Sous-traitance de second rang. Interdite.',
      'La sous-traitance occulte est interdite ; tout sous-traitant est déclaré.',
      "Toute sous-traitance sans l'accord préalable de l'acheteur est interdite.",
      '## Données personnelles\n\nLe sous-traitant ne peut recruter de sous-traitant ultérieur : la sous-traitance est interdite.',
      "L'acheteur n'entend pas limiter la sous-traitance, qui n'est pas interdite.",
      'La sous-traitance est admise dans les conditions des articles L. 2193-1 et suivants.',
      "L'équipe peut sous-traiter, après agrément. Elle ne peut toutefois confier à un tiers l'analyse des mesures, tâche essentielle du contrat.",
      'Il est interdit au titulaire de sous-traiter la gestion des clés de chiffrement.',
      "Le titulaire ne peut, pour quelque part que ce soit, confier les prestations à un tiers sans l'accord de l'acheteur.",
      "Le titulaire ne peut confier à un tiers aucune partie de l'analyse des mesures.",
      'Le titulaire ne peut céder le marché, en tout ou partie, à une autre entreprise.',
      "L'acheteur s'engage à ne confier aucune prestation à un autre opérateur.",
      'Le titulaire ne confie aucun document à un tiers.',
      'Le titulaire exécute les prestations, sans pouvoir confier les clés à un tiers.',
      "Le titulaire exécute lui-même l'audit, sans pouvoir en confier une partie à un tiers non agréé.",
      "L'acheteur passe ses commandes au titulaire, sans pouvoir en confier une part à une autre entreprise.",
      'Le cabinet Arc n’est pas autorisé à soumissionner, seul, en groupement ou comme sous-traitant.',
      'L’ensemble des échanges entre le titulaire et toute entité agissant pour son compte est en langue française.',
    ],
    limits: ["Le titulaire n'emploie que ses salariés."],
  },
  *check(piece) {
    if (!isPublicContract(piece)) return;
    for (const { at, doubt } of piece.ask(sousTraitanceInterdite))
      yield {
        at,
        message: 'interdite',
        doubt,
        fixes: [
          replace(
            piece,
            at,
            clauseText('execution-sous-traitance'),
            'Admettre la sous-traitance et réserver les tâches essentielles',
          ),
        ],
      };
  },
});
