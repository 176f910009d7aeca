import type { PhrasingContent } from 'mdast';
import type { Element } from 'xast';
import { writeMark } from './marks.ts';

/** Who changed a passage of a document under revision, and when. */
export interface Change {
  readonly kind: 'ajout' | 'suppression';
  readonly author: string;
  readonly date?: string;
}

/** How a passage looks, of what Markdown knows. */
export interface Look {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly strike: boolean;
  readonly url?: string | undefined;
  /** Words of a program. */
  readonly code?: boolean;
}

/** A passage of a paragraph: words of one look, or a thing among them (line break, note, comment, picture). */
export type Passage = {
  readonly change?: Change | undefined;
  /** The text of the document that the words are from. */
  readonly from?: Element | undefined;
  /** Page where it begins. */
  readonly page?: number;
} & ({ readonly text: string; readonly look: Look } | { readonly node: PhrasingContent });

const PLAIN: Look = { bold: false, italic: false, strike: false };

/** The passages of a paragraph as Markdown. Spaces at both ends are taken away, runs of spaces are one. */
export function phrasing(passages: readonly Passage[]): PhrasingContent[] {
  return settled(trimmed(nested(evened(spaced(marked(passages))))));
}

/** Takes out what was deleted, and says every change in a comment after its words. */
function marked(passages: readonly Passage[]): Passage[] {
  const out: Passage[] = [];
  for (let i = 0; i < passages.length; ) {
    const { change } = passages[i] as Passage;
    const from = i;
    while (i < passages.length && same((passages[i] as Passage).change, change)) i++;
    const group = passages.slice(from, i);
    if (change?.kind !== 'suppression') out.push(...group);
    else out.push(...group.filter((p) => 'node' in p && p.node.type === 'html'));
    const words = group.map((p) => ('text' in p ? p.text : p.node.type === 'break' ? ' ' : '')).join('');
    if (change && words.trim() !== '')
      out.push({ node: { type: 'html', value: writeMark({ ...change, text: words }) } });
  }
  return out;
}

const same = (a: Change | undefined, b: Change | undefined): boolean =>
  a?.kind === b?.kind && a?.author === b?.author && a?.date === b?.date;

/** One space for several, across passages too. */
function spaced(passages: readonly Passage[]): Passage[] {
  let after = true;
  return passages.flatMap((passage): Passage[] => {
    if ('node' in passage) {
      if (passage.node.type !== 'html') after = passage.node.type === 'break';
      return [passage];
    }
    let text = passage.text.replace(/[ \t\r\n]+/g, ' ');
    if (after) text = text.replace(/^ /, '');
    if (text !== '') after = text.endsWith(' ');
    return text === '' ? [] : [{ ...passage, text }];
  });
}

/**
 * Spaces, and signs that touch a word of another look, take the look that both sides share: Markdown cannot end emphasis
 * there.
 */
function evened(passages: readonly Passage[]): Passage[] {
  const parts = passages.flatMap((passage): Passage[] => {
    if ('node' in passage) return [passage];
    const [, before, core, after] = /^(\s*)(.*?)(\s*)$/su.exec(passage.text) as RegExpExecArray;
    return [before, core, after].filter((t) => t).map((text) => ({ text: text as string, look: passage.look }));
  });
  const looks = parts.map((p) => ('text' in p ? p.look : PLAIN));
  const isSpace = (p: Passage | undefined) => p !== undefined && 'text' in p && p.text.trim() === '';
  const even = parts.map((part, i): Passage => {
    if (!isSpace(part) || !('text' in part)) return part;
    const left = i > 0 && !isSpace(parts[i - 1]) ? looks[i - 1] : undefined;
    const right = parts.slice(i + 1).findIndex((p) => !isSpace(p));
    return { text: part.text, look: shared(left ?? PLAIN, right < 0 ? PLAIN : (looks[i + 1 + right] as Look)) };
  });
  return even.flatMap((part, i) => ('text' in part ? loosened(part, even[i - 1], even[i + 1]) : [part]));
}

const shared = (a: Look, b: Look): Look => ({
  bold: a.bold && b.bold,
  italic: a.italic && b.italic,
  strike: a.strike && b.strike,
  ...(a.code && b.code && { code: true }),
  url: a.url === b.url ? a.url : undefined,
});

const LETTER = /[\p{L}\p{N}]/u;

function loosened(
  part: { readonly text: string; readonly look: Look },
  left: Passage | undefined,
  right: Passage | undefined,
): Passage[] {
  const touches = (other: Passage | undefined, end: 'start' | 'end') =>
    other !== undefined &&
    'text' in other &&
    !equal(other.look, part.look) &&
    LETTER.test((end === 'start' ? other.text[0] : other.text.at(-1)) ?? '');
  const head = touches(left, 'end') ? (/^[^\p{L}\p{N}\s]+/u.exec(part.text)?.[0] ?? '') : '';
  const rest = part.text.slice(head.length);
  const tail = touches(right, 'start') ? (/[^\p{L}\p{N}\s]+$/u.exec(rest)?.[0] ?? '') : '';
  const core = rest.slice(0, rest.length - tail.length);
  if (part.look.code) return [part];
  const loose = { ...PLAIN, url: part.look.url };
  return [
    ...(head ? [{ text: head, look: loose }] : []),
    ...(core ? [{ text: core, look: part.look }] : []),
    ...(tail ? [{ text: tail, look: loose }] : []),
  ];
}

const equal = (a: Look, b: Look): boolean =>
  a.bold === b.bold && a.italic === b.italic && a.strike === b.strike && a.url === b.url && a.code === b.code;

/** One kind of emphasis around the other, each as wide as it can be. */
const WRAPS: readonly {
  readonly of: (look: Look) => string | boolean | undefined;
  readonly wrap: (children: PhrasingContent[], value: string | boolean) => PhrasingContent;
}[] = [
  {
    of: (look) => look.url,
    wrap: (children, url) => ({ type: 'link', url: String(url), children: children as never }),
  },
  { of: (look) => look.bold, wrap: (children) => ({ type: 'strong', children }) },
  { of: (look) => look.italic, wrap: (children) => ({ type: 'emphasis', children }) },
  { of: (look) => look.strike, wrap: (children) => ({ type: 'delete', children }) },
  {
    of: (look) => look.code,
    wrap: (children) => ({ type: 'inlineCode', value: children.map((c) => ('value' in c ? c.value : '')).join('') }),
  },
];

function nested(passages: readonly Passage[], depth = 0): PhrasingContent[] {
  const wrap = WRAPS[depth];
  if (!wrap) return joined(passages);
  const out: PhrasingContent[] = [];
  const wrapped = (p: Passage) => ('text' in p && wrap.of(p.look)) || undefined;
  for (let i = 0; i < passages.length; ) {
    const value = wrapped(passages[i] as Passage);
    const from = i;
    while (i < passages.length && wrapped(passages[i] as Passage) === value) i++;
    const inner = nested(passages.slice(from, i), depth + 1);
    if (value === undefined) out.push(...inner);
    else out.push(wrap.wrap(inner, value));
  }
  return out;
}

function joined(passages: readonly Passage[]): PhrasingContent[] {
  const out: PhrasingContent[] = [];
  for (const passage of passages) {
    const last = out.at(-1);
    if ('node' in passage) out.push(passage.node);
    else if (last?.type === 'text') last.value += passage.text;
    else out.push({ type: 'text', value: passage.text });
  }
  return out;
}

/** Without space or line break at either end, comments left where they are. */
function trimmed(nodes: PhrasingContent[]): PhrasingContent[] {
  const out = [...nodes];
  const ranks = [...out.keys()];
  trim(out, ranks, (text) => text.trimStart());
  trim(out, ranks.reverse(), (text) => text.trimEnd());
  return out.filter((n) => !(n.type === 'text' && n.value === ''));
}

/** Empties what comes first in an order, up to the first word. */
function trim(nodes: PhrasingContent[], order: readonly number[], bare: (text: string) => string): void {
  for (const i of order) {
    const node = nodes[i] as PhrasingContent;
    if (node.type === 'html') continue;
    if (node.type === 'break') nodes[i] = { type: 'text', value: '' };
    else if (node.type === 'text') {
      node.value = bare(node.value);
      if (node.value !== '') return;
    } else return;
  }
}

/**
 * Moves the comments that begin a line behind its first word: a line that begins with a comment is, for Markdown, HTML to
 * its end.
 */
function settled(nodes: PhrasingContent[]): PhrasingContent[] {
  const out: PhrasingContent[] = [];
  let waiting: PhrasingContent[] = [];
  let begins = true;
  for (const node of nodes) {
    if (begins && node.type === 'html') {
      waiting.push(node);
      continue;
    }
    if (waiting.length > 0 && node.type === 'break') continue;
    begins = node.type === 'break';
    if (waiting.length > 0 && node.type === 'text') {
      const [first, rest] = firstWord(node.value);
      out.push({ type: 'text', value: first }, ...waiting);
      if (rest !== '') out.push({ type: 'text', value: rest });
    } else out.push(node, ...waiting);
    waiting = [];
  }
  return [...out, ...waiting];
}

function firstWord(text: string): [first: string, rest: string] {
  const end = /\S\s/.exec(text)?.index ?? text.length;
  return [text.slice(0, end + 1), text.slice(end + 1)];
}
