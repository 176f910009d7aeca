import { clauseText } from '../clauses/clauses.ts';
import {
  type EnvoiFactures,
  envoiFactures,
  isOffPortal,
  isOpenTo,
  isPublicContract,
} from '../facts/execution/index.ts';
import { statutDe } from '../facts/piece/index.ts';
import { replace } from '../kit/fix.ts';
import type { Piece } from '../kit/piece.ts';
import { defineRule } from '../kit/rule.ts';
import { ccp } from '../kit/source.ts';
import { articleGround, datedRules } from '../law/law.ts';

const ACCEPTED = 'Les factures électroniques conformes à la norme européenne sont acceptées.';

const gains = 'par le portail public de facturation (Chorus Pro)';
const commune = { acheteur: 'collectivite' };
const caisse = { acheteur: 'organisme-securite-sociale' };

/** What is wrong with the way of the invoices for a buyer of that status, on that day; undefined for nothing. */
function faultOf(piece: Piece, { moyen, seul }: EnvoiFactures) {
  const statut = statutDe(piece);
  const refused = moyen === 'electronique-refusee' || (moyen === 'papier' && seul);
  if ((moyen === 'papier' || moyen === 'courriel') && isOpenTo(piece, moyen)) return undefined;
  if (statut === 'prive' || piece.date < datedRules.electronicInvoice.date)
    return statut !== undefined && refused ? 'refus' : undefined;
  if (statut !== 'public' || isOffPortal(piece)) return undefined;
  if (moyen === 'portail-exclu' || moyen === 'electronique-refusee') return 'exclu';
  return piece.date < datedRules.invoiceTaxRules.date ? 'autrement' : 'autrementFiscal';
}

export default defineRule({
  id: 'execution/facture-electronique',
  title: 'Factures demandées hors du portail public de facturation',
  level: 'warning',
  since: datedRules.electronicInvoiceAccepted.date,
  pieces: ['ccap', 'ae'],
  dossier: true,
  why: `Le titulaire d'un marché d'une personne publique facture par voie électronique, et celles de l'État, des collectivités et des établissements
publics passent par le portail public de facturation, à l'exclusion de tout autre mode. Une facture demandée sur papier ou par courriel fait douter de la
date de sa réception, dont court le délai de paiement. Un organisme de droit privé n'est pas tenu au portail, mais ne peut refuser une facture électronique conforme.`,
  sources: [ccp('L2192-1'), ccp('L2192-3'), ccp('L2192-5'), ccp('R2192-3'), ccp('R2192-4')],
  messages: {
    autrement:
      'Les factures sont demandées autrement que par le portail public de facturation.\nL’acheteur étant une personne publique, le titulaire les transmet sous forme électronique (article L2192-1), par ce portail et lui seul (articles L2192-5 et R2192-3). Y renvoyer.',
    autrementFiscal:
      'Les factures sont demandées autrement que par le portail public de facturation.\nL’acheteur étant une personne publique, le titulaire les transmet sous forme électronique (article L2192-1), par ce portail et lui seul (articles L2192-5 et R2192-3) ; depuis le 1er septembre 2026, elles suivent aussi les règles fiscales que rappelle l’article R2192-4. Y renvoyer.',
    exclu:
      'Cet article écarte le portail public de facturation ou la facture électronique.\nLa loi les impose au titulaire d’un marché d’une personne publique (articles L2192-1 et L2192-5). Supprimer l’exclusion et renvoyer au portail.',
    refus:
      'Cet article refuse les factures électroniques.\nTout acheteur, même de droit privé, accepte celles qui sont conformes à la norme européenne (article L2192-3). Les admettre.',
  },
  examples: {
    bad: [
      // Another body than the buyer is private.
      {
        text: '# CCAP\n\nUniversité de Brecey, marché de relevés sonores\n\n## Article 1 – Objet\n\nLe marché porte sur des relevés sonores.\n\n## Article 2 – Contexte\n\nUne étude a été menée par la société Lanvert.\n\n## Article 3 – Factures\n\n⟦Les factures sont envoyées par courriel.⟧',
        fixed: { gains },
      },
      {
        text: '⟦Les notes de vacations parviennent à compta@brecey.example : nos agents ne consultent pas le portail public.⟧',
        head: commune,
        fixed: { gains },
      },
      {
        text: 'Une facture est dressée à la fin de chaque trimestre. ⟦Le prestataire la transmet par la poste, en trois exemplaires.⟧',
        head: commune,
        fixed: { gains },
      },
      {
        text: '⟦Les factures parviennent en PDF à compta@brecey.example ; l’entreprise n’en dépose aucune sur le portail public.⟧',
        head: commune,
        fixed: { gains },
      },
      // In other words than « facture ».
      {
        text: 'Pouvoir adjudicateur : commune de Vals.\n\n⟦L’entreprise dépose en mairie, le 5 de chaque mois, son mémoire des sommes dues, en trois exemplaires.⟧\n',
        fixed: { gains: 'portail' },
      },
      {
        text: 'Pouvoir adjudicateur : commune de Vals.\n\n⟦Pour être payé, l’illustrateur envoie sa note, en pièce jointe PDF, à la bibliothèque.⟧\n',
        fixed: { gains: 'portail' },
      },
      {
        text: '⟦Transmission des factures en deux exemplaires, à l’exclusion du portail public de facturation.⟧',
        head: commune,
        fixed: { gains },
      },
      {
        text: '⟦Écrivez-nous, facture jointe : le portail public, nous ne l’utilisons pas.⟧',
        head: commune,
        fixed: { gains },
      },
      {
        text: '⟦La facture est établie en un original et adressée par voie postale.⟧ Le titulaire transmet par voie dématérialisée les totaux facturés.',
        head: commune,
        fixed: { gains },
      },
      { text: '⟦La commune reçoit les factures sur papier, en deux exemplaires.⟧', head: commune, fixed: { gains } },
      {
        text: '## Demandes de paiement\n\n⟦Le titulaire envoie chaque mois sa demande en PDF à l’adresse compta@brecey.example.⟧',
        head: commune,
        fixed: { gains },
      },
      {
        text: '⟦La mairie n’étant pas raccordée au portail public, l’envoi des factures par messagerie est de règle.⟧',
        head: commune,
        fixed: { gains },
      },
      {
        text: '⟦Les notes de loyers sont remises sous pli, à l’exclusion d’un dépôt sur Chorus Pro.⟧',
        head: commune,
        fixed: { gains },
      },
      {
        text: 'La commune est l’acheteur.\n\n⟦Les factures sont adressées par courrier à la mairie.⟧\n\nLe sous-traitant est payé directement. Il dépose sa demande sur le portail Chorus Pro.',
        fixed: { gains: 'r.' },
      },
      {
        text: 'La commune est l’acheteur.\n\n⟦Les factures sont établies en un original et deux copies, et adressées par courrier à la mairie.⟧',
        fixed: { gains: 'r.' },
      },
      {
        text: '⟦Le titulaire dépose au guichet, contre récépissé, sa demande de règlement signée à la main.⟧',
        head: commune,
        fixed: { gains },
      },
      { text: '⟦Envoi des factures : courrier ordinaire.⟧', head: commune, fixed: { gains } },
      {
        text: '⟦Les factures sont adressées en trois exemplaires au service financier.⟧',
        head: commune,
        fixed: { gains },
      },
      {
        text: "⟦Le titulaire envoie ses factures par courriel, au format PDF, à l'adresse compta@sainte-luce.fr.⟧",
        head: commune,
        fixed: { gains },
      },
      {
        text: '⟦Les demandes de paiement, accompagnées des rapports du mois, sont transmises par voie postale.⟧',
        head: { acheteur: 'etat' },
        fixed: { gains },
      },
      { text: '| Envoi | Règle |\n|---|---|\n| Factures | ⟦par courriel⟧ |', head: commune, fixed: { gains } },
      {
        text: '⟦La facture est établie en double exemplaire et remise au secrétariat.⟧',
        head: commune,
        fixed: { gains },
      },
      {
        text: '⟦Les factures sont transmises par voie électronique à facturation@drac-ouest.fr.⟧',
        head: { acheteur: 'etat' },
        fixed: { gains },
      },
      {
        text: '⟦Les demandes de paiement sont à envoyer par courrier à la mairie.⟧',
        head: { ...commune, date: '2026-08-15' },
        fixed: { gains },
      },
      { text: "⟦Chorus Pro n'est pas utilisé pour les factures de ce marché.⟧", head: commune, fixed: { gains } },
      {
        text: '⟦Les factures ne sont pas déposées sur le portail public de facturation.⟧',
        head: commune,
        fixed: { gains },
      },
      {
        text: '# CCAP\n\nAcheteur : Centre hospitalier de Valbonne.\n\n⟦Le titulaire adresse sa facture par lettre simple.⟧',
        fixed: { gains },
      },
      {
        text: "# CCAP\n\nAcheteur : Caisse nationale de l'assurance maladie.\n\n⟦Les factures sont envoyées par mail.⟧",
        fixed: { gains },
      },
      {
        text: "# CCAP\n\nAcheteur : Caisse primaire d'assurance maladie de la Creuse.\n\n⟦Les factures électroniques ne sont pas acceptées.⟧",
        fixed: { gains: ACCEPTED },
      },
      {
        text: '# CCAP\n\nAcheteur : Caf du Var.\n\n⟦Les factures sont envoyées exclusivement sur papier.⟧',
        fixed: { gains: ACCEPTED },
      },
      {
        text: '⟦Les notes d’honoraires sont envoyées en PDF au service, avec copie au chef de projet.⟧',
        head: commune,
        fixed: { gains },
      },
      { text: '⟦Les factures sont remises au format PDF.⟧', head: commune, fixed: { gains } },
      { text: '⟦Les états d’acompte sont adressés à compta@sainte-luce.fr.⟧', head: commune, fixed: { gains } },
      {
        text: '⟦Les situations de travaux sont envoyées par la poste, en deux exemplaires.⟧',
        head: commune,
        fixed: { gains },
      },
    ],
    good: [
      // What goes with them.
      '## Facturation\n\n1° Les factures sont déposées sur Chorus Pro.\n\n2° Elles sont accompagnées des bons de pesée, qui peuvent être remis sur papier.',
      '## Factures\n\nDéploiement : une facture par vague admise.\n',
      '# CCAP\n\nUniversité de Brecey, marché de relevés sonores\n\n## Article 1 – Objet\n\nLe marché porte sur des relevés sonores.\n\n## Article 2 – Parties\n\nL’acheteur est la fondation Lanvert.\n\n## Article 3 – Factures\n\nLes factures sont envoyées par courriel.',
      // Seldom read, yet read.
      {
        text: 'Les agents ne consultent le portail que le lundi : les factures y sont lues ce jour-là.',
        head: commune,
      },
      {
        text: 'Les factures passent par le portail. Du prestataire qui ne consulte pas Chorus Pro, le service attend un courriel.',
        head: commune,
      },
      // What is posted is the report, and the portal is left to invoices that are due.
      {
        text: 'Le prestataire joint à sa facture un rapport de pose. Il l’adresse aussi par la poste, en trois exemplaires.',
        head: commune,
      },
      { text: 'Les factures ne sont déposées sur le portail qu’après le service fait.', head: commune },
      { text: 'La commune ne reçoit plus de factures sur papier.', head: commune },
      {
        text: '## Demandes d’intervention\n\nLe service envoie sa demande par courriel au titulaire.',
        head: commune,
      },
      {
        text: 'Le titulaire qui n’est pas inscrit sur Chorus Pro y ouvre un compte avant sa première facture.',
        head: commune,
      },
      'Note sur les factures. Ni enveloppe, ni pièce jointe : ce qui n’arrive pas par le portail public de facturation n’est pas traité.',
      { text: 'Les factures sont déposées sur Chorus Pro.', head: commune },
      {
        text: "Les factures sont adressées par le portail public de facturation, à l'exclusion de tout envoi par courriel.",
        head: commune,
      },
      {
        text: 'Les factures sont déposées sur Chorus Pro. Une facture papier est à adresser en deux exemplaires.',
        head: commune,
      },
      { text: 'En cas de panne du portail, les factures sont envoyées par courriel.', head: commune },
      { text: 'À défaut, les factures sont envoyées par courrier.', head: commune },
      { text: 'Une copie de la facture est envoyée par courriel au chef de projet.', head: commune },
      { text: 'Les factures sont déposées sur Chorus Pro, les relevés d’heures étant joints en PDF.', head: commune },
      { text: 'Les factures mentionnent le lot. Les plans sont remis en PDF.', head: commune },
      { text: 'Une copie de la note d’honoraires est envoyée en PDF au chef de projet.', head: commune },
      { text: 'Les factures papier ne sont pas acceptées.', head: commune },
      { text: 'Le titulaire transmet sa facture par voie électronique.', head: commune },
      { text: 'Les frais sont remboursés sur présentation des factures, envoyées par courriel.', head: commune },
      { text: 'Le sous-traitant adresse sa facture au titulaire par lettre recommandée.', head: commune },
      { text: 'Le rapport est remis sur papier. La facture le suit.', head: commune },
      { text: 'Avant toute facture, le devis est envoyé par courriel.', head: commune },
      { text: 'Les questions sur les factures sont posées par courriel.', head: commune },
      { text: "Le rejet d'une facture est notifié par courriel.", head: commune },
      // The buyer's status is not known, or binds to less.
      'Les factures sont adressées en trois exemplaires.',
      { text: 'Les factures sont envoyées par courriel.', head: { acheteur: 'autre' } },
      { text: 'Les factures sont envoyées par courriel.', head: caisse },
      { text: '# CCAP\n\nAcheteur : Caf du Var.\n\nLes factures sont envoyées par courriel, au format PDF.' },
      { text: "# CCAP\n\nAcheteur : Caf du Var.\n\nChorus Pro n'est pas utilisé pour les factures." },
      {
        text: '# CCAP\n\nLe marché de maintenance est passé par la SNCF.\n\nLes factures sont envoyées par courrier.',
        head: { acheteur: 'etat' },
      },
      // The wording in force that day was not read.
      { text: 'Les factures sont adressées en trois exemplaires.', head: { ...commune, date: '2024-06-01' } },
      {
        text: 'Les factures sont adressées par courrier.',
        head: commune,
        files: { 'ae.md': "# Acte d'engagement\n\nLes factures passent par Chorus Pro." },
      },
    ],
    limits: [{ text: 'Le service financier reçoit les factures à son guichet.', head: commune }],
  },
  *check(piece) {
    if (!isPublicContract(piece)) return;
    for (const envoi of piece.ask(envoiFactures)) {
      const message = faultOf(piece, envoi);
      if (!message) continue;
      const at = envoi.sentence.span;
      yield message === 'refus'
        ? {
            at,
            message,
            doubt: envoi.doubt,
            rests: [articleGround('ccp', 'L2192-3')],
            fixes: [replace(piece, at, ACCEPTED, 'Accepter les factures électroniques conformes')],
          }
        : {
            at,
            message,
            doubt: envoi.doubt,
            rests: [
              articleGround('ccp', 'L2192-1'),
              articleGround('ccp', 'L2192-5'),
              ...(message === 'autrementFiscal' ? [datedRules.invoiceTaxRules] : []),
            ],
            fixes: [
              replace(
                piece,
                at,
                clauseText('execution-facture-electronique'),
                'Renvoyer au portail public de facturation',
              ),
            ],
          };
    }
  },
});
