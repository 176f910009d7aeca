import type { Stretch } from '../../kit/french/scan.ts';

/** Letters that a scan or a hasty hand puts for a figure. */
const LOOKALIKES: Readonly<Record<string, string>> = { l: '1', i: '1', o: '0', s: '5', z: '2', b: '8' };

/**
 * What is written where the number of an article stands and can be none: a chapter of five figures (« R. 21113-4 »), no dash
 * (« R. 21624 »), a letter for a figure (« R. 2l62-14 »), a letter that numbers no article (« A. 2123-1 »), or two (« RR. 2162-4 »).
 */
const MISTYPED =
  /(?<![a-z0-9.-])(?:[lrd]\.? ?\*?(?=[\dlioszb]{4,7}(?:-|(?![a-z0-9]))|\d{1,4}-[\dlioszb]{1,3}(?![a-z0-9]))|[lrd]{2}\.? ?(?=\d{3,4}-\d)|(?:[a-ce-kmnopqs-z]\. ?|[bce-kmnopqs-z])(?=\d{4}-\d))[\dlioszb]{1,7}(?:-[\dlioszb]{1,3}){0,3}(?![\d,]\d|[a-z0-9])/g;

/** « R.2161.5 »: a dot where the dash stands. */
const DOTTED = /(?<![a-z0-9.-])(?<letter>[lrd])\.? ?(?<chapter>\d{4})\.(?<rank>\d{1,2})(?![\d.,]\d|[a-z0-9-])/g;

/** « article 2123-1 »: the letter is left out; in a list it may stand for that of the number before. */
const LETTERLESS =
  /(?:^ ?|(?<![a-z])(?:articles?|art\.?) )(?<number>\d{3,4}-\d{1,3}(?:-\d{1,2}){0,2})(?![\d,]\d|[a-z0-9-])/g;

export interface MistypedRead extends Stretch {
  /** As written, folded and without spaces: « r21113-4 ». */
  readonly written: string;
  /** The number that it would be with figures for letters that look like them, often that of no article; without a letter where none is written. */
  readonly number: string;
}

/** What only a slip of the pen can have written where the number of an article stands, in order. */
export function readMistyped(folded: string): MistypedRead[] {
  const out: MistypedRead[] = [];
  for (const m of folded.matchAll(MISTYPED)) {
    const text = m[0];
    const [, letters = '', figures = ''] = /^([a-z]{1,2}?)\.? ?\*?(?=[\dlioszb])(.+)$/.exec(text) ?? [];
    const read = figures.replace(/[lioszb]/g, (c) => LOOKALIKES[c] ?? c);
    const isRight = /^[lrd]$/.test(letters) && read === figures && /^\d{1,4}-\d{1,3}(?:-\d{1,3})*$/.test(figures);
    if (isRight || !/\d/.test(figures) || /^\d{1,4}$/.test(figures)) continue;
    out.push({
      from: m.index,
      to: m.index + text.length,
      written: `${letters}${figures}`,
      number: `${letters.charAt(0).toUpperCase()}${read}`,
    });
  }
  for (const m of folded.matchAll(DOTTED)) {
    const { letter = '', chapter, rank } = m.groups ?? {};
    const number = `${letter.toUpperCase()}${chapter}-${rank}`;
    out.push({ from: m.index, to: m.index + m[0].length, written: m[0].replace(/ /g, ''), number });
  }
  for (const m of folded.matchAll(LETTERLESS)) {
    const number = m.groups?.number ?? '';
    const to = m.index + m[0].length;
    out.push({ from: to - number.length, to, written: number, number });
  }
  return out.sort((a, b) => a.from - b.from);
}
