/** Style of what `fiche-body.ts` writes, on any page that sets the colours `--dce-*`. */
export const FICHE_STYLE = `
figure { margin: 0.5rem 0; }
figure svg { width: 100%; max-width: 40rem; height: auto; font-family: inherit; font-size: 12px; }
td > div + div { margin-top: 0.4rem; padding-top: 0.4rem; border-top: 1px dashed var(--dce-line); }
.dce-places { font-size: 0.92em; }
.dce-place { white-space: nowrap; }
.dce-places::before { content: "("; }
.dce-places::after { content: ")"; }
.dce-versus { display: grid; grid-template-columns: repeat(auto-fit, minmax(14rem, 1fr)); gap: 0.75rem; list-style: none; padding: 0; margin: 0; }
.dce-versus > li { border: 1px solid var(--dce-line); border-left: 4px solid var(--dce-alert); padding: 0.5rem 0.75rem; }
`;

const LIGHT = `
--dce-ink: #1c2128; --dce-soft: #545d68; --dce-line: #d0d7de; --dce-bar: #0b5cad; --dce-alert: #8a5300; --dce-link: #0a4f96;
--page: #fff; --card: #f6f8fa; --error: #a8201a; --warning: #7a4a00; --info: #0a4f96; --ok: #17692f;
--error-soft: #fdecea; --warning-soft: #fdf1d8; --info-soft: #e4effb; --ok-soft: #e3f4e7; --mark: #fff0a8;
--heat-1: #fff1e0; --heat-2: #ffddb5; --heat-3: #ffc58a; --heat-4: #ffab61; --heat-ink: #1c2128;
`;
const DARK = `
--dce-ink: #e6edf3; --dce-soft: #a3adb8; --dce-line: #444c56; --dce-bar: #6cb6ff; --dce-alert: #e3b341; --dce-link: #8cc8ff;
--page: #15191f; --card: #1e242c; --error: #ff9a90; --warning: #f0c25a; --info: #8cc8ff; --ok: #6fdc8a;
--error-soft: #3d1a19; --warning-soft: #36290b; --info-soft: #12293f; --ok-soft: #12311b; --mark: #5a4a00;
--heat-1: #3b2a17; --heat-2: #563814; --heat-3: #744810; --heat-4: #93590c; --heat-ink: #fff;
`;

/** Whole style of a report: light or dark as the reader's screen is, light on paper. */
export const RAPPORT_STYLE = `
:root { color-scheme: light dark; ${LIGHT} }
@media screen and (prefers-color-scheme: dark) { :root { ${DARK} } }
* { box-sizing: border-box; }
html { scroll-behavior: auto; }
body { margin: 0; color: var(--dce-ink); background: var(--page); font: 15px/1.5 system-ui, "Segoe UI", "Liberation Sans", Arial, sans-serif; overflow-wrap: break-word; }
code, .hash { overflow-wrap: anywhere; }
th, td, blockquote { overflow-wrap: break-word; }
thead th { overflow-wrap: normal; hyphens: manual; }
header, nav, main, footer, .notice { max-width: 62rem; margin: 0 auto; padding: 0 1.5rem; }
header { padding-top: 2rem; }
footer { padding-bottom: 3rem; color: var(--dce-soft); font-size: 0.9em; }
/* The head of the page, where it is seen before all findings, on paper too. */
.notice { margin-top: 1rem; margin-bottom: 1rem; padding-block: 0.75rem; background: var(--tint); border: 2px solid var(--tile); border-radius: 6px; print-color-adjust: exact; }
.notice h2 { margin-top: 0; }
h1 { font-size: 1.9rem; line-height: 1.2; margin: 0 0 0.25rem; }
h2 { font-size: 1.45rem; line-height: 1.25; margin: 2.5rem 0 0.75rem; padding-bottom: 0.25rem; border-bottom: 2px solid var(--dce-bar); }
h3 { font-size: 1.15rem; margin: 1.75rem 0 0.5rem; }
h4 { font-size: 1rem; margin: 1.25rem 0 0.4rem; }
h5, h6 { font-size: 0.95rem; margin: 1rem 0 0.3rem; }
p, ul { margin: 0.4rem 0; }
a { color: var(--dce-link); }
a:focus-visible, [tabindex]:focus-visible { outline: 2px solid var(--dce-link); outline-offset: 2px; }
code { font-family: ui-monospace, Consolas, "Liberation Mono", monospace; font-size: 0.88em; }
.facts { color: var(--dce-soft); margin: 0.25rem 0 0; }
.lead { font-size: 1.08rem; }
nav { margin-top: 1.5rem; }
nav h2 { margin-top: 0; font-size: 1.05rem; border: 0; padding: 0; }
nav > div { background: var(--card); border: 1px solid var(--dce-line); border-radius: 6px; padding: 0.9rem 1.25rem; }
nav ul { columns: 18rem; margin: 0; padding-left: 1.1rem; }
nav li { break-inside: avoid; }
.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(8.2rem, 1fr)); gap: 0.75rem; list-style: none; padding: 0; margin: 1rem 0; }
.tiles li { background: var(--card); border: 1px solid var(--dce-line); border-top: 4px solid var(--tile, var(--dce-line)); border-radius: 6px; padding: 0.5rem 0.6rem; font-size: 0.93em; }
.tiles b { display: block; font-size: 1.9em; line-height: 1.2; font-variant-numeric: tabular-nums; }
.error { --tile: var(--error); --tint: var(--error-soft); } .warning { --tile: var(--warning); --tint: var(--warning-soft); }
.info { --tile: var(--info); --tint: var(--info-soft); } .met { --tile: var(--ok); --tint: var(--ok-soft); }
.ignored, .not-applicable, .unchecked { --tile: var(--dce-soft); --tint: var(--card); } .missing { --tile: var(--warning); --tint: var(--warning-soft); }
.badge { display: inline-block; white-space: nowrap; border-radius: 4px; padding: 0 0.45rem; font-size: 0.85em; font-weight: 600; color: var(--tile); background: var(--tint); border: 1px solid currentColor; }
.stack { display: block; width: 100%; height: 18px; border-radius: 4px; margin: 0.75rem 0 0.4rem; }
.stack .met { fill: var(--ok); } .stack .missing { fill: var(--warning); } .stack .ignored { fill: var(--dce-soft); }
.stack .not-applicable { fill: var(--dce-line); } .stack .unchecked { fill: none; stroke: var(--dce-soft); vector-effect: non-scaling-stroke; }
.stack .error { fill: var(--error); } .stack .warning { fill: var(--warning); } .stack .info { fill: var(--info); }
.legend { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; }
.legend li::before { content: ""; display: inline-block; width: 0.8em; height: 0.8em; margin-right: 0.4em; border-radius: 2px; background: var(--tile); vertical-align: -0.05em; }
.legend .not-applicable::before { background: var(--dce-line); } .legend .unchecked::before { background: none; border: 1px solid var(--dce-soft); }
table { border-collapse: collapse; width: 100%; margin: 0.75rem 0 1rem; font-size: 0.93em; }
caption { text-align: left; color: var(--dce-soft); padding-bottom: 0.25rem; }
th, td { text-align: left; vertical-align: top; padding: 0.35rem 0.6rem; border: 1px solid var(--dce-line); }
thead th { background: var(--card); }
tbody th { font-weight: 600; min-width: 8.5rem; }
.day, .compact code { white-space: nowrap; }
.ranking tbody th { min-width: 15rem; }
.figures td { text-align: right; font-variant-numeric: tabular-nums; } .figures .stack { min-width: 6rem; height: 12px; margin: 0.3rem 0; }
.compact table { font-size: 0.82em; } .compact :is(th, td) { padding: 0.12rem 0.5rem; } .compact tbody th { font-weight: 400; width: 50%; } .compact td { overflow-wrap: normal; }
.partie p { font-size: 0.93em; }
.partie caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.pieces :is(th, td):nth-last-child(-n+3) { text-align: right; font-variant-numeric: tabular-nums; }
.heat td { text-align: center; font-variant-numeric: tabular-nums; } .heat tbody th { font-weight: 400; min-width: 14rem; }
.heat-1 { background: var(--heat-1); color: var(--heat-ink); } .heat-2 { background: var(--heat-2); color: var(--heat-ink); }
.heat-3 { background: var(--heat-3); color: var(--heat-ink); } .heat-4 { background: var(--heat-4); color: var(--heat-ink); }
.wide { overflow-x: auto; }
.constat { background: var(--page); border: 1px solid var(--dce-line); border-left: 5px solid var(--tile); border-radius: 6px; padding: 0.6rem 1rem 0.7rem; margin: 0.75rem 0; }
.constat > :is(h3, h4, h5) { margin: 0; font-size: 1rem; }
.constat .facts { font-size: 0.88em; margin: 0.1rem 0 0.4rem; }
.constat dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.15rem 0.75rem; margin: 0.4rem 0 0; font-size: 0.93em; }
.constat dt { color: var(--dce-soft); } .constat dd { margin: 0; }
blockquote { margin: 0.5rem 0; padding: 0.4rem 0.8rem; background: var(--card); border-radius: 4px; unicode-bidi: isolate; font-family: Georgia, "Liberation Serif", serif; }
ins { text-decoration-thickness: 2px; background: var(--ok-soft); }
.wording { margin: 0.3rem 0 0.5rem; padding: 0.3rem 0.8rem; border: 1px solid var(--dce-line); border-left: 4px solid var(--ok); border-radius: 4px; font-family: Georgia, "Liberation Serif", serif; }
.wording table { width: auto; } .wording ul, .wording ol { padding-left: 1.4rem; }
.identite tbody th { width: 9rem; } .identite caption, .visa caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.identite thead { display: none; }
.unsaid { color: var(--dce-soft); font-style: italic; }
.foremost { list-style: none; padding: 0; } .foremost li { margin: 0.3rem 0; }
.visa th { width: 9rem; } .visa td { height: 2rem; } .visa td.tall { height: 4rem; }
.box { display: inline-block; margin-right: 1.5rem; }
.axes td:nth-child(n+2):nth-child(-n+4) { text-align: right; font-variant-numeric: tabular-nums; } .axes tbody th { min-width: 7rem; } .axes td:last-child { width: 50%; }
.beyond { font-size: 0.93em; }
mark { background: var(--mark); color: inherit; padding: 0 0.1em; }
.hash { font-size: 0.8em; }
${FICHE_STYLE}
@media screen and (max-width: 50rem) {
  header, nav, main, footer, .notice { padding-left: 0.75rem; padding-right: 0.75rem; }
  table { font-size: 0.8em; }
  th, td { padding: 0.25rem 0.3rem; }
  main div:not(.wide) > table :is(th, td), section > table :is(th, td) { min-width: 0; overflow-wrap: anywhere; white-space: normal; }
  .badge, .day, .compact code { white-space: normal; }
  .stack { min-width: 0; }
  .figures .stack { min-width: 2.5rem; }
}
@media print {
  @page { size: A4; margin: 16mm 14mm 18mm; @bottom-right { content: "Page " counter(page) " sur " counter(pages); font: 8pt sans-serif; color: #545d68; } @bottom-left { content: "Rapport de relecture DCE Lint"; font: 8pt sans-serif; color: #545d68; } }
  :root { color-scheme: light; }
  body { font-size: 9.5pt; line-height: 1.4; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  header, nav, main, footer, .notice { max-width: none; padding-left: 0; padding-right: 0; }
  .tiles { grid-template-columns: repeat(auto-fit, minmax(6.5rem, 1fr)); }
  h1, h2, h3, h4, h5, h6, caption, h2 + p, h3 + p, p:has(+ table) { break-after: avoid; }
  .sheet { break-before: page; }
  .sheet > h2:first-child { margin-top: 0; }
  tr, figure, .tiles, .dce-versus > li, .legend { break-inside: avoid; }
  .constat { break-inside: avoid; margin: 0.5rem 0; padding: 0.35rem 0.75rem 0.4rem; }
  .short .constat { break-inside: auto; }
  .short { font-size: 9pt; }
  .constat :is(.facts, .proposed) { break-after: avoid; } .constat blockquote, .wording { break-inside: avoid; margin: 0.25rem 0; }
  .short nav { display: none; }
  header { padding-top: 0; } h1 { font-size: 17pt; } .tiles { margin: 0.5rem 0; gap: 0.5rem; } .tiles b { font-size: 1.4em; } .tiles li { padding: 0.2rem 0.5rem; }
  .foremost li { margin: 0.1rem 0; } .lead { font-size: 1.05em; }
  .visa { break-inside: avoid; } .visa td { height: 8mm; } .visa td.tall { height: 15mm; }
  .axes table, .short .beyond { font-size: 0.85em; }
  thead, tbody tr:first-child { break-before: avoid; }
  table { font-size: 0.88em; }
  .compact table { font-size: 0.78em; }
  th, td { padding: 0.2rem 0.45rem; }
  h2 { font-size: 15pt; margin-top: 1.5rem; } h3 { font-size: 12pt; margin-top: 1.1rem; } h4 { font-size: 10.5pt; margin-top: 0.8rem; } h5, h6 { font-size: 9.5pt; margin-top: 0.6rem; }
  .figures .stack { height: 9px; min-width: 3rem; }
  .ranking :is(th, td), .heat :is(th, td) { padding: 0.18rem 0.3rem; } .ranking table, .heat table { font-size: 0.8em; }
  .ranking tbody th { min-width: 8rem; } .heat tbody th { min-width: 10rem; }
  thead { display: table-header-group; }
  p, li { orphans: 3; widows: 3; }
  a { color: inherit; text-decoration: none; }
  .wide { overflow: visible; }
}
`;
