import {
  Bookmark,
  BuilderElement,
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  DeletedTextRun,
  ExternalHyperlink,
  FootnoteReferenceRun,
  type ICommentOptions,
  InsertedTextRun,
  Paragraph,
  type ParagraphChild,
  TextRun,
} from 'docx';
import type { PhrasingContent } from 'mdast';
import type { Element } from 'xast';
import { BLANK, control } from './controls.ts';
import { FORMULA, readFormula } from './formula-reader.ts';
import { bookmarkOf, isMark } from './kept.ts';
import type { Losses } from './losses.ts';
import { commentsOf, type Mark, readMark } from './marks.ts';
import { isElsewhere, type Pictures, pictureRun, pictureWords, sizeSaid } from './pictures.ts';
import { wordsBefore } from './words-before.ts';

/** What a draft says beside its text. */
export interface Beside {
  /** Number of a note of the document, by identifier; undefined when the draft does not define it. */
  note(identifier: string): number | undefined;
  /** Address that a link definition gives. */
  address(identifier: string): string | undefined;
  /** False: comments are left out, tracked changes are accepted. */
  readonly withComments: boolean;
  readonly pictures: Pictures;
  readonly losses: Losses;
}

interface Look {
  readonly bold?: boolean;
  readonly italics?: boolean;
  readonly strike?: boolean;
  readonly font?: string;
  readonly style?: string;
  /** The words lead somewhere already. */
  readonly linked?: boolean;
  /** Pixels across for a picture, where it is not the width of the page. */
  readonly room?: number;
  /** Revision that the words belong to. */
  readonly added?: Mark & { readonly date: string };
}

const MONOSPACE = 'Courier New';

/** Writes the words of paragraphs, and collects the comments in their margins. */
export class InlineWriter {
  readonly comments: ICommentOptions[] = [];
  /** Comments that speak to the program: each is at a bookmark. */
  readonly marks: string[] = [];
  private readonly beside: Beside;
  private revisions = 0;

  constructor(beside: Beside) {
    this.beside = beside;
  }

  write(nodes: readonly PhrasingContent[], look: Look = {}): ParagraphChild[] {
    const out: ParagraphChild[] = [];
    let waiting: PhrasingContent[] = [];
    const flush = () => out.push(...waiting.splice(0).flatMap((node) => this.node(node, look)));
    for (const node of nodes) {
      if (node.type !== 'html' || !node.value.startsWith('<!--')) {
        waiting.push(node);
        continue;
      }
      for (const comment of commentsOf(node.value)) {
        if (isMark(comment)) {
          flush();
          out.push(...this.keep(comment));
          continue;
        }
        const mark = readMark(comment);
        const about = mark?.kind === 'ajout' ? mark.text : (mark?.on ?? '');
        const [before, words] = wordsBefore(waiting, about);
        waiting = before;
        flush();
        out.push(...this.mark(mark, words, look));
      }
    }
    flush();
    return out;
  }

  /** A comment between two blocks; undefined when comments are left out. */
  block(comment: string): ParagraphChild[] | undefined {
    const written = isMark(comment) ? this.keep(comment) : this.mark(readMark(comment), [], {});
    return written.length > 0 ? written : undefined;
  }

  /** A mark of the program, where Word does not show it. */
  private keep(comment: string): ParagraphChild[] {
    if (!this.beside.withComments) return [];
    return [new Bookmark({ id: bookmarkOf(this.marks.push(comment)), children: [] })];
  }

  code(text: string): ParagraphChild[] {
    return text.split('\n').map((line, i) => this.run(line, { font: MONOSPACE }, i > 0));
  }

  private node(node: PhrasingContent, look: Look): ParagraphChild[] {
    switch (node.type) {
      case 'text':
        return this.text(node.value.replace(/\s*\n\s*/g, ' '), look);
      case 'strong':
        return this.write(node.children, { ...look, bold: true });
      case 'emphasis':
        return this.write(node.children, { ...look, italics: true });
      case 'delete':
        return this.write(node.children, { ...look, strike: true });
      case 'inlineCode':
        return [this.run(node.value, { ...look, font: MONOSPACE, style: 'HTMLCode' })];
      case 'break':
        return [this.run('', look, true)];
      case 'link':
        return [
          new ExternalHyperlink({
            link: node.url,
            children: this.write(node.children, { ...look, style: 'Hyperlink', linked: true }),
          }),
        ];
      case 'linkReference': {
        const link = this.beside.address(node.identifier);
        const children = this.write(node.children, { ...look, linked: link !== undefined });
        return link === undefined ? children : [new ExternalHyperlink({ link, children })];
      }
      case 'image':
        return [this.picture(node.url, node.alt, look, node.title)];
      case 'imageReference':
        return [this.picture(this.beside.address(node.identifier), node.alt, look)];
      case 'footnoteReference': {
        const note = this.beside.note(node.identifier);
        return [
          note === undefined ? this.run(`[^${node.label ?? node.identifier}]`, look) : new FootnoteReferenceRun(note),
        ];
      }
      case 'html':
        if (/^<br\b/i.test(node.value)) return [this.run('', look, true)];
        this.beside.losses.add('html');
        return [];
      default:
        return [];
    }
  }

  /** A picture in its place, or its link, and why. */
  private picture(
    address: string | undefined,
    alt: string | null | undefined,
    look: Look,
    title?: string | null,
  ): ParagraphChild {
    const given = address === undefined ? 'sans adresse' : (this.beside.pictures.get(address) ?? 'fichier non lu');
    const made =
      typeof given === 'string' ? given : pictureRun(given, address ?? '', alt ?? '', look.room, sizeSaid(title));
    if (typeof made !== 'string') return made;
    const words = pictureWords(alt);
    this.beside.losses.tell(
      `image ${address === undefined ? words : `« ${address} »`} : ${made}, son lien en tient la place`,
    );
    const leads = address !== undefined && !look.linked && (!isElsewhere(address) || /^https?:/i.test(address));
    const run = this.run(words, leads ? { ...look, style: 'Hyperlink' } : look);
    return leads ? new ExternalHyperlink({ link: address, children: [run] }) : run;
  }

  /** Words, their blanks to fill in controls, which Word empties at the first letter, and their formulas; a link or a tracked insertion holds none. */
  private text(text: string, look: Look): ParagraphChild[] {
    if (look.linked || look.added) return [this.run(text, look)];
    return text.split(BLANK).flatMap((part, i) => {
      if (part === '') return [];
      return i % 2 === 1 ? [control(part, this.run(part, look))] : this.formulas(part, look);
    });
  }

  /** Words, with formulas among them as Word has them. */
  private formulas(text: string, look: Look): ParagraphChild[] {
    return text.split(FORMULA).flatMap((part, i) => {
      if (part === '') return [];
      const read = i % 2 === 1 ? readFormula(part.slice(1, -1)) : undefined;
      return [read ? (builtOf(read) as ParagraphChild) : this.run(part, look)];
    });
  }

  private run(text: string, { added, linked, room, ...look }: Look, newLine = false): ParagraphChild {
    const options = { text, ...look, ...(newLine && { break: 1 }) };
    if (!added) return new TextRun(options);
    return new InsertedTextRun({ ...options, id: ++this.revisions, author: added.author, date: timeOf(added.date) });
  }

  /** `words`: those that the mark is about, as found just before it. */
  private mark(mark: Mark | undefined, words: readonly PhrasingContent[], look: Look): ParagraphChild[] {
    if (!mark || !this.beside.withComments) return this.write(words, look);
    const { kind, author, date } = mark;
    if (kind === 'ajout' && date !== undefined && words.length > 0)
      return this.write(words, { ...look, added: { ...mark, date } });
    if (kind === 'suppression' && date !== undefined)
      return [new DeletedTextRun({ text: mark.text, id: ++this.revisions, author, date: timeOf(date) })];
    const id = this.comments.length;
    const text = kind === 'commentaire' ? mark.text : `${kind} : « ${mark.text} »`;
    this.comments.push({
      id,
      author,
      initials: author.replaceAll(/(\p{L})\p{L}*|[^\p{L}]/gu, '$1').slice(0, 3),
      ...(date !== undefined && { date: new Date(timeOf(date)) }),
      children: [new Paragraph({ children: [new TextRun(text)] })],
    });
    return [
      new CommentRangeStart(id),
      ...this.write(words, look),
      new CommentRangeEnd(id),
      new TextRun({ children: [new CommentReference(id)] }),
    ];
  }
}

/** An element as the library writes it. */
const builtOf = ({ name, attributes, children }: Element): BuilderElement =>
  new BuilderElement({
    name,
    attributes: Object.fromEntries(
      Object.entries(attributes).map(([key, value]) => [key, { key, value: value ?? '' }]),
    ),
    children: children.flatMap((c): (BuilderElement | string)[] =>
      c.type === 'element' ? [builtOf(c)] : c.type === 'text' ? [c.value] : [],
    ) as BuilderElement[],
  });

/** Noon: the day is the same in every time zone of France's mainland. */
const timeOf = (day: string): string => `${day}T12:00:00Z`;
