import type { Passage } from '../../kit/draft.ts';
import { roman } from '../../kit/french/numbers.ts';
import { fr } from '../../kit/french/pattern.ts';
import { before, matchesIn, ordered, type Stretch } from '../../kit/french/scan.ts';

export type TrancheNature = 'ferme' | 'optionnelle';

/** A tranche named in a folded text. « tranche conditionnelle », its name before 2016, is an `optionnelle`. */
export interface TrancheName extends Stretch {
  readonly nature: TrancheNature;
  /** As printed: digits, or a lower-case letter; Roman numerals and ordinals are turned into digits. */
  readonly number?: string;
  /** The number counts all tranches, firm ones included: « Tranche 2 - optionnelle ». */
  readonly global?: true;
  readonly plural: boolean;
}

/** « tranche optionnelle 2 non comprise », « hors tranches optionnelles »: named to leave it out of a sum. */
export const TRANCHES_LEFT_OUT = new RegExp(
  fr`(?:hors|sans (?:compter |inclure )?|non (?:comprise?s?|comptée?s?) |à l'exclusion de(?:s| la)?|à l'exception de(?:s| la)?) ?(?:la |les )?tranches?[^,;.()]*|tranches? [^,;.()]{0,40}?(?:non (?:compris|inclus|compté)|exclu|exceptée?)[a-z]*`
    .source,
  'g',
);

const NATURE = '(fermes?|optionnelles?|conditionnelles?)';
const FOLLOWED =
  '(?= ?(?:$|[,.;:)(/"|-]| (?:est|sont|sera|du|de|des|et|ou|porte|portant|comprend|concerne|relative|correspond|dediee|peut|n\'|intervient)\\b))';
const NUMBER = `(?:n ?° ?|no ?|numero )?(\\d{1,2}(?![\\d/]|[.,]\\d| \\d{3}| ?(?:%|€|k€|euros?\\b|mois\\b|jours?\\b|semaines?\\b|ans?\\b))|(?:i{1,3}|iv|vi{0,3}|[b-h])(?![a-z0-9'°])|a${FOLLOWED})`;
const ORDINALS: Readonly<Record<string, number>> = {
  premiere: 1,
  seconde: 2,
  deuxieme: 2,
  troisieme: 3,
  quatrieme: 4,
  cinquieme: 5,
  sixieme: 6,
  septieme: 7,
  huitieme: 8,
};
const ORDINAL = `(?:(${Object.keys(ORDINALS).join('|')}|\\d{1,2} ?(?:ere?|re|e|eme|nde?)) )?`;

const FULL = new RegExp(
  `(?<![a-z0-9])${ORDINAL}(?:tranches?|tr\\.) ?\\(?${NATURE}\\)?(?: ?-(?= ?n ?°))?(?: ?${NUMBER})?(?![a-z0-9])`,
  'g',
);
const TURNED = new RegExp(
  `(?<![a-z0-9])tranche (?:n ?° ?|no ?|numero )?(\\d{1,2}|[a-h]|i{1,3}|iv) ?(?:[-:,(] ?|est )?(?:dite |tranche |une tranche )?${NATURE}(?![a-z0-9])\\)?`,
  'g',
);
const SHORT =
  /(?<![a-z0-9'-])(?:(tf|to|tc) ?(?:n ?° ?|-)?(\d{1,2})(?![a-z0-9/]|[.,]\d)|(tf)(?![a-z0-9-])|(?<=\b(?:la|une|cette|chaque) )(t[oc])(?![a-z0-9-])|(?<![a-z0-9'-])(to)(?= ?(?:[:(]|- )))/g;

/** « TO » stands for a tranche beside another. */
const BESIDE = /tranche|(?<![a-z0-9])tf(?![a-z])/;

const natureOf = (word: string): TrancheNature => (word.startsWith('ferme') || word === 'tf' ? 'ferme' : 'optionnelle');
/** « 02 » is « 2 », « ii » is « 2 », « b » stays. */
export const numeral = (s: string): string =>
  /^\d+$/.test(s) ? String(Number(s)) : s.length > 1 || s === 'i' || s === 'v' ? String(roman(s) ?? s) : s;
const ordinal = (s: string): string => String(ORDINALS[s] ?? Number.parseInt(s, 10));

/** Length of a name without the bracket that closes one opened before it. */
const lengthOf = (text: string): number =>
  text.includes('(') || !text.includes(')') ? text.length : text.indexOf(')');

/** « tranche 2 optionnelle », « tranche n° 1 dite ferme » */
function* turned(folded: string): Generator<TrancheName> {
  for (const m of matchesIn(TURNED, folded)) {
    const [text, number, nature] = m as unknown as readonly [string, string, string];
    const to = m.index + lengthOf(text);
    yield { from: m.index, to, nature: natureOf(nature), number: numeral(number), global: true, plural: false };
  }
}

/** « tranche optionnelle 2 », « première tranche ferme » */
function* full(folded: string): Generator<TrancheName> {
  for (const m of matchesIn(FULL, folded)) {
    const [text, rank, nature, number] = m as unknown as readonly [
      string,
      string | undefined,
      string,
      string | undefined,
    ];
    const plural = text.includes('tranches');
    const printed = rank ? ordinal(rank) : number && !plural ? numeral(number) : undefined;
    const to = m.index + lengthOf(text);
    yield { from: m.index, to, nature: natureOf(nature), ...(printed && { number: printed }), plural };
  }
}

/** « TF », « TO 2 » */
function* short(folded: string): Generator<TrancheName> {
  for (const m of matchesIn(SHORT, folded)) {
    const nature = natureOf((m[1] ?? m[3] ?? m[4] ?? m[5]) as string);
    if (m[5] && !BESIDE.test(folded)) continue;
    if (m[3] && /\btranches? fermes? ?\($/.test(before(folded, m.index))) continue;
    yield { from: m.index, to: m.index + m[0].length, nature, ...(m[2] && { number: numeral(m[2]) }), plural: false };
  }
}

/** Where a tranche may be named. */
export const MAY_NAME = /tranche|(?<![a-z0-9])(?:t[foc](?![a-z])|tr\. )/;

/** The tranches that a folded text names, in order, whatever it says of them. */
export function trancheNames(folded: string): TrancheName[] {
  if (!MAY_NAME.test(folded)) return [];
  return ordered([...turned(folded), ...full(folded), ...short(folded)]);
}

const IN_TABLE = new RegExp(`^(?:la |une )?(?:${ORDINAL})${NATURE}(?: ?${NUMBER})?(?![a-z0-9])`);
/** « TO » in a table of tranches. */
const BARE = /^t[oc](?= ?(?:$|[:(]|- ))/;
const ONLY_NUMBER = /^(?:tranche |tr?\.? ?)?(?:n ?° ?)?(\d{1,2}|[a-h])$/;

/** The name that begins a cell of a table of tranches: « Optionnelle 2 », « TF », « 1re optionnelle », « Tranche 1 ». */
export function nameInTable(folded: string, nature?: string): TrancheName | undefined {
  const first = trancheNames(folded)[0];
  if (first && /^(?:[\W_]*|la |une )$/.test(folded.slice(0, first.from)) && !first.plural) return first;
  const m = IN_TABLE.exec(folded);
  if (m) {
    const number = m[1] ? ordinal(m[1]) : m[3] && numeral(m[3]);
    const found = { from: 0, to: m[0].length, nature: natureOf(m[2] as string), plural: false };
    return number ? { ...found, number } : found;
  }
  if (BARE.test(folded)) return { from: 0, to: 2, nature: 'optionnelle', plural: false };
  const alone = nature && ONLY_NUMBER.exec(folded.trimEnd());
  if (!alone) return undefined;
  const number = numeral(alone[1] as string);
  return { from: 0, to: alone[0].length, nature: natureOf(nature), number, global: true, plural: false };
}

/** The names of a place, those given else those of its heading. */
export function namesAt(passage: Passage, own: readonly TrancheName[]): readonly TrancheName[] {
  if (own.length > 0) return own;
  const titles = [...passage.section.chain].reverse().map((s) => trancheNames(s.heading?.folded ?? ''));
  return titles.find((names) => names.length > 0) ?? [];
}

/** True when what is said of the tranches named, or of none by name, is said of that one. */
export const areNamed = (names: readonly TrancheName[], nature: TrancheNature | undefined, id: string): boolean =>
  names.length === 0 ||
  names.some((n) => n.nature === nature && (!n.number || n.global || n.plural || `${nature}:${n.number}` === id));
