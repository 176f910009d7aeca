import type { Sentence } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import type { Stretch } from '../../kit/french/scan.ts';
import type { Span } from '../../kit/span.ts';
import { find, has } from '../../kit/text.ts';

/** Words that bring a reason. */
const BECAUSE = fr`car|en raison|étant donné|parce|puisque|puisqu|du fait|compte tenu|dans la mesure où|dès lors|afin de|au motif|(?:motif|raison|considération|justification)s?|en effet|considérant|eu égard|au regard|faute de|justifi[a-z]*|motiv[a-z]*`;
/** What the law and practice call reasons. */
const GROUNDS = fr`(?:prestations?|(?<!(?:fait|font|faire|fera) l')objet|besoins?|missions?|travaux|fournitures) (?:[a-z']+ ){0,4}(?:distincte?s?|indissociables?|homogènes?|liée?s?|indivisibles?|interdépendante?s?|séparables?|séparées|dissociables?|(?<!(?:opérateur|titulaire|prestataire|attributaire|interlocuteur|entreprise|groupement|candidat) )unique)|identif(?:ication|ier) [^.;]{0,30}distinct|indivisib[a-z]*|interdépendan[a-z]*|indissociab[a-z]*|(?:techniquement|financièrement|économiquement) (?:plus )?[a-z]+|(?:restreindre|limiter|réduire) la concurrence|plus (?:difficile|complexe|coûteu[sx]e?|onéreu[sx]e?)|surcoûts?|(?:même|seul|unique) (?:objet technique|code|ensemble|modèle|outil)|forment? un tout|tout (?:cohérent|indivisible|homogène)|étroitement|cohérence|coordination|lots séparés|ne peut (?:en )?être détaché|rapport de présentation|même question|homogénéité|caractère (?:unique|global|homogène)`;
/** « Un seul titulaire » is what having no lots comes to, and a reason where it is needed. */
const ONE_HOLDER = fr`(?:même|seul|unique) (?:prestataire|titulaire|interlocuteur|opérateur)|(?:interlocuteur|opérateur|titulaire|prestataire) unique`;
const NEEDED = fr`doi(?:t|vent)|devr(?:a|ont)|faut|nécess[a-z]*|exig[a-z]*|impos[a-z]*|requi[a-z]*|suppos[a-z]*|perme[a-z]*|garanti[a-z]*|indispensables?|besoin|appel(?:le|lent)|pour|afin|assurer|évit[a-z]*|sans quoi|seule? capable|peut seule?|ne peu(?:t|vent)|sauraient|saurait`;
const isGround = (folded: string): boolean => has(folded, GROUNDS) || (has(folded, ONE_HOLDER) && has(folded, NEEDED));
const REPORT = fr`rapport de présentation|fiche de (?:recensement|procédure)|documents? (?:relatifs à la procédure|conservé)`;
/** « marché unique de prestations », « il s'agit d'un lot unique »: the statement over again. */
const TAUTOLOGY =
  /^[^a-z]*(?:(?:il |le |la |l'|ce |cette |un |une |s'agit |d'un |d'une |est |sera |constitue |que |qu'|de |des |du |prestations?|services?|fournitures?|travaux|marche|consultation|accord-cadre|contrat|lot|unique|global|seul|seule|non|alloti|allotie|present|presente|pas|n'est|ne|en|lots|divise)[\s,.:;-]*)*$/;

/** « Un même titulaire assure la conception et l'animation », « un prestataire unique livre et forme »: what follows of having no lots, and not why. */
const HOLDER = '(?:titulaire|prestataire|attributaire|operateur|entreprise|interlocuteur|groupement|fournisseur)';
const ONE_DOES = new RegExp(
  `^[^a-z]*(?:le |la )?(?:une? )?(?:(?:meme|seule?|unique) ${HOLDER}(?: unique)?|${HOLDER} (?:unique|seule?)) (?:assure|execute|realise|fournit|conduit|prend|porte|est charge|sera charge|exploite|gere|mene|repond|livre|installe|pose|entretient|heberge|forme|concoit)`,
);
/** « … : le titulaire aura en charge le logiciel et la formation »: what there is to do. */
const HOLDER_DOES = new RegExp(
  `^[^a-z]*(?:le |la |l'|il )(?:${HOLDER} )?(?:aura |prend(?:ra)? |a )?(?:en charge|a (?:sa )?charge|la charge|assure|execute|realise|fournit|livre|installe|entretient|exploite)`,
);
/** « … : nous ne les séparons pas en plusieurs contrats »: the statement in other words. */
const OVER_AGAIN =
  /^[^a-z]*[^,.;]{0,40}\b(?:ne|n')[^,.;]{0,30}\b(?:separ|divis|decoup|fractionn|scind|reparti|allot)[a-z]*(?: pas)?(?: (?:en|entre) (?:plusieurs |divers )?[a-z]+)?[^a-z]*$/;

/** What follows « car », « en raison de », « : » says more than the statement itself. */
function reasonIn(folded: string, statement: Stretch): boolean {
  const after = folded.slice(statement.to);
  const lead = folded.slice(0, statement.from);
  const because = find(after, BECAUSE);
  if (because) {
    const said = after
      .slice(because.from)
      .replace(/^[a-z' ]*?(?:suivante?s?|ci-apres|qu'|que|de|du|des|la|les|ou)\b/, '')
      .replace(/^.*?(?:motifs?|raisons?)[^:]*: ?/, '');
    return !TAUTOLOGY.test(said) || isBlankReason(said);
  }
  if (isGround(after)) return true;
  const colon = /^[^:]{0,80}: ?(.*)$/.exec(after)?.[1];
  if (
    colon &&
    colon.split(' ').length > 3 &&
    !TAUTOLOGY.test(colon) &&
    !ONE_DOES.test(colon) &&
    (!HOLDER_DOES.test(colon) || isGround(colon)) &&
    !OVER_AGAIN.test(colon)
  )
    return true;
  const why = find(lead, BECAUSE);
  return isGround(lead) || (why !== undefined && !TAUTOLOGY.test(lead.slice(why.to)));
}
/** A field for the reason: `redaction/champ-a-completer` asks for it. */
const isBlankReason = (said: string): boolean => /\[|\.{4,}|_{3,}/.test(said);

/** What fills the column of reasons. */
const isReasonCell = ({ passage, folded }: Sentence): boolean =>
  passage.cell !== undefined &&
  passage.cell.row > 0 &&
  (passage.table?.headerOf(passage)?.has(REASON_HEAD) ?? false) &&
  folded.split(' ').length > 2 &&
  !TAUTOLOGY.test(folded);
const REASON_HEAD = /\b(?:motifs?|raisons?|justifications?|motivations?|pourquoi|explications?)\b/;

/** What brings a reason in words that often do. */
export const bringsReason = (sentence: Sentence): boolean => sentence.has(BECAUSE) || isGround(sentence.folded);

const isConsequence = (sentence: Sentence): boolean => ONE_DOES.test(sentence.folded) && !sentence.has(BECAUSE);

/** « Motif : site unique. » */
const LABELLED = /^(?:motif|raison|justification)s? ?:/;
/** Of a statement that has no words of its own. */
export const NOWHERE: Stretch = { from: 0, to: 0 };

/** A sentence beside the statement that gives its reason, or says where it is. */
function isReason(sentence: Sentence): boolean {
  const { folded } = sentence;
  if ((isGround(folded) && !isConsequence(sentence)) || sentence.has(REPORT) || isReasonCell(sentence)) return true;
  if (LABELLED.test(folded) && reasonIn(folded, NOWHERE)) return true;
  return sentence.has(/\b(?:motifs?|raisons?)\b/) && /\blot|allot/.test(folded);
}

/**
 * Where the reason for a statement such as « n'est pas alloti » stands: in its sentence or its section. A reference to the
 * rapport de présentation is one, a field left for it too, the statement over again is none. `statement` is in the sentence's folded text.
 */
export function reasonFor(sentence: Sentence, statement: Stretch): Span | undefined {
  if (reasonIn(sentence.folded, statement)) return sentence.span;
  const { section, passage } = sentence;
  const near = passage.cell
    ? (passage.table?.rowOf(passage)?.cells.flatMap((c) => c.sentences) ?? [])
    : section.sentences;
  for (const other of near) {
    if (other.span.start === sentence.span.start || other.passage.isTitle) continue;
    if (isReason(other)) return other.span;
  }
  // « Les raisons du non-allotissement sont les suivantes : » and its list.
  return passage.items[0] && /: ?$/.test(sentence.folded) ? passage.items[0].span : undefined;
}
