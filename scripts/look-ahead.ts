/** What can be known ahead of the patterns that the rules ask of the sample consultations; bundled and run by `ahead.mjs`. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rules } from '../rules/index.ts';
import type { Ahead } from '../rules/kit/ahead.ts';
import { lookAhead } from '../rules/kit/cues.ts';
import { check, readFolder } from '../server/core/check.ts';

/** `examples`: the folder of the sample consultations. */
export function lookAheadOn(examples: string): Ahead {
  for (const entry of readdirSync(examples, { withFileTypes: true }))
    if (entry.isDirectory()) read(join(examples, entry.name));
  return lookAhead();
}

function read(folder: string): void {
  const files = readdirSync(folder, { withFileTypes: true }).filter((f) => f.isFile());
  const sources = files
    .filter((f) => f.name.endsWith('.md'))
    .map((f) => ({ path: f.name, text: readFileSync(join(folder, f.name), 'utf8') }));
  check(readFolder(sources, { date: '2026-12-01', files: files.map((f) => f.name) }).consultation, { rules });
}
