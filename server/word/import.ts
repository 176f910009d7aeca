import type { FootnoteDefinition, RootContent } from 'mdast';
import { openConsultation } from '../../rules/consultation/open.ts';
import type { Landmark } from '../../rules/kit/piece.ts';
import { BlockReader } from './blocks.ts';
import { openDocument, type WordDocument } from './document.ts';
import { WordError } from './error.ts';
import { marginsThatBind } from './margins.ts';
import { markdown } from './markdown.ts';
import { openPackage, type Package } from './package.ts';
import type { Traced } from './trail.ts';
import { at, below, textOf } from './xml.ts';

export interface Imported {
  /** The draft, front matter first when the piece is recognised. */
  readonly text: string;
  /** The piece recognised, as settings write it. */
  readonly piece?: string;
  /** What could not be carried over: one French line each, without a full stop. */
  readonly lost: readonly string[];
  /** Where the words of the draft stand in the document. */
  readonly landmarks: readonly Landmark[];
  /** It is a copy that `annotateWord` made, and that no program has saved since. */
  readonly isCopy: boolean;
}

/** The same, with where each letter is written. */
export interface ImportedInPlace extends Imported {
  readonly traced: Traced;
}

/** A Word document as a Markdown draft. `name`: of the file, for the links to what stays in it. Throws a `WordError`. */
export function importWord(bytes: Uint8Array, name: string): Imported {
  const { traced, ...imported } = readPackage(openPackage(bytes), name);
  return imported;
}

/** The same from an open package. */
export function readPackage(source: Package, name: string): ImportedInPlace {
  const body = at(source.xml(source.main), 'w:body');
  if (!body) throw new WordError('document endommagé : il n’a pas de corps de texte');
  const word = openDocument(source, name);
  const children = new BlockReader(word).read(body);
  // Notes may cite notes; what stands on every page may bind.
  for (const [label, { body, ...note }] of [...word.cited, ...marginsThatBind(word)])
    children.push(noteOf(label, new BlockReader({ ...word, ...note }).read(body)));
  leftOut(word);
  const text = markdown({ type: 'root', children });
  const piece = pieceOf(text, name);
  const own = word.kept.head;
  const head = own ? `${own}\n\n` : piece === undefined ? '' : `---\ndce:\n  piece: ${piece}\n---\n\n`;
  const whole = head + text;
  const traced = word.trail.follow(whole, head.length);
  const { landmarks } = traced;
  return {
    text: whole,
    ...(piece !== undefined && { piece }),
    lost: word.losses.lines(),
    landmarks,
    traced,
    isCopy: source.isCopy,
  };
}

const noteOf = (label: string, children: RootContent[]): FootnoteDefinition => ({
  type: 'footnoteDefinition',
  identifier: label,
  label,
  children: children as FootnoteDefinition['children'],
});

/** Counts the headers and footers that say more than a page number. */
function leftOut({ source, losses }: WordDocument): void {
  for (const { kind, target } of source.relations(source.main).values())
    if (/^(?:header|footer)$/.test(kind) && /\p{L}{4}/u.test(wordsOf(source, target))) losses.add('header');
}

const wordsOf = (source: Package, path: string): string => [...below(source.xml(path), 'w:t')].map(textOf).join('');

function pieceOf(text: string, name: string): string | undefined {
  // The date only chooses among the laws of the findings, and none is asked for.
  const { pieces } = openConsultation([{ path: name, text }], { date: '2026-01-01' });
  const [kind, ...more] = pieces[0]?.kinds ?? [];
  // A CCP tells what it is by its own title.
  return kind === 'autre' || more.length > 0 ? undefined : kind;
}
