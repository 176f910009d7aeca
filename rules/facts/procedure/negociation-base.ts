import type { Sentence } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import type { Phrase } from '../../kit/markdown/prose.ts';
import { defineFact, type Piece } from '../../kit/piece.ts';
import type { Doubt } from '../../kit/rule.ts';
import type { Span } from '../../kit/span.ts';
import { has } from '../../kit/text.ts';
import { hearing, telling } from '../commun/index.ts';
import { lotsIn } from '../variantes/index.ts';
import { procedure, procedureDe, procedureOfLots } from './procedure.ts';

/** A place that says the dialogue starts from specifications already settled. */
export interface BaseArretee {
  readonly at: Span;
  /** The lot it is for, where the sentence names one. */
  readonly lot: string | undefined;
  readonly doubt?: Doubt;
}

const CCTP = fr`cctp|cahiers? des (?:clauses|charges) techniques(?: particulieres)?|cahier des charges|specifications(?: techniques)?`;
/** What fixes the means, by any of its names. */
const PAPER = fr`${CCTP}|cahiers?|documents? techniques?|prescriptions?|plans?|descriptif[a-z]*|prestations?|programme`;
/** Clauses that fix no means. */
const ADMINISTRATIVE = fr`ccap|clauses administratives`;
const BASE = fr`sur l[ea] (?:base|fondement|seule base)|a partir d[ue]s?|au vu d[ue]s?|sert de (?:base|support|fondement)|servent de (?:base|support)|porte(?:ra|nt)? sur (?:le|les)|fonde[a-z]* sur|(?:s'appui[a-z]*|repos[a-z]*) sur`;
/** « Aucun CCTP n'est arrêté avant le dialogue. » */
const NONE_YET = fr`aucune? (?:${CCTP}|${PAPER.source})|n'est (?:pas|ni|aucunement) (?:encore )?(?:arrete|fige|definiti)[a-z]*`;
const DIALOGUE = fr`dialogu[a-z]*|echanges|discussions?|participants?|il est (?:mene|conduit|organise)`;
const SETTLED = fr`acheve[a-z]*|arrete(?:e|s|es)?|definiti(?:f|ve|fs|ves)[a-z]*|figee?s?|complete?s?|detaillee?s?|finalisee?s?|intangibles?`;
const OTHERWISE = fr`programme fonctionnel|(?:a l'issue|au terme|a la suite) du dialogue|sera etabli|(?:ne|n')(?= )?(?:[a-z' ]{0,30})(?:pas|aucun)|provisoire|projet de|ebauche|fonctionnel`;

/** « une trame, que les échanges compléteront »: not finished, whatever else is said of it. */
const STILL_OPEN = fr`trame|canevas|ébauche|esquisse|brouillon|provisoire|(?:complét|enrichi|ajust|amend|modifi|affin|précis)(?:era|eront|ra|ront)`;

const scan = (phrase: Phrase) => {
  if (!phrase.has(CCTP) || phrase.has(OTHERWISE)) return undefined;
  const based = phrase.has(BASE) && phrase.has(DIALOGUE);
  const settled = phrase.has(SETTLED) && phrase.has(fr`dialogu[a-z]*`);
  return based || settled ? { lot: lotsIn(phrase.folded)[0] } : undefined;
};

/** « Le présent cahier, figé, sert de départ aux discussions », « cette prescription achevée ». */
const OWN_PAPER = fr`(?:le|du|ce|au|notre) (?:présent )?(?:cahier|cctp|descriptif|document technique)(?: joint| technique)?|(?:cette|nos|les|des) prescriptions?`;
const FINISHED = fr`achevée?s?|figée?s?|terminée?s?|définiti(?:f|ve|fs|ves)|compl[eè]te?s?|détaillée?s?|finalisée?s?|arrêtée?s?|fixe(?:nt)? tout|dit tout|tout écrit`;
const TALKS = fr`dialogu[a-z]*|discussions?|discut[a-z]*|rencontres?|échanges?|parler[a-z]*`;
const NOT_YET = fr`(?:sera|seront|n'est|ne sont|n'avons|(?<!ci-)(?:après|avant))`;
/** « Il ne changera pas »: finished, in other words. */
const UNCHANGED =
  /(?:ne|n') ?(?:changera?|bougera?|evoluera?|variera?|sera|est|peut(?: etre)?) (?:pas|plus|pas etre|plus etre)(?: (?:modifi|amend|retouch|revu|repris)[a-z]*)?/g;
function isFinished(s: Sentence): boolean {
  const folded = s.folded.replace(UNCHANGED, ' ');
  if (!s.has(OWN_PAPER) || [NOT_YET, OTHERWISE, NONE_YET, ADMINISTRATIVE].some((not) => has(folded, not))) return false;
  return [s, s.next].some(
    (near) => near?.passage === s.passage && near.has(TALKS) && !has(near.folded.replace(UNCHANGED, ' '), OTHERWISE),
  );
}

const ofFinishedPaper = (piece: Piece): BaseArretee[] =>
  piece.draft
    .sentencesWith(FINISHED)
    .filter(isFinished)
    .map((sentence) => ({
      at: sentence.at(),
      lot: lotsIn(sentence.folded)[0] ?? lotsIn(sentence.previous?.folded ?? '')[0],
    }));

/** What is heard of specifications already settled. */
function heardBases(piece: Piece): BaseArretee[] {
  const { evidence } = piece.ask(procedure);
  const isDialogue = procedureDe(piece) === 'dialogue-competitif';
  // « Lot 2 : appel d'offres, sur la base d'un CCTP définitif » is no dialogue.
  const isOfAnother = (sentence: Sentence) =>
    evidence.some((e) => e.sentence === sentence && e.name !== 'dialogue-competitif');
  return telling(piece, 'procedure/dialogue-sur-cctp-arrete').flatMap((one) => {
    const { sentence } = one;
    if (!isDialogue && !sentence.has(fr`dialogu[a-z]*`)) return [];
    if (isOfAnother(sentence) || [NONE_YET, ADMINISTRATIVE, STILL_OPEN].some((not) => sentence.has(not))) return [];
    if (one.surety !== 'sure' && (!sentence.has(PAPER) || sentence.has(OTHERWISE))) return [];
    return [{ at: sentence.at(), lot: lotsIn(sentence.folded)[0], doubt: hearing(one) }];
  });
}

/** Where a dialogue is said to rest on finished specifications; one place for each lot, empty when none. */
export const baseDialogue = defineFact<readonly BaseArretee[]>({
  id: 'base-du-dialogue',
  title: 'Base du dialogue',
  read(piece: Piece) {
    const based = piece.draft.collect(scan).map(({ value: { lot }, sentence }) => ({ at: sentence.at(), lot }));
    const all: readonly BaseArretee[] = [...based, ...ofFinishedPaper(piece), ...heardBases(piece)];
    const firsts = all.filter(({ lot }, i) => all.findIndex((o) => o.lot === lot) === i);
    // « Lot 2 : appel d'offres ouvert. Pour le lot 2, le cahier est complet »: of a lot without dialogue.
    const isOfDialogue = (lot: string) => [undefined, 'dialogue-competitif'].includes(procedureOfLots(piece, [lot]));
    return firsts.filter(({ lot }) => !lot || isOfDialogue(lot));
  },
  show: (all) => (all.length > 0 ? all.map(({ lot }) => ({ lot })) : undefined),
});
