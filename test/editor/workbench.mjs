/** A real VS Code workbench with the packaged extension, and a browser to drive it. */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { artifacts } from './page.mjs';
import { codeServer, editorNode, here, installChromium, installWorkbench, root } from './setup.mjs';

const entry = join(codeServer, 'out', 'node', 'entry.js');

/** Nothing that asks, advertises, updates or calls outside; and nothing is saved unless it is asked for. */
const settings = {
  'security.workspace.trust.enabled': false,
  'workbench.startupEditor': 'none',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'telemetry.telemetryLevel': 'off',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'update.mode': 'none',
  'files.autoSave': 'off',
  'git.enabled': false,
  'npm.fetchOnlinePackageInfo': false,
  'chat.disableAIFeatures': true,
  'editor.lightbulb.enabled': 'on',
  'editor.wordWrap': 'on',
  // Words of the draft itself, which the editor offers where nobody else has anything: Tab is to take what is ours.
  'editor.wordBasedSuggestions': 'off',
};

/**
 * What VS Code keeps of its language packs: a French one without texts. The workbench itself stays in English, and takes
 * the French texts of the extensions.
 */
function languagePack(data) {
  const path = join(data, 'french.json');
  writeFileSync(path, JSON.stringify({ version: '1.0.0', contents: {} }));
  const extensions = [{ extensionIdentifier: { id: 'dce-lint-test.french' }, version: '0.0.0' }];
  const french = { hash: 'french', extensions, translations: { vscode: path }, label: 'français' };
  writeFileSync(join(data, 'languagepacks.json'), JSON.stringify({ fr: french }));
}

/** The packaged extension, as the last `npm run package` made it. */
export function packagedExtension() {
  const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return join(root, `${name}-${version}.vsix`);
}

/** A folder with the packaged extension as code-server installs it: once for all suites, until it is packaged again. */
function installedExtension() {
  const vsix = packagedExtension();
  const { size, mtimeMs } = statSync(vsix);
  const all = join(here, 'installed');
  const place = join(all, `${size}-${Math.round(mtimeMs)}`);
  if (existsSync(place)) return place;
  rmSync(all, { recursive: true, force: true });
  const made = `${place}.part`;
  const data = mkdtempSync(join(tmpdir(), 'dce-lint-install-'));
  const places = ['--config', join(data, 'config.yaml'), '--user-data-dir', data, '--extensions-dir', made];
  execFileSync(editorNode, [entry, ...places, '--install-extension', vsix], { ...offline(), stdio: 'pipe' });
  rmSync(data, { recursive: true, force: true });
  // Where it stood: the copies stand elsewhere, and are found without it.
  rmSync(join(made, 'extensions.json'), { force: true });
  renameSync(made, place);
  return place;
}

const offline = () => ({ env: { ...process.env, EXTENSIONS_GALLERY: '{}' } });

/**
 * Serves the workbench, on this machine only, with the packaged extension installed.
 *
 * @param {Record<string, unknown>} [more] further user settings
 * @param {'en' | 'fr'} [locale] language of the extensions
 * @returns {Promise<{ url(folder: string): string, stop(): Promise<void> }>} the address that opens a folder,
 *   given by its path or its URI; `stop` also ends the language servers that were started
 */
export async function startWorkbench(more = {}, locale = 'en') {
  installWorkbench();
  const data = mkdtempSync(join(tmpdir(), 'dce-lint-editor-'));
  mkdirSync(join(data, 'User'));
  writeFileSync(join(data, 'User', 'settings.json'), JSON.stringify({ ...settings, ...more }));
  cpSync(installedExtension(), join(data, 'extensions'), { recursive: true });
  // Two more extensions, for virtual workspaces and for an assistant: what is there before the first start is taken as installed.
  for (const name of ['virtual', 'assistant'])
    cpSync(join(here, name), join(data, 'extensions', `dce-lint-test.${name}-0.0.0`), { recursive: true });
  const places = ['--config', join(data, 'config.yaml'), '--user-data-dir', data];
  places.push('--extensions-dir', join(data, 'extensions'));
  if (locale === 'fr') languagePack(data);
  const port = await freePort();
  const server = spawn(
    editorNode,
    [
      entry,
      ...places,
      ...['--bind-addr', `127.0.0.1:${port}`, '--auth', 'none'],
      ...['--disable-telemetry', '--disable-update-check', '--disable-workspace-trust'],
      '--disable-getting-started-override',
      ...['--locale', locale],
    ],
    // Its own process group: extension hosts and language servers outlive the page, and are ended with the group.
    { ...offline(), detached: true, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const exited = once(server, 'exit');
  const stop = async () => {
    if (server.exitCode === null && server.signalCode === null) {
      process.kill(-(/** @type {number} */ (server.pid)), 'SIGKILL');
      await exited;
    }
    rmSync(data, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    await listening(server);
  } catch (error) {
    await stop();
    throw error;
  }
  const url = (folder) => `http://127.0.0.1:${port}/?folder=${encodeURIComponent(folder)}`;
  return { url, stop };
}

/** Resolves when code-server says that it listens; rejects, with what it wrote, when it ends before. */
function listening(server) {
  return new Promise((resolve, reject) => {
    let written = '';
    const read = (chunk) => {
      written += chunk;
      if (written.includes('HTTP server listening on')) resolve(undefined);
    };
    server.stdout.on('data', read);
    server.stderr.on('data', read);
    server.once('exit', (code) => reject(new Error(`code-server ended with ${code}:\n${written}`)));
  });
}

/** @returns {Promise<number>} */
async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (probe.address());
  probe.close();
  await once(probe, 'close');
  return port;
}

/** Opens a headless browser; `close` it when done. */
export async function openBrowser() {
  installWorkbench();
  const { chromium } = await import('playwright-core');
  return chromium.launch({
    executablePath: installChromium(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/**
 * A workbench with a browser in front of it, for a suite of tests.
 *
 * @param {Parameters<typeof startWorkbench>} given what the workbench is started with
 * @returns {Promise<{ open(folder: string, size?: { width: number, height: number }): Promise<import('playwright-core').Page>,
 *   newPage(size?: { width: number, height: number }): Promise<import('playwright-core').Page>, url(folder: string): string, close(): Promise<void> }>}
 *   `open` gives a page on a folder, `newPage` one on nothing yet; each waits 30 s at most for what is asked of it
 */
export async function openEditor(...given) {
  mkdirSync(artifacts, { recursive: true });
  const workbench = await startWorkbench(...given);
  const browser = await openBrowser().catch(async (error) => {
    await workbench.stop();
    throw error;
  });
  const newPage = async (size = { width: 1280, height: 860 }) => {
    const page = await browser.newPage({ viewport: size });
    page.setDefaultTimeout(30_000);
    return page;
  };
  return {
    newPage,
    async open(folder, size) {
      const page = await newPage(size);
      await page.goto(workbench.url(folder));
      return page;
    },
    url: workbench.url,
    async close() {
      await browser.close();
      await workbench.stop();
    },
  };
}
