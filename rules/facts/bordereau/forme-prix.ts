import type { Sentence } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import { defineFact } from '../../kit/piece.ts';
import type { Span } from '../../kit/span.ts';
import { lotsAround, lotsBeside } from '../commun/index.ts';

/** How a contract is priced. */
export type FormePrix = 'unitaires' | 'forfaitaire' | 'mixtes';

export interface FormeDite {
  readonly forme: FormePrix;
  /** Numbers of the lots it is for; empty for all. */
  readonly lots: readonly string[];
  /** The sentence that says so. */
  readonly at: Span;
}

const OF_PRICES = fr`(?:les |des |aux )?prix(?: du (?:présent )?(?:marché|contrat))?|(?:le |présent )?marché|accord-cadre|prestations?|travaux|fournitures|rémunérée?s?|réglée?s?|payée?s?|traitée?s?|titulaire`;
const UNIT = fr`(?:à|des|de|aux?|sont|par application (?:des|de)|sur la base (?:des|de)) ?(?:les )?(?:prix )?unitaires?|prix unitaires`;
const LUMP = fr`(?:à |au |un |le |par (?:un )?)?prix (?:est )?(?:global,? (?:et |ferme et )?)?forfaitaires?|prix (?:est |sont )?(?:global|globaux)(?: et)? forfaitaires?|(?:au |à )(?:prix )?forfait`;
const MIXED = fr`prix mixtes?|partie (?:forfaitaire|à prix unitaires|unitaire)|part forfaitaire|(?:forfaitaires?|unitaires?) (?:et|ou|d'une part)(?: [a-z']+){0,6} (?:unitaires?|forfaitaires?)`;
/** Words of a form that was not chosen, of a price of something else. */
const NOT = fr`pénalités?|indemnités?|frais|sous-trait[a-z]+|révision|sous-détail|anormalement|si les prix|lorsque les prix|le cas échéant|selon le cas`;

/** « Le lot 1 est à prix forfaitaire, le lot 2 à prix unitaires »: a form for each lot; empty for any other sentence. */
function formsApart(sentence: Sentence): Omit<FormeDite, 'at'>[] {
  const found = [
    ...sentence.findAll(UNIT).map((m) => ({ ...m, forme: 'unitaires' as const })),
    ...sentence.findAll(LUMP).map((m) => ({ ...m, forme: 'forfaitaire' as const })),
  ].sort((a, b) => a.from - b.from);
  const lots = lotsBeside(sentence.folded, found);
  if (found.length < 2 || lots.some((own) => own.length === 0)) return [];
  return found.map(({ forme }, i) => ({ forme, lots: lots[i] ?? [] }));
}

/** How the piece says that the contract is priced, sentence by sentence; empty when it does not. */
export const formesPrix = defineFact<readonly FormeDite[]>({
  id: 'forme-prix',
  title: 'Forme des prix',
  read: ({ draft }) =>
    draft.sentencesWith(FORM).flatMap((sentence): FormeDite[] => {
      if (!sentence.has(OF_PRICES) || sentence.has(NOT) || /[☐☑☒□■]/.test(sentence.folded)) return [];
      const apart = formsApart(sentence);
      if (apart.length > 0) return apart.map((f) => ({ ...f, at: sentence.span }));
      const [unit, lump] = [sentence.has(UNIT), sentence.has(LUMP)];
      const forme = sentence.has(MIXED) || (unit && lump) ? 'mixtes' : unit ? 'unitaires' : 'forfaitaire';
      return unit || lump || forme === 'mixtes' ? [{ forme, lots: lotsAround(sentence), at: sentence.span }] : [];
    }),
  show: (all) =>
    all.length === 0
      ? undefined
      : [...new Set(all.map(({ forme, lots }) => (lots.length > 0 ? `${forme} (lot ${lots.join(', ')})` : forme)))],
});

const FORM = fr`prix|forfait|forfaitaires?|unitaires?`;
