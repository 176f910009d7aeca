import type { Stretch } from '../../kit/french/scan.ts';

/** The number of an article of a CCAG in folded text: « 46.2.1 », « a.38.1 », « 34-3 ». */
export const ARTICLE_NUMBER = '(?:[ab]\\.? ?)?\\d{1,2}(?:[.-]\\d{1,2}){0,3}';

const NUMBERS = new RegExp(`(?<![a-z0-9.-])${ARTICLE_NUMBER}(?![0-9°%])(?!(?:er|e|eme)? ?alinea)`, 'g');
/** What part of an article is meant: no number of its own. */
const PART = /(?:alineas?|al\.?|paragraphes?|§) ?\d{1,2}(?: et \d(?![\d.]))?|\(?[a-h]\)/g;

export interface NumberAt extends Stretch {
  /** `46.2.1`, `A.38.1`. */
  readonly number: string;
}

const normal = (written: string) =>
  written
    .replace(/\s/g, '')
    .replace(/^([ab])\.?(?=\d)/, (_, l) => `${l.toUpperCase()}.`)
    // « 47-54 » goes from one article to another; « 34-3 » is the third part of one.
    .replace(/^(\d+)-(\d+)$/, (all, a, b) => (Number(b) > Number(a) ? all : `${a}.${b}`));

/** « 16.1.1.1 et 2 » are parts of one article: a last number that is lower than the article, and higher than the part before. */
export function sibling(before: string | undefined, number: string): string | undefined {
  const parts = before?.split('.') ?? [];
  if (parts.length < 2 || !/^\d$/.test(number)) return undefined;
  const [top, last] = [Number(parts[0]), Number(parts.at(-1))];
  return Number(number) > last && Number(number) < top ? [...parts.slice(0, -1), number].join('.') : undefined;
}

/** « 16.1.1.1 et 2 »: the number whole, where what joins it to the last makes it a part of the same article. */
const asPart = (last: NumberAt | undefined, joint: string, number: string): string =>
  (/^ ?(?:,|et|ou) ?$/.test(joint) ? sibling(last?.number, number) : undefined) ?? number;

/** « 16.1.2 à 16.1.5 »: a word, where « articles A 38 » has a letter. */
const opensWithWord = (found: string, before: string): boolean => found.startsWith('a ') && !/articles? $/.test(before);

/** The same text, of the same length, without « alinéa 2 » and the like, which number no article. */
export const withoutParts = (folded: string): string => folded.replace(PART, (part) => ' '.repeat(part.length));

/** The articles that a list numbers, in order; « 16.1.1.1 et 2 » gives two parts of one, « 14.1.1 alinéa 2 » an article. */
export function ccagNumbers(folded: string): NumberAt[] {
  const bare = withoutParts(folded);
  const out: NumberAt[] = [];
  for (const { 0: found, index } of bare.matchAll(NUMBERS)) {
    const last = out.at(-1);
    const from = last && opensWithWord(found, bare.slice(0, index)) ? index + 2 : index;
    const to = index + found.length;
    const number = asPart(last, bare.slice(last?.to ?? 0, from), normal(bare.slice(from, to)));
    const [first = '', end] = /^\d+-\d+$/.test(number) ? number.split('-') : [number];
    out.push({ from, to: end ? from + first.length : to, number: first });
    if (end) out.push({ from: to - end.length, to, number: end });
  }
  return out;
}
