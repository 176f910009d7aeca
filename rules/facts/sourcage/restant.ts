import type { Sentence } from '../../kit/draft.ts';
import { counts } from '../../kit/french/counts.ts';
import { fr } from '../../kit/french/pattern.ts';
import { has } from '../../kit/text.ts';

const SILENT =
  "(?:n'(?:ont|a) (?:pas|jamais|point) (?:[a-z]+ )?(?:donne suite|repondu|reagi|souhaite|voulu|pu|accepte)|(?:ont|a) (?:[a-z]+ )?(?:decline|refuse|renonce)|(?:se sont|s'est|s'etant) (?:[a-z]+ )?(?:desiste|recuse|excuse)e?s?|(?:sont|est) restee?s? (?:sans reponse|silencieu(?:x|ses?)|muette?s?))";
const OTHERS_SILENT = fr`les (?:[a-z]+ )?autres,? (?:[a-z]+ ){0,2}?${SILENT}|aucune? des (?:[a-z]+ )?autres n'a (?:[a-z]+ )?(?:repondu|donne suite|souhaite|accepte)`;
const ONE = fr`l'une? d'(?:eux|elles|entre eux|entre elles)|une? seule?|seule? (?:la |le |l')?[a-z]+`;
const MET = fr`reçue?|rencontrée?|entendue?|auditionnée?|déplacée?|présentée?|répondu|visitée?|venue?|entretien|échangée?|échange|réunion`;
const REMAINING = fr`(?:société|entreprise|structure|équipe|association) restante|(?:éditeur|fabricant|fournisseur|prestataire|opérateur|cabinet|industriel|constructeur|intégrateur|laboratoire|installateur) restant`;
const ASKED = fr`sollicitée?s?|contactée?s?|invitée?s?|approchée?s?|pris l'attache|écrit à|questionnaires?`;

/** Operators are asked here, and not met: « cinq éditeurs ont été sollicités ». */
export const isOnlyAsked = ({ folded }: Sentence): boolean => has(folded, ASKED) && !has(folded, MET);

/** True where several were asked and one alone was met: the others did not answer, or it is the one that remains. */
export function leavesOne(folded: string, operator: string): boolean {
  if (!has(folded, MET)) return false;
  if (has(folded, REMAINING) || (has(folded, OTHERS_SILENT) && has(folded, ONE))) return true;
  const [silent] = counts(folded, `(?:d'entre (?:eux|elles) )?${SILENT}`);
  const asked = counts(folded, operator).find((c) => c.value > 1);
  return silent !== undefined && asked !== undefined && asked.value === silent.value + 1;
}

/** True where the sentence before tells who was asked, and this one that all but one stayed silent. */
export const leavesOneAsked = ({ previous, folded }: Sentence, operator: string): boolean =>
  previous?.has(ASKED) === true && !has(folded, ASKED) && leavesOne(`${previous.folded} ${folded}`, operator);
