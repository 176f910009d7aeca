import { fr } from '../../kit/french/pattern.ts';
import type { Piece } from '../../kit/piece.ts';
import { has } from '../../kit/text.ts';

const SHORTENED = fr`préinformation|périodique indicatif|urgence`;
const OTHER_URGENCY = fr`(?:intervention|travaux|astreinte|demande|cas)s? (?:d'|en )urgence`;
/** « Délai, urgence, gestion des ruptures »: what is bought is urgent, and no time is made shorter by it. */
const OF_WORK = fr`livraisons?|commandes?|interventions?|astreintes?|dépannages?|soins|secours|approvisionnements?|ruptures?|pannes?`;
const OF_PROCEDURE = fr`délais? (?:de (?:réception|remise|dépôt|publicité|consultation)|minim[a-z]+)|rédui[a-z]+|abrég[a-z]+|dûment|impérieuse|accélérée?|r\. ?2161`;
const AGREED = fr`(?:commun accord|d'un accord|en accord) (?:[a-z]+ ){0,6}candidats?|date (?:[a-z]+ ){0,4}(?:commun accord|convenue)`;
const DENIED = /\b(?:ne|n'|aucune?|sans|ni|hors|non|absence|pas|neant)\b|n'/;

/** True when the piece relies on urgency or on a prior information notice. */
export const isShortened = (piece: Piece): boolean =>
  piece.draft
    .sentencesWith(SHORTENED)
    .some((s) => !has(s.folded, DENIED) && !s.has(OTHER_URGENCY) && (!s.has(OF_WORK) || s.has(OF_PROCEDURE)));

/** Hors autorités centrales, the date may be agreed with all the candidates. */
export const isAgreed = (piece: Piece): boolean => piece.draft.sentencesWith(AGREED).length > 0;
