/**
 * Has docx take nanoid from the package that is installed: docx carries a copy of a version that asks for Node 22, and the bill
 * of materials must name the one that is shipped.
 */
import { readFileSync } from 'node:fs';

const COPY = /^\/\/ node_modules\/nanoid\/[\s\S]*?(?=^\/\/ (?!node_modules\/nanoid\/))/m;

export const nanoidAsInstalled = {
  name: 'nanoid-as-installed',
  /** @param {import('esbuild').PluginBuild} build */
  setup(build) {
    build.onLoad({ filter: /docx[/\\]dist[/\\]index\.mjs$/ }, ({ path }) => {
      const source = readFileSync(path, 'utf8');
      const contents = source.replace(COPY, `import { customAlphabet, nanoid } from 'nanoid/non-secure';\n`);
      if (contents === source || COPY.test(contents)) throw new Error('docx has changed');
      return { contents };
    });
  },
};
