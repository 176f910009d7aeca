import type { SourceFile } from '../../rules/consultation/open.ts';
import { readText } from '../../rules/formats/index.ts';

/** A file as the program opens it: a draft, or what another format holds (a price schedule, a notice). */
export const sourceOf = (path: string, text: string): SourceFile =>
  path.endsWith('.md') ? { path, text } : { path, text, data: readText(text, path) };
