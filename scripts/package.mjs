/**
 * Makes `dce-lint-<version>.vsix` from what `files` in package.json names. The packaging tool has its own folder and is
 * installed the first time; further arguments are passed on to it (`--out FILE`). With the bundles goes the list of what they
 * are made of (CycloneDX, held against its schema). The archive's dates are fixed and the list has none, so that the same
 * sources give the same bytes.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ensureInstalled } from './installed.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const packaging = fileURLToPath(new URL('packaging', import.meta.url));
const archiveDate = Date.UTC(2026, 0, 1) / 1000;

/** Inside the archive a relative address leads nowhere: pictures go, links keep their words. */
const readme = readFileSync(`${root}/README.md`, 'utf8')
  .replaceAll(/^!\[[^\]]*\]\((?!\w+:)[^)]*\)\n+/gm, '')
  .replaceAll(/\[([^\]]*)\]\((?!\w+:|#)[^)]*\)/g, '$1');
writeFileSync(`${root}/dist/README.md`, readme);

ensureInstalled(packaging);
execFileSync(
  process.execPath,
  [
    `${packaging}/node_modules/@cyclonedx/cyclonedx-esbuild/bin/cyclonedx-esbuild-cli.js`,
    ...['--spec-version', '1.6', '--output-reproducible', '--validate'],
    ...['--output-file', 'dist/sbom.cdx.json', 'dist/meta.json'],
  ],
  { cwd: root, stdio: 'inherit' },
);
execFileSync(
  process.execPath,
  [
    `${packaging}/node_modules/@vscode/vsce/vsce`,
    'package',
    '--no-dependencies',
    '--allow-missing-repository',
    ...['--readme-path', 'dist/README.md'],
    ...process.argv.slice(2),
  ],
  { cwd: root, stdio: 'inherit', env: { ...process.env, SOURCE_DATE_EPOCH: String(archiveDate) } },
);
