/**
 * Puts data in a bundle as text that is read when its module is: a program reads JSON far sooner than the same as code.
 * Of the manifest programs want the version and the project's address alone. The known wordings, which few ever ask for, are squeezed.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { strToU8, zlibSync } from 'fflate';

const root = fileURLToPath(new URL('..', import.meta.url));

export const dataAsText = {
  name: 'data-as-text',
  /** @param {import('esbuild').PluginBuild} build */
  setup(build) {
    build.onLoad({ filter: /\.json$/ }, ({ path }) => {
      const data = JSON.parse(readFileSync(path, 'utf8'));
      if (/[/\\]package\.json$/.test(path))
        return { loader: 'json', contents: JSON.stringify({ version: data.version, repository: data.repository }) };
      if (/[/\\]wordings\.json$/.test(path)) return squeezed(data);
      return { contents: `export default JSON.parse(${JSON.stringify(JSON.stringify(data))});` };
    });
  },
};

/** The file beside the programs that holds what the reader has learnt: too large to be compiled with each of them. */
export const MODEL = 'model.json';

/** Reads the model from its file beside the program. A file that is gone or cut is refused as a damaged one is. */
export const modelBeside = {
  name: 'model-beside',
  /** @param {import('esbuild').PluginBuild} build */
  setup(build) {
    build.onLoad({ filter: /[/\\]reading[/\\]model[/\\]model\.json$/ }, () => ({
      resolveDir: root,
      contents: `import { readFileSync } from 'node:fs';
import { join } from 'node:path';
const read = () => {
  try {
    return JSON.parse(readFileSync(join(__dirname, '${MODEL}'), 'utf8'));
  } catch {
    return {};
  }
};
export default read();`,
    }));
  },
};

/** A module that unpacks data when it is read. Without a date: the same data give the same bytes. */
function squeezed(/** @type {unknown} */ data) {
  const packed = Buffer.from(zlibSync(strToU8(JSON.stringify(data)), { level: 9 })).toString('base64');
  const bytes = `Uint8Array.from(atob('${packed}'), (c) => c.charCodeAt(0))`;
  const contents = `import { strFromU8, unzlibSync } from 'fflate';
export default JSON.parse(strFromU8(unzlibSync(${bytes})));`;
  return { contents, resolveDir: root };
}
