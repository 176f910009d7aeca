import { reserved } from './doubt.ts';
import type { Code, Provenance, RepealedTextId } from './model.ts';
import data from './pages.json' with { type: 'json' };

/** The public page of a text. */
export interface PageRow extends Provenance {
  readonly of: Code | RepealedTextId | `ccag-${string}-${number}`;
  /** Of one article of the code alone, in the wording that began on `since`; the whole text where left out. */
  readonly article?: string;
  readonly since?: string;
  readonly label: string;
  readonly url: string;
  /** The address may be followed by a day: the text as it was then. */
  readonly dated: boolean;
}

export const pageRows = data as readonly PageRow[];

/**
 * The public page of a text, in its state of a day (`YYYY-MM-DD`) where the site has it. Undefined where we do not know
 * its address.
 */
export function lawPage(of: PageRow['of'], date: string): { readonly label: string; readonly url: string } | undefined {
  const row = pageRows.find((p) => p.of === of && p.article === undefined);
  return row && { label: reserved(row.label, row.verified), url: row.dated ? `${row.url}/${date}/` : row.url };
}

/**
 * The public page of an article, in its wording that began on a day. Each wording has a page of its own, whose number cannot
 * be told from the article and is never guessed: undefined for most.
 */
export function articlePage(code: Code, number: string, since: string): ReturnType<typeof lawPage> {
  const row = pageRows.find((p) => p.of === code && p.article === number && p.since === since);
  return row && { label: reserved(row.label, row.verified), url: row.url };
}
