import { zipSync } from 'fflate';
import type { Element } from 'xast';
import type { Span } from '../../rules/kit/span.ts';
import { type Comment, CommentParts } from './comment-parts.ts';
import { WordError } from './error.ts';
import { readPackage } from './import.ts';
import { COPY, openPackage } from './package.ts';
import { type Parents, parentsOf, RunCutter } from './run-cutter.ts';
import { SourceEdits } from './source-edits.ts';
import type { Letter } from './trail.ts';
import { at, attribute, below, elements, textOf } from './xml.ts';

/** A comment to write in the margin, at words of the draft that the document is read as. */
export interface Annotation extends Comment {
  readonly at: Span;
}

export interface Annotated {
  /** A copy of the document with the comments. */
  readonly bytes: Uint8Array;
  /** How many; fewer than asked for where the document has no words. */
  readonly comments: number;
}

/**
 * A copy of a Word document with comments at their words, by `dce-lint`; those of an earlier copy go. Everything else stays:
 * what is not touched of a part is the same, character for character. `text`: what the document was read as; throws a
 * `WordError` when it is read otherwise now, or cannot be read. `day`: `YYYY-MM-DD`.
 */
export function annotateWord(
  document: Uint8Array,
  name: string,
  text: string,
  annotations: readonly Annotation[],
  day: string,
): Annotated {
  const source = openPackage(document);
  const read = readPackage(source, name);
  if (read.text !== text) throw new WordError('document changé depuis qu’il a été relu');
  const body = at(source.xml(source.main), 'w:body') as Element;
  const parents = parentsOf(body);
  const edits = new SourceEdits(source.source(source.main));
  const parts = new CommentParts(source, day);
  takeAway(body, parts.old, edits);
  const cutter = new RunCutter(edits, parents);
  let comments = 0;
  for (const annotation of annotations) {
    const found = ends(read.traced.letters(annotation.at), parents);
    if (!found) continue;
    const last = withSigns(found.last, text.slice(found.last.offset, annotation.at.end));
    const id = parts.add(annotation);
    cutter.open(found.first, edits.mark('commentRangeStart', id));
    cutter.close(last, edits.mark('commentRangeEnd', id) + edits.reference(id));
    comments++;
  }
  cutter.write();
  const files = { ...source.all(), ...parts.write(), [source.main]: edits.written() };
  files[COPY] = new TextEncoder().encode('<copie xmlns="urn:dce-lint:copie"/>');
  const contents = Object.fromEntries(Object.entries(files).map(([path, part]) => [path, packed(path, part)]));
  // The same findings make the same bytes.
  return { bytes: zipSync(contents, { mtime: `${day}T12:00:00` }), comments };
}

/** What is compressed already is not compressed again. */
const packed = (path: string, bytes: Uint8Array): [Uint8Array, { level: 0 | 6 }] => [
  bytes,
  { level: /\.(?:png|jpe?g|gif|emf|wmf|zip|docx|xlsx|pptx)$/i.test(path) ? 0 : 6 },
];

/** Takes away the marks in the text of comments that go. */
function takeAway(body: Element, ids: ReadonlySet<string>, edits: SourceEdits): void {
  if (ids.size === 0) return;
  const isOld = (e: Element) => ids.has(attribute(e, 'w:id') ?? '');
  for (const name of ['w:commentRangeStart', 'w:commentRangeEnd'])
    for (const mark of below(body, name)) if (isOld(mark)) edits.remove(mark);
  for (const run of below(body, 'w:r')) {
    const marks = elements(run).filter((e) => e.name === 'w:commentReference' && isOld(e));
    const others = elements(run).filter((e) => e.name !== 'w:rPr' && !marks.includes(e));
    if (marks.length > 0 && others.length === 0) edits.remove(run);
    else for (const mark of marks) edits.remove(mark);
  }
}

/** The first and last letters of a comment; undefined in a document without words. */
function ends(letters: readonly Letter[], parents: Parents): { first: Letter; last: Letter } | undefined {
  const [first] = letters;
  // A comment over several cells is one that Word does not know.
  const cell = first && parents.cellOf(first.from);
  const last = letters.findLast((l) => parents.cellOf(l.from) === cell);
  return first && last && { first, last };
}

/** A letter, or the last of the signs that follow it both in the document and in the draft (« 60 % »). */
function withSigns(letter: Letter, drafted: string): Letter {
  const { from, unit } = letter;
  if (unit === undefined) return letter;
  const written = textOf(from);
  let more = 0;
  while (more + 1 < drafted.length && written[unit + more + 1] === drafted[more + 1]) more++;
  return { ...letter, unit: unit + more };
}
