import { bearsTitle, type HeadingInfo, headingOf } from './heading.ts';
import type { PassageContent } from './markdown/content.ts';
import { UNMARKED } from './markdown/plain.ts';
import { type Passage, Section } from './passage.ts';

/** True for a title that Markdown marks. */
export const isMarked = ({ content: { kind, depth } }: Passage): boolean => kind === 'heading' && depth !== UNMARKED;

/** What makes a heading of a passage before another, in a text whose titles are marked or not. */
export function headingBefore(
  p: PassageContent,
  next: PassageContent | undefined,
  marked: boolean,
): HeadingInfo | undefined {
  const heading = headingOf(p);
  if (heading?.plain && marked) return undefined;
  if (!heading?.weak) return heading;
  const under = next && headingOf(next);
  return (under && !under.plain ? under.level > heading.level : next && bearsTitle(next)) ? heading : undefined;
}

/** The tree of sections of a file's passages, a passage at a time; asides go to the root. Each passage learns its section. */
export function* sections(
  passages: readonly Passage[],
  asides: Iterable<Passage>,
  marked: boolean,
): Generator<undefined, Section, undefined> {
  const root = new Section();
  let current = root;
  for (const [i, p] of passages.entries()) {
    const heading = headingBefore(p.content, passages[i + 1]?.content, marked);
    if (heading) {
      while (current.parent && current.level >= heading.level) current = current.parent;
      const section = new Section(current, p, heading.level);
      current.children.push(section);
      current = section;
    }
    p.enter(current, heading);
    current.own.push(p);
    yield;
  }
  for (const p of asides) p.enter(root);
  return root;
}
