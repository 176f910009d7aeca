import { AlignmentType, BorderStyle, type ILevelsOptions, type IStylesOptions, LevelFormat, ShadingType } from 'docx';

/** Twentieths of a point. */
const point = (n: number) => n * 20;
const INK = '1F3864';
const PALE = 'E9EDF4';
const LINE = 'A6A6A6';
const DEPTHS = [0, 1, 2, 3, 4, 5, 6, 7, 8];

const heading = (size: number, before: number) => ({
  run: { size: size * 2, bold: true, italics: false, color: INK, font: 'Calibri' },
  paragraph: { spacing: { before: point(before), after: point(4) }, keepNext: true, keepLines: true },
});

/** Styles of a document without a template: sober, and French for the spelling checker. Sizes of runs are half points. */
export const styles: IStylesOptions = {
  default: {
    document: {
      run: { font: 'Calibri', size: 22, language: { value: 'fr-FR' } },
      paragraph: { spacing: { after: point(6), line: 264 } },
    },
    title: {
      run: { size: 40, bold: true, color: INK, font: 'Calibri' },
      paragraph: { spacing: { after: point(12) } },
    },
    heading1: heading(15, 18),
    heading2: heading(13, 12),
    heading3: heading(12, 10),
    heading4: heading(11, 8),
    heading5: heading(11, 6),
    heading6: heading(11, 6),
  },
  characterStyles: [{ id: 'HTMLCode', name: 'HTML Code', run: { font: 'Courier New' } }],
  paragraphStyles: [
    {
      id: 'Quote',
      name: 'Quote',
      basedOn: 'Normal',
      quickFormat: true,
      run: { italics: true },
      paragraph: { indent: { left: point(20), right: point(20) } },
    },
    {
      id: 'HTMLPreformatted',
      name: 'HTML Preformatted',
      basedOn: 'Normal',
      run: { font: 'Courier New' },
      paragraph: { alignment: AlignmentType.LEFT },
    },
    { id: 'ListContinue', name: 'List Continue', basedOn: 'Normal', quickFormat: true },
  ],
};

/** Left edge of the text of a list item, `depth` from 0. */
export const indentOf = (depth: number) => ({ left: point(18 * (depth + 1)), hanging: point(18) });

export const bulletLevels: ILevelsOptions[] = DEPTHS.map((level) => ({
  level,
  format: LevelFormat.BULLET,
  text: level % 2 === 0 ? '•' : '–',
  alignment: AlignmentType.LEFT,
  style: { paragraph: { indent: indentOf(level) } },
}));

/** Levels of one numbered list, whose items at `depth` begin with `start`. */
export const numberLevels = (depth: number, start: number): ILevelsOptions[] =>
  DEPTHS.map((level) => ({
    level,
    format: LevelFormat.DECIMAL,
    text: `%${level + 1}.`,
    start: level === depth ? start : 1,
    alignment: AlignmentType.LEFT,
    style: { paragraph: { indent: indentOf(level) } },
  }));

const line = { style: BorderStyle.SINGLE, size: 4, color: LINE };
export const tableBorders = {
  top: line,
  bottom: line,
  left: line,
  right: line,
  insideHorizontal: line,
  insideVertical: line,
};
export const headerShading = { type: ShadingType.CLEAR, fill: PALE, color: 'auto' };
export const cellMargins = { top: point(2), bottom: point(2), left: point(5), right: point(5) };
/** A paragraph that only holds a comment takes no room. */
export const noRoom = { before: 0, after: 0, line: point(1), lineRule: 'exact' } as const;
/** The empty line after a table. */
export const afterTable = { before: 0, after: 0, line: point(8), lineRule: 'exact' } as const;
