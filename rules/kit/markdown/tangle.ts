import type { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item';
import type { Span } from '../span.ts';
import { commentsIn } from './comments.ts';

/** Quotations, lists and notes in one another: more is no draft. */
const DEEPEST = 100;
/** Units of indentation of a list item, two for each list around it at the least. */
const FARTHEST = 400;

const CONTAINER = /[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])|\[\^[^\]\s]+\]:)/y;

/** Containers that a line opens or goes on with. */
function depthOf(line: string): number {
  CONTAINER.lastIndex = 0;
  let depth = 0;
  while (depth <= DEEPEST && CONTAINER.test(line)) depth++;
  return depth;
}

function isTooDeep(line: string): boolean {
  if (depthOf(line) > DEEPEST) return true;
  const indent = line.search(/\S/);
  return indent > FARTHEST && /[-+*]|\d[.)]/.test(line.slice(indent, indent + 12));
}

/** True for a text in so many quotations, lists and notes that to parse it would exhaust the stack or take minutes. */
export const isDeep = (text: string): boolean => text.split(/\r\n?|\n/).some(isTooDeep);

/** A longer paragraph, in UTF-16 units, is data pasted in and no prose. */
export const LONGEST = 60_000;

/** What begins a paragraph of its own: an item, a row of a table. */
const OWN = /^[ \t]*(?:\||(?:[-+*]|\d{1,9}[.)])[ \t])/;
const ROW = /^[ \t]*\|/;
/** Units that tell a row from the rest. */
const INDENT = 100;
/** A picture in the text itself. */
const DATA = /\bdata:[\w/+.-]+;base64,[\w/+=]*/g;

/** Units of a text that are read: neither comments nor pictures. */
const read = (text: string): number => {
  const bare = text.replace(DATA, '');
  return bare.length - commentsIn(bare).reduce((n, { start, end }) => n + end - start, 0);
};

/**
 * Paragraphs that are too long to be parsed, by their lines: markup makes them twice as long as their words at most. Cells of
 * a table are for whoever has parsed it.
 */
export function longParagraphs(text: string): Span[] {
  if (text.length <= 2 * LONGEST) return [];
  const out: Span[] = [];
  let [start, end] = [0, 0];
  const close = () => {
    if (end - start <= 2 * LONGEST || ROW.test(text.slice(start, start + INDENT))) return;
    if (read(text.slice(start, end)) > 2 * LONGEST) out.push({ start, end });
  };
  for (const { 0: line, index } of text.matchAll(/.*(?:\r\n?|\n|$)/g)) {
    const isBlank = line.trim() === '';
    if (isBlank || OWN.test(line)) {
      close();
      start = end = index + (isBlank ? line.length : 0);
    }
    if (!isBlank) end = index + line.trimEnd().length;
  }
  close();
  return out;
}

/**
 * Events that the parser has made of a paragraph when marks begin to be read as words: it goes through all of them at each
 * `]`, and more often at the end. A mark makes four or so: a thousand words in bold are within.
 */
const MOST_EVENTS = 8000;
/** Tags begun in a paragraph that nothing closes: the parser may follow each to the end before it finds out. */
const MOST_TAGS = 150;

/** What `<` begins where it is no word. */
const CLOSED: ReadonlySet<string> = new Set(['htmlText', 'autolink']);

const MARKS = '!&*<[\\]_`~';

type Extension = ReturnType<typeof gfmTaskListItem>;
type Construct = Exclude<NonNullable<Extension['text']>[number], readonly unknown[] | undefined>;

/**
 * Syntax that reads marks as words past what any paragraph holds, so that the time of a paragraph is in proportion to its
 * length. `beyond` is told where, once for each mark.
 */
export function marksWithin(beyond: (offset: number) => void): Extension {
  /** By paragraph: tags begun that nothing closes, and how far it was when the last began. */
  const tags = new WeakMap<object, { open: number; seen: number }>();
  const markAsWord: Construct = {
    name: 'markAsWord',
    tokenize(effects, ok, nok) {
      return (code) => {
        const { events } = this;
        const isTag = code === '<'.charCodeAt(0);
        const known = isTag ? tags.get(this) : undefined;
        const wasClosed = known && events.slice(known.seen).some(([, token]) => CLOSED.has(token.type));
        const open = known ? known.open + Number(!wasClosed) : 0;
        if (isTag) tags.set(this, { open, seen: events.length });
        if (events.length <= MOST_EVENTS && open <= MOST_TAGS) return nok(code);
        beyond(this.now().offset);
        effects.enter('data');
        effects.consume(code);
        effects.exit('data');
        return ok;
      };
    },
  };
  return { text: Object.fromEntries([...MARKS].map((mark) => [mark.charCodeAt(0), markAsWord])) };
}
