import type { Position } from '../../rules/kit/positions.ts';
import type { Span } from '../../rules/kit/span.ts';

export type { Position };

/** Where the lines of a text begin. Lines end in `\n`, `\r\n` or a lone `\r`. */
export class Lines {
  private readonly starts: readonly number[];
  private readonly text: string;
  constructor(text: string) {
    this.text = text;
    const starts = [0];
    for (let i = 0; i < text.length; i++) {
      const c = text.charCodeAt(i);
      if (c === 13 && text.charCodeAt(i + 1) === 10) continue;
      if (c === 10 || c === 13) starts.push(i + 1);
    }
    this.starts = starts;
  }

  get count(): number {
    return this.starts.length;
  }

  positionAt(offset: number): Position {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const mid = (low + high + 1) >> 1;
      if ((this.starts[mid] as number) <= offset) low = mid;
      else high = mid - 1;
    }
    return { line: low, character: offset - (this.starts[low] as number) };
  }

  range(span: Span): { readonly start: Position; readonly end: Position } {
    return { start: this.positionAt(span.start), end: this.positionAt(span.end) };
  }

  /** A line without its end; empty beyond the last. */
  line(n: number): string {
    const start = this.starts[n];
    if (start === undefined) return '';
    return this.text.slice(start, this.starts[n + 1] ?? this.text.length).replace(/[\r\n]+$/, '');
  }
}
