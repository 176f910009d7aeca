import { fr } from '../../kit/french/pattern.ts';
import { find, findAll, has, type Match } from '../../kit/text.ts';
import {
  ALTERNATIVE,
  ASKED,
  BASE_ONLY,
  BESIDE,
  BESIDE_BASE,
  BIDDER,
  CONDITION,
  FORMER,
  NO_OTHER,
  OF_DESIGN,
  OWN,
  PREDICATE,
  REQUIRE,
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

const SECOND = fr`une (?:autre|seconde|deuxième)(?=,| qui| dont| à côté| différente)|(?:autres?|seconde?s?|deuxièmes?) (?:offres?|réponses?|solutions?|propositions?|techniques?|plans?|procédés?|méthodes?|versions?|modes?|systèmes?|matériaux|conceptions?|organisations?)`;

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

interface PositionRead {
  readonly position: Position;
  readonly match: Match;
}

/** Where a clause that holds a place begins. */
const startOf = (folded: string, at: number): number => {
  const head = folded.slice(0, at);
  const stops = [
    ...head.matchAll(/[;:(]|,? (?:mais|toutefois|cependant|sauf|tandis que|alors que|en revanche|et les|et la) /g),
  ];
  const last = stops.at(-1);
  return last ? last.index + last[0].length : 0;
};

/**
 * What a folded sentence says of variants. `about`: its context (title, label of the row, lead of the list) is about
 * them, so that it need not name them; `asked`: the context is about those that the buyer asks for; `loose`: a « solution
 * alternative » is one though no bidder is named. No statement gives an empty list.
 */
export function positions(
  folded: string,
  context: { about?: boolean; asked?: boolean; loose?: boolean } = {},
): Stated[] {
  if (has(folded, OF_DESIGN)) return [];
  const anchors = findAll(folded, VARIANTE);
  // « des solutions qui s'écartent du CCTP ; ces variantes… »: the word takes up what is already named.
  const open = anchors.every((a) => /(?:^|[^a-z])(?:ces|cesdites|lesdites|de telles) $/.test(folded.slice(0, a.from)));
  const only = find(folded, BASE_ONLY) ?? find(folded, NO_OTHER);
  if (only) return [{ position: 'interdites', from: only.from, to: only.to, lots: undefined }];
  const others =
    open && (context.loose || has(folded, BIDDER))
      ? [...findAll(folded, ALTERNATIVE), ...(has(folded, BESIDE_BASE) ? findAll(folded, SECOND) : [])]
      : [];
  if (has(folded, fr`equivalen(?:t|te|ts|tes|ce)`) && anchors.length === 0) return [];
  const things = [...anchors, ...others].sort((a, b) => a.from - b.from);
  if (things.length === 0 && !context.about) return [];
  if (has(folded, VARIANTS_ELSEWHERE) || has(folded, FORMER)) return [];
  const bare = bareOf(folded, context);
  const readings = bare ? [bare] : predicates(folded, things, context);
  return withLots(folded, readings);
}

const BARE_NO =
  /^[ .:-]*(?:non|sans(?: objet)?|neant|aucune?|refus|nul|pas de variantes?)(?=[ .,;:]*$| ?[,(]| -| pour)/;
const BARE_YES = /^[ .:-]*(?:oui|avec)(?=[ .,;:]*$| ?[,(;]| -| pour)/;
/** « Sans », « Néant », « Aucune variante », « Refus des variantes »: no verb. */
const bareOf = (folded: string, context: { about?: boolean; asked?: boolean }): PositionRead | undefined =>
  shortAnswer(folded, context) ??
  answeredName(folded, context) ??
  leftOut(folded) ??
  withoutVariant(folded) ??
  verblessOf(folded, context);

/** « Non », « Oui »: the context names what it answers. */
function shortAnswer(folded: string, { about, asked }: { about?: boolean; asked?: boolean }): PositionRead | undefined {
  if (!about || has(folded, BESIDE)) return undefined;
  const no = find(folded, BARE_NO);
  if (no) return { position: asked ? 'non-exigees' : 'interdites', match: no };
  const yes = find(folded, BARE_YES);
  return yes && { position: asked ? 'exigees' : 'autorisees', match: yes };
}

/** « Variantes : non », « Variantes : oui »: the word, and its answer. */
function answeredName(folded: string, { asked }: { asked?: boolean }): PositionRead | undefined {
  const colon = find(
    folded,
    fr`variante(?:s|\(s\))?(?: ${OWN})?(?<asked> ${ASKED})?(?: ?[:,-] ?(?:non|sans(?: objet)?|neant|aucune|(?:ferme|clos|exclu|interdit|refuse)e?s?)| (?:sans objet|neant|non))(?=[ .,;]*$| ?[,(;]| pour)`,
  );
  if (colon) return { position: colon.groups.asked || asked ? 'non-exigees' : 'interdites', match: colon };
  const open = find(folded, fr`variante(?:s|\(s\))?(?: ${OWN})? ?[:-] ?(?:oui|avec)(?=[ .,;]*$| ?[,(;]| pour)`);
  return open && { position: asked ? 'exigees' : 'autorisees', match: open };
}

/** « Ni variantes ni options », « à l'exclusion des variantes »: beside what is asked. */
function leftOut(folded: string): PositionRead | undefined {
  const neither = find(
    folded,
    fr`ni variantes?(?: ni| ou|,)|sans variantes? (?:possible|autorisee|admise)s?|(?<=, )sans variantes?(?=[ .;]*$)`,
  );
  if (neither && !has(folded, fr`${REQUIRE}|${CONDITION}`)) return { position: 'interdites', match: neither };
  const shut = find(
    folded,
    fr`a l'exclusion de (?:toutes? |la |leurs? )?(?:propositions? de )?variantes?|a l'exclusion des variantes`,
  );
  return shut && { position: 'interdites', match: shut };
}

/** « Procédure ouverte, sans variante »: of the consultation, or alone. */
function withoutVariant(folded: string): PositionRead | undefined {
  const without = find(folded, fr`sans variantes?(?! ${ASKED})`);
  if (
    without &&
    (folded.length <= 40 ||
      has(folded, fr`consultation|marche|procedure|lancee?|passee?|appel d'offres|mise en concurrence`))
  )
    if (!has(folded, CONDITION)) return { position: 'interdites', match: without };
  return undefined;
}

/** « Pas de variante pour le lot 2 »: a denial that is a sentence, or its end. */
function verblessOf(folded: string, { asked }: { asked?: boolean }): PositionRead | undefined {
  const verbless = find(
    folded,
    new RegExp(
      `(?:^|[.;:,(-] ?)(?:pas de|aucune|point de|sans)(?: [a-z]+)? variantes?(?: ${OWN})?(?<asked> ${ASKED})?(?: (?:pour|sur|dans) [a-z0-9 ']*)?(?=[ .;,)]*$)`,
      'g',
    ),
  );
  return verbless && { position: verbless.groups.asked || asked ? 'non-exigees' : 'interdites', match: verbless };
}

const WISHED = fr`(?:si|s'ils?) (?:[a-z']+ ){0,4}(?:souhaite|desire|veu)(?:nt|t)?[^.;]{0,40} (?:une|deux|des|plusieurs|sa|ses|leurs?) (?:ou (?:deux|plusieurs) )?variantes?`;

function predicates(
  folded: string,
  things: readonly Match[],
  context: { about?: boolean; asked?: boolean },
): PositionRead[] {
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
