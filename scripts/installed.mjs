import { execFileSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Installs the package in `folder` from its lock file, without install scripts, unless `node_modules` is already what
 * the lock file says (npm writes its own copy of it last, at the end of a successful install).
 *
 * @param {string} folder
 */
export function ensureInstalled(folder) {
  const done = join(folder, 'node_modules', '.package-lock.json');
  const wanted = join(folder, 'package-lock.json');
  if (existsSync(done) && statSync(done).mtimeMs >= statSync(wanted).mtimeMs) return;
  execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: folder, stdio: 'inherit' });
}
