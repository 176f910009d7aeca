import type { Sentence } from '../kit/draft.ts';
import { type DurationItem, durations, TIME_UNITS } from '../kit/french/durations.ts';
import { fr } from '../kit/french/pattern.ts';
import type { Phrase } from '../kit/markdown/prose.ts';
import type { Piece } from '../kit/piece.ts';
import type { Span } from '../kit/span.ts';
import { has } from '../kit/text.ts';
import type { Readable } from '../kit/words.ts';

/** How long the offers bind those who make them. */
export interface Validite {
  readonly duration: DurationItem;
  /** Final offers, where the text says so. */
  readonly finale: boolean;
  /** The duration as written. */
  readonly at: Span;
  readonly sentence: Sentence;
}

const OFFRE = '(?:offres?|propositions?|soumissions?|engagements?)';
/** What comes before the duration. `own` forms name the offer, the others take it from what is around. */
const OWN = fr`validite (?:minimale )?(?:des |de l'|de leurs? |de la |de son |d')(?:[a-z]+ )?${OFFRE}|${OFFRE},?(?: (?!dont|prix)[a-z'"(),-]+){0,8} (?:valables?|valides?|maintenues?|validite|irrevocables?)|${OFFRE},?(?: (?!dont|prix)[a-z'"(),-]+){0,6} (?:lie|lient|liera|lieront|engage|engagent|engagera|engageront)|(?:lie|engage|tenu|tenue|lies|engages|tenus|maintenir|maintiennent|maintient|maintien)(?: [a-z'"(),-]+){0,8} ${OFFRE}`;
const LOOSE = fr`(?:elles?|celle-ci|celles-ci|il|ils) (?:[a-z]+ ){0,3}(?:valables?|valides?|maintenues?)|(?:delai|duree|periode) de validite(?! (?:du |des |d'|de (?!celles?-ci)))|(?:lie|engage) (?:le|les) (?:candidat|soumissionnaire)s?`;
const OTHER = fr`certificat|attestation|garantie de|caution|accord-cadre|bons? de commande|prix (?:sont|est|reste)|habilitation|extrait|kbis|carte|licence`;

interface Read {
  readonly own: boolean;
  readonly alone: boolean;
  readonly item: DurationItem;
}

/** True when a sentence speaks of how long something holds, and of nothing else than offers. */
const speaksOf = (words: Readable): boolean => words.has(LOOSE) && !words.has(OTHER);

/** Units of a sentence that is little more than a duration. */
const LONGEST_ALONE = 140;

const read = (phrase: Phrase): Read | undefined => {
  if (!phrase.has(TIME_UNITS)) return undefined;
  const speaks = phrase.has(OWN) || phrase.has(LOOSE);
  const { folded } = phrase;
  if (!speaks && folded.length > LONGEST_ALONE) return undefined;
  const items = durations(folded);
  const first = items[0];
  if (!first) return undefined;
  for (const [own, pattern] of [
    [true, OWN],
    [false, LOOSE],
  ] as const) {
    const m = phrase.find(pattern);
    if (!m) continue;
    const at = items.findIndex((d) => d.from >= m.to);
    const item = items[at];
    if (item && item.from - m.to < 140 && !has(folded.slice(items[at - 1]?.to ?? 0, item.from), OTHER))
      return { own, alone: false, item };
  }
  const alone = folded.length < first.to - first.from + 70;
  return alone || speaksOf(phrase) ? { own: false, alone, item: first } : undefined;
};

const LABEL = fr`validite (?:minimale )?(?:des |de l'|de leurs? |de la |d')(?:[a-z]+ )?${OFFRE}|(?:maintien|engagement) (?:des |de l'|du candidat)`;
const ABOUT = fr`${OFFRE}`;

/** True when the place speaks of offers: its label, its title, or the sentence before. */
function isOffer({ own, alone }: Read, sentence: Sentence): boolean {
  if (own) return true;
  const { passage } = sentence;
  const row = passage.table?.rowOf(passage);
  if (alone) {
    const label = row
      ? row.cells[0] === passage
        ? undefined
        : row.cells[0]
      : (passage.lead ?? passage.section.heading);
    const above = row ? passage.table?.headerOf(passage) : undefined;
    if ([label, above].some((p) => p?.has(LABEL))) return true;
  }
  if (!speaksOf(sentence)) return false;
  const earlier = passage.sentences.slice(0, passage.sentences.indexOf(sentence));
  return (
    [...earlier, passage.section.heading, passage.lead].some((p) => p?.has(ABOUT)) && !sentence.previous?.has(OTHER)
  );
}

const FINALES = fr`offres? (?:[a-z]+ )?finales?`;
/** The durations for which offers stand, in order. */
export function readValidite(piece: Piece): Validite[] {
  return piece.draft.collect(read).flatMap(({ value, sentence }): Validite[] =>
    isOffer(value, sentence)
      ? [
          {
            duration: value.item,
            finale: sentence.has(FINALES),
            at: sentence.at(value.item),
            sentence,
          },
        ]
      : [],
  );
}
