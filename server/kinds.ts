import { LARGEST } from './core/decode.ts';

/** How a file of a consultation is read. */
export type FileKind = 'markdown' | 'word';

const KINDS: Readonly<Record<string, FileKind>> = { md: 'markdown', markdown: 'markdown', docx: 'word' };

/** Every file that may be a piece, as a glob. */
export const PIECES_GLOB = `**/*.{${Object.keys(KINDS).join(',')}}`;

/** Largest Word document read, in bytes, pictures included. */
const LARGEST_WORD = 60 * 1024 * 1024;

/** The file of a program that keeps another open (`~$RC.docx`, `.~lock.RC.docx#`). */
const isLock = (name: string): boolean => /(?:^|\/)(?:~\$|\.~lock\.)[^/]*$/.test(name);

const extensionOf = (name: string): string => /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';

/** How a file is read, by its name; undefined for one that is not. */
export const kindOf = (name: string): FileKind | undefined => (isLock(name) ? undefined : KINDS[extensionOf(name)]);

export const isMarkdown = (name: string): boolean => kindOf(name) === 'markdown';
export const isWord = (name: string): boolean => kindOf(name) === 'word';

/** Bytes beyond which a file is not read. */
export const largestOf = (name: string): number => (isWord(name) ? LARGEST_WORD : LARGEST);

/** Texts of other programs, and what makes a piece of them: French sentences. */
const OTHERS: Readonly<Record<string, string>> = {
  odt: 'document OpenDocument (.odt), que DCE Lint ne lit pas.',
  doc: 'ancien document Word (.doc), que DCE Lint ne lit pas.',
  docm: 'document Word avec des macros (.docm), que DCE Lint n’ouvre pas.',
  dotx: 'modèle Word (.dotx), que DCE Lint ne lit pas.',
  rtf: 'document RTF, que DCE Lint ne lit pas.',
};

/** Why a text of another program is not read, and what to do; undefined for any other file. */
export function otherText(name: string): { readonly why: string; readonly remedy: string } | undefined {
  const why = isLock(name) ? undefined : OTHERS[extensionOf(name)];
  const remedy = 'L’ouvrir dans son logiciel et l’enregistrer au format .docx (sans macros) pour qu’il soit relu.';
  return why === undefined ? undefined : { why, remedy };
}

const stemOf = (path: string): string =>
  path
    .replace(/\.[a-z]+$/i, '')
    .normalize('NFC')
    .toLowerCase();

/** Word documents beside which there is a draft of their name, made from it or the reverse: each with that draft. */
export function twinsIn(paths: readonly string[]): ReadonlyMap<string, string> {
  const drafts = new Map(paths.filter(isMarkdown).map((path) => [stemOf(path), path]));
  return new Map(
    paths.filter(isWord).flatMap((path) => {
      const draft = drafts.get(stemOf(path));
      return draft === undefined ? [] : [[path, draft] as const];
    }),
  );
}
