import { avisDe, avisExemple, type Dit, ditesDans, ditParLot, ecartsDe, placesDe } from '../facts/avis/index.ts';
import { variantesMatter } from '../facts/dossier/index.ts';
import { sendsToLots } from '../facts/variantes/index.ts';
import type { VariantRule } from '../kit/notice.ts';
import type { Piece } from '../kit/piece.ts';
import { defineRule } from '../kit/rule.ts';
import { ccp } from '../kit/source.ts';

const avisQui = (...variantes: ('allowed' | 'not-allowed')[]) => ({
  'avis.xml': avisExemple({ lots: variantes.map((v) => ({ variantes: v })) }),
});

export default defineRule({
  id: 'avis/variantes',
  title: 'Variantes admises ou non, autrement que dans l’avis publié',
  level: 'error',
  pieces: ['rc'],
  dossier: true,
  why: 'L’avis dit si les variantes sont admises. Un règlement qui dit l’inverse fait écarter des offres que l’avis appelait, ou en fait juger que les autres candidats croyaient interdites.',
  sources: [ccp('L2151-2'), ccp('R2151-8')],
  messages: {
    differs:
      'Les variantes sont ici {ours}, mais {theirs} par l’avis publié.\nDes candidats en remettront que d’autres croient interdites. Reprendre ce que dit l’avis, ou publier un avis rectificatif.',
  },
  examples: {
    bad: [
      // One lot of the notice is enough.
      { text: '## Variantes\n\n⟦Les variantes sont autorisées.⟧', files: avisQui('allowed', 'not-allowed') },
      {
        text: '## Variantes\n\n⟦Pour tous les lots, les variantes sont interdites.⟧',
        files: avisQui('not-allowed', 'allowed'),
      },
      { text: '## Variantes\n\n⟦Les variantes sont autorisées.⟧', files: avisQui('not-allowed') },
      { text: '## Variantes\n\n⟦Les variantes ne sont pas autorisées.⟧', files: avisQui('allowed', 'allowed') },
    ],
    good: [
      {
        text: '## Variantes\n\nPour tous les lots, les variantes sont interdites.',
        files: avisQui('not-allowed', 'not-allowed'),
      },
      { text: '## Variantes\n\nLes variantes sont autorisées.', files: avisQui('allowed') },
      { text: '## Variantes\n\nLes variantes ne sont pas autorisées.', files: avisQui('not-allowed') },
      // The notice makes a difference by lot, and so does the piece, or it sends there.
      {
        text: '## Variantes\n\nLes variantes sont autorisées pour le lot 1. Pour le lot 2, elles sont interdites.',
        files: avisQui('allowed', 'not-allowed'),
      },
      {
        text: '## Variantes\n\nLes variantes sont autorisées pour les lots indiqués dans l’avis de marché.',
        files: avisQui('allowed', 'not-allowed'),
      },
      { text: '## Variantes\n\nLes variantes sont autorisées.', files: { 'avis.xml': avisExemple({ lots: [{}] }) } },
    ],
    limits: [],
  },
  *check(piece) {
    const avis = avisDe(piece.consultation);
    if (!avis) return;
    const dits = ditParLot(avis, (lot) => lot.variants);
    const open = (value: string) => (value === 'not-allowed' ? 'interdites' : 'autorisees');
    const read = (p: Piece) =>
      variantesMatter.read(p).map(({ key, value, ...rest }, _, all) => ({
        ...rest,
        lots: key ? all.flatMap((s) => (s.at.start === rest.at.start && s.key ? [s.key] : [])) : [],
        agrees: (d: Dit<VariantRule>) => open(d.value) === value,
      }));
    for (const ecart of ecartsDe(piece, { kinds: ['rc'], read, entrePieces: true }, dits)) {
      const { at, shown, doubt } = ecart.ici;
      // « Autorisées pour les lots que l’avis indique »: the notice tells which.
      if (sendsToLots(piece, at)) continue;
      yield {
        at,
        message: 'differs',
        data: { ours: shown, theirs: ditesDans(ecart.dits, avis.notice.lots.length) },
        related: placesDe(avis, ecart),
        doubt,
      };
    }
  },
});
