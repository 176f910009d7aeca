import type { Element } from 'xast';
import { attribute, below, childrenOf, elements, val } from './xml.ts';

/** Makes identifiers that no template has. */
export const OURS = 'dceLint';

const idOf = (style: Element) => attribute(style, 'w:styleId') ?? '';
/** Word stores the names of its own styles in English, in any of its languages. */
const nameOf = (style: Element) => `${attribute(style, 'w:type')} ${(val(style, 'w:name') ?? '').toLowerCase()}`;

/**
 * Adds to a template's styles those of ours that it lacks, in place. Gives the identifier in the template of each of
 * ours, by our identifier.
 */
export function mergeStyles(theirs: Element, ours: Element): Map<string, string> {
  const known = new Map(childrenOf(theirs, 'w:style').map((style) => [nameOf(style), idOf(style)]));
  const taken = new Set(known.values());
  const ids = new Map<string, string>();
  for (const style of childrenOf(ours, 'w:style')) {
    const free = taken.has(idOf(style)) ? OURS + idOf(style) : idOf(style);
    ids.set(idOf(style), known.get(nameOf(style)) ?? free);
  }
  const missing = childrenOf(ours, 'w:style').filter((style) => !known.has(nameOf(style)));
  for (const style of missing) {
    style.attributes['w:styleId'] = ids.get(idOf(style)) ?? idOf(style);
    // The template says which style is that of plain paragraphs.
    delete style.attributes['w:default'];
    rename(style, ['w:basedOn', 'w:next', 'w:link'], ids);
  }
  theirs.children.push(...missing);
  return ids;
}

/** Changes the values of the elements of those names, below a tree. */
export function rename(tree: Element, names: readonly string[], values: ReadonlyMap<string, string>): void {
  for (const name of names)
    for (const element of below(tree, name)) {
      const value = attribute(element, 'w:val') ?? '';
      element.attributes['w:val'] = values.get(value) ?? value;
    }
}

/** Adds our lists to a template's, in place. Gives the new number of each of ours. */
export function mergeNumbering(theirs: Element, ours: Element): Map<string, string> {
  const highest = (name: string, key: string) =>
    Math.max(0, ...childrenOf(theirs, name).map((e) => Number(attribute(e, key)) || 0)) + 1;
  const abstracts = shift(ours, 'w:abstractNum', 'w:abstractNumId', highest('w:abstractNum', 'w:abstractNumId'));
  const lists = shift(ours, 'w:num', 'w:numId', highest('w:num', 'w:numId'));
  for (const list of childrenOf(ours, 'w:num')) rename(list, ['w:abstractNumId'], abstracts);
  const isList = (e: Element) => e.name === 'w:num';
  // What the lists are made of stands before all the lists.
  theirs.children = [
    ...elements(theirs).filter((e) => e.name === 'w:numPicBullet'),
    ...[theirs, ours].flatMap((tree) => childrenOf(tree, 'w:abstractNum')),
    ...[theirs, ours].flatMap((tree) => elements(tree).filter(isList)),
    ...elements(theirs).filter((e) => !/^w:(?:numPicBullet|abstractNum|num)$/.test(e.name)),
  ];
  return lists;
}

function shift(tree: Element, name: string, key: string, from: number): Map<string, string> {
  return new Map(
    childrenOf(tree, name).map((element, i) => {
      const old = attribute(element, key) ?? '';
      element.attributes[key] = String(from + i);
      return [old, String(from + i)];
    }),
  );
}
