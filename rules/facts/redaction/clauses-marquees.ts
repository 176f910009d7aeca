import type { Passage, Section, Sentence } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import { defineFact, type Piece } from '../../kit/piece.ts';
import { live, type Span } from '../../kit/span.ts';
import {
  droits,
  type Element,
  type Matter,
  matieres,
  type Right,
  type RightsClause,
  readBounds,
  regimes,
} from '../pi/index.ts';

/** What a clause on rights may be reworded around but not lose. */
export type Point = Right | Element | Matter | 'cession' | 'exclusivite' | 'beneficiaires' | 'derogation' | 'redevance';

/** A text that carries the mark of the clause it was made from: `<!-- clause: pi-code-source -->`. */
export interface MarkedClause {
  /** Id written in the mark, in lower case; the library may not have it. */
  readonly id: string;
  readonly section: Section;
  /** What stands after the mark, up to the next heading or mark. Never empty. */
  readonly passages: readonly Passage[];
  /** From the first of them to the end of the last block. */
  readonly span: Span;
}

const MARK = /^\s*clause\s*:\s*(?<id>[a-z0-9-]{3,80})\s*$/i;

/** The clauses of the library that a piece says it holds; a mark with nothing after it is none. */
export const clausesMarquees = defineFact<readonly MarkedClause[]>({
  id: 'clauses-marquees',
  title: 'Clauses venues de la bibliothèque',
  read({ draft }: Piece) {
    const marks = draft.comments.flatMap(({ span, text }) => {
      const id = MARK.exec(text)?.groups?.id;
      return id ? [{ id: id.toLowerCase(), span }] : [];
    });
    return marks.flatMap(({ id, span }, i): MarkedClause[] => {
      const end = marks[i + 1]?.span.start ?? Number.POSITIVE_INFINITY;
      const after = draft.passages.filter((p) => p.node.start >= span.end && p.node.start < end);
      const stop = after.findIndex((p) => p.isTitle);
      const passages = stop < 0 ? after : after.slice(0, stop);
      const first = passages[0];
      const last = passages.at(-1);
      if (!first || !last) return [];
      const whole = live(
        () => Math.max(first.block.start, span.end),
        () => last.block.span.end,
      );
      return [{ id, section: first.section, passages, span: whole }];
    });
  },
  show: (list) => (list.length === 0 ? undefined : list.map((c) => c.id)),
});

const BENEFICIARIES = fr`bénéficiaires?|personnes suivantes|tiers désignés`;
const ROYALTY = fr`redevances?|(?:participation|rémunération|part) proportionnelle|[0-9]+ ?% (?:des recettes|du chiffre)`;
const MATTERS: readonly Matter[] = [
  'resultats',
  'anterieures',
  'anterieures-listees',
  'code-source',
  'tierce-maintenance',
  'garantie',
  'moral-rappele',
  'usage-titulaire-conditionne',
  'commerce-acheteur',
];

/** The points that passages make, each with a place that makes it. What the buyer receives in results goes before prior knowledge. */
export function pointsOf(piece: Piece, passages: readonly Passage[]): ReadonlyMap<Point, Span> {
  const own = new Set(passages);
  const isOwn = ({ sentence }: { readonly sentence: Sentence }) => own.has(sentence.passage);
  const granted = piece.ask(droits).filter((c) => c.acts.some(isOwn));
  const results = granted.filter((c) => !c.prior);
  const grants = results.length > 0 ? results : granted;
  const bounds = grants.length > 0 ? [] : piece.draft.collect(readBounds).filter(isOwn);
  const matters = piece.ask(matieres).filter((m) => isOwn(m) && MATTERS.includes(m.matter));
  const made: readonly Made[] = [
    ...grants.flatMap(madeBy),
    ...bounds.flatMap(({ value, sentence }) => [...value.elements].map(([point, m]): Made => [point, sentence.at(m)])),
    ...matters.map(({ matter, sentence }): Made => [matter, sentence.span]),
    ['derogation', piece.ask(regimes).find((r) => r.derogation && isOwn(r))?.sentence.span],
    ['beneficiaires', passages.find((p) => p.has(BENEFICIARIES))?.span],
    ['redevance', passages.find((p) => p.has(ROYALTY))?.span],
  ];
  const out = new Map<Point, Span>();
  for (const [point, at] of made) if (at && !out.has(point)) out.set(point, at);
  return out;
}

type Made = readonly [Point, Span | undefined];

const madeBy = ({ sentence: { span }, exclusive, recipient, rights, bounds }: RightsClause): readonly Made[] => [
  ['cession', span],
  ['exclusivite', exclusive ? span : undefined],
  ['beneficiaires', recipient ? span : undefined],
  ...[...rights].map((right): Made => [right, span]),
  ...bounds,
];
