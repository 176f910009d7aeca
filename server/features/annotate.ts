import { annotationOf } from '../core/annotation.ts';
import { fileOf } from '../rendering.ts';
import { nameOf } from '../uri.ts';
import { find } from './context.ts';
import type { Answer } from './requests.ts';

/** A copy of a Word document with its findings as comments. */
export const annotateWord: Answer<'dce-lint/annotateWord'> = async (context, { uri, there }) => {
  const found = await find(context, uri);
  const file = fileOf(uri);
  const word = await context.host.word?.();
  const bytes = word && (await context.host.readFile(file));
  if (!found || !word || !bytes) return { error: 'Ce document n’est pas relu : il n’y a rien à annoter.' };
  const annotations = found.file.findings.map((f) => annotationOf(f, found.folder.phrasebook));
  try {
    const { draft } = found.piece;
    const made = word.annotateWord(bytes, nameOf(file), draft.text, annotations, context.host.today());
    const replaces = there !== undefined && word.isCopy(Buffer.from(there, 'base64'));
    return { document: Buffer.from(made.bytes).toString('base64'), comments: made.comments, replaces };
  } catch (error) {
    if (error instanceof word.WordError) return { error: `${error.message}.` };
    throw error;
  }
};
