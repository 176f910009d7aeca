import type { Passage, Sentence } from '../../kit/draft.ts';
import { type DurationItem, TIME_UNITS } from '../../kit/french/durations.ts';
import { fr } from '../../kit/french/pattern.ts';
import { defineFact, type Piece } from '../../kit/piece.ts';
import type { Doubt } from '../../kit/rule.ts';
import type { Span } from '../../kit/span.ts';
import { findAll, has } from '../../kit/text.ts';
import { type Readable, wordsOf } from '../../kit/words.ts';
import type { Heard } from '../../reading/hear.ts';
import { hearing, labelled, saying, withUnit } from '../commun/index.ts';
import parties from '../words/pi-parties.json' with { type: 'json' };
import { timesIn, type WrittenTime } from './paiement-durees.ts';

/** A time to pay the contractor, as written. */
export interface DelaiPaiement {
  /** Calendar days; a month counts for thirty. */
  readonly days: number;
  /** Counted from the end of a month: longer than it says. */
  readonly endOfMonth: boolean;
  /** Written as a rank: « le quarante-cinquième jour qui suit ». */
  readonly rank: boolean;
  /** Said of public health establishments. */
  readonly health: boolean;
  readonly sentence: Sentence;
  /** The words of the time alone. */
  readonly at: Span;
  readonly doubt?: Doubt;
}

const PAY = fr`pa[iy]e?r?ons|regl(?:er)?ons|mandat(?:er)?ons|vers(?:er)?ons|honor(?:er)?ons|acquitt(?:er)?ons|paiements?|(?<!congés )pa(?:ie|ye)(?:r|es?|ee?s?|nt|ra|ront|ment)?|payable?s?|payables|reg(?:le|les|lee|lees|lement|lements|ler|lera|lent|leront)|mandate(?:e|es|ment|ments|nt|r|ra)?|mandats? (?:de paiement|administratifs?)|acquitt[a-z]*|virements?|vir(?:e|ent|er|era|eront|ee?s?)|credite(?:e|s|es|ra|ront|nt)?|verse(?:e|es|s|ment|ments|r|ra|nt)?|honor(?:e|ee|ees|er)|delai (?:global|maximum|maximal|legal)|sommes dues`;
/** « Le délai global est de neuf mois »: that of payment where it is spoken of, else that of the works. */
const DELAY_ALONE = fr`délai (?:global|maximum|maximal|légal)(?! de (?:paiement|règlement|mandatement))`;
const DELAY_ALONE_ALL = new RegExp(DELAY_ALONE, 'g');
/** Other events whose time a sentence may give. */
const OTHER_DELAY = fr`verifi[a-z]*|admission|livr[a-z]*|notification|rem(?:ise|is|ises|ettre)|garantie|restitu[a-z]*|liber[a-z]*|retenue|mise en demeure|reclam[a-z]*|contest[a-z]*|reception definitive|validite|valables?|transm(?:et|is|ettre|ission)[a-z]*|adress[a-z]*|depos[a-z]*|present[a-z]*|etabli[a-z]*|interets|moratoires|penalit[a-z]*|retard|preavis|resili[a-z]*|execution|duree|avances?|remboursement|suspen[a-z]*|prolong[a-z]*|decompte final|reponse|observations|periodicite|trimestr[a-z]*|annuel[a-z]*|mensuel[a-z]*|cotisations?|salaires?|sous-traitants? presente|facture(?:r|s|e)? (?:est|sont) (?:emise|etablie|envoyee|adressee)s?`;
/** « après admission, à trente jours »: the event only sets the start. */
const START = fr`(?:apres|des|suivant|sur|au vu de|a l'issue de|a compter de|a partir de|depuis|contre) (?:la |le |l'|les |son |sa |leur |toute )?(?:[a-z]+ (?:de |du |des )?){0,3}(?:service fait|admission|verification|livraison|reception|remise|presentation|depot|transmission|notification|facture|execution)s?`;
/** « dans les 45 jours de la livraison, … » */
const FROM = /^ ?(?:de (?:la |l'|sa |son |leur )?|du |des )[a-z]+/;
/** « …, tout retard ouvrant droit à des intérêts moratoires » */
const IF_LATE =
  /[,;] (?:et )?(?:(?:le |la |l'|tout |toute |a |en cas de )(?:defaut|retard|depassement|inobservation|non-respect|absence)|faute de (?:reglement|paiement)|au-dela de ce)(?![a-z])/;
const NOT_PAYING = fr`interets? moratoires|reglements? amiables?|differends?|litiges?|mediation|conciliation|comptes? prorata|entre (?:les )?(?:entreprises|cotraitants|lots|corps d'etat)|titre executoire|penalites? (?:sont|seront)|rembours[a-z]*|le candidat|entreprises? publiques?|sous reserve de 60|avance (?:est|sera) (?:versee?|payee?)|cautionnement|(?:ses|leurs) (?:propres )?(?:fournisseurs?|sous-traitants?|salaries)`;
/** « La commune règle ses fournisseurs à 45 jours »: the buyer's own are the contractors. */
const BUYER_PAYS = new RegExp(
  `^[^a-z]*(?:(?:les? |la |l'|notre )(?:${parties.acheteur.join('|')}|centre hospitalier|hopital)(?: [a-z'-]+){0,3}?|elle|il) (?:regl|pai|pay|mandat|honor)[a-z]* ses fournisseurs?(?![a-z])`,
);
const TITLE = fr`paiements?|reglements?|mandatement|facturation|modalites de reglement`;
const END_OF_MONTH = fr`fin de (?:ce |chaque )?mois|fin du mois|le (?:10|15|dix|quinze) du mois suivant`;
const AFTER = fr`^ ?(?:jours )?,? ?(?:date de (?:reception|facture)[a-z ]*,? ?)?(?:calendaires |nets? )?,? ?(?:(?:a|a la|la) )?fin de mois`;
const HEALTH = fr`etablissements? (?:publics? )?(?:de sante|hospitaliers?|sanitaires?)|hopita(?:l|ux)|service de sante des armees|centres? hospitaliers?`;

/** « La caisse dispose de 45 jours pour s'en acquitter ». */
const TO_PAY = fr`^ ?(?:[a-z]+ ){0,2}(?:pour|afin de) (?:s'en acquitter|s'acquitter (?:de|du|des)|(?:les? |la |l'|en )?(?:payer|regler|mandater|honorer)|proceder (?:au|a (?:leur|son|la|l')) ?(?:paiement|reglement|mandatement|mise en paiement))`;
/** « Le médecin a 45 jours pour rendre son avis »: someone else's time. */
const FOR_ELSE = fr`^ ?(?:\([0-9]+\) )?(?:[a-z]+ ){0,2}(?:pour|afin de) (?!(?:s'en acquitter|s'acquitter|(?:les? |la |l'|en )?(?:payer|régler|mandater|honorer|verser|procéder|effectuer))(?![a-z]))[a-z']{3,}`;
const HOLDER = fr`titulaire|prestataires?|sous-traitants?|candidats?|entreprises?|mandataire|fournisseur`;

/** « payé tous les trois mois », « pendant deux mois »: no time to pay. */
const PERIOD =
  /(?:(?:tous les|toutes les|pendant|durant|par periodes? de|sur|au cours des|plus de|au-dela de|depuis|intervalles? (?:reguliers? |maximums? )?de|espacee?s de)(?: (?:les|ces|la|toute la))? ?|(?:plus|au-dela) d')$/;

/** « Dans les deux mois avant l'échéance »: counted back, as a time to pay is not. */
const AHEAD = /^ ?(?:\(\d+\) )?(?:jours|mois)? ?(?:avant|precedant|prealables?)(?![a-z])/;

/** « Le titulaire verse à l'Agence 2 % de ses ventes », « une redevance sur son chiffre d'affaires »: the money goes the other way. */
const BACK = fr`(?:titulaires?|prestataires?|exploitants?|entreprises?|cocontractants?|éditeurs?)(?: [^.;]{0,80})?,? (?:(?:il|elle|lui) )?(?:reverse|acquitte|verse|paie|rembourse)(?:nt|ra|ront)? (?:à|au|auprès|une redevance|des redevances|la redevance)|redevances? [^.;]{0,60}(?:chiffres? d'affaires|ventes|recettes)`;

/** « réglées au prix de journée, dans la limite de 60 jours »: days of work, unless they are counted from something. */
const AMOUNT = fr`(?:dans la limite|à concurrence|à hauteur|à raison|sur la base|au prix|pour un (?:maximum|total|volume|forfait)) (?:[a-z]+ ){0,2}(?:de|d')|plafonnée?s? à|(?:limitée?s?|arrêtée?s?|rapportée?s?) à`;
const ENDS = new RegExp(`(?:${AMOUNT.source}) ?$`);
const COUNTED = fr`à (?:compter|partir)|après|suivant|date de|fin de mois|réception|de la facture|maximum après`;
const OF_WORK = fr`^ ?(?:\(s\) ?)?(?:ouvrés |calendaires |ouvrables )?(?:(?:de |d')(?:[a-z]+ ){0,2}?(?:travail|prestations?|présence|formation|conseil|développement|assistance|intervention|étude|expertise|location|garde|mission|ingénieur|consultant|technicien)s?|[-/ ]? ?(?:hommes?|personnes?|agents?)(?![a-z])|par (?:an|mois|personne|agent)|(?:prestés|travaillés|effectués|consommés|facturés))`;
const OWED = fr`délais?|termes?|factures?|sommes dues|acomptes?|solde|créances?|demandes? de paiement`;
const isOfWork = (before: string, rest: string): boolean =>
  has(rest, OF_WORK) || (ENDS.test(before) && !has(rest.slice(0, 50), COUNTED) && !has(before, OWED));

/** « une avance est versée pour chaque lot dont le délai dépasse deux mois »: what is compared is no payment. */
const IF = fr`dont|si|s'il|s'ils|s'elles?|lorsque|lorsqu'|quand|dès lors|d'une durée`;
const COMPARED = fr`dépass[a-z]*|exc[eè]d[a-z]*|supérieure?s?|inférieure?s?|plus de|moins de|au moins|attei[a-z]+|égale?s?`;
/** « dans un délai dont le terme ne dépasse pas… »: the time itself. */
const OF_DELAY = /(?<![a-z])(?:delai|terme)(?: [a-z]+){0,3},? $/;
function isCompared(before: string): boolean {
  const clause = findAll(before, IF).at(-1);
  if (!clause || OF_DELAY.test(before.slice(0, clause.from))) return false;
  const words = before.slice(clause.from);
  return has(words, COMPARED) && !has(words, PAY);
}

/** Calendar days of a duration; undefined for hours. */
export const daysOf = (d: DurationItem): number | undefined =>
  d.days ?? (d.unit === 'mois' ? d.value * 30 : d.unit === 'an' ? d.value * 365 : undefined);

/** Money goes to the contractor, in whatever words. */
const PAID = fr`${PAY.source}|liquid[a-z]+|argent|fonds|compte|perçoi[a-z]*|perçu[a-z]*|touche[a-z]*|sold[a-z]+|créances?|dûe?s?`;
/** What the contractor owes to others. */
const HOLDER_PAYS = fr`sous-traitants?|pénalités?|avance|indemnités?|intérêts`;

const LONGER =
  "(?:(?:(?:est|sera|serait)(?: [a-z]+)? )?(?:porte|etendu|allonge|prolonge|releve|repousse)e?s? (?:a|jusqu'a)|passe(?:ra)? a|(?:est|sera)(?: [a-z]+)? de|(?:peut )?attein(?:t|dra|dre)|va jusqu'a)";
/** « Ce délai est porté à 45 jours », « il est toutefois de 60 jours »: the time that was given just before. */
const SAME_DELAY = new RegExp(
  `(?:^|[ ,])(?:(?<named>(?:ce|ledit|le meme) (?:delai|terme)(?: de paiement)?)|il|celui-ci) ${LONGER}(?: les)? $`,
);
/** « Pour les livrables, … »: a case of the same. */
const CASE = /^[^a-z]*(?:par exception,? )?(?:pour|lorsqu|si |s'il|quand|en cas|s'agissant|quant|dans le cas|au cas)/;
/** « dans les trente jours, portés à soixante pour le solde », « ; ce délai passe à soixante ». */
const THEN = new RegExp(
  `^[^;.]{0,60}(?:, (?:(?:ce |un )?(?:delai|terme) )?|; (?:[a-z' ]{0,60}, )?ce (?:delai|terme) )${LONGER} $`,
);

/** « … à trente jours, sauf celles de mai, qui le sont à soixante »: the verb is not said again. */
const EXCEPT =
  /^[^;.]{0,40}(?:sauf|excepte|hormis|a l'exception|mais|tandis que|quant)[^;.]{0,80} le (?:sont|seront|est|sera) (?:a|en|sous|dans)(?: un delai de| les)? $/;

interface Time {
  readonly item: DurationItem;
  /** The sentence itself says that it is a time of payment. */
  readonly paying: boolean;
  /** It is the time that the sentence before gave, made longer. */
  readonly again: boolean;
  readonly rank: boolean;
  readonly endOfMonth: boolean;
  readonly to: number;
}

const lastIn = (words: string, pattern: RegExp): number => findAll(words, pattern).at(-1)?.from ?? -1;

/** The words before a time, without what starts it, and with a demand of payment as an invoice. */
const plain = (before: string): string =>
  before
    .replace(START, ' ')
    .replace(OF_WHAT, ' ')
    .replace(/demandes? de paiement/g, 'facture');
/** « Les sommes dues au titre de l'exécution »: what is paid for. */
const OF_WHAT =
  /(?<![a-z])(?:au titre|en (?:paiement|reglement|contrepartie)|pour prix) d(?:e la |e l'|e |u |es )(?:execution|realisation|livraison|prestation)s?/g;

/** « Le titulaire répond sous », and not « Le titulaire est, dans les ». */
const HOLDER_ACTS =
  /^[^a-z]*(?:les? |la |l'|tout |chaque )?(?:titulaires?|prestataires?|sous-traitants?|entreprises?|mandataire|fournisseurs?) (?!est|sont|sera|seront|a |ont )[a-z]+ /;
const PAID_AFTER = fr`^.{0,60}(?<!congés )(?:paye|payee|reglee|mandatee|paiement)s?`;

/** Whether the words around a time, or the time before it in the sentence, make it one of payment. */
function isOfPayment(before: string, rest: string, last: Time | undefined): boolean {
  const pays = lastIn(plain(before), PAY);
  const others = lastIn(plain(before), OTHER_DELAY);
  if (pays > others) return true;
  // « Dans les 45 jours, la facture est payée ».
  const isFollowed =
    !last &&
    others < 0 &&
    !has(rest, FOR_ELSE) &&
    !HOLDER_ACTS.test(before) &&
    has(rest, PAID_AFTER) &&
    !has(rest.replace(FROM, ' ').replace(START, ' '), OTHER_DELAY);
  return (
    isFollowed ||
    (!has(before, HOLDER) && has(rest, TO_PAY)) ||
    (last?.paying === true && (THEN.test(before) || EXCEPT.test(before)))
  );
}

/** « Ce délai est porté à 45 jours »: the words before a time take up the one of the sentence before. */
function isAgain(before: string): boolean {
  const same = SAME_DELAY.exec(before);
  if (!same || before.includes(';')) return false;
  return !has(plain(before), OTHER_DELAY) || (same.groups?.named !== undefined && CASE.test(before));
}

/** The times a sentence gives, those of payment known from what stands last before them. */
const read = (phrase: Readable): Time[] => {
  if (!phrase.has(TIME_UNITS)) return [];
  const times = timesIn(phrase.folded);
  const said = besideLate(phrase);
  if (times.length === 0 || has(said.replace(BUYER_PAYS, 'il paie '), NOT_PAYING) || has(said, BACK)) return [];
  const out: Time[] = [];
  let from = 0;
  for (const time of times) {
    const { item } = time;
    if (item.to > said.length) break;
    const before = phrase.folded.slice(from, item.from);
    from = item.to;
    const rest = phrase.folded.slice(item.to, item.to + 70);
    if (PERIOD.test(before) || AHEAD.test(rest) || isOfWork(before, rest) || isCompared(before)) continue;
    out.push(timeAt(time, before, rest, out.at(-1)));
  }
  return out;
};

/** What follows from a late payment, said at the end of the sentence, is not the payment. */
function besideLate(phrase: Readable): string {
  const late = phrase.has(NOT_PAYING) ? phrase.folded.search(IF_LATE) : -1;
  return late > 0 ? phrase.folded.slice(0, late) : phrase.folded;
}

/** A time with the words on either side of it; `last`: the one before it. */
function timeAt({ item, rank, month, second }: WrittenTime, before: string, rest: string, last?: Time): Time {
  const ending = has(rest, AFTER);
  return {
    item,
    paying: second ? last?.paying === true : isOfPayment(before, rest, last),
    again: isAgain(before),
    rank,
    endOfMonth: ending || month,
    to: ending ? item.to + (/fin de mois/.exec(rest)?.index ?? 0) + 'fin de mois'.length : item.to,
  };
}

const labelOf = (passage: Passage): string | undefined => {
  const row = passage.table?.rowOf(passage);
  if (!row || row.cells[0] === passage) return undefined;
  return [row.cells[0]?.folded, passage.table?.headerOf(passage)?.folded].join(' ; ');
};

/** A bare time under a title or a label of payment: « Le délai est de 45 jours ». */
function isUnderTitle({ passage, folded }: Sentence): boolean {
  const label = labelOf(passage);
  if (label !== undefined)
    return has(label, fr`(?:délai|terme) (?:[a-z]+ ){0,2}(?:de )?(?:paiement|règlement)`) && !has(label, OTHER_DELAY);
  if (!passage.section.heading?.has(TITLE) || folded.length > 70) return false;
  return (
    has(
      folded,
      fr`(?:le |ce )?délai (?:[a-z]+ ){0,2}(?:est|sera)|^[^a-z]*délais?(?: [a-z]+){0,3} ?:|fin de mois|^ ?[a-z0-9() -]{3,30}\.?$`,
    ) && !has(folded, OTHER_DELAY)
  );
}

/** Nothing around speaks of payment: the time is that of the works, or of the whole. */
const isOfWorks = ({ folded, previous, section, passage }: Sentence): boolean =>
  has(folded, DELAY_ALONE) &&
  !has(folded.replace(DELAY_ALONE_ALL, ' '), PAY) &&
  ![previous, section.heading, passage.lead, passage.rowLabel].some((p) => p?.has(PAY));

/** Money goes to the contractor within the only time of the sentence, and no other time is named. */
const mayBeHeard = (sentence: Sentence): boolean =>
  !sentence.passage.cell && sentence.has(PAID) && !sentence.has(OTHER_DELAY) && !sentence.has(HOLDER);

function timesTold(piece: Piece): readonly DelaiPaiement[] {
  const out: DelaiPaiement[] = [];
  const asked = new Map(saying(piece, 'execution/delai-de-paiement').map((one) => [one.sentence, one]));
  for (const { value, sentence } of piece.draft.collect(read)) {
    if (sentence.passage.isTitle || isOfWorks(sentence)) continue;
    const isNext = out.length > 0 && out.at(-1)?.sentence === sentence.previous;
    out.push(...paidIn(value, sentence, isNext, asked.get(sentence)));
  }
  return out;
}

/** `isNext`: the sentence before gave a time of payment. */
function paidIn(
  times: readonly Time[],
  sentence: Sentence,
  isNext: boolean,
  asked: Heard | undefined,
): readonly DelaiPaiement[] {
  const only = times.length === 1 ? times[0] : undefined;
  const isSaid = only !== undefined && ((only.again && isNext) || isUnderTitle(sentence));
  const heard = only && mayBeHeard(sentence) ? asked : undefined;
  return times.flatMap(({ item, paying, rank, endOfMonth, to }) => {
    const sure = paying || isSaid;
    const days = daysOf(item);
    if (days === undefined || !(sure || heard)) return [];
    return {
      days,
      rank,
      endOfMonth: endOfMonth || sentence.has(END_OF_MONTH),
      health: sentence.has(HEALTH),
      sentence,
      at: sentence.at({ from: item.from, to }),
      doubt: sure ? undefined : heard && hearing(heard),
    };
  });
}

/** « Mandatement et virement | 40 jours fin de mois » */
function timesInRows(piece: Piece, told: readonly DelaiPaiement[]): readonly DelaiPaiement[] {
  const known = new Set(told.map(({ sentence }) => sentence));
  const rows = labelled(piece.draft).filter(
    ({ sentence, label }) => !known.has(sentence) && !label.has(HOLDER_PAYS) && label.has(PAY),
  );
  return rows.flatMap(({ sentence, label, said: alone, from }) => {
    const { folded } = sentence.passage;
    const measured = withUnit(sentence.passage);
    const said = measured === folded ? alone : wordsOf(`${label.folded.trimEnd()} : ${measured}`);
    return read(said).flatMap(({ item, paying, rank, endOfMonth, to }) => {
      const days = daysOf(item);
      if (!paying || days === undefined || item.from < from) return [];
      const at = sentence.passage.at({ from: item.from - from, to: Math.min(to - from, folded.length) });
      return [{ days, rank, endOfMonth, health: said.has(HEALTH), sentence, at }];
    });
  });
}

/** « 45 jours | 45 jours », said lot by lot in one row of a table. True of a time and itself. */
export function areOneTime(one: DelaiPaiement, other: DelaiPaiement): boolean {
  const [a, b] = [one.sentence.passage, other.sentence.passage];
  const row = a.table?.rowOf(a);
  return one === other || (row !== undefined && row === b.table?.rowOf(b) && one.days === other.days);
}

/** Times of payment that a piece gives the contractor; empty when it gives none. */
export const delaisPaiement = defineFact<readonly DelaiPaiement[]>({
  id: 'delai-paiement',
  title: 'Délais de paiement',
  read(piece: Piece) {
    const told = timesTold(piece);
    return [...told, ...timesInRows(piece, told)].sort((a, b) => a.at.start - b.at.start);
  },
  show: (list) =>
    list.length > 0
      ? list.map(({ days, endOfMonth }) => ({ jours: days, finDeMois: endOfMonth || undefined }))
      : undefined,
});

const HEALTH_BUYER = fr`chu|chru|ghu|ap-?hp|ap-?hm|assistance publique|hospices civils|centres? hospitaliers?(?: (?:universitaire|regional|intercommunal))?|groupement hospitalier|hopital(?: public)?|hopitaux|etablissement public de sante`;
/** At the head of a piece, first of all: who works with hospitals, and is none. */
const NO_HOSPITAL = fr`agences? régionales? de santé|ars|caisses? (?:primaire|nationale|régionale)s? d'assurance maladie|cpam|cnam`;
/** « Les séances ont lieu à l'hôpital »: where something is done. */
const HELD_AT = fr`(?:a|ont|aura|auront) lieu|se (?:tien|dérouler?)[a-z]*|à proximité|près d[eu]`;
const PUBLIC_COMPANY = fr`entreprise publique|societe publique locale|societe d'economie mixte|societe anonyme|s\.a\.|epic`;

/** The most days that the buyer of a piece may take: 50 for a public health establishment, 60 for a public company, else 30. */
export function mostDays(piece: Piece): number {
  const heads = piece.consultation.pieces.flatMap((p) => p.draft.passages.slice(0, 25));
  if (heads.some((p) => p.has(PUBLIC_COMPANY))) return 60;
  const buyer = heads.find(
    (p) => p.has(NO_HOSPITAL) || p.sentences.some((s) => s.has(HEALTH_BUYER) && !s.has(HELD_AT)),
  );
  if (buyer) return buyer.has(HEALTH_BUYER) ? 50 : 30;
  // A hospital named once may be anyone's; the buyer is named at the head, or again and again.
  const all = piece.consultation.pieces.flatMap((p) => p.draft.passages);
  return all.filter((p) => p.has(HEALTH_BUYER)).length >= 3 ? 50 : 30;
}
