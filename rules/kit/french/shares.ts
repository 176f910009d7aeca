import { type NumberItem, numbers } from './numbers.ts';
import { before, matchAt, matchesIn, ordered, type Stretch } from './scan.ts';

/**
 * A part of a whole, as written.
 * - `percent`: « 60 % », « soixante pour cent »
 * - `points`: « 60 points », « 15 pts »
 * - `fraction`: « 40/100 », « 12 sur 20 »: `value` is the numerator, `of` the denominator
 * - `sur`: « sur 20 points », « note sur 100 »: a scale, not a share; `value` and `of` are the scale
 * `of` is also set on « 15 points sur 100 ». `upper` is the other end of « entre 50 et 80 % ».
 */
export interface ShareItem extends Stretch {
  readonly value: number;
  readonly unit: 'percent' | 'points' | 'fraction' | 'sur';
  readonly of?: number | undefined;
  readonly upper?: number | undefined;
}

const PERCENT = / ?(?:%|pour ?cents?\b|p\. ?cent\b)/y;
/** « 3 points de livraison », « 5 points d'accès », « 2 points forts » are things, not marks. */
const POINTS =
  / ?(?:pts?\b|points?\b(?! (?:de (?!la note|note|notation|ponderation)|d'|forts?\b|faibles?\b|cles?\b|lumineux|du |des |suivants?\b|singuliers?\b|particuliers?\b|ouverts?\b|noirs?\b|durs?\b|ci-|par (?:jour|mois|an|semaine)|geographiques|mensuels)))/y;
const SCALES = new Set([5, 10, 15, 20, 25, 30, 40, 50, 60, 70, 80, 90, 100, 200, 500, 1000]);
const NOT_A_SHARE =
  /\b(?:echelle|page|p\.|plan|lot|indice|norme|article|art\.|dtu|n°|no|avis(?: technique)?|ref\.?)(?: n°)? ?:? ?$|\b(?:au|aux) $|\b[a-z]{1,2}$|[/\d.,-]$/;
const MARKED =
  /\b(?:not(?:e|es|ee|ees|ation)|ramen(?:e|ee|es|ees)|bareme|points?|pts|evalu(?:e|ee|es|ees)|jug(?:e|ee|es|ees)|total|ponderation|score|comptes?)(?: (?:globale?|finale?|totale?|technique|est|sera|seront|sont|attribuee?|obtenue?|ponderee?))* $/;
const OUT_OF = / ?(?:\/|sur) ?(\d{1,4})(?![\d/]|[.,]\d| ?%)/y;
const SCALE_POINTS = / (?:points?|pts?)\b/y;
const OPEN_END = /(?: ?[.,;:)"]| (?:et|puis|avec|selon|en|par|au|est|sera|a|pour le|pour la|dans)\b|$)/y;

function percentOrPoints(folded: string, number: NumberItem): ShareItem | undefined {
  const percent = matchAt(PERCENT, folded, number.to);
  if (percent) return { from: number.from, to: number.to + percent[0].length, value: number.value, unit: 'percent' };
  const points = matchAt(POINTS, folded, number.to);
  if (points === undefined) return undefined;
  const to = number.to + points[0].length;
  if (/\bsur (?:un total de )?$/.test(before(folded, number.from)))
    return { from: number.from, to, value: number.value, unit: 'sur', of: number.value };
  const whole = matchAt(OUT_OF, folded, to);
  const of = Number(whole?.[1]);
  if (whole && SCALES.has(of) && of >= number.value)
    return { from: number.from, to: to + whole[0].length, value: number.value, unit: 'points', of };
  return { from: number.from, to, value: number.value, unit: 'points' };
}

function fraction(folded: string, number: NumberItem): ShareItem | undefined {
  const lead = before(folded, number.from, 24);
  if (number.words || NOT_A_SHARE.test(lead) || /^0\d/.test(number.text)) return undefined;
  const whole = matchAt(OUT_OF, folded, number.to);
  const of = Number(whole?.[1]);
  if (!whole || !SCALES.has(of) || number.value > of) return undefined;
  const end = number.to + whole[0].length;
  const unit = matchAt(SCALE_POINTS, folded, end);
  // « 2 agents sur 10 » never comes here; « 1 sur 5 jours » does.
  if (whole[0].includes('sur') && !unit && !matchAt(OPEN_END, folded, end)) return undefined;
  return { from: number.from, to: end + (unit?.[0].length ?? 0), value: number.value, unit: 'fraction', of };
}

const FRACTIONS: Readonly<Record<string, number>> = {
  moitie: 2,
  tiers: 3,
  quart: 4,
  quatrieme: 4,
  cinquieme: 5,
  sixieme: 6,
  septieme: 7,
  huitieme: 8,
  neuvieme: 9,
  dixieme: 10,
  douzieme: 12,
  quinzieme: 15,
  vingtieme: 20,
  centieme: 100,
};
const hundredthsOf = (part: string, count = 1): number => Math.round((count * 1e4) / (FRACTIONS[part] ?? 100)) / 100;

/** After a number. « Un tiers » is somebody, unless something counts for it; « un quart d'heure » is a time. */
const PART =
  / ((?<=\b(?:pour|vaut|compte|pese|represente|soit) un )tiers|(?<!\bun )tiers|quart(?! d'heure)|(?:cinqu|six|huit|dix|vingt|cent)ieme)s?\b/y;
const LONE_PART =
  /\b(?:un (?=[a-z]+ieme(?: (?:du|de|des|est|sera|en)\b| ?[,.;:)]|$))|(?<=\b(?:le|du|au) )(?=[a-z]+ieme (?:du|de|des|est|sera)\b)|(?<=\bderniere? )|(?<=\bautre )(?=moitie)|(?<=\b(?:la|pour|une) )(?=moitie))((?:quatr|cinqu|six|sept|huit|neuv|dix|douz|quinz|vingt|cent)ieme|tiers|quart|moitie)\b(?! des? (?:personnes?|salaries?|agents?|membres?))/g;

/** Parts in words, as percentages: « huit centièmes », « un dixième », « la moitié », « deux tiers ». */
export function parts(folded: string): ShareItem[] {
  const found: ShareItem[] = [];
  for (const { from, to, value } of numbers(folded, { articles: true })) {
    const part = matchAt(PART, folded, to);
    if (part) found.push({ from, to: to + part[0].length, value: hundredthsOf(part[1] ?? '', value), unit: 'percent' });
  }
  for (const m of matchesIn(LONE_PART, folded))
    found.push({ from: m.index, to: m.index + m[0].length, value: hundredthsOf(m[1] ?? ''), unit: 'percent' });
  return ordered(found);
}

/** « noté sur 20 », « note globale sur 100 ». */
function scale(folded: string, number: NumberItem): ShareItem | undefined {
  const lead = before(folded, number.from).match(/^(.*)\bsur $/)?.[1];
  if (lead === undefined || !SCALES.has(number.value)) return undefined;
  if (!MARKED.test(lead) || !matchAt(OPEN_END, folded, number.to)) return undefined;
  return { from: number.from, to: number.to, value: number.value, unit: 'sur', of: number.value };
}

const RANGE_GAP = /^ ?(?:%|points?|pts)? ?(?:et|a|-|ou) ?$/;
const MARKED_GAP = /^ ?(?:%|points?|pts)/;
const RANGE_OPENING = /\b(?:entre|de) $/;

/** Joins the lower end of a range to the share that closes it. */
function withLower(folded: string, lower: NumberItem | undefined, share: ShareItem): ShareItem {
  if (lower === undefined || share.unit === 'sur' || share.unit === 'fraction' || lower.value >= share.value)
    return share;
  const gap = folded.slice(lower.to, share.from);
  // « Prix P2 – 40 % »
  if (!RANGE_GAP.test(gap) || /[a-z]$/.test(before(folded, lower.from, 1))) return share;
  const opened = RANGE_OPENING.test(before(folded, lower.from));
  const joined = MARKED_GAP.test(gap) || /et|ou/.test(gap) ? opened : true;
  if (!joined) return share;
  return { ...share, from: lower.from, value: lower.value, upper: share.value };
}

/**
 * The shares, weights and scales of a folded text, in order, also where converted PDF has stuck them to a
 * word (« prestations60.0 % »). A bare number is never one.
 */
export function shares(folded: string): ShareItem[] {
  const all = numbers(folded, { articles: true, glued: true });
  const found: ShareItem[] = [];
  let end = 0;
  for (const [index, number] of all.entries()) {
    if (number.from < end) continue;
    const share = percentOrPoints(folded, number) ?? fraction(folded, number) ?? scale(folded, number);
    if (share === undefined) continue;
    const item = withLower(folded, all[index - 1], share);
    const last = found.at(-1);
    if (item.from !== share.from && last !== undefined && last.to > item.from) found.pop();
    found.push(item);
    end = item.to;
  }
  return ordered(found);
}
