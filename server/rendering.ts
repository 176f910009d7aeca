/** Scheme of the texts as which an editor shows Word documents: read-only, and written nowhere. */
const SCHEME = 'dce-lint-word:';

/** Address of the text as which a Word document (`file:`) is shown. */
export const renderingOf = (document: string): string =>
  `${SCHEME}${document.replace(/^file:/, '').replace(/^\/\/(?=\/)/, '')}.md`;

export const isRendering = (uri: string): boolean => uri.startsWith(SCHEME);

/** Address of the file that a document speaks for: of a rendering, the Word document; any other is its own. */
export function fileOf(uri: string): string {
  if (!isRendering(uri)) return uri;
  const path = uri.slice(SCHEME.length).replace(/\.md$/, '');
  return `file:${path.startsWith('//') ? '' : '//'}${path}`;
}
