import type { Draft, Sentence } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import type { Match } from '../../kit/text.ts';

/** « Par bons de commande », « on commande à la pièce »: a need that is met by orders, as they come. */
const BY_ORDERS = fr`(?:par|des|de|les|nos|en) bons? de commandes?|(?:on|nous) (?:vous |leur )?(?:command(?:e|ons|era|erons)|achèter(?:a|ons))|command(?:e|es|ée|és|ées|ons|era|erons|eront) (?:à la pièce|à la demande|à l'unité|à mesure|au fur et à mesure|au gré|selon (?:ses|nos|les|leurs) besoins|quand)|(?:nos|des|les|ses) commandes (?:successives|mensuelles|au fur)`;
const SUM = '[0-9][0-9 .]*(?:,[0-9]+)? ?(?:€|euros?|k€|m€)(?: (?:h\\.?t\\.?|t\\.?t\\.?c\\.?|hors taxes?))?';
/** « Pour 90 000 € HT au plus », « tant que les 90 000 € HT ne sont pas atteints ». */
const CAPPED = new RegExp(
  `${SUM},? (?:au (?:plus|maximum|total)|maximum|tout au plus)|(?:au (?:plus|maximum)|maximum|jusqu'a|dans la limite de|sans (?:pouvoir )?(?:depasser|exceder)|plafonnee?s? a|tant que(?: les| nos)?)(?: [a-z']+){0,3} ${SUM}`,
);
/** Of one order, or of what goes with orders. */
const OF_ONE = fr`(?:chaque|tout|aucun|un|le|par) (?:bon|ordre)|(?:chaque|toute|aucune|une|la|par) commande|franco|frais|livraison|avances?|pénalités?|acomptes?|retenues?|urgen[a-z]+|carte d'achat|signature|signés?|délégation|n'est pas`;

/** Where orders are foreseen up to a sum: an accord-cadre, though it is not called one. */
export const cappedOrders = (draft: Draft): readonly { readonly sentence: Sentence; readonly at: Match }[] =>
  draft.sentencesWith(CAPPED).flatMap((sentence) => {
    const at = sentence.find(BY_ORDERS);
    return at && !sentence.has(OF_ONE) ? [{ sentence, at }] : [];
  });
