/** What writes pages, charts included: read in when a page is first asked for, and so bundled apart (`scripts/apart.mjs`). */
export { ficheBody } from './fiche-body.ts';
export { ficheContent, fichePage } from './fiche-page.ts';
export { indexPages, rapportPage } from './rapport-page.ts';
