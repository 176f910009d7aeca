import type { Passage } from '../../kit/draft.ts';
import type { Stretch } from '../../kit/french/scan.ts';

/** Dots or strokes that a page prints, and that nobody fills. */
export function isPrinted(passage: Passage, hole: Stretch): boolean {
  const node = passage.node;
  const lines = passage.draft.slice(node).split('\n');
  const place = passage.at(hole).start - node.start;
  let end = -1;
  const row = lines.findIndex((line) => {
    end += line.length + 1;
    return place <= end;
  });
  const line = lines[row] ?? '';
  if (RULE.test(line.replace(MARKUP, ''))) return !ASKS.test(lines[row - 1] ?? passage.before?.folded ?? '');
  return LEADER.test(line) && lines.some((other) => other !== line && LEADER.test(other));
}

/** A line of nothing else, from one margin to the other: « ……………… » between two parts of a page. */
const RULE = /^[\s.…_]{12,}$/;
/** « \_\_\_ », « **___** »: what a converter of documents adds. */
const MARKUP = /[\\*]/g;
/** « Observations : », and a line to write on. */
const ASKS = /[:?]\s*$/;
/** « Phase 1 – Recherche ……… 60 000 € HT »: from a label to its value, where another line does so. */
const LEADER =
  /^[^.…_:]{3,80}?[.…]{4,}\s*(?!(?:mois|jours?|semaines?|ans?|heures?|fois|points?|euros?|ht|ttc)\b)[\p{L}\d][^…_]*$/iu;
