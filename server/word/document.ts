import type { Element } from 'xast';
import { type Kept, readKept } from './kept.ts';
import { Losses } from './losses.ts';
import { Numbering } from './numbering.ts';
import type { Package, Relation } from './package.ts';
import { readStyles, type Style } from './styles.ts';
import { Trail } from './trail.ts';
import { attribute, childrenOf } from './xml.ts';

export type NoteKind = 'footnote' | 'endnote';

/** A note, with what its part of the package points to: links and pictures have identifiers of their own there. */
export interface Note {
  /** Where it was first cited. */
  readonly reference?: Element;
  readonly body: Element;
  /** A header or a footer of pages, read as a note. */
  readonly margin?: true;
  readonly relations: ReadonlyMap<string, Relation>;
}

/** A Word document being read: what its text refers to, and what is found on the way. */
export interface WordDocument {
  readonly source: Package;
  /** As shown in links to what stays in it. */
  readonly name: string;
  readonly styles: ReadonlyMap<string, Style>;
  readonly numbering: Numbering;
  /** What the part being read points to: the text, or a note. */
  readonly relations: ReadonlyMap<string, Relation>;
  readonly comments: ReadonlyMap<string, Element>;
  readonly notes: Readonly<Record<NoteKind, ReadonlyMap<string, Note>>>;
  /** Notes referred to so far, in the order of the text, by label. */
  readonly cited: Map<string, Note>;
  readonly losses: Losses;
  readonly kept: Kept;
  readonly trail: Trail;
  /** Where the note that is being read is cited. */
  readonly reference?: Element | undefined;
  /** What is being read is a header or a footer. */
  readonly margin?: true | undefined;
}

/** What is needed to read the text of a package. */
export function openDocument(source: Package, name: string): WordDocument {
  const byId = (kind: string, element: string): ReadonlyMap<string, Element> => {
    const path = source.related(kind);
    const tree = path === undefined ? undefined : source.xml(path);
    return new Map(childrenOf(tree, element).map((e) => [attribute(e, 'w:id') ?? '', e]));
  };
  const notes = (kind: NoteKind): ReadonlyMap<string, Note> => {
    const path = source.related(`${kind}s`);
    const relations = path === undefined ? new Map<string, Relation>() : source.relations(path);
    return new Map([...byId(`${kind}s`, `w:${kind}`)].map(([id, body]) => [id, { body, relations }]));
  };
  return {
    source,
    name,
    styles: readStyles(source),
    numbering: new Numbering(source),
    relations: source.relations(source.main),
    comments: byId('comments', 'w:comment'),
    notes: { footnote: notes('footnote'), endnote: notes('endnote') },
    cited: new Map(),
    losses: new Losses(),
    kept: readKept(source),
    trail: new Trail(),
  };
}
