import { wholeMonths } from '../../kit/calendar.ts';
import type { Sentence } from '../../kit/draft.ts';
import { DATE_FIGURES, dates } from '../../kit/french/dates.ts';
import { type DurationItem, durations, TIME_UNITS } from '../../kit/french/durations.ts';
import { fr } from '../../kit/french/pattern.ts';
import { before } from '../../kit/french/scan.ts';
import type { Piece } from '../../kit/piece.ts';
import { overlaps, type Span } from '../../kit/span.ts';
import { has } from '../../kit/text.ts';
import { readSpans } from '../accord-cadre/index.ts';
import { lotsAround, wordsAt } from '../commun/index.ts';
import { type Duree, duree, withoutCounted } from '../piece/index.ts';
import type { Matter, Said } from './dossier.ts';
import { trancheTerms } from './duree-tranches.ts';

/** A duration that nothing renews, for the whole contract. */
const lasting = (months: number, at: Span, sentence: Sentence): Duree => ({
  lots: [],
  months,
  statedTotal: undefined,
  reconduction: undefined,
  total: months,
  at,
  totalAt: undefined,
  sentence,
});

/** Other contracts and parts of one that a sentence may give a duration to. */
const OTHER_DURATION = fr`marchés? subséquents?|bons? de commande|contrat (?:de|d')(?: [a-z]+)? ?(?:maintenance|travail|assurance|abonnement|apprentissage|licence)|marchés? (?:précédents?|antérieurs?|actuels?|en cours)|(?:actuel|précédent) marché|(?:tranches?|phases?)(?! (?:[a-z0-9',]+ ){0,4}(?:comprise|incluse)s?)|prolong[a-zé]*|garantie|période (?:de préparation|d'essai)(?! (?:[a-z0-9']+ ){0,4}(?:comprise|incluse))`;
const isOfOther = (folded: string): boolean => has(withoutCounted(folded), OTHER_DURATION);

const CONTRACT = fr`marchés?|accords?-cadres?|contrats?`;
const WINNER = fr`lauréate?s?|gagnante?s?|vainqueurs?|à (?:l'issue|la suite)|suites?`;

/** Its words, with what renews it: whole phrases, as they are put into English. */
const shown = ({ reconduction, total }: Duree, text: string): string => {
  const { times } = reconduction ?? {};
  if (times === undefined) return `« ${text} »`;
  if (times === 0) return `« ${text} », non reconductible`;
  if (times === 1)
    return total ? `« ${text} », reconductible une fois, soit ${total} mois` : `« ${text} », reconductible une fois`;
  return total
    ? `« ${text} », reconductible ${times} fois, soit ${total} mois`
    : `« ${text} », reconductible ${times} fois`;
};

/** « Prend effet le 1er mars 2027 et s'achève le 28 février 2029 », « du 1er mars 2027 au 31 août 2029 »: its two ends. */
const ENDS = fr`du|le|dès le|à compter du|à partir du|depuis le`;
const RUNS = fr`pren(?:d|nent|dra|dront) (?:effet|fin)|commenc[a-zé]+|début[a-zé]+|démarr[a-zé]+|s'achèv[a-z]+|se termin[a-zé]+|expir[a-zé]+|court|courent|dure(?:nt|ra)?|assur[a-zé]+|exécut[a-zé]+|conclue?s?|engagée?s?|liée?s?|tenue?s?|marchés?|contrats?|accords?-cadres?|services?|prestations?`;
const APART = fr`offres?|plis|candidatures?|visites?|congés?|vacances|fermetures?|travaux préparatoires|consultation|lots?|période|séances?|sessions?|stages?`;
/** « L'accord-cadre de chaque lot », « les deux lots »: of all of them. */
const EACH_LOT =
  /(?<![a-z])(?:(?:(?:de |pour )?(?:chaque|chacun des)|tous les|les (?:deux|trois|quatre|cinq|six)) lots?)(?![a-z])/g;
/** Less is a stage of the contract, and not all of it. */
const SHORTEST = 6;

function betweenDates(piece: Piece): Said<Duree>[] {
  return piece.draft.sentencesWith(DATE_FIGURES).flatMap((sentence) => {
    const { folded } = sentence;
    if (
      !sentence.has(RUNS) ||
      has(folded.replace(EACH_LOT, ' '), APART) ||
      has(folded, OTHER_DURATION) ||
      sentence.passage.cell
    )
      return [];
    const [first, last, third] = dates(folded);
    const [from, to] = [first?.iso, last?.iso];
    if (!first || !last || third || !from || !to || from >= to || !has(before(folded, first.from, 20), ENDS)) return [];
    const months = wholeMonths(from, to);
    if (months === undefined || months < SHORTEST) return [];
    const at = sentence.at({ from: first.from, to: last.to });
    const text = wordsAt(piece.draft, at);
    const value = lasting(months, at, sentence);
    return [{ piece, at, value, shown: `« ${text} » (${months} mois)` }];
  });
}

/** « S’achève le 31 août 2029 », « 2 années scolaires, jusqu’au 31 août 2028 »: the day of its end, said alone. */
const UNTIL =
  /(?:jusqu'au|(?<![a-z])(?:s'acheve|prend(?:ra)? fin|expire|se termine|s'eteint|cesse)[a-z]*(?: [a-z ]{0,24})? (?:le|au)) ?$/;
const OF_DURATION = fr`durées?|dure(?:nt|ra)?|s'achève(?:nt|ra)?|prend(?:ra)? fin|expire(?:nt|ra)?|se termine(?:nt|ra)?|conclue?s?|court|termes?`;
const NOT_THE_END = fr`prix|offres?|valid[a-zé]+|recondu[a-z]+|renouvel[a-zé]+|livr[a-zé]+|travaux|études?|avance|bons?|inscriptions?|questions?|abonnements?|garanties?|tarifs?`;

function endDates(piece: Piece): Said<Duree>[] {
  return piece.draft.sentencesWith(DATE_FIGURES).flatMap((sentence) => {
    const { folded, passage, section } = sentence;
    const [day, other] = dates(folded);
    const { iso } = day ?? {};
    if (!day || other || !iso || !UNTIL.test(folded.slice(0, day.from))) return [];
    const about = `${passage.rowLabel?.folded ?? ''} ${folded}`;
    if (has(about.replace(NOT_RENEWED, ' '), NOT_THE_END) || has(about, APART) || isOfOther(about)) return [];
    const isOfContract = has(about, CONTRACT) || has(section.title, DURATION_TITLE);
    if (!isOfContract || !has(about, OF_DURATION)) return [];
    const at = sentence.at(day);
    const [year = 0, month = 0] = iso.split('-').map(Number);
    const value = lasting(year * 12 + month, at, sentence);
    return [{ piece, at, value, shown: `« ${wordsAt(piece.draft, at)} »`, key: 'fin', simple: true }];
  });
}
const NOT_RENEWED =
  /(?:sans|ni|aucune) (?:[a-z]+ )?(?:reconduction|renouvellement)|non (?:reconductible|renouvelable)/g;
const DURATION_TITLE = fr`durée(?! des offres)`;

const AFTER_ORDER =
  /^,? ?(?:(?:periode de )?preparation comprise,? ?)?(?:apres|a (?:compter|partir) de|suivant|des) (?:[a-z]+ ){0,4}?(?:l')?(?:ordre de service|notification|commande)/;
const WORKS = fr`travaux|exécution|exécutée?s?|chantier|ouvrages?|réalisation|réalisée?s?|terminée?s?|achevée?s?`;
const OF_PART = fr`tranches?|phases?|garanties?|paiements?|réserves?|préparation|plans?|documents?|études? d'exécution|pénalités?|lots?|offres?|prix|installation de chantier`;

const HANDED = fr`(?:livr|achev|termin|remett)[a-z]* (?:[a-z']+ ){0,3}?(?:[ld]')?(?:ensemble|ouvrages?|équipements?|installations?|bâtiments?)`;
const INCLUDED =
  /(?:ensemble|totalite) des (?:(?:travaux|prestations|ouvrages) )?(?:de tous les|des) (?:[a-z0-9]+ )?lots|(?:periode de )?preparation (?:du chantier )?(?:comprise|incluse)|dont [a-z0-9() ]{1,12}(?:mois|semaines?) de preparation|tous (?:les )?(?:lots|corps d'etat)(?: (?:confondus|reunis|compris))?|ordre de service (?:[a-z']+ ){1,6}preparation/g;
/** « Le délai global d'exécution », « la durée totale des travaux »: of the whole of them, from whatever day. */
const GLOBAL = fr`délais? (?:global|total|d'ensemble)(?! (?:de |d'|du |des )(?!l'ensemble|exécution|réalisation|travaux|chantier|l'opération|[a-z]+ (?:\([0-9]+\) )?mois|[0-9]))|délais? (?:global |total )?d'exécution (?:global|total|de l'ensemble|de la totalité|des travaux|tous (?:lots|corps))|(?:durée|délai)s? (?:totale? |globale? )?(?:d'exécution |de réalisation )?(?:des travaux|du chantier|de l'opération)|(?:durée|délai) d'exécution,? (?:pour )?tous (?:les )?(?:lots|corps)|(?:travaux|ouvrages|chantier|opération) (?:(?:sont|seront|est|sera|doivent être|doit être) (?:[a-z]+ ){0,2})?(?:exécut|réalis|achev|termin|dur|s'exécut|s'étal|s'étend|se déroul)[a-z]* (?:en|sur|pendant|dans un délai de|en moins de|au bout de)|(?:exécute|réalise|achève|termine)(?:nt|ra|ront)? (?:l'ensemble des|tous les|les) travaux (?:en|dans un délai de)`;
/** Weeks in a month, on the whole of a year. */
const WEEKS = 52 / 12;
const weeksAsMonths = (item: DurationItem | undefined): number | undefined =>
  item?.unit === 'semaine' ? item.value / WEEKS : undefined;

/** « 10 mois, dont un mois de préparation », « préparation comprise (1 mois) »: the second is a part of the first. */
const isOfPreparation = (folded: string, { from, to }: DurationItem): boolean =>
  /preparation[^,.;:]{0,24}$/.test(folded.slice(0, from)) ||
  /^ (?:de |pour (?:la |sa )?)preparation/.test(folded.slice(to));

/** How long the works may take from the order to begin: the whole of them, said once. */
function executions(piece: Piece): Said<Duree>[] {
  const all = piece.draft.sentencesWith(TIME_UNITS).flatMap((sentence) => {
    const { folded, passage } = sentence;
    const label = passage.rowLabel;
    const [item, ...others] = durations(folded);
    const months = item?.months ?? weeksAsMonths(item);
    if (!item || months === undefined || others.some((o) => !isOfPreparation(folded, o))) return [];
    const isGlobal = has(folded.slice(0, item.from), GLOBAL) || (label !== passage && label?.has(GLOBAL));
    if (!isGlobal && !AFTER_ORDER.test(folded.slice(item.to))) return [];
    // « … est de douze mois ; il part de l'ordre de commencer le premier lot »: the clause of the duration.
    const clause = folded.slice(0, item.to) + (folded.slice(item.to).split(';')[0] ?? '');
    const words = `${clause} ${label?.folded ?? ''}`.replace(INCLUDED, ' ');
    const isOfWorks = isGlobal || sentence.has(WORKS) || label?.has(WORKS) || has(folded, HANDED);
    const at = sentence.at(item);
    // « Le marché s'exécute pendant 48 mois »: that of the contract.
    if (!isOfWorks || has(words, OF_PART) || surely(piece).some((d) => overlaps(d.at, at))) return [];
    const text = wordsAt(piece.draft, at);
    const value = lasting(months, at, sentence);
    return [{ piece, at, value, shown: `« ${text} »`, key: 'execution', simple: true }];
  });
  return all.length === 1 ? all : [];
}

function read(piece: Piece): Said<Duree>[] {
  const stated = statedIn(piece);
  // Of the whole, or of each lot, the first that is not stated otherwise.
  const known = new Set(stated.map(({ key }) => key ?? ''));
  const recalled = known.has('') ? [] : recalls(piece);
  const dated = known.has('') || recalled.length > 0 ? [] : [...betweenDates(piece), ...betweenLabels(piece)];
  const first = dated.filter((s, i) => !known.has(s.key ?? '') && dated.findIndex((o) => o.key === s.key) === i);
  return [...stated, ...recalled, ...first, ...endDates(piece), ...executions(piece), ...tranchesOf(piece)];
}

/** « Pendant les quatorze mois que dure le marché », « tout au long des quatre années de l'accord-cadre »: recalled in passing. */
const RECALLED =
  /^ (?:que (?:dure(?:ra)?|court|comporte) |pendant lesquel(?:le)?s (?:dure|court) |(?:d'execution )?(?:du|de l'|de ce |de cet |de notre ))(?:le |l'|ce |cet |notre )?(?:present )?(?:marche|contrat|accord-cadre)(?![a-z-])/;
const ALL_THE = /\b(?:les|des|aux|ces) $/;
const recalls = (piece: Piece): Said<Duree>[] =>
  piece.draft.sentencesWith(TIME_UNITS).flatMap((sentence) => {
    const { folded } = sentence;
    const item = durations(folded).find(
      ({ from, to, months = 0 }) =>
        months >= SHORTEST && ALL_THE.test(before(folded, from, 6)) && RECALLED.test(folded.slice(to)),
    );
    if (!item?.months || PARTS_OF.test(before(folded, item.from, 24)) || isOfOther(folded)) return [];
    const at = sentence.at(item);
    const value = lasting(item.months, at, sentence);
    return [{ piece, at, value, shown: `« ${wordsAt(piece.draft, at)} »`, simple: true }];
  });
/** « Les six premiers mois du marché », « au cours des douze derniers mois »: a part of it. */
const PARTS_OF = /\b(?:premiers?|premieres?|derniers?|dernieres?|suivants?|au moins|chacune?) /;

/** How long each tranche takes, under its name. */
const tranchesOf = (piece: Piece): Said<Duree>[] =>
  trancheTerms(piece).flatMap(({ item, at, sentence, tranche, lots }) => {
    const months = item.months ?? weeksAsMonths(item);
    if (months === undefined) return [];
    const said = {
      piece,
      at,
      value: lasting(months, at, sentence),
      shown: `« ${wordsAt(piece.draft, at)} »`,
      simple: true,
    };
    return (lots.length > 0 ? lots : ['']).map((lot) => ({ ...said, key: `tranche ${tranche} ${lot}`.trim() }));
  });

/** « Début : 1er mars 2027 » over « Fin : 28 février 2029 ». */
const betweenLabels = (piece: Piece): Said<Duree>[] =>
  readSpans(piece)
    .filter(({ at }) => !surely(piece).some((d) => overlaps(d.at, at)))
    .filter(({ months = 0, sentence }) => months >= SHORTEST && !isOfOther(sentence.folded))
    .flatMap((value) => {
      const text = wordsAt(piece.draft, value.at);
      const lots = lotsAround(value.sentence);
      const said = { piece, at: value.at, value: { ...value, lots }, shown: `« ${text} » (${value.months} mois)` };
      return lots.length === 0 ? [said] : lots.map((lot) => ({ ...said, key: `lot ${lot}` }));
    });

/** What is said of the contract by itself, another clause of the sentence apart: « … pour deux ans ; la tranche, affermie, prend fin avec lui ». */
function clauseOf({ at, sentence: { folded, span, passage } }: Duree): string {
  const before = passage.draft.slice({ start: span.start, end: Math.max(span.start, at.start) }).split(';').length;
  const clause = folded.split(';')[before - 1] ?? '';
  return has(clause, CONTRACT) ? clause : folded;
}

/** What is surely said: no length that is but probable, and no number of renewals. */
const surely = (piece: Piece): Duree[] =>
  piece
    .ask(duree)
    .filter(({ doubt }) => !doubt)
    .map((d) =>
      d.reconduction?.doubt ? { ...d, reconduction: { ...d.reconduction, times: undefined }, total: d.statedTotal } : d,
    );

function statedIn(piece: Piece): Said<Duree>[] {
  return surely(piece).flatMap((value) => {
    const { sentence, at, lots, reconduction } = value;
    const { rowLabel } = sentence.passage;
    if (
      (!value.isSure &&
        (isOfOther(clauseOf(value)) ||
          (rowLabel && isOfOther(rowLabel.folded)) ||
          sentence.section.heading?.has(PHASE))) ||
      (value.months ?? value.total) === undefined
    )
      return [];
    // A contest has durations of its own; the contract it leads to is that of the other pieces.
    if (piece.kind === 'reglement-concours' && !isOfFollowing(sentence) && !isItsTerm(piece, sentence)) return [];
    const text = wordsAt(piece.draft, at);
    const said = { piece, at, value, shown: shown(value, text), simple: !reconduction?.times };
    return lots.length === 0 ? [said] : lots.map((lot) => ({ ...said, key: `lot ${lot}` }));
  });
}

/** « Le marché est passé avec le lauréat. Sa durée est de quatorze mois »: of the contract that follows the contest, by its words or by what stands above. */
function isOfFollowing({ folded, passage, section }: Sentence): boolean {
  const titles = section.chain.map((s) => s.title).join(' ; ');
  const own = has(folded, CONTRACT) && has(folded, WINNER);
  const isAbout =
    has(section.title, CONTRACT) || (has(passage.folded, CONTRACT) && has(`${titles} ; ${passage.folded}`, WINNER));
  return own || (isAbout && (has(folded, CONTRACT) || ITS.test(folded)));
}
/** « La durée du marché est de 44 mois », of a contest without other rules: a contest is no contract, and what lasts is the one after it. */
const isItsTerm = ({ consultation }: Piece, sentence: Sentence): boolean =>
  sentence.has(ITS_TERM) && consultation.of('rc').length === 0;
const ITS_TERM = fr`durée (?:[a-zé]+ )?du (?:marché|contrat)|(?:marché|contrat) (?:est|sera) (?:conclu|passé) pour une durée`;
const ITS = /^[^a-z]*(?:sa duree|il (?:dure|cour[rt]|est conclu|s'execute|s'etend|prend fin|s'acheve)|celui-ci)/;

/** « 5.1 – Phase 1 »: what stands there is of that one. */
const PHASE = fr`^(?:[0-9.-]+ ?[-.:)]* ?)?(?:phase|étape|tranche)`;

/** Its whole is known with what renews it, by itself or by their number. */
const hasWhole = ({ statedTotal, reconduction }: Duree): boolean =>
  statedTotal !== undefined || reconduction?.times !== undefined;

/** How long the contract lasts; lots apart. */
export const dureeMatter: Matter<Duree> = {
  also: ['reglement-concours'],
  ofLot: ({ key }, lot) => (key === undefined ? `lot ${lot}` : undefined),
  read,
  agree: ({ value: a }, { value: b }) => areAlike(a, b),
};

const isInMonths = ({ months = 0 }: Duree): boolean => Number.isInteger(months);
const areNear = ({ months: ours = 0 }: Duree, { months: theirs = 0 }: Duree): boolean =>
  Math.abs(ours - theirs) < Math.max(ours, theirs) / 12;

function areAlike(a: Duree, b: Duree): boolean {
  // Weeks and months are never quite the same.
  if (!isInMonths(a) || !isInMonths(b)) return areNear(a, b);
  if (a.months !== undefined && a.months === b.months) return areRenewedAlike(a, b);
  const isSameWhole = a.total !== undefined && a.total === b.total;
  // « quatre ans » in one piece may be « un an, reconductible trois fois » in the other.
  const isOneSided = !(a.reconduction?.times && b.reconduction?.times);
  if (isSameWhole && (isOneSided || a.months === undefined || b.months === undefined)) return true;
  if (a.months === undefined) return b.total === undefined;
  return b.months === undefined && a.total === undefined;
}

/** Of two durations of so many months each. */
function areRenewedAlike(a: Duree, b: Duree): boolean {
  const isSameWhole = a.total === undefined || b.total === undefined || a.total === b.total;
  const [times, others] = [a.reconduction?.times, b.reconduction?.times];
  if (times !== undefined && others !== undefined) return isSameWhole && times === others;
  // « Un an, quatre au plus » has renewals without their number.
  return isSameWhole || !hasWhole(a) || !hasWhole(b);
}
