import { realpath, stat } from 'node:fs/promises';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import type { Access } from '../cli/access.ts';
import { UsageError } from '../cli/io.ts';
import { reason } from '../cli/reason.ts';

/** Bytes and files that one call may read: more is for the command line. */
const MOST_BYTES = 16 * 1024 * 1024;
const MOST_FILES = 500;

const OUTSIDE = 'hors des dossiers ouverts à l’assistant (un lien symbolique compte pour ce à quoi il mène)';

const holds = (folder: string, path: string): boolean => {
  const way = relative(folder, path);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way));
};

/** Where a call works: paths are shown from `cwd`. */
export interface Place {
  readonly cwd: string;
  readonly path: string;
}

/** The folders that an assistant may read, and nothing beside them, whatever links are in them. */
export class Folders {
  /** As given, and as they are without links. */
  private readonly roots: readonly { readonly given: string; readonly real: string }[];

  private constructor(roots: Folders['roots']) {
    this.roots = roots;
  }

  /** Throws a `UsageError` for a path that is no folder. */
  static async open(cwd: string, paths: readonly string[]): Promise<Folders> {
    const roots = paths.map(async (path) => {
      const given = resolve(cwd, path);
      const info = await stat(given).catch((error: unknown) => {
        throw new UsageError(`${path} : ${reason(error)}`);
      });
      if (!info.isDirectory()) throw new UsageError(`${path} : ce n’est pas un dossier`);
      return { given, real: await realpath(given) };
    });
    return new Folders(await Promise.all(roots));
  }

  /** The folder that a text without a file is said to be in; undefined when no folder is open. */
  get first(): string | undefined {
    return this.roots[0]?.given;
  }

  /** The file or folder that a call names. Throws a `UsageError` when it is not there, or is out of reach. */
  async place(asked: string): Promise<Place> {
    if (this.roots.length === 0)
      throw new UsageError('aucun dossier n’est ouvert à l’assistant : donner le texte lui-même (« text »)');
    const candidates = this.roots.flatMap(({ given, real }): Place[] => {
      if (!isAbsolute(asked)) return [{ cwd: given, path: resolve(given, asked) }];
      const home = [given, real].find((folder) => holds(folder, asked));
      return home === undefined ? [] : [{ cwd: home, path: resolve(asked) }];
    });
    const within = candidates.filter(({ cwd, path }) => holds(cwd, path));
    const named = `« ${shortened(asked)} »`;
    if (asked.includes('\0') || within.length === 0) throw new UsageError(`${named} est ${OUTSIDE}`);
    const there: Place[] = [];
    for (const place of within) if (await stat(place.path).catch(() => undefined)) there.push(place);
    const [place, other] = there;
    if (!place) throw new UsageError(`${named} n’existe pas dans les dossiers ouverts à l’assistant`);
    if (other && other.path !== place.path)
      throw new UsageError(`${named} existe dans plusieurs dossiers : en donner le chemin entier`);
    const refused = await this.access().refusal(place.path);
    if (refused) throw new UsageError(`${named} est ${refused}`);
    return place;
  }

  /** What one call may read. `unsaved`: texts that an editor holds, by absolute path. */
  access(unsaved: Readonly<Record<string, string>> = {}): Access {
    let bytes = 0;
    const read = new Set<string>();
    return {
      refusal: async (path) => {
        // What is not there is for the reader to say.
        const real = await realpath(path).catch(() => path);
        if (!this.roots.some((r) => holds(r.real, real) || holds(r.given, real))) return OUTSIDE;
        const info = await stat(real).catch(() => undefined);
        if (!info || info.isDirectory()) return undefined;
        if (!info.isFile()) return 'ni un fichier ni un dossier ordinaire';
        if (read.has(real)) return undefined;
        read.add(real);
        bytes += info.size;
        return bytes > MOST_BYTES || read.size > MOST_FILES
          ? `au-delà de ce qu’un appel lit (${MOST_FILES} fichiers, ${MOST_BYTES / 1024 / 1024} Mio)`
          : undefined;
      },
      unsaved: (path) => (Object.hasOwn(unsaved, path) ? unsaved[path] : undefined),
    };
  }
}

const shortened = (words: string): string => (words.length > 120 ? `${words.slice(0, 120)}…` : words);
