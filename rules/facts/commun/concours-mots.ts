import type { Section, Sentence } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import { clauses } from '../../kit/french/sentences.ts';
import type { Piece } from '../../kit/piece.ts';
import { type Span, TOP } from '../../kit/span.ts';
import { has, type Match } from '../../kit/text.ts';

/** Those who compete: sources of patterns over folded text. */
export const PARTICIPANTS =
  "(?:[dl]')?(?:participant(?:e?s)?|participante|candidat(?:e?s)?|candidate|concurrent(?:e?s)?|concurrente|equipes?|concepteurs?|auteurs?|groupements?|operateurs? economiques?|soumissionnaires?|laureat(?:e?s)?|laureate|porteurs?|entreprises? (?:candidates?|participantes?|concurrentes?|en lice)|competiteurs?|inscrits?)";
/** What they hand in. */
export const PROJETS =
  "(?:[dl]')?(?:projets?|plans?|propositions?|prestations?|realisations?|productions?|travaux|rendus?|dossiers?|prototypes?|esquisses?|oeuvres?|solutions?|creations?|maquettes?|livrables?|contributions?|cahiers? des charges|resultats?|idees?|planches?|notices?|copies?)";

/** Says that the matter stands in another document. */
const MATTER_ELSEWHERE = fr`(?:figur[a-z]+|precisee?s?|indiquee?s?|mentionnee?s?|definie?s?|fixee?s?|enoncee?s?|enumeree?s?|detaillee?s?|decrite?s?|prevue?s?|publiee?s?|portee?s?|donnee?s?|annoncee?s?|inscrite?s?|reportee?s?|renvoi[a-z]*|ceux|celles|celui|celle) (?:[a-z']+ ){0,4}?(?:l'|la |les? |d'|de |une? |au |aux |à |dans )?(?:avis|annexes?|programme|cahier des charges|lettre|invitation|règlement|charte|note|document|fiche|grille)`;
const HERE = fr`(?:présente?|ci-dessous|ci-après|suivante?s?|même) ?(?:règlement|avis|document|annexe|article|programme|charte)?`;

/** True when a sentence sends the reader to another document for its matter. */
export const refersElsewhere = (s: Sentence): boolean => s.has(MATTER_ELSEWHERE) && !s.has(HERE);

/** What will only be settled later. */
export const DEFERRED = fr`ultérieurement|plus tard|(?:sera|seront) (?:[a-z]+ ){0,3}?(?:fixée?s?|précisée?s?|arrêtée?s?|communiquée?s?|déterminée?s?|définie?s?|établie?s?|décidée?s?|choisie?s?|annoncée?s?|adoptée?s?|dévoilée?s?|révélée?s?)|(?:n'est|ne sont) pas(?: encore)? (?:arrêtée?s?|fixée?s?|définie?s?|connue?s?|déterminée?s?)|reste(?:nt)? à (?:définir|fixer|préciser|déterminer|arrêter)|à (?:définir|déterminer|préciser|arrêter|fixer) par|en cours de (?:définition|rédaction)`;

const NOT = fr`n'(?:est|a|ont|y|en|entre|emporte|implique|ouvre|entraine|exige|étaient|était|auront|aura)|ne (?:sont|sera|seront|peut|peuvent|pourra|pourront|fait|font|constitue|constituent|donne|donnent|prévoit|comporte|relève|relèvent|s'[a-z]+|se|lui|leur|les?|la|[a-z]+(?:ra|ront|nt|e|t)) (?:pas|ni|aucune?|plus|en aucun cas|jamais|nullement)|ni|aucune?s?|sans(?! (?:délai|préjudice|attendre|frais|réserve|limitation))|pas (?:de|d')|exclue?s?|interdite?s?|à l'exclusion`;

/** The words between stops that rule on a match: what a negation near it may reach. */
export function clauseOf(folded: string, match: Match): string {
  const clause = clauses(folded).find((c) => match.from < c.to);
  return clause ? folded.slice(clause.from, clause.to) : folded;
}

/** True when the clause of a match denies. */
export const isDenied = (folded: string, match: Match): boolean => has(clauseOf(folded, match), NOT);

/** Where to report what is absent: the heading of the matter, else the title of the piece. */
export function placeFor(piece: Piece, title: RegExp): { readonly at: Span; readonly section: Section | undefined } {
  const section = piece.draft.sections.find((s) => s.heading !== piece.draft.title && has(s.title, title));
  const at = section?.heading?.span ?? piece.draft.title?.span ?? TOP;
  return { at, section };
}
