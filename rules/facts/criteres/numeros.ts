import type { Draft } from '../../kit/draft.ts';
import { plain } from '../../kit/french/fold.ts';
import type { OpenCritere, OpenGrille } from './arbre.ts';

/** « Sous-critère 2.1.1 » */
const SUB_NUMBERED = /^[^a-z]*sous-? ?critere ?(?:n ?[°o] ?)?\d{1,2}[.-]\d/;

/** Puts what is numbered « 3.2.1 » under « 3.2 », and leaves out of the criteria what is called a part of one by its number. */
export function nestByNumber(draft: Draft, grid: OpenGrille): void {
  const criteria = grid.criteria.filter((c) => !SUB_NUMBERED.test(plain(draft.slice(c.line))));
  grid.partial = criteria.length < grid.criteria.length;
  grid.criteria = criteria;
  for (const c of grid.criteria) c.children = nested(c.children);
}

function nested(children: readonly OpenCritere[]): OpenCritere[] {
  const parentOf = ({ number }: OpenCritere): OpenCritere | undefined =>
    children.find((o) => o.number !== undefined && number?.startsWith(`${o.number}.`));
  for (const child of children) parentOf(child)?.children.push(child);
  return children.filter((child) => !parentOf(child));
}
