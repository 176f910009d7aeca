import type { InlayHint, InlayHintParams } from 'vscode-languageserver';
import { criteres, french, near, weightTotal } from '../../rules/facts/criteres/index.ts';
import { citations, inForce } from '../../rules/facts/droit/index.ts';
import type { Piece } from '../../rules/kit/piece.ts';
import { overlaps } from '../../rules/kit/span.ts';
import { reserved, successor } from '../../rules/law/law.ts';
import { toRange, toSpan } from '../convert.ts';
import { FRENCH, type Phrasebook, tellParts } from '../core/phrasebook.ts';
import { type Context, find } from './context.ts';
import { type Help, wantedFor } from './preferences.ts';

/** A few words after a place of the draft. */
interface Hint {
  readonly help: Help;
  /** Offset in the source. */
  readonly at: number;
  readonly label: string;
  readonly tooltip: string;
}

/**
 * What helps at the end of a line: the total after the last weight while it is wrong, the article in force after a
 * repealed one. Empty for a document that is not checked.
 */
export async function inlayHints(
  context: Context,
  { textDocument: { uri }, range }: InlayHintParams,
): Promise<InlayHint[]> {
  const [found, wants] = await Promise.all([find(context, uri), wantedFor(context, uri)]);
  if (!found || found.file.version !== context.documents.get(uri)?.version) return [];
  const { piece } = found;
  const shown = toSpan(piece.draft, range);
  const { phrasebook } = found.folder;
  return [...totals(piece, phrasebook), ...repealed(piece, phrasebook)]
    .filter(({ help, at }) => wants(help) && overlaps(shown, { start: at, end: at }))
    .map(({ at, label, tooltip }) => {
      const position = toRange(piece.draft, { start: at, end: at }).start;
      return { position, label, tooltip, paddingLeft: true };
    });
}

function* totals(piece: Piece, phrasebook: Phrasebook): Iterable<Hint> {
  for (const grille of piece.ask(criteres).grilles) {
    const total = weightTotal(grille);
    const last = grille.criteria.findLast((c) => c.weight)?.weight;
    if (!total || !last || near(total.sum, total.wanted)) continue;
    const { sum, wanted, unit } = total;
    yield {
      help: 'inlayHints.total',
      at: last.at.end,
      label: phrasebook.tell(`total : ${french(sum)} ${unit}`),
      tooltip: tellParts(
        phrasebook,
        `${grille.criteria.map((c) => french(c.weight?.value ?? 0)).join(' + ')} = ${french(sum)} ; il faut ${french(wanted)} ${unit}.`,
      ),
    };
  }
}

/** After each repealed text that is cited, the articles in force in its place. */
export function* repealed(piece: Piece, { tell }: Phrasebook = FRENCH): Iterable<Hint> {
  for (const cited of piece.ask(citations).repealed) {
    const text = successor(cited.text)?.text;
    const now = inForce(cited);
    if (cited.past || !text || text.partial || !text.until || piece.date < text.until || !now) continue;
    yield {
      help: 'inlayHints.textesAbroges',
      at: cited.at.end,
      label: tell(`→ ${reserved(now.list, now.verified)}`),
      tooltip: tell(
        `${reserved(`${text.short} n’est plus en vigueur`, text.verified)}. Sur ce sujet : ${now.plural ? 'articles' : 'article'} ${reserved(now.list, now.verified)} du code de la commande publique ; vérifier que la règle est bien celle que vous voulez.`,
      ),
    };
  }
}
