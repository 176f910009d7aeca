import { isMap, isScalar, type Pair, parseDocument, type YAMLMap } from 'yaml';
import type { Draft } from '../../rules/kit/draft.ts';
import type { Span } from '../../rules/kit/span.ts';
import { isBlank, isTooDeep } from '../../rules/kit/yaml.ts';

/** An edit of one text. */
export interface HeaderEdit {
  readonly at: Span;
  readonly text: string;
}

const nameOf = ({ key }: Pair): unknown => (isScalar(key) ? key.value : undefined);
const startOf = (node: unknown): number => (node as { range?: readonly number[] } | null)?.range?.[0] ?? 0;

/**
 * Writes a value of the `dce:` front matter of a draft, creating what is not there and leaving the rest as it is. Undefined
 * when the front matter cannot be read, or already says so.
 */
export function headerEdit(draft: Draft, key: string, value: string): HeaderEdit | undefined {
  const { text, frontMatter: front } = draft;
  const eol = /\r?\n/.exec(text)?.[0] ?? '\n';
  const insert = (at: number, words: string) => ({ at: { start: at, end: at }, text: words });
  const line = (indent: string) => `${indent}${key}: ${value}`;
  if (!front) {
    const start = text.startsWith('\uFEFF') ? 1 : 0;
    return insert(start, ['---', 'dce:', line('  '), '---', '', ''].join(eol));
  }
  const yaml = text.slice(front.start, front.span.end).replace(/(?:\r?\n|^)---[ \t]*$/, '');
  if (isTooDeep(yaml)) return undefined;
  const doc = parseDocument(yaml, { strict: false, uniqueKeys: false });
  const { contents } = doc;
  if (doc.errors.length > 0 || !(isMap(contents) || isBlank(contents))) return undefined;
  const dce = isMap(contents) ? contents.items.find((i) => nameOf(i) === 'dce') : undefined;
  if (!dce) return insert(front.start, `dce:${eol}${line('  ')}${eol}`);
  if (isMap(dce.value)) return inMap(dce.value, key, value, front.start, yaml, eol);
  if (!isScalar(dce.value) || dce.value.value !== null) return undefined;
  const after = front.start + ((isScalar(dce.key) && dce.key.range?.[1]) || 0);
  const colon = text.indexOf(':', after) + 1;
  return insert(colon, `${eol}${line('  ')}`);
}

function inMap(
  map: YAMLMap,
  key: string,
  value: string,
  base: number,
  yaml: string,
  eol: string,
): HeaderEdit | undefined {
  const known = map.items.find((i) => nameOf(i) === key);
  const first = startOf(map.items[0]?.key);
  if (!known) {
    // Before the first key, with its indent; in `{ … }`, on the same line.
    const indent = yaml.slice(yaml.lastIndexOf('\n', first - 1) + 1, first);
    const glue = map.flow || indent.trim() !== '' ? ', ' : eol + indent;
    const at = base + (map.items.length > 0 ? first : startOf(map) + 1);
    return { at: { start: at, end: at }, text: `${key}: ${value}${map.items.length > 0 ? glue : ''}` };
  }
  if (isScalar(known.value) && known.value.value !== null) {
    const [start, end] = known.value.range ?? [0, 0];
    return known.value.source === value ? undefined : { at: { start: base + start, end: base + end }, text: value };
  }
  if (known.value !== null && !isScalar(known.value)) return undefined;
  const colon = base + yaml.indexOf(':', startOf(known.key)) + 1;
  return { at: { start: colon, end: colon }, text: ` ${value}` };
}
