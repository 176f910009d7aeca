import { today } from '../../clock.ts';
import { Desk } from '../../mcp/desk.ts';
import { OK, type Terminal } from '../io.ts';
import { version } from '../version.ts';

/** Serves an assistant on standard input and output, for as long as it listens. */
export async function mcpCommand(folders: readonly string[], terminal: Terminal): Promise<number> {
  const { cwd, language = 'fr' } = terminal;
  const desk = await Desk.open(folders, { cwd, language, today: dayFrom(terminal.today) });
  const { serve } = await import('../../mcp/main.ts');
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
