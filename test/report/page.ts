import assert from 'node:assert/strict';
import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { select, selectAll } from 'hast-util-select';
import { toText } from 'hast-util-to-text';

/** A page read as a browser reads it. */
export interface Page {
  readonly root: Root;
  all(selector: string): Element[];
  /** The only element of a selector. */
  one(selector: string): Element;
  /** Its words, one space between them; of the whole page without a selector. */
  text(selector?: string): string;
}

const words = (node: Element | Root) => toText(node).replace(/\s+/g, ' ').trim();

/** Reads a page; any fault that the HTML standard names fails the test. */
export function readPage(html: string): Page {
  const faults: string[] = [];
  const root = fromHtml(html, {
    verbose: false,
    onerror: (m) => {
      faults.push(`${m.line}:${m.column} ${m.ruleId}: ${m.reason}`);
    },
  });
  assert.deepEqual(faults, []);
  const one = (selector: string) => {
    const found = selectAll(selector, root);
    assert.equal(found.length, 1, `${selector}: ${found.length}`);
    return found[0] as Element;
  };
  return {
    root,
    all: (selector) => selectAll(selector, root),
    one,
    text: (selector) => words(selector ? one(selector) : (select('body', root) as Element)),
  };
}

export const textOf = words;
