import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { it } from 'node:test';
import { promisify } from 'node:util';
import { root } from './setup.mjs';
import { packagedExtension } from './workbench.mjs';

const fromPackaging = createRequire(join(root, 'scripts', 'packaging', 'package.json'));
const yauzl = fromPackaging('yauzl');

it('The .vsix holds the bundles, the texts, the icon and the translations, and nothing else', async () => {
  assert.deepEqual(await entries(packagedExtension()), [
    '[Content_Types].xml',
    'extension.vsixmanifest',
    'extension/LICENSE.txt',
    'extension/changelog.md',
    'extension/dist/THIRD_PARTY_NOTICES.txt',
    'extension/dist/cli.cjs',
    'extension/dist/client.cjs',
    'extension/dist/formats.cjs',
    'extension/dist/mcp.cjs',
    'extension/dist/model.bin',
    'extension/dist/report.cjs',
    'extension/dist/sbom.cdx.json',
    'extension/dist/server.cjs',
    'extension/dist/web/client.cjs',
    'extension/dist/web/server.js',
    'extension/dist/word.cjs',
    'extension/dist/wordings.cjs',
    'extension/dist/wordings.json',
    'extension/examples/consultation-fautive/ccap.md',
    'extension/examples/consultation-fautive/cctp.md',
    'extension/examples/consultation-fautive/rc.md',
    'extension/l10n/bundle.l10n.fr.json',
    'extension/man/dce-lint.1',
    'extension/media/icon.png',
    'extension/media/preview.css',
    'extension/media/view.svg',
    'extension/media/walkthrough/constat.png',
    'extension/media/walkthrough/reglages.png',
    'extension/media/walkthrough/squelette.png',
    'extension/media/walkthrough/word.svg',
    'extension/package.json',
    'extension/package.nls.fr.json',
    'extension/package.nls.json',
    'extension/readme.md',
    'extension/schemas/baseline.schema.json',
    'extension/schemas/check-report.schema.json',
    'extension/schemas/dce-lint.schema.json',
    'extension/schemas/dce.schema.json',
    'extension/schemas/diff-report.schema.json',
    'extension/syntaxes/dce.injection.tmLanguage.json',
  ]);
});

it('The page of the extension says what README.md says, without the addresses that lead nowhere in the .vsix', async () => {
  const page = await content(packagedExtension(), 'extension/readme.md');
  assert.match(page, /^# DCE Lint$/m);
  assert.match(page, /^## English$/m);
  assert.deepEqual(page.match(/\]\((?!https:)[^)]*\)/g), null);
});

it('The .vsix says what it is made of, as CycloneDX wants it, and gives the licence of each part', async () => {
  const written = await content(packagedExtension(), 'extension/dist/sbom.cdx.json');
  const { JsonStrictValidator } = fromPackaging('@cyclonedx/cyclonedx-library/Validation');
  const validator = new JsonStrictValidator('1.6');
  assert.equal(await validator.validate(written), null);
  assert.notEqual(await validator.validate(written.replace('"library"', '"librairie"')), null);

  const { components, metadata, serialNumber } = JSON.parse(written);
  assert.deepEqual([serialNumber, metadata.timestamp], [undefined, undefined]);
  assert.equal(metadata.component.name, 'dce-lint');
  const notices = await content(packagedExtension(), 'extension/dist/THIRD_PARTY_NOTICES.txt');
  const named = notices.match(/^[@a-z][\w@/.-]* \d+\.\d+\.\d+\S* \(/gm).map((line) => line.slice(0, -2));
  const parts = components.map((c) => `${c.group ? `${c.group}/` : ''}${c.name} ${c.version}`);
  assert.ok(parts.length > 50, String(parts.length));
  assert.deepEqual(parts.sort(), named.sort());
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
  const names = [];
  await visit(path, async ({ fileName }) => names.push(fileName));
  return names.sort();
}

/**
 * @param {string} path
 * @param {string} name
 * @returns {Promise<string | undefined>} text of a file of the archive; undefined when it is not there
 */
async function content(path, name) {
  let found;
  await visit(path, async (entry, zip) => {
    if (entry.fileName === name) found = await text(await promisify(zip.openReadStream.bind(zip))(entry));
  });
  return found;
}

/** Calls `see` with each entry of the archive, one after the other. */
async function visit(path, see) {
  const zip = await promisify(yauzl.open)(path, { lazyEntries: true });
  await new Promise((resolve, reject) => {
    zip.on('entry', (entry) => see(entry, zip).then(() => zip.readEntry(), reject));
    zip.on('end', resolve);
    zip.on('error', reject);
    zip.readEntry();
  });
}
