import type { Element } from 'xast';
import { type SourceEdits, spanOf } from './source-edits.ts';
import type { Letter } from './trail.ts';
import { at, elements, textOf } from './xml.ts';

/** What each element of a tree is in. */
export interface Parents {
  of(element: Element): Element | undefined;
  /** The cell of a table that an element is in. */
  cellOf(element: Element): Element | undefined;
}

export function parentsOf(root: Element): Parents {
  const known = new Map<Element, Element>();
  const visit = (parent: Element) => {
    for (const child of elements(parent)) {
      known.set(child, parent);
      visit(child);
    }
  };
  visit(root);
  const of = (element: Element) => known.get(element);
  const cellOf = (element: Element) => {
    for (let at = of(element); at; at = of(at)) if (at.name === 'w:tc') return at;
    return undefined;
  };
  return { of, cellOf };
}

interface Cut {
  readonly at: number;
  readonly ends: string[];
  readonly starts: string[];
}

/** Puts marks at letters: a run that they stand inside is cut in two of the same look. */
export class RunCutter {
  private readonly edits: SourceEdits;
  private readonly parents: Parents;
  /** Marks by text and unit, then those before and after whole runs. */
  private readonly inside = new Map<Element, Map<number, Cut>>();
  private readonly around = new Map<Element, { readonly before: string[]; readonly after: string[] }>();

  constructor(edits: SourceEdits, parents: Parents) {
    this.edits = edits;
    this.parents = parents;
  }

  /** Puts a mark before a letter. */
  open(letter: Letter, mark: string): void {
    const run = this.outermost(letter.from);
    const begins = letter.unit === 0 && contentOf(run)[0] === letter.from;
    if (letter.unit === undefined || begins || !this.canCut(letter.from, run)) this.aroundOf(run).before.push(mark);
    else this.cutAt(letter.from, letter.unit).starts.push(mark);
  }

  /** Puts a mark after a letter. */
  close(letter: Letter, mark: string): void {
    const run = this.outermost(letter.from);
    const end = (letter.unit ?? 0) + lengthAt(letter);
    const isEnd = contentOf(run).at(-1) === letter.from && end === textOf(letter.from).length;
    if (letter.unit === undefined || isEnd || !this.canCut(letter.from, run)) this.aroundOf(run).after.push(mark);
    else this.cutAt(letter.from, end).ends.push(mark);
  }

  /** Writes all the marks. */
  write(): void {
    for (const [run, { before, after }] of this.around) {
      const { start, end } = spanOf(run);
      this.edits.add(start, before.join(''));
      this.edits.add(end, after.join(''));
    }
    for (const [text, cuts] of this.inside) this.cut(text, [...cuts.values()]);
  }

  /** A run in a text box is in another: Word takes no comment there. */
  private outermost(element: Element): Element {
    let run = element;
    for (let at = this.parents.of(element); at; at = this.parents.of(at)) if (at.name === 'w:r') run = at;
    return run;
  }

  private canCut(text: Element, run: Element): boolean {
    return this.parents.of(text) === run && text.name === 'w:t' && !this.rawOf(text).includes('<![CDATA[');
  }

  private aroundOf(run: Element) {
    const known = this.around.get(run) ?? { before: [], after: [] };
    this.around.set(run, known);
    return known;
  }

  private cutAt(text: Element, unit: number): Cut {
    const cuts = this.inside.get(text) ?? new Map<number, Cut>();
    this.inside.set(text, cuts);
    const cut = cuts.get(unit) ?? { at: unit, ends: [], starts: [] };
    cuts.set(unit, cut);
    return cut;
  }

  private rawOf(element: Element): string {
    const { start, end } = spanOf(element);
    return this.edits.source.slice(start, end);
  }

  private cut(text: Element, cuts: readonly Cut[]): void {
    const run = this.parents.of(text) as Element;
    const raw = this.rawOf(text);
    const [open] = /^<[^>]*>/.exec(raw) as RegExpExecArray;
    const properties = at(run, 'w:rPr');
    const look = properties ? this.rawOf(properties) : '';
    const runTag = (/^<[^>]*>/.exec(this.rawOf(run)) as RegExpExecArray)[0];
    const preserved = open.includes('xml:space') ? open : open.replace(/>$/, ' xml:space="preserve">');
    const { start } = spanOf(text);
    const places = placesOf(raw, open.length);
    if (preserved !== open) this.edits.replace(start, start + open.length, preserved);
    for (const { at: unit, ends, starts } of cuts) {
      const marks = [...ends, ...starts].join('');
      const place = places[unit] ?? places.at(-1) ?? open.length;
      this.edits.add(start + place, `</${nameIn(open)}></${nameIn(runTag)}>${marks}${runTag}${look}${preserved}`);
    }
  }
}

/** What a run holds beside its look. */
const contentOf = (run: Element): Element[] => elements(run).filter((e) => e.name !== 'w:rPr');
const nameIn = (tag: string): string => /^<([^\s/>]+)/.exec(tag)?.[1] ?? '';

/** Where each unit of a text begins in its XML, entities counted for what they say; then where it ends. */
function placesOf(raw: string, from: number): number[] {
  const places: number[] = [];
  const end = raw.lastIndexOf('</');
  for (let i = from; i < end; ) {
    const entity = raw[i] === '&' ? /^&(?:#(x?)([\da-f]+)|\w+);/i.exec(raw.slice(i, i + 12)) : null;
    const code = entity?.[2] === undefined ? 0 : Number.parseInt(entity[2], entity[1] ? 16 : 10);
    places.push(i);
    if (code > 0xffff) places.push(i);
    // The end of a line is one unit, however it is written.
    const length = raw.startsWith('\r\n', i) ? 2 : 1;
    i += entity ? entity[0].length : length;
  }
  places.push(end);
  return places;
}

/** Units of a letter. */
function lengthAt({ from, unit = 0 }: Letter): number {
  const code = textOf(from).codePointAt(unit);
  return code !== undefined && code > 0xffff ? 2 : 1;
}
