import { amounts } from '../../kit/french/amounts.ts';
import { plain } from '../../kit/french/fold.ts';
import type { Piece } from '../../kit/piece.ts';
import type { Span } from '../../kit/span.ts';
import { lotNames, trancheNames, wordsAt } from '../commun/index.ts';
import { differ, nameOthers } from '../piece/index.ts';
import { type Tranche, type TrancheAmount, tranches } from '../tranches/index.ts';
import type { Matter, Said } from './dossier.ts';

/** What a piece says of its tranches, one thing at a time. */
export type TrancheSaying =
  /** How many optional tranches; 0 where the piece says that there are none. */
  | { readonly kind: 'nombre'; readonly count: number }
  | { readonly kind: 'objet'; readonly folded: string }
  | {
      readonly kind: 'montant';
      readonly euros: number;
      readonly tax: 'ht' | 'ttc' | undefined;
      /** An estimate and a ceiling may differ; undefined where the text says neither. */
      readonly sort: 'estime' | 'plafond' | undefined;
    };

/** The only lot of the consultation that has tranches; undefined when there are none or several. */
function theLot(piece: Piece): string | undefined {
  const all = new Set(
    piece.consultation.pieces.flatMap((p) => {
      const { listed, announced } = p.ask(tranches);
      return [...listed, ...announced].flatMap((t) => t.lot ?? []);
    }),
  );
  return all.size === 1 ? [...all][0] : undefined;
}

/** Whether the words around a sum call it an estimate or a ceiling. */
function sortOf(piece: Piece, at: Span): 'estime' | 'plafond' | undefined {
  const passage = piece.draft.passageAt(at.start);
  const words = `${passage?.folded ?? ''} ${passage?.table?.headerOf(passage)?.folded ?? ''}`;
  if (/\bestim/.test(words)) return 'estime';
  return /\b(?:plafond|maxim|plafonne)/.test(words) ? 'plafond' : undefined;
}

/** All that a piece says of its tranches, under keys that hold from piece to piece. Empty when it says nothing. */
function trancheSayings(piece: Piece): Said<TrancheSaying>[] {
  const { announced, listed, priced, none } = piece.ask(tranches);
  const only = theLot(piece);
  const scope = (lot: string | undefined) => (lot === only || lot === undefined ? '' : lot);
  const written = (at: Span) => wordsAt(piece.draft, at);
  const out: Said<TrancheSaying>[] = [];
  const number = (count: number, at: Span, lot: string | undefined) => {
    const shown =
      count === 0 ? 'aucune tranche' : `${count} tranche${count > 1 ? 's' : ''} optionnelle${count > 1 ? 's' : ''}`;
    out.push({ piece, at, value: { kind: 'nombre', count }, shown, key: `nombre ${scope(lot)}` });
  };
  for (const a of announced) if (a.optionnelle) number(a.optionnelle.value, a.at, a.lot);
  for (const container of new Set(listed.map((t) => t.container))) {
    const own = listed.filter((t) => t.container === container);
    const optional = own.filter((t) => t.nature === 'optionnelle');
    const [first] = optional;
    // A list of one tranche may leave the others to another place.
    const isAll = own.every((t) => t.lot === first?.lot) && !namesMore(piece, own);
    if (first && new Set(own.map((t) => t.id)).size > 1 && isAll)
      number(new Set(optional.map((t) => t.id)).size, first.whole, first.lot);
  }
  const [denial] = none;
  if (denial && listed.length === 0 && announced.length === 0) {
    const passage = piece.draft.passageAt(denial.start);
    if (passage && lotNames(passage.folded).length === 0) number(0, denial, undefined);
  }
  const price = (id: string, lot: string | undefined, amount: TrancheAmount | undefined, around: Span | undefined) => {
    if (amount?.kind !== 'precise' || amount.value === undefined) return;
    const value = { kind: 'montant', euros: amount.value, tax: amount.tax, sort: sortOf(piece, amount.at) } as const;
    // Beside a VAT or a total, one sum is not put in place of another.
    const simple = around !== undefined && amounts(plain(written(around))).length === 1;
    out.push({ piece, at: amount.at, value, shown: written(amount.at), key: `montant ${id} ${scope(lot)}`, simple });
  };
  for (const t of listed) {
    if (t.object && !isPartTold(t, listed)) {
      const value = { kind: 'objet', folded: t.object.text } as const;
      const { at } = t.object;
      out.push({ piece, at, value, shown: `« ${written(at)} »`, key: `objet ${t.id} ${scope(t.lot)}`, simple: true });
    }
    price(t.id, t.lot, t.amount, t.whole);
  }
  for (const { id, lot, amount } of priced)
    if (!out.some((s) => s.at.start === amount.at.start)) price(id, lot, amount, undefined);
  return out;
}

/** « Quant à la tranche optionnelle 2, elle attendra »: the section knows of one that the list does not set out. */
const namesMore = ({ draft }: Piece, own: readonly Tranche[]): boolean => {
  const sections = new Set(own.map((t) => t.section));
  return draft
    .passagesWith(trancheNames)
    .filter((p) => p.kind === 'paragraph' && sections.has(p.section))
    .flatMap((p) => trancheNames(p.folded))
    .some(
      (n) =>
        n.number &&
        !n.global &&
        own.some((t) => t.nature === n.nature) &&
        !own.some((t) => t.id === `${n.nature}:${n.number}`),
    );
};

/** « La tranche ferme comprend la fourniture de quatre bornes », alone of its tranches: a part of it, and not what it is. */
const isPartTold = ({ passage, container, at, object }: Tranche, all: readonly Tranche[]): boolean =>
  passage.kind === 'paragraph' &&
  !passage.heading &&
  all.filter((t) => t.container === container).length === 1 &&
  PART.test(plain(passage.draft.slice({ start: at.end, end: object?.at.start ?? at.end })));
const PART = /^[ ,]*(?:\([^)]*\) )?(?:comprend|comporte|inclut|prevoit)/;

/** Rates by which a sum without « HT » or « TTC » may be the other with its tax. */
const TAXES = [1, 1.2, 1.1, 1.055, 1.021, 1.085];

/** True when two sayings of one tranche may both be right. */
function agree(
  { value: a, shown: ours }: Said<TrancheSaying>,
  { value: b, shown: theirs }: Said<TrancheSaying>,
): boolean {
  if (a.kind === 'nombre' && b.kind === 'nombre') return a.count === b.count;
  if (a.kind === 'objet' && b.kind === 'objet') return !differ(a.folded, b.folded) && !nameOthers(ours, theirs);
  if (a.kind !== 'montant' || b.kind !== 'montant') return true;
  if (a.sort && b.sort && a.sort !== b.sort) return true;
  const [low, high] = [Math.min(a.euros, b.euros), Math.max(a.euros, b.euros)];
  const rates = a.tax && a.tax === b.tax ? [1] : TAXES;
  return rates.some((rate) => Math.abs(low * rate - high) < 1);
}

/** How many tranches there are, the object and the price of each. */
export const tranchesMatter: Matter<TrancheSaying> = { read: trancheSayings, agree };
