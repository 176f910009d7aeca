import type { Draft, Passage, Reader, Section, Sentence } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import type { Stretch } from '../../kit/french/scan.ts';
import { defineFact } from '../../kit/piece.ts';
import type { Doubt } from '../../kit/rule.ts';
import type { Span } from '../../kit/span.ts';
import { has } from '../../kit/text.ts';
import { answering, asWritten, countsHeard, hearing, isOfPastContract, lotNames, saying } from '../commun/index.ts';
import { announcing, recalling } from './annonce.ts';
import { countFromOne, type LotList, lotLists } from './liste.ts';
import type { Lot } from './lot.ts';
import { bringsReason, NOWHERE, reasonFor } from './motif.ts';
import { numberedLists } from './rangees.ts';

export interface LotCount {
  readonly value: number;
  /** « trois lots ». */
  readonly at: Span;
  readonly sentence: Sentence;
}

export interface NotAllotted {
  /** The sentence, cell or item that says so. */
  readonly at: Span;
  readonly sentence: Sentence;
  /** Where a reason is given, in the sentence or its section; undefined when there is none. */
  readonly reason: Span | undefined;
  readonly doubt?: Doubt;
}

export interface Lots {
  readonly announced: readonly LotCount[];
  /** The list that sets out the lots of the contract; undefined when the piece has none. */
  readonly list: LotList | undefined;
  /** Every list that names lots, the main one included: criteria, prices or deadlines by lot too. */
  readonly lists: readonly LotList[];
  /** Numbers that titles name, alone or together: « Lots 4 et 5 ». */
  readonly titled: ReadonlySet<string>;
  /** « n'est pas alloti », « lot unique », « marché global ». Empty also where boxes leave both statements. */
  readonly notAllotted: readonly NotAllotted[];
  /** True when the piece says anything of lots, one way or the other. */
  readonly mentioned: boolean;
}

const NOT = [
  fr`n(?:e|')? ?(?:est|sont|a|fait|font|sera|seront|comporte|comprend|prévoit|donne|constitue|y a)[^.;:]{0,50}(?:pas|aucune?|point|ni)[^.;:]{0,50}(?:allotie?s?|allotissement|lots?)`,
  fr`(?:ne|n') ?(?:fait|font|comporte|comprend|prévoit|donne)[^.;:]{0,30}(?:allotie?s?|allotissement|(?:division|décomposition|répartition|dévolution) en lots?)`,
  fr`(?:ne pas|non) (?:allotir|diviser|décomposer|recourir à l'allotissement)|(?:renonc[a-z]*|déroge[a-z]*) à l'allotissement`,
  fr`non[ -]?allotie?s?|non[ -]allotissement|sans (?:allotissement|division en lots|décomposition en lots|lots?)|(?:aucun|pas d') ?allotissement`,
  fr`(?:ne|n')(?:a|ayant|avons|prévoit|prévoyons|prévoyant|est|souhaite|voulant)[^.;:]{0,30}(?:pas|aucune?|point) [^.;:]{0,30}(?:attributions? séparée?s?|(?:marchés|contrats) séparés)|sans (?:attributions? séparées?|marchés séparés)`,
  fr`(?:un |le |en )?lot unique|un seul lot(?! (?:de |d')(?!travaux|prestations|services|fournitures)[a-z])(?!,? (?:(?:ou|et) )?(?:(?:à|pour|sur) )?(?:plusieurs|deux|l'ensemble|la totalité|tous))`,
  fr`(?:il n'y a|n'y aura|(?:ne|n') ?(?:est |sera )?(?:compte|comporte|comprend|forme|formé|constitue|constitué|prévu|créé)(?:nt)?) qu'un (?:seul )?lot(?! (?:de |d')[a-z])`,
  fr`(?:allotissement|(?:division|décomposition) en lots) ?[-.]? ?(?:sans objet|néant)(?=[ .,;]*$)`,
  fr`n'(?:a|ont|avons) (?:pas|point) (?:[a-zé]+ )?(?:fractionn|découp|scind|divis|morcel|éclat|démembr)(?:er|é) (?:son |sa |ses |notre |le |la |l'|ce |cet |cette )(?:commande|achat|besoin|projet|marché|contrat|opération)`,
  fr`(?:marché|contrat|accord-cadre|tout|besoin|ensemble)[^.;:]{0,30} d'un seul (?:tenant|bloc)`,
  fr`(?:est|sera|constitue|s'agit d'|sous (?:la )?forme d'|fait l'objet d'|passé (?:en|sous)|conclu (?:en|sous)|en) ?(?:un )?marché (?:unique|global)(?! (?:de performance|sectoriel))`,
  fr`(?:divisée?s?|décomposée?s?|réparties?|décomposition|division)[a-z ]{0,20} en lots? ?: (?:non|sans objet|néant)|allotissement ?: (?:non|sans objet|néant)|(?<![a-z0-9] )lots? ?: (?:non|sans objet|néant|aucun|pas de lots?|un seul|unique|1(?=[ .,;]*$))|nombre (?:total )?de lots? ?: (?:un(?: seul)?|0?[01]|aucun|sans objet|néant)(?=[ .,;(]|$)`,
];
/** A lot that is not cut further, lots that are not negotiated, limits on how many one wins. */
const OF_A_LOT =
  /\blots? (?:n ?° ?)?\d|\b(?:present|ce|du|au|le|autre|meme) lot\b|\b(?:nombre|attributions?|soumissions?|(?<!appels? d')offres?|negociations?|variantes?|chaque lot|lots? qui|tous les lots|pour (?:aucun|un (?:meme )?lot|un ou plusieurs))\b/;
const NOT_IN_LOTS = /lot|n'[a-z]+ (?:pas|point) |separe|marche (?:unique|global)|d'un seul (?:tenant|bloc)/;
const denying: Reader<{ from: number; to: number }> = (phrase) => {
  if (!phrase.has(NOT_IN_LOTS)) return undefined;
  for (const pattern of NOT) {
    const at = phrase.find(pattern);
    if (
      at &&
      !OF_A_LOT.test(phrase.folded.slice(0, at.to).replace(/lots? unique|seul lot|attributions? separees?/, ''))
    )
      return at;
  }
  return undefined;
};
/** « Aucun candidat ne… », « non seulement » say more than the word alone. */
const NOTHING =
  /^(?:sans objet|neant|lot unique|un (?:seul|unique) marche|marche unique)\b|^(?:non|aucune?|unique) ?(?:$|[.;:,(-])/;
const nothing: Reader<{ from: number; to: number }> = (phrase) => phrase.find(NOTHING);
const IN_LOTS =
  /\b(?:il est prevu|est prevue?|fait l'objet|donne lieu a) (?:une |d'une )?(?:decomposition|division|repartition|devolution) en lots\b|\bles prestations (?:sont|font)[^.;]{0,20} (?:reparties|divisees|decomposees) en lots\b/;
const DENIED = /\bn(?:e |')|\bpas\b/;
const affirming: Reader<true> = (phrase) => (phrase.has(IN_LOTS) && !phrase.has(DENIED) ? true : undefined);

const MAIN_TITLE = fr`lots?|allotissement|objet|étendue|décomposition|découpage|répartition|structure|consistance|forme|division|présentation|lot concerné`;
const OTHER_TITLE = fr`critères?|jugement|prix|délais?|durées?|pénalités?|variantes?|négociation|paiement|tranches?|candidatures?|capacités?|(?<!appels? d')offres?|garanties?|assurances?|visite|livraison|avances?|réception|estimation|révision|primes?`;

/** « Les besoins se partagent entre », before lots. */
export const DIVIDES = fr`(?:sont|est|se) (?:répart|partag|divis|décompos|scind|découp|structur)[a-zé]*`;

/** « Découpage », which heads a list without being a heading, or words that name the lots. */
const isOfLots = ({ folded }: Passage): boolean =>
  /\blots?\b/.test(folded) ||
  has(folded, DIVIDES) ||
  (folded.split(' ').length < 4 && has(folded, MAIN_TITLE) && !has(folded, OTHER_TITLE));

/** « Lot 1 : véhicules légers. Lot 2 : utilitaires. »: one passage that counts from one and gives each its object, and no figure. */
export const isOneRun = ({ lots }: LotList): boolean =>
  countFromOne(lots) &&
  lots.every(
    ({ passage, object }) =>
      passage === lots[0]?.passage && !passage.isTitle && object !== undefined && !/\d/.test(object.text),
  );

/** « ## Lot 1 – Sièges », « ## Lot 2 – Bureaux »: titles that count from one, each with its object. */
const isTitledRun = ({ lots }: LotList): boolean =>
  countFromOne(lots) && lots.every(({ passage, object }) => passage.isTitle && object !== undefined);

/** What the contractor of each lot owes: « Environnement. Lot 1 : emballages repris. Lot 2 : … » gives no object. */
const OWED = fr`environnement[a-z]*|développement durable|social[a-z]*|insertion|emploi|sous-traitance|assurances?|données|propriété intellectuelle|droits|résultats|livrables|moyens|personnels?|équipes?|contrôles?|vérifications?|sécurité|réversibilité|horaires|lieux?|sanctions?|documentation|échantillons?`;

/** The title nearest to a list, or that of its own paragraph, is of what is owed for each lot. « **6.2.** » is none: that of its article is. */
export const isOfWhatIsOwed = ({ lots, section }: LotList): boolean => {
  if (lots.filter(isInHours).length * 2 > lots.length) return true;
  const { passage } = lots[0] as Lot;
  const own = passage.heading?.runIn && section.title !== '' ? passage.sentences[0]?.folded : undefined;
  const title = own ?? (section.title || section.parent?.title);
  return title !== undefined && has(title, OWED) && !has(title, ITS_LOTS);
};
const ITS_LOTS = fr`lots?|allotissement|objet`;
/** « Lot 6 : électricité = 35 heures »: hours of insertion, of some lots or of all. */
const isInHours = ({ passage, whole }: Lot): boolean => /\d ?(?:heures?|h)(?![a-z])/i.test(passage.draft.slice(whole));

/** « 3.1 », « 3.2 », « 3.3 »: the lines of a schedule. */
const areLines = ({ lots, head }: LotList): boolean => {
  if (/(?<![a-z])lots?(?![a-z])/.test(head ?? '')) return false;
  const [, part] = /^(\d+)[.-]\d+$/.exec(lots[0]?.number ?? '') ?? [];
  return part !== undefined && lots.every(({ number }) => /^(\d+)[.-]\d+$/.exec(number)?.[1] === part);
};

/** How likely a list is to be the one that sets out the lots. */
function rank(list: LotList, announced: readonly LotCount[]): number {
  const objects = list.lots.filter((l) => l.object).length;
  if (objects === 0) return 0;
  const first = list.lots[0] as Lot;
  const lead = first.passage.lead;
  const near = announced.some((a) => a.sentence.section === list.section);
  const title = list.section.heading?.folded ?? '';
  return (
    (near ? 5 : 0) +
    (list.columned ? 3 : 0) +
    (/[☐☑☒□■]|\blots? concerne/.test(first.passage.folded) ? 2 : 0) +
    (lead && lead !== list.section.heading && isOfLots(lead) ? 2 : 0) +
    (has(title, MAIN_TITLE) ? 2 : 0) -
    ((has(title, OTHER_TITLE) && !/\blots?\b|allot/.test(title)) || isOfWhatIsOwed(list) ? 5 : 0) -
    (list.lots.some((l) => l.passage.heading) ? 1 : 0) -
    (areLines(list) ? 8 : 0) +
    (isTitledRun(list) ? 1 : 0) +
    (isOneRun(list) ? 1 : 0) +
    Math.min(objects, 4)
  );
}
const MENTION = fr`allot[a-z]*|lots? (?:n ?° ?)?(?:\d+|[a-h])|lots? uniques?|seul lot|lots séparés|(?:en|de|par|des|les|chaque|chacun des|plusieurs|aucun|\d|deux|trois|quatre|cinq|six|sept|huit|neuf|dix) lots?(?! (?:de |d')[a-z])|marché (?:unique|global)|dévolution`;

/** A kind of contract that the law lets stand undivided. */
const GLOBAL = /\b(?:global(?:e|aux)? (?:de performance|sectoriels?)|conception[ -]realisation|partenariat public)/;
const ON_LOTS =
  /^[^a-z]*(?:article [^a-z]*)?(?:allotissement|(?:(?:nombre|decoupage|division|decomposition|repartition|devolution|separation)[a-z ]* )?lots?)\b/;
/** A short answer to a question on lots. */
const isOnLots = ({ passage, previous, section }: Sentence): boolean => {
  const first = passage.rowLabel;
  const heading = section.own.indexOf(passage) === 1 ? section.heading : undefined;
  const above = first && first !== passage ? first : (previous ?? passage.lead ?? heading);
  return above !== undefined && ON_LOTS.test(above.folded);
};
/** « Les serres sont livrées en un lot », « chaque lot de vernis est identifié »: goods that are handled. */
const OF_GOODS = fr`(?:livr|arriv|expédi|conditionn|emball|fabriqu|produi|lav|teint|envoy|transport|pos|stock|contrôl|essay|test|pass|voyag|rang)[a-z]* (?:[a-z0-9]+ ){0,4}?(?:par|en|dans) (?:un |un même |petits )?lots?|(?:chaque|un|le|même|du|au) lots? (?:de |d')(?!travaux|prestations|services|fournitures)[a-z]+|numéros? de lots?|par lots (?:de |d')`;
/** « achetés en trois lots en 2022 », « d'autres marchés, allotis en 2024 »: contracts of before, or of others. */
const OF_OTHERS = fr`(?:achetée?s?|passée?s?|allotie?s?|attribuée?s?|conclue?s?|lancée?s?) (?:en [a-z0-9]+ lots? )?en (?:19|20)\d\d|d'autres (?:marchés|contrats|consultations)|(?<!chacune? (?:fai[a-z]+|donn[a-z]+|form[a-z]+|constitu[a-z]+) [a-z' ]{0,16})(?:consultation|procédure|marché|contrat|accord-cadre) (?:à part|distincte?|séparée?|indépendante?|différente?)(?! [a-z])`;
const isOfGoods = (sentence: Sentence): boolean => sentence.has(OF_GOODS) || sentence.has(OF_OTHERS);
const BATCHES = /\blots? (?:de |d')(?!travaux|prestations|services|fournitures)[a-z]/;

const OF_DIVISION = fr`lots?|allot[a-z]*|divis[a-z]*|décompos[a-z]*|sépar[a-z]*|découp[a-z]*|scind[a-z]*|fractionn[a-z]*|global[a-z]*|(?:seul|unique|même) (?:marché|contrat)|(?:marché|contrat) unique`;

/** « Massifs | Lot » */
const COLUMN_OF_LOTS = /^[^a-z]*lots?[^a-z]*$/;
const ANSWERS = ['allotissement/alloti', 'allotissement/non-alloti', 'allotissement/motif'];

/** It sets out several lots, or what a number of lots announces. */
const setsOutLots = ({ lots }: LotList, announced: readonly LotCount[]): boolean =>
  new Set(lots.map((l) => l.number)).size > 1 || announced.some((a) => a.sentence.passage === lots[0]?.passage.lead);

/** The likeliest of lists, the first of equals; undefined where none is likely. */
const likeliest = (lists: readonly LotList[], announced: readonly LotCount[]): LotList | undefined =>
  lists
    .filter((list) => setsOutLots(list, announced))
    .map((list) => ({ list, rank: rank(list, announced) }))
    .filter((l) => l.rank > UNLIKELY)
    .sort((a, b) => b.rank - a.rank)[0]?.list;
const UNLIKELY = 2;

/** The number of lots that the words right over their list recall, where no other is announced. */
const recalled = (draft: Draft, { lots: [first] }: LotList): LotCount[] =>
  draft
    .collect(recalling)
    .filter(({ sentence: { passage } }) => passage === first?.passage.lead && /: ?$/.test(passage.folded))
    .map(({ value, sentence }) => ({ value: value.value, at: sentence.at(value), sentence }));

const HEADS_LOTS =
  /^[^a-z]{0,30}(?:article |[ivx]{1,4}[ .-])?[^a-z]{0,30}(?:allotissement|lots?|division en lots|decomposition en lots)\b/;
/** « Lot 4 » names one of them: what is without object for that lot divides no less. */
const NAMES_LOTS = /^(?:allotissement|lots?(?! (?:n ?° ?)?(?:\d|[a-h]\b))|(?:division|decomposition) en lots?)\b/;

/** « Sans objet », the first words under a title on lots, or beside a label on them. */
function answersLots(sentence: Sentence): boolean {
  const { passage, section } = sentence;
  if (passage.heading && !afterLabel(sentence)) return false;
  if (NAMES_LOTS.test(label(passage))) return true;
  const isFirst = afterLabel(sentence) || section.own.indexOf(passage) === 1;
  return isFirst && HEADS_LOTS.test(section.heading?.folded ?? '');
}

/** A sentence may say the same by several of its words, or by words that a buyer has added twice. */
const oncePerSentence = <T extends { readonly sentence: Sentence }>(all: readonly T[]): readonly T[] =>
  all.filter(({ sentence }, i) => all.findIndex((o) => o.sentence.span.start === sentence.span.start) === i);

/** What a sentence heard to leave the contract undivided says of something else: of one lot, of a global contract. */
const isOfSomethingElse = (sentence: Sentence): boolean =>
  OF_A_LOT.test(sentence.folded) ||
  GLOBAL.test(sentence.folded) ||
  (sentence.folded.trim().split(' ').length < 4 && !isOnLots(sentence));

/** « Les deux lots », « chacun des deux », « parmi trois lots »: of lots that are told elsewhere, or of some of them. */
const KNOWN = /(?<![a-z])(?:les|des|aux|ces|ses|chacun des|parmi|entre|sur|lots? d[e']) ?$/;
const SOME = /(?<![a-z])(?:attribu|obten|remport|soumission|candidats?|concurrents?|livr)[a-z]*(?![a-z])/;
/** « Quatre marchés forains »: where one sells. */
const FAIRS =
  /^ ?marches? (?:forains?|couverts?|hebdomadaires?|alimentaires?|nocturnes?|aux|de (?:plein|producteurs|noel))(?![a-z])/;
const isOfAllLots = (folded: string, { from, to }: Stretch): boolean =>
  !KNOWN.test(folded.slice(0, from)) && !SOME.test(folded.slice(0, to + 40)) && !FAIRS.test(folded.slice(to));
/** The numbers of lots that the sense of their sentence surely tells. */
const lotsCounted = (draft: Draft): LotCount[] =>
  [...countsHeard(draft)].flatMap(([sentence, heard]) => {
    const counts = heard
      .filter(({ role, surety, value }) => role === 'lots' && surety === 'sure' && value > 1)
      .filter((count) => isOfAllLots(sentence.folded, count));
    return counts.length === 0 || isOfPastContract(sentence) || sentence.has(OF_OTHERS)
      ? []
      : counts.map((count) => ({ value: count.value, at: sentence.at(count), sentence }));
  });

/** How many lots are told under each heading, surely or not. */
function numbersBySection(draft: Draft, stated: readonly LotCount[]): ReadonlyMap<Section, readonly number[]> {
  const heard = [...countsHeard(draft)].flatMap(([sentence, counts]) =>
    counts.flatMap(({ role, value }) => (role === 'lots' ? { value, sentence } : [])),
  );
  const all = new Map<Section, number[]>();
  for (const { value, sentence } of [...stated, ...heard])
    all.set(sentence.section, [...(all.get(sentence.section) ?? []), value]);
  return all;
}

/** How the contract is divided into lots, or why it is not. */
export const lots = defineFact<Lots>({
  id: 'lots',
  title: 'Lots',
  read(piece) {
    const { draft } = piece;
    const worded = draft
      .collect(announcing)
      .filter(({ sentence }) => !isOfPastContract(sentence) && !sentence.has(OF_OTHERS))
      .map(({ value, sentence }) => ({ value: value.value, at: sentence.at(value), sentence }));
    const counted = lotsCounted(draft).filter(({ sentence }) => !worded.some((a) => a.sentence === sentence));
    const stated = [...worded, ...counted].sort((a, b) => a.at.start - b.at.start);
    const inSections = numbersBySection(draft, stated);
    const told = ({ section }: Passage) => inSections.get(section) ?? [];
    const named = piece.keep(lotLists, () => lotLists(piece));
    const lists = [...named, ...numberedLists(draft, named, told)];
    const list = likeliest(lists, stated);
    const announced = stated.length > 0 || !list ? stated : recalled(draft, list);
    const both = draft.collect(affirming).length > 0;
    const said = [...draft.collect(denying), ...draft.collect(nothing).filter(({ sentence }) => answersLots(sentence))];
    const heard = saying(piece, 'allotissement/non-alloti').filter(({ sentence }) => !sentence.has(OF_OTHERS));
    const without = [...said, ...heard].map(({ sentence }) => sentence);
    // What says that there are no lots says not why by that alone, nor does what is said far from it of something else.
    const isReason = (s: Sentence, sure: boolean) =>
      sure ||
      (without.includes(s)
        ? bringsReason(s)
        : s.has(OF_DIVISION) || without.some(({ section }) => section.article === s.section.article));
    const motive = answering(piece, 'allotissement/motif', isReason)?.span;
    const denied: readonly NotAllotted[] = oncePerSentence(said)
      .filter(({ sentence }) => !sentence.passage.isTitle)
      .map(({ value, sentence }) => ({ at: sentence.span, sentence, reason: reasonFor(sentence, value) ?? motive }));
    // What is heard counts where nothing says that there are lots.
    const isSureOfNone = heard.some(({ surety }) => surety === 'sure');
    const saysLots =
      announced.length > 0 ||
      list !== undefined ||
      answering(piece, 'allotissement/alloti', (s, sure) => sure || !(isSureOfNone || isOfGoods(s)));
    const undivided = (saysLots ? [] : oncePerSentence(heard))
      .filter(({ sentence }) => !denied.some((n) => n.sentence === sentence) && !isOfSomethingElse(sentence))
      .map((one): NotAllotted => {
        const { sentence } = one;
        const reason = reasonFor(sentence, NOWHERE) ?? motive;
        return { at: sentence.span, sentence, reason, doubt: hearing(one) };
      });
    const notAllotted = both ? [] : [...denied, ...undivided];
    return {
      announced,
      list,
      lists,
      titled: new Set(draft.headings.flatMap((h) => h.read(lotNames).flatMap((name) => name.numbers))),
      notAllotted,
      mentioned:
        announced.length > 0 ||
        lists.length > 0 ||
        said.length > 0 ||
        draft.tables.some((t) => t.header.cells.some((c) => c.has(COLUMN_OF_LOTS))) ||
        draft.sentencesWith(MENTION).some((s) => !s.has(OF_OTHERS) && !isOfPastContract(s)) ||
        ANSWERS.some((concept) =>
          answering(piece, concept, (s, sure) => !BATCHES.test(s.folded) && (sure || !isOfGoods(s))),
        ),
    };
  },
  show: ({ announced, list, notAllotted }, { draft }) =>
    announced.length === 0 && !list && notAllotted.length === 0
      ? undefined
      : {
          annonces: announced.map((a) => a.value),
          lots: list?.lots.map((l) => ({
            lot: l.number,
            objet: l.object && asWritten(draft, l.object.at),
            montant: l.amount,
          })),
          nonAlloti: notAllotted.length > 0 ? { motif: notAllotted.some((n) => n.reason) } : undefined,
        },
});

/** « **5. Lots.** Non. »: what comes right after the words that name the matter of a paragraph. */
const afterLabel = ({ passage, span }: Sentence): boolean =>
  passage.heading?.runIn === true && passage.sentences[1]?.span.start === span.start;

const label = (passage: Passage): string => {
  const first = passage.rowLabel;
  return first && first !== passage ? first.folded : '';
};
