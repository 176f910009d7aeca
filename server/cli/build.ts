import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { version } from './version.ts';

const here = import.meta.url;

let name: string | undefined;

/**
 * Names this very build, rules and law included: its version and the SHA-256 of its bundle. Run from the sources, where
 * nothing tells which of them have changed, every process is a build of its own.
 */
export function buildName(): string {
  name ??= here.endsWith('.ts')
    ? `${version} ${randomUUID()}`
    : `${version} ${createHash('sha256')
        .update(readFileSync(fileURLToPath(here)))
        .digest('hex')}`;
  return name;
}
