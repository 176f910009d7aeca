import { leftOut } from '../../rules/kit/bounds.ts';
import type { Unread } from '../../rules/kit/markdown/block.ts';
import { LONGEST } from '../../rules/kit/markdown/tangle.ts';
import type { Piece } from '../../rules/kit/piece.ts';
import { type Span, TOP } from '../../rules/kit/span.ts';
import type { Finding } from './lint.ts';
import { faultOf, fill, remedyOf } from './message.ts';
import type { NotChecked } from './not-checked.ts';
import { passedOver } from './notices.ts';

interface PassedOver {
  readonly at: Span;
  readonly why: Unread['why'] | 'many';
  readonly data: Readonly<Record<string, string>>;
}

const figure = (n: number) => String(n).replace(/(?<=\d)(?=(?:\d{3})+$)/g, '\u00a0');

/** What was not read of a piece, or as words alone. What its facts left is known once its rules have run. */
function passedOverIn({ draft }: Piece): PassedOver[] {
  const at = draft.title?.span ?? TOP;
  return [
    ...draft.unread.map(({ span, why }) => ({ at: span, why, data: { most: figure(LONGEST) } })),
    ...leftOut(draft).map(({ things, most }) => ({ at, why: 'many' as const, data: { things, most: figure(most) } })),
  ];
}

/** The same as findings, each at its place. */
export const passedOverFindings = (piece: Piece): Finding[] =>
  passedOverIn(piece).map(({ at, why, data }) => ({
    rule: passedOver,
    piece,
    at,
    level: passedOver.level,
    message: fill(passedOver.messages[why], data),
    fixes: [],
    related: [],
  }));

/** The same for the list of what was not checked; `what`: how the piece is called there. */
export const passedOverOf = (piece: Piece, what: string): NotChecked[] =>
  passedOverIn(piece).map(({ at, why, data }) => {
    const message = fill(passedOver.messages[why], data);
    const said = faultOf(message);
    return {
      what,
      ...(why !== 'many' && { line: piece.draft.positionAt(at.start).line + 1 }),
      why: said[0]?.toLowerCase() + said.slice(1),
      remedy: remedyOf(message),
      blocking: why !== 'marks',
    };
  });
