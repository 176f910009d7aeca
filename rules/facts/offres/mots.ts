/** Words for what is handed in, in folded text. Sources of patterns, to be interpolated. */
export const OFFRE = 'offres?|plis?|propositions?|soumissions?|reponses?';
export const CANDIDATURE =
  '(?:dossiers? de )?candidatures?|demandes? de participation|dossiers? de selection|plis? de candidatures?';
/** Nouns of handing in. */
export const REMISE = 'reception|remise|depot|transmission|envoi|presentation|reponse|soumission';
/** Participles and infinitives of handing in. */
export const REMIS =
  'attendue?s?|retournee?s?|retourner|remises?|remis|deposee?s?|transmis(?:es?)?|recue?s?|recu|envoyee?s?|adressee?s?|parvenue?s?|arrivee?s?|arrive(?:nt|r|ra|ront)|presentee?s?|livree?s?|expediee?s?|postee?s?|acheminee?s?|apportee?s?|produite?s?|communiquee?s?|remettre|deposer|transmettre|envoyer|adresser|parvenir|presenter|soumettre|remettent|deposent|transmettent|envoient|adressent|parviennent|remettra|remettront|deposera|deposeront|transmettra|transmettront|adressera|adresseront|enverra|enverront|parviendra|parviendront|depose|remet|transmet|adresse|envoie|parvient';
