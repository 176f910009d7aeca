import type { Sentence } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import type { Phrase } from '../../kit/markdown/prose.ts';
import { defineFact, type Piece } from '../../kit/piece.ts';
import type { Span } from '../../kit/span.ts';
import { asksWhether, telling, wordsAfter } from '../commun/index.ts';

export interface ExigencesMinimales {
  /** Where requirements are called minimum, intangible or not negotiable, and given. */
  readonly enoncees: Span | undefined;
  /** Where they are said to be indicative, or still to be fixed. */
  readonly provisoires: Span | undefined;
}

/** Said of what no talk lowers. */
const UNMOVED = '(?:irreductibles?|incompressibles?|immuables?|infranchissables?)';
/** « le seuil au-dessous duquel aucune offre n'est lue », « celles sous lesquelles on ne descend pas » */
const BELOW_NOTHING =
  "(?:sous|au-dessous|en dessous|en deca) (?:de )?(?:(?:les)?quel(?:le)?s?|laquelle|lequel|duquel|desquel(?:le)?s) (?:[a-z]+ ){0,3}(?:ne|n'[a-z]+|nulle?|aucune?|rien)";
/** « Les cotes en gras tiennent ; les autres se négocient »: some of them do not. */
const REST_OPEN =
  '[,;] ?(?:et )?(?:les autres|le reste|le surplus|tout le reste) (?:(?:peut|peuvent) (?:se negocier|se discuter|etre (?:negocie|discute)[a-z]*)|se (?:negocie|discute)(?:nt|ra|ront)?|(?:est|sont|sera|seront|reste(?:nt)?) (?:negociables?|discutables?|(?:ouverte?s?|soumis(?:es?)?) a (?:la )?(?:negociation|discussion)))';
const MINIMUM = fr`(?:socle|noyau|seuil|liste|perimetre) (?:d'exigences? |de [a-z]+ )?(?:[a-z]+ ){0,1}(?:intangible|minimal|incompressible|non negociable)|(?:points|elements|exigences|prescriptions|fonctions|caracteristiques|conditions) (?:[a-z0-9,.'-]+ ){0,6}ne (?:pourront|peuvent|seront|sauraient) (?:[a-z]+ ){0,3}(?:remis(?:es)? en (?:cause|question)|modifie[a-z]*|discute[a-z]*|assouplie?s?|alleg[a-z]*)|(?:exigences?|conditions?|caracteristiques|prescriptions?|specifications|performances?|besoins?|fonctions?|niveaux?) (?:[a-z]+ ){0,3}(?:minimales?|minima|minimums?|intangibles?|imperatives?|non negociables?)|(?:exigences?|conditions?|caracteristiques|prescriptions?|specifications|fonctions?|elements?|points|clauses) [^.;]{0,50}(?:minimales|intangibles?|(?:ne sont|n'est|ne peuvent|non) (?:pas |etre )*(?:negociables?|negocie[a-z]*|susceptibles? de negociation))|(?:points|exigences|fonctions|elements|caracteristiques) (?:[a-z]+ ){0,3}ne sont (?:pas|jamais) (?:ouvert|soumis|suje)[a-z]* a (?:la )?(?:negociation|discussion)|(?:minimales?|intangibles?) ?(?: :|\))|(?:fonctions?|exigences?|caracteristiques|points|elements) [^.;]{0,40}sont imperati(?:ve|f)s|(?:sont|demeurent|restent|est) (?:[a-z]+ ){0,2}(?:intangibles?|non negociables?|minimales|${UNMOVED})|(?:exigences?|conditions?|caractéristiques|prescriptions?|stipulations?|points|éléments?|valeurs?) (?:[a-z]+ ){0,3}${UNMOVED}|${BELOW_NOTHING}|${REST_OPEN}|(?:ne sont pas|non) negociables? ?:`;
const PROVISIONAL = fr`communiquee?s? (?:[a-z]+ ){0,3}(?:candidats?|soumissionnaires?|participants?) (?:retenus?|selectionnes?|admis)|indicati(?:f|ve|fs|ves)|(?:seront|sera|restent|a) (?:[a-z]+ ){0,3}(?:fixe|defini|precis|arrete|determin|complet)[a-z]*|ulterieurement|a titre d'exemple|provisoires?|en cours de definition|(?:au cours|a l'issue|au terme|lors) d(?:e la |u |es )(?:[a-z]+ ){0,2}?(?:negociations?|tours?|discussions?|dialogue)`;
/** « ne pourront être remis en cause au cours de la négociation »: firm, though it names the negotiation. */
const FIRM = fr`ne (?:pourront|peuvent|seront|sauraient) (?:[a-z]+ ){0,3}(?:remis(?:es)? en (?:cause|question)|modifie[a-z]*|discute[a-z]*|negocie[a-z]*|assouplie?s?)`;
const OBJECT_ONLY = fr`(?:ne|n'en|ni) (?:[a-z']+ ){0,12}(?:(?:en )?(?:faire|font|fait|fera|feront|soient|sont|etre) (?:pas )?l?'?objet|entre(?:r|nt|nt pas)? dans)|(?:hors|hormis|sauf|excepte|exceptees?|a (?:l'|la seule |l'unique )(?:exception|exclusion)|reserve faite|en dehors) (?:de |des |du |les |l')?(?:[a-z]+ ){0,2}(?:exigences|conditions|caracteristiques|prescriptions)|(?:sont|est) exclue?s? d(?:e|u) (?:la |toute |champ )?(?:negociation|discussion)?|echappent a la negociation|ne (?:peut|peuvent|porte|portent|portera|pourra|pourront|concerne|saurait) (?:[a-z]+ ){0,4}(?:ni |pas )?(?:[a-z]+ )?(?:sur|porter|concerner|les)|(?:pourront|peuvent|peut|pourra|seront|sont) (?:[a-z-]+ ){0,4}negocie[a-z]*`;

/** « Exigences minimales : aucune », « il n'y a pas d'exigences minimales ». */
const NONE = fr`(?:minimales?|intangibles?|planchers?|minima|non negociables?)[^a-z0-9]{0,6}(?:aucune?|neant|sans objet|non|rien)(?= ?$|[ .,;:])|(?:il n'y a|n'existe|ne (?:fixe|pose|prevoit|retient|comporte)[a-z]*|nous n'(?:avons|imposons)|n'est (?:pose|fixe)e?) (?:[a-z]+ )?(?:pas|aucune?|ni)(?: d'| de)? ?(?:exigences?|socle|minimum|plancher|point|condition)s?|sans (?:exigences?|socle|conditions?) (?:minimal|intangible)[a-z]*`;

const minimum = (phrase: Phrase) => {
  if (!phrase.has(MINIMUM) || phrase.has(fr`variantes?`) || phrase.has(NONE)) return undefined;
  return {
    provisional: phrase.has(PROVISIONAL),
    objectOnly: phrase.has(OBJECT_ONLY) && !phrase.has(fr`articles?|chapitres?|parties?|annexes?|cctp|programme|:`),
  };
};

/** Heard to be out of the negotiation: and it is a requirement, given here. */
const isFirm = (s: Sentence, sure: boolean): boolean =>
  ((sure && !s.passage.cell) || s.has(STANDS)) &&
  !s.has(NONE) &&
  !s.has(PROVISIONAL) &&
  !isLeftAfter(s) &&
  !(s.has(OBJECT_ONLY) && !/:/.test(s.folded)) &&
  !s.has(fr`variantes?|criteres?`);
const STANDS = fr`(?:echapp|intangib|planche|minim|imperat|incompress|irregul|irrecev|rejet|elimin|ecart|immuable|fige|ferme|intouch)[a-z]*|(?:hors|sans) (?:de |toute )?(?:la )?(?:discussion|negociation)|non-respect|ne (?:bouge|change|varie|se discute|sera discute)[a-z]*`;

/** « Qu'est-ce qui est figé ? Le socle : … »: what follows gives it, unless it says that there is none. */
const isAskedOf = (s: Sentence): boolean =>
  /\?[^a-z]*$/.test(s.folded) &&
  !asksWhether(s) &&
  /^[^a-z]*(?!rien|aucun|neant|non|a (?:definir|fixer))[a-z]/.test(wordsAfter(s));

/** A title that gives nothing by itself: it stands alone, or over little that is not open yet. */
function isBareTitle({ passage }: Sentence): boolean {
  if (!passage.heading) return false;
  const { section } = passage;
  if (section.own.some((p) => p !== passage && NOTHING.test(p.folded))) return true;
  if (!passage.heading.runIn && section.passages.length < 2) return true;
  return section.has(PROVISIONAL) && section.passages.length < 4;
}

const NOTHING = /^[^a-z]*(?:sans objet|neant|aucune?|rien)(?![a-z])/;

/** « Exigences minimales | à préciser »: the cell beside gives none. */
const isLeftBeside = ({ passage }: Sentence): boolean =>
  passage.table?.rowOf(passage)?.cells.some((c) => c !== passage && (c.has(PROVISIONAL) || LEFT.test(c.folded))) ===
  true;
const LEFT =
  /^[^a-z0-9]*(?:a (?:completer|preciser|definir|fixer|arreter|venir)|en cours|neant|aucune?s?|sans objet)(?![a-z])/;

/** « Les exigences minimales figurent en annexe. Elles sont données à titre indicatif. »: the next sentence leaves them open. */
const isLeftAfter = ({ next }: Sentence): boolean =>
  next !== undefined &&
  /^[^a-z]*(?:ils|elles|ceux-ci|celles-ci) /.test(next.folded) &&
  next.has(INDICATIVE) &&
  !next.has(FIRM);
const INDICATIVE = fr`indicati(?:f|ve|fs|ves)|provisoires?|(?:pourr(?:a|ont)|peu(?:t|vent)) (?:[a-z]+ ){0,2}(?:être )?(?:revue?s?|modifiée?s?|ajustée?s?|évoluer|changer)`;

/** What expressions find: the first place that gives requirements, and the first that leaves them open. */
function written({ draft }: Piece): ExigencesMinimales {
  let enoncees: Span | undefined;
  let provisoires: Span | undefined;
  for (const { value, sentence } of draft.collect(minimum)) {
    if (isLeftBeside(sentence) || isLeftAfter(sentence) || (value.provisional && !sentence.has(FIRM)))
      provisoires ??= sentence.at();
    else if (!value.objectOnly && !isBareTitle(sentence)) enoncees ??= sentence.at();
  }
  return { enoncees, provisoires };
}

/** A column that says which requirements are minimum. */
const minimumColumn = ({ draft }: Piece): Span | undefined =>
  draft.tables.find((t) => t.rows.length > 0 && t.header.cells.some((c) => c.has(MINIMUM_COLUMN)))?.span;
const MINIMUM_COLUMN = fr`minimale?s?|minimum|planchers?|intangibles?|non negociables?|imperati(?:f|ve)s?`;

/** « Portée | 3 km | intangible »: a cell that says of its row that it stands. */
const minimumRow = ({ draft }: Piece): Span | undefined =>
  draft.tables.find((t) =>
    t.rows.some(({ cells: [, ...cells] }) => cells.some((c) => c.folded.length < 40 && CALLED_MINIMUM.test(c.folded))),
  )?.span;
const CALLED_MINIMUM =
  /^[^a-z0-9]*(?:(?:exigence )?minimale?|plancher|intangible|imperati(?:f|ve)|non negociable|hors (?:de la )?(?:negociation|discussion))(?![a-z])/;

/** « Ce qui ne bouge pas », over a list. */
const standingTitle = ({ draft }: Piece): Span | undefined =>
  draft.sections.find(
    ({ heading, own }) =>
      heading?.has(STILL) && own.some((p) => p !== heading && !p.has(fr`criteres?`) && !NOTHING.test(p.folded)),
  )?.span;
const STILL = fr`ne (?:bouge|change|varie|se (?:discute|négocie))(?:nt|ra|ront)?|hors (?:de )?(?:la )?(?:négociation|discussion)|intouchables?|non négociables?`;

/** A column that says of each requirement whether it is negotiable. */
const negotiableColumn = ({ draft }: Piece): Span | undefined =>
  draft.tables.find((t) => {
    const column = t.column(fr`negociables?|negociabilite`);
    return column >= 0 && t.rows.some((r) => r.cells.some((c) => c.cell?.column === column && /^ ?non/.test(c.folded)));
  })?.span;

/** Minimum requirements that no negotiation may touch. */
export const exigencesMinimales = defineFact<ExigencesMinimales>({
  id: 'exigences-minimales',
  title: 'Exigences minimales',
  read(piece: Piece) {
    const { enoncees, provisoires } = written(piece);
    return {
      enoncees:
        enoncees ??
        minimumColumn(piece) ??
        negotiableColumn(piece) ??
        minimumRow(piece) ??
        standingTitle(piece) ??
        piece.draft
          .sentencesWith(STANDS)
          .find((s) => isAskedOf(s))
          ?.at() ??
        telling(piece, 'procedure/exigences-intangibles')
          .find(({ sentence, surety }) => isFirm(sentence, surety === 'sure'))
          ?.sentence.at(),
      provisoires,
    };
  },
  show: ({ enoncees, provisoires }) =>
    enoncees || provisoires ? { enoncees: enoncees !== undefined, provisoires: provisoires !== undefined } : undefined,
});
