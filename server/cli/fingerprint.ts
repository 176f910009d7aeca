import { createHash } from 'node:crypto';
import type { SourceFile } from '../../rules/consultation/open.ts';
import { rules } from '../../rules/index.ts';
import type { Lectures } from '../core/lectures.ts';
import type { NotChecked } from '../core/not-checked.ts';
import { notices } from '../core/notices.ts';
import type { Settings } from '../core/settings.ts';
import type { Folder } from './folder.ts';

/** All that the findings of a folder depend on. */
export interface Premises {
  readonly build: string;
  /** The folder as shown: paths are part of what is said. */
  readonly path: string;
  readonly folder: Folder;
  /** The sources that are judged. */
  readonly kept: readonly SourceFile[];
  readonly settings: Settings;
  readonly date: string;
  readonly problems: readonly NotChecked[];
  readonly lectures: Lectures | undefined;
  /** The day of the check. */
  readonly today: string;
}

/** A suppression that may come to its end: what is found then depends on the day. */
const ENDS = /dce-lint-ignore[^>]*jusqu/iu;

/** One name, 64 hexadecimal digits, for all that the findings of a folder depend on: SHA-256 of it. */
export function fingerprint({
  build,
  path,
  folder,
  kept,
  settings,
  date,
  problems,
  lectures,
  today,
}: Premises): string {
  const levels = [...rules, ...notices].map((rule) => [settings.levelOf(rule) ?? '', settings.floor(rule)]);
  const wanted = folder.wanted && [...folder.wanted].sort();
  const frame = [
    build,
    path,
    [...folder.files].sort(),
    wanted,
    settings.preset.value,
    settings.policies.all,
    levels,
    date,
    problems,
    lectures,
    ...(kept.some(({ text }) => ENDS.test(text)) ? [today] : []),
  ];
  const hash = createHash('sha256').update(JSON.stringify(frame));
  // The length first: no text can pass for two.
  // What is read as data is known by its bytes.
  for (const { path, text, values, data } of kept) {
    const bytes = data && folder.hashes.get(path);
    hash.update(`\0${JSON.stringify([path, values, text.length, bytes])}\0`).update(text);
  }
  return hash.digest('hex');
}
