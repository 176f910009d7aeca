import type { Element } from 'xast';
import { toXml } from 'xast-util-to-xml';
import { x } from 'xastscript';
import { ANNOTATOR } from './marks.ts';
import { type Package, relationsOf } from './package.ts';
import { SourceEdits } from './source-edits.ts';
import { attribute, below, childrenOf, elements } from './xml.ts';

/** What a comment says, a paragraph a line; then the pages that it rests on. */
export interface Comment {
  readonly lines: readonly string[];
  readonly links: readonly { readonly label: string; readonly url?: string | undefined }[];
}

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const KIND = `${R}/comments`;
const CONTENT = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml';
const TYPES = '[Content_Types].xml';
const NO_RELATIONS =
  '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>';
/** Identifiers of our links among those of the comments. */
const LINK = 'dceLintLink';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
/** Parts that say more of each comment, by the paragraph or the number that it has there. */
const MORE = ['commentsExtended', 'commentsIds', 'commentsExtensible'] as const;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

/** The parts of a package in which its comments are: other people's are left as they are written, those of an earlier copy go. */
export class CommentParts {
  /** Numbers of the comments that go. */
  readonly old: ReadonlySet<string>;
  private readonly source: Package;
  private readonly day: string;
  private readonly path: string | undefined;
  private readonly comments: readonly Element[];
  private readonly added: string[] = [];
  private readonly links = new Map<string, string>();
  private next: number;

  constructor(source: Package, day: string) {
    this.source = source;
    this.day = day;
    this.path = source.related('comments');
    this.comments = this.path === undefined ? [] : childrenOf(source.xml(this.path), 'w:comment');
    this.old = new Set(this.comments.filter(isOurs).map(idOf));
    this.next = Math.max(-1, ...this.comments.map((c) => Number(idOf(c)) || 0)) + 1;
  }

  /** Number of a new comment. */
  add({ lines, links }: Comment): number {
    const id = this.next++;
    const paragraphs = [
      ...lines.map((line) => x('w:p', [run(line)])),
      ...links.map(({ label, url }) =>
        x('w:p', [
          // A field would be simpler, but LibreOffice writes its code out, in the comments of others too.
          url === undefined ? run(label) : x('w:hyperlink', { 'xmlns:r': R, 'r:id': this.linked(url) }, [run(label)]),
        ]),
      ),
    ];
    const signed = {
      'w:id': String(id),
      'w:author': ANNOTATOR,
      'w:date': `${this.day}T12:00:00Z`,
      'w:initials': 'DCE',
      'xmlns:w': this.namespace,
    };
    this.added.push(toXml(x('w:comment', signed, paragraphs)));
    return id;
  }

  /** The parts that change, by path. */
  write(): Record<string, Uint8Array> {
    const { source, path } = this;
    if (path === undefined) return this.added.length === 0 ? {} : this.begun();
    const edits = new SourceEdits(source.source(path));
    for (const comment of this.comments) if (isOurs(comment)) edits.remove(comment);
    insertLast(edits, this.added.join(''));
    return { [path]: edits.written(), ...this.relations(path), ...this.more() };
  }

  /** Identifier of a link, the same for the same page. */
  private linked(url: string): string {
    const id = this.links.get(url) ?? `${LINK}${this.links.size + 1}`;
    this.links.set(url, id);
    return id;
  }

  /** Where the links of comments lead; those of an earlier copy go. */
  private relations(path: string): Record<string, Uint8Array> {
    const at = relationsOf(path);
    const has = this.source.has(at);
    const old = (has ? elements(this.source.xml(at)) : []).filter((e) => attribute(e, 'Id')?.startsWith(LINK));
    if (old.length + this.links.size === 0) return {};
    const edits = new SourceEdits(has ? this.source.source(at) : HEAD + NO_RELATIONS);
    for (const relation of old) edits.remove(relation);
    const added = [...this.links].map(([url, id]) =>
      toXml(x('Relationship', { Id: id, Type: `${R}/hyperlink`, Target: addressOf(url), TargetMode: 'External' })),
    );
    insertLast(edits, added.join(''));
    return { [at]: edits.written() };
  }

  private get namespace(): string {
    const root = this.source.xml(this.source.main);
    return Object.values(root?.attributes ?? {}).find((v) => /\/wordprocessingml(?:\/2006)?\/main$/.test(v ?? '')) ?? W;
  }

  /** The first comments of a document: its package is told of them. */
  private begun(): Record<string, Uint8Array> {
    const { source } = this;
    const path = `${source.main.slice(0, source.main.lastIndexOf('/') + 1)}comments.xml`;
    const relations = relationsOf(source.main);
    const told = new SourceEdits(source.has(relations) ? source.source(relations) : HEAD + NO_RELATIONS);
    insertLast(told, `<Relationship Id="dceLintComments" Type="${KIND}" Target="/${path}"/>`);
    const types = new SourceEdits(source.source(TYPES));
    insertLast(types, `<Override PartName="/${path}" ContentType="${CONTENT}"/>`);
    const comments = `${HEAD}<w:comments xmlns:w="${this.namespace}">${this.added.join('')}</w:comments>`;
    return {
      [path]: new TextEncoder().encode(comments),
      ...this.relations(path),
      [relations]: told.written(),
      [TYPES]: types.written(),
    };
  }

  /** What else is said of the comments that go. An answer to one of them stays, as a comment of its own. */
  private more(): Record<string, Uint8Array> {
    const gone = new Set(
      this.comments.filter(isOurs).flatMap((c) => [...below(c, 'w:p')].map((p) => local(p, 'paraId') ?? '')),
    );
    gone.delete('');
    if (gone.size === 0) return {};
    const out: Record<string, Uint8Array> = {};
    const durable = new Set<string>();
    for (const kind of MORE) {
      const path = this.source.related(kind);
      const tree = path === undefined ? undefined : this.source.xml(path);
      if (path === undefined || !tree) continue;
      const edits = new SourceEdits(this.source.source(path));
      for (const entry of elements(tree)) forget(edits, entry, gone, durable);
      out[path] = edits.written();
    }
    return out;
  }
}

/** Takes out what is said of a paragraph that goes, by either of its numbers; what answers to it stays. */
function forget(edits: SourceEdits, entry: Element, gone: ReadonlySet<string>, durable: Set<string>): void {
  const [own, number] = [local(entry, 'paraId') ?? '', local(entry, 'durableId') ?? ''];
  if (gone.has(own) || durable.has(number)) {
    edits.remove(entry);
    if (number !== '') durable.add(number);
  } else if (gone.has(local(entry, 'paraIdParent') ?? '')) orphan(edits, entry);
}

const idOf = (comment: Element): string => attribute(comment, 'w:id') ?? '';
const isOurs = (comment: Element): boolean => attribute(comment, 'w:author') === ANNOTATOR;
const run = (text: string): Element =>
  x('w:r', [x('w:t', { 'xml:space': 'preserve' }, text.replace(UNWRITABLE, '\ufffd'))]);
/** An address as a package may hold it. */
const addressOf = (url: string): string => url.replace(/["\\<>^`{|}\s]/g, (c) => encodeURIComponent(c));

/** Value of an attribute, whatever its prefix. */
const local = (element: Element, name: string): string | undefined =>
  Object.entries(element.attributes).find(([key]) => key.split(':').pop() === name)?.[1] ?? undefined;

function orphan(edits: SourceEdits, entry: Element): void {
  const start = entry.position?.start.offset ?? 0;
  const found = /\s[\w.-]+:paraIdParent="[^"]*"/.exec(edits.source.slice(start, entry.position?.end.offset));
  if (found) edits.replace(start + found.index, start + found.index + found[0].length, '');
}

/** Adds to the end of the root of a part. */
function insertLast(edits: SourceEdits, added: string): void {
  const { source } = edits;
  const close = source.lastIndexOf('</');
  const alone = /<([^\s/>?!]+)[^>]*\/>\s*$/.exec(source);
  // A root without anything in it may be written as one tag.
  if (alone && (close < 0 || close < alone.index)) {
    const end = source.lastIndexOf('/>');
    edits.replace(end, end + 2, `>${added}</${alone[1]}>`);
  } else edits.add(close, added);
}
