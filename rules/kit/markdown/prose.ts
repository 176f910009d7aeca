import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import type { Nodes, PhrasingContent } from 'mdast';
import type { CueRow } from '../cues.ts';
import { fold } from '../french/fold.ts';
import { matchAt, type Stretch } from '../french/scan.ts';
import { sentences } from '../french/sentences.ts';
import type { Span } from '../span.ts';
import { type Readable, type Words, wordsOf } from '../words.ts';

const NONE = new Uint32Array(0);

/** A sentence of a prose, without its place in the file: what a reader sees. */
export class Phrase implements Readable {
  readonly prose: Prose;
  /** Index in the prose's folded text. */
  readonly from: number;
  readonly words: Words;
  /** What is taken from it by more than its words, under the number of what takes it. */
  own: Map<number, unknown> | undefined;
  constructor(prose: Prose, from: number, to: number) {
    this.prose = prose;
    this.from = from;
    this.words = from === 0 && to === prose.folded.length ? prose.words : wordsOf(prose.folded.slice(from, to));
  }
  get folded() {
    return this.words.folded;
  }
  has(pattern: RegExp) {
    return this.words.has(pattern);
  }
  find(pattern: RegExp, from?: number) {
    return this.words.find(pattern, from);
  }
  findAll(pattern: RegExp) {
    return this.words.findAll(pattern);
  }
  keep(number: number, value: unknown): void {
    this.own ??= new Map();
    this.own.set(number, value);
  }
}

/**
 * The words of a paragraph, heading, item or cell as a reader sees them (no markup, no entity), with the map back to
 * the source. Spans are relative to the node.
 */
export class Prose implements Readable {
  readonly text: string;
  /** Where each unit begins and ends, and the node's end after the last; where the first begins when nothing stands between them. */
  private readonly starts: Uint32Array | number;
  private readonly ends: Uint32Array;
  private known: Words | undefined;
  private foldMap: Uint32Array | undefined;
  private phrases: readonly Phrase[] | undefined;

  /** Where the node ends, when nothing stands between the units. */
  private readonly end: number;

  constructor(text: string, starts: Uint32Array | number, ends: Uint32Array, end = 0) {
    this.text = text;
    this.starts = starts;
    this.ends = ends;
    this.end = end;
  }

  /** The words of a node that has them, unit for unit, from a place on. */
  static asWritten(text: string, from: number, end = from + text.length): Prose {
    return new Prose(text, from, NONE, end);
  }

  /** The same words where each unit of their source has gone; `node` is where the node began. */
  moved(node: number, to: (place: number) => number): Prose {
    const { length } = this.text;
    const base = to(node);
    const starts = Uint32Array.from({ length: length + 1 }, (_, i) => to(node + this.startOf(i)) - base);
    const ends = Uint32Array.from({ length }, (_, i) => to(node + this.endOf(i) - 1) + 1 - base);
    return new Prose(this.text, starts, ends);
  }

  /** The same words without some stretches of the text, which are in order and apart. */
  without(cuts: readonly Stretch[]): Prose {
    const { length } = this.text;
    const kept: number[] = [];
    let at = 0;
    for (const { from, to } of [...cuts, { from: length, to: length }]) {
      for (; at < from; at++) kept.push(at);
      at = to;
    }
    const starts = Uint32Array.from([...kept.map((unit) => this.startOf(unit)), this.startOf(length)]);
    const ends = Uint32Array.from(kept, (unit) => this.endOf(unit));
    return new Prose(kept.map((unit) => this.text[unit]).join(''), starts, ends);
  }

  private startOf(unit: number): number {
    if (typeof this.starts !== 'number') return this.starts[unit] as number;
    return unit < this.text.length ? this.starts + unit : this.end;
  }
  private endOf(unit: number): number {
    return typeof this.starts === 'number' ? this.starts + unit + 1 : (this.ends[unit] as number);
  }

  get words(): Words {
    if (!this.known) {
      const folded = fold(this.text);
      this.known = wordsOf(folded.text);
      this.foldMap = folded.map;
    }
    return this.known;
  }
  get folded() {
    return this.words.folded;
  }
  has(pattern: RegExp) {
    return this.words.has(pattern);
  }
  find(pattern: RegExp, from?: number) {
    return this.words.find(pattern, from);
  }
  findAll(pattern: RegExp) {
    return this.words.findAll(pattern);
  }

  /** Which patterns may stand in it. Those of its sentences are looked for with them. */
  get row(): CueRow {
    if (this.sentences.length > 1) this.words.lookFor(this.sentences);
    return this.words.row;
  }

  /** Sentences in order; at least one unless the prose is blank. */
  get sentences(): readonly Phrase[] {
    if (!this.phrases) {
      this.phrases = sentences(this.text)
        .map(({ from, to }) => new Phrase(this, this.foldedIndex(from), this.foldedIndex(to)))
        .filter((p) => p.folded !== '');
    }
    return this.phrases;
  }

  /** Index in the text of a folded unit. */
  private unitOf(index: number): number {
    return this.foldMap ? (this.foldMap[index] as number) : index;
  }

  /** Where folded units [from, to) stand in the source. */
  at(from: number, to: number): Span {
    const { folded } = this;
    const first = this.unitOf(Math.min(from, folded.length));
    if (to <= from) return { start: this.startOf(first), end: this.startOf(first) };
    // Combining marks fold to nothing: the last unit runs to the beginning of the next one.
    let last = Math.max(this.unitOf(Math.min(to, folded.length)) - 1, this.unitOf(to - 1));
    while (last > first && /\s/.test(this.text[last] as string) && !/\s/.test(folded[to - 1] as string)) last--;
    if (last < first) last = first;
    return { start: this.startOf(first), end: this.endOf(last) };
  }

  /** Index in the folded text of a unit of `text`. */
  foldedIndex(textIndex: number): number {
    const { folded } = this;
    const map = this.foldMap;
    if (textIndex >= this.text.length) return folded.length;
    if (!map) return textIndex;
    let low = 0;
    let high = map.length - 1;
    while (low < high) {
      const mid = (low + high) >> 1;
      if ((map[mid] as number) < textIndex) low = mid + 1;
      else high = mid;
    }
    return low;
  }
}

/** Builds a prose from the words of a node as they come, each with its place in the chunk. */
export class Builder {
  private readonly parts: string[] = [];
  private length = 0;
  private starts = new Uint32Array(256);
  private ends = new Uint32Array(256);
  private readonly base: number;

  /** `base`: where the node begins in the chunk. */
  constructor(base: number) {
    this.base = base;
  }

  push(s: string, start: number, end: number) {
    for (let k = 0; k < s.length; k++) {
      if (this.length === this.starts.length) {
        const starts = new Uint32Array(this.length * 2);
        const ends = new Uint32Array(this.length * 2);
        starts.set(this.starts);
        ends.set(this.ends);
        this.starts = starts;
        this.ends = ends;
      }
      this.starts[this.length] = start - this.base;
      this.ends[this.length] = end - this.base;
      this.length++;
    }
    this.parts.push(s);
  }

  get size() {
    return this.length;
  }

  done(end: number): Prose {
    const starts = new Uint32Array(this.length + 1);
    starts.set(this.starts.subarray(0, this.length));
    starts[this.length] = end - this.base;
    return new Prose(this.parts.join(''), starts, this.ends.slice(0, this.length));
  }
}

const ENTITY = /^&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z][a-z0-9]{1,31}));/i;

/** What the parser makes of a number that is no character's, or of a control's: « l&#146;offre ». */
const REPLACEMENT = '\ufffd';

/** The character that a reference names; none for an unknown name. */
function decode([, hexadecimal, decimal, name]: RegExpExecArray): string {
  if (name) return decodeNamedCharacterReference(name) || '';
  const code = hexadecimal ? Number.parseInt(hexadecimal, 16) : Number(decimal);
  return code <= 0x10ffff ? String.fromCodePoint(code) : REPLACEMENT;
}

/** The character reference that stands at a place before an end, with its length in the source; undefined for none. */
export function decodeAt(source: string, at: number, end: number): { text: string; length: number } | undefined {
  const found = source[at] === '&' ? ENTITY.exec(source.slice(at, Math.min(end, at + 40))) : undefined;
  const text = found ? decode(found) : '';
  return found && text !== '' ? { text, length: found[0].length } : undefined;
}

/** The character reference at a place of the source, as the value has it; undefined where that has something else. */
function entityAt(source: string, at: number, end: number, value: string, from: number) {
  const found = ENTITY.exec(source.slice(at, Math.min(end, at + 40)));
  const text = found && [decode(found), REPLACEMENT].find((c) => c !== '' && value.startsWith(c, from));
  return text ? { text, length: found[0].length } : undefined;
}

/** What a bar before it makes a sign of no markup. */
const ESCAPED = /[!-/:-@[-`{-~]/;
const isEscaped = (raw: string | undefined, c: string): boolean => raw === c && ESCAPED.test(c);

/** The mark of a note that stands in another block, which the parser takes for words. */
const MARK = /\[\^[^\]\s]{1,40}\]/y;

/** Length of the mark of a note that stands at a place of the source, and in the value too; 0 for none. */
function markLength(source: string, at: number, value: string, from: number): number {
  if (source[at] !== '[') return 0;
  const mark = matchAt(MARK, source, at)?.[0] ?? '';
  return value.startsWith(mark, from) ? mark.length : 0;
}

/** Walks a text node's value beside its source: escapes, entities and container prefixes are skipped in the source. */
function align(out: Builder, value: string, source: string, start: number, end: number) {
  let s = start;
  let v = 0;
  while (v < value.length && s < end) {
    const c = value[v] as string;
    const raw = source[s] as string;
    const entity = raw === '&' ? entityAt(source, s, end, value, v) : undefined;
    if (entity) {
      out.push(entity.text, s, s + entity.length);
      v += entity.text.length;
      s += entity.length;
      continue;
    }
    const mark = markLength(source, s, value, v);
    if (mark > 0) {
      v += mark;
      s += mark;
      continue;
    }
    if (raw === '\\' && isEscaped(source[s + 1], c)) {
      out.push(c, s, s + 2);
      v++;
      s += 2;
      continue;
    }
    if (raw === c) {
      out.push(c, s, s + 1);
      v++;
    }
    // Whatever else the source holds here (a prefix, the spaces at the end of a line) stands for no word.
    s++;
  }
  if (v < value.length) out.push(value.slice(v), Math.max(start, end - 1), end);
}

const offsets = (node: Nodes): Span => ({
  start: node.position?.start.offset ?? 0,
  end: node.position?.end.offset ?? 0,
});

/** Stands for an inline code or an image: a thing, not words. */
export const OBJECT = '\ufffc';

/** « `[À COMPLÉTER : durée]` », « `[montant]` »: a field of the text, which its writer has put in code to be seen. */
const FIELD = /^\s*(?:\[\s*[\p{L}…][^[\]]*\]|\{\{[^{}]+\}\})\s*$/u;

function walk(out: Builder, node: PhrasingContent, source: string) {
  const { start, end } = offsets(node);
  switch (node.type) {
    case 'text':
      align(out, node.value, source, start, end);
      return;
    case 'break':
      out.push('\n', start, end);
      return;
    case 'inlineCode':
      if (FIELD.test(node.value)) align(out, node.value, source, start, end);
      else out.push(OBJECT, start, end);
      return;
    case 'image':
    case 'imageReference':
      out.push(OBJECT, start, end);
      return;
    case 'html':
      if (/^<br\b/i.test(node.value)) out.push('\n', start, end);
      return;
    case 'footnoteReference':
      return;
    default:
      if ('children' in node) for (const child of node.children) walk(out, child, source);
  }
}

/** In strong emphasis, be it within another: « ***Objet*** ». */
const isStrong = (node: PhrasingContent): boolean =>
  node.type === 'strong' || (node.type === 'emphasis' && node.children.every(isStrong));

/** Prose of a node's inline children. `source` is the chunk. `bold` is how many leading units are in strong emphasis. */
export function proseOf(
  node: { children: readonly PhrasingContent[] } & Nodes,
  source: string,
): { prose: Prose; bold: number } {
  const out = new Builder(offsets(node).start);
  let bold = 0;
  let leading = true;
  for (const child of node.children) {
    walk(out, child, source);
    if (leading && isStrong(child)) bold = out.size;
    else if (!(leading && child.type === 'text' && child.value.trim() === '')) leading = false;
  }
  return { prose: out.done(offsets(node).end), bold };
}
