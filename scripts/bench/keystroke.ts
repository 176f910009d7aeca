import { Client } from './client.ts';
import { cpuOf } from './cpu.ts';
import { draftOf, randomOf } from './drafts.ts';
import { proseOf } from './prose.ts';

/** Milliseconds from an edit sent to its diagnostics received. */
export interface Keystrokes {
  readonly opening: number;
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
}

/** Edits one after the other, with what each takes of a processor. */
export interface Typing extends Keystrokes {
  /** Milliseconds of the server's main thread for one edit, on average of those after the first; undefined where the system does not tell. */
  readonly cpu: number | undefined;
}

const spent = (client: Client): number | undefined =>
  process.platform === 'linux' && client.process.pid ? cpuOf(client.process.pid) : undefined;

const EDITS = 60;
/** Edits after which the engine has compiled most of what they run. */
const WARM = 15;

/** Types single characters at the start, the middle and the end of a draft, in a server that has it open. */
export async function keystrokes(
  command: readonly string[],
  bytes: number,
  { pull, ranges }: { readonly pull: boolean; readonly ranges: boolean },
): Promise<Typing> {
  const client = new Client(command);
  try {
    await client.start(pull);
    const uri = 'file:///bench/cctp.md';
    let lines = draftOf(bytes).split('\n');
    const before = performance.now();
    await client.open(uri, lines.join('\n'));
    const opening = performance.now() - before;
    const times: number[] = [];
    let first: number | undefined;
    for (let i = 0; i < EDITS; i++) {
      if (i === WARM) first = spent(client);
      const { line, character } = placeIn(lines, [0.02, 0.5, 0.9][i % 3] as number, i);
      const was = lines[line] as string;
      lines = lines.with(line, `${was.slice(0, character)}e${was.slice(character)}`);
      const at = { line, character };
      const change = ranges ? { range: { start: at, end: at }, text: 'e' } : { text: lines.join('\n') };
      const start = performance.now();
      await client.change(uri, change);
      times.push(performance.now() - start);
    }
    const last = spent(client);
    const cpu = first === undefined || last === undefined ? undefined : (last - first) / (EDITS - WARM);
    return { opening, ...sharesOf(times), cpu };
  } finally {
    await client.stop();
  }
}

function sharesOf(times: readonly number[]): Omit<Keystrokes, 'opening'> {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] as number;
  return { p50: at(0.5), p95: at(0.95), max: at(1) };
}

/** Edits at places drawn by lot: in the text, and in the front matter, which is too small for the lot to fall on it. */
export interface Scattered {
  readonly text: Omit<Keystrokes, 'opening'>;
  readonly head: Omit<Keystrokes, 'opening'>;
}

const PLACES = 200;
const IN_HEAD = 20;
const TYPED = 'esair1 .,;-';

/** Types one character at places drawn by lot in a draft of another make, and takes each back before the next. */
export async function scattered(command: readonly string[], bytes: number, seed = 1): Promise<Scattered> {
  const client = new Client(command);
  try {
    await client.start(true);
    const uri = 'file:///bench/rc.md';
    const text = proseOf(bytes, seed);
    await client.open(uri, text);
    const random = randomOf(seed);
    const head = text.indexOf('\n---') + 1;
    const times = { text: [] as number[], head: [] as number[] };
    for (let i = 0; i < PLACES; i++) {
      const where = i % (PLACES / IN_HEAD) === 0 ? 'head' : 'text';
      const offset = Math.floor(random() * (where === 'head' ? head : text.length));
      const before = text.slice(0, offset);
      const at = { line: before.split('\n').length - 1, character: offset - before.lastIndexOf('\n') - 1 };
      const typed = TYPED[Math.floor(random() * TYPED.length)] as string;
      const start = performance.now();
      await client.change(uri, { range: { start: at, end: at }, text: typed });
      times[where].push(performance.now() - start);
      await client.change(uri, { range: { start: at, end: { ...at, character: at.character + 1 } }, text: '' });
    }
    return { text: sharesOf(times.text), head: sharesOf(times.head) };
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
