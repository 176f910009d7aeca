import { fr } from '../../kit/french/pattern.ts';
import { find, findAll, has, type Match } from '../../kit/text.ts';
import { bareOf, type Context, type PositionRead } from './courtes.ts';
import { straying } from './ecarts.ts';
import {
  ADDED,
  ALTERNATIVE,
  BASE_ONLY,
  BESIDE_BASE,
  BIDDER,
  COSTLY,
  FORMER,
  NO_OTHER,
  OF_DESIGN,
  OTHER_THAN,
  PREDICATE,
  SECOND,
  SUPERSEDES,
  VARIANTE,
  VARIANTS_ELSEWHERE,
} from './mots.ts';
import { type Mood, moodOf, type Position, positionOf, thingOf } from './predicat.ts';

/** What one predicate of a sentence says. `from` and `to` are in the folded sentence. */
export interface Stated {
  readonly position: Position;
  readonly from: number;
  readonly to: number;
  /** Numbers of the lots it is for; undefined for all. */
  readonly lots: readonly string[] | undefined;
}

const LOTS = fr`lots? (?:n ?(?:°s?|os?) ?|numeros? )?(?<list>\d{1,2}(?:(?: ?, ?| et | ou | a | & |-)(?:le |les |lots? |n ?° ?|au lot )*\d{1,2})*)`;
const EXCEPT = fr`(?:sauf|hormis|excepte|a l'exception|a l'exclusion|hors) ?(?:pour |d[ue]s? |d' ?)?(?:les? |des )?lots? (?:n ?° ?)?\d+`;

/** Numbers of the lots a folded text names, ranges opened; empty when none. */
export function lotsIn(folded: string): string[] {
  const out: string[] = [];
  for (const { groups } of findAll(folded, LOTS)) {
    for (const part of groups.list?.split(/,| et | ou | & /) ?? []) {
      const ends = (part.match(/\d+/g) ?? []).map(Number);
      const [first, last] = ends;
      if (first !== undefined && last !== undefined && last > first)
        for (let n = first; n <= last; n++) out.push(String(n));
      else out.push(...ends.map(String));
    }
  }
  return [...new Set(out)];
}

const FLIP: Readonly<Record<Position, Position>> = {
  autorisees: 'interdites',
  interdites: 'autorisees',
  exigees: 'non-exigees',
  'non-exigees': 'exigees',
};

/** Where a clause that holds a place begins. */
const startOf = (folded: string, at: number): number => {
  const head = folded.slice(0, at);
  const stops = [
    ...head.matchAll(
      /[;:(]|,? (?:mais|toutefois|cependant|sauf|tandis que|alors que|en revanche|et les|et la) |, (?=(?:les?|la|des|toutes?|l') ?[a-z ]{1,30} (?:etant|demeurant|restant) )/g,
    ),
  ];
  const last = stops.at(-1);
  return last ? last.index + last[0].length : 0;
};

/** What is offered beside the offer, without the word. */
function othersIn(folded: string, { about = false, loose = false }: Context & { readonly loose?: boolean }): Match[] {
  const isBeside = about || has(folded, BESIDE_BASE) || (has(folded, BIDDER) && has(folded, ADDED));
  if ((!loose && !isBeside && !has(folded, BIDDER)) || has(folded, SUPERSEDES)) return [];
  return [
    ...findAll(folded, ALTERNATIVE),
    ...(isBeside || loose ? findAll(folded, OTHER_THAN) : []),
    ...(isBeside ? findAll(folded, SECOND) : []),
  ];
}

/**
 * What a folded sentence says of variants. `about`: its context (title, label of the row, lead of the list) is about
 * them, so that it need not name them; `asked`: the context is about those that the buyer asks for; `loose`: a « solution
 * alternative » is one though no bidder is named. No statement gives an empty list.
 */
export function positions(folded: string, context: Context & { readonly loose?: boolean } = {}): Stated[] {
  // A question is answered elsewhere.
  if (has(folded, OF_DESIGN) || folded.trimEnd().endsWith('?')) return [];
  const anchors = findAll(folded, VARIANTE);
  // « des solutions qui s'écartent du CCTP ; ces variantes… »: the word takes up what is already named.
  const open = anchors.every((a) => /(?:^|[^a-z])(?:ces|cesdites|lesdites|de telles) $/.test(folded.slice(0, a.from)));
  const only = find(folded, BASE_ONLY) ?? find(folded, NO_OTHER) ?? find(folded, COSTLY);
  if (only && !SUPPOSED.test(folded.slice(0, only.from)))
    return [{ position: 'interdites', from: only.from, to: only.to, lots: undefined }];
  const others = open ? othersIn(folded, context) : [];
  if (has(folded, fr`equivalen(?:t|te|ts|tes|ce)`) && anchors.length === 0) return [];
  const things = [...anchors, ...others].sort((a, b) => a.from - b.from);
  const stray = things.length === 0 ? straying(folded) : undefined;
  if (stray) return withLots(folded, [stray]);
  if (things.length === 0 && !context.about) return [];
  if (has(folded, VARIANTS_ELSEWHERE) || has(folded, FORMER) || has(folded, ILL_MADE)) return [];
  const bare = bareOf(folded, context);
  const readings = bare ? [bare] : predicates(folded, things, context);
  return withLots(folded, readings);
}

/** « N'est pas examinée la variante remise sans offre de base »: one that is ill made, and not every one. */
const ILL_MADE = fr`(?:n'est|ne sera|sera|est) (?:pas |jamais )?[a-z]+e la variante (?:[a-z]+ée?|remise|transmise|qui|dont|sans|non)`;

/** « Sans variante de votre part, nous n'examinons que l'offre de base » */
const SUPPOSED = /(?:^|[^a-z])(?:si |s'il|lorsqu|quand |a defaut|faute de|en l'absence|sans )[^;.]*, ?[^,;.]*$/;

const WISHED = fr`(?:si|s'ils?) (?:[a-z']+ ){0,4}(?:souhaite|desire|veu)(?:nt|t)?[^.;]{0,40} (?:une|deux|des|plusieurs|sa|ses|leurs?) (?:ou (?:deux|plusieurs) )?variantes?`;

const SENDS =
  /(?<![a-z'-])(?<!ne |n'|de |d')(?:envoyez|proposez|joignez|remettez|presentez|deposez|decrivez|chiffrez|soumettez|ajoutez|adressez)(?:-(?:nous|l[ae]s?))*(?![a-z])/;
const SUPPOSES = fr`si (?:vous|votre)`;
/** « Si vous connaissez un autre liant que le bitume, proposez-le aussi »: an invitation. */
function invitation(folded: string, thing: Match): PositionRead | undefined {
  const match = has(folded.slice(0, thing.from), SUPPOSES) ? find(folded, SENDS, thing.to) : undefined;
  return match && { position: 'autorisees', match };
}

function predicates(folded: string, things: readonly Match[], context: Context): PositionRead[] {
  const out: PositionRead[] = [];
  let previous: Mood | undefined;
  for (const match of findAll(folded, PREDICATE)) {
    const start = Math.max(startOf(folded, match.from), previous?.to ?? 0);
    const thing = thingOf(folded, match, things, start, context.about === true);
    if (!thing) continue;
    previous = moodOf(folded, match, folded.slice(start, match.from), previous);
    if (previous.supposed) continue;
    const position = positionOf(folded, match, thing, previous.negated, context.asked === true);
    if (position) out.push({ position, match });
  }
  if (out.length > 0) return out;
  const invited = things.length > 0 ? invitation(folded, things[0] as Match) : undefined;
  if (invited) return [invited];
  const wish = find(folded, WISHED);
  return wish ? [{ position: 'autorisees', match: wish }] : [];
}

/** Gives each statement its lots: in a sentence they stand all before what is said of them, or all after. */
function withLots(folded: string, readings: readonly PositionRead[]): Stated[] {
  const out: Stated[] = [];
  const first = readings[0];
  if (!first) return out;
  const leads = lotsIn(folded.slice(0, first.match.from)).length > 0;
  readings.forEach(({ position, match }, i) => {
    const before = folded.slice(readings[i - 1]?.match.to ?? 0, match.from);
    const after = folded.slice(match.to, readings[i + 1]?.match.from ?? folded.length);
    const own = leads ? before : after;
    const except = find(own, EXCEPT);
    const spared = except ? lotsIn(own.slice(except.from)) : [];
    const named = lotsIn(except ? own.slice(0, except.from) : own);
    const place = { from: match.from, to: match.to };
    const lots = named.length > 0 ? named : undefined;
    const last = out.at(-1);
    if (last?.position !== position || String(last.lots) !== String(lots)) out.push({ position, ...place, lots });
    if (spared.length > 0) out.push({ position: FLIP[position], ...place, lots: spared });
  });
  return out;
}
