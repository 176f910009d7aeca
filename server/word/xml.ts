import { parseXml, XmlElement, XmlText } from '@rgrove/parse-xml';
import type { Element } from 'xast';
import { WordError } from './error.ts';

/** Prefixes that the readers use, whatever a document calls them. Transitional and strict namespaces have the same names. */
const PREFIXES: readonly (readonly [RegExp, string])[] = [
  [/\/wordprocessingml(?:\/2006)?\/main$/, 'w'],
  [/\/officeDocument(?:\/2006)?\/relationships$/, 'r'],
  [/\/drawingml(?:\/2006)?\/main$/, 'a'],
  [/\/drawingml(?:\/2006)?\/wordprocessingDrawing$/, 'wp'],
  [/\/officeDocument(?:\/2006)?\/math$/, 'm'],
  [/\/officeDocument(?:\/2006)?\/docPropsVTypes$/, 'vt'],
  [/\/markup-compatibility\/2006$/, 'mc'],
  [/^urn:schemas-microsoft-com:vml$/, 'v'],
];

/**
 * Tree of a part whose names carry the usual prefixes (`w:p`). Throws a `WordError` when it is no XML, or declares entities, as
 * no Word document does.
 */
export function readXml(bytes: Uint8Array, path: string): Element {
  const text = decodeXml(bytes);
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) throw new WordError(`document refusé : ${path} déclare des entités XML`);
  try {
    const { root } = parseXml(text, { includeOffsets: true, preserveCdata: true });
    if (root) return plain(root, new Map());
  } catch {
    // Said below, like an empty part: the parser's own words are English and speak of offsets.
  }
  throw new WordError(`document endommagé : ${path} n’est pas du XML lisible`);
}

/** The text of a part. */
export function decodeXml(bytes: Uint8Array): string {
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe;
  return new TextDecoder(wide ? 'utf-16le' : 'utf-8').decode(bytes);
}

/** Marks of editing sessions, which say nothing and are on every element. */
const SESSION = /:rsid/;

/** The usual prefixes by those that are written, where they differ. */
function scopeOf({ attributes }: XmlElement, outer: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  let scope = outer;
  for (const [name, value] of Object.entries(attributes)) {
    if (!name.startsWith('xmlns')) continue;
    const known = PREFIXES.find(([pattern]) => pattern.test(value))?.[1];
    const own = name.slice('xmlns:'.length);
    if (known !== undefined && known !== own) scope = new Map(scope).set(own, known);
  }
  return scope;
}

/** An element with the usual prefixes and no more of its place than where it begins and ends: large documents have millions. */
function plain(element: XmlElement, outer: ReadonlyMap<string, string>): Element {
  const scope = scopeOf(element, outer);
  const attributes: Element['attributes'] = {};
  for (const [name, value] of Object.entries(element.attributes))
    if (!SESSION.test(name)) attributes[scope.size > 0 ? renamed(name, scope, false) : name] = value;
  const children: Element['children'] = [];
  for (const child of element.children) {
    if (child instanceof XmlElement) children.push(plain(child, scope));
    else if (child instanceof XmlText) children.push({ type: 'text', value: child.text });
  }
  const position = { start: { offset: element.start }, end: { offset: element.end } } as Element['position'] & object;
  const name = scope.size > 0 ? renamed(element.name, scope, true) : element.name;
  // What the parser made of it is not needed any more.
  element.children = [];
  return { type: 'element', name, attributes, children, position };
}

function renamed(name: string, scope: ReadonlyMap<string, string>, byDefault: boolean): string {
  const colon = name.indexOf(':');
  if (colon < 0 && !byDefault) return name;
  const prefix = scope.get(colon < 0 ? '' : name.slice(0, colon));
  return prefix === undefined ? name : `${prefix}:${name.slice(colon + 1)}`;
}

/** The elements directly inside, in order. */
export const elements = (parent: Element | undefined): Element[] =>
  (parent?.children ?? []).filter((c): c is Element => c.type === 'element');

/** The elements of that name directly inside. */
export const childrenOf = (parent: Element | undefined, name: string): Element[] =>
  elements(parent).filter((c) => c.name === name);

/** The first element at the end of a path of names; undefined when a step is missing. */
export const at = (parent: Element | undefined, ...path: string[]): Element | undefined =>
  path.reduce<Element | undefined>((here, name) => elements(here).find((c) => c.name === name), parent);

/** Value of an attribute; undefined when it has none. */
export const attribute = (element: Element | undefined, name: string): string | undefined =>
  element?.attributes[name] ?? undefined;

/** `w:val` of the element at the end of a path. */
export const val = (parent: Element | undefined, ...path: string[]): string | undefined =>
  attribute(at(parent, ...path), 'w:val');

/** Whether a property of yes or no is on: there, and not denied. Undefined when it is not there. */
export function isOn(parent: Element | undefined, name: string): boolean | undefined {
  const found = at(parent, name);
  return found && !/^(?:0|false|off|none)$/.test(attribute(found, 'w:val') ?? '');
}

/** Every element of that name below, in order. */
export function* below(parent: Element | undefined, name: string): Generator<Element> {
  for (const child of elements(parent)) {
    if (child.name === name) yield child;
    yield* below(child, name);
  }
}

/** All the text inside. */
export const textOf = (element: Element): string =>
  element.children.map((c) => (c.type === 'text' ? c.value : c.type === 'element' ? textOf(c) : '')).join('');

/** Of several ways to say one thing, the newest: the others repeat it for old programs. */
export const preferred = (element: Element): Element =>
  at(element, 'mc:Choice') ?? at(element, 'mc:Fallback') ?? element;
