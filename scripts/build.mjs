/**
 * Bundles the programs into `dist/`: the VS Code client, the language server and the command line for Node, and what writes
 * pages; the client and the server again for a browser. What the reader has learnt stands beside them. `--dev` keeps the code readable and adds source maps.
 * Beside them go what they are made of (`meta.json`) and the licences of what is not ours.
 */
import { chmodSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { knownAhead } from './ahead.mjs';
import { formatsApart, mcpApart, reportApart, serverApart, wordApart, wordingsApart } from './apart.mjs';
import { bundledPackages, madeOf } from './bundled.mjs';
import { dataAsText, learntBeside, learntGiven, writeLearnt } from './data.mjs';
import { examplesLater } from './examples.mjs';
import { nanoidAsInstalled } from './nanoid.mjs';
import { noCodeFromText } from './no-code.mjs';
import { notices } from './notices.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const dev = process.argv.includes('--dev');

/** Libraries written as ES modules ask for the address of their file, which CommonJS does not give. */
const moduleAddress = `const importMetaUrl = require('node:url').pathToFileURL(__filename).href;`;

const node = {
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  mainFields: ['module', 'main'],
  define: { 'import.meta.url': 'importMetaUrl' },
  // The same as ES modules: one scope, and only what is used of it.
  alias: { yaml: fileURLToPath(new URL('../node_modules/yaml/browser/index.js', import.meta.url)) },
  banner: { js: moduleAddress },
  plugins: [
    learntBeside,
    dataAsText,
    examplesLater,
    formatsApart,
    mcpApart,
    reportApart,
    serverApart,
    wordApart,
    wordingsApart,
    noCodeFromText,
    nanoidAsInstalled,
  ],
};
/** Web workers both: a library's variant for pages, with their `document`, would not do. */
const web = {
  platform: 'browser',
  target: 'es2022',
  mainFields: ['browser', 'module', 'main'],
  conditions: ['worker'],
  plugins: [learntGiven, dataAsText, examplesLater],
};

/** What becomes of each entry. The names in `.cjs` tell VS Code that the file is no ES module. */
export const bundles = [
  { ...node, entryPoints: ['client/node.ts'], outfile: 'dist/client.cjs', external: ['vscode'] },
  { ...node, entryPoints: ['server/main.ts'], outfile: 'dist/server.cjs' },
  { ...node, entryPoints: ['server/report/main.ts'], outfile: 'dist/report.cjs' },
  { ...node, entryPoints: ['server/word/index.ts'], outfile: 'dist/word.cjs' },
  { ...node, entryPoints: ['rules/formats/index.ts'], outfile: 'dist/formats.cjs' },
  {
    ...node,
    entryPoints: ['server/mcp/main.ts'],
    outfile: 'dist/mcp.cjs',
    // No validator that makes functions of schemas: ours are the library's own words, checked before.
    alias: {
      ...node.alias,
      '@modelcontextprotocol/server/_shims': fileURLToPath(new URL('./mcp-shims.mjs', import.meta.url)),
    },
  },
  { ...node, entryPoints: ['rules/reading/wordings.ts'], outfile: 'dist/wordings.cjs' },
  {
    ...node,
    entryPoints: ['server/cli/main.ts'],
    outfile: 'dist/cli.cjs',
    banner: { js: `#!/usr/bin/env node\n${moduleAddress}` },
  },
  { ...web, entryPoints: ['client/web.ts'], outfile: 'dist/web/client.cjs', external: ['vscode'], format: 'cjs' },
  { ...web, entryPoints: ['server/web-main.ts'], outfile: 'dist/web/server.js', format: 'iife' },
].map((bundle) => ({
  absWorkingDir: root,
  bundle: true,
  logLevel: 'warning',
  // Every engine meant has them; else each `/\p{L}/u` would be made anew wherever it is used.
  supported: { 'regexp-unicode-property-escapes': true },
  ...bundle,
}));

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const ahead = await knownAhead(root);
  rmSync(new URL('../dist', import.meta.url), { recursive: true, force: true });
  const bundled = async (bundle) => {
    // What reads whole drafts.
    const plugins = /\b(?:cli|server)\.c?js$/.test(bundle.outfile) ? [...bundle.plugins, ahead] : bundle.plugins;
    return (await build({ ...bundle, plugins, minify: !dev, sourcemap: dev && 'inline', metafile: true })).metafile;
  };
  const made = madeOf(await Promise.all(bundles.map(bundled)), root);
  writeLearnt(new URL('../dist/', import.meta.url));
  chmodSync(new URL('../dist/cli.cjs', import.meta.url), 0o755);
  writeFileSync(new URL('../dist/meta.json', import.meta.url), JSON.stringify(made));
  writeFileSync(new URL('../dist/THIRD_PARTY_NOTICES.txt', import.meta.url), notices(bundledPackages(made, root)));
}
