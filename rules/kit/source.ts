/** What a rule rests on. The law of the day is found from it by `rules/law`. */
export type Source =
  | { readonly kind: 'guide'; readonly part: string; readonly page: number }
  | { readonly kind: 'code'; readonly code: 'ccp' | 'cpi'; readonly article: string }
  | { readonly kind: 'ccag'; readonly ccag: string; readonly article?: string }
  | { readonly kind: 'text'; readonly label: string; readonly url?: string };

/** The guide of 2018, by part (« I.D », « Note » for its annex 5) and page. */
export const guide = (part: string, page: number): Source => ({ kind: 'guide', part, page });
/** Code de la commande publique. */
export const ccp = (article: string): Source => ({ kind: 'code', code: 'ccp', article });
/** Code de la propriété intellectuelle. */
export const cpi = (article: string): Source => ({ kind: 'code', code: 'cpi', article });
/** A CCAG of 2021: `ccag('tic', '46')`. */
export const ccag = (name: string, article?: string): Source => ({
  kind: 'ccag',
  ccag: name,
  ...(article && { article }),
});
/** Any other text. */
export const text = (label: string, url?: string): Source => ({ kind: 'text', label, ...(url && { url }) });
