import type { Sentence } from '../../kit/draft.ts';
import { DATE_FIGURES, type DateItem, dates } from '../../kit/french/dates.ts';
import { type DurationItem, durations, TIME_UNITS } from '../../kit/french/durations.ts';
import { fr } from '../../kit/french/pattern.ts';
import type { Stretch } from '../../kit/french/scan.ts';
import type { Piece } from '../../kit/piece.ts';
import { findAll, has } from '../../kit/text.ts';
import { isByPronoun } from '../../reading/anaphora.ts';
import { durationsHeard, type HeardDuration, isAnswerToTitle } from '../piece/index.ts';
import { OFFRE } from './mots.ts';

/**
 * How long who bids is held to his word, where no validity is named: « votre devis ne bouge pas durant cinq mois », « passé cent
 * jours, vous redevenez libres », « nous avons trois mois pour vous prendre au mot ».
 */

const BID =
  '(?:offres?|propositions?|soumissions?|reponses?|plis?|devis|chiffrages?|parole(?: donnee)?|projets?|(?<=(?:vos|votre|leurs?|ses|son|mes|nos) )(?:prix|tarifs?|conditions)|(?:prix|tarifs?|conditions)(?= (?:annonces|proposes|remis|offerts)))';
const HOLDS =
  '(?:tien(?:t|nent|dra|dront)|(?:est|sont|sera|seront) tenue?s|vau(?:t|dra)|valent|vaudront|oblige(?:nt|ra|ront)?|engage(?:nt|ra|ront)?|lie(?:nt|ra|ront)?|demeure(?:nt|ra|ront)?|reste(?:nt|ra|ront)?|(?:est|sont|sera|seront) (?:irrevocable|intangible|valable|acquis)e?s?|ne (?:bouge|change|varie)(?:nt|ra|ront)?)';
const BIDDER =
  "(?:vous|nous|je|j'|candidats?|soumissionnaires?|concurrents?|entreprises?|auteurs?|signataires?|soussignee?s?|cocontractants?|prestataires?|fournisseurs?|[a-z]{4,}(?:eurs?|euses?|istes?|iens?))";
const RETRACT =
  '(?:retirer|reprendre|retracter|dedire|revenir (?:dessus|sur)|(?:en )?changer|renoncer|remettre en cause|modifier|retrait|retractation)';
/** What says that who bids is bound, or is not any more. */
const BOUND = new RegExp(
  [
    `\\b${BID}\\b(?! dont)[^.;]{0,60}?\\b${HOLDS}\\b`,
    // « Et l'offre ? Elle tient cinq mois »
    `(?:^[^a-z]*|[;,] )(?:elles?|ils?) ${HOLDS}\\b`,
    `\\b${BIDDER}\\b[^.;]{0,30}? (?:li|ten|engag|oblig|prisonni|captif|captiv)(?:ee?|ue?|er|ere)?s?\\b`,
    `\\b(?:ne |ni |n'|interdi[a-z]* (?:de |d')|abst[a-z]+ (?:de |d')|sans )[^.;]{0,40}?\\b${RETRACT}\\b`,
    '\\b(?:redeven|redevien|serions|serez|serai|etes|est|sont|seront|sera|rendu)[a-z]* (?:alors |de nouveau )?(?:libres?|delie|degage|(?:a )?(?:sa|leur|votre) liberte)',
    "\\bn'(?:etes|est|sont) plus (?:tenue?s?|liee?s?|engagee?s?|obligee?s?)\\b",
    '\\bprendre (?:au mot|sa parole)\\b',
    "\\bpour (?:nous |vous |lui )?(?:dire oui|retenir|choisir|accepter (?:l'|une |votre |cette |son |notre |la )?(?:offre|proposition)|attribuer|se decider|donner (?:sa|notre|son) (?:reponse|accord))",
  ].join('|'),
);
/** The day by which bids are in, from which the time is counted. */
const SINCE =
  /(?<![a-z])(?:clotures?|(?:date |jour |heure )?limites?|remise|depot|echeance|reception (?:des|de votre|de leurs?) (?:offres?|plis?|propositions?)|(?:de|a (?:compter|partir) de) cette date|suivants|de la partent|apres ce jour)(?![a-z])/;
const ABOUT = fr`${BID}|clôture|remettre|répondre|oblige[a-z]*|engage[a-z]*`;
/** Bound to something else, or another time: the contract's own. */
const NOT_OF_BIDS = fr`secret|confidentialité|garant[a-z]*|pai[a-z]+|pay[a-z]+|factur[a-z]*|préavis|titulaires?|résili[a-z]*|sous-trait[a-z]*|contest[a-z]*|recours|tribunal|rejet[a-z]*|attestations?|certificats?|justificatifs?|échantillons?|livrais[a-z]*|qualité|révis[a-z]*|actualis[a-z]*|fermes? (?:pendant|durant)|exécut[a-z]*|assur[a-z]*|travaux|chantier|commandes?|programme|stockage|retirer leurs|questions?|visites?|mise au point|signer|bons?`;

/** As long as offers hold, and no time of grace. */
export const isOfBids = ({ days, months }: DurationItem): boolean =>
  days !== undefined ? days >= 15 && days <= 400 : months !== undefined && months >= 1 && months <= 12;

/** The words around: the sentence before, the title, the label of the row. */
const around = ({ previous, passage, section }: Sentence): string =>
  [previous ?? passage.before, section.heading, passage.rowLabel].map((x) => x?.folded ?? '').join(' ; ');

/** « …, que la parole donnée vaut cent jours, que les questions cessent… »: the clause that a place stands in. */
const APART = /[.;]|, (?:et )?(?:que|qu')/;
const clauseAround = (folded: string, at: number): string =>
  `${folded.slice(0, at).split(APART).at(-1) ?? ''}${folded.slice(at).split(APART)[0] ?? ''}`;

/** Whether a sentence binds who bids at a place of it. */
function binds(sentence: Sentence, { from, to }: Stretch): boolean {
  const { folded } = sentence;
  if (has(clauseAround(folded, from), NOT_OF_BIDS)) return false;
  if (/^[^a-z]*(?:elles?|ils?) /.test(folded) && sentence.previous?.has(NOT_OF_BIDS)) return false;
  const near = findAll(folded, BOUND).some((m) => m.to > from - REACH && m.from < to + REACH);
  if (!near) return false;
  const isSince = SINCE.test(folded.slice(Math.max(0, from - REACH), to + REACH));
  return isSince || has(`${around(sentence)} ; ${folded}`, ABOUT);
}
/** Units between what binds and how long. */
const REACH = 70;

/** « Offre irrévocable », « Maintien des propositions »: what a duration alone, or a day, stands beside. */
const LABEL =
  /^[^a-z]*(?:(?:offres?|propositions?|soumissions?|reponses?|plis?) (?:irrevocables?|tenues?|fermes?|maintenues?|valables?|valides?|bloquees?|liees?)|(?:validite|maintien|tenue|irrevocabilite|duree|force) (?:(?:de |d')?(?:l'|votre |la |des? )?)(?:offres?|propositions?|soumissions?|reponses?|plis?|prix)|(?:duree |delai |temps )?(?:d')?engagement (?:des? |du )?(?:candidats?|soumissionnaires?)|(?:duree|delai) de validite|validite)[^a-z]*$/;
/** « Combien de temps suis-je lié ? » */
const ASKS = fr`(?:li|ten|engag|oblig)(?:ée?|ue?)s? ?\?|(?:offre|proposition|réponse)s? (?:tient|vaut|engage|lie)[a-z -]* ?\?`;
function isLabelled({ folded, passage, previous }: Sentence, { from }: Stretch): boolean {
  const row = passage.rowLabel;
  const label = row && row !== passage ? row.folded : folded.slice(0, folded.indexOf(' :') + 1);
  const asked = previous?.passage === passage && has(previous.folded, ASKS);
  return (LABEL.test(label) || asked) && from - label.length < 24;
}

const isForm = ({ kind }: Piece): boolean => kind === 'rc' || kind === 'ae';

export interface Tenue<T> {
  readonly item: T;
  readonly sentence: Sentence;
}

/** How long bids hold, in other words than those of validity; empty in a piece that no bid is made by. */
export const heldFor = (piece: Piece): Tenue<DurationItem>[] =>
  !isForm(piece) ? [] : heldIn(piece, durationsHeard(piece.draft));

const heldIn = ({ draft }: Piece, heard: ReadonlyMap<Sentence, readonly HeardDuration[]>): Tenue<DurationItem>[] =>
  draft.sentencesWith(TIME_UNITS).flatMap((sentence) => {
    const isHeard = ({ from, to }: Stretch): boolean =>
      !/^ (?:au (?:moins|plus tard) )?(?:avant|a l'avance)(?![a-z])/.test(sentence.folded.slice(to)) &&
      !isOfPrices(sentence) &&
      !sentence.has(OTHER_VALIDITY) &&
      !isOfAnother(sentence) &&
      !isAnswerToTitle(sentence) &&
      (heard.get(sentence)?.some((d) => d.from === from && d.role === 'validite' && d.surety === 'sure') ?? false);
    const item = durations(sentence.folded).find(
      (d) => isOfBids(d) && (isHeard(d) || binds(sentence, d) || isLabelled(sentence, d)),
    );
    return item ? [{ item, sentence }] : [];
  });

/** What holds for a time, and is no offer. */
export const OTHER_VALIDITY = fr`certificat|attestation|garantie de|caution|accord-cadre(?! (?:(?:lui|leur|me|nous|vous|ne|n'|pas) ?){0,3}(?:est|soit|sera|ait été|a été)(?: pas)? (?:attribué|notifié|conclu|signé))|bons? de commande|prix (?:sont|est|reste)|habilitation|extrait|kbis|carte|licence`;

/** « Elle est valable 120 jours »: what the sentence before speaks of, which is no offer. */
const isOfAnother = (sentence: Sentence): boolean =>
  isByPronoun(sentence) && !(sentence.previous?.has(OFFERED) && !sentence.previous.has(OTHER_VALIDITY));
const OFFERED = fr`${OFFRE}`;

/** Prices, of the contract or of nobody: whose offer they are is not said. */
const isOfPrices = (sentence: Sentence): boolean =>
  sentence.has(PRICES) && (!sentence.has(BIDDERS) || sentence.has(FIRM));

/** Firm or revised, prices are the contract's. */
const PRICES = fr`prix|tarifs?|conditions`;
const FIRM = fr`fermes?|révis[a-zé]*|actualis[a-zé]*|titulaires?`;
const BIDDERS = fr`candidats?|soumissionnaires?|concurrents?|entreprises?|vous|votre|vos|je|nous`;

/** « Vous ne pouvez vous dédire jusqu'au 31 août 2027 »: the day until which bids hold. */
const UNTIL = /jusqu'au $|(?<![a-z])avant le $/;
export const heldUntil = (piece: Piece): Tenue<DateItem>[] =>
  piece.draft.sentencesWith(DATE_FIGURES).flatMap((sentence) => {
    const { folded } = sentence;
    const [item, other] = dates(folded);
    if (!item?.iso || other || !UNTIL.test(folded.slice(0, item.from)) || !isForm(piece)) return [];
    const isBinding = binds(sentence, item) && !has(folded, POSSIBLE);
    return isBinding || isLabelled(sentence, item) ? [{ item, sentence }] : [];
  });
/** « Vous pouvez retirer votre offre jusqu'au 5 mars »: what may be done, until the deadline. */
const POSSIBLE = /(?<![a-z]|ne |n')(?:peut|peuvent|pouvez|pourrez|pourront|remis|depose|recu|attendu)[a-z]*/;
