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
import { dureeMatter, type Said } from '../facts/dossier/index.ts';
import type { Duree } from '../facts/piece/index.ts';
import type { Length } from '../kit/notice.ts';
import type { Piece, PieceKind } from '../kit/piece.ts';
import { defineRule } from '../kit/rule.ts';
import { ccp } from '../kit/source.ts';

const avisDe48 = (mois?: number, reconductions?: number) => ({
  'avis.xml': avisExemple({
    lots: [{ ...(mois !== undefined && { mois }), ...(reconductions !== undefined && { reconductions }) }],
  }),
});

/** The pieces that say how long the contract lasts, the one that rules first. */
const KINDS: readonly PieceKind[] = ['rc', 'ae', 'ccap'];

/** True when a length may be so many months. */
const isOf = (value: Length, months: number): boolean => {
  const [least, most] = enJours(value);
  return 'months' in value ? value.months === months : least <= months * 31 && most >= months * 30 - 2;
};

/** What a place says of the length, and of the renewals where it does, to be held against the notice. */
function paroles(said: Said<Duree>, lengths: readonly Dit<Length>[]) {
  const { months, total, reconduction, lots } = said.value;
  const all = [months, total].filter((m) => m !== undefined);
  const times = reconduction?.times;
  // Renewals are comparable where the first period is the notice's.
  const alike = (lot: string) => lengths.some((d) => d.lot === lot && months !== undefined && isOf(d.value, months));
  return {
    duree: { ...said, lots, agrees: ({ value }: Dit<Length>) => all.some((m) => isOf(value, m)) },
    reconductions:
      times === undefined
        ? undefined
        : { ...said, lots, agrees: ({ lot, value }: Dit<number>) => value === times || !alike(lot) },
  };
}

export default defineRule({
  id: 'avis/duree',
  title: 'Durée ou reconductions différentes dans l’avis publié',
  level: 'error',
  pieces: KINDS,
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
      // Renewals in a row of their own.
      {
        text: '## Durée\n\n| Rubrique | Valeur |\n|---|---|\n| Durée du marché | ⟦12 mois⟧ |\n| Reconduction | 3 fois 12 mois |',
        files: avisDe48(12, 2),
      },
      // The notice gives two days.
      {
        text: '## Durée\n\nLe marché est conclu pour une durée de ⟦36 mois⟧ à compter du 1er avril 2027.',
        files: { 'avis.xml': avisExemple({ lots: [{ debut: '2027-04-01', fin: '2029-03-31' }] }) },
        fixed: { gains: 'une durée de 24 mois à compter' },
      },
      {
        text: '## Durée\n\nLe marché est conclu pour une durée de ⟦36 mois⟧ à compter de sa notification.',
        files: avisDe48(48),
        fixed: { gains: 'une durée de 48 mois à compter' },
      },
      {
        text: '## Durée\n\nLe marché est conclu pour une durée de ⟦un an⟧. Il est reconductible trois fois pour une durée d’un an.',
        files: avisDe48(12, 2),
      },
      // One lot of the notice is enough, and each has its own where the piece says so.
      {
        text: '## Durée\n\nLe marché est conclu pour une durée de ⟦24 mois⟧ à compter de sa notification.',
        files: { 'avis.xml': avisExemple({ lots: [{ mois: 24 }, { mois: 36 }] }) },
      },
      {
        text: '## Durée\n\n| Lot | Durée du marché |\n|---|---|\n| 1 | 24 mois |\n| 2 | ⟦24 mois⟧ |',
        files: { 'avis.xml': avisExemple({ lots: [{ mois: 24 }, { mois: 36 }] }) },
        fixed: { gains: '| 2 | 36 mois |' },
      },
    ],
    good: [
      {
        text: '## Durée\n\n| Rubrique | Valeur |\n|---|---|\n| Durée du marché | 12 mois |\n| Reconduction | 3 fois 12 mois |',
        files: avisDe48(12, 3),
      },
      {
        text: '## Durée\n\nLe marché est conclu pour une durée de trois ans.',
        files: { 'avis.xml': avisExemple({ lots: [{ debut: '2027-04-01', fin: '2030-03-31' }] }) },
      },
      {
        text: '## Durée\n\n| Lot | Durée du marché |\n|---|---|\n| 1 | 24 mois |\n| 2 | trois ans |',
        files: { 'avis.xml': avisExemple({ lots: [{ mois: 24 }, { mois: 36 }] }) },
      },
      // The act of one lot, as its title says.
      {
        text: '# Acte d’engagement – Lot 2\n\n## Durée\n\nLe marché est conclu pour une durée de 36 mois à compter de sa notification.',
        files: { 'avis.xml': avisExemple({ lots: [{ mois: 24 }, { mois: 36 }] }) },
      },
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
    const said = (p: Piece) => dureeMatter.read(p).flatMap((s) => (s.key === 'execution' ? [] : [paroles(s, lengths)]));
    const matter = { kinds: KINDS, entrePieces: true };
    const longer = ecartsDe(piece, { ...matter, read: (p) => said(p).map((s) => s.duree) }, lengths);
    const oftener = ecartsDe(
      piece,
      { ...matter, read: (p) => said(p).flatMap((s) => s.reconductions ?? []) },
      renewals,
    );
    for (const ecart of longer) {
      const { at, shown } = ecart.ici;
      const { seul } = ecart;
      yield {
        at,
        message: 'duree',
        data: { ours: shown, theirs: ditesDans(ecart.dits, lots) },
        related: placesDe(avis, ecart),
        ...(seul &&
          ecart.ici.simple && {
            fixes: [
              {
                title: `Écrire « ${seul.shown} », comme l’avis`,
                grade: 'review',
                edits: editsComme(ecart, ({ simple }) => (simple ? seul.shown : undefined)),
              },
            ] as const,
          }),
      };
    }
    for (const ecart of oftener) {
      const { at, shown } = ecart.ici;
      if (longer.some(({ ici }) => ici.at.start === at.start)) continue;
      yield {
        at,
        message: 'reconductions',
        data: { ours: shown, theirs: ditesDans(ecart.dits, lots) },
        related: placesDe(avis, ecart),
      };
    }
  },
});
