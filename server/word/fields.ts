import type { Element } from 'xast';
import { at, attribute, isOn, textOf } from './xml.ts';

interface Field {
  instruction: string;
  result: boolean;
}

const isTicked = (box: Element): boolean => isOn(box, 'w:checked') ?? isOn(box, 'w:default') ?? false;

/** The fields that the text is in: each has an instruction, which is not text, then its last result, which is. */
export class Fields {
  private readonly open: Field[] = [];
  /** Tables of contents met: Word makes them again, their lines are not text. */
  contents = 0;

  /** Whether what comes is text. */
  get writing(): boolean {
    return this.open.every((f) => f.result && !isContents(f));
  }

  /** Address of the innermost link that is a field. */
  get url(): string | undefined {
    for (const { instruction } of [...this.open].reverse()) {
      const url = /^\s*HYPERLINK\s+"([^"]+)"/.exec(instruction)?.[1];
      if (url !== undefined) return url;
    }
    return undefined;
  }

  /** Reads a mark of a field. `say` is given the sign of a box to tick. */
  step(element: Element, say: (text: string) => void): void {
    const top = this.open.at(-1);
    if (element.name === 'w:instrText') {
      if (top && !top.result) top.instruction += textOf(element);
      return;
    }
    switch (attribute(element, 'w:fldCharType')) {
      case 'begin': {
        const box = at(element, 'w:ffData', 'w:checkBox');
        if (box && this.writing) say(isTicked(box) ? '☒' : '☐');
        this.open.push({ instruction: '', result: false });
        return;
      }
      case 'separate':
        if (!top) return;
        if (isContents(top)) this.contents++;
        top.result = true;
        return;
      case 'end':
        this.open.pop();
        return;
      default:
        return;
    }
  }
}

const isContents = ({ instruction }: Field): boolean => /^\s*TOC\b/.test(instruction);
