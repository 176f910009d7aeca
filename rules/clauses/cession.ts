import type { Draft } from '../kit/draft.ts';
import { insertBlockAfter } from '../kit/fix.ts';
import { fold } from '../kit/french/fold.ts';
import type { Piece } from '../kit/piece.ts';
import type { Fix } from '../kit/rule.ts';
import type { Span } from '../kit/span.ts';
import { markedBody } from './insertion.ts';

/** What a clause of assignment is made of, in the order in which it reads, each with the words that open it or its mark. */
const PARTS = [
  ['resultats', /^<!-- clause: pi-resultats-definition\b/],
  ['droits', /^les droits cedes sont les suivants/],
  ['modes', /^<!-- clause: pi-modes-exploitation\b/],
  ['limites', /^la cession s'exerce dans les limites suivantes/],
  ['beneficiaires', /^<!-- clause: pi-beneficiaires\b/],
  ['prix', /^<!-- clause: pi-prix-/],
  ['exploitation', /^<!-- clause: pi-exploitation-commerciale\b/],
  [
    'anterieures',
    /^<!-- clause: pi-connaissances-anterieures\b|^les connaissances anterieures incorporees aux resultats/,
  ],
  ['garantie', /^<!-- clause: pi-garantie\b/],
] as const;
export type PartOfCession = (typeof PARTS)[number][0];

const blocksOf = (text: string): number => text.trim().split(/\n[ \t]*\r?\n\s*/).length;

/** Blocks that the wording of each clause takes, its mark included; other parts are a sentence and its list. */
const lengthOf = (opening: string): number => {
  const id = /^<!-- clause: ([a-z-]+)/.exec(opening)?.[1];
  if (!id) return opening.trimEnd().endsWith(':') ? 2 : 1;
  return blocksOf(markedBody(id));
};

/** Where a part goes below the block that holds `at`: after those that come before it and are already there. */
function placeOf(draft: Draft, at: Span, part: PartOfCession): Span {
  const rank = PARTS.findIndex(([name]) => name === part);
  const first = draft.blockAt(at.end);
  if (!first) return at;
  let last = first;
  for (let i = first.index + 1; i < draft.blocks.length; ) {
    const block = draft.blocks[i];
    const words = block ? fold(draft.slice(block.span)).text.trim() : '';
    const found = PARTS.findIndex(([, opens]) => opens.test(words));
    if (!block || found < 0 || found > rank) break;
    i += lengthOf(words);
    last = draft.blocks[Math.min(i, draft.blocks.length) - 1] ?? last;
  }
  return last === first ? at : last.span;
}

/**
 * Adds a part to the clause of assignment that `at` begins: in its order among the parts that were added before. The fixes of
 * several parts can be made as one.
 */
export function completeCession(piece: Piece, at: Span, part: PartOfCession, text: string, title: string): Fix {
  const fix = insertBlockAfter(piece, placeOf(piece.draft, at, part), text, title);
  const rank = PARTS.findIndex(([name]) => name === part);
  return fix.grade === 'show' ? fix : { ...fix, part: { whole: 'la clause de cession', rank } };
}
