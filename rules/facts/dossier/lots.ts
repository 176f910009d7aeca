import type { Piece } from '../../kit/piece.ts';
import type { Span } from '../../kit/span.ts';
import { DIVIDES, isOfWhatIsOwed, isOneRun, type Lot, type Lots, lots } from '../allotissement/index.ts';
import { wordsAt } from '../commun/index.ts';
import { differ, nameOthers } from '../piece/index.ts';
import type { Matter, Said } from './dossier.ts';
import { nameAlike } from './objets-voisins.ts';

/** What a place says of the lots. */
export type LotSaying =
  | {
      readonly kind: 'nombre';
      readonly count: number;
      /** The text says how many there are, or that there are none. */
      readonly stated: boolean;
    }
  | { readonly kind: 'objet'; readonly folded: string };

/** « Lot 6 : les soumissionnaires ne peuvent déposer d'offre pour aucun autre »: what is allowed for a lot, and not what it is. */
const TELLS_BIDDERS =
  /^(?:les? |tout |chaque )?(?:soumissionnaire|candidat|concurrent|operateur|entreprise)s? (?:ne |n'|peu|pour|doi|dev|est |sont |ser)/;

/** True when a list sets out the lots of the contract, and not those that a price or a delay is given for. */
const setsOut = (
  list: NonNullable<Lots['list']>,
  announced: Lots['announced'],
  numbers: ReadonlySet<string>,
): boolean =>
  (announced.some((a) => a.value === numbers.size) ||
    list.columned ||
    /\blots?\b|allot/.test(list.section.title) ||
    [/\blots?\b|\ballot/, DIVIDES].some((p) => list.lots[0]?.passage.lead?.has(p)) ||
    (isOneRun(list) && !isOfWhatIsOwed(list)) ||
    list.lots.every(
      ({ whole, passage }) =>
        passage.list?.checked !== undefined ||
        [passage.draft.slice(whole), passage.text].some((t) => /^\s*[☐☑☒□■]/.test(t)),
    )) &&
  !list.lots.some(({ object }) => object && TELLS_BIDDERS.test(object.text));

/**
 * True when a list, which may be of what is said of each lot, follows the lots of another piece: most of its objects,
 * three at least, are theirs. What is left is another object under the same number.
 */
function follows(piece: Piece, list: NonNullable<Lots['list']>): boolean {
  const named = list.lots.filter((l) => l.object);
  if (named.length < 3 || named.length < list.lots.length) return false;
  return piece.consultation.pieces.some((other) => {
    const theirs = other === piece ? undefined : other.ask(lots).list;
    const alike = named.filter(({ number, object }) => {
      const same = theirs?.lots.find((l) => l.number === number)?.object;
      return object && same && !differ(object.text, same.text);
    });
    return alike.length >= 3 && alike.length * 4 >= named.length * 3;
  });
}

/** True when a list that follows another has all of its lots and more: what is one too many is no part of an operation. */
const exceeds = (piece: Piece, numbers: ReadonlySet<string>): boolean =>
  piece.consultation.pieces.some((other) => {
    const theirs = other === piece ? [] : (other.ask(lots).list?.lots ?? []);
    return theirs.length > 1 && theirs.length < numbers.size && theirs.every((l) => numbers.has(l.number));
  });

/** The first lot that no other list knows, where the others are shorter and name all that they have as this one does. */
const tooMany = (piece: Piece, list: NonNullable<Lots['list']>): Lot | undefined => {
  const others = piece.consultation.pieces.flatMap((p) => (p === piece ? [] : (lotsSetOut(p) ?? [])));
  const known = new Set(others.flatMap((o) => o.lots.map((l) => l.number)));
  const ours = new Set(list.lots.map((l) => l.number));
  return known.size > 0 && [...known].every((n) => ours.has(n))
    ? list.lots.find((l) => !known.has(l.number))
    : undefined;
};

function counted(piece: Piece, count: number, at: Span, stated: boolean): Said<LotSaying> {
  const shown = count === 1 ? 'aucune division en lots' : `${count} lots`;
  return { piece, at, value: { kind: 'nombre', count, stated }, shown, key: 'nombre' };
}

const objectsIn = (piece: Piece, list: NonNullable<Lots['list']>): Said<LotSaying>[] =>
  list.lots.flatMap(({ number, object }) => {
    if (!object) return [];
    const shown = `« ${wordsAt(piece.draft, object.at)} »`;
    const value = { kind: 'objet', folded: object.text } as const;
    return [{ piece, at: object.at, value, shown, key: `lot ${number}`, simple: true }];
  });

/** The lots that a piece sets out as those of the contract; undefined where it lists none. */
export function lotsSetOut(piece: Piece): NonNullable<Lots['list']> | undefined {
  const { announced, list } = piece.ask(lots);
  const numbers = new Set(list?.lots.map((l) => l.number));
  return list && setsOut(list, announced, numbers) ? list : undefined;
}

/** What a piece that sets out no lots says of their number. */
function countSaid(piece: Piece): Said<LotSaying>[] {
  const { announced, list, notAllotted } = piece.ask(lots);
  const [first] = announced;
  const [none] = list ? [] : notAllotted;
  if (!first) return none ? [counted(piece, 1, none.at, true)] : [];
  // A number alone is held against the list of another piece by `allotissement/nombre-incoherent`.
  const isListed = !list && piece.consultation.pieces.some((p) => p !== piece && lotsSetOut(p));
  return first.value > 1 && !isListed ? [counted(piece, first.value, first.at, true)] : [];
}

function read(piece: Piece): Said<LotSaying>[] {
  const { announced, list } = piece.ask(lots);
  const whole = lotsSetOut(piece) !== undefined;
  if (!list || !(whole || follows(piece, list))) return countSaid(piece);
  const numbers = new Set(list.lots.map((l) => l.number));
  const objects = objectsIn(piece, list);
  // Lots 1 A and 1 B may count for one.
  const isPlain = [...numbers].every((n) => /^(?:\d+|[a-h])$/.test(n));
  const at = announced.find((a) => a.value === numbers.size)?.at ?? tooMany(piece, list)?.whole ?? list.lots[0]?.whole;
  if (!at || numbers.size < 2 || !isPlain || !(whole || exceeds(piece, numbers))) return objects;
  return [counted(piece, numbers.size, at, announced.length > 0), ...objects];
}

/** « Second œuvre »: a name of the trade for what another piece spells out. */
const BROAD =
  /^[^a-z]*(?:(?:gros|second)[ -]oeuvre|tous corps d'etat|corps d'etat [a-z]+|clos (?:et )?couvert|finitions?|fluides|lots? techniques?)[^a-z]*$/;
const isBroadOf = (a: string, b: string): boolean => BROAD.test(a) && !BROAD.test(b) && /,| et /.test(b);

/** « Secteur Sud : écoles », « Secteur Sud : crèches »: what follows the same name. */
function differAfterName(a: string, b: string): boolean {
  const [[name, ours], [same, theirs]] = [partsOf(a), partsOf(b)];
  return name === same && ours !== undefined && theirs !== undefined && differ(ours, theirs);
}
const partsOf = (object: string): [string, string | undefined] => {
  const [, name = object, rest] = /^([^:]{3,60}?) ?: ?([^:]+)$/.exec(object) ?? [];
  return [name.trim(), rest];
};

const namedIn = (piece: Piece): string[] =>
  (piece.ask(lots).list?.lots ?? []).flatMap(({ object }) => (object ? [object.text] : []));

/** How many lots there are, and the object of each. */
export const lotsMatter: Matter<LotSaying> = {
  read,
  agree({ piece, value: a, shown: ours }, { piece: other, value: b, shown: theirs }) {
    if (a.kind === 'objet' && b.kind === 'objet')
      return (
        isBroadOf(a.folded, b.folded) ||
        isBroadOf(b.folded, a.folded) ||
        !(differ(a.folded, b.folded) || differAfterName(a.folded, b.folded) || nameOthers(ours, theirs)) ||
        !nameAlike(namedIn(piece), namedIn(other))
      );
    if (a.kind !== 'nombre' || b.kind !== 'nombre') return true;
    // A list alone may name the lots of the whole operation: it does not gainsay « n'est pas alloti ».
    const [less, more] = a.count <= b.count ? [a, b] : [b, a];
    return less.count === more.count || (less.count === 1 && !more.stated);
  },
};
