import { readdirSync, readFileSync } from 'node:fs';
import { isMap, isScalar, isSeq, LineCounter, parseDocument, type YAMLMap } from 'yaml';
import type { PieceKind } from '../../rules/kit/piece.ts';
import { type Concept, ROLES, type Role, type Wording } from '../../rules/reading/concept.ts';

const FOLDER = new URL('../../rules/concepts/', import.meta.url);
const KEYS = ['dit-que', 'pieces', 'regles', 'dit', 'ne-dit-pas'];
const OPTIONAL = ['role'];

/** What is wrong in a concept's file, with its line. */
class Mistake extends Error {}

/** Reads a concept from its file. Throws an error that names file, line and what is wrong. */
export function readConcept(id: string, source: string): Concept {
  const lines = new LineCounter();
  const doc = parseDocument(source, { lineCounter: lines });
  const fail = (what: string, at = 0): never => {
    throw new Mistake(`rules/concepts/${id}.yaml:${lines.linePos(at).line}: ${what}`);
  };
  const [error] = doc.errors;
  if (error) fail(error.message.split('\n')[0] as string, error.pos[0]);
  const map = isMap(doc.contents) ? doc.contents : fail(`the keys ${KEYS.join(', ')} are expected`);
  for (const { key } of map.items)
    if (isScalar(key) && ![...KEYS, ...OPTIONAL].includes(String(key.value)))
      fail(`unknown key "${key.value}", expected ${[...KEYS, ...OPTIONAL].join(', ')}`, key.range?.[0]);
  const missing = KEYS.find((key) => !map.has(key));
  if (missing) fail(`"${missing}" is missing`);
  const role = (map.get('role') ?? 'faute') as Role;
  if (!ROLES.includes(role)) fail(`unknown role "${role}", expected ${ROLES.join(', ')}`);
  const words = (key: string): string[] => (doc.toJS() as Record<string, string[]>)[key] as string[];
  return {
    id,
    says: String(map.get('dit-que')),
    pieces: words('pieces') as PieceKind[],
    rules: words('regles'),
    role,
    said: wordings(map, 'dit', fail),
    unsaid: wordings(map, 'ne-dit-pas', fail),
  };
}

function wordings(map: YAMLMap, key: string, fail: (what: string, at?: number) => never): Wording[] {
  const hands = map.get(key, true);
  if (!isMap(hands)) return fail(`"${key}" must give its lines by hand`, (hands as { range?: number[] })?.range?.[0]);
  return hands.items.flatMap(({ key: hand, value }) => {
    if (!isSeq(value)) return fail(`the lines of "${hand}" must be a list`, (hand as { range?: number[] }).range?.[0]);
    return value.items.map((item): Wording => {
      const at = (item as { range?: number[] }).range?.[0];
      if (isScalar(item) && typeof item.value === 'string')
        return { text: item.value, heading: '', context: '', hand: String(hand) };
      const parts = isSeq(item) ? item.items.map((i) => (isScalar(i) ? i.value : undefined)) : [];
      const [heading, context, text] = parts;
      if (parts.length !== 3 || !parts.every((p) => typeof p === 'string') || !text)
        return fail('a line is a text, or [heading, what announces it, text]', at);
      return { text: String(text), heading: String(heading), context: String(context), hand: String(hand) };
    });
  });
}

/** Every concept, in the order of their ids. */
export const readConcepts = (): Concept[] =>
  readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.yaml'))
    .sort()
    .map((path) =>
      readConcept(path.replaceAll('\\', '/').replace(/\.yaml$/, ''), readFileSync(new URL(path, FOLDER), 'utf8')),
    );

/** A sentence of real text that says no concept, as far as is known. */
export interface Ordinary {
  /** The document it is of: documents are held out whole. */
  readonly document: string;
  readonly context: string;
  readonly text: string;
}

const sentencesOf = (file: string): Ordinary[] =>
  readFileSync(new URL(file, FOLDER), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const [document = '', context = '', text = ''] = line.split('\t');
      return { document, context, text };
    });

/** Sentences drawn from published documents under an open licence, which `ordinaire-sources.tsv` names. */
export const readOrdinary = (): Ordinary[] => sentencesOf('ordinaire.tsv');

/** Those that earlier models came nearest to hearing wrongly, of some 1.8 million words; most were read by a person. */
export const readHard = (): Ordinary[] => sentencesOf('ordinaire-difficile.tsv');
