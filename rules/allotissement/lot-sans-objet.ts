import { type Lot, type LotList, lots } from '../facts/allotissement/index.ts';
import { field, fillCell, insertAfter } from '../kit/fix.ts';
import type { Piece, PieceKind } from '../kit/piece.ts';
import { defineRule, type Fix } from '../kit/rule.ts';
import { ccp, guide } from '../kit/source.ts';

const PIECES: readonly PieceKind[] = ['rc', 'cctp', 'ae'];

/** A list that gives the object of some lots, or has a column for it. */
const setsOut = (list: LotList): boolean => list.columned || list.lots.some((l) => l.object);

function isStatedElsewhere(piece: Piece, lot: Lot): boolean {
  return piece.consultation.pieces.some((p) =>
    p.ask(lots).lists.some((l) => l.lots.some((o) => o.number === lot.number && o.object && setsOutMain(p, l))),
  );
}
/** The main list, or a list with a column of objects: « Lot 2 : trois semaines » in a list of delays says no object. */
const setsOutMain = (piece: Piece, list: LotList): boolean =>
  list.columned || list === piece.ask(lots).list || list.lots.some((l) => l.passage.heading);

export default defineRule({
  id: 'allotissement/lot-sans-objet',
  title: 'Lot sans objet',
  level: 'error',
  pieces: PIECES,
  why: `Un lot est un marché : sans objet, aucun candidat ne peut savoir à quoi il répond, et le lot ne peut être ni jugé ni signé.`,
  sources: [guide('I.C', 10), ccp('L2113-10')],
  messages: {
    missing:
      'Le lot {lot} n’a pas d’objet.\nUn candidat ne peut savoir à quoi il répond. Écrire les prestations du lot, ou le supprimer.',
  },
  examples: {
    bad: [
      'L’offre porte sur l’un des lots suivants :\n\n☐ n° 1 – Fleurs coupées\n\n☐ n° 2 – Arbustes\n\n⟦☐ n° 3 – [objet]⟧\n',
      {
        text: 'Le marché est divisé en trois lots :\n\n- Lot 1 : balises et fixations ;\n- Lot 2 : supervision ;\n- ⟦Lot 3⟧.',
        fixed: { gains: 'Lot 3 : [à compléter : objet].' },
      },
      '## Lots\n\n| N° | Désignation | Estimation HT |\n|---|---|---|\n| 1 | Mobilier | 160 000 € |\n| ⟦2 | à préciser | 12 000 €⟧ |',
      {
        text: '| Lot | Objet |\n|---|---|\n| 1 | Mobilier |\n| ⟦2⟧ | |',
        fixed: '| Lot | Objet |\n|---|---|\n| 1 | Mobilier |\n| 2 | [à compléter : objet] |',
      },
      'Le marché comprend deux lots : lot 1 : nettoyage des locaux ; ⟦lot 2 : XXX⟧.',
      '| Lot | Intitulé |\n|---|---|\n| Lot 1 | Gros œuvre |\n| ⟦Lot 2 | […]⟧ |',
      'Le marché comprend deux lots : le lot 1, balises ; le ⟦lot 2, dont l’objet est à définir⟧.',
    ],
    good: [
      'Le candidat joint l’une des pièces suivantes :\n\n☐ n° 1 – Attestation\n\n☐ n° 2 – [objet]\n',
      'Le marché est divisé en deux lots :\n\n- Lot 1 : balises ;\n- Lot 2 : supervision.',
      '## Critères\n\n### Lot 1\n\nPrix : 60 %.\n\n### Lot 2\n\nPrix : 40 %.',
      '## Délais\n\n- Lot 1 : douze semaines ;\n- Lot 2 : huit semaines.',
      'Le marché est divisé en deux lots :\n\n- Lot 1 : mobilier ;\n- Lot 2 : matériel.\n\n## Jugement\n\n### Lot 1\n\nPrix.\n\n### Lot 2\n\nPrix.',
      '| Lot | Objet | Montant |\n|---|---|---|\n| 1 | VRD | 10 000 € |\n| 2 | CVC | 20 000 € |\n| Total | | 30 000 € |',
      'Le lot 2.',
      'Lot concerné : ☐ lot 1 – Refonte du portail ☐ lot 2 – Hébergement',
    ],
    limits: ['Le marché est divisé en deux lots :\n\n- Lot 1 ;\n- Lot 2.'],
  },
  *check(piece) {
    for (const list of piece.ask(lots).lists) {
      if (!setsOut(list) || (!list.columned && list !== piece.ask(lots).list)) continue;
      for (const lot of list.lots) {
        if (lot.object || isStatedElsewhere(piece, lot)) continue;
        const fix = fixFor(piece, list, lot);
        const data = { lot: lot.number.toUpperCase() };
        yield { at: lot.whole, message: 'missing', data, fixes: fix ? [fix] : [] };
      }
    }
  },
});

/** Gives a lot an object to be filled in, in the one cell of its row that is blank, or after its number; undefined where neither is. */
function fixFor(piece: Piece, list: LotList, lot: Lot): Fix | undefined {
  const title = 'Ajouter l’objet du lot';
  const isOpen =
    lot.passage.cell !== undefined || piece.draft.slice({ start: lot.at.end, end: lot.whole.end }).trim() !== '';
  if (!isOpen) return insertAfter(piece, lot.at, ` : ${field('objet')}`, title);
  const blanks = lot.passage.table?.rowOf(lot.passage)?.cells.filter((c) => c.folded.trim() === '') ?? [];
  return fillCell(piece, list.columned && blanks.length === 1 ? blanks[0] : undefined, field('objet'), title);
}
