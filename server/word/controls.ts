import { BuilderElement, type ParagraphChild, type TextRun } from 'docx';

/** A blank of a draft, whole: « [à compléter : date] ». */
export const BLANK = /(\[à compléter(?: : [^\][]*)?\])/;

/** Units of a name that Word takes. */
const LONGEST_NAME = 64;

/** A form field of Word that is not filled: it shows the blank, and is called as it is. */
export function control(blank: string, run: ParagraphChild): ParagraphChild {
  const name = /: (.*)\]$/.exec(blank)?.[1]?.slice(0, LONGEST_NAME);
  const children = [
    new BuilderElement({
      name: 'w:sdtPr',
      children: [
        ...(name ? [new BuilderElement({ name: 'w:alias', attributes: { name: { key: 'w:val', value: name } } })] : []),
        new BuilderElement({ name: 'w:showingPlcHdr' }),
        new BuilderElement({ name: 'w:text' }),
      ],
    }),
    new BuilderElement({ name: 'w:sdtContent', children: [run as TextRun] }),
  ];
  return new BuilderElement({ name: 'w:sdt', children }) as ParagraphChild;
}
