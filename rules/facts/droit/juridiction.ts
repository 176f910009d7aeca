import type { Sentence } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import type { Piece } from '../../kit/piece.ts';

const COURT = fr`tribunal administratif|tribunaux administratifs|(?:cour|juridictions?|juges?) (?:d'appel )?administrati(?:f|fs|ve|ves)|conseil d'état|tribunal de [a-z-]+ administratif|ta d(?:e |')[a-z-]+`;
const NOT = fr`(?:et non|non pas|plutôt que|ni|aucune?|nul|n'est pas|ne sont pas|ne relève(?:nt)? pas|ne peut (?:être|pas)|n'est plus|exclut|échappe(?:nt)?|soustrai(?:t|te?s?)|hors de la compétence|à l'exclusion|à la différence|contrairement|au lieu|incompétente?s?) (?:[a-z']+ ){0,8}(?:${COURT})|(?:${COURT}),? (?:[a-z',]+ ){0,6}(?:n'est pas|ne sont pas|n'a pas|incompétent|n'en connaît (?:pas|plus|point)|ne connaît pas|ne l'est (?:donc )?(?:pas|plus|point)|ne (?:peut|saurait|pourra)(?! [^.;]{0,60}qu'))`;

/** Case law quoted: « Conseil d'État, 28 janvier 2022, n° … ». */
const CASE_LAW = fr`(?:conseil d'état|ce|caa|cour administrative d'appel|tribunal administratif) ?(?:de [a-z-]+ ?)?, ?(?:\d{1,2}(?:er)? [a-zéû]+ \d{4}|n ?° ?\d{4,}|ass|sect)|jurisprudence|arrêts?|décisions? du conseil d'état|désigné par le (?:président du )?tribunal|médiat`;

/** The sentence sends to the civil court, and sets the other aside. */
const CIVIL = fr`tribunal judiciaire`;

/** The sentences that send to the administrative court; empty where there is none. */
export const administrativeCourts = ({ draft }: Piece): readonly Sentence[] =>
  draft.sentences.filter(
    (s) =>
      s.has(COURT) &&
      !s.has(NOT) &&
      !s.has(CIVIL) &&
      !s.has(CASE_LAW) &&
      !s.has(PLEADS) &&
      !s.has(WAS) &&
      !s.passage.isTitle,
  );
/** « Le cabinet défend l’organisme devant toute juridiction, tribunal administratif compris »: the work of a lawyer. */
const PLEADS = fr`(?:cabinet|avocate?s?|conseil|titulaire|prestataire)(?: [a-z]+){0,3} (?:défend|représente|assiste|plaide)(?:nt|ra|ront)?`;
/** « Un candidat avait saisi le tribunal… en 2022 »: another dispute, told as history. */
const WAS = fr`(?:avait|avaient) (?:[a-z]+ )?(?:saisi|jugé|rejeté|annulé|condamné|porté|été [a-zé]+)|(?:a|ont)(?: [a-z]+)? (?:saisi|jugé|rejeté|annulé|condamné|suspendu|été saisi)[a-zé]*`;
