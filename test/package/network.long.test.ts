import assert from 'node:assert/strict';
import { build } from 'esbuild';
// @ts-expect-error plain JavaScript, without types
import { bundles } from '../../scripts/build.mjs';

/** What a program speaks to a network with. `net` is apart: editors may reach a language server by a named pipe. */
const CLIENTS =
  /^(?:node:)?(?:https?|http2|tls|dgram|dns(?:\/promises)?|inspector|undici|ws|axios|got|node-fetch|follow-redirects)$/;
/** The one file that may name `net`. */
const PIPES = /node_modules\/vscode-jsonrpc\/lib\/node\/main\.js$/;
/** Where git is asked who wrote a comment (`test/cli/runs-nothing.slow.test.ts`): the command line alone does. */
const GIT = 'dist/cli.cjs server/cli/git.ts';
/**
 * What can start a program. The client's library starts and stops our server, `program.ts` our command line for an assistant;
 * what would do so in the others is not called.
 */
const STARTERS =
  /^client\/assistants\/program\.ts$|node_modules\/(?:vscode-languageclient\/lib\/node\/(?:main|processes)|vscode-languageserver\/lib\/node\/files|commander\/lib\/command|workerpool\/src\/WorkerHandler)\.js$/;
/** Calls that reach the network or run a text as a program, as they stand in a bundle. */
const CALLS =
  /\bfetch\s*\(|\bXMLHttpRequest\b|\bnew WebSocket\b|\bnew EventSource\b|\bsendBeacon\b|\bimportScripts\b|\beval\s*\(|\bnew Function\b|\bFunction\s*\(\s*["'`]/;

interface Meta {
  readonly inputs: Readonly<Record<string, { readonly imports: readonly { path: string; external?: boolean }[] }>>;
}

describe('What is shipped', () => {
  for (const bundle of bundles) {
    it(`holds no network client, runs no text as a program and starts none but our own and git (${bundle.outfile})`, async () => {
      const { metafile, outputFiles } = await build({ ...bundle, metafile: true, write: false, minify: true });
      const taken = Object.entries((metafile as Meta).inputs).flatMap(([from, { imports }]) =>
        imports.filter((i) => i.external).map((i) => [i.path, from] as const),
      );
      assert.deepEqual(
        taken.filter(([path, from]) => CLIENTS.test(path) || (/^(?:node:)?net$/.test(path) && !PIPES.test(from))),
        [],
      );
      const starters = taken.filter(([path]) => /^(?:node:)?child_process$/.test(path)).map(([, from]) => from);
      assert.deepEqual(
        starters.filter((from) => !STARTERS.test(from) && `${bundle.outfile} ${from}` !== GIT),
        [],
      );
      for (const { text } of outputFiles as { text: string }[]) {
        const found = CALLS.exec(text);
        assert.equal(found && text.slice(found.index - 80, found.index + 80), null);
      }
    }).timeout(0);
  }
});
