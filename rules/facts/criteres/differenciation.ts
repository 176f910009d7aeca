import type { Sentence } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import { defineFact, type Piece } from '../../kit/piece.ts';
import type { Doubt } from '../../kit/rule.ts';
import { overlaps, type Span } from '../../kit/span.ts';
import { isSure, saying, whole, withHeard } from '../commun/index.ts';
import { walk } from './arbre.ts';
import { zoneOf } from './contexte.ts';
import { criteres } from './criteres.ts';
import { ALIKE, CATEGORY, CHANGED, differs, FIRMS, OF_RESULT, OTHER_SHARE, SHARE } from './differe.ts';

/** A place where offers are judged by other rules for a category of candidates. */
export interface Differenciation {
  readonly at: Span;
  readonly doubt?: Doubt;
}

/** Criteria applied or weighted differently by category of candidates; empty when all are judged alike. */
export const differenciations = defineFact<readonly Differenciation[]>({
  id: 'criteres-differencies',
  title: 'Critères appliqués différemment selon les candidats',
  read(piece: Piece) {
    const { draft } = piece;
    const said = draft
      .collect(differs)
      .filter(({ sentence }) => !LISTED_OUT.test(sentence.folded))
      .filter(({ sentence }) => zoneOf(sentence.section) !== 'candidature' || /offres?/.test(sentence.folded))
      .map(({ sentence }) => whole(sentence, undefined));
    // A criterion on the firm is one for all of them, where it is heard more surely or changes nothing for some.
    const ofCandidate = new Set(
      saying(piece, 'criteres/lie-au-candidat').flatMap((h) => (h.surety === 'sure' ? [h.sentence] : [])),
    );
    // One of the criteria, with its weight, is one for all.
    const lines = piece
      .ask(criteres)
      .grilles.flatMap((g) => g.criteria.flatMap(walk))
      .filter((c) => c.weight);
    const onLine = ({ span }: Sentence) => lines.some(({ line }) => overlaps(line, span));
    const heard = withHeard(piece, 'criteres/critere-selon-le-candidat', said, (sentence, doubt) =>
      (!isSure(doubt) && (sentence.has(ALIKE) || sentence.has(OTHER_SHARE) || !sentence.has(BIDDER))) ||
      (ofCandidate.has(sentence) && !sentence.has(CHANGED) && !(isSure(doubt) && sentence.has(CATEGORY))) ||
      sentence.has(SHARE) ||
      sentence.has(DENIED) ||
      LISTED_OUT.test(sentence.folded) ||
      sentence.has(OF_RESULT) ||
      (onLine(sentence) && !(sentence.has(CATEGORY) && sentence.has(CHANGED))) ||
      zoneOf(sentence.section) === 'candidature'
        ? undefined
        : whole(sentence, doubt),
    );
    const tables = draft.tables
      .filter((t) => t.column(fr`critères?`) >= 0 && zoneOf(t.section) !== 'candidature')
      .filter((t) => t.header.cells.filter((c) => c.has(CATEGORY)).length > 0 && t.header.cells.length > 2)
      .map((t) => ({ at: t.header.span }));
    return [...heard, ...tables];
  },
  show: (list, piece) => (list.length > 0 ? list.map(({ at }) => piece.draft.slice(at)) : undefined),
});

/** Who is judged otherwise: « Une réserve majeure retire 30 % de la note » is said of offers. */
const BIDDER = fr`${CATEGORY}|${FIRMS}|ceux|celles|équipes?|structures?|maisons?|ateliers?|cabinets?|agences?|bureaux|titulaires?|attributaires?|exploitants?|éditeurs?`;

/** « La présence locale n'en est pas un » */
const DENIED = fr`n'en est (?:pas|aucun)|n'est (?:pas|en rien) (?:un|une|le|la) (?:critère|avantage|condition)|(?:aucun|nul)(?:e)? (?:avantage|préférence|bonification|majoration|différence)`;
/** « Ne comptent pas dans la note : références, taille de l'entreprise… » */
const LISTED_OUT = /^[^a-z]*ne (?:compt|entr|intervienn|sont)[a-z]* (?:pas|point|ni)[^:]{0,60}:/;
