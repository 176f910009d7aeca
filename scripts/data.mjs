/**
 * Puts data in a bundle as text that is read when its module is: a program reads JSON far sooner than the same as code.
 * Of the manifest programs want the version and the project's address alone. What the reader has learnt stands beside the programs, once for all of them.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { pack } from './pack.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

export const dataAsText = {
  name: 'data-as-text',
  /** @param {import('esbuild').PluginBuild} build */
  setup(build) {
    build.onLoad({ filter: /\.json$/ }, ({ path }) => {
      const data = JSON.parse(readFileSync(path, 'utf8'));
      if (/[/\\]package\.json$/.test(path))
        return { loader: 'json', contents: JSON.stringify({ version: data.version, repository: data.repository }) };
      return { contents: `export default JSON.parse(${JSON.stringify(JSON.stringify(data))});` };
    });
  },
};

/** Files beside the programs: what the reader has learnt, too large to be in each of them, and the wordings that it was taught from. */
export const MODEL = 'model.bin';
export const WORDINGS = 'wordings.json';

const learnt = new URL('../rules/reading/model/', import.meta.url);

/** Writes these files in a folder. */
export function writeLearnt(/** @type {URL} */ folder) {
  const json = (/** @type {string} */ name) => JSON.parse(readFileSync(new URL(name, learnt), 'utf8'));
  writeFileSync(new URL(MODEL, folder), pack(json('model.json')));
  writeFileSync(new URL(WORDINGS, folder), JSON.stringify(json('wordings.json')));
}

const MODEL_FILE = /[/\\]reading[/\\]model[/\\]model\.json$/;
const WORDINGS_FILE = /[/\\]reading[/\\]model[/\\]wordings\.json$/;

/** A module that reads a file beside the program. A file that is gone or cut is refused as a damaged one is. */
const reading = (/** @type {string} */ file, /** @type {string} */ read, more = '') => ({
  resolveDir: root,
  contents: `import { readFileSync } from 'node:fs';
import { join } from 'node:path';
${more}
const read = (bytes) => ${read};
const found = () => {
  try {
    return read(readFileSync(join(__dirname, '${file}')));
  } catch {
    return {};
  }
};
export default found();`,
});

/** Where there is Node, programs read these files themselves. */
export const learntBeside = {
  name: 'learnt-beside',
  /** @param {import('esbuild').PluginBuild} build */
  setup(build) {
    build.onLoad({ filter: MODEL_FILE }, () =>
      reading(MODEL, 'unpack(bytes)', "import { unpack } from './rules/reading/packed.ts';"),
    );
    build.onLoad({ filter: WORDINGS_FILE }, () => reading(WORDINGS, 'JSON.parse(bytes)'));
  },
};

/** In a browser they are given to the program. */
export const learntGiven = {
  name: 'learnt-given',
  /** @param {import('esbuild').PluginBuild} build */
  setup(build) {
    for (const filter of [MODEL_FILE, WORDINGS_FILE])
      build.onLoad({ filter }, () => ({ contents: 'export default {};' }));
  },
};
