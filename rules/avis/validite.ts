import {
  avisDe,
  avisExemple,
  type Dit,
  ditesDans,
  ditParLot,
  ecartsDe,
  editsComme,
  enJours,
  placesDe,
} from '../facts/avis/index.ts';
import { wordsAt } from '../facts/commun/index.ts';
import { offres, type Validite } from '../facts/offres/index.ts';
import type { Length } from '../kit/notice.ts';
import type { Piece } from '../kit/piece.ts';
import { defineRule } from '../kit/rule.ts';
import { ccp } from '../kit/source.ts';

/** Whether the notice may say the same length: a month has 28 to 31 days. */
function agreeing({ duration: { days, months } }: Validite): (dit: Dit<Length>) => boolean {
  const [least, most] = enJours(days === undefined ? { months: months ?? 0 } : { days });
  return ({ value }) => {
    const [from, to] = enJours(value);
    return from <= most && least <= to;
  };
}

const avisPour = (...validites: { mois?: number; jours?: number }[]) => ({
  'avis.xml': avisExemple({ lots: validites.map((validite) => ({ validite })) }),
});

export default defineRule({
  id: 'avis/validite',
  title: 'Durée de validité des offres différente dans l’avis publié',
  level: 'error',
  pieces: ['rc', 'ae'],
  dossier: true,
  why: 'Une offre n’engage son auteur que pour la durée annoncée. Si l’avis et le règlement en donnent deux, l’acheteur ne sait jusqu’à quand il peut attribuer sans demander l’accord des candidats.',
  sources: [ccp('R2131-17'), ccp('R2151-1')],
  messages: {
    differs:
      'L’avis publié donne une autre durée de validité des offres.\nIci {ours}, dans l’avis {theirs} : on ne sait jusqu’à quand les candidats sont engagés. Reprendre la durée de l’avis, ou publier un avis rectificatif.',
  },
  examples: {
    bad: [
      {
        text: '## Offres\n\nLe délai de validité des offres est de ⟦120 jours⟧ à compter de la date limite de remise.',
        files: avisPour({ mois: 6 }),
        fixed: { gains: 'est de 6 mois à compter' },
      },
      {
        text: '## Offres\n\nLe délai de validité des offres est de ⟦six mois⟧ à compter de la date limite de remise.',
        files: avisPour({ jours: 90 }),
        fixed: { gains: 'est de 90 jours à compter' },
      },
      // One lot of the notice is enough.
      {
        text: '## Offres\n\nLe délai de validité des offres est de ⟦120 jours⟧.',
        files: avisPour({ jours: 120 }, { jours: 180 }),
      },
      {
        text: '## Offres\n\nLe délai de validité des offres est de 120 jours pour le lot 1 et de ⟦150 jours⟧ pour le lot 2.',
        files: avisPour({ jours: 120 }, { jours: 180 }),
        fixed: { gains: 'de 180 jours pour le lot 2' },
      },
      {
        text: '## Validité des offres\n\n| Lot | Délai de validité des offres |\n|---|---|\n| 1 | 120 jours |\n| 2 | ⟦120 jours⟧ |',
        files: avisPour({ jours: 120 }, { jours: 180 }),
        fixed: { gains: '| 2 | 180 jours |' },
      },
    ],
    good: [
      {
        text: '## Offres\n\nLe délai de validité des offres est de 120 jours pour le lot 1 et de 180 jours pour le lot 2.',
        files: avisPour({ jours: 120 }, { jours: 180 }),
      },
      {
        text: '## Validité des offres\n\n| Lot | Délai de validité des offres |\n|---|---|\n| 1 | 120 jours |\n| 2 | 6 mois |',
        files: avisPour({ jours: 120 }, { jours: 180 }),
      },
      // One lot has its own, and what is said of all holds for the others.
      {
        text: '## Offres\n\nLe délai de validité des offres est de 120 jours.\n\nPour le lot 2, le délai de validité des offres est de 180 jours.',
        files: avisPour({ jours: 120 }, { jours: 180 }),
      },
      { text: '## Offres\n\nLe délai de validité des offres est de 120 jours.', files: avisPour({ mois: 4 }) },
      { text: '## Offres\n\nLe délai de validité des offres est de 180 jours.', files: avisPour({ jours: 180 }) },
      {
        text: '## Offres\n\nLe délai de validité des offres est de 120 jours.',
        files: { 'avis.xml': avisExemple({ lots: [{}] }) },
      },
      { text: '## Garantie\n\nLa garantie est de deux ans.', files: avisPour({ mois: 6 }) },
    ],
    limits: [],
  },
  *check(piece) {
    const avis = avisDe(piece.consultation);
    if (!avis) return;
    const dits = ditParLot(avis, (lot) => lot.validity);
    const read = (p: Piece) =>
      p.ask(offres).validites.flatMap((v) => (v.finale ? [] : [{ ...v, agrees: agreeing(v) }]));
    for (const ecart of ecartsDe(piece, { kinds: ['rc', 'ae'], read, entrePieces: true }, dits)) {
      const { at } = ecart.ici;
      const { seul } = ecart;
      yield {
        at,
        message: 'differs',
        data: {
          ours: `« ${wordsAt(piece.draft, at)} »`,
          theirs: ditesDans(ecart.dits, avis.notice.lots.length),
        },
        related: placesDe(avis, ecart),
        ...(seul && {
          fixes: [
            {
              title: `Écrire « ${seul.shown} », comme l’avis`,
              grade: 'review',
              edits: editsComme(ecart, () => seul.shown),
            },
          ] as const,
        }),
      };
    }
  },
});
