import {
  type InlineCompletionItem,
  type InlineCompletionParams,
  InlineCompletionTriggerKind,
} from 'vscode-languageserver';
import { toOffset, toRange } from '../convert.ts';
import { hasFields, toSnippet } from '../core/fix.ts';
import { type Suggestion, suggestionsAt } from '../core/suggest.ts';
import { keyOf } from '../uri.ts';
import { type Context, find } from './context.ts';
import { wantedFor } from './preferences.ts';

/** What was last proposed, and where: open until the buyer takes it, or does something else. */
interface Offer {
  readonly key: string;
  readonly version: number;
  readonly offset: number;
  /** The words before the cursor, to know the place again in a later version. */
  readonly before: string;
  readonly suggestions: readonly Suggestion[];
}

/** UTF-16 units before the cursor by which its place is known again. */
const KNOWN_BY = 40;

/**
 * Ghost text: the insertions that fixes make at the cursor. What the buyer refuses is not proposed there again while the
 * server runs, unless it is asked for. No message of the protocol tells that ghost text was left: it is refused when our
 * client says so, or when the next request comes from elsewhere. Who goes on writing after a finished sentence has
 * refused it in that paragraph, not yet on the empty line below.
 */
export class Suggestions {
  private readonly context: Context;
  private offer: Offer | undefined;
  /** Places, by document. */
  private readonly refused = new Map<string, Set<string>>();

  constructor(context: Context) {
    this.context = context;
  }

  /** What is proposed at a cursor, the first being shown. Empty when there is nothing, or when it is switched off. */
  async at({ textDocument: { uri }, position, context }: InlineCompletionParams): Promise<InlineCompletionItem[]> {
    const [found, wants] = await Promise.all([find(this.context, uri), wantedFor(this.context, uri)]);
    const version = this.context.documents.get(uri)?.version;
    // The place is one of the text that was checked, not of what was typed meanwhile.
    if (!found || version === undefined || found.file.version !== version || !wants('suggestions')) return [];
    const { draft } = found.piece;
    const key = keyOf(uri);
    const offset = toOffset(draft, position);
    const at = toRange(draft, { start: offset, end: offset });
    const begun = this.settle(key, version, draft.text, offset);
    if (begun.length > 0) return begun.map((text) => item(text, at));
    const asked = context.triggerKind === InlineCompletionTriggerKind.Invoked;
    const refused = this.refused.get(key);
    const suggestions = suggestionsAt(found.file.findings, offset).filter(
      (s) => asked || !(refused?.has(s.place) || (!s.below && refused?.has(inParagraph(s)))),
    );
    if (suggestions.length > 0)
      this.offer = { key, version, offset, before: draft.text.slice(0, offset).slice(-KNOWN_BY), suggestions };
    return suggestions.map(({ text }) => item(text, at));
  }

  /** A document has changed: words taken at once are not mistaken, once filled in, for others. */
  changed(uri: string, text: string): void {
    const { offer } = this;
    if (offer?.key === keyOf(uri) && offer.suggestions.some((s) => text.startsWith(s.text, offer.offset)))
      this.offer = undefined;
  }

  /** The client tells that the buyer has put aside what was proposed in a document. */
  refuse(uri: string): null {
    if (this.offer?.key === keyOf(uri)) this.close((s) => s.place);
    return null;
  }

  /**
   * Looks at what has become of the last offer. Gives the rest of the words that the buyer has begun to write by hand;
   * empty when there are none.
   */
  private settle(key: string, version: number, text: string, offset: number): readonly string[] {
    const { offer } = this;
    if (!offer || (offer.key === key && offer.version === version && offer.offset === offset)) return [];
    const written = offer.key === key ? writtenSince(offer, text, offset) : undefined;
    if (written === undefined) {
      this.close((s) => s.place);
      return [];
    }
    const begun = offer.suggestions.filter((s) => written.trim() !== '' && s.text.startsWith(written));
    if (begun.length > 0) return begun.map((s) => s.text.slice(written.length));
    if (/[\p{L}\p{N}]/u.test(written)) {
      if (/\n/.test(written)) this.close((s) => s.place);
      else if (offer.suggestions.some((s) => s.finished)) this.close((s) => (s.below ? s.place : inParagraph(s)));
    }
    return [];
  }

  private close(name: (suggestion: Suggestion) => string): void {
    if (!this.offer) return;
    const { key, suggestions } = this.offer;
    const places = this.refused.get(key) ?? new Set();
    for (const suggestion of suggestions) places.add(name(suggestion));
    this.refused.set(key, places);
    this.offer = undefined;
  }
}

const inParagraph = ({ place }: Suggestion): string => `${place}\nici`;

/** What was written between an offer and a later cursor; empty where letters were taken back; undefined elsewhere. */
function writtenSince(offer: Offer, text: string, offset: number): string | undefined {
  const back = offer.offset - offset;
  if (back > 0) return back > KNOWN_BY || /\n/.test(offer.before.slice(-back)) ? undefined : '';
  return text.slice(0, offer.offset).endsWith(offer.before) ? text.slice(offer.offset, offset) : undefined;
}

const item = (text: string, range: InlineCompletionItem['range'] & {}): InlineCompletionItem => ({
  insertText: hasFields(text) ? { kind: 'snippet', value: toSnippet(text) } : text,
  range,
});
