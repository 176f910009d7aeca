import type { Consultation, Piece, PieceKind } from '../../kit/piece.ts';
import type { Doubt, Edit, Fix, Report } from '../../kit/rule.ts';
import { overlaps, type Span, startOf, widen } from '../../kit/span.ts';
import { lots } from '../allotissement/index.ts';
import { wordsAt } from '../commun/index.ts';
import { arePhases, isAnnex, isFormOfPiece, lotsDe } from '../piece/index.ts';

/** What one place of a piece says on a matter that the pieces of a consultation share. */
export interface Said<V> {
  readonly piece: Piece;
  readonly at: Span;
  readonly value: V;
  /** As a message gives it: « trente-six mois ». */
  readonly shown: string;
  /** What is compared with what: a lot, a tranche, a kind of date. Left out: the contract as a whole. */
  readonly key?: string;
  /** The words at `at` are the value and nothing else: one may be written for the other. */
  readonly simple?: boolean;
  /** Set where it was heard. */
  readonly doubt?: Doubt;
}

/** How a matter is read in a piece and compared between two. */
export interface Matter<V> {
  /** Everything a piece says, in the order of the text; empty when it is silent. */
  readonly read: (piece: Piece) => readonly Said<V>[];
  /** True when two places may both be right, or cannot be compared. */
  readonly agree: (a: Said<V>, b: Said<V>) => boolean;
  /** Pieces of another instrument, or forms annexed to a piece (`autre`), that speak of it too, and of the contract where they do. */
  readonly also?: readonly PieceKind[];
  /** The key of one lot for what is said of all of them; undefined for what is not. Left out: lots are never compared with the whole. */
  readonly ofLot?: (said: Said<V>, lot: string) => string | undefined;
}

/** A place that contradicts others: `ours` in its piece, `theirs` in the pieces it is to be read with. */
export interface Dissent<V> {
  readonly ours: Said<V>;
  readonly theirs: readonly Said<V>[];
  readonly fixes: readonly Fix[];
}

/** Pieces of one contract, in the order in which the first is taken for the reference. The other kinds are instruments of their own. */
const ORDER: readonly PieceKind[] = ['rc', 'ccap', 'cctp', 'ae', 'programme-fonctionnel'];

const AT: Partial<Record<PieceKind, string>> = {
  rc: 'au RC',
  ccap: 'au CCAP',
  cctp: 'au CCTP',
  ae: "à l'acte d'engagement",
  'programme-fonctionnel': 'au programme fonctionnel',
};

/** « au CCAP »: where a piece is, for messages. */
export const placeName = (piece: Piece): string => (piece.kinds.length === 1 && AT[piece.kind]) || `dans ${piece.path}`;

/** True on the cover or in a heading: an article that says the same is the better place. */
export function isCover({ piece, at }: Pick<Said<unknown>, 'piece' | 'at'>): boolean {
  const passage = piece.draft.passageAt(at.start);
  if (!passage) return true;
  const titled = passage.isTitle;
  return titled || passage.section.chain.every((s) => s.level <= 1 && !s.number);
}

/** All that a piece says under one key, the better place first. */
type Voice<V> = readonly Said<V>[];

const concur = <V>(a: Voice<V>, b: Voice<V>, agree: Matter<V>['agree']): boolean =>
  a.some((x) => b.some((y) => agree(x, y)));

/** The lots that a piece sets out, or those of the rules of the consultation where it says how many there are. */
function lotsOf(piece: Piece): readonly string[] {
  if (lotsDe(piece).size > 0) return [];
  const { announced, list } = piece.ask(lots);
  const there = announced.some((a) => a.value > 1) ? piece.consultation.of('rc').map((rc) => rc.ask(lots).list) : [];
  return [list, ...there].find((l) => l !== undefined)?.lots.map((l) => l.number) ?? [];
}

/** All that a piece says, what it says of all lots being said of each that it does not name. */
function saidBy<V>(piece: Piece, { read, ofLot }: Matter<V>): readonly Said<V>[] {
  const all = read(piece);
  if (!ofLot || all.length === 0) return all;
  const named = new Set(all.map((s) => s.key ?? ''));
  const of = lotsOf(piece);
  const each = all.flatMap((s) =>
    of.flatMap((lot) => {
      const key = ofLot(s, lot);
      return key === undefined || named.has(key) ? [] : [{ ...s, key }];
    }),
  );
  return [...all, ...each];
}

/** Of what is no piece, a form annexed to one may recall what it says. */
const speaks = (piece: Piece): boolean => piece.kind !== 'autre' || isFormOfPiece(piece);

/** What a piece says under each key. */
function voicesOf<V>(piece: Piece, matter: Matter<V>): ReadonlyMap<string, Voice<V>> {
  const said = new Map<string, Said<V>[]>();
  for (const s of saidBy(piece, matter)) said.set(s.key ?? '', [...(said.get(s.key ?? '') ?? []), s]);
  return new Map([...said].map(([key, all]) => [key, [...all.filter((s) => !isCover(s)), ...all.filter(isCover)]]));
}

/** What several pieces say under each key, each with its voice. */
function byKeyIn<V>(pieces: readonly Piece[], matter: Matter<V>): ReadonlyMap<string, readonly Voice<V>[]> {
  const said = new Map<string, Voice<V>[]>();
  for (const piece of pieces)
    for (const [key, voice] of voicesOf(piece, matter)) said.set(key, [...(said.get(key) ?? []), voice]);
  return said;
}

function voices<V>(consultation: Consultation, matter: Matter<V>): readonly (readonly Voice<V>[])[] {
  const { agree, also = [] } = matter;
  const byKey = new Map<string, Voice<V>[]>();
  for (const kind of [...ORDER, ...also]) {
    // A programme beside the rules of a contest is the contest's.
    if (kind === 'programme-fonctionnel' && consultation.of('reglement-concours').length > 0) continue;
    const pieces = consultation.of(kind).filter((p) => p.kind === kind && speaks(p));
    const own = byKeyIn(pieces, matter);
    // Two pieces of one kind that differ are each for their own part of the contract, unless they are those of its two phases.
    const goTogether = (a: Voice<V>, b: Voice<V>) =>
      a === b || concur(a, b, agree) || (a[0] && b[0] && arePhases(a[0].piece, b[0].piece));
    const areOne = (all: readonly Voice<V>[]) => all.every((a) => all.every((b) => goTogether(a, b)));
    for (const [key, all] of own) {
      // An annex that says otherwise does not silence its piece.
      const main = all.filter(([first]) => first && !isAnnex(first.piece));
      const heard = [all, main].find(areOne);
      if (heard) byKey.set(key, [...(byKey.get(key) ?? []), ...heard]);
    }
  }
  return [...byKey.values()];
}

/** What voices that may differ are held against: the most common. */
function referenceOf<V>(all: readonly Voice<V>[], agree: Matter<V>['agree']): Voice<V> {
  const support = (v: Voice<V>) => all.filter((o) => concur(v, o, agree)).length;
  const most = all.reduce((best, v) => (support(v) > support(best) ? v : best));
  // A piece that says less than two others agrees with both, which may not agree with each other.
  const isPlain = all.every((v) => v.every((a) => v.every((b) => agree(a, b))));
  const isUndisputed = support(most) === all.length;
  return (isPlain && isUndisputed && all.find((v) => support(v) < all.length)) || most;
}

/** Where those who speak of one thing contradict each other. */
function dissentsAmong<V>(all: readonly Voice<V>[], agree: Matter<V>['agree']): readonly Dissent<V>[] {
  if (all.length < 2) return [];
  const reference = referenceOf(all, agree);
  const apart = all.filter((o) => !concur(reference, o, agree));
  const [common] = reference;
  const heads = apart.flatMap((v) => v.slice(0, 1));
  if (!common || heads.length === 0) return [];
  const align = heads.every((h) => h.simple) && common.simple ? bringInLine(apart, common) : undefined;
  const back = align && all.length === 2 ? bringInLine([reference], heads[0] as Said<V>) : undefined;
  const both = [align, back].filter((f) => f !== undefined);
  const each = heads.map((head, i) => {
    const own = align && heads.length > 1 ? [bringInLine([apart[i] as Voice<V>], common)] : both;
    return { ours: head, theirs: [common], fixes: own };
  });
  return [{ ours: common, theirs: heads, fixes: both }, ...each];
}

/**
 * Where the pieces of a consultation contradict each other: each piece that dissents from the most common value, and the
 * first of those that hold it. A piece that says several things agrees with each of them.
 */
export function dissents<V>(consultation: Consultation, matter: Matter<V>): readonly Dissent<V>[] {
  // Whoever speaks alone is not read: nothing can contradict it.
  if (consultation.of(...ORDER, ...(matter.also ?? [])).length < 2) return [];
  return voices(consultation, matter).flatMap((all) => dissentsAmong(all, matter.agree));
}

const written = ({ piece, at }: Said<unknown>): string => wordsAt(piece.draft, at);

/** « d'un an » becomes « de deux ans », and back: the preposition follows the word put after it. */
function fitting({ piece, at }: Said<unknown>, text: string): Edit {
  const vowel = /^(?!huit|onze)[aeéèêiouh]/i.test(text);
  const before = /(?<![\p{L}])d(['’]|e )$/u.exec(piece.draft.slice(widen(startOf(at), 4, 0)));
  if (!before || vowel === (before[1] !== 'e ')) return { piece, at, text };
  return { piece, at: widen(at, before[0].length, 0), text: `${vowel ? "d'" : 'de '}${text}` };
}

/** Writes the value of one place in all the places of others. */
function bringInLine(others: readonly Voice<unknown>[], model: Said<unknown>): Fix {
  const text = written(model);
  const all = others.flatMap((v) => v.filter((s) => s.simple).map((s) => fitting(s, text)));
  // One place may be said twice, whole and in part: it is written once.
  const edits = all.filter((e, i) => !all.slice(0, i).some((b) => b.piece === e.piece && overlaps(b.at, e.at)));
  const where = others.flatMap((v) => v.slice(0, 1)).map((s) => placeName(s.piece));
  return { title: `Écrire « ${text} » ${where.join(' et ')}, comme ${placeName(model.piece)}`, grade: 'review', edits };
}

/**
 * The reports of a rule on one piece. Messages have `{ours}` (what stands here) and `{theirs}` (« X » au CCAP). `message`
 * chooses one by what is said; all places are related.
 */
export function* discord<V, M extends string>(
  piece: Piece,
  matter: Matter<V>,
  message: (ours: Said<V>) => M,
): Generator<Report<M>> {
  const met = new Set<string>();
  for (const { ours, theirs, fixes } of dissents(piece.consultation, matter)) {
    // One place may speak of several lots.
    const told = `${ours.at.start} ${message(ours)}`;
    if (ours.piece !== piece || met.has(told)) continue;
    met.add(told);
    yield {
      at: ours.at,
      message: message(ours),
      doubt: ours.doubt ?? theirs.find((t) => t.doubt)?.doubt,
      data: {
        ours: ours.shown,
        theirs: theirs.map((t) => `${t.shown} ${placeName(t.piece)}`).join(' et '),
      },
      related: [
        ...theirs.map((t) => ({ piece: t.piece, at: t.at, message: `On lit ${placeName(t.piece)} : ${t.shown}.` })),
        ...alsoWritten([ours, ...theirs], fixes),
      ],
      ...(fixes.length > 0 && { fixes }),
    };
  }
}

/** The further places that the fixes write in. */
function alsoWritten(known: readonly Said<unknown>[], fixes: readonly Fix[]): NonNullable<Report['related']> {
  return fixes
    .flatMap((f) => f.edits)
    .flatMap(({ piece, at }) => {
      if (!piece || known.some((k) => k.piece === piece && overlaps(k.at, at))) return [];
      const words = wordsAt(piece.draft, at);
      return [{ piece, at, message: `On lit ${placeName(piece)} : « ${words} ».` }];
    });
}
