import type { SourceFile } from '../../rules/consultation/open.ts';
import type { Access } from '../cli/access.ts';
import type { Terminal } from '../cli/io.ts';
import type { Folders } from './folders.ts';

/** What the tools work with. */
export interface World {
  readonly folders: Folders;
  /** The day it is, `YYYY-MM-DD`: a server outlives the one it was started on. */
  today(): string;
  readonly language: 'fr' | 'en';
  /** Where texts without a file are said to be when no folder is open. */
  readonly cwd: string;
}

/** Texts that an editor holds and has not saved, by absolute path. */
export type Unsaved = Readonly<Record<string, string>>;

/** What a call says of the draft it is about. */
export interface DraftInput {
  readonly path?: string | undefined;
  readonly text?: string | undefined;
  readonly name?: string | undefined;
  readonly piece?: string | undefined;
  readonly procedure?: string | undefined;
  readonly date?: string | undefined;
}

/** Runs a command of the program, and gives back all that it prints. */
export async function printed(
  { today, language }: World,
  given: { readonly cwd: string; readonly access: Access; readonly text?: string | undefined },
  run: (terminal: Terminal) => Promise<unknown> | unknown,
): Promise<string> {
  let out = '';
  await run({
    cwd: given.cwd,
    today: today(),
    colour: false,
    language,
    access: given.access,
    out: (text) => {
      out += text;
    },
    // What is said there is in the reports too.
    err: () => {},
    stdin: async () => new TextEncoder().encode(given.text ?? ''),
  });
  return out;
}

/** The metadata that a call gives a text. */
export function valuesOf({ piece, procedure }: DraftInput): SourceFile['values'] {
  return piece || procedure ? { ...(piece && { piece }), ...(procedure && { procedure }) } : undefined;
}

/** The name of a text without a file. */
export const nameOf = ({ name, piece }: DraftInput): string => name ?? `${piece ?? 'piece'}.md`;
