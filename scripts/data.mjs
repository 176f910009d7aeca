/**
 * Puts data in a bundle as text that is read when its module is: a program reads JSON far sooner than the same as code.
 * Of the manifest programs want the version alone.
 */
import { readFileSync } from 'node:fs';

export const dataAsText = {
  name: 'data-as-text',
  /** @param {import('esbuild').PluginBuild} build */
  setup(build) {
    build.onLoad({ filter: /\.json$/ }, ({ path }) => {
      const data = JSON.parse(readFileSync(path, 'utf8'));
      if (/[/\\]package\.json$/.test(path))
        return { loader: 'json', contents: JSON.stringify({ version: data.version }) };
      return { contents: `export default JSON.parse(${JSON.stringify(JSON.stringify(data))});` };
    });
  },
};
