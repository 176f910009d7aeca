import { join } from 'node:path';
import { isChecked, openConsultation } from '../../../rules/facts/piece.ts';
import { rules } from '../../../rules/index.ts';
import { BlockCache } from '../../../rules/kit/markdown/block.ts';
import type { Piece } from '../../../rules/kit/piece.ts';
import { LEVELS, type Level } from '../../../rules/kit/rule.ts';
import { check } from '../../core/check.ts';
import { decode } from '../../core/decode.ts';
import { type Folder, gather, shown } from '../files.ts';
import { FAILED, FOUND, OK, type Terminal, UsageError } from '../io.ts';
import { json } from '../reporters/json.ts';
import type { CheckedFile, CheckReport, Reporter } from '../reporters/report.ts';
import { text } from '../reporters/text.ts';
import { version } from '../version.ts';

export interface CheckOptions {
  readonly format: string;
  readonly date?: string;
  readonly rule: readonly string[];
  readonly minLevel: Level;
  readonly failOn: Level | 'never';
  readonly stdin?: boolean;
  readonly stdinFilename?: string;
  readonly output?: string;
  readonly config?: string;
}

export const REPORTERS: Readonly<Record<string, Reporter>> = { text, json };

const rank = (level: Level) => LEVELS.indexOf(level);

/** Checks files, folders and globs, and writes the report. */
export async function checkCommand(
  paths: readonly string[],
  options: CheckOptions,
  terminal: Terminal,
): Promise<number> {
  return OK;
}
