import type { Draft } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import { defineFact, type Piece } from '../../kit/piece.ts';
import type { Span } from '../../kit/span.ts';
import { has } from '../../kit/text.ts';
import type { Critere, Grille } from './arbre.ts';
import { AWARD_TITLE, announcesCriteria, REFERRED, refersElsewhere, zoneOf } from './contexte.ts';
import { priceHeard, readMentions } from './phrase.ts';
import { weightsIn } from './poids-ecrits.ts';
import { gather } from './reunion.ts';

export interface Criteres {
  /**
   * In the order of the text: one for the whole consultation, or one for each lot or set of lots. Empty when the piece
   * gives no award criteria. Criteria for choosing who may bid are no award criteria.
   */
  readonly grilles: readonly Grille[];
  /**
   * Weights that single sentences give to a criterion (« la valeur technique compte pour 55 % »), grids apart or repeated:
   * what a CCTP or a CCAP recalls of the criteria. Empty when no sentence does.
   */
  readonly mentions: readonly Critere[];
  /** Where the piece says that the criteria stand in another document; undefined when it does not. */
  readonly referred: Span | undefined;
  /** Where something announces criteria that could not be read; undefined when there is nothing of the kind. */
  readonly unread: Span | undefined;
  /** Heading under which the piece judges offers, where criteria would stand; undefined when it has none. */
  readonly heading: Span | undefined;
}

/** What a piece says of its award criteria: a tree with weights for each set of lots. */
export const criteres = defineFact<Criteres>({
  id: 'criteres',
  title: "Critères d'attribution",
  read(piece: Piece) {
    const { draft, keep } = piece;
    const read: readonly Grille[] = keep(gather, () => gather(draft));
    const grilles = [...read, ...priceHeard(piece, read)];
    return {
      grilles,
      mentions: keep(readMentions, () => readMentions(draft)),
      referred: draft.sentencesWith(REFERRED).find(refersElsewhere)?.span,
      unread: grilles.length > 0 ? undefined : unreadIn(draft),
      heading: awardHeading(draft),
    };
  },
  show: ({ grilles, referred }, piece) => {
    if (grilles.length === 0) return referred && { renvoi: piece.draft.slice(referred) };
    return grilles.map((g) => ({
      ...(g.lots.length > 0 && { lots: g.lots }),
      forme: g.place,
      ...(g.ranked && { ordre: 'décroissant' }),
      ...(g.single && { unique: true }),
      ...(g.total && { total: g.total.value }),
      criteres: g.criteria.map(showCritere),
    }));
  },
});

const UNITS = { percent: ' %', points: ' points', bare: '', coefficient: ' (coefficient)' } as const;

const showCritere = (c: Critere): unknown => ({
  nom: c.name,
  ...(c.weight && {
    poids: `${c.weight.value}${c.weight.upper === undefined ? '' : ` à ${c.weight.upper}`}${UNITS[c.weight.unit]}`,
  }),
  sujets: c.subjects,
  ...(c.children.length > 0 && { 'sous-criteres': c.children.map(showCritere) }),
});

const awardHeading = (draft: Draft): Span | undefined =>
  draft.headings.find((h) => has(h.heading?.title ?? '', AWARD_TITLE) && zoneOf(h.section) === 'award')?.span;

const UNREAD = fr`critères? (?:d'attribution |de jugement |de choix |de sélection |des offres |pondérés )*(?:suivants|ci[- ](?:dessous|après)|énumérés|sont|seront|:)|(?:selon|suivant|sur) les critères`;

/** A sentence that announces criteria, in the part that judges offers, and is followed by something. */
function unreadIn(draft: Draft): Span | undefined {
  const s = draft
    .sentencesWith(UNREAD)
    .find((x) => x.read(announcesCriteria) && zoneOf(x.section) !== 'candidature' && hasMore(x));
  const weighed = draft
    .sentencesWith(PRICE)
    .find(
      (x) =>
        x.read(weightsIn).length > 1 &&
        zoneOf(x.section) !== 'candidature' &&
        !/avance|penalit|retenue|tva/.test(x.folded),
    );
  const weighing = draft
    .sentencesWith(PRICE)
    .find(
      (x) =>
        x.has(WEIGHING) && x.has(QUALITY) && zoneOf(x.section) === 'award' && !x.has(fr`négoci[a-zé]+|mise au point`),
    );
  return s?.span ?? weighed?.span ?? weighing?.span;
}
const PRICE = /prix|cout|financi/;
const QUALITY = /technique|qualit|delai/;
const WEIGHING = fr`pris(?:e|es)? en (?:compte|considération)|tien(?:t|dra|nent|dront) compte|tenu compte|au (?:regard|vu)|en fonction|critères?|selon`;

const hasMore = (s: Draft['sentences'][number]): boolean => {
  if (s.next || !/:\s*$/.test(s.folded)) return !/:\s*$/.test(s.folded) && /:/.test(s.folded);
  const { after } = s.passage;
  return (
    after !== undefined &&
    after.heading === undefined &&
    (after.list !== undefined || after.cell !== undefined || /%|point/.test(after.folded))
  );
};
