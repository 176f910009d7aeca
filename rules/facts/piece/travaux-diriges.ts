import type { Sentence } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import type { Piece } from '../../kit/piece.ts';
import { objet } from './objet.ts';

/** « Budget de travaux », « enveloppe affectée aux travaux », « coût prévisionnel provisoire ». */
const OF_WORKS = fr`(?:budgets?|enveloppes?|coûts?|montants?|estimations?|valeurs?) (?:[a-zé]+ ){0,5}?(?:de(?:s| la| l')?|aux|dans les?|pour les?) ?(?:travaux|construction|réalisation|ouvrages?|chantier)|coûts? (?:d'objectif|de référence)|coûts? prévisionnels?(?: provisoires?| définitifs?)?(?! d(?:e la mission|u (?:présent )?marché|u contrat|es prestations|es études))`;
const PREPARES =
  /^[^a-z]*(?:(?:la|le|les|l'|une?|des|d'une?) ?|(?:prestations?|missions?|marches?)(?: [a-z]+)? (?:de |d')){0,6}(?:etudes?|programmation|maitrise d'oeuvre|assistance|controle technique|coordination|conduite d'operation|diagnostics?|ordonnancement)(?![a-z])/;
/** What only the contract of a maître d'œuvre says. */
const DIRECTS = fr`(?:seuils?|taux) de tolérance|forfaits? (?:provisoires? |définitifs? )?de rémunération|taux de rémunération|éléments? de (?:la )?mission|engagements? du maître d'oeuvre|le maître d'oeuvre (?:s'engage|reprend|est rémunéré)`;

/** Who holds the contract prepares or directs works that others will do. */
const isForOthersWorks = (piece: Piece): boolean =>
  piece.consultation.pieces.some(
    (one) => one.draft.sentencesWith(DIRECTS).length > 0 || one.ask(objet).some((o) => PREPARES.test(o.folded)),
  );

/** What who directs them is paid. */
const HIS_OWN = fr`rémunérations?|honoraires?|forfaits?|(?:prix|montants?) (?:du marché|du contrat|de la mission|des prestations)`;

/** What works will cost, in a contract for the study that prepares them, or for who directs them: said there, by its row, column or title, or just before. */
export function isOfWorks(piece: Piece, sentence: Sentence): boolean {
  const { passage, previous, section } = sentence;
  const around = sentence.has(HIS_OWN) ? [] : [previous, section.heading];
  return (
    [sentence, passage.rowLabel, passage.table?.headerOf(passage), ...around].some((p) => p?.has(OF_WORKS)) &&
    isForOthersWorks(piece)
  );
}
