import type { Element, Root } from 'xast';
import { fromXml } from 'xast-util-from-xml';
import { daysBetween, wholeMonths } from '../kit/calendar.ts';
import { type Decimal, decimal, inFrench } from '../kit/decimal.ts';
import type { Field, Length, Moment, Notice, NoticeCriterion, NoticeLot, VariantRule } from '../kit/notice.ts';
import { type Span, TOP } from '../kit/span.ts';
import { Refused } from './refused.ts';

/** What a notice writes in the place of what it does not publish. */
const HELD_BACK = /^(?:unpublished|-1(?:\.0*)?)$/;

const local = (name: string) => name.slice(name.indexOf(':') + 1);
const elements = (parent: Element | undefined): Element[] =>
  (parent?.children ?? []).filter((c): c is Element => c.type === 'element');
const all = (parent: Element | undefined, name: string): Element[] =>
  elements(parent).filter((c) => local(c.name) === name);
/** The first element at the end of a path of names. */
const at = (parent: Element | undefined, ...path: string[]): Element | undefined =>
  path.reduce<Element | undefined>((here, name) => all(here, name)[0], parent);
/** The extensions of an element, which eForms puts in the same shell everywhere. */
const extension = (parent: Element | undefined): Element | undefined =>
  all(at(parent, 'UBLExtensions'), 'UBLExtension')
    .map((e) => at(e, 'ExtensionContent', 'EformsExtension'))
    .find((e) => e !== undefined);
function* below(parent: Element | undefined, name: string): Generator<Element> {
  for (const child of elements(parent)) {
    if (local(child.name) === name) yield child;
    yield* below(child, name);
  }
}

const wordsOf = (element: Element | undefined): string =>
  (element?.children ?? [])
    .map((c) => (c.type === 'text' || c.type === 'cdata' ? c.value : ''))
    .join('')
    .replace(/\s+/g, ' ')
    .trim();

const spanOf = (element: Element | undefined): Span => {
  const { start, end } = element?.position ?? {};
  return start?.offset !== undefined && end?.offset !== undefined ? { start: start.offset, end: end.offset } : TOP;
};

/** A field of one element; undefined where it is empty or held back. */
function field<T>(element: Element | undefined, read: (words: string) => T | undefined, show: (value: T) => string) {
  const words = wordsOf(element);
  const value = words === '' || HELD_BACK.test(words) ? undefined : read(words);
  return value === undefined ? undefined : { value, shown: show(value), at: spanOf(element) };
}

const plainText = (element: Element | undefined): Field<string> | undefined =>
  field(
    element,
    (w) => w,
    (w) => `« ${w} »`,
  );

const DAY = /^(\d{4}-\d\d-\d\d)(Z|[+-]\d\d:\d\d)?$/;
const HOUR = /^(\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:\d\d)?$/;

export const offsetOf = (zone: string | undefined): number | undefined => {
  if (zone === undefined) return undefined;
  if (zone === 'Z') return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4, 6));
  return zone.startsWith('-') ? -minutes : minutes;
};

export const frenchDay = (day: string): string => day.split('-').reverse().join('/');

/** « 05/03/2027 à 12 h 00 (UTC+01:00) ». */
export function shownMoment({ day, hour, offset }: Moment): string {
  if (!hour) return frenchDay(day);
  const [h, m] = [Math.floor(Math.abs(offset ?? 0) / 60), Math.abs(offset ?? 0) % 60];
  const two = (n: number) => String(n).padStart(2, '0');
  const zone =
    offset === undefined ? '' : offset === 0 ? ' (UTC)' : ` (UTC${offset < 0 ? '−' : '+'}${two(h)}:${two(m)})`;
  return `${frenchDay(day)} à ${hour.replace(':', ' h ')}${zone}`;
}

function deadline(period: Element | undefined): Field<Moment> | undefined {
  const day = DAY.exec(wordsOf(at(period, 'EndDate')));
  if (!day?.[1]) return undefined;
  const hour = HOUR.exec(wordsOf(at(period, 'EndTime')));
  const value: Moment = { day: day[1], hour: hour?.[1], offset: offsetOf(hour?.[2] ?? day[2]) };
  return { value, shown: shownMoment(value), at: spanOf(period) };
}

const UNITS: Readonly<Record<string, (n: number) => Length>> = {
  DAY: (n) => ({ days: n }),
  WEEK: (n) => ({ days: 7 * n }),
  MONTH: (n) => ({ months: n }),
  YEAR: (n) => ({ months: 12 * n }),
};

const length = (element: Element | undefined): Field<Length> | undefined =>
  field(
    element,
    (words) =>
      /^\d{1,5}(?:\.0+)?$/.test(words) ? UNITS[element?.attributes.unitCode ?? '']?.(Number(words)) : undefined,
    (value) => ('days' in value ? `${value.days} jours` : `${value.months} mois`),
  );

const amount = (element: Element | undefined): Field<Decimal> | undefined =>
  element?.attributes.currencyID === 'EUR' ? field(element, decimal, (v) => `${inFrench(v)} €`) : undefined;

const day = (element: Element | undefined): Field<string> | undefined =>
  field(element, (words) => DAY.exec(words)?.[1], frenchDay);

/** The time between two days, both counted: in months where they are whole, else in days. Undefined where one lacks. */
function between(period: Element | undefined): Field<Length> | undefined {
  const [start, end] = [day(at(period, 'StartDate')), day(at(period, 'EndDate'))];
  if (!start || !end || start.value >= end.value) return undefined;
  const months = wholeMonths(start.value, end.value);
  const days = daysBetween(start.value, end.value) + 1;
  return {
    value: months === undefined ? { days } : { months },
    shown: months === undefined ? `${days} jours` : `${months} mois`,
    at: { start: start.at.start, end: end.at.end },
  };
}

const KINDS: Readonly<Record<string, NoticeCriterion['kind']>> = { price: 'price', cost: 'cost', quality: 'quality' };
/** Codes of BT-5421 whose number is a weight, and what it is a weight in. */
const WEIGHTS: Readonly<Record<string, 'percent' | 'points' | 'order'>> = {
  'per-exa': 'percent',
  'poi-exa': 'points',
  'dec-exa': 'points',
  'ord-imp': 'order',
};

function criterion(element: Element): NoticeCriterion {
  const parameters = all(extension(element), 'AwardCriterionParameter');
  const weights = parameters.flatMap((p) => {
    const unit = WEIGHTS[wordsOf(at(p, 'ParameterCode'))];
    const number = wordsOf(at(p, 'ParameterNumeric'));
    return unit && number !== '' && !HELD_BACK.test(number) ? [{ value: Number(number), unit }] : [];
  });
  const named = plainText(at(element, 'Name')) ?? plainText(at(element, 'Description'));
  return {
    kind: KINDS[wordsOf(at(element, 'AwardingCriterionTypeCode'))],
    name: named?.value,
    weight: weights.length === 1 && Number.isFinite(weights[0]?.value) ? weights[0] : undefined,
    at: spanOf(element),
  };
}

const VARIANTS: Readonly<Record<VariantRule, string>> = {
  allowed: 'autorisées',
  'not-allowed': 'interdites',
  required: 'exigées',
};

const system = (process: Element | undefined, list: string): Element | undefined =>
  all(process, 'ContractingSystem')
    .flatMap((s) => all(s, 'ContractingSystemTypeCode'))
    .find((c) => c.attributes.listName === list);

const maximumIn = (project: Element | undefined): Field<Decimal> | undefined =>
  amount(at(extension(at(project, 'RequestedTenderTotal')), 'FrameworkMaximumAmount'));

const lotsIn = (terms: Element | undefined, name: string): Field<number> | undefined =>
  field(
    at(terms, name),
    (w) => (/^\d{1,3}$/.test(w) && Number(w) > 0 ? Number(w) : undefined),
    (n) => (n === 1 ? 'un seul lot' : `${n} lots`),
  );

/** « LOT-0002 », or the number that the buyer gives it: « 2 », « Lot 2 ». */
function numberOf(id: string, internal: string): string {
  const own = /^(?:lot )?(?:n° ?)?0*(\d{1,3}|[a-h])$/i.exec(internal)?.[1];
  return own?.toLowerCase() ?? /(\d+)$/.exec(id)?.[1]?.replace(/^0+(?=.)/, '') ?? id;
}

function lot(element: Element): NoticeLot {
  const [terms, process, project] = ['TenderingTerms', 'TenderingProcess', 'ProcurementProject'].map((name) =>
    at(element, name),
  );
  const id = wordsOf(at(element, 'ID'));
  const period = at(project, 'PlannedPeriod');
  const framework = system(process, 'framework-agreement');
  const head = at(element, 'ID');
  return {
    id,
    number: numberOf(id, wordsOf(at(project, 'ID'))),
    at: spanOf(head),
    title: plainText(at(project, 'Name')),
    offers: deadline(at(process, 'TenderSubmissionDeadlinePeriod')),
    requests: deadline(at(process, 'ParticipationRequestReceptionPeriod')),
    criteria: all(at(terms, 'AwardingTerms'), 'AwardingCriterion')
      .flatMap((c) => all(c, 'SubordinateAwardingCriterion'))
      .map(criterion),
    variants: field(
      at(terms, 'VariantConstraintCode'),
      (w) => (w in VARIANTS ? (w as VariantRule) : undefined),
      (v) => VARIANTS[v],
    ),
    duration: length(at(period, 'DurationMeasure')) ?? between(period),
    start: day(at(period, 'StartDate')),
    end: day(at(period, 'EndDate')),
    renewals: field(
      at(project, 'ContractExtension', 'MaximumNumberNumeric'),
      (w) => (/^\d{1,2}$/.test(w) ? Number(w) : undefined),
      (n) => (n === 0 ? 'aucune reconduction' : `${n} reconduction${n > 1 ? 's' : ''}`),
    ),
    framework: field(
      framework,
      (w) => w,
      (w) => (w === 'none' ? 'pas d’accord-cadre' : 'un accord-cadre'),
    ),
    maximum: maximumIn(project),
    validity: length(at(terms, 'TenderValidityPeriod', 'DurationMeasure')),
    languages: all(terms, 'Language').flatMap((l) => plainText(at(l, 'ID')) ?? []),
  };
}

export const PROCEDURES: Readonly<Record<string, string>> = {
  open: 'procédure ouverte',
  restricted: 'procédure restreinte',
  'neg-w-call': 'procédure négociée avec mise en concurrence',
  'neg-wo-call': 'procédure négociée sans mise en concurrence',
  'comp-dial': 'dialogue compétitif',
  innovation: 'partenariat d’innovation',
  'comp-tend': 'procédure concurrentielle avec négociation',
  'oth-single': 'autre procédure en une phase',
  'oth-mult': 'autre procédure en plusieurs phases',
};

const ROOT = /<(?:\w+:)?(?:ContractNotice|PriorInformationNotice|ContractAwardNotice)[\s>]/;
/** Units at the head of a file in which its first element stands, after comments. */
const HEAD = 20_000;

/** Marks of elements, opening and closing: the fullest of notices has some thousands, and each takes a kilobyte of memory. */
const MOST_MARKS = 200_000;

/** The notice that an eForms document is; undefined for other XML. Throws a `Refused` for what cannot be read. */
export function readEforms(text: string): Notice | undefined {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text))
    throw new Refused('ce fichier XML déclare des entités : il n’est pas lu.', 'Télécharger à nouveau l’avis.');
  if (!ROOT.test(text.slice(0, HEAD))) return undefined;
  let marks = 0;
  for (let i = text.indexOf('<'); i >= 0; i = text.indexOf('<', i + 1))
    if (++marks > MOST_MARKS)
      throw new Refused('cet avis est démesuré : il n’est pas lu.', 'Télécharger à nouveau l’avis.');
  let root: Root;
  try {
    root = fromXml(text);
  } catch {
    throw new Refused('ce fichier XML est endommagé : il ne se lit pas.', 'Télécharger à nouveau l’avis.');
  }
  const top = root.children.find((c): c is Element => c.type === 'element');
  if (!top) return undefined;
  const extended = extension(top);
  const process = at(top, 'TenderingProcess');
  const shared = at(top, 'TenderingTerms', 'LotDistribution');
  const unpublished = [...below(top, 'FieldsPrivacy')].map((p) => wordsOf(at(p, 'FieldIdentifierCode')));
  return {
    form: 'avis',
    format: 'eForms',
    id: wordsOf(at(top, 'ID')) || undefined,
    folder: wordsOf(at(top, 'ContractFolderID')) || undefined,
    changes: wordsOf(at(extended, 'Changes', 'ChangedNoticeIdentifier')) || undefined,
    issued: ['IssueDate', 'IssueTime', 'VersionID'].map((name) => wordsOf(at(top, name))).join(' '),
    calls: local(top.name) === 'ContractNotice',
    title: plainText(at(top, 'ProcurementProject', 'Name')),
    procedure: field(
      at(process, 'ProcedureCode'),
      (w) => w,
      (w) => PROCEDURES[w] ?? w,
    ),
    accelerated: field(
      all(process, 'ProcessJustification')
        .flatMap((p) => all(p, 'ProcessReasonCode'))
        .find((c) => c.attributes.listName === 'accelerated-procedure'),
      (w) => w === 'true',
      (v) => (v ? 'accélérée' : 'non accélérée'),
    ),
    maximum: maximumIn(at(top, 'ProcurementProject')),
    lotsSubmitted: lotsIn(shared, 'MaximumLotsSubmittedNumeric'),
    lotsAwarded: lotsIn(shared, 'MaximumLotsAwardedNumeric'),
    // Groups of lots (GLO) repeat what their lots say.
    lots: all(top, 'ProcurementProjectLot')
      .filter((l) => at(l, 'ID')?.attributes.schemeName === 'Lot')
      .map(lot),
    deadline: undefined,
    unpublished: [...new Set(unpublished)].filter((code) => code !== ''),
  };
}
