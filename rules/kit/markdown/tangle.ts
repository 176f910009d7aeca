/** Quotations, lists and notes in one another, and units of marks (emphasis, code, links) in one paragraph: more is no draft. */
const DEEPEST = 100;
const MOST_MARKS = 4000;
/** Units of indentation of a list item, two for each list around it at the least. */
const FARTHEST = 400;

const CONTAINER = /[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])|\[\^[^\]\s]+\]:)/y;
const ITEM = /^[ \t]*(?:[-+*]|\d{1,9}[.)])[ \t]/;
const MARKS = /[*_~`]+|!?\[/g;

/** Containers that a line opens or goes on with. */
function depthOf(line: string): number {
  CONTAINER.lastIndex = 0;
  let depth = 0;
  while (depth <= DEEPEST && CONTAINER.test(line)) depth++;
  return depth;
}

/**
 * True for a text whose marks are so nested that to parse it would exhaust the stack or take minutes. Counts lines and
 * marks: linear.
 */
export function isTangled(text: string): boolean {
  let marks = 0;
  for (const line of text.split(/\r\n?|\n/)) {
    const indent = line.search(/\S/);
    if (depthOf(line) > DEEPEST || (indent > FARTHEST && /[-+*]|\d[.)]/.test(line.slice(indent, indent + 12))))
      return true;
    // An item of a list begins a paragraph of its own; a cell of a table is one, on one line.
    if (indent < 0 || line[indent] === '|' || ITEM.test(line)) marks = 0;
    for (const [mark] of line.matchAll(MARKS)) marks += mark.length;
    if (marks > MOST_MARKS) return true;
  }
  return false;
}
