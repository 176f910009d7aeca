import { isMap, isScalar, isSeq, LineCounter, parseDocument, type YAMLMap } from 'yaml';
import type { PieceKind } from '../kit/piece.ts';
import { type Concept, ROLES, type Role, type Wording } from './concept.ts';
import { cutAtMark, THINGS, type Thing } from './pointed.ts';

const KEYS = ['dit-que', 'pieces', 'regles', 'dit', 'ne-dit-pas'];
const OPTIONAL = ['role', 'porte-sur'];

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
  const said = wordings(map, 'dit', fail);
  const unsaid = wordings(map, 'ne-dit-pas', fail);
  const thing = map.get('porte-sur') as Thing | undefined;
  if (thing && !THINGS.includes(thing)) fail(`unknown thing "${thing}", expected ${THINGS.join(', ')}`);
  const astray = [...said, ...unsaid].find(({ text }) => (cutAtMark(text) !== undefined) !== (thing !== undefined));
  if (astray)
    fail(`a line marks what it is said of, once, where "porte-sur" tells of what, and nowhere else: "${astray.text}"`);
  return {
    id,
    says: String(map.get('dit-que')),
    pieces: words('pieces') as PieceKind[],
    rules: words('regles'),
    role,
    thing,
    said,
    unsaid,
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
