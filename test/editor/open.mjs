/**
 * `npm run editor`: opens the faulty sample consultation in a real VS Code workbench, served on this machine only, with
 * the extension as it is now. `--headless-check` ends as soon as a browser has shown the sample.
 */
import { join } from 'node:path';
import { root } from './setup.mjs';
import { openBrowser, startWorkbench } from './workbench.mjs';

const sample = join(root, 'examples', 'consultation-fautive');
const workbench = await startWorkbench();
console.log(`\nL’éditeur est ouvert sur ${sample} :\n\n    ${workbench.url(sample)}\n`);

if (process.argv.includes('--headless-check')) {
  const browser = await openBrowser();
  const page = await browser.newPage();
  await page.goto(workbench.url(sample));
  await page.getByRole('treeitem', { name: 'rc.md' }).waitFor();
  console.log('rc.md est affiché dans l’explorateur.');
  await browser.close();
  await workbench.stop();
} else {
  console.log('Ctrl+C pour l’arrêter.');
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
    process.once(signal, () => workbench.stop().then(() => process.exit()));
  }
}
