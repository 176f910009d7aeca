import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { matchesGlob } from '../core/glob.ts';
import type { NotChecked } from '../core/not-checked.ts';
import type { Access } from './access.ts';
import { isCommon } from './not-pieces.ts';
import { shown } from './shown.ts';

const GITIGNORE = '.gitignore';

/** What leaves a file out: a `.gitignore`, with the file or the folder that it names. */
interface Ignored {
  /** Absolute; with a `/` at the end for a folder. */
  readonly what: string;
  /** The `.gitignore`, absolute. */
  readonly by: string;
}

/** A folder, then those that hold it. */
export const above = (folder: string): string[] =>
  dirname(folder) === folder ? [folder] : [folder, ...above(dirname(folder))];

/**
 * What a check leaves unread though it stands among what was asked for: what `--exclude` names, and what the `.gitignore` files of
 * the repository (else of the working directory) name, as git reads them. What is named on the command line is never left out by
 * a `.gitignore`. Each is told, so that none can hide a piece by coming with the drafts.
 */
export class LeftOut {
  private readonly cwd: string;
  private readonly exclude: readonly string[];
  private readonly gitignore: boolean;
  private readonly access: Access | undefined;
  private readonly files = new Map<string, Promise<Ignore | undefined>>();
  private readonly folders = new Map<string, Promise<Ignored | undefined>>();
  private readonly tops = new Map<string, string | undefined>();

  /** `exclude`: globs from the working directory. */
  constructor(cwd: string, exclude: readonly string[], gitignore: boolean, access?: Access) {
    this.cwd = cwd;
    this.exclude = exclude;
    this.gitignore = gitignore;
    this.access = access;
  }

  /** Undefined for a file (absolute) that is to be read; else what is to be said of it. `named`: asked for by its own name. */
  async of(file: string, named: boolean): Promise<readonly NotChecked[] | undefined> {
    const path = shown(this.cwd, file);
    const glob = this.exclude.find((one) => matchesGlob(path, one));
    if (glob !== undefined) return [];
    if (named || !this.gitignore) return undefined;
    const ignored = await this.ignored(file);
    if (!ignored) return undefined;
    if (isCommon(basename(file))) return [];
    return [
      {
        what: shown(this.cwd, ignored.what) + (ignored.what.endsWith('/') ? '/' : ''),
        why: `écarté par ${shown(this.cwd, ignored.by)}.`,
        remedy: '--no-gitignore le lit.',
        blocking: false,
      },
    ];
  }

  private async ignored(file: string): Promise<Ignored | undefined> {
    const folder = dirname(file);
    const top = this.topOf(folder);
    if (top === undefined) return undefined;
    return (await this.folderIgnored(folder, top)) ?? this.decide(file, file, folder, top);
  }

  /** A folder that is left out takes all that it holds with it. */
  private folderIgnored(folder: string, top: string): Promise<Ignored | undefined> {
    if (folder === top) return Promise.resolve(undefined);
    const known = this.folders.get(folder);
    if (known) return known;
    const parent = dirname(folder);
    const found = this.folderIgnored(parent, top).then((i) => i ?? this.decide(`${folder}/`, folder, parent, top));
    this.folders.set(folder, found);
    return found;
  }

  /** What the nearest `.gitignore` that speaks of a path says. */
  private async decide(what: string, path: string, from: string, top: string): Promise<Ignored | undefined> {
    for (const folder of above(from)) {
      const rules = await this.rulesIn(folder);
      const way = relative(folder, path).split(sep).join('/') + (what.endsWith('/') ? '/' : '');
      const { ignored, unignored } = rules?.test(way) ?? {};
      if (ignored) return { what, by: join(folder, GITIGNORE) };
      if (unignored || folder === top) return undefined;
    }
    return undefined;
  }

  private rulesIn(folder: string): Promise<Ignore | undefined> {
    const known = this.files.get(folder) ?? this.readRules(join(folder, GITIGNORE));
    this.files.set(folder, known);
    return known;
  }

  private async readRules(path: string): Promise<Ignore | undefined> {
    if (await this.access?.refusal(path)) return undefined;
    return readFile(path, 'utf8').then(
      (text) => ignore({ ignorecase: false }).add(text),
      () => undefined,
    );
  }

  /** Where `.gitignore` files begin to count; undefined outside of any repository and of the working directory. */
  private topOf(folder: string): string | undefined {
    if (!this.tops.has(folder)) {
      const all = above(folder);
      const top = all.find((place) => existsSync(join(place, '.git')));
      this.tops.set(folder, top ?? (all.includes(this.cwd) ? this.cwd : undefined));
    }
    return this.tops.get(folder);
  }
}
