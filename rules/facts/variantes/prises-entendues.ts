import type { Sentence } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import type { Piece } from '../../kit/piece.ts';
import { hearing, isTold, saying } from '../commun/index.ts';
import { ALTERNATIVE, BESIDE, FORMER, NO_VARIANT, OF_DESIGN, PARTIAL, VARIANTE, VARIANTS_ELSEWHERE } from './mots.ts';
import { lotsIn } from './position.ts';
import { isSure, lotsAround, meet, opposed, type Prise } from './prises.ts';

const HEARD = [
  ['variantes/ouvertes', 'autorisees'],
  ['variantes/interdites', 'interdites'],
  ['variantes/exigees', 'exigees'],
] as const;

/** What stands before or above a short answer speaks of variants. */
const isLabelled = ({ passage, previous, section }: Sentence): boolean => {
  const label = passage.rowLabel;
  return (label ? [label] : [previous, passage.lead, section.heading]).some(
    (above) => above?.has(VARIANTE) || above?.has(ALTERNATIVE),
  );
};

const DIFFERENT = fr`autres?|autrement|différ[a-z]*|alternati[a-z]*|écart[a-z]*|remplac[a-z]*|seconde?s?|deuxièmes?|substitu[a-z]*|façon|éloign[a-z]*|dérog[a-z]*|modifi[a-z]*|innov[a-z]*|contre-proposition|en (?:plus|complément|sus)|supplémentaires?`;
const OF_OFFERS = fr`candidats?|soumissionnaires?|concurrents?|entreprises?|participants?|opérateurs?|fournisseurs?|vous|vos|votre|offres?|réponses?|propositions?|base|consultation`;
/**
 * What is offered beside what is asked, by the sentence or by what it stands under: in a description of the need, by the
 * sentence or its label alone.
 */
const isOtherOffer = (piece: Piece, sentence: Sentence): boolean => {
  if (!piece.kinds.includes('rc') && !isLabelled(sentence) && !sentence.has(DIFFERENT) && !sentence.has(VARIANTE))
    return false;
  const { passage, previous, section } = sentence;
  const around = [sentence, passage.rowLabel, passage.lead, previous, section.heading];
  const has = (pattern: RegExp) => around.some((s) => s?.has(pattern));
  return has(VARIANTE) || (has(OF_OFFERS) && (has(DIFFERENT) || has(ALTERNATIVE)));
};

/** True where a piece perhaps says something of variants, be it of some alone. */
export const maySpeakOfVariants = (piece: Piece): boolean =>
  HEARD.some(([concept]) =>
    saying(piece, concept).some(({ sentence }) => isTold(sentence) && isOtherOffer(piece, sentence)),
  );

const KNOWN = fr`(?:votre|vos|sa|ses|leurs?|cette|ces|chaque) variantes?`;
/** « prix de la variante » under « Variante »: what the column is of, and no demand. */
const isCellOfVariant = ({ passage }: Sentence): boolean => passage.table?.headerOf(passage)?.has(VARIANTE) === true;
const OFFERING = fr`candidats?|soumissionnaires?|concurrents?|vous|offres?|réponses?|solutions?|propos[a-z]*|présent[a-z]*|chiffr[a-z]*|remett[a-z]*|remis[a-z]*|dépos[a-z]*|soumett[a-z]*|répond[a-z]*|tarif[a-z]*|prix|devis|exigée?s?|imposée?s?|obligatoires?|autoris[a-z]*|admis[a-z]*`;
const isOffered = (sentence: Sentence): boolean =>
  sentence.has(OFFERING) || (sentence.section.heading?.has(VARIANTE) ?? false);

/** What is heard where expressions read nothing, each sentence once; nothing that is said more surely to be otherwise. */
export function heardPrises(piece: Piece, known: readonly Prise[], read: ReadonlySet<Sentence>): Prise[] {
  const heard = HEARD.flatMap(([concept, position]) =>
    saying(piece, concept)
      .filter(
        ({ surety, sentence }) =>
          !read.has(sentence) &&
          // Where the word stands expressions seldom miss what is said of it.
          (surety === 'sure' || !sentence.has(VARIANTE)) &&
          !sentence.has(FORMER) &&
          !sentence.has(VARIANTS_ELSEWHERE) &&
          !sentence.has(NO_VARIANT) &&
          !sentence.has(OF_DESIGN) &&
          // « Une variante remise seule est écartée » leaves the others open.
          !(position === 'interdites' && sentence.has(VARIANTE) && sentence.has(PARTIAL)) &&
          sentence.passage.list?.checked !== false &&
          // « Il n'y a pas de prestation supplémentaire éventuelle »: beside the offer, and no variant.
          (!sentence.has(BESIDE) || sentence.has(VARIANTE)) &&
          // One that is spoken of as known is not asked for: « ce que votre variante fait gagner ».
          !(position === 'exigees' && (sentence.has(KNOWN) || isCellOfVariant(sentence))) &&
          // Of a garment or a document: the need describes it, and nobody offers it.
          (piece.kinds.includes('rc') || position === 'interdites' || !sentence.has(VARIANTE) || isOffered(sentence)) &&
          // A variant is something else, of those who offer.
          (position === 'interdites' || isOtherOffer(piece, sentence)) &&
          // « Oui » answers what the label asks.
          (sentence.folded.trim().split(' ').length > 3 || isLabelled(sentence)),
      )
      .map((one): Prise => {
        const { sentence } = one;
        const own = lotsIn(sentence.folded);
        const lots = own.length > 0 ? own : lotsAround(sentence);
        return { position, at: sentence.at(), sentence, lots, doubt: hearing(one) };
      }),
  );
  // What expressions have read for all lots, or for some, heard words of no lot do not widen.
  const adds = ({ position, lots }: Prise) => {
    const same = known.filter((prise) => prise.position === position);
    return same.length === 0 || (lots !== undefined && same.every((prise) => prise.lots));
  };
  // What is heard beside a position that is written explains it.
  const isBeside = (prise: Prise, other: Prise) =>
    prise.sentence.passage === other.sentence.passage && !heard.includes(other);
  const isDenied = (prise: Prise) =>
    [...known, ...heard].some(
      (other) =>
        opposed(prise, other) && meet(prise, other) && (isBeside(prise, other) || (isSure(other) && !isSure(prise))),
    );
  return heard.filter(
    (prise) =>
      adds(prise) &&
      !isDenied(prise) &&
      // One sentence heard to say two things: the surer, and neither where both are as sure.
      !heard.some(
        (other) =>
          other !== prise &&
          other.sentence === prise.sentence &&
          (isSure(other) === isSure(prise) ? opposed(prise, other) || other.position === 'autorisees' : isSure(other)),
      ),
  );
}
