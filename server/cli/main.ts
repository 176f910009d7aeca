import { isMainThread } from 'node:worker_threads';
import { today } from '../clock.ts';
import { prepareEngine } from '../engine.ts';
import { languageOf, takesColour } from './environment.ts';
import { FAILED } from './io.ts';
import { whyNot } from './output.ts';
import { run } from './program.ts';
import { serve } from './workers.ts';

const write = (stream: NodeJS.WriteStream) => (text: string) => {
  stream.write(text);
};

async function stdin(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}

// A full disk or a reader that has gone: what was to be said has not been, whatever the code would have been.
process.stdout.once('error', (error) => {
  process.stdout.on('error', () => {});
  process.stderr.write(`dce-lint : sortie standard : écriture impossible, ${whyNot(error)}\n`, () =>
    process.exit(FAILED),
  );
});
// There is no one left to say it to, and the code stands.
process.stderr.on('error', () => {});

async function main(): Promise<void> {
  const code = await run(process.argv.slice(2), {
    cwd: process.cwd(),
    today: today(),
    colour: takesColour(process.env, process.stdout.isTTY === true),
    interactive: process.stderr.isTTY === true,
    language: languageOf(process.env),
    environment: process.env,
    elapsed: () => performance.now(),
    out: write(process.stdout),
    err: write(process.stderr),
    stdin,
  });
  if (code !== undefined) process.exitCode = code;
}

// The threads of a check run this very file.
if (isMainThread) {
  prepareEngine();
  void main();
} else serve();
