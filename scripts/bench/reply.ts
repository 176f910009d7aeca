import { Client } from './client.ts';
import { draftOf } from './drafts.ts';

/** How a server answers while it reads a draft for the first time, in milliseconds. */
export interface Replies {
  /** From spawn to the findings of the draft. */
  readonly start: number;
  /** From the opening of the draft to its findings. */
  readonly opening: number;
  /** The longest wait for a request that asks for no work. */
  readonly longest: number;
}

const EVERY = 5;

/** Opens a draft in a server just spawned, and asks it for nothing every few milliseconds until its findings come. */
export async function replies(command: readonly string[], bytes: number, pull: boolean): Promise<Replies> {
  const spawned = performance.now();
  const client = new Client(command);
  try {
    await client.start(pull);
    const waits: Promise<number>[] = [];
    const opened = performance.now();
    const ping = () => waits.push(client.ping());
    const timer = setInterval(ping, EVERY);
    await client.open('file:///bench/cctp.md', draftOf(bytes));
    clearInterval(timer);
    const now = performance.now();
    return { start: now - spawned, opening: now - opened, longest: Math.max(...(await Promise.all(waits))) };
  } finally {
    await client.stop();
  }
}
