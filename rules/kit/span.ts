/**
 * A place in a source text: absolute, half-open, in UTF-16 units. The one position type below the server. A span taken
 * from a draft is live: it moves with its words when the draft is edited elsewhere. Read numbers late, keep spans.
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A span that is worked out when it is asked. */
class Live implements Span {
  private readonly from: () => number;
  private readonly to: () => number;
  constructor(from: () => number, to: () => number) {
    this.from = from;
    this.to = to;
  }
  get start() {
    return this.from();
  }
  get end() {
    return this.to();
  }
  toJSON(): Span {
    return { start: this.start, end: this.end };
  }
}

export const live = (from: () => number, to: () => number): Span => new Live(from, to);

/** The smallest span that covers both. */
export const cover = (a: Span, b: Span): Span =>
  live(
    () => Math.min(a.start, b.start),
    () => Math.max(a.end, b.end),
  );

/** The smallest span that covers all: from the one that begins first, to the end of the one that ends last; `TOP` for none. */
export function coverAll(spans: readonly Span[]): Span {
  let [first, last] = [spans[0] ?? TOP, spans[0] ?? TOP];
  let { start, end } = between(first, last);
  for (const span of spans) {
    const here = { start: span.start, end: span.end };
    if (here.start < start) [first, start] = [span, here.start];
    if (here.end > end) [last, end] = [span, here.end];
  }
  return spans.length > 0 ? between(first, last) : TOP;
}

/** From the start of one to the end of the other. */
export const between = (first: Span, last: Span): Span =>
  live(
    () => first.start,
    () => last.end,
  );

/** The empty place where a span ends. */
export const endOf = (span: Span): Span =>
  live(
    () => span.end,
    () => span.end,
  );

/** The empty place where a span begins. */
export const startOf = (span: Span): Span =>
  live(
    () => span.start,
    () => span.start,
  );

/** A span with so many units more before and after; fewer when negative. */
export const widen = (span: Span, before: number, after: number): Span =>
  live(
    () => span.start - before,
    () => span.end + after,
  );

/** The beginning of a text: where a finding goes that has no better place. */
export const TOP: Span = { start: 0, end: 0 };

/** True when the two share at least one character (or one is empty and lies within the other). */
export const overlaps = (a: Span, b: Span): boolean => a.start <= b.end && b.start <= a.end;

export const contains = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;
