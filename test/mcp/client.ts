import { Client, InMemoryTransport } from '@modelcontextprotocol/client';
import { Desk } from '../../server/mcp/desk.ts';
import { serveOn } from '../../server/mcp/main.ts';

export interface Answer {
  readonly text: string;
  readonly refused: boolean;
}

export interface Session {
  readonly client: Client;
  call(name: string, given?: Record<string, unknown>): Promise<Answer>;
}

/** How the official client opens a session: as those of 2025 do, or in the revision of 2026. */
export type Era = 'legacy' | '2026-07-28';

/** Talks with the server of some folders through the client of the official library, on the law of 2026-12-01. */
export async function inSession<T>(
  folders: readonly string[],
  era: Era,
  test: (session: Session) => Promise<T>,
): Promise<T> {
  const desk = await Desk.open(folders, { cwd: folders[0] ?? '.', language: 'fr', today: () => '2026-12-01' });
  const [ours, theirs] = InMemoryTransport.createLinkedPair();
  const server = serveOn(desk, '1.0.0', () => {}, theirs);
  const mode = era === 'legacy' ? ('legacy' as const) : { pin: era };
  const client = new Client({ name: 'test', version: '1.0.0' }, { versionNegotiation: { mode } });
  await client.connect(ours);
  try {
    return await test({
      client,
      async call(name, given = {}) {
        const { content, isError } = await client.callTool({ name, arguments: given });
        const [block] = content as { type: string; text: string }[];
        return { text: block?.text ?? '', refused: isError === true };
      },
    });
  } finally {
    await client.close();
    await server.close();
  }
}
