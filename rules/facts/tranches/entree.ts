import type { Passage, Section } from '../../kit/draft.ts';
import type { Stretch } from '../../kit/french/scan.ts';
import type { Piece } from '../../kit/piece.ts';
import type { Span } from '../../kit/span.ts';
import { isFormAt, lotAt, type TrancheName, trancheNames } from '../commun/index.ts';
import { type AmountRead, isForCandidate } from './montants.ts';

/** A place that lists a tranche, before tranches are numbered. */
export interface Entry {
  readonly name: TrancheName;
  readonly passage: Passage;
  readonly lot: string | undefined;
  /** What holds it with its like: a table, a list, a section, a sentence. */
  readonly container: unknown;
  readonly section: Section;
  /** The name. */
  readonly at: Span;
  /** The row, item, heading or words that list it. */
  readonly whole: Span;
  /** `ofPart`: the label of a row that its column fills, a row of several under its title, what stands under a sub-heading: no more than a part of it. */
  readonly object: { readonly at: Span; readonly text: string; readonly ofPart?: true } | undefined;
  readonly amount: (Omit<AmountRead, 'from' | 'to'> & { readonly at: Span; readonly candidate?: true }) | undefined;
}

export type Amount = NonNullable<Entry['amount']>;

/** What headers and labels say of the cells that go with them. */
export const OBJECT =
  /\b(?:objets?|contenus?|consistance|designations?|descriptions?|descriptifs?|prestations?|intitules?|nature des|libelles?|perimetres?|compositions?|definitions?|travaux|missions?|fournitures)\b/;
export const PRICE = /\b(?:montants?|prix|couts?|estimations?|valeurs?|budgets?|forfaits?|ht|ttc|euros?)\b|€/;
export const LATER =
  /\b(?:delais?|durees?|dates?|calendrier|echeances?|tva|taux|indemnites?|dedit|attente|penalites?|rabais)\b/;
/** Headers of what is done with a tranche, or awaited of it: when it is affirmed, what is handed over and when, what is due. */
export const DEALINGS =
  /\b(?:conditions?|affermi[a-z]*|decisions?|levees?|confirmations?|activations?|livrables?|livraisons?|remises?|remis|jalons?|etapes?|fait generateur|evenements?|declencheurs?|preuves?|indicateurs?|seuils?|objectifs?|resultats?|verifications?|admission|receptions?|paiements?|versements?|acomptes?|facturation|avances?|echeanciers?|plannings?|parts?|pourcentages?)\b/;

/** A tranche that words of a passage name, with what they say of it; `whole` and `object` are places there, `read` after the name. */
export const entryIn = (
  piece: Piece,
  passage: Passage,
  name: TrancheName,
  said: {
    readonly whole: Stretch;
    readonly object: (Stretch & { readonly text: string }) | undefined;
    readonly read: AmountRead | undefined;
  },
): Entry => ({
  name,
  passage,
  lot: lotAt(passage),
  container: passage.section,
  section: passage.section,
  at: passage.at(name),
  whole: passage.at(said.whole),
  object: said.object && { at: passage.at(said.object), text: said.object.text },
  amount: said.read && placed(piece, passage, said.read, name.to),
});

/** A price with its place. `from`: where in the passage the text begins in which it was read. */
export const placed = (piece: Piece, passage: Passage, read: AmountRead, from = 0): Amount => {
  const { kind, value, tax } = read;
  const said = passage.folded.slice(from + read.from, from + read.to);
  const empty = said.trim() === '';
  return {
    kind,
    ...(value !== undefined && { value }),
    ...(tax && { tax }),
    at: empty ? passage.node : passage.at({ from: from + read.from, to: from + read.to }),
    ...(kind === 'open' && isForCandidate(isFormAt(piece, passage), said) && { candidate: true as const }),
  };
};

/** What may stand before the name: « la », « A – », « colonne 2 : ». */
const LABELLED = /^(?:\W*|la |\W*(?:colonne )?(?:[a-h]|\d{1,2}) ?[-:.)] ?(?:la )?)$/;

/** Outside a table of tranches, a cell must say « tranche » or be a whole abbreviation. */
export const named = (cell: Passage): TrancheName | undefined => {
  const name = trancheNames(cell.folded)[0];
  return name && !name.plural && LABELLED.test(cell.folded.slice(0, name.from)) ? name : undefined;
};
