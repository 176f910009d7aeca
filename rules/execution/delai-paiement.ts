import {
  areOneTime,
  type DelaiPaiement,
  delaisPaiement,
  isPublicContract,
  mostDays,
} from '../facts/execution/index.ts';
import { replace } from '../kit/fix.ts';
import type { Piece } from '../kit/piece.ts';
import { defineRule, type Fix } from '../kit/rule.ts';
import { ccp } from '../kit/source.ts';

const IN_WORDS: Readonly<Record<number, string>> = { 50: 'cinquante', 60: 'soixante' };

const replaceEach = (piece: Piece, times: readonly DelaiPaiement[], words: string, title: string): Fix => {
  const [first, ...others] = times.map(({ at }) => replace(piece, at, words, title)) as [Fix, ...Fix[]];
  return { ...first, edits: [first, ...others].flatMap(({ edits }) => edits) };
};

export default defineRule({
  id: 'execution/delai-paiement',
  title: 'Délai de paiement trop long',
  level: 'error',
  pieces: ['ccap', 'ae'],
  why: `Un pouvoir adjudicateur paie dans les trente jours de la demande de paiement (cinquante pour un établissement public de santé). Une clause plus
longue est sans effet : les intérêts moratoires courent dès le terme légal.`,
  sources: [ccp('R2192-10'), ccp('R2192-11')],
  messages: {
    long: 'Le délai de paiement écrit ici ({jours} jours{fin}) dépasse {max} jours.\nC’est le délai que la loi fixe à l’acheteur : la clause est contraire au code et des intérêts moratoires seront dus. Écrire « {max} jours à compter de la réception de la demande de paiement ».',
  },
  examples: {
    bad: [
      // A table off the margin under a numbered title, which is no item.
      {
        text: '4. Prix\n\nLes prix sont fermes.\n\n5. Règlement\n\n   Rubrique                          Stipulation\n\n   Dépôt des factures                Portail Chorus Pro\n   Avance                            10 % du montant annuel\n   Délai de paiement                 ⟦45 jours⟧ à réception de la facture\n   Retenue de garantie               Néant\n\n6. Fin du contrat\n\nLe marché prend fin à son terme.',
        fixed: { gains: 'trente jours' },
        head: { acheteur: 'caisse' },
      },
      // The hospital is where the work is done.
      {
        text: 'Commune de Brecey. Les lectures se tiennent à l’hôpital, le jeudi.\n\nLe règlement intervient dans les ⟦quarante-cinq jours⟧ de l’arrivée de la facture.',
        fixed: { gains: 'trente jours' },
      },
      {
        text: '| Rubrique | Lot 1 | Lot 2 |\n|---|---|---|\n| Délai de paiement | ⟦45 jours⟧ | 45 jours |',
        fixed: { gains: 'trente jours' },
      },
      {
        text: '# Agence régionale de santé\n\n# CCAP\n\nChaque centre hospitalier a son logiciel.\n\nLes sommes dues sont virées dans les ⟦quarante-cinq jours⟧ qui suivent l’arrivée de la facture.',
        fixed:
          '# Agence régionale de santé\n\n# CCAP\n\nChaque centre hospitalier a son logiciel.\n\nLes sommes dues sont virées dans les trente jours qui suivent l’arrivée de la facture.',
      },
      {
        text: 'Nous réglons nos fournisseurs sous ⟦45 jours⟧.',
        fixed: 'Nous réglons nos fournisseurs sous trente jours.',
      },
      {
        text: '## Modalités de paiement\n\n- Facturation : mensuelle\n- Délai : ⟦60 jours⟧ à réception\n',
        fixed: '## Modalités de paiement\n\n- Facturation : mensuelle\n- Délai : trente jours à réception\n',
      },
      {
        text: 'Les factures sont honorées à 30 jours, sauf celles de juillet, qui le sont à ⟦45 jours⟧.',
        fixed: 'Les factures sont honorées à 30 jours, sauf celles de juillet, qui le sont à trente jours.',
      },
      {
        text: 'La commune règle ses fournisseurs à ⟦60 jours⟧.',
        fixed: 'La commune règle ses fournisseurs à trente jours.',
      },
      {
        text: 'Les factures sont payées à 30 jours pour les études et ⟦45⟧ pour les travaux.',
        fixed: 'Les factures sont payées à 30 jours pour les études et trente jours pour les travaux.',
      },
      {
        text: 'Le virement est émis le ⟦quarantième jour⟧ qui suit le dépôt de la facture.',
        fixed: 'Le virement est émis le trentième jour qui suit le dépôt de la facture.',
      },
      {
        text: 'L’acheteur se libérera des sommes dues au titre de l’exécution des prestations dans un délai de ⟦45 jours⟧ à compter de la réception de la demande de paiement.',
        fixed: { gains: 'ai de trente' },
      },
      {
        text: 'Le titulaire adresse sa facture à l’acheteur, qui la paie dans un délai de ⟦soixante jours⟧.',
        fixed: { gains: 'dans un délai de trente jours' },
      },
      {
        text: 'Les factures sont réglées à ⟦quarante-cinq jours fin de mois⟧.',
        fixed: 'Les factures sont réglées à trente jours.',
      },
      {
        text: 'Le délai global de paiement est de ⟦60 jours⟧ à compter de la réception de la facture.',
        fixed: 'Le délai global de paiement est de trente jours à compter de la réception de la facture.',
      },
      {
        text: '# CHU de Montfleury\n\nLes factures, déposées sur Chorus Pro, sont mandatées puis payées à ⟦soixante jours⟧, date de réception.',
        fixed:
          '# CHU de Montfleury\n\nLes factures, déposées sur Chorus Pro, sont mandatées puis payées à cinquante jours, date de réception.',
      },
      {
        text: 'Le paiement intervient, après service fait, dans un délai maximum de ⟦deux mois⟧.',
        fixed: 'Le paiement intervient, après service fait, dans un délai maximum de trente jours.',
      },
      {
        text: '| Rubrique | Stipulation |\n|---|---|\n| Délai de paiement | ⟦45 jours⟧ |',
        fixed: '| Rubrique | Stipulation |\n|---|---|\n| Délai de paiement | trente jours |',
      },
      {
        text: "Les factures sont déposées sur Chorus Pro. La caisse dispose de ⟦quarante-cinq (45) jours⟧ pour s'en acquitter, à compter de leur réception.",
        fixed:
          "Les factures sont déposées sur Chorus Pro. La caisse dispose de trente jours pour s'en acquitter, à compter de leur réception.",
      },
      {
        text: 'Les sommes dues sont payées par virement, ⟦trente jours fin de mois⟧.',
        fixed: 'Les sommes dues sont payées par virement, trente jours.',
      },
      {
        text: 'Les factures dont le montant dépasse 5 000 € sont payées sous ⟦60 jours⟧.',
        fixed: 'Les factures dont le montant dépasse 5 000 € sont payées sous trente jours.',
      },
      {
        text: 'Le délai de paiement ne peut excéder ⟦60 jours⟧.',
        fixed: 'Le délai de paiement ne peut excéder trente jours.',
      },
      {
        text: 'Si la facture est complète, elle est réglée dans la limite de ⟦45 jours⟧ à compter de sa réception.',
        fixed: 'Si la facture est complète, elle est réglée dans la limite de trente jours à compter de sa réception.',
      },
      {
        text: 'Les factures sont réglées dans les ⟦45 jours⟧ de leur réception, tout retard ouvrant droit à des intérêts moratoires.',
        fixed:
          'Les factures sont réglées dans les trente jours de leur réception, tout retard ouvrant droit à des intérêts moratoires.',
      },
      {
        text: 'Le règlement des factures est fait dans un délai limité à ⟦60 jours⟧.',
        fixed: 'Le règlement des factures est fait dans un délai limité à trente jours.',
      },
      {
        text: 'La facture est réglée au plus tard le ⟦soixantième jour⟧ suivant son dépôt.',
        fixed: 'La facture est réglée au plus tard le trentième jour suivant son dépôt.',
      },
      {
        text: 'Les sommes dues sont payées dans les trente jours. Pour les livrables de conception, dont l’examen est long, ce délai est porté à ⟦quarante-cinq jours⟧.',
        fixed:
          'Les sommes dues sont payées dans les trente jours. Pour les livrables de conception, dont l’examen est long, ce délai est porté à trente jours.',
      },
      {
        text: 'La facture est réglée sous 30 jours. Il est toutefois de ⟦60 jours⟧ pour le solde.',
        fixed: 'La facture est réglée sous 30 jours. Il est toutefois de trente jours pour le solde.',
      },
      {
        text: 'Les factures sont payées dans les trente jours, délai porté à ⟦soixante jours⟧ pour le solde.',
        fixed: 'Les factures sont payées dans les trente jours, délai porté à trente jours pour le solde.',
      },
      {
        text: 'Les sommes dues sont payées sous 30 jours ; ce délai passe à ⟦60 jours⟧ pour le solde.',
        fixed: 'Les sommes dues sont payées sous 30 jours ; ce délai passe à trente jours pour le solde.',
      },
    ],
    good: [
      'Centre hospitalier de Brecey. Les lectures se tiennent au pavillon Nord.\n\nLe règlement intervient dans les cinquante jours de l’arrivée de la facture.',
      'Le solde du compte prorata se règle entre entreprises sous 60 jours.\n',
      'Règlement amiable : réunion des parties, puis conciliation, dans les deux mois du différend.\n',
      'Le titulaire règle ses fournisseurs à 60 jours.',
      'Le fournisseur justifie sous soixante jours la quantité d’une livraison payée par acompte.',
      'Les factures sont payées à 30 jours pour les études et 20 pour les travaux, avec une remise de 50 pour cent.',
      'Le soussigné s’engage aux prix ci-dessous, offre valable 120 jours à compter de la date limite ; le règlement suit la facture à 30 jours.',
      'Le représentant du personnel est élu pour un mandat de quatre ans.\n\nLe marché n’est pas reconduit si le pouvoir adjudicateur le notifie au titulaire dans les deux mois avant la date anniversaire.',
      'Les sommes dues sont payées sous 30 jours ; la garantie passe à 60 jours.',
      'Les factures sont payées sous trente jours. La vérification en prend quinze ; elle est portée à 45 jours pour le prototype.',
      'Le titulaire livre sous trente jours. Pour les pièces rares, ce délai est porté à 60 jours.',
      'Les factures sont payées sous trente jours. La garantie court alors ; ce délai est de 45 jours.',
      'Les factures sont payées sous trente jours. La garantie court alors et ce délai est de 45 jours.',
      'Les factures sont payées sous trente jours, le délai de garantie étant porté à 45 jours.',
      'L’entreprise règle ses fournisseurs à 45 jours, ou à un autre terme convenu avec eux.',
      'Si le titulaire tire des résultats un produit, il acquitte auprès de la caisse, durant les cinq années suivant la première vente, une redevance de 4 %.',
      'Il exploite les résultats moyennant une redevance de 3 % des recettes qu’il en tire, versée sous soixante jours.',
      'Le titulaire reverse à la commune, dans les soixante jours de chaque vente, 2 % du prix.',
      'La redevance est payée durant les trois années du contrat.',
      'L’expert a 45 jours pour rendre son avis avant paiement.',
      'Les factures sont réglées dans les trente jours de leur réception, le défaut de paiement ouvrant droit à des intérêts moratoires au bout de 45 jours.',
      'Les intérêts moratoires sont payés dans les 45 jours qui suivent le paiement du principal.',
      'Un acompte est versé pour chaque commande dont la durée excède trois mois.',
      'Une avance de 5 % est payée lorsque le délai du lot est supérieur à deux mois.',
      'Les expertises sont réglées au prix de journée du bordereau, dans la limite de 80 jours.',
      'Le prestataire est payé pour 90 jours de présence sur site.',
      'La formation est réglée sur devis et plafonnée à 45 jours.',
      'La facture est réglée au plus tard le trentième jour suivant son dépôt.',
      'Le titulaire dépose sa demande au plus tard le quarante-cinquième jour qui suit la livraison.',
      'La facture est réglée à trente jours. Les intérêts courent à partir du 45e jour qui suit sa réception.',
      'Le titulaire dispose de soixante jours pour payer ses sous-traitants.',
      "La caisse dispose de trente jours pour s'en acquitter. Elle a quarante-cinq jours pour vérifier l'installation.",
      'Les sommes dues sont payées dans un délai de trente jours à compter de la réception de la facture.',
      '# Centre hospitalier de Valbonne\n\nLe délai global de paiement est de 50 jours.',
      'Les factures sont payées à trente jours. Le solde est libéré un an après la réception.',
      'La vérification dure deux mois ; la facture est ensuite payée sous 30 jours.',
      'Le retard de paiement ouvre droit à des intérêts moratoires pendant 45 jours.',
      'Le titulaire adresse sa demande de paiement dans les quarante-cinq jours de la livraison.',
      'Le délai de paiement est de 30 jours, porté à 50 jours pour les établissements publics de santé.',
      'Le prix est payé tous les trois mois.',
      'Les acomptes sont versés à intervalles de trois mois au plus.',
      'La retenue de garantie est remboursée dans un délai de soixante jours.',
      '## Délais\n\nLe délai global est de neuf mois, préparation comprise, à compter de l’ordre de service.',
    ],
    limits: [],
  },
  *check(piece) {
    if (!isPublicContract(piece)) return;
    const max = mostDays(piece);
    const all = piece.ask(delaisPaiement);
    for (const one of all) {
      const { days, rank, endOfMonth, health, at, doubt } = one;
      const same = all.filter((other) => areOneTime(one, other));
      if (same[0] !== one) continue;
      const limit = health ? Math.max(max, 50) : max;
      if (days <= limit && !(endOfMonth && days === limit)) continue;
      const number = IN_WORDS[limit] ?? 'trente';
      const words = rank ? `${number.replace(/e$/, '')}ième jour` : `${number} jours`;
      yield {
        at,
        doubt,
        message: 'long',
        data: { jours: days, max: limit, fin: endOfMonth ? ' fin de mois' : '' },
        fixes: [replaceEach(piece, same, words, `Écrire « ${words} »`)],
      };
    }
  },
});
