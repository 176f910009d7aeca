import { amounts } from '../../kit/french/amounts.ts';
import { plain } from '../../kit/french/fold.ts';
import { fr } from '../../kit/french/pattern.ts';
import type { Piece } from '../../kit/piece.ts';
import type { Span } from '../../kit/span.ts';
import { has } from '../../kit/text.ts';
import { BY_TIME, lotNames, trancheNames, wordsAt } from '../commun/index.ts';
import { differ, isOfWorks, nameOthers } from '../piece/index.ts';
import { type Tranche, tranches } from '../tranches/index.ts';
import type { Matter, Said } from './dossier.ts';
import { nameAlike } from './objets-voisins.ts';

/** What a piece says of its tranches, one thing at a time. */
export type TrancheSaying =
  /** How many optional tranches; 0 where the piece says that there are none. */
  | { readonly kind: 'nombre'; readonly count: number }
  | { readonly kind: 'objet'; readonly folded: string }
  | {
      readonly kind: 'montant';
      readonly euros: number;
      readonly tax: 'ht' | 'ttc' | undefined;
      readonly sort: Sort | undefined;
      /** Due by the month or the year: no price of the whole. */
      readonly byTime: boolean;
    };

/**
 * An estimate, a ceiling, what the works cost, the whole of a cost that the buyer pays in part and this part may differ;
 * undefined where the text says none of them.
 */
type Sort = 'estime' | 'plafond' | 'travaux' | 'cout-partage' | 'part';

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

/** What the words around a sum call it. */
function sortOf(piece: Piece, at: Span): Sort | undefined {
  const passage = piece.draft.passageAt(at.start);
  const around = [passage, passage?.rowLabel, passage?.table?.headerOf(passage)];
  const words = around.map((p) => p?.folded ?? '').join(' ');
  if (passage?.sentences.some((sentence) => isOfWorks(piece, sentence))) return 'travaux';
  if (has(words, OF_ALL) && passage?.section.passages.some((p) => p.has(SHARED))) return 'cout-partage';
  if (/\bestim/.test(words)) return 'estime';
  if (/\b(?:plafond|maxim|plafonne)/.test(words)) return 'plafond';
  return has(words, SHARE) ? 'part' : undefined;
}

const OF_ALL = fr`coûts? (?:[a-z]+ )?(?:tota(?:l|ux)|comple?ts?|global|globaux)`;
const SHARE = fr`participations?|contributions?|quotes?-parts?|co-?financements?|subventions?`;
const SHARED = fr`${SHARE.source}|partages?|parts? (?:du|de la|de l')`;

/** How a key names a lot: not at all where it is the only one that has tranches. */
type Scope = (lot: string | undefined) => string;
function scopeIn(piece: Piece): Scope {
  const only = theLot(piece);
  return (lot) => (lot === only || lot === undefined ? '' : lot);
}

/** The optional tranches that a list sets out, where it has all of them. */
function optionalIn(piece: Piece, own: readonly Tranche[]): readonly Tranche[] {
  const optional = own.filter((t) => t.nature === 'optionnelle');
  // A list of one tranche may leave the others to another place.
  const isAll = own.every((t) => t.lot === optional[0]?.lot) && !namesMore(piece, own);
  return isAll && new Set(own.map((t) => t.id)).size > 1 ? optional : [];
}

/** Where a piece says that there are no tranches, and neither announces nor lists any; undefined where it says so of a lot. */
function deniedAt(piece: Piece): Span | undefined {
  const { announced, listed, none } = piece.ask(tranches);
  const [denial] = none;
  if (!denial || listed.length > 0 || announced.length > 0) return undefined;
  const passage = piece.draft.passageAt(denial.start);
  return passage && lotNames(passage.folded).length === 0 ? denial : undefined;
}

/** How many optional tranches a piece says, lists or denies. */
function counted(piece: Piece, scope: Scope): Said<TrancheSaying>[] {
  const { announced, listed } = piece.ask(tranches);
  const number = (count: number, at: Span, lot: string | undefined): Said<TrancheSaying> => {
    const shown =
      count === 0 ? 'aucune tranche' : `${count} tranche${count > 1 ? 's' : ''} optionnelle${count > 1 ? 's' : ''}`;
    return { piece, at, value: { kind: 'nombre', count }, shown, key: `nombre ${scope(lot)}` };
  };
  const said = announced.flatMap((a) => (a.optionnelle ? [number(a.optionnelle.value, a.at, a.lot)] : []));
  const inLists = [...new Set(listed.map((t) => t.container))].flatMap((container) => {
    const all = optionalIn(
      piece,
      listed.filter((t) => t.container === container),
    );
    const [first] = all;
    return first ? [number(new Set(all.map((t) => t.id)).size, first.whole, first.lot)] : [];
  });
  const denial = deniedAt(piece);
  return [...said, ...inLists, ...(denial ? [number(0, denial, undefined)] : [])];
}

/** « ajoute le troisième »: known by what stands before, and no object by itself. */
const TAKES_UP =
  /(?<![a-z])(?:identiques?|pareil(?:le)?s?|semblables?|similaires?) (?:a|au|aux)(?![a-z])|(?<![a-z])identiques?(?:,|$)|^[^a-z]*(?:[a-z]+e )?(?:les? |la |l')(?:(?:deux|trois) )?(?:premi|second|deuxiem|troisiem|quatriem|cinquiem|derni|autre|reste|suite|suivant|meme)[a-z]*(?: \([^)]*\))?[^a-z]*$/;

/** « Le titulaire conduit douze entretiens »: part of what is done, and no name of it. */
const DOES =
  /^[^a-z]*(?:(?:le |l'|la |il |elle )(?:titulaire|prestataire|entreprise|entrepreneur|equipe|cabinet|contractant|fournisseur|attributaire) |ils? |elles? )/;

function objectOf(piece: Piece, { id, lot, object }: Tranche, scope: Scope): Said<TrancheSaying>[] {
  if (!object || object.ofPart || [TAKES_UP, DOES].some((p) => p.test(object.text))) return [];
  const { at, text } = object;
  const value = { kind: 'objet', folded: text } as const;
  const shown = `« ${wordsAt(piece.draft, at)} »`;
  return [{ piece, at, value, shown, key: `objet ${id} ${scope(lot)}`, simple: true }];
}

/** The price of a tranche; `around`: what the list says of it, undefined where no list does. */
function priceOf(
  piece: Piece,
  { id, lot, amount }: Pick<Tranche, 'id' | 'lot' | 'amount'>,
  scope: Scope,
  around: Span | undefined,
): Said<TrancheSaying>[] {
  if (amount?.kind !== 'precise' || amount.value === undefined) return [];
  const { at, tax } = amount;
  const byTime = has(plain(wordsAt(piece.draft, at)), BY_TIME);
  const value = { kind: 'montant', euros: amount.value, tax, sort: sortOf(piece, at), byTime } as const;
  // Beside a VAT or a total, one sum is not put in place of another.
  const simple = around !== undefined && amounts(plain(wordsAt(piece.draft, around))).length === 1;
  return [{ piece, at, value, shown: wordsAt(piece.draft, at), key: `montant ${id} ${scope(lot)}`, simple }];
}

/** Objects that differ from place to place of one piece tell parts of a tranche, and not what it is: they are left out. */
function wholeObjects(piece: Piece, listed: readonly Tranche[], scope: Scope): Said<TrancheSaying>[] {
  const all = listed.filter((t) => !isPartTold(t, listed)).flatMap((t) => objectOf(piece, t, scope));
  return all.filter(({ key, value }) => all.every((other) => other.key !== key || isAlike(other.value, value)));
}
const isAlike = (a: TrancheSaying, b: TrancheSaying): boolean =>
  a.kind !== 'objet' || b.kind !== 'objet' || !differ(a.folded, b.folded);

/** All that a piece says of its tranches, under keys that hold from piece to piece. Empty when it says nothing. */
function trancheSayings(piece: Piece): Said<TrancheSaying>[] {
  const { listed, priced } = piece.ask(tranches);
  const scope = scopeIn(piece);
  const objects = wholeObjects(piece, listed, scope);
  const out = [
    ...counted(piece, scope),
    ...listed.flatMap((t) => [
      ...objects.filter(({ at }) => at === t.object?.at),
      ...priceOf(piece, t, scope, t.whole),
    ]),
  ];
  for (const one of priced)
    if (!out.some((s) => s.at.start === one.amount.at.start)) out.push(...priceOf(piece, one, scope, undefined));
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

const namedIn = (piece: Piece): string[] =>
  piece.ask(tranches).listed.flatMap(({ object }) => (object ? [object.text] : []));

/** Rates by which a sum without « HT » or « TTC » may be the other with its tax. */
const TAXES = [1, 1.2, 1.1, 1.055, 1.021, 1.085];

/** True when two sayings of one tranche may both be right. */
function agree(
  { piece, value: a, shown: ours }: Said<TrancheSaying>,
  { piece: other, value: b, shown: theirs }: Said<TrancheSaying>,
): boolean {
  if (a.kind === 'nombre' && b.kind === 'nombre') return a.count === b.count;
  if (a.kind === 'objet' && b.kind === 'objet')
    return (!differ(a.folded, b.folded) && !nameOthers(ours, theirs)) || !nameAlike(namedIn(piece), namedIn(other));
  if (a.kind !== 'montant' || b.kind !== 'montant') return true;
  if (a.byTime !== b.byTime || (a.sort && b.sort && a.sort !== b.sort)) return true;
  const [low, high] = [Math.min(a.euros, b.euros), Math.max(a.euros, b.euros)];
  const rates = a.tax && a.tax === b.tax ? [1] : TAXES;
  return rates.some((rate) => Math.abs(low * rate - high) < 1);
}

/** How many tranches there are, the object and the price of each. */
export const tranchesMatter: Matter<TrancheSaying> = { read: trancheSayings, agree };
