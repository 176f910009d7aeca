import { resolve } from 'node:path';
import { watch as follow } from 'chokidar';
import { isDynamicPattern } from 'tinyglobby';
import { OK, type Terminal, UsageError } from './io.ts';

/** What a change of makes a new check worth it: drafts and configuration. */
const FOLLOWED = /\.(?:md|markdown|docx)$|(?:^|[/\\])(?:\.dce-lint|dce)\.ya?ml$/i;
const LEFT_OUT = /(?:^|[/\\])(?:node_modules|\.git)(?:[/\\]|$)/;

/** Runs a check now and after each change, until the terminal's signal. A mistake that a change may mend does not stop it. */
export async function watch(
  paths: readonly string[],
  check: () => Promise<number>,
  terminal: Terminal,
): Promise<number> {
  const attempt = async () => {
    try {
      await check();
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      terminal.err(`dce-lint : ${error.message}\n`);
    }
  };
  const watcher = follow(
    paths.map((p) => (isDynamicPattern(p) ? terminal.cwd : resolve(terminal.cwd, p))),
    {
      ignoreInitial: true,
      ignored: (path, stats) => LEFT_OUT.test(path) || (stats?.isFile() === true && !FOLLOWED.test(path)),
      // A draft is checked once it is whole.
      awaitWriteFinish: { stabilityThreshold: 100, pollInterval: 20 },
    },
  );
  await new Promise<void>((ready) => watcher.once('ready', () => ready()));
  return new Promise<number>((finish, fail) => {
    let wanted = false;
    let running = false;
    const run = async () => {
      wanted = true;
      if (running) return;
      running = true;
      while (wanted && !terminal.signal?.aborted) {
        wanted = false;
        await attempt();
        terminal.err('dce-lint : en attente de changements (Ctrl+C pour finir).\n');
      }
      running = false;
    };
    const start = () => void run().catch(fail);
    watcher.on('all', start);
    watcher.on('error', fail);
    terminal.signal?.addEventListener('abort', () => void watcher.close().then(() => finish(OK), fail));
    start();
  });
}
