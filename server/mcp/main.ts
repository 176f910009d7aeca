import { McpServer, ProtocolError, ProtocolErrorCode } from '@modelcontextprotocol/server';
import { type ServeStdioOptions, StdioServerTransport, serveStdio } from '@modelcontextprotocol/server/stdio';
import type { Desk } from './desk.ts';
import { faultOf, inputSchema, offers } from './schemas.ts';

/** Bytes of one message: a text of the longest admitted, however it is escaped. */
const MOST_MESSAGE = 16 * 1024 * 1024;

const INSTRUCTIONS = `DCE Lint relit les dossiers de consultation des marchés publics français (RC, CCTP, CCAP, AE…), hors ligne, au droit daté. Vérifier ce qui est rédigé avec « check », et toute référence juridique avec « validate_citations » avant de l’écrire. L’absence de constat n’est pas une preuve de conformité. Rien n’est écrit ni envoyé.`;

const ABOUT = { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false };

/** What is offered does not change while the program runs. */
const LASTING = { ttlMs: 3_600_000, cacheScope: 'public' } as const;

const refused = (why: string) => new ProtocolError(ProtocolErrorCode.InvalidParams, why);

/** A server of the Model Context Protocol over what a desk answers. */
function serverOf(desk: Desk, version: string): McpServer {
  const mcp = new McpServer(
    { name: 'dce-lint', title: 'DCE Lint', version },
    {
      capabilities: { tools: {}, resources: {}, prompts: {} },
      instructions: INSTRUCTIONS,
      cacheHints: {
        'tools/list': LASTING,
        'prompts/list': LASTING,
        'resources/list': LASTING,
        'resources/templates/list': LASTING,
      },
    },
  );
  const { server } = mcp;
  server.setRequestHandler('tools/list', () => ({
    tools: offers.map((offer) => ({
      name: offer.name,
      title: offer.title,
      description: offer.description,
      inputSchema: inputSchema(offer),
      annotations: { title: offer.title, ...ABOUT },
    })),
  }));
  server.setRequestHandler('tools/call', async ({ params }) => {
    const answer = await answerTo(desk, params.name, params.arguments);
    return 'refused' in answer
      ? { content: [{ type: 'text' as const, text: answer.refused }], isError: true }
      : { content: [{ type: 'text' as const, text: answer.text }] };
  });
  server.setRequestHandler('resources/list', () => ({ resources: [...desk.resources] }));
  server.setRequestHandler('resources/templates/list', () => ({ resourceTemplates: [...desk.templates] }));
  server.setRequestHandler('resources/read', async ({ params: { uri } }) => {
    const found = await desk.read(uri);
    if ('refused' in found) throw refused(found.refused);
    return { contents: [{ uri, mimeType: found.mimeType, text: found.text }] };
  });
  server.setRequestHandler('prompts/list', () => ({
    prompts: desk.prompts.map(({ text: _, arguments: args, ...offer }) => ({ ...offer, arguments: [...args] })),
  }));
  server.setRequestHandler('prompts/get', ({ params }) => {
    const found = desk.prompt(params.name, params.arguments);
    if ('refused' in found) throw refused(found.refused);
    const content = { type: 'text' as const, text: found.text };
    return { description: found.offer.description, messages: [{ role: 'user' as const, content }] };
  });
  return mcp;
}

/** The answer to a call whose arguments nobody has looked at yet. */
export async function answerTo(
  desk: Desk,
  name: string,
  given: unknown,
  unsaved: Readonly<Record<string, string>> = {},
): Promise<{ readonly text: string } | { readonly refused: string }> {
  const offer = offers.find((o) => o.name === name);
  if (!offer)
    return { refused: `Aucun outil « ${name.slice(0, 100)} ». Les outils : ${offers.map((o) => o.name).join(', ')}.` };
  const fault = faultOf(offer, given);
  return fault ? { refused: fault } : desk.call(offer.name, given ?? {}, unsaved);
}

/** Serves on a transport of its own, for as long as it lasts. `log` takes one line. */
export const serveOn = (
  desk: Desk,
  version: string,
  log: (line: string) => void,
  transport: NonNullable<ServeStdioOptions['transport']>,
) => serveStdio(() => serverOf(desk, version), { transport, onerror: (error) => log(error.message) });

/** Serves on standard input and output until the input ends. */
export function serve(desk: Desk, version: string, log: (line: string) => void): Promise<void> {
  return new Promise((resolve) => {
    const options = { maxBufferSize: MOST_MESSAGE };
    serveOn(desk, version, log, new StdioServerTransport(process.stdin, process.stdout, options));
    process.stdin.once('close', resolve);
    process.stdin.once('end', resolve);
  });
}
