import { sameLot, type Tranche, type TrancheAnnouncement, tranches } from '../facts/tranches/index.ts';
import { insertAfter } from '../kit/fix.ts';
import type { Piece } from '../kit/piece.ts';
import { defineRule, type Report } from '../kit/rule.ts';
import { ccp, guide } from '../kit/source.ts';

/** Where optional tranches are set up: announced, or two at least in one list. A passing mention sets up none. */
function setUp(piece: Piece): { announcement?: TrancheAnnouncement; first?: Tranche } | undefined {
  const { announced, listed } = piece.ask(tranches);
  const announcement = announced.find((a) => a.optionnelle);
  if (announcement) return { announcement };
  const optional = listed.filter((t) => t.nature === 'optionnelle');
  const first = optional.find((t) => optional.some((o) => o.container === t.container && o.id !== t.id));
  return first && { first };
}

export default defineRule({
  id: 'tranches/tranche-ferme',
  title: 'Tranches optionnelles sans tranche ferme',
  level: 'error',
  pieces: ['rc', 'cctp', 'ccap', 'ae'],
  dossier: true,
  why: `Un marché à tranches comporte une tranche ferme et une ou plusieurs tranches optionnelles. Sans tranche ferme, l'acheteur ne s'engage à rien et le contrat n'a pas d'objet certain.`,
  sources: [guide('I.F', 11), ccp('R2113-4'), ccp('R2113-5')],
  messages: {
    missing:
      'Des tranches optionnelles, et aucune pièce ne parle de tranche ferme.\nUn marché à tranches en a toujours une. L’ajouter, avec son objet et son montant.',
    lot: 'Le lot {lot} comporte des tranches optionnelles et n’a pas de tranche ferme.\nChaque lot à tranches en a une. L’ajouter, avec son objet et son montant.',
  },
  examples: {
    bad: [
      '⟦Les deux tranches, l’une pour le stade, l’autre pour la piscine, sont l’une et l’autre optionnelles.⟧',
      'Le marché est découpé en trois tranches. ⟦Aucune n’est due à la notification : chacune suppose une décision prise dans les vingt mois.⟧\n\n1. Première tranche : pont du Gué, 540 000 € HT.\n2. Deuxième tranche : mur, 220 000 € HT.',
      {
        text: 'Le marché a ⟦deux tranches optionnelles⟧ : aucune partie n’est commandée dès la notification.',
        fixed: { gains: 'et une tranche ferme' },
      },
      '⟦Toutes les tranches du marché sont optionnelles : tri des fonds, reliure.⟧',
      'Le marché se compose de la ⟦tranche optionnelle 1 (réservoirs du nord, 120 000 € HT) et de⟧ la tranche optionnelle 2 (réservoirs du sud, 80 000 € HT).',
      {
        text: 'Le marché est divisé en ⟦deux tranches optionnelles⟧, définies ci-après.',
        fixed: 'Le marché est divisé en deux tranches optionnelles et une tranche ferme, définies ci-après.',
      },
      {
        text: 'Il comprend ⟦deux tranches optionnelles⟧ :\n\n- tranche optionnelle A, capteurs : 46 000 € HT ;\n- tranche optionnelle B, banc : 30 000 € HT.',
        fixed: { gains: 'deux tranches optionnelles et une tranche ferme' },
      },
      '| Tranche | Contenu | Montant |\n|---|---|---|\n| ⟦Optionnelle 1 | Neuf collèges | 480 000 €⟧ |\n| Optionnelle 2 | Cinq collèges | 310 000 € |',
      { text: 'Le marché comporte ⟦trois tranches conditionnelles⟧.', fixed: { gains: 'et une tranche ferme' } },
      // The firm tranche of a lot is no tranche of another.
      'Lot 1 :\n\n- Tranche ferme : étude, 10 000 € HT ;\n- Tranche optionnelle 1 : pose, 5 000 € HT.\n\nLot 2 :\n\n- ⟦Tranche optionnelle 1 : plans, 7 000 € HT⟧ ;\n- Tranche optionnelle 2 : suivi, 9 000 € HT.',
      'Le marché est divisé en deux tranches : le quai et la cale. ⟦Toutes sont optionnelles.⟧',
    ],
    good: [
      'Le marché est divisé en deux tranches : le quai et la cale. Toutes sont fermes.',
      'Le marché ne comporte ni tranche ferme ni tranche optionnelle.',
      'Une partie est acquise au titulaire dès la signature, la déviation ; deux tranches optionnelles, le giratoire et la piste, sont affermies avant le 1er octobre 2028.',
      'Le marché comprend une partie certaine (canton de l’Est) et deux tranches optionnelles.',
      'Le marché comprend une première tranche, le hall, et deux tranches optionnelles. La première tranche est commandée d’emblée.',
      'Le marché comprend une tranche ferme et deux tranches optionnelles. Aucune tranche optionnelle n’est due à la notification.',
      'Toutes les tranches optionnelles sont exécutées après la tranche ferme.',
      'Lot 1 :\n\n- Tranche ferme : étude, 10 000 € HT ;\n- Tranche optionnelle 1 : pose, 5 000 € HT.\n\nLot 2 :\n\n- Tranche optionnelle 1 : plans, 7 000 € HT ;\n- Tranche optionnelle 2 : suivi, 9 000 € HT.\n\nDans chaque lot, la tranche ferme porte aussi sur la visite des lieux.',
      'Le marché comprend une tranche ferme et deux tranches optionnelles.',
      'La tranche optionnelle est affermie par décision notifiée.',
      {
        text: 'Le marché comprend deux tranches optionnelles.',
        files: { 'ccap.md': '# CCAP\n\nLa tranche ferme est exécutée en six mois.' },
      },
      'Le marché ne comporte pas de tranches optionnelles.',
      'Le marché comprend une partie ferme et une tranche optionnelle.',
      '| Tranche | Contenu |\n|---|---|\n| Tranche 1 - ferme | Études |\n| Tranche 2 - optionnelle | Travaux |\n| Tranche 3 - optionnelle | Suivi |',
      '## Reprise des données (tranche optionnelle)\n\nLe titulaire reprend les données.',
    ],
    limits: [],
  },
  *check(piece) {
    const pieces = piece.consultation.of('rc', 'cctp', 'ccap', 'ae');
    if (piece.consultation.pieces.some((p) => p.ask(tranches).ferme)) {
      yield* inLots(piece, pieces);
      return;
    }
    const first = pieces.find((p) => p.ask(tranches).noneFirm ?? setUp(p));
    if (first !== piece) return;
    const { noneFirm } = piece.ask(tranches);
    if (noneFirm) yield { at: noneFirm, message: 'missing' };
    if (noneFirm) return;
    const { announcement, first: listed } = setUp(piece) ?? {};
    const count = announcement?.optionnelle;
    if (count)
      yield {
        at: count.at,
        message: 'missing',
        fixes: [insertAfter(piece, count.at, ' et une tranche ferme', 'Ajouter une tranche ferme')],
      };
    else if (listed) yield { at: listed.whole, message: 'missing' };
  },
});

/** A lot that lists optional tranches, and whose firm one no place names while another lot has its own. */
function* inLots(piece: Piece, pieces: readonly Piece[]): Generator<Report<'lot'>> {
  const firm = piece.consultation.pieces.flatMap((p) => p.ask(tranches).firmLots);
  const listed = pieces.flatMap((p) => p.ask(tranches).listed.map((tranche) => ({ owner: p, tranche })));
  for (const lot of new Set(listed.map((l) => l.tranche.lot))) {
    if (lot === undefined || firm.some((f) => sameLot(f, lot))) continue;
    const first = listed.find((l) => l.tranche.lot === lot);
    if (first?.owner === piece) yield { at: first.tranche.whole, message: 'lot', data: { lot: lot.toUpperCase() } };
  }
}
