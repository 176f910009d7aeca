import type { Passage, Table } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import type { Piece } from '../../kit/piece.ts';
import { overlaps } from '../../kit/span.ts';
import { datedRules } from '../../law/law.ts';
import { answering } from '../commun/index.ts';
import { procedure } from '../procedure/index.ts';
import { declinesExclusion } from '../recherche/index.ts';
import { type Critere, type Grille, walk } from './arbre.ts';
import { isEnvironmental } from './sujet.ts';

/** The day from which one criterion at least takes the environment into account, and a single criterion is a cost that does. */
export const REFORM = datedRules.environmentalCriterion;

/** True when a criterion, what is under it or what it is judged on takes the environment into account. */
export const isGreen = (c: Critere): boolean =>
  walk(c).some((x) => isEnvironmental(x.folded) || x.definition.some((d) => isEnvironmental(d.folded)));

/** True when the single criterion of a grid is the price, or a cost that leaves the environment out where the law wants it in. */
export function isPriceAlone(grille: Grille, date: string): boolean {
  const [only, second] = grille.criteria;
  if (!grille.single || !only || second) return false;
  const priced = only.subjects.includes('prix');
  const cost = only.subjects.includes('cout-global');
  const green = isGreen(only);
  if (cost) return date >= REFORM.date && !green;
  return priced && !(green && /cout/.test(only.folded));
}

const OUT_OF_CODE = fr`L\. ?2512-5|exclu(?:sion|s|e)?[^.;]{0,80}recherche(?: et (?:de )?développement)?`;

/** True when the contract is taken out of the code by the exclusion for research. */
export const isResearch = (piece: Piece): boolean =>
  piece.ask(procedure).name === 'recherche-developpement' ||
  piece.draft.sentencesWith(OUT_OF_CODE).some((s) => !declinesExclusion(s));

/** A line of the grid, or what is said of one, that is heard to note the environment. */
export const isHeardGreen = (piece: Piece, grille: Grille): boolean => {
  const places = grille.criteria.flatMap(walk).flatMap((c) => [c.line, ...c.definition.map(({ at }) => at)]);
  return (
    answering(
      piece,
      'criteres/environnement-note',
      (s, sure) =>
        (sure || [s, s.passage.rowLabel].some((p) => p?.has(GREENISH))) &&
        !s.has(NOT_NOTED) &&
        !s.has(OF_SERVICE) &&
        places.some((at) => overlaps(at, s.span)),
    ) !== undefined
  );
};

/** Something that the environment may be taken into account by. */
const GREENISH = fr`énerg[a-zé]*|électri[a-z]*|carbone|co ?2|environnement[a-z]*|écolog[a-z]*|éco-?[a-z]+|vert(?:e|s|es)?|déchets?|recycl[a-z]*|réemplo[a-z]*|seconde|sobr[a-zé]*|durab[a-z]*|émissions?|consomm[a-z]*|eaux?|kwh|répar[a-z]*|cycle de vie|transports?|trajets?|déplacements?|véhicules?|kilom[a-zè]*|emball[a-z]*|matières?|matériaux|bio[a-z]*|climat[a-z]*|empreinte|saison[a-z]*|pollu[a-z]*|nuisances?|bruit|papier|bois|labels?|chantier|rejets?|ressources?|naturel[a-z]*|nature|serveurs?|chaleur|chauffage|carburants?|solaire`;
/** A journey judged for what it is worth to the buyer. */
const OF_SERVICE = fr`(?:sécurité|sûreté|ponctualité|régularité|rapidité|délais?|coûts?|prix|assurances?|traçabilité) (?:du |des |de |de la |d')(?:transports?|déplacements?|livraisons?|trajets?|tournées?|acheminements?)`;
const NOT_NOTED = fr`ne (?:compt|ser|not|constitu|f)[a-zé]+ (?:ni |pas |aucun)|n'(?:est|entre|a) (?:ni|pas|aucun)|sans (?:être noté|note|incidence)|hors notation|non notée?s?`;

/** The header of a column that weighs the criteria of one lot. */
const LOT = fr`lots?`;

const named = (cell: Passage, lot: number) => cell.folded.split(/\D+/).includes(String(lot));

/** The columns of a table of criteria where a row more is to be filled. */
export interface GridColumns {
  /** Those that weigh the criteria, for all or for one of the lots. */
  readonly weights: readonly number[];
  /** Those that belong to a lot, whichever. */
  readonly ofLots: readonly number[];
}

/** Where a table of the criteria of some lots weighs them. */
export function columnsOf(table: Table, lots: readonly number[]): GridColumns {
  const headers = [...table.header.cells.entries()];
  const weight = table.column(fr`pondérations?|poids|points?|pts|coefficients?|barème|notes?`);
  const ofLots = headers.flatMap(([i, c]) => (c.has(LOT) ? [i] : []));
  const weighs = (c: Passage, i: number) => i === weight || (ofLots.includes(i) && lots.some((n) => named(c, n)));
  return { weights: headers.flatMap(([i, c]) => (weighs(c, i) ? [i] : [])), ofLots };
}
