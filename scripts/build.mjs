/**
 * Bundles the three programs into `dist/`: the VS Code client, the language server, the command line; and what writes pages.
 * `--dev` keeps the code readable and adds source maps.
 */
import { chmodSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { reportApart } from './apart.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const dev = process.argv.includes('--dev');

const bundles = [
  { entry: 'client/node.ts', outfile: 'dist/client.cjs', external: ['vscode'] },
  { entry: 'server/main.ts', outfile: 'dist/server.cjs' },
  { entry: 'server/report/main.ts', outfile: 'dist/report.cjs' },
  { entry: 'server/cli/main.ts', outfile: 'dist/cli.cjs', command: true },
];

/** Libraries written as ES modules ask for the address of their file, which CommonJS does not give. */
const moduleAddress = `const importMetaUrl = require('node:url').pathToFileURL(__filename).href;`;

rmSync(new URL('../dist', import.meta.url), { recursive: true, force: true });
for (const { entry, outfile, external, command } of bundles) {
  await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile,
    external,
    banner: { js: command ? `#!/usr/bin/env node\n${moduleAddress}` : moduleAddress },
    define: { 'import.meta.url': 'importMetaUrl' },
    bundle: true,
    plugins: [reportApart],
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    mainFields: ['module', 'main'],
    minify: !dev,
    sourcemap: dev && 'inline',
    logLevel: 'warning',
  });
  if (command) chmodSync(new URL(`../${outfile}`, import.meta.url), 0o755);
}
