import { numbers } from '../../kit/french/numbers.ts';
import { before, overlapsAny } from '../../kit/french/scan.ts';
import { parts, type ShareItem, shares } from '../../kit/french/shares.ts';
import { judgesOffers } from './contexte.ts';

/** What makes a percentage a quantity and not a weight: « 20 % de matière recyclée », « au moins 30 % ». */
const QUANTITY_AFTER =
  /^ ?(?:(?:(?:de|des|du|en)(?![a-z])|d')(?! ?(?:la (?:note|ponder)|l'ensemble|ponder|total|note|(?:ce )?critere))|recycl|ht\b|ttc\b)/;
const QUANTITY_BEFORE =
  /(?:au moins|moins de|plus de|superieure? a|inferieure? a|taux de|tva(?: de| a)?|reduction de|baisse de|hausse de|rabais de|dans la limite de|minimum|maximum de|jusqu'a) $/;
/** Rungs of a scale: « 10 points si le délai est inférieur à deux jours ». */
const RUNG_AFTER =
  /^ ?:? ?(?:s'ils?|s'il|sinon|si|lorsqu|quand|pour (?:(?:une?|tout) (?:offre|reponse|delai|candidat|prestation)|(?:les?|l') ?(?:offre|reponse|candidat|(?:delai|prestation)s? (?:(?:[a-z]+ )?(?:inferieur|superieur|egal|compris)|de (?:moins|plus|\d)|d'au|entre|<|>)))|par |au-dela|en cas)/;
/** The most that a scale of marks gives: « 10 points si…, 5 points sinon ». */
export function topRung(folded: string, from: number, to: number): ShareItem | undefined {
  if (!/\d ?(?:points?|pts?)/.test(folded.slice(from, to))) return undefined;
  return shares(folded.slice(from, to))
    .filter((s) => s.unit === 'points' && RUNG_AFTER.test(folded.slice(from + s.to, to)))
    .map((s) => ({ ...s, from: s.from + from, to: s.to + from }))
    .reduce<ShareItem | undefined>((best, s) => (best && best.value >= s.value ? best : s), undefined);
}

/** Shares that may be weights, scales and quantities left out. Where none says its unit, fractions or numbers that make a whole. */
export function weightsIn(folded: string, from = 0, to = folded.length): ShareItem[] {
  const all = shares(folded.slice(from, to));
  if (!all.some((s) => s.unit !== 'sur')) {
    const unnamed = withoutUnit(folded).filter((s) => s.from >= from && s.to <= to);
    if (unnamed.length > 0) return unnamed;
  }
  return all
    .map((s) => ({ ...s, from: s.from + from, to: s.to + from }))
    .filter(
      (s) =>
        s.unit !== 'sur' &&
        s.value <= 1000 &&
        // « Notée de 0 à 20 points »: a scale.
        !(s.value === 0 && s.upper !== undefined) &&
        !(s.unit === 'percent' && s.value > 100) &&
        !RUNG_AFTER.test(folded.slice(s.to, to)) &&
        !(s.unit === 'percent' && QUANTITY_AFTER.test(folded.slice(s.to, to))) &&
        !QUANTITY_BEFORE.test(folded.slice(Math.max(from, s.from - 24), s.from)),
    );
}

/** A criterion of price stands among those of any grid. */
const PRICED = /(?<![a-z])(?:prix|tarif|cout|montant|loyer|devis|depense|financ)/;
/** What stands before a number that is no share: « lot 2 », « article 7 », « moins de 5 ». */
const NOT_BEFORE =
  /(?<![a-z])(?:lots?|articles?|annexes?|pages?|iso|normes?|n ?°|no|rue|tranches?|phases?|de|en|du|les?|des|a|au|aux|entre|sous|dans|il y a|depuis|avant|apres|et) ?$/;
const SCALE_BEFORE = /\bsur (?:un total de |la base de )?$/;
/** « (8) » may follow a figure too: « confort en dB(A) et m/s2 (8) ». */
const BARE_BEFORE = /(?:[a-z)"] ?(?:[:,(=-] ?)?|[\d²³°%] ?\( ?|\b(?:sur|pour|vaut|compte|pese|compte pour) )$/;
/** What ends the part of a sentence that a number closes. */
export const BARE_AFTER = /^ ?(?:[,;.):-]|$|(?:et|puis|pour|a|au|aux) )/;
/** « Un tiers à la qualité »: in a sentence on weights, nobody. */
const A_THIRD = /\bun tiers\b/g;

/** « la moitié », « trois dixièmes », as percentages. */
export function fractionsIn(folded: string): ShareItem[] {
  const read = parts(folded);
  const thirds = [...folded.matchAll(A_THIRD)]
    .map((m): ShareItem => ({ from: m.index, to: m.index + m[0].length, value: 33.33, unit: 'percent' }))
    .filter((third) => !overlapsAny(third, read));
  return [...read, ...thirds].sort((a, b) => a.from - b.from);
}

/** Numbers that stand alone after a name, or before « pour »: « prix 50 », « (25) », « 20 pour la qualité ». */
export const bareNumbers = (folded: string): ShareItem[] =>
  numbers(folded)
    .filter(
      (n) =>
        !n.words &&
        n.value > 0 &&
        BARE_AFTER.test(folded.slice(n.to)) &&
        BARE_BEFORE.test(before(folded, n.from, 30)) &&
        !NOT_BEFORE.test(before(folded, n.from, 30)),
    )
    .map(({ from, to, value }) => ({ from, to, value, unit: 'points' }));

export const sumOf = (list: readonly { readonly value: number }[]) => list.reduce((t, s) => t + s.value, 0);
/** True when weights make a whole but for roundings. */
/** Near enough to what they are parts of to be meant to make it. */
export const isAbout = (sum: number, whole: number): boolean => Math.abs(sum - whole) <= whole / 4;

export const isWhole = (sum: number, whole = 100): boolean => Math.abs(sum - whole) < 0.06;
/** Close enough to a hundred to be meant as one. */
const isAboutWhole = (sum: number) => sum > 84 && sum < 120;

/** « Nous notons le prix sur 60, la tenue sur 50… » */
const NOTED = /(?<![a-z])(?:notons|noterons|notee?s?)(?![a-z])/;

/**
 * Weights that say no unit, read off the whole sentence: « le prix pour moitié, le délai pour un tiers… », « prix 50, délai 30,
 * sécurité 20 ». They make a hundred, or the scale that the sentence gives; where it says that offers are judged, about a hundred.
 */
function readWithoutUnit(folded: string): readonly ShareItem[] {
  if (!PRICED.test(folded)) return [];
  const fractions = fractionsIn(folded);
  if (fractions.length > 1 && isAboutWhole(sumOf(fractions))) return fractions;
  if (!/\d[^\d]+\d/.test(folded)) return [];
  const bare = bareNumbers(folded);
  const scale = bare.find(
    (n) => SCALE_BEFORE.test(before(folded, n.from, 30)) && /^(?: points?)? ?:/.test(folded.slice(n.to)),
  );
  const own = bare.filter((n) => n !== scale);
  const sum = sumOf(own);
  const isMeant =
    isWhole(sum, scale?.value ?? 100) ||
    (own.length > 2 && isAboutWhole(sum) && (judgesOffers(folded) || NOTED.test(folded)));
  if (own.length < 2 || !isMeant) return [];
  return scale ? own.map((n) => ({ ...n, of: scale.value })) : own;
}

/** The last sentence read: its parts are asked for one by one. */
let latest: { readonly folded: string; readonly read: readonly ShareItem[] } | undefined;
function withoutUnit(folded: string): readonly ShareItem[] {
  if (latest?.folded !== folded) latest = { folded, read: readWithoutUnit(folded) };
  return latest.read;
}

/** Numbers without unit that make the weight of their criterion: « 45 points : 25 pour la clarté, 20 pour le suivi ». */
export function bareParts(folded: string, from: number, to: number, whole: number): ShareItem[] {
  const own = bareNumbers(folded).filter((n) => n.from >= from && n.to <= to);
  return own.length > 1 && isWhole(sumOf(own), whole) ? own : [];
}
