import type { Draft } from '../../kit/draft.ts';
import { critereAt, type OpenCritere, type OpenGrille } from './arbre.ts';
import { readLine } from './ligne.ts';
import { near } from './partage.ts';

/** Paragraphs under a list in which its last item may stand. */
const LOOKED_AT = 2;

const shareOf = ({ weight, maybe }: OpenCritere): number => (weight ?? maybe)?.value ?? 0;

/** Takes into a list the criterion that fell out of it, number and text apart: the paragraph under it that makes its weights a hundred. */
export function takeFallen(draft: Draft, { place, criteria }: OpenGrille): void {
  const left = 100 - criteria.reduce((sum, c) => sum + shareOf(c), 0);
  const last = criteria.at(-1)?.line;
  if (place !== 'list' || !last || criteria.length < 2 || left <= 0 || criteria.some((c) => !shareOf(c))) return;
  const section = draft.sectionAt(last.start);
  const under = draft.passages.filter((p) => p.section === section && p.span.start >= last.end).slice(0, LOOKED_AT);
  for (const passage of under) {
    const line = passage.list || passage.cell ? undefined : readLine(passage.folded);
    if (!line || !near((line.weight ?? line.maybe)?.value ?? 0, left)) continue;
    criteria.push(critereAt(passage, line));
    return;
  }
}
