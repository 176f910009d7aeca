import { avisDe, avisExemple, ditesDans, placesDans } from '../facts/avis/index.ts';
import { inFrenchOf } from '../facts/offres/index.ts';
import { defineRule } from '../kit/rule.ts';
import { ccp } from '../kit/source.ts';

const NAMES: Readonly<Record<string, string>> = {
  FRA: 'français',
  ENG: 'anglais',
  DEU: 'allemand',
  SPA: 'espagnol',
  ITA: 'italien',
  NLD: 'néerlandais',
  POR: 'portugais',
};
const LANGUES = '## Remise des offres\n\n';
const avisEn = (...langues: string[]) => ({ 'avis.xml': avisExemple({ lots: [{ langues }] }) });

export default defineRule({
  id: 'avis/langues',
  title: 'Langue des offres différente dans l’avis publié',
  level: 'error',
  pieces: ['rc'],
  dossier: true,
  why: 'L’avis dit dans quelles langues une offre peut être remise. Un règlement qui n’en admet pas une que l’avis ouvre fait écarter des offres régulières.',
  sources: [ccp('R2131-17'), ccp('R2151-12')],
  messages: {
    differs:
      'Offres demandées ici en français, mais l’avis publié admet {theirs}.\nUne offre que l’avis permet serait écartée. Reprendre les langues de l’avis, ou publier un avis rectificatif.',
  },
  examples: {
    bad: [
      {
        text: `${LANGUES}| Rubrique | Valeur |\n|---|---|\n| Langue des offres | ⟦Français exclusivement⟧ |`,
        files: avisEn('FRA', 'ENG'),
      },
      { text: `${LANGUES}⟦Seul le français est admis pour la rédaction des offres.⟧`, files: avisEn('FRA', 'ENG') },
      {
        text: `${LANGUES}⟦Les offres dans une autre langue que le français ne sont pas acceptées.⟧`,
        files: avisEn('FRA', 'ENG'),
      },
      {
        text: `${LANGUES}⟦Tous les documents de l’offre sont en français.⟧ Aucune autre langue n’est acceptée.`,
        files: avisEn('FRA', 'ENG'),
      },
      { text: `${LANGUES}⟦Le candidat remet son offre uniquement en français.⟧`, files: avisEn('FRA', 'ENG') },
      {
        text: `${LANGUES}⟦Les offres sont rédigées exclusivement en langue française.⟧`,
        files: avisEn('FRA', 'ENG'),
      },
      { text: `${LANGUES}⟦Langue des offres : français uniquement.⟧`, files: avisEn('FRA', 'ENG') },
      { text: `${LANGUES}⟦Les offres sont rédigées en français.⟧`, files: avisEn('ENG') },
    ],
    good: [
      {
        text: `${LANGUES}| Rubrique | Valeur |\n|---|---|\n| Langue des offres | Français ou anglais |`,
        files: avisEn('FRA', 'ENG'),
      },
      {
        text: `${LANGUES}Les offres sont rédigées exclusivement en français. Une offre en anglais est admise avec sa traduction.`,
        files: avisEn('FRA', 'ENG'),
      },
      { text: `${LANGUES}Les offres sont rédigées en langue française.`, files: avisEn('FRA') },
      { text: `${LANGUES}Les offres sont rédigées en français ou en anglais.`, files: avisEn('FRA', 'ENG') },
      { text: `${LANGUES}Les offres sont rédigées en langue française.`, files: avisEn('FRA', 'ENG') },
      { text: `${LANGUES}Les offres sont rédigées en langue française.`, files: avisEn() },
    ],
    limits: [],
  },
  *check(piece) {
    const avis = avisDe(piece.consultation);
    if (!avis) return;
    const dits = avis.notice.lots.flatMap((lot) =>
      lot.languages.map(({ value, at }) => ({ lot: lot.number, value, shown: NAMES[value] ?? value, at })),
    );
    if (dits.length === 0) return;
    const others = dits.filter((d) => d.value !== 'FRA');
    if (others.length === 0) return;
    for (const { sentence, only } of inFrenchOf(piece)) {
      if (others.length < dits.length && !only) continue;
      yield {
        at: sentence.span,
        message: 'differs',
        data: { theirs: ditesDans(dits, 0) },
        related: placesDans(avis, others),
      };
    }
  },
});
