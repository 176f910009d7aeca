import { readFile, realpath, stat } from 'node:fs/promises';
import { isAbsolute, relative, resolve, sep } from 'node:path';

/** Largest picture taken, and largest sum of them, in bytes. */
const LARGEST = 10 * 1024 * 1024;
const LARGEST_SUM = 40 * 1024 * 1024;

type Converter = typeof import('./word/index.ts');

/** Why a picture is not taken: a few French words. */
class Refusal extends Error {}

/**
 * The pictures of a draft from the files of its folder and below, by address as written: their bytes, or why there are none
 * in French words. Nothing is fetched, and no link leads out of the folder. `folder`: its path; undefined: in none.
 */
export async function picturesBeside(
  text: string,
  folder: string | undefined,
  word: Converter,
): Promise<Map<string, Uint8Array | string>> {
  const found = new Map<string, Uint8Array | string>();
  let room = LARGEST_SUM;
  for (const address of word.picturesIn(text)) {
    try {
      const bytes = await pictureAt(address, folder, word);
      if (bytes.length > room) throw new Refusal('plus de 40 Mo d’images en tout');
      room -= bytes.length;
      found.set(address, bytes);
    } catch (error) {
      if (!(error instanceof Refusal || error instanceof word.WordError)) throw error;
      found.set(address, error.message);
    }
  }
  return found;
}

async function pictureAt(address: string, folder: string | undefined, word: Converter): Promise<Uint8Array> {
  if (word.isElsewhere(address)) throw new Refusal('hors du dossier du brouillon, rien n’est téléchargé');
  if (folder === undefined) throw new Refusal('le brouillon n’est pas encore enregistré dans un dossier');
  // What follows « # » is a picture inside a Word document, as an import writes it.
  const [name = '', inside] = address.split('#');
  const bytes = await readBelow(folder, name, inside === undefined ? LARGEST : word.LARGEST_DOCUMENT);
  const picture = inside === undefined ? bytes : word.pictureOf(bytes, inside);
  if (picture.length > LARGEST) throw new Refusal('plus de 10 Mo');
  return picture;
}

/** A file of a folder or below it, links followed. Its address may be written as it is or with « %20 ». */
async function readBelow(folder: string, name: string, largest: number): Promise<Uint8Array> {
  const path = await realpath(resolve(folder, name))
    .catch(() => realpath(resolve(folder, decoded(name))))
    .catch(() => undefined);
  if (path === undefined) throw new Refusal('fichier absent');
  const way = relative(await realpath(folder), path);
  if (isAbsolute(way) || way.split(sep)[0] === '..') throw new Refusal('hors du dossier du brouillon');
  const info = await stat(path);
  if (!info.isFile()) throw new Refusal('ce n’est pas un fichier');
  if (info.size > largest) throw new Refusal(`plus de ${largest / 1024 / 1024} Mo`);
  return readFile(path).catch(() => {
    throw new Refusal('lecture refusée par le système');
  });
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
