import { clause } from '../clauses/clauses.ts';
import {
  type Criteres,
  columnsOf,
  criteres,
  type Grille,
  isGreen,
  isHeardGreen,
  isPriceAlone,
  isResearch,
  opening,
  REFORM,
} from '../facts/criteres/index.ts';
import { addItems, addRow, field } from '../kit/fix.ts';
import type { Piece } from '../kit/piece.ts';
import { defineRule, type Fix } from '../kit/rule.ts';
import { ccp } from '../kit/source.ts';

/** Grids that lack it; those on price alone are left to the rule that speaks of them. */
const lacking = (piece: Piece, { grilles }: Criteres): readonly Grille[] =>
  grilles.filter(
    (g) => !g.subsequent && !g.criteria.some(isGreen) && !isPriceAlone(g, piece.date) && !isHeardGreen(piece, g),
  );

/** For the first of the grids that lack a criterion; other grids in its table, one a lot, have theirs in the same row. */
function fixFor(piece: Piece, grids: readonly [Grille, ...Grille[]]): Fix | undefined {
  const title = 'Ajouter un critère environnemental';
  const { table, criteria, place } = grids[0];
  if (table) {
    const first = criteria[0]?.at.start ?? -1;
    const name = [table.header, ...table.rows]
      .flatMap((r) => r.cells)
      .find((c) => c.node.start <= first && first <= c.node.end);
    const cells: string[] = [];
    cells[name?.cell?.column ?? 0] = 'Performance environnementale';
    const lots = grids.flatMap((g) => (g.table === table ? g.lots : []));
    const { weights, ofLots } = columnsOf(table, lots);
    for (const i of weights) cells[i] ??= field('poids, pris sur les autres critères');
    const free = table.header.cells.findIndex((_, i) => cells[i] === undefined && !ofLots.includes(i));
    if (free >= 0) cells[free] = field('mesures liées à l’objet du marché');
    return addRow(piece, table, cells, title);
  }
  const last = criteria[criteria.length - 1];
  const passage = last && piece.draft.passageAt(last.line.start);
  if (place !== 'list' || !passage) return undefined;
  return addItems(piece, passage, [clause('criteres-environnement').body.trim().replace(/^- /, '')], title);
}

export default defineRule({
  id: 'criteres/environnemental',
  title: "Aucun critère ne tient compte de l'environnement",
  level: 'error',
  since: REFORM.date,
  pieces: ['rc'],
  absence: true,
  why: `Pour toute consultation lancée à partir du 21 août 2026, au moins un critère prend en compte les caractéristiques environnementales de
l'offre. L'oubli expose la procédure à l'annulation.`,
  sources: [ccp('L2152-7'), ccp('R2152-7')],
  silencedBy: [{ rule: 'criteres/absents', where: 'piece' }],
  messages: {
    absent:
      'Aucun critère{lots} ne prend en compte l’environnement.\nLe code l’exige de toute consultation lancée depuis le 21 août 2026, pour les caractéristiques environnementales de l’offre. Ajouter un critère ou un sous-critère environnemental lié à l’objet du marché.',
  },
  examples: {
    bad: [
      {
        text: '## 8. Jugement des offres\n\n⟦Les critères sont les suivants :⟧\n\n- prix : 60 % ;\n- performances, entendues en environnement chaud et enfumé : 40 %.',
        fixed: { gains: 'Performance environnementale' },
      },
      // What the contract pays for defines no criterion.
      {
        text: '## ⟦Jugement des offres⟧\n\n| Critère | Points |\n|---|---|\n| Prix | 60 |\n| Valeur technique | 40 |\n\n## 10. Prix\n\nLes prix sont unitaires. Ils comprennent les déplacements et l’évacuation des déchets.',
        fixed: { gains: 'Performance environnementale' },
      },
      // Numbers stand in the column of the labels.
      {
        text: '⟦Critères d’attribution⟧\n\n  Critères                                                      Pondération\n\n  1   Prix des prestations                                        60 points\n      (montant total)\n\n  2   Valeur technique                                            40 points',
        fixed: { gains: 'Performance environnementale' },
      },
      // A bullet of a symbol font, which a PDF leaves as a sign of no meaning.
      {
        text: '## Jugement des offres\n\n⟦Les offres sont jugées selon les critères ci-dessous :⟧\n\n   \uf0de CRITÈRE 1 : VALEUR TECHNIQUE (70 % DE LA NOTE)\nElle s’apprécie à partir de la méthode et de l’équipe.\n\n   \uf0de CRITÈRE 2 : PRIX (30 % DE LA NOTE)\n',
        fixed: { gains: 'Performance environnementale' },
      },
      {
        text: '## ⟦Critères⟧\n\n| Critère | Poids |\n|---|---|\n| Prix | 55 % |\n| Qualité de l’aménagement | 25 % |\n| Délai de livraison | 20 % |',
        fixed: { gains: '20 % |' },
      },
      '## Jugement\n\n### Lot 3\n\n⟦Prix 60 points, même formule rapportée à 60.⟧ Valeur technique 40 points : préparation des supports 20 ; tenue de la peinture 20.\n',

      {
        text: '## Critères\n\n⟦Les offres sont jugées selon les critères suivants :⟧\n\n| Critère | Poids |\n|---|---|\n| Prix | 60 % |\n| Sécurité du transport et de la garde | 40 % |\n',
        fixed: { gains: '| Performance environnementale | [à compléter' },
      },
      {
        text: '## Critères\n\n⟦Les offres sont jugées selon les critères suivants :⟧\n\n| Critère | Poids |\n|---|---|\n| Prix | 60 % |\n| Valeur technique | 40 % |\n',
        fixed: { gains: '| Performance environnementale | [à compléter' },
      },
      {
        text: '## Critères\n\n⟦Les offres sont jugées selon les critères suivants :⟧\n\n- Prix : 60 % ;\n- Valeur technique : 40 %.\n',
        fixed: { gains: "Performance environnementale de l'offre" },
      },
      {
        text: '## Critères\n\n⟦Les offres sont jugées selon les critères suivants :⟧\n\n* Prix : 60 % ;\n* Valeur technique : 40 %.\n',
        fixed: { gains: '\n* Performance environnementale' },
      },
      {
        text: '## Critères\n\n⟦Les offres sont jugées selon les critères suivants :⟧\n\n1) Prix : 60 % ;\n2) Valeur technique : 40 %.\n',
        fixed: { gains: '\n3) Performance environnementale' },
      },
      '⟦Les offres sont jugées sur le prix (60 %) et la valeur technique (40 %).⟧',
      {
        text: '| Critère | Lot 1 | Lot 2 |\n|---|---|---|\n⟦| Prix | 60 % | 50 % |⟧\n| Valeur technique | 40 % | 50 % |',
        fixed: {
          gains:
            '| Performance environnementale | [à compléter : poids, pris sur les autres critères] | [à compléter : poids, pris sur les autres critères] |',
        },
      },
      {
        text: '## Lot 1\n\n| Critère | Poids |\n|---|---|\n| Prix | 60 % |\n| Empreinte carbone | 40 % |\n\n## ⟦Lot 2⟧\n\n| Critère | Poids |\n|---|---|\n| Prix | 60 % |\n| Environnement de travail numérique | 40 % |\n',
        fixed: { gains: '| Performance environnementale | [à compléter' },
      },
    ],
    good: [
      '## Critères\n\nPrix 60 %, confort 25 %, semelles remplaçables et colle sans solvant 15 %.',
      '## Jugement\n\n| Critère | Lot 1 | Lot 2 |\n|---|---|---|\n| Prix | 60 % | 50 % |\n| Performance environnementale | 40 % | 50 % |\n\n### Performance environnementale\n\n| Sous-critère (en part du critère) | Tous lots |\n|---|---|\n| Émissions du transport | 40 % |\n| Emballages réutilisables | 60 % |\n',
      '## Jugement\n\nPrix 60 points, même formule rapportée à 60. Environnement 40 points : énergie consommée 20 ; déchets valorisés 20.\n',

      '## Jugement\n\nLot 1\n\n| Critère | Pondération |\n|---|---|\n| Prix | 70 points |\n| Qualité du garde-meuble | 10 points |\n| Taux de réemploi, en masse | 20 points |\n\nLa qualité du garde-meuble est appréciée pour 60 % sur les conditions de stockage et pour 40 % sur le délai de remise à disposition d’un meuble.',
      '## Critères\n\nLes offres sont jugées selon les critères suivants :\n\n| Critère | Poids |\n|---|---|\n| Prix | 60 % |\n| Kilomètres parcourus et mode de transport retenu | 40 % |\n',
      '# RC\n\n## Jugement des offres\n\n### Critères\n\nLes offres sont classées selon les critères suivants :\n\n| Critère | Lot 1 | Lot 2 |\n|---|---|---|\n| Prix | 60 % | 50 % |\n| Performance environnementale | 40 % | 50 % |\n\n### Prix\n\nLa note est égale au poids du critère multiplié par le rapport entre le prix le plus bas et le prix comparé. Le montant comparé est :\n\n- pour le lot n° 1, le montant total du devis type ;\n- pour le lot n° 2, le montant total de la DPGF, options comprises.\n',
      '| Critère | % |\n|---|---|\n| Loyer | 70 |\n| Kilowatts appelés en pointe | 30 |\n',
      'Les offres sont jugées sur le prix (60 %) et la réduction des émissions (40 %).',
      'Les offres sont jugées sur le prix (60 %), la valeur technique (30 %) et la performance environnementale (10 %).',
      {
        text: 'Les offres sont jugées sur le prix (60 %) et la valeur technique (40 %).',
        head: { date: '2026-08-20' },
      },
      '## Critères\n\n- Prix : 60 %\n- Valeur technique : 40 %, dont :\n  - méthode : 30 % ;\n  - réparabilité du matériel : 10 %.\n',
      '## Critères\n\n- Prix : 60 %\n- Valeur technique : 40 %\n\nLa valeur technique est appréciée au regard de la méthode et des mesures de réduction des déchets.\n',
      '## Jugement\n\n8.1 Les offres sont notées sur 100 points.\n\nPrix : 45 points\nNote = 45 x (montant le plus bas / montant de l’offre examinée).\n\nValeur technique : 40 points\n\n- justesse de la mesure : 30 points\n- délai d’intervention (moins de deux heures : 10 points ; de deux à quatre heures : 5 points ; au-delà : 0) : 10 points\n\nPerformance environnementale : 15 points\n\n- durée de vie garantie, en années : 8 points\n- part de matières recyclées : 7 points\n',
      'Seul le prix est pris en considération.',
      '## Lots\n\nDeux lots attribués séparément ; les offres sont jugées lot par lot :\n\n| Lot | Intitulé | Montant estimé | CPV |\n|---|---|---:|---|\n| 1 | Fours et lave-vaisselle | 78 000 | 39314000-6 |\n| 2 | Maintenance du parc | 36 000 | 50883000-8 |\n\n## Choix\n\n| Critères | Lot 1 | Lot 2 |\n|---|---|---|\n| Prix | 60 % | 50 % |\n| Réemploi du matériel | 40 % | 50 % |\n',
      '# RC\n\nLe présent marché n’a pas de critères : ils figurent dans l’avis de marché.\n',
    ],
    limits: [],
  },
  *check(piece) {
    if (isResearch(piece)) return;
    const grids = lacking(piece, piece.ask(criteres));
    const [first, ...others] = grids;
    if (!first) return;
    const numbers = [...new Set(grids.flatMap((g) => g.lots))];
    const lots =
      numbers.length === 0
        ? ''
        : numbers.length === 1
          ? `, pour le lot ${numbers[0]},`
          : `, pour les lots ${numbers.join(', ')},`;
    const fix = fixFor(piece, [first, ...others]);
    yield {
      at: first.announce ?? opening(first),
      message: 'absent',
      rests: [REFORM],
      data: { lots },
      fixes: fix ? [fix] : [],
      related: others.map((g) => ({ piece, at: opening(g), message: 'Ces critères non plus.' })),
    };
  },
});
