import { createHmac, timingSafeEqual } from 'node:crypto';
import { lstat, mkdir, readdir, readFile, rm, stat, unlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { CACHE } from './not-pieces.ts';
import { whyNot } from './output.ts';
import { type UserKey, userKey } from './user-key.ts';
import type { Packed } from './wire.ts';

/** An entry, or what is left of one whose writer was killed. */
const ENTRY = /^[0-9a-f]{64}\.json(?:\.\d+)?$/;

const sealOf = (secret: Buffer, key: string, body: string) =>
  createHmac('sha256', secret).update(`${key}\n${body}`).digest('hex');

function isSealed(seal: string, secret: Buffer, key: string, body: string): boolean {
  const [given, own] = [Buffer.from(seal), Buffer.from(sealOf(secret, key, body))];
  return given.length === own.length && timingSafeEqual(given, own);
}

const DAY = 86_400_000;
/** Days that an entry lasts without being of use. */
const LASTS = 30;

/**
 * What was found in each consultation, kept from one run to the next in files of the working directory, under the
 * fingerprint of all it depends on. Each is sealed with a key of the user's that is not in that folder: an entry that somebody
 * else wrote, that came with the drafts or that is not whole is not believed, and that is said once. Nor is there a cache
 * without a key, or where a file cannot be written: the check goes on.
 */
export class Cache {
  private readonly folder: string;
  private readonly warn: (line: string) => void;
  private readonly keyed: Promise<UserKey>;
  private ready = false;
  private refused = false;
  private doubted = false;

  /** `warn` takes one French line. */
  constructor(cwd: string, warn: (line: string) => void, keyed = userKey(cwd)) {
    this.folder = join(cwd, CACHE);
    this.warn = warn;
    this.keyed = keyed;
  }

  /** Undefined when there is nothing sound under that key. */
  async read(key: string): Promise<Packed | undefined> {
    const secret = await this.secret();
    if (!secret) return undefined;
    try {
      const path = this.pathOf(key);
      const text = await readFile(path, 'utf8');
      const end = text.indexOf('\n');
      const body = text.slice(end + 1);
      if (!isSealed(text.slice(0, end), secret, key, body)) {
        this.doubt();
        return undefined;
      }
      const packed = JSON.parse(body) as Packed;
      const now = new Date();
      await utimes(path, now, now).catch(() => {});
      return packed;
    } catch {
      return undefined;
    }
  }

  async write(packed: Packed): Promise<void> {
    const secret = await this.secret();
    if (!secret || this.refused) return;
    try {
      if (!this.ready) await this.prepare();
      const body = JSON.stringify(packed);
      const path = this.pathOf(packed.key);
      if ((await lstat(path).catch(() => undefined))?.isSymbolicLink()) await unlink(path);
      // The seal tells a file that a power cut has left half on the disk: no need to wait for the disk.
      await writeFileAtomic(path, `${sealOf(secret, packed.key, body)}\n${body}`, {
        mode: 0o600,
        fsync: false,
      });
    } catch (error) {
      this.refused = true;
      this.warn(`cache non écrit dans ${CACHE} (${whyNot(error)}) ; la vérification continue sans lui.`);
    }
  }

  private async secret(): Promise<Buffer | undefined> {
    const keyed = await this.keyed;
    if ('key' in keyed) return keyed.key;
    if (!this.refused) this.warn(`cache laissé de côté, car ${keyed.refused} ; la vérification se fait sans lui.`);
    this.refused = true;
    return undefined;
  }

  private doubt(): void {
    if (!this.doubted)
      this.warn(
        `${CACHE} : ce qui n’y a pas été écrit par vous, ou n’est pas entier (cache suivi par git, d’un autre utilisateur ou d’une autre machine), n’est pas cru ; ces dossiers sont relus.`,
      );
    this.doubted = true;
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

  /**
   * Entries quote drafts, which are confidential: nobody else reads them, no commit takes them. A link that came with the
   * drafts is not followed: what is written would be so anywhere.
   */
  private async prepare(): Promise<void> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    if (!(await lstat(this.folder)).isDirectory()) throw Object.assign(new Error(CACHE), { code: 'ENOTDIR' });
    const ignored = join(this.folder, '.gitignore');
    await rm(ignored, { force: true });
    await writeFile(ignored, '*\n', { flag: 'wx' });
    this.ready = true;
  }

  private pathOf(key: string): string {
    return join(this.folder, `${key}.json`);
  }
}
