import { fileURLToPath } from 'node:url';
import type { Host } from '../host.ts';

/** What a caller lets be read of the disk, and what stands there in its stead. Paths are absolute. */
export interface Access {
  /** Why a file or folder may not be read, in French, without a full stop; undefined when it may. */
  refusal(path: string): Promise<string | undefined>;
  /** The text of a file as it is being written, which is not on the disk yet; undefined when it is. */
  unsaved(path: string): string | undefined;
}

/** The bytes of a file that is being written; undefined when what is on the disk counts. */
export function unsavedBytes(access: Access | undefined, path: string): Uint8Array | undefined {
  const text = access?.unsaved(path);
  return text === undefined ? undefined : new TextEncoder().encode(text);
}

/** A host that has what the access lets it have: the rest is not there. */
export function within(host: Host, access: Access | undefined): Host {
  if (!access) return host;
  const allowed = async (uri: string) =>
    host.reaches(uri) && (await access.refusal(fileURLToPath(uri))) === undefined ? uri : undefined;
  const given = async <T>(uri: string, use: (uri: string) => Promise<T | undefined>) =>
    (await allowed(uri)) === undefined ? undefined : use(uri);
  return {
    ...host,
    readFile: (uri) => given(uri, async () => unsavedBytes(access, fileURLToPath(uri)) ?? (await host.readFile(uri))),
    stat: (uri) => given(uri, host.stat),
    listDirectory: (uri) => given(uri, host.listDirectory),
  };
}
