/**
 * Takes out of workerpool what would run a text as a program: functions sent to a worker as source, and the worker that it
 * carries as a text. Our threads have their own script and named tasks alone.
 */
import { readFileSync } from 'node:fs';

export const noCodeFromText = {
  name: 'no-code-from-text',
  /** @param {import('esbuild').PluginBuild} build */
  setup(build) {
    build.onLoad({ filter: /workerpool[/\\]src[/\\]generated[/\\]embeddedWorker\.js$/ }, () => ({
      contents: `module.exports = '';`,
    }));
    build.onLoad({ filter: /workerpool[/\\]src[/\\]worker\.js$/ }, ({ path }) => {
      const source = readFileSync(path, 'utf8');
      const contents = source.replace(/new Function\(.*\);/, `null; throw new Error('A task has a name.');`);
      if (contents === source || contents.includes('new Function')) throw new Error('workerpool has changed');
      return { contents };
    });
  },
};
