import type { Block, Draft } from '../../rules/kit/draft.ts';
import { field } from '../../rules/kit/fix.ts';
import type { Edit } from '../../rules/kit/rule.ts';
import { anchorOf } from './anchor.ts';
import type { Finding } from './lint.ts';
import { nextIn, read, type Verb } from './suppress.ts';

/** A reason as it can stand in a comment: one line, nothing that would close it. */
const inComment = (reason: string): string =>
  reason
    .replace(/\s+/g, ' ')
    .replace(/-{2,}/g, '—')
    .replace(/^[-:>\s]+|[-\s]+$/g, '')
    .trim();

/**
 * The edit that sets a finding aside with its reason. `here`: before the top-level block that holds it, never inside a
 * table, a list or a fence, naming the item or row where there are several; `file`: after the front matter. A comment already there with the same reason takes the rule in.
 */
export function suppression(finding: Finding, reason: string, scope: 'here' | 'file'): Edit {
  const { piece, rule, at } = finding;
  const { draft } = piece;
  const eol = /\r\n/.test(draft.text) ? '\r\n' : '\n';
  const words = inComment(reason) || field('motif');
  const block = draft.blockAt(at.start);
  const front = draft.frontMatter?.span;
  const verb: Verb = scope === 'file' || !block || block.span.end === front?.end ? 'file' : 'next';
  const place = verb === 'file' ? afterFront(draft) : (block as Block).span.start;
  const next = nextIn(draft);
  const anchor = verb === 'next' && block ? anchorOf(draft, block, at) : undefined;
  const same = read(draft).directives.find(
    (d) =>
      d.verb === verb &&
      d.reason === words &&
      d.names.length > 0 &&
      d.anchor?.trim() === anchor &&
      (verb === 'file' || next(d)?.start === place),
  );
  const last = same?.names[same.names.length - 1];
  if (last) return { piece, at: { start: last.at.end, end: last.at.end }, text: `, ${rule.id}` };
  const line = anchor === undefined ? '' : ` « ${anchor} »`;
  const comment = `<!-- dce-lint-ignore-${verb} ${rule.id}${line} : ${words} -->${eol}`;
  const gap = verb === 'file' && front && place === front.end ? eol : '';
  return { piece, at: { start: place, end: place }, text: gap + comment + (verb === 'file' ? eol : '') };
}

/** Start of the first block below the front matter; the start of the text when there is none. */
function afterFront(draft: Draft): number {
  const front = draft.frontMatter?.span;
  const first = draft.blocks.find((b) => !front || b.span.start >= front.end);
  return first?.span.start ?? front?.end ?? draft.text.length - draft.text.replace(/^\ufeff/, '').length;
}
