import { zipSync } from 'fflate';
import type { Element } from 'xast';
import { toXml } from 'xast-util-to-xml';
import { x } from 'xastscript';
import { WordError } from './error.ts';
import { propertiesPath } from './kept.ts';
import { mergeNumbering, mergeStyles, OURS, rename } from './merge.ts';
import { openPackage, type Package, relationsOf } from './package.ts';
import { at, attribute, below, childrenOf, elements } from './xml.ts';

/** Parts that go with a text. */
const PARTS = ['styles', 'numbering', 'footnotes', 'comments'] as const;
type Part = (typeof PARTS)[number];
/** Parts about the comments of the template's own text, which goes. */
const ORPHANS = /^comments(?:Extended|Ids|Extensible)$/;
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const CONTENT = 'application/vnd.openxmlformats-officedocument.wordprocessingml.';
const OFFICE = 'application/vnd.openxmlformats-officedocument.';
const PROPERTIES = 'docProps/custom.xml';
const TYPES = '[Content_Types].xml';
const PICTURES = [
  ['png', 'image/png'],
  ['jpg', 'image/jpeg'],
] as const;

/**
 * The text of a document put into a template: the template's styles (found by name), margins, headers and footers stay,
 * its own text goes. Throws a `WordError` for what cannot be a template.
 */
export function graft(document: Uint8Array, template: Uint8Array): Uint8Array {
  const made = openPackage(document);
  const model = openPackage(template);
  const files = model.all();
  const pathOf = (part: Part) => model.related(part) ?? `${folderOf(model.main)}${part}.xml`;
  const trees = mergeParts(made, model);
  const body = at(made.xml(made.main), 'w:body') as Element;
  const changed = new Map<string, Element>([...trees].map(([part, tree]) => [pathOf(part), tree]));
  const links = relinked(made, body);
  Object.assign(files, picturesOf(made));
  changed.set(model.main, textOf(made, model, body));
  changed.set(relationsOf(model.main), relationsWith(model, links, [...trees.keys()], pathOf));
  const notes = made.related('footnotes');
  const noteLinks = notes === undefined ? undefined : made.xml(relationsOf(notes));
  if (noteLinks) changed.set(relationsOf(pathOf('footnotes')), toPictures(noteLinks));
  const types = typesWith(model, [...trees.keys()], pathOf);
  changed.set(TYPES, types);
  for (const [path, tree] of propertiesWith(made, model, types)) changed.set(path, tree);
  for (const [path, tree] of changed)
    files[path] = new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${toXml(tree)}`);
  return zipSync(files);
}

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);

/** The parts that go with the text, the template's completed with ours. Our text then names what they hold. */
function mergeParts(made: Package, model: Package): Map<Part, Element> {
  const treeOf = (source: Package, part: Part) => {
    const path = source.related(part);
    return path === undefined ? undefined : source.xml(path);
  };
  const trees = new Map<Part, Element>();
  for (const part of PARTS) {
    const ours = treeOf(made, part);
    if (ours) trees.set(part, ours);
  }
  const texts = [made.xml(made.main), trees.get('footnotes'), trees.get('comments')].filter((t) => t !== undefined);
  const merge = (part: Part, how: typeof mergeStyles, names: readonly string[]) => {
    const [theirs, ours] = [treeOf(model, part), trees.get(part)];
    if (!theirs || !ours) return;
    const ids = how(theirs, ours);
    for (const text of texts) rename(text, names, ids);
    theirs.attributes = { ...ours.attributes, ...theirs.attributes };
    trees.set(part, theirs);
  };
  merge('styles', mergeStyles, ['w:pStyle', 'w:rStyle', 'w:tblStyle']);
  merge('numbering', mergeNumbering, ['w:numId']);
  return trees;
}

/** The template's text with our paragraphs for its own. */
function textOf(made: Package, model: Package, body: Element): Element {
  const text = model.xml(model.main) as Element;
  const target = at(text, 'w:body');
  if (!target) throw new WordError('modèle endommagé : il n’a pas de corps de texte');
  const page = childrenOf(target, 'w:sectPr').at(-1) ?? childrenOf(body, 'w:sectPr').at(-1);
  target.children = [...elements(body).filter((e) => e.name !== 'w:sectPr'), ...(page ? [page] : [])];
  text.attributes = { ...text.attributes, ...made.xml(made.main)?.attributes };
  return text;
}

/** What our text points to, each under the attribute that says so. */
const POINTERS = [
  ['w:hyperlink', 'r:id'],
  ['a:blip', 'r:embed'],
] as const;

/** The links and pictures of our text as relations, under identifiers of their own. */
function relinked(made: Package, body: Element): Element[] {
  const relations = made.relations(made.main);
  const links = new Map<string, Element>();
  for (const [name, key] of POINTERS)
    for (const pointer of below(body, name)) {
      const id = attribute(pointer, key) ?? '';
      const relation = relations.get(id);
      if (!relation) continue;
      const { kind, target, external } = relation;
      const ours = `${OURS}${id}`;
      pointer.attributes[key] = ours;
      links.set(id, relationTo(ours, kind, external ? target : `/${placeOf(target)}`, external));
    }
  return [...links.values()];
}

/** Path of one of our pictures in a template, which has others. */
const placeOf = (path: string): string => path.replace(/^word\/media\//, `word/media/${OURS}-`);

const picturesOf = (made: Package): Record<string, Uint8Array> =>
  Object.fromEntries(
    Object.entries(made.all())
      .filter(([path]) => path.startsWith('word/media/'))
      .map(([path, bytes]) => [placeOf(path), bytes]),
  );

/** The relations of our notes, their pictures where they are in the template. */
function toPictures(relations: Element): Element {
  for (const relation of elements(relations))
    if (/\/image$/.test(attribute(relation, 'Type') ?? ''))
      relation.attributes.Target = `/${placeOf(`word/${attribute(relation, 'Target')}`)}`;
  return relations;
}

const relationTo = (Id: string, kind: string, Target: string, external = false): Element =>
  x('Relationship', { Id, Type: RELATION + kind, Target, ...(external && { TargetMode: 'External' }) });

function relationsWith(
  model: Package,
  links: readonly Element[],
  parts: readonly Part[],
  pathOf: (part: Part) => string,
) {
  const tree = model.xml(relationsOf(model.main)) ?? x('Relationships', { xmlns: RELATIONS });
  const kindOf = (relation: Element) => (attribute(relation, 'Type') ?? '').split('/').pop() ?? '';
  const kept = elements(tree).filter((relation) => !ORPHANS.test(kindOf(relation)));
  const known = new Set(kept.map(kindOf));
  const added = parts
    .filter((part) => !known.has(part))
    .map((part) => relationTo(`${OURS}-${part}`, part, `/${pathOf(part)}`));
  tree.children = [...kept, ...added, ...links];
  return tree;
}

/** The custom properties of the template with ours, and what tells of them where it had none. */
function propertiesWith(made: Package, model: Package, types: Element): ReadonlyMap<string, Element> {
  const ours = childrenOf(made.xml(propertiesPath(made) ?? ''), 'property');
  const path = propertiesPath(model) ?? PROPERTIES;
  const theirs = model.xml(path);
  const kept = childrenOf(theirs, 'property').filter((p) => !attribute(p, 'name')?.startsWith('dce-lint.'));
  if (ours.length === 0 && kept.length === childrenOf(theirs, 'property').length) return new Map();
  const tree = theirs ?? (made.xml(propertiesPath(made) ?? '') as Element);
  tree.children = [...kept, ...ours];
  // Word numbers them from 2.
  for (const [i, property] of elements(tree).entries()) property.attributes.pid = String(i + 2);
  if (theirs) return new Map([[path, tree]]);
  const top = model.xml(relationsOf('')) as Element;
  top.children.push(relationTo(`${OURS}-properties`, 'custom-properties', `/${path}`));
  types.children.push(x('Override', { PartName: `/${path}`, ContentType: `${OFFICE}custom-properties+xml` }));
  return new Map([
    [path, tree],
    [relationsOf(''), top],
  ]);
}

/** The kinds of the parts of the template, a template (`.dotx`) made a document. */
function typesWith(model: Package, parts: readonly Part[], pathOf: (part: Part) => string): Element {
  const tree = model.xml(TYPES);
  if (!tree) throw new WordError(`modèle endommagé : il n’a pas de ${TYPES}`);
  for (const type of elements(tree))
    type.attributes.ContentType = attribute(type, 'ContentType')?.replace('.template.main+xml', '.document.main+xml');
  const known = new Set(elements(tree).map((type) => attribute(type, 'PartName')));
  const added = parts
    .filter((part) => !known.has(`/${pathOf(part)}`))
    .map((part) => x('Override', { PartName: `/${pathOf(part)}`, ContentType: `${CONTENT}${part}+xml` }));
  const extensions = new Set(elements(tree).map((type) => attribute(type, 'Extension')?.toLowerCase()));
  const pictures = PICTURES.filter(([extension]) => !extensions.has(extension)).map(([Extension, ContentType]) =>
    x('Default', { Extension, ContentType }),
  );
  tree.children.push(...pictures, ...added);
  return tree;
}
