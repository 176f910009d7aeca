import {
  type Critere,
  criteres,
  criteresAjoutes,
  french,
  type Grille,
  isHeardRanked,
  weightOf,
  weightTotal,
} from '../facts/criteres/index.ts';
import { FORMALISEES, procedure } from '../facts/procedure/index.ts';
import { field, fillCell, insertAfter, replace } from '../kit/fix.ts';
import type { Piece } from '../kit/piece.ts';
import { defineRule, type Fix, type Report } from '../kit/rule.ts';
import { ccp, guide } from '../kit/source.ts';
import { between, endOf, startOf, widen } from '../kit/span.ts';

const WEIGHT = field('poids');

/** What the only criterion without weight would have to weigh; undefined where several lack one, or nothing is left. */
function left(grille: Grille): string | undefined {
  const total = weightTotal(grille);
  if (total?.bare.length !== 1 || total.wanted - total.sum < 0.5) return undefined;
  return french(total.wanted - total.sum);
}

/** What stands between a name and its weight in the list, when that is a sign: « Prix : 40 % »; undefined for parentheses. */
function signOf({ draft }: Piece, { criteria }: Grille): string | undefined {
  const known = criteria.find((c) => c.weight);
  if (!known?.weight || known.weight.at.start < known.at.end) return undefined;
  const sign = draft.slice(between(endOf(known.at), startOf(known.weight.at))).replace(/\*/g, '');
  return /^[ \u00a0\u202f]?[:–—-][ \u00a0]?$/.test(sign) ? sign : undefined;
}

/** Writes a weight, or the place of one, after a name or in the empty cell of the column of weights. */
function fixFor(piece: Piece, grille: Grille, c: Critere, weight = WEIGHT): Fix | undefined {
  if (c.hole) return undefined;
  const unit = grille.criteria.find((x) => x.weight)?.weight?.unit === 'points' ? 'points' : '%';
  const title =
    weight === WEIGHT ? 'Ajouter un poids à compléter' : `Donner au critère ce qui manque : ${weight} ${unit}`;
  const { table } = grille;
  if (!table) {
    const sign = signOf(piece, grille);
    const words = sign ? `${sign}${weight} ${unit}` : ` (${weight} ${unit})`;
    const isBold = piece.draft.slice(widen(endOf(c.at), 0, 2)) === '**';
    return insertAfter(piece, isBold ? widen(endOf(c.at), 0, 2) : c.at, words, title);
  }
  const row = [table.header, ...table.rows].find((r) =>
    r.cells.some((x) => x.node.start <= c.at.start && c.at.end <= x.node.end),
  );
  const known = grille.criteria.find((x) => x.weight && x !== c)?.weight;
  const column = known && piece.draft.passageAt(known.at.start)?.cell?.column;
  const cell = row?.cells.find((x) => x.cell?.column === column);
  if (cell && cell.folded.trim() !== '') return replace(piece, cell.at(), `${weight} ${unit}`, title);
  return fillCell(piece, cell, `${weight} ${unit}`, title) ?? insertAfter(piece, c.at, ` (${weight} ${unit})`, title);
}

/** True when the criteria are printed with numbers, which may be meant as their order. */
const isNumbered = (piece: Piece, { criteria, place }: Grille): boolean =>
  criteria.every(
    (c) =>
      lacks(c) &&
      (c.number !== undefined || (place === 'list' && piece.draft.passageAt(c.at.start)?.list?.ordered === true)),
  );

const lacks = (c: Critere): boolean => weightOf(c) === undefined;

type Reported = Report<'aucune' | 'ordre' | 'une' | 'mapa'>;

/** Nothing to weigh against each other, or a contract of research, out of the code. */
const isExempt = (piece: Piece, { single, criteria }: Grille): boolean =>
  single || criteria.length < 2 || piece.ask(procedure).name === 'recherche-developpement';

function isFormal(piece: Piece): boolean {
  const { name } = piece.ask(procedure);
  return name !== undefined && FORMALISEES.includes(name);
}

function* judge(piece: Piece, grille: Grille): Iterable<Reported> {
  const { criteria } = grille;
  const ranked = grille.ranked || isHeardRanked(piece, grille);
  if (isExempt(piece, grille)) return;
  const formal = isFormal(piece);
  if (formal ? ranked && grille.unweighable : ranked || isNumbered(piece, grille)) return;
  const bare = criteria.filter(lacks);
  const ofFormal = ranked ? 'ordre' : 'aucune';
  if (bare.length === criteria.length) yield { ...ofAll(piece, grille), message: formal ? ofFormal : 'mapa' };
  else for (const c of bare) yield ofOne(piece, grille, c);
}

/** Where it is said that no criterion has a weight, and how to give them all one. */
function ofAll(piece: Piece, grille: Grille) {
  const { criteria, announce, at } = grille;
  const edits = criteria.flatMap((c) => fixFor(piece, grille, c)?.edits ?? []);
  const fixes: Fix[] =
    edits.length > 0 ? [{ title: 'Ajouter un poids à compléter à chaque critère', grade: 'review', edits }] : [];
  const isSentence = announce && !piece.draft.passageAt(announce.start)?.heading;
  return { at: isSentence ? announce : (criteria[0]?.line ?? at), fixes };
}

function ofOne(piece: Piece, grille: Grille, c: Critere): Reported {
  const rest = left(grille);
  const fixes = [rest && fixFor(piece, grille, c, rest), fixFor(piece, grille, c)].filter((f) => typeof f === 'object');
  return { at: c.line, message: 'une', data: { name: c.name }, fixes };
}

export default defineRule({
  id: 'criteres/ponderation-absente',
  title: 'Critères sans pondération',
  level: 'error',
  pieces: ['rc'],
  why: `Dans une procédure formalisée chaque critère a un poids, chiffré ou donné par une fourchette. L'ordre décroissant d'importance ne suffit
que si la pondération est impossible pour des raisons objectives, que le règlement expose. En procédure adaptée, les candidats doivent
au moins connaître l'ordre. Sans cela, un concurrent évincé obtient l'annulation.`,
  sources: [guide('I.E', 10), ccp('R2152-11'), ccp('R2152-12')],
  messages: {
    aucune:
      'Ces critères n’ont ni poids ni fourchette de poids.\nLa procédure formalisée l’exige. Ajouter une pondération à chacun, ou exposer pourquoi elle est objectivement impossible et les classer par ordre décroissant d’importance.',
    ordre:
      'Ces critères sont seulement classés, sans poids.\nDans une procédure formalisée, l’ordre décroissant d’importance n’est admis que si la pondération est objectivement impossible, ce que rien ici n’explique. Ajouter une pondération, ou cette explication.',
    mapa: 'Ces critères n’ont ni poids ni ordre d’importance.\nLes candidats ne savent pas ce qui compte le plus. Ajouter une pondération à chacun, ou dire qu’ils sont classés par ordre décroissant d’importance.',
    ajoute:
      'Ce critère s’ajoute aux autres sans poids ni rang.\nLes candidats ne savent pas ce qu’il pèse, et la grille annoncée ne le compte pas. Lui donner un poids pris sur les autres, ou le supprimer.',
    une: 'Le critère « {name} » n’a pas de poids, alors que d’autres en ont un.\nLa note ne peut pas être calculée comme annoncé. Ajouter sa pondération.',
  },
  examples: {
    bad: [
      '## Jugement\n\nPrix : 40 % ; valeur technique : 60 %.\n\n⟦S’ajoute à ces deux critères celui du délai de mise en service du premier site, mesuré en semaines.⟧',
      {
        text: '## Jugement des offres\n\nCritères classés par ordre décroissant d’importance :\n\n- Prix : 60 %\n- Délai : 40 %\n\n⟦La part confiée à des artisans constitue un critère additionnel de jugement.⟧',
        head: { procedure: 'mapa' },
      },
      '## Critères\n\n- Prix : 60 %\n- Délai : 40 %\n\n⟦Un critère supplémentaire portera sur la proximité des ateliers.⟧',
      {
        text: '## Critères\n\n- ⟦Prix⟧\n- Goût des plats\n- Part de mousse recyclée\n',
        head: { procedure: 'appel-offres-ouvert' },
        fixed: { gains: 'Prix ([à compléter : poids] %)' },
      },
      {
        text: '## Lots et critères\n\nLot 1, bancs : prix (60 %), bois certifié (40 %).\n\n⟦Lot 2, corbeilles : prix, tenue au feu, acier recyclé.⟧',
        head: { procedure: 'appel-offres-ouvert' },
        fixed: { gains: '[à compléter : poids]' },
      },
      {
        text: "## Critères d'attribution\n\n- ⟦le prix⟧ ;\n- la qualité, jugée sur la résistance des plateaux ;\n- l'environnement, jugé sur la part de matière recyclée.\n",
        head: { procedure: 'appel-offres-ouvert' },
        fixed: { gains: 'le prix ([à compléter : poids] %)' },
      },
      {
        text: '## Critères\n\n⟦Les offres sont jugées selon les critères suivants :⟧\n\n- Valeur technique ;\n- Prix.\n',
        head: { procedure: 'appel-offres-ouvert' },
        fixed:
          '## Critères\n\nLes offres sont jugées selon les critères suivants :\n\n- Valeur technique ([à compléter : poids] %) ;\n- Prix ([à compléter : poids] %).\n',
      },
      {
        text: '⟦Les offres sont classées d’après les critères suivants, par ordre décroissant d’importance : 1) délai ; 2) prix.⟧',
        head: { procedure: 'appel-offres-ouvert' },
        fixed:
          'Les offres sont classées d’après les critères suivants, par ordre décroissant d’importance : 1) délai ([à compléter : poids] %) ; 2) prix ([à compléter : poids] %).',
      },
      {
        text: '## Jugement des offres\n\nLes offres sont notées sur cent points :\n\n- Prix : 40 points\n- Qualité : 60 points\n- ⟦Délai de livraison⟧\n',
        head: { procedure: 'dialogue-competitif' },
        fixed:
          '## Jugement des offres\n\nLes offres sont notées sur cent points :\n\n- Prix : 40 points\n- Qualité : 60 points\n- Délai de livraison : [à compléter : poids] points\n',
      },
      {
        text: "⟦Les critères d'attribution sont le prix et la qualité.⟧",
        head: { procedure: 'mapa' },
        fixed:
          "Les critères d'attribution sont le prix ([à compléter : poids] %) et la qualité ([à compléter : poids] %).",
      },
      {
        text: '## Critères\n\n- Prix : 45 %\n- Qualité : 25 %\n- ⟦Délai de livraison⟧\n',
        fixed: '## Critères\n\n- Prix : 45 %\n- Qualité : 25 %\n- Délai de livraison : 30 %\n',
      },
      {
        text: '| Critère | Pondération |\n|---|---|\n| Prix | 45 % |\n⟦| Délai de livraison | |⟧\n',
        fixed: '| Critère | Pondération |\n|---|---|\n| Prix | 45 % |\n| Délai de livraison | 55 % |\n',
      },
      {
        text: '| Critère | Pondération |\n|---|---|\n⟦| Prix | XX % |⟧\n| Valeur technique | 40 % |\n',
        head: { procedure: 'appel-offres-ouvert' },
      },
    ],
    good: [
      '## Dossier\n\nCritères d’attribution, pondération, prise en compte de l’environnement, prime : RC – phase offres, joint à titre d’information.\n',
      '# Règlement de la consultation\n\nLes critères retenus pour le jugement des offres sont pondérés ainsi :\n\n    1. Prix : sur 55 points\n    Note = (offre la moins chère / offre à noter) x 55\n\n    2. Critères techniques : sur 35 points\n    Une note de 0 (non renseigné) à 35 (excellent) est donnée selon les critères\n    techniques du cahier des charges, et en comparaison des autres offres.\n\n    3. Délai de livraison : sur 10 points\n',
      // What is looked at, in a row of its own, is no criterion.
      '## Critères\n\n| Critère | Poids |\n|---|---|\n| 1-Prix | 50 % |\n| 2-Finesse du tracé | 50 % |\n| Appréciée au regard de l’écart mesuré sur l’échantillon | |\n',
      // A scale of marks.
      {
        text: '## 5. Jugement des offres\n\n### 5.1 Critères\n\n| Critère | Lot 1 | Lot 2 |\n|---|---|---|\n| Prix | 60 % | 50 % |\n| Confort des assises | 40 % | 50 % |\n\n### 5.2 Éléments d’appréciation\n\nLes éléments autres que le prix et le confort sont notés sur 5 : 0, sans réponse ; 3, niveau demandé ; 4, niveau dépassé sur un point ; 5, niveau dépassé sur tous.',
        head: { procedure: 'appel-offres-ouvert' },
      },
      // Denied, weighed, part of another, or to part equals.
      '## Critères\n\n- Prix : 60 %\n- Délai : 40 %\n\nAucun critère supplémentaire ne sera pris en compte. En cas d’égalité, le délai constitue un critère complémentaire.',
      '## Critères\n\n- Prix : 60 %\n- Délai : 30 %\n\nLa reprise des emballages constitue un critère additionnel, pondéré à 10 %.',
      '## Visite\n\nDeux séances sont organisées, au choix des candidats :\n\n- le mercredi 16 décembre 2026 à 10 h ;\n- le mardi 5 janvier 2027 à 14 h.\n',
      {
        text: '## Critères\n\n- Prix\n- Goût des plats\n- Gaspillage évité\n\nChacun compte pour un tiers.',
        head: { procedure: 'appel-offres-ouvert' },
      },
      {
        text: '## Critères\n\n- Prix\n- Goût des plats\n- Gaspillage évité\n\nL’ordre de cette liste est celui de leur importance.',
        head: { procedure: 'mapa' },
      },
      '## Critères\n\n| Critère | Poids |\n|---|---|\n| Prix | 60 % |\n| Valeur technique | 40 % |\n\n| Critère | Ce qui est regardé |\n|---|---|\n| Prix | Total du formulaire |\n| Valeur technique | Débit (25 %), temps de chargement (15 %) |',
      '# RC\n\n## Jugement des offres\n\n### Critères\n\nLes offres sont classées selon les critères suivants :\n\n| Critère | Lot 1 | Lot 2 |\n|---|---|---|\n| Prix | 60 % | 50 % |\n| Performance environnementale | 40 % | 50 % |\n\n### Prix\n\nLa note est égale au poids du critère multiplié par le rapport entre le prix le plus bas et le prix comparé. Le montant comparé est :\n\n- pour le lot n° 1, le montant total du devis type ;\n- pour le lot n° 2, le montant total de la DPGF, options comprises.\n',
      'Le dialogue étant ouvert, il est impossible de fixer à l’avance le poids de chaque critère ; ils sont classés par ordre décroissant d’importance : qualité, prix.',
      // Bullets of one level: weights that make a hundred, and what each is judged on.
      'Les offres sont jugées selon les critères suivants :\n\n- Prix : 40 %\n- Ce critère est noté au vu du bordereau des prix.\n- Valeur technique : 60 %\n- Ce critère est noté au vu du mémoire, sur les points suivants :\n- Organisation du chantier et moyens.\n- Gestion des déchets.',
      '| Critère | Sous-critère | Poids |\n|---|---|---|\n| **A – PRIX** | total du devis | **40 %** |\n| **B – QUALITÉ** | | **60 %** |\n| | B1 – méthode | 35 % |\n| | B2 – équipe | 25 % |\n',
      '## Critères\n\n- prix : 60 points\n- planning de pose : 30 points\n- délai d’intervention (moins de deux heures : 10 points ; de deux à quatre heures : 5 points ; au-delà : 0) : 10 points',
      {
        text: "## Critères d'attribution\n\n- mémoire technique\n- acte d'engagement\n- bordereau des prix\n",
        head: { procedure: 'appel-offres-ouvert' },
      },
      {
        text: 'Les offres sont jugées sur le prix (60 %) et la qualité (40 %).',
        head: { procedure: 'appel-offres-ouvert' },
      },
      {
        text: 'Les offres sont jugées selon les critères suivants, par ordre décroissant d’importance : 1) délai ; 2) prix.',
        head: { procedure: 'mapa' },
      },
      {
        text: '## 6. Critères\n\nLa pondération est objectivement impossible, les solutions possibles étant trop diverses. Les critères sont, par ordre décroissant d’importance :\n\n1. Qualité\n2. Prix\n',
        head: { procedure: 'appel-offres-ouvert' },
      },
      {
        text: '## Critères\n\n- Prix (pondération comprise entre 50 et 80 %)\n- Qualité (pondération comprise entre 20 et 50 %)\n',
        head: { procedure: 'appel-offres-ouvert' },
      },
      { text: 'Seul le prix est pris en considération.', head: { procedure: 'appel-offres-ouvert' } },
      {
        text: '## Critères\n\n| Critères | Sous-critères | Pondération |\n|---|---|---|\n| Valeur technique | Méthode | 30 % |\n| | Moyens | 30 % |\n| Prix | | 40 % |\n',
        head: { procedure: 'appel-offres-ouvert' },
      },
      {
        text: 'Le choix se fait à parts égales entre le prix et la qualité.',
        head: { procedure: 'appel-offres-ouvert' },
      },
    ],
    limits: [
      // A bare « 1. 2. » may be meant as a ranking.
      { text: '## Critères\n\nLes critères sont les suivants :\n\n1. Qualité\n2. Prix\n', head: { procedure: 'mapa' } },
    ],
  },
  *check(piece) {
    const { grilles } = piece.ask(criteres);
    for (const grille of grilles) if (!grille.subsequent) yield* judge(piece, grille);
    if (!grilles.some(({ ranked, criteria }) => ranked || criteria.some((c) => c.weight))) return;
    for (const s of criteresAjoutes(piece)) yield { at: s.at(), message: 'ajoute' };
  },
});
