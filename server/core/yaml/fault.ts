import { type Document, isCollection, isScalar, visit, type YAMLParseError } from 'yaml';

/** What an error is about: of what has no end, its beginning, and not the place where the end was given up. */
export function faultOf({ code, message, pos }: YAMLParseError, doc: Document): readonly [start: number, end: number] {
  if ((code !== 'MISSING_CHAR' && code !== 'BAD_INDENT') || message.startsWith('Missing ,')) return pos;
  let opened: number | undefined;
  visit(doc, {
    Node(_, node) {
      const isOpen = isScalar(node) ? node.type?.startsWith('QUOTE') : isCollection(node) && node.flow;
      const [start = pos[0], , end = start] = node.range ?? [];
      if (isOpen && start < pos[0] && pos[0] <= end) opened = start;
    },
  });
  return opened === undefined ? pos : [opened, opened + 1];
}
