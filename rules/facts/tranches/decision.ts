import { fr } from '../../kit/french/pattern.ts';
import type { Consultation } from '../../kit/piece.ts';
import type { DossierTranche } from './dossier.ts';
import { setsTerm } from './regime.ts';

/** What the buyer decides, or is decided. */
const DECIDES = fr`(?:décide|arrête|ordonne|commande)(?:ra|nt|ront)? (?:de )?(?:l'exécution|la réalisation|la pose|la fourniture)|(?:est|sont|sera|seront|être|reste|restent) (?:[a-z]+ ){0,2}(?:affermi|confirmé|décidé|levé|commandé|activé|déclenché|engagé|notifié)(?:e|s|es)?|(?:décide|confirme|lève|active|affermit|déclenche|commande|se prononce)(?:ra|nt|ront)?(?: (?:de|sur|d'))?`;
const SMALL = /^(?:dans|pour|avec|sans|cette|puis|dont|leur|leurs|sous|entre|site|sites|travaux|prestations?|etudes?)$/;
const stem = (word: string): string => word.replace(/(?:es|s|x|e)$/, '');
const stems = (folded: string): string[] => (folded.match(/[a-z]{4,}/g) ?? []).filter((w) => !SMALL.test(w)).map(stem);

/** True where a piece calls a tranche by what is done in it, and says when or how that is decided: « La tour est confirmée dans les neuf mois ». */
export function isDecidedByObject(
  { pieces }: Consultation,
  { id, object }: DossierTranche,
  all: readonly DossierTranche[],
): boolean {
  const own = stems(object?.text ?? '');
  const others = all.filter((t) => t.id !== id).flatMap((t) => stems(t.object?.text ?? ''));
  const [head] = own;
  if (head === undefined) return false;
  const names = (folded: string): boolean => {
    const said = new Set(stems(folded));
    const shared = own.filter((w) => said.has(w)).length;
    // « Les colonnes » alone stand for « les colonnes enterrées ».
    return shared * 3 >= own.length * 2 || (own.length === 2 && said.has(head) && !others.includes(head));
  };
  return pieces.some(({ draft }) => draft.sentencesWith(DECIDES).some((s) => names(s.folded) && setsTerm(s)));
}
