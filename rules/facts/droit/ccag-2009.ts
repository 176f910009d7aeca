import type { Sentence } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import type { Piece } from '../../kit/piece.ts';
import type { Span } from '../../kit/span.ts';
import { has } from '../../kit/text.ts';
import type { CcagKind } from './ccag.ts';

const CCAG = 'c\\.?c\\.?a\\.?g\\.?(?:[ -/]{0,2}(?:tic|pi))?|cahier des clauses administratives generales';
const IP = fr`propriété intellectuelle|résultats?|connaissances antérieures|droits? d'(?:utilisation|auteur|exploitation|utiliser)|concède|concession|cède|cession|codes? sources?|utilisation des résultats|tiers désignés`;

/** « Option A » of the advance, of a price or of a meal is another matter. */
const OTHER_OPTION = fr`avances?|article (?:11|5\.2|10)(?:\.\d)?|prix|révision|repas|tarif|prestations? supplémentaires?|pse|variante|reconduction|retenue de garantie|garantie à première demande`;
const OPTION = fr`(?:à l'|de l'|l'|des |les |aux )?options? [ab](?: (?:et|ou|ou l'option|et l'option|et b|et l') ?b?)?(?: (?:de l'|à l')?(?:article|art\.) \d{2}(?:\.\d+)*)?(?: (?:du |des )?(?:${CCAG}))?`;
const LETTERED = fr`(?:articles? |art\. )?[ab]\. ?(?:38|25)(?:\.\d+)*`;
const THIRD = fr`tiers désignés (?:dans|par|au) (?:le |la |ce )?(?:présente? )?(?:marché|contrat|accord-cadre|documents? particuliers?)`;

/** Articles of 2009 on intellectual property, by CCAG. */
const OLD_ARTICLES: Partial<Record<CcagKind, RegExp>> = {
  tic: fr`articles? (?:35|36|37|38)(?:\.\d+)*(?: (?:à|et|,) (?:36|37|38))? du (?:${CCAG})`,
  pi: fr`articles? (?:23|24|25)(?:\.\d+)*(?: (?:à|et|,) (?:24|25))? du (?:${CCAG})`,
};

/** The article of the CCAG-TIC of 2009 on maintenance that the contract does not foresee. */
const OLD_MAINTENANCE = fr`articles? 32(?:\.1)? du (?:${CCAG})`;

/** Subjects that the same articles have since 2021. */
const OTHER_MATTER = fr`maintenance|admission|réception|vérifications?|garantie technique|ajournement`;
const PAST = fr`versions? antérieures?|ne (?:régi|s'appliqu|concern)[a-z]* qu(?:e|'aux?) (?:aux? |les )?(?:contrats?|marchés?) (?:conclus?|notifiés?|passés?|antérieurs?)|anciens?|ancienne|abrogée?s?|précédents?|précédente|était|étaient|avait|n'existe(?:nt)? plus|n'appliqu[a-z]+ plus|n'est plus (?:appliqué|visé|retenu|invoqué)|supprimée?s?|ne prévoi(?:t|ent) plus|pour mémoire|remplacée?s?|plus d'options?|renvoyait|signé en 20[01]\d|conclu en 20(?:0\d|1\d|20)`;

/** What a sentence must hold to be looked at. */
const OLD = [OPTION, LETTERED, ...Object.values(OLD_ARTICLES), OLD_MAINTENANCE, THIRD];

const mayBeOld = (folded: string): boolean => OLD.some((pattern) => has(folded, pattern));

const DATES = fr`(?:16|19) (?:septembre|janvier) 2009|8 septembre 2009|(?:16|19|08)/0[19]/2009|2009`;

/** What exists in the CCAG of 2009 alone. */
export interface Of2009 {
  readonly what: 'option' | 'article' | 'tiers' | 'maintenance';
  readonly sentence: Sentence;
  readonly at: Span;
  /** Before a single option, what its name stands after: « à l'option B », « de l'option B », « l'option B ». */
  readonly before?: 'à' | 'de' | 'le' | undefined;
}

/** True when a sentence tells of the CCAG as history. */
export const isOfPastCcag = (sentence: Sentence): boolean => sentence.has(PAST);

/** The day of 2009 that a sentence gives, and how it is written; undefined where it gives none, or several. */
export function onlyDayOf2009(
  sentence: Sentence,
): { readonly at: Span; readonly form: 'long' | 'figures' | 'year' } | undefined {
  const [one, ...others] = sentence.findAll(DATES);
  if (!one || others.length > 0) return undefined;
  const form = /^\d{1,2} /.test(one.text) ? 'long' : one.text.includes('/') ? 'figures' : 'year';
  return { at: sentence.at(one), form };
}

/** What a piece refers to of the CCAG of 2009 of these kinds, in order; empty where there is nothing. */
export const of2009 = ({ draft }: Piece, kinds: readonly CcagKind[]): readonly Of2009[] =>
  draft.sentencesWith(mayBeOld).flatMap((sentence) => in2009(sentence, kinds) ?? []);

function in2009(sentence: Sentence, kinds: readonly CcagKind[]): Of2009 | undefined {
  if (isOfPastCcag(sentence)) return undefined;
  const inIp = sentence.has(IP) || sentence.section.under(IP) || sentence.passage.rowLabel?.has(IP) === true;
  const hasResults = kinds.includes('tic') || kinds.includes('pi');
  const option = hasResults ? optionIn(sentence, inIp) : undefined;
  if (option) return option;
  const isOnResults = inIp && !sentence.has(OTHER_MATTER);
  const isOnMaintenance = kinds.includes('tic') && sentence.has(fr`maintenance`);
  const cases: readonly (readonly [Of2009['what'], boolean, RegExp | undefined])[] = [
    ['article', hasResults, LETTERED],
    ...kinds.map((kind) => ['article', isOnResults, OLD_ARTICLES[kind]] as const),
    ['maintenance', isOnMaintenance, OLD_MAINTENANCE],
    ['tiers', hasResults && inIp, THIRD],
  ];
  for (const [what, mayBe, pattern] of cases) {
    const m = mayBe && pattern ? sentence.find(pattern) : undefined;
    if (m) return { what, sentence, at: sentence.at(m) };
  }
  return undefined;
}

/** Option A or B of the results, unless another matter has options too. */
function optionIn(sentence: Sentence, inIp: boolean): Of2009 | undefined {
  const option = sentence.find(OPTION);
  if (!option || sentence.has(OTHER_OPTION)) return undefined;
  if (!(inIp || /ccag|25|38/.test(option.text)) || sentence.section.under(OTHER_OPTION)) return undefined;
  const before = BEFORE.find(([words]) => words.test(option.text))?.[1];
  return { what: 'option', sentence, at: sentence.at(option), before };
}

/** Not where two options are named. */
const BEFORE = [
  [/^a l'option [ab](?! et| ou)/, 'à'],
  [/^de l'option [ab](?! et| ou)/, 'de'],
  [/^l'option [ab](?! et| ou)/, 'le'],
] as const;
