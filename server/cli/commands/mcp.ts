import { today } from '../../clock.ts';
import { serveChannel } from '../../mcp/channel.ts';
import { Desk } from '../../mcp/desk.ts';
import { OK, type Terminal, UsageError } from '../io.ts';
import { version } from '../version.ts';

/** Serves an assistant on standard input and output, for as long as it listens. */
export async function mcpCommand(
  folders: readonly string[],
  { ipc }: { readonly ipc?: boolean },
  terminal: Terminal,
): Promise<number> {
  const { cwd, language = 'fr' } = terminal;
  const world = { cwd, today: dayFrom(terminal.today) };
  // Nobody listens to the channel yet, which would not keep the process until then.
  if (ipc) process.channel?.ref();
  const { answerTo, serve } = await import('../../mcp/main.ts');
  if (ipc) {
    if (!process.connected)
      throw new UsageError('--ipc ne vaut que pour l’extension d’un éditeur, qui lance ce programme');
    await serveChannel(world, answerTo);
    return OK;
  }
  const desk = await Desk.open(folders, { ...world, language });
  await serve(desk, version, (line) => terminal.err(`dce-lint : ${line}\n`));
  return OK;
}

/** The day given, until another comes. */
function dayFrom(first: string): () => string {
  const started = today();
  return () => {
    const now = today();
    return now === started ? first : now;
  };
}
