import type { Sentence } from '../../kit/draft.ts';
import { durations } from '../../kit/french/durations.ts';
import { fr } from '../../kit/french/pattern.ts';
import { defineFact, type Piece } from '../../kit/piece.ts';
import { answering, hearing, type Said, saying, whole } from '../commun/index.ts';
import { offres } from '../offres/index.ts';
import { type Exclusion, readExclusions } from './exclusion.ts';
import { OPERATEUR, type Prealable, readPrealables, SEVERAL } from './mentions.ts';
import { NAMED_MATTER, type Partage, readPartages } from './partage.ts';
import { isOnlyAsked, leavesOneAsked } from './restant.ts';

export interface Sourcage {
  /** What was done with operators before the consultation, in order. Empty when the piece mentions nothing. */
  readonly prealables: readonly Prealable[];
  /** What of it is given to all candidates. */
  readonly partages: readonly Partage[];
  readonly exclusions: readonly Exclusion[];
  /** The single operator met; undefined when there were several or the number is not said. */
  readonly seul: Said | undefined;
  /** A deadline is given, by a date, a delay or a reference to the notice. */
  readonly delai: boolean;
}

const BY_REFERENCE = fr`(?:dates?|heures?|delais?|echeances?)(?: (?:et|heures?|dates?|limites?|de|la|des|d'|l'|ou|du|pour|remise|reception|depot|transmission|offres|plis|candidatures))* (?:est |sont |sera |seront )?(?:[a-z]+ ){0,3}?(?:indique|fixe|precise|mentionne|figura|figure|porte|inscrit|annonce|prevu|communique)[a-z]* (?:[a-z]+[ ']){0,6}?(?:avis|invitation|page de garde|lettre de consultation|profil d'acheteur|plateforme|plate-forme|couverture|aapc|annonce)|(?:date|heure|delai|echeance)s?(?: [a-z']+){0,6} ?: ?(?:celles?|ceux|celui|voir|cf\.?|selon|se (?:reporter|referer)) (?:[a-z]+[ ']){0,4}?(?:avis|invitation|page de garde|lettre de consultation|profil d'acheteur|plateforme|plate-forme|aapc|annonce)|(?:avis|invitation|lettre de consultation|page de garde)(?: [a-z'-]+){0,8}? (?:precise|fixe|indique|mentionne|porte|donne)[a-z]* (?:[a-z]+ ){0,4}?(?:date|delai|echeance)`;
/** « Jusqu'au lundi 8 mars 2027 », under « Jusqu'à quand répondre ? » */
const UNTIL = fr`(?:jusqu'au|avant le|au plus tard le) (?:[a-z]+ )?\d{1,2}(?:er)? [a-zéû]+ 20\d\d`;
const ANSWERING = fr`répon[a-z]+|offres?|plis?|remise|dépôts?|déposer`;
const KNOW = fr`prendre connaissance|prise de connaissance|en prendre connaissance|avant la (?:date|remise|reception|limite)|delai (?:suffisant|d'au moins|minimum|de)|au moins|dispos(?:e|ent|era|eront)`;

const TIME = fr`délais?|dates?|jours?|semaines?|mois|échéances?|termes?|temps|loisir|heures?|limites?`;
const CANDIDATES = fr`offres?|candidats?|soumissionnaires?|participants?`;
/** True when the piece says by when offers are due, or how long candidates have after the information is shared. */
function hasDelai(piece: Piece, prealables: readonly Prealable[]): boolean {
  const { limites, limitesCandidatures } = piece.ask(offres);
  if (limites.length > 0 || limitesCandidatures.length > 0) return true;
  if (piece.draft.sentencesWith(BY_REFERENCE).length > 0) return true;
  if (piece.draft.sentencesWith(UNTIL).some((s) => s.section.heading?.has(ANSWERING))) return true;
  const sections = new Set(prealables.map((p) => p.sentence.section));
  const isDelay = (s: Sentence) => s.has(TIME) && (sections.has(s.section) || s.has(NAMED_MATTER));
  if (answering(piece, 'sourcage/delai-apres-partage', isDelay)) return true;
  const about = (s: Sentence) => s.has(CANDIDATES) && s.has(KNOW);
  return piece.draft.sentences.some((s) => sections.has(s.section) && about(s) && durations(s.folded).length > 0);
}

const MORE = fr`(?:l'a|l'ont) (?:[a-z]+ )?ete|(?:un|une|d')(?: ?autres?| seconde?| deuxieme) (?:${OPERATEUR})|d'autres (?:${OPERATEUR})|(?:a|ont) (?:egalement|aussi|ensuite|puis) (?:ete )?(?:rencontre|recu|consulte|interroge|entendu|sollicite|echange)e?s?`;

const OPERATOR = fr`${OPERATEUR}`;

/** « Entretiens avec les opérateurs », the label of the row that counts them. */
const isBeside = ({ passage }: Sentence, one: Prealable | undefined): boolean =>
  passage.table?.rowOf(passage)?.cells.some((c) => c === one?.sentence.passage) ?? false;

/** « Si l'un d'eux disposait d'une information… »: what may happen, and nothing that took place. */
const SUPPOSED = /^[^a-z]*(?:si |s'il|lorsqu|dans (?:l'hypothese|le cas) ou |au cas ou |a supposer |quand )/;

const SILENCE = fr`n'(?:ont|a)|décliné|refusé|renoncé|sans réponse|silencieu(?:x|ses?)|muette?s?|désistée?s?|excusée?s?`;

/** One is heard, of those that were asked. */
const ONE_HEARD = fr`(?:un|une) seule? (?:d'entre (?:eux|elles)|de ces [a-z]+) (?:a|ont) (?:[a-z]+ )?(?:pu |accepté d')?(?:être |été )?(?:entendu|reçu|rencontré|auditionné|consulté)e?|n'(?:a|avons|ont) (?:[a-z]+ )?(?:pu )?(?:en )?(?:recevoir|rencontrer|entendre|auditionner|reçu|rencontré|entendu|auditionné) qu'une?(?= ?(?:[,.;]|$| seule?))|(?:la|le) seule? que nous (?:ayons|avons) (?:entendu|reçu|rencontré|consulté)e?|n'(?:a|avons|ont) (?:[a-z]+ ){0,2}?(?:reçu|rencontré|entendu|auditionné|visité)(?: [a-z]+){0,3} que (?:la |le |l')(?:${OPERATEUR})`;

/** « Des quatre maisons auxquelles nous avions écrit, une seule, l'atelier Sonora, a pu nous recevoir »: several asked, one who came. */
const ONE_CAME = fr`(?:un|une) seule?(?:,? [a-z' -]{2,40},)? (?:est|s'est|a|nous a)(?: [a-z]+)? ?(?:venue?|déplacée?|pu nous (?:recevoir|rencontrer|entendre)|reçus?|nous (?:recevoir|rencontrer)|accepté de nous|présenté|montré)`;
const SEVERAL_ASKED = fr`(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|\d+|plusieurs) (?:[a-z]+ ){1,3}?(?:(?:que|auxquel(?:le)?s) nous av(?:i?ons|ait) )?(?:[a-z]+ )?(?:appelée?s?|écrit|sollicitée?s?|contactée?s?|approchée?s?|invitée?s?|interrogée?s?)|(?:écrit|écrivions|sollicité|contacté|appelé|approché) (?:à )?(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|\d+|plusieurs)`;

/** The only operator met: one is said to be, and no other sentence of the piece speaks of more. */
function onlyOne(piece: Piece, prealables: readonly Prealable[]): Said | undefined {
  // « Nous avions écrit à six fabricants. Cinq n'ont pas donné suite »
  const left = piece.draft.sentencesWith(SILENCE).find((s) => leavesOneAsked(s, OPERATEUR));
  if (left) return whole(left, undefined);
  // « Nous avons écrit à six constructeurs. Un seul d'entre eux a pu être entendu »
  const alone =
    piece.draft.sentencesWith(ONE_HEARD).find((s) => s.has(OPERATOR) || s.previous?.has(OPERATOR)) ??
    piece.draft.sentencesWith(ONE_CAME).find((s) => s.has(SEVERAL_ASKED) || s.previous?.has(SEVERAL_ASKED));
  if (alone) return whole(alone, undefined);
  // Several asked and one met is one met; one who is met by another than the buyer, or who is no operator, is none.
  const heard = saying(piece, 'sourcage/operateur-unique').find(
    ({ sentence, surety }) =>
      surety === 'sure' ||
      (!SUPPOSED.test(sentence.folded) && (sentence.has(OPERATOR) || prealables.some((p) => p.sentence === sentence))),
  );
  const isAsked = (s: Sentence) => heard !== undefined && heard.sentence.section === s.section && isOnlyAsked(s);
  const [one, ...more] = prealables.filter((p) => p.nombre !== undefined && !isAsked(p.sentence));
  const seul = heard && whole(heard.sentence, hearing(heard));
  const several = answering(
    piece,
    'sourcage/plusieurs-operateurs',
    (s, sure) => s !== seul?.sentence && !isBeside(s, one) && !isAsked(s) && (sure || s.has(SEVERAL)),
  );
  if (several) return undefined;
  if (!one) return seul;
  const only = one.sentence === seul?.sentence ? seul : one.nombre === 1 ? one : undefined;
  if (!only || more.length > 0) return undefined;
  // « … a rencontré la société Alpha. La société Bêta l'a été également. »
  const others = one.sentence.passage.sentences.some((s) => s !== one.sentence && s.has(MORE));
  return others ? undefined : one.nombre === 1 ? one : only;
}

/** « De quatre maisons sollicitées, une seule a pu nous recevoir »: one met is an exchange, where no other is told. */
const withOnly = (told: readonly Prealable[], seul: Said | undefined): readonly Prealable[] =>
  told.length > 0 || !seul ? told : [{ kind: 'echange', nombre: 1, ...seul }];

/** What is said of the time before the consultation: exchanges, participation, sharing, exclusions. */
export const sourcage = defineFact<Sourcage>({
  id: 'sourcage',
  title: 'Sourçage et participation préalable',
  read(piece) {
    const told = readPrealables(piece);
    const seul = onlyOne(piece, told);
    const prealables = withOnly(told, seul);
    return {
      prealables,
      partages: readPartages(piece, prealables),
      exclusions: readExclusions(piece, prealables),
      seul,
      delai: hasDelai(piece, prealables),
    };
  },
  show({ prealables, partages, exclusions, delai }) {
    if (prealables.length === 0 && exclusions.length === 0) return undefined;
    return {
      prealables: prealables.map(({ kind, nombre, sentence }) => ({ nature: kind, nombre, texte: sentence.text })),
      partages: partages.map(({ sensible, reserve, sentence }) => ({ sensible, reserve, texte: sentence.text })),
      exclusions: exclusions.map(({ contradictoire, sentence }) => ({ contradictoire, texte: sentence.text })),
      delai,
    };
  },
});
