import { Client } from './client.ts';
import { draftOf } from './drafts.ts';

/** Milliseconds from an edit sent to its diagnostics received. */
export interface Keystrokes {
  readonly opening: number;
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
}

const EDITS = 60;

/** Types single characters at the start, the middle and the end of a draft, in a server that has it open. */
export async function keystrokes(
  command: readonly string[],
  bytes: number,
  { pull, ranges }: { readonly pull: boolean; readonly ranges: boolean },
): Promise<Keystrokes> {
  const client = new Client(command);
  try {
    await client.start(pull);
    const uri = 'file:///bench/cctp.md';
    let lines = draftOf(bytes).split('\n');
    const before = performance.now();
    await client.open(uri, lines.join('\n'));
    const opening = performance.now() - before;
    const times: number[] = [];
    for (let i = 0; i < EDITS; i++) {
      const { line, character } = placeIn(lines, [0.02, 0.5, 0.9][i % 3] as number, i);
      const was = lines[line] as string;
      lines = lines.with(line, `${was.slice(0, character)}e${was.slice(character)}`);
      const at = { line, character };
      const change = ranges ? { range: { start: at, end: at }, text: 'e' } : { text: lines.join('\n') };
      const start = performance.now();
      await client.change(uri, change);
      times.push(performance.now() - start);
    }
    times.sort((a, b) => a - b);
    const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] as number;
    return { opening, p50: at(0.5), p95: at(0.95), max: at(1) };
  } finally {
    await client.stop();
  }
}

/** A place inside a word of a paragraph, near a share of the lines. */
function placeIn(lines: readonly string[], share: number, i: number): { line: number; character: number } {
  for (let line = Math.max(0, Math.floor(lines.length * share) - i); ; line++) {
    const text = lines[line];
    if (text === undefined) throw new Error('no paragraph left');
    const at = text.indexOf(' ', 20 + (i % 30));
    if (/^\p{L}/u.test(text) && at > 0) return { line, character: at };
  }
}
