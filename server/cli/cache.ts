import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, stat, unlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { whyNot } from './output.ts';
import type { Packed } from './wire.ts';

/** Folder of the cache in the working directory. */
export const CACHE = '.dce-lint-cache';

/** An entry, or what is left of one whose writer was killed. */
const ENTRY = /^[0-9a-f]{64}\.json(?:\.\d+)?$/;

const DAY = 86_400_000;
/** Days that an entry lasts without being of use. */
const LASTS = 30;

const sumOf = (key: string, body: string) => createHash('sha256').update(`${key}\n${body}`).digest('hex');

/**
 * What was found in each consultation, kept from one run to the next in files of the working directory, under the
 * fingerprint of all it depends on. What cannot be read, or is not whole, is not there. A file that cannot be written is
 * said once, and the check goes on.
 */
export class Cache {
  private readonly folder: string;
  private readonly warn: (line: string) => void;
  private ready = false;
  private refused = false;

  /** `warn` takes one French line. */
  constructor(cwd: string, warn: (line: string) => void) {
    this.folder = join(cwd, CACHE);
    this.warn = warn;
  }

  /** Undefined when there is nothing sound under that key. */
  async read(key: string): Promise<Packed | undefined> {
    try {
      const path = this.pathOf(key);
      const text = await readFile(path, 'utf8');
      const end = text.indexOf('\n');
      const body = text.slice(end + 1);
      if (text.slice(0, end) !== sumOf(key, body)) return undefined;
      const packed = JSON.parse(body) as Packed;
      const now = new Date();
      await utimes(path, now, now).catch(() => {});
      return packed;
    } catch {
      return undefined;
    }
  }

  async write(packed: Packed): Promise<void> {
    if (this.refused) return;
    try {
      if (!this.ready) await this.prepare();
      const body = JSON.stringify(packed);
      // The sum tells a file that a power cut has left half on the disk: no need to wait for the disk.
      await writeFileAtomic(this.pathOf(packed.key), `${sumOf(packed.key, body)}\n${body}`, {
        mode: 0o600,
        fsync: false,
      });
    } catch (error) {
      this.refused = true;
      this.warn(`cache non écrit dans ${CACHE} (${whyNot(error)}) ; la vérification continue sans lui.`);
    }
  }

  /** Takes away what has been of no use for long; what is not an entry is left alone. */
  async prune(): Promise<void> {
    for (const name of await readdir(this.folder).catch(() => [])) {
      if (!ENTRY.test(name)) continue;
      const path = join(this.folder, name);
      const age = await stat(path).then(
        ({ mtimeMs }) => Date.now() - mtimeMs,
        () => 0,
      );
      if (age > LASTS * DAY) await unlink(path).catch(() => {});
    }
  }

  /** Entries quote drafts, which are confidential: nobody else reads them, no commit takes them. */
  private async prepare(): Promise<void> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    await writeFile(join(this.folder, '.gitignore'), '*\n');
    this.ready = true;
  }

  private pathOf(key: string): string {
    return join(this.folder, `${key}.json`);
  }
}
