import { isScalar, type Scalar } from 'yaml';

/** More collections in one another than any settings have. */
const DEEPEST = 50;
const INDENT = /^[ \t]*(?:[-?:][ \t]+)*/;

/** True of no node, and of one with nothing written in it. */
export const isBlank = (node: unknown): node is null | undefined | Scalar<null> =>
  node === null || node === undefined || (isScalar(node) && node.value === null);

/**
 * True for a YAML text nested so deep that to parse it could exhaust the stack, which ends the program. Counts brackets
 * and indentation: linear, and in doubt (brackets in a quoted text) says so.
 */
export function isTooDeep(text: string): boolean {
  let open = 0;
  for (const line of text.split('\n')) {
    const [lead = ''] = INDENT.exec(line) ?? [];
    if (lead.length > 4 * DEEPEST) return true;
    for (const mark of line.match(/[[\]{}]/g) ?? []) {
      open = Math.max(0, open + (mark === '[' || mark === '{' ? 1 : -1));
      if (open > DEEPEST) return true;
    }
  }
  return false;
}
