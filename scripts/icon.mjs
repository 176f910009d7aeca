/** Draws `media/icon.png`, the icon of the extension, from `media/icon.svg`, with the browser of the editor tests. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { openBrowser } from '../test/editor/workbench.mjs';

const media = new URL('../media/', import.meta.url);
const browser = await openBrowser();
const page = await browser.newPage({ viewport: { width: 128, height: 128 } });
await page.setContent(`<body style="margin:0">${readFileSync(new URL('icon.svg', media), 'utf8')}`);
await page.screenshot({ path: fileURLToPath(new URL('icon.png', media)), omitBackground: true });
await browser.close();
