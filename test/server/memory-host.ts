import type { Host } from '../../server/host.ts';
import { folderOf } from '../../server/uri.ts';
import { TODAY } from './texts.ts';

/** A world in memory: files by address, a fixed day, a log to look at. */
export class MemoryHost implements Host {
  readonly files = new Map<string, { bytes: Uint8Array; mtime: number }>();
  readonly logged: string[] = [];
  private writes = 0;

  write(uri: string, content: string | Uint8Array): void {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    this.files.set(uri, { bytes, mtime: ++this.writes });
  }
  remove(uri: string): void {
    this.files.delete(uri);
  }
  reaches(uri: string) {
    return uri.startsWith('file:');
  }
  async readFile(uri: string) {
    return this.files.get(uri)?.bytes;
  }
  async stat(uri: string) {
    const file = this.files.get(uri);
    return file && { mtime: file.mtime, size: file.bytes.length };
  }
  async listDirectory(uri: string) {
    return [...this.files.keys()]
      .filter((file) => folderOf(file) === uri)
      .map((file) => decodeURIComponent(file.slice(uri.length + 1)));
  }
  async listFolders(uri: string) {
    const below = [...this.files.keys()].filter((file) => file.startsWith(`${uri}/`));
    const paths = below.map((file) => decodeURIComponent(file.slice(uri.length + 1)).split('/'));
    return [...new Set(paths.flatMap(([name, ...rest]) => (name !== undefined && rest.length > 0 ? [name] : [])))];
  }
  today() {
    return TODAY;
  }
  log(message: string) {
    this.logged.push(message);
  }
}
