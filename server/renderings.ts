import { formOf } from './forms.ts';
import { nameOf } from './uri.ts';

/** Scheme of the read-only text that stands in the place of a spreadsheet. */
export const RENDERING = 'dce-lint-tableau';

/** True for a file whose places are those of a rendering: its own bytes are no text. */
export const isRendered = (name: string): boolean => formOf(name) === 'spreadsheet';

/** The address of the rendering of a file: under its name, which the tab shows. */
export const renderingOf = (uri: string): string =>
  `${RENDERING}:/${encodeURIComponent(nameOf(uri))}.txt?${encodeURIComponent(uri)}`;
