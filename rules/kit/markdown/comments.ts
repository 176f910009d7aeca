import type { Span } from '../span.ts';

const [OPEN, CLOSE] = ['<!--', '-->'];

/** The HTML comments of a text, marks included. What nothing closes is none. */
export function commentsIn(text: string): Span[] {
  const out: Span[] = [];
  for (let at = 0; ; ) {
    const start = text.indexOf(OPEN, at);
    const close = start < 0 ? -1 : text.indexOf(CLOSE, start + OPEN.length);
    if (close < 0) return out;
    at = close + CLOSE.length;
    out.push({ start, end: at });
  }
}
