import type { Landmark } from '../rules/kit/piece.ts';
import { decode } from './core/decode.ts';
import { isWord, largestOf, otherText } from './kinds.ts';

/** The bytes of a file as the text of a piece. */
export type ReadDocument =
  | {
      readonly ok: true;
      readonly text: string;
      /** Of a Word document. */
      readonly landmarks?: readonly Landmark[];
      /** A copy that a check has annotated, untouched since. */
      readonly isCopy?: boolean;
    }
  | {
      readonly ok: false;
      /** In French, to be read after « : », with its full stop. */
      readonly why: string;
      /** What can be done: a French sentence. */
      readonly remedy: string;
    };

/** What reads and writes Word documents, loaded when one is met. */
export type WordConverter = () => Promise<typeof import('./word/index.ts')>;

/** Reads a file by its kind. A file that cannot be read is an answer. */
export async function readDocument(bytes: Uint8Array, name: string, converter: WordConverter): Promise<ReadDocument> {
  const other = otherText(name);
  if (other) return { ok: false, ...other };
  if (!isWord(name)) return decode(bytes);
  if (bytes.length > largestOf(name))
    return { ok: false, why: 'document trop gros (plus de 60 Mo).', remedy: 'En ôter des images, ou le partager.' };
  const word = await converter();
  try {
    const { text, landmarks, isCopy } = word.importWord(bytes, name.replace(/^.*\//, ''));
    return { ok: true, text, landmarks, isCopy };
  } catch (error) {
    const said = error instanceof word.WordError ? error.message : 'document trop mêlé pour être lu';
    // What to do may be in the message.
    const [, why, remedy] = /^(.*?) : (l’(?:enregistrer|ouvrir)\b.*)$/s.exec(said) ?? [undefined, said, undefined];
    return {
      ok: false,
      why: `${why}.`,
      remedy: remedy
        ? `${remedy[0]?.toUpperCase()}${remedy.slice(1)}.`
        : 'L’ouvrir dans Word et l’enregistrer de nouveau au format .docx, ou l’ôter du dossier.',
    };
  }
}
