import { numbers } from './numbers.ts';
import { before, matchAt, ordered, type Stretch } from './scan.ts';

/** How many of a thing the text speaks of. */
export interface CountItem extends Stretch {
  readonly value: number;
  /** The count is only « un » or « une », with no « seul » nor « unique »: perhaps an article. */
  readonly article?: true;
  /** The count is a bound: « au plus deux lots », « deux lots au maximum », « plus de trois lots ». */
  readonly bound?: true;
}

const SINGLE = '(?:seule?s?|uniques?)';
const ADJECTIVE = `(?:${SINGLE}|differente?s?|distincte?s?|separe(?:e|es|s)?|autres?|grands?|petits?|nouveaux|nouvelles)`;
const BRACKET = String.raw`(?: ?\( ?(?:\d{1,4}|[a-z]+(?:[ -][a-z]+){0,5}) ?\))?`;
const BOUND_BEFORE =
  /\b(?:au (?:plus|maximum|moins|minimum)|maximum|minimum|jusqu'a|plus de|moins de|limite(?:e|es|s)? a) (?:de )?$/;
const BOUND_AFTER = / (?:au (?:plus|maximum|moins|minimum)|maximum|minimum)\b/y;

function* noneOf(folded: string, noun: string): Generator<CountItem> {
  const none = new RegExp(
    `\\b(?:(?:aucune?|nul(?:le)?|sans(?: aucune?)?|pas de) (?:${ADJECTIVE} )?|pas d')(?:${noun})\\b`,
    'g',
  );
  for (const m of folded.matchAll(none)) yield { from: m.index, to: m.index + m[0].length, value: 0 };
}

function* uniqueOf(folded: string, noun: string): Generator<CountItem> {
  for (const m of folded.matchAll(new RegExp(`\\b(?:un |une |le |la |l')?(?:${noun}) uniques?\\b`, 'g')))
    yield { from: m.index, to: m.index + m[0].length, value: 1 };
}

/** « nombre de lots : 3 », and « Nombre de lots␣␣␣trois » in two columns. */
function* totalOf(folded: string, noun: string): Generator<CountItem> {
  const total = new RegExp(
    `\\bnombre (?:total )?(?:de |d')(?:${noun})(?<sign> ?[:=]| (?:est|sera) (?:de|fixe a)| est(?: egal a)?)? ?`,
    'g',
  );
  const starts = new Map<number, RegExpExecArray>();
  for (const m of folded.matchAll(total)) starts.set(m.index + m[0].length, m);
  if (starts.size === 0) return;
  for (const number of numbers(folded, { articles: true })) {
    const label = starts.get(number.from);
    const isValue = label?.groups?.sign !== undefined || (label?.index === 0 && number.to === folded.trimEnd().length);
    if (label && isValue) yield { from: label.index, to: number.to, value: number.value };
  }
}

function* numberOf(folded: string, noun: string): Generator<CountItem> {
  const thing = new RegExp(`${BRACKET} (?:(${SINGLE}) |(?:${ADJECTIVE}) )?(?:${noun})\\b( uniques?\\b)?`, 'y');
  for (const number of numbers(folded, { articles: true })) {
    // « 2-3 Tranches » is a number and a title.
    if (/(?:\b(?:n°|no|numero|lots?|article|tranches?) ?|\d-)$/.test(before(folded, number.from, 12)) && !number.words)
      continue;
    const match = matchAt(thing, folded, number.to);
    if (match === undefined || !Number.isInteger(number.value)) continue;
    const to = number.to + match[0].length;
    const bound = BOUND_BEFORE.test(before(folded, number.from)) || matchAt(BOUND_AFTER, folded, to) !== undefined;
    const article =
      /^une?$/.test(number.text) && match[1] === undefined && match[2] === undefined && !match[0].includes('(');
    yield {
      from: number.from,
      to,
      value: number.value,
      ...(article ? { article: true as const } : {}),
      ...(bound ? { bound: true as const } : {}),
    };
  }
}

/**
 * How many of a thing a folded text speaks of: « trois lots », « deux (2) tranches optionnelles », « un lot unique »,
 * « nombre de lots : 3 », « aucun lot », « sans tranche ». « lot n° 3 » and « un ou plusieurs lots » are no counts.
 * @param noun the source of an expression for the thing, in folded text, singular and plural, without captures: `lots?`
 */
export function counts(folded: string, noun: string): CountItem[] {
  return ordered([
    ...numberOf(folded, noun),
    ...noneOf(folded, noun),
    ...uniqueOf(folded, noun),
    ...totalOf(folded, noun),
  ]);
}
