import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { FRENCH } from '../core/phrasebook.ts';
import { FICHE_STYLE } from './style.ts';

const STYLE = `
:root {
  --dce-ink: var(--vscode-foreground, #1f2328);
  --dce-soft: var(--vscode-descriptionForeground, #57606a);
  --dce-line: var(--vscode-contrastBorder, var(--vscode-widget-border, var(--vscode-editorWidget-border, #8c959f)));
  --dce-bar: var(--vscode-charts-blue, #0969da);
  --dce-alert: var(--vscode-problemsWarningIcon-foreground, #9a6700);
  --dce-link: var(--vscode-textLink-foreground, #0550ae);
}
body {
  margin: 0; padding: 1rem 1.5rem 3rem; color: var(--dce-ink); background: var(--vscode-editor-background, #fff);
  font-family: var(--vscode-font-family, sans-serif); font-size: var(--vscode-font-size, 13px); line-height: 1.5;
}
main { max-width: 60rem; }
h1 { font-size: 1.6em; font-weight: 600; margin: 0 0 1rem; }
h2 { font-size: 1.25em; font-weight: 600; margin: 2rem 0 0.5rem; }
h3 { font-size: 1em; font-weight: 600; margin: 1rem 0 0.25rem; }
a { color: var(--dce-link); text-decoration: underline; }
a:focus-visible { outline: 2px solid var(--vscode-focusBorder, var(--dce-link)); outline-offset: 2px; }
table { border-collapse: collapse; width: 100%; margin: 0.5rem 0 1rem; }
caption { text-align: left; color: var(--dce-soft); padding-bottom: 0.25rem; }
th, td { text-align: left; vertical-align: top; padding: 0.3rem 0.6rem; border: 1px solid var(--dce-line); overflow-wrap: break-word; }
th[scope="row"] { font-weight: 600; }
summary { cursor: pointer; font-weight: 600; }
details ul { margin: 0.25rem 0 0.75rem; padding-left: 1.2rem; }
.dce-figures :is(td, thead th:not(:first-child)) { text-align: right; font-variant-numeric: tabular-nums; }
.dce-figures tbody tr:last-child { border-top: 2px solid var(--dce-ink); }
.wide { overflow-x: auto; }
@media (max-width: 40rem) {
  body { padding: 0.5rem 0.75rem 2rem; }
  h1 { font-size: 1.3em; }
  th, td { padding: 0.2rem 0.35rem; }
  .dce-place { white-space: normal; }
}
/* Drawn that small, figures are read in the table below alone. */
@media (max-width: 22rem) { .dce-chart { display: none; } }
${FICHE_STYLE}`;

/** Says which link was followed; takes a new content and keeps the keyboard where it was. */
const SCRIPT = `
const editor = acquireVsCodeApi();
const main = document.querySelector('main');
let shown;
main.addEventListener('click', (event) => {
  const link = event.target.closest('a[data-place]');
  if (!link) return;
  event.preventDefault();
  editor.postMessage({ place: link.dataset.place });
});
addEventListener('message', ({ data }) => {
  if (typeof data.content !== 'string' || data.content === shown) return;
  shown = data.content;
  const place = document.activeElement?.dataset?.place;
  main.innerHTML = data.content;
  if (place) main.querySelector('a[data-place="' + CSS.escape(place) + '"]')?.focus();
});
editor.postMessage({ ready: true });
`;

/** What stands in the page: the title, the folder, the fiche (HTML already) or a sentence that stands in for it. */
export function ficheContent(
  dossier: string,
  fiche: { readonly html: string } | { readonly sentence: string },
  { tell } = FRENCH,
): string {
  const title = toHtml(h('h1', tell(`Fiche de la consultation : ${dossier}`)));
  return title + ('html' in fiche ? fiche.html : toHtml(h('p', tell(fiche.sentence))));
}

/**
 * The whole page of the editor's view. Its policy lets in the style and the script that bear the `nonce` (letters and
 * digits, new for each page; throws on any other), and nothing from anywhere else.
 */
export function fichePage(content: string, nonce: string, phrasebook = FRENCH): string {
  if (!/^[A-Za-z0-9]+$/.test(nonce)) throw new Error('a nonce is made of letters and digits');
  const policy = `default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'`;
  const raw = (value: string) => ({ type: 'raw', value }) as never;
  const page = h('html', { lang: phrasebook.lang }, [
    h('head', [
      h('meta', { charSet: 'utf-8' }),
      h('meta', { httpEquiv: 'Content-Security-Policy', content: policy }),
      h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      h('title', phrasebook.tell('Fiche de la consultation')),
      h('style', { nonce }, raw(STYLE)),
    ]),
    h('body', [h('main', [raw(content)]), h('script', { nonce }, raw(SCRIPT))]),
  ]);
  return `<!DOCTYPE html>\n${toHtml(page, { allowDangerousHtml: true })}`;
}
