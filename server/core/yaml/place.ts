import { isCollection, isMap, isNode, isScalar, isSeq, Lexer, parseDocument, type YAMLMap } from 'yaml';
import type { Span } from '../../../rules/kit/span.ts';
import { isTooDeep } from '../../../rules/kit/yaml.ts';

/** What stands, or may stand, at a place of a YAML text. */
export interface YamlPlace {
  readonly kind: 'key' | 'value';
  /** Keys from the root, `[]` for an item of a list: to the map that holds the key, or to the value itself. */
  readonly path: readonly string[];
  /** The words there, on their line; empty where nothing is written yet. */
  readonly at: Span;
  /** Keys that the map has already, the one at the place left out. */
  readonly siblings: readonly string[];
  /** For a key: its colon is written. */
  readonly colon: boolean;
}

/** One `key: value` of the text. */
interface Entry {
  readonly key: string;
  readonly at: Span;
  /** Offset of the key in its line. */
  readonly column: number;
  readonly parent: readonly string[];
  readonly map: YAMLMap;
  readonly value: unknown;
  readonly flow: boolean;
}

interface Token {
  readonly at: Span;
  readonly source: string;
}

/** Longest text looked at, in UTF-16 units. */
const LONGEST = 100_000;
const PARSING = { strict: false, uniqueKeys: false, logLevel: 'silent' } as const;

/**
 * What may be completed or explained at an offset of a YAML text, however unfinished. Undefined in a comment, and where
 * nothing of a map or list can stand.
 */
export function placeIn(text: string, offset: number): YamlPlace | undefined {
  if (text.length > LONGEST || isTooDeep(text)) return undefined;
  const tokens = tokensOf(text);
  if (tokens.some((t) => t.source.startsWith('#') && t.at.start < offset && offset <= t.at.end)) return undefined;
  const contents = parseDocument(text, PARSING).contents;
  const entries: Entry[] = [];
  const words: Span[] = [];
  walk(text, contents, [], entries, words);
  const line = { start: lineStart(text, offset), end: lineEnd(text, offset) };
  const word = words.find((w) => w.start <= offset && offset <= w.end) ?? { start: offset, end: offset };
  // Words that run over several lines are two things, one of them unfinished: only those of this line count.
  const at = onLine(text, word, line, offset);
  const before = tokens.filter((t) => t.at.start >= line.start && t.at.end <= at.start && t.source.trim() !== '');
  const lastOf = (source: string) => before.findLastIndex((t) => t.source === source);
  const colon = lastOf(':');
  const split = Math.max(lastOf(','), lastOf('{'), lastOf('['));
  if (colon > split) return valueAfter(entries, (before[colon] as Token).at.start, at);
  if (before.some((t) => t.source !== '-') && split < 0) return undefined;
  const held = holderOf(contents, entries, before, at, line);
  const next = tokens.find((t) => t.at.start >= at.end && t.source.trim() !== '');
  const siblings = entries.filter((e) => e.map === held.map && !touches(e.at, at)).map((e) => e.key);
  return { kind: 'key', path: held.path, at, siblings, colon: next?.source === ':' && next.at.start < line.end };
}

/** The whole of the text as the lexer cuts it: nothing is left between two tokens. */
function tokensOf(text: string): Token[] {
  const out: Token[] = [];
  let start = 0;
  for (const source of new Lexer().lex(text)) {
    // Marks of the lexer's own, which stand for no text.
    if (!text.startsWith(source, start)) continue;
    out.push({ source, at: { start, end: start + source.length } });
    start += source.length;
  }
  return out;
}

const lineStart = (text: string, offset: number) => text.lastIndexOf('\n', offset - 1) + 1;
const lineEnd = (text: string, offset: number) => {
  const end = text.indexOf('\n', offset);
  const stop = end < 0 ? text.length : end;
  return text[stop - 1] === '\r' && stop - 1 >= offset ? stop - 1 : stop;
};
const touches = (a: Span, b: Span) => a.start <= b.end && b.start <= a.end;

function onLine(text: string, word: Span, line: Span, offset: number): Span {
  const start = Math.max(word.start, line.start);
  const part = text.slice(start, Math.max(start, Math.min(word.end, line.end)));
  if (part.trim() === '') return { start: offset, end: offset };
  return { start: start + part.length - part.trimStart().length, end: start + part.trimEnd().length };
}

/** Gathers the entries of maps, in the order of the text, and the words. */
function walk(text: string, node: unknown, path: readonly string[], entries: Entry[], words: Span[]): void {
  if (isScalar(node) && node.value !== null && node.range)
    words.push({ start: node.range[0], end: Math.max(node.range[1], node.range[0]) });
  if (isSeq(node)) for (const item of node.items) walk(text, item, [...path, '[]'], entries, words);
  if (!isMap(node)) return;
  for (const { key, value } of node.items) {
    if (!isScalar(key) || !key.range) continue;
    const name = String(key.value ?? '');
    const at = { start: key.range[0], end: key.range[1] };
    if (key.value !== null) words.push(at);
    const column = at.start - lineStart(text, at.start);
    entries.push({ key: name, at, column, parent: path, map: node, value, flow: node.flow === true });
    walk(text, value, [...path, name], entries, words);
  }
}

function valueAfter(entries: readonly Entry[], colon: number, at: Span): YamlPlace | undefined {
  const entry = entries.findLast((e) => e.at.end <= colon);
  return entry && { kind: 'value', path: [...entry.parent, entry.key], at, siblings: [], colon: false };
}

interface Holder {
  readonly path: readonly string[];
  /** The map that is there already. */
  readonly map: YAMLMap | undefined;
}

/** The keys of indented maps in which a place can stand, the outermost first. */
function keysAbove(entries: readonly Entry[], at: Span): readonly Entry[] {
  const chain: Entry[] = [];
  for (const entry of entries) {
    if (entry.flow || entry.at.start >= at.start) continue;
    while ((chain.at(-1)?.column ?? -1) >= entry.column) chain.pop();
    chain.push(entry);
  }
  return chain;
}

/** The map in which words alone on their line (or in a flow map) are a key: told by their indentation. */
function holderOf(
  contents: unknown,
  entries: readonly Entry[],
  before: readonly Token[],
  at: Span,
  line: Span,
): Holder {
  const own = entries.find((e) => at.end > at.start && touches(e.at, at));
  if (own) return { path: own.parent, map: own.map };
  const flow = entries.findLast((e) => {
    const range = isCollection(e.value) && e.value.flow ? e.value.range : undefined;
    return range && range[0] < at.start && at.start <= range[1];
  });
  if (flow) return below(flow);
  const [dash] = before;
  const column = (dash ?? { at }).at.start - line.start;
  const chain = keysAbove(entries, at);
  if (dash) {
    const owner = chain.findLast((e) => e.column <= column && !(isNode(e.value) && isMap(e.value)));
    const path = owner ? [...owner.parent, owner.key] : [];
    return { path: [...path, ...before.map(() => '[]')], map: undefined };
  }
  const level = chain.find((e) => e.column === column);
  if (level) return { path: level.parent, map: level.map };
  const owner = chain.findLast((e) => e.column < column);
  if (owner) return below(owner);
  return { path: [], map: isMap(contents) ? contents : undefined };
}

const below = ({ parent, key, value }: Entry): Holder => ({
  path: [...parent, key],
  map: isMap(value) ? value : undefined,
});
