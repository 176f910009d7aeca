import { randomBytes } from 'node:crypto';
import { lstat, mkdir, readFile, realpath, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, isAbsolute, join, relative } from 'node:path';
import { whyNot } from './output.ts';

/** Gives the key where no file of the user's can last: in continuous integration, from a secret. */
export const KEY_VARIABLE = 'DCE_LINT_CACHE_KEY';

/** Of a key of the environment, in UTF-16 units: a shorter one could be guessed. */
const SHORTEST = 16;
/** Bytes of a key that is made. */
const LENGTH = 32;

/** A key that nobody else has, or why there is none: in French, to be read after « : ». */
export type UserKey = { readonly key: Buffer } | { readonly refused: string };

type Environment = Readonly<Record<string, string | undefined>>;

/** Where the system keeps what a program can make anew, for one user. */
function cacheFolder(env: Environment, platform: NodeJS.Platform): string {
  const { XDG_CACHE_HOME: xdg = '', LOCALAPPDATA: local = '' } = env;
  if (platform === 'win32' && isAbsolute(local)) return local;
  if (platform === 'darwin') return join(homedir(), 'Library', 'Caches');
  return isAbsolute(xdg) ? xdg : join(homedir(), '.cache');
}

/**
 * The key by which a user's programs know what they have written: from the environment, else from a file of the user's that
 * is made the first time. What is below `folder`, or can be read by another, may come from somebody else and is refused.
 */
export async function userKey(
  folder: string,
  env: Environment = process.env,
  platform: NodeJS.Platform = process.platform,
): Promise<UserKey> {
  const given = env[KEY_VARIABLE] ?? '';
  if (given !== '')
    return given.length < SHORTEST
      ? { refused: `${KEY_VARIABLE} a moins de ${SHORTEST} caractères` }
      : { key: Buffer.from(given) };
  const path = join(cacheFolder(env, platform), 'dce-lint', 'cle');
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const home = await realpath(dirname(path));
    const way = relative(await realpath(folder), home);
    if (!way.startsWith('..') && !isAbsolute(way))
      return { refused: `la clé serait dans le dossier vérifié (${path}) ; en donner une par ${KEY_VARIABLE}` };
    await writeFile(path, randomBytes(LENGTH), { flag: 'wx', mode: 0o600 }).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
    const info = await lstat(path);
    const isOwn = platform === 'win32' || (info.uid === process.getuid?.() && (info.mode & 0o077) === 0);
    const key = info.isFile() && isOwn ? await readFile(path) : Buffer.alloc(0);
    if (key.length !== LENGTH) return { refused: `la clé ${path} n’est pas sûre ; l’ôter, elle sera refaite` };
    return { key };
  } catch (error) {
    return {
      refused: `la clé ${path} ne peut être lue ni faite (${whyNot(error)}) ; en donner une par ${KEY_VARIABLE}`,
    };
  }
}
