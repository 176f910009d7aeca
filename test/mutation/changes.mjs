/** The changes that are tried, and the one program that holds them all beside the tests. */
import { readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Instrumenter } from '@stryker-mutator/instrumenter';
import { build } from 'esbuild';

/**
 * @typedef {object} Change
 * @property {string} id by which the changed code knows whether it is on
 * @property {string} file path from the project's root
 * @property {number} line from 1
 * @property {string} kind
 * @property {string} before what is written there
 * @property {string} after what is written there instead
 */

const SILENT = { debug() {}, info() {}, warn() {}, isDebugEnabled: () => false };

/** What tells a change from all others, whatever was changed above it. */
export const nameOf = (/** @type {Change} */ { file, line, kind, before, after }) =>
  JSON.stringify([file, line, kind, before, after]);

/**
 * Every change that Stryker would make in files, and these files with all of them, each behind a switch.
 *
 * @param {readonly string[]} files
 */
export async function changesOf(files) {
  const sources = files.map((file) => ({ name: resolve(file), mutate: true, content: readFileSync(file, 'utf8') }));
  const options = { plugins: null, excludedMutations: [], ignorers: [] };
  const { files: written, mutants } = await new Instrumenter(SILENT).instrument(sources, options);
  const texts = new Map(sources.map(({ name, content }) => [name, content.split('\n')]));
  /** @type {Change[]} */
  const changes = mutants
    .filter(({ status }) => status === undefined)
    .map(({ id, fileName, mutatorName, replacement, location: { start, end } }) => {
      const lines = texts.get(fileName).slice(start.line, end.line + 1);
      lines[lines.length - 1] = lines.at(-1).slice(0, end.column);
      lines[0] = lines[0].slice(start.column);
      const file = relative('.', fileName);
      return { id, file, line: start.line + 1, kind: mutatorName, before: lines.join('\n'), after: replacement };
    });
  return { changes, contents: new Map(written.map(({ name, content }) => [name, content])) };
}

/**
 * The tests and all they import as one script, which is run again and again: each time it begins with nothing remembered.
 *
 * @param {readonly string[]} specs
 * @param {ReadonlyMap<string, string>} contents what files say, by absolute path, in place of what they are
 */
export async function scriptOf(specs, contents) {
  const ours = {
    name: 'ours',
    setup(/** @type {import('esbuild').PluginBuild} */ { onLoad }) {
      onLoad({ filter: /\.(?:ts|mjs)$/ }, ({ path }) => {
        if (path.includes('node_modules')) return undefined;
        const text = contents.get(path) ?? readFileSync(path, 'utf8');
        const address = JSON.stringify(pathToFileURL(path).href);
        return { contents: text.replaceAll('import.meta.url', address), loader: path.endsWith('ts') ? 'ts' : 'js' };
      });
    },
  };
  const { outputFiles } = await build({
    stdin: { contents: specs.map((s) => `import './${s}';`).join('\n'), resolveDir: '.', loader: 'ts' },
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'node',
    legalComments: 'none',
    logLevel: 'error',
    plugins: [ours],
  });
  return outputFiles[0].text;
}
