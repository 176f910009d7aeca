import { strToU8, zipSync } from 'fflate';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** Parts of a document written by hand, by name (`numbering`, `comments`…), without their root. */
export interface Parts {
  readonly body: string;
  readonly numbering?: string;
  readonly styles?: string;
  readonly comments?: string;
  readonly footnotes?: string;
  /** Links out, by identifier. */
  readonly links?: Readonly<Record<string, string>>;
  /** Other files, as they are. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
}

const ROOTS = { numbering: 'numbering', styles: 'styles', comments: 'comments', footnotes: 'footnotes' } as const;

/** A Word document from hand-written OOXML. */
export function ooxml(parts: Parts): Uint8Array {
  const kinds = (Object.keys(ROOTS) as (keyof typeof ROOTS)[]).filter((kind) => parts[kind] !== undefined);
  const relations = [
    ...kinds.map((kind) => `<Relationship Id="${kind}" Type="${R}/${kind}" Target="${kind}.xml"/>`),
    ...Object.entries(parts.links ?? {}).map(
      ([id, url]) => `<Relationship Id="${id}" Type="${R}/hyperlink" Target="${url}" TargetMode="External"/>`,
    ),
  ].join('');
  const root = (name: string, inside: string) =>
    `${HEAD}<w:${name} xmlns:w="${W}" xmlns:r="${R}">${inside}</w:${name}>`;
  const list = (inside: string) =>
    `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inside}</Relationships>`;
  const type = (path: string, kind: string) =>
    `<Override PartName="/word/${path}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${kind}+xml"/>`;
  const files: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${type('document', 'document.main')}${kinds.map((k) => type(k, k)).join('')}</Types>`,
    '_rels/.rels': list(`<Relationship Id="rId1" Type="${R}/officeDocument" Target="word/document.xml"/>`),
    'word/document.xml': root('document', `<w:body>${parts.body}<w:sectPr/></w:body>`),
    'word/_rels/document.xml.rels': list(relations),
    ...Object.fromEntries(kinds.map((kind) => [`word/${kind}.xml`, root(ROOTS[kind], parts[kind] as string)])),
    ...parts.files,
  };
  return zipped(files);
}

/** A zip of texts and bytes. */
export const zipped = (files: Readonly<Record<string, string | Uint8Array>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(files).map(([p, c]) => [p, typeof c === 'string' ? strToU8(c) : c])));

export const t = (text: string): string => `<w:t xml:space="preserve">${text}</w:t>`;
/** A run; `properties` is the inside of `w:rPr`. */
export const r = (text: string, properties = ''): string => `<w:r><w:rPr>${properties}</w:rPr>${t(text)}</w:r>`;
/** A paragraph of runs; `properties` is the inside of `w:pPr`. */
export const p = (runs: string, properties = ''): string => `<w:p><w:pPr>${properties}</w:pPr>${runs}</w:p>`;
export const style = (id: string): string => `<w:pStyle w:val="${id}"/>`;
export const numbered = (list: number, depth: number): string =>
  `<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${list}"/></w:numPr>`;
const level = (depth: number, format: string, text: string, start = 1) =>
  `<w:lvl w:ilvl="${depth}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/><w:lvlJc w:val="left"/></w:lvl>`;
/** A list of levels, each `[format, text, start?]`; its number is its identifier. */
export const list = (id: number, ...levels: readonly [string, string, number?][]): string =>
  `<w:abstractNum w:abstractNumId="${id}">${levels.map(([f, text, start], d) => level(d, f, text, start)).join('')}</w:abstractNum>`;
/** The lists of abstract lists of the same numbers; all of these come after all of those. */
export const nums = (...ids: number[]): string =>
  ids.map((id) => `<w:num w:numId="${id}"><w:abstractNumId w:val="${id}"/></w:num>`).join('');
export const heading = (id: string, name: string, numbering = ''): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:pPr>${numbering}</w:pPr></w:style>`;
export const by = (author: string, id: number): string =>
  `w:id="${id}" w:author="${author}" w:date="2026-11-03T09:00:00Z"`;
/** A table of rows of cells, each the paragraphs of the cell or `[properties, paragraphs]`. */
export const table = (...rows: (string | [string, string])[][]): string => {
  const cell = (c: string | [string, string]) =>
    typeof c === 'string' ? `<w:tc>${c}</w:tc>` : `<w:tc><w:tcPr>${c[0]}</w:tcPr>${c[1]}</w:tc>`;
  return `<w:tbl><w:tblPr/><w:tblGrid/>${rows.map((row) => `<w:tr>${row.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`;
};
