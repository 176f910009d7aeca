import type { Element } from './elements.ts';

/** The four limits of article L131-3 of the CPI. */
export const LIMITS = ['etendue', 'destination', 'lieu', 'duree'] as const satisfies readonly Element[];

/** French names of the limits, with their article. */
export const LIMIT_NAMES: Readonly<Record<(typeof LIMITS)[number], string>> = {
  etendue: "l'étendue (supports, quantité)",
  destination: 'la destination (finalités)',
  lieu: 'le lieu (territoire)',
  duree: 'la durée',
};

/** « a », « a et b », « a, b et c ». */
export const enumerate = (words: readonly string[], last = 'et'): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} ${last} ${words[words.length - 1]}`;
