/**
 * Makes `dce-lint-<version>.vsix` from what `files` in package.json names. The packaging tool has its own folder and is
 * installed the first time; further arguments are passed on to it (`--out FILE`). The archive's dates are fixed, so that the same sources give the same bytes.
 */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { ensureInstalled } from './installed.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const packaging = fileURLToPath(new URL('packaging', import.meta.url));
const archiveDate = Date.UTC(2026, 0, 1) / 1000;

ensureInstalled(packaging);
execFileSync(
  process.execPath,
  [
    `${packaging}/node_modules/@vscode/vsce/vsce`,
    'package',
    '--no-dependencies',
    '--allow-missing-repository',
    ...process.argv.slice(2),
  ],
  { cwd: root, stdio: 'inherit', env: { ...process.env, SOURCE_DATE_EPOCH: String(archiveDate) } },
);
