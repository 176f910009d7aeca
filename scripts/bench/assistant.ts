import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';

const path = (from: string) => fileURLToPath(new URL(`../../${from}`, import.meta.url));

/** How long a tool takes to answer, in milliseconds. */
export interface Answers {
  readonly tool: string;
  readonly calls: number;
  /** The first answer, the start of the program included. */
  readonly first: number;
  readonly p50: number;
  readonly p95: number;
}

/** Asks the MCP server, once it is warm, as an assistant does: one call after the other, by the standard streams. */
export async function answers(calls: number): Promise<readonly Answers[]> {
  const sentences = readFileSync(path('test/law/citations-right.tsv'), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t')[3] ?? '');
  const asked: readonly (readonly [string, (i: number) => Record<string, unknown>])[] = [
    ['validate_citations', (i) => ({ citations: [sentences[i % sentences.length]] })],
    ['check', () => ({ path: 'rc.md' })],
    ['explain', () => ({ what: 'R2152-7' })],
    ['clauses', () => ({ action: 'find', query: 'variantes' })],
  ];
  const measured: Answers[] = [];
  for (const [tool, given] of asked) {
    const client = new Client({ name: 'bench', version: '1.0.0' });
    const args = [path('dist/cli.cjs'), 'mcp', path('examples/consultation-fautive')];
    const ask = async (i: number) => {
      const start = performance.now();
      const { isError } = await client.callTool({ name: tool, arguments: given(i) });
      if (isError) throw new Error(tool);
      return performance.now() - start;
    };
    const begun = performance.now();
    await client.connect(new StdioClientTransport({ command: process.execPath, args }));
    await ask(0);
    const first = performance.now() - begun;
    for (let i = 0; i < 10; i++) await ask(i);
    const times: number[] = [];
    for (let i = 0; i < calls; i++) times.push(await ask(i));
    await client.close();
    times.sort((a, b) => a - b);
    const at = (share: number) => times[Math.floor(share * (times.length - 1))] as number;
    measured.push({ tool, calls, first, p50: at(0.5), p95: at(0.95) });
  }
  return measured;
}
