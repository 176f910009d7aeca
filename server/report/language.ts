import type { Element, Root } from 'hast';
import type { Phrasebook } from '../core/phrasebook.ts';
import { VERBATIM } from './elements.ts';

declare module 'hast' {
  interface TextData {
    /** Not the program's own words, or said already in the language of the page. */
    quoted?: boolean;
  }
}

/** Elements that hold what a draft says, or would say. */
const DRAFT = [...VERBATIM, 'ins', 'del', 'mark'];

/** French leaves a space before « : » and « ; »; what stands between quotation marks is left alone. */
const tight = (text: string): string =>
  text.replace(/“[^”]*”| ([:;])(?=\s|$)/g, (whole, sign?: string) => sign ?? whole);

/**
 * Says a page in the language of a phrasebook, in place: its headings, captions, states, figures and days, whatever wrote
 * them. What is `quoted`, and what a draft says, stays as it is.
 */
export function inLanguage<T extends Element | Root>(node: T, { tell }: Phrasebook): T {
  for (const child of node.children) {
    if (child.type === 'text' && !child.data?.quoted) {
      const [, before = '', words = '', after = ''] = /^(\s*[:;,—]?\s*)(.*?)(\s*)$/s.exec(child.value) ?? [];
      child.value = tight(before + (words && tell(words.replace(/\u00a0/g, ' '))) + after);
    } else if (
      child.type === 'element' &&
      (child.tagName === 'title' || !DRAFT.includes(child.tagName)) &&
      child.properties.translate !== 'no'
    ) {
      const { ariaLabel } = child.properties;
      if (typeof ariaLabel === 'string') child.properties.ariaLabel = tight(tell(ariaLabel));
      inLanguage(child, { tell } as Phrasebook);
    }
  }
  return node;
}
