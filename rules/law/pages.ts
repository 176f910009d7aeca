import { reserved } from './doubt.ts';
import type { Code, Provenance, RepealedTextId } from './model.ts';
import data from './pages.json' with { type: 'json' };

/** The public page of a text. */
export interface PageRow extends Provenance {
  readonly of: Code | RepealedTextId | `ccag-${string}-${number}`;
  readonly label: string;
  readonly url: string;
  /** The address may be followed by a day: the text as it was then. */
  readonly dated: boolean;
}

export const pageRows = data as readonly PageRow[];

/**
 * The public page of a text, in its state of a day (`YYYY-MM-DD`) where the site has it. Undefined where we do not know
 * its address: pages of single articles have numbers that cannot be told from the article, and are never guessed.
 */
export function lawPage(of: PageRow['of'], date: string): { readonly label: string; readonly url: string } | undefined {
  const row = pageRows.find((p) => p.of === of);
  return row && { label: reserved(row.label, row.verified), url: row.dated ? `${row.url}/${date}/` : row.url };
}
