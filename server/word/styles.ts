import type { Element } from 'xast';
import type { Package } from './package.ts';
import { at, attribute, childrenOf, isOn, val } from './xml.ts';

/** What a style says that a Markdown draft can keep. */
export interface Style {
  readonly id: string;
  /** Lower case, as Word stores it (`heading 1`), whatever the language of its display. */
  readonly name: string;
  /** Depth of a heading, from 1. */
  readonly level?: number;
  readonly numbering?: NumberingPlace;
  readonly bold?: boolean | undefined;
  readonly italic?: boolean | undefined;
}

/** A numbered list and a depth in it, from 0. List `0` takes numbering away. */
export interface NumberingPlace {
  readonly list: string;
  readonly depth: number;
}

/** Styles by identifier, each with what it inherits. */
export function readStyles(source: Package): ReadonlyMap<string, Style> {
  const path = source.related('styles');
  const elements = childrenOf(path === undefined ? undefined : source.xml(path), 'w:style');
  const byId = new Map(elements.map((e) => [attribute(e, 'w:styleId') ?? '', e]));
  const styles = new Map<string, Style>();
  const read = (id: string, seen: ReadonlySet<string>): Style | undefined => {
    const element = byId.get(id);
    if (styles.has(id) || !element || seen.has(id)) return styles.get(id);
    const parent = val(element, 'w:basedOn');
    const style = own(id, element, parent === undefined ? undefined : read(parent, new Set([...seen, id])));
    styles.set(id, style);
    return style;
  };
  for (const id of byId.keys()) read(id, new Set());
  return styles;
}

function own(id: string, element: Element, parent: Style | undefined): Style {
  const name = (val(element, 'w:name') ?? id).toLowerCase();
  const properties = at(element, 'w:pPr');
  const named = /^(?:heading|titre) ([1-9])$/.exec(name)?.[1];
  const outline = val(properties, 'w:outlineLvl');
  const level = named !== undefined ? Number(named) : outline !== undefined ? Number(outline) + 1 : parent?.level;
  const numbering = numberingOf(properties, parent?.numbering);
  return {
    id,
    name,
    // Outline level 10 is body text.
    ...(level !== undefined && level <= 9 && { level }),
    ...(numbering && { numbering }),
    bold: isOn(at(element, 'w:rPr'), 'w:b') ?? parent?.bold,
    italic: isOn(at(element, 'w:rPr'), 'w:i') ?? parent?.italic,
  };
}

/** The list that properties of a paragraph or style put it in; what is not said comes from `inherited`. */
export function numberingOf(
  properties: Element | undefined,
  inherited: NumberingPlace | undefined,
): NumberingPlace | undefined {
  const list = val(properties, 'w:numPr', 'w:numId') ?? inherited?.list;
  const depth = val(properties, 'w:numPr', 'w:ilvl');
  return list === undefined
    ? undefined
    : { list, depth: depth === undefined ? (inherited?.depth ?? 0) : Number(depth) };
}
