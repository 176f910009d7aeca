import { type FileHandle, mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UsageError } from './io.ts';
import { whyNot } from './output.ts';

/** Bytes kept in memory: what most runs say is less, and then nothing goes to the disk. */
const IN_MEMORY = 32 << 20;
/** Bytes written at once. */
const AT_ONCE = 1 << 20;

/**
 * Texts put aside while others are made, so that a report is written in its order whatever the number of drafts. What is more
 * than memory is meant to hold goes to a file of the user's own, without a name where the system allows it: nobody else opens
 * it, and nothing is left of it if the program is killed. `close` must be called.
 */
export class Spool {
  private readonly kept: { readonly at: number; readonly length: number }[] = [];
  private waiting: Buffer[] = [];
  private waited = 0;
  private readonly memory: Buffer[] = [];
  private held = 0;
  private file: { readonly handle: FileHandle; readonly folder: string } | undefined;
  private written = 0;
  private readonly inMemory: number;

  constructor(inMemory = IN_MEMORY) {
    this.inMemory = inMemory;
  }

  /** Where the text is, for `get`. */
  async put(text: string): Promise<number> {
    const bytes = Buffer.from(text);
    const rank = this.kept.length;
    if (!this.file && this.held + bytes.length <= this.inMemory) {
      this.kept.push({ at: -1 - this.memory.length, length: bytes.length });
      this.memory.push(bytes);
      this.held += bytes.length;
      return rank;
    }
    this.kept.push({ at: this.written + this.waited, length: bytes.length });
    this.waiting.push(bytes);
    this.waited += bytes.length;
    if (this.waited >= AT_ONCE) await this.flush();
    return rank;
  }

  async get(rank: number): Promise<string> {
    const { at, length } = this.kept[rank] as { at: number; length: number };
    if (at < 0) return (this.memory[-1 - at] as Buffer).toString();
    await this.flush();
    const { buffer } = await (this.file as { handle: FileHandle }).handle.read(
      Buffer.allocUnsafe(length),
      0,
      length,
      at,
    );
    return buffer.toString();
  }

  async close(): Promise<void> {
    await this.file?.handle.close();
    if (this.file) await rm(this.file.folder, { recursive: true, force: true });
    this.file = undefined;
  }

  private async flush(): Promise<void> {
    if (this.waited === 0) return;
    const bytes = Buffer.concat(this.waiting);
    this.waiting = [];
    this.waited = 0;
    try {
      this.file ??= await nameless();
      for (let done = 0; done < bytes.length; ) {
        const { bytesWritten } = await this.file.handle.write(bytes, done, bytes.length - done, this.written + done);
        done += bytesWritten;
      }
    } catch (error) {
      throw new UsageError(`${tmpdir()} : écriture impossible, ${whyNot(error)}`);
    }
    this.written += bytes.length;
  }
}

/** A file in a folder that nobody else enters; gone from there at once, where an open file may go. */
async function nameless() {
  const folder = await mkdtemp(join(tmpdir(), 'dce-lint-'));
  const path = join(folder, 'rapport');
  const handle = await open(path, 'wx+', 0o600);
  if (process.platform !== 'win32') await rm(folder, { recursive: true, force: true });
  return { handle, folder };
}
