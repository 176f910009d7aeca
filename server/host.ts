import type { WordConverter } from './documents.ts';

/** What is known of a file without reading it. Two equal stamps are taken for the same content. */
export interface Stamp {
  readonly mtime: number;
  readonly size: number;
}

/**
 * All that the server takes from the world. Addresses are URIs. Whatever cannot be had (no such file, no access, a scheme
 * the host does not know) is undefined: only what is astonishing goes to the log.
 */
export interface Host {
  /** Whether the host has a way to such an address at all. */
  reaches(uri: string): boolean;
  readFile(uri: string): Promise<Uint8Array | undefined>;
  stat(uri: string): Promise<Stamp | undefined>;
  /** Names of the files of a folder, in no order; folders left out. */
  listDirectory(uri: string): Promise<readonly string[] | undefined>;
  /** Names of the folders of a folder, in no order. */
  listFolders(uri: string): Promise<readonly string[] | undefined>;
  /** What reads Word documents; undefined where nothing does. */
  readonly word?: WordConverter | undefined;
  /** The day, `YYYY-MM-DD`, where the user is. */
  today(): string;
  log(message: string): void;
}
