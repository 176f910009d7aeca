/** A real VS Code workbench with the packaged extension, and a browser to drive it. */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { codeServer, editorNode, installChromium, installWorkbench, root } from './setup.mjs';

const entry = join(codeServer, 'out', 'node', 'entry.js');

/** Nothing that asks, advertises, updates or calls outside. */
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
  'npm.fetchOnlinePackageInfo': false,
  'chat.disableAIFeatures': true,
  'editor.lightbulb.enabled': 'on',
  'editor.wordWrap': 'on',
};

/** Builds and packages the extension as it is now; gives the path of the .vsix. */
export function packageExtension() {
  const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  execFileSync(process.execPath, ['scripts/build.mjs'], { cwd: root, stdio: 'inherit' });
  execFileSync(process.execPath, ['scripts/package.mjs'], { cwd: root, stdio: 'inherit' });
  return join(root, `${name}-${version}.vsix`);
}

/**
 * Serves the workbench on this machine only, with the extension installed and `folder` open.
 *
 * @param {{ folder: string, vsix: string }} options
 * @returns {Promise<{ url: string, stop(): Promise<void> }>} `stop` also ends the language servers it started
 */
export async function startWorkbench({ folder, vsix }) {
  installWorkbench();
  const data = mkdtempSync(join(tmpdir(), 'dce-lint-editor-'));
  mkdirSync(join(data, 'User'));
  writeFileSync(join(data, 'User', 'settings.json'), JSON.stringify(settings));
  const places = ['--config', join(data, 'config.yaml'), '--user-data-dir', data];
  places.push('--extensions-dir', join(data, 'extensions'));
  const options = { env: { ...process.env, EXTENSIONS_GALLERY: '{}' } };

  execFileSync(editorNode, [entry, ...places, '--install-extension', vsix], options);
  const port = await freePort();
  const server = spawn(
    editorNode,
    [
      entry,
      ...places,
      ...['--bind-addr', `127.0.0.1:${port}`, '--auth', 'none'],
      ...['--disable-telemetry', '--disable-update-check', '--disable-workspace-trust'],
      '--disable-getting-started-override',
      folder,
    ],
    // Its own process group: extension hosts and language servers outlive the page, and are ended with the group.
    { ...options, detached: true, stdio: ['ignore', 'pipe', 'pipe'] },
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
  return { url: `http://127.0.0.1:${port}/?folder=${encodeURIComponent(folder)}`, stop };
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
