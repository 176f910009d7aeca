import { avisDe, avisExemple, ditesDans, ditParLot, enJours, placesDans } from '../facts/avis/index.ts';
import { delaiMatter } from '../facts/dossier/index.ts';
import { defineRule } from '../kit/rule.ts';
import { ccp } from '../kit/source.ts';

const avisPour = (validite: { mois?: number; jours?: number }) => ({
  'avis.xml': avisExemple({ lots: [{ validite }] }),
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
    ],
    good: [
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
    for (const { at, value, shown, key } of delaiMatter.read(piece)) {
      if (value.kind !== 'validite' || dits.length === 0 || key?.includes('finale')) continue;
      const agrees = dits.some((d) => {
        const [least, most] = enJours(d.value);
        return least <= value.most && value.least <= most;
      });
      if (agrees) continue;
      const one = new Set(dits.map((d) => d.shown)).size === 1 ? dits[0] : undefined;
      yield {
        at,
        message: 'differs',
        data: { ours: shown, theirs: ditesDans(dits, avis.notice.lots.length) },
        related: placesDans(avis, dits),
        ...(one && {
          fixes: [
            { title: `Écrire « ${one.shown} », comme l’avis`, grade: 'review', edits: [{ at, text: one.shown }] },
          ] as const,
        }),
      };
    }
  },
});
