import type { PhrasingContent } from 'mdast';

/**
 * Cuts the nodes that end with `words` in two: what comes before them, and they. None of them when the nodes do not end
 * so, or would have to be cut inside emphasis.
 */
export function wordsBefore(
  nodes: readonly PhrasingContent[],
  words: string,
): [before: PhrasingContent[], words: PhrasingContent[]] {
  const none: [PhrasingContent[], PhrasingContent[]] = [[...nodes], []];
  if (words === '') return none;
  let rest = words;
  for (let i = nodes.length - 1; i >= 0; i--) {
    const node = nodes[i] as PhrasingContent;
    const text = wordsOf(node);
    const last = i === nodes.length - 1 ? text.trimEnd() : text;
    if (rest === last.trimStart() || rest === last) return [nodes.slice(0, i), nodes.slice(i)];
    if (last !== '' && rest.endsWith(last)) {
      rest = rest.slice(0, rest.length - last.length);
      continue;
    }
    if (node.type !== 'text' || !last.endsWith(rest)) return none;
    const cut = last.length - rest.length;
    return [
      [...nodes.slice(0, i), { type: 'text', value: text.slice(0, cut) }],
      [{ type: 'text', value: text.slice(cut) }, ...nodes.slice(i + 1)],
    ];
  }
  return none;
}

/** The words of a node, on one line. */
export function wordsOf(node: PhrasingContent): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value.replace(/\s*\n\s*/g, ' ');
  if (node.type === 'break') return ' ';
  return 'children' in node ? node.children.map(wordsOf).join('') : '';
}
