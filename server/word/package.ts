import { unzipSync } from 'fflate';
import type { Element } from 'xast';
import { WordError } from './error.ts';
import { attribute, decodeXml, elements, readXml } from './xml.ts';

/** Part that says of a package that it is a copy with comments of ours. Nothing points to it: a program that saves the document leaves it out. */
export const COPY = 'docProps/dce-lint.xml';

const MB = 1024 * 1024;
/** Largest document read, in bytes, pictures included. */
export const LARGEST_DOCUMENT = 60 * MB;
/** Largest part read (text of a document), and largest sum of them, once inflated. */
const LARGEST_PART = 32 * MB;
const LARGEST_WHOLE = 256 * MB;
/** Largest text, inflated: what is made of it takes some 40 times that in memory. */
const LARGEST_XML = 8 * MB;
const MOST_ENTRIES = 10_000;
/** The text of a real document shrinks ten to a hundred times; a bomb, a thousand. Small parts are free. */
const HIGHEST_RATIO = 400;
const SMALL = 4 * MB;

/** An Office Open XML package: parts by path, and what each points to. */
export interface Package {
  /** Tree of a part; undefined when there is none. Throws a `WordError` when it cannot be read. */
  xml(path: string): Element | undefined;
  /** Bytes of a part; undefined when there is none. Throws a `WordError` when it does not fit in memory. */
  part(path: string): Uint8Array | undefined;
  /** The XML of a part as it is written. Throws as `xml`. */
  source(path: string): string;
  has(path: string): boolean;
  /** It is a copy that `annotateWord` made, and that no program has saved since. */
  readonly isCopy: boolean;
  /** Bytes of every part, by path. Throws a `WordError` when they do not fit in memory. */
  all(): Record<string, Uint8Array>;
  /** Path of the text. */
  readonly main: string;
  /** What a part points to, by identifier. */
  relations(path: string): ReadonlyMap<string, Relation>;
  /** Path of the part of a kind (`styles`, `footnotes`…) that the text points to. */
  related(kind: string): string | undefined;
}

export interface Relation {
  readonly kind: string;
  /** Path of a part, or an address when `external`. */
  readonly target: string;
  readonly external: boolean;
}

/** Opens a Word document. Throws a `WordError` for all that is none, or that would not fit in memory. */
export function openPackage(bytes: Uint8Array): Package {
  refuseOthers(bytes);
  const paths = list(bytes);
  if (paths.has('mimetype') && !paths.has('[Content_Types].xml'))
    throw new WordError('document OpenDocument (.odt) et non Word : l’enregistrer au format .docx');
  if ([...paths.keys()].some((path) => /(?:^|\/)vbaProject\.bin$/i.test(path)))
    throw new WordError('document avec des macros : l’enregistrer au format .docx, sans macros');
  let room = LARGEST_PART * 2;
  const read = new Map<string, Uint8Array>();
  const part = (path: string) => {
    const size = paths.get(path);
    if (size === undefined || read.has(path)) return read.get(path);
    room -= size;
    if (room < 0) throw new WordError('document refusé : une fois décompressé, il est démesuré');
    const [content] = Object.values(inflate(bytes, (name) => name === path));
    if (content) read.set(path, content);
    return content;
  };
  const has = (path: string) => paths.has(path);
  const source = (path: string) => decodeXml(part(path) ?? new Uint8Array());
  const trees = new Map<string, Element>();
  const xml = (path: string) => {
    const known = trees.get(path);
    if (!known && (paths.get(path) ?? 0) > LARGEST_XML)
      throw new WordError(`document refusé : ${path}, une fois décompressé, est démesuré`);
    const content = known ? undefined : part(path);
    if (content) trees.set(path, readXml(content, path));
    return trees.get(path);
  };
  const relations = (path: string) => readRelations(xml(relationsOf(path)), path);
  const top = [...relations('').values()].find((r) => r.kind === 'officeDocument')?.target;
  const main = [top, 'word/document.xml'].find((p) => p !== undefined && paths.has(p));
  if (main === undefined)
    throw new WordError('ce n’est pas un document Word : il n’a pas de texte (word/document.xml)');
  const related = (kind: string) => [...relations(main).values()].find((r) => r.kind === kind)?.target;
  const all = () => {
    const sum = [...paths.values()].reduce((a, b) => a + b, 0);
    if (sum > LARGEST_WHOLE) throw new WordError('document refusé : une fois décompressé, il est démesuré');
    return inflate(bytes, () => true);
  };
  return { all, part, xml, source, has, main, relations, related, isCopy: has(COPY) };
}

/** Whether a file is a copy that `annotateWord` made, and that no program has saved since. */
export function isCopy(bytes: Uint8Array): boolean {
  try {
    return openPackage(bytes).isCopy;
  } catch (error) {
    if (error instanceof WordError) return false;
    throw error;
  }
}

const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const wide = (name: string) => [...name].flatMap((c) => [c.charCodeAt(0), 0]);

/** The file of another program, said by its first bytes. */
function refuseOthers(bytes: Uint8Array): void {
  if (bytes.length > LARGEST_DOCUMENT) throw new WordError('document trop gros (plus de 60 Mo)');
  if (COMPOUND.every((byte, i) => bytes[i] === byte)) {
    const encrypted = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(
      Buffer.from(wide('EncryptedPackage')),
    );
    throw new WordError(
      encrypted
        ? 'document protégé par un mot de passe : l’enregistrer sans mot de passe'
        : 'ancien format Word (.doc) : l’ouvrir dans Word et l’enregistrer au format .docx',
    );
  }
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) throw new WordError('ce n’est pas un document Word (.docx)');
}

/** Sizes of the entries once inflated, by path. Throws when there is too much of them. */
function list(bytes: Uint8Array): Map<string, number> {
  const sizes = new Map<string, number>();
  inflate(bytes, (name, size) => {
    sizes.set(name, size);
    if (sizes.size > MOST_ENTRIES) throw new WordError('document refusé : l’archive a trop d’entrées');
    return false;
  });
  return sizes;
}

/** Inflates the entries chosen. What the archive declares bounds what is written: a lie gives a torn part, not more memory. */
function inflate(bytes: Uint8Array, chosen: (name: string, size: number) => boolean): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes, {
      filter: ({ name, size, originalSize }) => {
        if (!chosen(name, originalSize)) return false;
        if (originalSize > LARGEST_PART || (originalSize > SMALL && originalSize > HIGHEST_RATIO * size))
          throw new WordError(`document refusé : ${name}, une fois décompressé, est démesuré`);
        return true;
      },
    });
  } catch (error) {
    if (error instanceof WordError) throw error;
    throw new WordError('document endommagé : l’archive .docx ne se décompresse pas');
  }
}

/** Path of the part that holds what a part points to; of the whole package for `''`. */
export function relationsOf(path: string): string {
  const slash = path.lastIndexOf('/') + 1;
  return `${path.slice(0, slash)}_rels/${path.slice(slash)}.rels`;
}

function readRelations(tree: Element | undefined, from: string): Map<string, Relation> {
  const found = new Map<string, Relation>();
  for (const relation of elements(tree)) {
    const target = attribute(relation, 'Target') ?? '';
    const external = attribute(relation, 'TargetMode') === 'External';
    const kind = (attribute(relation, 'Type') ?? '').split('/').pop() ?? '';
    found.set(attribute(relation, 'Id') ?? '', { kind, target: external ? target : resolved(from, target), external });
  }
  return found;
}

/** A path as written in a part, from the top of the package. */
function resolved(from: string, target: string): string {
  const steps = target.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}
