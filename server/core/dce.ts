import { isMap, isScalar, isSeq, type Node, type Pair, parseDocument } from 'yaml';
import { CLES, type Cle, lineOf, nearOne, readCles } from '../../rules/facts/piece/index.ts';
import type { Entete, EnteteProblem } from '../../rules/kit/piece.ts';
import { type Span, TOP } from '../../rules/kit/span.ts';
import { isBlank, isTooDeep } from '../../rules/kit/yaml.ts';
import { faultOf } from './yaml/fault.ts';

/** Name of the file that describes a consultation. */
export const DCE = 'dce.yaml';

/** Keys of `dce.yaml` that are no metadata, with what people read of them. */
export const DCE_KEYS = {
  pieces: {
    title: 'Pièces du dossier',
    description:
      'Les fichiers de la consultation, depuis le dossier de dce.yaml ; les sous-dossiers sont admis : brouillons, bordereaux de prix (.xlsx, .ods, .csv) et avis (eForms). Un fichier qui n’y est pas n’est pas vérifié. À défaut de liste, tous ceux du dossier le sont.',
  },
  fichier: {
    title: 'Chemin du fichier',
    description: 'Le chemin de la pièce depuis le dossier de dce.yaml, avec des « / ».',
  },
} as const;

/** Metadata that all the pieces share. */
export const SHARED: readonly Cle[] = CLES.filter((c) => !c.ownToPiece);

/** What is wrong in a `dce.yaml`: a French sentence, and its place in the text. */
export interface DceProblem {
  readonly at: Span;
  readonly message: string;
}

/** A piece that `dce.yaml` lists. */
export interface DcePiece {
  /** From the folder of `dce.yaml`, with `/`, without `./`. */
  readonly path: string;
  /** Where the path is written. */
  readonly at: Span;
  /** Metadata of the piece: its own, then what all share. */
  readonly values: Entete['values'];
}

/** A `dce.yaml`, read. */
export interface Dce {
  /** Undefined when no list is given, or none that can be read: every draft of the folder is a piece. */
  readonly pieces: readonly DcePiece[] | undefined;
  /** Metadata that all pieces share, and where each is written. */
  readonly values: Entete['values'];
  readonly spans: Entete['spans'];
  readonly problems: readonly DceProblem[];
}

/** Longest file read, in UTF-16 units. */
const LONGEST = 100_000;

const quoted = (values: readonly string[]) => values.map((v) => `« ${v} »`).join(', ');

const rangeOf = (node: unknown): readonly number[] | null | undefined => (node as Node | null | undefined)?.range;

const spanOf = (range: readonly number[] | null | undefined): Span => {
  const start = range?.[0] ?? 0;
  return { start, end: Math.max(range?.[1] ?? 0, start) };
};

/** Reads the text of a `dce.yaml`. What is wrong is left out and said at its place; the rest stands. Never throws. */
export function readDce(text: string): Dce {
  const nothing = { pieces: undefined, values: {}, spans: {} };
  if (text.length > LONGEST || isTooDeep(text)) {
    const message = `« ${DCE} » est trop long, ou trop imbriqué : il est ignoré.`;
    return { ...nothing, problems: [{ at: TOP, message }] };
  }
  // Aliases are never followed: a few lines cannot stand for millions.
  const doc = parseDocument(text, { uniqueKeys: false, strict: false, logLevel: 'silent' });
  const [error] = doc.errors;
  if (error) {
    const message =
      "Ceci n'est pas du YAML valide : le fichier est ignoré. Vérifier les deux-points, les guillemets et le retrait des lignes.";
    return { ...nothing, problems: [{ at: lineOf(text, faultOf(error, doc)[0]), message }] };
  }
  const { contents } = doc;
  if (isBlank(contents)) return { ...nothing, problems: [] };
  if (!isMap(contents)) {
    const message = `« ${DCE} » contient des clés, une par ligne : ${quoted(['pieces', ...SHARED.map((c) => c.name)])}.`;
    return { ...nothing, problems: [{ at: spanOf(rangeOf(contents)), message }] };
  }
  return readContents(contents.items);
}

const nameOf = ({ key }: Pair): string => (isScalar(key) ? String(key.value) : '');

function readContents(pairs: readonly Pair[]): Dce {
  const shared = readCles(pairs, spanOf, { cles: SHARED, others: ['pieces'] });
  const problems: DceProblem[] = [...shared.problems.map(complaint), ...repeated(pairs)];
  const list = pairs.find((p) => nameOf(p) === 'pieces');
  const { values, spans } = shared;
  if (!list) return { pieces: undefined, values, spans, problems };
  if (!isSeq(list.value)) {
    const at = spanOf(rangeOf(list.value) ?? rangeOf(list.key));
    problems.push({ at, message: '« pieces » est une liste : un fichier par ligne, après un tiret (« - rc.md »).' });
    return { pieces: undefined, values, spans, problems };
  }
  const pieces: DcePiece[] = [];
  for (const item of list.value.items) {
    const piece = readPiece(item, values, problems);
    if (!piece) continue;
    const twin = pieces.find((p) => p.path.toLowerCase() === piece.path.toLowerCase());
    if (twin)
      problems.push({ at: piece.at, message: `« ${piece.path} » est déjà dans la liste : cette ligne est ignorée.` });
    else pieces.push(piece);
  }
  return { pieces, values, spans, problems };
}

/** Keys written twice: the last one counts, as in any YAML. */
function repeated(pairs: readonly Pair[]): DceProblem[] {
  return pairs
    .filter((pair, i) => nameOf(pair) !== '' && pairs.findIndex((p) => nameOf(p) === nameOf(pair)) !== i)
    .map((pair) => ({
      at: spanOf(rangeOf(pair.key)),
      message: `« ${nameOf(pair)} » est écrit deux fois : n'en garder qu'un.`,
    }));
}

/** `rc.md`, or a map with `fichier` and metadata of its own. Undefined, and said, when there is no path to follow. */
function readPiece(item: unknown, shared: Entete['values'], problems: DceProblem[]): DcePiece | undefined {
  const pairs = isMap(item) ? item.items : [];
  const pathNode = isMap(item) ? pairs.find((p) => nameOf(p) === 'fichier')?.value : item;
  const own = readCles(pairs, spanOf, { others: ['fichier'] });
  problems.push(...own.problems.map(complaint), ...repeated(pairs));
  const at = spanOf(rangeOf(pathNode) ?? rangeOf(item));
  const written = isScalar(pathNode) && typeof pathNode.value === 'string' ? pathNode.value.trim() : '';
  if (written === '') {
    problems.push({
      at,
      message:
        'Une pièce est un chemin de fichier (« - rc.md »), ou « fichier: » suivi de ce chemin : cette ligne est ignorée.',
    });
    return undefined;
  }
  const path = normal(written);
  if (path !== undefined) return { path, at, values: { ...shared, ...own.values } };
  problems.push({
    at,
    message: `« ${written} » sort du dossier de « ${DCE} » : donner un chemin qui en part, sans « .. ». Cette ligne est ignorée.`,
  });
  return undefined;
}

/** A path with `/` and no `.`; undefined when it leaves the folder. */
function normal(written: string): string | undefined {
  const path = written.replace(/\\/g, '/');
  if (path.startsWith('/') || /^[a-z]+:/i.test(path)) return undefined;
  const parts = path.split('/').filter((p) => p !== '' && p !== '.');
  return parts.length === 0 || parts.includes('..') ? undefined : parts.join('/').normalize('NFC');
}

function complaint({ kind, at, key, found, allowed }: EnteteProblem): DceProblem {
  if (kind === 'key')
    return {
      at,
      message: `« ${found} » n'est pas une clé admise ici : elle est ignorée. Clés admises${nearOne(found, allowed) ? ", la plus proche d'abord" : ''} : ${quoted(allowed)}.`,
    };
  if (found === '')
    return {
      at,
      message: `« ${key} » attend ${allowed.length === 1 ? allowed[0] : `l'une de ces valeurs : ${quoted(allowed)}`}. La clé est ignorée.`,
    };
  if (allowed.length === 1)
    return {
      at,
      message: `« ${found} » ne convient pas pour « ${key} », qui attend ${allowed[0]} : la valeur est ignorée.`,
    };
  return {
    at,
    message: `« ${found} » n'est pas une valeur admise pour « ${key} » : elle est ignorée. Valeurs admises${nearOne(found, allowed) ? ", la plus proche d'abord" : ''} : ${quoted(allowed)}.`,
  };
}

/** The listed files that are not there. `names`: paths of the files that are, for the nearest one. */
export function missing(
  { pieces = [] }: Dce,
  exists: (path: string) => boolean,
  names: readonly string[],
): DceProblem[] {
  return pieces
    .filter((p) => !exists(p.path))
    .map(({ path, at }) => {
      const near = nearOne(path, names);
      return {
        at,
        message: `Le fichier « ${path} » n'existe pas.${near ? ` Fichier le plus proche : « ${near} ».` : ''}`,
      };
    });
}
