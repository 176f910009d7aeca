import type { PhrasingContent } from 'mdast';
import type { Element } from 'xast';
import type { NoteKind, WordDocument } from './document.ts';
import { Fields } from './fields.ts';
import { draftOf } from './formula.ts';
import { markAt } from './kept.ts';
import { ANNOTATOR, shortened, writeMark } from './marks.ts';
import type { Change, Look, Passage } from './phrasing.ts';
import { addressNamed, describedIn, sizeTitle } from './pictures.ts';
import { symbol } from './symbols.ts';
import { at, attribute, below, elements, isOn, preferred, textOf, val } from './xml.ts';

interface Context {
  readonly change?: Change | undefined;
  readonly url?: string | undefined;
}

/** Reads the runs of paragraphs, in the order of the text: fields and commented passages go over several. */
export class InlineReader {
  /** Contents of the text boxes met, not yet taken. */
  readonly boxes: Element[] = [];
  private readonly document: WordDocument;
  private readonly fields = new Fields();
  /** Words of the commented passages that are open, by comment. */
  private readonly commented = new Map<string, string>();
  /** What stands for the words of a control that is not filled: said once, then nothing. */
  private blank: string | undefined;
  private out: Passage[] = [];

  constructor(document: WordDocument) {
    this.document = document;
  }

  /** The passages of a paragraph, or of anything that holds runs. */
  read(paragraph: Element): Passage[] {
    this.out = [];
    const { contents } = this.fields;
    this.inside(paragraph, {});
    if (this.fields.contents > contents) this.document.losses.add('contents', this.fields.contents - contents);
    return this.out;
  }

  private inside(parent: Element, context: Context): void {
    for (const child of elements(parent)) this.visit(child, context);
  }

  private visit(element: Element, context: Context): void {
    switch (element.name) {
      case 'w:r':
        this.run(element, context);
        return;
      case 'w:hyperlink':
        this.link(element, context);
        return;
      case 'w:ins':
      case 'w:moveTo':
        this.inside(element, { ...context, change: change('ajout', element) });
        return;
      case 'w:del':
      case 'w:moveFrom':
        this.inside(element, { ...context, change: change('suppression', element) });
        return;
      case 'w:commentRangeStart':
        this.commented.set(attribute(element, 'w:id') ?? '', '');
        return;
      case 'm:oMath':
        this.formula(element, context);
        return;
      case 'mc:AlternateContent':
        this.inside(preferred(element), context);
        return;
      case 'w:bookmarkStart':
        this.mark(attribute(element, 'w:name'));
        return;
      case 'w:sdt':
        this.control(element, () => this.inside(element, context));
        return;
      case 'w:fldSimple':
      case 'w:smartTag':
      case 'w:sdtContent':
      case 'w:customXml':
      case 'm:oMathPara':
      case 'w:dir':
      case 'w:bdo':
        this.inside(element, context);
        return;
      default:
        return;
    }
  }

  /** A mark that a draft had there. */
  private mark(bookmark: string | undefined): void {
    const value = this.document.kept.marks.get(markAt(bookmark) ?? '');
    if (value !== undefined) this.out.push({ node: { type: 'html', value } });
  }

  /** Reads what a content control holds; one that is not filled is a blank to fill. */
  control(element: Element, read: () => void): void {
    const properties = at(element, 'w:sdtPr');
    const before = this.blank;
    if (isOn(properties, 'w:showingPlcHdr')) {
      const prompt = [...below(element, 'w:t')].map(textOf).join('').trim();
      const name = val(properties, 'w:alias') || (PROMPT.test(prompt) ? '' : prompt.replace(/[[\]]/g, ''));
      this.blank = prompt.startsWith('[à compléter') ? prompt : name ? `[à compléter : ${name}]` : '[à compléter]';
    } else if (!elements(properties).some((e) => /:(?:checkbox|docPartObj|group|picture)$/.test(e.name)))
      this.document.losses.add('control');
    read();
    this.blank = before;
  }

  private run(run: Element, context: Context): void {
    const properties = at(run, 'w:rPr');
    if (at(properties, 'w:rPrChange')) this.document.losses.add('format');
    const look = this.lookOf(properties, context);
    const hidden = isOn(properties, 'w:vanish') === true;
    for (const child of elements(run)) {
      if (child.name === 'w:fldChar' || child.name === 'w:instrText')
        this.fields.step(child, (box) => this.say(box, look, context));
      else if (child.name === 'w:lastRenderedPageBreak') this.document.trail.page++;
      else if (!this.fields.writing) continue;
      else if (hidden && child.name === 'w:t') this.hide(textOf(child));
      else this.thing(child, { ...look, url: look.url ?? this.fields.url }, context);
    }
  }

  private lookOf(properties: Element | undefined, context: Context): Look {
    const style = this.document.styles.get(val(properties, 'w:rStyle') ?? '');
    const underline = val(properties, 'w:u');
    if (underline !== undefined && underline !== 'none' && context.url === undefined)
      this.document.losses.add('underline');
    return {
      bold: isOn(properties, 'w:b') ?? style?.bold ?? false,
      italic: isOn(properties, 'w:i') ?? style?.italic ?? false,
      ...(style?.name === 'html code' && { code: true }),
      strike: isOn(properties, 'w:strike') ?? isOn(properties, 'w:dstrike') ?? false,
      url: context.url,
    };
  }

  /** One child of a run. */
  private thing(element: Element, look: Look, context: Context): void {
    switch (element.name) {
      case 'w:t':
      case 'w:delText':
        this.say(textOf(element), look, context, element);
        return;
      case 'w:tab':
      case 'w:ptab':
        this.say(' ', look, context);
        return;
      case 'w:noBreakHyphen':
        this.say('‑', look, context);
        return;
      case 'w:cr':
        this.put({ type: 'break' }, context);
        return;
      case 'w:br':
        if (!/^(?:page|column)$/.test(attribute(element, 'w:type') ?? '')) this.put({ type: 'break' }, context);
        else this.say(' ', look, context);
        return;
      case 'w:sym':
        this.symbol(element, look, context);
        return;
      case 'w:footnoteReference':
        this.note('footnote', element, context);
        return;
      case 'w:endnoteReference':
        this.note('endnote', element, context);
        return;
      case 'w:commentReference':
        this.comment(element);
        return;
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
        this.drawing(element, context);
        return;
      case 'mc:AlternateContent':
        for (const child of elements(preferred(element))) this.thing(child, look, context);
        return;
      default:
        return;
    }
  }

  private say(text: string, look: Look, { change }: Context, from?: Element): void {
    // A soft hyphen only says where a word may be cut.
    const words = this.blank ?? text.replaceAll('\u00ad', '');
    if (words === '') return;
    if (this.blank !== undefined) {
      this.blank = '';
      from = undefined;
    }
    for (const [id, before] of this.commented) this.commented.set(id, before + words);
    this.out.push({ text: words, look, change, from, page: this.document.trail.page });
  }

  private formula(element: Element, context: Context): void {
    const { text, isLost } = draftOf(element);
    if (isLost) this.document.losses.add('formula');
    this.say(text, PLAIN, context);
  }

  private put(node: PhrasingContent, { change }: Context): void {
    this.out.push({ node, change });
  }

  private hide(text: string): void {
    this.document.losses.add('hidden');
    this.out.push({
      node: { type: 'html', value: writeMark({ kind: 'commentaire', author: 'Word (texte masqué)', text }) },
    });
  }

  private symbol(element: Element, look: Look, context: Context): void {
    const known = symbol(attribute(element, 'w:font') ?? '', attribute(element, 'w:char') ?? '');
    if (known === undefined) this.document.losses.add('symbol');
    else this.say(known, look, context);
  }

  private note(kind: NoteKind, element: Element, context: Context): void {
    const { cited, notes } = this.document;
    const id = attribute(element, 'w:id') ?? '';
    const note = notes[kind].get(id);
    if (!note) return;
    const known = [...cited].find(([, n]) => n.body === note.body)?.[0];
    const label = known ?? String(cited.size + 1);
    if (known === undefined) cited.set(label, { ...note, reference: this.document.reference ?? element });
    this.put({ type: 'footnoteReference', identifier: label, label }, context);
  }

  private comment(element: Element): void {
    const id = attribute(element, 'w:id') ?? '';
    const comment = this.document.comments.get(id);
    const on = this.commented.get(id)?.trim();
    this.commented.delete(id);
    // Those of an earlier check speak of a text that may have changed.
    if (!comment || attribute(comment, 'w:author') === ANNOTATOR) return;
    const text = [...below(comment, 'w:p')].map((p) => [...below(p, 'w:t')].map(textOf).join('')).join(' / ');
    const value = writeMark({ kind: 'commentaire', ...signed(comment), ...(on && { on: shortened(on) }), text });
    this.out.push({ node: { type: 'html', value } });
  }

  private link(element: Element, context: Context): void {
    const url = this.address(element);
    const alt = describedIn([...below(element, 'w:t')].map(textOf).join(''));
    if (url === undefined || alt === undefined) this.inside(element, { ...context, url: url ?? context.url });
    else this.put({ type: 'image', url, alt }, context);
  }

  private drawing(element: Element, context: Context): void {
    const boxes = [...below(element, 'w:txbxContent')];
    this.boxes.push(...boxes);
    const picture = [...below(element, 'a:blip'), ...below(element, 'v:imagedata')][0];
    const described = [...below(element, 'wp:docPr')][0];
    const own = addressNamed(attribute(described, 'name'));
    const url = own ?? this.picture(picture);
    if (url === undefined) {
      if (boxes.length > 0) this.document.losses.add('box', boxes.length);
      else if (element.name !== 'w:pict') this.document.losses.add('drawing');
      return;
    }
    this.document.losses.add(own === undefined ? 'image' : 'linked');
    const alt = attribute(described, 'descr') || attribute(described, 'title') || (own === undefined ? 'image' : '');
    const title = this.sizeOf(element, picture);
    this.put({ type: 'image', url, alt: alt.replace(/\s+/g, ' '), ...(title && { title }) }, context);
  }

  /** The size that a picture has on the page, as its title; undefined where nothing has to be said. */
  private sizeOf(drawing: Element, picture: Element | undefined): string | undefined {
    const [extent] = below(drawing, 'wp:extent');
    const [width, height] = ['cx', 'cy'].map((name) => Number(attribute(extent, name)) / EMU);
    if (!width || !height) return undefined;
    const { relations, source, trail } = this.document;
    const target = relations.get(attribute(picture, 'r:embed') ?? '');
    const bytes = target && !target.external ? source.part(target.target) : undefined;
    return sizeTitle({ width, height }, bytes, trail.row !== undefined);
  }

  /** Where a picture is; undefined when the document does not say. */
  private picture(element: Element | undefined): string | undefined {
    const id = attribute(element, 'r:embed') ?? attribute(element, 'r:id') ?? attribute(element, 'r:link') ?? '';
    const target = this.document.relations.get(id);
    return target?.external ? target.target : target && `${this.document.name}#${target.target}`;
  }

  /** Where a link leads; undefined for a link to a place in the document. */
  private address(element: Element): string | undefined {
    const relation = this.document.relations.get(attribute(element, 'r:id') ?? '');
    return relation?.external ? relation.target : undefined;
  }
}

const PLAIN: Look = { bold: false, italic: false, strike: false };
/** Units of a drawing in a pixel. */
const EMU = 9525;
/** What a control says before it is filled, in Word's own words. */
const PROMPT = /^(?:cliquez|choisissez|click|choose|tapez|\[?entrez)/i;

/** Who wrote it and when. */
function signed(element: Element): { author: string; date?: string } {
  const day = /^\d{4}-\d\d-\d\d/.exec(attribute(element, 'w:date') ?? '')?.[0];
  return { author: attribute(element, 'w:author') ?? '', ...(day && { date: day }) };
}

const change = (kind: Change['kind'], element: Element): Change => ({ kind, ...signed(element) });
