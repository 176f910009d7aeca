import type { Passage, Sentence, Table } from '../../kit/draft.ts';
import type { DurationItem } from '../../kit/french/durations.ts';
import { fr } from '../../kit/french/pattern.ts';
import type { Stretch } from '../../kit/french/scan.ts';
import { defineFact, type Piece } from '../../kit/piece.ts';
import { has } from '../../kit/text.ts';
import {
  countsHeard,
  type HeardCount,
  hearing,
  isOfLots,
  isOfPastContract,
  labelLots,
  lotAt,
  lotsNamed,
  measured,
  rowLots,
} from '../commun/index.ts';
import { isPeriodLabel, joined, withColumn } from './duree-colonnes.ts';
import type { Duree } from './duree-dite.ts';
import { durationsHeard, type HeardDuration, isAnswerToTitle } from './duree-entendue.ts';
import { isEndLabel } from './duree-fin.ts';
import { periodDurees } from './duree-periodes.ts';
import { BARE, type DurationRead, goesOn, isOfTerm, RENEWS, reading, readingOf } from './duree-phrase.ts';

/** One reading of a sentence. */
interface Said {
  readonly sentence: Sentence;
  readonly value: DurationRead;
  /** The sentence is surely heard to say how long the contract lasts. */
  readonly isSure: boolean;
}

/** What is heard of the durations and numbers of a piece, by their sentences. */
interface HeardThere {
  readonly lengths: ReadonlyMap<Sentence, readonly HeardDuration[]>;
  readonly counts: ReadonlyMap<Sentence, readonly HeardCount[]>;
}

function heardIn({ draft }: Piece): HeardThere {
  const lengths = [...durationsHeard(draft)].filter(([s]) => !s.passage.rowLabel?.has(PROLONGS) && !isAnswerToTitle(s));
  return { lengths: new Map(lengths), counts: countsHeard(draft) };
}

/** What is said of durations, in the order of the text, then what cells say with their units; loosely: what is heard as probable is taken for sure. */
function saidIn({ draft }: Piece, { lengths, counts }: HeardThere, isLoose: boolean): Said[] {
  const inColumns = [...measured(draft)].map(([sentence, said]) => {
    const end = sentence.passage.folded.length;
    const within = <T extends Stretch>(x: T | undefined) => x && { ...x, to: Math.min(x.to, end) };
    return {
      sentence,
      value: readingOf(said).map((v) => ({ ...v, first: within(v.first), total: within(v.total) })),
    };
  });
  const heard = isLoose ? new Map([...lengths].map(([s, items]) => [s, items.map(asSure)])) : lengths;
  const told = new Set(draft.collect(reading).map(({ sentence }) => sentence));
  for (const [sentence, items] of heard) if (items.some(isOfContract) && !isOfListedThing(sentence)) told.add(sentence);
  const renewals = new Map(
    [...counts]
      .map(([sentence, all]) => [sentence, renewalsIn(sentence, all, heard.get(sentence), isLoose)] as const)
      .filter(([, found]) => found.length > 0),
  );
  for (const sentence of renewals.keys()) told.add(sentence);
  const inSentences = [...told]
    .filter((sentence) => !isOfPastContract(sentence))
    .sort((x, y) => x.span.start - y.span.start)
    .map((sentence) => ({ sentence, value: readingOf(sentence.folded, heard.get(sentence), renewals.get(sentence)) }));
  return [...inSentences, ...inColumns]
    .flatMap(({ value, sentence }) =>
      value.map((v) => ({ value: v, sentence, isSure: heard.get(sentence)?.some(isOfTerm) ?? false })),
    )
    .filter(
      ({ sentence: { passage } }) =>
        !passage.isTitle && !isHeadOfSums(passage) && !isOfPhase(passage) && !isUnderTranche(passage),
    );
}

/** « ⟦trois⟧ fois de suite », « deux reconductions »: counted as renewals are. */
const SO_OFTEN =
  /^ ?(?:\([^)]*\) )?(?:(?:seule|nouvelle|autre)s? )?(?:fois|reprises?|reconductions?|renouvellements?|prolongations?|prorogations?|periodes? supplementaires?|annees? (?:de plus|supplementaires?))(?![a-z])|^[^a-z0-9]*$/;
/** « conclu pour trois périodes d'un an, reconductible »: those of the contract, and no renewals. */
const ITS_PERIODS = /^ ?periodes? (?:d'|de |successives?|consecutives?)/;
/** « il se prolonge par deux périodes successives » */
const RENEWED = /(?<![a-z])(?:recondu|renouvel|prolong|prorog|poursui|continu|suivi)[a-z]*(?: [a-z]+){0,4} $/;
/** « trois périodes d'un an s'y ajoutent » */
const ADDED = /^ ?periodes? [^.;]{3,40} (?:s'y )?(?:s')?(?:ajout|suivent|suivront|enchain)/;
/** The numbers of a sentence that are heard to be how often the contract may be renewed: surely, in the words of such, or beside how long one renewal lasts. */
const renewalsIn = (
  sentence: Sentence,
  counts: readonly HeardCount[],
  heard: readonly HeardDuration[] = [],
  isLoose = false,
): readonly HeardCount[] => {
  const renews = heard.some(({ role }) => role === 'reconduction');
  return counts.filter(({ role, surety, from, to }) => {
    const after = sentence.folded.slice(to, to + 60);
    const isRenewed = ADDED.test(after) || RENEWED.test(sentence.folded.slice(0, from));
    if (ITS_PERIODS.test(after) && !(renews && isRenewed)) return false;
    return role === 'reconductions'
      ? isLoose || surety === 'sure' || renews || SO_OFTEN.test(after)
      : renews && SO_OFTEN.test(after);
  });
};

/** « Détecteur de fumée, pile scellée de dix ans », in a list of works: neither it nor what leads to it speaks of a contract, nor of a length of time. */
const isOfListedThing = ({ folded, passage: { list, lead, section } }: Sentence): boolean =>
  list !== undefined && ![folded, lead?.folded, section.heading?.folded].some((words) => words && has(words, OF_TIME));
const OF_TIME = fr`durées?|délais?|périodes?|marchés?|accords?-cadres?|contrats?|conventions?|prestations?|missions?|exécut[a-zé]+|notifi[a-zé]+|engage[a-z]*|recondu[a-zé]+|renouvel[a-zé]+|prolong[a-zé]+|conclu[a-z]*|court|dure(?:nt|ra)?|terme|échéance|achev[a-zé]+|à compter|à partir`;

/** « Estimation (4 ans, HT) »: over how long the sums below are reckoned. */
const isHeadOfSums = ({ cell, folded }: Passage): boolean =>
  cell?.row === 0 && /€|(?<![a-z])(?:ht|ttc|euros?)(?![a-z])/.test(folded);

/** « 12 mois » under « Tranche ferme ». */
const isUnderTranche = (passage: Passage): boolean => passage.table?.headerOf(passage)?.has(TRANCHE) === true;
const TRANCHE = fr`tranches? (?:ferme|optionnelle|conditionnelle|n ?° ?\d|\d)s?`;

/** « Durée : huit mois », an item under « Phase 1 – Recherche ». */
const isOfPhase = ({ list, lead }: Passage): boolean =>
  list !== undefined && lead !== undefined && PHASE.test(lead.folded);
const PHASE = /^[^a-z]*(?:phase|etape|jalon|volet|mission|sequence)s? (?:n ?° ?)?(?:\d|[a-e](?![a-z]))/;

/** « Prolongation de la durée »: what may be added to it. */
const PROLONGS = fr`prolong[a-zé]+|report[a-zé]*`;
const isOfContract = (d: HeardDuration): boolean => isOfTerm(d) || (d.surety === 'sure' && d.role === 'reconduction');

/** « … à partir de la réception du lot 2 »: another lot, after which it begins. */
const BEGINS_AFTER =
  /(?<![a-z])(?:reception|admission|achevement|fin|livraison|notification|demarrage|debut|mise en service|remise)(?: des (?:travaux|ouvrages|prestations))? (?:du|des|de ce) lots? (?:n ?° ?)?\d{1,2}(?: et \d{1,2})?/g;

/** « 3.2 Reconduction », a section of its own: of the only duration that is not told to be renewed yet. False where there are several. */
function addToOnly(out: Duree[], said: Said, names: readonly string[]): boolean {
  const [only, other] = out.filter(
    ({ lots, reconduction }) => !reconduction?.times && names.every((n) => lots.includes(n)),
  );
  if (!only || other) return false;
  out[out.indexOf(only)] = complete(renewed(only, said, said.value.total));
  return true;
}

/** Adds a duration, or what is said of its renewals to the one just before it. */
function addTo(out: Duree[], said: Said): void {
  const { first, renews } = said.value;
  const names = lotsNamed(said.sentence.folded.replace(BEGINS_AFTER, ' '));
  const index = out.findLastIndex(
    (o) => o.sentence.section === said.sentence.section && names.every((n) => o.lots.includes(n)),
  );
  if (index < 0 && !first && renews && said.sentence.section.heading?.has(RENEWS) && addToOnly(out, said, names))
    return;
  const previous = out[index];
  const total = said.value.total ?? (said.value.whole && previous?.reconduction ? first : undefined);
  if (previous && (total === first || !first)) {
    out[index] = complete(renewed(previous, said, total));
    return;
  }
  const main = first ?? total;
  const { value, sentence } = said;
  if (!main || !(value.declares || isTitled(sentence) || label(sentence) || goesOn(sentence))) return;
  out.push(complete(begun(said, lotsOf(said, main, names), main, total)));
}

/** A duration as one sentence gives it. */
function begun(
  { value, sentence, isSure }: Said,
  lots: readonly string[],
  main: DurationItem,
  total: DurationItem | undefined,
): Duree {
  const { first, renews, times, each, same, whole } = value;
  return {
    lots,
    months: first?.months,
    statedTotal: total?.months,
    reconduction: renews && {
      times,
      months: each ?? (same ? first?.months : undefined),
      at: sentence.at(renews),
    },
    total: undefined,
    at: sentence.at(main),
    totalAt: total && sentence.at(total),
    sentence,
    isSure,
    isWhole: whole,
  };
}

/** A duration with what another sentence says of its renewals, or of the whole that they make. */
function renewed(before: Duree, { value, sentence }: Said, total: DurationItem | undefined): Duree {
  // « Soixante mois au plus », of which renewals are then told: the whole, and no first period.
  const isOfWhole = before.isWhole && value.renews && value.times;
  const previous = isOfWhole
    ? { ...before, months: undefined, statedTotal: before.statedTotal ?? before.months }
    : before;
  const { renews, times, each, same } = value;
  const known = previous.reconduction;
  // « Le titulaire ne peut s'opposer à la reconduction » adds nothing to what is known of it.
  const adds = !known || times !== undefined || each !== undefined || same;
  return {
    ...previous,
    statedTotal: total?.months ?? previous.statedTotal,
    totalAt: total ? sentence.at(total) : previous.totalAt,
    reconduction:
      renews && adds
        ? {
            times: times ?? known?.times,
            months: each ?? known?.months ?? (same ? previous.months : undefined),
            at: sentence.at(renews),
          }
        : known,
  };
}

/** The lots of a duration: those of its part of the sentence, those named before it, that of its row or of what stands above. */
function lotsOf({ value, sentence }: Said, main: Stretch, names: readonly string[]): readonly string[] {
  const own = value.lots ?? lotsNamed(sentence.folded.slice(0, main.from));
  if (own.length > 0 || names.length > 0) return own;
  const { passage } = sentence;
  const labelled = labelLots(passage);
  if (labelled.length > 0) return labelled;
  const earlier = passage.sentences.slice(0, passage.sentences.indexOf(sentence));
  const around = rowLots(passage)[0] ?? lotAt(passage, earlier.map((x) => x.folded).join(' '));
  return around ? [around] : [];
}

const asSure = (d: HeardDuration): HeardDuration =>
  d.role === 'initiale' || d.role === 'totale' || d.role === 'reconduction' ? { ...d, surety: 'sure' } : d;

function dureesIn(piece: Piece, heard: HeardThere, isLoose: boolean): Duree[] {
  const out: Duree[] = [];
  for (const said of saidIn(piece, heard, isLoose))
    if (!isOfGrant(said.sentence) && !isOfStage(said.sentence) && (said.isSure || !isOfOtherTerm(said.sentence)))
      addTo(out, said);
  return out;
}

const areOfSame = (a: Duree, b: Duree): boolean =>
  a.lots.length === 0 || b.lots.length === 0 || a.lots.some((lot) => b.lots.includes(lot));

/** « Les prix du marché restent en vigueur douze mois » */
const OF_PRICES = /^[^a-z]*(?:l[ae]s? |l')?(?:prix|tarifs?|forfaits?|remises?)(?![a-z])/;
/** What is probably said of the length of the contract, and of its renewals, where nothing says so surely; not what is said in two ways. */
function withProbable(piece: Piece, heard: HeardThere, sure: readonly Duree[]): Duree[] {
  const loose = dureesIn(piece, heard, true).map((d): Duree => {
    const { sentence, reconduction, statedTotal } = d;
    // That each renewal lasts as long as the first period is too much to suppose.
    const total = reconduction?.times && reconduction.months === undefined ? statedTotal : d.total;
    return { ...d, total, doubt: hearing({ concept: 'dossier/duree-initiale', surety: 'probable', sentence }) };
  });
  // The renewals of another paragraph may be those of another lot.
  const renewsItself = ({ lots, reconduction, sentence: { passage } }: Duree): boolean =>
    !reconduction || lots.length === 0 || piece.draft.passageAt(reconduction.at.start) === passage;
  const known = sure.map((d) => {
    const same = loose.find((o) => o.at.start === d.at.start);
    if (d.reconduction?.times !== undefined || !same?.reconduction?.times || !renewsItself(same)) return d;
    return { ...d, reconduction: { ...same.reconduction, doubt: same.doubt }, total: same.total };
  });
  const added = loose.filter(
    (d) =>
      renewsItself(d) &&
      !OF_PRICES.test(d.sentence.folded) &&
      !sure.some((o) => areOfSame(o, d)) &&
      loose.every((o) => !areOfSame(o, d) || (o.months ?? o.total) === (d.months ?? d.total)),
  );
  return [...known, ...added].sort((a, b) => a.at.start - b.at.start);
}

/** Where a text says how long the contract lasts, by lot. Empty when it says nothing. */
export const duree = defineFact<readonly Duree[]>({
  id: 'duree',
  title: 'Durée du contrat',
  read(piece) {
    const heard = heardIn(piece);
    const rows = joined(dureesIn(piece, heard, false)).map((d) => complete(withColumn(d)));
    const tabled = (d: Duree) => rows.some((o) => o.sentence.passage.table === d.sentence.passage.table);
    return withProbable(piece, heard, [...rows, ...periodDurees(piece.draft).filter((d) => !tabled(d))]);
  },
  show: (all) =>
    all.length === 0
      ? undefined
      : all.map(({ lots, months, total, reconduction }) => ({
          lots,
          mois: months,
          total,
          reconductions: reconduction?.times,
        })),
});

/** Under « Garantie de parfait achèvement », « Droits cédés »: how long these last. */
const OTHER_TERM = fr`garanties?|droits? (?:cédés?|concédés?|d'auteur|de l'acheteur)|résultats et droits|propriété (?:intellectuelle|littéraire|des résultats)|cession|confidentialité|parfait achèvement|assurances?(?! (?:maladie|retraite|vieillesse|chômage|accidents))|archivage|conservation|données (?:personnelles|à caractère personnel)|protection des données|rgpd`;
const ITS_TERM = fr`durées?|délais?|reconductions?|marché|accord-cadre|contrat`;
const isOfOtherTerm = (sentence: Sentence): boolean =>
  ERASED.test(sentence.folded) ||
  sentence.section.chain.some(({ heading }) => heading?.has(OTHER_TERM) && !heading.has(ITS_TERM));
/** « Durée : deux mois », alone under the title of a stage. */
const STAGE =
  /^[^a-z]*(?:(?:article|art|chapitre) [^a-z]*)?(?:(?:la |l'|phases?|etapes?|periodes?|missions?) ?(?:de |d'|du |des )?)?(?:prise en charge|transition|reversibilite|transfert|mise en (?:service|route|oeuvre|production)|montee en charge|marche a blanc|experimentation|pilote|recette|essais?|preparation|demarrage|initialisation|installation|deploiement|garantie)(?![a-z])/;
const isOfStage = ({ folded, section }: Sentence): boolean => ITS_LABEL.test(folded) && STAGE.test(section.title);
/** « Durée : un an après l'enquête, puis effacement »: how long data are kept. */
const ERASED =
  /^[^a-z]*durees?\b[^.;]*\b(?:efface|supprim|suppression|destruction|detrui|archiv|conserv|purge|anonymis)/;

/** « La cession sert… Elle dure trente ans »: what the sentence before speaks of, and not the contract. */
const OF_GRANT =
  /^[^a-z]*(?:la |le |l'|cette |les |ces )?(?:cession|licence|concession|garantie|protection|confidentialite|autorisation|droits?|exclusivite)/;
const isOfGrant = (sentence: Sentence): boolean => {
  const { folded, previous, passage } = sentence;
  if (/^[^a-z]*(?:elles?|ils?|celle-ci|celui-ci) /.test(folded))
    return previous !== undefined && OF_GRANT.test(previous.folded);
  if (!ITS_LABEL.test(folded) && !(passage.rowLabel && LABEL_ALONE.test(passage.rowLabel.folded))) return false;
  const earlier = passage.sentences.slice(0, passage.sentences.indexOf(sentence));
  return [...earlier, passage.lead, passage.table?.lead, sentence.section.heading].some((s) => s?.has(GRANTS));
};
/** « … cède… Lieu : France. Durée : trente ans. »: a label in the paragraph, the list or the table of a grant. */
const ITS_LABEL = /^[^a-z]*durees? ?:/;
const LABEL_ALONE = /^[^a-z]*durees?[^a-z]*$/;
const GRANTS = fr`cèd(?:e|ent|era|eront)|cédée?s?|cession|concèd(?:e|ent|era)|concédée?s?|licence|garanti(?:e|es|t)|propriété intellectuelle`;

const isTitled = (sentence: Sentence): boolean => {
  const bare = BARE.exec(sentence.folded);
  return (
    bare !== null &&
    !isUnderOther(sentence.passage) &&
    (bare[1] !== undefined ||
      (/^[^a-z]*(?:[ivx]{1,5}(?![a-z])[^a-z]*)?duree\b(?!.*\b(?:validite|garantie|offre|intervention))/.test(
        sentence.section.title,
      ) &&
        !has(sentence.section.title, OF_THING)))
  );
};
/** « Durée de vie restante », « Durée des séances »: how long a thing, a visit or an outage lasts. */
const OF_THING = fr`durées? (?:[a-z]+ )?(?:de la |de l'|de |d'|du |des )(?:vie|conservation|stockage|péremption|consommation|usage|amortissement|détention|séjours?|trajets?|transport|attente|séances?|cycles?|autonomie|immobilisation|indisponibilité|fonctionnement)`;

/** « 9 mois » under « Pose finie »: the column says of what. */
function isUnderOther(passage: Passage): boolean {
  const head = passage.table?.headerOf(passage);
  return head !== undefined && head !== passage && /[a-z]/.test(head.folded) && !head.has(OF_TERM);
}
const OF_TERM = fr`durées?|périodes?|mois|années?|ans?|engagement|ferme|initiale?|total|lots? [0-9a-z]{1,3}`;

const OF_CONTRACT =
  /^ ?durees? ?(?:(?:totale|globale|maximale|initiale|ferme|d'ensemble|generale|d'execution) ?)?(?:(?:du |de l'|de la |des |d'un |par |de chaque )?(?:marches?|contrats?|accords?-cadres?|lots?|partenariat|convention) ?)?(?:[(,:-] ?|en ?).{0,48}$|^ ?durees? ?(?:d'execution ?)?(?:du (?:marche|contrat|lot|partenariat)|de (?:l'accord-cadre|la convention))? ?$/;
const WHOLE_ROW = /^[^a-z]*(?:sous-)?(?:total|ensemble)/;

/** « Durée | 24 mois » in a table, or « Durée » over « 24 mois » in a table of lots. */
function label({ passage }: Sentence): boolean {
  const { table } = passage;
  const first = table?.rowOf(passage)?.cells[0];
  if (table && isOnlyRow(passage, table)) return true;
  if (!table || !first || first === passage) return false;
  if (OF_CONTRACT.test(first.folded) || isPeriodLabel(first, table) || isEndLabel(first, passage)) return true;
  const head = table.headerOf(passage);
  const isHead = OF_CONTRACT.test(head?.folded ?? '') || isEndLabel(head, passage);
  return isOfLots(table) && isHead && !WHOLE_ROW.test(first.folded);
}

/** « Départ | Durée du marché | Reconduction » over one row: the heads are its labels. */
const isOnlyRow = (passage: Passage, table: Table): boolean => {
  const head = table.headerOf(passage)?.folded ?? '';
  return table.rows.length === 1 && passage.cell?.row !== 0 && OF_WHOLE.test(head) && OF_CONTRACT.test(head);
};
const OF_WHOLE =
  /^[^a-z]*durees? ?(?:(?:totale|globale|maximale|initiale|ferme)(?![a-z])|(?:du |de l'|d'un )(?:marche|contrat|accord-cadre)(?![a-z]))/;

function complete(d: Duree): Duree {
  const { months, statedTotal, reconduction } = d;
  const times = reconduction ? reconduction.times : 0;
  const counted =
    months !== undefined && times !== undefined ? months + times * (reconduction?.months ?? months) : undefined;
  return { ...d, total: statedTotal ?? counted };
}
