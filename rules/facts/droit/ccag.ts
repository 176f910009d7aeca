import type { Sentence } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import type { Stretch } from '../../kit/french/scan.ts';
import type { Phrase } from '../../kit/markdown/prose.ts';
import { type Consultation, defineFact, type Piece } from '../../kit/piece.ts';
import type { Span } from '../../kit/span.ts';
import { EXISTING_TITLE } from '../besoin/index.ts';
import { isOfPastContract } from '../commun/index.ts';

export type CcagKind = 'tic' | 'pi' | 'fcs' | 'travaux' | 'moe' | 'mi';
export type CcagYear = 2009 | 2021;

/** One place where a piece names a CCAG. */
export interface CcagMention {
  /** Undefined where the text says « le CCAG » alone. */
  readonly kind: CcagKind | undefined;
  /** The version that the sentence says; undefined when it says none. */
  readonly year: CcagYear | undefined;
  /** Recalls an old contract or a repealed text: nothing that applies. */
  readonly past: boolean;
  readonly at: Span;
  readonly sentence: Sentence;
}

/** The CCAG that a piece refers to. */
export interface CcagReference {
  /** Undefined when the piece names none, or none by its kind; `aucun` when it says that none applies. */
  readonly kind: CcagKind | 'aucun' | undefined;
  /** Version stated by the piece; undefined when it states none. */
  readonly year: CcagYear | undefined;
  /** Where it is referred to; undefined when known from the front matter alone. */
  readonly at: Span | undefined;
  readonly from: 'front-matter' | 'text' | undefined;
  /** Every mention, in order. */
  readonly mentions: readonly CcagMention[];
}

const LONG = 'cahiers? des clauses administratives generales';
const SHORT = 'c\\.?c\\.?a\\.?g\\.?';
const NAME = fr`${LONG}|${SHORT}`;
/** Words between « CCAG » and the kind of contract it is for. */
const LINK =
  "[ ,:/(-]{0,6}(?:\\(?c\\.?c\\.?a\\.?g\\.?\\)? ?)?(?:(?:applicables?|est|celui|retenu|de reference|relatif|relatifs|aux?|des?|du|d'|les?|la|marches?|publics?|accords-cadres?|prestations? de|en vigueur|version|pour) ?){0,9}[ /(-]*";
const KINDS: readonly (readonly [CcagKind, string])[] = [
  ['tic', "t\\.?i\\.?c|techniques? de l'information"],
  ['pi', 'p\\.?i|prestations? intellectuelles?'],
  ['fcs', 'f\\.?c\\.?s|fournitures? courantes?'],
  ['travaux', 'travaux'],
  ['moe', "m\\.?o\\.?e|maitrise d'oeuvre"],
  ['mi', 'm\\.?i|marches? (?:publics? )?industriels?|industriels?'],
];
const KIND_AFTER = KINDS.map(([kind, words]) => [kind, new RegExp(`^${LINK}(?:${words})(?![a-z0-9])`)] as const);

const kindAfter = (rest: string): CcagKind | undefined => KIND_AFTER.find(([, pattern]) => pattern.test(rest))?.[0];

const YEARS: readonly (readonly [CcagYear, RegExp])[] = [
  [
    2021,
    fr`(?:arrêté|arrêtés) (?:[a-z'-]+ ){0,4}du 30 mars 2021|30/03/2021|1 ?er avril 2021|(?:de|version|édition) 2021`,
  ],
  [
    2009,
    fr`16 septembre 2009|19 janvier 2009|8 septembre 2009|16/09/2009|19/01/2009|08/09/2009|(?:de|version|édition) 2009`,
  ],
];
/** « …, dans sa rédaction issue de l'arrêté du 19 janvier 2009 »: what dates it belongs to its name. */
const ORDER_OF_2009 = /^[^.;]{0,160}?(?:arretes? du )?(?:16 septembre|19 janvier|8 septembre) 2009/;
/** A year glued to the name: « CCAG-TIC 2021 ». */
const YEAR_AFTER = /^.{0,60}?[ (-](2009|2021)(?![0-9/])/;

const SHORT_KIND = /^[ :/-]{0,3}(tic|pi|fcs|travaux|moe|mi)(?![a-z])/;
const SHORT_YEAR =
  /^(?:[ :/-]{0,3}(?:tic|pi|fcs|travaux|moe|mi)(?![a-z]))?,? ?\(?(?:de |version |edition |(?:arrete )?du )?(?:\d{1,2} [a-z]+ )?(2009|2021)(?![0-9/])/;
/** « …, approuvé par l'arrêté du 8 septembre 2009 », before any other is named. */
const APPROVED_BY =
  /^(?:(?!ccag|clauses)[^.;]){0,100}?(?:approuve|issu)[a-z]* (?:par |de )(?:l')?arrete du \d{1,2} [a-z]+ (2009|2021)(?!\d)/;

/** « CCAG-FCS, TIC et PI ». */
const SEVERAL = /^[ /-]{0,3}(?:tic|pi|fcs|travaux|moe|mi)(?: ?[,/] ?| et | ou )(?:tic|pi|fcs|travaux|moe|mi)(?![a-z])/;

/** The kind and the version that stand right after the name of a CCAG, short or in full words; no kind where several do. */
export function ccagNamedAfter(
  folded: string,
  to: number,
): { readonly kind: CcagKind | undefined; readonly year: CcagYear | undefined } {
  const rest = folded.slice(to, to + 160);
  if (SEVERAL.test(rest)) return { kind: undefined, year: undefined };
  const short = SHORT_KIND.exec(rest)?.[1] as CcagKind | undefined;
  const kind = short ?? kindAfter(rest);
  const year = (SHORT_YEAR.exec(rest) ?? APPROVED_BY.exec(rest))?.[1];
  return { kind, year: year ? (Number(year) as CcagYear) : undefined };
}

const PAST = fr`anciens?|anciennement|précédents?|précédemment|abrogé(?:e|s|es)?|antérieurement|(?:se )?(?:référai(?:t|ent)|renvoyai(?:t|ent))|était soumis|étaient soumis|s'appliquait|a pris fin|pour mémoire|remplac(?:e|é|ée) (?:le|celui|par)|(?:acquis|obtenu|développé|réalisé|livré|fourni|installé|mis en (?:place|service|oeuvre))(?:e|s|es)? (?:[a-z]+ ){0,3}(?:par|dans le cadre d'|au titre d'|en exécution d'|lors d') ?une? (?:[a-z]+ )?(?:marché|contrat|accord-cadre)`;
const NONE = fr`aucun (?:autre )?(?:${LONG}|${SHORT})|ne (?:se réf[eè]re|fait référence|renvoie|est soumis) à aucun (?:${LONG}|${SHORT})|(?:hors|sans|pas de) (?:de )?(?:tout )?(?:${LONG}|${SHORT})|sans (?:référence|renvoi|se référer|renvoyer) à (?:un|aucun|quelque|tout|l'un des?) ?(?:${LONG}|${SHORT})|(?:${LONG}|${SHORT})s? ?: ?(?:aucun|néant|sans objet|non)`;
/** « le CCAG-TIC n'est pas rendu applicable », « Le CCAG est écarté »: said of the one named before it, and of no part of it. */
const NOT_IN_PART = "(?! (?:aux?|a|pour|en|sur|sauf|qu[e'i]|dans|lors|par)(?![a-z]))";
const NONE_AFTER = new RegExp(
  `^[ /-]{0,3}(?:[a-z]{2,7} )?(?:(?:de )?20\\d\\d )?(?:n'est (?:pas|jamais) (?:rendu )?(?:applicable|applique|retenu|vise|contractuel)|ne (?:s'applique|s'appliquera|regit) pas|(?:est|sont) (?:[a-z]+ )?(?:ecarte|exclu)s?)(?![a-z])${NOT_IN_PART}`,
);
/** « Les parties excluent le CCAG-TIC et tout autre cahier » */
const NONE_BEFORE =
  /(?:(?:exclu(?:t|ent|ant)|ecart(?:e|ent|ant)|renonc(?:e|ent) a)(?: l'application (?:du|de tout)| le| tout| ce)|ne (?:se referent|se refere|renvoie(?:nt)?|vise(?:nt)?|retien(?:t|nent)) (?:pas (?:au|le|un)|ni (?:au|le|a un))) $/;
/** « L'article 46 du CCAG », « le régime de ce CCAG »: a part of it is the subject. */
const A_PART_OF = /(?<![a-z])(?:du|des|de ce) $/;
const isSetAside = ({ folded }: Phrase, { from, to }: Stretch): boolean =>
  (NONE_AFTER.test(folded.slice(to)) && !A_PART_OF.test(folded.slice(0, from))) ||
  (NONE_BEFORE.test(folded.slice(0, from)) && !IN_PART.test(folded.slice(to, to + 24)));
const isNone = (phrase: Phrase, at: Stretch): boolean => phrase.has(NONE) || isSetAside(phrase, at);
const IN_PART = /^[^.;,]{0,12} (?:en|pour|sur|sauf|dans|qui|quant) /;

/** « les clauses générales approuvées par l'arrêté du 8 septembre 2009 »: the order of a CCAG tells which. */
const BY_ORDER = fr`clauses (?:administratives )?générales,? (?:[a-z']+ ){0,6}(?:l')?arrêté du (?:16 septembre|19 janvier|8 septembre) 2009`;
/** Between the two names of one CCAG. */
const BRACKET = /^(?=.{0,140}$)[^.;(]*\([^.;]*$/;

interface CcagRead extends Stretch {
  readonly kind: CcagKind | undefined;
  readonly year: CcagYear | undefined;
  readonly past: boolean;
  readonly none: boolean;
}

/** « cahier des clauses administratives générales (CCAG-TIC) » names one CCAG twice. */
const isSecondName = (last: CcagRead, kind: CcagKind | undefined, between: string): boolean =>
  (last.kind === kind || !last.kind) && BRACKET.test(between);

/** From a name to the next, farther than « le CCAG-TIC ou le CCAG-PI » would have it. */
const APART = 40;
/** The name that the day of a sentence stands behind: « par dérogation au CCAG, les pièces sont … le CCAG approuvé par l'arrêté du … ». */
function nameDated(phrase: Phrase, names: readonly Stretch[]): Stretch | undefined {
  const day = YEARS.map(([, pattern]) => phrase.find(pattern)).find((found) => found);
  return day && names.findLast(({ to }) => to <= day.from);
}

/** A CCAG that a sentence names by its order alone. */
function readByOrder(phrase: Phrase): CcagRead[] {
  const order = phrase.find(BY_ORDER);
  return order ? [{ ...order, kind: undefined, year: 2009, past: phrase.has(PAST), none: false }] : [];
}

function read(phrase: Phrase): CcagRead[] {
  const names = phrase.findAll(NAME);
  if (names.length === 0) return readByOrder(phrase);
  const { folded } = phrase;
  const past = phrase.has(PAST);
  const years = YEARS.filter(([, pattern]) => phrase.has(pattern)).map(([year]) => year);
  const onlyYear = years.length === 1 ? years[0] : undefined;
  const dated = nameDated(phrase, names);
  const yearOf = ({ to }: Stretch) => (dated && dated.from - to > APART ? undefined : onlyYear);
  const out: CcagRead[] = [];
  for (const m of names) {
    const last = out[out.length - 1];
    const rest = folded.slice(m.to, m.to + 220);
    const kind = kindAfter(rest);
    if (last && isSecondName(last, kind, folded.slice(last.to, m.from))) {
      out[out.length - 1] = { ...last, kind, year: last.year ?? yearOf(m) };
      continue;
    }
    const glued = YEAR_AFTER.exec(rest.split(/[;.]/)[0] ?? '')?.[1];
    const year = glued ? (Number(glued) as CcagYear) : yearOf(m);
    const isDatedBeyond = glued === undefined && year === 2009;
    const to = m.to + (isDatedBeyond ? (ORDER_OF_2009.exec(folded.slice(m.to))?.[0].length ?? 0) : 0);
    out.push({ from: m.from, to, kind, year, past, none: isNone(phrase, m) });
  }
  return out;
}

/** The CCAG that a piece refers to: its front matter first, else the first one that its text says applies. */
export const ccagReference = defineFact<CcagReference>({
  id: 'ccag',
  title: 'CCAG de référence',
  read(piece: Piece): CcagReference {
    const found = piece.draft.collect(read).flatMap(({ value, sentence }) => value.map((v) => ({ ...v, sentence })));
    const mentions = found
      .filter((f) => !f.none)
      .map(({ kind, year, past, sentence, from, to }) => ({
        kind,
        year,
        past: past || isOfPastContract(sentence) || sentence.section.chain.some((s) => s.heading?.has(EXISTING_TITLE)),
        at: sentence.at({ from, to }),
        sentence,
      }));
    const live = mentions.filter((m) => !m.past);
    const named = live.find((m) => m.kind && m.year) ?? live.find((m) => m.kind) ?? live.find((m) => m.year);
    const declared = piece.entete.values.ccag;
    if (declared === 'aucun') return { kind: 'aucun', year: undefined, at: undefined, from: 'front-matter', mentions };
    if (typeof declared === 'string') {
      const [kind, year] = declared.split('-') as [CcagKind, string];
      return { kind, year: Number(year) as CcagYear, at: named?.at, from: 'front-matter', mentions };
    }
    if (named) return { kind: named.kind, year: named.year, at: named.at, from: 'text', mentions };
    const none = found.find((f) => f.none);
    if (none) return { kind: 'aucun', year: undefined, at: none.sentence.at(none), from: 'text', mentions };
    return { kind: undefined, year: undefined, at: live[0]?.at, from: live[0] && 'text', mentions };
  },
  show: ({ kind, year, from }) => (kind ? { type: kind, version: year, source: from } : undefined),
});

/** First day on which only the CCAG of 2021 may be referred to: those of 2009 are repealed since. */
export const ONLY_2021 = '2021-10-01';

/**
 * The CCAG that the contract of a consultation refers to, over its pieces (CCAP, AE, CCTP, then the others). A version
 * that no piece states is the one in force on the day. `mixed`: two pieces, or one piece, refer to both versions.
 */
export function ccagOf(consultation: Consultation): {
  readonly kinds: readonly CcagKind[];
  readonly year: CcagYear | undefined;
  readonly mixed: boolean;
} {
  const pieces = [...consultation.of('ccap', 'ae', 'cctp'), ...consultation.pieces];
  const said = [...new Set(pieces)].flatMap((piece) => {
    const reference = piece.ask(ccagReference);
    return [reference, ...reference.mentions.filter((m) => !m.past)];
  });
  const kinds = new Set(said.flatMap(({ kind }) => (kind && kind !== 'aucun' ? [kind] : [])));
  const years = new Set(said.flatMap(({ year }) => year ?? []));
  const date = pieces[0]?.date ?? '';
  const [first] = years;
  const unsaid = date >= ONLY_2021 ? 2021 : undefined;
  return { kinds: [...kinds], year: kinds.size === 0 ? undefined : (first ?? unsaid), mixed: years.size > 1 };
}
