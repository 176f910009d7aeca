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

/** The same text, of the same length, without « alinéa 2 » and the like, which number no article. */
export const withoutParts = (folded: string): string => folded.replace(PART, (part) => ' '.repeat(part.length));

/** The articles that a list numbers, in order; « 16.1.1.1 et 2 » gives two parts of one, « 14.1.1 alinéa 2 » an article. */
export function ccagNumbers(folded: string): NumberAt[] {
  const bare = withoutParts(folded);
  const out: NumberAt[] = [];
  for (const m of bare.matchAll(NUMBERS)) {
    // « 16.1.2 à 16.1.5 »: a word, where « articles A 38 » has a letter.
    const isWord = m[0].startsWith('a ') && out.length > 0 && !/articles? $/.test(bare.slice(0, m.index));
    const index = m.index + (isWord ? 2 : 0);
    const written = normal(m[0].slice(isWord ? 2 : 0));
    const joint = bare.slice(out.at(-1)?.to ?? 0, index);
    const own = /^ ?(?:,|et|ou) ?$/.test(joint) ? sibling(out.at(-1)?.number, written) : undefined;
    const to = m.index + m[0].length;
    const [first = '', last] = /^\d+-\d+$/.test(written) ? written.split('-') : [own ?? written];
    out.push({ from: index, to: last ? index + first.length : to, number: first });
    if (last) out.push({ from: to - last.length, to, number: last });
  }
  return out;
}
