import type { Sentence } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import type { Piece } from '../../kit/piece.ts';
import { zoneOf } from './contexte.ts';
import { weightsIn } from './poids-ecrits.ts';

/** « La part sous-traitée constitue un critère additionnel », « Un critère supplémentaire portera sur… »: beside those of the grid. */
const ADDED = fr`(?:constitue(?:nt|ra|ront)?|(?:est|sont|sera|seront) (?:[a-zé]+ ){0,4}?(?:comme )?|forme(?:nt|ra|ront)?|à titre de|en tant que|comme) ?(?:également |aussi |par ailleurs )?(?:une? |des )?critères? (?:de (?:jugement|choix|sélection|notation) (?:des offres )?|d'attribution |d'appréciation )?(?:additionnel|supplémentaire|complémentaire)s?|critères? (?:additionnel|supplémentaire|complémentaire)s? (?:[a-zé]+ )?(?:est|sera|seront|porte(?:ra|ront|nt)?|concerne(?:ra|nt)?|prend(?:ra)?|:)|s'ajoute(?:nt|ra|ront)? (?:à ces|aux) (?:[a-zé]+ |\d+ )?critères|(?:à ces|aux) (?:[a-zé]+ |\d+ )?critères,? (?:il )?s'ajoute(?:nt|ra|ront)?|s'y ajoute(?:nt|ra|ront)?,? (?:comme|en tant que) critères?`;
/** Denied, of candidates, part of another, or to part offers that are equal. */
const NO_ADDED = fr`aucune?s?|ne|n'|sans|égalité|ex[ -]aequo|départag[a-z]+|candidatures?|sous-critères?|lots? n°|(?:doi(?:t|vent)|devront|devra) (?:obtenir|être)|infructueu[a-z]+`;
const TOLD_ELSEWHERE = fr`pondér[a-zé]+|coefficients?|rang|barème|note|noté(?:e|s|es)?|points?|poids|hiérarchi[a-zé]+`;

const isAdded = (s: Sentence): boolean =>
  s.has(ADDED) && !s.has(NO_ADDED) && !s.has(TOLD_ELSEWHERE) && weightsIn(s.folded).length === 0;

/** Where a criterion is added to those of the grid in a sentence that gives it neither a weight nor a rank. */
export const criteresAjoutes = ({ draft }: Piece): readonly Sentence[] =>
  draft
    .sentencesWith(ADDED)
    .filter((s) => isAdded(s) && zoneOf(s.section) !== 'candidature' && !s.next?.has(TOLD_ELSEWHERE));
