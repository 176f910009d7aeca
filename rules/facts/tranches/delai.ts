import { type DurationItem, durations } from '../../kit/french/durations.ts';
import { plain } from '../../kit/french/fold.ts';
import type { Piece } from '../../kit/piece.ts';
import { contains, overlaps, type Span } from '../../kit/span.ts';
import type { Tranche } from './tranches.ts';

const SAYS = /\b(?:delais?|durees?|s'execute|dure)\b/;
/** Durations of another matter: of the decision, of the guarantee… */
const OTHER_DELAY = /\b(?:afferm|garanti|prevenance|preavis|maintenance|paiement|attente|dedit)/;

/** How long a tranche is to take, where the place that lists it says so alone; undefined otherwise. */
export function trancheDelay({ draft }: Piece, tranche: Tranche): { item: DurationItem; at: Span } | undefined {
  for (const passage of draft.passages) {
    if (!overlaps(tranche.whole, passage.span)) continue;
    const header = passage.table?.headerOf(passage)?.folded ?? '';
    for (const sentence of passage.sentences) {
      const words = `${header} ${sentence.folded}`;
      if (!SAYS.test(plain(words)) || OTHER_DELAY.test(words)) continue;
      const found = durations(sentence.folded)
        .map((item) => ({ item, at: sentence.at(item) }))
        .filter(({ at }) => contains(tranche.whole, at));
      if (found.length === 1) return found[0];
    }
  }
  return undefined;
}
