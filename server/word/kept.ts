import { type Package, relationsOf } from './package.ts';
import { at, attribute, childrenOf, elements, textOf } from './xml.ts';

/**
 * What a draft says to programs alone, in the custom properties of the document: its front matter, and marks among its words
 * (of a clause, of a finding set aside), each at a bookmark that Word does not show.
 */
export interface Kept {
  readonly head: string;
  /** By number. */
  readonly marks: ReadonlyMap<string, string>;
}

const HEAD = 'dce-lint.en-tete.';
const MARK = 'dce-lint.repere.';
const BOOKMARK = '_dceLint';
/** Word cuts longer values. */
const LONGEST = 200;

/** A comment that speaks to the program, and is nothing to read in a margin. */
export const isMark = (comment: string): boolean => /^<!--\s*(?:clause:|dce-lint-)/.test(comment);

export const bookmarkOf = (number: number): string => `${BOOKMARK}${number}`;

/** Number of the mark that a bookmark is the place of; undefined for any other bookmark. */
export const markAt = (bookmark: string | undefined): string | undefined => /^_dceLint(\d+)$/.exec(bookmark ?? '')?.[1];

/** The properties that keep a front matter and marks. */
export function propertiesOf(head: string, marks: readonly string[]): { name: string; value: string }[] {
  const pieces = head.match(new RegExp(`[\\s\\S]{1,${LONGEST}}`, 'g')) ?? [];
  return [
    ...pieces.map((value, i) => ({ name: `${HEAD}${i + 1}`, value: JSON.stringify(value) })),
    ...marks.map((value, i) => ({ name: `${MARK}${i + 1}`, value: value.slice(0, LONGEST) })),
  ];
}

/** Path of the custom properties of a package. */
export function propertiesPath(source: Package): string | undefined {
  const relations = source.xml(relationsOf(''));
  const found = elements(relations).find((r) => /\/custom-properties$/.test(attribute(r, 'Type') ?? ''));
  return attribute(found, 'Target')?.replace(/^\//, '');
}

export function readKept(source: Package): Kept {
  const path = propertiesPath(source);
  const tree = path !== undefined && source.has(path) ? source.xml(path) : undefined;
  const values = new Map(
    childrenOf(tree, 'property').map((p) => [attribute(p, 'name') ?? '', textOf(at(p, 'vt:lpwstr') ?? p)]),
  );
  let head = '';
  for (let i = 1; values.has(`${HEAD}${i}`); i++) head += unquoted(values.get(`${HEAD}${i}`) ?? '');
  const marks = [...values].flatMap(([name, value]) =>
    name.startsWith(MARK) && isMark(value) && value.endsWith('-->') ? [[name.slice(MARK.length), value] as const] : [],
  );
  return { head: /^---\n[\s\S]*\n---$/.test(head) ? head : '', marks: new Map(marks) };
}

function unquoted(value: string): string {
  try {
    const text: unknown = JSON.parse(value);
    return typeof text === 'string' ? text : '';
  } catch {
    return '';
  }
}
