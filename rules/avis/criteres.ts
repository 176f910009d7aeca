import { avisDe, avisExemple, ecartsDeCriteres, type Paire } from '../facts/avis/index.ts';
import { placeName } from '../facts/dossier/index.ts';
import { defineRule, type Edit, type Fix } from '../kit/rule.ts';
import { ccp } from '../kit/source.ts';

const percent = (share: number | undefined): string =>
  share === undefined ? 'sans poids' : `${String(Math.round(share * 10) / 10).replace('.', ',')} %`;

/** « « Prix » : 60 % ici, 40 % dans l’avis » */
function line({ ici, la }: Paire): string {
  if (!la) return `« ${ici?.critere.name} » (${percent(ici?.share)}) n’est pas dans l’avis`;
  const name = la.criterion.name ?? 'un critère sans nom';
  if (!ici) return `« ${name} » (${percent(la.share)}) n’est que dans l’avis`;
  return `« ${ici.critere.name} » : ${percent(ici.share)} ici, ${percent(la.share)} dans l’avis`;
}

/** Writes the weights of the notice; undefined where more than weights in percent differ. */
function align(paires: readonly Paire[]): Fix | undefined {
  const edits: Edit[] = [];
  for (const { ici, la } of paires) {
    const weight = ici?.critere.weight;
    if (!weight || !la || weight.unit !== 'percent') return undefined;
    edits.push({ at: weight.at, text: percent(la.share) });
  }
  return { title: 'Reprendre les poids de l’avis', grade: 'review', edits };
}

const GRILLE = '## Critères d’attribution\n\nLes offres sont jugées selon les critères suivants :\n\n';
const avisAvec = (...poids: (readonly ['price' | 'quality', string, number])[]) => ({
  'avis.xml': avisExemple({ lots: [{ criteres: poids }] }),
});

/** Two lots, of which the price weighs so much. */
const avisParLot = (...prix: number[]) => ({
  'avis.xml': avisExemple({
    lots: prix.map((n) => ({
      criteres: [
        ['price', 'Prix', n],
        ['quality', 'Valeur technique', 100 - n],
      ] as const,
    })),
  }),
});

export default defineRule({
  id: 'avis/criteres',
  title: 'Critères d’attribution différents dans l’avis publié',
  level: 'error',
  pieces: ['rc'],
  dossier: true,
  why: 'Les critères et leurs poids publiés lient l’acheteur. Un règlement qui en donne d’autres laisse deux classements possibles, et tout candidat évincé peut contester celui qui a été retenu.',
  sources: [ccp('R2152-7'), ccp('R2152-11'), ccp('R2152-12')],
  messages: {
    differs:
      'Les critères d’attribution ne sont pas ceux de l’avis publié.\n{list}. Reprendre ceux de l’avis, ou publier un avis rectificatif.',
  },
  examples: {
    bad: [
      // One lot of the notice is enough.
      { text: `${GRILLE}- ⟦Prix : 40 %⟧\n- Valeur technique : 60 %`, files: avisParLot(40, 70) },
      {
        text: '## Critères d’attribution\n\nPour le lot 1 :\n\n- Prix : 40 %\n- Valeur technique : 60 %\n\nPour le lot 2 :\n\n- ⟦Prix : 40 %⟧\n- Valeur technique : 60 %',
        files: avisParLot(40, 70),
        fixed: { gains: '- Prix : 70 %\n- Valeur technique : 30 %' },
      },
      {
        text: `${GRILLE}- ⟦Prix : 40 %⟧\n- Valeur technique : 60 %`,
        files: avisAvec(['price', 'Prix', 60], ['quality', 'Valeur technique', 40]),
        fixed: { gains: '- Prix : 60 %\n- Valeur technique : 40 %' },
      },
      {
        text: `${GRILLE}- Prix : 40 %\n- ⟦Valeur technique : 60 %⟧`,
        files: avisAvec(
          ['price', 'Prix', 40],
          ['quality', 'Valeur technique', 40],
          ['quality', 'Délai de livraison', 20],
        ),
      },
      // As many, and of the same weights, but another thing.
      {
        text: `${GRILLE}- Prix : 40 %\n- Valeur technique : 50 %\n- ⟦Délai de livraison : 10 %⟧`,
        files: avisAvec(
          ['price', 'Prix', 40],
          ['quality', 'Valeur technique', 50],
          ['quality', 'Performance environnementale', 10],
        ),
      },
    ],
    good: [
      {
        text: `${GRILLE}- Prix : 40 %\n- Valeur technique : 60 %`,
        files: avisAvec(['price', 'Prix des prestations', 40], ['quality', 'Qualité technique de l’offre', 60]),
      },
      {
        text: `${GRILLE}- Prix : 40 points\n- Valeur technique : 60 points`,
        files: avisAvec(['price', 'Prix', 40], ['quality', 'Valeur technique', 60]),
      },
      // The notice sends to the documents for its criteria.
      {
        text: `${GRILLE}- Prix : 40 %\n- Valeur technique : 60 %`,
        files: avisAvec(['price', 'Critères énoncés au règlement', 100]),
      },
      { text: `${GRILLE}- Prix : 40 %\n- Valeur technique : 60 %`, files: { 'avis.xml': avisExemple({ lots: [{}] }) } },
      // The weights of each lot are those of the notice, whether its grid names it or not.
      {
        text: '## Critères d’attribution\n\nPour le lot 1 :\n\n- Prix : 40 %\n- Valeur technique : 60 %',
        files: avisParLot(40, 70),
      },
      {
        text: '## Critères d’attribution\n\n### Fournitures\n\nLes offres sont jugées selon les critères suivants :\n\n- Prix : 40 %\n- Valeur technique : 60 %\n\n### Travaux\n\nLes offres sont jugées selon les critères suivants :\n\n- Prix : 70 %\n- Valeur technique : 30 %',
        files: avisParLot(40, 70),
      },
    ],
    limits: [],
  },
  *check(piece) {
    const avis = avisDe(piece.consultation);
    if (!avis) return;
    for (const { said, lots, paires, alike } of ecartsDeCriteres(piece, avis.notice.lots)) {
      const fix = alike ? align(paires) : undefined;
      yield {
        // The first that differs: all of them would hide the faults of each line.
        at: paires.find((p) => p.ici)?.ici?.critere.line ?? said.at,
        message: 'differs',
        data: { list: paires.map(line).join(' ; ') },
        related: paires.flatMap(({ la }) =>
          la
            ? [
                {
                  piece: avis.piece,
                  at: la.criterion.at,
                  message: `On lit ${placeName(avis.piece)}${avis.notice.lots.length > 1 ? ` (lot ${lots.map((l) => l.number).join(', ')})` : ''} : « ${la.criterion.name ?? 'critère sans nom'} », ${percent(la.share)}.`,
                },
              ]
            : [],
        ),
        ...(fix && { fixes: [fix] }),
      };
    }
  },
});
