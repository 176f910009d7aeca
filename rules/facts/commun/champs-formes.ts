import type { Passage } from '../../kit/draft.ts';
import { plain } from '../../kit/french/fold.ts';
import { fr } from '../../kit/french/pattern.ts';
import type { Piece } from '../../kit/piece.ts';
import { has } from '../../kit/text.ts';

const FORMS = fr`bordereaux? (?:des )?(?:de )?prix|bpu|dpgf|dqe|décomposition du prix|détail (?:quantitatif )?estimatif|dc ?[1-4]|dume|cadre (?:de |du )?(?:réponse|mémoire)|cadre (?:de réponse )?technique|crt|formulaire|annexe financière|grille (?:de prix|tarifaire)|bulletin d'inscription|dossier de (?:candidature|demande)|fiche (?:de candidature|candidat)|attestation|lettre de candidature|simulation`;

const BY_CANDIDATE =
  /\b(?:rempli|complet|renseign|indiqu|propos|chiffr)[a-z]* par (?:vous(?![a-z])|vos soins|(?:le|la|les|l'|chaque|tout) ?(?:candidat|soumissionnaire|titulaire|entreprise|concurrent|association|structure|porteur|demandeur|organisme))/;

/** True where the candidate fills: a form of his, or a part that says so in its heading, its lead or the head of its column. */
export const isFormAt = (piece: Piece, passage: Passage): boolean =>
  isForm(piece) ||
  passage.section.under(BY_CANDIDATE) ||
  [passage, passage.lead, passage.table?.lead, passage.table?.headerOf(passage)].some((said) =>
    said?.has(BY_CANDIDATE),
  );

/** « Annexe 2 au CCTP » and no piece that announces its annexes. */
const ANNEX = /^[^a-z]*annexe(?![a-z])/;

/** True for a piece that the candidate fills: acte d'engagement, bordereau des prix, DPGF, cadre de réponse, formulaire. */
export function isForm(piece: Piece): boolean {
  if (piece.kinds.includes('ae')) return true;
  const name = plain(piece.path.replace(/\.[a-z]+$/i, '')).replace(/[^a-z0-9]+/g, ' ');
  const heads = piece.draft.passages.slice(0, 4).filter((p) => p.folded.length < 160);
  // An annex of a piece is of its kind, and a form all the same.
  if (piece.kind !== 'autre' && ![name, heads[0]?.folded ?? ''].some((words) => ANNEX.test(words))) return false;
  return has(name, FORMS) || heads.some((p) => p.has(FORMS));
}
