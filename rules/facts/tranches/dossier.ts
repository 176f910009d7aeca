import type { Passage } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import type { Consultation, Piece, PieceKind } from '../../kit/piece.ts';
import { areNamed, isForm, lotAt, namesAt, type TrancheName, trancheNames } from '../commun/index.ts';
import { isHeldByAnother, standingFor } from '../piece/index.ts';
import { LATER } from './entree.ts';
import { amountIn } from './montants.ts';
import { sameLot, type Tranche, type TrancheAmount, tranches } from './tranches.ts';

/** A tranche with every place of the consultation that lists it. */
export interface DossierTranche {
  readonly id: string;
  readonly lot: string | undefined;
  /** In the order of the pieces RC, CCTP, CCAP, AE, then the others. */
  readonly places: readonly { readonly piece: Piece; readonly tranche: Tranche }[];
  /** The most that the consultation says of its price; undefined when nothing. */
  readonly amount: TrancheAmount | undefined;
  /** A piece that the candidate fills has the field for its price. */
  readonly field: boolean;
  readonly object: Tranche['object'];
}

const ORDER: readonly PieceKind[] = ['rc', 'cctp', 'ccap', 'ae', 'programme-fonctionnel', 'autre'];

/** A line of a form that speaks of tranches, whichever they are. */
const ON_TRANCHES = fr`tranches?|t[foc] ?\d*`;
const BLANK = /\.{4,}|_{3,}/;
/** « chaque tranche », « les tranches ferme et optionnelles »: the field is for all. */
const ALL = fr`(?:chaque|par|toutes (?:les )?) ?tranches?|tranches? fermes? (?:et|ou|,)(?: les?| la| une?| des)? ?(?:tranches? )?(?:optionnelles?|conditionnelles?)`;

/** A field that the candidate fills with a price: for the tranches that its line names, else its heading; for all where neither does. */
interface Field {
  readonly names: readonly TrancheName[];
  readonly lot: string | undefined;
}

/** The fields of a piece for prices, those in the rows and columns of its tables apart: these are prices of the tranches listed there. */
const fieldsOf = (piece: Piece): Field[] =>
  !isForm(piece)
    ? []
    : piece.draft
        .passagesWith(ON_TRANCHES)
        .filter((p) => p.has(BLANK) && (!p.has(LATER) || amountIn(p.folded) !== undefined))
        .map((p) => ({ names: namesFor(p), lot: lotAt(p) }));

function namesFor(passage: Passage): readonly TrancheName[] {
  return passage.has(ALL) ? [] : namesAt(passage, trancheNames(passage.folded));
}

/** Things of a list by their `id`, in order. */
export function byId<T extends { readonly id: string }>(list: readonly T[]): (id: string) => readonly T[] {
  const all = new Map<string, T[]>();
  for (const one of list) {
    const others = all.get(one.id);
    if (others) others.push(one);
    else all.set(one.id, [one]);
  }
  return (id) => all.get(id) ?? [];
}

/** The tranches of a consultation, pieces put together, in order of first listing. */
export function dossierTranches(consultation: Consultation): DossierTranche[] {
  const pieces = consultation.of(...ORDER);
  const all = pieces.flatMap((piece) =>
    piece.ask(tranches).listed.map((tranche) => ({ id: tranche.id, piece, tranche })),
  );
  const placesOf = byId(all);
  const pricedOf = byId(pieces.flatMap((piece) => piece.ask(tranches).priced));
  interface Group {
    readonly id: string;
    lot: string | undefined;
    readonly places: { piece: Piece; tranche: Tranche }[];
  }
  const groups: Group[] = [];
  const groupsOf = new Map<string, Group[]>();
  for (const { id, piece, tranche } of all) {
    const { lot } = tranche;
    const known = groupsOf.get(id) ?? [];
    groupsOf.set(id, known);
    const group = known.find((g) => sameLot(g.lot, lot));
    if (group) {
      group.places.push({ piece, tranche });
      group.lot ??= lot;
    } else {
      const made = { id, lot, places: [{ piece, tranche }] };
      groups.push(made);
      known.push(made);
    }
  }
  const toldOf = pieces.flatMap((piece) => piece.ask(tranches).told);
  const fields = pieces.flatMap((p) => p.keep(fieldsOf, () => fieldsOf(p)));
  return groups.map(({ id, lot, places }) => {
    // What is said without a lot goes for each of them.
    const said = placesOf(id).flatMap(({ tranche }) => (sameLot(tranche.lot, lot) ? tranche : []));
    const sums = [
      ...said.map((t) => t.amount).filter((a) => a !== undefined),
      ...pricedOf(id)
        .filter((p) => sameLot(p.lot, lot))
        .map((p) => p.amount),
    ];
    return {
      id,
      lot,
      places,
      amount: sums.find((a) => a.kind === 'precise') ?? sums.find((a) => !a.candidate),
      field:
        sums.some((a) => a.candidate) ||
        fields.some((f) => sameLot(f.lot, lot) && areNamed(f.names, places[0]?.tranche.nature, id)),
      object: [
        ...said.map((t) => t.object),
        ...toldOf.filter((t) => t.id === id && sameLot(t.lot, lot)).map((t) => t.object),
      ].find((o) => o !== undefined),
    };
  });
}

const NAMED: readonly (readonly [PieceKind | RegExp, RegExp])[] = [
  ['ae', fr`actes? d'engagement|a\.?e\.?`],
  ['ccap', fr`ccap|cahier des clauses administratives particulières`],
  ['cctp', fr`cctp|cahier des clauses techniques particulières|cahier des charges`],
  ['rc', fr`règlement de (?:la )?consultation`],
  [/dpgf|decomposition|detail|dqe/i, fr`dpgf|décomposition du prix global(?: et forfaitaire)?`],
  [/bpu|bordereau/i, fr`bpu|bordereau des prix(?: unitaires)?`],
  [/annexe.*(?:financ|prix)|prix/i, fr`annexe financière`],
];

const STANDING = new Map(NAMED.map(([kind, names]) => [kind, standingFor(names)]));

const PRICES = fr`(?:montants?|prix)`;

/**
 * True when the text names a piece of those kinds (or a schedule of prices) that the folder does not hold: unknown is not
 * absent. `forPrices`: where it speaks of prices alone.
 */
export function namesAbsent(
  consultation: Consultation,
  kinds: readonly (PieceKind | 'prix')[],
  forPrices = false,
): boolean {
  return NAMED.some(([kind, pattern]) => {
    const absent =
      typeof kind === 'string'
        ? kinds.includes(kind) && consultation.of(kind).length === 0
        : kinds.includes('prix') &&
          ![...consultation.files, ...consultation.pieces.map((p) => p.path)].some((f) => kind.test(f));
    const standing = STANDING.get(kind);
    return (
      absent &&
      !(standing && isHeldByAnother(consultation, standing)) &&
      consultation.pieces.some((p) => p.draft.sentencesWith(pattern).some((s) => !forPrices || s.has(PRICES)))
    );
  });
}
