import { ImageRun } from 'docx';
import { imageSize } from 'image-size';
import type { Definition, Image, ImageReference, Nodes } from 'mdast';
import { WordError } from './error.ts';
import { openPackage } from './package.ts';
import { treeOf } from './tree.ts';

/** Pictures of a draft by address as written: their bytes, or why they cannot be had (French words). */
export type Pictures = ReadonlyMap<string, Uint8Array | string>;

/** Pixels of the text of a page, at the usual 96 an inch. */
const WIDEST = 600;
const HIGHEST = 850;
/** Degrees by what a camera writes of how it was held. */
const TURNS: Readonly<Record<number, number>> = { 3: 180, 6: 90, 8: 270 };

/** Name under which a picture keeps the address that the draft gave it. */
const OURS = 'dce-lint:';
const SCHEME = /^(?:[a-z][a-z0-9+.-]*:|\/\/|\\\\)/i;

/** True for an address that leads out of the folder of the draft: a site, a mail, a drive, another machine. */
export const isElsewhere = (address: string): boolean => SCHEME.test(address);

/** Addresses of the pictures of a draft, each once. */
export function picturesIn(text: string): string[] {
  const found: (Image | ImageReference)[] = [];
  const definitions = new Map<string, string>();
  const visit = (node: Nodes): void => {
    if (node.type === 'image' || node.type === 'imageReference') found.push(node);
    if (node.type === 'definition') definitions.set(node.identifier, (node as Definition).url);
    if ('children' in node) for (const child of node.children) visit(child);
  };
  visit(treeOf(text));
  const addresses = found.map((n) => (n.type === 'image' ? n.url : definitions.get(n.identifier)));
  return [...new Set(addresses.filter((a) => a !== undefined))];
}

/** A picture of a Word document, by the path that an import writes after « # ». Throws a `WordError` when there is none. */
export function pictureOf(document: Uint8Array, path: string): Uint8Array {
  const bytes = /^word\/media\//.test(path) ? openPackage(document).part(path) : undefined;
  if (!bytes) throw new WordError('ce document Word n’a pas cette image');
  return bytes;
}

/** A picture for a paragraph, no larger than the page or its column; or why there is none, in French words. `room`: pixels. */
export function pictureRun(
  bytes: Uint8Array,
  address: string,
  description: string,
  room = WIDEST,
  asked?: Size,
): ImageRun | string {
  const size = sizeOf(bytes);
  if (!size) return 'ni PNG ni JPEG, ou fichier endommagé';
  const { type, rotation } = size;
  const { width, height } = asked ? fitting(asked, room) : fitting(turned(size), room);
  return new ImageRun({
    type,
    data: bytes,
    transformation: {
      // A turned picture is as wide as the one it is made from is high.
      width: rotation % 180 === 0 ? width : height,
      height: rotation % 180 === 0 ? height : width,
      ...(rotation !== 0 && { rotation }),
    },
    altText: { name: OURS + address, description, title: '' },
  });
}

/** In pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

const turned = ({ width, height, rotation }: Size & { readonly rotation: number }): Size =>
  rotation % 180 === 0 ? { width, height } : { width: height, height: width };

/** As large as asked for, unless the page or the column is smaller. */
function fitting({ width, height }: Size, room: number): Size {
  const scale = Math.min(1, room / width, HIGHEST / height);
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/** Pixels in a centimetre. */
const CM = 96 / 2.54;

/** The size that the title of a picture gives it (« 4 × 2,5 cm »); undefined for any other title. */
export function sizeSaid(title: string | null | undefined): Size | undefined {
  const found = /^(\d+(?:,\d+)?) × (\d+(?:,\d+)?) cm$/.exec(title ?? '');
  const [width = 0, height = 0] = (found?.slice(1) ?? []).map((n) => Number(n.replace(',', '.')) * CM);
  return width > 0 && height > 0 ? { width, height } : undefined;
}

/** The title that gives a picture its size; undefined where it has that size anyway, or fits its column (`inTable`). */
export function sizeTitle(
  { width, height }: Size,
  bytes: Uint8Array | undefined,
  inTable: boolean,
): string | undefined {
  const known = bytes && sizeOf(bytes);
  const usual = known && fitting(turned(known), WIDEST);
  if (usual) {
    const same = Math.abs(usual.width - width) <= 1 && Math.abs(usual.height - height) <= 1;
    const shape = Math.abs(usual.width / usual.height - width / height) < 0.05;
    if (same || (inTable && shape && width < usual.width)) return undefined;
  }
  // Pixels are whole: to the millimetre, unless it is small.
  const cm = (pixels: number) => String(Number((pixels / CM).toFixed(pixels < CM ? 2 : 1))).replace('.', ',');
  return `${cm(width)} × ${cm(height)} cm`;
}

const UNSAID = 'sans description';

/** What stands where a picture cannot. */
export const pictureWords = (alt: string | null | undefined): string => `[image : ${alt || UNSAID}]`;

/** The description in the words that stand for a picture; undefined for other words. */
export function describedIn(words: string): string | undefined {
  const alt = /^\[image : ([^\]]*)\]$/.exec(words)?.[1];
  return alt === UNSAID ? '' : alt;
}

/** The address that a draft gave to a picture of a document, by the name it has there; undefined for another's picture. */
export function addressNamed(name: string | undefined): string | undefined {
  const address = name?.startsWith(OURS) ? name.slice(OURS.length) : undefined;
  return address === undefined || isElsewhere(address) ? undefined : address;
}

const STARTS = [
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
];

function sizeOf(bytes: Uint8Array) {
  if (!STARTS.some((start) => start.every((byte, i) => bytes[i] === byte))) return undefined;
  try {
    const { type, width, height, orientation = 1 } = imageSize(bytes);
    if (!(width > 0 && height > 0) || (type !== 'png' && type !== 'jpg')) return undefined;
    return { type, width, height, rotation: TURNS[orientation] ?? 0 } as const;
  } catch {
    return undefined;
  }
}
