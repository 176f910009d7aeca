import { isMap, isScalar, type Pair, parseDocument } from 'yaml';
import type { Draft } from '../../kit/draft.ts';
import type { Entete, EnteteProblem } from '../../kit/piece.ts';
import type { Span } from '../../kit/span.ts';
import { isTooDeep } from '../../kit/yaml.ts';
import { CLES, type Cle, PROCEDURE_VALUES, type ProcedureName, takes } from './entete-cles.ts';

/** Names of the procedures. */
export const PROCEDURES: readonly ProcedureName[] = PROCEDURE_VALUES.map((v) => v.value);

/** Number of edits between two words (Levenshtein). */
export function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next[j] = Math.min(
        (row[j] as number) + 1,
        (next[j - 1] as number) + 1,
        (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1),
      );
    row = next;
  }
  return row[b.length] as number;
}

/** Whether a word may be another, written wrong: one holds the other, or they differ by a third of their letters at most. */
export const isNear = (word: string, other: string): boolean => {
  const [low, far] = [word.toLowerCase(), other.toLowerCase()];
  const holds = low.length > 2 && (far.includes(low) || low.includes(far));
  return holds || distance(low, far) * 3 <= Math.max(low.length, far.length);
};

/** The words of a list, nearest to `word` first: those that hold it (or that it holds), then by edits. */
export function nearest(word: string, list: readonly string[]): readonly string[] {
  const low = word.toLowerCase();
  const far = (w: string) => distance(low, w) - (low.length > 2 && (w.includes(low) || low.includes(w)) ? 100 : 0);
  return list
    .map((w) => ({ w, by: far(w) }))
    .sort((a, b) => a.by - b.by)
    .map(({ w }) => w);
}

/** The nearest word of a list, if it is near. */
export const nearOne = (word: string, list: readonly string[]): string | undefined =>
  nearest(word, list)
    .slice(0, 1)
    .find((w) => isNear(word, w));

/** What a value is, how it is written, and where: nowhere for a blank, or for what is no single value. */
function writtenIn(node: unknown) {
  if (!isScalar(node)) return { value: undefined, written: '', range: undefined };
  return { value: node.value, written: node.source ?? '', range: node.value === null ? undefined : node.range };
}

const allowedFor = ({ wanted, values }: Cle, written: string): readonly string[] =>
  wanted === undefined
    ? nearest(
        written,
        values.map((v) => v.value),
      )
    : [wanted];

/**
 * Reads pairs of a YAML map as metadata. `at`: a range of the YAML as a place of the file. `others`: names of keys that are
 * admitted beside and read by the caller. What is wrong is left out and said.
 */
export function readCles(
  pairs: readonly Pair[],
  at: (range: readonly number[] | null | undefined) => Span,
  { cles = CLES, others = [] }: { readonly cles?: readonly Cle[]; readonly others?: readonly string[] } = {},
): Entete {
  const values: Record<string, string | number> = {};
  const spans: Record<string, Span> = {};
  const problems: EnteteProblem[] = [];
  for (const { key: name, value: node } of pairs) {
    if (!isScalar(name)) continue;
    const key = String(name.value);
    const cle = cles.find((c) => c.name === key);
    if (!cle) {
      const allowed = nearest(key, [...others, ...cles.map((c) => c.name)]);
      if (!others.includes(key)) problems.push({ kind: 'key', at: at(name.range), key, found: key, allowed });
      continue;
    }
    const { value, written, range } = writtenIn(node);
    const span = at(range ?? name.range);
    if (takes(cle, value, written)) {
      values[key] = cle.type === 'montant' ? (value as number) : written;
      spans[key] = span;
    } else problems.push({ kind: 'value', at: span, key, found: written, allowed: allowedFor(cle, written) });
  }
  return { values, spans, problems };
}

/** Reads the `dce:` front matter. Nothing written gives no value and no problem. */
export function readEntete(draft: Draft): Entete {
  const nothing = { values: {}, spans: {} };
  const front = draft.frontMatter;
  if (!front) return { ...nothing, problems: [] };
  const yaml = draft.text.slice(front.start, front.span.end).replace(/(?:\r?\n|^)---[ \t]*$/, '');
  if (isTooDeep(yaml)) {
    const where = lineOf(draft.text, front.start);
    return { ...nothing, problems: [{ kind: 'syntax', at: where, key: '', found: '', allowed: [] }] };
  }
  const doc = parseDocument(yaml, { strict: false, uniqueKeys: false });
  const at = (range: readonly number[] | null | undefined): Span => ({
    start: front.start + (range?.[0] ?? 0),
    end: front.start + Math.max(range?.[1] ?? 0, (range?.[0] ?? 0) + 1),
  });
  const error = doc.errors[0];
  if (error) {
    const where = lineOf(draft.text, front.start + error.pos[0]);
    return { ...nothing, problems: [{ kind: 'syntax', at: where, key: '', found: '', allowed: [] }] };
  }
  const dce = isMap(doc.contents)
    ? doc.contents.items.find((i) => isScalar(i.key) && i.key.value === 'dce')
    : undefined;
  if (!dce) return { ...nothing, problems: [] };
  if (isMap(dce.value)) return readCles(dce.value.items, at);
  const range = isScalar(dce.key) ? dce.key.range : undefined;
  const allowed = CLES.map((c) => c.name);
  return { ...nothing, problems: [{ kind: 'shape', at: at(range), key: 'dce', found: '', allowed }] };
}

/** Words of the line of an offset, or of the last line before it that has any. */
export function lineOf(text: string, offset: number): Span {
  let end = Math.min(offset, text.length);
  while (end > 0 && /\s/.test(text[end] ?? ' ')) end--;
  const start = text.lastIndexOf('\n', end) + 1;
  const line = /^[^\r\n]*/.exec(text.slice(start))?.[0] ?? '';
  const lead = line.length - line.trimStart().length;
  return { start: start + lead, end: start + line.trimEnd().length };
}
