import { type Decimal, decimal } from '../../kit/decimal.ts';
import type { Sentence } from '../../kit/draft.ts';
import { AMOUNT_SIGNS, amounts } from '../../kit/french/amounts.ts';
import { fr } from '../../kit/french/pattern.ts';
import { before } from '../../kit/french/scan.ts';
import type { Piece } from '../../kit/piece.ts';
import type { Span } from '../../kit/span.ts';

/** What an act of engagement calls the price of the whole contract. */
const WHOLE = fr`(?:montant|prix)(?: (?:total|global|forfaitaire|et|de l'offre|du marché|hors|taxes?|ht|estimatif|initial)){1,6}|montant (?:du|de l') ?(?:marché|offre|engagement)`;
const PART = fr`maximum|minimum|annuel(?:le)?|par an|tranches?|lots?|avance|pénalités?|garantie|dédit|variantes?|options?|par (?:jour|heure|mois|unité)`;

/** The sum that follows is the tax. */
const TAX = /\btva[^,;]*$/;

/** The price of the whole contract before tax, as a sentence gives it. */
export interface WholePrice {
  readonly at: Span;
  readonly value: Decimal;
}

/** The prices of the whole contract that a piece gives, one a sentence; empty where there is none. */
export const wholePrices = ({ draft }: Piece): readonly WholePrice[] =>
  draft.sentencesWith(WHOLE).flatMap((sentence) => wholePrice(sentence) ?? []);

function wholePrice(sentence: Sentence): WholePrice | undefined {
  if (!sentence.has(AMOUNT_SIGNS) || sentence.has(PART)) return undefined;
  const sums = amounts(sentence.folded);
  const [sum, other] = sums.filter((s) => s.tax === 'ht');
  const value = sum && decimal(sum.value);
  // One sum before tax, beside which there are none but it with the tax, or the tax.
  const alone = sums.every((s) => s === sum || s.tax === 'ttc' || TAX.test(before(sentence.folded, s.from, 30)));
  return sum && !other && alone && value ? { at: sentence.at(sum), value } : undefined;
}
