import { avisDe, avisExemple, ditesDans, ditParLot, enJours, placesDans, pourLot } from '../facts/avis/index.ts';
import { dureeMatter } from '../facts/dossier/index.ts';
import type { Length } from '../kit/notice.ts';
import { defineRule } from '../kit/rule.ts';
import { ccp } from '../kit/source.ts';

const avisDe48 = (mois?: number, reconductions?: number) => ({
  'avis.xml': avisExemple({
    lots: [{ ...(mois !== undefined && { mois }), ...(reconductions !== undefined && { reconductions }) }],
  }),
});

/** True when a length may be so many months. */
const isOf = (value: Length, months: number): boolean => {
  const [least, most] = enJours(value);
  return 'months' in value ? value.months === months : least <= months * 31 && most >= months * 30 - 2;
};

export default defineRule({
  id: 'avis/duree',
  title: 'Durée ou reconductions différentes dans l’avis publié',
  level: 'error',
  pieces: ['rc', 'ccap', 'ae'],
  dossier: true,
  why: 'La durée, reconductions comprises, fait la valeur du marché et décide de qui y répond. Celle que l’avis publie engage l’acheteur : une pièce qui en donne une autre change l’objet de la mise en concurrence.',
  sources: [ccp('R2131-17'), ccp('L2112-5'), ccp('R2112-4')],
  messages: {
    duree:
      'L’avis publié donne une autre durée : {theirs}.\nElle est ici {ours} : le marché n’aurait pas la durée mise en concurrence. Reprendre celle de l’avis, ou publier un avis rectificatif.',
    reconductions:
      'L’avis publié donne d’autres reconductions : {theirs}.\nLa durée est ici {ours} : le marché n’aurait pas la durée mise en concurrence. Reprendre les reconductions de l’avis, ou publier un avis rectificatif.',
  },
  examples: {
    bad: [
      {
        text: '## Durée\n\nLe marché est conclu pour une durée de ⟦36 mois⟧ à compter de sa notification.',
        files: avisDe48(48),
        fixed: { gains: 'une durée de 48 mois à compter' },
      },
      {
        text: '## Durée\n\nLe marché est conclu pour une durée de ⟦un an⟧. Il est reconductible trois fois pour une durée d’un an.',
        files: avisDe48(12, 2),
      },
    ],
    good: [
      {
        text: '## Durée\n\nLe marché est conclu pour une durée de quatre ans à compter de sa notification.',
        files: avisDe48(48),
      },
      {
        text: '## Durée\n\nLe marché est conclu pour une durée d’un an. Il est reconductible trois fois pour une durée d’un an.',
        files: avisDe48(12, 3),
      },
      // A notice may give the whole, renewals included.
      {
        text: '## Durée\n\nLe marché est conclu pour une durée d’un an. Il est reconductible trois fois pour une durée d’un an.',
        files: avisDe48(48),
      },
      { text: '## Durée\n\nLe marché est conclu pour une durée de 36 mois.', files: avisDe48() },
    ],
    limits: [],
  },
  *check(piece) {
    const avis = avisDe(piece.consultation);
    if (!avis) return;
    const lengths = ditParLot(avis, (lot) => lot.duration);
    const renewals = ditParLot(avis, (lot) => lot.renewals);
    const { length: lots } = avis.notice.lots;
    for (const { at, value, shown, key, simple } of dureeMatter.read(piece)) {
      if (key === 'execution') continue;
      const lot = key?.replace('lot ', '');
      const { months, total, reconduction } = value;
      const theirs = pourLot(lengths, lot);
      const all = [months, total].filter((m) => m !== undefined);
      if (theirs.length > 0 && all.length > 0 && !theirs.some((d) => all.some((m) => isOf(d.value, m)))) {
        const one = new Set(theirs.map((d) => d.shown)).size === 1 ? theirs[0] : undefined;
        yield {
          at,
          message: 'duree',
          data: { ours: shown, theirs: ditesDans(theirs, lots) },
          related: placesDans(avis, theirs),
          ...(one &&
            simple && {
              fixes: [
                { title: `Écrire « ${one.shown} », comme l’avis`, grade: 'review', edits: [{ at, text: one.shown }] },
              ] as const,
            }),
        };
        continue;
      }
      const times = reconduction?.times;
      const theirTimes = pourLot(renewals, lot);
      // The first period is the notice's: its renewals are comparable.
      const alike = months !== undefined && theirs.some((d) => isOf(d.value, months));
      if (times === undefined || !alike || theirTimes.length === 0 || theirTimes.some((d) => d.value === times))
        continue;
      yield {
        at,
        message: 'reconductions',
        data: { ours: shown, theirs: ditesDans(theirTimes, lots) },
        related: placesDans(avis, theirTimes),
      };
    }
  },
});
