import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { it } from 'node:test';
import { promisify } from 'node:util';
import { root } from './setup.mjs';
import { packagedExtension } from './workbench.mjs';

const yauzl = createRequire(join(root, 'scripts', 'packaging', 'package.json'))('yauzl');

it('The .vsix holds the bundles, the texts, the icon and the translations, and nothing else', async () => {
  assert.deepEqual(await entries(packagedExtension()), [
    '[Content_Types].xml',
    'extension.vsixmanifest',
    'extension/LICENSE.txt',
    'extension/changelog.md',
    'extension/dist/cli.cjs',
    'extension/dist/client.cjs',
    'extension/dist/server.cjs',
    'extension/l10n/bundle.l10n.fr.json',
    'extension/media/icon.png',
    'extension/package.json',
    'extension/package.nls.fr.json',
    'extension/package.nls.json',
    'extension/readme.md',
    'extension/syntaxes/dce.injection.tmLanguage.json',
  ]);
});

it('The same sources give the same .vsix, byte for byte', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'dce-lint-vsix-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const again = join(folder, 'again.vsix');
  for (const script of [['build.mjs'], ['package.mjs', '--out', again]]) {
    execFileSync(process.execPath, [join(root, 'scripts', script[0]), ...script.slice(1)], { stdio: 'pipe' });
  }
  assert.ok(readFileSync(again).equals(readFileSync(packagedExtension())));
});

/**
 * @param {string} path
 * @returns {Promise<string[]>} names in the archive, sorted
 */
async function entries(path) {
  const zip = await promisify(yauzl.open)(path);
  const names = [];
  return new Promise((resolve, reject) => {
    zip.on('entry', ({ fileName }) => names.push(fileName));
    zip.on('end', () => resolve(names.sort()));
    zip.on('error', reject);
  });
}
