import type { Passage, Sentence } from '../../kit/draft.ts';
import type { Piece } from '../../kit/piece.ts';
import { cover, type Span, TOP } from '../../kit/span.ts';
import { type Reference, references } from './references.ts';
import { isStandard } from './references-roles.ts';

/** References that one sentence, the items of one list of references or the cells of one table demand without an equivalent. */
export interface Demand {
  readonly references: readonly Reference[];
  /** Those of each sentence, in order: a mention goes after the last of each. */
  readonly sentences: readonly (readonly Reference[])[];
  /** The first of them, or the run of neighbours that it begins. */
  readonly at: Span;
}

/** A run holds names with nothing but a few joining words between. */
const JOIN =
  /^[ ,;:/()"&-]*(?:(?:et|ou|aux?|a la|la|le|les|l'|norme|normes|de|modele|type|reference|gamme|serie|\+)[ ,:']*){0,4}$/;

const run = (all: readonly Reference[]): readonly Reference[] => {
  const out: Reference[] = [];
  for (const r of all) {
    const last = out[out.length - 1];
    if (last && !JOIN.test(r.sentence.folded.slice(last.to, r.from))) break;
    out.push(r);
  }
  return out;
};

const spanOf = (all: readonly Reference[]): Span => run(all).reduce((at, r) => cover(at, r.at), all[0]?.at ?? TOP);

/** An item that begins with its reference: « - NF DTU 20.1 : maçonnerie ». */
const isBare = (r: Reference) =>
  /^ ?(?:(?:la|le|les|l'|normes?|labels?|certifications?|certificats?|marques?|documents?|selon|des|du|de|d'|au|aux|a) ?)*$/.test(
    r.sentence.folded.slice(0, r.from),
  );
const sameList = (a: Passage, b: Passage) =>
  a.list !== undefined && b.list !== undefined && a.block === b.block && a.list.list === b.list.list;

/** « | Conteneurs | Docker ≥ 24.0 | »: products of which the cells alone tell, one finding to a table. */
const isSameTable = (a: Reference, b: Reference) =>
  a.doubtful &&
  b.doubtful &&
  a.sentence.passage.table !== undefined &&
  a.sentence.passage.table === b.sentence.passage.table;

const bySentence = (all: readonly Reference[]): Reference[][] => {
  const out: Reference[][] = [];
  let last: Sentence | undefined;
  for (const r of all) {
    if (r.sentence === last) out[out.length - 1]?.push(r);
    else out.push([r]);
    last = r.sentence;
  }
  return out;
};

/** Demands for standards (`standards`) or for goods, with no equivalent admitted, in order. */
export function demands(piece: Piece, standards: boolean): readonly Demand[] {
  const wanted = piece
    .ask(references)
    .filter(
      (r) =>
        isStandard(r) === standards &&
        r.role === 'exigee' &&
        r.equivalence === undefined &&
        (standards || !r.justified),
    );
  const groups: Reference[][][] = [];
  for (const one of bySentence(wanted)) {
    const previous = groups[groups.length - 1]?.at(-1)?.[0];
    const first = one[0] as Reference;
    const isNext =
      previous !== undefined &&
      (standards
        ? isBare(previous) && isBare(first) && sameList(previous.sentence.passage, first.sentence.passage)
        : isSameTable(previous, first));
    if (isNext) groups[groups.length - 1]?.push(one);
    else groups.push([one]);
  }
  return groups.map((sentences) => ({ references: sentences.flat(), sentences, at: spanOf(sentences[0] ?? []) }));
}

const NOUNS: readonly (readonly [pattern: RegExp, feminine: boolean])[] = [
  [/(?:normes?|certifications?|qualifications?|exigences?|marques?)$/, true],
  [/(?:labels?|dtu|certificats?|referentiels?|agrements?|standards?|avis techniques?|eurocodes?)$/, false],
];

/** « ou équivalent », in the gender and number of the noun that stands before the references. */
export function equivalentFor(all: readonly Reference[]): string {
  const first = all[0];
  const together = run(all);
  if (!first || !isStandard(first)) return 'ou équivalent';
  const before = first.sentence.folded
    .slice(0, first.from)
    .replace(/[ ":(]+$/, '')
    .replace(/ (?:de|d'|du|la|le|francaise|europeenne|francaises|europeennes)$/, '');
  const found = NOUNS.find(([pattern]) => pattern.test(before));
  const itself = /^(?:dtu|d\.t\.u|eurocode|nf dtu|avis)/.test(first.sentence.folded.slice(first.from));
  const many = found ? /s$/.test(before) && !/avis technique$/.test(before) : false;
  const plural = many || (together.length > 1 && (found !== undefined || itself)) ? 's' : '';
  return `ou équivalent${found?.[1] ? 'e' : ''}${plural}`;
}

/** Where the mention goes: after the last reference of the sentence, and after the quote or bracket that closes on it. */
export function afterLast(all: readonly Reference[]): Span {
  const last = all[all.length - 1] as Reference;
  const { sentence, to, at } = last;
  return sentence.folded[to] === '"' ? sentence.at({ from: to, to: to + 1 }) : at;
}
