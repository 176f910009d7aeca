import type { Passage, Reader, Section, Sentence } from '../../kit/draft.ts';
import { amounts } from '../../kit/french/amounts.ts';
import type { CountItem } from '../../kit/french/counts.ts';
import { type NumberItem, numbers } from '../../kit/french/numbers.ts';
import { before } from '../../kit/french/scan.ts';
import { defineFact, type Piece } from '../../kit/piece.ts';
import { cover, coverAll, type Span } from '../../kit/span.ts';
import {
  asWritten,
  isForm,
  isOfPastContract,
  isOpposed,
  lotAt,
  MAY_NAME,
  onlyLot,
  TRANCHES_LEFT_OUT,
  type TrancheNature,
  trancheNames,
} from '../commun/index.ts';
import { isOfWorks } from '../piece/index.ts';
import { announcing, nothing, refusing } from './annonce.ts';
import type { Entry } from './entree.ts';
import { firmLotsIn, noneFirmIn } from './ferme.ts';
import { trancheEntries } from './liste.ts';
import { amountIn, isForCandidate, isOfOtherSum } from './montants.ts';
import { RANKED, ranked } from './rangs.ts';

export interface TrancheAmount {
  /** `precise`: a sum, an estimate, a ceiling; `range`: two ends or a bound; `open`: « à définir », « selon devis », a blank. */
  readonly kind: 'precise' | 'range' | 'open';
  /** In euros, when precise. */
  readonly value?: number;
  readonly tax?: 'ht' | 'ttc';
  readonly at: Span;
  /** The blank is a field of a piece that the candidate fills (AE, BPU, DPGF). */
  readonly candidate?: true;
}

/** A tranche as one place of a piece lists it. */
export interface Tranche {
  readonly nature: TrancheNature;
  /** « 1 », « 2 », « a » among those of its nature: as printed, else its rank in its list. */
  readonly number: string;
  /** `optionnelle:2`: the same in every piece, lots apart. */
  readonly id: string;
  /** The lot it belongs to; undefined when the text names none. */
  readonly lot: string | undefined;
  /** The name: « Tranche optionnelle n° 2 ». */
  readonly at: Span;
  /** The item, row, heading or words that list it. */
  readonly whole: Span;
  /** Undefined when the place gives no object. `text` is folded; `ofPart`: it tells of a part alone. */
  readonly object: { readonly at: Span; readonly text: string; readonly ofPart?: true } | undefined;
  /** Undefined when the place says nothing of a price. */
  readonly amount: TrancheAmount | undefined;
  readonly passage: Passage;
  readonly section: Section;
  /** What holds it with its like: equal for the tranches of one table (of a row, where rows are lots), list or run of headings. */
  readonly container: unknown;
}

export interface TrancheCount {
  readonly value: number;
  /** The number and what it counts: « deux tranches optionnelles ». */
  readonly at: Span;
}

/** « une tranche ferme et deux tranches optionnelles »: what the text says there are. */
export interface TrancheAnnouncement {
  readonly ferme?: TrancheCount;
  readonly optionnelle?: TrancheCount;
  /** Of either nature: « trois tranches ». */
  readonly total?: TrancheCount;
  readonly lot: string | undefined;
  /** From the first number to the last thing counted. */
  readonly at: Span;
  readonly sentence: Sentence;
}

export interface Tranches {
  readonly announced: readonly TrancheAnnouncement[];
  /** Every place that lists a tranche, in order: one tranche may have several. */
  readonly listed: readonly Tranche[];
  /** Prices that a sentence gives for a tranche, listed there or not: « le prix de la tranche ferme est de 96 000 € ». */
  readonly priced: readonly { readonly id: string; readonly lot: string | undefined; readonly amount: TrancheAmount }[];
  /** « ne comporte pas de tranches », « sans objet » under a title « Tranches ». */
  readonly none: readonly Span[];
  /** What a sentence says that they hold by their place among those named before: « la première le hall, la seconde la cour ». */
  readonly told: readonly {
    readonly id: string;
    readonly lot: string | undefined;
    readonly object: NonNullable<Tranche['object']>;
  }[];
  /** « Toutes les tranches sont optionnelles », « sans tranche ferme »: where it says that none is firm. */
  readonly noneFirm: Span | undefined;
  /** True when the text names a tranche ferme at all. */
  readonly ferme: boolean;
  /** The lots of the places that name one; undefined: any. */
  readonly firmLots: readonly (string | undefined)[];
}

/** Numbers the tranches that print none by their rank, and those that count all tranches by their nature. */
function numbered(entries: readonly Entry[]): Tranche[] {
  const like = grouped(entries, (e) => e.container);
  const sorts = new Map<unknown, Sort[]>();
  for (const [container, all] of like)
    sorts.set(
      container,
      [...grouped(all, (e) => e.name.nature)].map(([nature, same]) => ({
        nature,
        globals: same.flatMap((o) => (o.name.global ? Number(o.name.number) : [])),
        // A contract, or a lot, has one firm tranche, however many rows detail it.
        ranks: nature === 'ferme' ? NO_RANK : ranksOf(same.filter((o) => o.name.number === undefined)),
      })),
    );
  return entries.map((e) => {
    const all = sorts.get(e.container) ?? [];
    let number = e.name.number;
    if (e.name.global && number && /^\d+$/.test(number)) {
      const own = Number(number);
      const below = all.filter((o) => o.nature !== e.name.nature).flatMap((o) => o.globals.filter((n) => n < own));
      number = String(own - below.length);
    }
    number ??= String(all.find((o) => o.nature === e.name.nature)?.ranks.get(e) ?? 1);
    const { name, ...rest } = e;
    return { ...rest, nature: name.nature, number, id: `${name.nature}:${number}` };
  });
}

/** Tranches of one nature in one list, table or section. */
interface Sort {
  readonly nature: unknown;
  /** Numbers of those that count with tranches of the other nature. */
  readonly globals: readonly number[];
  /** Of those that print no number. */
  readonly ranks: ReadonlyMap<Entry, number>;
}

const NO_RANK: ReadonlyMap<Entry, number> = new Map();

function grouped<K, T>(all: readonly T[], keyOf: (one: T) => K): Map<K, T[]> {
  const out = new Map<K, T[]>();
  for (const one of all) {
    const others = out.get(keyOf(one));
    if (others) others.push(one);
    else out.set(keyOf(one), [one]);
  }
  return out;
}

/** Twice the same words in two passages of one section are one tranche; two items of one list are two. */
function ranksOf(bare: readonly Entry[]): ReadonlyMap<Entry, number> {
  const [first] = bare;
  const isList =
    typeof first?.container === 'string' ||
    bare.every((o) => o.passage.cell) ||
    // « le dojo (optionnelle, …) et la patinoire (optionnelle, …) », in one passage, of two things.
    (bare.every((o) => o.passage === first?.passage) &&
      new Set(bare.map((o) => o.object?.text ?? '')).size === bare.length);
  return new Map(bare.map((e, i) => [e, isList ? i + 1 : 1]));
}

const once = (list: readonly Tranche[]): readonly Tranche[] =>
  list.filter((t, i) => list.findIndex((o) => o.id === t.id && o.lot === t.lot) === i);

/** « Estimations respectives : 130 000 et 58 000 euros »: one sum for each tranche that the section has listed, in order. */
function respectively(piece: Piece, listed: readonly Tranche[]): Tranches['priced'] {
  return piece.draft.sentencesWith(RESPECTIVE).flatMap((sentence) => {
    const before = listed.filter((t) => t.at.start < sentence.span.start);
    const here = once(before.filter((t) => t.section === sentence.section));
    // An article on prices speaks of the tranches of an earlier one.
    const own = here.length > 0 ? here : once(before);
    const sums = numbers(sentence.folded).filter((n) => n.value >= 1000);
    if (own.length < 2 || sums.length !== own.length || amounts(sentence.folded).length === 0) return [];
    return own.map(({ id, lot }, i) => {
      const { from, to, value } = sums[i] as NumberItem;
      return { id, lot, amount: { kind: 'precise' as const, value, at: sentence.at({ from, to }) } };
    });
  });
}
const RESPECTIVE = /\brespecti/;

/** What sentences say of « la première », « la seconde », « la ferme », among the tranches that were listed before them. */
function byRank(piece: Piece, listed: readonly Tranche[]): Pick<Tranches, 'priced' | 'told'> {
  const all = piece.draft.sentencesWith(RANKED).flatMap((sentence) => {
    const before = listed.filter((t) => t.at.start < sentence.span.end);
    const near = before.filter((t) => t.section === sentence.section);
    const own = once(near.length > 0 ? near : before);
    if (own.length < 2 || isOfPastContract(sentence)) return [];
    return ranked(sentence).flatMap(({ rank, nature, amount, object, text }) => {
      const natural = own.filter((t) => t.nature === nature);
      const tranche = nature ? (natural.length === 1 ? natural[0] : undefined) : own[rank ?? 0];
      return tranche ? [{ id: tranche.id, lot: tranche.lot, amount, object: object && { at: object, text } }] : [];
    });
  });
  return {
    priced: all.flatMap(({ id, lot, amount }) =>
      amount?.kind === 'precise'
        ? [
            {
              id,
              lot,
              amount: { kind: amount.kind, ...(amount.value !== undefined && { value: amount.value }), at: amount.at },
            },
          ]
        : [],
    ),
    told: all.flatMap(({ id, lot, object }) => (object ? [{ id, lot, object }] : [])),
  };
}

function priced(piece: Piece): Tranches['priced'] {
  const out: { id: string; lot: string | undefined; amount: TrancheAmount }[] = [];
  for (const { value, sentence } of piece.draft.collect(pricing)) {
    if (isOfPastContract(sentence) || isOfWorks(piece, sentence) || isOfOtherSum(sentence)) continue;
    for (const { id, from, to, kind, amount } of value)
      out.push({
        id,
        lot: lotAt(sentence.passage),
        amount: {
          kind,
          ...(amount !== undefined && { value: amount }),
          at: sentence.at({ from, to }),
          ...(kind === 'open' &&
            (/\bcandidats?\b/.test(sentence.folded) ||
              isForCandidate(isForm(piece), sentence.folded.slice(from, to), sentence.folded)) && {
              candidate: true as const,
            }),
        },
      });
  }
  return out;
}

interface Priced {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  readonly kind: TrancheAmount['kind'];
  readonly amount: number | undefined;
}

/** « Lot 1, 900 000 € ; lot 4, 800 000 €, dont 480 000 € pour la tranche ferme »: where the last part that holds a sum begins. */
function nearest(folded: string, from: number, to: number): number {
  const cuts = [...folded.slice(from, to).matchAll(/[;:(]|, |\b(?:dont|soit) /g)].map(
    (cut) => from + cut.index + cut[0].length,
  );
  return cuts.findLast((start) => amountIn(folded.slice(start, to))) ?? from;
}

/** « à l'issue de la tranche ferme » tells when, not of which tranche. */
const AFTERWARDS = /\b(?:issue|fin|terme|apres|resultats|vu|suite|achevement|bilan)(?: [a-z']+){0,2} (?:la |l')?$/;

const pricing: Reader<Priced[]> = (phrase) => {
  if (!phrase.has(MAY_NAME)) return undefined;
  const folded = phrase.folded.replace(TRANCHES_LEFT_OUT, (text) => ' '.repeat(text.length));
  const names = trancheNames(folded).filter((n) => !n.plural && !AFTERWARDS.test(before(folded, n.from, 30)));
  if (names.length === 0) return undefined;
  const id = (n: (typeof names)[number]) => `${n.nature}:${n.number ?? '1'}`;
  const out: Priced[] = [];
  const first = amountIn(folded);
  const push = (n: (typeof names)[number], text: string, offset: number) => {
    const read = amountIn(text);
    if (read)
      out.push({ id: id(n), from: offset + read.from, to: offset + read.to, kind: read.kind, amount: read.value });
  };
  const [only] = names;
  if (names.length === 1 && only) push(only, folded, 0);
  // « X € pour la tranche ferme et Y € pour la tranche optionnelle », or « tranche ferme : X € ; tranche optionnelle : Y € ».
  else if (first && first.from < (only?.from ?? 0))
    names.forEach((n, i) => {
      const start = nearest(folded, names[i - 1]?.to ?? 0, n.from);
      push(n, folded.slice(start, n.from), start);
    });
  else
    names.forEach((n, i) => {
      push(n, folded.slice(n.to, names[i + 1]?.from ?? folded.length), n.to);
    });
  return out;
};

/** « 4 Tranches optionnelles », a title: the number of an article, whose name has its capital. */
const isArticle = ({ passage, text }: Sentence): boolean => passage.isTitle && /^[^\d\p{L}]*\d{1,2} \p{Lu}/u.test(text);

/** The numbers of tranches that sentences announce. */
function announcedIn(draft: Piece['draft']): TrancheAnnouncement[] {
  const announced: TrancheAnnouncement[] = [];
  for (const { value, sentence } of draft.collect(announcing)) {
    if (isArticle(sentence)) continue;
    if (isOfPastContract(sentence) || (sentence.passage.isTitle && !isBareCount(sentence))) continue;
    if (value.bare && !isAboutTranches(sentence)) continue;
    const place = (c: CountItem | undefined) => c && { value: c.value, at: sentence.at(c) };
    const { ferme, optionnelle, total } = value;
    const all = [ferme, optionnelle, total].filter((c) => c !== undefined).map((c) => sentence.at(c));
    announced.push({
      ...(ferme && { ferme: place(ferme) }),
      ...(optionnelle && { optionnelle: place(optionnelle) }),
      ...(total && { total: place(total) }),
      lot: onlyLot(sentence.folded) ?? lotAt(sentence.passage),
      at: coverAll(all),
      sentence,
    } as TrancheAnnouncement);
  }
  return announced;
}

/** The tranches of a contract: those announced, those listed, with object and price. Empty lists when it has none. */
export const tranches = defineFact<Tranches>({
  id: 'tranches',
  title: 'Tranches',
  read(piece) {
    const { draft } = piece;
    const listed = numbered(piece.keep(trancheEntries, () => trancheEntries(piece)));
    const announced = announcedIn(draft);
    const none = [
      ...draft
        .collect(refusing)
        .filter(({ sentence }) => !isOfPastContract(sentence) && !isOpposed(sentence))
        .map(({ value, sentence }) => sentence.at(value)),
      ...draft
        .collect(nothing)
        .filter(
          ({ sentence }) =>
            (!sentence.passage.cell &&
              /^[^a-z]*(?:decomposition en |division en )?tranches\b/.test(sentence.section.title)) ||
            /^tranches\b/.test(label(sentence.passage)),
        )
        .map(({ value, sentence }) => sentence.at(value)),
    ];
    const noneFirm = noneFirmIn(draft);
    const firmLots = [
      ...listed.filter((t) => t.nature === 'ferme').map((t) => t.lot),
      ...announced.filter((a) => a.ferme).map((a) => a.lot),
      ...firmLotsIn(draft, noneFirm),
    ];
    const ferme = firmLots.length > 0;
    const ranks = byRank(piece, listed);
    return {
      announced: merged(announced),
      listed,
      priced: [...priced(piece), ...respectively(piece, listed), ...ranks.priced],
      told: ranks.told,
      none,
      noneFirm: noneFirm?.span,
      ferme,
      firmLots,
    };
  },
  show: ({ announced, listed, none }, { draft }) =>
    announced.length + listed.length + none.length === 0
      ? undefined
      : {
          annoncees: announced.map((a) => ({
            ferme: a.ferme?.value,
            optionnelle: a.optionnelle?.value,
            total: a.total?.value,
            lot: a.lot,
          })),
          listees: listed.map((t) => ({
            tranche: t.id,
            lot: t.lot,
            objet: t.object && asWritten(draft, t.object.at),
            montant: t.amount?.value ?? t.amount?.kind,
          })),
          aucune: none.length > 0,
        },
});

/** « 2. Trois tranches »: a title that says how many, and no more. */
const isBareCount = ({ folded }: Sentence): boolean =>
  /^[^a-z]*(?:\d ?|[a-z]+ )tranches(?: (?:optionnelles|conditionnelles))?[^a-z]*$/.test(folded);

/** The section, or the paragraph that goes on, speaks of tranches. */
const isAboutTranches = ({ passage, section }: Sentence): boolean =>
  passage.has(/\btranches?\b/) || section.heading?.has(/\btranches?\b/) === true;

/** First cell of the row of a cell. */
const label = (passage: Passage): string => passage.rowLabel?.folded.trim() ?? '';

/** « - une tranche ferme ; - deux tranches optionnelles. » is one announcement over two items. */
function merged(all: readonly TrancheAnnouncement[]): TrancheAnnouncement[] {
  const out: TrancheAnnouncement[] = [];
  for (const a of all) {
    const last = out[out.length - 1];
    const sameList =
      last &&
      a.sentence.passage.list &&
      a.sentence.passage.lead === last.sentence.passage.lead &&
      last.sentence.passage.list &&
      a.ferme === undefined &&
      last.optionnelle === undefined;
    if (last && sameList) out[out.length - 1] = { ...last, ...a, at: cover(last.at, a.at), sentence: last.sentence };
    else out.push(a);
  }
  return out;
}

/**
 * True for a tranche that goes by its nature or stands between brackets: where none of its like is priced, or told what it
 * holds, this may be said in words that name none.
 */
export const isNamedInPassing = ({ draft }: Piece, { at }: Tranche): boolean =>
  !/tranche|^\s*t\W?[foc]/i.test(draft.slice(at)) || draft.slice({ start: at.start - 1, end: at.start }) === '(';

/** True when two lots may be one: a text that names no lot speaks of the only one that has tranches. */
export const sameLot = (a: string | undefined, b: string | undefined): boolean =>
  a === undefined || b === undefined || a === b;

/** True when a piece has optional tranches: listed, announced, or priced. */
export const hasOptional = ({ announced, listed, priced }: Tranches): boolean =>
  listed.some((t) => t.nature === 'optionnelle') ||
  announced.some((a) => a.optionnelle) ||
  priced.some(({ id, amount }) => id.startsWith('optionnelle') && amount.kind === 'precise');
