/**
 * Makes the examples of a rule when they are first asked for: a draft is checked without them, and to make them all takes a
 * good part of a start.
 */
import { readFileSync } from 'node:fs';

export const examplesLater = {
  name: 'examples-later',
  /** @param {import('esbuild').PluginBuild} build */
  setup(build) {
    build.onLoad({ filter: /[/\\]rules[/\\][\w-]+[/\\][\w-]+\.ts$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8');
      // As Biome lays a rule out; one that has them from elsewhere stays as it is.
      const contents = text.replace(/^ {2}examples: (\{\n.*?\n {2}\}),$/ms, '  get examples() {\n    return $1;\n  },');
      return contents === text ? undefined : { contents, loader: 'ts' };
    });
  },
};
