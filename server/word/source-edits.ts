import type { Element } from 'xast';

/** Prefixed names that a part must know for what is added to it. */
const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

interface Edit {
  readonly at: number;
  readonly removed: number;
  readonly added: string;
}

/** Changes to the XML of a part as it is written: what no change touches stays as it was. */
export class SourceEdits {
  readonly source: string;
  private readonly edits: Edit[] = [];
  /** What declares the prefix of what is added, where the part does not. */
  private readonly declared: string;

  constructor(source: string) {
    this.source = source;
    const root = /<(?![?!])[^>]*>/.exec(source)?.[0] ?? '';
    const own = /\bxmlns(?::\w+)?="([^"]*\/wordprocessingml(?:\/2006)?\/main)"/.exec(root)?.[1] ?? W;
    this.declared = root.includes(`xmlns:w="${own}"`) ? '' : ` xmlns:w="${own}"`;
  }

  add(at: number, added: string): void {
    this.edits.push({ at, removed: 0, added });
  }

  remove(element: Element): void {
    const { start, end } = spanOf(element);
    this.edits.push({ at: start, removed: end - start, added: '' });
  }

  replace(start: number, end: number, added: string): void {
    this.edits.push({ at: start, removed: end - start, added });
  }

  /** The mark of one end of a comment. */
  mark(name: 'commentRangeStart' | 'commentRangeEnd', id: number): string {
    return `<w:${name}${this.declared} w:id="${id}"/>`;
  }

  /** What ties a comment to its place. */
  reference(id: number): string {
    return `<w:r${this.declared}><w:commentReference w:id="${id}"/></w:r>`;
  }

  /** The part with its changes, as UTF-8. Those of one place come in the order in which they were asked for. */
  written(): Uint8Array {
    const inOrder = this.edits.map((edit, rank) => ({ ...edit, rank })).sort((a, b) => a.at - b.at || a.rank - b.rank);
    let out = '';
    let done = 0;
    for (const { at, removed, added } of inOrder) {
      if (at > done) {
        out += this.source.slice(done, at);
        done = at;
      }
      out += added;
      done = Math.max(done, at + removed);
    }
    return new TextEncoder().encode(out + this.source.slice(done));
  }
}

/** Where an element stands in the XML of its part. */
export const spanOf = (element: Element): { readonly start: number; readonly end: number } => ({
  start: element.position?.start.offset ?? 0,
  end: element.position?.end.offset ?? 0,
});
