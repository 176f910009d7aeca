import type { Passage, Row } from '../../kit/draft.ts';

/** « **Qualité** | **40** | » over « – Méthode | 25 | phasage »: what it leaves empty is told row by row of its parts. */
export function isOverItsParts({ cells: [label] }: Row, next: Row | undefined): boolean {
  const below = next?.cells[0];
  if (!label || !below) return false;
  return (isPart(below) && !isPart(label)) || (isInBold(label) && !isInBold(below));
}

const isPart = ({ folded }: Passage): boolean => /^ ?(?:[-•·>] ?[a-z]|dont )/.test(folded);
const isInBold = ({ content, text }: Passage): boolean => content.bold > 0 && content.bold >= text.trim().length;
